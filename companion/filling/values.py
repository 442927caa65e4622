"""From a meaning and the profile to the value in the form that this field takes, or the reason why there is
none."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from companion.filling import dates, degrees, geo, money, options, patterns, person, phone, ranges
from companion.filling.model import Classification, Field, JobFacts
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
    the phone's country code in a field of its own."""

    profile: Profile
    job: JobFacts
    today: date
    phone_country_beside: bool = False


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


def _country(context: Context, field: Field) -> Result:
    code = person.home_country(context.profile)
    if not code:
        return MISSING
    if is_choice(field):
        region = context.profile.basics.location.region
        option = options.match_country(code, field.options, region=region)
        return option if option is not None else Left("no option names the applicant's country")
    if field.max_length is not None and field.max_length in {2, 3}:
        return code if field.max_length == 2 else Left("a three-letter country code")
    return fit_text(geo.country_name(code) or "", field)


def _phone_country(context: Context, field: Field) -> Result:
    basics = context.profile.basics
    code = phone.phone_country(basics.phone, basics.location.country_code) if basics.phone else None
    if not code:
        return MISSING
    if is_choice(field):
        option = options.match_country(code, field.options, dialling=True)
        return option if option is not None else Left("no option names the phone number's country")
    if field.kind in {"select", "combobox", "radio"}:
        return geo.country_name(code) or MISSING
    calling = geo.calling_code(code)
    return fit_text(f"+{calling}" if calling else "", field)


def _phone(context: Context, field: Field) -> Result:
    return _format_phone(context, field, national=context.phone_country_beside)


def _phone_national(context: Context, field: Field) -> Result:
    return _format_phone(context, field, national=True)


def _format_phone(context: Context, field: Field, *, national: bool) -> Result:
    basics = context.profile.basics
    if not basics.phone:
        return MISSING
    if is_choice(field):
        return Left("a choice about phones")
    text = phone.format_phone(
        basics.phone,
        basics.location.country_code,
        national=national,
        max_length=field.max_length or None,
        hint=hint_of(field),
    )
    return text if text is not None else Left("the phone number is longer than what fits")


def _region(context: Context, field: Field) -> Result:
    place = context.profile.basics.location
    if not place.region:
        return MISSING
    if is_choice(field):
        option = options.match_region(place.region, place.country_code, field.options)
        return option if option is not None else Left("no option names the applicant's state or region")
    if field.max_length is not None and 0 < field.max_length <= 3:
        code = geo.subdivision_of(place.region, place.country_code)
        return fit_text(code.split("-", 1)[1] if code else "", field)
    return fit_text(place.region, field)


def _location(context: Context, field: Field) -> Result:
    text = person.location_text(context.profile)
    if not text:
        return MISSING
    if not is_choice(field):
        return (
            fit_text(text, field)
            if not isinstance(fit_text(text, field), Left)
            else fit_text(context.profile.basics.location.city, field)
        )
    city = context.profile.basics.location.city
    for candidate in (text, city):
        if option := options.match_text(candidate, field.options):
            return option
    country = options.match_country(person.home_country(context.profile), field.options)
    return country if country is not None else Left("no option names where the applicant lives")


def _street(context: Context, field: Field) -> Result:
    lines = context.profile.basics.location.address.splitlines()
    place = context.profile.basics.location
    if not lines:
        return MISSING
    if re.search(r"\b(city|state|zip|full address|complete address)\b", fold(f"{field.label or ''}")):
        full = ", ".join(
            part
            for part in (
                *lines,
                f"{place.postal_code} {place.city}".strip(),
                geo.country_name(place.country_code) or "",
            )
            if part
        )
        return fit_text(full, field)
    return fit_text(lines[0] if field.kind != "textarea" else ", ".join(lines), field)


def _street2(context: Context, field: Field) -> Result:
    lines = context.profile.basics.location.address.splitlines()
    return fit_text(", ".join(lines[1:]), field)


def _years(context: Context, field: Field) -> Result:
    years = context.profile.applyonce.years_experience
    if years is None:
        return MISSING
    if is_choice(field):
        option = ranges.match_number(years, field.options)
        return option if option is not None else Left("no range holds the years of experience")
    return fit_text(f"{years:g}", field)


