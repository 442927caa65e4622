"""What only the user decides, in pages of the extension: to take over, give back, answer, agree to a fill."""

from __future__ import annotations

import re
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import Error, Page, expect

from tests.e2e import world
from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from companion.demo.catalogue import Posting
    from tests.e2e.harness.chromium import Chromium
    from tests.e2e.harness.closed_root import ChromiumButton
    from tests.e2e.stage import Stage

pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(120),
    pytest.mark.asyncio(loop_scope="module"),
]
APPLY = "button.apply"
"""Beside it, in the same closed root, stand the panel's own buttons."""
ADDS_FIELDS = """() => document.querySelector("[name=email]").addEventListener("input", ({ target }) => {
  if (document.querySelector("[name=site]")) return;
  target.form.insertAdjacentHTML("beforeend", "<label>LinkedIn profile <input name='site' type='url'></label>");
})"""
"""As a page does that asks more once a first answer is there."""


async def _filled(stage: Stage, job: Posting) -> Page:
    await world.afresh(stage.companion, job)
    page = await stage.chromium.open(job.apply_url)
    await stage.chromium.button(page).click(APPLY)
    await world.until_filled(stage.companion, job)
    return page


async def _new_page(chromium: Chromium, act: Callable[[], Awaitable[object]], path: str) -> Page:
    """Do something that opens a page of the extension, and return that page."""
    before = set(chromium.context.pages)
    await act()

    def opened() -> Page | None:
        new = [page for page in chromium.context.pages if page not in before and path in page.url]
        return new[0] if new else None

    return await until(opened, f"{path} to open")


async def _says(button: ChromiumButton, text: str) -> None:
    async def shown() -> bool:
        return text in await button.text(".panel")

    await until(shown, f"the panel to say {text!r}")


async def _is_active(chromium: Chromium, tab_id: str) -> bool:
    query = "chrome.tabs.query({ active: true }).then(([tab]) => String(tab.id))"
    return bool(await chromium.in_worker(query) == tab_id)


async def _tab_of(stage: Stage, job: Posting) -> str:
    application = await world.application(stage.companion, job)
    assert application is not None
    return str(application["holder"]["tab_id"])


async def test_show_that_tab_and_take_over_here(stage: Stage) -> None:
    chromium, companion = stage.chromium, stage.companion
    job = world.posting("series-001")
    holder = await _filled(stage, job)
    other = await chromium.open(job.apply_url)
    button = chromium.button(other)
    await button.wait_for_status("in_progress")

    await button.click("button.aside")
    wanted = await _tab_of(stage, job)
    await until(lambda: _is_active(chromium, wanted), "the holder's tab to come to the front")

    await other.bring_to_front()
    await other.locator("[name=name]").fill("Somebody")
    await world.press_submit(other, job)
    decide = await _new_page(chromium, lambda: button.click(".choices button:nth-of-type(2)"), "decide.html")
    await decide.get_by_role("button", name="Take over here").click()

    await until(lambda: _taken_over(stage, job), "the application to be taken over")
    await until(decide.is_closed, "the page to close itself")
    await world.until_filled(companion, job)
    await chromium.button(holder).wait_for_status("in_progress")
    assert await chromium.button(holder).is_disabled(APPLY)
    await holder.bring_to_front()
    await world.press_submit(holder, job)
    await _says(chromium.button(holder), "did not send anything")
    assert await world.accepted(stage.board, job) == 0
    await other.bring_to_front()
    await world.press_submit(other, job)
    await world.until_status(companion, job, "applied")
    assert await world.accepted(stage.board, job) == 1


async def _taken_over(stage: Stage, job: Posting) -> bool:
    return "taken_over" in await world.events(stage.companion, job)


