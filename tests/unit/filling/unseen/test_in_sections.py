"""Fields whose section, description, placeholder or name decides, as Workday, Taleo,
iCIMS and home-made forms have them."""

from __future__ import annotations

from companion.filling import JobFacts
from tests.unit.filling.unseen.applicants_abroad import MARCUS
from tests.unit.filling.unseen.applicants_in_the_south import DIEGO, GIULIA
from tests.unit.filling.unseen.asking import YES_NO as Y
from tests.unit.filling.unseen.asking import ask, assert_right, judge, leave

CHICAGO = JobFacts(title="Data Analyst", company="Grant Thornfield", location="Chicago, IL, United States")
LONDON = JobFacts(title="Accountant", company="Finch & Daughters", location="London, United Kingdom")

# fmt: off
IN_CHICAGO = [
    ask("Given Name(s)", "Diego", name="legalNameSection_firstName"),
    ask("Family Name", "Hernández Villaseñor", name="legalNameSection_lastName"),
    ask("Last Name (Secondary)", "Villaseñor", may_leave=True),
    ask("Email Address", "diego.hv@example.mx", kind="email", name="email"),
    ask("Re-enter Email Address", "diego.hv@example.mx", kind="email"),
    leave("Username", name="username"),
    leave("Password", name="password1"),
    leave("Re-enter password", name="password2"),
    leave("Security question", options=("Mother's maiden name?", "First pet?")),
    leave("Answer", section="Security question"),
    leave("Verification code"),
    leave("", name="q", placeholder="Search jobs"),
    leave("Keywords", name="keywords"),
    leave("Location", name="jobSearchLocation", placeholder="City, state or zip to search jobs"),
    leave("Email", section="Get job alerts", kind="email"),
    leave("Your friend's email", kind="email"),
    leave("Leave this field empty", name="website"),
    leave("Fax"),
    leave("Name", section="Emergency Contact"),
    leave("Phone", section="Emergency Contact", kind="tel"),
    leave("Relationship", section="Emergency Contact"),
    leave("Name", section="Professional Reference 1"),
    leave("Company", section="Reference 2"),
    leave("Email", section="References", kind="email"),
    leave("Title", section="References"),
    leave("Phone Number", section="Supervisor", kind="tel"),
    leave("First Name", section="Employee Referral"),
    leave("Last Name", section="Referral Information"),
    leave("Address", section="Company Information"),
    ask("Company", "Agave Data", section="Work Experience 1"),
    ask("Job Title", "Analista de datos", section="Work Experience 1"),
    leave("Company", section="Work Experience 2"),
    leave("Location", section="Work Experience 1"),
    ask("From", "05/2026", section="Work Experience 1", placeholder="MM/YYYY"),
    leave("To", section="Work Experience 1", placeholder="MM/YYYY"),
    leave("Supervisor name", section="Work Experience 1"),
    leave("Final salary", section="Work Experience 1"),
    ask("School or University", "ITESO", section="Education 1"),
    ask("Field of Study", "Ingeniería industrial", section="Education 1"),
    leave("Overall Result (GPA)", section="Education 1"),
    ask("To (Actual or Expected)", "2025", section="Education 1", placeholder="YYYY", may_leave=True),
    leave("School", section="Education 2"),
    ask("Phone", "+52 33 1234 5678", kind="tel", section="Personal Information"),
    ask("City", "Guadalajara", section="Address"),
    ask("State", "Jalisco", section="Address"),
    leave("City", section="Mailing address (if different)", may_leave=False),
    leave("City", section="School"),
    ask("How Did You Hear About Us?", "OCC Mundial", may_leave=True),
    ask("I have a preferred name", kind="checkbox", may_leave=True),
    leave("Local Given Name(s)", may_leave=False),
    leave("Have you previously been employed by Grant Thornfield as a contingent worker?", options=Y),
    ask("Have you ever been employed by Grant Thornfield?", "No", options=Y),
    leave("Employee ID", section="Previous Worker"),
    leave("Do you have a non-compete agreement with Agave Data?", options=Y),
    leave("Grant number"),
    ask("Are you Hispanic or Latino?", "Yes", options=Y),
    ask("Ethnicity", "Hispanic or Latino", options=("Hispanic or Latino", "Not Hispanic or Latino")),
    leave("Race", options=("White", "Black or African American", "Asian", "Two or More Races")),
    ask("Veteran status", "I am not a veteran",
        options=("I am a veteran", "I am not a veteran", "I choose not to answer")),
    ask("Protected veteran?", "No", options=Y, may_leave=True),
    leave("Disability", options=("Yes", "No", "I don't wish to answer")),
    ask("Gender", "Male", options=("Male", "Female", "Not Specified")),
    leave("Gender of your child", options=("Male", "Female")),
    ask("Are you authorized to work in the US?", "No", options=Y),
    ask("Do you require sponsorship (TN visa)?", "Yes", options=Y, may_leave=True),
    leave("Do you qualify for a TN visa?", options=Y),
    ask("Do you have a Bachelor's degree in Engineering?", "Yes", options=Y),
    leave("Do you have a Master's degree in Engineering?", options=Y),
    leave("Do you have a bachelor's degree in nursing?", options=Y),
    leave("Bachelor's degree: year and institution"),
    ask("Are you willing to work Eastern Time Zone hours?", "Yes", options=Y),
    leave("Are you willing to work Pacific time zone hours?", options=Y),
    ask("Do you have any relatives who work for Grant Thornfield?", "No", options=Y),
    leave("Names of relatives who work for us"),
    leave("Do you have any relatives who work for the government?", options=Y),
    leave("Desired salary (USD)", kind="number"),
    ask("Desired salary", "35000 MXN per month", may_leave=True),
    ask("What is your preferred language?", may_leave=True),
    leave("What languages do you speak?"),
    leave("Do you consent to receive SMS?", options=Y),
    leave("By checking this box I agree to the Terms and Conditions", kind="checkbox"),
    leave("I authorize Grant Thornfield to contact my references", kind="checkbox"),
    leave("Electronic signature (type your full name)"),
    leave("Resume password (if protected)"),
    ask("Resume/CV *", "resume-1", kind="file"),
    leave("Transcript", kind="file"),
    leave("Work sample", kind="file"),
]
IN_LONDON = [
    ask("Do you have the right to work in the UK?", "No", options=Y),
    ask("Will you require sponsorship to work in the UK?", "Yes", options=Y),
    ask("Do you currently have the right to work in the UK without restriction?", "No", options=Y,
        may_leave=True),
    leave("What is the basis of your right to work?",
        options=("British citizen", "Settled status", "Skilled Worker visa")),
    leave("Do you have pre-settled status?", options=Y),
    leave("Share code"),
    leave("National Insurance Number"),
    ask("Title", options=("Mr", "Mrs", "Ms", "Dr"), may_leave=True),
    ask("Forename(s)", "Giulia"),
    ask("Surname", "De Santis"),
    leave("Known as", may_leave=False),
    leave("County", may_leave=False),
    ask("Post code", "20121"),
    ask("Town/City", "Milano"),
    ask("Telephone (mobile)", "+39 347 123 4567", kind="tel"),
    leave("Telephone (work)", kind="tel"),
    leave("What is your ethnic group?", options=("White - British", "White - Other", "Prefer not to say")),
    leave("Do you consider yourself to have a disability?", options=Y),
    leave("What is your sexual orientation?", options=("Heterosexual", "Gay", "Prefer not to say")),
    leave("What is your religion or belief?", options=("Christian", "No religion")),
    leave("Age band", options=("16-24", "25-34", "35-44")),
    leave("Did your parents attend university?", options=Y),
    leave("What type of school did you attend?", options=("State", "Independent")),
    leave("Do you have any unspent convictions?", options=Y),
    leave("Are you a qualified accountant (ACA/ACCA)?", options=Y),
    leave("Expected salary (GBP)"),
    leave("What are your salary expectations?", options=("£30k-£35k", "£35k-£40k")),
    leave("Minimum salary"),
    ask("Notice period", "45 days", "45 giorni", may_leave=True),
    ask("Notice period", "1-2 months",
        options=("None", "Less than 1 month", "1-2 months", "3 months"), may_leave=True),
    leave("Do you hold a full UK driving licence?", options=Y),
    ask("Do you hold a driving licence?", "Yes", options=Y, may_leave=True),
    leave("Have you been referred by a current employee of Finch & Daughters?", options=Y),
    ask("Have you worked for Finch & Daughters before?", "No", options=Y),
    leave("Where do you see yourself in five years?", kind="textarea"),
    ask("English level", "B2", options=("A1", "A2", "B1", "B2", "C1", "C2")),
    ask("How would you rate your level of English?", "Upper intermediate (B2)",
        options=("Intermediate (B1)", "Upper intermediate (B2)", "Advanced (C1)"), may_leave=True),
    leave("Can you commute to our London office three days a week?", options=Y),
    ask("Are you willing to relocate?", "Yes", options=Y),
    ask("Do you currently live in the UK?", "No", options=Y),
    ask("Country", "Italy", options=("Ireland", "Israel", "Italy")),
    ask("Current employer", "Studio Bianchi"),
    leave("Current salary and benefits"),
    ask("Years of experience", "Over 10 years",
        options=("Up to 2 years", "3 to 5 years", "6 to 10 years", "Over 10 years")),
    ask("I have read the privacy notice and consent to the processing of my data", "Yes", kind="checkbox"),
]
IN_ATLANTA = [
    leave("City", section="Previous residence"),
    leave("Employer", section="Military service"),
    ask("Employer", "Peach Logistics", section="Employment history"),
    ask("Position", "Warehouse Supervisor", section="Employment history"),
    leave("Name of school", section="Trade school"),
    leave("State", section="Driver's license", options=("FL", "GA")),
    leave("Expiration date", section="Driver's license", kind="date"),
    leave("Name", section="Beneficiary"),
    leave("Phone", section="Physician", kind="tel"),
    leave("Account number", section="Direct deposit"),
]
# fmt: on


def test_in_chicago() -> None:
    assert_right(judge(IN_CHICAGO, DIEGO, CHICAGO), 0.95)


def test_in_london() -> None:
    assert_right(judge(IN_LONDON, GIULIA, LONDON), 0.95)


def test_in_atlanta() -> None:
    assert_right(judge(IN_ATLANTA, MARCUS, None), 0.95)


def test_a_heading_that_is_the_jobs_title() -> None:
    """The nearest heading may be the posting's own: it speaks of nobody else."""
    for title in ("Warehouse Supervisor", "Staff Physician", "First National Bank", "Search Engineer"):
        assert_right(judge([ask("First name", "Marcus", section=title)], MARCUS), 1.0)
    assert_right(judge([leave("First name", section="Your supervisor")], MARCUS), 1.0)
