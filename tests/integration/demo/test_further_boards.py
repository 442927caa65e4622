"""The boards with forms of their own kinds: each counts one application of one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.async_api import expect

from companion.demo.catalogue import posting
from tests.integration.demo.applicant import EMAIL

if TYPE_CHECKING:
    from tests.integration.demo.applicant import Applicant

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="package")]


async def test_workable_thanks_in_the_place_of_the_form(applicant: Applicant) -> None:
    wanted = await applicant.open("workable-designer")
    await applicant.fill_workable("workable-designer")
    await expect(applicant.page.locator("[data-action=delete]")).to_have_text("resume.pdf ×")
    await applicant.page.click("[data-ui=apply-button]")

    await expect(applicant.page.locator("main")).to_contain_text("submitted successfully")
    assert await applicant.page.locator("[data-ui=application-form]").count() == 0
    assert applicant.page.url == wanted.apply_url
    assert applicant.accepted("workable-designer") == 1
    [submission] = applicant.board.ledger.submissions
    assert submission.fields["CA_8000002"] == "Yes"
    assert submission.fields["CA_8000003"] == "Company website"


async def test_workable_says_what_is_missing(applicant: Applicant) -> None:
    await applicant.open("workable-designer")
    await applicant.page.click("[data-ui=apply-button]")
    await expect(applicant.page.locator("#CA_8000002_error")).to_have_text("This field is required")
    assert await applicant.page.locator("#email").get_attribute("data-error") == "true"
    assert applicant.accepted("workable-designer") == 0


async def test_workable_asks_for_eeo_answers_after_the_application_was_sent(applicant: Applicant) -> None:
    await applicant.open("workable-analyst")
    await applicant.fill_workable("workable-analyst")
    await applicant.page.click("[data-ui=apply-button]")
    await applicant.page.locator("[data-ui=eeoc-form]").wait_for()
    assert applicant.accepted("workable-analyst") == 1

    await applicant.page.click("[data-ui=skip-eeoc]")
    await expect(applicant.page.locator("main")).to_contain_text("submitted successfully")


async def test_smartrecruiters_behind_shadow_roots(applicant: Applicant) -> None:
    await applicant.page.goto(posting("smartrecruiters-buyer").url)
    await applicant.page.click("#st-apply")
    await applicant.page.get_by_text("Next").wait_for()
    assert await applicant.page.evaluate("document.querySelectorAll('input').length") == 0
    await applicant.fill_smartrecruiters()
    await applicant.page.get_by_text("Next").click()
    await applicant.page.get_by_label("Yes").check()
    await applicant.page.get_by_text("Submit").click()

    confirmation = applicant.page.locator("[data-test=success-page-confirmation]")
    await expect(confirmation).to_have_text("Application submitted!")
    assert applicant.accepted("smartrecruiters-buyer") == 1


async def test_an_unsaved_row_holds_smartrecruiters_back(applicant: Applicant) -> None:
    await applicant.page.goto(posting("smartrecruiters-buyer").url)
    await applicant.page.click("#st-apply")
    await applicant.fill_smartrecruiters()
    await applicant.page.locator("[data-test=add-experience]").click()
    await applicant.page.get_by_text("Next").click()
    await applicant.page.locator("[data-test=experience-cancel]").click()
    assert await applicant.page.locator("sr-screening-questions-form").count() == 0
    await applicant.page.get_by_text("Next").click()
    await applicant.page.locator("sr-screening-questions-form").wait_for()


async def test_smartrecruiters_takes_no_value_that_only_looks_filled(applicant: Applicant) -> None:
    await applicant.page.goto(posting("smartrecruiters-buyer").url)
    await applicant.page.click("#st-apply")
    await applicant.fill_smartrecruiters()
    await applicant.page.locator("spl-input#last-name-input").evaluate(
        """host => {
          const inner = host.shadowRoot.querySelector('input');
          inner.value = '';
          inner.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
          host.value = 'Lind';
        }"""
    )
    await applicant.page.get_by_text("Next").click()
    await expect(applicant.page.locator("spl-input#last-name-input")).to_contain_text("required")


async def open_easy_apply(applicant: Applicant) -> None:
    await applicant.page.goto(posting("linkedin-pm").url)
    await applicant.page.get_by_role("button", name="Easy Apply to Product Manager").click()


async def fill_easy_apply(applicant: Applicant) -> None:
    page = applicant.page
    await page.get_by_label("Phone country code").select_option("Sweden (+46)")
    await page.get_by_label("Mobile phone number").fill("70 123 45 67")
    await page.get_by_label("Continue to next step").click()
    await page.locator("input[name=file]").set_input_files(applicant.resume)
    selected = page.locator(".jobs-document-upload-redesign-card__container--selected")
    await expect(selected).to_have_text("resume.pdf")
    await page.get_by_label("Continue to next step").click()
    await page.get_by_label("How many years").fill("4")
    await page.get_by_label("Yes").check()
    await page.get_by_label("Review your application").click()


async def test_linkedin_easy_apply(applicant: Applicant) -> None:
    await open_easy_apply(applicant)
    await fill_easy_apply(applicant)
    assert applicant.accepted("linkedin-pm") == 0
    await applicant.page.get_by_label("Submit application").click()

    await expect(applicant.page.locator("#post-apply-modal")).to_have_text("Application sent")
    await applicant.page.get_by_role("button", name="Done").click()
    await expect(applicant.page.locator(".jobs-apply-button")).to_have_attribute("aria-label", "Applied")
    assert applicant.page.url == posting("linkedin-pm").url
    assert applicant.accepted("linkedin-pm") == 1
    [submission] = applicant.board.ledger.submissions
    assert submission.files[0].name == "resume.pdf"


async def test_linkedin_says_what_is_missing_and_asks_before_it_discards(applicant: Applicant) -> None:
    await open_easy_apply(applicant)
    await applicant.page.get_by_label("Continue to next step").click()
    errors = applicant.page.locator(".artdeco-inline-feedback--error")
    await expect(errors).to_have_text(["Please make a selection", "Please enter a valid answer"])

    await applicant.page.get_by_label("Dismiss").click()
    await applicant.page.get_by_role("button", name="Discard").click()
    assert await applicant.page.locator(".jobs-easy-apply-modal").count() == 0
    assert applicant.accepted("linkedin-pm") == 0


async def through_workdays_account(applicant: Applicant, job: str) -> None:
    page = applicant.page
    await page.goto(posting(job).url)
    await page.click("[data-automation-id=adventureButton]")
    await page.click("[data-automation-id=applyManually]")
    await page.fill("[data-automation-id=email]", EMAIL)
    await page.fill("[data-automation-id=password]", "correct horse")
    await page.fill("[data-automation-id=verifyPassword]", "correct horse")
    await page.check("[data-automation-id=createAccountCheckbox]")
    await page.click("[data-automation-id=click_filter]")
    await page.locator("[data-automation-id=applyFlowMyInfoPage]").wait_for()


async def choose_in_workday(applicant: Applicant, label: str, option: str) -> None:
    await applicant.page.get_by_role("button", name=label).click()
    await applicant.page.get_by_role("option", name=option, exact=True).click()


@pytest.mark.parametrize(
    ("job", "first", "last", "next_button"),
    [
        ("workday-engineer", "#name--legalName--firstName", "Last Name", "pageFooterNextButton"),
        (
            "workday-crew",
            "[data-automation-id=legalNameSection_firstName]",
            "Last Name",
            "bottom-navigation-next-button",
        ),
    ],
    ids=["new", "old"],
)
async def test_workday_wizard_in_both_generations(
    applicant: Applicant, job: str, first: str, last: str, next_button: str
) -> None:
    page = applicant.page
    await through_workdays_account(applicant, job)
    address = page.url
    proceed = page.locator(f"[data-automation-id={next_button}]")
    await proceed.click()
    banner = page.locator("[data-automation-id=errorBanner]")
    await expect(banner).to_contain_text("Error: The field First Name is required and must have a value.")

    await page.get_by_label("No").check()
    await choose_in_workday(applicant, "Country Select One", "Sweden")
    await page.fill(first, "Nora")
    await page.get_by_label(last).fill("Lind")
    await choose_in_workday(applicant, "Phone Device Type", "Mobile")
    await page.get_by_label("Phone Number").fill("701234567")
    await page.get_by_label("How Did You Hear About Us?").fill("linked")
    await page.get_by_label("How Did You Hear About Us?").press("Enter")
    await page.locator("[data-automation-id=promptOption]").click()
    await expect(page.locator("[data-automation-id=selectedItem]")).to_have_text("LinkedIn")
    await proceed.click()
    await page.set_input_files("[data-automation-id=file-upload-input-ref]", applicant.resume)
    await page.locator("[data-automation-id=file-upload-successful]").wait_for()
    await page.get_by_label("Add Work Experience").click()
    await page.get_by_label("Job Title").fill("Planner")
    await proceed.click()
    if posting(job).questions:
        await choose_in_workday(applicant, "Are you legally authorized", "Yes")
        await proceed.click()
    await page.get_by_label("Yes, I have read").check()
    await proceed.click()
    await page.get_by_label("Name").fill("Nora Lind")
    await page.get_by_label("Month").press_sequentially("11")
    await page.get_by_label("Day").press_sequentially("24")
    await page.get_by_label("Year").press_sequentially("2026")
    await proceed.click()
    await page.locator("[data-automation-id=applyFlowReviewPage]").wait_for()
    await expect(proceed).to_have_text("Submit")
    assert applicant.accepted(job) == 0
    await proceed.click()

    await page.locator("[data-automation-id=applicationSubmittedPage]").wait_for()
    assert page.url == address
    assert applicant.accepted(job) == 1
    [submission] = applicant.board.ledger.submissions
    assert submission.fields["signedOn"] == "2026-11-24"
    assert submission.fields["workExperience-1-jobTitle"] == "Planner"


async def test_workdays_date_takes_keys_only(applicant: Applicant) -> None:
    await through_workdays_account(applicant, "workday-crew")
    assert (
        await applicant.page.evaluate(
            """() => {
          const field = demoWorkday.control({ kind: 'date', name: 'd', id: 'd', label: 'Date' });
          document.body.append(field);
          const month = field.querySelector('input');
          month.value = '11';
          month.dispatchEvent(new Event('input', { bubbles: true }));
          return month.value;
        }"""
        )
        == ""
    )


async def test_indeed_flow_of_modules(applicant: Applicant) -> None:
    page = applicant.page
    await page.goto(posting("indeed-electrician").url)
    await page.locator("#indeedApplyButton").evaluate("button => button.click()")
    assert "viewjob" in page.url
    await page.click("#indeedApplyButton")
    await page.wait_for_url("https://smartapply.indeed.com/beta/indeedapply/form/contact-info-module")
    assert await page.get_by_text("Continue").count() > 1
    proceed = page.locator(".ia-continueButton")
    await proceed.click()
    await expect(page.locator(".ia-error").first).to_have_text("Answer this question to continue")
    await page.fill("[name=names-first-name]", "Nora")
    await page.fill("[name=names-last-name]", "Lind")
    await proceed.click()
    await page.wait_for_url("**/profile-location")
    await proceed.click()
    await expect(page.locator(".resume-name")).to_have_text("Stale-CV-2021.pdf")
    await page.set_input_files("input[type=file]", applicant.resume)
    await expect(page.locator(".resume-name")).to_have_text("resume.pdf")
    await proceed.click()
    await page.click("[data-testid=work-experience-page-create-skip-button]")
    await page.get_by_label("How many years").fill("6")
    await page.get_by_label("Yes").check()
    await proceed.click()
    submit = page.locator("[data-testid=submit-application-button]")
    await expect(submit).to_be_enabled()
    await submit.evaluate("button => button.click()")
    assert applicant.accepted("indeed-electrician") == 0
    await submit.click()

    await page.wait_for_url("**/form/post-apply")
    await expect(page.locator("h1")).to_have_text("Your application has been submitted!")
    assert applicant.accepted("indeed-electrician") == 1
    [submission] = applicant.board.ledger.submissions
    assert submission.files[0].name == "resume.pdf"


PLAIN = {
    "teamtailor-teacher": {"First name": "Nora", "Last name": "Lind", "Email": EMAIL},
    "personio-accountant": {"First name": "Nora", "Last name": "Lind", "Email": EMAIL},
    "recruitee-chef": {"Full name": "Nora Lind", "Email address": EMAIL, "Phone number": "070 123"},
    "breezy-support": {"Full Name": "Nora Lind", "Email Address": EMAIL},
}


@pytest.mark.parametrize("job", PLAIN)
async def test_boards_with_an_ordinary_form(applicant: Applicant, job: str) -> None:
    page = applicant.page
    wanted = posting(job)
    await page.goto(wanted.url)
    if wanted.apply_url != wanted.url:
        await page.get_by_role("link", name="Apply for this job").click()
    for label, value in PLAIN[job].items():
        await page.get_by_label(label).fill(value)
    await page.locator("input[type=file][required]").set_input_files(applicant.resume)
    for question in wanted.questions:
        if question.kind == "yes_no":
            await page.get_by_label("Yes").check()
        elif question.kind == "select":
            await page.get_by_label(question.label).select_option(question.options[0])
    for box in await page.locator("input[type=checkbox][required]").all():
        await box.check()
    async with page.expect_navigation():
        await page.locator("button[type=submit]").click()

    await expect(page.locator("h1")).to_contain_text("application")
    assert applicant.accepted(job) == 1
