"""What is asked in several fields: a date in its parts, a street and its number, the number of a phone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from companion.demo.applicant import PROFILE
from companion.filling import Field, StoredAnswer
from companion.filling.plan import build_plan
from companion.profile.json_resume import Profile

TODAY = date(2026, 12, 1)


def plan(*fields: Field, answers: tuple[StoredAnswer, ...] = ()) -> dict[str, Any]:
    """Return what is planned for each label, empty where the field is left."""
    numbered = [replace(field, id=f"f{number}") for number, field in enumerate(fields)]
    profile = Profile.model_validate(PROFILE)
    made = {v.id: v.value for v in build_plan(numbered, profile=profile, answers=answers, today=TODAY).values}
    return {field.label or "": made.get(field.id, "") for field in numbered}


def date_fields(question: str) -> tuple[Field, ...]:
    return (
        Field("", "select", label="Tag", section=question, options=("1", "15")),
        Field("", "select", label="Monat", section=question, options=("Januar", "Februar", "März")),
        Field("", label="Jahr", section=question, max_length=4),
    )


def test_a_start_date_is_told_in_the_parts_that_are_asked() -> None:
    assert plan(*date_fields("Frühester Eintrittstermin")) == {"Tag": "1", "Monat": "März", "Jahr": "2027"}
    spoken = (
        Field("", label="Day", description="Earliest start date"),
        Field("", label="Month"),
        Field("", label="Year"),
    )
    assert plan(*spoken) == {"Day": "01", "Month": "03", "Year": "2027"}


def test_parts_of_another_date_are_left() -> None:
    assert set(plan(*date_fields("Geburtsdatum")).values()) == {""}
    assert set(plan(*date_fields("Datum der letzten Impfung")).values()) == {""}


def test_an_answer_in_words_goes_into_no_part_of_a_date() -> None:
    stored = StoredAnswer("a1", "When can you start?", "In two weeks")
    year = Field("", label="Year")
    asked = (Field("", label="Day", description="Earliest start date"), Field("", label="Month"), year)
    assert plan(*asked, answers=(stored,))["Year"] == "2027"


def test_a_day_that_is_not_among_the_options_is_left() -> None:
    day, *others = date_fields("Earliest start date")
    assert plan(replace(day, options=("15", "31")), *others)["Tag"] == ""


def test_first_and_last_are_names_under_a_name() -> None:
    first, last = Field("", label="First", section="Name"), Field("", label="Last", section="Name")
    assert plan(first, last) == {"First": "Mira", "Last": "Okafor"}
    assert plan(replace(first, section="Preference")) == {"First": ""}


@pytest.mark.parametrize(
    ("kind", "label", "section", "is_phone"),
    [
        ("tel", "Nummer", "Telefon", True),
        ("text", "Number", "Phones", True),
        ("tel", "Number", "", True),
        ("text", "Number", "Passport", False),
        ("tel", "Number", "Emergency contact", False),
    ],
)
def test_a_number_alone_is_a_phones_by_type_or_section(
    kind: str, label: str, section: str, *, is_phone: bool
) -> None:
    made = plan(Field("", kind, label=label, section=section))[label]
    assert made.endswith("5550199") is is_phone


def test_a_street_goes_without_its_number_where_that_has_a_field() -> None:
    street = Field("", label="Straße", name="bew_strasse")
    assert plan(street, Field("", label="Nr.", name="bew_hausnr")) == {"Straße": "Lindenallee", "Nr.": "7"}
    assert plan(street, Field("", label="Hausnummer")) == {"Straße": "Lindenallee", "Hausnummer": "7"}
    assert plan(replace(street, label="Straße, Nr."), Field("", label="Hausnummer")) == {
        "Straße, Nr.": "Lindenallee 7",
        "Hausnummer": "",
    }
    assert plan(street, Field("", label="Nr.", name="nr")) == {"Straße": "Lindenallee 7", "Nr.": ""}


def test_the_count_before_a_question_is_no_part_of_it() -> None:
    stored = StoredAnswer("a1", "Are you at least 18 years old?", "Yes")
    assert plan(Field("", label="2.Last name")) == {"2.Last name": "Okafor"}
    asked = Field("", "radio", label="1. Are you at least 18 years old?", options=("Yes", "No"))
    assert set(plan(asked, answers=(stored,)).values()) == {"Yes"}
