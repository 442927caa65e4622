from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.cli.terminal_text import lines, one_line


@pytest.mark.parametrize(
    ("hostile", "safe"),
    [
        ("Engineer\x1b]0;owned\x07", "Engineer ]0;owned"),
        ("Engineer\x1b[2J\x1b[H", "Engineer [2J [H"),
        ("Engineer\r$ rm -rf ~", "Engineer $ rm -rf ~"),
        ("8-bit \x9b31m", "8-bit 31m"),
        ("\u202etxt.exe", "txt.exe"),
        ("a\u2066b\u2069c", "a b c"),
        ("zero\u200bwidth", "zero width"),
        ("lone \ud83d surrogate", "lone surrogate"),
        ("two\nlines\tand a tab", "two lines and a tab"),
        ("Größe 日本語 👩‍💻".replace("\u200d", ""), "Größe 日本語 👩💻"),
    ],
)
def test_a_title_cannot_steer_the_terminal(hostile: str, safe: str) -> None:
    assert one_line(hostile) == safe


@given(st.text())
def test_no_control_or_direction_character_is_ever_printed(text: str) -> None:
    for printed, kept in ((one_line(text), ""), (lines(text), "\n\t")):
        assert [c for c in printed if c not in kept and unicodedata.category(c) in {"Cc", "Cs"}] == []
        assert [
            c for c in printed if unicodedata.bidirectional(c) in {"LRO", "RLO", "LRE", "RLE", "PDF", "LRI"}
        ] == []


def test_lines_and_tabs_of_our_own_text_stay() -> None:
    assert lines("one\r\ntwo\tthree\x1b[31m") == "one\ntwo\tthree[31m"
