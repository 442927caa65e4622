"""Questions that look like ones with a known answer, and ask for the contrary, for more or for another time."""

from __future__ import annotations

import pytest

from companion.filling import JobFacts
from companion.filling.home.geo import country_of
from tests.unit.filling.unseen.applicants import JUERGEN, applicant
from tests.unit.filling.unseen.applicants_in_english import KWAME
from tests.unit.filling.unseen.asking import YES_NO as Y
from tests.unit.filling.unseen.asking import ask, assert_right, judge, leave
from tests.unit.filling.unseen.test_more_or_less import with_answers

LONDON = JobFacts(title="Product Manager", company="Kestrel", location="London, UK", country="GB")
MUNICH = JobFacts(title="Projektleiter", company="Isarwerk", location="München", country="DE")

# fmt: off
ELSEWHERE = [
    leave("Are you authorised to work in any country other than the UK?", options=Y),
    leave("Do you need sponsorship to work outside the UK?", options=Y),
    leave("Will you need visa sponsorship in Ghana or elsewhere?", options=Y),
    leave("Are you allowed to work anywhere except Ghana?", options=Y),
    leave("Will you need a visa to travel to the United States?", options=Y),
    leave("Do you require a travel visa for the United Kingdom?", options=Y),
    leave("Do you require relocation or visa support to work in Ghana?", options=Y),
    ask("Will you need visa sponsorship to work in Ghana?", "No", options=Y),
    leave("Will you require sponsorship within the next 6 months?", options=Y),
    leave("Will you require sponsorship only after two years?", options=Y),
    leave("Do you require Skilled Worker sponsorship or are you on a Graduate visa?", options=Y),
    leave("Is your work permit tied to your present employer?", options=Y),
    leave("Is your work permit valid until at least 2033?", options=Y),
    leave("Has your right to work in the UK been revoked?", options=Y),
    leave("Do you need a visa for business trips to Ghana?", options=Y),
    leave("Will you need sponsorship to transfer to Ireland later?", options=Y),
    leave("Do you have the right to work in the UK until at least next year?", options=Y),
    leave("Do you have the right to work in the US as a citizen?", options=Y),
    leave("Do you have the right to work in Ireland but not the US?", options=Y),
    leave("Do you need us to sponsor your professional membership?", options=Y),
    ask("Do you need visa sponsorship? (H-1B, TN, E3 etc.)", "Yes", options=Y),
    ask("Are you authorised to work in the UK?", "Yes", options=Y),
]
OUTSIDE = [
    leave("Where do you currently live?", options=("Leeds", "Outside the UK")),
    leave("What country do you live in?", options=("France", "Not the UK")),
    leave("Country", options=("France", "Non-UK")),
    ask("Country", "UK", options=("France", "UK", "Outside the UK")),
]
AT_OTHER_TIMES = [
    leave("What salary would you expect after probation?"),
    leave("What salary do you expect in three years?"),
    leave("Expected salary for the second year"),
    leave("Salary expectation for a part-time contract"),
    leave("Gehaltsvorstellung nach der Probezeit"),
    leave("Gehaltsvorstellung in Teilzeit"),
    leave("Gehaltswunsch ab dem zweiten Jahr"),
    leave("Bisheriges Jahresgehalt"),
    leave("How soon can you start an assessment?"),
    leave("Where will you be living by then?", options=("Germany", "Austria")),
    leave("Country of residence for the past 3 years", options=("Germany", "Austria")),
    leave("City you lived in five years ago"),
    ask("Gehaltsvorstellung (brutto, pro Jahr)", "84000 EUR"),
    ask("Country of residence", "Germany", options=("Germany", "Austria")),
]
FOR_SOMETHING_ELSE = [
    leave("Desired weekly pay"),
    leave("Desired biweekly pay"),
    leave("Desired pay per project"),
    leave("Expected salary increase"),
    leave("Overtime rate expected"),
    leave("Expected pay rate for night shifts"),
    leave("What heart rate do you expect?"),
    leave("Salary expectations of your team"),
    leave("Salary requirements: are they negotiable?"),
    leave("Desired salary range - maximum"),
    leave("Salary expected by your spouse"),
    leave("Desired salary if based in Spain"),
    leave("Desired salary for a 4-day week"),
    leave("Desired pay rate on a W2 contract"),
    leave("Gehaltsvorstellung (brutto/Monat)"),
    leave("Gehaltsvorstellung (14x)"),
    leave("Gehaltsvorstellung pro Tag"),
    leave("What are your salary expectations and notice period?"),
    leave("Gehaltsvorstellung und Kündigungsfrist"),
    leave("Welche Gehaltsvorstellung haben Sie und wann können Sie anfangen?"),
    ask("What are your salary expectations?", "84000 EUR"),
    ask("What salary would you expect to join our growth team?", "84000 EUR"),
    ask("Gehaltsvorstellung (brutto/Jahr)", "84000 EUR"),
    ask("Desired annual salary for this position", "84000 EUR"),
    ask("Adresse (Straße, Hausnummer, PLZ, Ort)", "Königstraße 7a, 80331 München"),
]
# fmt: on


