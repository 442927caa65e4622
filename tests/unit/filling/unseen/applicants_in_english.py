"""Invented applicants who live with English forms: in London on a visa, in Singapore, in Melbourne."""

from __future__ import annotations

from tests.unit.filling.unseen.applicants import applicant

KWAME = applicant(
    {
        "basics": {
            "name": "Kwame Osei-Bonsu",
            "label": "Product Manager",
            "email": "kwame.ob@example.co.uk",
            "phone": "+44 7700 900123",
            "url": "https://kwameob.example.co.uk",
            "location": {
                "address": "Flat 4, 21 Peckham Rye",
                "postalCode": "SE15 4TX",
                "city": "London",
                "region": "Greater London",
                "countryCode": "GB",
            },
            "profiles": [
                {"network": "LinkedIn", "url": "https://www.linkedin.com/in/kwameob"},
                {"network": "X", "url": "https://x.com/kwameob"},
            ],
        },
        "work": [
            {"name": "Thameslight", "position": "Senior Product Manager", "startDate": "2027-03"},
            {
                "name": "Accra Pay",
                "position": "Product Manager",
                "startDate": "2023-01",
                "endDate": "2027-02",
            },
        ],
        "education": [
            {
                "institution": "University of Ghana",
                "area": "Economics",
                "studyType": "BA",
                "startDate": "2018-09",
                "endDate": "2022-06",
            },
            {
                "institution": "London School of Economics",
                "area": "Management",
                "studyType": "MSc",
                "startDate": "2024-09",
                "endDate": "2025-08",
            },
        ],
        "meta": {
            "applyonce": {
                "given_name": "Kwame",
                "family_name": "Osei-Bonsu",
                "preferred_name": "Kofi",
                "pronouns": "he/they",
                "work_authorization": {"GB": True, "GH": True, "US": False, "IE": False},
                "needs_sponsorship": {"GB": True, "GH": False, "US": True, "IE": True},
                "willing_to_relocate": True,
                "notice_period": "3 months",
                "earliest_start": "2030-09-15",
                "salary_expectation": {"amount": 85000, "currency": "GBP", "period": "year"},
                "source": "LinkedIn",
                "years_experience": 8,
                "demographics": {"gender": "Male", "ethnicity": "Black African", "disability": "No"},
                "consents": {"demographics": True, "salary": True, "data_processing": True},
            }
        },
    },
    {
        "How many years of product management experience do you have?": "7",
        "Have you managed a team before?": "Yes",
        "How many people have you managed?": "5",
        "Are you comfortable working in a hybrid model (2 days per week in the office)?": "Yes",
        "Do you have experience working in fintech?": "Yes",
        "Have you previously applied to our company?": "No",
        "Have you worked for us before?": "No",
        "Are you subject to a non-compete agreement?": "No",
        "Do you have any unspent criminal convictions?": "No",
        "What is your current salary?": "£78,000",
        "Do you have any adjustments you need for the interview?": "No",
        "Which time zone are you in?": "GMT",
        "Are you over 18?": "Yes",
    },
)

MEI = applicant(
    {
        "basics": {
            "name": "Lin Mei Hua",
            "email": "meihua.lin@example.sg",
            "phone": "+65 8123 4567",
            "location": {
                "address": "Blk 123 Tampines St 11\n#08-456",
                "postalCode": "521123",
                "city": "Singapore",
                "countryCode": "SG",
            },
            "profiles": [{"network": "LinkedIn", "url": "https://www.linkedin.com/in/linmeihua"}],
        },
        "work": [{"name": "Straits Analytics", "position": "Data Scientist", "startDate": "2028-01"}],
        "education": [
            {
                "institution": "National University of Singapore",
                "area": "Statistics",
                "studyType": "PhD",
                "startDate": "2023-08",
                "endDate": "2027-12",
            }
        ],
        "meta": {
            "applyonce": {
                "given_name": "Mei Hua",
                "family_name": "Lin",
                "preferred_name": "May",
                "work_authorization": {"SG": True, "AU": False},
                "needs_sponsorship": {"SG": False, "AU": True},
                "notice_period": "2 months",
                "salary_expectation": {"amount": 9500, "currency": "SGD", "period": "month"},
                "years_experience": 3,
                "consents": {"demographics": False, "salary": True, "data_processing": False},
            }
        },
    },
    {
        "Do you have experience with Python?": "Yes",
        "Rate your SQL skills from 1 to 5": "4",
        "Are you willing to travel?": "Yes",
        "How did you find out about this opening?": "MyCareersFuture",
        "Do you speak Mandarin?": "Yes",
    },
)
