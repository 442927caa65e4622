"""Names, addresses, phones, links, dates: the everyday fields, in eight languages and as many shapes."""

from __future__ import annotations

import pytest

from companion.filling import Field, JobFacts
from tests.unit.filling.unseen.applicants import ANANYA, CARMEN, EMPTY, JUERGEN, SUHARTI, Applicant
from tests.unit.filling.unseen.asking import ask, assert_right, judge, leave, plan

# fmt: off
NAMES = {
    "given": [
        "First Name*", "First name (required)", "Legal first name", "Given name(s)", "Forename", "Vorname",
        "Vorname *",
        "Vorname(n)", "Prénom", "Prénom *", "Votre prénom", "Nombre de pila", "Nombre(s)", "Nome proprio",
        "Voornaam", "Primeiro nome", "Förnamn", "Förnamn (obligatoriskt)", "Your first name",
        "What is your first name?",
        "Applicant first name", "Legal First Name (as on ID)",
    ],
    "family": [
        "Last Name*", "Surname", "Family name", "Legal last name", "Last name / Surname", "Nachname",
        "Familienname",
        "Nom de famille", "Nom de famille *", "Apellidos", "Apellido(s)", "Cognome", "Achternaam", "Sobrenome",
        "Apelido",
        "Efternamn", "What is your last name?", "Your surname", "Applicant last name",
        "Legal Last Name (as on ID)",
    ],
    "full": [
        "Full name", "Full legal name", "Your name", "Name (first and last)", "Vor- und Nachname",
        "Vollständiger Name",
        "Nom complet", "Nom et prénom", "Nombre completo", "Nombre y apellidos", "Nome completo", "Nome e cognome",
        "Volledige naam", "Voor- en achternaam", "Fullständigt namn", "För- och efternamn",
        "What is your full name?",
        "What's your full legal name?", "Candidate full name", "Please enter your full name",
    ],
}
EMAILS = [
    "Email", "E-mail *", "Email Address", "Your email", "E-Mail-Adresse", "E-Mail", "Adresse e-mail",
    "Adresse électronique",
    "Courriel", "Correo electrónico", "Dirección de correo electrónico", "Indirizzo e-mail", "E-mailadres",
    "Endereço de e-mail",
    "E-post", "E-postadress", "Confirm email", "Confirm your email address", "Confirm e-mail address *",
    "Re-enter email",
    "E-Mail-Adresse bestätigen", "Confirmez votre adresse e-mail", "Confirmar correo electrónico",
    "Conferma indirizzo e-mail",
    "Bevestig e-mailadres", "Confirmar e-mail", "Bekräfta e-postadress", "Personal email",
    "Preferred email address",
    "What is your email address?", "Best email to reach you", "Contact e-mail",
]
PHONES = [
    "Phone", "Phone number", "Mobile number", "Cell phone", "Telephone *", "Telefonnummer", "Handynummer",
    "Telefon (mobil)",
    "Téléphone", "Numéro de téléphone", "Téléphone portable", "Teléfono", "Teléfono móvil", "Número de teléfono",
    "Telefono",
    "Cellulare", "Numero di cellulare", "Telefoonnummer", "Mobiel nummer", "Telemóvel", "Telefone", "Celular",
    "Mobilnummer", "Primary phone", "What is your phone number?", "Best contact number",
    "Phone (mobile preferred)",
]
# fmt: on


@pytest.mark.parametrize(
    ("applicant", "given", "family", "full"),
    [
        pytest.param(JUERGEN, "Jürgen", "Groß", "Jürgen Groß", id="juergen"),
        pytest.param(
            CARMEN, "María del Carmen", "García Ibáñez", "María del Carmen García Ibáñez", id="carmen"
        ),
        pytest.param(ANANYA, "Ananya", "Krishnamurthy", "Ananya R. Krishnamurthy", id="ananya"),
    ],
)
def test_names(applicant: Applicant, given: str, family: str, full: str) -> None:
    asked = [ask(label, given) for label in NAMES["given"]]
    asked += [ask(label, family) for label in NAMES["family"]]
    asked += [ask(label, full) for label in NAMES["full"]]
    assert_right(judge(asked, applicant), 0.97)