def test_a_country_that_is_excepted_is_not_the_one_asked_about() -> None:
    assert_right(judge(ELSEWHERE, KWAME, LONDON), 1.0)


def test_an_option_that_excludes_a_country_does_not_name_it() -> None:
    assert_right(judge(OUTSIDE, KWAME, LONDON), 1.0)


@pytest.mark.parametrize("text", ["Outside the US", "Non-US", "Not Germany", "ex UK", "Any UK"])
def test_a_word_beside_a_country_that_is_not_its_code(text: str) -> None:
    assert country_of(text) is None


@pytest.mark.parametrize("text", ["Germany DE", "DE Germany", "DEU - Germany", "Germany (+49)"])
def test_a_code_beside_a_country(text: str) -> None:
    assert country_of(text) == "DE"


def test_what_was_or_will_be_is_not_what_is() -> None:
    assert_right(judge(AT_OTHER_TIMES, JUERGEN, MUNICH), 1.0)


def test_pay_of_another_kind_or_with_more_beside_it_is_left() -> None:
    assert_right(judge(FOR_SOMETHING_ELSE, JUERGEN, MUNICH), 1.0)


def test_experience_at_a_firm_is_none_with_its_product() -> None:
    knows = with_answers({"Do you have experience with Oracle?": "No"})
    asked = [
        leave("Do you have experience at Oracle?", options=Y),
        ask("Do you have experience with Oracle?", "No", options=Y),
        ask("Do you have experience with Oracle at work?", "No", options=Y, may_leave=True),
    ]
    assert_right(judge(asked, knows, LONDON), 1.0)


def test_a_city_in_the_employers_name_is_still_a_city() -> None:
    willing = with_answers({"Are you willing to work on-site 3 days a week?": "Yes"})
    job = JobFacts(title="Analyst", company="Boston Kiteworks", location="Manchester, UK", country="GB")
    asked = [
        leave("Can you come to the Boston office 3 days a week?", options=Y),
        ask("Can you come to the Boston Kiteworks office 3 days a week?", "Yes", options=Y),
        ask("Can you come to the Kiteworks office 3 days a week?", "Yes", options=Y),
    ]
    assert_right(judge(asked, willing, job), 1.0)


def test_the_united_states_in_small_letters_are_no_us_and_no_other_country() -> None:
    here = JobFacts(title="Buyer", company="Tamarind", location="Pune, India", country="IN")
    kavya = applicant(
        {
            "basics": {"name": "Kavya Rao", "location": {"city": "Pune", "countryCode": "IN"}},
            "meta": {
                "applyonce": {
                    "work_authorization": {"IN": True, "US": False},
                    "needs_sponsorship": {"IN": False, "US": True},
                }
            },
        }
    )
    asked = (
        ask("are you allowed to work for any employer in the u.s.?", "No", options=Y),
        ask("eligible to work in us without sponsorship", "No", options=Y),
        ask("do you live in the us?", "No", options=Y),
        ask("Are you eligible to work for us?", "Yes", options=Y, may_leave=True),
        leave("Are you authorised to work independently?", options=Y),
    )
    assert_right(judge(asked, kavya, here), 1.0)
