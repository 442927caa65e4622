"""The whole product on the made-up pages, started once for all of them."""

from __future__ import annotations

from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from companion.browsers import BrowserNotFound
from companion.demo.applicant import ANSWERS, PROFILE, resume_pdf
from tests.benchmarks.fill.product import Product, start_product
from tests.e2e.hostile.site import hostile_site
from tests.e2e.other_boards.sheet import sheets

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

FOLDERS = ("first", "second", "third", "fourth", "fifth", "sixth")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def product(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Product]:
    """Give a browser that meets every page, with the extension allowed everywhere, as a user may allow it."""
    answers = [{"question": question, "answer": answer} for question, answer in ANSWERS]
    async with AsyncExitStack() as stack:
        site = await stack.enter_async_context(hostile_site())
        for folder in FOLDERS:
            for sheet in sheets(folder):
                for address, html in sheet.documents.items():
                    site.put(address, html)
        place = tmp_path_factory.mktemp("product")
        starting = start_product(place, site.port, PROFILE, answers, resume_pdf(), everywhere=True)
        try:
            yield await stack.enter_async_context(starting)
        except BrowserNotFound as error:
            pytest.skip(str(error))
