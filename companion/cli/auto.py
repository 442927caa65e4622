"""``applyonce auto``: start and stop the loop that works through the queue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.cli.commands import add_command, add_group, add_json
from companion.cli.failure import OK
from companion.cli.output import print_fields, print_json, say
from companion.cli.queue import print_queue
from companion.cli.session import with_companion

if TYPE_CHECKING:
    import argparse
    from collections.abc import Awaitable, Callable

    from companion.cli.commands import Commands
    from companion.client import APIClient
    from companion.messages.settings import AutoApplyResult

_EXECUTORS = {"connected": "your own browser", "own_browser": "a Chromium of its own"}


def add_to(commands: Commands) -> None:
    """Add the command."""
    actions = add_group(
        commands,
        "auto",
        summary="start, stop and watch auto-apply",
        examples="applyonce auto start\napplyonce auto start --own-browser --headless\napplyonce auto status",
    )
    starting = add_command(
        actions,
        "start",
        _start,
        summary="work through the queue in the background",
        details="""In the browser that has the extension, or in a Chromium of its own. Forms are filled; they
        are sent without you only where your settings say so for that board. Captchas and log-ins wait for you.""",
        examples="""applyonce auto start
        applyonce auto start --own-browser --headless""",
    )
    starting.add_argument(
        "--own-browser", action="store_true", help="use a Chromium of its own instead of yours"
    )
    starting.add_argument("--headless", action="store_true", help="without a window; only with --own-browser")
    add_json(starting)
    starting.set_defaults(parser=starting)
    stopping = add_command(actions, "stop", _stop, summary="stop after what is being worked on")
    add_json(stopping)
    status = add_command(actions, "status", _status, summary="show what auto-apply does and waits for")
    add_json(status)


def print_auto_apply(result: AutoApplyResult) -> None:
    """Print what the loop does."""
    print_fields(
        (
            ("auto-apply", result.state),
            ("works in", _EXECUTORS[result.executor]),
            ("waits for" if result.state == "running" else "stopped by", result.waiting_for),
            ("sent today", f"{result.sent_today} of at most {result.policy.daily_cap}"),
            ("queue", str(len(result.queue))),
        )
    )


def _start(arguments: argparse.Namespace) -> int:
    if arguments.headless and not arguments.own_browser:
        arguments.parser.error("--headless is for --own-browser: your own browser has its windows")

    async def start(client: APIClient) -> AutoApplyResult:
        return await client.auto_apply_start(
            executor="own_browser" if arguments.own_browser else "connected", headless=arguments.headless
        )

    return _carry_out(start, arguments)


def _stop(arguments: argparse.Namespace) -> int:
    return _carry_out(lambda client: client.auto_apply_stop(), arguments)


def _status(arguments: argparse.Namespace) -> int:
    return _carry_out(lambda client: client.auto_apply(), arguments, with_queue=True)


def _carry_out(
    call: Callable[[APIClient], Awaitable[AutoApplyResult]],
    arguments: argparse.Namespace,
    *,
    with_queue: bool = False,
) -> int:
    async def work(client: APIClient) -> int:
        result = await call(client)
        if arguments.json:
            print_json(result)
            return OK
        print_auto_apply(result)
        if with_queue and result.queue:
            say("")
            print_queue(result)
        return OK

    return with_companion(work)
