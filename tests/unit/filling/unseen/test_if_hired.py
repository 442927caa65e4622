"""Questions that begin with the job being given, which is no condition, beside those that follow up another one;
the right to work in one country or another."""

from __future__ import annotations

from companion.filling import JobFacts
from tests.unit.filling.unseen.applicants import applicant
from tests.unit.filling.unseen.asking import YES_NO as Y
from tests.unit.filling.unseen.asking import ask, assert_right, judge, leave

JOB = JobFacts(title="Statistician", company="Tessel", location="Boston, MA", country="US")
INES = applicant(
    {
        "basics": {"name": "Inês Prado", "location": {"city": "Porto", "countryCode": "PT"}},
        "meta": {
            "applyonce": {
                "work_authorization": {"PT": True, "US": False, "CA": False},
                "needs_sponsorship": {"PT": False, "US": True, "CA": True},
                "notice_period": "1 month",
                "earliest_start": "2030-07-15",
            }
        },
    },
    {"Are you legally authorized to work in Norway and Iceland?": "No"},
)
SOON = ("Within 2 weeks", "15-30 days", "31-60 days", "More than 60 days")

# fmt: off
GIVEN_THE_JOB = [
    ask("If you were to receive an offer of employment, how much notice must you give?", "1 month"),
    ask("Should you be offered the position, how much notice would you have to give your present employer?",
        "1 month", may_leave=True),
    ask("If an offer is made to you, how soon can you start?", "2030-07-15"),
    ask("If selected, in how many days can you join?", "31-60 days", options=SOON),
    ask("In how many days could you start?", "44", kind="number"),
    ask("In how many days can you join?", "44 days"),
    leave("In how many weeks can you join?", kind="number"),
    ask("If this role is offered to you. Will you require visa sponsorship now or in the future?",
        "Yes", options=Y),
    ask("If offered employment, will you now or in the future require sponsorship to work in Portugal?",
        "No", options=Y),
    leave("If yes, how soon can you start?"),
    leave("If you answered no, how much notice must you give?"),
    leave("If other, in how many days can you join?"),
    leave("If you are employed, how much notice must you give?"),
    leave("If you need a visa, how soon could you start?"),
    leave("If yes, will you require sponsorship?", options=Y),
    leave("If you were offered a job by a competitor, how soon could you start?"),
    leave("In how many days can you return the laptop?"),
    leave("In how many companies have you worked?"),
]
ONE_OR_THE_OTHER = [
    ask("Are you legally authorized to work in Portugal or the United States?", "Yes", options=Y),
    ask("Are you authorised to work in the US, Canada or Portugal?", "Yes", options=Y),
    ask("Are you authorized to work in the United States or Canada?", "No", options=Y),
    leave("Are you authorized to work in the United States or Mexico?", options=Y),
    leave("Are you authorized to work in Portugal and Mexico?", options=Y),
    leave("Are you authorized to work in Portugal and/or the United States?", options=Y),
    leave("Will you need sponsorship to work in Portugal or the United States?", options=Y),
    leave("Are you a citizen of the United States or authorized to work in Portugal?", options=Y),
    leave("Are you authorized to work in the US or the EU?", options=Y),
    leave("Are you authorized to work in the EU?", options=Y),
    ask("Are you legally authorized to work in Iceland and Norway?", "No", options=Y),
    leave("Are you legally authorized to work in Norway or Iceland?", options=Y),
]
# fmt: on


def test_the_job_being_given_is_no_condition() -> None:
    assert_right(judge(GIVEN_THE_JOB, INES, JOB), 1)


def test_one_country_of_several_is_enough_where_they_are_alternatives() -> None:
    assert_right(judge(ONE_OR_THE_OTHER, INES, JOB), 1)