def _degree(context: Context, field: Field, index: int) -> Result:
    rows = person.education_rows(context.profile)
    wants_highest = (
        re.search(
            r"highe?s[th]|level|niveau|hochst|nivel|livello|hoogst|hogst|grau|plus haut", fold(field.label)
        )
        is not None
    )
    in_row = index > 0 or patterns.EDUCATION_SECTION.match(fold(field.section)) is not None
    if wants_highest or not in_row:
        degree = degrees.highest(person.completed_degrees(context.profile))
        if degree is None and not wants_highest and rows:
            degree = rows[0].study_type
    else:
        degree = rows[index].study_type if index < len(rows) else ""
    if not degree:
        return MISSING
    if is_choice(field):
        option = degrees.match_degree(degree, field.options)
        return option if option is not None else Left("no option is of the degree's level")
    return fit_text(degree, field)


def _education(context: Context, field: Field, index: int, part: str) -> Result:
    rows = person.education_rows(context.profile)
    if index >= len(rows):
        return Left("the profile has no further course of study")
    row = rows[index]
    if part in {"start", "end"}:
        return _row_date(row.start_date if part == "start" else row.end_date, field)
    return fit_text(row.institution if part == "school" else row.area, field)


def _work(context: Context, field: Field, index: int, part: str) -> Result:
    rows = person.work_rows(context.profile)
    if index >= len(rows):
        return Left("the profile has no further employment")
    row = rows[index]
    if part in {"start", "end"}:
        return _row_date(row.start_date if part == "start" else row.end_date, field)
    return fit_text(row.name if part == "company" else row.position, field)


def _row_date(iso: str, field: Field) -> Result:
    parts = dates.parts_of(iso)
    if parts is None:
        return MISSING
    year, month, _ = parts
    text = fold(" ".join((field.label or "", field.name or "", field.dom_id or "", field.placeholder or "")))
    asks_month = re.search(r"\b(month|monat|mois|mes|mese|maand|manad|mm)\b", text) is not None
    asks_year = re.search(r"\b(year|jahr|annee|ano|anno|jaar|ar|yyyy|jjjj)\b", text) is not None
    if is_choice(field) or (
        asks_month != asks_year and field.kind in {"text", "number", "select", "combobox"}
    ):
        return _month_or_year(field, year, month, asks_month=asks_month and not asks_year)
    shown = dates.format_date(iso, hint=hint_of(field), native=field.kind == "date")
    return shown if shown is not None else Left("the profile's date is not as exact as the field wants it")


def _month_or_year(field: Field, year: int, month: int | None, *, asks_month: bool) -> Result:
    if not asks_month:
        return fit_text(str(year), field)
    if month is None:
        return MISSING
    if is_choice(field):
        option = dates.match_month(month, field.options)
        return option if option is not None else Left("no option is that month")
    if field.kind in {"select", "combobox"}:
        return date(2000, month, 1).strftime("%B")
    return f"{month:02d}"


def _current(context: Context, field: Field, part: str) -> Result:
    label = fold(field.label)
    recent = re.search(r"\b(recent|last|letzte\w*|dernier|ultim\w*|laatste|senaste)\b", label) is not None
    work = person.latest_work(context.profile) if recent else person.current_work(context.profile)
    if work is None:
        return Left("the profile has no current employment")
    return fit_text(work.name if part == "company" else work.position, field)


def _start_date(context: Context, field: Field) -> Result:
    ours = context.profile.applyonce
    if is_choice(field):
        days = ranges.days_of(ours.notice_period) if ours.notice_period else None
        option = ranges.match_days(days, field.options) if days is not None else None
        return option if option is not None else Left("no option says when the applicant can start")
    if not ours.earliest_start:
        return (
            fit_text(ours.notice_period or "", field)
            if field.kind in {"text", "textarea"} and ours.notice_period
            else MISSING
        )
    if ours.earliest_start < context.today.isoformat()[: len(ours.earliest_start)]:
        return Left("the earliest start in the profile has passed")
    shown = dates.format_date(ours.earliest_start, hint=hint_of(field), native=field.kind == "date")
    if shown is None or field.kind not in {"text", "textarea", "date"}:
        return Left("the profile's date is not as exact as the field wants it")
    return fit_text(shown, field)


def _notice(context: Context, field: Field) -> Result:
    notice = context.profile.applyonce.notice_period
    if not notice:
        return MISSING
    days = ranges.days_of(notice)
    if is_choice(field):
        option = options.match_text(notice, field.options) or (
            ranges.match_days(days, field.options) if days is not None else None
        )
        return option if option is not None else Left("no option says the notice period")
    if field.kind == "number":
        unit, span = ranges.unit_of(hint_of(field)), ranges.span_of(notice)
        if unit is None or unit != ranges.unit_of(notice) or span is None or span.low != span.high:
            return Left("a number, and of what unit is not said")
        return f"{span.low:g}"
    return fit_text(notice, field)


