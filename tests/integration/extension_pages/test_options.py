"""The options page keeps the user's own things, says what is wrong, and follows changes made elsewhere."""

from __future__ import annotations

import base64
import csv
import hashlib
import json
import re
import uuid
from typing import TYPE_CHECKING, Any

import pytest
from playwright.async_api import Page, expect

from tests.integration.extension_pages import scenes
from tests.integration.extension_pages.pages import OPTIONS_SIZE, Extension, called, calls

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.async_api import FilePayload

    from tests.integration.extension_pages.pages import JsonObject

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

RESUME: JsonObject = {
    "basics": {"name": "Mira Example", "email": "mira@example.org", "x-extra": {"kept": True}},
    "work": [{"name": "Contoso", "position": "Developer", "highlights": ["kept as it is"]}],
    "skills": [{"name": "Go", "level": "Expert"}, {"name": "Python"}],
    "meta": {"applyonce": {"work_authorization": {"DE": True}, "consents": {"salary": False}}},
}


async def opened(extension: Extension, section: str, **scene: Any) -> Page:
    return await extension.open(f"options/options.html#{section}", scene, size=OPTIONS_SIZE)


def upload(name: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


def stored(question: str, answer: str) -> JsonObject:
    return {"id": question, "question": question, "answer": answer, "updated_at": scenes.at(days=1)}


# --- profile ----------------------------------------------------------------------------------------------


async def test_editing_keeps_all_that_the_form_does_not_know(extension: Extension) -> None:
    page = await opened(extension, "profile", profile=RESUME)
    await page.get_by_label("City", exact=True).fill("Berlin")
    await page.get_by_label("Skills", exact=True).fill("Go, SQL")
    await page.get_by_label("Would you relocate?").select_option("Yes")
    await page.get_by_role("button", name="Save").click()

    saved = (await called(page, "save_profile"))["profile"]
    assert saved["basics"] == {**RESUME["basics"], "location": {"city": "Berlin"}}
    assert saved["work"] == RESUME["work"]
    assert saved["skills"] == [{"name": "Go", "level": "Expert"}, {"name": "SQL"}]
    assert saved["meta"]["applyonce"]["willing_to_relocate"] is True
    await expect(page.get_by_role("button", name="Save")).to_be_hidden()


async def test_emptied_fields_leave_the_profile(extension: Extension) -> None:
    page = await opened(
        extension, "profile", profile={"basics": {"name": "Mira", "location": {"city": "Ulm"}}}
    )
    await page.get_by_label("City", exact=True).fill("")
    await page.get_by_role("button", name="Save").click()
    assert (await called(page, "save_profile"))["profile"] == {"basics": {"name": "Mira"}}


async def test_a_profile_is_emptied_by_an_empty_section(extension: Extension) -> None:
    """The companion takes nothing that has no section at all: it would be some other file."""
    page = await opened(extension, "profile", profile={"basics": {"name": "Mira"}})
    await page.get_by_label("Full name").fill("")
    await page.get_by_role("button", name="Save").click()
    assert (await called(page, "save_profile"))["profile"] == {"basics": {}}


async def test_permission_to_work_by_country(extension: Extension) -> None:
    page = await opened(extension, "profile", profile=RESUME)
    await page.get_by_label("Add a country").select_option("US")
    await page.get_by_label("May you work in United States?").select_option("No")
    await page.get_by_label("Would you need sponsorship in United States?").select_option("Yes")
    await page.get_by_role("button", name="Save").click()

    own = (await called(page, "save_profile"))["profile"]["meta"]["applyonce"]
    assert own["work_authorization"] == {"DE": True, "US": False}
    assert own["needs_sponsorship"] == {"US": True}


async def test_sensitive_fields_stand_behind_their_switch(extension: Extension) -> None:
    page = await opened(extension, "profile", profile=RESUME)
    await expect(page.get_by_label("Gender")).to_be_hidden()

    await page.get_by_role("switch", name="Fill in questions about me as a person").check()
    await page.get_by_label("Gender").fill("Female")
    await page.get_by_role("button", name="Save").click()

    own = (await called(page, "save_profile"))["profile"]["meta"]["applyonce"]
    assert own["consents"] == {"salary": False, "demographics": True}
    assert own["demographics"] == {"gender": "Female"}


async def test_a_wrong_field_is_named_and_nothing_is_saved(extension: Extension) -> None:
    page = await opened(extension, "profile", profile=RESUME)
    await page.get_by_label("E-mail").fill("no address")
    await page.get_by_role("button", name="Save").click()

    await expect(page.get_by_label("E-mail")).to_be_focused()
    await expect(page.get_by_label("E-mail")).to_have_attribute("aria-invalid", "true")
    assert await calls(page, "save_profile") == []


async def test_the_companions_refusal_is_shown_and_the_draft_stays(extension: Extension) -> None:
    refusal = {"code": "invalid", "message": "basics.phone: not a telephone number"}
    page = await opened(extension, "profile", profile=RESUME, errors={"save_profile": refusal})
    await page.get_by_label("Phone").fill("hello")
    await page.get_by_role("button", name="Save").click()

    await expect(page.get_by_text("basics.phone: not a telephone number")).to_be_visible()
    await expect(page.get_by_label("Phone")).to_have_value("hello")


async def test_a_profile_changed_elsewhere_is_shown_unless_the_user_is_editing(extension: Extension) -> None:
    page = await opened(extension, "profile", profile=RESUME)
    await expect(page.get_by_label("Full name")).to_have_value("Mira Example")
    await page.evaluate("fake.data.profile = { basics: { name: 'Mira Anders' } }; fake.push('profile')")
    await expect(page.get_by_label("Full name")).to_have_value("Mira Anders")

    await page.get_by_label("City", exact=True).fill("Berlin")
    await page.evaluate("fake.data.profile = { basics: { name: 'Somebody' } }; fake.push('profile')")

    await expect(page.get_by_text("Changed elsewhere too")).to_be_visible()
    await expect(page.get_by_label("City", exact=True)).to_have_value("Berlin")
    await page.get_by_role("button", name="Discard").click()
    await expect(page.get_by_label("Full name")).to_have_value("Somebody")


async def test_a_resume_is_imported_after_a_question(extension: Extension) -> None:
    page = await opened(extension, "profile", profile={"basics": {"name": "Old"}})
    await expect(page.get_by_label("Full name")).to_have_value("Old")
    content = json.dumps(RESUME).encode()
    await page.get_by_label("JSON Resume file").set_input_files(upload("resume.json", content))

    dialog = page.get_by_role("dialog")
    await expect(dialog).to_contain_text("Mira Example, 1 position, 2 skills")
    assert await calls(page, "save_profile") == []
    await dialog.get_by_role("button", name="Replace").click()

    assert (await called(page, "save_profile"))["profile"] == RESUME
    await expect(page.get_by_label("Full name")).to_have_value("Mira Example")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b'{"basics": {\n"name": "Mira",\n}}', "is not JSON (line 3)"),
        (b"%PDF-1.7", "goes under Documents"),
        (b"[]", "holds no résumé"),
        (b'{"basics": []}', "must be an object, but is a list"),
        (b'{"basics": {}, "work": {}}', "must be a list, but is an object"),
        (b'{"name": "package", "version": "1.0"}', "something other than a JSON Resume"),
    ],
)
async def test_an_unusable_file_is_explained(extension: Extension, content: bytes, says: str) -> None:
    page = await opened(extension, "profile", profile=RESUME)
    await expect(page.get_by_label("Full name")).to_have_value("Mira Example")
    await page.get_by_label("JSON Resume file").set_input_files(upload("resume.json", content))
    await expect(page.get_by_role("alert")).to_contain_text(says)
    assert await calls(page, "save_profile") == []


