"""Pages that draw themselves anew, wipe, rewrite or cover fields while they are filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tests.integration.filling.filler import Filler

    OpenPage = Callable[[str], Awaitable[Filler]]

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

VALUES = {
    "First name": "Nora",
    "Last name": "Lind",
    "Email": "n@example.org",
    "City": "Lund",
    "Note": "Hello",
}


@pytest.mark.parametrize("query", ["replace", "replace&nameless"])
async def test_form_replaced_in_the_middle_is_filled_on(open_page: OpenPage, query: str) -> None:
    filler = await open_page(f"moving.html?{query}")
    await filler.describe("#application")
    filled = await filler.fill(VALUES)
    assert filled.not_filled == {}
    values = await filler.page.evaluate("() => [...document.querySelectorAll('input')].map((el) => el.value)")
    assert values == list(VALUES.values())


async def test_value_that_the_page_takes_out_is_told(open_page: OpenPage) -> None:
    filler = await open_page("moving.html?stubborn")
    await filler.describe("#application")
    filled = await filler.fill(VALUES)
    assert filled.of("City") == "changed_by_page"
    assert filled.outcomes["City"]["why"] == "The page emptied it"
    assert set(filled.not_filled) == {"City"}


async def test_value_that_the_page_rewrites_is_told(open_page: OpenPage) -> None:
    filler = await open_page("moving.html?upper")
    await filler.describe("#application")
    filled = await filler.fill({"First name": "Nora"})
    assert filled.outcomes["First name"]["outcome"] == "changed_by_page"
    assert filled.outcomes["First name"]["value"] == "NORA"


async def test_field_that_vanishes_is_told(open_page: OpenPage) -> None:
    filler = await open_page("moving.html?gone")
    await filler.describe("#application")
    filled = await filler.fill(VALUES)
    assert filled.outcomes["Note"]["outcome"] == "left_for_you"
    assert filled.outcomes["Note"]["why"] == "The field is no longer on the page"
    assert set(filled.not_filled) == {"Note"}


async def test_page_that_covers_the_form_gets_nothing_more(open_page: OpenPage) -> None:
    filler = await open_page("moving.html?cover")
    await filler.describe("#application")
    filled = await filler.fill(VALUES)
    assert [key for key in VALUES if filled.of(key) == "filled"] == ["First name", "Last name"]
    assert await filler.page.locator("input").nth(2).input_value() == ""


async def test_fills_wait_for_each_other(open_page: OpenPage) -> None:
    filler = await open_page("moving.html")
    await filler.describe("#application")
    order = await filler.page.evaluate(
        """async () => {
          const done = [];
          const help = (name) => ({
            getDocument: () => Promise.reject(new Error("none")),
            onProgress: ({step}) => { if (["waiting", "done"].includes(step)) done.push(`${name} ${step}`); },
          });
          const values = window.description.fields.map(({id}) => ({id, value: "x"}));
          await Promise.all([
            applyonce.fill.form(window.description, values, help("one")),
            applyonce.fill.form(window.description, values, help("two")),
          ]);
          return done;
        }"""
    )
    assert order == ["one waiting", "one done", "two waiting", "two done"]


async def test_reads_back_what_changed_since(open_page: OpenPage) -> None:
    filler = await open_page("moving.html")
    await filler.describe("#application")
    await filler.fill(VALUES)
    await filler.page.locator("input").nth(1).fill("Lindqvist")
    later = await filler.read_back(VALUES)
    assert later["First name"]["outcome"] == "filled"
    assert later["Last name"]["outcome"] == "changed_by_page"
    assert later["Last name"]["value"] == "Lindqvist"


async def test_what_the_user_typed_stays_theirs_when_the_page_draws_the_field_anew(
    open_page: OpenPage,
) -> None:
    filler = await open_page("moving.html?nameless")
    await filler.page.get_by_label("Last name").press_sequentially("Lindqvist")
    await filler.page.evaluate("draw({last: 'Lindqvist', first: 'Ada'})")
    await filler.describe("#application")

    filled = await filler.fill(VALUES)

    assert filled.not_filled.keys() == {"Last name"}
    assert filled.outcomes["Last name"]["why"] == "You have filled it yourself"
    assert await filler.page.get_by_label("Last name").input_value() == "Lindqvist"
    assert await filler.page.get_by_label("First name").input_value() == "Nora", "nobody had typed that"


async def test_field_that_another_switches_on_is_waited_for(open_page: OpenPage) -> None:
    filler = await open_page("moving.html?later")
    await filler.describe("#application")
    assert (await filler.fill(VALUES)).not_filled == {}
    assert await filler.page.get_by_label("City").input_value() == "Lund"


async def test_box_that_was_ticked_by_us_is_not_taken_for_ticked_by_the_user(open_page: OpenPage) -> None:
    filler = await open_page("moving.html?box")
    await filler.describe("#application")
    assert (await filler.fill({"I agree": "true"})).not_filled == {}
    assert await filler.page.get_by_label("I agree").is_checked()