async def test_give_back_from_the_popup(stage: Stage) -> None:
    chromium, companion = stage.chromium, stage.companion
    job = world.posting("series-002")
    page = await _filled(stage, job)
    other = await chromium.open(job.apply_url)

    async with chromium.popup(other) as popup:
        await popup.click(f"Give back {job.title}")
        await world.until_status(companion, job, "pending")

    await chromium.button(page).wait_for_status("pending")
    await chromium.button(other).wait_for_status("pending")
    assert (await world.events(companion, job))[-1] == "released"
    await chromium.button(other).click(APPLY)
    await world.until_filled(companion, job)
    assert (await world.events(companion, job)).count("claimed") == 2


async def test_a_tab_that_holds_one_job_is_asked_to_apply_to_another(stage: Stage) -> None:
    chromium, companion = stage.chromium, stage.companion
    first, second = world.posting("series-003"), world.posting("series-004")
    page = await _filled(stage, first)
    await page.goto(second.apply_url, wait_until="domcontentloaded")
    button = chromium.button(page)
    await button.wait_for_status("pending")

    await button.click(APPLY)
    await _says(button, "applying to another job")
    assert await world.status(companion, first) == "in_progress"
    await button.click(".choices button")

    await world.until_filled(companion, second)
    assert await world.status(companion, first) == "pending"
    await world.press_submit(page, second)
    await world.until_status(companion, second, "applied")
    assert await world.accepted(stage.board, second) == 1
    assert await world.accepted(stage.board, first) == 0


async def test_send_again_begins_a_new_application(stage: Stage) -> None:
    chromium, companion = stage.chromium, stage.companion
    job = world.posting("series-005")
    page = await _filled(stage, job)
    await world.press_submit(page, job)
    await world.until_status(companion, job, "applied")
    first = await world.application(companion, job)

    page = await chromium.open(job.apply_url)
    button = chromium.button(page)
    await button.wait_for_status("applied")
    await page.locator("[name=name]").fill("Mira Okafor")
    await world.press_submit(page, job)
    await _says(button, "You applied to this job on")
    assert await world.accepted(stage.board, job) == 1
    decide = await _new_page(chromium, lambda: button.click(".choices button:nth-of-type(2)"), "decide.html")
    await decide.get_by_role("button", name="Begin a new application").click()

    await button.wait_for_status("pending")
    await page.bring_to_front()
    await button.click(APPLY)
    await world.until_filled(companion, job)
    await world.press_submit(page, job)
    await world.until_status(companion, job, "applied")
    second = await world.application(companion, job)
    assert first is not None
    assert second is not None
    assert (first["cycle"], second["cycle"]) == (1, 2)
    assert await world.accepted(stage.board, job) == 2, "each was asked for by the user"


async def _unconfirmed(stage: Stage, job: Posting) -> Page:
    """Let another program submit and lose sight of it, while a tab shows the job."""
    page = await stage.chromium.open(job.apply_url)
    await stage.chromium.button(page).wait_for_status("pending")
    path = f"/api/v1/jobs/{world.id_of(job)}/begin-submit"
    grant = await stage.companion.post(path, {"holder": {"kind": "api"}}, idempotency_key=f"submit-{job.id}")
    path = f"/api/v1/applications/{grant['application_id']}/fail"
    await stage.companion.post(path, {"fence": grant["fence"], "reason": "the connection broke"})
    await stage.chromium.button(page).wait_for_status("unconfirmed")
    return page


async def test_the_panel_goes_at_escape_and_the_page_does_not_hear_of_it(stage: Stage) -> None:
    job = world.posting("series-022")
    page = await _unconfirmed(stage, job)
    button = stage.chromium.button(page)
    await button.click(APPLY)
    await _says(button, "did not confirm")
    await page.evaluate("addEventListener('keydown', ({ key }) => { globalThis.heard = key; })")

    await page.keyboard.press("Shift+Tab")
    await page.keyboard.press("Escape")

    async def hidden() -> bool:
        return await button.is_hidden(".panel")

    await until(hidden, "the panel to close")
    assert await page.evaluate("globalThis.heard") == "Tab", "the page takes no notice of our Escape"
    assert await page.evaluate("document.activeElement.localName") == "applyonce-button"
    await page.wait_for_timeout(
        400
    )  # a key right after the focus came is not taken for one that is meant for us
    await page.keyboard.press("Enter")
    await _says(button, "did not confirm")


