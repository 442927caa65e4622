from __future__ import annotations

import pytest

from companion.cli.failure import CommandFailed
from companion.cli.pick import pick

NAMED = {"aaaa1111": "Resume.pdf", "aaaa2222": "Resume Rust.pdf", "bbbb3333": "Letter.pdf"}


def picked(text: str) -> str:
    return pick(text, NAMED, what="document", listing="applyonce documents list")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("aaaa1111", "aaaa1111"),
        ("bbbb", "bbbb3333"),
        ("resume.pdf", "aaaa1111"),
        ("rust", "aaaa2222"),
        ("pdf rust", "aaaa2222"),
    ],
)
def test_a_thing_is_known_by_its_id_name_or_words(text: str, found: str) -> None:
    assert picked(text) == found


def test_more_than_one_is_not_guessed_but_listed() -> None:
    with pytest.raises(CommandFailed, match="means 2 documents") as failed:
        picked("aaaa")
    assert "Resume Rust.pdf" in failed.value.advice
    assert failed.value.code == "ambiguous"


@pytest.mark.parametrize("text", ["", "cv", "aab"])
def test_none_says_where_to_look(text: str) -> None:
    with pytest.raises(CommandFailed, match="There is no document") as failed:
        picked(text)
    assert "applyonce documents list" in failed.value.advice