def test_a_single_name_is_not_torn_apart() -> None:
    asked = [leave(label) for label in (*NAMES["given"], *NAMES["family"])]
    asked += [ask(label, "Suharti") for label in NAMES["full"]]
    assert_right(judge(asked, SUHARTI), 0.97)


def test_email_and_phone() -> None:
    asked = [
        ask(label, "juergen.gross@example.org", kind=kind) for label in EMAILS for kind in ("email", "text")
    ]
    asked += [ask(label, "+49 89 5550188", kind=kind) for label in PHONES for kind in ("tel", "text")]
    assert_right(judge(asked, JUERGEN), 0.97)


# fmt: off
ADDRESS = [
    *(ask(label, "Königstraße 7a") for label in (
        "Street address", "Address", "Address line 1", "Straße und Hausnummer", "Straße, Nr.", "Anschrift",
        "Adresse postale",
        "Rue et numéro", "Dirección", "Calle y número", "Indirizzo", "Via e numero civico",
        "Straat en huisnummer", "Morada",
        "Endereço", "Gatuadress", "Home address", "Mailing address", "Street Address 1", "Address 1",
    )),
    *(ask(label, "München") for label in (
        "City", "Town/City", "City / Town", "Ort", "Wohnort", "Stadt", "Ville", "Ciudad", "Localidad", "Città",
        "Comune",
        "Plaats", "Woonplaats", "Cidade", "Localidade", "Ort", "Postort", "What city do you live in?",
        "Which city are you based in?", "City of residence", "Current city",
    )),
    *(ask(label, "80331") for label in (
        "ZIP", "Zip/Postal code", "Postcode", "Postal code", "PLZ", "Postleitzahl", "Code postal",
        "Código postal", "CAP",
        "Codice postale", "Postnummer", "CEP", "ZIP Code", "Post code",
    )),
    *(ask(label, "Bayern") for label in (
        "State", "State/Province", "Province / Region", "Bundesland", "Région", "Provincia", "Regione",
        "Provincie",
        "State / Region",
    )),
    *(ask(label, "Germany") for label in (
        "Country", "Country of residence", "Land", "Pays", "Pays de résidence", "País", "País de residencia",
        "Paese", "Nazione",
        "Country/Region", "In which country do you currently live?", "Which country are you currently based in?",
        "What is your current country of residence?", "Wohnsitzland", "In welchem Land leben Sie?",
    )),
    ask("Country", "Deutschland", options=("Bitte wählen", "Belgien", "Deutschland", "Frankreich")),
    ask("Pays", "Allemagne", options=("Choisir", "Algérie", "Allemagne", "Andorre")),
    ask("País", "Alemania", options=("Seleccione", "Albania", "Alemania", "Andorra")),
    ask("Paese", "Germania", options=("Seleziona", "Georgia", "Germania", "Ghana")),
    ask("Land", "Duitsland", options=("Kies", "België", "Duitsland", "Nederland")),
    ask("País", "Alemanha", options=("Selecione", "Alemanha", "Angola")),
    ask("Land", "Tyskland", options=("Välj", "Sverige", "Tyskland")),
    ask("Bundesland", "Bayern", options=("Baden-Württemberg", "Bayern", "Berlin")),
    ask("State", "Bavaria", options=("Baden-Wuerttemberg", "Bavaria", "Berlin"), may_leave=True),
    ask("Country", "DE", options=("AT", "CH", "DE")),
    ask("Country", "Germany (DEU)", options=("France (FRA)", "Germany (DEU)")),
    ask("Country code", "Germany (+49)", options=("Austria (+43)", "Germany (+49)", "Greece (+30)")),
    ask("Country code", "+49", options=("+43", "+49", "+1")),
    ask("Landesvorwahl", "+49", kind="text"),
    ask("Phone country", "DE +49", options=("AT +43", "DE +49")),
    leave("Address line 2"), leave("County"),
    leave("Apartment, suite, etc."),
    leave("Adresszusatz"),
    *(ask(label, "München, Germany") for label in (
        "Location", "Current location", "Where are you located?", "Where are you currently based?", "Standort",
        "Location (City)",
        "City, Country", "Where do you live?", "Candidate location", "City and country of residence",
    )),
    *(ask(label, "https://www.linkedin.com/in/juergen-gross", kind=kind) for kind in ("url", "text") for label in (
        "LinkedIn", "LinkedIn URL", "LinkedIn profile", "LinkedIn Profile URL", "Link to your LinkedIn profile",
        "LinkedIn-Profil",
        "Profil LinkedIn", "Perfil de LinkedIn", "Profilo LinkedIn", "LinkedIn-profiel", "LinkedIn (optional)",
        "Please share your LinkedIn profile", "Your LinkedIn",
    )),
    *(ask(label, "https://www.xing.com/profile/Juergen_Gross") for label in ("Xing", "XING-Profil",
        "Xing profile")),
    *(ask(label, "https://gross.example.org") for label in (
        "Website", "Personal website", "Homepage", "Webseite", "Site web", "Sitio web", "Sito web",
        "Persoonlijke website",
        "Website / Blog", "Personal site",
    )),
    leave("GitHub"), leave("GitHub URL"), leave("Twitter"), leave("Facebook URL"), leave("Other website"),
    leave("Instagram"), leave("Stack Overflow"), leave("Dribbble profile"), leave("Behance"),
        leave("Google Scholar profile"),
    *(ask(label, "Brückenbau Süd") for label in (
        "Current company", "Current employer", "Aktueller Arbeitgeber", "Employeur actuel", "Empresa actual",
        "Azienda attuale",
        "Huidige werkgever", "Empresa atual", "Nuvarande arbetsgivare", "Who is your current employer?",
        "Current or most recent employer", "Most recent company", "Current/most recent company",
    )),
    *(ask(label, "Projektleiter") for label in (
        "Current title", "Current job title", "Current position", "Current role", "Aktuelle Position",
        "Poste actuel",
        "Puesto actual", "Ruolo attuale", "Huidige functie", "Cargo atual", "What is your current job title?",
        "Most recent job title",
    )),
    *(ask(label, "TU München") for label in (
        "School", "University", "School name", "Name of university", "Hochschule", "Université", "Universidad",
        "Università",
        "Universiteit", "Universidade",
    )),
    *(ask(label, "Bauingenieurwesen") for label in (
        "Field of study", "Major", "Studienfach", "Fachrichtung", "Discipline", "Domaine d'études",
        "Campo de estudio",
    )),
    *(ask(label, "14", kind=kind) for kind in ("text", "number") for label in (
        "Years of experience", "Total years of professional experience",
        "How many years of work experience do you have?",
        "Jahre Berufserfahrung", "Berufserfahrung (in Jahren)", "Années d'expérience", "Años de experiencia",
        "Anni di esperienza", "Jaren werkervaring", "Anos de experiência", "Antal års erfarenhet",
    )),
    ask("Years of experience", "10+ years", options=("0-2 years", "3-5 years", "6-9 years", "10+ years")),
    ask("Years of experience", "More than 10 years", options=("Less than 1 year", "1-5 years", "5-10 years",
        "More than 10 years")),
    ask("Berufserfahrung in Jahren", "über 10 Jahre", options=("bis 2 Jahre", "3-5 Jahre", "6-10 Jahre",
        "über 10 Jahre")),
    ask("Notice period", "6 weeks"), ask("Kündigungsfrist", "6 weeks"), ask("Préavis", "6 weeks"),
    ask("Wie lange ist Ihre Kündigungsfrist?", "6 weeks"),
    ask("What is your notice period?", "1-2 months", options=("None", "Less than 1 month", "1-2 months",
        "3 months or more")),
    ask("Notice period", "6 weeks", options=("2 weeks", "4 weeks", "6 weeks", "8+ weeks")),
    ask("Notice period (weeks)", "6", kind="number"),
    ask("Notice period in days", "42", kind="number", may_leave=True),
    *(ask(label, "2031-02-01") for label in (
        "Earliest start date", "When can you start?", "Available from", "Frühester Eintrittstermin",
        "Wann können Sie anfangen?",
        "Date de disponibilité", "Fecha de incorporación", "Data di inizio", "Beschikbaar vanaf",
        "When could you join us?",
    )),
    ask("Start date", "2031-02-01", kind="date"),
    ask("Earliest start date", "02/01/2031", placeholder="MM/DD/YYYY"),
    ask("Earliest start date", "01/02/2031", placeholder="DD/MM/YYYY"),
    ask("Frühester Starttermin", "01.02.2031", placeholder="TT.MM.JJJJ"),
    ask("Date de début", "01/02/2031", placeholder="JJ/MM/AAAA"),
    ask("Startdatum", "01-02-2031", placeholder="dd-mm-jjjj"),
    ask("Available from (MM/YYYY)", "02/2031"),
]
# fmt: on


