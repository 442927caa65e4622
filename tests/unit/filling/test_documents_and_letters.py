"""Which of several documents goes where, and letters from a template."""

import pytest

from companion.filling import DocumentInfo, Field, JobFacts, build_plan
from companion.filling.applicant.cover_letter import MissingFact, UnknownPlaceholder, render
from companion.filling.applicant.files import choose, language_of
from companion.profile import Profile

JOB = JobFacts(title="Senior Backend Engineer", company="Acme", location="Berlin, Germany")


def resume(name: str, *tags: str) -> DocumentInfo:
    return DocumentInfo(name, "resume", f"{name}.pdf", tags=tags)


def chosen(*documents: DocumentInfo, language: str = "en") -> str | None:
    document, why = choose("resume", documents, JOB, language)
    assert why
    return document.id if document else None


def test_the_only_one_is_taken() -> None:
    assert chosen(resume("a", "frontend")) == "a"
    assert chosen(DocumentInfo("letter", "cover_letter", "letter.pdf")) is None


def test_tags_that_fit_the_job_decide() -> None:
    assert chosen(resume("front", "frontend"), resume("back", "backend"), resume("any", "default")) == "back"
    assert chosen(resume("acme", "acme"), resume("back", "backend")) == "acme"
    assert chosen(resume("en", "en"), resume("de", "de"), language="de") == "de"
    assert chosen(resume("german", "German"), resume("english", "English"), language="en") == "english"


def test_else_the_default_else_the_one_without_tags_else_the_user() -> None:
    assert chosen(resume("a", "frontend"), resume("b", "default")) == "b"
    assert chosen(resume("a", "frontend"), resume("b")) == "b"
    assert chosen(resume("a"), resume("b")) is None
    assert chosen(resume("a", "backend"), resume("b", "backend")) is None


def test_the_forms_language_is_read_from_its_labels() -> None:
    assert language_of([Field("a", label="Vorname"), Field("b", label="Lebenslauf")]) == "de"
    assert language_of([Field("a", label="Prénom"), Field("b", label="Téléphone")]) == "fr"
    assert language_of([Field("a", label="First name")]) == "en"
    assert language_of([]) == "en"


PROFILE = Profile.parse(
    {
        "basics": {"name": "Ann Lee", "email": "ann@example.org"},
        "meta": {"applyonce": {"cover_letter": "Dear {{company}},\nI apply as {{ title }}.\n{{name}}"}},
    }
)


def test_a_template_gets_the_jobs_facts() -> None:
    template = PROFILE.applyonce.cover_letter
    assert template is not None
    assert render(template, JOB, PROFILE) == "Dear Acme,\nI apply as Senior Backend Engineer.\nAnn Lee"


def test_a_letter_never_has_a_gap() -> None:
    with pytest.raises(MissingFact, match="company"):
        render("Dear {{company}}", JobFacts(title="x"), PROFILE)
    with pytest.raises(UnknownPlaceholder, match="boss"):
        render("Dear {{boss}}", JOB, PROFILE)
    assert render("{{title}}", JobFacts(title="{{email}}"), PROFILE) == "{{email}}"


def test_a_letter_as_text_needs_a_template() -> None:
    field = Field("f", kind="textarea", label="Cover letter")
    made = build_plan([field], profile=PROFILE, job=JOB)
    assert made.values[0].value == "Dear Acme,\nI apply as Senior Backend Engineer.\nAnn Lee"
    assert build_plan([field], profile=Profile.parse({}), job=JOB).values == ()
    short = Field("f", kind="textarea", label="Cover letter", max_length=20)
    assert build_plan([short], profile=PROFILE, job=JOB).values == ()


def test_a_stored_letter_goes_into_the_file_field_only() -> None:
    fields = [
        Field("t", kind="textarea", label="Cover letter"),
        Field("d", kind="file", label="Cover letter"),
    ]
    documents = [DocumentInfo("letter", "cover_letter", "letter.pdf")]
    made = build_plan(fields, profile=PROFILE, documents=documents, job=JOB)
    assert [v.id for v in made.values] == ["d"]
