"""One answer, and the lists that boards offer for it, in all their styles."""

from __future__ import annotations

from companion.filling import JobFacts
from tests.unit.filling.unseen.applicants import JUERGEN, PIA, applicant
from tests.unit.filling.unseen.applicants_abroad import ARJUN, CONCEICAO, KATHARINA, MARCUS, ROBIN, WIBOWO
from tests.unit.filling.unseen.asking import YES_NO as Y
from tests.unit.filling.unseen.asking import ask, assert_right, judge, leave

ATLANTA = JobFacts(title="Shift Lead", company="Harbor Freightways", location="Atlanta, GA")
AUSTIN = JobFacts(title="Engineer", company="Nimbus Foundry", location="Austin, TX, United States")
TORONTO = JobFacts(title="Intern", company="Maple & Finch", location="Toronto, Ontario, Canada")
BERLIN = JobFacts(title="Engineer", company="Kogge Digital", location="Berlin, Germany")
LISBON = JobFacts(title="Enfermeira", company="Clínica Tejo", location="Lisboa, Portugal")

# fmt: off
MARCUS_CHOOSES = [
    leave("Highest level of education", options=("Some high school", "Some college", "Bachelor's")),
    ask("Are you authorized to work in the US?", "Yes, I am", options=("Yes, I am", "No, I am not")),
    ask("Work authorization", "I am authorized to work in the United States",
        options=("I am authorized to work in the United States",
        "I am not authorized to work in the United States"), may_leave=True),
    ask("Are you authorized to work in the U.S.?", "Yes, without sponsorship",
        options=("Yes, without sponsorship", "Yes, with sponsorship", "No"), may_leave=True),
    ask("Will you require sponsorship?", "No, I will not require sponsorship",
        options=("Yes, I will require sponsorship", "No, I will not require sponsorship")),
    leave("Which best describes your authorization?",
        options=("US Citizen", "Permanent Resident", "H-1B", "Other")),
    ask("Are you 18 years of age or older?", "Yes, I am 18 or older",
        options=("Yes, I am 18 or older", "No, I am under 18")),
    ask("Are you 18 years of age or older?", "YES", options=("YES", "NO")),
    ask("Are you 18 years of age or older?", "True", options=("True", "False"), may_leave=True),
    ask("Are you 18 or older?", "Y", options=("Y", "N")),
    ask("State/Province/Region", "Georgia", options=("Alabama", "Alberta", "Georgia", "Tbilisi")),
    ask("State", "GA - Georgia", options=("AL - Alabama", "FL - Florida", "GA - Georgia")),
    ask("State", "United States - Georgia",
        options=("Canada - Ontario", "United States - Florida", "United States - Georgia"), may_leave=True),
    ask("Country of Residence", "United States",
        options=("Georgia", "United Kingdom", "United States", "United States Minor Outlying Islands")),
    ask("Country", "USA", options=("CAN", "GEO", "USA")),
    ask("Country", "United States (US)", options=("Canada (CA)", "Georgia (GE)", "United States (US)")),
    ask("Country code", "United States +1", options=("Canada +1", "Georgia +995", "United States +1")),
    ask("Phone country", "🇺🇸 United States (+1)",
        options=("🇨🇦 Canada (+1)", "🇺🇸 United States (+1)"), may_leave=True),
    leave("Phone Device Type", options=("Home", "Home Cellular", "Work")),
    ask("Desired pay", "$20.00 - $24.99 per hour",
        options=("$15.00 - $19.99 per hour", "$20.00 - $24.99 per hour", "$25.00+ per hour"), may_leave=True),
    leave("Desired annual pay", options=("$30,000 - $40,000", "$40,000 - $50,000", "$50,000+")),
    ask("Years of experience", "11-15", options=("0-5", "6-10", "11-15", "16+")),
    ask("Years of experience", "10+ years", options=("<1 year", "1-4 years", "5-9 years", "10+ years")),
    ask("Years of experience", "More than 10", options=("Less than 2", "2 to 5", "5 to 10", "More than 10")),
    leave("Years of experience", options=("Entry level", "Mid level", "Senior level")),
    ask("Notice period", "14 days", options=("0 days", "7 days", "14 days", "30 days")),
    ask("Notice", "Two weeks", options=("Immediately", "One week", "Two weeks", "One month")),
    ask("Gender", "Male", options=("-- Select --", "Female", "Male", "Non-Binary", "Not Declared")),
    ask("Gender", "He/Him - Male", options=("She/Her - Female", "He/Him - Male"), may_leave=True),
    ask("What is your gender?", "Man",
        options=("Man", "Woman", "Non-binary", "Transgender man", "Transgender woman"), may_leave=True),
    ask("Race/Ethnicity", "Black/African American",
        options=("Asian", "Black/African American", "Hispanic/Latino", "White"), may_leave=True),
    ask("Race", "B - Black or African American",
        options=("A - Asian", "B - Black or African American", "W - White"), may_leave=True),
    leave("Race", options=("Black African", "Black Caribbean", "White British")),
    ask("Ethnicity", "Not Hispanic or Latino",
        options=("Hispanic or Latino", "Not Hispanic or Latino"), may_leave=True),
    ask("Veteran status", "Protected veteran",
        options=("Not a veteran", "Protected veteran", "Decline"), may_leave=True),
    leave("Veteran status",
        options=("Disabled veteran", "Recently separated veteran", "Armed forces service medal veteran")),
    ask("Disability", "No Disability",
        options=("Disability", "No Disability", "Prefer not to answer"), may_leave=True),
    ask("Highest level of education", "HS diploma or equivalent",
        options=("Some high school", "HS diploma or equivalent", "Some college", "Bachelor's"), may_leave=True),
    ask("Highest level of education", "High School",
        options=("Some High School", "High School", "College", "Graduate School")),
    ask("How did you hear about us?", "Indeed.com",
        options=("Craigslist", "Indeed.com", "Monster.com"), may_leave=True),
    ask("How did you hear about us?", "Job Board - Indeed",
        options=("Job Board - Indeed", "Job Board - Monster", "Friend"), may_leave=True),
    leave("How did you hear about us?", options=("Job board", "Social media", "Referral")),
    ask("Are you willing to relocate?", "No, I am not willing to relocate",
        options=("Yes, I am willing to relocate", "No, I am not willing to relocate")),
    leave("Are you willing to relocate?", options=("Within state", "Within country", "Anywhere")),
    ask("What shift are you available for?", "2nd Shift (Second shift)",
        options=("1st Shift", "2nd Shift (Second shift)", "3rd Shift"), may_leave=True),
    ask("Which shifts are you available for?", ("Second shift",),
        options=("First shift", "Second shift", "Third shift"),
        kind="checkbox_group", multiple=True, may_leave=True),
    ask("Pronouns", "He/him/his", options=("She/her/hers", "He/him/his", "They/them/theirs", "He/they")),
]
ARJUN_CHOOSES = [
    ask("Will you require visa sponsorship now or in the future?", "Yes, I will need sponsorship",
        options=("Yes, I will need sponsorship", "No, I won't need sponsorship"), may_leave=True),
    ask("Are you authorized to work in the US?", "No",
        options=("Yes, I am authorized", "I am authorized but will need sponsorship in future", "No"),
        may_leave=True),
    ask("Do you require sponsorship?", "Yes", options=("No", "Yes", "Unsure")),
    ask("Notice period", "2 months", options=("Immediate", "1 month", "2 months", "3 months")),
    ask("Notice period", "60 Days", options=("15 Days or less", "30 Days", "45 Days", "60 Days", "90 Days")),
    ask("Notice period", "More than 30 days", options=("Less than 15 days", "15-30 days", "More than 30 days")),
    ask("Total Experience", "9-12 Yrs", options=("0-3 Yrs", "3-6 Yrs", "6-9 Yrs", "9-12 Yrs")),
    ask("Country", "🇮🇳 India", options=("🇩🇪 Germany", "🇮🇳 India", "🇺🇸 United States"), may_leave=True),
    ask("Country", "India", options=("British Indian Ocean Territory", "India", "Indonesia")),
    ask("Country/Region", "IN - India", options=("ID - Indonesia", "IN - India", "US - United States")),
    ask("Phone country code", "India (+91)", options=("Indonesia (+62)", "India (+91)")),
    ask("Calling code", "91", options=("1", "44", "91"), may_leave=True),
    leave("State", options=("IN", "IL", "TX")),
    leave("Expected salary", options=("$80k-$100k", "$100k-$120k", "$120k+")),
    leave("Expected salary range (EUR)", options=("€60k–€70k", "€70k–€80k", "€80k+")),
    ask("Expected CTC (lakhs)", "26-30", options=("15-20", "21-25", "26-30", "31+")),
    ask("Expected annual CTC", "₹25,00,000 - ₹30,00,000",
        options=("₹20,00,000 - ₹25,00,000", "₹25,00,000 - ₹30,00,000", "₹30,00,000+"), may_leave=True),
    ask("Degree", "B.E", options=("B.E", "B.Sc", "M.E", "M.Sc")),
    ask("Highest qualification", "Graduate / Bachelor's",
        options=("12th", "Diploma", "Graduate / Bachelor's", "Post Graduate / Master's"), may_leave=True),
    leave("Degree", options=("M.Tech", "MCA", "MBA")),
    ask("How many years of experience do you have with Java?", "8-10", options=("0-3", "4-7", "8-10", "10+")),
    ask("How many years of Kubernetes experience do you have?", "3-5 years",
        options=("<1 year", "1-2 years", "3-5 years", "5+ years")),
    leave("Gender", options=("Male", "Female", "Third gender")),
    ask("Have you previously worked for Nimbus Foundry?", "No, never",
        options=("Yes, as employee", "Yes, as contractor", "No, never"), may_leave=True),
    ask("Graduation year", "2020", options=("2018", "2019", "2020", "2021")),
    ask("Graduation month", "Jun", options=("May", "Jun", "Jul"), may_leave=True),
]
ROBIN_CHOOSES = [
    leave("Ethnicity", options=("Asian - Indian", "White - British")),
    ask("Ethnicity", "White (Not Hispanic)",
        options=("Asian (Not Hispanic)", "White (Not Hispanic)"), may_leave=True),
    ask("Country", "CA", options=("AU", "CA", "US")),
    ask("Province", "Ontario (ON)", options=("Alberta (AB)", "Ontario (ON)", "Québec (QC)")),
    ask("State / Province", "CA-ON", options=("CA-AB", "CA-ON", "US-CA"), may_leave=True),
    ask("State", "Ontario", options=("California", "Ontario", "Texas"), may_leave=True),
    ask("Are you legally eligible to work in Canada?", "Yes - I am legally eligible to work in Canada",
        options=("Yes - I am legally eligible to work in Canada",
        "No - I am not legally eligible to work in Canada")),
    leave("What is your status in Canada?",
        options=("Citizen", "Permanent resident", "Work permit", "Study permit")),
    ask("Gender", "Non-Binary", options=("Man", "Woman", "Non-Binary", "Two-Spirit", "Prefer not to say")),
    ask("Gender", "Nonbinary/third gender", options=("Female", "Male", "Nonbinary/third gender"), may_leave=True),
    leave("Gender", options=("Female", "Male")),
    ask("Disability", "I prefer not to say", options=("Yes", "No", "I prefer not to say"), may_leave=True),
    ask("Pronouns", "They/Them/Theirs", options=("He/Him/His", "She/Her/Hers", "She/They", "They/Them/Theirs")),
    leave("Pronouns", options=("She/Her", "He/Him")),
    ask("Available hours per week", "20", kind="number", may_leave=True),
    ask("How many hours per week can you work?", "16-24", options=("0-15", "16-24", "25-40"), may_leave=True),
    ask("When can you start?", "May 2031",
        options=("January 2031", "May 2031", "September 2031"), may_leave=True),
    ask("Month of graduation", "April", options=("March", "April", "May"), may_leave=True),
    leave("Current education level", options=("1st year", "2nd year", "3rd year", "4th year")),
    leave("Highest degree earned", options=("None", "Bachelor's", "Master's")),
]
GERMAN_LISTS = [
    ask("Land", "DE", options=("AT", "CH", "DE")),
    ask("Staat", "Deutschland (DE)", options=("Deutschland (DE)", "Österreich (AT)")),
    ask("Höchster Bildungsabschluss", "Promotion / PhD",
        options=("Ausbildung", "Bachelor", "Master / Diplom", "Promotion / PhD")),
    ask("Höchster Abschluss", "Doktorat", options=("Matura", "Bachelor", "Master", "Doktorat")),
    ask("Englischkenntnisse", "C1 - verhandlungssicher",
        options=("B1 - Grundkenntnisse", "B2 - gut", "C1 - verhandlungssicher"), may_leave=True),
    ask("Gehaltsvorstellung", "55.001 € - 60.000 €",
        options=("50.000 € - 55.000 €", "55.001 € - 60.000 €", "ab 60.001 €")),
    ask("Gehaltsvorstellung in Tsd. €", "55-60", options=("50-55", "55-60", "60-65"), may_leave=True),
    leave("Gehaltsvorstellung in Tsd. €", options=("40+", "50+"), may_leave=False),
    ask("Ab wann verfügbar?", "Ab sofort", options=("Ab sofort", "In 1 Monat", "In 3 Monaten"), may_leave=True),
    ask("Kündigungsfrist", "Sofort verfügbar",
        options=("Sofort verfügbar", "4 Wochen zum Monatsende", "3 Monate zum Quartalsende"), may_leave=True),
    ask("Sind Sie umzugsbereit?", "Ja, ich bin umzugsbereit",
        options=("Ja, ich bin umzugsbereit", "Nein"), may_leave=True),
    ask("Sind Sie umzugsbereit?", "Ja", options=("Ja", "Nein", "Eventuell")),
    ask("Haben Sie eine gültige Arbeitserlaubnis für Deutschland?", "Ja, unbefristet",
        options=("Ja, unbefristet", "Ja, befristet", "Nein"), may_leave=True),
    ask("Wie sind Sie auf uns aufmerksam geworden?", "Soziale Medien (XING)",
        options=("Soziale Medien (XING)", "Jobmesse", "Empfehlung"), may_leave=True),
]
BRAZILIAN_LISTS = [
    ask("Estado", "São Paulo (SP)", options=("Rio de Janeiro (RJ)", "São Paulo (SP)")),
    ask("País", "BR - Brasil", options=("BR - Brasil", "PT - Portugal")),
    ask("Nível de inglês", "Intermediário (B1/B2)",
        options=("Básico (A1/A2)", "Intermediário (B1/B2)", "Avançado (C1)")),
    ask("Escolaridade", "Superior completo",
        options=("Médio completo", "Superior incompleto", "Superior completo"), may_leave=True),
    ask("Género", "Feminino", options=("Feminino", "Masculino", "Outro")),
    ask("Tem autorização de trabalho em Portugal?", "Sim", options=("Sim", "Não")),
    ask("Precisa de visto para trabalhar em Portugal?", "Não", options=("Sim", "Não")),
    ask("Anos de experiência", "6 a 10 anos",
        options=("0 a 2 anos", "3 a 5 anos", "6 a 10 anos", "Mais de 10 anos")),
    ask("Aviso prévio", "30 dias", options=("Imediato", "15 dias", "30 dias")),
    leave("Pretensão salarial", options=("R$ 3.000 - R$ 5.000", "R$ 5.000 - R$ 8.000")),
]
ENGLISH_LEVELS = [
    ask("How well do you speak English?", "Fluent / C1-C2",
        options=("Basic / A1-A2", "Intermediate / B1-B2", "Fluent / C1-C2"), may_leave=True),
    leave("English level", options=("A2 – elementary", "B2 – upper intermediate", "C1 – advanced")),
    ask("English", "Fluent", options=("None", "Conversational", "Fluent", "Native"), may_leave=True),
    leave("How well do you speak Dutch?", options=("Basic", "Fluent")),
]
PIA_CHOOSES = [
    leave("Salary expectation (k€)", kind="number"),
    leave("Expected salary", options=("50-60", "60-70", "70+")),
    ask("Expected salary", "€70k–€80k", options=("€50k–€60k", "€60k–€70k", "€70k–€80k", "€80k+")),
    ask("Expected salary (EUR/year)", "70.000-75.000",
        options=("65.000-70.000", "70.000-75.000", "75.000-80.000")),
    leave("Expected salary", options=("£60k–£70k", "£70k–£80k")),
    leave("Expected salary (monthly)", options=("€4k–€5k", "€5k–€6k", "€6k–€7k")),
    ask("Notice period", "3 months or more", options=("None", "1 month", "2 months", "3 months or more")),
    ask("Experience", "3 - 5 years", options=("0 - 2 years", "3 - 5 years", "5+ years"), may_leave=True),
    ask("German level", "Native / mother tongue",
        options=("B2", "C1", "C2", "Native / mother tongue"), may_leave=True),
    ask("Do you have a driving licence?", "No, I don't", options=("Yes, I do", "No, I don't")),
]
NEW_TO_WORK = [
    ask("Years of experience", "0", options=("0", "1", "2", "3+")),
    ask("Years of experience", "0-1", options=("0-1", "2-3", "4+")),
    ask("Years of experience", "No experience", options=("No experience", "1-2 years", "3+ years")),
    ask("Notice period", "30 days", options=("Immediately", "7 days", "14 days", "30 days", "60 days")),
    ask("Are you willing to relocate?", "No", options=("Yes", "No", "Maybe")),
    ask("Are you open to relocating for this role?", "No", options=Y),
]
# fmt: on


