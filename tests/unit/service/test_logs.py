"""Logs tell what happened, and no value."""

from __future__ import annotations

import json
import logging
import os
from typing import TYPE_CHECKING

import pytest

from companion.service.logs import ForPeople, JsonLines, PrivateRotatingFile

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "Ada Lovelace"


def fail() -> None:
    try:
        {"": ""}.pop(SECRET)
    except KeyError as error:
        raise ExceptionGroup(SECRET, [ValueError(SECRET)]) from error


def record_of_a_fault(logger: str = "companion.service.test") -> logging.LogRecord:
    with pytest.raises(ExceptionGroup) as caught:
        fail()
    error = caught.value
    return logging.LogRecord(
        logger, logging.ERROR, "x.py", 1, "a fault in %s", ("apply",), (type(error), error, None)
    )


def test_a_line_is_json_with_its_fields() -> None:
    record = logging.LogRecord("companion.x", logging.INFO, "x.py", 1, "%s %d", ("apply", 200), None)
    record.fields = {"op": "apply", "ms": 1.5}
    line = json.loads(JsonLines().format(record))
    assert (line["message"], line["op"], line["ms"], line["level"]) == ("apply 200", "apply", 1.5, "info")


@pytest.mark.parametrize("formatter", [JsonLines(), ForPeople()])
def test_of_an_exception_types_and_places_are_told_and_no_text(formatter: logging.Formatter) -> None:
    text = formatter.format(record_of_a_fault())
    assert SECRET not in text
    for told in ("builtins.KeyError", "builtins.ExceptionGroup", "builtins.ValueError", "test_logs.py"):
        assert told in text


@pytest.mark.parametrize("formatter", [JsonLines(), ForPeople()])
def test_of_other_libraries_the_first_line_is_told_without_values(formatter: logging.Formatter) -> None:
    message = "Task exception was never retrieved\nfuture: <Task exception=ValueError('Ada Lovelace')>"
    record = logging.LogRecord("asyncio", logging.ERROR, "x.py", 1, message, None, None)
    text = formatter.format(record)
    assert SECRET not in text
    assert "never retrieved" in text
    values = logging.LogRecord("aiohttp.server", logging.ERROR, "x.py", 1, "bad %s", (SECRET,), None)
    assert SECRET not in formatter.format(values)


def test_the_file_is_private_and_bounded(tmp_path: Path) -> None:
    path = tmp_path / "companion.log"
    path.touch(mode=0o644)
    handler = PrivateRotatingFile(path, maxBytes=2_000, backupCount=2, encoding="utf-8")
    handler.setFormatter(JsonLines())
    for number in range(200):
        handler.emit(logging.LogRecord("companion.x", logging.INFO, "x.py", 1, f"line {number}", None, None))
    handler.close()
    files = sorted(tmp_path.iterdir())
    assert [file.name for file in files] == ["companion.log", "companion.log.1", "companion.log.2"]
    assert all(file.stat().st_mode & 0o777 == 0o600 and file.stat().st_size <= 2_000 for file in files)


def test_a_symlink_is_not_followed(tmp_path: Path) -> None:
    os.symlink(tmp_path / "elsewhere", tmp_path / "companion.log")  # noqa: PTH211
    with pytest.raises(OSError, match="symbolic"):
        PrivateRotatingFile(tmp_path / "companion.log", maxBytes=1_000, backupCount=1)
    assert not (tmp_path / "elsewhere").exists()
