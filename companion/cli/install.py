"""``applyonce install``: register the native host with browsers."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from companion.cli.commands import add_command, add_json
from companion.cli.failure import FAILED, OK, CommandFailed
from companion.cli.output import print_json, say
from native_host.browsers import BROWSERS
from native_host.paths import data_dir
from native_host.registration import Registration, RegistrationError, install

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from companion.cli.commands import Commands

CHECKOUT = Path(__file__).resolve().parents[2]
"""Where manifest.json lies when this runs from a checkout: the folder that browsers load."""


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "install",
        _run,
        summary="register with browsers, so that the extension finds the companion",
        details="""Without options: with every known browser of this user. It may be run again and again, and has
        to be after ApplyOnce was moved or its Python changed.""",
        examples="""applyonce install
        applyonce install --browser chromium --browser firefox
        applyonce install --user-data-dir ~/chromium-for-jobs""",
    )
    add_places(parser)
    add_json(parser)


def add_places(parser: argparse.ArgumentParser) -> None:
    """Add the options that name browsers."""
    parser.add_argument(
        "--browser",
        action="append",
        default=[],
        choices=BROWSERS,
        metavar="NAME",
        help=f"this browser only: {', '.join(BROWSERS)}; may be given more than once",
    )
    parser.add_argument(
        "--user-data-dir",
        action="append",
        default=[],
        type=Path,
        metavar="DIR",
        help="a Chromium-family browser that is started with this --user-data-dir; may be given more than once",
    )


def change_registrations(
    change: Callable[[Sequence[str], Sequence[Path], Path], list[Registration]], arguments: argparse.Namespace
) -> list[Registration]:
    """Carry out a change of the registrations and print it. Raises CommandFailed."""
    try:
        done = change(arguments.browser, arguments.user_data_dir, data_dir())
    except (RegistrationError, OSError) as error:
        raise CommandFailed(
            _sentence(error), "“applyonce doctor” looks at everything that is needed."
        ) from error
    if arguments.json:
        print_json([{**asdict(item), "manifest": str(item.manifest)} for item in done])
    else:
        for item in done:
            say(item.message)
    return done


def _run(arguments: argparse.Namespace) -> int:
    done = change_registrations(install, arguments)
    registered = any(item.outcome in ("written", "unchanged") for item in done)
    if not arguments.json:
        say(_next_steps() if registered else _NO_BROWSER)
    return OK if registered else FAILED


_NO_BROWSER = """
No browser was found. Start your browser once and run this again, or name it:
  applyonce install --browser chromium"""


def _next_steps() -> str:
    steps = ["", "Next:"]
    if (CHECKOUT / "manifest.json").is_file():
        steps += [
            f"  Chromium: open chrome://extensions, turn on Developer mode, “Load unpacked”: {CHECKOUT}",
            "  Firefox:  open about:debugging, “This Firefox”, “Load Temporary Add-on”: manifest.json there",
        ]
    else:
        steps.append("  Add the ApplyOnce extension to the browser")
    return "\n".join([*steps, "  applyonce profile import resume.json", "  applyonce doctor"])


def _sentence(error: Exception) -> str:
    text = str(error)
    return f"{text[:1].upper()}{text[1:]}".rstrip(".") + "."
