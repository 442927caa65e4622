"""A developer in Kraków with a dozen stored answers, who applies in Poland, Germany and the United States."""

from __future__ import annotations

from companion.filling import JobFacts
from tests.unit.filling.unseen.applicants import applicant
from tests.unit.filling.unseen.asking import YES_NO as Y
from tests.unit.filling.unseen.asking import ask, assert_right, judge, leave

TOMASZ = applicant(
    {
        "basics": {
            "name": "Tomasz Wójcik",
            "label": "Full-Stack Developer",
            "email": "t.wojcik@example.pl",
            "phone": "+48 601 234 567",
            "url": "https://wojcik.example.pl",
            "location": {
                "address": "ul. Długa 7/12",
                "postalCode": "31-146",
                "city": "Kraków",
                "region": "Małopolskie",
                "countryCode": "PL",
            },
            "profiles": [
                {"network": "LinkedIn", "url": "https://www.linkedin.com/in/twojcik"},
                {"network": "GitHub", "url": "https://github.com/twojcik"},
                {"network": "Stack Overflow", "url": "https://stackoverflow.com/users/123456/twojcik"},
            ],
        },
        "work": [
            {"name": "Smok Software", "position": "Senior Full-Stack Developer", "startDate": "2026-02"},
            {"name": "Wisła Apps", "position": "Developer", "startDate": "2021-07", "endDate": "2026-01"},
        ],
        "education": [
            {
                "institution": "AGH University of Kraków",
                "area": "Computer Science",
                "studyType": "Master of Engineering",
                "startDate": "2016-10",
                "endDate": "2021-06",
            }
        ],
        "meta": {
            "applyonce": {
                "given_name": "Tomasz",
                "family_name": "Wójcik",
                "preferred_name": "Tom",
                "work_authorization": {"PL": True, "DE": True, "US": False},
                "needs_sponsorship": {"PL": False, "DE": False, "US": True},
                "willing_to_relocate": False,
                "notice_period": "1 month",
                "salary_expectation": {"amount": 25000, "currency": "PLN", "period": "month"},
                "source": "JustJoin.it",
                "years_experience": 9,
                "demographics": {"gender": "Male"},
                "consents": {"demographics": False, "salary": True, "data_processing": True},
            }
        },
    },
    {
        "How many years of experience do you have with React?": "6",
        "How many years of experience do you have with Node.js?": "5",
        "What is your level of English?": "C1",
        "Do you have experience with AWS?": "Yes",
        "Do you prefer a B2B contract or an employment contract?": "B2B contract",
        "Are you open to working remotely?": "Yes",
        "Are you available to work during US business hours?": "No",
        "Have you worked in a startup before?": "Yes",
        "Do you have a degree in computer science?": "Yes",
        "Have you worked for our company before?": "No",
        "Are you willing to take a coding test?": "Yes",
        "What is your favorite programming language?": "TypeScript",
        "Do you own a laptop?": "Yes",
    },
)
KRAKOW = JobFacts(title="Senior Developer", company="Grey Otter", location="Kraków, Poland")
REMOTE = JobFacts(title="Senior Developer", company="Grey Otter", location="Remote, United States")
BERLIN = JobFacts(title="Senior Developer", company="Grey Otter GmbH", location="Berlin, Germany")

