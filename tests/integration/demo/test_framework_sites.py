"""The two employers' sites that Vue and Angular draw: filled by hand, and what only such forms do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.async_api import expect

from companion.demo.faults import FaultName
from tests.integration.demo.applicant import EMAIL

if TYPE_CHECKING:
    from tests.integration.demo.applicant import Applicant

pytestmark = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="package"),
    pytest.mark.parametrize("job", ["vue-optics", "angular-rail"]),
]


async def _fill(applicant: Applicant) -> None:
    page = applicant.page
    await page.get_by_label("First name").fill("Nora")
    await page.get_by_label("Last name").fill("Lind")
    await page.get_by_label("Email").fill(EMAIL)
    await page.get_by_label("Phone").fill("+46 (0)70-123 45 67")
    await page.get_by_label("Country").select_option("Sweden")
    await page.get_by_label("State or region").select_option("Skåne")
    await page.get_by_label("Yes", exact=True).check()
    await page.get_by_role("combobox", name="How did you hear").click()
    await page.get_by_role("option", name="Event").click()
    await page.locator("input[type=file]").set_input_files(applicant.resume)
    await page.get_by_label("I have read the privacy notice").check()


async def test_filled_and_sent_by_hand(applicant: Applicant, job: str) -> None:
    await applicant.open(job)
    await _fill(applicant)
    await applicant.page.get_by_role("button", name="Send application").click()

    await expect(applicant.page.get_by_role("status")).to_contain_text("Thank you for applying!")
    assert await applicant.page.locator("form").count() == 0
    assert applicant.accepted(job) == 1
    [submission] = applicant.board.ledger.submissions
    assert submission.fields["region"] == "Skåne"
    assert submission.fields["heard"] == "Event"
    assert submission.fields["phone"] in ("+46 070123 45 67", "+460701234567"), "what the form made of it"
    assert [file.name for file in submission.files] == ["resume.pdf"]


async def test_a_value_put_into_the_element_alone_is_not_sent(applicant: Applicant, job: str) -> None:
    await applicant.open(job)
    await _fill(applicant)
    for label in ("First name", "Last name", "Phone"):
        await applicant.page.get_by_label(label).evaluate("field => { field.value = 'Set'; }")
    await applicant.page.get_by_role("button", name="Send application").click()

    await expect(applicant.page.get_by_role("status")).to_be_visible()
    [submission] = applicant.board.ledger.submissions
    assert "Set" not in submission.fields.values()


async def test_words_that_were_not_chosen_are_no_choice(applicant: Applicant, job: str) -> None:
    await applicant.open(job)
    listed = applicant.page.get_by_role("combobox", name="How did you hear")
    await listed.click()
    await applicant.page.keyboard.type("Ev")
    await applicant.page.get_by_label("First name").focus()
    await expect(applicant.page.locator("[role=option]")).to_have_count(0)
    assert "Ev" not in f"{await listed.evaluate('node => node.value ?? node.textContent')}"


async def test_a_change_of_country_takes_the_region_away(applicant: Applicant, job: str) -> None:
    await applicant.open(job)
    country, region = applicant.page.get_by_label("Country"), applicant.page.get_by_label("State or region")
    await expect(region).to_be_disabled()
    await country.select_option("Sweden")
    await region.select_option("Skåne")
    await country.select_option("Germany")
    await expect(region).to_be_disabled()
    await expect(region.get_by_role("option", name="Berlin", include_hidden=True)).to_be_attached()
    assert await region.evaluate("field => field.selectedOptions[0].text") == "Please choose"


async def test_a_form_that_comes_alive_late_wipes_what_was_entered(applicant: Applicant, job: str) -> None:
    applicant.board.faults.arm(FaultName.HYDRATION_WIPE, delay_ms=1_000)
    await applicant.open(job)
    await applicant.page.get_by_label("Email").fill("too@early.example")
    await expect(applicant.page.get_by_label("Email")).to_have_value("")


async def test_drawn_anew_its_values_stay(applicant: Applicant, job: str) -> None:
    applicant.board.faults.arm(FaultName.RERENDER)
    await applicant.open(job)
    stale = await applicant.page.wait_for_selector("form input[type=text]")
    assert stale is not None
    await stale.fill("Nora")
    await applicant.page.get_by_label("Email").press_sequentially(EMAIL)
    await expect(applicant.page.get_by_label("First name")).to_have_value("Nora")
    assert not await stale.evaluate("node => node.isConnected")


async def test_the_resume_parser_overwrites(applicant: Applicant, job: str) -> None:
    applicant.board.faults.arm(FaultName.RESUME_PARSE, delay_ms=100)
    await applicant.open(job)
    await _fill(applicant)
    await expect(applicant.page.get_by_label("First name")).to_have_value("PARSED")
