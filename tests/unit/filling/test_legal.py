"""Questions about the right to work, the wrong way round too, and which country they are about."""

import pytest

from companion.filling import Field, JobFacts, StoredAnswer, build_plan
from companion.filling.rights.legal import read_question
from companion.profile import Profile

AUTHORIZED = [
    "Are you legally authorized to work in the United States?",
    "Are you eligible to work in the UK?",
    "Do you have the right to work in Germany?",
    "Do you have a valid work permit for Germany?",
    "Can you legally work in the US?",
    "Work authorization",
    "Sind Sie berechtigt, in Deutschland zu arbeiten?",
    "Haben Sie eine Arbeitserlaubnis für Deutschland?",
    "Dürfen Sie in der Schweiz arbeiten?",
    "Êtes-vous autorisé à travailler en France ?",
    "¿Tienes permiso de trabajo en España?",
    "¿Estás autorizado para trabajar en España?",
    "Sei autorizzato a lavorare in Italia?",
    "Hai il diritto di lavorare in Italia?",
    "Heb je een werkvergunning voor Nederland?",
    "Você tem autorização para trabalhar em Portugal?",
    "Har du arbetstillstånd i Sverige?",
]
NEEDS_SPONSORSHIP = [
    "Will you now or in the future require sponsorship for employment visa status?",
    "Do you need visa sponsorship?",
    "Will you require a visa to work in the US?",
    "Do you require a work permit for this role?",
    (
        "Will you now, or in the future, require our company to sponsor an immigration case in order to "
        "employ you?"
    ),
    "Do you require sponsorship to obtain or maintain your authorization to work in the United States?",
    "Visa sponsorship required?",
    "Benötigen Sie ein Visum, um in Deutschland zu arbeiten?",
    "Brauchst du eine Arbeitserlaubnis?",
    "Benötigen Sie Visa-Sponsoring?",
    "Avez-vous besoin d'un visa pour travailler en France ?",
    "Avez-vous besoin d'un permis de travail ?",
    "¿Necesitas patrocinio de visa para trabajar en España?",
    "¿Requiere usted visado?",
    "Hai bisogno di un visto per lavorare in Italia?",
    "Heb je een werkvergunning nodig?",
    "Precisa de visto para trabalhar em Portugal?",
    "Behöver du arbetstillstånd?",
]
WITHOUT_SPONSORSHIP = [
    "Are you authorized to work in the United States without sponsorship?",
    "Are you legally able to work in the US without requiring visa sponsorship now or in the future?",
    "Can you work in the UK without the need for visa sponsorship?",
    "Are you authorized to work in the US and do not require sponsorship?",
    "Können Sie in Deutschland ohne Visasponsoring arbeiten?",
    "Pouvez-vous travailler en France sans parrainage de visa ?",
    "¿Puedes trabajar en España sin patrocinio de visado?",
    "Puoi lavorare in Italia senza sponsorizzazione del visto?",
    "Kun je in Nederland werken zonder visumsponsoring?",
    "Pode trabalhar em Portugal sem patrocínio de visto?",
    "Kan du arbeta i Sverige utan visum?",
]
INVERTED = [
    ("Are you NOT authorized to work in the United States?", "authorized"),
    ("Please confirm that you do not require sponsorship", "needs_sponsorship"),
    ("I do not require visa sponsorship", "needs_sponsorship"),
    ("I will not now or in the future require sponsorship", "needs_sponsorship"),
    ("Ich benötige kein Visum", "needs_sponsorship"),
    ("No sponsorship required", "needs_sponsorship"),
]
UNREADABLE = [
    "If you require sponsorship, please explain",
    "What type of work permit do you hold?",
    "Please describe your work authorization",
    "When does your work permit expire?",
    "Can you provide proof of your right to work?",
    "Are you authorized to work in the US? Do you require sponsorship?",
    "Do you live in London and have the right to work?",
    "Are you authorized to work in the US, or do you need sponsorship?",
    "Have you ever been sponsored?",
    "Is your right to work in Germany restricted?",
    "Are you prohibited from working in Germany?",
    "We are not able to sponsor visas for this role.",
]


@pytest.mark.parametrize("text", AUTHORIZED)
def test_asks_for_the_right_to_work(text: str) -> None:
    found = read_question(text)
    assert found is not None
    assert (found.asked, found.inverted) == ("authorized", False)


@pytest.mark.parametrize("text", NEEDS_SPONSORSHIP)
def test_asks_for_the_need_of_sponsorship(text: str) -> None:
    found = read_question(text)
    assert found is not None
    assert (found.asked, found.inverted) == ("needs_sponsorship", False)


@pytest.mark.parametrize("text", WITHOUT_SPONSORSHIP)
def test_asks_for_the_right_to_work_without_sponsorship(text: str) -> None:
    found = read_question(text)
    assert found is not None
    assert (found.asked, found.inverted) == ("authorized_without_sponsorship", False)


