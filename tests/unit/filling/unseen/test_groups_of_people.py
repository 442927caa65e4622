"""Ethnicity in lists that name each group by several words, that split groups, or that join them: with consent."""

from __future__ import annotations

import pytest

from tests.unit.filling.unseen.applicants import Applicant, applicant
from tests.unit.filling.unseen.asking import ask, assert_right, judge, leave


def somebody(ethnicity: str, *, consent: bool = True, **more: str) -> Applicant:
    demographics = {"ethnicity": ethnicity, "hispanic": "No", **more}
    return applicant(
        {"meta": {"applyonce": {"demographics": demographics, "consents": {"demographics": consent}}}}
    )


IN_MANY_WORDS = (
    "Asian / Asian American",
    "Black, African, or African American",
    "Hispanic, Latino/a/x, or of Spanish Origin",
    "Native American or Alaska Native",
    "Middle Eastern / North African",
    "White / Caucasian / European",
    "Multiracial or biracial",
    "I prefer not to say",
)
ASIA_IN_PARTS = (
    "East Asian",
    "South Asian",
    "Southeast Asian",
    "Black / African American",
    "White / Caucasian",
)
ASIA_IN_TWO_PARTS = (
    "Asian American, East Asian or Southeast Asian (e.g. China, Japan)",
    "South Asian (e.g. India)",
    "White or Caucasian",
    "Black, African, Caribbean or Black Canadian",
)
JOINED = ("Asian / Pacific Islander", "Black or Hispanic", "White or Middle Eastern", "Other")
BRITISH = (
    "White - British",
    "White - Irish",
    "White - Other",
    "Asian - Indian",
    "Asian - Chinese",
    "Black - African",
)


@pytest.mark.parametrize(
    ("stored", "expected"),
    [
        ("Asian", "Asian / Asian American"),
        ("Black or African American", "Black, African, or African American"),
        ("Hispanic or Latino", "Hispanic, Latino/a/x, or of Spanish Origin"),
        ("American Indian or Alaska Native", "Native American or Alaska Native"),
        ("Middle Eastern or North African", "Middle Eastern / North African"),
        ("White", "White / Caucasian / European"),
        ("Two or More Races", "Multiracial or biracial"),
    ],
)
def test_a_group_by_several_words(stored: str, expected: str) -> None:
    who = somebody(stored)
    for kind, right in (("select", expected), ("checkbox_group", (expected,))):
        asked = ask("Race / Ethnicity", right, options=IN_MANY_WORDS, kind=kind, multiple=kind != "select")
        assert_right(judge([asked], who), bar=1.0)


@pytest.mark.parametrize(
    ("stored", "offered"),
    [
        ("Asian", ASIA_IN_PARTS),
        ("Asian", ASIA_IN_TWO_PARTS),
        ("Asian", ("Asian (other)", "South Asian", "White")),
        ("Asian", JOINED),
        ("Asian", ("Asian / White", "Other")),
        ("White", ("White, Asian", "Black, Asian")),
        ("Black or African American", JOINED),
        ("White", JOINED),
        ("White", BRITISH),
        ("Asian", BRITISH),
        ("Asian", ("South Asian", "White", "Black")),
        ("Asian", ("Asian American", "White American")),
        ("East Asian", ("South Asian or Southeast Asian", "White", "Black")),
        ("Chinese", IN_MANY_WORDS),
        ("Asian and White", IN_MANY_WORDS),
        ("Something else", IN_MANY_WORDS),
    ],
)
def test_what_a_list_has_in_parts_or_joined_is_left(stored: str, offered: tuple[str, ...]) -> None:
    asked = leave("Which race or ethnicity do you identify with?", options=offered)
    assert_right(judge([asked, leave("Race", options=offered)], somebody(stored)), bar=0)


def test_parts_of_another_group_do_not_matter() -> None:
    asked = [
        ask("Ethnicity", "White or Caucasian", options=ASIA_IN_TWO_PARTS),
        ask("Race", "White / Caucasian", options=ASIA_IN_PARTS),
    ]
    assert_right(judge(asked, somebody("White")), bar=1.0)
    asked = [ask("Race", "Asian", options=("Asian", "South Asian", "White"))]
    assert_right(judge(asked, somebody("Asian")), bar=1.0)


def test_nothing_without_consent() -> None:
    asked = [leave("Race", options=IN_MANY_WORDS), leave("Ethnicity", options=IN_MANY_WORDS)]
    assert_right(judge(asked, somebody("Asian", consent=False)), bar=0)


def test_who_is_no_protected_veteran_may_be_a_veteran() -> None:
    offered = ("Yes, I am a veteran", "No, I am not a veteran", "I prefer not to say")
    who = somebody("Asian", veteran="I am not a protected veteran")
    assert_right(judge([leave("Veteran status", options=offered)], who), bar=0)


def test_what_is_not_said_of_the_applicant_is_no_other_group() -> None:
    joined = ("White, not Hispanic or Latino", "Asian, not Hispanic or Latino", "Hispanic or Latino")
    assert_right(judge([ask("Race / Ethnicity", joined[0], options=joined)], somebody("White")), bar=1.0)
