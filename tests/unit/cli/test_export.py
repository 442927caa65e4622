from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.cli.export import COLUMNS, Record, safe_cell, to_csv
from companion.messages.applications import SentEvidence
from companion.messages.jobs import JobResult
from companion.messages.shapes import Application, Job, SentField

AT = datetime(2026, 1, 2, tzinfo=UTC)


def applied(number: int, cycle: int) -> Application:
    return Application(
        id=UUID(int=number),
        job_id=UUID(int=1),
        cycle=cycle,
        status=2,
        status_name="applied",
        phase=None,
        parked=None,
        fence=1,
        holder=None,
        progress=None,
        attempts=1,
        disputed=False,
        applied_at=AT.replace(day=cycle),
        updated_at=AT,
    )


def proof(kind: str, day: int, why: str = "=1+1") -> SentEvidence:
    return SentEvidence(
        fence=1,
        at=AT.replace(day=day),
        kind=kind,
        url="https://jobs.example.com/thanks",
        text="Thank you",
        tab_label="tab 1",
        fields=[SentField(label="Name", value="Ada"), SentField(label="Why?", value=why)],
    )


def job(title: str, *applications: Application) -> JobResult:
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
        application=applications[-1] if applications else None,
        earlier=list(applications[:-1]),
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
    found = job('=cmd|"/c calc"!A1', applied(1, 1))
    proofs = [proof("text", 3), proof("address", 5), proof("text", 4)]

    (row,) = csv.DictReader(io.StringIO(to_csv([Record(found, {UUID(int=1): proofs})])))

    assert tuple(row) == COLUMNS
    assert row["title"] == '\'=cmd|"/c calc"!A1'
    assert row["status"] == "applied"
    assert row["evidence_kind"] == "address"
    assert row["sent"] == "Name: Ada\nWhy?: =1+1"


def test_each_application_to_a_job_has_its_own_row() -> None:
    found = job("Engineer", applied(1, 1), applied(2, 2))
    evidence = {UUID(int=1): [proof("text", 3, "first")], UUID(int=2): [proof("text", 4, "second")]}

    rows = list(csv.DictReader(io.StringIO(to_csv([Record(found, evidence)]))))

    assert [(row["cycle"], row["sent"][-6:].strip()) for row in rows] == [("1", "first"), ("2", "second")]


def test_every_row_has_every_column() -> None:
    header, *rows = csv.reader(
        io.StringIO(to_csv([Record(job("a"), {}), Record(job("b", applied(1, 1)), {})]))
    )

    assert {len(row) for row in rows} == {len(header)}
