"""From a meaning and the profile to the value as this field takes it, or the reason why there is none."""

import re
from collections.abc import Callable
from typing import Final

from companion.filling import options, ranges
from companion.filling.applicant import person, phone, starting
from companion.filling.fitting import (
    MISSING,
    Context,
    Left,
    Result,
    fit_number,
    fit_text,
    hint_of,
    is_choice,
)
from companion.filling.home import address, geo, places, residence, residence_options
from companion.filling.model import Classification, Field
from companion.filling.pay import money
from companion.filling.reading import phrasing, rows
from companion.filling.text import fold

_HOUSE: Final = re.compile(
    r"(?P<street>[^\d,]*[^\d\s,]),?\s+(?P<number>\d{1,5}\s?[a-zA-Z]?(?:\s?[-/]\s?\d{1,5}\s?[a-zA-Z]?)?)"
)
"""A street whose number stands behind it, and nothing after that."""


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


_COUNTIES: Final = frozenset({"GB", "IE", "SE", "NO", "HR", "HU", "RO", "EE"})
"""Countries whose regions are counties; elsewhere a county is a part of one."""


def _region(context: Context, field: Field) -> Result:
    place = context.profile.basics.location
    if not place.region:
        return MISSING
    label = fold(field.label)
    only_county = re.search(r"\bcounty\b", label) and not re.search(r"\b(state|province|region)\b", label)
    if only_county and place.country_code not in _COUNTIES:
        return Left("the profile does not say the county")
    if re.search(r"\b(us|u s|usa|united states) state\b", label) and place.country_code != "US":
        return Left("asks for a state of the United States")
    if is_choice(field):
        option = options.match_region(place.region, place.country_code, field.options)
        return option if option is not None else Left("no option names the applicant's state or region")
    if field.max_length is not None and 0 < field.max_length <= 3:
        code = geo.subdivision_of(place.region, place.country_code)
        return fit_text(code.split("-", 1)[1] if code else "", field)
    return fit_text(place.region, field)


def _postal_code(context: Context, field: Field) -> Result:
    place = context.profile.basics.location
    if re.search(r"\bpin ?code\b", fold(field.label)) and place.country_code != "IN":
        return Left("a PIN, which is a postal code only in India")
    return fit_text(place.postal_code, field)


def _postal_city(context: Context, field: Field) -> Result:
    place = context.profile.basics.location
    return fit_text(f"{place.postal_code} {place.city}" if place.postal_code and place.city else "", field)


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


def _address(context: Context, field: Field) -> Result:
    if is_choice(field):
        return _location(context, field)
    return fit_text(
        address.compose(address.parts_asked(field.label or ""), context.profile.basics.location), field
    )


def _street(context: Context, field: Field) -> Result:
    lines = context.profile.basics.location.address.splitlines()
    place = context.profile.basics.location
    if not lines:
        return MISSING
    if re.search(
        r"\b(city|state|zip|full address|complete address)\b",
        fold(f"{field.label or ''} {field.placeholder or ''}"),
    ):
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
    if context.house_number_beside and (split := _HOUSE.fullmatch(lines[0])) is not None:
        return fit_text(split["street"], field)
    return fit_text(lines[0] if field.kind != "textarea" else ", ".join(lines), field)


def _house_number(context: Context, field: Field) -> Result:
    first = next(iter(context.profile.basics.location.address.splitlines()), "")
    split = _HOUSE.fullmatch(first)
    if split is None or not context.house_number_beside:
        return Left("the number goes with the street")
    return fit_text(split["number"], field)


def _street2(context: Context, field: Field) -> Result:
    lines = context.profile.basics.location.address.splitlines()
    return fit_text(", ".join(lines[1:]), field)


def _years(context: Context, field: Field) -> Result:
    years = context.profile.applyonce.years_experience
    if years is None:
        return MISSING
    return fit_number(years, field)


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
        unit = ranges.unit_of(hint_of(field))
        count = ranges.count_of(notice, unit) if unit else None
        return Left("a number, and of what unit is not said") if count is None else f"{count:g}"
    if (asked := phrasing.unit_asked(field.label or "")) and ranges.count_of(notice, asked) is None:
        return Left("the profile does not say it in that unit")
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


def _middle(context: Context, field: Field) -> Result:
    middle = person.name_of(context.profile).middle
    if middle and (field.max_length == 1 or re.search(r"\binitial|^mi$", fold(field.label))):
        middle = middle[:1] if field.max_length == 1 else f"{middle[:1]}."
    return fit_text(middle, field)


