"""Years of one kind of a work reach a bar for the work; how many there are in all, they do not say."""

from __future__ import annotations

from tests.unit.filling.unseen.asking import YES_NO as Y
from tests.unit.filling.unseen.asking import ask, assert_right, judge, leave
from tests.unit.filling.unseen.test_more_or_less import with_answers

RANGES = ("Less than 1 year", "1-3 years", "3-6 years", "6+ years")
UP_TO_TEN = ("0-2", "3-5", "6-10", "More than 10")

# fmt: off
ASKED = [
    ask("How many years of sales experience do you have?", "6+ years", options=RANGES),
    ask("Years of sales experience", "Over 5", options=("0-2", "2-5", "Over 5")),
    ask("Do you have at least 5 years of sales experience?", "Yes", options=Y),
    ask("Do you have 7+ years of sales experience?", "Yes", options=Y),
    leave("Do you have more than 7 years of sales experience?", options=Y),
    leave("Do you have at least 8 years of sales experience?", options=Y),
    leave("Do you have 3 to 8 years of sales experience?", options=Y),
    leave("How many years of sales experience do you have?", options=UP_TO_TEN),
    leave("How many years of sales experience do you have?"),
    leave("How many years of sales experience do you have?", kind="number"),
    leave("How many years of retail sales experience do you have?", options=RANGES),
    leave("How many years of management experience do you have?", options=RANGES),
    leave("How many years of marketing experience do you have?", options=RANGES),
    leave("How many years of experience do you have?", options=RANGES),
]
# fmt: on


def test_years_of_a_kind_reach_the_open_end() -> None:
    who = with_answers(
        {
            "How many years of enterprise software sales experience do you have?": "7",
            "How many years of pre-sales experience do you have?": "10",
            "How many years of product management experience do you have?": "9",
            "How many years of experience do you have in sales and marketing?": "12",
        }
    )
    assert_right(judge(ASKED, who), 1)
