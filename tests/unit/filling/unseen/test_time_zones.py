"""In which time zone they are: by their own word in other words, or by a country that has one zone."""

from __future__ import annotations

import pytest

from tests.unit.filling.unseen.applicants import Applicant, applicant
from tests.unit.filling.unseen.asking import YES_NO as Y
from tests.unit.filling.unseen.asking import Ask, ask, assert_right, judge, leave


def living(country: str, zone: str = "", city: str = "") -> Applicant:
    home = {"basics": {"name": "Noor Haddad", "location": {"countryCode": country, "city": city}}}
    return applicant(home, {"Which time zone are you based in?": zone} if zone else {})


IN_UTAH = living("US", "Mountain Time")
IN_OHIO = living("US")
IN_TEXAS = living("US", "CST")
IN_FRANCE = living("FR")
IN_BRITAIN = living("GB")
IN_INDIA = living("IN")
IN_SPAIN = living("ES")
IN_CANADA = living("CA", "Eastern Time")
IN_BRAZIL = living("BR")
IN_THE_EMIRATES = living("AE")
ON_THE_MOVE = living("FR", "Eastern Time")
US_ZONES = (
    "Pacific Standard Time", "Mountain Standard Time", "Central Standard Time", "Eastern Standard Time", "Other",
)  # fmt: skip
SHORT = ("PT", "MT", "CT", "ET")
LONG = (
    "(GMT-08:00) Pacific Time (US & Canada)", "(GMT-07:00) Mountain Time (US & Canada)",
    "(GMT-06:00) Central Time (US & Canada)", "(GMT+01:00) Central European Time",
    "(GMT+02:00) Central Africa Time",
)  # fmt: skip
OFFSETS = ("UTC-07:00", "UTC+00:00", "UTC+01:00", "UTC+05:30")

# fmt: off
ZONES: list[tuple[Applicant, list[Ask]]] = [
    (IN_UTAH, [
        ask("Please select the time zone you are in", "Mountain Standard Time", options=US_ZONES, may_leave=True),
        ask("Please specify which timezone you're located in:", "Mountain Standard Time", options=US_ZONES),
        ask("What is your time zone?", "MT", options=SHORT), ask("Current time zone", LONG[1], options=LONG),
        ask("Time zone", "UTC-07:00", options=OFFSETS), ask("What's your timezone?", "Mountain Time"),
        ask("Which time zone are you based in?", "MT", options=SHORT),
        ask("Are you based in a US time zone?", "Yes", options=Y),
        ask("Are you located in the Eastern or Central time zone?", "No", options=Y),
        ask("Are you in the Mountain or Pacific time zone?", "Yes", options=Y),
        ask("Are you based in an EU or equivalent timezone?", "No", options=Y),
        ask("Are you in the Eastern time zone?", "No"),
    ]),
    (IN_TEXAS, [ask("What is your time zone?", LONG[2], options=LONG), leave("Time zone", options=OFFSETS[1:])]),
    (IN_OHIO, [
        leave("What is your time zone?", options=SHORT), leave("What is your time zone?"),
        ask("Are you located in a US or equivalent time zone?", "Yes", options=Y),
        leave("Are you in the Eastern time zone?", options=Y),
        ask("Are you located in the CET time zone?", "No", options=Y),
    ]),
    (IN_FRANCE, [
        ask("What time zone are you in?", "Central European Time (CET)"),
        ask("Time zone", "UTC+01:00", options=OFFSETS), ask("What is your time zone?", LONG[3], options=LONG),
        leave("What is your time zone?", options=SHORT),
        ask("Are you based in a European time zone?", "Yes", options=Y),
        ask("Are you based in an EU timezone?", "Yes", options=Y),
        ask("Are you based in a US or equivalent timezone?", "No", options=Y),
        ask("Are you located in the GMT or CET time zone?", "Yes", options=Y),
    ]),
    (IN_BRITAIN, [
        ask("What time zone are you in?", "Greenwich Mean Time (GMT)"),
        ask("Are you based in an EU or equivalent timezone?", "Yes", options=Y),
        ask("Are you in the Pacific time zone?", "No", options=Y),
    ]),
    (IN_INDIA, [ask("Time zone", "UTC+05:30", options=OFFSETS),
                ask("Are you based in a European time zone?", "No", options=Y)]),
    (IN_SPAIN, [leave("What time zone are you in?"), leave("Time zone", options=OFFSETS),
                ask("Are you based in an EU time zone?", "Yes", options=Y)]),
    (IN_CANADA, [leave("Are you based in a US time zone?", options=Y),
                 ask("Are you in the Eastern time zone?", "Yes", options=Y)]),
    (IN_BRAZIL, [leave("Are you based in a US time zone?", options=Y), leave("What time zone are you in?")]),
    (ON_THE_MOVE, [leave("Are you based in a US time zone?", options=Y)]),
    (IN_THE_EMIRATES, [leave("Are you based in a European time zone?", options=Y)]),
]
# fmt: on


@pytest.mark.parametrize(("who", "asked"), ZONES)
def test_time_zones(who: Applicant, asked: list[Ask]) -> None:
    assert_right(judge(asked, who), 1)


TRAPS = [
    "Which time zone would you prefer to work in?",
    "Which time zone is your team in?",
    "What time zones have you worked across?",
    "Are you willing to work in the Eastern time zone?",
    "Can you work in a US time zone?",
    "Are you not in a US time zone?",
    "Have you worked in a European time zone?",
]


def test_what_asks_for_another_zone() -> None:
    assert_right(judge((leave(label, options=Y) for label in TRAPS), IN_UTAH), 1)
    assert_right(judge(map(leave, TRAPS), IN_UTAH), 1)


def test_two_answers_that_differ_say_nothing() -> None:
    torn = applicant(
        {}, {"What is your time zone?": "Pacific Time", "Which time zone are you in?": "Eastern Time"}
    )
    assert_right(judge([leave("Current time zone", options=US_ZONES)], torn), 1)
