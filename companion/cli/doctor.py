"""``applyonce doctor``: find what is wrong, and say what to do about it."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from companion.cli.commands import add_command, add_json
from companion.cli.failure import FAILED, OK
from companion.cli.output import print_json, print_table, say
from native_host.paths import data_dir

if TYPE_CHECKING:
    import argparse

    from companion.cli.commands import Commands
    from native_host.registration import Finding


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "doctor",
        _run,
        summary="check the installation, and say what to do about what is wrong",
        details="It changes nothing and starts nothing that stays. The exit code is 1 where something is broken.",
        examples="applyonce doctor\napplyonce doctor --json | jq '.findings[] | select(.level != \"ok\")'",
    )
    parser.add_argument(
        "--user-data-dir",
        action="append",
        default=[],
        type=Path,
        metavar="DIR",
        help="also look at a browser that is started with this --user-data-dir; may be given more than once",
    )
    add_json(parser)


def diagnose(home: Path, user_data_dirs: list[Path]) -> list[Finding]:
    """Return everything that was looked at, good and bad."""
    from companion.cli.doctor_data import check_database, check_files
    from companion.cli.doctor_programs import check_browsers, check_extension_ids, check_versions
    from companion.cli.doctor_running import check_running
    from native_host.registration import check

    return [
        *check_versions(),
        *check(user_data_dirs, home),
        *check_extension_ids(),
        *check_browsers(),
        *check_files(home),
        *check_running(home),
        *check_database(home),
    ]


def _run(arguments: argparse.Namespace) -> int:
    findings = diagnose(data_dir(), arguments.user_data_dir)
    broken = sum(finding.level == "error" for finding in findings)
    if arguments.json:
        print_json({"ok": not broken, "findings": [asdict(finding) for finding in findings]})
        return FAILED if broken else OK
    print_table(
        ("", "what", "found"),
        ((finding.level, finding.subject, finding.message) for finding in findings),
        wide="found",
    )
    to_do = [finding for finding in findings if finding.fix]
    if to_do:
        say("\nWhat to do:")
        for finding in to_do:
            say(f"  {finding.subject}: {finding.fix}")
    say("\nSomething is broken." if broken else "\nNothing is broken.")
    return FAILED if broken else OK
