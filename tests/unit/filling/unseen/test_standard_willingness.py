"""What boards ask everywhere of one's willingness: checks, tests, ways of working, commuting, an urgent start."""

from __future__ import annotations

from typing import Any

from companion.filling import JobFacts
from tests.unit.filling.unseen.applicants import Applicant, applicant
from tests.unit.filling.unseen.asking import YES_NO as Y
from tests.unit.filling.unseen.asking import ask, assert_right, judge, leave

NANTES = JobFacts(title="Logisticienne", company="Atlantique Fret", location="Nantes, France", country="FR")
BREMEN = JobFacts(title="Logistician", company="Weser Fracht", location="Bremen, Germany", country="DE")


def who(answers: dict[str, str], **ours: Any) -> Applicant:
    """A logistician in Nantes, with the given answers and facts of the profile."""
    return applicant(
        {
            "basics": {
                "name": "Maëlle Le Goff",
                "label": "Logisticienne",
                "email": "maelle.legoff@example.fr",
                "location": {"city": "Nantes", "countryCode": "FR"},
            },
            "meta": {"applyonce": ours},
        },
        answers,
    )


MAELLE = who(
    {
        "Acceptez-vous une vérification de vos antécédents avant l'embauche ?": "Oui",
        "Would you take a drug test?": "No",
        "Do you have a security clearance?": "No",
        "Le travail hybride vous convient-il ?": "Oui",
        "Would you be happy to work in a hybrid setup?": "Yes",
        "Seriez-vous prête à travailler en télétravail ?": "Oui",
        "Would you work on site?": "No",
        "Pouvez-vous faire le trajet jusqu'à notre bureau de Nantes ?": "Oui",
        "Avez-vous le permis de conduire ?": "Oui",
    }
)
JN, ON, SN = ("Ja", "Nein"), ("Oui", "Non"), ("Sí", "No")
# fmt: off
CHECKS = [
    ask("Are you willing to undergo a background check, in accordance with local law/regulations?", "Yes",
        options=Y),
    ask("Do you agree to a background screening prior to employment?", "Yes", options=Y),
    ask("Sind Sie mit einer Hintergrundprüfung gemäß den örtlichen Gesetzen einverstanden?", "Ja", options=JN),
    ask("¿Aceptas someterte a una verificación de antecedentes, de acuerdo con la legislación local?", "Sí",
        options=SN),
    ask("Accetti una verifica dei tuoi precedenti prima dell'assunzione?", "Sì", options=("Sì", "No")),
    ask("Stemt u in met een antecedentenonderzoek?", "Ja", options=("Ja", "Nee")),
    ask("Você aceita uma verificação de antecedentes?", "Sim", options=("Sim", "Não")),
    ask("Godkänner du en bakgrundskontroll?", "Ja", options=("Ja", "Nej")),
    ask("Are you willing to take a drug test, in accordance with local law/regulations?", "No", options=Y),
    ask("Wären Sie zu einem Drogentest bereit?", "Nein", options=JN),
    ask("Do you have an active security clearance?", "No", options=Y),
    ask("Do you have a valid driver's license?", "Yes", options=Y),
    ask("Czy posiadasz prawo jazdy?", "Tak", options=("Wybierz opcję", "Tak", "Nie")),
    ask("Você está disposto a passar por uma verificação de antecedentes, de acordo com as leis locais?", "Sim",
        options=("Sim", "Não")),
    ask("Är du villig att genomgå en bakgrundskontroll i enlighet med lokala lagar?", "Ja", options=("Ja", "Nej")),
    leave("Can you pass a background check?", options=Y),
    leave("Have you ever failed a background check?", options=Y),
    leave("Are you willing to pay for a background check?", options=Y),
    leave("Is there anything a background check would show?", options=Y),
    leave("Are you willing to undergo a credit check?", options=Y),
    leave("¿Aceptas una verificación de antecedentes penales?", options=SN),
    leave("Are you unwilling to undergo a background check?", options=Y),
    leave("Are you willing to undergo a background check and a drug test?", options=Y),
    leave("Which background checks would you agree to?"),
    leave("Have you done background checks for an employer?", options=Y),
    leave("Are you able to obtain a security clearance?", options=Y),
    leave("Have you taken a drug test in the last year?", options=Y),
]
WAYS_OF_WORKING = [
    ask("Are you comfortable working in a hybrid setting?", "Yes", options=Y),
    ask("Are you comfortable working in a remote setting?", "Yes", options=Y),
    ask("Are you comfortable working in an onsite setting?", "No", options=Y),
    ask("¿Te sientes cómodo trabajando en un entorno híbrido?", "Sí", options=SN),
    ask("Sei disponibile a lavorare in modalità ibrida?", "Sì", options=("Sì", "No")),
    ask("Wären Sie bereit, vor Ort zu arbeiten?", "Nein", options=JN),
    ask("Är du bekväm med att arbeta på distans?", "Ja", options=("Ja", "Nej")),
    leave("Are you comfortable working in a hybrid setting with 3 days a week in the office?", options=Y),
    ask("Fühlen Sie sich wohl dabei, in einer hybriden Arbeitsumgebung zu arbeiten?", "Ja", options=JN),
    ask("Vindt u het prettig om in een hybride omgeving te werken?", "Ja", options=("Ja", "Nee")),
    ask("Êtes-vous à l'aise avec le fait de travailler dans un environnement hybride ?", "Oui", options=ON),
    leave("Are you currently working in a hybrid setting?", options=Y),
    leave("Are you comfortable working four days a week on site in a hybrid setting?", options=Y),
    leave("Are you comfortable managing a remote team?", options=Y),
    leave("Are you comfortable working in a hybrid setting in Lyon?", options=Y),
    leave("Would you only work in a hybrid setting?", options=Y),
    leave("Have you worked in a hybrid setting?", options=Y),
    leave("Are you comfortable working in a noisy setting?", options=Y),
]
COMMUTE = [
    ask("Are you comfortable commuting to this job's location?", "Yes", options=Y),
    ask("Can you reliably commute to our Nantes office?", "Yes", options=Y),
    ask("Sind Sie bereit, die Fahrzeit zum Arbeitsort in Kauf zu nehmen?", "Ja", options=JN),
    ask("Sei disponibile a percorrere la distanza prevista per recarti al lavoro in questa sede?", "Sì",
        options=("Sì", "No")),
    ask("¿Puedes desplazarte hasta la ubicación de este empleo?", "Sí", options=SN),
    ask("Pouvez-vous faire le trajet jusqu'au lieu de travail ?", "Oui", options=ON),
    ask("Ben je bereid om naar deze locatie te reizen?", "Ja", options=("Ja", "Nee")),
    ask("Czy zgadzasz się na dojazd do pracy w tej lokalizacji?", "Tak", options=("Wybierz opcję", "Tak", "Nie")),
    ask("Você consegue se deslocar até o local de trabalho desta vaga?", "Sim", options=("Sim", "Não")),
    ask("Kan du pendla till arbetsplatsen?", "Ja", options=("Ja", "Nej")),
    leave("Are you comfortable commuting to our Angers office?", options=Y),
    leave("¿Puedes desplazarte por trabajo?", options=SN),
    leave("Ben je bereid te reizen?", options=("Ja", "Nee")),
    leave("Sei disponibile a raggiungere gli obiettivi?", options=("Sì", "No")),
    leave("How long is your commute to this location?"),
    leave("Do you have a car to commute to this job's location?", options=Y),
]
COMMUTE_ELSEWHERE = [
    leave("Are you comfortable commuting to this job's location?", options=Y),
    leave("Sind Sie bereit, die Fahrzeit zum Arbeitsort in Kauf zu nehmen?", options=JN),
    leave("Can you commute to our Bremen office?", options=Y),
    ask("Can you commute to our office in Nantes?", "Yes", options=Y),
]
URGENT = [
    "We must fill this position urgently. Can you start immediately?",
    "Can you start right away?",
    "Are you immediately available?",
]
URGENT_ABROAD = [
    ask("Diese Stelle muss dringend besetzt werden. Können Sie sofort anfangen?", "Nein", options=JN),
    ask("Nous devons pourvoir ce poste de toute urgence. Pouvez-vous commencer immédiatement ?", "Non",
        options=ON),
    ask("Debemos cubrir este puesto con urgencia. ¿Puedes empezar inmediatamente?", "No", options=SN),
    ask("Dobbiamo coprire questa posizione con urgenza. Puoi iniziare subito?", "No", options=("Sì", "No")),
    ask("We moeten deze functie dringend invullen. Kunt u direct beginnen?", "Nee", options=("Ja", "Nee")),
    ask("Precisamos preencher esta vaga com urgência. Você pode começar imediatamente?", "Não",
        options=("Sim", "Não")),
    ask("Tjänsten måste tillsättas omgående. Kan du börja omedelbart?", "Nej", options=("Ja", "Nej")),
    leave("We must fill this position urgently. When can you start immediately after signing?"),
    leave("Can you start immediately with a six-month contract?", options=Y),
    leave("Can you start immediately or within two weeks?", options=Y),
    leave("If you were offered the job, could your colleagues start immediately?", options=Y),
]
# fmt: on


