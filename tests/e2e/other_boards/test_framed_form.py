"""A board that shows its form in a frame of its own site, with an account to be made: the user's word finds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.browsers import BrowserNotFound
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
    (sheet,) = sheets("framed")
    for address, html in sheet.documents.items():
        site.put(address, html)
    page = await chromium.open(sheet.url)
    await page.wait_for_load_state("load")

    async with chromium.popup(page) as popup:
        await popup.click("Apply on this page")

    async def filled() -> bool:
        jobs = (await companion.get("/api/v1/jobs"))["items"]
        told = [each["application"] or {} for each in jobs]
        return any((each.get("progress") or {}).get("step") == "done" for each in told)

    await until(filled, "the form to be filled", seconds=30)
    seen = await page.evaluate(READ)
    wrong = [
        f"{wanted.label}: {seen[str(number)]!r}"
        for number, wanted in enumerate(sheet.wanted)
        if not wanted.fits(seen[str(number)])
    ]
    assert wrong == []
