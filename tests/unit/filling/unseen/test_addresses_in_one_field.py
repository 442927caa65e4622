"""Several parts of an address in one field: those that are asked for, in that order."""

from __future__ import annotations

import pytest

from tests.unit.filling.unseen.applicants import ANANYA, EMPTY, JUERGEN, PIA, SUHARTI, Applicant
from tests.unit.filling.unseen.asking import Ask, ask, assert_right, judge, leave

# fmt: off
PARTS: list[tuple[Applicant, list[Ask]]] = [
    (ANANYA, [
        ask("Your current address (City - State - ZIP)", "Austin, Texas 78751"),
        ask("City / State / ZIP", "Austin, Texas 78751"),
        ask("Please give us your home address, including city and state.",
            "4400 Guadalupe St, Apt 210, Austin, Texas"),
        ask("Which city and state do you live in?", "Austin, Texas"),
        ask("City, State/Province, Country", "Austin, Texas, United States"),
        ask("Street address, city, state and zip code", "4400 Guadalupe St, Apt 210, Austin, Texas 78751"),
        ask("We hire in some places only. Please share your state (if in the US) and/or country of residence",
            "Texas, United States"),
        ask("Please state your city and country", "Austin, United States"),
        ask("State the city and the country you are located in.", "Austin, United States"),
        ask("In which country and city are you based?", "United States, Austin"),
        ask("Address (including ZIP code)", "4400 Guadalupe St, Apt 210, Austin, 78751"),
        ask("City and state", "Austin, Texas", kind="textarea"),
    ]),
    (JUERGEN, [
        ask("Straße, PLZ, Ort", "Königstraße 7a, 80331 München"),
        ask("In welcher Stadt und in welchem Land wohnen Sie?", "München, Germany", "München, Deutschland"),
        ask("We hire in some places only. Please share your state (if in the US) and/or country of residence",
            "Germany"),
    ]),
    (PIA, [
        ask("City, State/Province", "Berlin"), leave("City, ZIP code"), leave("Home address, city and ZIP code"),
    ]),
    (SUHARTI, [ask("Ciudad, provincia y país", "Yogyakarta, Indonesia"), leave("Street, city and country")]),
    (EMPTY, [leave("City and state"), leave("City, Country")]),
]
# fmt: on


@pytest.mark.parametrize(("who", "asked"), PARTS)
def test_the_parts_that_are_asked_for(who: Applicant, asked: list[Ask]) -> None:
    assert_right(judge(asked, who), 1)


TRAPS = [
    "City and state of birth",
    "Previous city and state",
    "Which city and state do you want to work in?",
    "Which city and country will you work from?",
    "What city and state would you move to?",
    "Address of your employer (city, state)",
    "City and state of your high school",
    "If you moved, which city and state did you live in before?",
    "Do you live in the city or the country?",
]


def test_what_asks_for_another_place() -> None:
    assert_right(judge(map(leave, TRAPS), ANANYA), 1)
    elsewhere = [
        leave("City, State", section=section)
        for section in ("Education", "Work experience", "Emergency contact")
    ]
    assert_right(judge(elsewhere, ANANYA), 1)


def test_one_part_keeps_its_own_meaning() -> None:
    one = [
        ask("State / Province", "Texas"),
        ask("Country/Region", "United States"),
        ask("City/Town", "Austin"),
        ask("ZIP / Postal code", "78751"),
    ]
    assert_right(judge(one, ANANYA), 1)
