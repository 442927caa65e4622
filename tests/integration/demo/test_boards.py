"""On each board a person applies once, sees the board's own confirmation, and is counted once."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import expect

from tests.integration.demo.applicant import EMAIL

if TYPE_CHECKING:
    from tests.integration.demo.applicant import Applicant

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="package")]


async def test_greenhouse_redirects_to_its_confirmation(applicant: Applicant) -> None:
    wanted = await applicant.open("gh-backend")
    await applicant.fill_greenhouse("gh-backend")
    await expect(applicant.page.locator(".file-upload__filename")).to_have_text("resume.pdf×")
    await applicant.submit_greenhouse()

    await applicant.page.wait_for_url(f"{wanted.url}/confirmation")
    await expect(applicant.page.locator("h1")).to_have_text("Thank you for applying.")
    assert applicant.accepted("gh-backend") == 1
    [submission] = applicant.board.ledger.submissions
    assert submission.fields["candidate-location"] == "Stockholm, Sweden"
    assert submission.fields["question_7310001"] == "Yes"
    assert submission.files[0].sha256 == hashlib.sha256(applicant.resume.read_bytes()).hexdigest()


async def test_greenhouse_in_place_keeps_the_address(applicant: Applicant) -> None:
    wanted = await applicant.open("gh-data")
    await applicant.fill_greenhouse("gh-data")
    await applicant.submit_greenhouse()

    await applicant.page.locator("#application-confirmation").wait_for()
    assert applicant.page.url == wanted.url
    assert await applicant.page.locator("#application-form").count() == 0
    assert applicant.accepted("gh-data") == 1


async def test_greenhouse_shows_what_is_missing_and_sends_nothing(applicant: Applicant) -> None:
    await applicant.open("gh-backend")
    await applicant.submit_greenhouse()

    await expect(applicant.page.locator(".helper-text--error").first).to_have_text("This field is required")
    assert await applicant.page.locator("#first_name").get_attribute("aria-invalid") == "true"
    assert not any(request.method == "POST" for request in applicant.board.ledger.requests)


async def test_greenhouse_embedded_in_an_employers_page(applicant: Applicant) -> None:
    await applicant.page.goto("https://careers.example.com/careers?gh_jid=4410077003")
    frame = applicant.page.frame(url="**/embed/job_app?*")
    assert frame is not None
    await applicant.fill_greenhouse("gh-embedded", frame=frame)
    await applicant.submit_greenhouse(frame=frame)

    await frame.wait_for_url("**/embed/job_app/confirmation?for=examplefoods&token=4410077003")
    assert applicant.accepted("gh-embedded") == 1


async def test_old_greenhouse(applicant: Applicant) -> None:
    wanted = await applicant.open("gh-old-platform")
    await applicant.fill_old_greenhouse()
    await expect(applicant.page.locator("#resume_filename")).to_have_text("resume.pdf")
    await applicant.page.click("#submit_app")

    await applicant.page.wait_for_url(f"{wanted.url}/confirmation")
    assert applicant.accepted("gh-old-platform") == 1
    [submission] = applicant.board.ledger.submissions
    assert submission.fields["job_application[answers_attributes][1][boolean_value]"] == "1"


async def test_old_greenhouse_shows_what_is_missing(applicant: Applicant) -> None:
    await applicant.open("gh-old-platform")
    await applicant.page.click("#submit_app")

    await expect(applicant.page.locator(".field-error-msg").first).to_have_text("This field is required.")
    assert applicant.accepted("gh-old-platform") == 0


async def test_lever_submits_by_its_hidden_button(applicant: Applicant) -> None:
    wanted = await applicant.open("lever-frontend")
    await applicant.fill_lever("lever-frontend")
    await applicant.page.click("#btn-submit")

    await applicant.page.wait_for_url(f"{wanted.url}/thanks")
    await expect(applicant.page.locator("h3")).to_have_text("Application submitted!")
    assert applicant.accepted("lever-frontend") == 1
    [submission] = applicant.board.ledger.submissions
    assert submission.fields["selectedLocation"] == '{"name":"Stockholm, Sweden"}'
    assert submission.fields["h-captcha-response"]
    assert submission.fields["resumeStorageId"]


async def test_lever_takes_no_place_that_was_only_typed(applicant: Applicant) -> None:
    await applicant.open("lever-frontend")
    await applicant.page.fill("#location-input", "Stockholm")
    await applicant.page.click("#btn-submit")

    await expect(applicant.page.locator(".location-error")).to_be_visible()
    assert applicant.accepted("lever-frontend") == 0


async def test_ashby_keeps_the_address(applicant: Applicant) -> None:
    wanted = await applicant.open("ashby-fullstack")
    assert await applicant.page.locator("form").count() == 0
    await applicant.fill_ashby("ashby-fullstack")
    await applicant.submit_ashby()

    await applicant.page.locator(".ashby-application-form-success-container").wait_for()
    assert applicant.page.url == wanted.apply_url
    assert applicant.accepted("ashby-fullstack") == 1
    [submission] = applicant.board.ledger.submissions
    assert submission.fields["_systemfield_location"] == "Stockholm, Sweden"


async def test_ashby_goes_from_overview_to_application_without_a_load(applicant: Applicant) -> None:
    await applicant.page.goto(
        "https://jobs.ashbyhq.com/Bright%20Harbour/5d80c6be-0f3a-4d97-a1c4-92b7e6f5a406"
    )
    await applicant.page.get_by_role("button", name="Apply for this Job").click()
    await applicant.fill_ashby("ashby-founding")
    await applicant.submit_ashby()

    await applicant.page.get_by_role("status").wait_for()
    assert applicant.accepted("ashby-founding") == 1
    pages = [request for request in applicant.board.ledger.requests if request.method == "GET"]
    assert len(pages) == 1, [request.path for request in pages]


async def test_ashbys_parser_forgets_yes_and_no(applicant: Applicant) -> None:
    await applicant.open("ashby-fullstack")
    await applicant.fill_ashby("ashby-fullstack")
    pane = applicant.page.locator(".ashby-application-form-autofill-pane input[type=file]")
    await pane.set_input_files(applicant.resume)

    await expect(applicant.page.locator("#_systemfield_name")).to_have_value("PARSED RESUME")
    assert await applicant.page.locator("[class*=_active_y2cw4]").count() == 0


async def test_an_employers_plain_form(applicant: Applicant) -> None:
    wanted = await applicant.open("careers-planner")
    await applicant.fill_careers()
    await applicant.submit_careers()

    await applicant.page.wait_for_url(f"{wanted.url}/thank-you")
    assert applicant.accepted("careers-planner") == 1


async def test_a_second_application_is_counted_as_such(applicant: Applicant) -> None:
    for _ in range(2):
        await applicant.open("careers-planner")
        await applicant.fill_careers()
        await applicant.submit_careers()
        await applicant.page.wait_for_url("**/thank-you")

    state = applicant.board.ledger.as_json()
    assert state["duplicates"] == [{"job": "careers-planner", "email": EMAIL, "count": 2}]
    assert state["accepted"] == {"careers-planner": 2}
