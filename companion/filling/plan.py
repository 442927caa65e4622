"""The fill plan of a form: for each field a value with its source, or the reason why it is left to the user.

A wrong value in an application is worse than one left open, so each doubt ends in the second.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Final

from companion.filling import options, questions, values
from companion.filling.applicant import cover_letter, demographics, files, start_now
from companion.filling.bank import answers as bank
from companion.filling.bank import screening, settled
from companion.filling.career import experience_value
from companion.filling.fitting import Context, Left, Result, fit_yes_no, is_choice
from companion.filling.home import time_zones
from companion.filling.model import (
    Classification,
    DocumentInfo,
    DocumentReference,
    Field,
    FillPlan,
    JobFacts,
    PlannedValue,
    Source,
    StoredAnswer,
    Unanswered,
    Value,
)
from companion.filling.pay import pay_range
from companion.filling.reading import date_parts, patterns, topics
from companion.filling.reading.classify import classify_all
from companion.filling.rights import right_to_work
from companion.filling.text import bounded, fold, said_once
from companion.profile.json_resume import Profile

MAX_FIELDS: Final = 2_000
_NEVER: Final = {
    "honeypot": "a trap for programs",
    "captcha": "a captcha",
    "internal": "the page's own field",
    "password": "passwords and codes are never filled",
    "payment": "means of payment are never filled",
    "username": "a user name for a log-in",
    "national_id": "identity numbers are never filled",
    "other_person": "asks about somebody or something else than the applicant",
    "row_detail": "a detail of a row that the profile does not have",
    "birth_date": "the profile has no date of birth",
    "phone_part": "a part of a phone number",
    "name_particle": "the profile has the family name as a whole",
    "phone_type": "a kind of phone",
    "phone_extension": "a phone extension",
    "salutation": "a form of address",
    "marketing_consent": "consent to marketing is never given for you",
    "talent_pool_consent": "this consent is yours to give",
    "other_consent": "this consent or declaration is yours to give",
    "other_file": "no document of yours is meant for this field",
    "other_link": "a link of a kind that is not said",
    "comments": "your own words",
    "hiring_message": "your own words",
}
_KNOWN: Final = (
    (time_zones.value_of, "the time zone where you live"),
    (experience_value.value_of, "your years of experience, all in this kind of work"),
    (start_now.value_of, "the notice that you must give, or the first day that you named"),
)
_NEVER_FROM_BANK: Final = frozenset(
    {
        "honeypot",
        "captcha",
        "internal",
        "password",
        "payment",
        "username",
        "national_id",
        "other_file",
        "resume",
        "marketing_consent",
    }
)


@dataclass(frozen=True, slots=True)
class _Planner:
    """What all fields of one plan share."""

    context: Context
    answers: Sequence[StoredAnswer]
    documents: Sequence[DocumentInfo]
    language: str
    url: str
    file_meanings: frozenset[str]
    log_in: bool

    @property
    def profile(self) -> Profile:
        return self.context.profile

    @property
    def job(self) -> JobFacts:
        return self.context.job


def build_plan(
    fields: Sequence[Field],
    *,
    profile: Profile,
    answers: Sequence[StoredAnswer] = (),
    documents: Sequence[DocumentInfo] = (),
    job: JobFacts | None = None,
    url: str = "",
    today: date | None = None,
) -> FillPlan:
    """Plan the values of a form's fields, in their order.

    `url` is the form's address, where the employer's name may stand; `today` (UTC by default) decides
    whether a start
    date has passed. Fields beyond MAX_FIELDS are left unanswered.
    """
    planned = [replace(field, label=said_once(field.label)) for field in fields[:MAX_FIELDS]]
    found = classify_all(planned)
    context = Context(profile, job or JobFacts(), today or datetime.now(UTC).date())
    context = replace(
        context,
        phone_country_beside=_takes_phone_country(planned, found, context),
        house_number_beside=_takes_house_number_apart(planned, found),
    )
    planner = _Planner(
        context,
        answers,
        documents,
        files.language_of(planned),
        url or (job.url or "" if job else ""),
        frozenset(c.meaning for f, c in zip(planned, found, strict=True) if f.kind == "file"),
        _is_log_in(planned, found),
    )
    filled: list[PlannedValue] = []
    left: list[Unanswered] = []
    for field, classification in zip(planned, found, strict=True):
        outcome = _plan_field(field, classification, planner)
        if isinstance(outcome, PlannedValue):
            filled.append(outcome)
        else:
            left.append(outcome)
    left.extend(
        Unanswered(field.id, f"only {MAX_FIELDS} fields are planned") for field in fields[MAX_FIELDS:]
    )
    return FillPlan(tuple(filled), tuple(left))


def _takes_phone_country(fields: Sequence[Field], found: Sequence[Classification], context: Context) -> bool:
    """Whether a field of the form takes the calling code: only then the number may go without it."""
    return any(
        c.meaning == "phone_country" and not isinstance(values.value_of(c, field, context), Left)
        for field, c in zip(fields, found, strict=True)
    )


def _takes_house_number_apart(fields: Sequence[Field], found: Sequence[Classification]) -> bool:
    """Whether the street's number has a field of its own, and that of the street does not ask for it too."""
    streets = [field for field, c in zip(fields, found, strict=True) if c.meaning == "street"]
    asked = any(patterns.HOUSE_NUMBER.search(fold(field.label)) for field in streets)
    return bool(streets) and not asked and any(c.meaning == "house_number" for c in found)


