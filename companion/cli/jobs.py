"""``applyonce jobs``: list jobs with the applications to them."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from companion.cli.commands import add_command, add_json
from companion.cli.failure import OK
from companion.cli.output import print_json, print_table, remark, when
from companion.cli.session import with_companion
from companion.domain import Status, status_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.cli.commands import Commands
    from companion.client import APIClient
    from companion.messages.shapes import JobItem

HEADINGS = ("id", "status", "title", "company", "location", "changed")


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "jobs",
        _run,
        summary="list and search jobs, newest change first",
        examples="""applyonce jobs
        applyonce jobs --status unconfirmed
        applyonce jobs --q "rust berlin"
        applyonce jobs --json | jq -r '.items[].job.url'""",
    )
    parser.add_argument("--status", type=status_name, metavar="STATUS", help=f"only these: {status_names()}")
    parser.add_argument(
        "--q", metavar="TEXT", help="only those with this in title, company, location or address"
    )
    parser.add_argument("--limit", type=_positive, metavar="N", help="at most so many (all by default)")
    add_json(parser)


def status_name(text: str) -> str:
    """Return a status given by number or name as the API writes it. Raises ArgumentTypeError."""
    try:
        return status_of(text.replace("-", "_")).word
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def status_names() -> str:
    """Return the names of all statuses."""
    return ", ".join(status.word for status in Status)


def print_jobs(items: Iterable[JobItem]) -> None:
    """Print a table of jobs."""
    from companion.cli.find_job import short_id

    print_table(
        HEADINGS,
        (
            (
                short_id(item.job.id),
                status_word(item),
                item.job.title or item.job.url,
                item.job.company,
                item.job.location,
                when(item.application.updated_at if item.application else item.job.first_seen),
            )
            for item in items
        ),
        wide="title",
    )


def status_word(item: JobItem) -> str:
    """Return the word for where a job stands: "seen" where no application was ever begun."""
    return item.application.status_name if item.application else "seen"


def _run(arguments: argparse.Namespace) -> int:
    async def work(client: APIClient) -> int:
        items: list[JobItem] = []
        async for item in client.all_jobs(status=arguments.status, q=arguments.q):
            items.append(item)
            if len(items) == arguments.limit:
                break
        if arguments.json:
            print_json({"items": [item.model_dump(mode="json") for item in items], "next": None})
        elif items:
            print_jobs(items)
        else:
            narrowed = arguments.status is not None or arguments.q is not None
            remark(
                "No job fits."
                if narrowed
                else "No job is known yet. Open one in your browser, or queue its URL."
            )
        return OK

    return with_companion(work)


def _positive(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError("must be a whole number from 1 on")
    return int(text)
