"""More invented applicants: no LinkedIn, one name, names unsplit, a title, degrees that go on, other addresses."""

from __future__ import annotations

from tests.unit.filling.unseen.applicants import applicant

ARJUN = applicant(
    {
        "basics": {
            "name": "Arjun Venkatesan",
            "label": "Senior Software Engineer",
            "email": "arjun.venkatesan@example.in",
            "phone": "+91 98450 12345",
            "location": {
                "address": "12, 4th Cross, Indiranagar\nHAL 2nd Stage",
                "postalCode": "560038",
                "city": "Bengaluru",
                "region": "Karnataka",
                "countryCode": "IN",
            },
            "profiles": [
                {"network": "LinkedIn", "url": "https://www.linkedin.com/in/arjunven"},
                {"network": "GitHub", "url": "https://github.com/arjunven"},
            ],
        },
        "work": [
            {"name": "Softveda Technologies", "position": "Senior Software Engineer", "startDate": "2024-07"},
            {
                "name": "Kaveri Systems",
                "position": "Software Engineer",
                "startDate": "2020-08",
                "endDate": "2024-06",
            },
        ],
        "education": [
            {
                "institution": "R.V. College of Engineering",
                "area": "Computer Science",
                "studyType": "B.E.",
                "startDate": "2016-08",
                "endDate": "2020-06",
                "score": "8.7",
            }
        ],
        "meta": {
            "applyonce": {
                "work_authorization": {"IN": True, "US": False, "DE": False, "GB": False},
                "needs_sponsorship": {"IN": False, "US": True, "DE": True, "GB": True},
                "willing_to_relocate": True,
                "notice_period": "60 days",
                "salary_expectation": {"amount": 2800000, "currency": "INR", "period": "year"},
                "source": "LinkedIn",
                "years_experience": 9.5,
                "demographics": {"gender": "Male"},
                "consents": {"demographics": False, "salary": True, "data_processing": True},
            }
        },
    },
    {
        "How many years of experience do you have with Java?": "9",
        "How many years of Kubernetes experience do you have?": "4",
        "Have you previously worked for us?": "No",
        "Do you have a valid passport?": "Yes",
        "Are you comfortable working night shifts?": "Yes",
        "Have you ever been convicted of a crime?": "No",
        "Are you at least 18 years of age?": "Yes",
        "What is your current CTC?": "22 LPA",
        "Are you willing to work from the office three days a week?": "Yes",
    },
)

CONCEICAO = applicant(
    {
        "basics": {
            "name": "Maria da Conceição Araújo dos Santos Lima",
            "email": "conceicao.lima@example.com.br",
            "phone": "+55 11 98765-4321",
            "location": {
                "address": "Rua Augusta, 1500, apto 42",
                "postalCode": "01304-001",
                "city": "São Paulo",
                "region": "São Paulo",
                "countryCode": "BR",
            },
        },
        "work": [{"name": "Hospital Santa Clara", "position": "Enfermeira", "startDate": "2021-03"}],
        "education": [
            {
                "institution": "Universidade Federal de São Paulo",
                "area": "Enfermagem",
                "studyType": "Bacharelado",
                "startDate": "2016-02",
                "endDate": "2020-12",
            }
        ],
        "meta": {
            "applyonce": {
                "given_name": "Maria da Conceição",
                "family_name": "Araújo dos Santos Lima",
                "work_authorization": {"BR": True, "PT": True, "DE": False},
                "needs_sponsorship": {"BR": False, "PT": False, "DE": True},
                "notice_period": "30 dias",
                "years_experience": 8,
                "demographics": {"gender": "Female", "disability": "No"},
                "consents": {"demographics": True, "salary": False, "data_processing": True},
            }
        },
    },
    {
        "Você possui CNH?": "Sim",
        "Já trabalhou nesta empresa?": "Não",
        "Você tem disponibilidade para viajar?": "Não",
        "Qual o seu nível de inglês?": "Intermediário",
        "Possui registro ativo no COREN?": "Sim",
        "Você tem mais de 18 anos?": "Sim",
        "Como ficou sabendo da vaga?": "Indeed",
    },
)

ROBIN = applicant(
    {
        "basics": {
            "name": "Alexandra Jane Tremblay-Roy",
            "email": "robin.tr@example.ca",
            "phone": "+1 416 555 0199",
            "location": {
                "address": "88 Harbord St\nUnit 5",
                "postalCode": "M5S 1G6",
                "city": "Toronto",
                "region": "Ontario",
                "countryCode": "CA",
            },
            "profiles": [{"network": "GitHub", "url": "https://github.com/robintr"}],
        },
        "work": [
            {
                "name": "Java Bean Café",
                "position": "Barista",
                "startDate": "2028-05",
                "endDate": "2029-08",
            }
        ],
        "education": [
            {
                "institution": "University of Toronto",
                "area": "Computer Science",
                "studyType": "Bachelor of Science",
                "startDate": "2027-09",
                "endDate": "2031-04",
            }
        ],
        "meta": {
            "applyonce": {
                "given_name": "Alexandra",
                "family_name": "Tremblay-Roy",
                "preferred_name": "Robin",
                "pronouns": "they/them",
                "work_authorization": {"CA": True, "US": False},
                "needs_sponsorship": {"CA": False, "US": True},
                "willing_to_relocate": False,
                "earliest_start": "2031-05-05",
                "salary_expectation": {"amount": 32, "currency": "CAD", "period": "hour"},
                "years_experience": 1,
                "demographics": {
                    "gender": "Non-binary",
                    "ethnicity": "White",
                    "hispanic": False,
                    "disability": "Prefer not to say",
                },
                "consents": {"demographics": True, "salary": True, "data_processing": True},
            }
        },
    },
    {
        "Are you currently enrolled in a degree program?": "Yes",
        "What is your GPA?": "3.7",
        "Have you ever worked for us?": "No",
        "How many hours per week can you work?": "20",
        "Are you able to work weekends?": "Yes",
        "Do you have a valid driver's license?": "No",
        "Do you speak French?": "Yes",
        "Are you over 18 years old?": "Yes",
        "Do you have any relatives working for us?": "No",
        "How did you hear about this job?": "Campus career fair",
    },
)

