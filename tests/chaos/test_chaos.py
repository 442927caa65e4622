"""A short chaos is survived, and one with the gate left open is not."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from companion.browsers import BrowserNotFound, find_chromium
from tests.chaos.run import ROOT, Plan, run

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]
SEED = 20
OPEN_GATE = ("function judge(event, attempt) {", "function judge(event, attempt) {\n    if (attempt) return;")


@pytest.fixture(autouse=True)
def _needs_chromium() -> None:
    try:
        find_chromium()
    except BrowserNotFound as error:
        pytest.skip(str(error))


async def test_a_minute_of_faults_breaks_no_promise() -> None:
    outcome = await run(Plan(SEED, 60, ROOT / ".artifacts" / "chaos-test"))

    assert outcome.passed, outcome.table()
    assert outcome.injected.total() >= 15, outcome.table()


async def test_a_gate_that_lets_everything_through_is_reported(tmp_path: Path) -> None:
    extension = tmp_path / "extension-without-gate"
    extension.mkdir()
    shutil.copy2(ROOT / "manifest.json", extension)
    shutil.copytree(ROOT / "extension", extension / "extension")
    gate = extension / "extension" / "content" / "gate.js"
    right = gate.read_text(encoding="utf-8")
    assert OPEN_GATE[0] in right
    gate.write_text(right.replace(*OPEN_GATE), encoding="utf-8")
    folder = ROOT / ".artifacts" / "chaos-open-gate"

    outcome = await run(Plan(SEED, 40, folder, extension=extension, faults=False, by_hand=1.0, shared=1.0))

    assert not outcome.passed
    assert any(violation.startswith("E: the board received") for violation in outcome.verdict.violations)
