"""The fill preview: only what the user leaves ticked is filled, and what is shown stays text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.async_api import expect

from tests.integration.extension_pages.pages import Extension, called

if TYPE_CHECKING:
    from tests.integration.extension_pages.pages import JsonObject

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

PREVIEW: JsonObject = {
    "host": "jobs.lever.co",
    "tab_id": 7,
    "fields": [
        {"id": "f1", "label": "Full name", "section": "", "required": True},
        {"id": "f2", "label": "<b>Resume</b>", "section": "", "required": True},
        {"id": "f3", "label": "Why us?", "section": "", "required": True},
    ],
    "values": [
        {
            "id": "f1",
            "value": "Mira Example",
            "meaning": "full_name",
            "source": "profile",
            "confidence": 1,
            "why": "label",
        },
        {
            "id": "f2",
            "value": {"document_id": "d", "name": "cv.pdf", "sha256": ""},
            "meaning": "resume",
            "source": "document",
            "confidence": 1,
            "why": "default",
        },
    ],
    "unanswered": [{"id": "f3", "meaning": "question", "required": True, "why": "no stored answer"}],
}


async def test_only_what_stays_ticked_is_filled(extension: Extension) -> None:
    page = await extension.open("pages/preview.html#a-1", {"preview": PREVIEW}, size=(900, 700))
    await expect(page.get_by_text("Why us?")).to_be_visible()
    await page.get_by_role("checkbox", name="<b>Resume</b>").uncheck()
    await page.get_by_role("button", name="Fill 1 field", exact=True).click()

    assert await called(page, "ext_preview_done") == {"application_id": "a-1", "go": True, "ids": ["f1"]}
    await page.wait_for_function("fake.closed")
    assert await page.evaluate("fake.visited") == [7]


async def test_nothing_is_filled_when_the_user_says_so(extension: Extension) -> None:
    page = await extension.open("pages/preview.html#a-1", {"preview": PREVIEW}, size=(900, 700))
    await page.get_by_role("button", name="Do not fill").click()
    assert (await called(page, "ext_preview_done"))["go"] is False


async def test_a_page_that_waits_no_longer_is_explained(extension: Extension) -> None:
    gone = {"code": "not_found", "message": "Nothing waits to be looked at."}
    page = await extension.open("pages/preview.html#a-1", {"errors": {"ext_preview_shown": gone}})
    await expect(page.get_by_text("Nothing waits to be looked at.")).to_be_visible()
