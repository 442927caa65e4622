"""Countries with their telephone codes, as a phone field's country list has them."""

from __future__ import annotations

from functools import cache

import phonenumbers
import pycountry


@cache
def dial_codes() -> tuple[tuple[str, str], ...]:
    """Return (country name, "+49") for every country that has a code, by name."""
    rows = []
    for country in pycountry.countries:
        code = phonenumbers.country_code_for_region(country.alpha_2)
        if code:
            rows.append((str(getattr(country, "common_name", country.name)), f"+{code}"))
    return tuple(sorted(rows))
