"""Values in the form that the field takes."""

from datetime import date

import pytest

from companion.filling import DocumentInfo, DocumentReference, Field, FillPlan, JobFacts, build_plan
from companion.profile import Profile

RESUME = {
    "basics": {
        "name": "María José Núñez",
        "email": "mj@example.org",
        "phone": "+34 612 345 678",
        "url": "https://mj.example.org",
        "summary": "Engineer.",
        "location": {
            "address": "Calle Mayor 1\n2º izquierda",
            "postalCode": "28013",
            "city": "Madrid",
            "region": "Madrid",
            "countryCode": "ES",
        },
        "profiles": [
            {"network": "LinkedIn", "url": "https://www.linkedin.com/in/mj"},
            {"network": "X", "url": "https://x.com/mj"},
        ],
    },
    "work": [
        {"name": "Viejo SA", "position": "Junior", "startDate": "2015-01", "endDate": "2018-12"},
        {"name": "Nuevo SL", "position": "Engineer", "startDate": "2019-02"},
    ],
    "education": [
        {
            "institution": "Politécnica",
            "area": "Informática",
            "studyType": "Grado",
            "startDate": "2009-09",
            "endDate": "2013-06",
        },
        {
            "institution": "Complutense",
            "area": "Datos",
            "studyType": "Máster",
            "startDate": "2013-09",
            "endDate": "2014-07",
        },
    ],
    "meta": {
        "applyonce": {
            "given_name": "María José",
            "family_name": "Núñez",
            "pronouns": "she/her",
            "willing_to_relocate": False,
            "notice_period": "2 weeks",
            "earliest_start": "2030-03-05",
            "salary_expectation": {"amount": 55000, "currency": "EUR", "period": "year"},
            "source": "LinkedIn",
            "years_experience": 9,
            "consents": {"salary": True, "data_processing": True},
        }
    },
}
PROFILE = Profile.parse(RESUME)
TODAY = date(2029, 1, 1)


def plan(*fields: Field, profile: Profile = PROFILE, job: JobFacts | None = None) -> FillPlan:
    return build_plan(fields, profile=profile, job=job, today=TODAY)


def value(field: Field, *beside: Field, profile: Profile = PROFILE, job: JobFacts | None = None) -> object:
    planned = {v.id: v.value for v in plan(field, *beside, profile=profile, job=job).values}
    return planned.get(field.id)


def select(label: str, *options: str, **more: object) -> Field:
    return Field("f", kind="select", label=label, options=options, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("France", "Spain"), "Spain"),
        (("Frankreich", "Spanien"), "Spanien"),
        (("Francia", "España"), "España"),
        (("Espagne", "France"), "Espagne"),
        (("Spagna", "Francia"), "Spagna"),
        (("Spanje", "Frankrijk"), "Spanje"),
        (("Espanha", "França"), "Espanha"),
        (("Spanien", "Frankrike"), "Spanien"),
        (("FR", "ES"), "ES"),
        (("FRA", "ESP"), "ESP"),
        (("Select...", "Spain (España)", "France"), "Spain (España)"),
        (("ES - Spain", "FR - France"), "ES - Spain"),
        (("🇪🇸 Spain", "🇫🇷 France"), "🇪🇸 Spain"),
        (("France", "Germany", "Elsewhere"), None),
        (("Spain and Portugal", "France"), None),
    ],
)
def test_a_country_is_the_option_that_names_it(options: tuple[str, ...], expected: str | None) -> None:
    assert value(select("Country", *options)) == expected


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("Spain (+34)", "France (+33)"), "Spain (+34)"),
        (("+34", "+33", "+1"), "+34"),
        (("ES +34", "FR +33"), "ES +34"),
        (("Germany +49", "France +33"), None),
    ],
)
def test_a_calling_code_is_the_phones(options: tuple[str, ...], expected: str | None) -> None:
    assert value(select("Country code", *options)) == expected


