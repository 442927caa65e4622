"""A date that is asked in parts: "Day", "Month" and "Year", each a field of its own, under one question."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, Literal

from companion.filling.applicant import dates
from companion.filling.fitting import Left, Result, is_choice
from companion.filling.model import Field
from companion.filling.options import match_unique
from companion.filling.text import fold

Part = Literal["day", "month", "year"]
_WORDS: Final[dict[Part, frozenset[str]]] = {
    "day": frozenset(["day", "tag", "jour", "dia", "giorno", "dag", "dd", "tt", "jj", "gg"]),
    "month": frozenset(["month", "monat", "mois", "mes", "mese", "maand", "manad", "mm"]),
    "year": frozenset(["year", "jahr", "annee", "ano", "anno", "jaar", "ar", "yyyy", "jjjj", "aaaa"]),
}
_DIGITS: Final = re.compile(r"\d{1,4}")


def part_of(field: Field) -> Part | None:
    """Which part of a date the field takes, by its label, or its placeholder where that is all there is."""
    words = set(fold(field.label or field.placeholder).split())
    return next((part for part, known in _WORDS.items() if words and words <= known), None)


def questions(fields: Sequence[Field]) -> Iterator[tuple[Sequence[int], tuple[str, ...]]]:
    """Yield each date that is asked in parts: the places of its fields, and the texts that may say which it is.

    Two or three different parts in a row make a date, if one of them is the year.
    """
    start = 0
    while start < len(fields):
        parts: list[Part] = []
        for field in fields[start : start + 3]:
            part = part_of(field)
            if part is None or part in parts or field.section != fields[start].section:
                break
            parts.append(part)
        if len(parts) > 1 and "year" in parts:
            first = fields[start]
            texts = tuple(text for text in (first.description, first.section) if text)
            yield range(start, start + len(parts)), texts
        start += max(len(parts), 1)


def value_of(part: Part, iso: str, field: Field) -> Result:
    """One part of a date, as the field takes it."""
    known = dates.parts_of(iso)
    number = None if known is None else known[("year", "month", "day").index(part)]
    if number is None:
        return Left("the profile's date is not as exact as the field wants it")
    if not is_choice(field):
        return str(number) if part == "year" else f"{number:02d}"
    if part == "month":
        option = dates.match_month(number, field.options)
    else:
        option = match_unique(
            field.options,
            lambda text: _DIGITS.fullmatch(fold(text)) is not None and int(fold(text)) == number,
        )
    return option if option is not None else Left(f"no option is that {part}")