_FIRST_SURNAME: Final = re.compile(r"\b(primer apellido|1er apellido|apellido 1|apellido paterno)\b")
_SECOND_SURNAME: Final = re.compile(r"\b(segundo apellido|2o apellido|apellido 2|apellido materno)\b")


def _family(context: Context, field: Field) -> Result:
    """The family name; one of two surnames where a Spanish form asks for them one by one."""
    name = person.name_of(context.profile)
    family = name.family
    if len(name.preferred.split()) > 1 and re.search(r"\bpreferred\b", fold(field.label)):
        return Left("the profile does not say which part of the preferred name that is")
    asked = fold(f"{field.label or ''} {field.placeholder or ''}")
    first, second = _FIRST_SURNAME.search(asked), _SECOND_SURNAME.search(asked)
    if first or second:
        surnames = person.two_surnames(family)
        if surnames is None:
            why = "the profile does not say which surname is the first"
            return fit_text(family, field) if first and len(family.split()) == 1 else Left(why)
        family = surnames[0 if first else 1]
    return fit_text(family, field, "the profile does not say which part of the name that is")


_WHOLE_NAME: Final = re.compile(
    r"^(?:please )?(?:(?:enter|provide|state|share|what is) )?(?:your )?(?:preferred|chosen) "
    r"(?:full name|first (?:name )?and (?:last|surname|family))|"
    r"\bname as you (?:would )?(?:like|prefer|want) (?:it|this) to (?:appear|be shown)\b"
)


def _preferred(context: Context, field: Field) -> Result:
    """The name that the applicant goes by, with the family name where the whole of it is asked for."""
    name = person.name_of(context.profile)
    preferred = name.preferred
    if preferred and _WHOLE_NAME.search(fold(field.label)):
        if not name.family:
            return Left("the profile does not say which part of the name that is")
        if name.family not in preferred:
            preferred = f"{preferred} {name.family}"
    return fit_text(preferred, field)


def _name(part: str) -> Callable[[Context, Field], Result]:
    reason = "the profile does not say which part of the name that is" if part in {"given", "family"} else ""
    return lambda context, field: fit_text(getattr(person.name_of(context.profile), part), field, reason)


_SIMPLE: Final[dict[str, Callable[[Context, Field], Result]]] = {
    "full_name": _name("full"),
    "given_name": _name("given"),
    "family_name": _family,
    "middle_name": _middle,
    "preferred_name": _preferred,
    "email": lambda context, field: fit_text(context.profile.basics.email, field),
    "phone": _phone,
    "phone_national": _phone_national,
    "phone_country": _phone_country,
    "street": _street,
    "street2": _street2,
    "house_number": _house_number,
    "city": lambda context, field: fit_text(context.profile.basics.location.city, field),
    "region": _region,
    "postal_code": _postal_code,
    "postal_city": _postal_city,
    "country": _country,
    "location": _location,
    "address": _address,
    "linkedin": _network("linkedin"),
    "github": _github,
    "gitlab": _network("gitlab"),
    "stackoverflow": _network("stackoverflow"),
    "twitter": _network("twitter"),
    "facebook": _network("facebook"),
    "xing": _network("xing"),
    "website": _website,
    "portfolio": lambda context, field: fit_text(person.site_of(context.profile, "portfolio"), field),
    "current_company": lambda context, field: rows.current(context, field, "company"),
    "current_title": lambda context, field: rows.current(context, field, "title"),
    "years_experience": _years,
    "start_date": starting.value_of,
    "notice_period": _notice,
    "pronouns": _pronouns,
    "salary_expectation": _salary,
    "relocation": residence.willing_to_move,
    "summary": lambda context, field: fit_text(context.profile.basics.summary, field),
}


_PLACES: Final = frozenset({"region", "location"})


def _among_places(context: Context, field: Field) -> str | None:
    """The option of a list of regions or of some countries, with one for all others, that the home is in."""
    home = places.home_of(context.profile)
    if len(fold(field.label).split()) < 2:
        # "Location" alone may be that of the job.
        return None
    return residence_options.by_place(field.options, home) if home else None


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
        result = simple(context, field)
        if isinstance(result, Left) and meaning in _PLACES and is_choice(field):
            return _among_places(context, field) or result
        return result
    if meaning == "degree":
        return rows.degree(context, field, index)
    if meaning in {"school", "field_of_study"}:
        return rows.education(context, field, index, meaning)
    side = "start" if "_start" in meaning else "end"
    if meaning.startswith("education_"):
        return rows.education(context, field, index, side)
    if meaning in {"work_company", "work_title"}:
        return rows.work_or_current(context, field, index, meaning.removeprefix("work_"))
    if meaning.startswith("work_"):
        return rows.work(context, field, index, side)
    return MISSING
