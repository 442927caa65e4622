"""A board that shows its form in a frame of its own site, with an account to be made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.browsers import BrowserNotFound
from tests.benchmarks.fill.product import widened
from tests.e2e import world
from tests.e2e.harness.chromium import Chromium, start_chromium
from tests.e2e.harness.waiting import until
from tests.e2e.hostile.site import HostileSite, hostile_site
from tests.e2e.other_boards.judge import READ
from tests.e2e.other_boards.sheet import sheets

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.e2e.harness.companion_process import CompanionProcess
    from tests.e2e.other_boards.sheet import Sheet

pytestmark = [pytest.mark.browser, pytest.mark.timeout(90)]


@pytest.fixture
async def site() -> AsyncIterator[HostileSite]:
    """Give the server of made-up pages."""
    async with hostile_site() as site:
        yield site


@pytest.fixture
async def chromium(site: HostileSite, companion: CompanionProcess, tmp_path: Path) -> AsyncIterator[Chromium]:
    """Give a browser that meets them, allowed nothing beyond the known boards."""
    await world.settle_in(companion)
    try:
        async with start_chromium(
            tmp_path / "chromium", board_port=site.port, home=companion.home
        ) as running:
            yield running
    except BrowserNotFound as error:
        pytest.skip(str(error))


async def test_the_users_word_applies_in_the_frame_that_has_the_form(
    chromium: Chromium, companion: CompanionProcess, site: HostileSite
) -> None:
    sheet = framed(site)
    page = await chromium.open(sheet.url)
    await page.wait_for_load_state("load")

    async with chromium.popup(page) as popup:
        await popup.click("Apply on this page")

    await until(lambda: is_filled(companion), "the form to be filled", seconds=30)
    assert wrong(sheet, await page.evaluate(READ)) == []


async def test_the_frame_shows_the_button_by_itself_where_each_site_is_allowed(
    companion: CompanionProcess, site: HostileSite, tmp_path: Path
) -> None:
    sheet = framed(site)
    await world.settle_in(companion)
    extension = widened(tmp_path / "extension")
    try:
        async with start_chromium(
            tmp_path / "chromium", board_port=site.port, home=companion.home, extension=extension
        ) as browser:
            page = await browser.open(sheet.url)
            await page.wait_for_load_state("load")
            frame = page.frames[-1]
            await browser.button(frame).wait_for_status("pending")
            assert await browser.button(page).status() is None, "the page around the form is no form"
    except BrowserNotFound as error:
        pytest.skip(str(error))


def framed(site: HostileSite) -> Sheet:
    """Give the pages to the server; the password in them wants to stay empty."""
    (sheet,) = sheets("framed")
    for address, html in sheet.documents.items():
        site.put(address, html)
    return sheet


async def is_filled(companion: CompanionProcess) -> bool:
    jobs = (await companion.get("/api/v1/jobs"))["items"]
    told = [each["application"] or {} for each in jobs]
    return any((each.get("progress") or {}).get("step") == "done" for each in told)


def wrong(sheet: Sheet, seen: dict[str, str]) -> list[str]:
    return [
        f"{wanted.label}: {seen[str(number)]!r}"
        for number, wanted in enumerate(sheet.wanted)
        if not wanted.fits(seen[str(number)])
    ]
