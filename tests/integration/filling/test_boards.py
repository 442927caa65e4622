"""The sample board's pages, with real React and react-select: filled and read back, whatever their faults."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from companion.demo.catalogue import HEARD, RIGHT_TO_WORK, SPONSORSHIP, posting
from companion.demo.faults import FaultName
from tests.integration.filling.filler import Filler

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext

    from companion.demo.server import BoardServer

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

GREENHOUSE: dict[str, Any] = {
    "first_name": "Nora",
    "last_name": "Lind",
    "email": "nora.lind@example.org",
    "country": "Sweden +46",
    "phone": "+46 70 123 45 67",
    "candidate-location": "Stockholm, Sweden",
    "resume": {"document_id": "d1"},
    "question_7310001": "Yes",
    "question_7310002": "No",
    "question_7310003": "Referral",
    "question_7310005": "The six o'clock peak.\nIt is a good problem.",
    "question_7310006[]": ["Python", "PostgreSQL"],
}
LEVER: dict[str, Any] = {
    "resume": {"document_id": "d1"},
    "name": "Nora Lind",
    "email": "nora.lind@example.org",
    "phone": "+46701234567",
    "location": "Stockholm, Sweden",
    "org": "Lindwerk AB",
    "urls[LinkedIn]": "https://www.linkedin.com/in/noralind",
    RIGHT_TO_WORK: "Yes",
    HEARD: "Event",
    "Languages you speak": ["English", "German"],
}
ASHBY: dict[str, Any] = {
    "_systemfield_name": "Nora Lind",
    "_systemfield_email": "nora.lind@example.org",
    "_systemfield_location": "Stockholm, Sweden",
    "_systemfield_resume": {"document_id": "d1"},
    RIGHT_TO_WORK: "Yes",
    SPONSORSHIP: "No",
    HEARD: "Referral",
    "Years of experience": "7",
    "Why Quillstone?": "Royalties.",
}


async def open_form(context: BrowserContext, job: str, ready: str) -> Filler:
    page = await context.new_page()
    await page.goto(posting(job).apply_url)
    await page.locator(ready).first.wait_for()
    filler = Filler(page)
    await filler.inject()
    await filler.describe()
    return filler


async def test_fills_new_greenhouse_form(board: BoardServer, browser_context: BrowserContext) -> None:
    filler = await open_form(browser_context, "gh-backend", "#first_name")
    filled = await filler.fill(GREENHOUSE)
    assert filled.not_filled == {}
    assert filled.asked == ["d1"]
    await filler.page.get_by_role("button", name="Submit application").click()
    await filler.page.get_by_text("Thank you for applying").wait_for()
    (sent,) = board.state.ledger.submissions
    assert sent.fields["candidate-location"] == "Stockholm, Sweden"


async def test_fills_old_greenhouse_form(board: BoardServer, browser_context: BrowserContext) -> None:
    filler = await open_form(browser_context, "gh-old-platform", "#first_name")
    filled = await filler.fill(
        {
            "first_name": "Nora",
            "last_name": "Lind",
            "email": "nora.lind@example.org",
            "phone": "0701234567",
            "job_application[resume]": {"document_id": "d1"},
            RIGHT_TO_WORK: "Yes",
            "Years of experience with Linux": "5-9",
        }
    )
    assert filled.not_filled == {}
    shown = await filler.page.locator("#s2id_job_application_answers_attributes_2").inner_text()
    assert "5-9" in shown, "select2 shows what the select behind it holds"
    await filler.page.locator("#submit_app").click()
    await filler.page.get_by_text("Thank you for applying").wait_for()
    assert len(board.state.ledger.submissions) == 1


async def test_fills_lever_form(board: BoardServer, browser_context: BrowserContext) -> None:
    filler = await open_form(browser_context, "lever-frontend", "[name=name]")
    filled = await filler.fill(LEVER)
    assert filled.not_filled == {}
    assert "Stockholm" in await filler.page.locator("#selected-location").input_value()
    await filler.page.locator("#btn-submit").click()
    await filler.page.get_by_text("Application submitted!").wait_for()
    assert len(board.state.ledger.submissions) == 1


async def test_fills_ashby_form(board: BoardServer, browser_context: BrowserContext) -> None:
    filler = await open_form(browser_context, "ashby-fullstack", "#_systemfield_name")
    filled = await filler.fill(ASHBY)
    assert filled.not_filled == {}
    await filler.page.locator(".ashby-application-form-submit-button").click()
    await filler.page.locator(".ashby-application-form-success-container").wait_for()
    assert len(board.state.ledger.submissions) == 1


@pytest.mark.parametrize(
    ("job", "ready", "values"),
    [
        ("gh-backend", "#first_name", GREENHOUSE),
        ("lever-frontend", "[name=name]", LEVER),
        ("ashby-fullstack", "#_systemfield_name", ASHBY),
    ],
)
@pytest.mark.parametrize("fault", [FaultName.HYDRATION_WIPE, FaultName.RERENDER])
async def test_fills_despite_fault(
    board: BoardServer,
    browser_context: BrowserContext,
    fault: FaultName,
    job: str,
    ready: str,
    values: dict[str, Any],
) -> None:
    board.state.faults.arm(fault)
    filler = await open_form(browser_context, job, ready)
    filled = await filler.fill(values)
    assert filled.not_filled == {}


@pytest.mark.parametrize(
    ("job", "ready", "values"),
    [("gh-backend", "#first_name", GREENHOUSE), ("lever-frontend", "[name=name]", LEVER)],
)
async def test_resume_parsing_does_not_win(
    board: BoardServer, browser_context: BrowserContext, job: str, ready: str, values: dict[str, Any]
) -> None:
    board.state.faults.arm(FaultName.RESUME_PARSE)
    filler = await open_form(browser_context, job, ready)
    filled = await filler.fill(values)
    assert filled.not_filled == {}
    await filler.settled()
    later = await filler.read_back(values)
    assert {key: one["outcome"] for key, one in later.items() if one["outcome"] != "filled"} == {}


@pytest.mark.usefixtures("board")
async def test_reads_options_of_closed_lists_only_when_asked(browser_context: BrowserContext) -> None:
    filler = await open_form(browser_context, "gh-backend", "#first_name")
    assert filler.field("question_7310003")["options"] == []
    await filler.describe("#application-form", open_options=True)
    assert filler.field("question_7310001")["options"] == ["Yes", "No"]
    assert "Sweden +46" in filler.field("country")["options"]
    assert filler.field("candidate-location")["options"] == []
    assert await filler.page.locator(".select__menu").count() == 0, "lists are closed again"
