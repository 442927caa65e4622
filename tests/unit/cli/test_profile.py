"""What ``applyonce profile import`` refuses before the companion hears of it."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from companion.cli import main

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "home"
    monkeypatch.setenv("APPLYONCE_HOME", str(home))

    def start(*_: object, **__: object) -> None:
        pytest.fail("a companion was asked")

    monkeypatch.setattr("companion.cli.profile.with_companion", start)
    return home


@pytest.mark.parametrize("content", ['{"name": "some-package", "version": "1.0"}', "{}"])
def test_a_file_with_no_section_of_json_resume_does_not_empty_the_profile(
    content: str, home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "settings.json"
    file.write_text(content, encoding="utf-8")

    code = main(["profile", "import", str(file)])

    told = capsys.readouterr()
    assert code == 1
    assert not told.out
    assert "is no JSON Resume" in told.err
    assert "nothing was changed" in told.err
    assert not home.exists()


def test_a_data_directory_that_cannot_be_used_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("APPLYONCE_HOME", str(tmp_path / "file" / "home"))

    code = main(["profile", "show"])
    gc.collect()

    told = capfd.readouterr().err
    assert code == 1
    assert told.startswith("applyonce: The data directory cannot be used")
    assert told.count("\n") == 1
