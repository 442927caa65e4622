"""A Moroccan chef in Lyon who applies in seven languages and stores what he answers in two."""

from __future__ import annotations

from tests.unit.filling.unseen.applicants import applicant

YOUSSEF = applicant(
    {
        "basics": {
            "name": "Youssef El Idrissi",
            "label": "Chef de partie",
            "email": "y.elidrissi@example.fr",
            "phone": "+33 6 39 98 12 34",
            "location": {
                "address": "27 rue Sainte-Catherine",
                "postalCode": "69001",
                "city": "Lyon",
                "region": "Auvergne-Rhône-Alpes",
                "countryCode": "FR",
            },
        },
        "work": [
            {"name": "Brasserie du Parc", "position": "Chef de partie", "startDate": "2026-05"},
            {"name": "Riad Zitoun", "position": "Commis", "startDate": "2023-04", "endDate": "2026-04"},
        ],
        "education": [
            {
                "institution": "Institut Vatel Lyon",
                "area": "Hotel Management",
                "studyType": "Bachelor",
                "startDate": "2020-09",
                "endDate": "2023-06",
            }
        ],
        "languages": [
            {"language": "Arabic", "fluency": "Native"},
            {"language": "French", "fluency": "C1"},
            {"language": "English", "fluency": "B1"},
            {"language": "Spanish", "fluency": "A2"},
        ],
        "meta": {
            "applyonce": {
                "given_name": "Youssef",
                "family_name": "El Idrissi",
                "work_authorization": {
                    "FR": True,
                    "MA": True,
                    "DE": False,
                    "ES": False,
                    "IT": False,
                    "NL": False,
                    "PT": False,
                    "SE": False,
                },
                "needs_sponsorship": {
                    "FR": False,
                    "MA": False,
                    "DE": True,
                    "ES": True,
                    "IT": True,
                    "NL": True,
                    "PT": True,
                    "SE": True,
                },
                "willing_to_relocate": True,
                "notice_period": "1 month",
                "earliest_start": "2030-09-01",
                "salary_expectation": {"amount": 34000, "currency": "EUR", "period": "year"},
                "source": "Indeed",
                "years_experience": 7,
                "demographics": {"gender": "Male", "disability": "Yes"},
                "consents": {"demographics": False, "salary": True, "data_processing": True},
            }
        },
    },
    {
        "Avez-vous déjà travaillé dans notre entreprise ?": "Non",
        "Êtes-vous titulaire du permis B ?": "Oui",
        "Are you willing to work night shifts?": "No",
        "Are you available to work weekends?": "Yes",
        "How many years of experience do you have in pastry?": "3",
        "Are you at least 18 years old?": "Yes",
        "Avez-vous suivi une formation HACCP ?": "Oui",
        "What is your nationality?": "Moroccan",
    },
)
