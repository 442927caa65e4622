"""A tab that holds an application goes where no script of ours is: to a log-in on another host, say."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.e2e import world
from tests.e2e.harness.companion_process import CompanionProcess, companion_environment
from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.conftest import StartChromium
    from tests.e2e.harness.artifacts import Artifacts
    from tests.e2e.harness.board_process import BoardProcess

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]
LEASE_SECONDS = 6
TIMES = {"LEASE_SECONDS": str(LEASE_SECONDS), "HEARTBEAT_SECONDS": "1", "SWEEP_SECONDS": "0.5"}


async def test_the_worker_beats_for_a_tab_that_is_away_and_for_ten_minutes_only(
    launch_chromium: StartChromium,
    home: Path,
    artifacts: Artifacts,
    board: BoardProcess,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in TIMES.items():
        monkeypatch.setenv(f"APPLYONCE_{name}", value)
    companion = CompanionProcess(home, artifacts.log("companion"), companion_environment(home))
    log = home / "logs" / "companion.log"

    def beats() -> int:
        lines = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
        return sum(line.get("op") == "heartbeat" and line["status"] == 200 for line in lines)

    try:
        await companion.start()
        await world.settle_in(companion)
        chromium = await launch_chromium()
        job = world.posting("series-001")
        page = await chromium.open(job.apply_url)
        await chromium.button(page).click(".apply")
        await world.until_filled(companion, job)

        await page.goto("https://login.example.net/")
        before = beats()
        await until(lambda: beats() > before + 2 * LEASE_SECONDS, "beats for two leases", seconds=60)
        assert await world.status(companion, job) == "in_progress"
        assert (await world.events(companion, job)).count("claimed") == 1

        # Eleven minutes later, as the worker sees it; the lease is the companion's own.
        await chromium.in_worker("(() => { const now = Date.now; Date.now = () => now() + 11 * 60_000; })()")
        await world.until_status(companion, job, "pending")
        assert (await world.events(companion, job))[-1] == "lease_expired"
        assert await world.accepted(board, job) == 0
    finally:
        companion.end()
