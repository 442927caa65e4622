"""What the user types into forms: only what may be kept is ever offered."""

from __future__ import annotations

import pytest

from companion.filling import Field
from companion.filling.bank.learning import ESSAY_CHARACTERS, is_suggested, learnable
from companion.profile import Profile

NOTHING = Profile.parse({})


def consenting(**kinds: bool) -> Profile:
    return Profile.parse({"meta": {"applyonce": {"consents": kinds}}})


def questions(*fields: Field, typed: frozenset[str] | None = None, profile: Profile = NOTHING) -> list[str]:
    ids = frozenset(field.id for field in fields) if typed is None else typed
    return [one.question for one in learnable(fields, ids, profile)]


def test_a_question_that_the_user_answered_is_learnt_and_others_are_not() -> None:
    tools = Field("f1", "textarea", label="Which build tools do you know?")
    other = Field("f2", "text", label="Which team would you like to join?")
    assert questions(tools, other, typed=frozenset({"f1"})) == ["Which build tools do you know?"]


@pytest.mark.parametrize(
    "field",
    [
        Field("f", "password", label="Password"),
        Field("f", "text", label="Password"),
        Field("f", "text", label="Social security number"),
        Field("f", "text", label="Passport number"),
        Field("f", "text", label="Date of birth"),
        Field("f", "yes_no", label="Have you ever been convicted of a felony?"),
        Field("f", "text", label="Credit card number"),
        Field("f", "checkbox", label="I agree to the privacy policy"),
        Field("f", "textarea", label="Cover letter"),
        Field("f", "textarea", label="If yes, please explain"),
        Field("f", "file", label="Portfolio"),
        Field("f", "text", label=""),
    ],
    ids=lambda field: field.label or "no label",
)
def test_what_is_never_learnt_whatever_was_agreed_to(field: Field) -> None:
    assert questions(field, profile=consenting(demographics=True, salary=True, data_processing=True)) == []


@pytest.mark.parametrize(
    ("label", "consent"),
    [
        ("What is your gender?", "demographics"),
        ("Are you a veteran?", "demographics"),
        ("Do you have a disability?", "demographics"),
        ("What are your salary expectations?", "salary"),
    ],
)
def test_sensitive_answers_need_the_consent_for_their_kind(label: str, consent: str) -> None:
    field = Field("f", "text", label=label)
    assert questions(field) == []
    assert questions(field, profile=consenting(**{consent: True})) == [label]


def test_only_short_answers_to_questions_are_proposed() -> None:
    assert is_suggested("question", "Yes")
    assert not is_suggested("question", "x" * (ESSAY_CHARACTERS + 1)), "written for one job"
    assert not is_suggested("phone", "+49 30 1234"), "belongs into the profile"
    assert not is_suggested("sponsorship", "No")
