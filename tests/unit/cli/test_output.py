from __future__ import annotations

import io
import json
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from companion.cli.failure import CommandFailed
from companion.cli.output import print_failure, print_fields, print_json, print_table, raw, when

if TYPE_CHECKING:
    import pytest


def test_a_pipe_gets_one_row_a_line_with_tabs_and_no_headings(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(("id", "title"), [("1", "Engineer\tof\nthings"), ("2", "[red]Cook[/red]")], wide="title")

    assert capsys.readouterr().out == "1\tEngineer of things\n2\t[red]Cook[/red]\n"


def test_a_terminal_gets_a_table_in_which_titles_are_no_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        encoding = "utf-8"

        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "dumb")

    print_table(("id", "title"), [("1", "[red]Cook[/red] :smile: \x1b]0;owned\x07")], wide="title")

    shown = terminal.getvalue()
    assert "title" in shown
    assert "[red]Cook[/red] :smile: ]0;owned" in shown
    assert "\x1b]" not in shown


def test_text_that_the_terminal_cannot_show_is_no_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="ascii"))

    raw("Größe\n")
    sys.stdout.flush()

    assert written.getvalue() == b"Gr\\xf6\\xdfe\n"


def test_values_are_lined_up_and_empty_ones_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    print_fields((("title", "Cook"), ("company", ""), ("key", "url:x")))

    assert capsys.readouterr().out == "title: Cook\nkey:   url:x\n"


def test_a_failure_is_a_sentence_and_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    failure = CommandFailed("No job is known as “x\x1b[2J”.", "See: applyonce jobs", code="not_found")

    print_failure(failure, as_json=False)

    assert capsys.readouterr().err == "applyonce: No job is known as “x [2J”.\nSee: applyonce jobs\n"


def test_a_failure_as_json_has_the_api_s_own_body(capsys: pytest.CaptureFixture[str]) -> None:
    failure = CommandFailed("Held.", code="in_progress", details={"holder": {"label": "Chromium, tab 12"}})

    print_failure(failure, as_json=True)

    captured = capsys.readouterr()
    assert captured.out == ""
    assert json.loads(captured.err) == {
        "message": "Held.",
        "code": "in_progress",
        "holder": {"label": "Chromium, tab 12"},
    }


def test_json_keeps_letters_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    print_json({"city": "Köln"})

    assert "Köln" in capsys.readouterr().out


def test_times_are_shown_to_the_minute_and_nothing_for_none() -> None:
    assert when(None) == ""
    assert len(when(datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC))) == len("2026-01-02 03:04")
