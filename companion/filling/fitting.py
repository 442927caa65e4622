"""Whether and how a value fits a field: as an option, within a length, as a yes or no."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from companion.filling import options, ranges
from companion.filling.model import Field, JobFacts
from companion.filling.text import bounded, fold
from companion.profile.json_resume import Profile

CHOICE_KINDS: Final = frozenset({"select", "radio", "checkbox_group", "combobox", "yes_no"})


@dataclass(frozen=True, slots=True)
class Left:
    """No value, and why."""

    why: str


@dataclass(frozen=True, slots=True)
class Context:
    """What values are made from. `today` is the day of the application; `phone_country_beside` says that
    the form takes
    the phone's country code in a field of its own, `house_number_beside` the same of the street's number."""

    profile: Profile
    job: JobFacts
    today: date
    phone_country_beside: bool = False
    house_number_beside: bool = False


Result = str | Left
MISSING: Final = Left("the profile does not say")


def is_choice(field: Field) -> bool:
    """Whether one of given options must be chosen."""
    return bool(field.options) and field.kind in CHOICE_KINDS | {"checkbox"}


def hint_of(field: Field) -> str:
    """The texts that may tell a format, the placeholder first."""
    return " ".join((bounded(field.placeholder), bounded(field.label), bounded(field.description)[:400]))


def fit_text(text: str, field: Field, reason: str = "") -> Result:
    """The text where it fits the field: as an option, and within its length."""
    if not text:
        return Left(reason) if reason else MISSING
    if is_choice(field):
        option = options.match_text(text, field.options)
        return option if option is not None else Left("no option says what the profile says")
    if field.max_length is not None and 0 < field.max_length < len(text):
        return Left(f"longer than the {field.max_length} characters that fit")
    return text


def fit_number(number: float, field: Field) -> Result:
    """The number as the field takes it: the option whose range holds it, or its digits."""
    if is_choice(field):
        option = ranges.match_number(number, field.options)
        return option if option is not None else Left("no range holds the number")
    return fit_text(f"{number:g}", field)


def fit_yes_no(answer: bool | None, field: Field, *, allowed: frozenset[str] = frozenset()) -> Result:
    """Yes or no as the field takes it: an option, or the word in the label's language."""
    if answer is None:
        return MISSING
    if is_choice(field):
        question = f"{field.label or ''} {field.description or ''}"
        option = options.match_yes_no(answer, field.options, question, allowed=allowed)
        return option if option is not None else Left("no option says just that")
    if field.kind in {"yes_no", "checkbox"}:
        return "Yes" if answer else "No"
    if field.kind in {"select", "radio", "combobox", "text", "textarea"}:
        return _word(answer, field)
    return Left("not a field for yes or no")


_YES_WORDS: Final = (
    (r"\b(sind|haben|sie|du|bist|hast|benotigen|wurden|konnen)\b", "Ja", "Nein"),
    (r"\b(etes|avez|vous|est ce)\b", "Oui", "Non"),
    (r"\b(usted|tienes|tiene|eres|estas|necesitas|necesita|puedes)\b", "Sí", "No"),
    (r"\b(sei|hai|possiedi|puoi|disposto)\b", "Sì", "No"),
    (r"\b(bent|heb|heeft|jij|je|uw|bereid)\b", "Ja", "Nee"),
    (r"\b(voce|tem|possui|esta disposto|precisa)\b", "Sim", "Não"),
    (r"\b(ar du|har du|behover du|kan du)\b", "Ja", "Nej"),
)


def _word(answer: bool, field: Field) -> str:
    folded = fold(field.label)
    if not re.search(r"\b(are|do|have|will|you|your|the)\b", folded):
        for pattern, yes, no in _YES_WORDS:
            if re.search(pattern, folded):
                return yes if answer else no
    return "Yes" if answer else "No"
