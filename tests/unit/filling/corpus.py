"""The shared corpus as fields and profiles. Tests that need it skip where it is absent."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from companion.filling import Field, JobFacts, StoredAnswer
from companion.profile import Profile

CORPUS = Path(
    os.environ.get("APPLYONCE_CORPUS", Path(__file__).resolve().parents[3].parent / "shared" / "corpus")
)
needs_corpus = pytest.mark.skipif(not CORPUS.is_dir(), reason=f"no corpus at {CORPUS} (APPLYONCE_CORPUS)")

_KINDS = {
    "input_file": "file",
    "File": "file",
    "file": "file",
    "file-upload": "file",
    "textarea": "textarea",
    "LongText": "textarea",
    "Email": "email",
    "Phone": "tel",
    "Url": "url",
    "url": "url",
    "Number": "number",
    "Date": "date",
    "Boolean": "yes_no",
    "Location": "combobox",
    "ValueSelect": "radio",
    "multiple-choice": "radio",
    "dropdown": "select",
    "multi_value_single_select": "select",
    "MultiValueSelect": "checkbox_group",
    "multi_value_multi_select": "checkbox_group",
    "multiple-select": "checkbox_group",
}


def persona() -> tuple[dict[str, Any], Profile, list[StoredAnswer]]:
    """The corpus' applicant: as JSON, as a profile, and the stored answers."""
    data = json.loads((CORPUS / "persona.json").read_text(encoding="utf-8"))
    answers = [
        StoredAnswer(str(number), answer["question"], answer["answer"])
        for number, answer in enumerate(data["answers"])
    ]
    resume = {key: value for key, value in data.items() if key != "answers"}
    return resume, Profile.parse(resume), answers


def forms() -> list[tuple[str, dict[str, Any]]]:
    """Each form's own definition, with its name."""
    paths = sorted((CORPUS / "forms").glob("*.json")) if CORPUS.is_dir() else []
    return [(path.stem, json.loads(path.read_text(encoding="utf-8"))) for path in paths]


def field_of(number: int, truth: dict[str, Any]) -> Field:
    """A field as a content script would describe it, from the board's definition."""
    kind = _KINDS.get(truth["type"], "text")
    name = truth.get("name") or ""
    options = tuple(truth.get("options") or ("Yes", "No") * (kind == "yes_no"))
    return Field(
        id=f"f{number}",
        kind=kind,
        name=name,
        dom_id=name,
        label=truth.get("label") or "",
        options=options,
        multiple=kind == "checkbox_group",
        required=bool(truth.get("required")),
    )


def job_of(truth: dict[str, Any]) -> JobFacts:
    """The facts of the form's job."""
    job = truth["job"]
    return JobFacts(
        title=job.get("title"),
        company=job.get("company") or truth.get("org"),
        location=job.get("location") if isinstance(job.get("location"), str) else None,
        url=truth["page_url"],
    )