def test_marcus() -> None:
    assert_right(judge(MARCUS_CHOOSES, MARCUS, ATLANTA), 0.95)


def test_arjun() -> None:
    assert_right(judge(ARJUN_CHOOSES, ARJUN, AUSTIN), 0.95)


def test_robin() -> None:
    assert_right(judge(ROBIN_CHOOSES, ROBIN, TORONTO), 0.95)


def test_in_german() -> None:
    assert_right(judge(GERMAN_LISTS, KATHARINA, BERLIN), 0.95)


def test_in_portuguese() -> None:
    assert_right(judge(BRAZILIAN_LISTS, CONCEICAO, LISBON), 0.95)


def test_levels_of_english() -> None:
    assert_right(judge(ENGLISH_LEVELS, JUERGEN, BERLIN), 0.95)


def test_pia() -> None:
    assert_right(judge(PIA_CHOOSES, PIA, BERLIN), 0.95)


def test_a_disability_is_not_yet_a_status_in_law() -> None:
    for said in ("Yes", True):
        ours = {"demographics": {"disability": said}, "consents": {"demographics": True}}
        disabled = applicant({"meta": {"applyonce": ours}})
        asked = [
            leave("Schwerbehinderung", options=("Ja", "Nein")),
            leave("Liegt eine Schwerbehinderung vor?", options=("Ja", "Nein")),
            ask("Do you have a disability?", "Yes", options=Y),
        ]
        assert_right(judge(asked, disabled, BERLIN), 1.0)


def test_no_experience() -> None:
    assert_right(judge(NEW_TO_WORK, WIBOWO, BERLIN), 0.95)