def _is_log_in(fields: Sequence[Field], found: Sequence[Classification]) -> bool:
    """Whether the form is a log-in: one password, and next to nothing else."""
    passwords = sum(c.meaning == "password" for c in found)
    others = sum(
        c.meaning not in {"password", "honeypot", "captcha", "internal"} and f.kind != "checkbox"
        for f, c in zip(fields, found, strict=True)
    )
    return passwords == 1 and others <= 1


def _plan_field(field: Field, classification: Classification, planner: _Planner) -> PlannedValue | Unanswered:
    meaning = classification.meaning
    if planner.log_in:
        return Unanswered(field.id, "a log-in", meaning)
    if field.kind == "file" or meaning in {"resume", "cover_letter", "resume_text", "cover_letter_text"}:
        return _plan_document(field, classification, planner)
    if (from_bank := _from_bank(field, classification, planner)) is not None:
        return from_bank
    if (from_another := _from_settled(field, classification, planner)) is not None:
        return from_another
    if meaning in {"salary_expectation", "question"} and pay_range.meets(field.label or "", planner.context):
        agreed = fit_yes_no(True, field)
        why = "the pay that it names reaches your expectation"
        if not isinstance(agreed, Left):
            return _planned(field, agreed, classification, "profile", why, 0.9)
    if meaning in _NEVER:
        return Unanswered(field.id, _NEVER[meaning], meaning)
    result, source = _from_profile(field, classification, planner)
    if isinstance(result, Left):
        return _from_category(field, classification, planner) or Unanswered(field.id, result.why, meaning)
    why = "what your profile says" if meaning == "question" else classification.reason
    return _planned(field, result, classification, source, why, classification.confidence)