def test_address_links_and_work() -> None:
    assert_right(judge(ADDRESS, JUERGEN), 0.97)


def test_the_home_of_somebody_in_the_united_states() -> None:
    states = ("Alabama", "Tennessee", "Texas", "Utah")
    asked = [
        ask("State", "Texas", options=states),
        ask("State", "TX", options=("AL", "TN", "TX", "UT")),
        ask("State", "TX - Texas", options=("TN - Tennessee", "TX - Texas")),
        ask("Address line 2", "Apt 210"),
        ask("Street address", "4400 Guadalupe St"),
        ask("Apt/Suite", "Apt 210"),
        ask("Location", "Austin, Texas, United States", "Austin, TX"),
        ask("Country", "United States of America", options=("United Kingdom", "United States of America")),
        ask("Country", "USA", options=("UK", "USA", "UAE")),
        ask("Country code", "United States (+1)", options=("Canada (+1)", "United States (+1)")),
        ask("Country code", "+1", options=("+1", "+44")),
        ask("Middle initial", "R."),
        ask("Middle name", "R.", may_leave=True),
        ask("What state do you reside in?", "Texas", options=states),
        ask("In which US state do you live?", "Texas", options=states, may_leave=True),
        ask("Zip code", "78751", kind="number"),
        ask("Pronouns", "She/Her", options=("He/Him", "She/Her", "They/Them")),
        ask("Pronouns", "she/her/hers", options=("he/him/his", "she/her/hers", "they/them/theirs")),
        ask("Phone", "+1 512-555-0147", "+1 512 555 0147", "(512) 555-0147", kind="tel"),
        ask("Phone (digits only)", "15125550147", "5125550147", kind="tel"),
    ]
    assert_right(judge(asked, ANANYA, JobFacts(location="Austin, TX")), 0.9)


