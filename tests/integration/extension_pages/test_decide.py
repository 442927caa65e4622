"""What only the user may decide is asked on a page of ours, and follows what happens meanwhile."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Page, expect

from tests.integration.extension_pages import scenes
from tests.integration.extension_pages.pages import Extension, called, calls

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def asked(extension: Extension, ask: str, at: int, **scene: object) -> Page:
    rows = scenes.busy()
    query = f"job={rows[at]['job']['id']}&tab=12&ask={ask}"
    return await extension.open(f"pages/decide.html#{query}", {"rows": rows, **scene}, size=(800, 640))


async def test_taking_over_names_the_tab_that_asked(extension: Extension) -> None:
    page = await asked(extension, "take_over", 1)
    await expect(page.get_by_text("Auto-apply has been at it since")).to_be_visible()
    await page.get_by_role("button", name="Take over here").click()

    taken = await called(page, "ext_take_over")
    assert taken["tab_id"] == 12
    await page.wait_for_function("fake.closed")
    assert await page.evaluate("fake.visited") == [12]


async def test_showing_the_other_tab_does_not_come_back_here(extension: Extension) -> None:
    page = await asked(extension, "take_over", 1)
    await page.get_by_role("button", name="Show that tab instead").click()
    await called(page, "ext_show_tab")
    await page.wait_for_function("fake.closed")
    assert await page.evaluate("fake.visited") == []


async def test_nothing_can_be_taken_over_once_it_is_being_sent(extension: Extension) -> None:
    page = await asked(extension, "take_over", 1)
    await expect(page.get_by_role("button", name="Take over here")).to_be_visible()
    await page.evaluate("fake.change(fake.data.rows[1], { phase: 'submitting' })")
    await expect(page.get_by_role("heading", name="It is being sent right now")).to_be_visible()
    await expect(page.get_by_role("button", name="Take over here")).to_have_count(0)


async def test_a_heartbeat_leaves_the_buttons_alone(extension: Extension) -> None:
    page = await asked(extension, "take_over", 1)
    button = page.get_by_role("button", name="Take over here")
    await button.focus()
    before = len(await calls(page, "job"))
    await page.evaluate("fake.change(fake.data.rows[1], { progress: { step: 'x', filled: 9, total: 18 } })")
    await page.wait_for_function(
        "n => fake.log.filter(({ op, result }) => op === 'job' && result).length > n", arg=before
    )
    await expect(button).to_be_focused()


async def test_an_open_outcome_is_answered(extension: Extension) -> None:
    page = await asked(extension, "resolve", 3)
    await page.get_by_role("button", name="It was not sent").click()
    assert (await called(page, "resolve"))["outcome"] == "not_applied"
    await page.wait_for_function("fake.closed")


async def test_a_refusal_is_shown_and_the_page_stays(extension: Extension) -> None:
    refusal = {"code": "phase", "message": "The permit is still good for 8 s."}
    page = await asked(extension, "resolve", 3, errors={"resolve": refusal})
    await page.get_by_role("button", name="It was not sent").click()
    await expect(page.get_by_role("alert")).to_have_text("The permit is still good for 8 s.")
    assert not await page.evaluate("fake.closed")


async def test_a_second_application_shows_what_is_known_of_the_first(extension: Extension) -> None:
    page = await asked(extension, "new_cycle", 4)
    await expect(page.get_by_text(re.compile("You applied (3 h ago|yesterday)"))).to_be_visible()
    await page.get_by_role("button", name="Begin a new application").click()
    await called(page, "new_cycle")


async def test_an_address_that_asks_nothing_is_explained(extension: Extension) -> None:
    page = await extension.open("pages/decide.html#ask=__proto__", {}, size=(800, 640))
    await expect(page.get_by_role("heading", name="This cannot be asked now")).to_be_visible()


async def test_the_address_that_a_job_page_opens_leads_here(extension: Extension) -> None:
    rows = scenes.busy()
    query = f"job={rows[3]['job']['id']}&tab=12&ask=resolve"
    page = await extension.open(f"options/options.html#{query}", {"rows": rows}, size=(800, 640))
    await expect(page.get_by_role("heading", name="Did it go through?")).to_be_visible()


async def test_two_jobs_found_to_be_one_are_joined_on_the_users_word(extension: Extension) -> None:
    other = scenes.job("Infrastructure Engineer", "Woodgrove", "Frankfurt", "lever")
    twin = {**scenes.row(other, "applied", applied_at=scenes.at(days=2)), "why": "company and title agree"}
    page = await asked(extension, "same_job", 3, similar=[twin])
    await page.get_by_role("button", name="Infrastructure Engineer · Woodgrove").click()
    joined = await called(page, "same_job")
    assert joined["other"] == other["id"]
