"""The right to work, asked straight, the wrong way round, twice negated, by country and by status."""

from __future__ import annotations

import pytest

from companion.filling import JobFacts
from tests.unit.filling.unseen.applicants import ANANYA, CARMEN, EMPTY, JUERGEN, SUHARTI, Applicant
from tests.unit.filling.unseen.asking import YES_NO, Ask, ask, assert_right, judge, leave

IN_AUSTIN = JobFacts(title="Data Engineer", company="Pebblewise", location="Austin, Texas, United States")
IN_BERLIN = JobFacts(title="Planer", company="Pebblewise", location="Berlin, Germany")
IN_LISBON = JobFacts(title="Designer", company="Pebblewise", location="Lisbon, Portugal")


def yes(label: str, *, may_leave: bool = False) -> Ask:
    return ask(label, "Yes", options=YES_NO, may_leave=may_leave)


def no(label: str, *, may_leave: bool = False) -> Ask:
    return ask(label, "No", options=YES_NO, may_leave=may_leave)


def either(*labels: str) -> list[Ask]:
    return [leave(label, options=YES_NO) for label in labels]


# May work in the US, will need sponsorship there.
ANANYA_US = [
    yes("Are you legally authorized to work in the United States?"),
    yes("Are you authorized to work in the U.S.?"),
    yes("Are you currently eligible to work in the US?"),
    yes("Do you have the legal right to work in the country where this job is located?"),
    yes("Do you currently have authorization to work in the United States?"),
    yes("I am legally authorized to work in the United States"),
    no("Are you not authorized to work in the United States?"),
    yes("Will you now or in the future require sponsorship for employment visa status (e.g., H-1B)?"),
    yes("Do you now, or will you in the future, require sponsorship to work in the U.S.?"),
    yes("Will you require immigration sponsorship now or at any time in the future?"),
    yes("Do you need visa sponsorship?"),
    yes("Will you ever require our company to sponsor a work visa for you?", may_leave=True),
    yes("Would you require employer sponsorship to continue working in the US?"),
    no("Are you authorized to work in the United States without sponsorship?"),
    no("Are you legally authorized to work in the US without current or future employer sponsorship?"),
    no("Can you work in the United States without the need for visa sponsorship, now or in the future?"),
    no("Are you able to work in the US without requiring sponsorship from an employer?"),
    no("Do you NOT require sponsorship to work in the US?"),
    no("Is it correct that you do not require visa sponsorship?", may_leave=True),
    no("Please confirm that you will not require sponsorship now or in the future."),
    no("I do not need visa sponsorship to work in the United States"),
    no("I will not now or in the future require sponsorship for employment in the US"),
    no("Are you authorized to work in the US and do not require sponsorship?", may_leave=True),
    no(
        "Do you have unrestricted authorization to work in the United States for any employer?",
        may_leave=True,
    ),
    *either(
        "Are you authorized to work in the US, or do you require sponsorship?",
        "Are you a U.S. citizen or permanent resident?",
        "Do you hold a green card?",
        "Are you a US person as defined by ITAR?",
        "Have you ever been denied a work visa?",
        "Has an employer ever sponsored you for a visa?",
        "Are you currently on an F-1 OPT visa?",
        "Do you currently hold an H-1B visa?",
        "Are you authorized to work in Canada?",
        "Will you require sponsorship to work in the United Kingdom?",
        "Are you legally authorized to work in the United States and Canada?",
        "Is your work authorization going to expire within the next 12 months?",
        "Does your spouse require sponsorship?",
        "Can we sponsor you?",
        "Do you understand that we cannot offer visa sponsorship?",
        "This role is not eligible for sponsorship. Do you wish to continue?",
        "We are unable to sponsor visas. Do you accept this?",
        "Are you willing to obtain a work permit at your own expense?",
    ),
    leave(
        "What is your current work authorization status?",
        options=("U.S. Citizen", "Permanent Resident", "H-1B", "F-1 OPT", "Other"),
    ),
    leave(
        "Which best describes your right to work in the US?",
        options=(
            "I am a citizen or permanent resident",
            "I hold a visa and will need sponsorship in the future",
            "I need sponsorship now",
        ),
    ),
    leave(
        "Work authorization",
        options=(
            "US Citizen",
            "Green Card Holder",
            "Employment Authorization Document",
            "Requires sponsorship",
        ),
    ),
    leave("What type of visa do you hold?"),
    leave("When does your visa expire?", kind="date"),
    leave("If you require sponsorship, which visa do you currently hold?"),
    leave("Please explain your work authorization", kind="textarea"),
    ask(
        "Are you legally authorized to work in the United States?",
        options=("Yes, without sponsorship", "Yes, with sponsorship", "No"),
        kind="radio",
    ),
    ask(
        "Will you require sponsorship?",
        "Yes, I will require sponsorship",
        options=("Yes, I will require sponsorship", "No, I will not require sponsorship"),
        kind="radio",
    ),
    ask(
        "Will you require sponsorship for a work visa in the United States?",
        options=("Yes, now", "Yes, in the future", "No"),
    ),
    ask("Do you require sponsorship?", "Yes", kind="yes_no"),
    ask("Do you require visa sponsorship to work in the US?", "Yes", kind="text"),
]

