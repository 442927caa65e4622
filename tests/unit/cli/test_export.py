from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.cli.export import COLUMNS, safe_cell, to_csv
from companion.protocol import Job, JobResult, SentEvidence, SentField

AT = datetime(2026, 1, 2, tzinfo=UTC)


def job(title: str) -> JobResult:
    return JobResult(
        job=Job(
            id=UUID(int=1),
            key="url:x",
            url="https://jobs.example.com/1",
            title=title,
            company="Acme",
            location="",
            board="jobs.example.com",
            first_seen=AT,
        ),
        application=None,
        attempts=[],
        events=[],
    )


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(start: str) -> None:
    assert safe_cell(f"{start}HYPERLINK(1)") == f"'{start}HYPERLINK(1)"


@pytest.mark.parametrize("text", ["", "Engineer", "a=b", " =1", "'=1"])
def test_other_cells_stay_as_they_are(text: str) -> None:
    assert safe_cell(text) == text


@given(st.text())
def test_a_cell_never_begins_as_a_formula(text: str) -> None:
    assert not safe_cell(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_row_has_what_was_sent_and_its_newest_proof() -> None:
    def proof(kind: str, day: int) -> SentEvidence:
        return SentEvidence(
            fence=1,
            at=AT.replace(day=day),
            kind=kind,
            url="https://jobs.example.com/thanks",
            text="Thank you",
            tab_label="tab 1",
            fields=[SentField(label="Name", value="Ada"), SentField(label="Why?", value="=1+1")],
        )

    text = to_csv([(job('=cmd|"/c calc"!A1'), [proof("text", 3), proof("address", 5), proof("text", 4)])])

    (row,) = csv.DictReader(io.StringIO(text))
    assert tuple(row) == COLUMNS
    assert row["title"] == '\'=cmd|"/c calc"!A1'
    assert row["status"] == "seen"
    assert row["evidence_kind"] == "address"
    assert row["sent"] == "Name: Ada\nWhy?: =1+1"


def test_every_row_has_every_column() -> None:
    header, *rows = csv.reader(io.StringIO(to_csv([(job("a"), []), (job("b"), [])])))

    assert {len(row) for row in rows} == {len(header)}
