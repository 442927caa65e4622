"""What is never filled, and what only with the applicant's standing consent."""

from typing import Any

import pytest

from companion.filling import Field, FillPlan, StoredAnswer, build_plan
from companion.profile import Profile

STORED = {
    "gender": "Female",
    "ethnicity": "Asian",
    "hispanic": "No",
    "veteran": "I am not a protected veteran",
    "disability": "No",
}


def profile(*, consent: bool, demographics: dict[str, Any] | None = None) -> Profile:
    consents = {"demographics": consent, "salary": consent, "data_processing": consent}
    ours = {
        "demographics": STORED if demographics is None else demographics,
        "consents": consents,
        "salary_expectation": {"amount": 60000, "currency": "USD", "period": "year"},
    }
    return Profile.parse({"basics": {"name": "A B", "email": "a@example.org"}, "meta": {"applyonce": ours}})


def plan_for(field: Field, who: Profile, answers: list[StoredAnswer] | None = None) -> FillPlan:
    return build_plan([field], profile=who, answers=answers or [])


def value(field: Field, who: Profile, answers: list[StoredAnswer] | None = None) -> object:
    made = plan_for(field, who, answers)
    return made.values[0].value if made.values else None


def select(label: str, *options: str) -> Field:
    return Field("f", kind="select", label=label, options=options)


DEMOGRAPHIC = [
    (select("Gender", "Male", "Female", "Decline to self-identify"), "Female"),
    (select("Gender identity", "Man", "Woman", "Non-binary"), "Woman"),
    (select("Geschlecht", "männlich", "weiblich", "divers"), "weiblich"),
    (select("Genre", "Homme", "Femme"), "Femme"),
    (select("Race", "White (Not Hispanic)", "Asian (Not Hispanic)", "Decline"), "Asian (Not Hispanic)"),
    (select("Are you Hispanic/Latino?", "Yes", "No", "Decline to self-identify"), "No"),
    (
        select(
            "Veteran Status", "I am not a protected veteran", "I identify as a protected veteran", "Decline"
        ),
        "I am not a protected veteran",
    ),
    (
        select(
            "Disability Status",
            "Yes, I have a disability, or have had one in the past",
            "No, I do not have a disability and have not had one in the past",
            "I do not want to answer",
        ),
        "No, I do not have a disability and have not had one in the past",
    ),
]


@pytest.mark.parametrize(
    ("field", "expected"), DEMOGRAPHIC, ids=lambda v: v.label if isinstance(v, Field) else None
)
def test_demographics_are_filled_with_consent_alone(field: Field, expected: str) -> None:
    assert value(field, profile(consent=True)) == expected
    without = plan_for(field, profile(consent=False))
    assert without.values == ()
    assert "consent" in without.unanswered[0].why


@pytest.mark.parametrize(
    ("field", "expected"), DEMOGRAPHIC, ids=lambda v: v.label if isinstance(v, Field) else None
)
def test_what_is_not_stored_is_never_declined_for_the_applicant(field: Field, expected: str) -> None:
    assert value(field, profile(consent=True, demographics={})) is None, expected


def test_a_stored_refusal_to_say_is_said() -> None:
    who = profile(consent=True, demographics={"gender": "Decline to self-identify"})
    assert (
        value(select("Gender", "Male", "Female", "Decline to self-identify"), who)
        == "Decline to self-identify"
    )


@pytest.mark.parametrize(
    "label",
    [
        "What is your sexual orientation?",
        "Do you identify as transgender?",
        "What is your religion?",
        "What is your current age?",
        "Are you pregnant?",
        "Have you ever been convicted of a crime?",
        "Are you a citizen of the United States?",
        "Do you hold a security clearance?",
        "I consent to a background check",
        "What is your marital status?",
        "Sind Sie vorbestraft?",
        "Social security number",
        "Passport number",
        "Date of birth",
    ],
)
def test_other_sensitive_matters_are_left(label: str) -> None:
    for kind in ("text", "yes_no", "radio"):
        field = Field("f", kind=kind, label=label, options=("Yes", "No") if kind == "radio" else ())
        assert value(field, profile(consent=True)) is None


def test_a_stored_answer_does_not_replace_consent() -> None:
    field = select("What is your sexual orientation?", "Gay", "Straight")
    answers = [StoredAnswer("1", "What is your sexual orientation?", "Straight")]
    assert value(field, profile(consent=False), answers) is None
    assert value(field, profile(consent=True), answers) == "Straight"


def test_a_salary_needs_consent_even_as_a_stored_answer() -> None:
    field = Field("f", label="Salary expectation")
    answers = [StoredAnswer("1", "Salary expectation", "60000 USD")]
    assert value(field, profile(consent=False)) is None
    assert value(field, profile(consent=False), answers) is None
    assert value(field, profile(consent=True)) == "60000 USD"


