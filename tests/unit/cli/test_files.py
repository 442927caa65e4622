from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from companion.cli.failure import CommandFailed
from companion.cli.files import read_bytes, write_text

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_written_is_for_the_user_alone(tmp_path: Path) -> None:
    path = write_text(str(tmp_path / "out.json"), "{}\n", overwrite=False)

    assert path.read_text() == "{}\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_that_is_there_is_kept_unless_told(tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    path.write_text("mine")

    with pytest.raises(CommandFailed, match="exists already") as failed:
        write_text(str(path), "new", overwrite=False)
    assert "--force" in failed.value.advice
    assert path.read_text() == "mine"

    write_text(str(path), "new", overwrite=True)
    assert path.read_text() == "new"


@pytest.mark.parametrize("name", ["missing/out.json", "."])
def test_a_place_that_cannot_be_written_is_a_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(CommandFailed, match="cannot be written"):
        write_text(str(tmp_path / name), "x", overwrite=True)


def test_what_cannot_be_read_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CommandFailed, match=r"missing\.json cannot be read: No such file"):
        read_bytes(str(tmp_path / "missing.json"), 10)
    with pytest.raises(CommandFailed, match="cannot be read"):
        read_bytes(str(tmp_path), 10)


def test_no_more_is_read_than_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "large"
    path.write_bytes(b"12345")

    assert read_bytes(str(path), 5) == b"12345"
    with pytest.raises(CommandFailed, match="larger than 4 bytes"):
        read_bytes(str(path), 4)
