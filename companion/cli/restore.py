"""``applyonce restore``: put a backup in the place of the database."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from companion.cli.backup import contents_line, described
from companion.cli.commands import add_command, add_json
from companion.cli.failure import OK, CommandFailed
from companion.cli.output import print_json, remark, say, when
from companion.cli.pick import pick
from native_host.paths import data_dir

if TYPE_CHECKING:
    import argparse

    from companion.cli.commands import Commands

_YES = frozenset({"y", "yes"})


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "restore",
        _run,
        summary="put a backup in the place of the database, the newest or the one named",
        details="""The companion must be stopped: close the browsers that have the extension, then end it. A
        damaged database needs none of this: the companion's next start mends it.

        What stood there is moved into a folder “replaced-…” of the data directory, and can be put back in the
        same way. What was written since the backup is not in it: answers, the profile, what became of an
        application. What was about to be sent since then is known from a log of its own: at the next start
        each such application is “unconfirmed”, and you are asked about it, so that none is sent twice.
        What you applied to elsewhere and noted since, you have to note again.""",
        examples="""applyonce backup --list
        applyonce restore
        applyonce restore applyonce-20261124T201500 --yes
        applyonce restore ~/.local/share/applyonce/replaced-20261124T210000000000Z/applyonce.db""",
    )
    parser.add_argument(
        "backup",
        metavar="BACKUP",
        nargs="?",
        help="a backup's name or its beginning, or a file (the newest backup by default)",
    )
    parser.add_argument("--yes", action="store_true", help="do not ask")
    add_json(parser)


def _run(arguments: argparse.Namespace) -> int:
    import sqlite3

    from companion.service.access import UnsafeFileError
    from companion.service.lock import AlreadyRunningError, hold_lock
    from companion.store.put_back import UnusableBackupError, put_back

    home = data_dir()
    chosen = _choose(home, arguments.backup)
    try:
        # Held while the user is asked, too: an open browser would start the companion in between.
        with hold_lock(home):
            one = described(chosen)
            if one["problem"]:
                raise CommandFailed(
                    one["problem"], "See which are whole: applyonce backup --list", code="damaged"
                )
            _ask(one, home, yes=arguments.yes)
            aside = put_back(home, chosen)
    except AlreadyRunningError as error:
        raise _still_runs(error.pid) from error
    except (UnsafeFileError, UnusableBackupError, OSError, sqlite3.Error) as error:
        raise CommandFailed(f"Nothing was restored: {str(error).rstrip('.')}.") from error
    if arguments.json:
        print_json({"restored": one, "aside": None if aside is None else str(aside)})
        return OK
    say(f"Restored {contents_line(one)} as of {when(one['made_at'])}.")
    if aside is not None:
        say(f"What stood there is in {aside}.")
    say("What was about to be sent since is unconfirmed from the next start on:")
    say("  applyonce jobs --status unconfirmed")
    return OK


def _choose(home: Path, text: str | None) -> Path:
    from companion.store.backup import backups

    if text is not None and (os.sep in text or Path(text).is_file()):
        file = Path(text).expanduser()
        if not file.is_file():
            raise CommandFailed(f"There is no file {file}.", code="not_found")
        return file
    found = {path.name: path for path in backups(home)}
    if not found:
        raise CommandFailed(f"There is no backup in {home}.", code="not_found")
    if text is None:
        return next(iter(found.values()))
    return found[pick(text, {name: name for name in found}, what="backup", listing="applyonce backup --list")]


def _ask(one: dict[str, Any], home: Path, *, yes: bool) -> None:
    """Return where the user agrees. Raises CommandFailed."""
    if yes:
        return
    if not sys.stdin.isatty():
        raise CommandFailed("Nobody can be asked here.", "Add --yes to restore without a question.")
    remark(f"This puts {contents_line(one)} as of {when(one['made_at'])}, in the place of what is in {home}.")
    remark("What was written since is moved aside. Go on? [y/N]")
    if sys.stdin.readline().strip().casefold() not in _YES:
        raise CommandFailed("Nothing was changed.", code="declined")


def _still_runs(pid: int | None) -> CommandFailed:
    who = "The companion runs" if pid is None else f"The companion runs (pid {pid})"
    end = "end it" if pid is None else f"end it: kill {pid}"
    return CommandFailed(
        f"{who}, and nothing may be put under it.",
        f"Close the browsers that have the extension, or they start it anew; then {end}",
        code="companion_running",
        details={"pid": pid},
    )
