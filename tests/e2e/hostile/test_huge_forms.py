"""Forms beyond all measure, filled by the whole product: bounded, and the user is told what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e import world
from tests.e2e.harness.waiting import until
from tests.e2e.hostile.actors import job, shown

if TYPE_CHECKING:
    from playwright.async_api import Page

    from tests.e2e.harness.chromium import Chromium
    from tests.e2e.harness.companion_process import CompanionProcess
    from tests.e2e.hostile.site import HostileSite

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240), pytest.mark.asyncio(loop_scope="module")]
SECONDS = 90
"""For what takes ten on a quiet machine."""


async def filled(chromium: Chromium, companion: CompanionProcess, url: str, number: int) -> Page:
    """Apply on a page and wait until its form is filled."""
    page = await shown(chromium, url)
    # The host's box is the button's; CDP's tree of such a page takes minutes.
    box = await page.locator("applyonce-button").bounding_box()
    assert box is not None
    await page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    await world.until_filled(companion, job(number), seconds=SECONDS)
    return page


async def until_told(chromium: Chromium, page: Page, text: str) -> None:
    """Wait until the list of what is left for the user, as the panel and the popup show it, has this field."""

    async def is_told() -> bool:
        left = await chromium.in_content_script(page, "applyonce.marks.open().map(({ text }) => text)")
        return any(text in each for each in left)

    await until(is_told, f"the user to be told of {text!r}", seconds=30)


async def test_a_form_whose_words_are_more_than_one_message_holds(
    chromium: Chromium, companion: CompanionProcess, site: HostileSite
) -> None:
    options = "".join(f"<option>Place number {n} of the list</option>" for n in range(4_999))
    lists = "".join(
        f"<p><label>List {n} <select name=list{n}><option value=''>Select…</option>{options}</select></label></p>"
        for n in range(12)
    )
    long = "word " * 20_000
    texts = "".join(f"<p><label>{long} {n} <input name=long{n}></label></p>" for n in range(5))
    last = (
        "<p><label>LinkedIn profile <input name=q99 required></label></p>"
        "<p><label>Shoe size <input name=q100 required></label></p>"
    )
    page = await filled(chromium, companion, site.job(801, fields=lists + texts + last), 801)
    assert await page.locator("#email").input_value() == "mira.okafor@example.org"
    assert "linkedin" in await page.locator("[name=q99]").input_value()
    assert await page.locator("[name=q100]").input_value() == ""
    await until_told(chromium, page, "Shoe size")


async def test_a_form_of_two_thousand_fields(
    chromium: Chromium, companion: CompanionProcess, site: HostileSite
) -> None:
    rows = "".join(f"<p><label>Question number {n}? <input name=q{n}></label></p>" for n in range(2_000))
    last = (
        "<p><label>LinkedIn profile <input name=last></label></p>"
        "<p><label>Hat size <input name=hat required></label></p>"
    )
    page = await filled(chromium, companion, site.job(802, fields=rows + last), 802)
    assert await page.locator("#first_name").input_value() == "Mira"
    assert "linkedin" in await page.locator("[name=last]").input_value()
    await until_told(chromium, page, "Hat size")


async def test_labels_in_other_scripts_with_emoji(
    chromium: Chromium, companion: CompanionProcess, site: HostileSite
) -> None:
    fields = (
        "<p dir=rtl><label>📧 البريد الإلكتروني <input name=mail2 required></label></p>"
        "<p><label>🏙️ City <input name=town></label></p>"
        "<p dir=rtl><label>\u202eytiC\u202c <input name=odd></label></p>"
    )
    page = await filled(chromium, companion, site.job(803, fields=fields), 803)
    assert await page.locator("[name=town]").input_value() != ""
    assert await page.locator("[name=odd]").input_value() == ""
    await until_told(chromium, page, "البريد الإلكتروني")
