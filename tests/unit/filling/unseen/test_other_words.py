"""Questions that stored answers settle, in yet other words, beside those that differ by one word that counts."""

from __future__ import annotations

from companion.filling import JobFacts
from tests.unit.filling.unseen.applicants import JUERGEN, PIA, Applicant
from tests.unit.filling.unseen.applicants_abroad import ARJUN, MARCUS, ROBIN
from tests.unit.filling.unseen.applicants_in_english import KWAME, MEI
from tests.unit.filling.unseen.asking import YES_NO as Y
from tests.unit.filling.unseen.asking import Ask, ask, assert_right, judge, leave

JOB = JobFacts(title="Engineer", company="Hollis & Brand", location="Berlin, Germany")
JA = ("Ja", "Nein")

# fmt: off
OF_AGE_AND_BEFORE = [
    ask("Are you 18 years old or over?", "Yes", options=Y),
    ask("Please confirm that you are at least 18 years old.", "Yes", options=Y),
    ask("Are you aged 18 or over?", "Yes", options=Y),
    ask("Have you been employed at Hollis & Brand before?", "No", options=Y),
    ask("Have you worked with Hollis & Brand in the past?", "No", options=Y),
    ask("Have you ever been an employee of Hollis & Brand?", "No", options=Y),
    ask("Did you ever work for Hollis & Brand?", "No", options=Y),
    ask("Hast du schon mal bei Hollis & Brand gearbeitet?", "Nein", options=JA, may_leave=True),
    ask("Haben Sie früher bereits für Hollis & Brand gearbeitet?", "Nein", options=JA),
    leave("Have you interned at Hollis & Brand before?", options=Y),
    leave("Have you ever worked for a competitor of Hollis & Brand?", options=Y),
    leave("Have you worked for Hollis & Brand's customers before?", options=Y),
]
PIA_SAYS = [
    ask("Do you have a driver’s licence?", "No", options=Y),
    ask("Do you possess a valid driving license?", "No", options=Y),
    ask("Haben Sie einen gültigen Führerschein?", "Nein", options=JA),
    ask("Besitzt du einen Führerschein?", "Nein", options=JA),
    leave("Benötigst du einen Führerschein?", options=JA),
    ask("How good is your German?", "Native", options=("Basic", "Good", "Fluent", "Native"), may_leave=True),
    ask("What is your level of German?", "Native", options=("A2", "B2", "C1", "Native")),
    ask("Please rate your German skills", "Native", options=("Beginner", "Fluent", "Native"), may_leave=True),
    ask("Where did you first hear about Hollis & Brand?", "Company website", "Hollis & Brand website",
        options=("Company website", "LinkedIn", "Friend")),
    ask("How did you come across this vacancy?", "Company Website",
        options=("Company Website", "Indeed", "Other")),
    ask("How did you learn about this opening?", "Company website"),
    leave("How did you learn Python?"),
    leave("How did you find the interview process?"),
]
KWAME_SAYS = [
    ask("Do you have experience in fintech?", "Yes", options=Y, may_leave=True),
    ask("Have you ever managed a team?", "Yes", options=Y),
    leave("Have you managed a budget before?", options=Y),
    leave("Have you managed a product team before?", options=Y),
    ask("How many years of experience in product management do you have?", "7", kind="number"),
    ask("Years of product management experience", "7", kind="number"),
    ask("Number of years of product management experience", "7", kind="number", may_leave=True),
    leave("Years of people management experience", kind="number"),
    leave("Years of project management experience", kind="number"),
    ask("Have you applied to our company before?", "No", options=Y),
    ask("Have you applied to Hollis & Brand previously?", "No", options=Y),
    leave("Have you applied to other companies?", options=Y),
    ask("Are you currently bound by a non-compete agreement?", "No", options=Y, may_leave=True),
    ask("Do you have unspent criminal convictions?", "No", options=Y, may_leave=True),
    ask("Current salary", "£78,000", may_leave=True),
    leave("Current salary", options=("£50k-£60k", "£60k-£70k"), may_leave=False),
    ask("What time zone are you in?", "GMT"),
    leave("What time zone is your team in?"),
]
ARJUN_SAYS = [
    ask("How many years of work experience do you have with Java?", "9", kind="number", may_leave=True),
    ask("How many years' experience do you have with Java?", "9", kind="number", may_leave=True),
    ask("Java: years of experience", "9", kind="number", may_leave=True),
    ask("Years of Kubernetes experience", "4", kind="number"),
    leave("Years of Docker experience", kind="number"),
    leave("Months of Java experience", kind="number"),
    ask("Is your passport valid?", "Yes", options=Y, may_leave=True),
    ask("Do you have a passport?", "Yes", options=Y),
    leave("Do you have a passport and a visa?", options=Y),
    ask("Are you willing to work night shifts?", "Yes", options=Y),
    leave("Are you willing to work day shifts?", options=Y),
    leave("Are you willing to work 12-hour night shifts?", options=Y),
    ask("Are you willing to work in the office 3 days per week?", "Yes", options=Y, may_leave=True),
    leave("Are you willing to work in the office 3 days per month?", options=Y),
    leave("Are you willing to work 3 days a week?", options=Y),
]
ROBIN_SAYS = [
    ask("Are you enrolled in a degree program?", "Yes", options=Y, may_leave=True),
    leave("Are you enrolled in a degree program in business?", options=Y),
    ask("How many hours per week are you able to work?", "20", kind="number"),
    leave("How many hours per day are you able to work?", kind="number"),
    ask("Are you able to work on the weekend?", "Yes", options=Y),
    leave("Are you able to work on public holidays?", options=Y),
    ask("Your GPA", "3.7", may_leave=True),
    leave("Your GPA in computer science"),
    ask("Do you speak any French?", "Yes", options=Y),
    leave("Did you speak French as a child?", options=Y),
    ask("Do any of your relatives work for us?", "No", options=Y, may_leave=True),
]
MARCUS_SAYS = [
    ask("Do you have your forklift certification?", "Yes", options=Y),
    leave("Do you have your forklift?", options=Y),
    ask("Can you lift 50 pounds?", "Yes", options=Y),
    leave("Can you lift 50 pounds overhead?", options=Y),
    ask("Do you have a reliable transportation?", "Yes", options=Y),
    leave("Do you have reliable child care?", options=Y),
    ask("Are you able to work overtime?", "Yes", options=Y, may_leave=True),
    ask("Have you ever applied for a job with this company?", "No", options=Y, may_leave=True),
    leave("Have you ever applied for unemployment?", options=Y),
    ask("Will you take a drug test?", "Yes", options=Y, may_leave=True),
    leave("Will you take a polygraph test?", options=Y),
    ask("What shifts are you available for?", "Second shift"),
    leave("What shift do you work now?"),
]
JUERGEN_SAYS = [
    ask("Are you ready to travel?", "Yes", options=Y),
    ask("Sind Sie bereit, beruflich zu reisen?", "Ja", options=JA, may_leave=True),
    leave("Are you ready to travel to Asia?", options=Y),
    ask("What is your English level?", "Fluent", options=("Basic", "Intermediate", "Fluent")),
    leave("What is your English level in writing?", options=("Basic", "Intermediate", "Fluent")),
    ask("Haben Sie Vorstrafen?", "Nein", options=JA, may_leave=True),
]
MEI_SAYS = [
    ask("Do you have any experience with Python?", "Yes", options=Y),
    leave("Do you have teaching experience with Python?", options=Y),
    ask("Do you speak fluent Mandarin?", options=Y, may_leave=True),
    ask("Can you speak Mandarin?", "Yes", options=Y),
    ask("How did you come to know about this role?", "MyCareersFuture", may_leave=True),
]
# fmt: on


def test_of_age_and_before() -> None:
    assert_right(judge(OF_AGE_AND_BEFORE, PIA, JOB), 0.9)


def test_each_says_what_they_stored() -> None:
    said: list[tuple[list[Ask], Applicant]] = [(PIA_SAYS, PIA), (KWAME_SAYS, KWAME), (ARJUN_SAYS, ARJUN)]
    said += [(ROBIN_SAYS, ROBIN), (MARCUS_SAYS, MARCUS), (JUERGEN_SAYS, JUERGEN), (MEI_SAYS, MEI)]
    for asked, who in said:
        assert_right(judge(asked, who, JOB), 0.85)
