"""Labels that say all twice, once for screen readers alone, and others that only look so."""

from __future__ import annotations

import pytest

from companion.filling.text import said_once
from tests.unit.filling.unseen.applicants import applicant
from tests.unit.filling.unseen.asking import YES_NO as Y
from tests.unit.filling.unseen.asking import ask, assert_right, judge

MINA = applicant(
    {
        "basics": {
            "name": "Mina Farag",
            "location": {"city": "Leeds", "region": "West Yorkshire", "countryCode": "GB"},
        },
        "education": [
            {
                "institution": "University of Leeds",
                "area": "Biology",
                "studyType": "Bachelor of Science",
                "startDate": "2019-09",
                "endDate": "2022-06",
            }
        ],
    },
)


@pytest.mark.parametrize(
    ("text", "once"),
    [
        ("City City", "City"),
        ("City\nCity", "City"),
        ("May we call you?May we call you?", "May we call you?"),
        ("Day/Month", "Day/Month"),
        ("No No", "No No"),
        ("City, City", "City, City"),
        ("", ""),
    ],
)
def test_a_text_that_stands_twice_is_read_once(text: str, once: str) -> None:
    assert said_once(text) == once


def test_a_field_is_filled_as_if_its_label_stood_once() -> None:
    asked = (
        ask("City\nCity", "Leeds"),
        ask("First name First name", "Mina"),
        ask("Do you live in the UK?Do you live in the UK?", "Yes", options=Y),
        ask("What is the highest level of education that you have completed?", "Bachelor of Science"),
    )
    assert_right(judge(asked, MINA), 1.0)
