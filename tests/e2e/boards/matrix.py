"""Every board's page under every fault of the menu: what the employer got, against what the profile says.

`make boards` goes through all of it and prints the table; `test_matrix.py` runs a diagonal of it.
"""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from playwright.async_api import Error

from companion.demo.applicant import resume_pdf
from companion.demo.faults import FaultName
from tests.e2e import world
from tests.e2e.boards import applicant
from tests.e2e.boards.received import EXPECTED, differences
from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.async_api import Page

    from companion.demo.catalogue import Posting
    from tests.e2e.harness.board_process import BoardProcess
    from tests.e2e.harness.chromium import Chromium
    from tests.e2e.harness.companion_process import CompanionProcess

NO_FAULT = "none"
CELL_SECONDS = 120
RESUME = ("Mira Okafor.pdf", hashlib.sha256(resume_pdf()).hexdigest())
BY_HAND = frozenset({"workday-engineer", "workday-crew", "indeed-electrician"})
"""Pages that auto-apply leaves to a person: an account, declarations, a press that must be trusted."""


class End(Enum):
    """How an application to a faulty page must end."""

    TAKEN = "the employer has it, and the user is told so"
    OPEN = "nobody knows: never sent again, never called applied"
    REFUSED = "not taken, and the user is told why"
    GIVEN_UP = "nothing to send to"


ENDS = {
    NO_FAULT: End.TAKEN,
    FaultName.SLOW_PAGE: End.TAKEN,
    FaultName.THANKS_IN_POSTING: End.TAKEN,
    FaultName.HYDRATION_WIPE: End.TAKEN,
    FaultName.RERENDER: End.TAKEN,
    FaultName.RESUME_PARSE: End.TAKEN,
    FaultName.CAPTCHA: End.TAKEN,
    FaultName.CONFIRMATION_IN_NEW_TAB: End.TAKEN,
    FaultName.SLOW_SUBMIT: End.TAKEN,
    FaultName.SUBMIT_503: End.OPEN,
    FaultName.SUBMIT_HANG: End.OPEN,
    FaultName.RESET_BEFORE_STORE: End.OPEN,
    FaultName.SUBMIT_503_STORED: End.OPEN,
    FaultName.SUBMIT_HANG_STORED: End.OPEN,
    FaultName.RESET_AFTER_STORE: End.OPEN,
    FaultName.REFUSE: End.REFUSED,
    FaultName.SPAM: End.REFUSED,
    FaultName.APPLY_LIMIT: End.REFUSED,
    FaultName.LOGIN_WALL: End.REFUSED,
    FaultName.SERVER_VALIDATION: End.REFUSED,
    FaultName.SECURITY_CODE: End.REFUSED,
    FaultName.PAGE_503: End.GIVEN_UP,
    FaultName.CLOSED_404: End.GIVEN_UP,
    FaultName.CLOSED_302: End.GIVEN_UP,
    FaultName.ALREADY_APPLIED: End.GIVEN_UP,
}
"""The menu; an embedded form's token, which only embedded forms have, has stories of its own."""

BLIND = frozenset({"workable", "smartrecruiters", "workday", "linkedin", "indeed"})
"""Boards of whose request nobody knows the address: only what the page says is seen of the answer."""

STORED = frozenset({FaultName.SUBMIT_503_STORED, FaultName.SUBMIT_HANG_STORED, FaultName.RESET_AFTER_STORE})


