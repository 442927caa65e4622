"""``applyonce status``: what is going on, and what needs the user."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from companion.cli.auto import print_auto_apply
from companion.cli.commands import add_command, add_json
from companion.cli.failure import FAILED, OK
from companion.cli.jobs import print_jobs
from companion.cli.output import print_fields, print_json, raw, remark, say
from companion.cli.session import with_companion
from native_host.paths import data_dir

if TYPE_CHECKING:
    import argparse

    from companion.cli.commands import Commands
    from companion.client import APIClient
    from companion.messages.connection import HealthResult
    from companion.messages.settings import AutoApplyResult
    from companion.messages.shapes import JobItem

_COUNT = re.compile(r"^applyonce_(\w+) (\d+)$", re.MULTILINE)
_CLEAR = "\x1b[H\x1b[2J"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What is going on at one moment."""

    health: HealthResult
    auto_apply: AutoApplyResult
    by_status: dict[str, int]
    in_progress: list[JobItem]
    unconfirmed: list[JobItem]
    browsers: int
    prevented: int

    def as_json(self, home: str) -> dict[str, Any]:
        """Return it as `--json` prints it."""
        return {
            "running": True,
            "home": home,
            "health": self.health.model_dump(mode="json"),
            "browsers_connected": self.browsers,
            "applications": self.by_status,
            "duplicates_prevented": self.prevented,
            "in_progress": [item.model_dump(mode="json") for item in self.in_progress],
            "unconfirmed": [item.model_dump(mode="json") for item in self.unconfirmed],
            "auto_apply": self.auto_apply.model_dump(mode="json"),
        }


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "status",
        _run,
        summary="show what is going on, and what needs you",
        details="A companion that does not run is not started by this.",
        examples="applyonce status\napplyonce status --watch\napplyonce status --json | jq .running",
    )
    parser.add_argument(
        "--watch",
        action="store_true",
        help="show it anew after each change, until Ctrl-C (with --json: a line each)",
    )
    add_json(parser)


def _run(arguments: argparse.Namespace) -> int:
    async def work(client: APIClient) -> int:
        if not await client.is_running():
            if arguments.json:
                print_json({"running": False, "home": str(data_dir())})
            else:
                say(
                    "The companion is not running. Job pages in your browser start it, and so do other commands."
                )
            return OK
        if arguments.watch:
            return await _watch(client, as_json=arguments.json)
        snapshot = await _snapshot(client)
        if arguments.json:
            print_json(snapshot.as_json(str(client.home)))
        else:
            _print(snapshot)
        return OK

    return with_companion(work, start=False)


async def _watch(client: APIClient, *, as_json: bool) -> int:
    """Show what is going on now and after each change; returns when the companion ends."""
    seen = await _show_anew(client, as_json=as_json)
    async for event in client.stream_events(since=seen):
        # What had happened when the last snapshot was taken is in it: a claim is several events.
        if event.seq > seen or event.event == "reset":
            seen = await _show_anew(client, as_json=as_json)
    remark("The companion has ended.")
    return FAILED


async def _show_anew(client: APIClient, *, as_json: bool) -> int:
    """Show what is going on, and return the number of the newest event that is surely in it."""
    newest = (await client.events(limit=1)).seq
    snapshot = await _snapshot(client)
    if as_json:
        raw(json.dumps(snapshot.as_json(str(client.home)), ensure_ascii=False) + "\n")
    else:
        raw(_CLEAR if sys.stdout.isatty() else "\n")
        _print(snapshot)
    sys.stdout.flush()
    return newest


async def _snapshot(client: APIClient) -> Snapshot:
    items = [item async for item in client.all_jobs()]
    counts = {match[1]: int(match[2]) for match in _COUNT.finditer(await client.metrics())}
    return Snapshot(
        health=await client.health(),
        auto_apply=await client.auto_apply(),
        by_status=dict(Counter(item.application.status_name for item in items if item.application)),
        in_progress=_with_status(items, "in_progress"),
        unconfirmed=_with_status(items, "unconfirmed"),
        browsers=counts.get("native_connections", 0),
        prevented=counts.get("duplicates_prevented_total", 0),
    )


def _with_status(items: list[JobItem], status: str) -> list[JobItem]:
    return [item for item in items if item.application and item.application.status_name == status]


def _print(snapshot: Snapshot) -> None:
    print_fields(
        (
            ("companion", f"running, version {snapshot.health.version}, pid {snapshot.health.pid}"),
            ("browsers", f"{snapshot.browsers} connected"),
            (
                "applications",
                ", ".join(f"{n} {name}" for name, n in snapshot.by_status.items()) or "none yet",
            ),
            ("duplicates prevented", str(snapshot.prevented)),
        )
    )
    print_auto_apply(snapshot.auto_apply)
    parked = [item for item in snapshot.in_progress if item.application and item.application.parked]
    for heading, items in (
        ("in progress", [item for item in snapshot.in_progress if item not in parked]),
        ("waits for you", parked),
        (_OPEN_OUTCOMES, snapshot.unconfirmed),
    ):
        if items:
            say(f"\n{heading}")
            print_jobs(items)


_OPEN_OUTCOMES = "not known whether it was sent: look into your mail, then “applyonce resolve JOB applied”"
_NOT_RUNNING = "The companion is not running. Job pages in your browser start it, and so do other commands."
