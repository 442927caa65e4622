"""The demo's applicant: invented, with an answer to every question that the sample board asks."""

from __future__ import annotations

from typing import Any

_COUNTRIES = ("DE", "NL", "GB", "US", "SE", "GR", "NO", "DK", "IE", "FR", "PT")

PROFILE: dict[str, Any] = {
    "basics": {
        "name": "Mira Okafor",
        "label": "Software Engineer",
        "email": "mira.okafor@example.org",
        "phone": "+49 30 5550199",
        "url": "https://mira.example.org",
        "summary": "Software engineer with six years of experience in web services and data.",
        "location": {
            "address": "Lindenallee 7",
            "postalCode": "10119",
            "city": "Berlin",
            "region": "Berlin",
            "countryCode": "DE",
        },
        "profiles": [
            {
                "network": "LinkedIn",
                "username": "mira-okafor",
                "url": "https://www.linkedin.com/in/mira-okafor",
            },
            {"network": "GitHub", "username": "mokafor", "url": "https://github.com/mokafor"},
        ],
    },
    "work": [{"name": "Northwind Labs", "position": "Software Engineer", "startDate": "2020-04"}],
    "education": [
        {
            "institution": "Universität Hamburg",
            "area": "Computer Science",
            "studyType": "Bachelor",
            "startDate": "2016-10",
            "endDate": "2020-03",
        }
    ],
    "skills": [{"name": "Python"}, {"name": "TypeScript"}, {"name": "PostgreSQL"}],
    "languages": [
        {"language": "English", "fluency": "Fluent"},
        {"language": "German", "fluency": "Native"},
    ],
    "meta": {
        "applyonce": {
            "given_name": "Mira",
            "family_name": "Okafor",
            "preferred_name": "Mira",
            "pronouns": "she/her",
            "work_authorization": dict.fromkeys(_COUNTRIES, True),
            "needs_sponsorship": dict.fromkeys(_COUNTRIES, False),
            "willing_to_relocate": True,
            "notice_period": "1 month",
            "earliest_start": "2027-03-01",
            "salary_expectation": {"amount": 68000, "currency": "EUR", "period": "year"},
            "source": "Company website",
            "years_experience": 6,
            "demographics": {
                "gender": None,
                "ethnicity": None,
                "hispanic": None,
                "veteran": None,
                "disability": None,
            },
            "consents": {"demographics": False, "salary": True, "data_processing": True},
        }
    },
}

ANSWERS: tuple[tuple[str, str], ...] = (
    ("Are you at least 18 years old?", "Yes"),
    ("Have you worked for us before?", "No"),
    ("How did you hear about this job?", "Company website"),
    ("Do you hold a driving licence?", "Yes"),
    ("Do you hold a nursing or medical licence?", "No"),
    ("Which hours can you work?", "Daytime"),
    ("What is your notice period?", "1 month"),
    ("Years of experience with Linux", "5-9"),
)


def resume_pdf(name: str = "Mira Okafor") -> bytes:
    """Return a small, valid PDF of one page that says whose résumé it is."""
    text = f"BT /F1 24 Tf 72 720 Td ({name} - Resume) Tj ET".encode("latin-1", "replace")
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
            b" /Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    content = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    content += b"".join(b"%010d 00000 n \n" % place for place in places)
    content += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return content
