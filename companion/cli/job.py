"""``applyonce job``: one job with all that happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.cli.commands import JOB_HELP, add_command, add_json
from companion.cli.failure import OK
from companion.cli.output import print_fields, print_json, print_table, say, when
from companion.cli.session import with_companion

if TYPE_CHECKING:
    import argparse

    from companion.cli.commands import Commands
    from companion.client import APIClient
    from companion.messages.applications import SentEvidence
    from companion.messages.jobs import JobResult
    from companion.messages.shapes import Application, Event


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "job",
        _run,
        summary="show one job: its application, the attempts, what was sent and what proves it",
        examples="""applyonce job 1f0c9d2e
        applyonce job greenhouse:4012345
        applyonce job https://jobs.lever.co/acme/0f6a1a4c-…
        applyonce job rust berlin""",
    )
    parser.add_argument("job", nargs="+", metavar="JOB", help=JOB_HELP)
    add_json(parser)


def _run(arguments: argparse.Namespace) -> int:
    from companion.cli.find_job import find_job

    async def work(client: APIClient) -> int:
        found = await find_job(client, " ".join(arguments.job))
        if arguments.json:
            print_json(found)
            return OK
        evidence = await client.evidence(found.application.id) if found.application else []
        _print(found, evidence)
        return OK

    return with_companion(work)


def _print(found: JobResult, evidence: list[SentEvidence]) -> None:
    job, application = found.job, found.application
    print_fields(
        (
            ("title", job.title),
            ("company", job.company),
            ("location", job.location),
            ("address", job.url),
            ("id", str(job.id)),
            ("key", job.key),
            ("first seen", when(job.first_seen)),
            ("status", state_of(application)),
            ("held by", application.holder.label if application and application.holder else ""),
            ("applied", when(application.applied_at) if application else ""),
        )
    )
    if found.attempts:
        say("\nattempts")
        print_table(
            ("fence", "who", "from", "to", "outcome"),
            (
                (str(a.fence), a.holder.label, when(a.started_at), when(a.ended_at), a.outcome or "goes on")
                for a in found.attempts
            ),
        )
    for proof in evidence:
        say(f"\nproof ({proof.kind}), {when(proof.at)}")
        sender = proof.tab_label.partition(", tab ")[0]  # the tab's number means nothing to anybody
        print_fields((("address", proof.url), ("text", proof.text), ("from", sender)))
        print_table(
            ("field", "what was sent"), ((f.label, f.value) for f in proof.fields), wide="what was sent"
        )
    if found.events:
        say("\nhistory")
        print_table(("when", "what", "detail"), map(_event_row, found.events), wide="detail")


def state_of(application: Application | None) -> str:
    """Return where an application stands, in words."""
    if application is None:
        return "seen, no application begun"
    text = application.status_name
    if application.parked:
        text += f", waits for you ({application.parked})"
    elif application.phase:
        text += f", {application.phase}"
    if application.disputed:
        text += ", disputed: proof came in late, say how it ended (applyonce resolve)"
    return f"{text}, application {application.cycle} to this job" if application.cycle > 1 else text


def _event_row(event: Event) -> tuple[str, str, str]:
    details = (
        f"{name} {value}"
        for name, value in event.data.items()
        if isinstance(value, str | int) and value != ""
    )
    return when(event.at), event.kind, ", ".join(details)