# --- documents --------------------------------------------------------------------------------------------


def document(name: str, **changes: Any) -> JsonObject:
    return {
        "id": name,
        "kind": "resume",
        "name": name,
        "mime": "application/pdf",
        "size": 4_096,
        "sha256": "0" * 64,
        "default": False,
        "rule": "",
        "added_at": scenes.at(days=1),
        **changes,
    }


async def test_a_document_arrives_whole_in_parts_below_the_limit(extension: Extension) -> None:
    content = b"%PDF-1.7 " + bytes(range(256)) * 4_600
    page = await opened(extension, "documents")
    await expect(page.get_by_text("No documents yet")).to_be_visible()
    await page.get_by_label("Files to add").set_input_files(upload("Cover letter.pdf", content))

    await expect(page.get_by_role("listitem").filter(has_text="Cover letter.pdf")).to_be_visible()
    begun = await called(page, "begin_document")
    assert begun == {"name": "Cover letter.pdf", "kind": "cover_letter", "size": len(content)}
    parts = [part["data"] for part in await calls(page, "upload_chunk")]
    assert len(parts) > 1
    assert max(len(part) for part in parts) <= 512 * 1024
    sent = b"".join(base64.b64decode(part) for part in parts)
    assert hashlib.sha256(sent).digest() == hashlib.sha256(content).digest()