def _planned(
    field: Field, text: str, found: Classification, source: Source, why: str, confidence: float
) -> PlannedValue | Unanswered:
    value: Value = text
    if is_choice(field):
        if text not in field.options:
            return Unanswered(field.id, "no option says that", found.meaning)
        value = (text,) if field.multiple or field.kind == "checkbox_group" else text
    elif field.kind == "yes_no" and text not in {"Yes", "No"}:
        return Unanswered(field.id, "the field takes a yes or no", found.meaning)
    elif field.kind == "number" and not _is_number(text):
        return Unanswered(field.id, "the field takes a number", found.meaning)
    elif field.max_length and 0 < field.max_length < len(text):
        return Unanswered(field.id, f"longer than the {field.max_length} characters that fit", found.meaning)
    return PlannedValue(field.id, value, found.meaning, source, round(confidence, 2), why)


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _from_profile(field: Field, found: Classification, planner: _Planner) -> tuple[Result, Source]:
    meaning, ours = found.meaning, planner.profile.applyonce
    if meaning in {"work_authorization", "sponsorship"}:
        return right_to_work.value_of(field, planner.context), "profile"
    if meaning in demographics.MEANINGS:
        if bank.is_conditional(field.label or ""):
            return Left("goes with another answer"), "profile"
        if options.negated(re.sub(r"\([^)]*\)", " ", field.label or "")):
            return Left("asks the wrong way round about a sensitive matter"), "profile"
        if found.confidence < 0.9 and field.kind not in {
            "radio",
            "select",
            "checkbox_group",
            "combobox",
            "yes_no",
        }:
            return Left(questions.SENSITIVE), "profile"
        if found.confidence < 0.9:
            return questions.demographic(meaning, field, planner.profile), "profile"
        return demographics.value_of(meaning, field, planner.profile), "profile"
    if meaning == "consent":
        return questions.consent(field, ours.consents.data_processing), "profile"
    if meaning == "source":
        return questions.source(ours.source or "", field, planner.job, planner.url), "profile"
    if values.has_value(meaning):
        return values.value_of(found, field, planner.context), "profile"
    if meaning == "question":
        return questions.from_facts(field, planner.context), "profile"
    if meaning in topics.DEMOGRAPHIC or meaning in {
        "criminal_record",
        "citizenship",
        "clearance",
        "background_check",
    }:
        return Left(questions.SENSITIVE), "profile"
    return Left("you have stored no answer to this question"), "profile"


def _from_bank(field: Field, found: Classification, planner: _Planner) -> PlannedValue | Unanswered | None:
    """The user's own answer to this question, or None where they gave none; None too where the profile
    knows better."""
    label = bounded(field.label) or bounded(field.placeholder)
    if found.meaning in _NEVER_FROM_BANK or not label or not planner.answers:
        return None
    if found.meaning == "start_date" and date_parts.part_of(field) is not None:
        return None
    exact_only = found.meaning not in {"question", "source"} and found.meaning not in questions.BY_MEANING
    match = bank.find(label, planner.answers, planner.job, planner.url, exact=exact_only)
    if match is None and found.meaning in {"source", "notice_period", "start_date"}:
        match = questions.by_category(found.meaning, planner.answers)
    if match is None or (bank.is_conditional(label) and match.score < 1):
        return None
    if (kind := _consent_lacking(found.meaning, planner.profile)) is not None:
        why = f"sensitive, and the profile has no consent to fill it (consents.{kind})"
        return Unanswered(field.id, why, found.meaning)
    if found.meaning in {"consent", "other_consent", "talent_pool_consent"} and match.score < 1:
        return None
    result = questions.fit_answer(match, field, planner.job, planner.url)
    if isinstance(result, Left):
        # The profile may still say it in a form that fits, unless the answer is to this very question.
        by_meaning = values.has_value(found.meaning) or time_zones.is_own(label)
        final = match.score == 1 and not by_meaning
        return Unanswered(field.id, result.why, found.meaning) if final else None
    return _answered(field, result, found, match)


def _consent_lacking(meaning: str, profile: Profile) -> str | None:
    """The standing consent that a sensitive meaning needs and the profile does not give, or None."""
    consents = profile.applyonce.consents
    if meaning in topics.DEMOGRAPHIC and not consents.demographics:
        return "demographics"
    return "salary" if meaning == "salary_expectation" and not consents.salary else None


def _answered(
    field: Field, result: str, found: Classification, match: bank.Match
) -> PlannedValue | Unanswered:
    why = f"your answer to {bounded(match.stored.question)[:120]!r}"
    return _planned(
        field, result, found, "answer", why, 0.97 if match.score == 1 else 0.6 + 0.3 * match.score
    )


