"""One wording for many: a rule is tried only where a piece of it stands, and each match of it must have one."""

from __future__ import annotations

import warnings

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from companion.filling.bank.rewording import _SAME_WORDS, reworded


@pytest.mark.parametrize("rule", range(len(_SAME_WORDS)))
def test_whatever_a_rule_finds_has_one_of_its_pieces(rule: int) -> None:
    pattern, _, needs = _SAME_WORDS[rule]

    @settings(
        max_examples=60, deadline=None, suppress_health_check=[HealthCheck.filter_too_much], database=None
    )
    @given(st.from_regex(pattern))
    def has_a_piece(text: str) -> None:
        small = text.casefold()
        assert any(piece in small for piece in needs), text

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        has_a_piece()


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Do you have 3+ yrs with Go?", "Do you have  at least 3  years with Go?"),
        ("Haben Sie den Führerschein Klasse B?", "Haben Sie den Führerschein ?"),
        ("Have you worked here?", "Have you worked for us?"),
        ("Nothing of all that", "Nothing of all that"),
    ],
)
def test_what_is_said_in_several_ways_is_said_in_one(text: str, same: str) -> None:
    assert " ".join(reworded(text).split()) == " ".join(same.split())
