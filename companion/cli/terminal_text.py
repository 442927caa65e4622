"""Makes text that pages supplied safe to print.

A job's title is written by a stranger. In a terminal, control characters move the cursor, change the window's
title or fake a prompt, and direction marks make an address read as another one.
"""

from __future__ import annotations

import re

_CONTROL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]+"
)
_CONTROL_BUT_LINES = re.compile(_CONTROL.pattern.replace("\x00-\x1f", "\x00-\x08\x0b-\x1f"))


def one_line(text: str) -> str:
    """Return the text on one line, with every control and direction character gone."""
    return " ".join(_CONTROL.sub(" ", text).split())


def lines(text: str) -> str:
    """Return the text with its lines and tabs, and no other control or direction character."""
    return _CONTROL_BUT_LINES.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
