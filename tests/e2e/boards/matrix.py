"""Every board's page under every fault of the menu: what the employer got, against what the profile says.

`make boards` goes through all of it and prints the table; `test_matrix.py` runs a diagonal of it.
"""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from playwright.async_api import Error

from companion.demo.applicant import resume_pdf
from companion.demo.faults import FaultName
from tests.e2e import world
from tests.e2e.boards import applicant, users_part
from tests.e2e.boards.ends import (
    ENDS,
    NO_FAULT,
    ONCE,
    PARKED_FOR,
    PARKS_A_PERSON,
    STORED,
    TOLD,
    End,
    end_of,
    is_applicable,
)
from tests.e2e.boards.received import EXPECTED, differences
from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.async_api import Page

    from companion.demo.catalogue import Posting
    from tests.e2e.harness.board_process import BoardProcess
    from tests.e2e.harness.chromium import Chromium
    from tests.e2e.harness.companion_process import CompanionProcess

QUEUE_SECONDS = 600
CELL_SECONDS = 120
"""From the moment in which auto-apply begins with a job."""
RESUME = ("Mira Okafor.pdf", hashlib.sha256(resume_pdf()).hexdigest())
BY_HAND = frozenset({"workday-engineer", "workday-crew", "indeed-electrician"})
"""Pages that auto-apply leaves to a person: an account, declarations, a press that must be trusted."""
ADDRESSES = {"gh-embedded": "https://careers.example.com/careers?gh_jid=4410077003"}
"""Where a row's page stands, if not at its posting's own address."""
Wrong = list[str]
"""What was wrong on a page, in words; nothing where all was right."""


@dataclass(frozen=True)
class Stage:
    """The actors, which all cells share."""

    chromium: Chromium
    companion: CompanionProcess
    board: BoardProcess

    async def column(self, column: str, names: Sequence[str]) -> dict[str, Wrong]:
        """Apply on these pages under a column's faults; those on which it means nothing are left out."""
        jobs = [job for job in map(world.posting, names) if is_applicable(job, column)]
        await self.board.reset()
        for job in jobs:
            await world.afresh(self.companion, job)
            # What an earlier column was given up for is no end of this one.
            await self._dequeue(job)
            if column != NO_FAULT:
                for fault in column.split("+"):
                    await self.board.arm(fault, job=job.id, **_sizes(fault))
        by_hand = [job for job in jobs if job.id in BY_HAND and ENDS[column] is not End.GIVEN_UP]
        robots = [job for job in jobs if job not in by_hand]
        if robots:
            urls = [ADDRESSES.get(job.id, job.url) for job in robots]
            await self.companion.post("/api/v1/auto-apply/queue", {"urls": urls})
            await self.companion.post("/api/v1/auto-apply/start", {})
        try:
            ends = await asyncio.gather(*(self._by_robot(job, column) for job in robots))
        finally:
            await self.companion.post("/api/v1/auto-apply/stop", {})
        wrong = {job.id: said for job, said in zip(robots, ends, strict=True)}
        for job in by_hand:
            wrong[job.id] = await self._by_hand(job, column)
        state = await self.board.state()
        for job in jobs:
            mine = [each for each in state["submissions"] if each["job"] == job.id]
            wrong[job.id] += misread(job, column, mine)
            wrong[job.id] += [
                f"{each['fault']} was never met"
                for each in state["faults"]
                if each["job"] == job.id and each["times"] is not None
            ]
        await self._close_tabs()
        return {job.id: wrong[job.id] for job in jobs}

    async def _by_robot(self, job: Posting, column: str) -> Wrong:
        async def begun() -> bool:
            now = await self._standing(job)
            return bool(now["item"] != "queued" or now["status"] != "pending")

        await until(begun, f"auto-apply to begin with {job.id}", seconds=QUEUE_SECONDS)
        wrong = await self._ended(job, column)
        if end_of(job, column) is End.REFUSED:  # so many may not wait for the user at once
            await self._dequeue(job)
            await world.afresh(self.companion, job)
        return wrong

    async def _ended(self, job: Posting, column: str) -> Wrong:
        """Wait for an end of the kind that this fault must have."""
        last: dict[str, Any] = {}
        wanted = end_of(job, column)
        asked = False

        async def over() -> bool:
            nonlocal asked
            last.update(await self._standing(job))
            if wanted is End.ASKED and last["parked"] == PARKED_FOR[FaultName(column)] and not asked:
                asked = True
                await self._answer(job, column)
            if column == FaultName.CAPTCHA and last["step"] == "captcha":
                await users_part.solve_captcha(self._tab(job))
            if column == FaultName.CONFIRMATION_IN_NEW_TAB and last["parked"] == "press":
                await users_part.press(self._tab(job), job)
            return is_end(job, column, last)

        try:
            await until(over, f"{job.id} under {column} to end", seconds=CELL_SECONDS)
        except (AssertionError, Error) as error:
            events = (await world.events(self.companion, job))[-6:]
            return [f"should be {wanted.name}, is {last} after {events}: {str(error)[:200]}"]
        return [] if asked or wanted is not End.ASKED else ["the user was never asked"]

    async def _answer(self, job: Posting, column: str) -> None:
        page = self._tab(job)
        if column == FaultName.SECURITY_CODE:
            await users_part.enter_code(page, job, self.board)
        else:
            await users_part.log_in(page)

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

    async def _by_hand(self, job: Posting, column: str) -> Wrong:
        wanted = end_of(job, column)
        try:
            page = await applicant.begin(self.chromium, job)
            await self._send(page, job)
            if wanted is End.ASKED:
                await users_part.log_in(page)
                await applicant.come_back(page, job)
                await self._send(page, job)
            if wanted is End.REFUSED:
                await self._until_told(page)
        except (AssertionError, Error) as error:
            return [f"{error}"[:300]]
        return await self._ended_by_hand(job, column)

    async def _send(self, page: Page, job: Posting) -> None:
        await applicant.walk(self.chromium, page, job)
        if job.board == "workday":
            await applicant.mend(self.chromium, page)
        await applicant.submit(page, job)

    async def _ended_by_hand(self, job: Posting, column: str) -> Wrong:
        if end_of(job, column) is not End.ASKED:
            return await self._ended(job, column)
        await world.until_status(self.companion, job, "applied")
        return []

    async def _until_told(self, page: Page) -> None:
        async def told() -> bool:
            said = await self.chromium.button(page).text(".panel")
            return "The board did not take it" in said or "Not sent yet" in said

        await until(told, "the user to be told that the board did not take it", ignoring=(AssertionError,))

    async def _dequeue(self, job: Posting) -> None:
        reply = await self.companion.request("DELETE", f"/api/v1/auto-apply/queue/{world.id_of(job)}")
        assert reply.status in (200, 404), reply

    def _tab(self, job: Posting) -> Page:
        marks = (
            job.board_job_id,
            f"/{job.company}/",
            f"{job.company}.",
            ".".join(job.host.split(".")[-2:]),
        )
        for mark in marks:
            for page in self.chromium.context.pages:
                if mark in page.url:
                    return page
        raise AssertionError(f"no tab shows {job.id}: {[page.url for page in self.chromium.context.pages]}")

    async def _close_tabs(self) -> None:
        blank = await self.chromium.context.new_page()
        for page in self.chromium.context.pages:
            if page is not blank:
                await page.close()


