"""A question may ask for less than the one that was answered, or for more: only the first is settled by it, "
"save that
a yes settles the wider one."""

from __future__ import annotations

from companion.filling import JobFacts
from tests.unit.filling.unseen.applicants import Applicant, applicant
from tests.unit.filling.unseen.asking import YES_NO as Y
from tests.unit.filling.unseen.asking import ask, assert_right, judge, leave

JOB = JobFacts(title="Buyer", company="Tessel", location="Leeds, UK", country="GB")


def with_answers(answers: dict[str, str], *, relocate: bool = False) -> Applicant:
    """Somebody in Leeds who has stored these answers."""
    return applicant(
        {
            "basics": {
                "name": "Nell Abara",
                "location": {"city": "Leeds", "region": "West Yorkshire", "countryCode": "GB"},
            },
            "meta": {"applyonce": {"willing_to_relocate": relocate}},
        },
        answers,
    )


NO_TO_FEW = with_answers(
    {
        "Do you have any family members who work for the company?": "No",
        "Are you bound by a non-compete agreement?": "No",
        "Were you referred by one of our employees?": "No",
        "Were you ever employed by us?": "No",
    }
)
NO_TO_MANY = with_answers(
    {
        "Do you have any friends or relatives who are current or former employees, contractors or directors of "
        "the "
        "company?": "No",
        "Are you subject to a non-compete, a non-solicitation or any other agreement with a current or former "
        "employer "
        "that could restrict you in working for us?": "No",
        "Has anyone referred you to this position?": "No",
    }
)
YES_TO_FEW = with_answers(
    {
        "Do any of your relatives work for the company?": "Yes",
        "Are you subject to a non-compete agreement that prevents you from working for us?": "Yes",
        "Were you referred by an employee?": "Yes",
    }
)

