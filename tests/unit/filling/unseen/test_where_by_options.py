"""Lists that say where somebody lives: regions, countries, cities, and statements in the first person."""

from __future__ import annotations

import pytest

from companion.filling import JobFacts
from tests.unit.filling.unseen.applicants import EMPTY, Applicant, applicant
from tests.unit.filling.unseen.asking import Ask, ask, assert_right, judge, leave


def living(
    city: str, region: str, country: str, *, moves: bool | None = None, works: bool = False
) -> Applicant:
    return applicant(
        {
            "basics": {
                "name": "Noor Haddad",
                "location": {"city": city, "region": region, "countryCode": country},
            },
            "work": [{"name": "Kiln", "position": "Potter", "startDate": "2025-01"}] if works else [],
            "meta": {"applyonce": {"willing_to_relocate": moves, "work_authorization": {"CA": True}}},
        }
    )


IN_DENVER = living("Denver", "Colorado", "US", moves=False)
IN_HALIFAX = living("Halifax", "Nova Scotia", "CA", moves=True, works=True)
IN_REGINA = living("Regina", "Saskatchewan", "CA", moves=None)
IN_OSLO = living("Oslo", "Oslo", "NO", moves=False)
IN_BERGEN = living("Bergen", "Vestland", "NO", moves=True)
IN_BATH = living("Bath", "England", "GB")
IN_CAIRO = living("Cairo", "Cairo", "EG")
IN_RIYADH = living("Riyadh", "Riyadh", "SA")
IN_PERTH = living("Perth", "Western Australia", "AU")
JOB = JobFacts(title="Potter", company="Glaze", location="Oslo, Norway", country="NO")

REGIONS = ("Europe", "Africa", "Middle East", "North America", "Latin America", "Asia Pacific")
BUSINESS = ("AMER", "EMEA", "APAC")
SOME = ("Canada", "United States", "Elsewhere")
OSLO = (
    "Currently living in Oslo - no problem",
    "I'm open to moving",
    "Not interested, but would work remotely",
)
PAIR = ("Yes, I currently live and work in Canada", "No, I am not currently based in Canada")
MORE = ("Yes, I live and work in Canada and do not need a visa", "No, I am not based in Canada")
FAR = (
    "Yes, I am in the Oslo area and can come in daily",
    "No, I am not in Oslo, but I am willing to relocate",
    "No",
)
THREE = ("Yes", "No, but I'm willing to relocate", "No, I would need to work from another place")
NORTH = ("Bergen", "Oslo", "I do not live in Norway")