async def test_an_open_outcome_is_answered_in_the_popup_and_kept_when_it_closes(stage: Stage) -> None:
    job = world.posting("series-006")
    page = await _unconfirmed(stage, job)

    async with stage.chromium.popup(page) as popup:
        await popup.click(f"{job.title}: it was sent")
        await popup.wait_for_text("Counts as applied")

    await world.until_status(stage.companion, job, "applied")
    await stage.chromium.button(page).wait_for_status("applied")


async def test_an_open_outcome_is_answered_from_the_button(stage: Stage) -> None:
    chromium, companion = stage.chromium, stage.companion
    job = world.posting("series-007")
    page = await _unconfirmed(stage, job)
    button = chromium.button(page)
    await button.click(APPLY)
    decide = await _new_page(chromium, lambda: button.click(".choices button"), "decide.html")

    # The permit may still be acted on: until it is over, nobody can say that nothing was sent.
    await decide.get_by_role("button", name="It was not sent").click()
    await expect(decide.get_by_role("alert")).not_to_be_empty()
    assert await world.status(companion, job) == "unconfirmed"

    async def answered() -> bool:
        if not decide.is_closed():
            await decide.get_by_role("button", name="It was not sent").click()
        return await world.status(companion, job) == "pending"

    await until(answered, "the answer to be taken", seconds=20, ignoring=(Error,))
    await button.wait_for_status("pending")


@asynccontextmanager
async def _by_auto_apply(stage: Stage, job: Posting, policy: str) -> AsyncIterator[Page]:
    """Have auto-apply fill this job's form as far as the policy lets it, and give its tab."""
    chromium, companion = stage.chromium, stage.companion
    await world.settle_in(companion, default_board_policy=policy)
    await companion.post("/api/v1/auto-apply/queue", {"urls": [job.url]})
    try:
        yield await _new_page(
            chromium, lambda: companion.post("/api/v1/auto-apply/start", {}), job.board_job_id
        )
    finally:
        await companion.post("/api/v1/auto-apply/stop", {})
        await world.settle_in(companion)


async def test_a_parked_tab_of_auto_apply_is_gone_on_with_from_the_popup(stage: Stage) -> None:
    chromium, companion = stage.chromium, stage.companion
    job = world.posting("series-008")
    page = await chromium.open("https://jobs.lever.co/")
    async with _by_auto_apply(stage, job, "fill_only") as agents:
        await until(lambda: _waits_for(stage, job, "review"), "the form to wait for the user", seconds=30)
        assert await world.accepted(stage.board, job) == 0

        async with chromium.popup(page) as popup:
            await popup.click("Go to the tab of")
            await popup.wait_until_closed()
        wanted = await _tab_of(stage, job)
        await until(lambda: _is_active(chromium, wanted), "auto-apply's tab to come to the front")
        assert not await _waits_for(stage, job, "review")
        await until(lambda: _badge(chromium, wanted, "…"), "the icon to ask no more")
        assert "Filled: read it through" in await chromium.button(agents).text(APPLY)

        await world.press_submit(agents, job)
        await world.until_status(companion, job, "applied")
        assert await world.accepted(stage.board, job) == 1


async def test_auto_apply_asks_for_the_users_word_and_sends_at_it(stage: Stage) -> None:
    chromium, companion = stage.chromium, stage.companion
    job = world.posting("series-016")
    page = await chromium.open("https://jobs.lever.co/")
    async with _by_auto_apply(stage, job, "ask_before_submit") as agents:
        await until(lambda: _waits_for(stage, job, "approval"), "the form to wait for a word", seconds=30)
        await agents.locator("[name=phone]").fill("+353 1 555 0100")
        assert await world.accepted(stage.board, job) == 0

        async with chromium.popup(page) as popup:
            await popup.wait_for_text("Send it?")
            await popup.click("Send the application to")
            await world.until_status(companion, job, "applied")

        assert await world.accepted(stage.board, job) == 1
        got = [each for each in (await stage.board.state())["submissions"] if each["job"] == job.id]
        assert got[0]["fields"]["phone"] == "+353 1 555 0100", "what the user changed before the word counts"
        assert page.url == "https://jobs.lever.co/"