async def test_an_empty_file_is_refused_with_its_reason(extension: Extension) -> None:
    page = await opened(extension, "documents")
    await page.get_by_label("Files to add").set_input_files(upload("nothing.pdf", b""))
    await expect(page.get_by_role("alert")).to_contain_text("nothing.pdf is empty")
    assert await calls(page, "begin_document") == []


async def test_which_document_is_taken_by_default_and_by_title(extension: Extension) -> None:
    page = await opened(
        extension, "documents", documents=[document("a.pdf", default=True), document("b.pdf")]
    )
    row = page.get_by_role("listitem").filter(has_text="b.pdf")
    await row.get_by_role("button", name="Make default").click()
    assert await called(page, "change_document") == {"document_id": "b.pdf", "default": True}
    await expect(row.get_by_text("Default", exact=True)).to_be_visible()

    rule = row.get_by_label("for which b.pdf is taken")
    await rule.fill("data, analytics")
    await rule.press("Tab")
    await page.wait_for_function("fake.data.documents[1].rule === 'data, analytics'")


async def test_deleting_can_be_undone(extension: Extension) -> None:
    page = await opened(extension, "documents", documents=[document("a.pdf")])
    await page.get_by_role("button", name="Delete a.pdf").click()
    await expect(page.get_by_text("No documents yet")).to_be_visible()
    await page.get_by_role("button", name="Undo").click()
    await expect(page.get_by_role("button", name="Delete a.pdf")).to_be_visible()
    assert await calls(page, "delete_document") == []


# --- stored answers ---------------------------------------------------------------------------------------


async def test_answers_are_added_changed_searched_and_deleted(extension: Extension) -> None:
    page = await opened(
        extension, "answers", answers=[stored("Do you drive?", "No"), stored("Why us?", "Because.")]
    )
    await page.get_by_role("button", name="Add an answer").click()
    await page.get_by_label("Question", exact=True).fill("Are you at least 18 years old?")
    await page.get_by_label("Your answer").fill("Yes")
    await page.get_by_role("button", name="Add", exact=True).click()
    await expect(page.get_by_role("listitem").filter(has_text="18 years")).to_be_visible()

    await page.get_by_role("button", name="Edit the answer to Do you drive?").click()
    await page.get_by_label("Your answer").fill("Yes, a car")
    await page.keyboard.press("Control+Enter")
    await expect(page.get_by_role("listitem").filter(has_text="Yes, a car")).to_be_visible()

    await page.get_by_label("Search questions and answers").fill("because")
    await expect(page.get_by_role("status").filter(has_text="1 of 3 answers")).to_be_visible()
    await page.get_by_role("button", name="Delete the answer to Why us?").click()
    await page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert await called(page, "delete_answer") == {"answer_id": "Why us?"}