# fmt: off
LISTS: list[tuple[Applicant, list[Ask]]] = [
    (IN_OSLO, [
        ask("In which region are you located?", "Europe", options=REGIONS),
        ask("Where are you located?", "EMEA", options=BUSINESS),
        ask("Which continent do you live on?", "Europe", options=("Europe", "Asia", "Africa", "Other")),
        ask("Current location", "Elsewhere", options=SOME), leave("Country of residence", options=SOME),
        ask("Our studio is in Oslo. Do you live there or are you open to moving?", OSLO[0], options=OSLO),
        ask("Our studio is in Oslo. Do you live there or are you open to moving?", (OSLO[0],), options=OSLO,
            kind="checkbox_group"),
        ask("Do you currently live in Oslo?", "Yes", options=THREE),
        ask("Please select the city closest to you", "Oslo", options=NORTH),
        ask("What is your nearest city?", "Oslo", options=NORTH),
        ask("Are you open to relocating to Oslo?", "N/A (I'm already based in Oslo)",
            options=("Yes", "No", "N/A (I'm already based in Oslo)"), may_leave=True),
        ask("Work eligibility in Canada", PAIR[1], options=PAIR),
        ask("Work eligibility in Canada", MORE[1], options=MORE),
        leave("Our studio is in Oslo. Please tell us one of the following", options=FAR),
    ]),
    (IN_BERGEN, [
        leave("Our studio is in Oslo. Do you live in Oslo?", options=FAR),
        ask("Our studio is in Oslo. Do you live there or are you open to moving?", OSLO[1], options=OSLO),
        ask("Do you currently live in Oslo?", THREE[1], options=THREE),
        leave("Do you live near Oslo?", options=THREE),
        leave("Do you live in Oslo?", options=("Yes", "I would relocate within 6 months")),
        ask("Do you live in Oslo?", "No, I live outside Oslo",
            options=("Yes, I live in Oslo", "No, I live outside Oslo")),
        leave("Are you based in Oslo?", options=("Yes, and I have a flat there", "No, and I own a house")),
    ]),
    (IN_BATH, [
        ask("Where are you based?", "Rest of the world", options=("US", "Europe (excl. UK)", "Rest of the world")),
        ask("Where are you based?", "UK", options=("UK", "Europe (excl. UK)", "Rest of the world")),
        ask("Where are you based?", "Europe (excl. Malta)", options=("US", "Europe (excl. Malta)", "Asia")),
        leave("Location", options=("Oslo", "Lagos", "Other")),
    ]),
    (IN_DENVER, [
        leave("Our studio is in Oslo. Do you live there or are you open to moving?", options=OSLO),
        leave("Do you currently live in Oslo?", options=THREE),
        ask("Do you live in Oslo?", "No, and I am not willing to relocate", may_leave=True,
            options=("Yes", "No, but I am willing to relocate", "No, and I am not willing to relocate")),
        ask("Which region are you based in?", "North America", options=REGIONS),
        ask("What is your closest major city?", NORTH[2], options=NORTH),
        leave("What is your closest major city?", options=("Boulder", "Pueblo", "Other")),
    ]),
    (IN_HALIFAX, [
        ask("Work eligibility in Canada", PAIR[0], options=PAIR),
        ask("Our studio is in Oslo. Do you live in Oslo?", FAR[1], options=FAR),
        leave("Work eligibility in Canada", options=MORE), ask("Current location", "Canada", options=SOME),
    ]),
    # Who has no job there cannot say that they work there.
    (IN_REGINA, [leave("Work eligibility in Canada", options=PAIR)]),
    # Egypt is in Africa, and by many a drawing in the Middle East as well.
    (IN_CAIRO, [leave("In which region are you located?", options=REGIONS)]),
    (IN_RIYADH, [ask("In which region are you located?", "Middle East", options=REGIONS)]),
    (IN_PERTH, [ask("In which region are you located?", "Asia Pacific", options=REGIONS),
                ask("Where do you live?", "Outside Norway", options=("Oslo", "Bergen", "Outside Norway"))]),
    (EMPTY, [leave("In which region are you located?", options=REGIONS), leave("Current location", options=SOME)]),
]
# fmt: on


@pytest.mark.parametrize(("who", "asked"), LISTS)
def test_the_option_that_is_true(who: Applicant, asked: list[Ask]) -> None:
    assert_right(judge(asked, who, JOB), 1)


TRAPS = [
    leave("In which region would you like to work?", options=REGIONS),
    leave("Which region do you prefer?", options=REGIONS),
    leave("Which region are you applying for?", options=REGIONS),
    leave("In which region is your employer located?", options=REGIONS),
    leave("Which regions have you sold into?", options=REGIONS),
    leave("Which office are you interested in?", options=("Oslo", "Bergen")),
    leave("In which region are you located, or would you like to be?", options=REGIONS),
    leave("Do you own a bicycle?", options=("Yes", "No", "N/A (I'm already based in Oslo)")),
    leave("Do you need a visa?", options=("Yes", "No", "N/A (I'm already based in Oslo)")),
    leave("Where do you plan to live?", options=("Oslo", "Bergen", "Elsewhere")),
    leave("Do you live in Oslo?", options=("I live in Oslo and own a car", "I live elsewhere and own a car")),
]


def test_what_asks_for_another_place() -> None:
    assert_right(judge(TRAPS, IN_OSLO, JOB), 1)


def test_who_lives_at_the_jobs_place_does_not_refuse_to_move_there() -> None:
    moving = "If you do not live where this job is, would you be willing to relocate?"
    among = ("Yes", "No", "I already live in that location")
    here = JobFacts(title="Analyst", company="Peak", location="Graz, Austria", country="AT")
    abroad = JobFacts(title="Analyst", company="Peak", location="Lyon, France", country="FR")
    unknown = JobFacts(title="Analyst", company="Peak")
    stays = living("Graz", "Steiermark", "AT", moves=False)
    assert_right(judge([ask(moving, among[2], options=among)], stays, here), 1.0)
    assert_right(judge([ask(moving, "No", options=among)], stays, abroad), 1.0)
    assert_right(judge([leave(moving, options=among)], stays, unknown), 1.0)
    assert_right(judge([ask(moving, "No", options=("Yes", "No"))], stays, abroad), 1.0)