def test_a_phone_goes_with_or_without_its_country() -> None:
    phone = Field("p", kind="tel", label="Phone")
    country = select("Country code", "Spain (+34)", "France (+33)")
    assert value(phone) == "+34 612 34 56 78"
    assert value(phone, country) == "612 34 56 78"
    assert value(Field("p", kind="tel", label="Phone (digits only)")) == "34612345678"
    assert value(Field("p", kind="tel", label="Phone", max_length=12)) == "+34612345678"
    assert value(Field("p", kind="tel", label="Phone", max_length=5)) is None
    assert value(Field("p", autocomplete="tel-national")) == "612 34 56 78"


def test_a_phone_whose_country_cannot_be_chosen_keeps_its_code() -> None:
    phone = Field("p", kind="tel", label="Phone")
    assert value(phone, select("Country code", "Germany (+49)", "France (+33)")) == "+34 612 34 56 78"


@pytest.mark.parametrize(
    ("placeholder", "expected"),
    [
        ("", "2030-03-05"),
        ("MM/DD/YYYY", "03/05/2030"),
        ("DD/MM/YYYY", "05/03/2030"),
        ("TT.MM.JJJJ", "05.03.2030"),
        ("jj/mm/aaaa", "05/03/2030"),
        ("dd-mm-aaaa", "05-03-2030"),
        ("yyyy-mm-dd", "2030-03-05"),
        ("MM/YYYY", "03/2030"),
        ("e.g. 31.12.2026", "2030-03-05"),
    ],
)
def test_a_date_follows_the_fields_format(placeholder: str, expected: str) -> None:
    assert value(Field("f", label="Start date", placeholder=placeholder)) == expected


def test_a_date_that_has_passed_is_left() -> None:
    late = build_plan([Field("f", label="Start date")], profile=PROFILE, today=date(2031, 1, 1))
    assert "passed" in late.unanswered[0].why


def test_a_month_is_no_whole_date() -> None:
    profile = Profile.parse({"meta": {"applyonce": {"earliest_start": "2030-03"}}})
    assert value(Field("f", kind="date", label="Start date"), profile=profile) is None
    assert value(Field("f", kind="text", label="Start date"), profile=profile) == "2030-03"


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("0-2", "3-5", "6-10", "10+"), "6-10"),
        (("Less than 5 years", "5 to 9 years", "10 or more years"), "5 to 9 years"),
        (("1-9 years", "9+ years"), "9+ years"),
        (("More than 9", "Up to 9"), "Up to 9"),
        (("Weniger als 5 Jahre", "5 bis 10 Jahre", "Mehr als 10 Jahre"), "5 bis 10 Jahre"),
        (("Junior", "Senior"), None),
        (("0-2", "3-5"), None),
    ],
)
def test_years_of_experience_are_the_range_that_holds_them(
    options: tuple[str, ...], expected: str | None
) -> None:
    assert value(select("Years of experience", *options)) == expected


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (
            ("High School", "Bachelor's Degree", "Master's Degree", "Doctor of Philosophy (Ph.D.)"),
            "Master's Degree",
        ),
        (("Abitur", "Bachelor", "Master", "Promotion"), "Master"),
        (("Bac", "Licence", "Maîtrise / Master 2", "Doctorat"), "Maîtrise / Master 2"),
        (("Bachillerato", "Grado", "Máster", "Doctorado"), "Máster"),
        (("Diploma", "Laurea triennale", "Laurea magistrale", "Dottorato"), "Laurea magistrale"),
        (("MBO", "HBO Bachelor", "WO Master"), "WO Master"),
        (("Ensino médio", "Licenciatura", "Mestrado", "Doutoramento"), "Mestrado"),
        (("High School", "Associate's", "PhD"), None),
    ],
)
def test_a_degree_is_the_option_of_its_level(options: tuple[str, ...], expected: str | None) -> None:
    assert value(select("Highest level of education", *options)) == expected


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("Immediately", "2 weeks", "1 month"), "2 weeks"),
        (("Less than 1 month", "1-2 months", "3+ months"), "Less than 1 month"),
        (("Sofort", "1-4 Wochen", "Länger als 4 Wochen"), "1-4 Wochen"),
        (("1 month", "2 months"), None),
    ],
)
def test_a_notice_period_is_the_span_that_holds_it(options: tuple[str, ...], expected: str | None) -> None:
    assert value(select("Notice period", *options)) == expected


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        (Field("f", label="Salary expectation"), "55000 EUR"),
        (Field("f", kind="number", label="Yearly salary expectation (EUR)"), "55000"),
        (Field("f", kind="number", label="Salary expectation"), None),
        (Field("f", label="Salary expectation in USD"), None),
        (Field("f", label="Desired salary ($)"), None),
        (Field("f", label="Expected hourly rate"), None),
        (Field("f", label="Monthly salary expectation"), None),
        (Field("f", label="Current salary"), None),
        (Field("f", label="Expected total compensation (OTE)"), None),
        (select("Salary expectation", "40.000 - 50.000 €", "50.000 - 60.000 €"), "50.000 - 60.000 €"),
        (select("Salary expectation", "$40k - $50k", "$50k - $60k"), None),
        (select("Salary expectation", "€40k-€50k", "€50k-€60k", ">€60k"), "€50k-€60k"),
    ],
    ids=lambda value: f"{value.label}" if isinstance(value, Field) else None,
)
def test_a_salary_is_told_in_its_own_currency_and_period_only(field: Field, expected: str | None) -> None:
    assert value(field) == expected


