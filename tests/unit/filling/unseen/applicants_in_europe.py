"""Two more invented applicants, who think in French and in Swedish, with pay by the year and by the month."""

from __future__ import annotations

from tests.unit.filling.unseen.applicants import applicant

ELODIE = applicant(
    {
        "basics": {
            "name": "Élodie Marie Lefèvre-N'Diaye",
            "label": "Cheffe de projet digital",
            "email": "elodie.lefevre@example.fr",
            "phone": "+33 6 12 34 56 78",
            "location": {
                "address": "14 bis, rue de l'Abbé-Grégoire",
                "postalCode": "69003",
                "city": "Lyon",
                "region": "Auvergne-Rhône-Alpes",
                "countryCode": "FR",
            },
            "profiles": [{"network": "LinkedIn", "url": "https://www.linkedin.com/in/elodielefevre"}],
        },
        "work": [{"name": "Atelier Confluence", "position": "Cheffe de projet", "startDate": "2025-01-06"}],
        "education": [
            {
                "institution": "Sciences Po Lyon",
                "area": "Communication",
                "studyType": "Master",
                "startDate": "2017-09",
                "endDate": "2019-06",
            },
            {
                "institution": "Université Lumière Lyon 2",
                "area": "Lettres modernes",
                "studyType": "Licence",
                "startDate": "2014-09",
                "endDate": "2017-06",
            },
        ],
        "meta": {
            "applyonce": {
                "given_name": "Élodie",
                "family_name": "Lefèvre-N'Diaye",
                "pronouns": "elle",
                "work_authorization": {"FR": True, "BE": True, "CA": False},
                "needs_sponsorship": {"FR": False, "BE": False, "CA": True},
                "willing_to_relocate": False,
                "notice_period": "3 mois",
                "earliest_start": "2030-10-01",
                "salary_expectation": {"amount": 45000, "currency": "EUR", "period": "year"},
                "source": "Welcome to the Jungle",
                "years_experience": 11,
                "demographics": {"gender": "Female", "disability": "Yes"},
                "consents": {"demographics": False, "salary": True, "data_processing": True},
            }
        },
    },
    {
        "Avez-vous le permis B ?": "Oui",
        "Disposez-vous d'un véhicule ?": "Non",
        "Avez-vous déjà travaillé chez nous ?": "Non",
        "Quel est votre niveau d'anglais ?": "Courant",
        "Êtes-vous disponible pour des déplacements ?": "Oui",
        "Êtes-vous bénéficiaire de la RQTH ?": "Oui",
        "Quel type de contrat recherchez-vous ?": "CDI",
        "Êtes-vous majeur ?": "Oui",
    },
)

LARS = applicant(
    {
        "basics": {
            "name": "Lars-Åke Öberg",
            "email": "lars.oberg@example.se",
            "phone": "070-174 06 05",
            "location": {
                "address": "Storgatan 3 A, lgh 1102",
                "postalCode": "411 24",
                "city": "Göteborg",
                "region": "Västra Götalands län",
                "countryCode": "SE",
            },
        },
        "work": [{"name": "Skeppsbron El", "position": "Elektriker", "startDate": "2019-02"}],
        "education": [
            {
                "institution": "Hvitfeldtska gymnasiet",
                "area": "El- och energiprogrammet",
                "studyType": "Gymnasieexamen",
                "startDate": "2009-08",
                "endDate": "2012-06",
            }
        ],
        "meta": {
            "applyonce": {
                "given_name": "Lars-Åke",
                "family_name": "Öberg",
                "work_authorization": {"SE": True, "NO": True, "DK": True},
                "needs_sponsorship": {"SE": False, "NO": False, "DK": False},
                "willing_to_relocate": True,
                "notice_period": "1 månad",
                "salary_expectation": {"amount": 36000, "currency": "SEK", "period": "month"},
                "years_experience": 18,
                "consents": {"demographics": False, "salary": True, "data_processing": False},
            }
        },
    },
    {
        "Har du B-körkort?": "Ja",
        "Har du jobbat hos oss tidigare?": "Nej",
        "Talar du engelska?": "Ja",
        "Har du ECY-certifikat?": "Ja",
        "Kan du arbeta skift?": "Nej",
        "Var hittade du annonsen?": "Platsbanken",
    },
)
