"""A list of jobs whose application form waits in a closed dialog, which opens by a change of its class alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e.other_boards.judge import LOOK_AGAIN

if TYPE_CHECKING:
    from tests.benchmarks.fill.product import Product

pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(120),
    pytest.mark.asyncio(loop_scope="module"),
]


JOBS = "https://www.hafenbau-lotse.example/jobs"
# The extension's own watch may look for other reasons while the page is new; this one has none but the dialog.
WATCH_OPENING = """new Promise((resolve) => {
  const stop = applyonce.detect.watch(() => { stop(); resolve("looked again"); });
  document.getElementById("dialog").classList.remove("zu");
  setTimeout(() => resolve("nobody looked"), 3000);
})"""


async def test_the_button_comes_with_the_dialog_and_stays_when_that_is_closed(product: Product) -> None:
    page = await product.browser.open(JOBS)
    button = product.browser.button(page)
    await product.in_extension(page, LOOK_AGAIN)
    assert await button.status() is None

    await page.evaluate("document.getElementById('dialog').classList.remove('zu')")
    await button.wait_for_status("pending")

    await page.evaluate("document.getElementById('dialog').classList.add('zu')")
    await product.in_extension(page, LOOK_AGAIN)
    assert await button.status() == "pending"
    await page.close()


async def test_a_dialog_that_opens_is_looked_at_again(product: Product) -> None:
    page = await product.browser.open(JOBS)
    await product.in_extension(page, LOOK_AGAIN)
    assert await product.in_extension(page, WATCH_OPENING) == "looked again"
    await page.close()
