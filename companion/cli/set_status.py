"""``applyonce set-status``: set an application's status by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.cli.commands import JOB_HELP, add_command, add_json
from companion.cli.failure import OK, CommandFailed
from companion.cli.jobs import status_name, status_names
from companion.cli.output import print_json, say
from companion.cli.session import with_companion

if TYPE_CHECKING:
    import argparse
    from uuid import UUID

    from companion.cli.commands import Commands
    from companion.client import APIClient


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "set-status",
        _run,
        summary="set the status of a job's application",
        details="""“applied” is for jobs that you applied to elsewhere; an address never seen before is taken too.
        interview, offer, rejected and withdrawn follow applied. “in_progress” claims the job for a program of
        your own, “pending” gives it back. What a browser tab works on is never taken from it.""",
        examples="""applyonce set-status https://boards.greenhouse.io/acme/jobs/4012345 applied
        applyonce set-status "rust berlin" interview
        applyonce set-status 1f0c9d2e in_progress --json""",
    )
    parser.add_argument("job", metavar="JOB", help=JOB_HELP)
    parser.add_argument("status", type=status_name, metavar="STATUS", help=status_names())
    parser.add_argument("--fence", type=int, metavar="N", help="only while the application is at this fence")
    add_json(parser)


def _run(arguments: argparse.Namespace) -> int:
    async def work(client: APIClient) -> int:
        job_id = await _job_id(client, arguments.job)
        result = await client.set_status(job_id, arguments.status, fence=arguments.fence)
        if arguments.json:
            print_json(result)
        else:
            fence = f" (fence {result.fence})" if result.status == "in_progress" else ""
            say(f"{result.message.rstrip('.')}{fence}.")
        return OK

    return with_companion(work)


async def _job_id(client: APIClient, text: str) -> UUID:
    """Return the job's id; an address that is not known yet becomes a job."""
    from companion.cli.find_job import find_job

    try:
        return (await find_job(client, text)).job.id
    except CommandFailed as failure:
        if failure.code != "not_found" or "://" not in text:
            raise
    return (await client.identify(text)).job.id
