"""The popup and the options page on the real background and companion: two pages never tell two stories."""

from __future__ import annotations

import asyncio
import hashlib
from typing import TYPE_CHECKING, Any

import pytest
from playwright.async_api import Page, expect

from companion.demo import applicant
from tests.e2e import world
from tests.e2e.boards import applicant as person

if TYPE_CHECKING:
    from companion.demo.catalogue import Posting
    from tests.e2e.harness.board_process import BoardProcess
    from tests.e2e.harness.chromium import Chromium
    from tests.e2e.harness.companion_process import CompanionProcess

pytestmark = pytest.mark.browser

POPUP = "extension/popup/popup.html"
OPTIONS = "extension/options/options.html"
RESUME = b'{"basics": {"name": "Mira Example", "email": "mira@example.org"}, "skills": [{"name": "Go"}]}'
JOB = {
    "url": "https://jobs.example.com/jobs/7",
    "title": "<b>Backend</b> Developer",
    "company": "Contoso",
    "location": "Berlin",
}


async def claimed(companion: CompanionProcess) -> tuple[str, dict[str, Any]]:
    """Let another program apply to the job; returns the job's id and the grant."""
    job = (await companion.post("/api/v1/jobs", JOB))["job"]
    holder = {"kind": "agent", "label": "Auto-apply"}
    grant = await companion.post(
        f"/api/v1/jobs/{job['id']}/apply", {"holder": holder}, idempotency_key="claim"
    )
    return job["id"], grant


async def opened(chromium: Chromium, path: str) -> Page:
    page = await chromium.extension_page(path)
    if path == POPUP:
        await expect(page.locator("#companion-state")).to_have_text("Ready")
    return page


async def test_the_popup_follows_what_another_program_does(
    chromium: Chromium, companion: CompanionProcess
) -> None:
    popup = await opened(chromium, POPUP)
    await expect(popup.locator("#nothing")).to_be_visible()

    job_id, grant = await claimed(companion)
    card = popup.locator("#in-progress li")
    await expect(card).to_contain_text("<b>Backend</b> Developer")
    await expect(card).to_contain_text("Auto-apply")

    path = f"/api/v1/applications/{grant['application_id']}"
    progress = {"step": "Experience", "filled": 3, "total": 9}
    await companion.post(f"{path}/heartbeat", {"fence": grant["fence"], "progress": progress})
    await expect(card).to_contain_text("Experience · 3 of 9 fields")

    refused = await companion.request(
        "POST", f"/api/v1/jobs/{job_id}/apply", {"holder": {"kind": "api"}}, idempotency_key="again"
    )
    assert refused.status == 409
    await expect(popup.locator("#prevented")).to_have_text("1 duplicate prevented")

    await companion.post(f"{path}/park", {"fence": grant["fence"], "reason": "captcha"})
    await expect(popup.locator("#needs-you li")).to_contain_text("A captcha is waiting for you")


async def test_an_open_outcome_is_answered_in_the_popup(
    chromium: Chromium, companion: CompanionProcess
) -> None:
    job_id, grant = await claimed(companion)
    path = f"/api/v1/applications/{grant['application_id']}"
    await companion.post(f"{path}/begin-submit", {"fence": grant["fence"]}, idempotency_key="submit")
    await companion.post(f"{path}/fail", {"fence": grant["fence"], "reason": "the page went away"})
    popup = await opened(chromium, POPUP)

    await popup.get_by_role("button", name="it was sent", exact=False).first.click()
    await expect(popup.locator("#needs-you")).to_be_hidden()
    # Navigating away closes the time for undoing: the answer is told on the way out.
    await popup.goto(popup.url.replace("popup/popup.html", "options/options.html#history"))

    await expect(popup.get_by_label("Status of <b>Backend</b> Developer")).to_have_value("applied")
    job = await companion.get(f"/api/v1/jobs/{job_id}")
    assert job["application"]["status_name"] == "applied"


async def test_what_one_page_changes_the_other_shows(chromium: Chromium, companion: CompanionProcess) -> None:
    first = await opened(chromium, f"{OPTIONS}#profile")
    second = await opened(chromium, f"{OPTIONS}#profile")
    await expect(second.get_by_text("Your profile is empty")).to_be_visible()

    await first.get_by_label("JSON Resume file").set_input_files(
        {"name": "resume.json", "mimeType": "application/json", "buffer": RESUME}
    )

    await expect(second.get_by_label("Full name")).to_have_value("Mira Example")
    await second.get_by_label("City", exact=True).fill("Berlin")
    await second.get_by_role("button", name="Save").click()
    await expect(first.get_by_label("City", exact=True)).to_have_value("Berlin")
    assert (await companion.get("/api/v1/profile"))["profile"]["basics"]["name"] == "Mira Example"


