"""Scopes of questions after agreements that bind the applicant: of what kind, to what effect, and with whom."""

import re
from typing import Final

from companion.filling.bank.scopes import Scope, words

MARK: Final = re.compile(r"compet|solicit|covenant|restraint|agreement|obligation|contract")
_AGREEMENT: Final = (
    r"agreements?|clauses?|covenants?|provisions?|restrictions?|contracts?|obligations?|undertakings?|"
    r"commitments?|"
    r"arrangements?"
)
_BONDS: Final = tuple(
    (kinds.split(), re.compile(rf"\b(?:{words})(?: (?:{_AGREEMENT}))?\b"))
    for kinds, words in (
        ("noncompete", r"non ?compet(?:es?|ition|ing)|(?:agreement|covenant) not to compete"),
        ("nonsolicit", r"non ?solicit(?:s|ation)?"),
        ("noncompete nonsolicit covenant", r"restrictive covenants?|restraints? of trade"),
        ("confidentiality", r"non ?disclosure|confidentiality|nda"),
        ("notice", r"notice(?: period)?"),
    )
)
_ANY_BOND: Final = re.compile(rf"\b(?:{_AGREEMENT})\b")
_ALL_BONDS: Final = frozenset({"noncompete", "nonsolicit", "covenant", "confidentiality", "notice", "other"})
_PREVENTS: Final = re.compile(r"\b(?:prevent|prohibit|preclude|forbid|bar|keep)s?\b")
_RESTRICTS: Final = re.compile(r"\b(?:restrict|limit|affect|impact|hinder|impair|interfere|conflict)s?\b")
_EFFECT_NEUTRAL: Final = words(
    "us thisjob ability able work working join joining employment employed accept accepting "
    "taking position role job perform performing duties company might way fully would could "
    "signed entered into organization employee here"
)
_PARTY: Final = re.compile(
    r"\b(?P<which>(?:(?:current|present|previous|former|prior|past|any|other|an?|your|and|or|another) )*)"
    r"(?P<what>employers?|compan(?:y|ies)|organi[sz]ations?|third part(?:y|ies)|part(?:y|ies))\b"
)
_BOND_NEUTRAL: Final = words(
    "subject bound party parties currently presently now place under including such as similar other "
    "exist existing bind binding"
)


def read(folded: str) -> Scope | None:
    """The scope of a folded question, in which the employer is "us"; None where it says a word more."""
    rest = re.sub(r"\bthird part(y|ies)\b", "other part\\1", folded)
    rest = re.sub(r"\bparty to\b", " ", rest)
    prevents, restricts = _PREVENTS.search(rest), _RESTRICTS.search(rest)
    effect = {"prevents"} if prevents else set()
    effect |= {"prevents", "restricts"} if restricts else set()
    rest = _RESTRICTS.sub(" ", _PREVENTS.sub(" ", rest))
    kinds: set[str] = set()
    for found, pattern in _BONDS:
        if pattern.search(rest):
            rest = pattern.sub(" ", rest)
            kinds.update(found)
    if _ANY_BOND.search(rest):
        rest = _ANY_BOND.sub(" ", rest)
        kinds |= _ALL_BONDS if kinds or effect else set()
    if not kinds or kinds in ({"notice"}, {"confidentiality"}):
        return None
    parties: set[str] = set()
    for match in _PARTY.finditer(rest):
        parties |= _parties(match)
    rest = _PARTY.sub(" ", rest)
    neutral = _BOND_NEUTRAL | (_EFFECT_NEUTRAL if effect else frozenset())
    if set(rest.split()) - neutral:
        return None
    everything = frozenset({"current", "previous", "other"})
    at_all = frozenset({"prevents", "restricts", "binds"})
    return Scope("bond", (frozenset(kinds), frozenset(effect) or at_all, frozenset(parties) or everything))


def _parties(match: re.Match[str]) -> set[str]:
    which, found = match["which"].split(), set[str]()
    if match["what"].startswith("part"):
        found.add("other")
    if {"current", "present"} & set(which):
        found.add("current")
    if {"previous", "former", "prior", "past"} & set(which):
        found.add("previous")
    return found or {"current", "previous"}