@pytest.mark.parametrize(
    "field",
    [
        Field("f", name="password", label="Password"),
        Field("f", name="beecatcher", label="Email"),
        Field("f", name="hp_name", label="Name"),
        Field("f", name="website"),
        Field("f", label="Social Security Number"),
        Field("f", autocomplete="cc-number", label="Name"),
        Field("f", autocomplete="username", label="Email"),
    ],
    ids=lambda field: f"{field.name}{field.label}",
)
def test_secrets_and_traps_stay_empty_whatever_is_stored(field: Field) -> None:
    answers = [StoredAnswer("1", field.label or "website", "secret")]
    assert value(field, profile(consent=True), answers) is None


CONSENTS = [
    Field(
        "f",
        kind="checkbox",
        label="I have read the privacy policy and agree to the processing of my personal data",
    ),
    Field(
        "f",
        kind="checkbox",
        label="Ich stimme der Datenschutzerklärung zu und bin mit der Verarbeitung einverstanden",
    ),
    Field("f", kind="checkbox", label="J'accepte la politique de confidentialité"),
    Field("f", kind="checkbox", label="He leído y acepto la política de privacidad"),
    Field("f", kind="checkbox", label="Acconsento al trattamento dei dati personali"),
    Field("f", kind="checkbox", label="Ik ga akkoord met de verwerking van mijn persoonsgegevens"),
    Field(
        "f", kind="checkbox", label="Aceito a política de privacidade e o tratamento dos meus dados pessoais"
    ),
    Field("f", kind="checkbox", label="Jag samtycker till behandling av mina personuppgifter"),
    Field("f", kind="checkbox_group", label="Privacy notice", options=("I agree",)),
]
OTHER_CONSENTS = [
    "I agree to receive marketing emails, see our privacy policy",
    "Yes, keep me in your talent community and process my personal data for future opportunities",
    "I certify that all information is true and complete",
    "I agree to receive text messages",
    "Subscribe to our newsletter",
    "I agree to a background check",
    "I agree to the recording of my interview",
    "You may share my personal data with third parties",
    "Ich möchte in den Talentpool aufgenommen werden und stimme der Datenverarbeitung zu",
]


@pytest.mark.parametrize("field", CONSENTS, ids=lambda field: field.label[:30])
def test_consent_to_data_processing_is_given_where_the_profile_gives_it(field: Field) -> None:
    assert value(field, profile(consent=True)) in {"Yes", ("I agree",)}
    assert value(field, profile(consent=False)) is None


@pytest.mark.parametrize("label", OTHER_CONSENTS)
def test_other_consents_are_never_given(label: str) -> None:
    assert value(Field("f", kind="checkbox", label=label), profile(consent=True)) is None
    assert (
        value(Field("f", kind="checkbox_group", label=label, options=("I agree",)), profile(consent=True))
        is None
    )


def test_a_log_in_is_left_alone() -> None:
    fields = [Field("a", kind="email", label="Email"), Field("b", name="password", label="Password")]
    assert build_plan(fields, profile=profile(consent=True)).values == ()


def test_an_answer_of_the_same_kind_counts_with_consent() -> None:
    answers = [StoredAnswer("1", "What is your gender?", "Female")]
    field = select("Gender", "Male", "Female")
    assert value(field, profile(consent=True, demographics={}), answers) == "Female"
    assert value(field, profile(consent=False, demographics={}), answers) is None


ONE_LIST_FOR_BOTH = select(
    "Race",
    "Hispanic or Latino",
    "White (Not Hispanic or Latino)",
    "Asian (Not Hispanic or Latino)",
    "Two or More Races (Not Hispanic or Latino)",
    "Decline to self-identify",
)


@pytest.mark.parametrize(
    ("hispanic", "expected"),
    [
        (False, "Asian (Not Hispanic or Latino)"),
        ("No", "Asian (Not Hispanic or Latino)"),
        (True, "Hispanic or Latino"),
        ("Yes", "Hispanic or Latino"),
        (None, None),
    ],
)
def test_a_list_of_race_and_hispanic_origin_says_nothing_untrue(
    hispanic: object, expected: str | None
) -> None:
    who = profile(consent=True, demographics={"ethnicity": "Asian", "hispanic": hispanic})
    assert value(ONE_LIST_FOR_BOTH, who) == expected


def test_an_origin_stored_in_such_a_lists_own_words_is_chosen() -> None:
    who = profile(consent=True, demographics={"ethnicity": "Asian (Not Hispanic or Latino)"})
    assert value(ONE_LIST_FOR_BOTH, who) == "Asian (Not Hispanic or Latino)"
