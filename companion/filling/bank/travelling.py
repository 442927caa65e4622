"""How much of the time the applicant would travel: who would a quarter of it, would a fifth."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from companion.filling.bank import stance
from companion.filling.bank.concepts import FILLER
from companion.filling.model import StoredAnswer
from companion.filling.options import plain_yes_or_no, real_options, stem
from companion.filling.text import bounded, fold


@dataclass(frozen=True, slots=True)
class Travelling:
    """A share of the time in per cent; None where a question asks how much it is."""

    percent: int | None


_SHARE: Final = re.compile(
    r"(?i)(?:\b(?P<low>\d{1,3}) ?%? ?(?:-|–|to) ?)?(?<![\d.,])(?P<high>\d{1,3}) ?(?:%|per ?cent\b)"
)
_MORE: Final = re.compile(r"(?i)more than|over \d|at least|minimum|\+|greater|>")
_HOW_MUCH: Final = re.compile(r"\bhow much\b|\bpercentage\b|\bpercent\b|%")
_NEUTRAL: Final = (
    FILLER
    | stance.stems("how time much up maximum max percentage percent role job work amount")
    | stance.ASKING
    | {"c_travel", "c_willing", "c_thisjob", "c_percentage"}
)
_NOT: Final = re.compile(
    r"\b(?:not|no|never|dont|cant|cannot|wont|arent|unable|unwilling|did|have you|do you travel)\b"
)


@lru_cache(maxsize=4096)
def read(question: str) -> Travelling | None:
    """The share of the time that a question asks one to be willing to travel, or that it asks how much it is;
    None where it asks for something else or says a word more."""
    text = bounded(question)
    if "travel" not in text.casefold() or _MORE.search(text):
        return None
    shares = {int(match["high"]) for match in _SHARE.finditer(text)}
    folded = fold(_SHARE.sub(" ", text))
    tokens = stance.tokens(folded)
    if _NOT.search(folded) or "c_travel" not in tokens or tokens - _NEUTRAL or len(shares) > 1:
        return None
    if not ("c_willing" in tokens or any(stem(word) in stance.ASKS_FOR for word in folded.split())):
        return None
    if shares:
        share = shares.pop()
        return Travelling(share) if 0 < share <= 100 and not _HOW_MUCH.search(folded) else None
    return Travelling(None) if _HOW_MUCH.search(f"{folded} {text}") else None


def share_in(answer: str) -> int | None:
    """The one share that an answer such as "Up to 25%" or "50 percent" names, or None."""
    shares = [match for match in _SHARE.finditer(bounded(answer)) if match["low"] is None]
    words = fold(_SHARE.sub(" ", answer)).split()
    is_plain = len(shares) == 1 and set(words) <= {"up", "to", "max", "maximum", "of", "the", "time", "about"}
    return int(shares[0]["high"]) if is_plain else None


def entails(question: str, answer: str, asked: Travelling) -> bool | None:
    """Whether the applicant would travel the share asked, where the stored answer says so."""
    known = read(question)
    if known is None or asked.percent is None:
        return None
    if known.percent is None:
        share = share_in(answer)
        return True if share is not None and share >= asked.percent else None
    said = plain_yes_or_no(answer)
    if said is None:
        return None
    if said:
        return True if known.percent >= asked.percent else None
    return False if known.percent <= asked.percent else None


def of_the_same(question: str, answers: Sequence[StoredAnswer]) -> StoredAnswer | None:
    """The stored share, where the question asks how much the applicant would travel in any words."""
    asked = read(question)
    if asked is None or asked.percent is not None:
        return None
    found = [a for a in answers if read(a.question) == asked and share_in(a.answer) is not None]
    return found[0] if len({share_in(a.answer) for a in found}) == 1 else None


def option_for(answer: str, options: Sequence[str]) -> str | None:
    """The one option that reaches up to the stored share and no further ("0-25%", "Up to 25%", "25%")."""
    share = share_in(answer)
    if share is None:
        return None
    found = [o for o in real_options(options) if not _MORE.search(o) and _top(o) == share]
    return found[0] if len(found) == 1 else None


def _top(option: str) -> int | None:
    shares = list(_SHARE.finditer(bounded(option)))
    return int(shares[0]["high"]) if len(shares) == 1 else None
