"""Years in an occupation or a field of work: those of the profile, only where every job in it was of that kind."""

from __future__ import annotations

from companion.filling import Field, JobFacts
from tests.unit.filling.unseen.applicants import Applicant, applicant
from tests.unit.filling.unseen.asking import YES_NO as Y
from tests.unit.filling.unseen.asking import ask, assert_right, judge, leave, plan


def worked_as(*titles: str, answers: dict[str, str] | None = None) -> Applicant:
    """Somebody with seven years of work, in jobs of the given titles."""
    return applicant(
        {
            "basics": {"name": "Robin Ode", "label": titles[0], "email": "robin.ode@example.org"},
            "work": [{"name": f"Firm {n}", "position": title} for n, title in enumerate(titles)],
            "meta": {"applyonce": {"years_experience": 7}},
        },
        answers or {},
    )


FULL_STACK = worked_as("Senior Full-Stack Developer", "Junior Web Developer")
PASTRY = worked_as("Pastry Chef", "Chef de Partie")
CHANGED = worked_as("Data Engineer", "Teacher")
JOINED = worked_as("Backend & Data Engineer", "Backend Developer")
BOTH = worked_as("Sales & Marketing Manager")
# fmt: off
DEVELOPER = [
    ask("How many years of experience do you have as a developer?", "7"),
    ask("How many years of web development experience do you have?", "6-8", options=("0-5", "6-8", "9+")),
    ask("Combien d'années d'expérience avez-vous en tant que développeur web ?", "7"),
    ask("Wie viele Jahre Erfahrung haben Sie in der Softwareentwicklung?", "7"),
    ask("¿Cuántos años de experiencia tienes como desarrollador?", "7"),
    ask("How many years of Information Technology experience do you currently have?", "7"),
    ask("Do you have at least 5 years of software engineering experience?", "Yes", options=Y),
    ask("Do you have 8+ years of experience as a web developer?", "No", options=Y),
    ask("Do you have at least 3 years of work experience?", "Yes", options=Y),
    ask("Haben Sie mindestens 8 Jahre Berufserfahrung?", "Nein", options=("Ja", "Nein")),
    leave("How many years of experience do you have as a front-end developer?"),
    leave("How many years of backend development experience do you have?"),
    leave("How many years of experience do you have as a senior developer?"),
    leave("How many years of mobile development experience do you have?"),
    leave("How many years of business development experience do you have?"),
    leave("How many years of product development experience do you have?"),
    leave("How many years of experience do you have as a development manager?"),
    leave("How many years of experience do you have managing developers?"),
    leave("How many years of relevant experience do you have?"),
    leave("Do you have at least 5 years of relevant experience?", options=Y),
    leave("Do you have at least 5 years of programming experience?", options=Y, may_leave=True),
    leave("Do you have 7-9 years of experience in information technology sales?", options=Y),
    leave("Do you have more than 7 years of work experience?", options=Y),
]
CHEF = [
    ask("How many years of experience do you have as a chef?", "7"),
    ask("How many years have you been a chef?", "7"),
    leave("How many years of experience do you have as a pastry chef?"),
    leave("How many years of experience do you have with chefs?"),
    leave("How many years of software development experience do you have?"),
]
OTHERS = [
    (CHANGED, leave("How many years of information technology experience do you have?")),
    (CHANGED, leave("How many years of experience do you have as an engineer?")),
    (worked_as("Data Engineer"), leave("How many years of experience do you have as a software engineer?")),
    (worked_as("Data Engineer"), ask("How many years of experience do you have as a data engineer?", "7")),
    (worked_as("Data Engineer"), ask("How many years of IT experience do you have?", "7")),
    (worked_as("Backend Engineer"), ask("How many years of experience do you have as a software engineer?", "7")),
    (CHANGED, leave("How many years of experience do you have as a teacher?")),
    (BOTH, leave("How many years of experience do you have as a marketing manager?")),
    (BOTH, leave("How many years of experience do you have as a manager?")),
    (JOINED, leave("How many years of backend experience do you have?")),
    (JOINED, ask("How many years have you worked in the IT industry?", "7")),
    (JOINED, ask("Combien d'années d'expérience avez-vous dans le développement informatique ?", "7")),
    (worked_as("Developer Relations Manager"), leave("How many years of software development do you have?")),
    (worked_as("Sales Engineer"), leave("How many years of software engineering experience do you have?")),
    (worked_as("IT Support Specialist"), ask("How many years of IT experience do you have?", "7")),
    (worked_as("IT Support Specialist"), leave("How many years of software development experience do you have?")),
    (worked_as("Developer", answers={"How many years have you worked as a developer?": "4"}),
     ask("How many years of experience do you have as a developer?", "4")),
]
# fmt: on


def in_a_similar_role(title: str, *jobs: str, answers: dict[str, str] | None = None) -> list[str]:
    """What is answered to bars of three and of twelve years in a role like the one with the given title."""
    asked = [
        Field(
            "3",
            kind="radio",
            label="Do you have at least 3 years of experience in a similar role?",
            options=Y,
        ),
        Field(
            "12",
            kind="radio",
            label="Disposez-vous d'une expérience d'au moins 12 ans à ce poste ?",
            options=Y,
        ),
        Field(
            "own", kind="radio", label="Do you have 3 years of experience in your current role?", options=Y
        ),
        Field("years", label="How many years of experience do you have in a similar role?"),
    ]
    made = plan(asked, worked_as(*jobs, answers=answers), JobFacts(title=title, company="Firm X"))
    return [f"{value.id}: {value.value}" for value in made.values]


def test_a_similar_role() -> None:
    assert in_a_similar_role("Senior React Developer", "Front-end Developer", "Front-end Engineer") == [
        "3: Yes"
    ]
    assert in_a_similar_role("Software Engineer", "Backend Developer") == ["3: Yes"]
    assert in_a_similar_role("Pastry Chef (m/f)", "Pastry Chef") == ["3: Yes"]
    stored = {"For how many years have you been a data engineer?": "4"}
    assert in_a_similar_role("Data Engineer", "Teacher", "Data Engineer", answers=stored) == ["3: Yes"]


def test_a_role_that_may_be_similar_or_not() -> None:
    assert not in_a_similar_role("Senior React Developer", "Backend Developer")
    assert not in_a_similar_role("Pastry Chef", "Chef")
    assert not in_a_similar_role("Software Engineer", "Backend Developer", "Teacher")
    assert not in_a_similar_role("", "Backend Developer")
    assert not in_a_similar_role("Data Engineer", "Teacher", answers={"Years as a data engineer": "2"})


def test_as_a_developer() -> None:
    assert_right(judge(DEVELOPER, FULL_STACK), 1.0)


def test_as_a_chef() -> None:
    assert_right(judge(CHEF, PASTRY), 1.0)


def test_who_did_something_else_before() -> None:
    for who, asked in OTHERS:
        assert_right(judge([asked], who), 1.0)
