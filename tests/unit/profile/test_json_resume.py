"""JSON Resume: what is taken, and what is refused with a word that helps."""

import contextlib
import json
from typing import Any

import pytest

from companion.profile import InvalidProfile, Profile
from tests.unit.filling.corpus import CORPUS, needs_corpus


@needs_corpus
def test_real_resumes_parse() -> None:
    paths = [p for p in (CORPUS / "json_resume").glob("*.json") if p.name not in NOT_RESUMES]
    assert len(paths) >= 8
    for path in paths:
        profile = Profile.parse(json.loads(path.read_text(encoding="utf-8")))
        assert profile.applyonce.consents.data_processing is False


NOT_RESUMES = {"schema.json", "job-schema.json", "sample.job.json", "test_basics.json"}


@needs_corpus
def test_the_schemas_own_cases_hold() -> None:
    cases = json.loads((CORPUS / "json_resume" / "test_basics.json").read_text(encoding="utf-8"))
    for name, resume in cases.items():
        if name.endswith("Invalid"):
            with pytest.raises(InvalidProfile):
                Profile.parse(resume)
        else:
            Profile.parse(resume)


@pytest.mark.parametrize(
    "data", [{}, {"basics": {}}, {"work": [{}], "education": [{}]}, {"x-unknown": {"a": [1]}}]
)
def test_empty_and_unknown_is_fine(data: dict[str, Any]) -> None:
    Profile.parse(data)


def test_the_older_names_of_fields_are_understood() -> None:
    profile = Profile.parse({"basics": {"website": "https://a.example"}, "work": [{"company": "Acme"}]})
    assert profile.basics.url == "https://a.example"
    assert profile.work[0].name == "Acme"


@pytest.mark.parametrize(
    ("data", "path", "message"),
    [
        ([], "", "object"),
        (None, "", "object"),
        ("x", "", "object"),
        ({"basics": []}, "basics", "object"),
        ({"basics": {"name": 5}}, "basics.name", "text"),
        ({"work": {}}, "work", "list"),
        ({"work": [{"startDate": "soon"}]}, "work.0.startDate", "2024-05"),
        ({"work": [{"startDate": "2024-13"}]}, "work.0.startDate", "2024-05"),
        ({"basics": {"location": {"countryCode": "Germany"}}}, "basics.location.countryCode", "DE"),
        (
            {"meta": {"applyonce": {"willing_to_relocate": "yes"}}},
            "meta.applyonce.willing_to_relocate",
            "true or false",
        ),
        (
            {"meta": {"applyonce": {"work_authorization": {"DE": "yes"}}}},
            "meta.applyonce.work_authorization.DE",
            "true",
        ),
        (
            {"meta": {"applyonce": {"work_authorization": {"Germany": True}}}},
            "meta.applyonce.work_authorization",
            "DE",
        ),
        ({"meta": {"applyonce": {"years_experience": "four"}}}, "meta.applyonce.years_experience", "number"),
        ({"meta": {"applyonce": {"years_experience": -1}}}, "meta.applyonce.years_experience", "greater"),
        (
            {"meta": {"applyonce": {"salary_expectation": {"amount": 1}}}},
            "meta.applyonce.salary_expectation.currency",
            "value",
        ),
        (
            {"meta": {"applyonce": {"consents": {"salary": 1}}}},
            "meta.applyonce.consents.salary",
            "true or false",
        ),
        ({"basics": {"summary": "x" * 20_001}}, "basics.summary", "20000"),
        ({"work": [{}] * 501}, "work", "500"),
    ],
)
def test_what_does_not_fit_is_named(data: object, path: str, message: str) -> None:
    with pytest.raises(InvalidProfile) as caught:
        Profile.parse(data)
    assert caught.value.path.startswith(path)
    assert message in caught.value.message


def test_an_error_never_holds_the_value() -> None:
    with pytest.raises(InvalidProfile) as caught:
        Profile.parse({"basics": {"name": {"secret": "hunter2"}}})
    assert "hunter2" not in str(caught.value)


def test_deep_nesting_is_an_error_and_no_crash() -> None:
    deep: Any = {}
    for _ in range(100_000):
        deep = {"a": deep}
    with contextlib.suppress(InvalidProfile):
        Profile.parse({"extra": deep})
    while deep:
        deep = deep.pop("a")