KATHARINA = applicant(
    {
        "basics": {
            "name": "Dr. Katharina von Arnsberg",
            "email": "k.arnsberg@example.de",
            "phone": "0170 5550123",
            "url": "https://arnsberg.example.de",
            "location": {
                "address": "Lange Reihe 41",
                "postalCode": "20099",
                "city": "Hamburg",
                "region": "Hamburg",
                "countryCode": "DE",
            },
            "profiles": [{"network": "Xing", "url": "https://www.xing.com/profile/Katharina_Arnsberg"}],
        },
        "work": [
            {
                "name": "Institut für Meeresbiologie",
                "position": "Wissenschaftliche Mitarbeiterin",
                "startDate": "2022-01",
                "endDate": "2029-12",
            }
        ],
        "education": [
            {
                "institution": "Universität Kiel",
                "area": "Meeresbiologie",
                "studyType": "Promotion",
                "startDate": "2018-01",
                "endDate": "2021-12",
            },
            {
                "institution": "Universität Bremen",
                "area": "Biologie",
                "studyType": "Master of Science",
                "startDate": "2015-10",
                "endDate": "2017-09",
            },
        ],
        "meta": {
            "applyonce": {
                "work_authorization": {"DE": True, "AT": True, "NL": True, "SE": True, "CH": False},
                "needs_sponsorship": {"DE": False, "AT": False, "NL": False, "SE": False, "CH": True},
                "willing_to_relocate": True,
                "earliest_start": "2030-05-01",
                "notice_period": "immediately",
                "salary_expectation": {"amount": 58000, "currency": "EUR", "period": "year"},
                "demographics": {"gender": "Female", "disability": "No"},
                "consents": {"demographics": False, "salary": True, "data_processing": False},
            }
        },
    },
    {
        "Haben Sie einen Führerschein der Klasse B?": "Ja",
        "Sind Sie bereit zu reisen?": "Ja",
        "Wie gut sprechen Sie Englisch?": "Verhandlungssicher",
        "Haben Sie schon einmal bei uns gearbeitet?": "Nein",
        "Wie haben Sie von uns erfahren?": "XING",
        "Liegt eine Schwerbehinderung vor?": "Nein",
        "Wie viele Jahre Erfahrung haben Sie mit Figma?": "3",
        "Sind Sie mindestens 18 Jahre alt?": "Ja",
    },
)

WIBOWO = applicant(
    {
        "basics": {
            "name": "Wibowo",
            "email": "wibowo@example.id",
            "phone": "+62 812-3456-7890",
            "url": "https://wibowo.example.id",
            "location": {
                "address": "Jl. Kemang Raya No. 10",
                "postalCode": "12730",
                "city": "Jakarta",
                "region": "Jakarta Raya",
                "countryCode": "ID",
            },
        },
        "meta": {
            "applyonce": {
                "work_authorization": {"ID": True, "SG": False, "NL": False},
                "needs_sponsorship": {"ID": False, "SG": True, "NL": True},
                "notice_period": "1 month",
                "years_experience": 0,
            }
        },
    },
    {
        "Are you willing to relocate?": "No",
        "How many years of React experience do you have?": "Less than one",
    },
)

MARCUS = applicant(
    {
        "basics": {
            "name": "Marcus T. Washington Jr.",
            "email": "mwashington@example.com",
            "phone": "(404) 555-0123",
            "location": {
                "address": "1200 Peachtree St NE\nApt 9B",
                "postalCode": "30309",
                "city": "Atlanta",
                "region": "GA",
                "countryCode": "US",
            },
            "profiles": [{"network": "LinkedIn", "url": "https://www.linkedin.com/in/mtwashington"}],
        },
        "work": [{"name": "Peach Logistics", "position": "Warehouse Supervisor", "startDate": "2026-02"}],
        "education": [
            {
                "institution": "Booker High School",
                "studyType": "High School Diploma",
                "startDate": "2008-08",
                "endDate": "2012-05",
            }
        ],
        "meta": {
            "applyonce": {
                "given_name": "Marcus",
                "family_name": "Washington",
                "pronouns": "he/him",
                "work_authorization": {"US": True},
                "needs_sponsorship": {"US": False},
                "willing_to_relocate": False,
                "notice_period": "two weeks",
                "salary_expectation": {"amount": 24, "currency": "USD", "period": "hour"},
                "source": "Indeed",
                "years_experience": 12,
                "demographics": {
                    "gender": "Male",
                    "ethnicity": "Black or African American",
                    "hispanic": False,
                    "veteran": "I identify as one or more of the classifications of a protected veteran",
                    "disability": "No",
                },
                "consents": {"demographics": True, "salary": True, "data_processing": True},
            }
        },
    },
    {
        "Are you a U.S. citizen?": "Yes",
        "Have you been convicted of a felony in the last seven years?": "No",
        "Do you have a forklift certification?": "Yes",
        "Are you able to lift 50 pounds?": "Yes",
        "Do you have reliable transportation?": "Yes",
        "Are you available to work overtime?": "Yes",
        "Are you 18 years or older?": "Yes",
        "Have you ever applied to this company before?": "No",
        "Have you ever been employed by this company?": "No",
        "What shift are you available for?": "Second shift",
        "Will you submit to a drug test?": "Yes",
    },
)