async def test_what_waits_for_the_users_word_may_be_sent_by_hand(stage: Stage) -> None:
    chromium, companion = stage.chromium, stage.companion
    job = world.posting("series-017")
    async with _by_auto_apply(stage, job, "ask_before_submit") as agents:
        await until(lambda: _waits_for(stage, job, "approval"), "the form to wait for a word", seconds=30)
        await agents.bring_to_front()
        assert "read it through and submit" in await chromium.button(agents).text(APPLY)
        await chromium.button(agents).click(APPLY)
        assert await _waits_for(stage, job, "approval"), "a press on our own button sends nothing"

        await world.press_submit(agents, job)
        await world.until_status(companion, job, "applied")
        assert await world.accepted(stage.board, job) == 1


async def _badge(chromium: Chromium, tab_id: str, text: str) -> bool:
    return bool(await chromium.in_worker(f"chrome.action.getBadgeText({{ tabId: {tab_id} }})") == text)


async def test_what_another_program_gives_back_is_not_held_by_the_tab_any_more(stage: Stage) -> None:
    chromium, companion = stage.chromium, stage.companion
    job = world.posting("series-011")
    page = await _filled(stage, job)
    tab = await _tab_of(stage, job)
    await until(lambda: _badge(chromium, tab, "…"), "the icon to say that the tab holds something")
    found = await world.application(companion, job)
    assert found is not None

    await companion.post(f"/api/v1/applications/{found['id']}/release", {"fence": found["fence"]})

    await until(lambda: _badge(chromium, tab, ""), "the icon to say that it holds nothing")
    await chromium.button(page).wait_for_status("pending")
    await chromium.button(page).click(APPLY)
    await world.until_filled(companion, job)


async def _waits_for(stage: Stage, job: Posting, reason: str) -> bool:
    application = await world.application(stage.companion, job)
    return application is not None and application["parked"] == reason


async def test_only_what_was_agreed_is_filled(stage: Stage) -> None:
    chromium, companion = stage.chromium, stage.companion
    job = world.posting("series-009")
    await world.afresh(companion, job)
    await _preview(stage, "always")
    try:
        page = await chromium.open(job.apply_url)
        preview = await _new_page(chromium, lambda: chromium.button(page).click(APPLY), "preview.html")
        phone = preview.locator("li", has_text="Phone").get_by_role("checkbox")
        await phone.uncheck()
        assert await page.locator("[name=email]").input_value() == "", "nothing before the user agreed"
        await preview.get_by_role("button", name=re.compile("^Fill ")).click()

        await world.until_filled(companion, job)
        await until(preview.is_closed, "the page to close itself")
        assert await page.locator("[name=email]").input_value() == "mira.okafor@example.org"
        assert await page.locator("[name=phone]").input_value() == ""
    finally:
        await _preview(stage, "never")


async def test_what_appears_while_it_is_filled_is_shown_as_well(stage: Stage) -> None:
    chromium, companion = stage.chromium, stage.companion
    job = world.posting("series-012")
    await world.afresh(companion, job)
    await _preview(stage, "always")
    try:
        page = await chromium.open(job.apply_url)
        await page.evaluate(ADDS_FIELDS)
        preview = await _new_page(chromium, lambda: chromium.button(page).click(APPLY), "preview.html")
        press = preview.get_by_role("button", name=re.compile("^Fill "))
        more = await _new_page(chromium, press.click, "preview.html")

        await more.get_by_role("heading", name="More fields have appeared").wait_for()
        assert await page.locator("[name=email]").input_value() == "mira.okafor@example.org"
        assert await page.locator("[name=site]").input_value() == "", "nothing before the user agreed"
        await more.get_by_role("button", name="Do not fill").click()
        await world.until_filled(companion, job)
        await _says(chromium.button(page), "You chose not to have it filled")
        assert await page.locator("[name=site]").input_value() == ""
        assert await page.locator("[name=email]").input_value() == "mira.okafor@example.org"
    finally:
        await _preview(stage, "never")


