"""Faults that only a browser sees: what the page's own script does to the applicant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.async_api import expect

from companion.demo.catalogue import posting
from companion.demo.faults import FaultName
from tests.integration.demo.applicant import EMAIL

if TYPE_CHECKING:
    from tests.integration.demo.applicant import Applicant

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="package")]

NAME_FIELDS = [
    ("gh-data", "#first_name"),
    ("gh-old-platform", "#first_name"),
    ("lever-devops", "[name=name]"),
    ("ashby-support", "#_systemfield_name"),
    ("careers-planner", "#first_name"),
]


@pytest.mark.parametrize(("job", "field"), NAME_FIELDS)
async def test_hydration_wipes_early_values(applicant: Applicant, job: str, field: str) -> None:
    applicant.board.faults.arm(FaultName.HYDRATION_WIPE, delay_ms=1_000)
    await applicant.open(job)
    early = await applicant.page.wait_for_selector(field)
    assert early is not None
    await early.fill("Too early")
    await expect(applicant.page.locator(field)).to_have_value("")
    assert not await early.evaluate("node => node.isConnected")


@pytest.mark.parametrize(("job", "field"), NAME_FIELDS)
async def test_rerender_replaces_nodes_and_keeps_values(applicant: Applicant, job: str, field: str) -> None:
    applicant.board.faults.arm(FaultName.RERENDER)
    await applicant.open(job)
    stale = await applicant.page.wait_for_selector(field)
    assert stale is not None
    await stale.fill("Nora")
    other = (
        applicant.page.locator("input[type=text], input[type=email]")
        .locator("visible=true")
        .nth(2 if job.startswith("gh") else 1)
    )
    await other.press_sequentially("xyz")

    await expect(other).to_have_value("xyz")
    await expect(applicant.page.locator(field)).to_have_value("Nora")
    assert not await stale.evaluate("node => node.isConnected")


@pytest.mark.parametrize(
    ("job", "file", "field", "parsed"),
    [
        ("gh-data", "#resume", "#first_name", "PARSED"),
        ("gh-old-platform", "#resume_fileupload", "#first_name", "PARSED"),
        ("lever-devops", "#resume-upload-input", "[name=name]", "PARSED FROM RESUME"),
        ("ashby-support", "#_systemfield_resume", "#_systemfield_name", "PARSED RESUME"),
        ("careers-planner", "#resume", "#first_name", "PARSED"),
    ],
)
async def test_resume_parser_overwrites(
    applicant: Applicant, job: str, file: str, field: str, parsed: str
) -> None:
    applicant.board.faults.arm(FaultName.RESUME_PARSE, delay_ms=100)
    await applicant.open(job)
    await applicant.page.fill(field, "Nora")
    await applicant.page.set_input_files(file, applicant.resume)
    await expect(applicant.page.locator(field)).to_have_value(parsed)


async def test_captcha_stands_between_click_and_submission(applicant: Applicant) -> None:
    applicant.board.faults.arm(FaultName.CAPTCHA, times=1)
    await applicant.open("lever-devops")
    await applicant.fill_lever("lever-devops")
    await applicant.page.click("#btn-submit")
    frame = applicant.page.frame_locator("iframe[src*='hcaptcha.com']")
    await frame.get_by_role("checkbox").wait_for()
    assert applicant.accepted("lever-devops") == 0

    await frame.get_by_role("checkbox").click()
    await applicant.page.wait_for_url("**/thanks")
    assert applicant.accepted("lever-devops") == 1


@pytest.mark.parametrize("job", ["careers-planner", "lever-devops"])
async def test_confirmation_in_another_tab(applicant: Applicant, job: str) -> None:
    applicant.board.faults.arm(FaultName.CONFIRMATION_IN_NEW_TAB)
    wanted = await applicant.open(job)
    async with applicant.page.context.expect_page() as opened:
        if job == "lever-devops":
            await applicant.fill_lever(job)
            await applicant.page.click("#btn-submit")
        else:
            await applicant.fill_careers()
            await applicant.submit_careers()
    confirmation = await opened.value
    await confirmation.wait_for_url("**/thank*")
    assert applicant.page.url == wanted.apply_url
    assert applicant.accepted(job) == 1


async def test_greenhouse_security_code(applicant: Applicant) -> None:
    applicant.board.faults.arm(FaultName.SECURITY_CODE, times=1)
    await applicant.open("gh-data")
    await applicant.fill_greenhouse("gh-data")
    await applicant.submit_greenhouse()
    await applicant.page.locator("#security-input-7").wait_for()
    submit = applicant.page.get_by_role("button", name="Submit application")
    await expect(submit).to_be_disabled()
    assert applicant.accepted("gh-data") == 0

    code = applicant.board.security_codes["gh-data", EMAIL]
    for index, character in enumerate(code):
        await applicant.page.fill(f"#security-input-{index}", character)
    await submit.click()
    await applicant.page.locator("#application-confirmation").wait_for()
    assert applicant.accepted("gh-data") == 1


async def test_ashby_says_what_the_body_says(applicant: Applicant) -> None:
    applicant.board.faults.arm(FaultName.SPAM, times=1)
    await applicant.open("ashby-founding")
    await applicant.fill_ashby("ashby-founding")
    await applicant.submit_ashby()
    failure = applicant.page.locator(".ashby-application-form-failure-container")
    await expect(failure).to_contain_text("flagged as possible spam")
    assert applicant.accepted("ashby-founding") == 0

    await applicant.submit_ashby()
    await applicant.page.locator(".ashby-application-form-success-container").wait_for()
    assert applicant.accepted("ashby-founding") == 1


@pytest.mark.parametrize("job", ["gh-data", "ashby-founding", "lever-devops"])
async def test_a_reset_after_storing_is_not_sent_again_by_the_browser(applicant: Applicant, job: str) -> None:
    applicant.board.faults.arm(FaultName.RESET_AFTER_STORE, times=1)
    await applicant.open(job)
    match posting(job).board:
        case "greenhouse":
            await applicant.fill_greenhouse(job)
            await applicant.submit_greenhouse()
            await applicant.page.locator("[role=alert] .helper-text--error").wait_for()
        case "ashby":
            await applicant.fill_ashby(job)
            await applicant.submit_ashby()
            await applicant.page.locator(".ashby-application-form-failure-container").wait_for()
        case _:
            await applicant.fill_lever(job)
            async with applicant.page.expect_event("requestfailed") as failed:
                await applicant.page.click("#btn-submit", no_wait_after=True)
            assert (await failed.value).failure == "net::ERR_CONNECTION_RESET"
    assert applicant.accepted(job) == 1
