"""After the fill: fields are marked and led to, answers may be kept, and no word outlives its cause."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import pytest
from playwright.async_api import Page, expect

from companion.demo.applicant import resume_pdf
from tests.e2e import world
from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

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
NURSE = world.posting("lever-nurse")
FRONTEND = world.posting("lever-frontend")
PROUD = "Tell us about an interface you are proud of"
LICENCE = "Do you hold a nursing or medical licence?"
OF_AGE = "Are you at least 18 years old?"
MARKS = "document.querySelectorAll('applyonce-marks').length"
FOCUSED = "document.activeElement?.name ?? ''"


async def _forget(stage: Stage, question: str) -> None:
    """Take an answer out of the bank."""
    for answer in (await stage.companion.get("/api/v1/answers"))["answers"]:
        if answer["question"] == question:
            reply = await stage.companion.request("DELETE", f"/api/v1/answers/{answer['id']}")
            assert reply.status == 200, reply


async def _filled(stage: Stage, job: Posting) -> Page:
    await world.afresh(stage.companion, job)
    page = await stage.chromium.open(job.apply_url)
    await stage.chromium.button(page).click(APPLY)
    await world.until_filled(stage.companion, job)
    return page


async def _until_open(chromium: Chromium, page: Page, wanted: dict[str, str]) -> None:
    """Wait until these fields, and no other required ones, are the user's to look at."""
    seen: dict[str, str] = {}

    async def so() -> bool:
        fields: list[dict[str, Any]] = await chromium.in_content_script(page, "applyonce.marks.open()")
        seen.clear()
        seen.update({field["text"]: field["state"] for field in fields if field["required"]})
        return seen == wanted

    try:
        await until(so, "the marks")
    except AssertionError as error:
        raise AssertionError(f"{error}; they were {seen}") from None


async def _page_changes(chromium: Chromium, page: Page, label: str) -> bool:
    """Let the page overwrite a field; what it does soon after an upload is written again, twice at most."""
    await page.evaluate("document.querySelector('[name=email]').value = 'x@example.org'")
    fields = await chromium.in_content_script(page, "applyonce.marks.open()")
    return any((field["text"], field["state"]) == (label, "changed_by_page") for field in fields)


async def _says(button: ChromiumButton, text: str) -> None:
    async def shown() -> bool:
        return text in await button.text(".panel")

    await until(shown, f"the panel to say {text!r}")


async def _is_silent(chromium: Chromium, page: Page) -> None:
    async def gone() -> bool:
        return bool(await chromium.button(page).is_hidden(".panel"))

    await until(gone, "the panel to go")


async def test_each_field_is_marked_and_led_to(stage: Stage) -> None:
    chromium = stage.chromium
    await _forget(stage, LICENCE)
    page = await _filled(stage, NURSE)
    button = chromium.button(page)
    await _until_open(chromium, page, {LICENCE: "left_for_you"})
    assert await page.evaluate(MARKS) == 1
    assert await page.evaluate("document.querySelector('applyonce-marks').shadowRoot") is None

    await button.click(".panel .jump")
    await until(lambda: page.evaluate("document.activeElement?.type === 'radio'"), "the question's focus")
    await page.keyboard.press("ArrowDown")
    await _until_open(chromium, page, {})
    await _says(button, "Ready to submit")

    # The page changes what was filled: the list follows, and the popup leads there as well.
    await until(lambda: _page_changes(chromium, page, "Email"), "the change to be seen")
    await _says(button, "Changed by the page")
    async with chromium.popup(page) as popup:
        await popup.wait_for_text("Changed by the page")
        await popup.click("Email")
        await popup.wait_until_closed()
    await until(lambda: page.evaluate(f"{FOCUSED} === 'email'"), "the field's focus")

    async with chromium.popup(page) as popup:
        await popup.click(f"Give back {NURSE.title}")
        await world.until_status(stage.companion, NURSE, "pending")
    await until(lambda: page.evaluate(f"{MARKS} === 0"), "the marks to go with the application")
    await _is_silent(chromium, page)


_ANOTHER_FILE = """([name, text]) => {
  const data = new DataTransfer();
  data.items.add(new File([text], name, { type: "application/pdf", lastModified: 1 }));
  document.querySelector("input[type=file]").files = data.files;
}"""


async def test_another_file_of_the_same_name_is_not_taken_for_ours(stage: Stage) -> None:
    chromium, job = stage.chromium, world.posting("series-018")
    page = await _filled(stage, job)
    name = await page.evaluate("document.querySelector('input[type=file]').files[0].name")

    async def told() -> bool:
        await page.evaluate(_ANOTHER_FILE, [name, "what the page would rather send"])
        fields = await chromium.in_content_script(page, "applyonce.marks.open()")
        return any("another file under the name" in field["why"] for field in fields)

    await until(told, "the other file to be seen")


_CHANGED_ONCE_PRESSED = """() => {
  globalThis.demoCaptcha.solve = () => new Promise((resolve) => { setTimeout(() => resolve("solved"), 2_000); });
  const email = document.querySelector("[name=email]");
  document.querySelector("#btn-submit").addEventListener("click", () => { email.value = "the.page@example.org"; });
}"""


