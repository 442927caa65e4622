"""``applyonce export``: everything that is kept, in a file of the user's own."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from companion import __version__
from companion.cli.commands import add_command
from companion.cli.failure import OK
from companion.cli.files import write_text
from companion.cli.output import raw, say
from companion.cli.session import with_companion

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable
    from uuid import UUID

    from companion.cli.commands import Commands
    from companion.client import APIClient
    from companion.messages.applications import SentEvidence
    from companion.messages.jobs import JobResult
    from companion.messages.shapes import Application, Job

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet read a cell as a formula, as the OWASP notes on CSV injection list it."""

COLUMNS = (
    "id", "key", "title", "company", "location", "board", "url", "first_seen", "status", "cycle", "attempts",
    "applied_at", "updated_at", "evidence_kind", "evidence_at", "evidence_url", "evidence_text", "sent",
)  # fmt: skip


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "export",
        _run,
        summary="write out everything: jobs, applications, history, what was sent and what proved it",
        details="""JSON has all of it, the profile, the answers and the list of documents included, in the shapes
        of the API. CSV has a row for each application, earlier ones to the same job included, and for each job
        that was only seen; it is safe to open in a spreadsheet.""",
        examples="""applyonce export --out applyonce.json
        applyonce export --format csv --out applications.csv""",
    )
    parser.add_argument("--format", choices=("json", "csv"), default="json", help="json by default")
    parser.add_argument("--out", metavar="FILE", help="a file that only you can read (stdout by default)")
    parser.add_argument("--force", action="store_true", help="replace the file where it exists")


def _run(arguments: argparse.Namespace) -> int:
    async def work(client: APIClient) -> int:
        records = [await _record(client, job_id) for job_id in await every_job(client)]
        if arguments.format == "csv":
            text = to_csv(records)
        else:
            text = json.dumps(await _everything(client, records), ensure_ascii=False, indent=2) + "\n"
        if arguments.out is None:
            raw(text)
        else:
            path = write_text(arguments.out, text, overwrite=arguments.force)
            say(f"{'1 job' if len(records) == 1 else f'{len(records)} jobs'} written to {path}.")
        return OK

    return with_companion(work)


async def every_job(client: APIClient) -> list[UUID]:
    """Return the ids of all jobs, each once, also of those that change while the list is gone through."""
    found: dict[UUID, None] = {}
    while True:
        known = len(found)
        async for item in client.all_jobs():
            found.setdefault(item.job.id)
        if len(found) == known:
            return list(found)


@dataclass(frozen=True, slots=True)
class Record:
    """A job with the proofs of each application to it, by the application's id."""

    found: JobResult
    evidence: dict[UUID, list[SentEvidence]]

    def applications(self) -> list[Application | None]:
        """Return the applications, oldest first; one None for a job that was only seen."""
        return [*self.found.earlier, self.found.application]

    def proofs(self, application: Application | None) -> list[SentEvidence]:
        """Return the proofs of one of them."""
        return self.evidence.get(application.id, []) if application else []


async def _record(client: APIClient, job_id: Any) -> Record:
    found = await client.job(job_id)
    applications = [*found.earlier, *([found.application] if found.application else [])]
    return Record(found, {each.id: await client.evidence(each.id) for each in applications})


async def _everything(client: APIClient, records: Iterable[Record]) -> dict[str, Any]:
    documents, answers, settings = await client.documents(), await client.answers(), await client.settings()
    return {
        "exported_at": datetime.now(UTC).isoformat(),
        "version": __version__,
        "jobs": [
            {
                **record.found.model_dump(mode="json"),
                "earlier": [
                    {**each.model_dump(mode="json"), "evidence": _dumped(record.proofs(each))}
                    for each in record.found.earlier
                ],
                "evidence": _dumped(record.proofs(record.found.application)),
            }
            for record in records
        ],
        "profile": await client.profile(),
        "documents": [document.model_dump(mode="json") for document in documents],
        "answers": [answer.model_dump(mode="json") for answer in answers],
        "settings": settings.model_dump(mode="json"),
    }


def _dumped(proofs: list[SentEvidence]) -> list[dict[str, Any]]:
    return [proof.model_dump(mode="json") for proof in proofs]


def to_csv(records: Iterable[Record]) -> str:
    """Return a table with a row for each application; of several proofs it has the newest."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for record in records:
        for application in record.applications():
            row = _row(record.found.job, application, record.proofs(application))
            writer.writerow([safe_cell(value) for value in row])
    return text.getvalue()


def safe_cell(value: object) -> str:
    """Return a cell that no spreadsheet takes for a formula: what a page wrote must not run there."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _row(job: Job, application: Application | None, evidence: list[SentEvidence]) -> list[object]:
    proof = max(evidence, key=lambda one: one.at, default=None)
    applied_at = application.applied_at if application else None
    row: list[object] = [
        job.id, job.key, job.title, job.company, job.location, job.board, job.url, job.first_seen.isoformat(),
    ]  # fmt: skip
    row += [
        application.status_name if application else "seen",
        application.cycle if application else "",
        application.attempts if application else "",
        applied_at.isoformat() if applied_at else "",
        application.updated_at.isoformat() if application else "",
    ]
    if proof is None:
        return [*row, "", "", "", "", ""]
    sent = "\n".join(f"{field.label}: {field.value}" for field in proof.fields)
    return [*row, proof.kind, proof.at.isoformat(), proof.url, proof.text, sent]
