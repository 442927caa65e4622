"""An apprentice in Berlin, a lawyer in Porto and a nurse in Denver: other answers, asked as their boards ask."""

from __future__ import annotations

from companion.filling import JobFacts
from tests.unit.filling.unseen.applicants import applicant
from tests.unit.filling.unseen.asking import YES_NO as Y
from tests.unit.filling.unseen.asking import ask, assert_right, judge, leave

JA = ("Ja", "Nein")
SIM = ("Sim", "Não")

EMRE = applicant(
    {
        "basics": {
            "name": "Emre Yıldız",
            "email": "emre.y@example.de",
            "phone": "+49 176 5550177",
            "location": {
                "address": "Sonnenallee 88",
                "postalCode": "12045",
                "city": "Berlin",
                "region": "Berlin",
                "countryCode": "DE",
            },
        },
        "work": [{"name": "Elektro Kranz", "position": "Aushilfe", "startDate": "2029-06"}],
        "education": [
            {
                "institution": "Otto-Hahn-Schule",
                "studyType": "Mittlerer Schulabschluss",
                "endDate": "2029-06",
            }
        ],
        "meta": {
            "applyonce": {
                "given_name": "Emre",
                "family_name": "Yıldız",
                "work_authorization": {"DE": True},
                "needs_sponsorship": {"DE": False},
                "willing_to_relocate": False,
                "earliest_start": "2030-09-01",
                "consents": {"data_processing": True},
            }
        },
    },
    {
        "Hast du einen Führerschein?": "Nein",
        "Hast du schon ein Praktikum in diesem Bereich gemacht?": "Ja",
        "Welche Note hattest du zuletzt in Mathematik?": "2",
        "Wie gut sprichst du Türkisch?": "Muttersprache",
        "Bist du bereit, im Schichtdienst zu arbeiten?": "Ja",
        "Bist du schwindelfrei?": "Ja",
        "Wie bist du auf uns aufmerksam geworden?": "Ausbildungsmesse",
        "Hast du dich schon einmal bei uns beworben?": "Nein",
    },
)
INES = applicant(
    {
        "basics": {
            "name": "Inês Carvalho de Almeida",
            "email": "ines.almeida@example.pt",
            "phone": "+351 912 000 111",
            "location": {
                "address": "Rua de Cedofeita 210, 2.º Dto",
                "postalCode": "4050-174",
                "city": "Porto",
                "region": "Porto",
                "countryCode": "PT",
            },
            "profiles": [{"network": "LinkedIn", "url": "https://www.linkedin.com/in/inesalmeida"}],
        },
        "work": [
            {"name": "Sousa & Matos Advogados", "position": "Advogada associada", "startDate": "2026-09"}
        ],
        "education": [
            {
                "institution": "Universidade do Porto",
                "area": "Direito",
                "studyType": "Mestrado",
                "startDate": "2023-09",
                "endDate": "2025-07",
            }
        ],
        "meta": {
            "applyonce": {
                "given_name": "Inês",
                "family_name": "Carvalho de Almeida",
                "work_authorization": {"PT": True, "BR": False},
                "needs_sponsorship": {"PT": False, "BR": True},
                "willing_to_relocate": False,
                "notice_period": "60 dias",
                "salary_expectation": {"amount": 32000, "currency": "EUR", "period": "year"},
                "years_experience": 5,
                "demographics": {"gender": "Female"},
                "consents": {"demographics": False, "salary": True, "data_processing": True},
            }
        },
    },
    {
        "Tem carta de condução?": "Sim",
        "Tem viatura própria?": "Não",
        "Está inscrita na Ordem dos Advogados?": "Sim",
        "Tem disponibilidade para viajar?": "Sim",
        "Qual o seu nível de inglês?": "C1",
        "Já trabalhou connosco anteriormente?": "Não",
        "Tem disponibilidade imediata?": "Não",
    },
)
TASHA = applicant(
    {
        "basics": {
            "name": "Natasha Renee Whitfield",
            "email": "tasha.whitfield@example.com",
            "phone": "303-555-0164",
            "location": {
                "address": "742 S Pearl St",
                "postalCode": "80209",
                "city": "Denver",
                "region": "Colorado",
                "countryCode": "US",
            },
        },
        "work": [
            {"name": "Front Range Medical Center", "position": "Registered Nurse", "startDate": "2025-05"},
            {"name": "Mesa Clinic", "position": "LPN", "startDate": "2020-02", "endDate": "2025-04"},
        ],
        "education": [
            {
                "institution": "Regis University",
                "area": "Nursing",
                "studyType": "BSN",
                "startDate": "2021-08",
                "endDate": "2025-05",
            }
        ],
        "meta": {
            "applyonce": {
                "given_name": "Natasha",
                "family_name": "Whitfield",
                "preferred_name": "Tasha",
                "pronouns": "she/her",
                "work_authorization": {"US": True},
                "needs_sponsorship": {"US": False},
                "willing_to_relocate": True,
                "notice_period": "3 weeks",
                "salary_expectation": {"amount": 41.5, "currency": "USD", "period": "hour"},
                "source": "Nurse.com",
                "years_experience": 10,
                "consents": {"demographics": False, "salary": True, "data_processing": False},
            }
        },
    },
    {
        "Do you have an active RN license in Colorado?": "Yes",
        "Do you have a current BLS certification?": "Yes",
        "Do you have ACLS certification?": "No",
        "How many years of ICU experience do you have?": "2",
        "Are you willing to work nights?": "Yes",
        "Are you willing to work every other weekend?": "Yes",
        "Have you ever had a professional license revoked or suspended?": "No",
        "Have you ever been excluded from participation in Medicare or Medicaid?": "No",
        "Have you ever worked for our hospital?": "No",
        "Can you perform the essential functions of this job with or without accommodation?": "Yes",
        "Are you legally authorized to work in the United States?": "Yes",
    },
)
BERLIN = JobFacts(title="Ausbildung Elektroniker", company="Stromwerk Nord", location="Berlin, Deutschland")
PORTO = JobFacts(title="Jurista", company="Banco Atlântida", location="Porto, Portugal")
DENVER = JobFacts(title="RN - ICU", company="St. Clair Health", location="Denver, Colorado, United States")

