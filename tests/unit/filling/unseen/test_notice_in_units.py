"""A notice that is to be told in weeks, days or months."""

from __future__ import annotations

import pytest

from tests.unit.filling.unseen.applicants import Applicant, applicant
from tests.unit.filling.unseen.asking import ask, assert_right, judge, leave


def who_gives(notice: str) -> Applicant:
    return applicant(
        {"basics": {"name": "Ines Kovač"}, "meta": {"applyonce": {"notice_period": notice}}},
    )


@pytest.mark.parametrize(
    ("notice", "days", "weeks", "months"),
    [
        ("1 month", None, None, "1"),
        ("3 Monate", None, None, "3"),
        ("2 weeks", "14", "2", None),
        ("60 days", "60", None, None),
        ("Immediate", "0", "0", "0"),
    ],
)
def test_a_number_of_the_unit_that_is_asked_for(
    notice: str, days: str | None, weeks: str | None, months: str | None
) -> None:
    asked = [
        ask(label, count, kind="number") if count is not None else leave(label, kind="number")
        for label, count in (
            ("Notice period in days", days),
            ("Notice period (in weeks)", weeks),
            ("Notice period in months", months),
        )
    ]
    assert_right(judge(asked, who_gives(notice)), 1.0)


def test_in_words_it_is_told_as_it_is_stored_where_that_says_the_unit() -> None:
    labels = (
        "Notice period in months",
        "What is your notice period in months?",
        "Kündigungsfrist in Monaten",
        "Preaviso en meses",
        "Notice period",
    )
    assert_right(judge([ask(label, "2 months") for label in labels], who_gives("2 months")), 1.0)
    others = (
        "Notice period in weeks",
        "Notice period (in days)",
        "Kündigungsfrist in Wochen",
        "Préavis en jours",
    )
    assert_right(judge([leave(label) for label in others], who_gives("2 months")), 1.0)


def test_no_other_field_is_taken_for_a_notice() -> None:
    asked = (leave("Project duration in weeks"), leave("Delivery time in days", kind="number"))
    assert_right(judge(asked, who_gives("2 months")), 1.0)
