"""The scenes: what a user meets on the first day, at the button, in the popup, settings and questions."""

from __future__ import annotations

import os
import signal
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from companion.demo.catalogue import POSTINGS
from tests.e2e import world
from tests.e2e.harness.waiting import until
from tests.pictures.cameras import PAGE, POPUP, TAB, ChromiumCamera

if TYPE_CHECKING:
    from companion.demo.catalogue import Posting
    from tests.e2e.harness.board_process import BoardProcess
    from tests.e2e.harness.companion_process import CompanionProcess
    from tests.pictures.cameras import Camera

APPLY = "button.apply"
POPUP_PAGE = "popup/popup.html"
SECTIONS = ("profile", "documents", "answers", "rules", "history", "about")
LICENCE = "Do you hold a nursing or medical licence?"
LONG = {
    "url": "https://jobs.example.com/jobs/long",
    "title": "Senior Staff Software Engineer, Distributed Storage and Replication (Berlin, Hamburg or remote)",
    "company": "Vereinigte Norddeutsche Hafenwirtschaftsgesellschaft mbH & Co. Kommanditgesellschaft",
    "location": "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch, Wales",
}
RIGHT_TO_LEFT = {
    "url": "https://jobs.example.com/jobs/rtl",
    "title": "מהנדסת תוכנה בכירה (Python)",
    "company": "חברת דוגמה בע״מ",
    "location": "תל אביב",
}
BROKEN_OFF = "The connection broke off while sending."


@dataclass(frozen=True)
class Set:
    """What a scene plays on."""

    camera: Camera
    companion: CompanionProcess
    board: BoardProcess

    async def popup(self, name: str, *, keyboard: bool = False) -> None:
        """Take the popup as it stands now."""
        popup = await self.camera.ours(POPUP_PAGE)
        await self.camera.shows(popup, "Ready")
        await self.camera.take(popup, name, POPUP)
        if keyboard:
            await self.camera.by_keyboard(popup, name)
        await popup.close()

    async def page(self, path: str, text: str, name: str) -> None:
        """Take a page of ours, once it shows this text."""
        page = await self.camera.ours(path)
        await self.camera.shows(page, text)
        await self.camera.take(page, name, PAGE)
        await self.camera.by_keyboard(page, name)
        await page.close()

    async def claim(self, job_id: str, holder: dict[str, str]) -> tuple[str, int]:
        """Let a program apply to a job; returns the application's address and its fence."""
        path = f"/api/v1/jobs/{job_id}/apply"
        grant = await self.companion.post(path, {"holder": holder}, idempotency_key=f"pictures-{job_id}")
        return f"/api/v1/applications/{grant['application_id']}", grant["fence"]

    async def by_auto_apply(self, job_id: str, filled: int = 4, total: int = 9) -> tuple[str, int]:
        """Let auto-apply be in the middle of a form."""
        path, fence = await self.claim(job_id, {"kind": "agent", "label": "Auto-apply"})
        progress = {"step": "", "filled": filled, "total": total}
        await self.companion.post(f"{path}/heartbeat", {"fence": fence, "progress": progress})
        return path, fence

    async def left_open(self, job_id: str) -> None:
        """Let a program break off while it sends."""
        path, fence = await self.claim(job_id, {"kind": "api", "label": "A script"})
        permit = {"fence": fence}
        await self.companion.post(f"{path}/begin-submit", permit, idempotency_key=f"send-{job_id}")
        await self.companion.post(f"{path}/fail", {"fence": fence, "reason": BROKEN_OFF})

    async def known(self, job: dict[str, str]) -> str:
        """Make a job known; returns its id."""
        return str((await self.companion.post("/api/v1/jobs", job))["job"]["id"])

    async def posting(self, name: str, **more: str) -> str:
        """Make a posting of the sample board known; returns its id."""
        job = world.posting(name)
        return await self.known({"url": job.url, "title": job.title, "company": job.company_name} | more)

    async def status(self, job_id: str, status: str) -> None:
        """Set a job's status, as a user does in the history."""

        for each in dict.fromkeys(("APPLIED", status)):
            reply = await self.companion.request("PATCH", f"/api/v1/jobs/{job_id}/status", {"status": each})
            assert reply.status == 200, reply

    async def filled(self, job: Posting) -> Any:
        """Open a form and have it filled; returns the tab."""
        tab = await self.camera.open(job.apply_url)
        await self.camera.button(tab).wait_for_status("pending")
        await self.camera.button(tab).click(APPLY)
        await world.until_filled(self.companion, job)
        return tab


async def first_day(on: Set) -> None:
    """A companion that knows nothing yet."""
    await on.popup("popup-empty", keyboard=True)
    for section in SECTIONS:
        words = {"profile": "Your profile is empty", "about": "Companion"}
        await on.page(f"options/options.html#{section}", words.get(section, ""), f"options-{section}-empty")


