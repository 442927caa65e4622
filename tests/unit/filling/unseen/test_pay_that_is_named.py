"""The pay that a question names is agreed to where it reaches what the applicant expects, and never refused."""

from __future__ import annotations

from typing import Any

from companion.filling import JobFacts
from tests.unit.filling.unseen.applicants import Applicant, applicant
from tests.unit.filling.unseen.asking import YES_NO as Y
from tests.unit.filling.unseen.asking import ask, assert_right, judge, leave

US = JobFacts(title="Editor", company="Tessel", location="Denver, CO", country="US")
CANADA = JobFacts(title="Editor", company="Tessel", location="Toronto, Canada", country="CA")
FRANCE = JobFacts(title="Editor", company="Tessel", location="Lyon, France", country="FR")


def expecting(amount: int, currency: str, period: str = "year", *, consent: bool = True) -> Applicant:
    """Somebody who expects so much, and may have consented to say so."""
    ours: dict[str, Any] = {
        "salary_expectation": {"amount": amount, "currency": currency, "period": period},
        "consents": {"salary": consent},
    }
    return applicant(
        {"basics": {"name": "Dee Okoro"}, "meta": {"applyonce": ours}},
        {"What is your current salary?": "$81,000"},
    )


# fmt: off
DOLLARS = [
    ask("The pay range for this role is $80,000 - $95,000 per year. Does this meet your expectations?",
        "Yes", options=Y),
    ask("Our budget is up to $90k. Is that within your salary expectations?", "Yes", options=Y),
    ask("The base salary is $88,000-$92,000 USD annually. Does that align with your expectations?", "Yes"),
    ask("Are you comfortable with a salary range of $85–100k?", "Yes", options=Y),
    leave("The pay range for this role is $70,000 - $85,000 per year. Does this meet your expectations?",
          options=Y),
    leave("The salary is €95,000 per year. Does this meet your expectations?", options=Y),
    leave("The salary is CAD $120,000 per year. Does this meet your expectations?", options=Y),
    leave("The pay is $9,000 per month. Does this meet your expectations?", options=Y),
    leave("The rate is $60 per hour. Does this meet your expectations?", options=Y),
    leave("OTE is $120,000 per year. Does this meet your expectations?", options=Y),
    leave("The pay is $60,000 plus commission up to $120,000. Does this meet your expectations?", options=Y),
    leave("The pay is $80,000 and 401k. Does this meet your expectations?", options=Y),
    leave("The pay is $30,000 - $150,000. Does this meet your expectations?", options=Y),
    leave("Is your salary expectation below $95,000?", options=Y),
    leave("Does a salary of $95,000 not meet your expectations?", options=Y),
    leave("Did you earn more than $95,000 last year?", options=Y),
    leave("Do you agree to pay $95,000 if you leave within a year?", options=Y),
    ask("Current CTC", "$81,000"),
    leave("Current fixed CTC"),
    leave("Current CTC per month"),
]
# fmt: on
RANGE = "The pay range is $80,000 - $95,000 per year. Does this meet your expectations?"


def test_pay_that_reaches_the_expectation_is_agreed_to() -> None:
    assert_right(judge(DOLLARS, expecting(90_000, "USD"), US), 1)


def test_a_dollar_is_that_of_the_jobs_country() -> None:
    assert_right(judge([leave(RANGE, options=Y)], expecting(90_000, "USD"), CANADA), 1)
    assert_right(judge([ask(RANGE, "Yes", options=Y)], expecting(90_000, "CAD"), CANADA), 1)
    assert_right(judge([leave(RANGE, options=Y)], expecting(60_000, "EUR"), FRANCE), 1)


def test_nothing_is_agreed_to_without_consent_or_for_another_period() -> None:
    assert_right(judge([leave(RANGE, options=Y)], expecting(90_000, "USD", consent=False), US), 1)
    assert_right(judge([leave(RANGE, options=Y)], expecting(7_000, "USD", "month"), US), 1)
