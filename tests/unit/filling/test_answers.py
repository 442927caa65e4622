"""The answer bank: the same question in other words, and never another one."""

import pytest

from companion.filling import Field, JobFacts, StoredAnswer, build_plan
from companion.filling.bank.answers import find
from companion.profile import Profile

JOB = JobFacts(title="Engineer", company="Acme Robotics", location="Berlin, Germany")
URL = "https://boards.greenhouse.io/acmerobotics/jobs/123"
BANK = [
    StoredAnswer("age", "Are you at least 18 years old?", "Yes"),
    StoredAnswer("before", "Have you worked for us before?", "No"),
    StoredAnswer("source", "Where did you hear about us?", "Company website"),
    StoredAnswer("licence", "Do you hold a driving licence?", "No"),
    StoredAnswer("german", "How well do you speak German?", "Native"),
    StoredAnswer("relative", "Do you have relatives at our company?", "No"),
    StoredAnswer("why", "Why do you want to work here?", "Because robots."),
    StoredAnswer("travel", "Are you willing to travel?", "Yes"),
]

SAME = [
    ("Are you at least 18 years of age?", "age", False),
    ("Are you over 18?", "age", False),
    ("Are you 18 years or older?", "age", False),
    ("Are you under 18 years of age?", "age", True),
    ("Are you not at least 18 years old?", "age", True),
    ("Sind Sie mindestens 18 Jahre alt?", "age", False),
    ("Avez-vous au moins 18 ans ?", "age", False),
    ("¿Tienes al menos 18 años?", "age", False),
    ("Hai almeno 18 anni?", "age", False),
    ("Ben je minstens 18 jaar oud?", "age", False),
    ("Você tem pelo menos 18 anos?", "age", False),
    ("Är du minst 18 år?", "age", False),
    ("Have you ever been employed by Acme Robotics?", "before", False),
    ("Have you previously worked at Acme?", "before", False),
    ("Have you ever worked for our company before?", "before", False),
    ("Have you never worked for us before?", "before", True),
    ("Haben Sie schon einmal für uns gearbeitet?", "before", False),
    ("Avez-vous déjà travaillé pour nous ?", "before", False),
    ("¿Has trabajado anteriormente para nosotros?", "before", False),
    ("Hai già lavorato per noi?", "before", False),
    ("Do you have a valid driver's license?", "licence", False),
    ("Do you possess a driver’s licence?", "licence", False),
    ("Você já trabalhou conosco?", "before", False),
    ("Har du arbetat hos oss tidigare?", "before", False),
    ("Haben Sie einen Führerschein?", "licence", False),
    ("Avez-vous le permis de conduire ?", "licence", False),
    ("¿Tiene carnet de conducir?", "licence", False),
    ("Hai la patente di guida?", "licence", False),
    ("Heb je een rijbewijs?", "licence", False),
    ("Har du körkort?", "licence", False),
    ("What is your level of German?", "german", False),
    ("How would you rate your German?", "german", False),
    ("Wie gut sprechen Sie Deutsch?", "german", False),
    ("Do you have any family members at our company?", "relative", False),
    ("What interests you in this role?", "why", False),
    ("Are you open to travel?", "travel", False),
]
ANOTHER = [
    "Are you at least 21 years old?",
    "How old are you?",
    "Have you worked with Kubernetes before?",
    "Have you previously worked in customer-facing roles?",
    "Are you currently employed by Acme Robotics?",
    "Have you ever been employed by Initech?",
    "Have you ever applied to us before?",
    "Have you worked for a competitor of ours before?",
    "Do you hold a forklift licence?",
    "Do you have a driving licence and your own car?",
    "How well do you speak French?",
    "Do you speak German?",
    "How well do you speak German and Polish?",
    "How well do you write German?",
    "Have you ever worked for us as a contractor?",
    "Have you worked for us before? If yes, please give details.",
    "If yes, when did you work for us?",
    "Are you willing to travel up to 80% of the time?",
    "Are you willing to relocate?",
    "Why do you want to leave your current job?",
    "Do you have relatives in the government?",
]


