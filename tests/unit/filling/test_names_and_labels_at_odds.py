"""Home-made pages, whose names say less than their labels, or other than what is offered for an answer."""

import pytest

from companion.filling import Field
from companion.filling.reading.classify import classify, classify_all

YEARS = ("0-1 years (fresher)", "1-3 years", "3-5 years", "5+ years")
JAHRE = ("StudentIn", "1-2 Jahre", "3-5 Jahre", "6-10 Jahre")


@pytest.mark.parametrize(
    ("label", "name", "meaning"),
    [
        ("Nombre completo", "nombre", "full_name"),
        ("Nome completo", "nome", "full_name"),
        ("Nom de famille", "nom", "family_name"),
        ("Razón social", "nombre", "question"),
        ("Votre Numéro", "phone", "phone"),
        ("Your number", "mobile", "phone"),
        ("Your number", "badge", "question"),
        ("Physical address", "address", "street"),
        ("College Name", "c", "school"),
        ("To Email", "toemail", "other_person"),
    ],
)
def test_the_label_says_what_the_name_leaves_open(label: str, name: str, meaning: str) -> None:
    assert classify(Field("f", label=label, name=name)).meaning == meaning


@pytest.mark.parametrize(
    ("label", "options", "meaning"),
    [
        ("Experience", YEARS, "years_experience"),
        ("Bisherige Berufserfahrung", JAHRE, "years_experience"),
        ("Expérience professionnelle", ("0-2 ans", "3-5 ans"), "years_experience"),
        ("Experience", ("Retail", "Catering"), "question"),
        ("Experience with kilns", YEARS, "question"),
        ("Relevant experience", YEARS, "question"),
    ],
)
def test_experience_is_a_number_of_years_where_years_are_offered(
    label: str, options: tuple[str, ...], meaning: str
) -> None:
    assert classify(Field("f", kind="select", label=label, options=options)).meaning == meaning


@pytest.mark.parametrize(
    ("labels", "meanings"),
    [
        (("Company", "Designation", "From", "To"), ["work_start", "work_end"]),
        (("University", "Degree", "From", "To"), ["education_start", "education_end"]),
    ],
)
def test_a_span_of_time_is_of_what_stands_before_it(labels: tuple[str, ...], meanings: list[str]) -> None:
    """The section is a mistake that home-made pages make: headings are copied along with the table."""
    fields = [Field(label, label=label, section="Education Details") for label in labels]
    assert [each.meaning for each in classify_all(fields)][2:] == meanings


def test_a_contact_is_what_its_example_says() -> None:
    number, person = (
        Field("f", label=label, placeholder="Enter a contact number")
        for label in ("Contact", "Contact person")
    )
    assert classify(number).meaning == "phone"
    assert classify(person).meaning != "phone"