async def test_documents_answers_and_rules_reach_the_companion(
    chromium: Chromium, companion: CompanionProcess
) -> None:
    page = await opened(chromium, f"{OPTIONS}#documents")
    content = b"%PDF-1.4\n" + bytes(range(256)) * 4_000 + b"\n%%EOF\n"
    await page.get_by_label("Files to add").set_input_files(
        {"name": "Mira Example.pdf", "mimeType": "application/pdf", "buffer": content}
    )
    await expect(page.get_by_role("button", name="Delete Mira Example.pdf")).to_be_visible()
    stored = (await companion.get("/api/v1/documents"))["documents"]
    assert [(each["name"], each["sha256"]) for each in stored] == [
        ("Mira Example.pdf", hashlib.sha256(content).hexdigest())
    ]

    await page.get_by_role("link", name="Stored answers").click()
    await page.get_by_role("button", name="Add an answer").click()
    await page.get_by_label("Question", exact=True).fill("Do you drive?")
    await page.get_by_label("Your answer").fill("No")
    await page.get_by_role("button", name="Add", exact=True).click()
    await expect(page.get_by_text("Do you drive?")).to_be_visible()
    assert [each["question"] for each in (await companion.get("/api/v1/answers"))["answers"]] == [
        "Do you drive?"
    ]

    await page.get_by_role("link", name="Auto-apply").click()
    await page.get_by_label("In one day").fill("7")
    await page.get_by_label("In one day").press("Tab")
    await expect(page.get_by_text("All changes saved")).to_be_visible()
    assert (await companion.get("/api/v1/settings"))["settings"]["auto_apply"]["daily_cap"] == 7


async def test_pages_say_that_the_companion_is_down_and_recover(
    chromium: Chromium, companion: CompanionProcess
) -> None:
    await claimed(companion)
    popup = await opened(chromium, POPUP)
    await expect(popup.locator("#in-progress li")).to_have_count(1)

    companion.kill()
    async with asyncio.timeout(30):
        await companion.start()

    await expect(popup.locator("#companion-state")).to_have_text("Ready", timeout=15_000)
    await expect(popup.locator("#in-progress li")).to_have_count(1)


TEMPLATE = "Dear {{company}} team,\n\nI would like to be your {{title}} in {{location}}.\n\n{{name}}"


async def test_the_board_gets_the_file_and_the_letter_that_are_meant_for_it(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess
) -> None:
    """Of several résumés the one whose words fit the job; the letter from the template, with the job's facts."""
    await world.settle_in(companion)
    job, other = world.posting("breezy-support"), world.posting("lever-devops")
    page = await opened(chromium, f"{OPTIONS}#documents")
    for_support = applicant.resume_pdf("Mira Okafor, support")
    await page.get_by_label("Files to add").set_input_files(
        {"name": "Mira for support.pdf", "mimeType": "application/pdf", "buffer": for_support}
    )
    rule = page.get_by_role("listitem").filter(has_text="Mira for support.pdf").get_by_role("textbox")
    await rule.fill("support")
    await rule.press("Tab")
    await page.get_by_role("link", name="Profile").click()
    await page.get_by_label("Template").fill(TEMPLATE)
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_text("Profile saved")).to_be_visible()

    first = await sent(chromium, companion, board, job)
    assert first["files"] == [("Mira for support.pdf", hashlib.sha256(for_support).hexdigest())]
    assert first["fields"]["cCoverLetter"].splitlines() == [
        "Dear Pinepost team,",
        "",
        "I would like to be your Support Engineer in Portland, OR, United States.",
        "",
        "Mira Okafor",
    ]
    second = await sent(chromium, companion, board, other)
    assert [name for name, _ in second["files"]] == ["Mira Okafor.pdf"]


async def sent(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess, job: Posting
) -> dict[str, Any]:
    """Apply to a job; returns the fields and the files (name, SHA-256) that its employer got."""
    page = await person.begin(chromium, job)
    await person.walk(chromium, page, job)
    await person.submit(page, job)
    await world.until_status(companion, job, "applied")
    (got,) = [each for each in (await board.state())["submissions"] if each["job"] == job.id]
    return {"fields": got["fields"], "files": [(each["name"], each["sha256"]) for each in got["files"]]}
