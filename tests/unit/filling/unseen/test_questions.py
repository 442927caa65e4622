"""Employers' own questions: those that the profile and stored answers settle, and those that only look like it."""

from __future__ import annotations

import pytest

from companion.filling import JobFacts
from tests.unit.filling.unseen.applicants import ANANYA, CARMEN, EMPTY, JUERGEN, SUHARTI, Applicant
from tests.unit.filling.unseen.asking import YES_NO, Ask, ask, assert_right, judge, leave

JOB = JobFacts(title="Projektleiter Hochbau", company="Pebblewise", location="München, Germany")
JA_NEIN = ("Ja", "Nein")

# fmt: off
SETTLED = [
    # Age: the stored answer is yes to "at least 18".
    *(ask(label, "Yes", options=YES_NO) for label in (
        "Are you 18 years of age or older?", "Are you over 18?", "Are you at least 18?",
        "Are you over the age of 18?",
        "Are you 18 or older?", "I am at least 18 years of age", "Is your age 18 or above?",
        "Please confirm you are 18+ years old",
        "Are you at least eighteen years old?",
    )),
    ask("Sind Sie mindestens 18 Jahre alt?", "Ja", options=JA_NEIN),
    ask("Bist du über 18 Jahre alt?", "Ja", options=JA_NEIN),
    ask("Avez-vous plus de 18 ans ?", "Oui", options=("Oui", "Non"), may_leave=True),
    ask("¿Eres mayor de 18 años?", "Sí", options=("Sí", "No")),
    ask("Hai almeno 18 anni?", "Sì", options=("Sì", "No")),
    ask("Ben je ouder dan 18 jaar?", "Ja", options=("Ja", "Nee")),
    ask("Você tem mais de 18 anos?", "Sim", options=("Sim", "Não")),
    ask("Är du minst 18 år gammal?", "Ja", options=("Ja", "Nej")),
    ask("Are you under 18 years of age?", "No", options=YES_NO),
    ask("Are you younger than 18?", "No", options=YES_NO),
    ask("Are you not yet 18 years old?", "No", options=YES_NO, may_leave=True),
    # Worked here before: no.
    *(ask(label, "No", options=YES_NO) for label in (
        "Have you ever worked for Pebblewise?", "Have you previously worked at Pebblewise?",
        "Have you worked for us in the past?",
        "Have you been employed by us before?", "Have you ever been employed by this company?",
        "Did you work for us before?",
        "Have you worked for Pebblewise before?", "Were you previously employed by Pebblewise?",
        "Have you previously been employed with our company?", "Are you a former employee of Pebblewise?",
    )),
    ask("Haben Sie schon einmal für uns gearbeitet?", "Nein", options=JA_NEIN),
    ask("Hast du bereits bei uns gearbeitet?", "Nein", options=JA_NEIN),
    ask("Avez-vous déjà travaillé chez nous ?", "Non", options=("Oui", "Non")),
    ask("¿Has trabajado con nosotros anteriormente?", "No", options=("Sí", "No")),
    ask("Heb je eerder bij ons gewerkt?", "Nee", options=("Ja", "Nee")),
    ask("Hai già lavorato per noi?", "No", options=("Sì", "No")),
    ask("Já trabalhou conosco?", "Não", options=("Sim", "Não"), may_leave=True),
    ask("Har du arbetat hos oss tidigare?", "Nej", options=("Ja", "Nej")),
    ask("Have you never worked for us before?", "Yes", options=YES_NO, may_leave=True),
    # Driving licence: yes.
    *(ask(label, "Yes", options=YES_NO) for label in (
        "Do you have a driver's license?", "Do you hold a valid driving licence?",
        "Do you possess a driving license?",
        "Do you currently have a valid driver's licence?",
    )),
    ask("Besitzen Sie einen Führerschein?", "Ja", options=JA_NEIN),
    ask("Avez-vous le permis de conduire ?", "Oui", options=("Oui", "Non")),
    ask("¿Tienes carnet de conducir?", "Sí", options=("Sí", "No")),
    ask("Possiedi la patente di guida?", "Sì", options=("Sì", "No")),
    ask("Heb je een rijbewijs?", "Ja", options=("Ja", "Nee")),
    ask("Har du körkort?", "Ja", options=("Ja", "Nej")),
    ask("Do you not have a driving licence?", "No", options=YES_NO, may_leave=True),
    # English: fluent.
    ask("How well do you speak English?", "Fluent", options=("Basic", "Intermediate", "Fluent", "Native")),
    ask("What is your level of English?", "Fluent", options=("Beginner", "Intermediate", "Fluent")),
    ask("English proficiency", "Fluent", options=("None", "Conversational", "Fluent", "Native or bilingual")),
    ask("How would you rate your English?", "Fluent", options=("Basic", "Fluent"), may_leave=True),
    ask("Wie gut sprechen Sie Englisch?", options=("Grundkenntnisse", "Gut", "Verhandlungssicher",
        "Muttersprache")),
    leave("How well do you speak German?", options=("A1", "B2", "C1", "C2")),
    leave("How well do you speak French?", options=("None", "Basic", "Fluent")),
    leave("Do you speak English?", options=("A little", "Fluent in English and French")),
    # Source.
    *(ask(label, "LinkedIn", options=("Company website", "Friend", "Indeed", "LinkedIn", "Other")) for label in (
        "How did you hear about us?", "How did you hear about this job?", "Where did you find this position?",
        "How did you learn about this opportunity?", "How did you find out about this role?", "Source",
        "Wie haben Sie von uns erfahren?",
        "Wie bist du auf uns aufmerksam geworden?", "Comment avez-vous entendu parler de nous ?",
        "¿Cómo nos conociste?",
        "Come ci hai conosciuto?", "Hoe heb je van ons gehoord?", "Como soube desta vaga?", "Hur hittade du oss?",
        "How did you first hear about Pebblewise?", "How did you hear about this opening at Pebblewise?",
    )),
    ask("How did you hear about us?", "LinkedIn"),
    ask("How did you hear about us?", "Social Media: LinkedIn", options=("Job board", "Social Media: LinkedIn",
        "Other"), may_leave=True),
    leave("How did you hear about us?", options=("Agency", "Friend", "Other")),
    ask("How did you hear about us? If other, please specify", "LinkedIn", may_leave=True),
    leave("If you were referred, by whom?"),
    leave("Who referred you?"),
    leave("Referral name"), leave("Employee referral"), leave("Name des Empfehlenden"),
    leave("Were you referred by a current employee?", options=YES_NO),
    # Relocation, travel.
    ask("Are you willing to relocate?", "No", options=YES_NO),
    ask("Would you be willing to relocate for this role?", "No", options=YES_NO),
    ask("Are you open to relocation?", "No", options=YES_NO),
    ask("Sind Sie bereit umzuziehen?", "Nein", options=JA_NEIN),
    leave("Are you not willing to relocate?", options=YES_NO),
    leave("Do you need relocation assistance?", options=YES_NO),
    ask("Are you already based in Munich or willing to relocate?", "Yes", options=YES_NO),
    leave("Would you relocate if we paid for it?", options=YES_NO),
    ask("Are you willing to travel?", "Yes", options=YES_NO),
    leave("Are you willing to travel up to 50% of the time?", options=YES_NO),
    leave("What percentage are you willing to travel?", options=("0%", "25%", "50%")),
    # Salary.
    *(ask(label, "84000 EUR") for label in (
        "Salary expectations", "What are your salary expectations?", "Gehaltsvorstellung",
        "Gehaltsvorstellung (brutto/Jahr)",
        "Desired annual salary", "Expected salary", "Salary expectation in EUR",
        "Wie hoch ist Ihre Gehaltsvorstellung?",
        "Prétentions salariales", "Expected annual gross salary",
        "What is your desired salary?",
        "What compensation are you looking for?",
    )),
    ask("Salary expectation (EUR, gross per year)", "84000", kind="number"),
    ask("Gehaltswunsch", "80.000 - 90.000 €", options=("60.000 - 70.000 €", "70.000 - 80.000 €",
        "80.000 - 90.000 €", "über 90.000 €")),
    ask("Expected salary", "€80k-€90k", options=("€70k-€80k", "€80k-€90k", "€90k+")),
    ask("Löneanspråk", "84000 EUR per year"), leave("Salarisindicatie", kind="number"),
    leave("Salary expectation in USD"), leave("Expected salary (CHF)"), leave("Expected hourly rate"),
        leave("Desired monthly salary"),
    ask("Expectativas salariales", "84000 EUR per year"),
    leave("Current salary"), leave("What is your current salary?"), leave("Minimum salary"),
        leave("Aktuelles Gehalt"),
    leave("What was your last salary?"), leave("Salary history"), leave("Tagessatz"),
        leave("Nettogehalt pro Monat"),
    leave("Expected salary", options=("$70k-$80k", "$80k-$90k", "$90k+")), leave("Monatsgehalt brutto",
        kind="number"),
    leave("Are you comfortable with the salary range of 60-70k EUR?", options=YES_NO),
    leave("Why do you expect this salary?", kind="textarea"),
    # Criminal record: a stored answer to that very question.
    ask("Do you have a criminal record?", "No", options=YES_NO),
    leave("Have you ever been convicted of a felony?", options=YES_NO),
    leave("Have you been arrested in the last 7 years?", options=YES_NO),
    ask("Sind Sie vorbestraft?", "Nein", options=JA_NEIN, may_leave=True),
    leave("Are you willing to undergo a background check?", options=YES_NO),
]
# fmt: on


