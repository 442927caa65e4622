"""Numbers, spans of time and amounts of money in option texts such as "3-5 years", "2 weeks", "$60,000 -
$70,000"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import Final

from companion.filling.options import real_options
from companion.filling.text import fold

DAYS: Final = {"day": 1.0, "week": 7.0, "month": 30.0, "year": 365.0}
_UNITS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (unit, re.compile(rf"\b({words})\b"))
    for unit, words in (
        ("day", "days?|tage?n?|jours?|dias?|giorn[oi]|dagen|dag|dagar"),
        ("week", "weeks?|wks?|wochen?|semaines?|semanas?|settiman[ae]|weken|vecka|veckor"),
        ("month", "months?|mths?|monate?n?|mois|mes|meses|mes[ei]|maand|maanden|manad|manader|mesi"),
        ("year", "years?|yrs?|jahre?n?|ans?|annees?|anos?|ann[oi]|jaar|jaren|ar"),
    )
)
_NUMBER: Final = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?!\d)|\d{1,3}(?:[.,\s]\d{3})+(?!\d)|\d+(?:[.,]\d+)?")
_WORD_NUMBERS: Final = {
    word: number
    for number, words in {
        1: "one ein eine einen un une uno een en",
        2: "two zwei deux dos due twee dois duas tva",
        3: "three drei trois tres tre drie",
        4: "four vier quatre",
        5: "five",
        6: "six sechs",
        8: "eight",
        10: "ten",
        12: "twelve",
    }.items()
    for word in words.split()
}
_LESS: Final = re.compile(
    r"\b(less than|under|below|up to|fewer than|within|or less|weniger als|unter|bis zu|moins de|menos de|"
    r"hasta|"
    r"meno di|fino a|minder dan|tot|ate|mindre an|upp till)\b|<"
)
_MORE: Final = re.compile(
    r"\+|>|\b(more than|over|above|at least|or more|mehr als|uber|mindestens|plus de|mas de|al menos|piu "
    r"di|oltre|"
    r"meer dan|mais de|mer an|and above|and over|oder mehr|ou plus|o mas|o piu|of meer|ou mais|eller mer|"
    r"plus)\b"
)
_STRICTLY_MORE: Final = re.compile(
    r">|\b(more than|over|above|mehr als|plus de|mas de|piu di|oltre|meer dan|mais de|mer an)\b"
)
_NONE: Final = re.compile(r"^(none|no experience|keine?|aucune?|ninguna?|nessuna?|geen|nenhuma?|ingen)\b")

_AT_ONCE: Final = re.compile(
    r"^(none|no notice|keine)\b|^(aucun|aucune|ningun[oa]?|nessun[oa]?|geen|nenhum|nenhuma|ingen)"
    r"( (preavis|preaviso|preavviso|opzegtermijn|aviso previo|pre aviso|uppsagningstid))?$|"
    r"\b(immediate(ly)?|sofort|immediatement|inmediat\w+|immediat\w+|imediat\w+|"
    r"omgaende)\b"
)


@dataclass(frozen=True, slots=True)
class Span:
    """A range of numbers; `open_above` where its upper bound does not belong to it."""

    low: float
    high: float
    open_above: bool = False
    open_below: bool = False

    def holds(self, value: float) -> bool:
        """Whether the value lies in the range."""
        above = value > self.low if self.open_below else value >= self.low
        return above and (value < self.high if self.open_above else value <= self.high)


def numbers_in(text: str) -> list[float]:
    """The numbers in a text; "72,000", "72.000", "72 000" and "72k" are all 72000."""
    found: list[float] = []
    for match in _NUMBER.finditer(text[:300]):
        digits = match[0]
        if re.fullmatch(r"\d{1,3}(?:[.,\s]\d{2,3})*[.,\s]\d{3}", digits):
            number = float(re.sub(r"\D", "", digits))
        else:
            number = float(digits.replace(",", "."))
        after = text[match.end() : match.end() + 1].casefold()
        following = text[match.end() + 1 : match.end() + 2]
        found.append(number * 1000 if after == "k" and not following.isalpha() else number)
    return found


def span_of(text: str) -> Span | None:
    """The range that an option stands for, or None where it has no number."""
    folded = fold(text)
    plain = text.casefold()[:300]
    if _NONE.match(folded):
        return Span(0, 0)
    numbers = numbers_in(plain) or [float(_WORD_NUMBERS[w]) for w in folded.split() if w in _WORD_NUMBERS]
    if len(numbers) == 2 and numbers[0] <= numbers[1]:
        low, high = numbers
        if high >= 1000 and 0 < low < 1000 and "k" in plain:
            low *= 1000
        return Span(low, high)
    if len(numbers) != 1:
        return None
    number = numbers[0]
    if _LESS.search(plain) or _LESS.search(folded):
        return Span(
            0,
            number,
            open_above=not re.search(r"up to|bis zu|within|or less|hasta|fino a|upp till|jusqu", folded),
        )
    if _MORE.search(plain) or _MORE.search(folded):
        return Span(number, inf, open_below=_is_strict(plain, folded))
    return Span(number, number)


def _is_strict(plain: str, folded: str) -> bool:
    return _STRICTLY_MORE.search(plain) is not None or _STRICTLY_MORE.search(folded) is not None


def match_number(value: float, options: Sequence[str]) -> str | None:
    """The option whose range holds the value. At a shared bound ("3-5", "5+"), the range that begins
    there."""
    real = real_options(options)
    spans = [(span, option) for option in real if (span := span_of(option)) is not None]
    holding = [(span, option) for span, option in spans if span.holds(value)]
    if len(holding) > 1:
        beginning = [pair for pair in holding if pair[0].low == value]
        holding = beginning if len(beginning) == 1 else []
    return holding[0][1] if holding else None


def unit_of(text: str) -> str | None:
    """The unit of time that a text speaks of: "day", "week", "month" or "year"."""
    folded = fold(text)
    return next((unit for unit, pattern in _UNITS if pattern.search(folded)), None)


def days_of(text: str) -> float | None:
    """How many days a notice such as "3 months", "drei Monate" or "sofort" is, a month taken as 30; None if
    unclear."""
    folded = fold(text)
    if _AT_ONCE.search(folded):
        return 0.0
    unit, span = unit_of(text), span_of(text)
    if unit is None or span is None or span.low != span.high:
        return None
    return span.low * DAYS[unit]


def count_of(text: str, unit: str) -> float | None:
    """How many of that unit a span such as "2 weeks" is, where that is exact: a month is no number of days."""
    if days_of(text) == 0.0:
        return 0.0
    own, span = unit_of(text), span_of(text)
    if own is None or span is None or span.low != span.high:
        return None
    if own != unit and not {own, unit} <= {"day", "week"}:
        return None
    count = span.low * DAYS[own] / DAYS[unit]
    return count if count.is_integer() else None


def match_days(days: float, options: Sequence[str]) -> str | None:
    """The option whose span of time holds the given number of days ("8+ weeks", "61-90 days",
    "Immediately")."""
    holding: list[tuple[Span, str]] = []
    for option in real_options(options):
        unit, span = unit_of(option), span_of(option)
        if days_of(option) == 0.0 and unit is None:
            span, unit = Span(0, 0), "day"
        if unit is None or span is None:
            continue
        scaled = Span(span.low * DAYS[unit], span.high * DAYS[unit], span.open_above, span.open_below)
        if scaled.holds(days):
            holding.append((scaled, option))
    if len(holding) > 1:
        exact = [pair for pair in holding if pair[0].low == days]
        holding = exact if len(exact) == 1 else []
    return holding[0][1] if holding else None