async def test_a_preview_that_is_closed_is_no_consent(stage: Stage) -> None:
    chromium, companion = stage.chromium, stage.companion
    job = world.posting("series-010")
    await world.afresh(companion, job)
    await _preview(stage, "always")
    try:
        page = await chromium.open(job.apply_url)
        preview = await _new_page(chromium, lambda: chromium.button(page).click(APPLY), "preview.html")
        await preview.get_by_role("button", name="Do not fill").wait_for()
        await preview.close()

        await chromium.button(page).wait_for_status("pending")
        await _says(chromium.button(page), "Nothing was filled")
        assert (await world.events(companion, job))[-1] == "released"
        again = await _new_page(chromium, lambda: chromium.button(page).click(APPLY), "preview.html")
        assert await page.locator("[name=email]").input_value() == ""
        await again.get_by_role("button", name=re.compile("^Fill ")).click()
        await world.until_filled(companion, job)
        assert await page.locator("[name=email]").input_value() == "mira.okafor@example.org"
    finally:
        await _preview(stage, "never")


async def test_the_first_fill_on_a_board_is_shown_before_it_is_made(stage: Stage) -> None:
    chromium, companion = stage.chromium, stage.companion
    first, second = world.posting("series-013"), world.posting("series-014")
    for each in (first, second):
        await world.afresh(companion, each)
    await chromium.in_worker("chrome.storage.local.remove('previewed_boards').then(() => true)")
    await _preview(stage, "new_boards")
    try:
        page = await chromium.open(first.apply_url)
        preview = await _new_page(chromium, lambda: chromium.button(page).click(APPLY), "preview.html")
        await preview.get_by_text("Your profile").first.wait_for()
        await page.bring_to_front()
        assert "Press to see what will be filled" in await chromium.button(page).text(APPLY)
        async with chromium.popup(page) as popup:
            await popup.wait_for_text("See what will be filled in")
            await popup.click("See what will be filled in for")
            await popup.wait_until_closed()
        await preview.get_by_role("button", name=re.compile("^Fill ")).click()
        await world.until_filled(companion, first)

        other = await chromium.open(second.apply_url)
        await chromium.button(other).click(APPLY)
        await world.until_filled(companion, second)
        assert await other.locator("[name=email]").input_value() == "mira.okafor@example.org"
    finally:
        await _preview(stage, "never")


async def test_a_preview_of_what_was_given_back_says_so(stage: Stage) -> None:
    chromium, companion = stage.chromium, stage.companion
    job = world.posting("series-015")
    await _preview(stage, "always")
    try:
        page = await chromium.open(job.apply_url)
        preview = await _new_page(chromium, lambda: chromium.button(page).click(APPLY), "preview.html")
        await preview.get_by_role("button", name="Do not fill").wait_for()
        found = await world.application(companion, job)
        assert found is not None
        await companion.post(f"/api/v1/applications/{found['id']}/release", {"fence": found["fence"]})

        await preview.get_by_text("There is nothing to look at").wait_for()
        await chromium.button(page).wait_for_status("pending")
        assert await page.locator("[name=email]").input_value() == ""
    finally:
        await _preview(stage, "never")


async def _preview(stage: Stage, when: str) -> None:
    settings = (await stage.companion.get("/api/v1/settings"))["settings"]
    reply = await stage.companion.request("PUT", "/api/v1/settings", {**settings, "preview": when})
    assert reply.status == 200, reply
