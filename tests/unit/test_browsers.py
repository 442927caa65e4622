"""Which browsers will do, told apart by what real programs print when asked for their version."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.browsers import BrowserNotFound, find_chromium, find_firefox

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a directory that is the whole PATH, in a HOME without any browser."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("APPLYONCE_CHROMIUM", "APPLYONCE_FIREFOX", "PLAYWRIGHT_BROWSERS_PATH"):
        monkeypatch.delenv(name, raising=False)
    return folder


def program(path: Path, prints: str, *, comment: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n# {comment}\necho '{prints}'\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_finds_the_systems_browsers(programs: Path) -> None:
    chromium = program(programs / "chromium", "Chromium 156.0.8078.79 built on Debian GNU/Linux 12")
    firefox = program(programs / "firefox-esr", "Mozilla Firefox 153.7.0esr")

    assert (find_chromium().path, find_chromium().version) == (chromium, "156.0.8078.79")
    assert (find_firefox().path, find_firefox().version) == (firefox, "153.7.0esr")


def test_says_what_to_install_where_there_is_none(programs: Path) -> None:
    assert not list(programs.iterdir())
    with pytest.raises(BrowserNotFound, match="apt install chromium"):
        find_chromium()
    with pytest.raises(BrowserNotFound, match="apt install firefox-esr"):
        find_firefox()


def test_refuses_branded_chrome_that_ignores_load_extension(programs: Path) -> None:
    program(programs / "google-chrome", "Google Chrome 137.0.7151.55")
    with pytest.raises(BrowserNotFound, match="ignores --load-extension"):
        find_chromium()


def test_takes_branded_chrome_that_still_heeds_it(programs: Path) -> None:
    chrome = program(programs / "google-chrome", "Google Chrome 136.0.7103.113")
    assert find_chromium().path == chrome


def test_prefers_playwrights_newest_build_to_branded_chrome(programs: Path, tmp_path: Path) -> None:
    program(programs / "google-chrome", "Google Chrome 136.0.7103.113")
    builds = tmp_path / ".cache" / "ms-playwright"
    program(builds / "chromium-999" / "chrome-linux" / "chrome", "Chromium 130.0.1")
    newest = program(builds / "chromium-1200" / "chrome-linux64" / "chrome", "Chromium 150.0.1")
    assert find_chromium().path == newest


def test_refuses_a_snap_and_one_that_is_too_old(programs: Path) -> None:
    program(programs / "chromium-browser", "Chromium 156.0.1", comment="starts /snap/bin/chromium")
    program(programs / "chromium", "Chromium 120.0.6099.224")
    with pytest.raises(BrowserNotFound, match=r"version 120 \(121 or newer.*which is a snap"):
        find_chromium()


def test_refuses_a_program_that_does_not_start(programs: Path) -> None:
    broken = programs / "firefox"
    broken.write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")
    broken.chmod(0o755)
    with pytest.raises(BrowserNotFound, match="does not print its version"):
        find_firefox()


def test_the_environment_decides_and_is_not_passed_over(
    programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(programs / "chromium", "Chromium 156.0.1")
    own = program(tmp_path / "own" / "chrome", "Chromium 157.0.2")
    monkeypatch.setenv("APPLYONCE_CHROMIUM", str(own))
    assert find_chromium().path == own

    monkeypatch.setenv("APPLYONCE_CHROMIUM", str(tmp_path / "gone"))
    with pytest.raises(BrowserNotFound, match=r"APPLYONCE_CHROMIUM names .*which is no program"):
        find_chromium()