# May work in Germany, not in the US or the UK.
JUERGEN_DE = [
    yes("Sind Sie berechtigt, in Deutschland zu arbeiten?"),
    ask("Haben Sie eine gültige Arbeitserlaubnis für Deutschland?", "Ja", options=("Ja", "Nein")),
    ask("Besitzt du eine Arbeitserlaubnis in Deutschland?", "Ja", options=("Ja", "Nein"), kind="radio"),
    ask("Benötigen Sie ein Visum, um in Deutschland zu arbeiten?", "Nein", options=("Ja", "Nein")),
    ask("Benötigst du ein Arbeitsvisum?", "Nein", options=("Ja", "Nein")),
    ask("Brauchen Sie eine Arbeitserlaubnis?", "Nein", options=("Ja", "Nein")),
    ask("Darfst du in Deutschland ohne Visum arbeiten?", "Ja", options=("Ja", "Nein"), may_leave=True),
    ask("Ich benötige kein Visum für Deutschland", "Ja", options=("Ja", "Nein"), may_leave=True),
    ask("Benötigen Sie keine Arbeitserlaubnis?", "Ja", options=("Ja", "Nein"), may_leave=True),
    yes("Do you have the right to work in Germany?"),
    yes("Are you entitled to work in Germany without restriction?", may_leave=True),
    no("Do you need a visa to work in Germany?"),
    no("Will you need us to sponsor your work permit?", may_leave=True),
    yes("Are you able to work in Germany without visa sponsorship?"),
    yes("Can you confirm that you don't need sponsorship for Germany?", may_leave=True),
    no("Do you lack the right to work in Germany?", may_leave=True),
    no("Are you authorized to work in the United States?"),
    yes("Will you require sponsorship to work in the United States?"),
    no("Are you legally entitled to work in the UK?"),
    no("Do you have the right to work in the United Kingdom?"),
    yes("Would you need visa sponsorship to work in the UK?"),
    no("Do you have the right to work in the UK without sponsorship?"),
    *either(
        "Do you have the right to work in the EU?",
        "Are you authorized to work in Switzerland?",
        "Benötigen Sie ein Visum für die Schweiz?",
        "Are you an EU citizen?",
        "Do you hold a Blue Card?",
        "Can you provide proof of your right to work in Germany?",
        "Sind Sie EU-Bürger oder besitzen Sie eine Arbeitserlaubnis?",
    ),
    leave(
        "Welchen Aufenthaltstitel haben Sie?", options=("Blaue Karte", "Niederlassungserlaubnis", "Keiner")
    ),
    leave("Staatsangehörigkeit", options=("Deutsch", "Andere")),
    leave("Nationality"),
]

CARMEN_PT = [
    ask("Tem autorização para trabalhar em Portugal?", "Sim", options=("Sim", "Não")),
    ask("Necessita de visto para trabalhar em Portugal?", "Não", options=("Sim", "Não")),
    ask("¿Tienes permiso de trabajo en España?", "Sí", options=("Sí", "No")),
    ask("¿Necesitas patrocinio de visado para trabajar en España?", "No", options=("Sí", "No")),
    ask(
        "¿Estás autorizada legalmente para trabajar en Portugal?", "Sí", options=("Sí", "No"), may_leave=True
    ),
    ask("Êtes-vous autorisé à travailler au Portugal ?", "Oui", options=("Oui", "Non")),
    ask("Avez-vous besoin d'un visa pour travailler au Portugal ?", "Non", options=("Oui", "Non")),
    ask("Sei autorizzato a lavorare in Portogallo?", "Sì", options=("Sì", "No")),
    ask("Hai bisogno di un visto per lavorare in Portogallo?", "No", options=("Sì", "No")),
    ask("Mag je legaal werken in Portugal?", "Ja", options=("Ja", "Nee")),
    ask("Heb je een visum nodig om in Portugal te werken?", "Nee", options=("Ja", "Nee")),
    ask("Har du arbetstillstånd i Portugal?", "Ja", options=("Ja", "Nej")),
    ask("Behöver du visum för att arbeta i Portugal?", "Nej", options=("Ja", "Nej")),
    yes("Are you eligible to work in this location?"),
    no("Will you require sponsorship for this position?"),
    ask("Avez-vous besoin d'un permis de travail pour le Portugal ?", "Non", options=("Oui", "Non")),
    leave("Avez-vous le droit de travailler en Suisse ?", options=("Oui", "Non")),
    leave("Tem nacionalidade portuguesa?", options=("Sim", "Não")),
]


@pytest.mark.parametrize(
    ("asked", "applicant", "job"),
    [
        pytest.param(ANANYA_US, ANANYA, IN_AUSTIN, id="ananya"),
        pytest.param(JUERGEN_DE, JUERGEN, IN_BERLIN, id="juergen"),
        pytest.param(CARMEN_PT, CARMEN, IN_LISBON, id="carmen"),
    ],
)
def test_what_is_asked_is_what_is_answered(asked: list[Ask], applicant: Applicant, job: JobFacts) -> None:
    assert_right(judge(asked, applicant, job), 0.9)


@pytest.mark.parametrize("applicant", [SUHARTI, EMPTY], ids=["suharti", "empty"])
def test_nothing_is_said_of_countries_that_the_profile_does_not_know(applicant: Applicant) -> None:
    asked = [
        leave(one.field.label or "", options=one.field.options, kind=one.field.kind) for one in ANANYA_US
    ]
    assert_right(judge(asked, applicant, IN_AUSTIN), 1.0)