async def test_nothing_is_written_into_a_form_that_is_on_its_way(stage: Stage) -> None:
    """After the press it is the page's: a value written again would not be the one that was told as sent."""
    job = world.posting("series-020")
    page = await _filled(stage, job)
    await page.evaluate(_CHANGED_ONCE_PRESSED)

    await world.press_submit(page, job)
    await world.until_status(stage.companion, job, "applied")

    (got,) = [each for each in (await stage.board.state())["submissions"] if each["job"] == job.id]
    assert got["fields"]["email"] == "the.page@example.org"


async def test_the_evidence_names_the_file_that_the_user_chose_instead_by_its_bytes(
    stage: Stage, tmp_path: Path
) -> None:
    job, chosen = world.posting("series-019"), resume_pdf("Mira Okafor, chosen by hand")
    page = await _filled(stage, job)
    files = page.locator("input[type=file]").first
    name = await files.evaluate("(input) => input.files[0].name")
    # From the disk, as a user does: bytes alone would be put there by a script of the page.
    path = tmp_path / name
    path.write_bytes(chosen)
    await files.set_input_files(path)

    await world.press_submit(page, job)
    await world.until_status(stage.companion, job, "applied")

    found = await world.application(stage.companion, job)
    assert found is not None
    evidence = (await stage.companion.get(f"/api/v1/applications/{found['id']}/evidence"))["evidence"]
    hashes = {each.get("sha256") for each in evidence[-1]["fields"] if each["value"] == name}
    assert hashes == {hashlib.sha256(chosen).hexdigest()}
    (got,) = [each for each in (await stage.board.state())["submissions"] if each["job"] == job.id]
    assert [file["sha256"] for file in got["files"]] == list(hashes)


async def test_in_a_small_window_the_panel_gives_way_to_the_field_it_leads_to(stage: Stage) -> None:
    chromium = stage.chromium
    await _forget(stage, OF_AGE)
    page = await _filled(stage, world.posting("gh-data"))
    button = chromium.button(page)
    await page.set_viewport_size({"width": 360, "height": 480})
    await _says(button, "One field is left for you")

    await button.click(".panel .jump")

    await _is_silent(chromium, page)
    assert "One field is left for you" in await button.text(APPLY)
    await button.click(APPLY)
    await _says(button, "One field is left for you")


async def test_what_was_answered_by_hand_is_kept_and_undone(stage: Stage) -> None:
    chromium, companion = stage.chromium, stage.companion
    page = await _filled(stage, FRONTEND)
    await page.locator(".application-question", has_text=PROUD).locator("textarea").fill("A departures board")
    await page.locator("[name=phone]").fill("+49 30 7777777")

    await world.press_submit(page, FRONTEND)
    await world.until_status(companion, FRONTEND, "applied")
    await _says(chromium.button(page), "You gave 2 answers by hand")
    async with chromium.context.expect_page() as opened:
        await chromium.button(page).click(".choices button")
    answers = await opened.value
    proud = answers.get_by_role("checkbox", name=PROUD)
    await expect(proud).to_be_checked()
    await expect(answers.get_by_role("checkbox", name="Phone")).not_to_be_checked()
    await answers.get_by_role("button", name="Keep 1 answer").click()

    await expect(answers.get_by_role("heading", name="The answer is kept")).to_be_visible()
    assert await _bank(stage) == {PROUD: "A departures board"}
    await answers.get_by_role("button", name="Undo").click()
    await expect(answers.get_by_role("heading", name="Undone")).to_be_visible()
    assert await _bank(stage) == {}
    assert (await companion.get("/api/v1/answer-offers"))["offers"] == [], "asked once"


async def _bank(stage: Stage) -> dict[str, str]:
    answers = (await stage.companion.get("/api/v1/answers"))["answers"]
    return {each["question"]: each["answer"] for each in answers if each["question"] in {PROUD, "Phone"}}


async def test_a_refusal_goes_when_the_job_is_free(stage: Stage) -> None:
    chromium, companion = stage.chromium, stage.companion
    job = world.posting("series-016")
    await _filled(stage, job)
    other = await chromium.open(job.apply_url)
    await chromium.button(other).wait_for_status("in_progress")
    await other.locator("[name=name]").fill("Somebody")
    await world.press_submit(other, job)
    await _says(chromium.button(other), "did not send anything")

    found = await world.application(companion, job)
    assert found is not None
    await companion.post(f"/api/v1/applications/{found['id']}/release", {"fence": found["fence"]})

    await chromium.button(other).wait_for_status("pending")
    await _is_silent(chromium, other)


async def test_a_captcha_met_while_sending_needs_the_user(stage: Stage) -> None:
    chromium, companion = stage.chromium, stage.companion
    job = world.posting("workable-designer")
    await stage.board.arm("captcha", job=job.id)
    page = await _filled(stage, job)
    await page.locator("[data-ui=apply-button], button[type=submit]").last.click()
    await _says(chromium.button(page), "A captcha is waiting for you")

    async with chromium.popup(page) as popup:
        await popup.wait_for_text("A captcha is waiting for you")
        needs = await popup.evaluate("document.querySelector('#needs-you').innerText")
        assert job.title in needs
        in_progress = await popup.evaluate("document.querySelector('#in-progress').textContent")
        assert job.title not in in_progress

    await page.frame_locator("iframe[src*=hcaptcha]").locator("#checkbox").click()
    await world.until_status(companion, job, "applied")
    await _says(chromium.button(page), "Applied")