EDUCATION = "Education"
# fmt: off
ROWS = [
    ask("School", "University of Texas at Austin", name="education[0][school]", section=EDUCATION),
    ask("Degree", "Master's Degree", options=("High School", "Associate's Degree", "Bachelor's Degree",
        "Master's Degree", "Doctorate")),
    ask("Degree", "Master of Science (MS)", options=("Bachelor of Science (BS)", "Master of Science (MS)",
        "Master of Arts (MA)")),
    ask("Highest level of education", "Master's or equivalent", options=("Secondary school",
        "Bachelor's or equivalent", "Master's or equivalent", "PhD")),
    ask("Höchster Bildungsabschluss", "Master", options=("Abitur", "Bachelor", "Master", "Promotion")),
    ask("Niveau d'études", "Bac +5 / Master", options=("Bac", "Bac +3 / Licence", "Bac +5 / Master", "Doctorat"),
        may_leave=True),
    ask("Nivel de estudios", "Máster", options=("Bachillerato", "Grado", "Máster", "Doctorado")),
    ask("Titolo di studio", "Laurea magistrale", options=("Diploma", "Laurea triennale", "Laurea magistrale",
        "Dottorato")),
    ask("Opleidingsniveau", "Master", options=("MBO", "HBO", "Bachelor", "Master"), may_leave=True),
    ask("Nível de escolaridade", "Mestrado", options=("Ensino médio", "Licenciatura", "Mestrado", "Doutorado")),
    ask("Utbildningsnivå", "Masterexamen", options=("Gymnasieutbildning", "Kandidatexamen", "Masterexamen")),
    ask("Start date", "08/2019", placeholder="MM/YYYY", section=EDUCATION, name="education-1--startDate"),
    ask("End date", "05/2021", placeholder="MM/YYYY", section=EDUCATION, name="education-1--endDate"),
    ask("Start month", "August", section=EDUCATION, options=("January", "May", "August"), dom_id="start-month--0"),
    ask("End year", "2021", section=EDUCATION, dom_id="end-year--0"),
    ask("Start year", "2013", section=EDUCATION, dom_id="start-year--1"),
    ask("From", "2019-08", section=EDUCATION, may_leave=True),
    ask("Graduation year", "2021", options=("2019", "2020", "2021", "2022")),
    ask("Graduation year", "2021", kind="number"),
    ask("Company", "Lonestar Analytics", section="Work experience 1"),
    ask("Job title", "Senior Data Engineer", section="Work experience 1"),
    ask("Company", "Infodeep", section="Work experience 2"),
    ask("Job title", "Data Engineer", section="Work experience 2"),
    ask("Start date", "2021-06", section="Work experience 1", may_leave=True),
    leave("End date", section="Work experience 1", placeholder="MM/YYYY"),
    ask("End date", "07/2019", section="Work experience 2", placeholder="MM/YYYY"),
    leave("Company", section="Work experience 3"),
    leave("School", section="Education 3"),
    leave("Location", section="Work experience 1"),
    leave("City", section="Work experience 1"),
    leave("Country", section="Education 1", options=("India", "United States")),
    leave("Phone", section="Work experience 1"),
    leave("Supervisor name", section="Work experience 1"),
    leave("GPA"),
    leave("What was your undergraduate GPA?"),
    leave("SAT score"),
    leave("Class rank"),
    leave("What high school did you attend?"),
    leave("Did you graduate?", options=("Yes", "No"), section=EDUCATION),
    leave("Minor"),
]
# fmt: on