def _sizes(fault: str) -> dict[str, int]:
    """Once, where a second try shall find a board that takes it: it would be seen as a second application."""
    is_once = ENDS[fault] in (End.OPEN, End.REFUSED, End.ASKED) or fault in ONCE
    return {"times": 1} if is_once else {}


def is_end(job: Posting, column: str, now: dict[str, Any]) -> bool:
    """Tell whether an application that stands so has ended as it must under this column's faults."""
    wanted, is_robot = end_of(job, column), job.id not in BY_HAND
    if wanted in (End.TAKEN, End.ASKED):
        return bool(now["status"] == "applied")
    if wanted is End.OPEN:
        # A queue that would try again by itself would send it twice.
        return bool(now["status"] == "unconfirmed" and (now["item"] == "waiting_for_user" or not is_robot))
    if wanted is End.REFUSED:
        parked = PARKED_FOR[FaultName(column)] if is_robot or column in PARKS_A_PERSON else None
        return (now["status"], now["phase"], now["parked"]) == ("in_progress", "filling", parked)
    told = now["why"] in TOLD[FaultName(column)]
    return bool(now["status"] == "pending" and now["item"] == "waiting_for_user" and told)


def misread(job: Posting, column: str, submissions: list[dict[str, Any]]) -> Wrong:
    """Compare what came with what the profile says."""
    due = 1 if ENDS[column] in (End.TAKEN, End.ASKED) or column in STORED else 0
    if len(submissions) != due:
        return [f"received {len(submissions)} times instead of {due}"]
    return [said for each in submissions for said in differences(job.id, each, RESUME)]


PAGES = tuple(EXPECTED)


def table(found: dict[str, dict[str, Wrong]], pages: Sequence[str] = PAGES) -> str:
    """Write out the table: a row for each page, a column for each fault.

    "=" where all was right, "✗" where something was not, "·" where the fault means nothing on the page.
    """
    columns = list(found)
    width = max(len(name) for name in pages)
    lines = [f"{number:>2} {column}: {ENDS[column].name}" for number, column in enumerate(columns, 1)]
    lines.append(" " * width + "".join(f" {number:>2}" for number in range(1, len(columns) + 1)))
    for name in pages:
        marks = [
            " ·" if name not in found[column] else " ✗" if found[column][name] else " =" for column in columns
        ]
        lines.append(f"{name:<{width}}" + "".join(f" {mark}" for mark in marks))
    return "\n".join(lines)