@dataclass(frozen=True)
class Stage:
    """The actors, which all cells share."""

    chromium: Chromium
    companion: CompanionProcess
    board: BoardProcess

    async def column(self, fault: str, names: Sequence[str]) -> dict[str, list[str]]:
        """Apply on these pages under one fault; returns what was wrong on each, nothing where all was right."""
        jobs = [world.posting(name) for name in names]
        await self.board.reset()
        for job in jobs:
            await world.afresh(self.companion, job)
            # What an earlier column was given up for is no end of this one.
            reply = await self.companion.request("DELETE", f"/api/v1/auto-apply/queue/{world.id_of(job)}")
            assert reply.status in (200, 404), reply
            if fault != NO_FAULT:
                await self.board.arm(fault, job=job.id, **_sizes(fault))
        robots = [job for job in jobs if job.id not in BY_HAND]
        if robots:
            await self.companion.post("/api/v1/auto-apply/queue", {"urls": [job.url for job in robots]})
            await self.companion.post("/api/v1/auto-apply/start", {})
        try:
            ends = await asyncio.gather(*(self._ended(job, fault) for job in robots))
        finally:
            await self.companion.post("/api/v1/auto-apply/stop", {})
        wrong = {job.id: said for job, said in zip(robots, ends, strict=True)}
        for job in jobs:
            if job.id in BY_HAND:
                wrong[job.id] = await self._by_hand(job, fault)
        submissions = (await self.board.state())["submissions"]
        for job in jobs:
            mine = [each for each in submissions if each["job"] == job.id]
            wrong[job.id] += _misread(job, fault, mine)
        await self._close_tabs()
        return {name: wrong[name] for name in names}

    async def _ended(self, job: Posting, fault: str) -> list[str]:
        """Wait for an end of the kind that this fault must have."""
        last: dict[str, Any] = {}

        async def over() -> bool:
            last.update(await self._standing(job))
            if fault == FaultName.CAPTCHA and last["step"] == "captcha":
                await self._solve_captcha(job)
            if fault == FaultName.CONFIRMATION_IN_NEW_TAB and last["parked"] == "press":
                await self._press(job)
            return _is_end(end_of(job, fault), last)

        try:
            await until(over, f"{job.id} under {fault} to end", seconds=CELL_SECONDS)
        except AssertionError:
            events = (await world.events(self.companion, job))[-6:]
            return [f"should be {end_of(job, fault).name}, is {last} after {events}"]
        return []

    async def _standing(self, job: Posting) -> dict[str, Any]:
        found = await world.application(self.companion, job) or {}
        queue = (await self.companion.get("/api/v1/auto-apply"))["queue"]
        (item,) = [each for each in queue if each["job"]["id"] == world.id_of(job)] or [{}]
        return {
            "status": found.get("status_name"),
            "phase": found.get("phase"),
            "parked": found.get("parked"),
            "step": (found.get("progress") or {}).get("step"),
            "item": item.get("state"),
            "why": item.get("why"),
        }

    async def _by_hand(self, job: Posting, fault: str) -> list[str]:
        if ENDS[fault] is End.GIVEN_UP:
            return []
        try:
            page = await applicant.begin(self.chromium, job)
            await applicant.walk(self.chromium, page, job)
            if job.board == "workday":
                await applicant.mend(self.chromium, page)
            await applicant.submit(page, job)
        except (AssertionError, Error) as error:
            return [f"{error}"[:300]]
        return await self._ended(job, fault)

    async def _solve_captcha(self, job: Posting) -> None:
        page = self._tab(job)
        if page is None:
            return
        try:
            await page.frame_locator("iframe[src*=hcaptcha]").locator("#checkbox").click(timeout=2_000)
        except Error:
            return  # it was solved by the look before this one

    async def _press(self, job: Posting) -> None:
        """Press the board's Submit: what opens another tab is a person's to press."""
        page = self._tab(job)
        if page is None:
            return
        await page.bring_to_front()
        await applicant.submit(page, job)

    def _tab(self, job: Posting) -> Page | None:
        marks = (job.board_job_id, f"/{job.company}/", f"{job.company}.", ".".join(job.host.split(".")[-2:]))
        for mark in marks:
            for page in self.chromium.context.pages:
                if mark in page.url:
                    return page
        return None

    async def _close_tabs(self) -> None:
        blank = await self.chromium.context.new_page()
        for page in self.chromium.context.pages:
            if page is not blank:
                await page.close()


def _sizes(fault: str) -> dict[str, int]:
    """Once, where a second try shall find a board that takes it: it would be seen as a second application."""
    once = ENDS[fault] in (End.OPEN, End.REFUSED) or fault in (FaultName.SLOW_PAGE, FaultName.SLOW_SUBMIT)
    return {"times": 1} if once else {}


def end_of(job: Posting, fault: str) -> End:
    """Return how an application must end under this fault, by what can be known on this board."""
    if fault == FaultName.SERVER_VALIDATION and job.board in BLIND:
        return End.OPEN
    return ENDS[fault]


def _is_end(wanted: End, now: dict[str, Any]) -> bool:
    if wanted is End.TAKEN:
        return bool(now["status"] == "applied")
    if wanted is End.OPEN:
        return bool(now["status"] == "unconfirmed")
    if wanted is End.REFUSED:
        return bool(now["status"] == "in_progress" and now["phase"] == "filling" and now["parked"])
    return bool(now["status"] == "pending" and now["item"] == "waiting_for_user")


def _misread(job: Posting, fault: str, submissions: list[dict[str, Any]]) -> list[str]:
    """Compare what came with what the profile says."""
    due = 1 if ENDS[fault] is End.TAKEN or fault in STORED else 0
    if len(submissions) != due:
        return [f"received {len(submissions)} times instead of {due}"]
    return [said for each in submissions for said in differences(job.id, each, RESUME)]


PAGES = tuple(EXPECTED)


def table(found: dict[str, dict[str, list[str]]], pages: Sequence[str] = PAGES) -> str:
    """Write out the table: a row for each page, a column for each fault, "=" where all was right."""
    faults = list(found)
    width = max(len(name) for name in pages)
    lines = [f"{number:>2} {fault}: {ENDS[fault].name}" for number, fault in enumerate(faults, 1)]
    lines.append(" " * width + "".join(f" {number:>2}" for number in range(1, len(faults) + 1)))
    for name in pages:
        marks = [
            " ·" if name not in found[fault] else " ✗" if found[fault][name] else " =" for fault in faults
        ]
        lines.append(f"{name:<{width}}" + "".join(f" {mark}" for mark in marks))
    return "\n".join(lines)
