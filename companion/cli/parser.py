"""The command line's parser. Only the modules that a command line needs are imported."""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING

from companion import __version__
from companion.cli.commands import HelpFormatter, Parser, add_command

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from companion.cli.commands import Commands

COMMANDS = (
    "demo",
    "install",
    "uninstall",
    "doctor",
    "status",
    "jobs",
    "job",
    "queue",
    "auto",
    "resolve",
    "set-status",
    "profile",
    "documents",
    "answers",
    "export",
    "backup",
    "restore",
    "serve",
    "token",
)
"""Each is a module of this package (with ``_`` for ``-``) that has ``add_to(commands)``."""

_DESCRIPTION = """\
ApplyOnce makes sure that each job gets exactly one application.

Start with:
  applyonce demo                        see it work on a sample job board
  applyonce install                     register with your browsers
  applyonce doctor                      see whether all is well
  applyonce profile import resume.json  what forms are filled from
  applyonce status                      what is going on
"""
_EPILOG = "“applyonce COMMAND --help” explains a command, with examples."


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Parse a command line; its `run` takes the result. Exits with 2 where it cannot be understood."""
    named = arguments[0] if arguments else ""
    parser: argparse.ArgumentParser = Parser(
        prog="applyonce",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=HelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"applyonce {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True, title="commands")
    for name in (named,) if named in COMMANDS else COMMANDS:
        _add(commands, name)
    if not arguments:
        parser.print_help(sys.stderr)
        parser.exit(2)
    return parser.parse_args(arguments)


def _add(commands: Commands, name: str) -> None:
    module = importlib.import_module(f"companion.cli.{name.replace('-', '_')}")
    if name != "serve":
        module.add_to(commands)
        return
    parser = add_command(
        commands,
        "serve",
        module.run,
        summary="run the companion in the foreground",
        details="""Browsers and the other commands start it in the background when they need it: this is for
        services, for looking on, and for the HTTP API over TCP. It ends on Ctrl-C or SIGTERM.""",
        examples="applyonce serve\napplyonce serve --port 8765",
    )
    module.add_arguments(parser)
