"""What the stories share: an applicant in the companion, and short ways to ask how things stand."""

from __future__ import annotations

import base64
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from companion.demo import catalogue
from companion.demo.applicant import ANSWERS, PROFILE, resume_pdf
from companion.identity import identify, job_id
from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from playwright.async_api import Page

    from companion.demo.catalogue import Posting
    from tests.e2e.harness.board_process import BoardProcess
    from tests.e2e.harness.companion_process import CompanionProcess

SUBMIT_CONTROLS = {
    "greenhouse": "button[type=submit].btn--pill, #submit_app",
    "lever": "#btn-submit",
    "ashby": "button.ashby-application-form-submit-button",
}


def posting(name: str) -> Posting:
    """Return a posting of the sample board by its name."""
    return catalogue.posting(name)


def id_of(job: Posting) -> str:
    """Return the job's id, the same on every machine."""
    return str(job_id(identify(job.url).key))


@asynccontextmanager
async def running(companion: CompanionProcess) -> AsyncIterator[CompanionProcess]:
    """Run a companion with the demo's applicant in it while the context lasts."""
    try:
        await companion.start()
        await settle_in(companion)
        yield companion
    finally:
        companion.end()


async def settle_in(companion: CompanionProcess, **auto_apply: object) -> None:
    """Give the companion the demo's applicant: profile, answers, a résumé; and rules for auto-apply."""
    reply = await companion.request("PUT", "/api/v1/profile", PROFILE)
    assert reply.status == 200, reply
    for question, answer in ANSWERS:
        await companion.post("/api/v1/answers", {"question": question, "answer": answer})
    content = resume_pdf()
    upload = {"name": "Mira Okafor.pdf", "kind": "resume", "size": len(content)}
    begun = await companion.post("/api/v1/documents", upload)
    chunk = {"offset": 0, "data": base64.b64encode(content).decode()}
    reply = await companion.request("PUT", f"/api/v1/documents/{begun['document_id']}/content", chunk)
    assert reply.status == 200, reply
    rules = {"min_interval_seconds": 0, "daily_cap": 1000, "default_board_policy": "submit", **auto_apply}
    settings = {"auto_apply": rules, "preview": "never"}
    reply = await companion.request("PUT", "/api/v1/settings", settings)
    assert reply.status == 200, reply


async def application(companion: CompanionProcess, job: Posting) -> dict[str, Any] | None:
    """Return the application to a job; None while there is none."""
    reply = await companion.request("GET", f"/api/v1/jobs/{id_of(job)}")
    if reply.status == 404:
        return None
    found: dict[str, Any] | None = reply.body["application"]
    return found


async def status(companion: CompanionProcess, job: Posting) -> str:
    """Return the word for where the application to a job stands."""
    found = await application(companion, job)
    return found["status_name"] if found else "none"


async def until_status(companion: CompanionProcess, job: Posting, wanted: str, seconds: float = 30) -> None:
    """Wait until the application to a job stands there."""
    seen = "not looked at"

    async def stands() -> bool:
        nonlocal seen
        seen = await status(companion, job)
        return seen == wanted

    try:
        await until(stands, f"the application to {job.id} to be {wanted}", seconds=seconds)
    except AssertionError as error:
        raise AssertionError(f"{error}; it was {seen}, after {await events(companion, job)}") from None


async def until_filled(companion: CompanionProcess, job: Posting, seconds: float = 30) -> dict[str, Any]:
    """Wait until the form is filled and the user may submit it; returns the application."""
    last: dict[str, Any] = {}

    async def filled() -> bool:
        found = await application(companion, job) or {}
        last.update(found)
        progress = found.get("progress") or {}
        return progress.get("step") == "done" or found.get("parked") is not None

    await until(filled, "the form to be filled", seconds=seconds)
    return last


async def events(companion: CompanionProcess, job: Posting) -> list[str]:
    """Return what happened to a job's application, oldest first."""
    body = await companion.get(f"/api/v1/jobs/{id_of(job)}")
    return [event["kind"] for event in body["events"]]


async def accepted(board: BoardProcess, job: Posting) -> int:
    """Return how many applications the employer got: the judge of every story."""
    state = await board.state()
    count: int = state["accepted"].get(job.id, 0)
    return count


async def press_submit(page: Page, job: Posting) -> None:
    """Press the board's own Submit with the mouse, as a user does."""
    await page.locator(SUBMIT_CONTROLS[job.board]).last.click()


async def afresh(companion: CompanionProcess, job: Posting) -> None:
    """See that nobody works on, or has applied to, a job in its newest application."""
    found = await application(companion, job)
    if found is not None and found["status_name"] == "in_progress":
        what = {"fence": found["fence"], "reason": "another test"}
        await companion.request("POST", f"/api/v1/applications/{found['id']}/fail", what)
        found = await application(companion, job)
    if found is not None and found["status_name"] == "unconfirmed":
        await companion.post(f"/api/v1/applications/{found['id']}/resolve", {"outcome": "applied"})
        found = await application(companion, job)
    if found is not None and found["status_name"] != "pending":
        await companion.post(f"/api/v1/jobs/{id_of(job)}/new-cycle", {"note": "another test"})


async def until_event(companion: CompanionProcess, job: Posting, kind: str) -> None:
    """Wait until this has happened to a job's newest application."""

    async def happened() -> bool:
        return kind in await events(companion, job)

    await until(happened, f"{kind} of {job.id}")


async def until_drafted(companion: CompanionProcess, job: Posting, value: str) -> None:
    """Wait until the draft of a job's application holds this value."""

    async def drafted() -> bool:
        found = await application(companion, job) or {}
        draft = await companion.get(f"/api/v1/applications/{found['id']}/draft?fence={found['fence']}")
        return any(field["value"] == value for field in draft["fields"])

    await until(drafted, "the draft to be kept")
