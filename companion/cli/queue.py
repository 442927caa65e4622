"""``applyonce queue``: the jobs that auto-apply will work on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from companion.cli.commands import JOB_HELP, add_command, add_group, add_json
from companion.cli.failure import OK, CommandFailed
from companion.cli.output import print_json, print_table, remark, say
from companion.cli.session import with_companion

if TYPE_CHECKING:
    import argparse

    from companion.cli.commands import Commands
    from companion.client import APIClient
    from companion.messages.settings import AutoApplyResult, QueueItem


def add_to(commands: Commands) -> None:
    """Add the command."""
    actions = add_group(
        commands,
        "queue",
        summary="put jobs into the queue of auto-apply, list it, take jobs out",
        examples="""applyonce queue add https://jobs.lever.co/acme/0f6a1a4c-…
        applyonce queue add - < addresses.txt
        applyonce queue list
        applyonce queue remove rust berlin""",
    )
    adding = add_command(
        actions,
        "add",
        _add,
        summary="add jobs by their addresses",
        details="""A job that has an application already is not applied to again. Jobs are worked on once
        auto-apply runs (applyonce auto start).""",
        examples="applyonce queue add URL URL\napplyonce queue add - < addresses.txt",
    )
    adding.add_argument(
        "urls", nargs="+", metavar="URL", help="a job's address; - reads one a line from stdin"
    )
    add_json(adding)
    listing = add_command(actions, "list", _list, summary="list the queue")
    add_json(listing)
    removing = add_command(
        actions,
        "remove",
        _remove,
        summary="take a job out of the queue",
        examples="applyonce queue remove 1f0c9d2e",
    )
    removing.add_argument("job", nargs="+", metavar="JOB", help=JOB_HELP)
    add_json(removing)


def print_queue(result: AutoApplyResult) -> None:
    """Print the queue's table."""
    from companion.cli.find_job import short_id

    def row(item: QueueItem) -> tuple[str, ...]:
        return (
            short_id(item.job.id),
            item.state.replace("_", " "),
            item.job.title or item.job.url,
            item.job.company,
            item.why,
        )

    print_table(("id", "state", "title", "company", "why"), map(row, result.queue), wide="title")


def _add(arguments: argparse.Namespace) -> int:
    urls = [
        url for given in arguments.urls for url in (sys.stdin.read().split() if given == "-" else [given])
    ]
    if not urls:
        raise CommandFailed("No address was read from stdin.", "Give one address a line.")

    async def work(client: APIClient) -> int:
        result = await client.auto_apply_queue(urls)
        if arguments.json:
            print_json(result)
        else:
            say(f"{_jobs(len(result.queue))} in the queue.{_hint(result)}")
        return OK

    return with_companion(work)


def _list(arguments: argparse.Namespace) -> int:
    async def work(client: APIClient) -> int:
        result = await client.auto_apply()
        if arguments.json:
            print_json(result)
        elif result.queue:
            print_queue(result)
            if hint := _hint(result):
                remark(hint.strip())
        else:
            remark("The queue is empty. To add a job: applyonce queue add URL")
        return OK

    return with_companion(work)


def _remove(arguments: argparse.Namespace) -> int:
    from companion.cli.find_job import find_job, job_line

    async def work(client: APIClient) -> int:
        found = await find_job(client, " ".join(arguments.job))
        if all(item.job.id != found.job.id for item in (await client.auto_apply()).queue):
            raise CommandFailed(
                f"{job_line(found)} is not in the queue.", "See: applyonce queue list", code="not_found"
            )
        result = await client.auto_apply_dequeue(found.job.id)
        if arguments.json:
            print_json(result)
        else:
            say(f"Taken out of the queue: {job_line(found)}.")
        return OK

    return with_companion(work)


def _hint(result: AutoApplyResult) -> str:
    if result.state == "stopped" and result.queue:
        return " Auto-apply is stopped: applyonce auto start"
    return f" Auto-apply waits for {result.waiting_for}." if result.waiting_for else ""


def _jobs(count: int) -> str:
    return "1 job is" if count == 1 else f"{count} jobs are"
