"""Pages that attack: each tries one of the ways of the design's list, in a real browser, and fails."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import Error

from companion.identity import identify, job_id
from tests.e2e import world
from tests.e2e.harness.chromium import EXTENSION_ID
from tests.e2e.harness.waiting import until
from tests.e2e.hostile.actors import (
    claims,
    job,
    known_jobs,
    listens_on,
    shown,
    until_filled,
)
from tests.e2e.hostile.attacks import (
    BOX,
    CLONE,
    COUNT_FILLED,
    COVERED,
    FADES,
    FILLED,
    IS_BACK,
    MOVE,
    OVERLAY,
    OVERLAYS,
    SCRIPT,
    STEAL_FOCUS,
    SUBMIT,
    VALUES,
    hidden_fields,
    huge_json_ld,
    page_of_asking_frames,
)
from tests.e2e.hostile.site import ELSEWHERE, HostileSite, fragment

if TYPE_CHECKING:
    from playwright.async_api import Page

    from tests.e2e.harness.chromium import Chromium
    from tests.e2e.harness.companion_process import CompanionProcess

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120), pytest.mark.asyncio(loop_scope="module")]


async def until_says(chromium: Chromium, page: Page, text: str) -> None:
    """Wait until the panel says so."""

    async def says() -> bool:
        return text in await chromium.button(page).text(".panel")

    await until(says, f"the panel to say {text!r}")


async def values(page: Page) -> dict[str, str]:
    """Return what stands in a page's fields, those that are empty left out."""
    return {name: value for name, value in await page.evaluate(VALUES) if value}


async def test_made_up_events_start_and_send_nothing(
    chromium: Chromium, companion: CompanionProcess, site: HostileSite
) -> None:
    page = await shown(chromium, site.job(101))
    await page.evaluate(fragment("made_up_events.js"))
    await until_says(chromium, page, "Not sent")
    assert await claims(companion, 101) == 0
    assert site.sent_to(101) == 0


ATTACKS = {**OVERLAYS, **FADES}


async def _settled(page: Page) -> None:
    """Wait until the browser has judged anew what lies over what; a user takes longer than that to be fooled."""
    later = await page.evaluate("performance.now() + 400")
    await page.wait_for_function("later => performance.now() > later", arg=later)


@pytest.mark.parametrize(("number", "attack"), list(enumerate(ATTACKS, 111)), ids=list(ATTACKS))
async def test_a_button_that_the_user_cannot_see_starts_nothing(
    chromium: Chromium, companion: CompanionProcess, site: HostileSite, number: int, attack: str
) -> None:
    page = await shown(chromium, site.job(number))
    await page.evaluate(ATTACKS[attack])
    await _settled(page)
    x, y = await chromium.button(page).centre(".apply")
    await page.mouse.move(x, y)
    await page.mouse.down()
    await _settled(page)
    await page.mouse.up()
    await until_says(chromium, page, COVERED)
    assert await claims(companion, number) == 0


async def test_a_choice_that_the_user_cannot_see_starts_nothing(
    chromium: Chromium, companion: CompanionProcess, site: HostileSite
) -> None:
    page = await shown(chromium, site.job(121))
    await chromium.button(page).click()
    await until_filled(companion, 121)
    site.job(122)
    await page.goto(job(122).url)
    await chromium.button(page).wait_for_status("pending")
    await chromium.button(page).click()
    await until_says(chromium, page, "applying to another job")

    await page.evaluate(OVERLAY, "0 0 90px 0")
    await _settled(page)
    await chromium.button(page).click(".choices .primary")

    await until_says(chromium, page, COVERED)
    assert await claims(companion, 122) == 0
    assert await world.status(companion, job(121)) == "in_progress"


async def test_a_key_that_was_meant_for_something_else_starts_nothing(
    chromium: Chromium, companion: CompanionProcess, site: HostileSite
) -> None:
    page = await shown(chromium, site.job(123))
    await page.evaluate(STEAL_FOCUS)
    await page.locator("h1").click()
    await page.keyboard.press("Enter")
    await until_says(chromium, page, COVERED)
    assert await claims(companion, 123) == 0


async def test_a_button_that_is_moved_comes_back(chromium: Chromium, site: HostileSite) -> None:
    page = await shown(chromium, site.job(131))
    before = await page.evaluate(BOX)
    await page.evaluate(MOVE)
    await page.wait_for_function(IS_BACK)
    assert await page.evaluate(BOX) == before


