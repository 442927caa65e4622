"""Invented applicants in Milan, Utrecht and Guadalajara: a particle, two surnames, a province, other addresses."""

from __future__ import annotations

from tests.unit.filling.unseen.applicants import applicant

GIULIA = applicant(
    {
        "basics": {
            "name": "Giulia De Santis",
            "label": "Contabile",
            "email": "giulia.desantis@example.it",
            "phone": "+39 347 123 4567",
            "location": {
                "address": "Via Giuseppe Verdi 8",
                "postalCode": "20121",
                "city": "Milano",
                "region": "Lombardia",
                "countryCode": "IT",
            },
            "profiles": [{"network": "LinkedIn", "url": "https://www.linkedin.com/in/giuliadesantis"}],
        },
        "work": [
            {"name": "Studio Bianchi", "position": "Contabile", "startDate": "2023-03"},
            {
                "name": "Banca del Lago",
                "position": "Impiegata",
                "startDate": "2019-01",
                "endDate": "2023-02",
            },
        ],
        "education": [
            {
                "institution": "Università Bocconi",
                "area": "Economia aziendale",
                "studyType": "Laurea magistrale",
                "startDate": "2016-09",
                "endDate": "2018-07",
            }
        ],
        "meta": {
            "applyonce": {
                "given_name": "Giulia",
                "family_name": "De Santis",
                "work_authorization": {"IT": True, "CH": True, "GB": False},
                "needs_sponsorship": {"IT": False, "CH": False, "GB": True},
                "willing_to_relocate": True,
                "notice_period": "45 giorni",
                "salary_expectation": {"amount": 38000, "currency": "EUR", "period": "year"},
                "years_experience": 11,
                "demographics": {"gender": "Female"},
                "consents": {"demographics": False, "salary": True, "data_processing": True},
            }
        },
    },
    {
        "Hai la patente B?": "Sì",
        "Sei automunita?": "Sì",
        "Appartieni alle categorie protette (L. 68/99)?": "No",
        "Hai già lavorato per la nostra azienda?": "No",
        "Qual è il tuo livello di inglese?": "B2",
        "Sei disponibile a trasferte?": "No",
        "Sei disponibile a lavorare su turni?": "No",
        "Quanti anni di esperienza hai con SAP?": "6",
        "Hai almeno 18 anni?": "Sì",
        "Come hai saputo di questa posizione?": "InfoJobs",
    },
)

SANNE = applicant(
    {
        "basics": {
            "name": "Sanne van der Berg",
            "email": "sanne.vdberg@example.nl",
            "phone": "+31 6 12345678",
            "location": {
                "address": "Oudegracht 231-bis",
                "postalCode": "3511 NK",
                "city": "Utrecht",
                "region": "Utrecht",
                "countryCode": "NL",
            },
        },
        "work": [{"name": "Zorggroep Domstad", "position": "Teamleider", "startDate": "2020-09"}],
        "education": [
            {
                "institution": "Hogeschool Utrecht",
                "area": "Verpleegkunde",
                "studyType": "HBO bachelor",
                "startDate": "2011-09",
                "endDate": "2015-07",
            }
        ],
        "meta": {
            "applyonce": {
                "given_name": "Sanne",
                "family_name": "van der Berg",
                "pronouns": "zij/haar",
                "work_authorization": {"NL": True, "BE": True, "DE": True},
                "needs_sponsorship": {"NL": False, "BE": False, "DE": False},
                "willing_to_relocate": False,
                "notice_period": "1 maand",
                "earliest_start": "2030-08-01",
                "salary_expectation": {"amount": 3900, "currency": "EUR", "period": "month"},
                "years_experience": 15,
                "consents": {"demographics": False, "salary": True, "data_processing": True},
            }
        },
    },
    {
        "Heb je een rijbewijs?": "Ja",
        "Heb je een geldige BIG-registratie?": "Ja",
        "Heb je eerder bij ons gewerkt?": "Nee",
        "Hoeveel uur per week wil je werken?": "32",
        "Ben je bereid om in het weekend te werken?": "Ja",
        "Hoe goed spreek je Duits?": "Redelijk",
        "Waar heb je deze vacature gevonden?": "Indeed",
    },
)

DIEGO = applicant(
    {
        "basics": {
            "name": "Diego Hernández Villaseñor",
            "email": "diego.hv@example.mx",
            "phone": "+52 33 1234 5678",
            "url": "https://diegohv.example.mx",
            "location": {
                "address": "Av. Chapultepec Sur 480, Int. 4",
                "postalCode": "44140",
                "city": "Guadalajara",
                "region": "Jalisco",
                "countryCode": "MX",
            },
            "profiles": [
                {"network": "LinkedIn", "url": "https://www.linkedin.com/in/diegohv"},
                {"network": "GitHub", "url": "https://github.com/diegohv"},
            ],
        },
        "work": [{"name": "Agave Data", "position": "Analista de datos", "startDate": "2026-05"}],
        "education": [
            {
                "institution": "ITESO",
                "area": "Ingeniería industrial",
                "studyType": "Ingeniería",
                "startDate": "2020-08",
                "endDate": "2025-05",
            }
        ],
        "meta": {
            "applyonce": {
                "given_name": "Diego",
                "family_name": "Hernández Villaseñor",
                "work_authorization": {"MX": True, "US": False, "ES": False},
                "needs_sponsorship": {"MX": False, "US": True, "ES": True},
                "willing_to_relocate": True,
                "notice_period": "2 semanas",
                "salary_expectation": {"amount": 35000, "currency": "MXN", "period": "month"},
                "source": "OCC Mundial",
                "years_experience": 4,
                "demographics": {"gender": "Male", "hispanic": True, "veteran": "I am not a veteran"},
                "consents": {"demographics": True, "salary": True, "data_processing": True},
            }
        },
    },
    {
        "¿Tienes licencia de conducir vigente?": "Sí",
        "¿Has trabajado anteriormente con nosotros?": "No",
        "¿Cuál es tu nivel de inglés?": "Avanzado",
        "¿Tienes disponibilidad para viajar?": "Sí",
        "¿Cuántos años de experiencia tienes con Power BI?": "3",
        "¿Eres mayor de edad?": "Sí",
        "Do you have a bachelor's degree in engineering?": "Yes",
        "Are you willing to work in Eastern time zone hours?": "Yes",
        "Do you have any relatives who work for us?": "No",
    },
)
