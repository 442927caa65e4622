"""Text messages about an application: whether the applicant wants them, in whichever words it is asked."""

import re
from functools import lru_cache
from typing import Final

from companion.filling.bank.scopes import words
from companion.filling.text import bounded, fold

_MARK: Final = re.compile(r"\btext|\bsms\b", re.IGNORECASE)
_ASKED: Final = re.compile(
    r"^(?:may|can|could) we (?:contact|reach|message|update|text|sms|send) you\b|"
    r"^(?:would|do) you (?:like|want|wish|agree|consent)(?: to)?\b|"
    r"^(?:are you (?:ok|okay|happy|comfortable|willing)|is it (?:ok|okay))\b"
)
_TEXTS: Final = re.compile(
    r"\b(?:text|texts|texting|texted|sms)(?: messages?| messaging)?\b|\bmessages? by (?:text|sms)\b"
)
_NEUTRAL: Final = words(
    "contact contacted send reach message update us via through using like want wish agree "
    "consent ok okay happy comfortable willing opt opting receive receiving get getting "
    "regarding about concerning during role position job application hiring recruitment "
    "process interview requests reminders scheduling updates communications status "
    "messages"
)
_WANTED: Final = "want wish like opt receive text sms message agree consent as stated above contact via"
ADDED: Final = frozenset(_WANTED.split())
"""Words that an option may add to its yes or no: they say what was asked."""


@lru_cache(maxsize=4096)
def read(question: str) -> str | None:
    """ "plain" where a question asks whether the employer may write text messages about the application, "noted"
    where more is said behind it; None where it asks for something else or says a word more."""
    text = bounded(question)
    if not _MARK.search(text):
        return None
    asking, _, noted = text.partition("?")
    folded = fold(re.sub(r"\((?:e\.?g|such as|for example)[^)]*\)", " ", asking))
    if (
        "job updates" in folded
        or not _ASKED.match(folded)
        or not _TEXTS.search(folded)
        or re.search(r"\b(?:not|no|stop)\b", folded)
    ):
        return None
    if set(_TEXTS.sub(" ", folded).split()) - _NEUTRAL:
        return None
    return "noted" if fold(noted) else "plain"


def entails(question: str, said: bool, asked: str) -> bool | None:
    """Whether the applicant wants text messages. A yes is given to a plain question only: what is noted behind it
    may bind to more."""
    if read(question) is None or (said and asked != "plain"):
        return None
    return said