async def test_an_answer_learnt_elsewhere_appears(extension: Extension) -> None:
    page = await opened(extension, "answers")
    await expect(page.get_by_text("No stored answers yet")).to_be_visible()
    answer = json.dumps(stored("Do you smoke?", "No"))
    await page.evaluate(f"fake.data.answers.push({answer}); fake.push('answers')")
    await expect(page.get_by_text("Do you smoke?")).to_be_visible()


# --- auto-apply -------------------------------------------------------------------------------------------


async def test_sending_by_itself_is_asked_about_first(extension: Extension) -> None:
    page = await opened(extension, "rules")
    await expect(page.get_by_role("radio", name="Ask before it is sent")).to_be_checked()
    await page.get_by_label("Lever").select_option("Send by itself")
    await page.get_by_role("dialog").get_by_role("button", name="Cancel").click()
    await expect(page.get_by_label("Lever")).to_have_value("")
    assert await calls(page, "save_settings") == []

    await page.get_by_label("Lever").select_option("Send by itself")
    await page.get_by_role("dialog").get_by_role("button", name="Let it send").click()
    saved = (await called(page, "save_settings"))["settings"]["auto_apply"]
    assert saved["boards"] == {"lever": "submit"}
    assert saved["default_board_policy"] == "ask_before_submit"


async def test_limits_are_saved_at_once_and_judged(extension: Extension) -> None:
    page = await opened(extension, "rules")
    await page.get_by_label("At the same time").fill("11")
    await page.get_by_label("At the same time").press("Tab")
    await expect(page.get_by_text("A whole number from 1 to 10.")).to_be_visible()
    assert await calls(page, "save_settings") == []

    await page.get_by_label("At the same time").fill("2")
    await page.get_by_label("At the same time").press("Tab")
    await page.get_by_role("switch", name="Quiet hours").check()
    await page.wait_for_function("fake.data.settings.auto_apply.quiet_hours !== null")
    settings = await page.evaluate("fake.data.settings.auto_apply")
    assert settings["concurrency"] == 2
    assert settings["quiet_hours"] == {"start": "22:00", "end": "07:00"}
    await expect(page.get_by_text("All changes saved")).to_be_visible()


async def test_the_queue_takes_addresses_only(extension: Extension) -> None:
    page = await opened(extension, "rules")
    addresses = page.get_by_label("Addresses of postings to queue")
    await addresses.fill("https://jobs.lever.co/acme/1\njavascript:alert(1)")
    await page.get_by_role("button", name="Queue them").click()
    await expect(page.get_by_text("is no web address")).to_be_visible()
    assert await calls(page, "auto_apply_queue") == []

    await addresses.fill("https://jobs.lever.co/acme/1\nhttps://jobs.lever.co/acme/2")
    await page.get_by_role("button", name="Queue them").click()
    queued = await called(page, "auto_apply_queue")
    assert queued == {"urls": ["https://jobs.lever.co/acme/1", "https://jobs.lever.co/acme/2"]}


# --- history ----------------------------------------------------------------------------------------------


async def test_an_outcome_is_set_in_the_list(extension: Extension) -> None:
    rows = scenes.settled()
    page = await opened(extension, "history", rows=rows)
    await page.get_by_label("Status of Platform Engineer").select_option("Interview")
    assert await called(page, "set_status") == {"job_id": rows[0]["job"]["id"], "status": "interview"}


