"""The extension as it is in the repository, with its companion: a posting gets its button, in both browsers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.demo.catalogue import POSTINGS

if TYPE_CHECKING:
    from tests.e2e.conftest import StartChromium, StartFirefox
    from tests.e2e.harness.chromium import Chromium
    from tests.e2e.harness.companion_process import CompanionProcess
    from tests.e2e.harness.firefox import Firefox

pytestmark = pytest.mark.browser
POSTING = next(posting for posting in POSTINGS if posting.board == "lever")


async def test_a_posting_gets_its_button_in_chromium(companion: CompanionProcess, chromium: Chromium) -> None:
    page = await chromium.open(POSTING.url)
    await chromium.button(page).wait_for_status("pending")

    (job,) = (await companion.get("/api/v1/jobs"))["items"]
    assert job["job"]["title"] == POSTING.title
    assert await (await chromium.extension_page("extension/popup/popup.html")).title() == "ApplyOnce"


async def test_a_posting_gets_its_button_in_firefox(companion: CompanionProcess, firefox: Firefox) -> None:
    tab = await firefox.open(POSTING.url)
    await tab.button.wait_for_status("pending")

    (job,) = (await companion.get("/api/v1/jobs"))["items"]
    assert job["job"]["title"] == POSTING.title
    popup = await firefox.extension_page("extension/popup/popup.html")
    assert await popup.evaluate("return document.title") == "ApplyOnce"


async def test_the_native_host_starts_a_companion_for_chromium(launch_chromium: StartChromium) -> None:
    chromium = await launch_chromium()
    await chromium.button(await chromium.open(POSTING.url)).wait_for_status("pending")


async def test_the_native_host_starts_a_companion_for_firefox(launch_firefox: StartFirefox) -> None:
    firefox = await launch_firefox()
    tab = await firefox.open(POSTING.url)
    await tab.button.wait_for_status("pending")
