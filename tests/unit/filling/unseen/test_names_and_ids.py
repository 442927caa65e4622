"""Controls that say by name, id or autocomplete what they are, as boards and home-made pages write them."""

from __future__ import annotations

from companion.filling import Field
from tests.unit.filling.unseen.applicants import ANANYA, JUERGEN
from tests.unit.filling.unseen.asking import Ask, ask, assert_right, judge, leave, plan

GIVEN, FAMILY, FULL = "Jürgen", "Groß", "Jürgen Groß"
EMAIL, PHONE = "juergen.gross@example.org", "+49 89 5550188"


# fmt: off
BY_NAME = [
    *(ask("", GIVEN, name=name) for name in (
        "candidate[first_name]", "applicant.firstName", "firstName", "first-name", "FirstName", "fname",
        "txtFirstName", "givenName",
        "person_first_name", "application_form[firstname]", "data[Candidate][first_name]", "vorname", "prenom",
        "voornaam",
        "resumator-firstname-value", "input-firstName", "contact_first_name", "ctl00$MainContent$txtFirstName",
    )),
    *(ask("", FAMILY, name=name) for name in (
        "candidate[last_name]", "applicant.lastName", "lastName", "last-name", "LastName", "lname", "surname",
        "familyName",
        "resumator-lastname-value", "nachname", "apellidos", "cognome", "achternaam", "input-lastName",
        "txtLastName",
    )),
    *(ask("", FULL, name=name) for name in ("fullName", "full_name", "candidate_name", "applicantName",
        "your-name")),
    *(ask("", EMAIL, name=name) for name in (
        "candidate[email]", "emailAddress", "email_address", "e-mail", "txtEmail", "contactEmail",
        "applicant_email", "your-email",
        "resumator-email-value", "confirmEmail", "email2", "email_confirmation", "emailConfirm",
    )),
    *(ask("", PHONE, name=name, kind="tel") for name in (
        "candidate[phone]", "phoneNumber", "mobile", "mobile_phone", "telephone", "telefon", "cellPhone",
        "phone_number", "txtPhone",
        "resumator-phone-value", "your-phone",
    )),
    *(ask("", "80331", name=name) for name in ("zip", "zipCode", "postal_code", "postcode", "plz",
        "address[zip]", "candidate_zip")),
    *(ask("", "München", name=name) for name in ("city", "addressCity", "candidate[city]", "ort", "town",
        "address_city")),
    *(ask("", "Königstraße 7a", name=name) for name in ("street", "address1", "addressLine1", "street_address",
        "strasse", "address_street")),
    *(ask("", "https://www.linkedin.com/in/juergen-gross", name=name) for name in (
        "linkedin", "linkedInUrl", "linkedin_profile", "social[linkedin]", "candidate[linkedin_url]",
        "linkedinProfileUrl",
    )),
    # By the HTML standard.
    ask("", GIVEN, autocomplete="given-name"), ask("", FAMILY, autocomplete="family-name"), ask("", FULL,
        autocomplete="name"),
    ask("", EMAIL, autocomplete="email"), ask("", PHONE, autocomplete="tel"), ask("", "80331",
        autocomplete="postal-code"),
    ask("", "München", autocomplete="address-level2"), ask("", "Bayern", autocomplete="address-level1"),
    ask("", "Germany", autocomplete="country-name"), ask("", "Königstraße 7a",
        autocomplete="shipping street-address"),
    # The second of a kind is another one, but for a line of the address.
    leave("", name="phone2"), leave("", name="address2"), leave("", name="firstName2"),
    # Somebody else's.
    *(leave("", name=name) for name in (
        "emergency_contact_name", "emergencyPhone", "reference1_name", "ref_email", "referenceName",
        "referrer_name", "referrerEmail",
        "manager_email", "supervisorName", "company_name_of_reference", "spouse_first_name", "recruiter_name",
        "employer_phone", "company_website", "companyEmail", "school_city", "agency_email", "friend_email",
        "contactPersonName",
    )),
    # Never.
    *(leave("", name=name) for name in (
        "password", "user_password", "passwordConfirm", "ssn", "dob", "birthdate", "cardNumber", "cvv", "iban",
        "username", "login",
        "hp_name", "honeypot", "beecatcher", "website_url_hp", "bot-field", "g-recaptcha-response", "csrf_token",
        "utf8",
        "search", "q", "keywords", "jobTitleSearch", "promo_code", "gender", "race", "middle_name", "nickname",
        "fax", "extension",
        "otp", "verificationCode",
    )),
    # The label is finer than the name.
    leave("Emergency contact", name="name"), leave("Name of your manager", name="name"),
        leave("Company name of reference", name="company"),
    leave("Work e-mail", name="email"), leave("E-mail of your referee", name="email"), leave("Referee phone",
        name="phone"),
    leave("Where did you study?", name="location", options=("Berlin", "Munich")), leave("Preferred office",
        name="location"),
    leave("Which location do you prefer?", name="location", options=("Berlin", "Munich")),
    leave("Position applied for", name="position"), leave("Job title you are applying for", name="title"),
    leave("Source code sample", name="source"), leave("Project title", name="title"),
        leave("Title of your thesis", name="title"),
    leave("School you would recommend", name="school"), leave("City where you want to work", name="city"),
    leave("State your reasons", name="state", kind="textarea"), leave("State the reason for leaving",
        kind="textarea"),
    leave("Please state your case", kind="textarea"), leave("Address the following", kind="textarea"),
    leave("Country of the project", name="country"), leave("Company you admire", name="company"),
    leave("Phone of the person who referred you", name="phone"), leave("Number of employees", name="number",
        kind="number"),
    leave("Comments", name="comments", kind="textarea"), leave("Message", name="message", kind="textarea"),
]
# fmt: on


