"""Drawn widgets: lists, dates in sections, editors, dropzones; each used as a person would, and read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tests.integration.filling.filler import Filler

    OpenPage = Callable[[str], Awaitable[Filler]]

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_describes_drawn_widgets(open_page: OpenPage) -> None:
    filler = await open_page("widgets.html")
    fields = await filler.describe("#application")
    assert [(one["kind"], one["label"]) for one in fields] == [
        ("combobox", "Degree"),
        ("combobox", "City"),
        ("combobox", "Favourite number"),
        ("textarea", "Cover note"),
        ("date", "Available from"),
        ("date", "Signed on"),
        ("radio", "Remote work?"),
        ("yes_no", "Do you need a visa?"),
        ("radio", "Shift"),
        ("file", "Résumé"),
        ("file", "Work sample"),
        ("file", "Portfolio"),
        ("file", "References"),
        ("tel", "Phone"),
    ]
    required = [one["label"] for one in fields if one["required"]]
    assert required == ["Degree", "Do you need a visa?", "Résumé"]


async def test_fills_drawn_widgets(open_page: OpenPage) -> None:
    filler = await open_page("widgets.html")
    await filler.describe("#application")
    filled = await filler.fill(
        {
            "Degree": "Master's degree",
            "City": "Berlin, Germany",
            "Favourite number": "Number 317",
            "Cover note": "Dear all,\nhere I am.",
            "Available from": "2027-03-09",
            "Signed on": "2026-11-24",
            "Remote work?": "Sometimes",
            "Do you need a visa?": "No",
            "Shift": "Night",
            "Résumé": {"document_id": "d1"},
            "Work sample": {"document_id": "d2"},
            "References": {"document_id": "d3"},
            "Phone": "+46 70 123 45 67",
        }
    )
    assert filled.not_filled == {}
    page = filler.page
    assert await page.locator("#degree").inner_text() == "Master's degree"
    assert await page.locator("#born").input_value() == "11/24/2026"
    assert await page.locator("[name=q-17]").is_checked() is False
    assert await page.locator(".pick._active").inner_text() == "No"
    assert await page.locator("[data-part=month]").get_attribute("aria-valuenow") == "3"


async def test_reads_options_of_drawn_lists_when_asked(open_page: OpenPage) -> None:
    filler = await open_page("widgets.html")
    await filler.describe("#application", open_options=True)
    assert filler.field("Degree")["options"] == ["High school", "Bachelor's degree", "Master's degree"]
    assert len(filler.field("Favourite number")["options"]) == 400, "a virtual list is scrolled through"
    assert await filler.page.locator("#degree-list").count() == 0


CLOSED_BY_A_PRESS_BESIDE = """(value) => {
    const dialog = document.createElement('div');
    dialog.setAttribute('role', 'dialog');
    dialog.innerHTML = `<form id="heard"><label for="source">How did you hear?</label>
        <input id="source" role="combobox" readonly aria-expanded="false" aria-controls="sources">
        <ul id="sources" role="listbox" hidden>
        <li role="option">Friend</li><li role="option">Advertisement</li></ul></form>`;
    document.body.append(dialog);
    const [list, input] = [dialog.querySelector('ul'), dialog.querySelector('input')];
    input.value = value;
    document.addEventListener('click', ({ target }) => {
        list.hidden = target !== input;
        input.setAttribute('aria-expanded', String(target === input));
        if (target.matches('#sources li')) input.value = target.textContent;
        if (!dialog.contains(target)) dialog.remove();
    });
}"""


@pytest.mark.parametrize("value", ["", "Friend"])
async def test_a_list_that_only_a_press_beside_it_closes_is_not_left_open(
    open_page: OpenPage, value: str
) -> None:
    """Left open, it would lie over what stands below, Submit among it."""
    filler = await open_page("widgets.html")
    page = filler.page
    await page.evaluate(CLOSED_BY_A_PRESS_BESIDE, value)

    await filler.describe("#heard", open_options=True)
    assert filler.field("source")["options"] == ["Friend", "Advertisement"]
    assert await page.locator("#sources").is_visible() is False
    filled = await filler.fill({"source": "A dream"})
    assert filled.of("source") == "left_for_you"
    assert await page.locator("#sources").is_visible() is False
    assert await page.locator("#source").input_value() == value


async def test_dropzone_that_ignores_the_file_is_left_for_the_user(open_page: OpenPage) -> None:
    filler = await open_page("widgets.html")
    await filler.describe("#application")
    filled = await filler.fill({"Portfolio": {"document_id": "d1"}})
    assert filled.of("Portfolio") == "left_for_you"


async def test_text_that_is_no_option_is_not_left_in_the_list(open_page: OpenPage) -> None:
    filler = await open_page("widgets.html")
    await filler.describe("#application")
    filled = await filler.fill({"City": "Atlantis", "Degree": "Doctorate"})
    assert {filled.of("City"), filled.of("Degree")} == {"left_for_you"}
    assert await filler.page.locator("#city").input_value() == ""


async def test_two_options_that_fit_are_none(open_page: OpenPage) -> None:
    filler = await open_page("widgets.html")
    found = await filler.page.evaluate(
        """() => [
          applyonce.options.match(["Yes, always", "Yes, sometimes", "No"], "Yes"),
          applyonce.options.match(["United States of America", "United Kingdom"], "United States"),
          applyonce.options.match(["I am authorised", "No, I am not"], "No"),
          applyonce.options.match(["Ja", "Nein"], "Yes"),
          applyonce.options.match(["Zürich", "Genf"], "zurich"),
        ]"""
    )
    assert found == [-1, 0, 1, 0, 0]


async def test_answer_that_the_user_pressed_stays(open_page: OpenPage) -> None:
    filler = await open_page("widgets.html")
    await filler.page.get_by_role("button", name="Yes").click()
    await filler.describe("#application")
    filled = await filler.fill({"Do you need a visa?": "No"})
    assert filled.of("Do you need a visa?") == "left_for_you"


async def test_shadow_roots_and_frames_of_the_same_origin(open_page: OpenPage) -> None:
    filler = await open_page("shadow.html")
    await filler.page.frame_locator("iframe").locator("[name=salary]").wait_for()
    fields = await filler.describe("#application")
    assert [(one["kind"], one["label"]) for one in fields] == [
        ("text", "First name"),
        ("text", "Last name"),
        ("email", "Email address"),
        ("radio", "Relocate?"),
        ("text", "Salary"),
    ]
    filled = await filler.fill(
        {
            "First name": "Nora",
            "Last name": "Lind",
            "Email address": "n@example.org",
            "Relocate?": "No",
            "Salary": "60000",
        }
    )
    assert filled.not_filled == {}
    heard = await filler.page.evaluate("() => document.querySelector('outer-field').heard.length")
    assert heard == 3, "events leave the shadow roots"
    assert await filler.page.frame_locator("iframe").locator("[name=salary]").input_value() == "60000"
