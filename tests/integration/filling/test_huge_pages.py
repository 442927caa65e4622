"""Forms beyond all measure: described and filled within bounds, and what is left says why."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import pytest

from tests.integration.filling.filler import Filler

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120), pytest.mark.asyncio(loop_scope="session")]
FIELDS = 2_000
SECONDS = 20
"""For what takes two on a quiet machine."""
LONGEST_TEXT = 4_000


async def opened(context: BrowserContext, address: str, html: str) -> Filler:
    page = await context.new_page()
    await page.goto(f"{address}/plain.html")
    await page.evaluate("(html) => { document.body.innerHTML = html; }", html)
    filler = Filler(page)
    await filler.inject()
    return filler


async def test_two_thousand_fields_are_described_and_filled(
    browser_context: BrowserContext, page_server: str
) -> None:
    rows = "".join(f"<p><label>Question {n} <input name=q{n}></label></p>" for n in range(FIELDS))
    filler = await opened(browser_context, page_server, f"<form>{rows}</form>")
    began = time.monotonic()
    fields = await filler.describe("form")
    assert len(fields) == FIELDS
    assert time.monotonic() - began < SECONDS
    wanted = {f"q{n}": f"answer {n}" for n in range(0, FIELDS, 10)}
    began = time.monotonic()
    filled = await filler.fill(wanted)
    assert filled.not_filled == {}
    assert time.monotonic() - began < SECONDS
    assert await filler.page.locator("[name=q1990]").input_value() == "answer 1990"


async def test_five_thousand_options_are_all_told(browser_context: BrowserContext, page_server: str) -> None:
    options = "".join(f"<option>School number {n}</option>" for n in range(4_999))
    html = (
        f"<form><label>School <select name=s><option value=''>Select…</option>{options}"
        "<option>Eton</option></select></label></form>"
    )
    filler = await opened(browser_context, page_server, html)
    await filler.describe("form")
    assert len(filler.field("s")["options"]) == 5_000
    assert filler.field("s")["options"][-1] == "Eton"
    assert (await filler.fill({"s": "Eton"})).not_filled == {}


async def test_labels_of_100_kb_are_cut(browser_context: BrowserContext, page_server: str) -> None:
    labels = ("word " * 20_000, "😀" * 50_000, "שאלה ארוכה " * 9_000, "\u202egnol\u202c " * 12_000)
    rows = "".join(f"<p><label for=i{n}>{text}</label><input id=i{n}></p>" for n, text in enumerate(labels))
    filler = await opened(
        browser_context, page_server, f"<form>{rows}<input name=last aria-label=Last></form>"
    )
    began = time.monotonic()
    fields = await filler.describe("form")
    assert time.monotonic() - began < SECONDS
    assert [len(field["label"]) <= LONGEST_TEXT for field in fields] == [True] * 5
    assert len(json.dumps(fields)) < 200_000
    assert (await filler.fill({"i0": "one", "i1": "two", "i2": "three", "last": "five"})).not_filled == {}


async def test_labels_in_any_script_and_direction_stay_what_they_say(
    browser_context: BrowserContext, page_server: str
) -> None:
    labels = ("الاسم الأول", "דואר אלקטרוני", "📧 Email", "👩‍💻 Portfolio 🔗", "姓名", "Имя", "नाम")
    row = "<p dir=auto><label for=i{0}>{1}</label><input id=i{0}></p>"
    rows = "".join(row.format(n, text) for n, text in enumerate(labels))
    filler = await opened(browser_context, page_server, f"<form>{rows}</form>")
    fields = await filler.describe("form")
    assert tuple(field["label"] for field in fields) == labels
    assert (await filler.fill({label: f"value {n}" for n, label in enumerate(labels)})).not_filled == {}


async def test_a_plan_for_a_page_that_has_gone_is_told_field_by_field(
    browser_context: BrowserContext, page_server: str
) -> None:
    html = "<form><label>Email <input name=email></label><label>City <input name=city></label></form>"
    filler = await opened(browser_context, page_server, html)
    await filler.describe("form")
    await filler.page.evaluate("() => { document.body.innerHTML = '<h1>Next page</h1><input name=other>'; }")
    filled = await filler.fill({"email": "a@example.org", "city": "Lund"})
    assert {each["outcome"] for each in filled.outcomes.values()} == {"left_for_you"}
    assert {each["why"] for each in filled.outcomes.values()} == {"The field is no longer on the page"}
    assert await filler.page.locator("[name=other]").input_value() == ""
