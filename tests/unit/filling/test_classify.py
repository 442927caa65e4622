"""What fields ask for, in the boards' names, in HTML's tokens and in the words of eight languages."""

import pytest

from companion.filling import Field
from companion.filling.reading.classify import classify, classify_all

LABELS = [
    # English
    ("First Name", "given_name"),
    ("Legal First Name *", "given_name"),
    ("Last name (required)", "family_name"),
    ("Surname", "family_name"),
    ("Full name", "full_name"),
    ("Please state your full legal name:", "full_name"),
    ("What should we call you?", "preferred_name"),
    ("E-mail address", "email"),
    ("Confirm your email", "email"),
    ("Mobile phone number", "phone"),
    ("Country code", "phone_country"),
    ("Street address", "street"),
    ("Address line 2", "street2"),
    ("Town/City", "city"),
    ("State / Province", "region"),
    ("ZIP code", "postal_code"),
    ("Country of residence", "country"),
    ("Where are you based?", "location"),
    ("LinkedIn profile URL", "linkedin"),
    ("Github Link", "github"),
    ("Personal website", "website"),
    ("Current employer", "current_company"),
    ("Most recent job title", "current_title"),
    ("Total years of experience", "years_experience"),
    ("How did you hear about this job?", "source"),
    ("What are your salary expectations?", "salary_expectation"),
    ("What's your notice period?", "notice_period"),
    ("When can you start?", "start_date"),
    ("Highest level of education", "degree"),
    ("Field of study", "field_of_study"),
    ("Are you willing to relocate?", "relocation"),
    # German
    ("Vorname", "given_name"),
    ("Nachname *", "family_name"),
    ("Vor- und Nachname", "full_name"),
    ("E-Mail-Adresse", "email"),
    ("Telefonnummer", "phone"),
    ("Ländervorwahl", "phone_country"),
    ("Straße und Hausnummer", "street"),
    ("Adresszusatz", "street2"),
    ("Wohnort", "city"),
    ("Bundesland", "region"),
    ("Postleitzahl", "postal_code"),
    ("Land", "country"),
    ("In welchem Land wohnen Sie?", "country"),
    ("Gehaltsvorstellung (brutto/Jahr)", "salary_expectation"),
    ("Frühestmöglicher Eintrittstermin", "start_date"),
    ("Kündigungsfrist", "notice_period"),
    ("Wie haben Sie von uns erfahren?", "source"),
    ("Aktueller Arbeitgeber", "current_company"),
    ("Höchster Bildungsabschluss", "degree"),
    ("Sind Sie bereit umzuziehen?", "relocation"),
    ("Geschlecht", "gender"),
    # French
    ("Prénom", "given_name"),
    ("Nom de famille", "family_name"),
    ("Nom et prénom", "full_name"),
    ("Adresse e-mail", "email"),
    ("Numéro de téléphone", "phone"),
    ("Indicatif", "phone_country"),
    ("Code postal", "postal_code"),
    ("Ville", "city"),
    ("Pays de résidence", "country"),
    ("Prétentions salariales", "salary_expectation"),
    ("Préavis", "notice_period"),
    ("Comment avez-vous entendu parler de nous ?", "source"),
    ("Niveau d'études", "degree"),
    # Spanish
    ("Apellidos", "family_name"),
    ("Nombre y apellidos", "full_name"),
    ("Correo electrónico", "email"),
    ("Teléfono móvil", "phone"),
    ("Código postal", "postal_code"),
    ("Ciudad", "city"),
    ("Provincia", "region"),
    ("País", "country"),
    ("Expectativas salariales", "salary_expectation"),
    ("¿Cómo nos conociste?", "source"),
    # Italian
    ("Cognome", "family_name"),
    ("Nome e cognome", "full_name"),
    ("Indirizzo e-mail", "email"),
    ("Numero di telefono", "phone"),
    ("CAP", "postal_code"),
    ("Città", "city"),
    ("Paese di residenza", "country"),
    ("Titolo di studio", "degree"),
    ("Preavviso", "notice_period"),
    # Dutch
    ("Voornaam", "given_name"),
    ("Achternaam", "family_name"),
    ("E-mailadres", "email"),
    ("Telefoonnummer", "phone"),
    ("Woonplaats", "city"),
    ("Straat en huisnummer", "street"),
    ("Opzegtermijn", "notice_period"),
    ("Beschikbaar vanaf", "start_date"),
    # Portuguese
    ("Primeiro nome", "given_name"),
    ("Sobrenome", "family_name"),
    ("Nome completo", "full_name"),
    ("Telemóvel", "phone"),
    ("Cidade", "city"),
    ("Pretensão salarial", "salary_expectation"),
    ("Disponibilidade", "start_date"),
    # Swedish
    ("Förnamn", "given_name"),
    ("Efternamn", "family_name"),
    ("E-postadress", "email"),
    ("Postnummer", "postal_code"),
    ("Löneanspråk", "salary_expectation"),
    ("Uppsägningstid", "notice_period"),
]


