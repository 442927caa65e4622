"""A page may lay traps: what no person sees gets no value, however it is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tests.integration.filling.filler import Filler

    OpenPage = Callable[[str], Awaitable[Filler]]

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_describes_only_what_a_person_sees(open_page: OpenPage) -> None:
    filler = await open_page("traps.html")
    names = [one["name"] for one in await filler.describe("#application")]
    # What lies under something else shows only once it has been scrolled to: filling looks again.
    assert names == ["first_name", "postal", "linkedin"]


async def test_leaves_a_covered_field_to_the_user(open_page: OpenPage) -> None:
    filler = await open_page("traps.html")
    await filler.describe("#application")
    filled = await filler.fill({"first_name": "Nora", "postal": "111 22", "linkedin": "in/nora"})
    assert filled.of("first_name") == "filled"
    assert filled.of("linkedin") == "filled", "what lies below the fold is scrolled to"
    assert filled.outcomes["postal"] == {
        "id": filler.field("postal")["id"],
        "outcome": "left_for_you",
        "why": "It can't be seen on the page",
        "value": "",
    }


async def test_field_that_hides_after_it_was_described_stays_empty(open_page: OpenPage) -> None:
    filler = await open_page("traps.html")
    await filler.describe("#application")
    await filler.page.evaluate("() => { document.querySelector('[name=linkedin]').style.opacity = '0'; }")
    filled = await filler.fill({"first_name": "Nora", "linkedin": "in/nora"})
    assert filled.of("linkedin") == "left_for_you"
    assert await filler.page.locator("[name=linkedin]").input_value() == ""


async def test_field_that_becomes_a_password_stays_empty(open_page: OpenPage) -> None:
    filler = await open_page("traps.html")
    await filler.describe("#application")
    await filler.page.evaluate("() => { document.querySelector('[name=first_name]').type = 'password'; }")
    filled = await filler.fill({"first_name": "Nora"})
    assert filled.of("first_name") == "left_for_you"


async def test_other_origin_gets_no_value(open_page: OpenPage) -> None:
    filler = await open_page("traps.html")
    await filler.describe("#application")
    await filler.page.evaluate("() => { window.description.origin = 'https://jobs.example.com'; }")
    filled = await filler.fill({"first_name": "Nora"})
    assert filled.outcomes["first_name"]["why"] == "It belongs to another site than the form"
    assert await filler.page.locator("[name=first_name]").input_value() == ""


async def test_reading_opacity_cannot_be_fooled_by_ancestors(open_page: OpenPage) -> None:
    filler = await open_page("traps.html")
    seen = await filler.page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("form > div input, form > label input")]
          .filter((el) => !el.closest("#many"))
          .map((el) => [el.name, applyonce.dom.isReallyVisible(el)]))"""
    )
    visible = {name for name, shown in seen.items() if shown}
    assert visible == {
        "first_name",
        "website",
        "company",
        "hp_nickname",
        "url",
        "comment2",
        "password",
        "linkedin",
    }, "these can be seen; that most of them are traps is told by their names and marks"
