"""Degrees that are finished, higher ones, some that go on; fields that are the same, and fields that are near."""

from __future__ import annotations

import pytest

from tests.unit.filling.unseen.applicants import Applicant, applicant
from tests.unit.filling.unseen.asking import YES_NO as Y
from tests.unit.filling.unseen.asking import Ask, ask, assert_right, judge, leave


def graduate(*courses: tuple[str, str, str]) -> Applicant:
    """An applicant with courses of study, each a degree, a field and its end (or "" where it goes on)."""
    rows = [
        {
            "institution": "A University",
            "studyType": degree,
            "area": area,
            **({"endDate": end} if end else {}),
        }
        for degree, area, end in courses
    ]
    return applicant({"education": rows})


DARIA = graduate(("M.Sc.", "Informatik", "2024-09"), ("High School Diploma", "", "2018-06"))
MILO = graduate(("BSc", "Civil Engineering", "2027-07"), ("Master of Engineering", "Structures", "2031-07"))
RUTH = graduate(("High School Diploma", "", "2027-06"), ("Bachelor of Arts", "History", ""))
OMAR = graduate(("Bachelor of Commerce", "Accounting", "2022-06"), ("MBA", "", "2026-05"))
SVEA = graduate(("Associate Degree", "Nursing", "2023-06"))
IVO = graduate(("Bachelor (not completed)", "Physics", "2021"), ("Certified Scrum Master", "", "2024"))