def urgent(answer: str | None) -> list[Any]:
    """The questions for an immediate start with the answer that is right, or that they are left."""
    return [ask(label, answer, options=Y) if answer else leave(label, options=Y) for label in URGENT]


def test_checks() -> None:
    assert_right(judge(CHECKS, MAELLE, NANTES), 1.0)


def test_ways_of_working() -> None:
    assert_right(judge(WAYS_OF_WORKING, MAELLE, NANTES), 1.0)


def test_hybrid_work_by_so_many_days_in_the_office() -> None:
    asked = "Are you comfortable working in a hybrid setting?"
    for stored in (
        "Would a hybrid model with three days a week in the office suit you?",
        "Ti va bene il lavoro ibrido?",
    ):
        assert_right(judge([ask(asked, "Yes", options=Y)], who({stored: "Yes"}), NANTES), 1.0)
    would_not = who({"Would a hybrid model with three days a week in the office suit you?": "No"})
    assert_right(judge([leave(asked, options=Y)], would_not, NANTES), 1.0)


def test_remote_work_and_nothing_but_remote_work() -> None:
    asked = [
        ask("Are you comfortable working in a remote setting?", "Yes", options=Y),
        leave("Are you only interested in remote work?", options=Y),
        leave("Are you interested in remote work alone?", options=Y),
    ]
    assert_right(judge(asked, who({"Are you interested in fully remote work?": "Yes"}), NANTES), 1.0)
    asked = [leave("Are you interested in fully remote work?", options=Y)]
    assert_right(judge(asked, who({"Are you comfortable working remotely?": "Yes"}), NANTES), 1.0)