def _pronouns(context: Context, field: Field) -> Result:
    stored = context.profile.applyonce.pronouns or ""
    if not stored or not is_choice(field):
        return fit_text(stored, field)
    wanted = fold(stored).split()[:2]
    option = options.match_unique(field.options, lambda o: fold(re.split(r"\(", o)[0]).split()[:2] == wanted)
    return option if option is not None else Left("no option has these pronouns")


def _website(context: Context, field: Field) -> Result:
    if re.search(
        r"\b(company|companys|employer|business|firm|unternehmen|entreprise|empresa|azienda)\b",
        fold(field.label),
    ):
        return Left("a company's website")
    return fit_text(person.site_of(context.profile, "website"), field)


def _salary(context: Context, field: Field) -> Result:
    ours = context.profile.applyonce
    if ours.salary_expectation is None:
        return MISSING
    if not ours.consents.salary:
        return Left("the salary is sensitive, and the profile has no consent to fill it (consents.salary)")
    found = money.salary_for(ours.salary_expectation, field, context.job)
    return found if found is not None else Left("the field asks for another currency, period or kind of pay")


def _network(network: str) -> Callable[[Context, Field], Result]:
    return lambda context, field: fit_text(person.link_of(context.profile, network), field)


def _github(context: Context, field: Field) -> Result:
    url = person.link_of(context.profile, "github")
    if url and re.search(r"\b(username|handle|user name)\b", fold(field.label)):
        return fit_text(url.rstrip("/").rsplit("/", 1)[-1], field)
    return fit_text(url, field)


def _name(part: str) -> Callable[[Context, Field], Result]:
    reason = "the profile does not say which part of the name that is" if part in {"given", "family"} else ""
    return lambda context, field: fit_text(getattr(person.name_of(context.profile), part), field, reason)


_SIMPLE: Final[dict[str, Callable[[Context, Field], Result]]] = {
    "full_name": _name("full"),
    "given_name": _name("given"),
    "family_name": _name("family"),
    "middle_name": _name("middle"),
    "preferred_name": _name("preferred"),
    "email": lambda context, field: fit_text(context.profile.basics.email, field),
    "phone": _phone,
    "phone_national": _phone_national,
    "phone_country": _phone_country,
    "street": _street,
    "street2": _street2,
    "city": lambda context, field: fit_text(context.profile.basics.location.city, field),
    "region": _region,
    "postal_code": lambda context, field: fit_text(context.profile.basics.location.postal_code, field),
    "country": _country,
    "location": _location,
    "linkedin": _network("linkedin"),
    "github": _github,
    "gitlab": _network("gitlab"),
    "stackoverflow": _network("stackoverflow"),
    "twitter": _network("twitter"),
    "facebook": _network("facebook"),
    "xing": _network("xing"),
    "website": _website,
    "portfolio": lambda context, field: fit_text(person.site_of(context.profile, "portfolio"), field),
    "current_company": lambda context, field: _current(context, field, "company"),
    "current_title": lambda context, field: _current(context, field, "title"),
    "years_experience": _years,
    "start_date": _start_date,
    "notice_period": _notice,
    "pronouns": _pronouns,
    "salary_expectation": _salary,
    "relocation": lambda context, field: fit_yes_no(context.profile.applyonce.willing_to_relocate, field),
    "summary": lambda context, field: fit_text(context.profile.basics.summary, field),
}


def has_value(meaning: str) -> bool:
    """Whether the profile may hold a value for the meaning (legal and demographic ones are planned
    elsewhere)."""
    return (
        meaning in _SIMPLE
        or meaning in {"degree", "school", "field_of_study", "work_company", "work_title"}
        or meaning.startswith(("education_", "work_start", "work_end"))
    )


def value_of(classification: Classification, field: Field, context: Context) -> Result:
    """The profile's value for a classified field, as the field takes it."""
    meaning, index = classification.meaning, classification.index
    if field.kind == "checkbox":
        return Left("a box to tick")
    if (simple := _SIMPLE.get(meaning)) is not None:
        return simple(context, field)
    if meaning == "degree":
        return _degree(context, field, index)
    if meaning in {"school", "field_of_study"}:
        return _education(context, field, index, meaning)
    side = "start" if "_start" in meaning else "end"
    if meaning.startswith("education_"):
        return _education(context, field, index, side)
    if meaning in {"work_company", "work_title"}:
        section = patterns.WORK_SECTION.match(fold(field.section))
        in_row = index or section or re.search(r"\d", f"{field.name} {field.dom_id}")
        part = meaning.removeprefix("work_")
        return _work(context, field, index, part) if in_row else _current(context, field, part)
    if meaning.startswith("work_"):
        return _work(context, field, index, side)
    return MISSING