async def button(on: Set) -> None:
    """The button in each of its states, with what the panel says beside it."""
    camera = on.camera
    job = world.posting("series-101")
    tab = await camera.open(job.apply_url)
    await camera.button(tab).wait_for_status("pending")
    await camera.take(tab, "button-free", TAB)
    # The companion takes its time.
    os.kill(on.companion.pid, signal.SIGSTOP)
    try:
        await camera.button(tab).click(APPLY)
        await camera.take(tab, "button-claiming", TAB[:1])
    finally:
        os.kill(on.companion.pid, signal.SIGCONT)
    await world.until_filled(on.companion, job)
    await camera.take(tab, "button-filled", TAB)

    other = await camera.open(job.apply_url)
    await camera.button(other).wait_for_status("in_progress")
    await camera.take(other, "button-held-by-another-tab", TAB)
    await camera.fill(other, "[name=name]", "Somebody")
    await other.click("#btn-submit")
    await _says(on, other, "did not send anything")
    await camera.take(other, "panel-held-by-another-tab", TAB)
    await other.close()
    await tab.click("#btn-submit")
    await world.until_status(on.companion, job, "applied")
    await camera.take(tab, "button-just-applied", TAB)
    await tab.close()

    by_auto = world.posting("series-102")
    await on.by_auto_apply(await on.posting(by_auto.id))
    await _in_tab(on, by_auto, "in_progress", "button-held-by-auto-apply")
    open_one = world.posting("series-103")
    await on.left_open(await on.posting(open_one.id))
    await _in_tab(on, open_one, "unconfirmed", "button-unconfirmed", press="did not confirm")
    applied = world.posting("series-104")
    await on.status(await on.posting(applied.id), "APPLIED")
    await _in_tab(on, applied, "applied", "button-applied")


async def _in_tab(on: Set, job: Posting, status: str, name: str, press: str = "") -> None:
    tab = await on.camera.open(job.apply_url)
    await on.camera.button(tab).wait_for_status(status)
    await on.camera.take(tab, name, TAB)
    if press:
        await on.camera.button(tab).click(APPLY)
        await _says(on, tab, press)
        await on.camera.take(tab, f"{name}-pressed", TAB)
    await tab.close()


async def _says(on: Set, tab: Any, text: str) -> None:
    async def said() -> bool:
        return text in await on.camera.button(tab).text(".panel")

    await until(said, f"the panel to say {text!r}")


async def marks(on: Set) -> None:
    """Fields after the fill: filled, left for the user, changed by the page, not accepted; then a captcha."""
    camera = on.camera
    await _forget(on, LICENCE)
    job = world.posting("lever-nurse")
    tab = await on.filled(job)
    await camera.take(tab, "marks", TAB)
    await camera.button(tab).click(".panel .jump")
    await camera.take(tab, "marks-led-to", TAB)
    await on.popup("popup-fields-left")
    found = await world.application(on.companion, job)
    assert found is not None
    what = {"fence": found["fence"], "reason": "captcha"}
    await on.companion.post(f"/api/v1/applications/{found['id']}/park", what)
    await camera.take(tab, "button-needs-you", TAB)
    await tab.close()
    await world.until_status(on.companion, job, "pending")


async def questions(on: Set) -> None:
    """The pages on which the user decides: fill this, keep that, take over, did it go through, again, the same."""
    camera = on.camera
    await _preview(on, "always")
    job = world.posting("gh-data")
    tab = await camera.open(job.apply_url)
    await camera.button(tab).click(APPLY)
    preview = await camera.opened("preview.html")
    await camera.shows(preview, "This will be filled in")
    await camera.take(preview, "preview", PAGE)
    await camera.by_keyboard(preview, "preview")
    await on.popup("popup-preview-waits")
    await _preview(on, "never")
    await preview.close()
    await tab.close()

    job = world.posting("lever-frontend")
    tab = await on.filled(job)
    await camera.fill(tab, ".application-question textarea", "A departures board that keeps its calm.")
    await tab.click("#btn-submit")
    await world.until_status(on.companion, job, "applied")
    await _says(on, tab, "by hand")
    await camera.take(tab, "panel-answers-offered", TAB)
    await on.popup("popup-answers-offered")
    await on.page("pages/answers.html", "Keep this answer", "answers")
    await tab.close()

    asked = {
        "take_over": ("Take this application over?", await on.known(LONG)),
        "resolve": ("Did it go through?", await on.known(RIGHT_TO_LEFT)),
        "new_cycle": ("Apply a second time?", world.id_of(job)),
        "same_job": ("", world.id_of(job)),
    }
    await on.by_auto_apply(asked["take_over"][1], 12, 17)
    await on.left_open(asked["resolve"][1])
    for ask, (title, job_id) in asked.items():
        await on.page(f"pages/decide.html#job={job_id}&tab=1&ask={ask}", title, f"decide-{ask}")


