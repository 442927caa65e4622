"""A tab of Firefox under way goes and comes back, is unloaded, in a container; what works for it is killed."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from companion.browsers import BrowserNotFound
from tests.e2e import world
from tests.e2e.harness.artifacts import open_artifacts
from tests.e2e.harness.board_process import board_process
from tests.e2e.harness.companion_process import CompanionProcess, companion_environment, data_directory
from tests.e2e.harness.firefox import ROOT, start_firefox
from tests.e2e.harness.processes import is_alive, pids_with_environment
from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from companion.demo.catalogue import Posting
    from tests.e2e.harness.board_process import BoardProcess
    from tests.e2e.harness.firefox import Firefox
    from tests.e2e.harness.tab import FirefoxTab

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120), pytest.mark.asyncio(loop_scope="module")]
APPLY = "button.apply"
SUBMIT = "#btn-submit"
EMAIL = "mira.okafor@example.org"
DISCARD = """
const tab = gBrowser.tabs.find((each) => each.linkedBrowser.currentURI.spec.includes(arguments[0]));
gBrowser.selectedTab = gBrowser.tabs.find((each) => each !== tab);
gBrowser.discardBrowser(tab, true);
return !tab.linkedPanel;
"""
LOOK_AT = """
const tab = gBrowser.tabs.find((each) => each.linkedBrowser.currentURI.spec.includes(arguments[0]));
gBrowser.selectedTab = tab;
return true;
"""
IN_CONTAINER = """
const principal = Services.scriptSecurityManager.getSystemPrincipal();
gBrowser.selectedTab = gBrowser.addTab(arguments[0], { userContextId: 2, triggeringPrincipal: principal });
return true;
"""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def stage(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[tuple[Firefox, CompanionProcess, BoardProcess]]:
    """Give one Firefox, companion and board to all of these stories; a machine without Firefox skips."""
    artifacts = open_artifacts(ROOT, request.node)
    folder = tmp_path_factory.mktemp("firefox-life")
    async with data_directory() as home, board_process(artifacts.log("board")) as board:
        companion = CompanionProcess(home, artifacts.log("companion"), companion_environment(home))
        try:
            async with (
                world.running(companion),
                start_firefox(
                    folder, board_port=board.port, home=home, log=artifacts.log("firefox")
                ) as firefox,
            ):
                yield firefox, companion, board
        except BrowserNotFound as error:
            pytest.skip(str(error))


@pytest.fixture
def firefox(stage: tuple[Firefox, CompanionProcess, BoardProcess]) -> Firefox:
    """Give the browser."""
    return stage[0]


@pytest.fixture
def companion(stage: tuple[Firefox, CompanionProcess, BoardProcess]) -> CompanionProcess:
    """Give the companion."""
    return stage[1]


@pytest.fixture
def board(stage: tuple[Firefox, CompanionProcess, BoardProcess]) -> BoardProcess:
    """Give the board."""
    return stage[2]


async def _begin(firefox: Firefox, job: Posting) -> FirefoxTab:
    tab = await firefox.open(job.apply_url)
    await tab.button.click(APPLY)
    return tab


async def _filled(firefox: Firefox, companion: CompanionProcess, job: Posting) -> FirefoxTab:
    tab = await _begin(firefox, job)
    await world.until_filled(companion, job)
    return tab


async def _until_filled_again(tab: FirefoxTab) -> None:
    """Wait for a page that was loaded anew; the progress still says "done", of the page before.

    The documents' upload is what it shows last.
    """
    await until(lambda: _uploaded(tab), "the résumé to be uploaded again")
    await until(lambda: _email(tab), "the form to be filled again")


async def _sends_once(
    tab: FirefoxTab, companion: CompanionProcess, board: BoardProcess, job: Posting
) -> None:
    await tab.show()
    await tab.click(SUBMIT)
    await world.until_status(companion, job, "applied")
    assert await world.accepted(board, job) == 1
    assert (await world.events(companion, job)).count("claimed") == 1
    await tab.close()


async def _email(tab: FirefoxTab) -> bool:
    return bool(await tab.evaluate("return document.querySelector('[name=email]')?.value") == EMAIL)


async def _uploaded(tab: FirefoxTab) -> bool:
    shown = "return document.querySelector('.resume-upload-success')?.getClientRects().length > 0"
    return bool(await tab.evaluate(shown))


async def test_the_background_page_ends_in_the_midst_of_a_fill(
    firefox: Firefox, companion: CompanionProcess, board: BoardProcess
) -> None:
    job = world.posting("series-021")
    tab = await _begin(firefox, job)
    await world.until_status(companion, job, "in_progress")
    await firefox.stop_worker()
    await world.until_filled(companion, job)
    assert await _email(tab)
    await _sends_once(tab, companion, board, job)


async def test_the_native_host_is_killed(
    firefox: Firefox, companion: CompanionProcess, board: BoardProcess
) -> None:
    job = world.posting("series-022")
    tab = await _filled(firefox, companion, job)

    def hosts() -> list[int]:
        return [p for p in pids_with_environment("APPLYONCE_HOME", str(companion.home)) if p != companion.pid]

    before = hosts()
    assert before, "Firefox runs a native host"
    for host in before:
        os.kill(host, signal.SIGKILL)
    await until(lambda: not any(map(is_alive, before)), "the host to be gone")
    await until(lambda: bool(set(hosts()) - set(before)), "the extension to start another host")
    await _sends_once(tab, companion, board, job)


async def test_to_another_page_and_back(
    firefox: Firefox, companion: CompanionProcess, board: BoardProcess
) -> None:
    """Under Marionette Firefox loads it anew, where a user's may keep the page: this holds for both."""
    job = world.posting("series-023")
    tab = await _filled(firefox, companion, job)
    await tab.go(world.posting("series-027").url)
    assert await world.status(companion, job) == "in_progress", "going away alone ends nothing"
    await tab.back()
    await tab.button.wait_for_status("in_progress")
    await _until_filled_again(tab)
    await _sends_once(tab, companion, board, job)


