"""A tab lets go of what it does not hold any more, and of a sending whose outcome the user has told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e import world
from tests.e2e.harness.companion_process import CompanionProcess, companion_environment
from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.e2e.conftest import StartChromium
    from tests.e2e.harness.artifacts import Artifacts
    from tests.e2e.harness.board_process import BoardProcess

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]
JOB = world.posting("lever-devops")
GATED = world.posting("ashby-founding")
HOLDING = "applyonce.standing.now.holding?.fence ?? null"


@pytest.fixture
async def quick(
    home: Path, artifacts: Artifacts, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[CompanionProcess]:
    """Give a companion that soon asks the user about a sending whose outcome it does not know."""
    for name, value in (("SWEEP", "0.5"), ("SUBMIT_WINDOW", "3"), ("PERMIT", "2")):
        monkeypatch.setenv(f"APPLYONCE_{name}_SECONDS", value)
    companion = CompanionProcess(home, artifacts.log("companion"), companion_environment(home))
    async with world.running(companion):
        yield companion


async def test_a_tab_whose_application_was_given_back_elsewhere_lets_go_before_its_next_beat(
    quick: CompanionProcess, launch_chromium: StartChromium
) -> None:
    chromium = await launch_chromium()
    page = await chromium.open(JOB.apply_url)
    await chromium.button(page).click()
    filled = await world.until_filled(quick, JOB)

    await quick.post(f"/api/v1/applications/{filled['id']}/release", {"fence": filled["fence"]})

    async def let_go() -> bool:
        return await chromium.in_content_script(page, HOLDING) is None

    await until(let_go, "the tab to let go", seconds=5)
    await chromium.button(page).wait_for_status("pending")


async def test_a_page_that_has_waited_in_vain_is_filled_again_when_the_user_says_that_it_was_not_sent(
    quick: CompanionProcess, launch_chromium: StartChromium, board: BoardProcess
) -> None:
    chromium = await launch_chromium()
    page = await chromium.open(GATED.apply_url)
    await chromium.button(page).click()
    await world.until_filled(quick, GATED)
    await board.arm("submit_hang", job=GATED.id, times=1)
    await world.press_submit(page, GATED)
    await world.until_status(quick, GATED, "unconfirmed")
    found = await world.application(quick, GATED)
    assert found is not None

    async def resolved() -> bool:
        path = f"/api/v1/applications/{found['id']}/resolve"
        return (await quick.request("POST", path, {"outcome": "not_applied"})).status == 200

    await until(resolved, "the permit to be dead", seconds=30)
    await chromium.button(page).wait_for_status("pending")
    await chromium.button(page).click(".apply")

    async def again() -> bool:
        now = await world.application(quick, GATED)
        progress = (now or {}).get("progress") or {}
        return now is not None and now["fence"] > found["fence"] and progress.get("step") == "done"

    await until(again, "the form to be gone through again")


async def test_auto_apply_s_press_claims_nothing_that_was_given_back(
    quick: CompanionProcess, launch_chromium: StartChromium, board: BoardProcess
) -> None:
    """A user who submits may claim the job anew by that; the agent, whose job was taken away, may not."""
    chromium = await launch_chromium()
    page = await chromium.open(JOB.apply_url)
    await chromium.button(page).click()
    filled = await world.until_filled(quick, JOB)
    await quick.post(f"/api/v1/applications/{filled['id']}/release", {"fence": filled["fence"]})
    await chromium.button(page).wait_for_status("pending")

    press = f"applyonce.gate.press(document.querySelector('#btn-submit'), '{filled['id']}')"
    said = await chromium.in_content_script(page, f"{press}.then(() => 'sent', (error) => error.code)")

    assert said == "not_holder"
    assert (await world.events(quick, JOB)).count("claimed") == 1
    assert await world.accepted(board, JOB) == 0


@pytest.mark.parametrize("fault", ["reset_after_store", "submit_503_stored"])
async def test_a_failure_of_the_network_is_no_refusal(
    quick: CompanionProcess, launch_chromium: StartChromium, board: BoardProcess, fault: str
) -> None:
    """Ashby shows it under the heading of its refusals; the board has the application."""
    chromium = await launch_chromium()
    page = await chromium.open(GATED.apply_url)
    await chromium.button(page).click()
    await world.until_filled(quick, GATED)
    await board.arm(fault, job=GATED.id, times=1)

    await world.press_submit(page, GATED)

    await world.until_status(quick, GATED, "unconfirmed")
    assert await world.accepted(board, GATED) == 1
    history = await world.events(quick, GATED)
    assert not {"handed_back", "handed_back_kept"} & set(history), history