# fmt: off
FROM_NO_TO_FEW = [
    ask("Is any member of your family currently employed by Tessel?", "No", options=Y),
    ask("Are you related to a current employee of Tessel?", "No", options=Y),
    ask("Are you related to an officer or employee of our company?", "No", options=Y),
    ask("Do you have a relative who works at Tessel?", "No", options=Y),
    leave("Do you have any relatives or friends who work at Tessel?", options=Y),
    leave("Do you have any friends working at Tessel?", options=Y),
    leave("Do you have family members who are employees or contractors of Tessel?", options=Y),
    leave("Are you related to an employee or a member of the Board of Directors of Tessel?", options=Y),
    leave("Do any of your relatives work for Tessel or its affiliates?", options=Y),
    leave("Do any of your relatives work for Tessel or one of its suppliers?", options=Y),
    leave("Do you have relatives who currently work, or have previously worked, for Tessel?", options=Y),
    leave("Have you or any of your family members been employed by Tessel?", options=Y),
    leave("Do you have a close personal relationship with anyone who works at Tessel?", options=Y),
    leave("Do you know anyone who works at Tessel?", options=Y),
    leave("Do any of your relatives work for the government?", options=Y),
    leave("Do you have any relatives who work in the US?", options=Y),
    leave("Do you have a non-compete agreement in the U.S.?", options=Y),
    ask("Do you have a non-compete in place with your former employer that would prevent you from joining Tessel?",
        "No", options=Y),
    ask("Are you currently party to a non-competition agreement with any employer?", "No", options=Y),
    ask("Do you have a non-compete clause that may limit your ability to work here?", "No", options=Y),
    leave("Are you bound by any restrictive covenants?", options=Y),
    leave("Are you subject to any non-compete or non-solicitation agreements?", options=Y),
    leave("Do you have a non-compete or any other obligation that would prevent you from working at Tessel?",
          options=Y),
    leave("Are you subject to an agreement that restricts you from working for Tessel?", options=Y),
    leave("Have you ever been sued over a non-compete agreement?", options=Y),
    leave("Are you willing to sign a non-compete agreement?", options=Y),
    leave("Will you be asked to sign a non-compete with us?", options=Y),
    ask("Were you referred by anyone at Tessel?", "No"),
    ask("Has a Tessel employee referred you to this role? If so, who?", "No"),
    ask("Were you referred by a current employee? If yes, please provide their name.", "No", kind="textarea"),
    ask("Have you been referred by someone who works at Tessel?", "No", options=Y),
    leave("Were you referred by anyone?", options=Y),
    leave("Were you referred by an employee or a recruitment agency?", options=Y),
    leave("Name of the employee who referred you"),
    leave("Who referred you to Tessel?"),
    leave("If you were referred by an employee of Tessel, please name them."),
    leave("Would you refer a friend to Tessel?", options=Y),
    leave("Have you ever been employed by Tessel or any of its subsidiaries?", options=Y),
    leave("Have you ever been employed by Tessel (including as a contractor)?", options=Y),
]
FROM_NO_TO_MANY = [
    ask("Do you have any relatives who work for Tessel?", "No", options=Y),
    ask("Are you related to a director or an employee of Tessel?", "No", options=Y),
    ask("Do you have any friends working at Tessel?", "No", options=Y),
    ask("Do you have family members who previously worked for Tessel?", "No", options=Y),
    ask("Do you have relatives who are contractors of Tessel?", "No", options=Y),
    leave("Do you have any relatives who work for Tessel or its subsidiaries?", options=Y),
    leave("Do you have any relatives who work for a competitor of Tessel?", options=Y),
    ask("Do you have a non-compete with your current employer that would prevent you from working for Tessel?",
        "No", options=Y),
    ask("Are you bound by an agreement with a previous employer that could limit your ability to work for us?",
        "No", options=Y),
    ask("Are you bound by any restrictive covenants with your employer that would preclude you from joining "
        "us?", "No",
        options=Y),
    leave("Are you subject to a non-compete agreement?", options=Y),
    leave("Are you bound by an agreement with an employer or a third party that could restrict you in working "
          "for us?",
          options=Y),
    ask("Were you referred by an employee of Tessel?", "No", options=Y),
]
FROM_YES_TO_FEW = [
    ask("Do you have any friends or relatives who work for Tessel?", "Yes", options=Y),
    ask("Are you related to any employee or director of Tessel?", "Yes", options=Y),
    leave("Are you related to any officer of Tessel?", options=Y),
    leave("Are you related to any officer or member of the Board at Tessel?", options=Y),
    leave("Are you related to a director working at Tessel?", options=Y),
    ask("Do any of your relatives work for Tessel or sit on its Board?", "Yes", options=Y, may_leave=True),
    ask("Do you have relatives who are employed by Tessel or on the board of directors?", "Yes", options=Y),
    leave("Do you have any friends who work for Tessel?", options=Y),
    ask("Are you subject to a non-compete or non-solicitation agreement?", "Yes", options=Y),
    ask("Are you bound by any restrictive covenants?", "Yes", options=Y),
    leave("Are you subject to a non-solicitation agreement?", options=Y),
    leave("Do you have a non-compete with a previous employer that prevents you from working for us?", options=Y),
    leave("Has a Tessel employee referred you? If so, who?"),
    ask("Were you referred by anyone?", "Yes", options=Y),
]
# fmt: on


def test_a_no_settles_what_asks_for_less() -> None:
    assert_right(judge(FROM_NO_TO_FEW, NO_TO_FEW, JOB), 1)


def test_a_no_to_many_things_settles_each_of_them() -> None:
    assert_right(judge(FROM_NO_TO_MANY, NO_TO_MANY, JOB), 1)


def test_a_yes_settles_what_asks_for_more() -> None:
    assert_right(judge(FROM_YES_TO_FEW, YES_TO_FEW, JOB), 1)


def test_who_never_worked_there_did_not_as_a_contractor_either() -> None:
    asked = (
        ask("Have you previously worked for Tessel (including as a contractor or intern)?", "No", options=Y),
        ask("Have you ever worked at Tessel, including as a consultant?", "No", options=Y),
        ask("Have you ever worked for Tessel as an employee, contractor or intern?", "No", options=Y),
        leave("Have you ever been employed by Tessel (including as an intern)?", options=Y),
        leave("Have you ever worked as a contractor?", options=Y),
    )
    worked = applicant({"basics": {"name": "Ana Sousa"}}, {"Have you ever worked for us before?": "No"})
    assert_right(judge(asked, worked, JOB), 1.0)
    employed = applicant({"basics": {"name": "Ana Sousa"}}, {"Have you been employed by our company?": "No"})
    others = applicant({"basics": {"name": "Ana Sousa"}}, {"Have you ever worked for us before?": "Yes"})
    for who in (employed, others):
        unsettled = [leave(each.field.label or "", options=Y) for each in asked]
        assert judge(unsettled, who, JOB).wrong == []
