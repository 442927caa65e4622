"""Which option of "How did you hear about us?" says the stored source, where none is just that."""

import re
from collections.abc import Sequence
from typing import Final

from companion.filling.options import negated, real_options
from companion.filling.text import bounded, fold

_POSTING: Final = re.compile(
    r"\b(?:jobs?|postings?|ads?|adverts?|advertisements?|sponsored|listings?|vacanc(?:y|ies)|anzeigen?|"
    r"stellenanzeigen?|annonces?|anuncios?|annunci|vacatures?|annonser?)\b"
)
_BY_SOMEBODY: Final = re.compile(
    r"\b(?:individuals?|person|persons|people|employees?|company|companies|friends?|colleagues?|recruiters?|messages?|"
    r"inmail|outreach|groups?|pages?|events?|connections?|contacts?|influencers?|blogs?)\b"
)
_LISTED: Final = re.compile(r"[,/;]|\b(?:and|or|und|oder|et|ou|e\.g\.?|i\.e\.?|such as|like|etc)\b")


def option_for(source: str, options: Sequence[str]) -> str | None:
    """The one option that lists the source in its brackets ("Job boards (Indeed, Glassdoor)"), or that is its
    posting where its other options are what people or companies write there; None where several may be meant."""
    wanted, real = fold(source), real_options(options)
    if not wanted:
        return None
    named = [o for o in real if re.search(rf"\b{re.escape(wanted)}\b", fold(o))]
    inside = [o for o in named if _lists(o, wanted)]
    if inside:
        return inside[0] if len(named) == 1 else None
    if len(named) == 1 and _goes_on(named[0], wanted):
        return named[0]
    postings = [
        o for o in named if fold(o).startswith(wanted) and _POSTING.search(fold(o)) and not _by_somebody(o)
    ]
    rest = [o for o in named if o not in postings]
    return postings[0] if len(postings) == 1 and all(map(_by_somebody, rest)) else None


def _goes_on(option: str, wanted: str) -> bool:
    more = fold(option).removeprefix(f"{wanted} ")
    return (
        more != fold(option) and len(more.split()) <= 4 and not _by_somebody(option) and not negated(option)
    )


def _by_somebody(option: str) -> bool:
    """Whether an option of a site is what a person or a company wrote or did there, not a posting of the job."""
    return _BY_SOMEBODY.search(fold(option)) is not None


def _lists(option: str, wanted: str) -> bool:
    inside = re.findall(r"[(\[]([^)\]]*)", bounded(option).casefold())
    return any(fold(part) == wanted for text in inside for part in _LISTED.split(text))
