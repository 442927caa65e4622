"""What the user's stored answers say about experience with a skill: years, whether enough, whether any at all.

A number of years for the same skill answers a bar ("at least 3 years of React?") and whether there is any; that
somebody does not know a skill answers with no. Facts that contradict each other answer nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from companion.filling import options
from companion.filling.career import experience
from companion.filling.career.experience import Asked
from companion.filling.career.skills import Skill
from companion.filling.model import StoredAnswer
from companion.filling.text import bounded

_A_COUNT: Final = re.compile(
    r"(?i)^(\d{1,2}(?:[.,]\d)?)(?: (?:years?|yrs|jahre?|ann[ée]es|ans?|a[nñ]os?|anni|anno|jaar|jaren|år|"
    r"lata?))?$"
)
_MASTERED_YEARS: Final = 3
"""From how many years on somebody may call themselves proficient."""

Way = tuple[Skill, ...]


@dataclass(frozen=True, slots=True)
class _Fact:
    """What one stored answer says of the skills that its question is about, in each reading of them."""

    ways: tuple[Way, ...]
    years: float | None
    has: bool | None
    is_knowledge: bool
    stored: StoredAnswer
    names: frozenset[str]
    """The names of all the skills, to look for."""


@lru_cache(maxsize=4096)
def _fact(stored: StoredAnswer) -> _Fact | None:
    asked = experience.read(stored.question, takes_yes=options.yes_or_no(stored.answer) is not None)
    if asked is None or not asked.ways or asked.either or asked.kind in {"bar", "mastered"}:
        return None
    answer = bounded(stored.answer)
    if asked.kind == "years":
        count = _A_COUNT.match(answer)
        years = float(count[1].replace(",", ".")) if count else None
        return None if years is None else _Fact(asked.ways, years, None, False, stored, _names(asked.ways))
    said = options.plain_yes_or_no(answer)
    if said is None or (asked.kind == "made" and not said):
        # Who has built none may still have worked with what others built.
        return None
    return _Fact(asked.ways, None, said, asked.kind == "known", stored, _names(asked.ways))


def _names(ways: Sequence[Way]) -> frozenset[str]:
    return frozenset(name for way in ways for skill in way for name in (skill.name, skill.other) if name)


def _same(way: Way, other: Way) -> bool:
    """Whether two lists of skills are the same, in any order."""
    return len(way) == len(other) and all(any(a.is_same(b) for b in other) for a in way)


def _covers(known: Way, skill: Skill, way: Way) -> bool:
    """Whether the skills of a stored question are among those asked, and the given one is one of them."""
    return (
        len(known) > 1
        and any(one.is_same(skill) for one in known)
        and all(any(one.is_same(other) for other in way) for one in known)
    )


class _Known:
    """The facts that are about one or more of the skills that a question asks about."""

    def __init__(self, facts: Sequence[_Fact]) -> None:
        self.facts = facts
        self.used: list[StoredAnswer] = []

    def _about(self, way: Way) -> Iterator[_Fact]:
        return (fact for fact in self.facts if any(_same(way, known) for known in fact.ways))

    def count(self, way: Way) -> float | None:
        """The years of experience with all of the skills as somebody counted them: "No" is no number of years."""
        years = self.years(way)
        is_counted = any(fact.years == 0 and fact.stored in self.used for fact in self.facts)
        return years if years or is_counted else None

    def years(self, way: Way) -> float | None:
        """The years of experience with all of the skills, or None where they are not known or not certain."""
        exact = self._exact_years(way)
        if exact is not None or len(way) == 1:
            return exact
        found = [self._years_within(skill, way) for skill in way]
        known = [years for years in found if years is not None]
        return min(known) if len(known) == len(way) else None

    def _exact_years(self, way: Way) -> float | None:
        facts = list(self._about(way))
        counts = {fact.years for fact in facts if fact.years is not None}
        denied = any(fact.has is False for fact in facts)
        affirmed = any(fact.has for fact in facts if not fact.is_knowledge)
        if (denied and affirmed) or len(counts) > 1:
            return None
        years = counts.pop() if counts else 0.0 if denied else None
        if years is None or (denied and years > 0) or (affirmed and years == 0):
            return None
        self.used.extend(fact.stored for fact in facts)
        return years

    def _years_within(self, skill: Skill, way: Way) -> float | None:
        """The years with one of several skills; those of a question about some of them count for each."""
        if (alone := self._exact_years((skill,))) is not None:
            return alone
        within = [
            fact
            for fact in self.facts
            if fact.years is not None and any(_covers(known, skill, way) for known in fact.ways)
        ]
        self.used.extend(fact.stored for fact in within)
        counts = {fact.years for fact in within}
        return counts.pop() if len(counts) == 1 else None

    def has(self, skill: Skill) -> bool | None:
        """Whether there is any experience with the skill."""
        years = self._exact_years((skill,))
        if years is not None:
            return years > 0
        facts = list(self._about((skill,)))
        telling = [fact for fact in facts if fact.has and not fact.is_knowledge]
        if not telling or any(fact.years is not None or fact.has is False for fact in facts):
            return None
        self.used.extend(fact.stored for fact in telling)
        return True

    def knows(self, skill: Skill) -> bool | None:
        """Whether somebody knows the skill: who has used it for a year does."""
        said = {fact.has for fact in self._about((skill,)) if fact.is_knowledge}
        years = self._exact_years((skill,))
        if len(said) == 1:
            self.used.extend(fact.stored for fact in self._about((skill,)) if fact.is_knowledge)
            return None if years and False in said else said.pop()
        return True if not said and (years or 0) >= 1 else None


def answer(asked: Asked, stored: Sequence[StoredAnswer]) -> tuple[float | bool, StoredAnswer] | None:
    """The years, or the yes or no, that answer a question about experience, and the stored answer that says so;
    None where none does."""
    names = _names(asked.ways)
    facts = [fact for answer in stored if (fact := _fact(answer)) and not fact.names.isdisjoint(names)]
    for way in asked.ways:
        known = _Known(facts)
        said = _said(asked, way, known)
        if said is not None and known.used:
            return said, known.used[0]
    return None


def _said(asked: Asked, way: Way, known: _Known) -> float | bool | None:
    if asked.kind == "years":
        return None if asked.either else known.count(way)
    if asked.kind == "bar":
        reached = None if asked.either else reaches(asked, known.years(way))
        # "5 years of A and B": whether each must reach the bar, or both together, is not said.
        return reached if reached or len(way) == 1 else None
    if asked.kind == "made":
        return None
    if asked.kind == "known":
        return _all([known.knows(skill) for skill in way])
    if asked.kind == "mastered":
        return (
            True
            if (known.years(way) or 0) >= _MASTERED_YEARS
            else _all([known.has(skill) for skill in way], unless=True)
        )
    each = [known.has(skill) for skill in way]
    if not asked.either and len(way) > 1 and (years := known.years(way)) is not None:
        return years > 0
    return _any(each) if asked.either else _all(each)


def reaches(asked: Asked, years: float | None) -> bool | None:
    """Whether so many years reach the bar; None where that cannot be told."""
    if years is None or (asked.is_strict and years == asked.low) or years >= asked.high:
        # Somebody who said "5" may have five years and a half; who has more than is sought must say so.
        return None
    return years >= asked.low


def _any(each: Sequence[bool | None]) -> bool | None:
    if any(each):
        return True
    return False if all(one is False for one in each) else None


def _all(each: Sequence[bool | None], *, unless: bool = False) -> bool | None:
    """True where all are (not with `unless`), False where one is not, else None."""
    if any(one is False for one in each):
        return False
    return True if all(each) and not unless else None