def test_a_bare_number_for_a_salary_is_in_the_jobs_currency() -> None:
    field = Field("f", kind="number", label="Salary expectation")
    assert value(field, job=JobFacts(location="Madrid, Spain")) == "55000"
    assert value(field, job=JobFacts(location="Austin, TX")) is None
    assert value(field, job=JobFacts(location="Remote")) is None


def test_a_dollar_alone_may_be_any_dollar() -> None:
    ours = {"salary_expectation": {"amount": 165_000, "currency": "USD"}, "consents": {"salary": True}}
    profile = Profile.parse({"meta": {"applyonce": ours}})
    field = select("Salary expectation", "$150,000 - $160,000", "$160,000 - $175,000")
    assert value(field, profile=profile, job=JobFacts(location="Austin, TX")) == "$160,000 - $175,000"
    assert value(field, profile=profile, job=JobFacts(location="Sydney, Australia")) is None
    assert value(field, profile=profile) is None


def test_a_list_with_a_country_once_for_each_state_takes_the_applicants() -> None:
    profile = Profile.parse({"basics": {"location": {"region": "Texas", "countryCode": "US"}}})
    options = ("Canada - Ontario", "United States of America - Alabama", "United States of America - Texas")
    assert value(select("Country", *options), profile=profile) == "United States of America - Texas"
    assert value(select("Country", *options[:2]), profile=profile) is None


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        (Field("f", label="Name"), "María José Núñez"),
        (Field("f", label="First name"), "María José"),
        (Field("f", label="Location"), "Madrid, Spain"),
        (Field("f", label="City"), "Madrid"),
        (Field("f", label="Address line 1"), "Calle Mayor 1"),
        (Field("f", label="Address line 2"), "2º izquierda"),
        (Field("f", label="Country", max_length=2), "ES"),
        (Field("f", label="Twitter"), "https://x.com/mj"),
        (Field("f", label="GitHub"), None),
        (Field("f", label="Current company"), "Nuevo SL"),
        (Field("f", label="Current job title"), "Engineer"),
        (Field("f", dom_id="school--0"), "Complutense"),
        (Field("f", dom_id="school--1"), "Politécnica"),
        (Field("f", dom_id="school--2"), None),
        (Field("f", dom_id="end-year--0", kind="number"), "2014"),
        (Field("f", dom_id="workExperience-2--companyName"), "Viejo SA"),
        (Field("f", label="Name", max_length=5), None),
        (Field("f", label="Pronouns"), "she/her"),
        (select("Pronouns", "He/him", "She/her/hers", "They/them"), "She/her/hers"),
        (Field("f", kind="yes_no", label="Are you willing to relocate?"), "No"),
        (Field("f", kind="radio", label="¿Estás dispuesto a mudarte?", options=("Sí", "No")), "No"),
        (Field("f", kind="yes_no", label="Are you willing to travel?"), None),
        (Field("f", dom_id="start-month--0", kind="select", options=("January", "September")), "September"),
        (Field("f", kind="number", label="Notice period (weeks)"), "2"),
        (Field("f", kind="number", label="Notice period (days)"), "14"),
    ],
    ids=lambda value: f"{value.label}{value.dom_id}" if isinstance(value, Field) else None,
)
def test_a_field_gets_the_profiles_value(field: Field, expected: str | None) -> None:
    assert value(field) == expected