@pytest.mark.parametrize(("label", "meaning"), LABELS)
def test_a_label_alone_says_what_is_asked(label: str, meaning: str) -> None:
    found = classify(Field("f", label=label))
    assert found.meaning == meaning, found
    assert 0.5 < found.confidence <= 1
    assert found.reason


NAMES = [
    ("first_name", "", "given_name"),
    ("job_application[last_name]", "", "family_name"),
    ("urls[LinkedIn]", "", "linkedin"),
    ("urls[Other]", "", "other_link"),
    ("org", "", "current_company"),
    ("_systemfield_name", "", "full_name"),
    ("_systemfield_eeoc_veteran_status", "", "veteran"),
    ("", "first-name-input", "given_name"),
    ("", "confirm-email-input", "email"),
    ("legalName--firstName", "", "given_name"),
    ("", "name--legalName--lastName", "family_name"),
    ("", "phoneNumber--countryPhoneCode", "phone_country"),
    ("names-first-name", "", "given_name"),
    ("location-postal-code", "", "postal_code"),
    ("", "candidate-location", "location"),
    ("applicant[firstName]", "", "given_name"),
    ("user_email", "", "email"),
    ("txtPostalCode", "", "postal_code"),
    ("", "school--1", "school"),
    ("", "start-year--0", "education_start_year"),
    ("", "workExperience-2--jobTitle", "work_title"),
    (
        "",
        (
            "single-line-text-form-component-formElement-urn-li-jobs-applyformcommon-"
            "easyApplyFormElement-412-993-phoneNumber-nationalNumber"
        ),
        "phone",
    ),
]


@pytest.mark.parametrize(("name", "dom_id", "meaning"), NAMES)
def test_a_boards_own_name_says_what_is_asked(name: str, dom_id: str, meaning: str) -> None:
    assert classify(Field("f", name=name, dom_id=dom_id)).meaning == meaning


def test_a_boards_own_name_beats_what_looks_like_a_parser() -> None:
    dom_id = (
        "jobs-document-upload-file-input-upload-resume-urn:li:jobs_applyformcommon_easyApplyFormElement:(1,2)"
    )
    assert classify(Field("f", kind="file", dom_id=dom_id, label="Upload resume")).meaning == "resume"


def test_rows_are_counted_from_the_boards_names() -> None:
    assert classify(Field("f", dom_id="school--1")).index == 1
    assert classify(Field("f", dom_id="workExperience-2--jobTitle")).index == 1
    assert classify(Field("f", dom_id="education-1--degree")).index == 0


@pytest.mark.parametrize(
    ("token", "meaning"),
    [
        ("given-name", "given_name"),
        ("section-a shipping family-name", "family_name"),
        ("tel-national", "phone_national"),
        ("tel-country-code", "phone_country"),
        ("address-level2", "city"),
        ("organization", "current_company"),
        ("new-password", "password"),
        ("cc-number", "payment"),
        ("username", "username"),
    ],
)
def test_an_autocomplete_token_says_what_is_asked(token: str, meaning: str) -> None:
    assert classify(Field("f", autocomplete=token)).meaning == meaning


