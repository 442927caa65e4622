"""How the applicant heard of a job, in lists that have no option for just that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.unit.filling.unseen.applicants import Applicant, applicant
from tests.unit.filling.unseen.asking import ask, assert_right, judge, leave

if TYPE_CHECKING:
    from collections.abc import Sequence


def heard_by(source: str) -> Applicant:
    """Somebody who hears of jobs in this way."""
    return applicant({"basics": {"name": "Ola Ek"}, "meta": {"applyonce": {"source": source}}})


def q(right: str | None, *options: str) -> Any:
    """The question with these options, and the one that is right."""
    label = "How did you hear about this position?"
    return ask(label, right, options=options) if right else leave(label, options=options)


def judged(source: str, asked: Sequence[Any]) -> None:
    assert_right(judge(asked, heard_by(source)), 1)


def test_an_option_that_lists_the_source_in_its_brackets() -> None:
    judged(
        "Glassdoor",
        [
            q(
                "Job boards (Indeed, Glassdoor, Monster)",
                "Job boards (Indeed, Glassdoor, Monster)",
                "LinkedIn",
            ),
            q("Job site (e.g. Glassdoor)", "Job site (e.g. Glassdoor)", "Friend"),
            q(None, "Job boards (Indeed, Glassdoor)", "Review sites (Glassdoor, Kununu)"),
            q(None, "Job boards (Indeed, Glassdoor)", "Glassdoor reviews"),
            q(None, "Job boards (Indeed, Monster)", "LinkedIn"),
            q(None, "Job boards (not Glassdoor)", "LinkedIn"),
        ],
    )


def test_a_sites_posting_beside_what_people_write_there() -> None:
    judged(
        "LinkedIn",
        [
            q("LinkedIn job posting", "LinkedIn job posting", "LinkedIn post by an individual", "Indeed"),
            q(
                "LinkedIn – Job ad",
                "LinkedIn – Company page",
                "LinkedIn – Job ad",
                "LinkedIn – Employee post",
            ),
            q("LinkedIn", "LinkedIn", "LinkedIn job posting"),
            q("LinkedIn Ad", "LinkedIn Ad", "Glassdoor"),
            q(None, "LinkedIn post", "LinkedIn sponsored job", "Instagram"),
            q(None, "LinkedIn recruiter message", "Indeed"),
            q(None, "LinkedIn job posting", "LinkedIn ad", "LinkedIn employee post"),
        ],
    )