async def test_a_clone_of_the_button_does_nothing(
    chromium: Chromium, companion: CompanionProcess, site: HostileSite
) -> None:
    page = await shown(chromium, site.job(132))
    await page.evaluate(CLONE)
    await page.locator("#clone").click()
    await page.locator("#clone button").focus()
    await page.keyboard.press("Enter")
    assert await page.evaluate("document.querySelectorAll('applyonce-button').length") == 2
    assert await claims(companion, 132) == 0


async def test_forty_hidden_fields_stay_empty(
    chromium: Chromium, companion: CompanionProcess, site: HostileSite
) -> None:
    page = await shown(chromium, site.job(141, fields=hidden_fields()))
    assert await page.locator("input.hidden").count() == 40
    await chromium.button(page).click()
    await until_filled(companion, 141)

    filled = await values(page)
    assert FILLED.items() <= filled.items()
    assert [name for name in filled if name.startswith("h")] == []


async def test_a_page_that_has_changed_the_browsers_own_objects(
    chromium: Chromium, companion: CompanionProcess, site: HostileSite
) -> None:
    page = await shown(chromium, site.job(151, head=fragment("patched.html")))
    assert await page.evaluate("document.querySelector('applyonce-button').root") is None, (
        "the root stays closed"
    )
    await page.evaluate(fragment("made_up_events.js"))
    assert await claims(companion, 151) == 0

    await chromium.button(page).click(".apply")
    await until_filled(companion, 151)
    for name, value in FILLED.items():
        assert await page.evaluate("(id) => window.valueIn(document.getElementById(id))", name) == value
    stolen = await page.evaluate("window.stolen")
    assert [each for each in stolen if "shadow" in each or "on the button" in each] == []

    await page.locator(SUBMIT).click()
    await until(lambda: site.sent_to(151), "the application to arrive")
    assert (await world.events(companion, job(151))).count("submit_began") == 1


async def test_json_ld_of_five_megabytes_deep_and_full_of_markup(
    chromium: Chromium, companion: CompanionProcess, site: HostileSite
) -> None:
    page = await shown(chromium, site.job(161, head=huge_json_ld()))
    await chromium.button(page).click()
    await until_filled(companion, 161)

    found = await companion.get(f"/api/v1/jobs/{job_id(identify(job(161).url).key)}")
    assert found["job"]["key"] == "greenhouse:161"
    assert len(found["job"]["company"]) <= 300
    assert await page.evaluate("window.pwned") is None


async def test_a_title_that_is_a_script_is_text_in_our_pages(
    chromium: Chromium, companion: CompanionProcess, site: HostileSite
) -> None:
    escaped = SCRIPT.replace("<", "&lt;")
    page = await shown(chromium, site.job(171, title=escaped))
    await chromium.button(page).click()
    await until_filled(companion, 171)
    id_ = job_id(identify(job(171).url).key)
    for path in (
        "extension/popup/popup.html",
        "extension/options/options.html#history",
        f"extension/options/options.html#job={id_}&ask=history",
        f"extension/pages/decide.html#job={id_}&tab=1&ask=take_over",
    ):
        ours = await chromium.extension_page(path)
        await ours.get_by_text("window.pwned=1", exact=False).first.wait_for(state="attached")
        assert await ours.evaluate("window.pwned") is None
        assert await ours.locator("img[src=x], img[onerror]").count() == 0
        await ours.close()
    assert "Filled" in await chromium.button(page).text(".apply")
    assert await page.evaluate("window.pwned") is None


async def test_frames_that_ask_get_no_values(
    chromium: Chromium, companion: CompanionProcess, site: HostileSite
) -> None:
    page = await chromium.open(page_of_asking_frames(site, 181))
    await until(lambda: len(page.frames) >= 4, "the frames to be there")
    await chromium.button(page).wait_for_status("pending")
    await chromium.button(page).click()
    await until_filled(companion, 181)

    assert FILLED.items() <= (await values(page)).items()
    for each in page.frames[1:]:
        assert await each.evaluate(COUNT_FILLED) == 0, each.url


