"""``applyonce backup``: copy the database now, or list the copies that there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion.cli.commands import add_command, add_json
from companion.cli.failure import OK, CommandFailed
from companion.cli.output import print_json, print_table, remark, say, when
from native_host.paths import data_dir

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from companion.cli.commands import Commands

_BUSY_SECONDS = 5.0


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "backup",
        _run,
        summary="copy the database now, or list its backups",
        details="""The companion makes a backup each day that it runs, and before each update of the database.
        The newest seven are kept, those made by this command counted in, in the folder “backups” of the data
        directory. It may run meanwhile. The files of your documents are not copied: they never change.
        “applyonce restore” puts a backup in place.""",
        examples="applyonce backup\napplyonce backup --list",
    )
    parser.add_argument("--list", action="store_true", help="only list what there is, the newest first")
    add_json(parser)


def _run(arguments: argparse.Namespace) -> int:
    return _list(arguments) if arguments.list else _make(arguments)


def _make(arguments: argparse.Namespace) -> int:
    made = described(_copy(data_dir()))
    if arguments.json:
        print_json(made)
    else:
        say(f"Backed up {contents_line(made)} to {made['path']}.")
    return OK


def _copy(home: Path) -> Path:
    import contextlib
    import sqlite3

    from companion.store.backup import make_backup
    from companion.store.put_back import DATABASE

    database = home / DATABASE
    if not database.exists():
        raise CommandFailed(
            f"There is no database in {home} yet, so there is nothing to back up.", code="not_found"
        )
    try:
        # Read-only: the companion's own connection is the only one that ever writes.
        uri = f"{database.resolve().as_uri()}?mode=ro"
        with contextlib.closing(
            sqlite3.connect(uri, uri=True, timeout=_BUSY_SECONDS, isolation_level=None)
        ) as connection:
            return make_backup(connection, home)
    except (sqlite3.Error, OSError) as error:
        raise CommandFailed(f"No backup could be made: {str(error).rstrip('.')}.") from error


def _list(arguments: argparse.Namespace) -> int:
    from companion.store.backup import backups

    found = [described(path) for path in backups(data_dir())]
    if arguments.json:
        print_json({"backups": found})
    elif found:
        print_table(
            ("name", "made", "jobs", "sent", "bytes", "state"),
            (
                (one["name"], when(one["made_at"]), *_counts(one), f"{one['size']:,}", one["problem"] or "ok")
                for one in found
            ),
            wide="state",
        )
    else:
        remark("There is no backup yet: applyonce backup")
    return OK


def described(path: Path) -> dict[str, Any]:
    """Return what `--json` shows of a backup; `problem` is a sentence where it cannot be used."""
    from companion.store.put_back import UnusableBackupError, examine, made_at

    shown: dict[str, Any] = {"name": path.name, "path": str(path), "made_at": made_at(path)}
    try:
        contents = examine(path)
    except UnusableBackupError as error:
        return {**shown, "size": path.stat().st_size, "jobs": None, "sent": None, "problem": str(error)}
    return {
        **shown,
        "size": contents.size,
        "jobs": contents.jobs,
        "sent": contents.sent,
        "problem": None,
    }


def contents_line(one: dict[str, Any]) -> str:
    """Return in words what a backup holds."""
    return f"{one['jobs']} {'job' if one['jobs'] == 1 else 'jobs'}, {one['sent']} sent,"


def _counts(one: dict[str, Any]) -> tuple[str, str]:
    return ("", "") if one["problem"] else (str(one["jobs"]), str(one["sent"]))
