"""The same matter, asked in other ways: answered alike, and left where it is another matter after all."""

import pytest

from companion.filling import Field, JobFacts, StoredAnswer, build_plan
from companion.filling.career.languages import match_level
from companion.profile import Profile

PROFILE = Profile.parse({"languages": [{"language": "German", "fluency": "B2"}]})


def chosen(question: str, stored: str, *options: str) -> object:
    field = Field("f", kind="radio", label=question, options=options or ("Yes", "No"))
    answers = [StoredAnswer("1", stored, "No")]
    plan = build_plan([field], profile=PROFILE, answers=answers, job=JobFacts(company="Acme"))
    return plan.values[0].value if plan.values else None


@pytest.mark.parametrize(
    ("question", "stored"),
    [
        ("Can you work weekends if required?", "Are you willing to work at weekends?"),
        ("Availability at weekends", "Are you able to work weekends?"),
        ("Would you be willing to work overnight shifts?", "Are you open to night shifts?"),
        ("This position involves business travel. Are you willing to travel?", "Can you travel for work?"),
        ("Are you willing to submit to a background check?", "Would you undergo a background check?"),
    ],
)
def test_words_that_only_ask_do_not_tell_two_questions_apart(question: str, stored: str) -> None:
    assert chosen(question, stored) == "No"


@pytest.mark.parametrize(
    ("question", "stored"),
    [
        ("Do you travel?", "Are you willing to travel?"),
        ("Can you pass a background check?", "Are you willing to undergo a background check?"),
        ("Do you have a Class B driver's license?", "Do you have a driver's license?"),
    ],
)
def test_what_is_another_matter_is_left(question: str, stored: str) -> None:
    assert chosen(question, stored) is None


def test_a_level_of_a_language_comes_from_the_profile_and_no_word_is_read_as_a_level() -> None:
    assert chosen("Deutschkenntnisse", "Other", "A1", "B2", "C1") == "B2"
    assert match_level("Intermediate", ("A2", "B1", "B2")) is None
