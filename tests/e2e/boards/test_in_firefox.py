"""In Firefox, on a form of each kind: what the employer gets is what the profile says.

React's controlled inputs, a page without a form element, ARIA widgets, web components in nested shadow roots, a
dialogue in a shadow root, Workday's wizard with its prompts, lists and dates, Indeed's flow of pages that takes
only a press of one's own, and the plain forms.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from companion.browsers import BrowserNotFound
from tests.e2e import world
from tests.e2e.boards import applicant
from tests.e2e.boards.matrix import RESUME
from tests.e2e.boards.received import differences
from tests.e2e.harness.firefox import start_firefox
from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from companion.demo.catalogue import Posting
    from tests.e2e.harness.artifacts import Artifacts
    from tests.e2e.harness.board_process import BoardProcess
    from tests.e2e.harness.companion_process import CompanionProcess
    from tests.e2e.harness.firefox import Firefox
    from tests.e2e.harness.tab import FirefoxTab

pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(180),
    pytest.mark.asyncio(loop_scope="package"),
]

DEEP = """
const everywhere = (root) => [root, ...[...root.querySelectorAll("*")].filter((one) => one.shadowRoot)
  .flatMap((one) => everywhere(one.shadowRoot))];
const find = (selector) => everywhere(document).map((root) => root.querySelector(selector)).find(Boolean) ?? null;
"""
NEXT = {
    "smartrecruiters": "[data-test=footer-next]",
    "linkedin": "[aria-label='Continue to next step'], [aria-label='Review your application']",
    "workday": applicant.WORKDAY,
    "indeed": applicant.NEXT["indeed"],
}
STEP = {
    "smartrecruiters": "find('oc-personal-information, sr-screening-questions-form')?.localName",
    "linkedin": "find('progress')?.value",
    "workday": "find('[data-automation-id^=applyFlow]')?.dataset.automationId",
    "indeed": "location.pathname",
}
SIGN = """
const terms = document.querySelector("[data-name=terms] input");
if (terms && !terms.checked) terms.click();
return document.querySelector("[data-automation-id=dateInputWrapper]") !== null;
"""

QUIET = """
return new Promise((tell) => {
  const watcher = new MutationObserver(() => end(false));
  const timer = setTimeout(() => end(true), 1200);
  const end = (quiet) => { watcher.disconnect(); clearTimeout(timer); tell(quiet); };
  watcher.observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
});
"""


@pytest_asyncio.fixture(scope="module", loop_scope="package")
async def shared_firefox(
    companion: CompanionProcess, board: BoardProcess, logs: Path
) -> AsyncIterator[Firefox]:
    """Give one Firefox to all of these stories; a machine that has none skips."""
    log = logs / "firefox.log"
    try:
        async with start_firefox(
            logs / "firefox", board_port=board.port, home=companion.home, log=log
        ) as firefox:
            yield firefox
    except BrowserNotFound as error:
        pytest.skip(str(error))


@pytest_asyncio.fixture(loop_scope="package")
async def firefox(
    shared_firefox: Firefox, board: BoardProcess, artifacts: Artifacts
) -> AsyncIterator[Firefox]:
    """Give it before a board that has received nothing."""
    await board.reset()
    yield shared_firefox
    if artifacts.failed:
        await shared_firefox.screenshots(artifacts.folder)


async def _step(tab: FirefoxTab, job: Posting) -> str:
    return str(await tab.evaluate(f"{DEEP} return {STEP[job.board]} ?? ''"))


async def _press(tab: FirefoxTab, selector: str) -> None:
    """Press a control of the page with the mouse, in whatever open shadow roots it stands."""
    where = f"{DEEP} const host = find(arguments[0]); return host.shadowRoot?.querySelector('button') ?? host"
    await tab.click_found(where, selector)


async def _make_account(tab: FirefoxTab) -> None:
    await tab.type("[data-automation-id=email]", "mira.okafor@example.org")
    await tab.type("[data-automation-id=password]", applicant.PASSWORD)
    await tab.type("[data-automation-id=verifyPassword]", applicant.PASSWORD)
    await tab.click("[data-automation-id=createAccountCheckbox]")
    await tab.click("[data-automation-id=click_filter]")


async def _walk(tab: FirefoxTab, companion: CompanionProcess, job: Posting) -> None:
    """Go on from page to page as each is filled, up to the one that sends."""
    seen: str | None = None
    for _ in range(8):
        progress = await _page_filled(tab, companion, job, seen)
        if progress == "done":
            return
        seen = await _step(tab, job)
        if job.board == "workday" and await tab.evaluate(SIGN):
            for part, digits in (("Month", "11"), ("Day", "24"), ("Year", "2026")):
                await tab.type(f"[data-automation-id=dateSection{part}-input]", digits)
        await _press(tab, NEXT[job.board])
    raise AssertionError("the form has more pages than the sample board's")


async def _page_filled(tab: FirefoxTab, companion: CompanionProcess, job: Posting, before: str | None) -> str:
    async def filled() -> str | None:
        if before is not None and await _step(tab, job) == before:
            return None
        found = await world.application(companion, job) or {}
        step = str((found.get("progress") or {}).get("step"))
        return step if step in ("done", "next") else None

    first = await until(filled, f"a page of {job.id} to be filled", seconds=40)
    # The word of the page before may still stand when the next one is shown.
    await until(lambda: _settled(tab), "the page to be quiet")
    return await until(filled, f"a page of {job.id} to be filled", seconds=40) or first


async def _settled(tab: FirefoxTab) -> bool:
    return bool(await tab.evaluate(QUIET))


@pytest.mark.parametrize(
    "name",
    [
        "gh-backend",
        "ashby-fullstack",
        "workable-designer",
        "smartrecruiters-buyer",
        "linkedin-analyst",
        "workday-engineer",
        "workday-crew",
        "vue-optics",
        "angular-rail",
        "gh-old-platform",
        "indeed-electrician",
        "teamtailor-teacher",
        "personio-accountant",
        "recruitee-chef",
        "breezy-support",
    ],
)
async def test_apply_and_submit(
    firefox: Firefox, companion: CompanionProcess, board: BoardProcess, name: str
) -> None:
    job = world.posting(name)
    await world.afresh(companion, job)
    tab = await firefox.open(job.url)
    if job.board == "careers":
        await firefox.permit(f"https://{job.host}/*")
    await tab.button.wait_for_status("pending")
    await tab.button.click("button.apply")
    if job.board == "workday":
        await _make_account(tab)
    if job.board == "indeed":
        await tab.button.wait_for_status("in_progress")
        await tab.click("#indeedApplyButton")

    await _walk(tab, companion, job)
    if job.board == "indeed":  # takes no click but the user's own, which the permit must come before
        await tab.hold(applicant.SUBMIT[job.board], applicant.PRESS_MS)
    else:
        await _press(tab, applicant.SUBMIT[job.board])

    await world.until_status(companion, job, "applied")
    submissions = (await board.state())["submissions"]
    assert len(submissions) == 1
    assert differences(name, submissions[0], RESUME) == []
    await tab.close()
