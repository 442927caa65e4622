"""Are two postings under different ids perhaps one job? Only a hint for the user, never a decision.

The same job stands on LinkedIn and on the company's own board, or is posted again under a new id: then
company, title and location agree once the trimmings of each board are off.
"""

import re
from typing import Protocol

from companion.identity.places import (
    MAX_CHARS,
    REMOTE,
    agree,
    ends_in_country,
    place_words,
    places_in,
    words_of,
)
from companion.identity.text import word_set

_COMPANY_SUFFIXES = word_set(
    "ab ag aps as asa bv co company corp corporation eg ev gmbh group holding holdings inc incorporated "
    "kg kgaa limited llc llp lp ltd mbh nv oy oyj plc pte pty pvt sa sarl sas se sl spa spzoo srl sro ug"
)
_WORK_STYLE = REMOTE | {"hybrid", "onsite", "on", "site", "based", "in", "office", "first"}
_GENDERS = re.compile(
    r"[(\[]?\b[mfwdxhiv](?:\s*[/|,*]\s*(?:[mfwdxhi]|divers|nb|gn))+\b[)\]]?|[(\[]\s*(?:all|any|alle)\s+(?:genders?|geschlechter)\s*[)\]]"
    r"|[:*_/](?:in|innen)\b(?=\s|$|[,)])",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"[(\[{]([^()\[\]{}]*)[)\]}]")
_TITLE_END = re.compile(r"\s+[-–—|@•·]\s+|,\s+|\s+at\s+")
_SYNONYMS = {
    "sr": "senior",
    "snr": "senior",
    "jr": "junior",
    "mgr": "manager",
    "eng": "engineer",
    "internship": "intern",
}


class Facts(Protocol):
    """What the comparison reads; `filling.model.JobFacts` and `JobIdentity` both have it."""

    @property
    def title(self) -> str | None: ...  # noqa: D102
    @property
    def company(self) -> str | None: ...  # noqa: D102
    @property
    def location(self) -> str | None: ...  # noqa: D102


def similarity(a: Facts, b: Facts) -> str | None:
    """Return a sentence that says why two postings may be one job, or None when they do not look so.

    Company and title must be known and agree; places must agree, or be unknown for one of the two.
    """
    if not (a.title and b.title and a.company and b.company):
        return None
    company = _company(a.company)
    if not company or company != _company(b.company):
        return None
    title_a, named_a = _title(a.title, a, b)
    title_b, named_b = _title(b.title, b, a)
    if not title_a or title_a != title_b:
        return None
    places_a, places_b = places_in(a.location) or named_a, places_in(b.location) or named_b
    what = f"{a.title[:MAX_CHARS]} at {a.company[:MAX_CHARS]}"
    if not (places_a and places_b):
        return f"Same company and title ({what}); the place is not given for both."
    if not any(agree(one, other) for one in places_a for other in places_b):
        return None
    return f"Same company, title and place ({what}, {(a.location or b.location or '')[:MAX_CHARS]})."


def _company(text: str) -> str:
    words = words_of(re.sub(r"\.(?:com|io|ai|co|org|net)\b", "", text, flags=re.IGNORECASE))
    kept = words[1:] if words[:1] == ["the"] else words
    while len(kept) > 1 and (kept[-1] in _COMPANY_SUFFIXES or kept[-1] == "and"):
        kept = kept[:-1]
    return "".join(kept)


def _title(text: str, own: Facts, other: Facts) -> tuple[list[str], list[frozenset[str]]]:
    """Return the title's words without place, company and gender marks, and the places it named."""
    text = _GENDERS.sub(" ", text[:MAX_CHARS])
    known = [*places_in(own.location), *places_in(other.location)]
    named: list[frozenset[str]] = []

    def is_trimming(piece: str) -> bool:
        words = set(words_of(piece))
        if words <= _WORK_STYLE or (own.company and _company(piece) == _company(own.company)):
            return True
        place = place_words(piece)
        if place and (any(place <= known_place for known_place in known) or ends_in_country(piece)):
            named.append(place)
            return True
        return False

    text = _BRACKETS.sub(lambda match: " " if is_trimming(match[1]) else match[0], text)
    while ends := list(_TITLE_END.finditer(text)):
        cut = next((end for end in ends if is_trimming(text[end.end() :])), None)
        if cut is None:
            break
        text = text[: cut.start()]
    return [_SYNONYMS.get(word, word) for word in words_of(text)], named