@pytest.mark.parametrize(("question", "answer_id", "inverted"), SAME)
def test_the_same_question_in_other_words_finds_its_answer(
    question: str, answer_id: str, inverted: bool
) -> None:
    match = find(question, BANK, JOB, URL)
    assert match is not None
    assert (match.stored.id, match.inverted) == (answer_id, inverted)


@pytest.mark.parametrize("question", ANOTHER)
def test_another_question_finds_nothing(question: str) -> None:
    match = find(question, BANK, JOB, URL)
    assert match is None or match.stored.id not in {
        "age",
        "before",
        "licence",
        "german",
        "relative",
        "travel",
        "why",
    }


def plan_value(field: Field, bank: list[StoredAnswer] | None = None) -> object:
    plan = build_plan(
        [field], profile=Profile.parse({}), answers=BANK if bank is None else bank, job=JOB, url=URL
    )
    return plan.values[0].value if plan.values else None


def radio(label: str, *options: str) -> Field:
    return Field("f", kind="radio", label=label, options=options or ("Yes", "No"))


def test_a_negated_question_gets_the_contrary_answer() -> None:
    assert plan_value(radio("Are you under 18?")) == "No"
    assert plan_value(radio("Have you never worked for us before?")) == "Yes"
    assert plan_value(radio("Have you ever been employed by Acme?")) == "No"


def test_an_answer_takes_the_options_form() -> None:
    assert plan_value(radio("Sind Sie mindestens 18 Jahre alt?", "Ja", "Nein")) == "Ja"
    assert plan_value(radio("Avez-vous le permis de conduire ?", "Oui", "Non")) == "Non"
    assert plan_value(radio("How well do you speak German?", "Basic", "Fluent", "Native")) == "Native"
    assert plan_value(radio("How well do you speak German?", "A1", "B2", "C2")) is None
    assert (
        plan_value(radio("How well do you speak German?", "Basic", "Native / Bilingual"))
        == "Native / Bilingual"
    )
    assert plan_value(radio("How well do you speak German?", "Basic", "Native speaker")) == "Native speaker"
    assert plan_value(radio("How well do you speak German?", "Native level", "Native speaker")) is None
    assert (
        plan_value(radio("How did you hear about us?", "LinkedIn", "Acme careers page", "Friend"))
        == "Acme careers page"
    )
    assert plan_value(radio("How did you hear about us?", "LinkedIn", "A friend")) is None
    assert plan_value(radio("Do you hold a driving licence?", "Yes, class B", "Yes, class C", "No")) == "No"
    assert plan_value(radio("Are you at least 18?", "Yes, by January", "Yes, already", "No")) is None


def test_an_answer_says_where_it_comes_from() -> None:
    plan = build_plan([radio("Are you over 18?")], profile=Profile.parse({}), answers=BANK, job=JOB, url=URL)
    value = plan.values[0]
    assert value.source == "answer"
    assert "Are you at least 18 years old?" in value.why
    assert 0.8 < value.confidence < 1


def test_two_answers_that_contradict_each_other_are_none() -> None:
    bank = [
        StoredAnswer("1", "Do you have a driving licence?", "Yes"),
        StoredAnswer("2", "Do you hold a driver's license?", "No"),
    ]
    assert plan_value(radio("Do you possess a driving license?"), bank) is None


def test_the_very_same_question_is_answered_whatever_it_is_about() -> None:
    question = "Have you ever been convicted of a felony?"
    bank = [StoredAnswer("1", question, "No")]
    assert plan_value(radio(question), bank) == "No"
    assert plan_value(radio("Have you been convicted of a misdemeanor?"), bank) is None


def test_a_yes_or_no_is_no_answer_for_a_long_text_that_asks_for_more() -> None:
    question = "Have you worked for us before? If so, please describe what you did."
    assert plan_value(Field("f", kind="textarea", label=question)) is None


def test_an_answer_longer_than_the_field_is_left() -> None:
    field = Field("f", label="Why do you want to work here?", max_length=5)
    assert plan_value(field) is None