def test_rows_of_education_and_work() -> None:
    assert_right(judge(ROWS, ANANYA), 0.95)


def test_who_has_no_current_employment_names_none() -> None:
    asked = [
        leave("Current company"),
        leave("Current job title"),
        leave("Empresa actual"),
        ask("Most recent employer", "Azulejo Labs"),
        ask("Most recent job title", "Diseñadora de producto"),
        leave("Salary expectations"),
        leave("When can you start?"),
        leave("Notice period"),
        leave("How did you hear about us?"),
        ask("Preferred name", "Carmen"),
        leave("Website"),
        ask("Nacionalidad", options=("Española", "Portuguesa")),
        ask("Primer apellido", "García", may_leave=True),
        ask("Segundo apellido", "Ibáñez", may_leave=True),
        leave("Middle name"),
        ask("Apelido", "García Ibáñez"),
        ask("Código postal", "1200-195"),
        ask("País", "Portugal", options=("Brasil", "Espanha", "Portugal")),
        leave("He leído y acepto la política de privacidad", kind="checkbox"),
    ]
    assert_right(judge(asked, CARMEN), 0.9)


@pytest.mark.parametrize("applicant", [SUHARTI, EMPTY], ids=["suharti", "empty"])
def test_what_the_profile_lacks_is_not_invented(applicant: Applicant) -> None:
    asked = [
        leave(one.field.label or "", options=one.field.options, kind=one.field.kind)
        for one in (*ADDRESS, *ROWS)
    ]
    known = {
        "email",
        "Yogyakarta",
        "Indonesia",
        "Suharti",
        "suharti@example.org",
        "Yogyakarta, Indonesia",
        "ID",
    }
    made = [value for one in asked for value in plan([one.field], applicant).values]
    assert {str(value.value) for value in made} <= (known if applicant is SUHARTI else set())


def test_neighbours_decide_what_a_bare_name_is() -> None:
    fields = [Field("a", label="Prénom"), Field("b", label="Nom")]
    assert [v.value for v in plan(fields, CARMEN).values] == ["María del Carmen", "García Ibáñez"]
    fields = [Field("a", label="Nombre"), Field("b", label="Apellidos")]
    assert [v.value for v in plan(fields, CARMEN).values] == ["María del Carmen", "García Ibáñez"]
    fields = [Field("a", label="Nome"), Field("b", label="Cognome")]
    assert [v.value for v in plan(fields, JUERGEN).values] == ["Jürgen", "Groß"]
    assert [v.value for v in plan([Field("a", label="Name")], JUERGEN).values] == ["Jürgen Groß"]


def test_rarer_words_for_everyday_fields() -> None:
    asked = [
        ask("Postal", "80331"),
        ask("Cellular Number", "+49 89 5550188", kind="tel"),
        ask("Country/Region of Residence", "Germany", options=("France", "Germany", "India")),
        ask("Date of availability (MM/DD/YYYY)", "02/01/2031"),
        leave("Postal history"),
        leave("Cellular Number of your reference", kind="tel"),
    ]
    assert_right(judge(asked, JUERGEN), 1.0)
