"""Invented applicants, each unlike the others: what is right for one is wrong for the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from companion.filling import DocumentInfo, StoredAnswer
from companion.profile import Profile


@dataclass(frozen=True)
class Applicant:
    """A profile, stored answers and documents."""

    profile: Profile
    answers: tuple[StoredAnswer, ...] = ()
    documents: tuple[DocumentInfo, ...] = (DocumentInfo("resume-1", "resume", "cv.pdf"),)


def applicant(resume: dict[str, Any], answers: dict[str, str] | None = None) -> Applicant:
    stored = [StoredAnswer(str(n), q, a) for n, (q, a) in enumerate((answers or {}).items())]
    return Applicant(Profile.parse(resume), tuple(stored))


_COMMON = {
    "Are you at least 18 years old?": "Yes",
    "Have you worked for us before?": "No",
    "Do you hold a driving licence?": "Yes",
}

JUERGEN = applicant(
    {
        "basics": {
            "name": "Jürgen Groß",
            "label": "Projektleiter",
            "email": "juergen.gross@example.org",
            "phone": "+49 89 5550188",
            "url": "https://gross.example.org",
            "location": {
                "address": "Königstraße 7a",
                "postalCode": "80331",
                "city": "München",
                "region": "Bayern",
                "countryCode": "DE",
            },
            "profiles": [
                {"network": "LinkedIn", "url": "https://www.linkedin.com/in/juergen-gross"},
                {"network": "Xing", "url": "https://www.xing.com/profile/Juergen_Gross"},
            ],
        },
        "work": [
            {"name": "Brückenbau Süd", "position": "Projektleiter", "startDate": "2018-04"},
            {
                "name": "Statikbüro Öz",
                "position": "Bauingenieur",
                "startDate": "2012-10",
                "endDate": "2018-03",
            },
        ],
        "education": [
            {
                "institution": "TU München",
                "area": "Bauingenieurwesen",
                "studyType": "Diplom",
                "startDate": "2006-10",
                "endDate": "2012-07",
            }
        ],
        "languages": [{"language": "German", "fluency": "Native"}],
        "meta": {
            "applyonce": {
                "given_name": "Jürgen",
                "family_name": "Groß",
                "pronouns": "er/ihm",
                "work_authorization": {"DE": True, "US": False, "GB": False},
                "needs_sponsorship": {"DE": False, "US": True, "GB": True},
                "willing_to_relocate": False,
                "notice_period": "6 weeks",
                "earliest_start": "2031-02-01",
                "salary_expectation": {"amount": 84000, "currency": "EUR", "period": "year"},
                "source": "LinkedIn",
                "years_experience": 14,
                "demographics": {"gender": "Male", "disability": "No"},
                "consents": {"demographics": False, "salary": True, "data_processing": True},
            }
        },
    },
    {
        **_COMMON,
        "How well do you speak English?": "Fluent",
        "How did you hear about us?": "LinkedIn",
        "Are you willing to travel?": "Yes",
        "Do you have a criminal record?": "No",
    },
)

CARMEN = applicant(
    {
        "basics": {
            "name": "María del Carmen García Ibáñez",
            "email": "carmen.gi@example.org",
            "phone": "+351 912 345 678",
            "location": {
                "address": "Rua das Flores 12, 3º Esq.",
                "postalCode": "1200-195",
                "city": "Lisboa",
                "region": "Lisboa",
                "countryCode": "PT",
            },
            "profiles": [{"network": "LinkedIn", "url": "https://www.linkedin.com/in/mcgarciai"}],
        },
        "work": [
            {
                "name": "Azulejo Labs",
                "position": "Diseñadora de producto",
                "startDate": "2016-01",
                "endDate": "2025-12",
            }
        ],
        "education": [
            {
                "institution": "Universidad de Sevilla",
                "area": "Bellas Artes",
                "studyType": "Grado",
                "startDate": "2009-09",
                "endDate": "2013-06",
            }
        ],
        "meta": {
            "applyonce": {
                "given_name": "María del Carmen",
                "family_name": "García Ibáñez",
                "preferred_name": "Carmen",
                "work_authorization": {"PT": True, "ES": True, "GB": False},
                "needs_sponsorship": {"PT": False, "ES": False, "GB": True},
                "willing_to_relocate": True,
                "years_experience": 10,
                "demographics": {"gender": "Female", "hispanic": True},
                "consents": {"demographics": False, "salary": False, "data_processing": False},
            }
        },
    },
    {"Have you worked for us before?": "No", "How well do you speak Portuguese?": "Advanced"},
)

ANANYA = applicant(
    {
        "basics": {
            "name": "Ananya R. Krishnamurthy",
            "email": "ananya.k@example.org",
            "phone": "+1 512 555 0147",
            "url": "https://ananya.example.org",
            "location": {
                "address": "4400 Guadalupe St\nApt 210",
                "postalCode": "78751",
                "city": "Austin",
                "region": "Texas",
                "countryCode": "US",
            },
            "profiles": [
                {"network": "LinkedIn", "url": "https://www.linkedin.com/in/ananyakrish"},
                {"network": "GitHub", "url": "https://github.com/ananyak"},
            ],
        },
        "work": [
            {"name": "Lonestar Analytics", "position": "Senior Data Engineer", "startDate": "2021-06"},
            {
                "name": "Infodeep",
                "position": "Data Engineer",
                "startDate": "2017-07",
                "endDate": "2019-07",
            },
        ],
        "education": [
            {
                "institution": "University of Texas at Austin",
                "area": "Computer Science",
                "studyType": "Master of Science",
                "startDate": "2019-08",
                "endDate": "2021-05",
                "score": "3.9",
            },
            {
                "institution": "Anna University",
                "area": "Information Technology",
                "studyType": "B.Tech",
                "startDate": "2013-08",
                "endDate": "2017-05",
            },
        ],
        "meta": {
            "applyonce": {
                "given_name": "Ananya",
                "family_name": "Krishnamurthy",
                "pronouns": "she/her",
                "work_authorization": {"US": True, "IN": True},
                "needs_sponsorship": {"US": True, "IN": False},
                "willing_to_relocate": True,
                "notice_period": "2 weeks",
                "salary_expectation": {"amount": 165000, "currency": "USD", "period": "year"},
                "source": "Employee referral",
                "years_experience": 7,
                "demographics": {
                    "gender": "Female",
                    "ethnicity": "Asian",
                    "hispanic": False,
                    "veteran": "I am not a protected veteran",
                    "disability": "I do not wish to answer",
                },
                "consents": {"demographics": True, "salary": True, "data_processing": True},
            }
        },
    },
    {
        **_COMMON,
        "Will you require visa sponsorship in the United States?": "Yes",
        "How many years of experience do you have with Spark?": "5",
    },
)

SUHARTI = applicant(
    {
        "basics": {
            "name": "Suharti",
            "email": "suharti@example.org",
            "location": {"city": "Yogyakarta", "countryCode": "ID"},
        },
        "meta": {"applyonce": {"work_authorization": {"ID": True}}},
    }
)

PIA = applicant(
    {
        "basics": {
            "name": "Pia Sommer",
            "label": "Backend Developer",
            "email": "pia.sommer@example.org",
            "phone": "+49 30 5550199",
            "summary": "Backend developer with four years of experience in Go and Python services.",
            "location": {"city": "Berlin", "region": "Berlin", "countryCode": "DE"},
        },
        "work": [{"name": "Taktgeber Bahn", "position": "Backend Developer", "startDate": "2026-10"}],
        "education": [
            {
                "institution": "Technische Universität Berlin",
                "area": "Information Systems",
                "studyType": "Master",
                "startDate": "2023-10",
                "endDate": "2026-09",
            }
        ],
        "meta": {
            "applyonce": {
                "given_name": "Pia",
                "family_name": "Sommer",
                "preferred_name": "Pia",
                "pronouns": "she/her",
                "work_authorization": {"DE": True, "US": False},
                "needs_sponsorship": {"DE": False, "US": True},
                "willing_to_relocate": True,
                "notice_period": "3 months",
                "earliest_start": "2031-04-01",
                "salary_expectation": {"amount": 72000, "currency": "EUR", "period": "year"},
                "source": "Company website",
                "years_experience": 4,
                "demographics": {"gender": "Female"},
                "consents": {"demographics": False, "salary": True, "data_processing": True},
            }
        },
    },
    {
        "Are you at least 18 years old?": "Yes",
        "Have you worked for us before?": "No",
        "Where did you hear about us?": "Company website",
        "Do you hold a driving licence?": "No",
        "How well do you speak German?": "Native",
    },
)

EMPTY = applicant({})