NOT_THE_APPLICANT = [
    Field("f", label="Referee's name"),
    Field("f", label="Name", section="References"),
    Field("f", label="Full name", section="Emergency contact"),
    Field("f", label="Emergency contact phone number"),
    Field("f", label="Name of your supervisor"),
    Field("f", label="Employee's Name (Referral)"),
    Field("f", label="Company website"),
    Field("f", name="company_website", label="Website of your employer"),
    Field("f", label="Phone", section="Notfallkontakt"),
    Field("f", label="Email", section="Referenzen"),
    Field("f", label="City", section="Work experience 1"),
    Field("f", label="Location", section="Education"),
    Field("f", label="Alternate email"),
    Field("f", label="Company phone"),
    Field("f", label="School address"),
    Field("f", name="spouse_first_name"),
    Field("f", label="Manager email"),
]
APPLICANTS = {
    "given_name",
    "family_name",
    "full_name",
    "email",
    "phone",
    "location",
    "city",
    "website",
    "street",
}


@pytest.mark.parametrize(
    "field", NOT_THE_APPLICANT, ids=lambda field: f"{field.section}/{field.label}/{field.name}"
)
def test_what_belongs_to_somebody_else_is_told_apart(field: Field) -> None:
    assert classify(field).meaning not in APPLICANTS


@pytest.mark.parametrize(
    "field",
    [
        Field("f", name="website", dom_id="beecatcher"),
        Field("f", name="beecatcher", label="Enter website. This input is for robots only"),
        Field("f", name="hp_email", label="Email"),
        Field("f", name="website"),
        Field("f", name="url", autocomplete="off"),
        Field("f", name="email2", label="Leave this field blank"),
        Field("f", name="honeypot", label="Name"),
    ],
    ids=lambda field: f"{field.name}/{field.label}",
)
def test_traps_are_known(field: Field) -> None:
    assert classify(field).meaning == "honeypot"


@pytest.mark.parametrize(
    "field",
    [
        Field("f", name="password"),
        Field("f", label="Passwort"),
        Field("f", label="Mot de passe"),
        Field("f", name="user[pwd]"),
        Field("f", label="Verification code"),
    ],
    ids=lambda field: f"{field.name}/{field.label}",
)
def test_passwords_are_known(field: Field) -> None:
    assert classify(field).meaning == "password"


def test_a_name_is_what_its_neighbours_leave() -> None:
    def meanings(*labels: str) -> list[str]:
        return [c.meaning for c in classify_all([Field(label, label=label) for label in labels])]

    assert meanings("Prénom", "Nom") == ["given_name", "family_name"]
    assert meanings("Vorname", "Name") == ["given_name", "family_name"]
    assert meanings("Nombre", "Apellidos") == ["given_name", "family_name"]
    assert meanings("Nome", "Cognome") == ["given_name", "family_name"]
    assert meanings("Nombre", "Correo electrónico") == ["full_name", "email"]
    assert meanings("Name", "Email") == ["full_name", "email"]


def test_a_country_of_calling_codes_is_the_phones() -> None:
    fields = [
        Field("a", label="Country", kind="select", options=("Germany +49", "France +33", "Spain +34")),
        Field("b", label="Phone", kind="tel"),
        Field("c", label="Country", kind="select", options=("Germany", "France", "Spain")),
    ]
    assert [c.meaning for c in classify_all(fields)] == ["phone_country", "phone", "country"]
    greenhouse = [Field("a", dom_id="country", label="Country", kind="combobox"), Field("b", dom_id="phone")]
    assert classify_all(greenhouse)[0].meaning == "phone_country"


def test_a_list_of_countries_is_the_applicants_though_no_field_of_its_form_has_a_name() -> None:
    """Vue's and React's forms give ids and no names, as Greenhouse does."""
    fields = [
        Field("a", dom_id="phone", label="Phone", kind="tel"),
        Field("b", dom_id="country", label="Country", kind="select", options=("Denmark", "Germany")),
    ]
    assert [c.meaning for c in classify_all(fields)] == ["phone", "country"]