def test_what_is_settled_is_answered() -> None:
    assert_right(judge(SETTLED, JUERGEN, JOB), 0.9)


# fmt: off
LEFT_TO_EVERYBODY = [
    # Years of one skill are not all years.
    *(leave(label, kind=kind) for kind in ("text", "number") for label in (
        "How many years of experience do you have with Kubernetes?", "Years of experience with Java",
        "How many years of management experience do you have?", "Years of experience in sales",
        "How many years have you led teams?", "Years of Python experience",
        "Wie viele Jahre Erfahrung haben Sie mit SAP?",
        "Combien d'années d'expérience avez-vous en marketing ?", "¿Cuántos años de experiencia tienes en ventas?",
        "How many years of experience do you have in this industry?",
        "How many years of relevant experience do you have?",
        "Years of leadership experience", "Years at current company",
        "How many years of experience do you have in a similar role?",
        "Years of experience working remotely", "How many years of professional experience with AWS do you have?",
    )),
    leave("How many years of experience do you have with React?", options=("0-2", "3-5", "6-10", "10+")),
    # Somebody else, something else.
    *(leave(label) for label in (
        "Emergency contact name", "Emergency contact phone", "Emergency contact email", "Name of reference",
        "Reference 1: full name",
        "Reference email", "Reference phone number", "Referee name", "Referee's company", "Manager's name",
        "Supervisor email",
        "Manager phone", "Spouse's name", "Mother's maiden name", "Name of your recruiter", "Recruiter email",
        "Company website", "Employer's address", "Employer phone number", "Company address", "Company city",
        "School address", "Notfallkontakt Name", "Notfallkontakt Telefon", "Name der Referenzperson",
        "Contact d'urgence",
        "Nom de la personne à contacter en cas d'urgence", "Contacto de emergencia", "Contatto di emergenza",
        "Noodcontact",
        "Friend's email", "Relationship to emergency contact", "Name of relative employed here",
        "Hiring manager name",
        "Name of the person who referred you", "Name of employee who referred you", "Agency name",
        "Preferred contact method",
        "Best time to call", "Work email", "Alternate email", "Secondary email", "Alternate phone",
        "Secondary phone",
        "Work phone", "Fax", "Phone extension", "Ext.", "Name pronunciation", "How do you pronounce your name?",
        "Suffix", "Prefix", "Title (Mr/Ms/Dr)", "Salutation", "Previous names", "Maiden name",
        "Former last name", "Other names used",
        "Alias", "Initials", "Kunden-Nr.", "Employee ID", "Promo code", "Referral code", "Job reference number",
        "Requisition ID",
        "Social Security Number", "Date of birth", "Passport number", "Tax ID", "National insurance number",
        "IBAN",
        "Geburtsdatum", "Geburtsort", "Place of birth", "Country of birth", "Password", "Verification code",
        "Username",
        "Captcha", "What is 3 + 4?", "Leave this field empty", "Signature", "Type your name to sign",
        "Today's date", "Date",
        "Anything else you'd like to share?", "Additional information", "Why do you want to work here?",
        "Cover letter",
        "Tell us about yourself", "Describe a project you are proud of", "What is your biggest weakness?",
        "Manager title", "Current manager's name", "Preferred work location", "Desired job title",
        "Desired position",
        "Which location are you applying for?", "Preferred office location",
        "Which city would you prefer to work in?",
        "Which country would you like to work in?", "Previous employer", "Second previous employer",
        "Favourite website",
        "Company LinkedIn page", "LinkedIn profile of your reference", "Portfolio password",
        "Country of citizenship",
        "Name of school you would recommend", "Emergency address", "Name of your current manager", "Bank name",
        "Name of your insurance", "Doctor's name", "Pet's name", "Street you grew up on", "City of birth",
        "Project name",
        "Product name", "Team name", "File name", "Event name", "Address of your website",
    )),
    # Consents and declarations.
    *(leave(label, kind="checkbox") for label in (
        "I agree to receive marketing emails", "Sign me up for job alerts", "Subscribe to our newsletter",
        "Keep my data in the talent pool for future opportunities", "Add me to your talent community",
        "I would like to be considered for other roles", "Ich möchte in den Talentpool aufgenommen werden",
        "I certify that the information is true and complete", "I agree to the terms and conditions",
        "I agree to receive text messages about my application", "I consent to a background check",
        "I confirm that I will not use AI to complete this application",
        "Yes, you may share my details with third parties",
        "J'accepte de recevoir la newsletter", "Acepto recibir comunicaciones comerciales", "Willing to relocate",
        "I currently work here", "I have read the job description", "I am a robot", "Remember me",
        "Same as home address",
        "I have no work experience", "I understand that this is an onsite position",
    )),
    # Sensitive.
    *(leave(label, options=("Yes", "No", "Prefer not to say")) for label in (
        "Do you have a disability?", "Are you a veteran?", "Are you Hispanic or Latino?",
        "Do you identify as LGBTQ+?",
        "Are you transgender?", "Are you pregnant?", "Do you have children?", "Are you married?",
        "Do you have any health conditions?",
        "Have you received the COVID-19 vaccine?", "Do you require reasonable accommodation?", "Are you a smoker?",
        "Are you a member of a trade union?", "Do you have an active security clearance?",
        "Have you ever declared bankruptcy?",
        "Do you belong to a religious community?", "Liegt eine Schwerbehinderung vor?",
    )),
    leave("Race/Ethnicity", options=("Asian", "Black", "White", "Two or more", "I don't wish to answer")),
    leave("Ethnicity", options=("Asian or Asian British", "White", "Mixed", "Prefer not to say")),
    leave("Gender", options=("Male", "Female", "Non-binary", "Prefer not to say"), kind="radio"),
    leave("Geschlecht", options=("männlich", "weiblich", "divers")),
    leave("Marital status", options=("Single", "Married")), leave("Religion"), leave("Age"),
        leave("What is your age?", kind="number"),
    leave("Age range", options=("18-24", "25-34", "35-44")), leave("Sexual orientation"), leave("Blood type"),
    # Plain yes and no that nobody answered.
    *(leave(label, options=YES_NO) for label in (
        "Have you interviewed with us before?", "Have you applied to us before?",
        "Have you previously applied at Pebblewise?",
        "Do you have any relatives working at Pebblewise?", "Do you know anyone who works here?",
        "Are you currently employed?",
        "Do you currently work for Pebblewise?", "Are you currently employed by us?",
        "Have you ever worked for a competitor?",
        "Have you worked for the government?", "Have you ever been fired?", "Have you worked with Figma?",
        "Are you bound by a non-compete?",
        "Do you have experience with SQL?", "Can you work weekends?", "Are you able to work night shifts?",
        "Can you lift 50 lbs?",
        "Do you own a car?", "Do you have reliable transportation?",
        "Are you able to commute?",
        "Do you have a commercial driving licence?", "Do you have a clean driving record?",
        "Is your driving licence suspended?",
        "Do you hold a forklift licence?", "Are you over 21 and hold a licence?", "Are you at least 21 years old?",
        "Are you willing to work onsite?", "Are you comfortable working in an office three days a week?",
        "Do you live within 50 miles of our office?", "Do you agree to a drug test?",
        "Have you worked for us before and left in good standing?", "Have you ever worked for Deloitte or KPMG?",
        "Would you work for us again?", "May we contact your current employer?", "Have you read our values?",
        "Are you subject to any notice period?", "Do you have a LinkedIn profile?", "Do you have a portfolio?",
    )),
    # Files.
    *(leave(label, kind="file") for label in (
        "Cover letter", "Portfolio", "Transcript", "Photo", "Profile picture", "Certificates", "References",
        "Work samples",
        "Upload your ID", "Autofill from resume", "Other documents", "Zeugnisse", "Passport copy",
        "Writing sample",
        "Attach your resume to autofill this form", "Anschreiben",
    )),
]
# fmt: on


