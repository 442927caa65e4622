"""Pages in the markups of boards, toolkits and home-made sites that no board file knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e.other_boards.conftest import FOLDERS
from tests.e2e.other_boards.judge import judge
from tests.e2e.other_boards.sheet import sheets

if TYPE_CHECKING:
    from tests.benchmarks.fill.product import Product
    from tests.e2e.other_boards.sheet import Sheet

pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(120),
    pytest.mark.asyncio(loop_scope="module"),
]
SHEETS = [sheet for folder in FOLDERS for sheet in sheets(folder)]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
async def test_the_page_is_described_and_filled_rightly(product: Product, sheet: Sheet) -> None:
    judged = await judge(product, sheet)
    assert judged.faults == []
