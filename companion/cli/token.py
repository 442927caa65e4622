"""``applyonce token``: the bearer token of the HTTP API over TCP."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.cli.commands import add_command, add_group
from companion.cli.failure import OK, CommandFailed
from companion.cli.output import say
from native_host.paths import data_dir, ensure_data_dir

if TYPE_CHECKING:
    import argparse

    from companion.cli.commands import Commands


def add_to(commands: Commands) -> None:
    """Add the command."""
    actions = add_group(
        commands,
        "token",
        summary="replace the token of the HTTP API over TCP",
        examples="applyonce token rotate",
    )
    add_command(
        actions,
        "rotate",
        _rotate,
        summary="make a new token; the old one is refused from then on",
        details="""Only “applyonce serve --port N” asks for it. It stands in the file “token” of the data
        directory, which only you can read; it is not printed, so that no terminal's history has it.""",
    )


def _rotate(arguments: argparse.Namespace) -> int:  # noqa: ARG001 -- every command takes its arguments
    from companion.service.access import TOKEN_FILE, rotate_token

    home = data_dir()
    try:
        ensure_data_dir(home)
        rotate_token(home)
    except OSError as error:
        raise CommandFailed(f"The token could not be replaced: {str(error).rstrip('.')}.") from error
    say(f"The new token is in {home / TOKEN_FILE}. Programs that use the old one are refused.")
    return OK
