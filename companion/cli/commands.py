"""What all commands share in their parsers."""

from __future__ import annotations

import argparse
import functools
import sys
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[[argparse.Namespace], int]
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

JOB_HELP = "a job's id (its first characters will do), key, address, or words that only its title has"


HelpFormatter = functools.partial(argparse.RawDescriptionHelpFormatter, max_help_position=26, width=100)
"""Keeps the line breaks of examples; the same on every terminal, so that the documentation can show it."""


class Parser(argparse.ArgumentParser):
    """Says what to do next where a command line cannot be understood; its commands' parsers are of this kind."""

    def error(self, message: str) -> NoReturn:
        """Write the usage, what is wrong and where help is, and exit with 2."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {message}\n“{self.prog} --help” says how it is used.\n")

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Let the command itself refuse what it does not know: its own help says what there is."""
        parsed, unknown = super().parse_known_args(args, namespace)
        if unknown:
            self.error(f"unrecognized arguments: {' '.join(unknown)}")
        return parsed, unknown


def add_command(
    commands: Commands, name: str, run: Run | None, *, summary: str, details: str = "", examples: str = ""
) -> argparse.ArgumentParser:
    """Add a command's parser. `run` takes the parsed arguments and returns the exit code."""
    epilog = f"examples:\n{_indented(examples)}" if examples else None
    parser = commands.add_parser(
        name,
        help=summary,
        description=f"{summary[0].upper()}{summary[1:]}.\n\n{_unindented(details)}".strip(),
        epilog=epilog,
        formatter_class=HelpFormatter,
    )
    if run is not None:
        parser.set_defaults(run=run)
    return parser


def add_group(commands: Commands, name: str, *, summary: str, examples: str = "") -> Commands:
    """Add a command that has commands of its own, and return where to add those."""
    parser = add_command(commands, name, None, summary=summary, examples=examples)
    return parser.add_subparsers(metavar="ACTION", required=True, title="actions")


def add_json(parser: argparse.ArgumentParser) -> None:
    """Add ``--json``."""
    parser.add_argument("--json", action="store_true", help="print JSON in the shapes of the HTTP API")


def _unindented(text: str) -> str:
    return "\n".join(line.strip() for line in text.strip().splitlines())


def _indented(text: str) -> str:
    return "\n".join(f"  {line.strip()}" for line in text.strip().splitlines())
