"""Scopes of questions after who referred the applicant: somebody of the staff, or anybody."""

import re
from typing import Final

from companion.filling.bank.scopes import Scope, words

MARK: Final = re.compile(r"\breferred\b|\brefer you\b")
_REFERRED: Final = re.compile(
    r"^(?:were you|have you been|are you|was your application) (?:being )?referred (?P<by>.+)$|"
    r"^(?:did|has|have|was there) (?P<who>.+?) refer(?:red)? you(?P<to>\b.*)$"
)
_STAFF_MEMBER: Final = re.compile(
    r"\b(?:current |existing )?(?:us |our )?(?:employees?|team members?|staff members?|member of (?:staff|our "
    r"(?:team|"
    r"staff)|the team))"
    r"(?: (?:of|at|from|with) us)?\b|"
    r"\b(?:anyone|someone|anybody|somebody) (?:currently )?(?:at|from|within|in|of) (?:us|our company|the "
    r"company)\b|"
    r"\b(?:anyone|someone|anybody|somebody) (?:who|that) (?:currently )?(?:works?|is working|is employed) "
    r"(?:for|at|with|by) "
    r"(?:us|our company|the company)\b|\b(?:anyone|someone|anybody|somebody) (?:who|that) works here\b"
)
_SOMEBODY: Final = re.compile(r"\b(?:anyone|someone|anybody|somebody)\b")
_REFERRED_NEUTRAL: Final = words(
    "us role position job vacancy opportunity company current currently application opening"
)


def read(folded: str) -> Scope | None:
    """The scope of a folded question, in which the employer is "us"; None where it says a word more."""
    asked = _REFERRED.match(folded)
    if asked is None:
        return None
    rest = f"{asked['by'] or ''} {asked['who'] or ''} {asked['to'] or ''}"
    who: set[str] = set()
    if _STAFF_MEMBER.search(rest):
        rest = _STAFF_MEMBER.sub(" ", rest)
        who.add("staff")
    if _SOMEBODY.search(rest):
        rest = _SOMEBODY.sub(" ", rest)
        who |= {"staff", "other"}
    if not who or set(rest.split()) - _REFERRED_NEUTRAL:
        return None
    return Scope("referral", (frozenset(who),))
