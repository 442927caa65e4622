"""Days in the office, time on the road, text messages: how much a stored answer covers, and what it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.filling import JobFacts
from tests.unit.filling.unseen.asking import YES_NO as Y
from tests.unit.filling.unseen.asking import ask, assert_right, judge, leave
from tests.unit.filling.unseen.test_more_or_less import with_answers

if TYPE_CHECKING:
    from tests.unit.filling.unseen.applicants import Applicant

JOB = JobFacts(title="Analyst", company="Tessel", location="Manchester, UK", country="GB")


def willing(days: str, answer: str) -> Applicant:
    """Somebody in Leeds who has said whether they would work on site so many days a week."""
    return with_answers({f"Are you willing to work on-site {days} days a week?": answer})


# fmt: off
UP_TO_THREE = [
    ask("Are you willing to come into the office 3 days during the week, according to our hybrid policy?", "Yes",
        options=Y),
    ask("Can you work from our office two days per week?", "Yes", options=("Yes", "No, I need to work remotely")),
    ask("This role is hybrid, with at least two days a week in the office. Are you willing to work under this "
        "model?", "Yes", options=Y),
    ask("Are you comfortable working in a hybrid setting?", "Yes", options=Y),
    ask("Would you be able to commit to a hybrid schedule (2 days in the office)?", "Yes", options=Y),
    ask("Are you happy to be in the office 1-2 days per week?", "Yes", options=Y),
    ask("Are you okay with working onsite up to 3 days/week?", "Yes"),
    ask("Are you able to work in our Manchester office three days a week?", "Yes", options=Y),
    ask("Are you open to working from the Leeds office 3x a week?", "Yes", options=Y),
    ask("Können Sie 2 Tage pro Woche im Büro arbeiten?", "Ja", options=("Ja", "Nein")),
    ask("Êtes-vous prêt(e) à travailler au bureau 3 jours par semaine ?", "Oui", options=("Oui", "Non")),
    ask("¿Estarías dispuesto a trabajar en modalidad híbrida?", "Sí", options=("Sí", "No"), may_leave=True),
    ask("This is a hybrid role requiring 3 days per week in our Manchester office. Is this something you are "
        "comfortable with?", "Yes", options=Y),
    ask("This position requires you to be in the office 2 days per week. Are you able to meet this requirement?",
        "Yes", options=Y),
    ask("Our team is in the office 3 days a week. Does this work for you?", "Yes", options=Y),
    ask("Are you willing to work a hybrid schedule of 3 days in the office and 2 days remote?", "Yes", options=Y),
    ask("Is a hybrid arrangement (2 days per week in the office) acceptable to you?", "Yes", options=Y),
    leave("Are you willing to work 2 days in the office and 3 days at a customer's?", options=Y),
    leave("Our team is in the office 4 days a week. Does this work for you?", options=Y),
    leave("Our team is in the office 3 days a week. Would you work for us?", options=Y),
    leave("Our team is in the office 3 days a week. Do you have any questions?"),
    leave("Are you willing to work on-site 4 days a week?", options=Y),
    leave("Are you willing to work on-site 3-4 days a week?", options=Y),
    leave("Are you willing to work on-site Monday-Friday?", options=Y),
    leave("Are you willing to work in our office Monday to Friday?", options=Y),
    leave("Are you comfortable working fully on-site?", options=Y),
    leave("Are you willing to work full time in the office?", options=Y),
    leave("Are you comfortable working in an onsite setting?", options=Y),
    leave("Are you willing to work from the office 3 days per month?", options=Y),
    leave("Are you willing to work from our London office two days per week?", options=Y),
    leave("Are you willing to work from our Leeds or London office two days per week?", options=Y),
    leave("Are you willing to work from our Bolton Street site two days per week in person?", options=Y),
    leave("Are you willing to work remotely 3 days a week and 2 days in the office?", options=Y),
    leave("Are you willing to work remotely 2 days a week?", options=Y),
    leave("Do you currently work on-site 3 days a week?", options=Y),
    leave("Do you prefer to work in the office 3 days a week?", options=Y),
    leave("Have you worked in a hybrid setting before?", options=Y),
    leave("Are you willing to relocate and work in the office 3 days a week?", options=Y),
    leave("Are you willing to travel to our office 2 days a week for night shifts?", options=Y),
    leave("Are you unable to come to the office 2 days a week?", options=Y),
    leave("How many days a week are you willing to work on-site?"),
    leave("Which days can you work on-site?"),
    leave("Are you willing to work 5 days a week, 3 of them in the office?", options=Y),
    leave("Are you willing to be in the office 2 days every two weeks on a hybrid basis?", options=Y),
    leave("Are you willing to work in the office 3 days a week and from home 2 days a week?", options=Y),
    leave("Are you open to hybrid work with 12-hour shifts?", options=Y),
    leave("Are you comfortable with hybrid work in the US?", options=Y),
    leave("If hired, which 3 days a week would you be in the office?"),
    leave("Will you be able to work in the office on Mondays and Tuesdays?", options=Y),
    leave("Can you be in the office 2 days a week?", options=("Yes, and I live nearby", "No")),
]
NOT_TWO = [
    ask("Are you willing to work from the office 3 days a week?", "No", options=Y),
    ask("Are you willing to work on-site Monday to Friday?", "No", options=Y),
    ask("Are you comfortable working fully on-site?", "No", options=Y),
    leave("Are you willing to work from the office 1 day a week?", options=Y),
    leave("Are you willing to work from the office up to 3 days a week?", options=Y),
    leave("Are you comfortable working in a hybrid setting?", options=Y),
    leave("Are you comfortable working remotely?", options=Y),
    leave("Are you willing to come to the office 3 days a week?", options=("Yes", "No, I need to work remotely")),
]
SOME_TRAVEL = [
    ask("Travel availability (% of time)", "Up to 30%"),
    ask("What percentage of the time are you willing to travel?", "Up to 30%"),
    ask("What percentage of the time are you able to travel?", "0-30%",
        options=("0%", "0-30%", "30-60%", "60-100%")),
    ask("How much are you able to travel?", "30%", options=("10%", "30%", "50%")),
    ask("Are you willing to travel up to 20% of the time?", "Yes", options=Y),
    ask("Are you able to travel 30% of the time?", "Yes", options=Y),
    ask("Can you travel up to 25 percent?", "Yes"),
    leave("Are you willing to travel up to 50% of the time?", options=Y),
    leave("Are you willing to travel 25-50% of the time?", options=Y),
    leave("Are you willing to travel at least 20% of the time?", options=Y),
    leave("Are you willing to travel abroad 20% of the time?", options=Y),
    leave("Are you willing to travel to customers 20% of the time?", options=Y),
    leave("Do you travel 20% of the time?", options=Y),
    leave("How much do you travel now?"),
    leave("How much would travel cost you?"),
    leave("What percentage of the time are you willing to travel?",
          options=("Up to 25%", "Up to 50%", "Up to 75%")),
    leave("What percentage of the time are you willing to travel?", options=("More than 30%", "Less")),
]
NO_TEXTS = [
    ask("Would you like to opt in to receiving text messages about this application?",
        "No, I do not want to opt in as stated above", kind="radio",
        options=("Yes, I do want to opt in as stated above", "No, I do not want to opt in as stated above")),
    ask("Do you agree to receive SMS messages regarding your application? Message and data rates may apply.", "No",
        options=Y),
    ask("Can we contact you via SMS?", "No", options=Y),
    leave("Would you like to receive text messages about other jobs?", options=Y),
    leave("May we contact you by WhatsApp?", options=Y),
    leave("May we contact your current employer?", options=Y),
    leave("May we call you?", options=Y),
    leave("Would you like to stop receiving text messages?", options=Y),
    leave("Do you have experience with text messages in marketing?", options=Y),
    leave("I agree to receive text messages", kind="checkbox"),
]
TEXTS = [
    ask("Can we text you about your application?", "Yes", options=Y),
    leave("Do you agree to receive text messages about your application? By saying yes you accept our terms.",
          options=Y),
    ask("May we send you text messages about your application status?", "Yes", options=Y),
    leave("Would you like to receive promotional text messages?", options=Y),
    leave("Would you like to receive job updates by text message?", options=Y),
]
# fmt: on


def test_willing_for_three_days_is_willing_for_fewer() -> None:
    assert_right(judge(UP_TO_THREE, willing("three", "Yes"), JOB), 1)


def test_unwilling_for_two_days_is_unwilling_for_more() -> None:
    assert_right(judge(NOT_TWO, willing("2", "No"), JOB), 1)


def test_who_travels_so_much_travels_less() -> None:
    who = with_answers({"How much are you willing to travel?": "Up to 30%"})
    assert_right(judge(SOME_TRAVEL, who, JOB), 1)


def test_who_would_not_travel_so_much_would_not_travel_more() -> None:
    who = with_answers({"Are you willing to travel up to 40% of the time?": "No"})
    asked = [
        ask("Are you willing to travel up to 60% of the time?", "No", options=Y),
        leave("Are you willing to travel up to 20% of the time?", options=Y),
    ]
    assert_right(judge(asked, who, JOB), 1)


def test_text_messages_in_other_words() -> None:
    stored = "May we contact you by text message?"
    assert_right(judge(NO_TEXTS, with_answers({stored: "No"}), JOB), 1)
    assert_right(judge(TEXTS, with_answers({stored: "Yes"}), JOB), 1)
