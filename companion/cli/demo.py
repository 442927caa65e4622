"""``applyonce demo``: see it at work on a sample job board."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from companion.cli.commands import add_command, add_json
from companion.cli.failure import FAILED, INTERRUPTED, OK, CommandFailed
from companion.cli.output import print_fields, print_json, remark, say

if TYPE_CHECKING:
    from companion.cli.commands import Commands
    from companion.demo.tally import Result

ALL_JOBS = 12
SCREENSHOTS = Path("demo-screenshots")


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "demo",
        _run,
        summary="watch auto-apply and a user at the same jobs, one application each",
        details="""Starts a sample job board on this machine, a Chromium with the extension, and a companion
        of its own. Auto-apply works through 12 jobs (Greenhouse's new and old pages, Lever, Ashby, an
        employer's own site) while a simulated user clicks Apply on the very same ones, in two other tabs each,
        and the companion is killed in the middle. The board counts what it receives.

        Nothing of yours is touched: data directory and browser profile are temporary, no address outside of
        this machine is contacted. It ends with 0 if each job got exactly one application, else with 1.
        With a display it stays open to play with, until Ctrl-C.""",
        examples="""applyonce demo
        applyonce demo --headless --jobs 3
        applyonce demo --headless --json | jq .received
        applyonce demo --screenshots pictures""",
    )
    window = parser.add_mutually_exclusive_group()
    window.add_argument(
        "--headless",
        action="store_true",
        default=None,
        help="without a window (so where there is no display)",
    )
    window.add_argument("--headed", action="store_false", dest="headless", help="with a window, to look on")
    parser.add_argument(
        "--jobs", type=_jobs, default=ALL_JOBS, metavar="N", help=f"the first N of the {ALL_JOBS} jobs"
    )
    parser.add_argument(
        "--screenshots",
        type=Path,
        default=SCREENSHOTS,
        metavar="DIR",
        help=f"where to leave pictures of the button in each state and of the popup (default: {SCREENSHOTS})",
    )
    parser.add_argument(
        "--keep", action="store_true", help="keep the temporary data directory and profile, to look into"
    )
    add_json(parser)


def _run(arguments: argparse.Namespace) -> int:
    # Playwright and all that the demo brings is for this command alone.
    from companion.demo.browser import has_display
    from companion.demo.show import Options, perform
    from companion.demo.waiting import DemoError

    headless = not has_display() if arguments.headless is None else arguments.headless
    options = Options(
        headless=headless,
        jobs=arguments.jobs,
        screenshots=arguments.screenshots,
        keep=arguments.keep,
        silent=arguments.json,
        stay=not headless and not arguments.json,
    )
    results: list[Result] = []

    def finished(result: Result, kept: Path | None) -> None:
        results.append(result)
        _print(result, arguments, kept, stays=options.stay)

    async def play() -> None:
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 -- a coroutine that runs has one
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
        await perform(options, sys.stdout, finished)

    try:
        asyncio.run(play())
    except DemoError as error:
        raise CommandFailed(str(error), error.advice) from error
    except (KeyboardInterrupt, asyncio.CancelledError):
        if not results:
            return INTERRUPTED
    return OK if results[0].passed else FAILED


def _print(result: Result, arguments: argparse.Namespace, kept: Path | None, *, stays: bool) -> None:
    if arguments.json:
        print_json({**result.as_json(), "screenshots": str(arguments.screenshots)})
    else:
        say("")
        print_fields(
            (
                ("jobs", str(result.jobs)),
                ("received by the board", f"{result.received}{_verdict(result)}"),
                ("clicks on Apply", _clicks(result)),
                ("duplicates prevented", f"{result.duplicates_prevented}, each refused by the companion"),
                ("attempts", str(result.attempts)),
                ("unconfirmed", str(result.unconfirmed)),
                ("companion", f"killed and started again {result.restarts} time(s)"),
                ("time", f"{result.seconds:.1f} s"),
                ("pictures", str(arguments.screenshots)),
            )
        )
    if kept is not None:
        remark(f"Kept: {kept}")
    if stays:
        remark("Everything is still open, to play with. Ctrl-C ends it and removes what was made.")


def _clicks(result: Result) -> str:
    in_vain = result.clicks - result.clicks_won
    return f"{result.clicks} by the user: {result.clicks_won} got the job, {in_vain} started nothing"


def _verdict(result: Result) -> str:
    if result.passed:
        return ": exactly one for each job"
    return f": NOT one for each job ({result.received_twice} job(s) got more than one)"


def _jobs(text: str) -> int:
    number = int(text)
    if not 1 <= number <= ALL_JOBS:
        raise argparse.ArgumentTypeError(f"from 1 to {ALL_JOBS}")
    return number