@pytest.mark.parametrize(
    "applicant", [JUERGEN, CARMEN, SUHARTI, EMPTY], ids=["juergen", "carmen", "suharti", "empty"]
)
def test_what_only_the_applicant_knows_is_left(applicant: Applicant) -> None:
    assert_right(judge(LEFT_TO_EVERYBODY, applicant, JOB), 1.0)


# fmt: off
DEMOGRAPHIC = [
    ask("Gender", "Female", options=("Male", "Female", "Decline To Self Identify")),
    ask("Gender identity", "Woman", options=("Man", "Woman", "Non-binary", "I don't wish to answer")),
    ask("What gender do you identify as?", "Female", options=("Female", "Male", "Other")),
    ask("Geschlecht", "weiblich", options=("männlich", "weiblich", "divers")),
    ask("Race", "Asian (Not Hispanic or Latino)", options=("White (Not Hispanic or Latino)",
        "Asian (Not Hispanic or Latino)", "Hispanic or Latino")),
    ask("Ethnicity", "Asian", options=("Asian", "Black or African American", "White")),
    ask("Are you Hispanic/Latino?", "No", options=("Yes", "No", "Decline To Self Identify")),
    ask("Veteran status", "I am not a protected veteran", options=("I am not a protected veteran",
        "I identify as one or more of the classifications of a protected veteran", "I don't wish to answer")),
    ask("Disability status", "I do not wish to answer", "I don't wish to answer", "I do not want to answer",
        options=("Yes, I have a disability", "No, I do not have a disability", "I do not want to answer"),
            may_leave=True),
    ask("Disability", "I do not wish to answer", options=("Yes", "No", "I do not wish to answer")),
    leave("Are you transgender?", options=("Yes", "No")),
    leave("Sexual orientation", options=("Straight", "Gay", "Bisexual")),
    leave("Ethnicity", options=("South Asian", "East Asian", "White")),
    leave("Gender of your manager", options=("Male", "Female")),
    leave("Do you prefer to work in a mixed-gender team?", options=YES_NO),
    leave("If you are a veteran, which branch?", options=("Army", "Navy")),
    leave("Do you need an accommodation for a disability?", options=YES_NO),
    ask("I agree to the privacy policy", "Yes", kind="checkbox"),
    ask("I have read the data protection notice and consent to the processing of my personal data", "Yes",
        kind="checkbox"),
    ask("Ich habe die Datenschutzerklärung gelesen und stimme zu", "Yes", kind="checkbox"),
    ask("J'ai lu et j'accepte la politique de confidentialité", "Yes", kind="checkbox"),
    ask("He leído y acepto la política de privacidad", "Yes", kind="checkbox"),
    ask("Ho letto l'informativa e acconsento al trattamento dei dati personali", "Yes", kind="checkbox"),
    ask("Ik ga akkoord met de verwerking van mijn persoonsgegevens", "Yes", kind="checkbox"),
    ask("Li e aceito a política de privacidade", "Yes", kind="checkbox"),
    ask("Jag samtycker till behandling av mina personuppgifter", "Yes", kind="checkbox"),
    leave("I agree to the privacy policy and to receive marketing emails", kind="checkbox"),
    leave("I do not consent to the processing of my personal data", kind="checkbox"),
    leave("Check here to opt out of data processing", kind="checkbox"),
    leave("I agree to the storage of my personal data for future vacancies", kind="checkbox"),
    leave("I agree to the privacy policy and certify that my answers are true", kind="checkbox"),
    ask("How many years of experience do you have with Spark?", "5", kind="number"),
    ask("How many years of Spark experience do you have?", "5", may_leave=True),
    leave("How many years of experience do you have with PySpark?"),
    leave("How many years of experience do you have with Spark and Kafka?"),
    ask("How did you hear about us?", "Employee referral", options=("Employee referral", "LinkedIn", "Other")),
    leave("Name of referring employee"),
    ask("Salary expectations", "$160,000 - $180,000", options=("$140,000 - $160,000", "$160,000 - $180,000",
        "$180,000+")),
    ask("Desired salary (USD)", "165000", kind="number"),
    ask("Desired salary", "165000 USD"),
    leave("Desired hourly rate ($)"), leave("Expected CTC (in lakhs)"), leave("Total compensation expectations"),
    leave("Desired base salary in CAD"),
    ask("Notice period", "2 weeks", options=("Immediately", "1 week", "2 weeks", "1 month")),
    ask("When can you start?", "2 weeks", "In 2 weeks", may_leave=True),
    ask("When can you start?", "Within 2 weeks", "2 weeks", options=("Immediately", "2 weeks", "1 month"),
        may_leave=True),
    leave("When can you start?", kind="date"),
    ask("Do you live in the United States?", "Yes", options=YES_NO),
    ask("Are you currently located in the US?", "Yes", options=YES_NO),
    ask("Do you currently reside in Canada?", "No", options=YES_NO),
    ask("Do you live in Texas?", "Yes", options=YES_NO),
    ask("Do you live in New York City?", "No", options=YES_NO),
    leave("Have you ever lived in Canada?", options=YES_NO),
    leave("Do you live outside the United States?", options=YES_NO),
    ask("Will you require visa sponsorship in the United States?", "Yes", options=YES_NO),
]
# fmt: on


def test_sensitive_matters_with_consent() -> None:
    job = JobFacts(title="Data Engineer", company="Pebblewise", location="Austin, Texas, United States")
    assert_right(judge(DEMOGRAPHIC, ANANYA, job), 0.9)


def test_nothing_sensitive_without_consent() -> None:
    asked: list[Ask] = [
        leave(one.field.label or "", options=one.field.options, kind=one.field.kind)
        for one in DEMOGRAPHIC[:26]
    ]
    assert_right(judge(asked, CARMEN, JOB), 1.0)
