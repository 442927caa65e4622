"""A board may overwrite a page that was left already from the résumé: nothing of that is sent unseen."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import Error

from companion.demo.faults import FaultName
from tests.e2e import world
from tests.e2e.boards import applicant, robot
from tests.e2e.boards.matrix import RESUME
from tests.e2e.boards.received import differences
from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from playwright.async_api import Page

    from tests.e2e.harness.board_process import BoardProcess
    from tests.e2e.harness.chromium import Chromium
    from tests.e2e.harness.companion_process import CompanionProcess

pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(150),
    pytest.mark.asyncio(loop_scope="package"),
]

JOB = world.posting("workday-crew")
CHANGED = "The board has changed what was filled"
READING = "The board is still reading your résumé"


async def _says(chromium: Chromium, page: Page, *words: str) -> None:
    async def shown() -> bool:
        text = await chromium.button(page).text(".panel")
        return all(word in text for word in words)

    await until(shown, f"the panel to say {words}", ignoring=(AssertionError,))


async def test_a_person_is_told_before_it_is_sent_and_goes_back_to_have_it_filled_again(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess
) -> None:
    await world.afresh(companion, JOB)
    await board.arm(FaultName.RESUME_PARSE, job=JOB.id)
    page = await applicant.begin(chromium, JOB)

    await applicant.walk(chromium, page, JOB)
    await _says(chromium, page, CHANGED, "First Name", "Last Name", "PARSED")
    await applicant.mend(chromium, page)
    await _says(chromium, page, "Ready to submit")
    await applicant.submit(page, JOB)

    await world.until_status(companion, JOB, "applied", seconds=60)
    (submission,) = (await board.state())["submissions"]
    assert differences(JOB.id, submission, RESUME) == []


async def test_a_press_under_an_unseen_change_tells_first_and_the_next_one_sends(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess
) -> None:
    """The user has the last word: what the board shows may be right."""
    await world.afresh(companion, JOB)
    page = await applicant.begin(chromium, JOB)
    await applicant.walk(chromium, page, JOB)
    await _says(chromium, page, "Ready to submit")
    await page.evaluate(
        """() => [...document.querySelectorAll('b')].find((each) => each.textContent === 'City')
        .nextSibling.textContent = ' Elsewhere'"""
    )

    await applicant.submit(page, JOB)
    await _says(chromium, page, CHANGED, "City", "Elsewhere")
    assert await world.accepted(board, JOB) == 0

    async def sent() -> bool:
        """Press as a person does who has read it; one press is enough, once it was read."""
        if await page.locator(f":is({applicant.WORKDAY}):enabled").count() > 0:
            await applicant.submit(page, JOB)
        return ((await world.application(companion, JOB)) or {}).get("status_name") == "applied"

    # Once it is sent, there is nothing to press any more.
    await until(sent, "the next press to send", ignoring=(Error,))
    assert await world.accepted(board, JOB) == 1


async def test_auto_apply_waits_for_the_parser_and_sends_nothing_that_it_has_changed(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess
) -> None:
    await world.afresh(companion, JOB)
    await board.arm(FaultName.RESUME_PARSE, job=JOB.id)
    await robot.set_on(companion, JOB)
    await robot.until_parked(companion, JOB, "login")
    page = await robot.tab(chromium, JOB)
    await page.bring_to_front()
    await applicant.make_account(page)
    await page.locator("[data-automation-id=applyFlowMyExpPage]").wait_for(timeout=40_000)
    await _says(chromium, page, READING)

    for step in ("VoluntaryDisclosures", "SelfIdentify"):
        await page.locator(f"[data-automation-id=applyFlow{step}Page]").wait_for(timeout=40_000)
        await robot.until_parked(companion, JOB, "questions")
        await applicant.sign(page)
        await chromium.button(page).click(".apply")

    await robot.until_parked(
        companion, JOB, "The board has changed what was filled: “First Name”, “Last Name”"
    )
    await _says(chromium, page, CHANGED, "First Name", "Last Name")
    assert await world.accepted(board, JOB) == 0


ELECTRICIAN = world.posting("indeed-electrician")
LATER_MS = 9_000
"""Well after the watch that follows an upload."""


async def test_a_preview_that_names_no_fields_is_read_all_the_same_and_however_late(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess
) -> None:
    """Indeed puts a stored résumé in the place of the one uploaded, and shows it on its last page alone."""
    await world.afresh(companion, ELECTRICIAN)
    await board.arm(FaultName.RESUME_PARSE, job=ELECTRICIAN.id, delay_ms=LATER_MS)
    page = await applicant.begin(chromium, ELECTRICIAN)

    await applicant.walk(chromium, page, ELECTRICIAN)
    await _says(chromium, page, CHANGED, "Stale-CV-2021.pdf")

    await applicant.submit(page, ELECTRICIAN)
    assert await world.accepted(board, ELECTRICIAN) == 0, "a press under a word that was not read tells first"


COUNT = """(() => {
    const { form } = applyonce.describe;
    globalThis.described = 0;
    applyonce.describe.form = (...asked) => { globalThis.described += 1; return form(...asked); };
    return true;
})()"""
REWORD = """() => {
    const names = [...document.querySelectorAll('b')];
    const after = (name) => names.find((each) => each.textContent === name).nextSibling;
    after('Postal Code').textContent += ' ';
    after('Country').textContent = ' Deutschland';
}"""
IDLE_SECONDS = 5.0


async def test_a_last_page_that_rests_is_not_read_again_and_one_that_is_reworded_is_as_it_was(
    chromium: Chromium, companion: CompanionProcess
) -> None:
    await world.afresh(companion, JOB)
    page = await applicant.begin(chromium, JOB)
    await applicant.walk(chromium, page, JOB)
    await _says(chromium, page, "Ready to submit")

    await chromium.in_content_script(page, COUNT)
    looks = "applyonce.marks.open().length"
    deadline = time.monotonic() + IDLE_SECONDS
    while time.monotonic() < deadline:
        assert await chromium.in_content_script(page, looks) == 0
    assert await chromium.in_content_script(page, "globalThis.described") == 0

    await page.evaluate(REWORD)

    async def read_again() -> bool:
        return bool(await chromium.in_content_script(page, "globalThis.described > 0"))

    await until(read_again, "the changed page to be read again")
    await _says(chromium, page, "Ready to submit")
