"""What boards ask everywhere about the right to work, privacy and pay, in their own localised words."""

from __future__ import annotations

from companion.filling import JobFacts
from tests.unit.filling.unseen.applicants import applicant
from tests.unit.filling.unseen.asking import YES_NO as Y
from tests.unit.filling.unseen.asking import ask, assert_right, judge, leave

LINZ = JobFacts(title="Controllerin", company="Donau Werke", location="Linz, Austria", country="AT")
ZURICH = JobFacts(title="Controller", company="Limmat AG", location="Zürich, Switzerland", country="CH")
MAY_WORK = ("HR", "AT", "DE", "FR", "ES", "IT", "NL", "SE", "PT", "PL", "BE")
ANA = applicant(
    {
        "basics": {
            "name": "Ana Marković",
            "label": "Controllerin",
            "email": "ana.markovic@example.hr",
            "location": {"city": "Zagreb", "countryCode": "HR"},
        },
        "meta": {
            "applyonce": {
                "work_authorization": {
                    **dict.fromkeys(MAY_WORK, True),
                    "GB": False,
                    "CH": False,
                    "US": False,
                },
                "needs_sponsorship": {**dict.fromkeys(MAY_WORK, False), "GB": True, "CH": True, "US": True},
                "salary_expectation": {"amount": 52000, "currency": "EUR", "period": "year"},
                "consents": {"salary": True, "data_processing": True},
            }
        },
    },
    {},
)
JN, ON, SN = ("Ja", "Nein"), ("Oui", "Non"), ("Sí", "No")
# fmt: off
RIGHT_TO_WORK = [
    ask("Sind Sie rechtlich befugt, in diesem Land zu arbeiten: Schweden?", "Ja", options=JN),
    ask("Sind Sie rechtlich befugt, in diesem Land zu arbeiten: Schweiz?", "Nein", options=JN),
    ask("Sind Sie rechtlich befugt, in Österreich zu arbeiten?", "Ja", options=("Option auswählen", "Ja", "Nein")),
    ask("Benötigen Sie jetzt oder in Zukunft eine Bürgschaft für ein Arbeitsvisum?", "Nein", options=JN),
    ask("Bent u wettelijk bevoegd om in dit land te werken: België?", "Ja", options=("Ja", "Nee")),
    ask("Hebt u nu of in de toekomst sponsoring nodig voor een werkvisum?", "Nee", options=("Ja", "Nee")),
    ask("Êtes-vous légalement autorisé(e) à travailler dans ce pays : France ?", "Oui", options=ON),
    ask("Êtes-vous légalement autorisé(e) à travailler dans ce pays : Suisse ?", "Non", options=ON),
    ask("Nécessitez-vous ou nécessiterez-vous un parrainage pour un visa de travail ?", "Non", options=ON),
    ask("¿Tienes autorización legal para trabajar en España?", "Sí", options=SN),
    ask("¿Necesitarás ahora o en el futuro patrocinio para un visado de trabajo?", "No", options=SN),
    ask("Hai l'autorizzazione legale a lavorare in Italia?", "Sì", options=("Sì", "No")),
    ask("Avrai bisogno, ora o in futuro, di una sponsorizzazione per il visto?", "No", options=("Sì", "No")),
    ask("Você tem autorização legal para trabalhar em Portugal?", "Sim", options=("Sim", "Não")),
    ask("Você precisa ou precisará de patrocínio para obter um visto de trabalho?", "Não", options=("Sim", "Não")),
    ask("Är du behörig att arbeta i landet: Sverige?", "Ja", options=("Ja", "Nej")),
    ask("Kommer du nu eller i framtiden att behöva sponsring för arbetsvisum?", "Nej", options=("Ja", "Nej")),
    ask("Do you have the right to live and work in the UK?", "No", options=Y),
    ask("do you have the right to reside and work in uk?", "No", options=Y),
    ask("Haben Sie das Recht, in Deutschland zu leben und zu arbeiten?", "Ja", options=JN),
    ask("Avez-vous le droit de vivre et de travailler en France ?", "Oui", options=ON),
    ask("¿Tienes derecho a vivir y trabajar en España?", "Sí", options=SN),
    ask("Are you legally eligible to work in the location you are applying for (Switzerland)?", "No", options=Y),
    ask("Are you legally authorized to work in the country where this job is located (Berlin, Germany)?", "Yes",
        options=Y),
    ask("Are you legally authorized to work in the country of this job [Switzerland]?", "No", options=Y),
    ask("Are you legally authorized to work in the country where this job is located?", "Yes", options=Y),
    leave("Are you legally eligible to work in the location you are applying for (Romania)?", options=Y),
    ask("Are you legally authorized to work in the country of this job (US)?", "No", options=Y),
    ask("Are you legally authorized to work in the country where this job is located (Yes/No)?", "Yes", options=Y),
    leave("Are you legally authorized to work in the country of this job (CH/DE)?", options=Y),
    leave("Are you legally authorized to work in the country of this job (Georgia)?", options=Y),
    leave("Are you legally authorized to work in the countries of this job (EU)?", options=Y),
    leave("Are you authorized to work in the country of this job (e.g. as a US citizen)?", options=Y),
    leave("Are you legally authorized to work in these countries (Germany or Switzerland)?", options=Y),
    leave("Do you live in the UK and have the right to work there?", options=Y),
    leave("Do you live and work in the UK?", options=Y),
    leave("Sind Sie befugt, Verträge zu unterschreiben?", options=JN),
    leave("Können Sie eine Bürgschaft für Ihre Wohnung stellen?", options=JN),
    leave("Will you require sponsorship now or in the future?", options=("Yes (H1B)", "No (Citizen, GC)")),
]
IN_SWITZERLAND = [
    ask("Benötigen Sie jetzt oder in Zukunft eine Bürgschaft für ein Arbeitsvisum?", "Ja", options=JN),
    ask("Are you legally eligible to work in the location you are applying for (Austria)?", "Yes", options=Y),
    ask("Sind Sie rechtlich befugt, in diesem Land zu arbeiten?", "Nein", options=JN),
    leave("Are you legally eligible to work in the location you are applying for (Norway)?", options=Y),
]
PRIVACY = [
    ask("Candidate Privacy Acknowledgment", "Yes", options=("Select an option", "Yes", "No")),
    ask("Datenschutzerklärung zur Kenntnis genommen", "Ja", options=("Option auswählen", "Ja", "Nein")),
    ask("Aviso de privacidad leído", "Sí", options=("Selecciona una opción", "Sí", "No")),
    leave("Acknowledgement of the arbitration agreement and privacy notice", options=Y),
    leave("Acknowledgement of the drug policy", options=Y),
    leave("I do not acknowledge the privacy notice", options=Y),
]
PAY = [
    ask("¿Cuál es tu pretensión salarial bruta anual?", "52000 EUR"),
    ask("Gehaltsvorstellung (brutto pro Jahr)", "52000 EUR"),
    ask("Expected annual salary for this .NET role (EUR)", "52000", kind="number"),
    leave("¿Cuál es tu expectativa salarial neta anual?"),
    leave("Pretensión salarial anual (salario neto)"),
    leave("Gehaltsvorstellung netto pro Jahr"),
    leave("Nettogehaltsvorstellung pro Jahr in EUR"),
    leave("Expected salary, net per year (EUR)", kind="number"),
    leave("Prétentions salariales : salaire net annuel"),
    leave("Pretensão salarial líquida anual"),
    leave("Aspettative salariali (netto annuo)"),
    leave("Expected annual salary", kind="number", description="Please give the amount after taxes, in EUR."),
    leave("Expected annual salary in EUR", options=("30-50k net", "50-60k net", "60k+ net")),
]
# fmt: on
PLACEHOLDERS = [
    "Option auswählen",
    "Vyberte možnost",
    "Wybierz opcję",
    "Vælg valgmulighed",
    "Selecteer een optie",
    "Sélectionnez une option",
    "Выберите вариант",
]


def test_right_to_work() -> None:
    assert_right(judge(RIGHT_TO_WORK, ANA, LINZ), 1.0)


def test_right_to_work_where_the_job_is_elsewhere() -> None:
    assert_right(judge(IN_SWITZERLAND, ANA, ZURICH), 1.0)


def test_privacy() -> None:
    assert_right(judge(PRIVACY, ANA, LINZ), 1.0)


def test_no_gross_amount_for_a_net_one() -> None:
    assert_right(judge(PAY, ANA, LINZ), 1.0)


def test_placeholders_are_no_options() -> None:
    asked = [
        ask("I have read the privacy notice and agree to it", "I agree", options=(words, "I agree"))
        for words in PLACEHOLDERS
    ]
    assert_right(judge(asked, ANA, LINZ), 1.0)
