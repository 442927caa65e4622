"""What boards do wrong, or on purpose: nothing is sent twice, nothing wrong is sent, and the user is told."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from tests.e2e import world
from tests.e2e.boards import applicant, robot
from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from playwright.async_api import Locator, Page

    from companion.demo.catalogue import Posting
    from tests.e2e.harness.board_process import BoardProcess
    from tests.e2e.harness.chromium import Chromium
    from tests.e2e.harness.companion_process import CompanionProcess

pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(120),
    pytest.mark.asyncio(loop_scope="package"),
]


async def _armed(
    companion: CompanionProcess, board: BoardProcess, name: str, fault: str, **options: int
) -> Posting:
    """Return a job that nobody has applied to, before a board that will misbehave."""
    job = world.posting(name)
    await world.afresh(companion, job)
    await board.arm(fault, job=job.id, **options)
    return job


async def _received(board: BoardProcess, job: Posting) -> dict[str, Any]:
    """Return the fields of the one application that the employer has got."""
    state = await board.state()
    (submission,) = [each for each in state["submissions"] if each["job"] == job.id]
    fields: dict[str, Any] = submission["fields"]
    return fields


async def _solve_captcha(page: Page) -> None:
    await page.frame_locator("iframe[src*=hcaptcha]").locator("#checkbox").click()


async def _until_captcha_is_known(companion: CompanionProcess, job: Posting) -> None:
    async def known() -> bool:
        found = await world.application(companion, job) or {}
        return found["phase"] == "submitting" and (found.get("progress") or {}).get("step") == "captcha"

    await until(known, "the companion to know of the captcha")


@pytest.mark.parametrize("by", ["person", "auto-apply"])
async def test_captcha_after_the_press(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess, by: str
) -> None:
    job = await _armed(companion, board, "workable-designer", "captcha")
    if by == "person":
        page = await applicant.begin(chromium, job)
        await applicant.walk(chromium, page, job)
        await applicant.submit(page, job)
    else:
        await robot.set_on(companion, job)
        page = await robot.tab(chromium, job)
    await _until_captcha_is_known(companion, job)

    await page.bring_to_front()
    await _solve_captcha(page)

    await world.until_status(companion, job, "applied")
    assert await world.accepted(board, job) == 1


async def test_security_code_by_mail(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess
) -> None:
    job = await _armed(companion, board, "gh-data", "security_code", times=1)
    await robot.set_on(companion, job)
    await robot.until_parked(companion, job, "security_code")
    assert await world.accepted(board, job) == 0

    page = await robot.tab(chromium, job)
    await page.bring_to_front()
    (mail,) = (await board.state())["security_codes"]
    for place, character in enumerate(mail["code"]):
        await page.locator(f"#security-input-{place}").fill(character)
    await applicant.submit(page, job)

    await world.until_status(companion, job, "applied")
    assert await world.accepted(board, job) == 1


@pytest.mark.usefixtures("chromium")
@pytest.mark.parametrize(
    ("name", "fault", "reason"),
    [
        ("workable-designer", "already_applied", "The board says that you have applied to this job already."),
        ("linkedin-pm", "already_applied", "The board says that you have applied to this job already."),
        ("teamtailor-teacher", "closed_404", "The job is closed."),
        ("smartrecruiters-buyer", "closed_404", "The job is closed."),
    ],
)
async def test_what_the_board_does_not_take_is_not_tried_again(
    companion: CompanionProcess, board: BoardProcess, name: str, fault: str, reason: str
) -> None:
    job = await _armed(companion, board, name, fault)
    await robot.set_on(companion, job)

    assert await robot.until_given_up(companion, job) == reason
    assert await world.status(companion, job) == "pending"
    assert await world.accepted(board, job) == 0


async def test_log_in_that_ran_out_while_submitting(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess
) -> None:
    job = await _armed(companion, board, "workable-designer", "login_wall", times=1)
    await robot.set_on(companion, job)
    await robot.until_parked(companion, job, "login")

    page = await robot.tab(chromium, job)
    await page.locator("#login-email").fill("mira.okafor@example.org")
    await page.locator("#login-password").fill(applicant.PASSWORD)
    await page.locator("button[type=submit]").click()

    await world.until_status(companion, job, "applied", seconds=60)
    assert await world.accepted(board, job) == 1


async def test_confirmation_in_another_tab(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess
) -> None:
    job = await _armed(companion, board, "breezy-support", "confirmation_in_new_tab")
    page = await applicant.begin(chromium, job)
    await applicant.walk(chromium, page, job)
    await applicant.submit(page, job)

    await world.until_status(companion, job, "applied")
    await chromium.button(page).wait_for_status("applied")
    assert await world.accepted(board, job) == 1


async def test_confirmations_in_tabs_that_are_opened_at_once(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess
) -> None:
    """The browser then names no opener, or the wrong one: each tab speaks for the page that led to it."""
    names = ("careers-kitchen", "careers-planner")
    jobs = [await _armed(companion, board, name, "confirmation_in_new_tab") for name in names]
    pages = [await applicant.begin(chromium, job) for job in jobs]
    for page, job in zip(pages, jobs, strict=True):
        await page.bring_to_front()
        await applicant.walk(chromium, page, job)

    await asyncio.gather(*(applicant.submit(page, job) for page, job in zip(pages, jobs, strict=True)))

    for job in jobs:
        await world.until_status(companion, job, "applied")
        assert await world.accepted(board, job) == 1


LINK_TO_ANOTHER_JOBS_THANKS = """() => {
    const link = document.createElement('a');
    Object.assign(link, { href: '/jobs/delivery-planner/thank-you', target: '_blank', textContent: 'Thanks' });
    document.querySelector('main').append(link);
}"""


async def test_a_tab_that_another_page_opened_proves_nothing_of_what_the_tab_in_front_has_sent(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess
) -> None:
    """Chromium calls the tab in front the opener."""
    job = await _armed(companion, board, "careers-kitchen", "submit_hang")
    beside = await chromium.open("https://careers.example.com/jobs")
    await beside.evaluate(LINK_TO_ANOTHER_JOBS_THANKS)
    page = await applicant.begin(chromium, job)
    await applicant.walk(chromium, page, job)
    await applicant.control(page, applicant.SUBMIT[job.board]).focus()
    await page.keyboard.press("Enter")  # unlike a click, this waits for no page
    await world.until_event(companion, job, "submit_began")

    async with chromium.context.expect_page() as opened:
        await beside.get_by_role("link", name="Thanks").click()
    thanks = await opened.value
    await until(
        lambda: chromium.in_content_script(thanks, "applyonce.standing.now.sending !== null"),
        "the tab to know of a sending",
        ignoring=(AssertionError,),
    )
    await chromium.in_content_script(thanks, "applyonce.confirmation.arrived().catch(() => {})")
    assert await world.status(companion, job) == "in_progress"


async def test_thanks_in_the_posting_prove_nothing(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess
) -> None:
    job = await _armed(companion, board, "personio-accountant", "thanks_in_posting")
    await board.arm("submit_503", job=job.id)
    page = await applicant.begin(chromium, job)
    await applicant.walk(chromium, page, job)
    assert "thank" in (await page.locator("main").inner_text()).lower()

    await applicant.submit(page, job)
    await page.get_by_text("503 Service Unavailable").wait_for()
    page = await chromium.open(job.url)
    await chromium.button(page).wait_for_status("in_progress")

    assert "thank" in (await page.locator("main").inner_text()).lower()
    assert (await world.events(companion, job))[-1] == "submit_began"


async def test_what_was_typed_outlives_a_reload(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess
) -> None:
    job = world.posting("breezy-support")
    await world.afresh(companion, job)
    claims = (
        (await world.events(companion, job)).count("claimed")
        if await world.application(companion, job)
        else 0
    )
    page = await applicant.begin(chromium, job)
    await applicant.walk(chromium, page, job)
    letter = "I like mail, and I like it answered."
    await page.locator("[name=cCoverLetter]").press_sequentially(letter)
    await world.until_drafted(companion, job, letter)

    await page.reload()
    await applicant.walk(chromium, page, job)

    assert await page.locator("[name=cCoverLetter]").input_value() == letter
    assert (await world.events(companion, job)).count("claimed") == claims + 1
    await applicant.submit(page, job)
    await world.until_status(companion, job, "applied")
    assert (await _received(board, job))["cCoverLetter"] == letter


LAMPS = "https://lamps.example.org"


async def _corrected_by_hand(
    chromium: Chromium, companion: CompanionProcess, job: Posting
) -> tuple[Page, Locator]:
    """Let the form be filled, and correct a field of it; returns the page and the field."""
    page = await applicant.begin(chromium, job)
    await applicant.walk(chromium, page, job)
    field = page.get_by_label("Link to your portfolio")
    await field.fill("")
    await field.press_sequentially(LAMPS)
    await world.until_drafted(companion, job, LAMPS)
    return page, field


async def test_what_was_typed_outlives_a_log_in(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess
) -> None:
    job = await _armed(companion, board, "workable-designer", "login_wall", times=1)
    page, field = await _corrected_by_hand(chromium, companion, job)
    await applicant.submit(page, job)
    await page.locator("#login-email").fill("mira.okafor@example.org")
    await page.locator("#login-password").fill(applicant.PASSWORD)
    await page.locator("button[type=submit]").click()

    await applicant.walk(chromium, page, job)
    assert await field.input_value() == LAMPS
    await applicant.submit(page, job)

    await world.until_status(companion, job, "applied")
    assert LAMPS in (await _received(board, job)).values()


async def test_what_was_typed_outlives_a_captcha(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess
) -> None:
    job = await _armed(companion, board, "workable-designer", "captcha")
    page, field = await _corrected_by_hand(chromium, companion, job)
    await applicant.submit(page, job)
    await _until_captcha_is_known(companion, job)
    assert await field.input_value() == LAMPS
    await _solve_captcha(page)

    await world.until_status(companion, job, "applied")
    assert LAMPS in (await _received(board, job)).values()


async def test_what_was_typed_right_before_a_reload_is_kept(
    chromium: Chromium, companion: CompanionProcess
) -> None:
    job = world.posting("workable-designer")
    await world.afresh(companion, job)
    page = await applicant.begin(chromium, job)
    await applicant.walk(chromium, page, job)
    field = page.get_by_label("Link to your portfolio")
    await field.fill(LAMPS)
    await page.reload()

    await applicant.walk(chromium, page, job)
    assert await field.input_value() == LAMPS


CAPTCHA_IN_THE_FORM = """addEventListener('load', () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.captcha-overlay { position: static !important }');
    document.adoptedStyleSheets = [sheet];
    void globalThis.demoCaptcha?.solve();
})"""
"""Shown at once, in the page's flow: what covers the form lets nobody fill it."""


