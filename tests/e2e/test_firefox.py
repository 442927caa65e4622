"""Firefox has its own background page, permissions and gestures: the roads that differ, and the whole one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e import world
from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from companion.demo.catalogue import Posting
    from tests.e2e.harness.board_process import BoardProcess
    from tests.e2e.harness.companion_process import CompanionProcess
    from tests.e2e.harness.firefox import Firefox
    from tests.e2e.harness.tab import FirefoxTab

pytestmark = [pytest.mark.browser, pytest.mark.timeout(150)]
APPLY = "button.apply"
KITCHEN = world.posting("careers-kitchen")
PLANNER = world.posting("careers-planner")
SEND = "form#apply button[type=submit]"

PRESS_SHORTCUT = """
const window = Services.wm.getMostRecentWindow("navigator:browser");
const keys = [...window.document.querySelectorAll("keyset[id^='ext-keyset-id-companion'] key")];
const key = keys.find((each) => each.getAttribute("key")?.toUpperCase() === "A");
if (!key) return false;
key.doCommand();
return true;
"""


async def _value(tab: FirefoxTab, selector: str) -> str:
    return str(await tab.evaluate("return document.querySelector(arguments[0])?.value ?? ''", selector))


async def _shows(tab: FirefoxTab, text: str) -> None:
    async def shown() -> bool:
        return text in str(await tab.evaluate("return document.body.innerText"))

    await until(shown, f"the page to show {text!r}")


async def test_two_tabs_the_popup_the_gate_and_a_stopped_background(
    firefox: Firefox, companion: CompanionProcess, board: BoardProcess
) -> None:
    job = world.posting("lever-devops")
    await world.settle_in(companion)
    popup = await firefox.extension_page("extension/popup/popup.html")
    tab, other = await firefox.open(job.apply_url), await firefox.open(job.apply_url)
    await tab.button.click(APPLY)
    await other.button.wait_for_status("in_progress")
    assert await other.button.is_disabled(APPLY)
    assert "currently being applied to" in await other.button.text(APPLY)
    await world.until_filled(companion, job)
    assert await _value(tab, "[name=email]") == "mira.okafor@example.org"
    assert await _value(other, "[name=email]") == ""
    await _shows(popup, "read it through and send it")

    # As after half a minute without an event; what the tab holds is known to the next one.
    await firefox.stop_worker()
    await tab.click("#btn-submit")

    await world.until_status(companion, job, "applied")
    await tab.button.wait_for_status("applied")
    await other.button.wait_for_status("applied")
    await _shows(popup, "Applied")
    assert await world.accepted(board, job) == 1


async def _extension_tab(firefox: Firefox, path: str) -> FirefoxTab:
    """Return the page of ours that was opened by itself."""

    async def opened() -> FirefoxTab | None:
        for tab in await firefox.tabs():
            if path in await tab.url():
                return tab
        return None

    return await until(opened, f"{path} to open")


async def _panel_says(tab: FirefoxTab, text: str) -> None:
    async def said() -> bool:
        return text in await tab.button.text(".panel")

    await until(said, f"the panel to say {text!r}")


async def test_seen_before_the_fill_led_to_what_is_left_and_kept_after_it(
    firefox: Firefox, companion: CompanionProcess, board: BoardProcess
) -> None:
    job = world.posting("lever-frontend")
    await world.settle_in(companion)
    settings = (await companion.get("/api/v1/settings"))["settings"]
    await companion.request("PUT", "/api/v1/settings", {**settings, "preview": "new_boards"})
    tab = await firefox.open(job.apply_url)
    await tab.button.click(APPLY)
    preview = await _extension_tab(firefox, "preview.html")
    await _shows(preview, "mira.okafor@example.org")
    assert await _value(tab, "[name=email]") == "", "nothing before the user has seen it"
    await preview.click("button[type=submit]")

    await world.until_filled(companion, job)
    assert await _value(tab, "[name=email]") == "mira.okafor@example.org"
    await until(lambda: tab.evaluate("return document.querySelector('applyonce-marks') !== null"), "marks")
    await tab.button.click(".panel li[data-quiet]:nth-of-type(3) .jump")
    await until(lambda: tab.evaluate("return document.activeElement.localName === 'textarea'"), "the field")
    await tab.type("textarea:focus", "A departures board")
    await tab.click("#btn-submit")

    await world.until_status(companion, job, "applied")
    assert await world.accepted(board, job) == 1
    await _panel_says(tab, "You gave an answer by hand")
    await tab.button.click(".choices button")
    answers = await _extension_tab(firefox, "answers.html")
    await _shows(answers, "A departures board")
    await answers.click("button[type=submit]")
    await _shows(answers, "The answer is kept")
    kept = [each["answer"] for each in (await companion.get("/api/v1/answers"))["answers"]]
    assert "A departures board" in kept


async def test_the_keyboard_applies_on_a_page_that_is_no_board(
    firefox: Firefox, companion: CompanionProcess, board: BoardProcess
) -> None:
    await world.settle_in(companion)
    tab = await firefox.open(KITCHEN.url)
    assert await tab.button.status() is None

    assert await firefox.in_browser(PRESS_SHORTCUT), "the shortcut is registered"
    await tab.button.wait_for_status("in_progress")
    await world.until_filled(companion, KITCHEN)
    assert await _value(tab, "#email") == "mira.okafor@example.org"

    # Here the gesture lets us into this one document: the thanks on the next are not seen, and nothing is made up.
    await tab.click(SEND)
    await until(lambda: _sent(board, KITCHEN), "the board to have it")
    assert await world.status(companion, KITCHEN) == "in_progress"
    await tab.close()
    await world.until_status(companion, KITCHEN, "unconfirmed")
    assert await world.accepted(board, KITCHEN) == 1


async def _sent(board: BoardProcess, job: Posting) -> bool:
    return await world.accepted(board, job) == 1


async def test_a_site_added_for_good_goes_the_whole_road(
    firefox: Firefox, companion: CompanionProcess, board: BoardProcess
) -> None:
    await world.settle_in(companion)
    tab = await firefox.open(PLANNER.url)
    await firefox.permit("https://careers.example.com/*")

    await tab.button.wait_for_status("pending")
    await tab.button.click(APPLY)
    await world.until_filled(companion, PLANNER)
    await tab.click(SEND)

    await world.until_status(companion, PLANNER, "applied")
    await tab.button.wait_for_status("applied")
    assert await world.accepted(board, PLANNER) == 1


async def test_a_page_opened_right_after_several_sites_were_added_has_its_button(
    firefox: Firefox, companion: CompanionProcess
) -> None:
    await world.settle_in(companion)
    for host in ("work", "careers", "people", "hiring"):
        await firefox.permit(f"https://{host}.example.com/*")

    tab = await firefox.open(PLANNER.url)
    await tab.button.wait_for_status("pending")

    await firefox.stop_worker()
    await firefox.permit("https://talent.example.com/*")
    other = await firefox.open(PLANNER.url)
    await other.button.wait_for_status("pending")
    await other.go(KITCHEN.url)
    await other.button.wait_for_status("pending")


async def test_a_permission_taken_back_is_said_in_the_popup(
    firefox: Firefox, companion: CompanionProcess
) -> None:
    assert companion.pid
    for host in ("https://jobs.lever.co/*", "https://jobs.eu.lever.co/*"):
        await firefox.permit(host, "remove")
    popup = await firefox.extension_page("extension/popup/popup.html")
    await _shows(popup, "may not see job boards yet")