def test_names_and_ids() -> None:
    assert_right(judge(BY_NAME, JUERGEN), 0.95)


def test_wrong_names_under_right_labels() -> None:
    """Ids that frameworks make say nothing; labels do."""
    asked: list[Ask] = [
        ask("First name", GIVEN, dom_id=":r3:", name="f1b2c3d4-0000-4000-8000-123456789abc"),
        ask("Email", EMAIL, name="question_49283", kind="email"),
        ask("Phone", PHONE, name="cards[3f2c][field0]", kind="tel"),
        ask("Last name", FAMILY, dom_id="input-42"),
        ask("Nachname", FAMILY, name="q_12ab34cd56ef78ab12cd34ef56ab78cd"),
        ask("Current company", "Brückenbau Süd", name="company"),
        ask("City", "München", name="field_3"),
        ask("Vorname", GIVEN, name="lastname_first", may_leave=True),
        ask("LinkedIn", "https://www.linkedin.com/in/juergen-gross", name="custom_field_9", kind="url"),
    ]
    assert_right(judge(asked, JUERGEN), 0.95)


def test_a_phone_beside_its_country() -> None:
    country = Field("c", kind="select", label="Country code", options=("+1", "+44", "+49"))
    made = {v.id: v.value for v in plan([country, Field("p", kind="tel", label="Phone")], JUERGEN).values}
    assert made == {"c": "+49", "p": "089 5550188"}
    other = Field("c", kind="select", label="Country code", options=("+1", "+44"))
    made = {v.id: v.value for v in plan([other, Field("p", kind="tel", label="Phone")], JUERGEN).values}
    assert made == {"p": PHONE}
    area = [Field("a", label="Area code"), Field("p", kind="tel", label="Phone number")]
    made = {v.id: v.value for v in plan(area, ANANYA).values}
    assert "a" not in made


def test_log_ins_and_accounts() -> None:
    log_in = [
        Field("u", label="Email", name="email"),
        Field("p", kind="text", name="password", label="Password"),
    ]
    assert plan(log_in, JUERGEN).values == ()
    account = [
        Field("u", label="Email"),
        Field("p", kind="text", name="password", label="Password"),
        Field("v", kind="text", name="verifyPassword", label="Verify New Password"),
    ]
    assert {v.id for v in plan(account, JUERGEN).values} <= {"u"}
