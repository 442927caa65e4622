"""Controls in the markups that home-made pages and toolkits use: described with kind, label, options, required."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tests.integration.filling.filler import Filler

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120), pytest.mark.asyncio(loop_scope="session")]
WANTED = """() => [...document.querySelectorAll('[data-want]')].map((block) => {
  const want = block.dataset.want;
  delete block.dataset.want;
  return [block.querySelector('[name]').name, want];
})"""


async def test_each_markup_is_described(open_page: Callable[[str], Awaitable[Filler]]) -> None:
    filler = await open_page("markups.html")
    wanted = {name: json.loads(want) for name, want in await filler.page.evaluate(WANTED)}
    seen = {
        one["name"]: [one["kind"], one["label"], one["required"], one["options"]]
        for one in await filler.describe("#application")
    }
    assert seen == wanted