async def _preview(on: Set, when: str) -> None:
    settings = (await on.companion.get("/api/v1/settings"))["settings"]
    await on.companion.request("PUT", "/api/v1/settings", {**settings, "preview": when})


async def popup(on: Set) -> None:
    """The popup on a busy day, its search, and auto-apply at work."""
    camera = on.camera
    await on.by_auto_apply(await on.known(LONG | {"url": f"{LONG['url']}-2"}), 12, 17)
    await on.left_open(await on.known(RIGHT_TO_LEFT | {"url": f"{RIGHT_TO_LEFT['url']}-2"}))
    path, fence = await on.by_auto_apply(await on.posting("ashby-support"), 7, 9)
    await on.companion.post(f"{path}/park", {"fence": fence, "reason": "question"})
    for name, status in (
        ("gh-backend", "INTERVIEW"),
        ("ashby-fullstack", "REJECTED"),
        ("gh-embedded", "APPLIED"),
    ):
        await on.status(await on.posting(name), status)
    await on.posting("lever-devops")
    await on.popup("popup-busy", keyboard=True)
    await on.companion.post("/api/v1/auto-apply/start", {})
    page = await camera.ours(POPUP_PAGE)
    await camera.shows(page, "Ready")
    await camera.fill(page, "#query", "engineer")
    await camera.take(page, "popup-search", POPUP)
    await camera.fill(page, "#query", " nothing like it")
    await camera.take(page, "popup-search-nothing", POPUP[:2])
    await page.close()
    await on.companion.post("/api/v1/auto-apply/stop", {})


async def options(on: Set) -> None:
    """The settings, with something in each."""
    for section in SECTIONS:
        await on.page(f"options/options.html#{section}", "", f"options-{section}")
    job = await on.posting("gh-old-platform")
    await on.status(job, "APPLIED")
    await on.page(f"options/options.html#history/{job}", "", "options-history-opened")


async def readme(on: Set) -> None:
    """The picture that the README begins with: a filled form, and the popup on a busy morning."""
    if not isinstance(on.camera, ChromiumCamera):
        return
    for name in ("gh-embedded", "ashby-fullstack", "careers-planner"):
        await on.status(await on.posting(name, location=world.posting(name).location), "APPLIED")
    open_one, busy = world.posting("lever-devops"), world.posting("ashby-founding")
    await on.left_open(await on.posting(open_one.id, location=open_one.location))
    busy_id = await on.posting(busy.id, location=busy.location)
    await on.by_auto_apply(busy_id)
    for again in ("once", "twice"):
        path = f"/api/v1/jobs/{busy_id}/apply"
        await on.companion.request("POST", path, {"holder": {"kind": "api"}}, idempotency_key=again)
    await _forget(on, "Are you at least 18 years old?")
    tab = await on.filled(world.posting("gh-data"))
    await tab.evaluate("document.querySelector('form').scrollIntoView()")
    await _says(on, tab, "left for you")

    async def has_read() -> bool:
        return "reading" not in await on.camera.button(tab).text(".panel")

    await until(has_read, "the page to have read the résumé", seconds=30)
    await on.camera.compose(tab, "demo")


async def _forget(on: Set, question: str) -> None:
    """Take an answer out of the bank."""
    for answer in (await on.companion.get("/api/v1/answers"))["answers"]:
        if answer["question"] == question:
            await on.companion.request("DELETE", f"/api/v1/answers/{answer['id']}")


async def boards(on: Set) -> None:
    """The sample board's pages, one of each kind."""
    seen: set[tuple[str, str | None]] = set()
    for job in POSTINGS:
        kind = (job.board, job.variant)
        if kind in seen:
            continue
        seen.add(kind)
        tab = await on.camera.open(job.apply_url)
        await on.camera.take(tab, f"board-{'-'.join(filter(None, kind))}", TAB[:1])
        await tab.close()


async def without_companion(on: Set) -> None:
    """What is said where the companion cannot be reached."""
    camera = on.camera
    job = world.posting("series-110")
    tab = await camera.open(job.apply_url)
    await camera.button(tab).wait_for_status("offline")
    await camera.take(tab, "button-offline", TAB)
    await camera.button(tab).click(APPLY)
    await camera.take(tab, "button-offline-pressed", TAB)
    await camera.fill(tab, "[name=name]", "Somebody")
    await tab.click("#btn-submit")
    await camera.take(tab, "panel-offline-submit", TAB)
    page = await camera.ours(POPUP_PAGE)
    await camera.shows(page, "Not running")
    await camera.take(page, "popup-offline", POPUP)
    await camera.by_keyboard(page, "popup-offline")
    await on.page("options/options.html#profile", "The companion is not running", "options-offline")


Scene = Callable[[Set], Awaitable[None]]
SCENES: dict[str, Scene] = {
    each.__name__: each for each in (first_day, button, marks, questions, popup, options, boards, readme)
}
"""In this order: the first day comes before the applicant has settled in."""
