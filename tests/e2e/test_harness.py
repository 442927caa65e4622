"""The harness itself: each browser loads an extension, meets the board, and reaches a native host."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e.harness.chromium import EXTENSION_ID
from tests.e2e.harness.echo_extension import ECHO_HOST, register_echo_host, write_echo_extension
from tests.e2e.harness.processes import is_alive
from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.conftest import StartChromium, StartFirefox
    from tests.e2e.harness.board_process import BoardProcess

pytestmark = pytest.mark.browser
PAGE = "https://jobs.lever.co/"


async def test_chromium_clicks_in_a_closed_root_and_reaches_the_native_host(
    launch_chromium: StartChromium, board: BoardProcess, tmp_path: Path
) -> None:
    register_echo_host(tmp_path / "chromium" / "NativeMessagingHosts", tmp_path / "echo", family="chromium")
    chromium = await launch_chromium(extension=write_echo_extension(tmp_path / "extension"))
    page = await chromium.open(PAGE)
    button = chromium.button(page)

    await button.wait_for_status("pending")
    assert await button.text("button") == "Apply"
    await button.click()
    await button.wait_for_status("applied")

    assert await button.is_disabled()
    requests = (await board.state())["requests"]
    assert "jobs.lever.co" in {request["host"] for request in requests}
    reply = await chromium.in_worker(f"() => chrome.runtime.sendNativeMessage('{ECHO_HOST}', {{ n: 1 }})")
    assert reply == {"n": 1}
    assert await chromium.in_content_script(page, "chrome.runtime.id") == EXTENSION_ID
    shown = await chromium.extension_page("page.html")
    assert await shown.title() == "echo"


async def test_chromium_worker_can_be_stopped_and_the_browser_killed(
    launch_chromium: StartChromium, tmp_path: Path
) -> None:
    register_echo_host(tmp_path / "chromium" / "NativeMessagingHosts", tmp_path / "echo", family="chromium")
    chromium = await launch_chromium(extension=write_echo_extension(tmp_path / "extension"))
    await chromium.in_worker("() => { globalThis.remembered = true; }")

    await chromium.stop_worker()
    button = chromium.button(await chromium.open(PAGE))
    await button.click()
    await button.wait_for_status("applied")
    assert await chromium.in_worker("() => globalThis.remembered ?? null") is None

    pid = chromium.pid
    await chromium.kill()
    assert not is_alive(pid)


async def test_firefox_clicks_in_a_closed_root_and_reaches_the_native_host(
    launch_firefox: StartFirefox, board: BoardProcess, tmp_path: Path
) -> None:
    directory = tmp_path / "firefox" / "home" / ".mozilla" / "native-messaging-hosts"
    register_echo_host(directory, tmp_path / "echo", family="firefox")
    firefox = await launch_firefox(extension=write_echo_extension(tmp_path / "extension"))
    tab = await firefox.open(PAGE)

    await tab.button.wait_for_status("pending")
    assert await tab.button.text("button") == "Apply"
    await tab.button.click()
    await tab.button.wait_for_status("applied")

    assert await tab.button.is_disabled()
    requests = (await board.state())["requests"]
    assert "jobs.lever.co" in {request["host"] for request in requests}
    shown = await firefox.extension_page("page.html")
    reply = await shown.evaluate(f"return browser.runtime.sendNativeMessage('{ECHO_HOST}', {{ n: 1 }})")
    assert reply == {"n": 1}


async def test_firefox_background_can_be_stopped_and_the_browser_killed(
    launch_firefox: StartFirefox, tmp_path: Path
) -> None:
    directory = tmp_path / "firefox" / "home" / ".mozilla" / "native-messaging-hosts"
    register_echo_host(directory, tmp_path / "echo", family="firefox")
    firefox = await launch_firefox(extension=write_echo_extension(tmp_path / "extension"))
    tab = await firefox.open(PAGE)

    await firefox.stop_worker()
    await tab.button.click()
    await tab.button.wait_for_status("applied")

    firefox.kill()
    await until(lambda: not is_alive(firefox.pid), "Firefox to be gone")
