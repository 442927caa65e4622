"""Lists that toolkits draw over a hidden value: described once with their options, filled as shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tests.integration.filling.filler import Filler

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120), pytest.mark.asyncio(loop_scope="session")]
WANTED = {"Country": "France", "Source": "Fair", "Town": "Nantes", "Move": "No"}
SHOWN = """() => ({
  Country: document.getElementById('shown-country').textContent,
  Source: document.querySelector('.ui.dropdown > .text').textContent,
  Town: document.getElementById('shown-town').textContent,
  Move: document.getElementById('shown-move').textContent,
})"""


async def test_drawn_lists_are_described_once_with_their_options(
    open_page: Callable[[str], Awaitable[Filler]],
) -> None:
    filler = await open_page("toolkits.html")
    fields = await filler.describe("#application", open_options=True)
    assert [(one["kind"], one["label"], one["required"], one["options"], one["value"]) for one in fields] == [
        ("select", "Country", False, ["Denmark", "France"], ""),
        ("combobox", "Source", True, ["Friend", "Fair"], ""),
        ("combobox", "Town", False, ["Lyon", "Nantes"], ""),
        ("combobox", "Move", False, ["Yes", "No"], ""),
        ("text", "Profile", False, [], ""),
    ]


async def test_drawn_lists_are_filled_as_the_page_shows(
    open_page: Callable[[str], Awaitable[Filler]],
) -> None:
    filler = await open_page("toolkits.html")
    await filler.describe("#application", open_options=True)
    filled = await filler.fill(WANTED)
    assert filled.not_filled == {}
    assert await filler.page.evaluate(SHOWN) == WANTED
    assert await filler.page.evaluate("() => document.getElementById('source').value") == "fair"
