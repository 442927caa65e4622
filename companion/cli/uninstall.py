"""``applyonce uninstall``: take the registrations back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.cli.commands import add_command, add_json
from companion.cli.failure import OK
from companion.cli.install import add_places, change_registrations
from companion.cli.output import say
from native_host.paths import data_dir
from native_host.registration import uninstall

if TYPE_CHECKING:
    import argparse

    from companion.cli.commands import Commands


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "uninstall",
        _run,
        summary="take the registration with browsers back; your data stays",
        details="Without options: everywhere that “install” has registered.",
        examples="applyonce uninstall\napplyonce uninstall --browser firefox",
    )
    add_places(parser)
    add_json(parser)


def _run(arguments: argparse.Namespace) -> int:
    change_registrations(uninstall, arguments)
    if not arguments.json and data_dir().exists():
        say(f"\nYour applications, profile and documents are still in {data_dir()}.")
    return OK