async def test_what_was_sent_can_be_read_again(extension: Extension) -> None:
    rows = scenes.settled()
    evidence = {
        "fence": 1,
        "at": scenes.at(hours=3),
        "kind": "text",
        "url": "https://job-boards.greenhouse.io/fabrikam/confirmation",
        "text": "Thank you <b>for applying</b>",
        "tab_label": "Chromium, tab 3",
        "fields": [{"label": "First name", "value": "Mira", "document_id": None, "sha256": None}],
    }
    page = await opened(
        extension,
        "history/" + rows[0]["job"]["id"],
        rows=rows,
        evidence={rows[0]["application"]["id"]: [evidence]},
    )
    detail = page.locator(".detail:visible")
    await expect(detail).to_contain_text("Thank you <b>for applying</b>")
    await expect(detail).to_contain_text("First name")
    await expect(detail).to_contain_text("Mira")
    await expect(detail.locator("b")).to_have_count(0)


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("chromium, tab 1595333599", " from a tab in Chromium; "),
        ("Auto-apply, tab 7", " by auto-apply; "),
        ("API client", " by API client; "),
        ("", "; the board"),
    ],
)
async def test_who_sent_it_is_said_in_words(extension: Extension, label: str, words: str) -> None:
    rows = scenes.settled()
    evidence = {
        "fence": 1,
        "at": scenes.at(hours=3),
        "kind": "text",
        "url": "https://job-boards.greenhouse.io/fabrikam/confirmation",
        "text": "Thank you",
        "tab_label": label,
        "fields": [],
    }
    page = await opened(
        extension,
        "history/" + rows[0]["job"]["id"],
        rows=rows,
        evidence={rows[0]["application"]["id"]: [evidence]},
    )
    proof = page.locator(".detail:visible .proof > p").first
    await expect(proof).to_contain_text(words)
    assert not re.search(r"\d{6}|tab \d", await proof.inner_text())


async def test_each_application_to_a_job_is_shown_with_what_was_sent(
    extension: Extension, tmp_path: Path
) -> None:
    of = scenes.job("Platform Engineer", "Fabrikam")
    newest = scenes.row(of, "applied", cycle=2, applied_at=scenes.at(hours=3))
    first = scenes.application(of, "rejected", applied_at=scenes.at(days=90))
    first["id"] = str(uuid.uuid4())

    def proof(value: str, **ago: float) -> JsonObject:
        return {
            "fence": 1,
            "at": scenes.at(**ago),
            "kind": "text",
            "url": of["url"],
            "text": "=Thank(you)",
            "tab_label": "",
            "fields": [{"label": "Resume", "value": value, "document_id": None, "sha256": "a1" * 32}],
        }

    page = await opened(
        extension,
        "history/" + of["id"],
        rows=[newest],
        details={of["id"]: {"earlier": [first]}},
        evidence={
            newest["application"]["id"]: [proof("new.pdf", hours=3)],
            first["id"]: [proof("old.pdf", days=90)],
        },
    )

    both = page.locator(".detail:visible").get_by_role("region")
    await expect(both).to_contain_text(["Application 2 · Applied", "Application 1 · Rejected"])
    await expect(both).to_contain_text(["new.pdf", "old.pdf"])
    await expect(both.last).to_contain_text("SHA-256 " + "a1" * 32)

    lines = await exported(page, "CSV", tmp_path)
    cells = [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]
    assert [(each["cycle"], each["status"]) for each in cells] == [("1", "rejected"), ("2", "applied")]
    assert cells[0]["sent"] == f"Resume: old.pdf (SHA-256 {'a1' * 32})"
    assert {each["evidence_text"] for each in cells} == {"'=Thank(you)"}

    async with page.expect_download() as download:
        await page.get_by_role("button", name="Export JSON").click()
    await (await download.value).save_as(tmp_path / "jobs.json")
    (record,) = json.loads((tmp_path / "jobs.json").read_text(encoding="utf-8"))
    assert record["earlier"][0]["evidence"][0]["fields"][0]["value"] == "old.pdf"
    assert record["application"]["evidence"][0]["fields"][0]["value"] == "new.pdf"


