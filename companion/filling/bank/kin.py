"""Scopes of questions after relatives and friends at the employer: who counts, where they work, and when."""

import re
from typing import Final

from companion.filling.bank.scopes import Scope, words

MARK: Final = re.compile(r"relat|famil|friend|household|\bknow (?:any|some)")
_KIN: Final = re.compile(
    r"\b(?:relatives?|family members?|members? of (?:your|the) (?:immediate )?family|your (?:immediate )?family|"
    r"related)\b"
)
_FRIENDS: Final = re.compile(r"\bfriends?\b")
_ANYBODY: Final = re.compile(
    r"\b(?:household members?|members of your household|(?:close )?personal relationships?|know (?:anyone|anybody|"
    r"someone|somebody))\b"
)
_BOARD: Final = re.compile(
    r"\b(?:(?:members? of )?(?:the |our |its )?board(?: of directors)?(?: members?)?|directors?)\b"
)
_OFFICERS: Final = re.compile(r"\b(?:officers?|executives?)\b")
_STAFF: Final = re.compile(
    r"\b(?:employees?|employed|staff(?: members?)?|team members?|worked|work|works|working|at us)\b"
)
_CONTRACTORS: Final = re.compile(
    r"\b(?:contractors?|consultants?|interns?|temps?|vendors?|suppliers?|agents?)\b"
)
_VERB: Final = re.compile(r"\b(?:employed|worked|works?|working)\b")
_ROLE: Final = re.compile(
    r"\b(?:board|directors?|officers?|executives?|contractors?|consultants?|interns?|temps?|vendors?|suppliers?|agents?)\b"
)
_VERB_OR_ROLE: Final = re.compile(
    r"\bemployees?\b|\b(?:employed|worked|works?|working) (?:for|at|by|with|in) us (?:or|and)\b"
)
"""A role beside the staff in general: employees are named, or whoever works there "or" has the role."""
_NOW_OR_BEFORE: Final = re.compile(
    r"\b(?:current(?:ly)?|present(?:ly)?)? ?(?:and|or) (?:former(?:ly)?|previous(?:ly)?|past)\b"
)
_BEFORE: Final = re.compile(r"\b(?:former(?:ly)?|previous(?:ly)?|past|ever)\b")
_AFFILIATES: Final = re.compile(
    r"\b(?:our |its |any of (?:our|its) |one of (?:our|its) )?(?:affiliates?|subsidiar(?:y|ies))\b"
)
_KIN_NEUTRAL: Final = words(
    "currently current now presently present anyone anybody someone somebody person people member "
    "members individual individuals us company organization organisation"
)


def read(folded: str) -> Scope | None:
    """The scope of a folded question, in which the employer is "us"; None where it says a word more."""
    who: set[str] = set()
    where: set[str] = set()
    when: set[str] = set()
    rest = folded

    def take(pattern: re.Pattern[str], into: set[str], *kinds: str) -> None:
        nonlocal rest
        if pattern.search(rest):
            rest = pattern.sub(" ", rest)
            into.update(kinds)

    if re.search(r"\byou (?:or|and)\b", folded):
        return None
    take(_ANYBODY, who, "relative", "friend", "other")
    take(_FRIENDS, who, "friend")
    take(_KIN, who, "relative")
    if not who or not re.search(r"\bus\b|\b(?:the|our|this) (?:company|organi[sz]ation)\b", folded):
        return None
    if re.search(r"\bworked\b", rest):
        when.add("before")
    take(_AFFILIATES, where, "affiliate")
    if not _VERB_OR_ROLE.search(rest) and _ROLE.search(rest):
        # "an officer working at us" is an officer, "contractors at us" are contractors.
        if _VERB.search(rest):
            return None
        rest = re.sub(r"\bat us\b", "us", rest)
    take(_BOARD, where, "board")
    take(_CONTRACTORS, where, "contractor")
    take(_STAFF, where, "staff", "officer")
    take(_OFFICERS, where, "officer")
    take(_NOW_OR_BEFORE, when, "now", "before")
    take(_BEFORE, when, "before")
    if set(rest.split()) - _KIN_NEUTRAL or not where:
        return None
    return Scope("kin", (frozenset(who), frozenset(where), frozenset(when or {"now"})))
