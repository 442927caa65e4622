from __future__ import annotations

import subprocess
import sys

import pytest

from companion.cli import parser
from companion.cli.parser import COMMANDS, parse

PROMISED = (
    "install", "uninstall", "doctor", "serve", "status", "jobs", "queue", "auto", "profile", "export", "resolve",
    "token",
)  # fmt: skip
"""The commands that architecture.md and security.md promise, but `demo`."""

GROUPS = {
    "queue": ("add", "list", "remove"),
    "auto": ("start", "stop", "status"),
    "profile": ("import", "show", "export"),
    "documents": ("add", "list", "remove"),
    "answers": ("add", "list", "remove"),
    "token": ("rotate",),
}


def test_the_promised_commands_are_there() -> None:
    assert set(PROMISED) <= set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself_with_examples(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse([command, "--help"])

    assert ended.value.code == 0
    shown = capsys.readouterr().out
    assert "examples:\n  applyonce " in shown
    assert f"applyonce {command}" in shown


@pytest.mark.parametrize(
    ("group", "action"), [(group, a) for group, actions in GROUPS.items() for a in actions]
)
def test_each_action_explains_itself(group: str, action: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse([group, action, "--help"])

    assert ended.value.code == 0
    assert f"usage: applyonce {group} {action}" in capsys.readouterr().out


def test_the_list_of_commands_has_each(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["--help"])

    listed = [line.split()[0] for line in capsys.readouterr().out.splitlines() if line.startswith("    ")]
    assert set(COMMANDS) <= set(listed)


@pytest.mark.parametrize(
    "line",
    [
        [],
        ["fly"],
        ["queue"],
        ["queue", "add"],
        ["jobs", "--status", "sent"],
        ["jobs", "--limit", "0"],
        ["set-status", "x", "9"],
        ["resolve", "x", "maybe"],
        ["install", "--browser", "lynx"],
        ["serve", "--port", "70000"],
        ["export", "--format", "xml"],
    ],
)
def test_what_is_not_understood_ends_with_2(line: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(line)

    assert ended.value.code == 2
    assert "usage: applyonce" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("line", "next_step"),
    [
        ([], "applyonce COMMAND --help"),
        (["nosuch"], "“applyonce --help”"),
        (["documents"], "“applyonce documents --help”"),
        (["documents", "add"], "“applyonce documents add --help”"),
        (["status", "--nope"], "“applyonce status --help”"),
    ],
)
def test_what_is_not_understood_is_told_with_where_help_is(
    line: list[str], next_step: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as exit_code:
        parse(line)
    assert exit_code.value.code == 2
    assert next_step in capsys.readouterr().err


@pytest.mark.parametrize(
    ("given", "meant"), [("7", "in_progress"), ("IN-PROGRESS", "in_progress"), ("Offer", "offer")]
)
def test_a_status_is_taken_by_number_and_by_name(given: str, meant: str) -> None:
    assert parse(["jobs", "--status", given]).status == meant


def test_a_command_loads_no_other_s_modules() -> None:
    # The service alone takes half a second to import, and scripts call these commands in loops.
    code = (
        "import sys; from companion.cli.parser import parse; parse(['jobs', '--limit', '1']);"
        "print(*[m for m in ('aiohttp', 'companion.service', 'companion.cli.serve', 'rich') if m in sys.modules])"
    )

    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=30, check=True
    )

    assert loaded.stdout.split() == []
    assert parser.COMMANDS.count("serve") == 1
