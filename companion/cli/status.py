"""``applyonce status``: what is going on, and what needs the user."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from companion.cli.auto import print_auto_apply
from companion.cli.commands import add_command, add_json
from companion.cli.failure import OK
from companion.cli.jobs import print_jobs
from companion.cli.output import print_fields, print_json, say
from companion.cli.session import with_companion
from native_host.paths import data_dir

if TYPE_CHECKING:
    import argparse

    from companion.cli.commands import Commands
    from companion.client import APIClient
    from companion.protocol import JobItem

_COUNT = re.compile(r"^applyonce_(\w+) (\d+)$", re.MULTILINE)


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "status",
        _run,
        summary="show what is going on, and what needs you",
        details="A companion that does not run is not started by this.",
        examples="applyonce status\napplyonce status --json | jq .running",
    )
    add_json(parser)


def _run(arguments: argparse.Namespace) -> int:
    async def work(client: APIClient) -> int:
        if not await client.is_running():
            _say_not_running(as_json=arguments.json)
            return OK
        health = await client.health()
        auto_apply = await client.auto_apply()
        items = [item async for item in client.all_jobs()]
        by_status = Counter(item.application.status_name for item in items if item.application)
        in_progress, unconfirmed = _with_status(items, "in_progress"), _with_status(items, "unconfirmed")
        counts = {match[1]: int(match[2]) for match in _COUNT.finditer(await client.metrics())}
        if arguments.json:
            print_json(
                {
                    "running": True,
                    "home": str(client.home),
                    "health": health.model_dump(mode="json"),
                    "browsers_connected": counts.get("native_connections", 0),
                    "applications": dict(by_status),
                    "duplicates_prevented": counts.get("duplicates_prevented_total", 0),
                    "in_progress": [item.model_dump(mode="json") for item in in_progress],
                    "unconfirmed": [item.model_dump(mode="json") for item in unconfirmed],
                    "auto_apply": auto_apply.model_dump(mode="json"),
                }
            )
            return OK
        print_fields(
            (
                ("companion", f"running, version {health.version}, pid {health.pid}"),
                ("browsers", f"{counts.get('native_connections', 0)} connected"),
                (
                    "applications",
                    ", ".join(f"{n} {name}" for name, n in by_status.items()) or "none yet",
                ),
                ("duplicates prevented", str(counts.get("duplicates_prevented_total", 0))),
            )
        )
        print_auto_apply(auto_apply)
        _print_jobs(in_progress, unconfirmed)
        return OK

    return with_companion(work, start=False)


def _print_jobs(in_progress: list[JobItem], unconfirmed: list[JobItem]) -> None:
    parked = [item for item in in_progress if item.application and item.application.parked]
    working = [item for item in in_progress if item not in parked]
    if working:
        say("\nin progress")
        print_jobs(working)
    if parked:
        say("\nwaits for you")
        print_jobs(parked)
    if unconfirmed:
        say("\nnot known whether it was sent: look into your mail, then “applyonce resolve JOB applied”")
        print_jobs(unconfirmed)


def _say_not_running(*, as_json: bool) -> None:
    if as_json:
        print_json({"running": False, "home": str(data_dir())})
    else:
        say(
            "The companion is not running. A job page in your browser starts it, and so does “applyonce jobs”."
        )


def _with_status(items: list[JobItem], status: str) -> list[JobItem]:
    return [item for item in items if item.application and item.application.status_name == status]
