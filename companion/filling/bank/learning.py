"""What the user types into a form, and what of it is worth keeping for the next one.

Only questions are looked at here, never what was typed. What is sensitive is not offered without the standing
consent for its kind; what is never filled is never learnt.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from companion.filling import values
from companion.filling.bank import answers as bank
from companion.filling.model import Field
from companion.filling.reading import topics
from companion.filling.reading.classify import classify_all
from companion.filling.text import bounded, fold
from companion.profile.json_resume import Profile

ESSAY_CHARACTERS: Final = 300
"""A longer answer was most likely written for this one job."""

_NEVER: Final = frozenset(
    {
        "honeypot", "captcha", "internal", "password", "payment", "username", "national_id", "birth_date",
        "other_person", "row_detail", "other_file", "resume", "resume_text", "cover_letter", "cover_letter_text",
        "consent", "marketing_consent", "talent_pool_consent", "other_consent", "comments", "hiring_message",
        "criminal_record", "background_check", "citizenship", "clearance",
    }
)  # fmt: skip
_KINDS: Final = frozenset(
    {"text", "email", "tel", "url", "number", "date", "textarea", "select", "combobox", "radio", "yes_no"}
)
_YOURS_TO_TICK: Final = frozenset({"work_authorization", "sponsorship", "salary_expectation"})


@dataclass(frozen=True, slots=True)
class Learnable:
    """A question that the user answered in a form. `id` is the field's."""

    id: str
    question: str
    meaning: str


def learnable(fields: Sequence[Field], typed: frozenset[str], profile: Profile) -> list[Learnable]:
    """Return the questions that may be learnt, of those fields that the user typed into (`typed`: their ids).

    All fields of the form are needed, since neighbours tell what a field asks for.
    """
    return [
        Learnable(field.id, bounded(field.label).strip(), found.meaning)
        for field, found in zip(fields, classify_all(fields), strict=True)
        if field.id in typed and _may_be_learnt(field, found.meaning, profile)
    ]


def _may_be_learnt(field: Field, meaning: str, profile: Profile) -> bool:
    label = bounded(field.label).strip()
    if meaning in _NEVER or field.kind not in _KINDS or field.multiple or not fold(label):
        return False
    # "If yes, please explain" is no question by itself.
    if bank.is_conditional(label):
        return False
    consents = profile.applyonce.consents
    # A question that only touches a sensitive matter counts as one about it.
    told = {meaning, topics.sensitive_topic(label) or ""}
    if told & _NEVER or (told & topics.DEMOGRAPHIC and not consents.demographics):
        return False
    return "salary_expectation" not in told or consents.salary


def is_suggested(meaning: str, answer: str) -> bool:
    """Whether keeping it is proposed, or only possible: facts belong into the profile, essays to one job."""
    if values.has_value(meaning) or meaning in topics.DEMOGRAPHIC or meaning in _YOURS_TO_TICK:
        return False
    return len(answer) <= ESSAY_CHARACTERS
