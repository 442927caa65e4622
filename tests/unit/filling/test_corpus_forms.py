"""Real forms, by the boards' own definitions: what is planned for the standard fields is right."""

from collections import Counter
from typing import Any

from companion.filling import DocumentInfo, DocumentReference, PlannedValue, build_plan
from tests.unit.filling.corpus import field_of, forms, job_of, needs_corpus, persona

RESUME = DocumentInfo("resume-1", "resume", "resume.pdf")


def expected_for(resume: dict[str, Any]) -> dict[str, set[object]]:
    basics, ours = resume["basics"], resume["meta"]["applyonce"]
    links = {account["network"].casefold(): account["url"] for account in basics["profiles"]}
    return {
        "name.full": {basics["name"]},
        "name.first": {ours["given_name"]},
        "name.last": {ours["family_name"]},
        "name.preferred": {ours["preferred_name"]},
        "email": {basics["email"]},
        "phone": {basics["phone"], "030 5550142"},
        "location": {"Berlin, Germany"},
        "work.current": {resume["work"][0]["name"]},
        "links.linkedin": {links["linkedin"]},
        "links.github": {links["github"]},
        "links.portfolio": {basics["url"]},
        "resume.file": {DocumentReference("resume-1")},
    }


@needs_corpus
def test_standard_fields_of_real_forms_get_the_applicants_values() -> None:
    resume, profile, answers = persona()
    expected = expected_for(resume)
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    left: list[str] = []
    for name, truth in forms():
        fields = [field_of(number, field) for number, field in enumerate(truth["fields"])]
        plan = build_plan(
            fields,
            profile=profile,
            answers=answers,
            documents=[RESUME],
            job=job_of(truth),
            url=truth["page_url"],
        )
        planned = {value.id: value for value in plan.values}
        assert len(planned) + len(plan.unanswered) == len(fields), name
        for number, field in enumerate(truth["fields"]):
            key = field["system_key"]
            value = planned.get(f"f{number}")
            if key in {"resume.text", "coverLetter.text", "coverLetter.file"}:
                assert value is None, f"{name}: {key} must stay empty, got {value}"
            if key not in expected:
                continue
            outcome = "left" if value is None else ("right" if value.value in expected[key] else "wrong")
            counts[outcome] += 1
            if outcome == "wrong":
                wrong.append(f"{name} {key}: {value}")
            if outcome == "left":
                left.append(f"{name} {key}: {[u.why for u in plan.unanswered if u.id == f'f{number}']}")
    assert not wrong, wrong
    assert counts["right"] >= 0.98 * counts.total() > 400, (counts, left)


@needs_corpus
def test_every_option_that_is_planned_stands_in_the_field() -> None:
    _, profile, answers = persona()
    for name, truth in forms():
        fields = [field_of(number, field) for number, field in enumerate(truth["fields"])]
        by_id = {field.id: field for field in fields}
        plan = build_plan(fields, profile=profile, answers=answers, documents=[RESUME], job=job_of(truth))
        for value in plan.values:
            assert_fits(name, value, by_id[value.id].options)


def assert_fits(name: str, value: PlannedValue, options: tuple[str, ...]) -> None:
    if not options:
        return
    chosen = value.value if isinstance(value.value, tuple) else (value.value,)
    assert all(choice in options for choice in chosen), (name, value)


@needs_corpus
def test_an_applicant_with_an_empty_profile_gets_nothing_planned_but_the_document() -> None:
    _, profile, _ = persona()
    empty = type(profile).parse({})
    for name, truth in forms():
        fields = [field_of(number, field) for number, field in enumerate(truth["fields"])]
        plan = build_plan(fields, profile=empty, answers=[], documents=[RESUME], job=job_of(truth))
        assert {value.source for value in plan.values} <= {"document"}, (name, plan.values)