async def test_a_website_cannot_reach_the_companions_port(
    chromium: Chromium, companion: CompanionProcess, site: HostileSite, port: int
) -> None:
    assert await listens_on(companion, port), "the port is the right one"
    before = await known_jobs(companion)
    profile = await companion.get("/api/v1/profile")
    page = await chromium.open(site.put(f"{ELSEWHERE}/puzzles", fragment("loopback.html")))

    read = await page.evaluate("([port, job]) => attack(port, job)", [port, str(job_id("greenhouse:101"))])

    assert read == []
    assert await known_jobs(companion) == before
    assert await world.status(companion, job(101)) in ("none", "pending")
    assert await companion.get("/api/v1/profile") == profile
    for number in (666, 667):
        assert (
            await companion.request("GET", f"/api/v1/jobs/{job_id(f'greenhouse:{number}')}")
        ).status == 404


async def test_a_page_that_is_no_job_page_notices_nothing(chromium: Chromium, site: HostileSite) -> None:
    html = fragment("probe.html", ORIGIN=f"chrome-extension://{EXTENSION_ID}")
    page = await chromium.open(site.put(f"{ELSEWHERE}/today", html))
    assert await page.evaluate("probe()") == []


async def test_forged_messages_are_not_heard(
    chromium: Chromium, companion: CompanionProcess, site: HostileSite
) -> None:
    page = await shown(chromium, site.job(191))
    heard = await page.evaluate(fragment("forged.js", ID=EXTENSION_ID), str(job_id("greenhouse:191")))
    assert heard == []
    assert await claims(companion, 191) == 0
    assert await chromium.button(page).status() == "pending"
    await chromium.button(page).click()
    await until_filled(companion, 191)


async def test_a_release_that_is_never_seen_costs_no_permit(
    chromium: Chromium, companion: CompanionProcess, site: HostileSite
) -> None:
    page = await shown(chromium, site.job(201))
    await page.locator(SUBMIT).focus()
    await page.keyboard.down(" ")
    await world.until_status(companion, job(201), "in_progress")
    await world.until_status(companion, job(201), "pending")
    assert site.sent_to(201) == 0


async def test_a_page_that_takes_it_and_complains_gets_no_second_one_from_a_worker_that_was_killed(
    chromium: Chromium, companion: CompanionProcess, site: HostileSite
) -> None:
    body = """<script>
      document.forms[0].addEventListener("submit", async (event) => {
        event.preventDefault();
        await fetch(event.target.action, { method: "POST", body: "{}" });
        window.taken = true;
      });
      window.complain = () => document.querySelector("#email").setAttribute("aria-invalid", "true");
    </script>"""
    page = await shown(chromium, site.job(211, body=body))
    await page.fill("#email", "mira@example.org")
    await page.locator(SUBMIT).click()
    await page.wait_for_function("window.taken")
    await chromium.in_worker("globalThis.old = true")
    await chromium.stop_worker()

    async def another() -> bool:
        return await chromium.in_worker("globalThis.old") is None

    await until(another, "another worker", ignoring=(Error, TimeoutError))
    await page.evaluate("window.complain()")
    # The page is looked at four times a second; a false proof would lead back to filling within a few.
    asked = asyncio.get_running_loop().time() + 4

    async def looked() -> bool:
        found = await world.application(companion, job(211))
        assert found is not None
        assert found["phase"] == "submitting", "what may have been sent is not given back"
        return asyncio.get_running_loop().time() > asked

    await until(looked, "the complaint to be looked at")
    await page.locator(SUBMIT).click()
    await until_says(chromium, page, "Already sending")
    assert site.sent_to(211) == 1


async def test_two_jobs_sent_past_the_gate_in_one_tab_are_both_told(
    chromium: Chromium, companion: CompanionProcess, site: HostileSite
) -> None:
    page = await shown(chromium, site.job(221))
    for number in (221, 222):
        await page.goto(site.job(number))
        await chromium.button(page).wait_for_status("pending")
        await page.evaluate("HTMLFormElement.prototype.submit.call(document.forms[0])")
        await world.until_status(companion, job(number), "unconfirmed")


async def test_the_page_of_another_job_proves_nothing_of_what_was_sent_before(
    chromium: Chromium, companion: CompanionProcess, site: HostileSite
) -> None:
    page = await shown(chromium, site.job(231))
    await page.locator(SUBMIT).click()
    await page.wait_for_url("**/jobs/231/applications")
    assert site.sent_to(231) == 1
    await page.goto(site.job(232, fields="<p><label>Code <input id='security-input-0'></label></p>"))
    await chromium.button(page).wait_for_status("pending")
    await _settled(page)
    found = await world.application(companion, job(231))
    assert found is not None
    assert (found["phase"], found["fence"]) == ("submitting", 1)
