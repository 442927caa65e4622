"""Plain text out of what pages call text."""

import html
import re

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]+")
_SCRIPT = re.compile(r"<(script|style)\b[^<>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<(?:/?[a-z][a-z0-9-]*(?:\s[^<>]*)?/?|!--.*?--)>", re.IGNORECASE | re.DOTALL)


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text as a set: lists of many words read better as text."""
    return frozenset(text.split())


def one_line(text: str, limit: int) -> str:
    """Return the text on one line, without control and direction characters, at most `limit` characters."""
    return " ".join(_CONTROL.sub(" ", text[: limit * 4]).split())[:limit].rstrip()


def markup_to_text(text: str, limit: int) -> str:
    """Return what a reader would see of a piece of HTML, escaped once, twice or not at all, on one line."""
    text = text[: limit * 4]
    for _ in range(2):
        text = _TAG.sub(" ", _SCRIPT.sub(" ", text))
        unescaped = html.unescape(text)
        if unescaped == text:
            break
        text = unescaped
    return one_line(_TAG.sub(" ", _SCRIPT.sub(" ", text)), limit)