async def test_an_unloaded_tab_goes_on_when_it_is_looked_at_again(
    firefox: Firefox, companion: CompanionProcess, board: BoardProcess
) -> None:
    job = world.posting("series-024")
    await _filled(firefox, companion, job)
    assert await firefox.in_browser(DISCARD, job.board_job_id), "the tab is unloaded"
    assert await world.status(companion, job) == "in_progress", "unloading alone ends nothing"
    assert await firefox.in_browser(LOOK_AT, job.board_job_id)
    back = await _tab_at(firefox, job.board_job_id)
    await until(lambda: _rebound(companion, job), "the tab to go on under its fence")
    await _until_filled_again(back)
    await _sends_once(back, companion, board, job)


async def test_a_tab_in_a_container(
    firefox: Firefox, companion: CompanionProcess, board: BoardProcess
) -> None:
    job = world.posting("series-025")
    plain = await firefox.open(job.apply_url)
    await plain.button.wait_for_status("pending")
    before = {each.handle for each in await firefox.tabs()}
    assert await firefox.in_browser(IN_CONTAINER, job.apply_url)

    async def opened() -> FirefoxTab | None:
        return next((each for each in await firefox.tabs() if each.handle not in before), None)

    tab = await until(opened, "the container's tab")
    await tab.button.click(APPLY)
    await plain.button.wait_for_status("in_progress")
    assert await plain.button.is_disabled(APPLY), "the lock knows no containers"
    await world.until_filled(companion, job)
    await _sends_once(tab, companion, board, job)
    await plain.button.wait_for_status("applied")


async def test_the_companion_is_killed(
    firefox: Firefox, companion: CompanionProcess, board: BoardProcess
) -> None:
    job = world.posting("series-026")
    tab = await _begin(firefox, job)
    await world.until_status(companion, job, "in_progress")
    companion.kill()
    await until(companion.is_up, "the native host to start the companion again", seconds=30)
    await world.until_filled(companion, job)
    await _sends_once(tab, companion, board, job)


async def _tab_at(firefox: Firefox, part: str) -> FirefoxTab:
    async def found() -> FirefoxTab | None:
        for tab in await firefox.tabs():
            if part in await tab.url():
                return tab
        return None

    return await until(found, f"a tab at {part}")


async def _rebound(companion: CompanionProcess, job: Posting) -> bool:
    return "rebound" in await world.events(companion, job)