@pytest.mark.parametrize(("text", "asked"), INVERTED)
def test_a_negated_question_is_the_wrong_way_round(text: str, asked: str) -> None:
    found = read_question(text)
    assert found is not None
    assert (found.asked, found.inverted) == (asked, True)


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_asks_something_else_or_two_things_is_not_read(text: str) -> None:
    assert read_question(text) is None


PROFILE = Profile.parse(
    {
        "basics": {"location": {"countryCode": "DE"}},
        "meta": {
            "applyonce": {
                "work_authorization": {"DE": True, "US": False, "CH": True},
                "needs_sponsorship": {"DE": False, "US": True},
            }
        },
    }
)
US_JOB = JobFacts(company="Acme", location="Austin, TX")
DE_JOB = JobFacts(company="Acme", location="Berlin, Germany")
NOWHERE = JobFacts(company="Acme", location="Remote")


def answer(
    label: str, job: JobFacts, options: tuple[str, ...] = ("Yes", "No"), profile: Profile = PROFILE
) -> object:
    plan = build_plan([Field("f", kind="radio", label=label, options=options)], profile=profile, job=job)
    return plan.values[0].value if plan.values else None


@pytest.mark.parametrize(
    ("label", "job", "expected"),
    [
        ("Are you authorized to work in the US?", DE_JOB, "No"),
        ("Are you authorised to work in Germany?", US_JOB, "Yes"),
        ("Sind Sie berechtigt, in Deutschland zu arbeiten?", US_JOB, "Yes"),
        ("Are you authorized to work in the country this role is based in?", US_JOB, "No"),
        ("Are you authorized to work in the country this role is based in?", DE_JOB, "Yes"),
        ("Are you authorized to work in the country this role is based in?", NOWHERE, None),
        ("Are you authorized to work for us?", DE_JOB, "Yes"),
        ("Are you authorized to work in Canada?", DE_JOB, None),
        ("Are you authorized to work in the EU?", DE_JOB, None),
        ("Are you authorized to work in Europe?", DE_JOB, None),
        ("Are you authorized to work in Wakanda?", DE_JOB, None),
        ("Are you authorized to work in the US or Canada?", DE_JOB, None),
        ("Are you authorized to work in London?", DE_JOB, None),
        ("Are you authorized to work in New York?", DE_JOB, "No"),
        ("Are you NOT authorized to work in the US?", DE_JOB, "Yes"),
        ("Are you authorized to work in Germany without sponsorship?", DE_JOB, "Yes"),
        ("Are you authorized to work in Switzerland without sponsorship?", DE_JOB, None),
        ("Are you authorized to work in the US without sponsorship?", DE_JOB, "No"),
        ("Will you now or in the future require sponsorship?", DE_JOB, "No"),
        ("Will you now or in the future require sponsorship?", US_JOB, "Yes"),
        ("Will you now or in the future require sponsorship?", NOWHERE, None),
        ("Please confirm that you do not require sponsorship", DE_JOB, "Yes"),
        ("Please confirm that you do not require sponsorship", US_JOB, "No"),
        ("Do you require sponsorship to work from your country of residence?", US_JOB, "No"),
        ("Are you authorized to work in the country you have stated above?", DE_JOB, None),
    ],
)
def test_the_country_decides_the_answer(label: str, job: JobFacts, expected: str | None) -> None:
    assert answer(label, job) == expected


def test_an_empty_profile_answers_nothing() -> None:
    assert answer("Are you authorized to work in the US?", DE_JOB, profile=Profile.parse({})) is None


def test_options_that_claim_more_than_was_said_are_left() -> None:
    label = "Are you authorized to work in Germany?"
    assert answer(label, DE_JOB, ("Yes, I am authorized to work in Germany", "No, I am not")) is not None
    assert answer(label, DE_JOB, ("Yes, and I live in Munich", "No")) is None
    assert answer(label, DE_JOB, ("Yes, as a citizen", "Yes, with a visa", "No")) is None
    assert answer(label, DE_JOB, ("Citizen", "Permanent resident", "Visa")) is None


def test_a_stored_answer_counts_for_the_country_that_its_question_names() -> None:
    answers = [StoredAnswer("1", "Do you need visa sponsorship to work in Canada?", "No")]

    def stored(label: str) -> object:
        field = Field("f", kind="radio", label=label, options=("Yes", "No"))
        plan = build_plan([field], profile=PROFILE, answers=answers, job=NOWHERE)
        return (plan.values[0].value, plan.values[0].source) if plan.values else None

    assert stored("Will you now or in the future require sponsorship to work in Canada?") == ("No", "answer")
    assert stored("Please confirm that you do not require sponsorship to work in Canada") == ("Yes", "answer")
    assert stored("Are you authorized to work in Canada?") is None
    assert stored("Will you require sponsorship to work in France?") is None
    assert stored("Will you require sponsorship?") is None
    assert stored("Will you require sponsorship to work in the US?") == ("Yes", "profile")
