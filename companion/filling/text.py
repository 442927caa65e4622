"""Text made comparable: case, accents, punctuation and invisible characters taken away, length bounded."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

MAX_CHARACTERS = 2_000
"""Longest text that is looked at. Pages send labels of any length; matching must not grow with them."""

_NOT_WORD = re.compile(r"[\W_]+", re.UNICODE)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_SPACES = re.compile(r"\s+")
_APOSTROPHES = re.compile(r"['’‘`´]")
_SIGNED = re.compile(r"(?i)(?<![^\W_])([acdfj]|objective[- ]c)(\+\+|#)")
"""Names of which a sign is a part: "C++" and "C#" are not "C"."""
_ELISION = re.compile(r"\b([cdjlmns]|qu)['’](?=\w)", re.IGNORECASE)


def bounded(text: str | None) -> str:
    """The text without control and direction characters, its white space made single, cut to
    MAX_CHARACTERS."""
    if not text:
        return ""
    return _bounded(text[: MAX_CHARACTERS * 2])


@lru_cache(maxsize=4096)
def _bounded(text: str) -> str:
    if not text.isascii():
        text = "".join(c for c in text if unicodedata.category(c) not in {"Cf", "Co", "Cs"})
    return _SPACES.sub(" ", text).strip()[:MAX_CHARACTERS]


def said_once(text: str | None) -> str:
    """The text, or its half where it says all twice, as a label does that stands once more for screen readers
    ("City City", "Will you need a visa?Will you need a visa?")."""
    whole = bounded(text)
    middle, apart = divmod(len(whole), 2)
    first, second = whole[:middle], whole[middle + apart :]
    is_doubled = len(first) > 2 and first == second and (not apart or whole[middle] == " ")
    return first if is_doubled else whole


def fold(text: str | None) -> str:
    """Lower-case words without accents, joined by single spaces; apostrophes vanish ("don't" becomes
    "dont")."""
    return _fold(bounded(text))


@lru_cache(maxsize=16384)
def _fold(text: str) -> str:
    if "++" in text or "#" in text:
        text = _SIGNED.sub(lambda m: m[1] + ("plusplus" if m[2] == "++" else "sharp"), text)
    text = _APOSTROPHES.sub("", _ELISION.sub(r"\1 ", text)).casefold()
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in decomposed if not unicodedata.combining(c))
    return _NOT_WORD.sub(" ", text).strip()


@lru_cache(maxsize=8192)
def identifier_words(identifier: str) -> str:
    """The words of a name or id: "legalNameSection_firstName" becomes "legal name section first name"."""
    return fold(_CAMEL.sub(" ", identifier[:200]))


def word_set(text: str) -> frozenset[str]:
    """The words of a text as they stand, for lists of words in code."""
    return frozenset(text.split())


def lengths_by_first_word(phrases: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """How many words the phrases have that begin with a word, the longest first: where a text is gone through for
    phrases, most of its words begin none."""
    found: dict[str, set[int]] = {}
    for phrase in phrases:
        words = phrase.split()
        if words:
            found.setdefault(words[0], set()).add(len(words))
    return {word: tuple(sorted(lengths, reverse=True)) for word, lengths in found.items()}
