"""Pages under way are kept and brought back, duplicated, discarded, crashed; their worker or extension goes."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
from contextlib import asynccontextmanager, closing, suppress
from functools import partial
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import Error

from tests.e2e import world
from tests.e2e.harness.chromium import ROOT
from tests.e2e.harness.processes import is_alive
from tests.e2e.harness.waiting import until
from tests.e2e.stage import start_stage

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from playwright.async_api import Page

    from companion.demo.catalogue import Posting
    from tests.e2e.harness.artifacts import Artifacts
    from tests.e2e.harness.chromium import Chromium
    from tests.e2e.stage import Stage

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120), pytest.mark.asyncio(loop_scope="module")]
APPLY = "button.apply"
EMAIL = "mira.okafor@example.org"
PRESSES = 3
PRESS_SECONDS = 5.0


async def _filled(stage: Stage, job: Posting) -> Page:
    await world.afresh(stage.companion, job)
    page = await stage.chromium.open(job.apply_url)
    await stage.chromium.button(page).click(APPLY)
    await world.until_filled(stage.companion, job)
    return page


async def _tab_of(stage: Stage, job: Posting) -> int:
    application = await world.application(stage.companion, job)
    assert application is not None
    return int(application["holder"]["tab_id"])


async def _page_of(chromium: Chromium, job: Posting, *, not_this: Page) -> Page:
    def found() -> Page | None:
        pages = [page for page in chromium.context.pages if page != not_this and job.board_job_id in page.url]
        return pages[-1] if pages else None

    return await until(found, "the job's page")


async def _rebound(stage: Stage, job: Posting) -> bool:
    return "rebound" in await world.events(stage.companion, job)


async def _sends_once(stage: Stage, page: Page, job: Posting) -> None:
    """Press Submit, and again where the first press only told that the page was still being filled."""
    before = await world.accepted(stage.board, job)

    async def arrived() -> bool:
        return await world.accepted(stage.board, job) > before

    await page.bring_to_front()
    for _ in range(PRESSES):
        await world.press_submit(page, job)
        with suppress(AssertionError):
            await until(arrived, "it to arrive", seconds=PRESS_SECONDS)
            break
    await world.until_status(stage.companion, job, "applied")
    assert await world.accepted(stage.board, job) == before + 1
    assert (await world.events(stage.companion, job)).count("claimed") == 1


async def test_back_from_the_cache_after_the_application_was_given_up(stage: Stage) -> None:
    chromium, companion = stage.chromium, stage.companion
    job = world.posting("series-021")
    page = await _filled(stage, job)
    await page.evaluate("addEventListener('pageshow', (event) => { window.persisted = event.persisted; })")
    await page.goto(world.posting("series-022").url, wait_until="load")
    found = await world.application(companion, job)
    assert found is not None
    assert found["status_name"] == "in_progress", "going away alone ends nothing"
    await companion.post(f"/api/v1/applications/{found['id']}/release", {"fence": found["fence"]})

    await page.go_back(wait_until="commit")

    assert await page.evaluate("window.persisted") is True
    await chromium.button(page).wait_for_status("pending")
    assert (await world.events(companion, job)).count("claimed") == 1, "nothing is claimed by coming back"
    await page.bring_to_front()
    await world.press_submit(page, job)
    await world.until_status(companion, job, "applied")
    assert await world.accepted(stage.board, job) == 1


async def test_back_from_the_cache_while_the_application_goes_on(stage: Stage) -> None:
    job = world.posting("series-023")
    page = await _filled(stage, job)
    await page.evaluate("addEventListener('pageshow', (event) => { window.persisted = event.persisted; })")
    await page.goto(world.posting("series-022").url, wait_until="load")
    await page.go_back(wait_until="commit")

    assert await page.evaluate("window.persisted") is True
    await stage.chromium.button(page).wait_for_status("in_progress")
    assert await page.locator("[name=email]").input_value() == EMAIL
    await _sends_once(stage, page, job)


async def test_what_was_asked_before_the_page_went_into_the_cache_is_refused_when_it_is_back(
    stage: Stage,
) -> None:
    """Its answer can never come; whoever waited for it would stand still for ever, as auto-apply's tab did."""
    chromium, companion = stage.chromium, stage.companion
    page = await chromium.open(world.posting("series-028").apply_url)
    await chromium.button(page).wait_for_status("pending")
    await page.evaluate("addEventListener('pageshow', (event) => { window.persisted = event.persisted; })")
    ask = (
        "globalThis.refusal = 'none'; applyonce.wire.call('identify', { url: location.href }, crypto.randomUUID())"
        ".catch((error) => { globalThis.refusal = error.code; }); 1"
    )

    os.kill(companion.pid, signal.SIGSTOP)
    try:
        await chromium.in_content_script(page, ask)
        await page.goto(world.posting("series-022").url, wait_until="commit")
        await page.go_back(wait_until="commit")
    finally:
        os.kill(companion.pid, signal.SIGCONT)

    assert await page.evaluate("window.persisted") is True
    assert await chromium.in_content_script(page, "globalThis.refusal") == "companion_unavailable"
    await chromium.button(page).wait_for_status("pending")


async def test_the_worker_stopped_in_the_middle_of_a_fill(stage: Stage) -> None:
    chromium, companion = stage.chromium, stage.companion
    job = world.posting("gh-data")
    page = await chromium.open(job.apply_url)
    await chromium.button(page).click(APPLY)
    await until(lambda: page.locator("#first_name").input_value(), "the first value")
    assert (await world.application(companion, job) or {})["progress"] != "done"

    await chromium.stop_worker()

    await world.until_filled(companion, job)
    await _sends_once(stage, page, job)


