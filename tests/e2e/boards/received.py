"""What the employer must have got on each board, field by field: what profile and answers say, and no more."""

from __future__ import annotations

import re
from typing import Any

from companion.demo.pages.indeed import question_name

NAME, GIVEN, FAMILY = "Mira Okafor", "Mira", "Okafor"
EMAIL, PHONE, LOCAL_PHONE = "mira.okafor@example.org", "+49 30 5550199", "030 5550199"
LINKEDIN, GITHUB, SITE = (
    "https://www.linkedin.com/in/mira-okafor",
    "https://github.com/mokafor",
    "https://mira.example.org",
)
ACCOUNT_EMAIL = "nora.lind@example.org"
HEARD, PLACE, STREET, SALARY = "Company website", "Berlin, Germany", "Lindenallee 7", "68000 EUR"
LEVER_CARD = "cards[3f6c1f52-8d1e-4a55-9a7a-5f0d2b6c7eca]"
ASHBY_QUESTION = "0c2d6c9e-5a3b-4a1d-8f10-6e1f0000000"
OLD_ANSWER = "job_application[answers_attributes]"

TRANSPORT = re.compile(
    r"captcha|recaptcha|timezone|resumeStorageId|baseTemplate|question_id\]$|^jobPostingId$"
    r"|^organizationHostedJobsPageName$|^security_code$|^consent\[marketing\]$|^commit$"
)
"""What the page's own script adds, or what came by mail, which is no answer of anybody's."""

_LINKEDIN = {"email": ACCOUNT_EMAIL, "country": "Germany (+49)", "phone": LOCAL_PHONE}
_WORKDAY = {
    "email": EMAIL,
    "source": HEARD,
    "previousWorker": "false",
    "country": "Germany",
    "firstName": GIVEN,
    "lastName": FAMILY,
    "addressLine1": STREET,
    "city": "Berlin",
    "postalCode": "10119",
    "phoneType": "Mobile",
    "phoneCountry": "Germany (+49)",
    "phoneNumber": LOCAL_PHONE,
    "linkedin": LINKEDIN,
    "terms": "yes",
    "signedName": NAME,
    "signedOn": "2026-11-24",
}
_CAREERS = {
    "first_name": GIVEN,
    "last_name": FAMILY,
    "email": EMAIL,
    "phone": PHONE,
    "city": "Berlin",
    "country": "Germany",
    "privacy": "yes",
}
_FRAMEWORK_SITE = {
    "first_name": GIVEN,
    "last_name": FAMILY,
    "email": EMAIL,
    "country": "Germany",
    "region": "Berlin",
    "authorized": "Yes",
    "start_date": "2027-03-01",
    "heard": HEARD,
    "notice": "1 month",
    "privacy": "yes",
}

