"""Phone numbers in the form that a field takes."""

import re

import phonenumbers


def _parse(phone: str, country: str) -> phonenumbers.PhoneNumber | None:
    try:
        number = phonenumbers.parse(phone[:60], country or None)
    except phonenumbers.NumberParseException:
        return None
    return number if phonenumbers.is_possible_number(number) else None


def phone_country(phone: str, country: str) -> str | None:
    """The country code of a phone number; `country` is assumed where the number has no calling code."""
    number = _parse(phone, country)
    if number is None:
        return country or None
    region = phonenumbers.region_code_for_number(number)
    if region is not None:
        return region
    regions = phonenumbers.region_codes_for_country_code(number.country_code or 0)
    return country if country in regions else (regions[0] if len(regions) == 1 else None)


def format_phone(
    phone: str, country: str, *, national: bool, max_length: int | None, hint: str
) -> str | None:
    """The number with its calling code ("+49 30 5550142") or without ("030 5550142"), as short as the field
    needs.

    `hint` is the field's label, placeholder and description: "digits only" and the like are obeyed. None
    where the
    number does not fit into `max_length` in any form. A number that cannot be read is given as it stands.
    """
    number = _parse(phone, country)
    if number is None:
        return phone if max_length is None or len(phone) <= max_length else None
    formats = phonenumbers.PhoneNumberFormat
    digits_only = (
        re.search(r"(?i)digits only|numbers only|no spaces|nur ziffern|only digits|without spaces", hint)
        is not None
    )
    significant = phonenumbers.national_significant_number(number)
    counted = re.search(
        r"(?i)\b(\d{1,2})[- ]?(?:digits?|d[ií]gitos|cifre|cijfers|chiffres|stellen|siffror)\b", hint
    )
    if counted and int(counted[1]) == len(significant):
        return significant
    if national:
        local = phonenumbers.format_number(number, formats.NATIONAL)
        forms = [local, re.sub(r"\D", "", local), significant]
        forms = forms[1:] if digits_only else forms
    else:
        e164 = phonenumbers.format_number(number, formats.E164)
        forms = (
            [e164.lstrip("+")]
            if digits_only
            else [phonenumbers.format_number(number, formats.INTERNATIONAL), e164]
        )
    return next((form for form in forms if max_length is None or len(form) <= max_length), None)