async def exported(page: Page, kind: str, folder: Path) -> list[list[str]]:
    """Press Export, and return the table's cells."""
    async with page.expect_download() as download:
        await page.get_by_role("button", name=f"Export {kind}").click()
    path = folder / "jobs.csv"
    await (await download.value).save_as(path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


async def test_exports_are_whole_and_safe_in_a_spreadsheet(extension: Extension, tmp_path: Path) -> None:
    rows = [
        scenes.row(scenes.job(f'=HYPERLINK("http://x") {n}', "+49", '-1 "quoted"\r\nline', "@SUM"))
        for n in range(205)
    ]
    page = await opened(extension, "history", rows=rows)
    await expect(page.get_by_role("status").filter(has_text="50 jobs, and more")).to_be_visible()
    cells = await exported(page, "CSV", tmp_path)
    assert len(cells) == 206
    assert cells[1][0] == '\'=HYPERLINK("http://x") 0'
    assert cells[1][1] == "'+49"
    assert cells[1][2] == '\'-1 "quoted"\r\nline'
    assert not any(cell.startswith(("=", "+", "-", "@")) for line in cells for cell in line)

    async with page.expect_download() as download:
        await page.get_by_role("button", name="Export JSON").click()
    path = tmp_path / "jobs.json"
    await (await download.value).save_as(path)
    assert [each["job"] for each in json.loads(path.read_text(encoding="utf-8"))] == [
        each["job"] for each in rows
    ]


# --- the whole page ---------------------------------------------------------------------------------------


async def test_a_site_that_was_added_is_seen_and_taken_back(extension: Extension) -> None:
    page = await opened(
        extension, "about", added=["https://careers.example.com/*", "https://jobs.example.org/*"]
    )
    sites = page.get_by_role("list", name="Sites that you have added").get_by_role("listitem")
    await expect(sites).to_have_count(2)

    await page.get_by_role("button", name="Remove https://careers.example.com").click()

    await expect(sites).to_have_count(1)
    await expect(sites).to_contain_text("https://jobs.example.org")
    await sites.get_by_role("button").click()
    await expect(page.get_by_text("None yet.")).to_be_visible()


async def test_companion_down_is_said_and_sections_come_back(extension: Extension) -> None:
    ext = {
        "companion": {"state": "down", "reason": "No native host is registered for this browser."},
        "instance": "i",
        "session": "s",
        "current_tab": None,
        "duplicates_prevented": 0,
    }
    page = await opened(extension, "profile", profile=RESUME, ext=ext)
    await expect(page.get_by_role("alert")).to_contain_text("No native host is registered")
    await page.evaluate("fake.data.ext.companion = { state: 'up', version: '1' }; fake.push('companion', {})")
    await expect(page.get_by_label("Full name")).to_have_value("Mira Example")
    await expect(page.get_by_role("alert")).to_have_count(0)


async def test_what_was_typed_survives_a_look_at_another_section(extension: Extension) -> None:
    page = await opened(extension, "profile", profile=RESUME)
    await page.get_by_label("City", exact=True).fill("Berlin")
    await page.get_by_role("link", name="History").click()
    await expect(page.get_by_role("heading", name="History")).to_be_visible()
    await page.get_by_role("link", name="Profile").click()
    await expect(page.get_by_label("City", exact=True)).to_have_value("Berlin")


@pytest.mark.parametrize("section", ["profile", "documents", "answers", "rules", "history", "about"])
async def test_every_control_has_a_name_and_nothing_overflows(extension: Extension, section: str) -> None:
    scene = {
        "rows": scenes.busy(),
        "profile": RESUME,
        "documents": [document("a.pdf")],
        "answers": [stored("Why?" * 90, "Because." * 90)],
    }
    page = await extension.open(f"options/options.html#{section}", scene, size=(420, 800))
    await expect(page.locator(f"#section-{section}")).to_be_visible()
    await page.wait_for_load_state("networkidle")
    nameless = await page.evaluate(
        """() => [...document.querySelectorAll("input, select, textarea, button, a")]
            .filter((element) => !(element.ariaLabel || element.labels?.length || element.textContent.trim()))
            .map((element) => element.outerHTML)"""
    )
    assert nameless == []
    assert await page.evaluate("document.documentElement.scrollWidth") <= 420