EXPECTED: dict[str, dict[str, str]] = {
    "gh-backend": {
        "first_name": GIVEN,
        "last_name": FAMILY,
        "preferred_name": GIVEN,
        "email": EMAIL,
        "country": "Germany +49",
        "phone": LOCAL_PHONE,
        "candidate-location": PLACE,
        "question_7310001": "Yes",
        "question_7310002": "No",
        "question_7310003": HEARD,
        "question_7310004": LINKEDIN,
    },
    "gh-data": {
        "first_name": GIVEN,
        "last_name": FAMILY,
        "email": EMAIL,
        "country": "Germany +49",
        "phone": LOCAL_PHONE,
        "question_7311001": "Yes",
        "question_7311002": "1 month",
    },
    "gh-old-platform": {
        "job_application[first_name]": GIVEN,
        "job_application[last_name]": FAMILY,
        "job_application[email]": EMAIL,
        "job_application[phone]": PHONE,
        f"{OLD_ANSWER}[0][text_value]": LINKEDIN,
        f"{OLD_ANSWER}[1][boolean_value]": "1",
        f"{OLD_ANSWER}[2][answer_selected_options_attributes][0][question_option_id]": "310032",
    },
    "lever-frontend": {
        "name": NAME,
        "pronouns": "She/her",
        "email": EMAIL,
        "phone": PHONE,
        "location": PLACE,
        "selectedLocation": '{"name":"Berlin, Germany"}',
        "org": "Northwind Labs",
        "urls[LinkedIn]": LINKEDIN,
        "urls[GitHub]": GITHUB,
        "urls[Portfolio]": SITE,
        f"{LEVER_CARD}[field0]": "Yes",
        f"{LEVER_CARD}[field1]": HEARD,
        f"{LEVER_CARD}[field4]": SALARY,
    },
    "ashby-fullstack": {
        "_systemfield_name": NAME,
        "_systemfield_email": EMAIL,
        "_systemfield_location": PLACE,
        f"{ASHBY_QUESTION}1": "Yes",
        f"{ASHBY_QUESTION}2": "No",
        f"{ASHBY_QUESTION}3": LINKEDIN,
        f"{ASHBY_QUESTION}4": HEARD,
        f"{ASHBY_QUESTION}5": "6",
    },
    "workable-designer": {
        "firstname": GIVEN,
        "lastname": FAMILY,
        "email": EMAIL,
        "headline": "Software Engineer",
        "phone": PHONE,
        "address": STREET,
        "QA_8000001": SITE,
        "CA_8000002": "Yes",
        "CA_8000003": HEARD,
    },
    "smartrecruiters-buyer": {
        "first-name-input": GIVEN,
        "last-name-input": FAMILY,
        "email-input": EMAIL,
        "confirm-email-input": EMAIL,
        "location": PLACE,
        "phone": LOCAL_PHONE,
        "linkedin-input": LINKEDIN,
        "website-input": SITE,
        "q-permit": "Yes",
        "q-heard": HEARD,
    },
    "linkedin-pm": {**_LINKEDIN, "7001001": "4", "7001002": "Yes", "7001003": HEARD},
    "workday-engineer": {**_WORKDAY, "q1permit": "Yes"},
    "workday-crew": _WORKDAY,
    "indeed-electrician": {
        "names-first-name": GIVEN,
        "names-last-name": FAMILY,
        "phone": PHONE,
        "location-postal-code": "10119",
        "location-locality": "Berlin",
        "job-title": "Software Engineer",
        "company-name": "Northwind Labs",
        question_name("years"): "6",
        question_name("licence"): "Yes",
        question_name("heard"): HEARD,
    },
    "linkedin-analyst": {**_LINKEDIN, "7002001": "Yes"},
    "linkedin-writer": {**_LINKEDIN, "7003001": HEARD},
    "teamtailor-teacher": {
        "candidate[first_name]": GIVEN,
        "candidate[last_name]": FAMILY,
        "candidate[email]": EMAIL,
        "candidate[phone]": PHONE,
        "candidate[consent_given]": "1",
    },
    "personio-accountant": {
        "first_name": GIVEN,
        "last_name": FAMILY,
        "email": EMAIL,
        "phone": PHONE,
        "available_from": "2027-03-01",
        "salary_expectations": SALARY,
        "custom_attribute_880012": "Native",
        "privacy-policy-acceptance": "1",
    },
    "recruitee-chef": {
        "candidate.name": NAME,
        "candidate.email": EMAIL,
        "candidate.phone": PHONE,
        "candidate.openQuestionAnswers.0.content": "Yes",
    },
    "breezy-support": {
        "cName": NAME,
        "cEmail": EMAIL,
        "cPhoneNumber": PHONE,
        "cAddress": STREET,
        "section_0_question_0": "Yes",
    },
    "gh-embedded": {
        "first_name": GIVEN,
        "last_name": FAMILY,
        "email": EMAIL,
        "country": "Germany +49",
        "phone": LOCAL_PHONE,
        "question_6620001": SITE,
        "question_6620002": "No",
    },
    "careers-kitchen": {
        **_CAREERS,
        "work_permit": "Yes",
        "experience": "4-6",
        "start": "2027-03-01",
    },
    "careers-planner": {**_CAREERS, "licence": "Yes"},
    "vue-optics": {**_FRAMEWORK_SITE, "phone": PHONE},
    "angular-rail": {**_FRAMEWORK_SITE, "phone": PHONE.replace(" ", "")},
}

RESUME_FIELD = {
    "gh-old-platform": "job_application[resume]",
    "ashby-fullstack": "_systemfield_resume",
    "teamtailor-teacher": "candidate[file_attributes][file]",
    "personio-accountant": "documents",
    "recruitee-chef": "candidate.cv",
    "breezy-support": "cResume",
}
"""The name of the field that carries the résumé, where it is not `resume`."""


def answers(fields: dict[str, Any]) -> dict[str, Any]:
    """Return what was answered of what came: no field that is empty or the page's own."""
    return {
        name: value for name, value in fields.items() if value not in ("", []) and not TRANSPORT.search(name)
    }


def differences(name: str, submission: dict[str, Any], resume: tuple[str, str]) -> list[str]:
    """Say what the employer got otherwise than the profile has it; `resume` is its file's name and SHA-256."""
    got, wanted = answers(submission["fields"]), EXPECTED[name]
    said = [
        f"{field}: {got.get(field)!r} for {wanted.get(field)!r}"
        for field in sorted(got.keys() | wanted.keys())
        if got.get(field) != wanted.get(field)
    ]
    files = [(file["field"], file["name"], file["sha256"]) for file in submission["files"]]
    if files != [(RESUME_FIELD.get(name, "resume"), *resume)]:
        said.append(f"files: {[file[:2] for file in files]}")
    return said