def test_choices_of_several_are_lists() -> None:
    field = Field("f", kind="checkbox_group", label="Pronouns", options=("he/him", "she/her"), multiple=True)
    assert value(field) == ("she/her",)


@pytest.mark.parametrize(
    ("name", "given", "family"),
    [
        ("Jane Doe", "Jane", "Doe"),
        ("Dr. Lena Vasquez", "Lena", "Vasquez"),
        ("Jane Q. Fullstacker", "Jane", "Fullstacker"),
        ("Ludwig van Beethoven", "Ludwig", "van Beethoven"),
        ("Gabriel García Márquez", None, None),
        ("Núñez, María", None, None),
        ("Cher", None, None),
        ("", None, None),
    ],
)
def test_a_name_is_split_only_where_there_is_no_doubt(
    name: str, given: str | None, family: str | None
) -> None:
    profile = Profile.parse({"basics": {"name": name}})
    first, last = Field("a", label="First name"), Field("b", label="Last name")
    planned = {v.id: v.value for v in plan(first, last, profile=profile).values}
    assert (planned.get("a"), planned.get("b")) == (given, family)


def test_states_are_matched_in_full_or_short() -> None:
    profile = Profile.parse({"basics": {"location": {"city": "Austin", "region": "TX", "countryCode": "US"}}})
    assert value(select("State", "California", "Texas"), profile=profile) == "Texas"
    assert value(select("State", "CA - California", "TX - Texas"), profile=profile) == "TX - Texas"
    assert value(select("State", "Ontario", "Quebec"), profile=profile) is None
    assert value(Field("f", label="Location"), profile=profile) == "Austin, TX, United States"
    assert value(select("State", "Texas", "Madrid")) == "Madrid"


def test_a_source_is_the_option_that_means_the_same() -> None:
    assert value(select("How did you hear about us?", "Friend", "LinkedIn")) == "LinkedIn"
    assert value(select("How did you hear about us?", "LinkedIn post", "LinkedIn ad")) is None


def test_each_field_is_in_the_plan_once_and_in_order() -> None:
    fields = [
        Field(str(n), label=label) for n, label in enumerate(["Email", "Zodiac sign", "City", "Shoe size"])
    ]
    made = plan(*fields)
    assert [v.id for v in made.values] == ["0", "2"]
    assert [u.id for u in made.unanswered] == ["1", "3"]
    assert all(u.why for u in made.unanswered)


def test_documents_go_only_where_they_belong() -> None:
    fields = [
        Field("cv", kind="file", label="Resume/CV", dom_id="resume"),
        Field("cvtext", kind="textarea", label="Resume/CV", dom_id="resume_text"),
        Field("letter", kind="file", label="Cover letter"),
        Field("lettertext", kind="textarea", label="Cover letter", dom_id="cover_letter_text"),
        Field("parser", kind="file", label="Autofill from resume"),
        Field("other", kind="file", label="Certificates"),
    ]
    documents = [DocumentInfo("r", "resume", "cv.pdf"), DocumentInfo("l", "cover_letter", "letter.pdf")]
    made = build_plan(fields, profile=PROFILE, documents=documents)
    assert {v.id: v.value for v in made.values} == {
        "cv": DocumentReference("r"),
        "letter": DocumentReference("l"),
    }
    assert {v.source for v in made.values} == {"document"}