# fmt: off
IN_BERLIN = [
    ask("Dein Vorname", "Emre"),
    ask("Dein Nachname", "Yıldız"),
    ask("E-Mail-Adresse", "emre.y@example.de", kind="email"),
    ask("Handynummer", "+49 176 5550177", kind="tel"),
    ask("Straße und Hausnummer", "Sonnenallee 88"),
    ask("Postleitzahl", "12045"),
    ask("Wohnort", "Berlin"),
    ask("PLZ, Ort", "12045 Berlin"),
    leave("Name deiner Eltern / Erziehungsberechtigten"),
    leave("Telefonnummer der Eltern", kind="tel"),
    leave("E-Mail eines Erziehungsberechtigten", kind="email"),
    leave("Geburtsdatum", kind="date"),
    leave("Staatsangehörigkeit"),
    leave("Geschlecht", options=("weiblich", "männlich", "divers")),
    ask("Hast du einen Führerschein?", "Nein", options=JA),
    ask("Besitzt du einen Führerschein?", "Nein", options=JA),
    leave("Machst du gerade den Führerschein?", options=JA),
    leave("Hast du einen Führerschein der Klasse T?", options=JA),
    ask("Hast du schon ein Praktikum in diesem Bereich gemacht?", "Ja", options=JA),
    leave("Hast du schon ein Praktikum bei uns gemacht?", options=JA),
    leave("Wo hast du dein Praktikum gemacht?"),
    ask("Welche Note hattest du zuletzt in Mathematik?", "2", options=("1", "2", "3", "4")),
    leave("Welche Note hattest du zuletzt in Deutsch?", options=("1", "2", "3", "4")),
    leave("Welche Note hattest du zuletzt in Physik?"),
    ask("Wie gut sprichst du Türkisch?", "Muttersprache", options=("Grundkenntnisse", "Gut", "Muttersprache")),
    leave("Wie gut sprichst du Deutsch?", options=("Grundkenntnisse", "Gut", "Muttersprache")),
    ask("Bist du bereit, im Schichtdienst zu arbeiten?", "Ja", options=JA),
    ask("Bist du bereit im Schichtdienst zu arbeiten?", "Ja", options=JA),
    leave("Bist du bereit, am Wochenende zu arbeiten?", options=JA),
    leave("Warst du schon einmal im Schichtdienst tätig?", options=JA),
    ask("Bist du schwindelfrei?", "Ja", options=JA),
    leave("Bist du farbenblind?", options=JA),
    ask("Wie bist du auf uns aufmerksam geworden?", "Ausbildungsmesse",
        options=("Ausbildungsmesse", "Instagram", "Freunde")),
    ask("Wie hast du von der Stelle erfahren?", "Ausbildungsmesse"),
    ask("Hast du dich schon einmal bei uns beworben?", "Nein", options=JA),
    ask("Hast du dich bereits bei Stromwerk Nord beworben?", "Nein", options=JA),
    leave("Hast du dich noch bei anderen Firmen beworben?", options=JA),
    leave("Hast du schon einmal bei uns gearbeitet?", options=JA),
    ask("Frühester Starttermin", "2030-09-01", kind="date"),
    ask("Ab wann kannst du anfangen?", "01.09.2030", placeholder="TT.MM.JJJJ"),
    leave("Ausbildungsbeginn", options=("August 2030", "September 2030", "Februar 2031")),
    ask("Höchster Schulabschluss", "Mittlerer Schulabschluss",
        options=("Hauptschulabschluss", "Mittlerer Schulabschluss", "Abitur")),
    leave("Voraussichtlicher Schulabschluss",
        options=("Hauptschulabschluss", "Mittlerer Schulabschluss", "Abitur")),
    leave("Gehaltsvorstellung"),
    leave("Wie viele Jahre Berufserfahrung hast du?", kind="number"),
    leave("LinkedIn"),
    ask("Hast du eine gültige Arbeitserlaubnis für Deutschland?", "Ja", options=JA),
    ask("Bist du bereit umzuziehen?", "Nein", options=JA),
    leave("Bist du mindestens 16 Jahre alt?", options=JA),
    leave("Liegt eine Behinderung vor?", options=JA),
    ask("Ich stimme der Verarbeitung meiner personenbezogenen Daten zu", "Yes", kind="checkbox"),
    leave("Ich möchte Infos über weitere Ausbildungsplätze erhalten", kind="checkbox"),
    leave("Zeugnis der 10. Klasse", kind="file"),
    ask("Lebenslauf", "resume-1", kind="file"),
    leave("Unterschrift der Eltern"),
]
IN_PORTO = [
    ask("Nome próprio", "Inês"),
    ask("Apelido", "Carvalho de Almeida"),
    ask("Nome completo", "Inês Carvalho de Almeida"),
    ask("Telemóvel", "+351 912 000 111", kind="tel"),
    ask("Indicativo", "+351", options=("+33", "+34", "+351")),
    ask("Morada", "Rua de Cedofeita 210, 2.º Dto"),
    ask("Código postal", "4050-174"),
    ask("Localidade", "Porto"),
    leave("Concelho"),
    ask("Distrito", "Porto", options=("Aveiro", "Braga", "Porto")),
    ask("País de residência", "Portugal", options=("Brasil", "Espanha", "Portugal")),
    leave("NIF"),
    leave("Número do cartão de cidadão"),
    leave("Nacionalidade", options=("Portuguesa", "Brasileira")),
    leave("Género", options=("Feminino", "Masculino")),
    ask("Tem carta de condução?", "Sim", options=SIM),
    ask("Possui carta de condução?", "Sim", options=SIM),
    leave("Tem carta de condução e viatura própria?", options=SIM),
    leave("Tem carta de pesados?", options=SIM),
    ask("Tem viatura própria?", "Não", options=SIM),
    leave("Não tem viatura própria?", options=SIM),
    ask("Está inscrita na Ordem dos Advogados?", "Sim", options=SIM),
    ask("Está inscrita/o na Ordem dos Advogados?", "Sim", options=SIM, may_leave=True),
    leave("Está inscrita na Ordem dos Contabilistas?", options=SIM),
    leave("N.º de cédula profissional"),
    ask("Tem disponibilidade para viajar?", "Sim", options=SIM),
    ask("Disponibilidade para viajar", "Sim", options=SIM),
    leave("Tem disponibilidade para trabalhar por turnos?", options=SIM),
    ask("Tem disponibilidade imediata?", "Não", options=SIM),
    leave("Quando tem disponibilidade?", options=("Imediata", "1 mês", "2 meses")),
    ask("Qual o seu nível de inglês?", "C1", options=("A2", "B1", "B2", "C1")),
    ask("Nível de inglês", "C1", options=("A1", "A2", "B1", "B2", "C1", "C2")),
    leave("Nível de francês", options=("A2", "B1", "B2", "C1")),
    ask("Já trabalhou connosco anteriormente?", "Não", options=SIM),
    ask("Já trabalhou no Banco Atlântida?", "Não", options=SIM),
    leave("Já trabalhou na banca anteriormente?", options=SIM),
    leave("Algum familiar seu trabalha no Banco Atlântida?", options=SIM),
    ask("Expectativa salarial anual bruta", "32000 EUR"),
    ask("Expectativa salarial (bruto/ano)", "30.000€ - 35.000€",
        options=("25.000€ - 30.000€", "30.000€ - 35.000€", "35.000€ - 40.000€"), may_leave=True),
    leave("Expectativa salarial mensal", kind="number"),
    leave("Remuneração atual"),
    ask("Período de aviso prévio", "60 dias", options=("15 dias", "30 dias", "60 dias")),
    ask("Anos de experiência profissional", "5", kind="number"),
    leave("Anos de experiência em direito bancário", kind="number"),
    ask("Habilitações literárias", "Mestrado", options=("12.º ano", "Licenciatura", "Mestrado", "Doutoramento")),
    leave("Média final de curso"),
    ask("Empresa atual", "Sousa & Matos Advogados"),
    ask("Função atual", "Advogada associada"),
    leave("Função pretendida"),
    ask("Está disposta a mudar de residência?", "Não", options=SIM, may_leave=True),
    ask("Tem autorização para trabalhar em Portugal?", "Sim", options=SIM),
    leave("Tem registo criminal?", options=SIM),
    ask("Aceito a política de privacidade", "Yes", kind="checkbox"),
    leave("Aceito que os meus dados sejam guardados para futuras oportunidades", kind="checkbox"),
    leave("Contacto de emergência"),
]
IN_DENVER = [
    ask("Legal First Name", "Natasha"),
    ask("Preferred Name", "Tasha"),
    ask("Middle Name", "Renee"),
    ask("Last Name", "Whitfield"),
    leave("Maiden/Former Name"),
    leave("Credentials"),
    ask("Primary Phone", "+1 303-555-0164", "(303) 555-0164", "303-555-0164", kind="tel"),
    leave("Alternate Phone", kind="tel"),
    ask("Street Address", "742 S Pearl St"),
    ask("State", "CO", options=("CA", "CO", "CT")),
    ask("Zip", "80209"),
    ask("Do you have an active RN license in Colorado?", "Yes", options=Y),
    ask("Do you hold an active Colorado RN license?", "Yes", options=Y, may_leave=True),
    leave("Do you have an active RN license in Wyoming?", options=Y),
    leave("Do you have a compact RN license?", options=Y),
    leave("RN license number"),
    leave("RN license expiration date", kind="date"),
    leave("State of licensure", options=("Colorado", "Wyoming")),
    ask("Do you have a current BLS certification?", "Yes", options=Y),
    ask("Do you have BLS certification?", "Yes", options=Y),
    leave("BLS expiration date", kind="date"),
    ask("Do you have ACLS certification?", "No", options=Y),
    ask("Do you currently have ACLS certification?", "No", options=Y),
    leave("Do you have BLS and ACLS certification?", options=Y),
    leave("Are you willing to obtain ACLS certification within 6 months?", options=Y),
    leave("Do you have PALS certification?", options=Y),
    ask("How many years of ICU experience do you have?", "2", kind="number"),
    ask("Years of ICU experience", "1-3 years", options=("None", "1-3 years", "4-6 years")),
    leave("How many years of NICU experience do you have?", kind="number"),
    leave("How many years of RN experience do you have?", kind="number"),
    ask("Do you have 1+ years of ICU experience?", "Yes", options=Y),
    ask("Are you willing to work nights?", "Yes", options=Y),
    leave("Are you willing to work nights and holidays?", options=Y),
    leave("Do you prefer days or nights?", options=("Days", "Nights")),
    ask("Are you willing to work every other weekend?", "Yes", options=Y),
    leave("Are you willing to work every weekend?", options=Y),
    leave("Are you willing to be on call?", options=Y),
    ask("Have you ever had a professional license revoked or suspended?", "No", options=Y),
    leave("Is your professional license currently under investigation?", options=Y),
    ask("Have you ever been excluded from participation in Medicare or Medicaid?", "No", options=Y),
    leave("Have you ever been named in a malpractice suit?", options=Y),
    ask("Have you ever worked for St. Clair Health?", "No", options=Y),
    leave("Have you ever been a patient of our hospital?", options=Y),
    leave("Have you ever volunteered at our hospital?", options=Y),
    ask("Can you perform the essential functions of this job with or without accommodation?", "Yes", options=Y,
        may_leave=True),
    leave("Will you need an accommodation to perform the essential functions of this job?", options=Y),
    ask("Are you legally authorized to work in the United States?", "Yes", options=Y),
    ask("Will you require sponsorship?", "No", options=Y),
    leave("Are you at least 18 years of age?", options=Y),
    leave("Are you fully vaccinated against COVID-19?", options=Y),
    leave("Have you had a TB test in the past year?", options=Y),
    ask("Desired hourly rate", "41.5", kind="number"),
    ask("Desired pay", "41.5 USD per hour"),
    leave("Desired annual salary", kind="number"),
    leave("Sign-on bonus expectation"),
    leave("Current hourly rate", kind="number"),
    ask("Notice period", "3 weeks", options=("1 week", "2 weeks", "3 weeks", "4 weeks")),
    ask("Total years of experience", "10", kind="number"),
    ask("Highest level of nursing education", "BSN", options=("ADN", "BSN", "MSN"), may_leave=True),
    ask("Highest degree", "Bachelor's", options=("Associate's", "Bachelor's", "Master's"), may_leave=True),
    leave("Employment type desired", options=("Full time", "Part time", "PRN")),
    ask("Current Employer", "Front Range Medical Center"),
    leave("Unit / Department"),
    leave("Nurse manager's name"),
    leave("May we contact your present employer?", options=Y),
    leave("Gender", options=("Male", "Female")),
    leave("Veteran status", options=("Veteran", "Not a veteran")),
    leave("I agree to the processing of my data", kind="checkbox"),
    ask("How did you hear about us?", "Nurse.com", options=("Indeed", "Nurse.com", "Employee referral")),
    leave("Name of referring employee"),
    ask("Are you willing to relocate?", "Yes", options=Y),
    ask("Do you live in the United States?", "Yes", options=Y),
    leave("Emergency contact relationship"),
]
# fmt: on


def test_in_berlin() -> None:
    assert_right(judge(IN_BERLIN, EMRE, BERLIN), 0.95)


def test_in_porto() -> None:
    assert_right(judge(IN_PORTO, INES, PORTO), 0.95)


def test_in_denver() -> None:
    assert_right(judge(IN_DENVER, TASHA, DENVER), 0.95)