@pytest.mark.parametrize(
    ("label", "meaning"),
    [
        ("Resume/CV", "resume"),
        ("Lebenslauf hochladen", "resume"),
        ("Votre CV", "resume"),
        ("Anschreiben (optional)", "cover_letter"),
        ("Lettre de motivation", "cover_letter"),
        ("Autofill from resume", "other_file"),
        ("Import your CV to apply faster", "other_file"),
        ("Portfolio of work", "other_file"),
        ("Profile photo", "other_file"),
        ("Resume and cover letter", "other_file"),
        ("References", "other_file"),
    ],
)
def test_files_are_told_apart(label: str, meaning: str) -> None:
    assert classify(Field("f", kind="file", label=label)).meaning == meaning


TITLES = """Engineering Manager | Customer Experience Lead | Business Development Partner | Chef de partie |
    Mobile Developer | Education Partnerships Manager | Work Experience Designer | Photo Editor | Referrals PM"""


@pytest.mark.parametrize("heading", [title.strip() for title in TITLES.split("|")])
def test_the_jobs_title_as_a_heading_changes_nothing(heading: str) -> None:
    phone = Field("p", label="Phone")
    for label, meaning in (("First name", "given_name"), ("City", "city"), ("Country", "country")):
        found = classify_all([Field("f", label=label, section=heading), phone])
        assert found[0].meaning == meaning
    assert classify(Field("f", kind="file", label="Resume", section=heading)).meaning == "resume"


def test_a_question_for_less_than_the_name_says_is_what_is_asked() -> None:
    asked = Field("f", name="currentLocation", label="What country are you based in?")
    assert classify(asked).meaning == "country"
    assert classify(Field("f", name="currentLocation", label="Current location")).meaning == "location"


@pytest.mark.parametrize(
    ("label", "meaning"),
    [
        ("What is your notice period to begin working with Contoso?", "notice_period"),
        ("When would you be available to start if selected for this position?", "start_date"),
        ("What pronouns should we use to refer to you?", "pronouns"),
        ("Mention name of your current employer:", "current_company"),
        ("When can you start, and what are your salary expectations?", "question"),
        ("When are you available for an interview?", "question"),
        ("What is the name of your current employer's parent company, and why did you leave?", "question"),
    ],
)
def test_a_question_that_goes_on_is_still_told(label: str, meaning: str) -> None:
    found = classify(Field("f", label=label)).meaning
    assert found == meaning


@pytest.mark.parametrize(
    "field",
    [
        Field("f", name="eeo[disabilitySignature]", label="Name"),
        Field("f", name="eeo[disabilitySignatureDate]", label="Date", kind="date"),
        Field("f", label="Electronic signature"),
        Field("f", label="Type your full name to sign this form"),
        Field("f", dom_id="selfIdentifiedDisabilityData--dateSignedOn", label="Date", kind="date"),
    ],
    ids=lambda field: field.name or field.dom_id or field.label,
)
def test_a_name_under_a_declaration_is_a_signature(field: Field) -> None:
    assert classify(field).meaning == "other_consent"


@pytest.mark.parametrize(
    ("field", "meaning"),
    [
        (Field("f", name="formusername", label="name"), "username"),
        (Field("f", kind="email"), "email"),
        (Field("f", kind="tel", name="x17"), "phone"),
        (Field("f", kind="email", label="Work e-mail of your manager"), "question"),
        (Field("f", kind="email", placeholder="friend@example.com", section="Refer a friend"), "question"),
        (Field("f", name="city", label="City", section="Billing address"), "city"),
        (Field("f", name="shippingAddress.firstName", label="First Name"), "given_name"),
    ],
    ids=lambda value: (value.name or value.label or value.kind) if isinstance(value, Field) else None,
)
def test_what_forms_other_than_applications_ask_for(field: Field, meaning: str) -> None:
    assert classify(field).meaning == meaning