# fmt: off
IN_KRAKOW = [
    ask("Name", "Tomasz Wójcik"),
    ask("First and last name", "Tomasz Wójcik"),
    ask("Nickname", "Tom"),
    ask("Your email", "t.wojcik@example.pl", kind="email"),
    ask("Your phone number", "+48 601 234 567", kind="tel"),
    ask("Phone", "+48 601 234 567", kind="tel"),
    ask("City of residence", "Kraków"),
    ask("Country of residence", "Poland", options=("Poland", "Portugal", "Romania")),
    ask("Voivodeship", may_leave=True),
    ask("Where do you live (city, country)?", "Kraków, Poland", may_leave=True),
    ask("GitHub profile", "https://github.com/twojcik", kind="url"),
    ask("Link to your GitHub or portfolio", "https://github.com/twojcik", "https://wojcik.example.pl",
        may_leave=True),
    ask("StackOverflow profile", "https://stackoverflow.com/users/123456/twojcik", may_leave=True),
    ask("Personal website", "https://wojcik.example.pl", kind="url"),
    leave("Link to your best pull request", kind="url"),
    leave("GitHub link to the recruitment task", kind="url"),
    ask("How many years of experience do you have with React?", "6", kind="number"),
    ask("How many years of React experience do you have?", "6", kind="number"),
    ask("Years of experience with React", "5-7 years",
        options=("0-2 years", "3-4 years", "5-7 years", "8+ years")),
    leave("How many years of experience do you have with React Native?", kind="number"),
    leave("How many years of experience do you have with Angular or React?", kind="number"),
    ask("Years of commercial experience with React", "6", kind="number", may_leave=True),
    ask("How many years of experience with Node.js do you have?", "5", kind="number"),
    leave("How many years of experience do you have with Vue.js?", kind="number"),
    leave("Which version of React do you use?"),
    leave("How would you rate your React skills?", options=("Junior", "Regular", "Senior")),
    ask("How many years of experience do you have?", "9", kind="number"),
    ask("Total years of professional experience", "7-10", options=("0-3", "4-6", "7-10", "10+"), may_leave=True),
    ask("What is your level of English?", "C1", options=("A2", "B1", "B2", "C1", "C2")),
    ask("English level", "C1 Advanced",
        options=("B1 Intermediate", "B2 Upper-Intermediate", "C1 Advanced", "C2 Proficient"), may_leave=True),
    ask("How would you describe your level of English?", "C1", may_leave=True),
    leave("What is your level of German?", options=("None", "A2", "B1")),
    leave("What is your level of Polish?", options=("B2", "C1", "Native")),
    ask("Do you have experience with AWS?", "Yes", options=Y),
    ask("Do you have any experience with AWS?", "Yes", options=Y),
    leave("Do you have experience with AWS and Terraform?", options=Y),
    leave("Do you have experience with Azure?", options=Y),
    leave("Do you have an AWS certification?", options=Y),
    leave("Which AWS services do you have experience with?"),
    leave("Do you not have experience with Docker?", options=Y),
    ask("Do you prefer a B2B contract or an employment contract?", "B2B contract",
        options=("B2B contract", "Employment contract", "Either")),
    leave("Preferred form of contract", options=("B2B", "UoP", "UZ"), may_leave=False),
    ask("Are you open to working remotely?", "Yes", options=Y),
    ask("Are you open to remote work?", "Yes", options=Y),
    leave("Are you open to working fully on site?", options=Y),
    leave("Have you worked remotely before?", options=Y),
    leave("Why do you want to work remotely?"),
    ask("Have you worked in a startup before?", "Yes", options=Y),
    leave("Have you founded a startup before?", options=Y),
    ask("Have you worked for Grey Otter before?", "No", options=Y),
    leave("Have you worked with otters before?", options=Y),
    ask("Do you have a degree in Computer Science?", "Yes", options=Y),
    leave("Do you have a degree in mathematics?", options=Y),
    leave("Do you have a PhD in computer science?", options=Y),
    ask("Are you willing to take a coding test?", "Yes", options=Y),
    leave("When did you last take a coding test?"),
    ask("What is your favorite programming language?", "TypeScript"),
    ask("What is your favourite programming language?", "TypeScript"),
    leave("What is your least favorite programming language?"),
    leave("What is your second favorite programming language?"),
    ask("Do you own a laptop?", "Yes", options=Y),
    leave("Do you need a laptop?", options=Y),
    ask("Financial expectations (PLN/month)", "25000 PLN per month", may_leave=True),
    ask("Salary expectations (monthly, PLN)", "25000", kind="number"),
    ask("What are your salary expectations?", "25000 PLN per month"),
    leave("Hourly rate on B2B (PLN)", kind="number"),
    leave("Expected annual salary (PLN)", kind="number"),
    ask("Salary expectations", "20 000 - 25 000 PLN", "25 000 - 30 000 PLN",
        options=("15 000 - 20 000 PLN", "20 000 - 25 000 PLN", "25 000 - 30 000 PLN"), may_leave=True),
    ask("Notice period", "1 month", options=("Immediately", "2 weeks", "1 month", "3 months")),
    ask("Availability", "1 month", may_leave=True),
    ask("How soon can you start?", "1 month", may_leave=True),
    ask("Highest level of education", "Master's", options=("Secondary", "Bachelor's", "Master's", "PhD")),
    ask("University", "AGH University of Kraków"),
    ask("Current job title", "Senior Full-Stack Developer"),
    ask("Current employer", "Smok Software"),
    leave("Previous employer"),
    ask("Do you have the right to work in Poland?", "Yes", options=Y),
    ask("Do you require a work permit to work in Poland?", "No", options=Y),
    leave("Do you have a Karta Polaka?", options=Y),
    leave("PESEL"),
    leave("Gender", options=("Female", "Male", "Other")),
    ask("How did you find out about this position?", "JustJoin.it",
        options=("JustJoin.it", "LinkedIn", "NoFluffJobs")),
    leave("Who recommended you?"),
    ask("I agree to the processing of my personal data for the purposes of recruitment", "Yes", kind="checkbox"),
    leave("I agree to the processing of my personal data for future recruitment processes", kind="checkbox"),
    ask("CV / Resume (PDF)", "resume-1", kind="file"),
    ask("Are you willing to relocate?", "No", options=Y),
]
IN_THE_STATES = [
    ask("Are you authorized to work in the United States?", "No", options=Y),
    ask("Do you now or in the future require sponsorship?", "Yes", options=Y),
    ask("Are you located in the United States?", "No", options=Y),
    leave("Which state do you live in?", options=("California", "New York", "Texas")),
    ask("Are you available to work during US business hours?", "No", options=Y),
    leave("Are you available to work during EU business hours?", options=Y),
    leave("Are you available to work during US business hours starting in May?", options=Y, may_leave=False),
    leave("Desired annual salary (USD)", kind="number"),
    leave("What is your desired hourly rate in USD?"),
    leave("Race", options=("White", "Asian")),
    leave("Veteran Status", options=("I am not a protected veteran", "I don't wish to answer")),
    leave("Are you a US person as defined by ITAR?", options=Y),
    leave("Tax ID (W-8BEN)"),
    ask("Time zone", "Central European Time (CET)"),
]
IN_GERMANY = [
    ask("Do you have a valid work permit for Germany?", "Yes", options=Y),
    ask("Besitzt du eine Arbeitserlaubnis für Deutschland?", "Ja", options=("Ja", "Nein")),
    ask("Wie viele Jahre Erfahrung hast du mit React?", "6", kind="number"),
    ask("Wie gut ist dein Englisch?", "C1", options=("A2", "B1", "B2", "C1", "C2"), may_leave=True),
    leave("Wie gut ist dein Deutsch?", options=("A2", "B1", "B2", "C1")),
    ask("Hast du schon einmal bei Grey Otter gearbeitet?", "Nein", options=("Ja", "Nein")),
    leave("Gehaltsvorstellung (Jahresbrutto in EUR)", kind="number"),
    ask("Kündigungsfrist", "1 Monat", options=("Keine", "1 Monat", "2 Monate", "3 Monate")),
    ask("Bist du bereit, nach Berlin umzuziehen?", "Nein", options=("Ja", "Nein"), may_leave=True),
    ask("Land", "Polen", options=("Deutschland", "Österreich", "Polen")),
    leave("Geschlecht", options=("Weiblich", "Männlich", "Divers")),
    ask("Wie hast du von uns erfahren?", "JustJoin.it"),
]
# fmt: on


def test_in_krakow() -> None:
    assert_right(judge(IN_KRAKOW, TOMASZ, KRAKOW), 0.95)


def test_in_the_states() -> None:
    assert_right(judge(IN_THE_STATES, TOMASZ, REMOTE), 0.95)


def test_in_germany() -> None:
    assert_right(judge(IN_GERMANY, TOMASZ, BERLIN), 0.95)