def test_the_way_to_work() -> None:
    assert_right(judge(COMMUTE, MAELLE, NANTES), 1.0)


def test_the_way_to_another_town() -> None:
    assert_right(judge(COMMUTE_ELSEWHERE, MAELLE, BREMEN), 1.0)


def test_an_urgent_start() -> None:
    assert_right(judge(urgent("Yes"), who({}, notice_period="None"), NANTES), 1.0)
    assert_right(judge(urgent("Yes"), who({}, notice_period="immediate"), NANTES), 1.0)
    assert_right(judge(urgent("No"), who({}, notice_period="3 months"), NANTES), 1.0)
    assert_right(judge(urgent("No"), who({}, earliest_start="2030-08-01"), NANTES), 1.0)
    assert_right(judge(urgent("No"), who({"What is your notice period?": "1 month"}), NANTES), 1.0)
    assert_right(judge(URGENT_ABROAD, who({}, notice_period="1 month"), NANTES), 1.0)


def test_a_start_within_so_many_days() -> None:
    asked = [
        leave("Can you start within two weeks?", options=Y),
        ask("Are you able to join within 30 days of receiving an offer?", "Yes", options=Y),
        ask("Can you start within 3 months?", "Yes", options=Y),
        leave("Can you start within 4 weeks?", options=Y),
        leave("Can you start within 2 weeks at another site?", options=Y),
        leave("Can you start training within 2 weeks?", options=Y),
    ]
    assert_right(judge(asked, who({}, notice_period="1 month"), NANTES), 1.0)


def test_an_urgent_start_that_nobody_can_tell() -> None:
    assert_right(judge(urgent(None), who({}), NANTES), 1.0)
    assert_right(judge(urgent(None), who({}, notice_period="by agreement"), NANTES), 1.0)
    assert_right(judge(urgent(None), who({}, notice_period="3 days"), NANTES), 1.0)
    assert_right(judge(urgent(None), who({}, earliest_start="2030-01-01"), NANTES), 1.0)
    contrary = who({}, notice_period="none", earliest_start="2030-09-01")
    assert_right(judge(urgent(None), contrary, NANTES), 1.0)
