"""``applyonce resolve``: say how an application ended whose outcome is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.cli.commands import JOB_HELP, add_command, add_json
from companion.cli.failure import OK, CommandFailed
from companion.cli.output import print_json, say
from companion.cli.session import with_companion

if TYPE_CHECKING:
    import argparse

    from companion.cli.commands import Commands
    from companion.client import APIClient


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "resolve",
        _run,
        summary="say whether an unconfirmed application was sent",
        details="""Look into your mail or the job board first: “not-applied” lets the job be applied to again,
        and if the first one did arrive, the employer has two.""",
        examples="""applyonce resolve 1f0c9d2e applied --note "mail of confirmation came"
        applyonce resolve greenhouse:4012345 not-applied""",
    )
    parser.add_argument("job", metavar="JOB", help=JOB_HELP)
    parser.add_argument("outcome", choices=("applied", "not-applied"), help="how it ended")
    parser.add_argument("--note", default="", metavar="TEXT", help="how you know; kept with the application")
    add_json(parser)


def _run(arguments: argparse.Namespace) -> int:
    from companion.cli.find_job import find_job, job_line

    async def work(client: APIClient) -> int:
        found = await find_job(client, arguments.job)
        if found.application is None:
            raise CommandFailed(
                f"No application to {job_line(found)} was begun, so there is nothing to resolve.",
                "If you applied elsewhere: applyonce set-status JOB applied",
            )
        applied = arguments.outcome == "applied"
        application = await client.resolve(
            found.application.id, "applied" if applied else "not_applied", note=arguments.note
        )
        if arguments.json:
            print_json({"application": application.model_dump(mode="json")})
        else:
            say(f"{job_line(found)}: {application.status_name}.")
        return OK

    return with_companion(work)