def _from_category(field: Field, found: Classification, planner: _Planner) -> PlannedValue | None:
    """An answer that the user gave to a question of the same kind, where the profile does not say it."""
    meaning = found.meaning
    if _consent_lacking(meaning, planner.profile) is not None or bank.is_conditional(field.label or ""):
        return None
    if meaning in {"work_authorization", "sponsorship"}:
        match = right_to_work.stored_answer(field, planner.context, planner.answers)
    elif meaning in questions.BY_CATEGORY:
        match = questions.by_category(meaning, planner.answers)
    elif meaning in {"question", "background_check", "clearance"}:
        match = screening.find(bounded(field.label), planner.answers, planner.job)
        if match is None:
            return _from_known(field, found, planner)
    else:
        return None
    if match is None:
        return None
    result = questions.fit_answer(match, field, planner.job, planner.url)
    answered = result if isinstance(result, Left) else _answered(field, result, found, match)
    return answered if isinstance(answered, PlannedValue) else None


def _from_known(field: Field, found: Classification, planner: _Planner) -> PlannedValue | None:
    """What a stored answer or the profile says of a matter that the question asks about in words of its own."""
    for value_of, why in _KNOWN:
        said = value_of(field, planner.context, planner.answers[: bank.MAX_STORED])
        result, stored = said if said is not None else (None, None)
        if result is None or isinstance(result, Left):
            continue
        if stored is not None:
            planned = _answered(field, result, found, bank.Match(stored, 0.9, inverted=False))
        else:
            planned = _planned(field, result, found, "profile", why, 0.85)
        if isinstance(planned, PlannedValue):
            return planned
    return None


def _from_settled(field: Field, found: Classification, planner: _Planner) -> PlannedValue | None:
    """What a stored answer to another question says of this one."""
    if found.meaning not in settled.MEANINGS or not planner.answers:
        return None
    said = settled.value_of(field, planner.answers[: bank.MAX_STORED], planner.context, planner.url)
    planned = said and _answered(field, said[1], found, bank.Match(said[0], 0.9, inverted=False))
    return planned if isinstance(planned, PlannedValue) else None


def _plan_document(field: Field, found: Classification, planner: _Planner) -> PlannedValue | Unanswered:
    meaning = found.meaning
    if field.kind == "file":
        if meaning not in {"resume", "cover_letter"}:
            return Unanswered(field.id, _NEVER["other_file"], meaning)
        document, why = files.choose(meaning, planner.documents, planner.job, planner.language)
        if document is None:
            return Unanswered(field.id, why, meaning)
        return PlannedValue(
            field.id, DocumentReference(document.id), meaning, "document", round(found.confidence, 2), why
        )
    if meaning in {"resume", "resume_text"}:
        why = (
            "the résumé goes into the file field"
            if "resume" in planner.file_meanings
            else "a résumé as text is not stored"
        )
        return Unanswered(field.id, why, meaning)
    return _plan_letter(field, found, planner)


def _plan_letter(field: Field, found: Classification, planner: _Planner) -> PlannedValue | Unanswered:
    has_document = any(document.kind == "cover_letter" for document in planner.documents)
    if has_document and "cover_letter" in planner.file_meanings:
        return Unanswered(field.id, "the cover letter goes into the file field", found.meaning)
    template = planner.profile.applyonce.cover_letter
    if not template or field.kind not in {"text", "textarea"} or options.real_options(field.options):
        return Unanswered(field.id, "there is no template for cover letters", found.meaning)
    try:
        letter = cover_letter.render(template, planner.job, planner.profile)
    except (cover_letter.UnknownPlaceholder, cover_letter.MissingFact) as error:
        return Unanswered(field.id, str(error), found.meaning)
    return _planned(field, letter, found, "profile", "your template for cover letters", found.confidence)
