"""Dates in the format that a field takes."""

import calendar
import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from companion.filling.options import match_unique
from companion.filling.text import fold

_MONTHS: Final[dict[str, int]] = {
    name: number
    for names in (
        "january february march april may june july august september october november december",
        "januar februar marz april mai juni juli august september oktober november dezember",
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
        "januari februari mars april maj juni juli augusti september oktober november december",
        "jan feb mar apr may jun jul aug sep oct nov dec",
    )
    for number, name in enumerate(names.split(), start=1)
}
_TOKENS: Final = re.compile(
    r"(?i)\b(dd|d|tt|jj|gg)([./\- ])(mm?)\2(yyyy|jjjj|aaaa|yy)\b|\b(mm?)([./\- ])(dd?)\6(yyyy|yy)\b|"
    r"\b(yyyy|aaaa|jjjj|åååå)([./\- ])(mm)\10(dd|tt|jj|gg)\b"
)
_MONTH_YEAR: Final = re.compile(r"(?i)\b(mm)\s?([./\-])\s?(yyyy|jjjj|aaaa|yy)\b")
_YEAR_MONTH: Final = re.compile(r"(?i)\b(yyyy|jjjj|aaaa)([./\-])(mm)\b")


def parts_of(iso: str) -> tuple[int, int | None, int | None] | None:
    """Year, month and day of a date such as 2024, 2024-05 or 2024-05-31; None for any other text."""
    if not re.fullmatch(r"\d{4}(-\d{2}){0,2}", iso):
        return None
    numbers = [int(part) for part in iso.split("-")]
    month = numbers[1] if len(numbers) > 1 else None
    day = numbers[2] if len(numbers) > 2 else None
    if month is not None and not 1 <= month <= 12:
        return None
    if month is not None and day is not None and not 1 <= day <= calendar.monthrange(numbers[0], month)[1]:
        return None
    return numbers[0], month, day


def day_of(iso: str) -> date | None:
    """The day that an ISO date names, or None where it names only a month or year."""
    parts = parts_of(iso)
    return date(parts[0], parts[1], parts[2]) if parts and parts[1] and parts[2] else None


def format_date(iso: str, *, hint: str, native: bool) -> str | None:
    """A date as the field takes it.

    `hint` is the placeholder, with label and description after it: a format found there ("MM/DD/YYYY",
    "TT.MM.JJJJ") is
    followed. Without one it is ISO 8601. `native` says that the field is a date control, which takes whole
    dates only.
    None where the format asks for a part that the date does not have.
    """
    parts = parts_of(iso)
    if parts is None:
        return None
    year, month, day = parts
    if match := _TOKENS.search(hint):
        return None if month is None or day is None else _whole(match, year, month, day)
    if not native and (match := _MONTH_YEAR.search(hint)):
        shown = f"{year % 100:02d}" if len(match[3]) == 2 else str(year)
        return None if month is None else f"{month:02d}{match[2]}{shown}"
    if not native and (match := _YEAR_MONTH.search(hint)):
        return None if month is None else f"{year}{match[2]}{month:02d}"
    if native and (month is None or day is None):
        return None
    return iso


def _whole(match: re.Match[str], year: int, month: int, day: int) -> str:
    short = f"{year % 100:02d}"
    if match[1]:
        separator, shown = match[2], short if len(match[4]) == 2 else str(year)
        return f"{day:02d}{separator}{month:02d}{separator}{shown}"
    if match[5]:
        separator, shown = match[6], short if len(match[8]) == 2 else str(year)
        return f"{month:02d}{separator}{day:02d}{separator}{shown}"
    return f"{year}{match[10]}{month:02d}{match[10]}{day:02d}"


def month_of(text: str) -> int | None:
    """The month that a text names, in full, abbreviated or as a number ("05", "May", "05 - May")."""
    words = fold(text).split()
    found = {number for word in words if (number := _MONTHS.get(word)) is not None}
    if len(found) == 1:
        return found.pop()
    if not found and len(words) == 1 and words[0].isdigit() and 1 <= int(words[0][:4]) <= 12:
        return int(words[0][:4])
    return None


def match_month(month: int, options: Sequence[str]) -> str | None:
    """The option for the month."""
    return match_unique(options, lambda option: month_of(option) == month)
