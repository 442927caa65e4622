"""The same matter asked the other way round, with a condition, with a second question, or of somebody else."""

from __future__ import annotations

from companion.filling import JobFacts
from tests.unit.filling.unseen.applicants_abroad import ARJUN, KATHARINA, MARCUS, ROBIN
from tests.unit.filling.unseen.asking import YES_NO as Y
from tests.unit.filling.unseen.asking import ask, assert_right, judge, leave

ATLANTA = JobFacts(title="Shift Lead", company="Harbor Freightways", location="Atlanta, GA")
TORONTO = JobFacts(title="Intern", company="Maple & Finch", location="Toronto, Ontario, Canada")
AUSTIN = JobFacts(title="Engineer", company="Parker James", location="Austin, TX, United States")
HAMBURG = JobFacts(title="UX Researcher", company="Kogge Digital", location="Hamburg, Germany")
JA = ("Ja", "Nein")

# fmt: off
IN_ATLANTA = [
    ask("Are you younger than 18 years of age?", "No", options=Y),
    ask("Are you not at least 18 years old?", "No", options=Y, may_leave=True),
    leave("Will you turn 18 before your start date?", options=Y),
    leave("Are you over 18 and under 25?", options=Y),
    leave("Are you at least 18 years old and do you have a driver's license?", options=Y),
    ask("I am 18 years of age or older", "Yes", options=Y),
    ask("Have you not been employed by this company before?", "Yes", options=Y, may_leave=True),
    leave("Have you ever been fired by this company?", options=Y),
    leave("Would you work for this company again?", options=Y),
    leave("Have any of your relatives ever been employed by this company?", options=Y),
    leave("Were you referred by someone employed by this company?", options=Y),
    leave("Have you been employed by this company in the past 12 months?", options=Y, may_leave=False),
    leave("If you have been employed by this company, when did you leave?"),
    leave("Has your spouse ever been employed by this company?", options=Y),
    leave("Are you currently employed by this company?", options=Y),
    leave("Are you a former contractor of Harbor Freightways?", options=Y),
    ask("Are you unable to lift 50 pounds?", "No", options=Y, may_leave=True),
    leave("Are you able to lift 50 pounds repeatedly and climb ladders?", options=Y),
    leave("Do you have any restriction that would prevent you from lifting 50 pounds?", options=Y),
    leave("Does your current employer require you to lift 50 pounds?", options=Y),
    ask("Do you not have reliable transportation?", "No", options=Y, may_leave=True),
    leave("Do you need help finding reliable transportation?", options=Y),
    leave("Do you rely on public transportation?", options=Y),
    leave("Are you unwilling to work overtime?", options=Y),
    leave("Have you ever refused to work overtime?", options=Y),
    leave("Are you available to work mandatory overtime on Sundays?", options=Y),
    leave("Will you refuse to submit to a drug test?", options=Y),
    leave("Have you ever failed a drug test?", options=Y),
    leave("Would you pass a drug test?", options=Y),
    leave("Have you been convicted of, or pleaded guilty to, a felony or misdemeanor?", options=Y),
    leave("Have you been charged with a felony in the last seven years?", options=Y),
    leave("Have you been the victim of a crime?", options=Y),
    ask("Are you not a U.S. citizen?", "No", options=Y, may_leave=True),
    leave("Are you a citizen of any country other than the U.S.?", options=Y),
    leave("Is your spouse a U.S. citizen?", options=Y),
    leave("Were you born a U.S. citizen?", options=Y),
    leave("If you are not a U.S. citizen, what is your visa type?"),
    ask("Are you ineligible to work in the United States?", "No", options=Y, may_leave=True),
    ask("Do you lack authorization to work in the United States?", "No", options=Y, may_leave=True),
    leave("Has anyone ever questioned your right to work in the United States?", options=Y),
    ask("Can you provide proof of your right to work in the United States?", options=Y, may_leave=True),
    ask("Will you never require sponsorship?", "Yes", options=Y, may_leave=True),
    leave("Do you supervise people who need visa sponsorship?", options=Y),
    leave("Has a previous employer sponsored your visa?", options=Y),
    ask("Do you now, or will you ever, need an employer to sponsor your visa?", "No", options=Y, may_leave=True),
    leave("Is your forklift certification from OSHA?", options=Y),
    leave("Do you have a forklift certification and a CDL?", options=Y),
    leave("Would you be willing to obtain a forklift certification?", options=Y),
    leave("When did you get your forklift certification?"),
    leave("Which forklift certification do you have?"),
    leave("Are you opposed to relocating?", options=Y),
    leave("Would you rather not relocate?", options=Y),
    leave("Did you relocate for your current job?", options=Y),
    leave("Do you need relocation assistance?", options=Y),
    ask("Do you live outside the United States?", "No", options=Y, may_leave=True),
    leave("Have you lived in Georgia for more than 5 years?", options=Y),
    leave("Does the applicant's spouse live in the United States?", options=Y),
    leave("Are you Hispanic, Latino, or of Spanish origin? If yes, specify", kind="textarea"),
    leave("Is your manager male or female?", options=("Male", "Female")),
    leave("Which gender do you prefer to work with?", options=("Male", "Female")),
    leave("Has a disability ever kept you from working?", options=Y),
    leave("Do you hire veterans?", options=Y),
    leave("Are you related to a veteran?", options=Y),
    leave("Have you experience working with people with a disability?", options=Y),
    leave("What is the gender of your emergency contact?", options=("Male", "Female")),
]
IN_TORONTO = [
    ask("Are you currently not enrolled in a degree program?", "No", options=Y, may_leave=True),
    leave("When will you complete your degree program?"),
    leave("Were you enrolled in a degree program?", options=Y),
    leave("Have you ever been enrolled in a degree program outside Canada?", options=Y),
    leave("Do you speak French at work?", options=Y),
    leave("Do your parents speak French?", options=Y),
    leave("Which languages do you speak besides French?"),
    leave("Do you speak French, German or Italian?", options=Y),
    ask("Do you not speak French?", "No", options=Y, may_leave=True),
    leave("How many hours per week are you enrolled in classes?", kind="number"),
    leave("How many hours per week do you currently work?", kind="number"),
    leave("How many hours can you work on weekends?", kind="number"),
    leave("What is the minimum GPA you think is acceptable?"),
    leave("Is your GPA above 3.5?", options=Y),
    leave("What was your high school GPA?"),
    leave("Do you have any relatives?", options=Y),
    leave("Do any of your relatives work for a competitor?", options=Y),
    ask("Do you have no relatives working for us?", "Yes", options=Y, may_leave=True),
    leave("How did your parents hear about this job?"),
    leave("Did you hear about this job from an employee?", options=Y),
    leave("Has your driver's license been suspended?", options=Y),
    leave("Will you have a valid driver's license by May?", options=Y),
    leave("Do you have a valid driver's license in another country?", options=Y),
    leave("Preferred name of your reference"),
    leave("Pronouns of your supervisor", options=("She/Her", "He/Him")),
    leave("Name of your academic supervisor"),
    leave("Email of your supervisor", kind="email"),
    leave("Are you legally entitled to work in the United States and Canada?", options=Y),
    leave("Were you legally entitled to work in Canada in your last job?", options=Y, may_leave=False),
    leave("Is your work permit for Canada open or closed?", options=("Open", "Closed")),
    leave("Hourly wage in your last job", kind="number"),
    leave("What hourly wage did you earn at your last job?"),
    leave("What do you think a fair salary for your manager would be?"),
]
IN_AUSTIN = [
    ask("Are you authorised to work in the US without any sponsorship, now or in the future?", "No", options=Y),
    leave("Do you have a passport from an EU country?", options=Y),
    leave("Does your passport expire within six months?", options=Y),
    leave("Are you uncomfortable working night shifts?", options=Y),
    leave("Have you ever worked night shifts?", options=Y),
    ask("Have you worked for Parker James before?", "No", options=Y),
    leave("First name of Parker James employee who referred you"),
    ask("Have you worked with Parker before?", "No", options=Y, may_leave=True),
    leave("How many years has your company used Java?", kind="number"),
    leave("How many years of Java experience are required for this job?", kind="number"),
    leave("How many of your years of experience were with Java 17?", kind="number"),
    leave("Years since you last used Java", kind="number"),
    leave("Do you have more years of experience with Java than with Go?", options=Y),
    leave("What is the current CTC of your manager?"),
    leave("Are you willing to work from the client's office three days a week?", options=Y),
    leave("Are you willing to work from home three days a week?", options=Y),
    leave("How far is your home from the office?"),
    leave("How many days a week are you willing to work from the office?", kind="number"),
    leave("Has your company been convicted of a crime?", options=Y),
    leave("Company name of your reference"),
    leave("Client name"),
    leave("Manager LinkedIn URL", kind="url"),
    leave("GitHub URL of your team", kind="url"),
]
IN_HAMBURG = [
    ask("Haben Sie keinen Führerschein der Klasse B?", "Nein", options=JA, may_leave=True),
    leave("Seit wann haben Sie den Führerschein der Klasse B?"),
    leave("Wurde Ihnen der Führerschein schon einmal entzogen?", options=JA),
    leave("Sind Sie bereit, den Führerschein der Klasse B zu machen?", options=JA),
    leave("Wie viele Tage im Monat sind Sie bereit zu reisen?", kind="number"),
    leave("Sind Sie nicht bereit, im Schichtdienst zu arbeiten?", options=JA),
    leave("Hat jemand aus Ihrer Familie schon einmal bei uns gearbeitet?", options=JA),
    leave("Wie lange haben Sie bei uns gearbeitet?"),
    leave("Wie gut sprechen Ihre Kollegen Englisch?", options=("Gut", "Verhandlungssicher")),
    leave("Ist Englisch Ihre Muttersprache?", options=JA),
    ask("Haben Sie keine Arbeitserlaubnis für Deutschland?", "Nein", options=JA, may_leave=True),
    ask("Benötigen Sie keine Arbeitserlaubnis für Deutschland?", "Ja", options=JA, may_leave=True),
    leave("Bis wann ist Ihre Arbeitserlaubnis gültig?", kind="date"),
    leave("Wie viele Jahre Erfahrung haben Sie mit Figma und Sketch?", kind="number"),
    leave("Name Ihrer Hausbank"),
    leave("Titel Ihrer Masterarbeit"),
    leave("Telefon der Referenz", kind="tel"),
]
# fmt: on


def test_in_atlanta() -> None:
    assert_right(judge(IN_ATLANTA, MARCUS, ATLANTA), 0.9)


def test_in_toronto() -> None:
    assert_right(judge(IN_TORONTO, ROBIN, TORONTO), 0.9)


def test_in_austin() -> None:
    assert_right(judge(IN_AUSTIN, ARJUN, AUSTIN), 0.9)


def test_in_hamburg() -> None:
    assert_right(judge(IN_HAMBURG, KATHARINA, HAMBURG), 0.9)
