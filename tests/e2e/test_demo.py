"""The demo, in a short version: what it says is what the board has counted, and nothing of it stays."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from companion.browsers import BrowserNotFound, find_chromium
from tests.e2e.harness.processes import pids_with_argument

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """Give a directory with a short path: Chromium keeps a socket beside its profile."""
    folder = Path(tempfile.mkdtemp(prefix="ao-", dir="/tmp"))
    yield folder
    shutil.rmtree(folder)


pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

JOBS = 3
PICTURES = {"button-apply", "button-applying", "button-applied", "popup-light", "popup-dark"}


def demo(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "companion", "demo", "--headless", *arguments],
        env={**os.environ, "TMPDIR": str(folder), "APPLYONCE_HOME": str(folder / "mine"), **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=220,
    )


def test_each_job_gets_one_application_though_the_companion_is_killed(tmp_path: Path) -> None:
    try:
        find_chromium()
    except BrowserNotFound as error:
        pytest.skip(str(error))
    pictures = tmp_path / "pictures"

    done = demo(tmp_path, "--jobs", str(JOBS), "--json", "--screenshots", str(pictures))

    assert done.returncode == 0, done.stdout + done.stderr
    result = json.loads(done.stdout)
    assert (result["jobs"], result["received"], result["received_twice"]) == (JOBS, JOBS, 0)
    assert result["clicks"] >= 2 * JOBS
    assert result["restarts"] == 1
    assert {path.stem for path in pictures.glob("*.png")} >= PICTURES
    assert list(tmp_path.iterdir()) == [pictures], (
        "nothing is left, and the user's own directory was not made"
    )
    assert not [pid for pid in pids_with_argument("--no-first-run") if _works_in(pid, tmp_path)]


def test_without_a_chromium_it_says_what_to_install(tmp_path: Path) -> None:
    done = demo(tmp_path, APPLYONCE_CHROMIUM="/nowhere/chromium")

    assert done.returncode == 1
    assert "/nowhere/chromium" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def _works_in(pid: int, folder: Path) -> bool:
    return str(folder).encode() in Path(f"/proc/{pid}/cmdline").read_bytes()