async def _parked(companion: CompanionProcess, job: Posting) -> str | None:
    parked: str | None = (await world.application(companion, job) or {})["parked"]
    return parked


async def test_a_page_loaded_again_while_it_waits_at_a_captcha_gets_its_values_back_and_waits_on(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess
) -> None:
    job = await _armed(companion, board, "workable-designer", "captcha")
    page, field = await _corrected_by_hand(chromium, companion, job)
    found = await world.application(companion, job)
    assert found is not None
    where = f"/api/v1/applications/{found['id']}"
    await companion.post(f"{where}/park", {"fence": found["fence"], "reason": "captcha"})

    await page.add_init_script(CAPTCHA_IN_THE_FORM)
    await page.reload()
    await applicant.walk(chromium, page, job)
    assert await field.input_value() == LAMPS
    assert await page.locator("iframe[src*=hcaptcha]").count() == 1
    assert await _parked(companion, job) == "captcha"

    await _solve_captcha(page)
    await until(lambda: _goes_on(companion, job), "the application to go on by itself")
    await applicant.walk(chromium, page, job)
    assert await field.input_value() == LAMPS
    lists = page.locator("[role=listbox]").filter(visible=True)
    assert await lists.count() == 0, "none lies over what stands below it"


async def _goes_on(companion: CompanionProcess, job: Posting) -> bool:
    return await _parked(companion, job) is None and "resumed" in await world.events(companion, job)