async def test_a_duplicate_of_the_tab_holds_nothing(stage: Stage) -> None:
    chromium = stage.chromium
    job = world.posting("series-024")
    page = await _filled(stage, job)

    await chromium.in_worker("(id) => chrome.tabs.duplicate(id).then(() => true)", await _tab_of(stage, job))
    copy = await _page_of(chromium, job, not_this=page)
    await chromium.button(copy).wait_for_status("in_progress")

    assert await chromium.button(copy).is_disabled(APPLY)
    assert await copy.locator("[name=email]").input_value() in ("", EMAIL)
    await copy.close()
    assert "tab_gone" not in await world.events(stage.companion, job)
    await _sends_once(stage, page, job)


async def test_a_discarded_tab_goes_on_when_it_is_looked_at_again(
    stage: Stage, tmp_path: Path, artifacts: Artifacts
) -> None:
    assert stage.chromium, "a machine without a Chromium has skipped the test by now"
    job = world.posting("series-025")
    # In a browser of its own: where the browser itself ends, the other stories go on.
    async with start_stage(tmp_path, artifacts, extension=ROOT) as own:
        chromium, companion = own.chromium, own.companion
        page = await _filled(own, job)
        tab = await _tab_of(own, job)
        await chromium.open("about:blank")

        async with _skipped_where_discarding_ends(chromium):
            tab_now = await chromium.in_worker(_DISCARD, tab)
            assert tab_now, "the tab was discarded"
            assert await world.status(companion, job) == "in_progress"
            await chromium.in_worker(
                "(id) => chrome.tabs.update(id, { active: true }).then(() => true)", tab_now
            )

            await until(lambda: _rebound(own, job), "the tab to go on")
            again = page if not page.is_closed() else await _page_of(chromium, job, not_this=page)
            await again.locator(".resume-upload-success").wait_for()
            await until(lambda: again.locator("[name=email]").input_value(), "the form to be filled again")
            await _sends_once(own, again, job)


_DISCARD = "(id) => chrome.tabs.discard(id).then((tab) => tab && tab.discarded && tab.id)"


@asynccontextmanager
async def _skipped_where_discarding_ends(chromium: Chromium) -> AsyncIterator[None]:
    """Skip a test whose browser is gone, at the discarding or soon after: Debian's Chromium 150 crashes by it."""
    pid = chromium.pid
    try:
        yield
    except (Error, AssertionError):
        with suppress(AssertionError):
            await until(lambda: not is_alive(pid), "the end of the browser", seconds=5)
        if is_alive(pid):
            raise
        pytest.skip("this Chromium itself crashes when a tab is discarded: a newer or older one is needed")


async def test_a_crashed_tab_goes_on_when_it_is_loaded_again(stage: Stage) -> None:
    chromium, companion = stage.chromium, stage.companion
    job = world.posting("series-026")
    page = await _filled(stage, job)
    tab = await _tab_of(stage, job)

    async with page.expect_event("crash"):
        with suppress(Error):
            await page.goto("chrome://crash")
    assert await world.status(companion, job) == "in_progress"
    load = "([id, url]) => chrome.tabs.update(id, { url }).then(() => true)"
    await chromium.in_worker(load, [tab, job.apply_url])

    await until(lambda: _rebound(stage, job), "the tab to go on")
    await world.until_filled(companion, job)
    assert (await world.events(companion, job)).count("claimed") == 1


async def test_the_extension_reloaded_under_open_pages(stage: Stage) -> None:
    chromium, companion = stage.chromium, stage.companion
    job = world.posting("series-027")
    page = await _filled(stage, job)
    other = await chromium.open(job.apply_url)
    await chromium.button(other).wait_for_status("in_progress")
    before = await world.application(companion, job)
    for each in (page, other):
        await each.evaluate("window.old = document.querySelector('applyonce-button')")

    extensions = await chromium.open("chrome://extensions/")
    # Chromium takes an unpacked extension back only in developer mode.
    await extensions.evaluate("chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })")
    with suppress(Error):  # the worker that is asked may be gone before it has answered
        await chromium.in_worker("chrome.runtime.reload()")

    for each in (page, other):
        await until(partial(_has_new_button, each), "one new button in the place of the orphan's")
        await chromium.button(each).wait_for_status("in_progress")
    assert await chromium.button(other).is_disabled(APPLY)
    after = await world.application(companion, job)
    assert before is not None
    assert after is not None
    assert (after["fence"], after["status_name"]) == (before["fence"], "in_progress")
    await _sends_once(stage, page, job)


async def _has_new_button(page: Page) -> bool:
    buttons = "[...document.querySelectorAll('applyonce-button')]"
    return bool(await page.evaluate(f"{buttons}.length === 1 && {buttons}[0] !== window.old"))


async def test_a_page_that_was_to_ask_later_asks_by_itself(stage: Stage) -> None:
    """Another program holds the database for longer than is waited for: the answer is `busy`, and a time."""
    job = world.posting("series-030")
    before = await stage.chromium.open(world.posting("series-029").url)
    await stage.chromium.button(before).wait_for_status("pending")
    log = stage.companion.home / "logs" / "companion.log"
    begin = len(log.read_text(encoding="utf-8"))

    def refused() -> bool:
        lines = [json.loads(line) for line in log.read_text(encoding="utf-8")[begin:].splitlines()]
        return any(line.get("op") == "identify" and line["status"] == 503 for line in lines)

    with closing(sqlite3.connect(stage.companion.home / "applyonce.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        page = await stage.chromium.open(job.url)
        await until(refused, "the page's question to be refused for now")
        assert await stage.chromium.button(page).status() is None
        other.execute("ROLLBACK")

    await stage.chromium.button(page).wait_for_status("pending")
