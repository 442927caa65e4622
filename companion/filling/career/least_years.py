"""Years of one kind of a work are years of that work: so many at least, and perhaps more.

Five years of selling software reach "4+ years of sales experience"; they are no answer to "how many?".
"""

import re
from collections.abc import Sequence
from math import inf
from typing import Final

from companion.filling.career import experience
from companion.filling.fitting import Left, fit_yes_no, is_choice
from companion.filling.model import Field, StoredAnswer
from companion.filling.options import real_options
from companion.filling.ranges import span_of
from companion.filling.text import bounded

_WORKS: Final = frozenset(
    {"sale", "recruiting", "recruitment", "nursing", "teaching", "accounting", "marketing"}
)
"""Works of which each kind is the work itself (managing products is not managing people), as skills are named."""
_OTHERWISE: Final = re.compile(r"\b(?:after|pre|post|non|no|not|anti|and|or|de)\b|[&/,+]")
_A_COUNT: Final = re.compile(r"(?i)^(\d{1,2}(?:\.\d)?)(?: years?)?$")


def value_of(field: Field, answers: Sequence[StoredAnswer]) -> tuple[StoredAnswer, str] | None:
    """The open end of a list, or the yes to a bar, that the years of one kind of the work reach, if any."""
    asked = experience.read(bounded(field.label))
    work = _only_skill(asked)
    if asked is None or work not in _WORKS:
        return None
    known = [(years, answer) for answer in answers if (years := _years_of_a_kind(work, answer)) is not None]
    if not known:
        return None
    years, answer = max(known, key=lambda pair: pair[0])
    if asked.kind == "bar":
        reached = asked.high == inf and (years > asked.low if asked.is_strict else years >= asked.low)
        said = fit_yes_no(True, field) if reached else Left("the work as a whole may reach it")
        return None if isinstance(said, Left) else (answer, said)
    if asked.kind != "years" or not is_choice(field):
        return None
    spans = [(span, option) for option in real_options(field.options) if (span := span_of(option))]
    reached_options = [option for span, option in spans if span.high == inf and span.holds(years)]
    return (answer, reached_options[0]) if len(reached_options) == 1 else None


def _only_skill(asked: experience.Asked | None) -> str:
    """The one skill that a question is about, or empty."""
    if asked is None or len(asked.ways) != 1 or len(asked.ways[0]) != 1:
        return ""
    return asked.ways[0][0].name


def _years_of_a_kind(work: str, answer: StoredAnswer) -> float | None:
    known = experience.read(answer.question)
    kind = _only_skill(known)
    count = _A_COUNT.match(bounded(answer.answer))
    if known is None or known.kind != "years" or count is None or not kind.endswith(f" {work}"):
        return None
    return None if _OTHERWISE.search(kind) else float(count[1])