# fmt: off
DARIA_IS_ASKED = [
    ask("Do you have a master's degree?", "Yes", options=Y),
    ask("Have you completed the following level of education: Bachelor's Degree?", "Yes", options=Y),
    ask("Have you completed the following level of education: High School Diploma?", "Yes", options=Y),
    ask("Have you completed the following level of education: Doctorate?", "No", options=Y),
    ask("Do you hold a Bachelor's degree in Computer Science or a related field?", "Yes", options=Y),
    ask("Do you have a Master's degree in Data Science, Computer Science, or similar?", "Yes", options=Y),
    ask("Do you have a computer science degree?", "Yes", options=Y),
    ask("Do you have a degree in Computer Science or equivalent experience?", "Yes", options=Y),
    ask("Do you have a university degree?", "Yes", options=Y),
    ask("Have you obtained a bachelor's degree or higher?", "Yes", options=Y),
    ask("Do you have an associate's degree or higher?", "Yes", options=Y),
    ask("Do you have at least a bachelor's degree?", "Yes", options=Y),
    ask("Do you have a master's or doctoral degree?", "Yes", options=Y),
    ask("Do you have a bachelor's/master's degree in computer science?", "Yes", options=Y),
    ask("Have you completed the following level of education: Master's Degree or PhD?", "Yes", options=Y),
    leave("Have you completed the following level of education: Some college?", options=Y),
    leave("Have you completed the following level of education: PhD or equivalent certificate?", options=Y),
    leave("Do you have a master's degree or are you a student?", options=Y),
    leave("Do you have a master's degree in the last five years?", options=Y),
    leave("Do you have a master's degree in progress?", options=Y),
    ask("Do you have a postgraduate degree in computer science?", "Yes", options=Y),
    ask("Haben Sie folgendes Bildungsniveau abgeschlossen: Master?", "Ja", options=("Ja", "Nein"), may_leave=True),
    ask("Avez-vous obtenu le niveau d'études suivant : Master ?", "Oui", options=("Oui", "Non")),
    ask("Hai conseguito il seguente livello di istruzione: Laurea magistrale?", "Sì", options=("Sì", "No")),
    leave("Do you have a degree in Mathematics?", options=Y),
    leave("Do you have a Master's degree in Software Engineering or a related field?", options=Y),
    leave("Do you have a STEM degree?", options=Y),
    leave("Do you have a relevant degree?", options=Y),
    leave("Do you have a PhD?", options=Y),
    leave("Do you have a PhD or equivalent experience?", options=Y),
    leave("Do you have an MBA?", options=Y),
    leave("Have you completed the following level of education: Associate's Degree?", options=Y),
    leave("Do you have a Bachelor's degree from a US university?", options=Y),
    leave("Do you have a Bachelor's degree (from an accredited university)?", options=Y),
    leave("Do you have a Master's degree in Computer Science with a GPA above 3.5?", options=Y),
    leave("Do you have a Master's degree in Computer Science, and 5+ years of experience?", options=Y),
    leave("Do you have a Master's degree in Computer Science and a teaching certificate?", options=Y),
    leave("Do you have a Bachelor of Arts?", options=Y),
    leave("Do you not have a master's degree?", options=Y),
    leave("Do you need a master's degree?", options=Y),
    leave("Does your manager have a master's degree?", options=Y),
    leave("Would you like to obtain a doctorate?", options=Y),
    leave("Are you currently pursuing a master's degree?", options=Y),
    leave("Did you start a master's degree?", options=Y),
    leave("When did you complete your master's degree?"),
    leave("Where did you complete your bachelor's degree?"),
    leave("Do you have a master's degree? If so, in which field?"),
]
MILO_IS_ASKED = [
    ask("Do you hold (or are you on track to receive) a Master's degree?", "Yes", options=Y),
    ask("Do you hold, or are you on track to receive, a Master's degree in Structures?", "Yes", options=Y),
    ask("Are you currently pursuing a master's degree?", "Yes", options=Y),
    ask("Do you have a bachelor's degree in civil engineering?", "Yes", options=Y),
    ask("Do you have a civil engineering degree?", "Yes", options=Y),
    leave("Do you have an engineering degree?", options=Y),
    leave("Have you completed your degree?", options=Y),
    ask("Have you completed your bachelor's degree?", "Yes", options=Y),
    ask("Do you have a degree?", "Yes", options=Y),
    leave("Do you have a master's degree?", options=Y),
    leave("Have you completed the following level of education: Master's Degree?", options=Y),
    leave("Have you completed a doctorate?", options=Y),
    leave("Are you pursuing a master's degree in Civil Engineering?", options=Y),
    leave("Do you have a bachelor's degree in Structures?", options=Y),
]
RUTH_IS_ASKED = [
    ask("Have you completed the following level of education: High School Diploma?", "Yes", options=Y),
    ask("Are you pursuing a bachelor's degree?", "Yes", options=Y),
    leave("Have you obtained a Bachelor's degree?", options=Y),
    leave("Do you have a university degree?", options=Y),
    leave("Do you have a degree in History?", options=Y),
    leave("Are you pursuing a PhD?", options=Y),
]
OMAR_IS_ASKED = [
    ask("Do you have an MBA?", "Yes", options=Y),
    ask("Do you have a master's degree?", "Yes", options=Y),
    ask("Do you have a bachelor's degree in Finance, Accounting or Economics?", "Yes", options=Y),
    ask("Have you completed a doctorate?", "No", options=Y),
    ask("Have you completed a bachelor's or master's degree?", "Yes", options=Y),
    leave("Do you have an MBA in Finance?", options=Y),
    leave("Do you have a master's degree in Accounting?", options=Y),
    leave("Do you have a degree in Finance and Accounting?", options=Y),
    leave("Do you have degrees in Accounting, Finance and Economics?", options=Y),
    leave("Do you have a degree in Accounting, Finance and Economics?", options=Y),
]
SVEA_IS_ASKED = [
    ask("Do you have an associate's degree in nursing?", "Yes", options=Y),
    ask("Have you completed the following level of education: Bachelor's Degree?", "No", options=Y),
    ask("Do you have a high school diploma or GED?", "Yes", options=Y),
    leave("Have you completed a bachelor's degree in Biology?", options=Y),
    leave("Do you have a university degree?", options=Y),
    leave("Do you have a bachelor's degree?", options=Y),
]
IVO_IS_ASKED = [
    leave("Do you have a bachelor's degree?", options=Y),
    leave("Have you completed a bachelor's degree?", options=Y),
    leave("Have you completed the following level of education: Master's Degree?", options=Y),
    leave("Do you have a degree in Physics?", options=Y),
]
NOBODY_IS_ASKED = [
    leave("Have you completed the following level of education: Master's Degree?", options=Y),
    leave("Do you have a university degree?", options=Y),
]
# fmt: on


@pytest.mark.parametrize(
    ("who", "asked"),
    [
        (DARIA, DARIA_IS_ASKED),
        (MILO, MILO_IS_ASKED),
        (RUTH, RUTH_IS_ASKED),
        (OMAR, OMAR_IS_ASKED),
        (SVEA, SVEA_IS_ASKED),
        (IVO, IVO_IS_ASKED),
        (graduate(), NOBODY_IS_ASKED),
    ],
    ids=["daria", "milo", "ruth", "omar", "svea", "ivo", "nobody"],
)
def test_finished_education_answers_and_what_is_near_it_is_left(who: Applicant, asked: list[Ask]) -> None:
    assert_right(judge(asked, who), bar=1.0)
