"""Years in all and pay as a whole, in many words; of one subject, of a place or with a bonus they are left."""

from __future__ import annotations

from companion.filling import JobFacts
from tests.unit.filling.unseen.applicants import applicant
from tests.unit.filling.unseen.asking import ask, assert_right, judge, leave

BASEL = JobFacts(title="Planner", company="Rheinwerk", location="Basel, Switzerland")
URS = applicant(
    {
        "basics": {
            "name": "Urs Keller",
            "phone": "+41 61 555 01 42",
            "location": {"address": "Gasse 1", "city": "Basel", "countryCode": "CH"},
        },
        "education": [{"institution": "ETH", "area": "Geography", "studyType": "BSc", "endDate": "2018-06"}],
        "meta": {
            "applyonce": {
                "years_experience": 9,
                "notice_period": "3 months",
                "earliest_start": "2031-01-01",
                "salary_expectation": {"amount": 110000, "currency": "CHF", "period": "year"},
                "consents": {"salary": True},
            }
        },
    }
)
WITHOUT_YEARS = applicant({}, {"How many years of legal experience do you have?": "4"})

# fmt: off
YEARS = [
    ask("Mention your total years of professional experience", "9"),
    ask("How many years of total professional experience do you have?", "9"),
    ask("Please specify your total years of work experience", "9"),
    ask("Total professional experience (in years)", "9", kind="number"),
    ask("How many years have you worked professionally?", "9"),
    ask("Please indicate the number of years of professional experience you have", "9"),
    ask("Years of professional work experience", "9", kind="number"),
    ask("In total, how many years of work experience do you have?", "9"),
    ask("Please tell us your total years of experience", "9"),
    ask("Total years of professional experience", "7-10", options=("0-3", "4-6", "7-10", "11+")),
    ask("How many years of professional work experience do you have in total?", "Over 8 years",
        options=("Under 3 years", "3 to 8 years", "Over 8 years")),
    leave("How many years of experience do you have in this field?"),
    leave("Years of experience in this field", kind="number"),
    leave("How many years of experience do you have in the field?", options=("0-3", "4-6", "7-10", "11+")),
    leave("How many years of field experience do you have?"),
    leave("How many years of legal experience do you have?"),
    leave("Years of legal work experience", kind="number"),
    leave("How many years of work experience do you have in the US?"),
    leave("Years of US experience"),
    leave("How many years of experience do you have here?"),
    leave("How many years of experience do you have in the industry?"),
    leave("How many years of experience do you have in a similar role?"),
    leave("How many years of relevant experience do you have?"),
    leave("Total relevant experience"),
    leave("Total management experience (in years)"),
    leave("Total experience in months"),
    leave("How many years of professional experience does the team have?"),
    leave("Total years of experience with our products"),
]
PAY = [
    ask("What is your desired annual salary? If your figure includes bonus, please break it down.", "110000 CHF"),
    ask("What is your expected base salary (annual)? If this includes commission, please say so.", "110000 CHF"),
    leave("What is your expected salary? If it includes a bonus, what is the base?"),
    leave("What is your desired total compensation, including bonus?"),
    leave("What is your desired compensation (OTE)?"),
    leave("Desired salary including commission"),
    leave("What is your desired salary? What bonus do you expect?"),
    leave("What is your current salary? If it includes a bonus, please specify."),
    leave("What is the least that you would accept? If it includes a bonus, please specify."),
    leave("If your desired salary includes a bonus, please specify the breakdown"),
    leave("Desired monthly salary? If it includes allowances, please specify."),
]
ELSEWHERE = [
    leave("US address"),
    leave("US phone number", kind="tel"),
    leave("Field of the degree"),
    leave("Phone type", kind="combobox"),
    leave("Address type"),
    leave("Type of salary"),
    leave("Desired salary type", kind="combobox"),
    leave("Company link"),
    leave("Expected salary currency", kind="combobox"),
    leave("Currency of your desired salary"),
    ask("Expected yearly salary in your local currency", "110000 CHF"),
    ask("Type of degree", "BSc"),
    ask("Address", "Gasse 1"),
    ask("Degree", "BSc"),
]
# fmt: on


def test_years_in_all_and_not_of_one_subject() -> None:
    assert_right(judge(YEARS, URS, BASEL), bar=1.0)


def test_pay_is_told_without_what_may_come_on_top() -> None:
    assert_right(judge(PAY, URS, BASEL), bar=1.0)


def test_words_that_mostly_carry_nothing_may_tell_two_things_apart() -> None:
    assert_right(judge(ELSEWHERE, URS, BASEL), bar=1.0)


def test_years_of_one_subject_are_no_answer_to_years_in_all() -> None:
    asked = [leave("Total years of experience"), leave("How many years of work experience do you have?")]
    assert_right(judge(asked, WITHOUT_YEARS), bar=0)
