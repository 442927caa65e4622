"""The demo: auto-apply and a user at the same jobs, a companion killed in between, one application each."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playwright.async_api import Error

from companion.client import APIError, CompanionUnavailable
from companion.demo.catalogue import posting
from companion.demo.pictures import Pictures
from companion.demo.stage import open_stage, settle_in
from companion.demo.table import screen_for
from companion.demo.tally import Row, Tally, result_of
from companion.demo.visitor import Visitor, id_of
from companion.demo.waiting import DemoError, comes_true

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import TextIO

    from playwright.async_api import Page

    from companion.demo.stage import Stage
    from companion.demo.table import Screen
    from companion.demo.tally import Result
    from companion.messages.shapes import Application

JOBS = (
    "gh-data",
    "lever-frontend",
    "ashby-support",
    "gh-old-mechanical",
    "careers-kitchen",
    "gh-embedded",
    "gh-backend",
    "ashby-fullstack",
    "gh-old-platform",
    "lever-devops",
    "careers-planner",
    "ashby-founding",
)
"""Greenhouse's new and old pages, Lever, Ashby, and an employer's own site."""
SPARE_JOB = "lever-nurse"
"""A job that auto-apply is not asked to apply to: its page shows what else the button can say."""
CONCURRENCY = 2
LIMIT_SECONDS = 150.0
LOOK_SECONDS = 0.25
RESTART_SECONDS = 30.0
_PREVENTED = re.compile(r"^applyonce_duplicates_prevented_total (\d+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Options:
    """What the command was asked for. `stay` leaves everything open afterwards, until it is interrupted."""

    headless: bool
    jobs: int = len(JOBS)
    screenshots: Path | None = None
    keep: bool = False
    silent: bool = False
    stay: bool = False


async def perform(options: Options, stream: TextIO, finished: Callable[[Result, Path | None], None]) -> None:
    """Put it on; `finished` gets the result, and the folder that is kept, while everything still runs.

    Raises DemoError.
    """
    began = time.monotonic()
    if not options.silent:
        stream.write("Starting the sample board, Chromium and the companion …\n")
        stream.flush()
    async with open_stage(headless=options.headless, keep=options.keep) as stage:
        with screen_for(stream, silent=options.silent) as screen:
            show = _Show(options, screen, stage)
            await show.prepare()
            await show.run()
            result = await show.result(began)
        finished(result, stage.folder if options.keep else None)
        if options.stay:
            await asyncio.Event().wait()


class _Show:
    """One performance."""

    def __init__(self, options: Options, screen: Screen, stage: Stage) -> None:
        self._screen = screen
        self._stage = stage
        self._tally = Tally([Row(posting(name)) for name in JOBS[: options.jobs]])
        self._rows = {id_of(row.posting): row for row in self._tally.rows}
        self._pictures = Pictures(options.screenshots, stage.browser) if options.screenshots else None
        self._restarts = 0
        self._spare: Page | None = None

    async def prepare(self) -> None:
        """Settle the applicant in, and queue the jobs."""
        companion, browser = self._stage.companion, self._stage.browser
        await settle_in(companion, concurrency=CONCURRENCY)
        if not await browser.may_work_on_plain_site():
            await self._do_without_own_sites()
        self._spare = await browser.open(posting(SPARE_JOB).apply_url)
        if self._pictures:
            await self._pictures.look_for(self._spare, "pending")
        await companion.auto_apply_queue([row.posting.url for row in self._tally.rows])

    async def run(self) -> None:
        """Let auto-apply and the user work on all jobs, until nothing more comes of itself or time is up."""
        self._screen.say("auto-apply starts; the user clicks Apply on the same jobs, twice each")
        await self._stage.companion.auto_apply_start()
        try:
            async with asyncio.timeout(LIMIT_SECONDS), asyncio.TaskGroup() as group:
                group.create_task(self._watch(), name="watch")
                group.create_task(self._use(), name="user")
                group.create_task(self._interrupt(), name="interruption")
        except TimeoutError:
            self._screen.say(f"time is up after {LIMIT_SECONDS:g} s")
        except ExceptionGroup as group_error:
            known, other = group_error.split((APIError, Error, DemoError))
            if known is None or other is not None:
                raise
            raise DemoError(_first_line(known)) from group_error

    async def result(self, began: float) -> Result:
        """Look a last time, and add up."""
        await self._look()
        if self._pictures:
            await self._look_at_what_is_applied(self._pictures)
            await self._pictures.compose()
        found = _PREVENTED.search(await self._stage.companion.metrics())
        self._screen.show(self._tally)
        return result_of(
            self._tally,
            duplicates_prevented=int(found[1]) if found else 0,
            restarts=self._restarts,
            seconds=time.monotonic() - began,
        )

    # --- who is at work -----------------------------------------------------------------------------------

    async def _watch(self) -> None:
        """Keep the tally up to date until every job is settled."""
        while not self._tally.settled:
            try:
                await self._look()
            except CompanionUnavailable:
                self._tally.companion = "killed"
            self._screen.show(self._tally)
            await asyncio.sleep(LOOK_SECONDS)

    async def _use(self) -> None:
        """Go through the jobs as the user."""
        visitor = Visitor(self._stage.browser, self._stage.companion, self._take_picture)
        for row in self._tally.rows:
            await self._visit(visitor, row)
        # What the user had begun and left, nobody else finishes: auto-apply waits for the user there. What was
        # held when the companion was killed may be given back only long afterwards.
        while not self._tally.settled:
            await asyncio.sleep(2 * LOOK_SECONDS)
            for row in self._tally.rows:
                if row.status == "pending" and row.holder == "tab":
                    await self._visit(visitor, row)

    async def _visit(self, visitor: Visitor, row: Row) -> None:
        visit = await visitor.visit(row.posting)
        row.clicks += visit.clicks
        row.won += visit.won

    async def _interrupt(self) -> None:
        """Kill the companion when half of the applications are in; its native host starts it again."""
        half = max(len(self._tally.rows) // 2, 1)

        async def half_done() -> bool:
            return sum(row.received > 0 for row in self._tally.rows) >= half

        await comes_true(half_done, seconds=LIMIT_SECONDS)
        if self._pictures:
            await self._leave_open()
            await self._pictures.popup()
        pid = await self._stage.companion_pid()
        os.kill(pid, signal.SIGKILL)
        killed = time.monotonic()
        self._screen.say(f"the companion (pid {pid}) is killed by SIGKILL")
        if self._pictures and self._spare:
            await self._pictures.look_for(self._spare, "offline")
        if not await comes_true(
            self._stage.companion.is_running, seconds=RESTART_SECONDS, ignoring=(APIError,)
        ):
            raise DemoError("The companion was killed, and its native host did not start it again.")
        self._restarts += 1
        self._screen.say(
            f"the native host started it again, {time.monotonic() - killed:.1f} s after the kill"
        )

    async def _leave_open(self) -> None:
        """Let a program break off while it sends: nobody knows then whether the employer has it."""
        if self._spare is None or self._pictures is None:
            return
        companion = self._stage.companion
        grant = await companion.apply(id_of(posting(SPARE_JOB)))
        await self._pictures.look_for(self._spare, "in_progress")
        permit = await companion.begin_submit(grant.application_id, grant.fence)
        await companion.fail(grant.application_id, permit.fence, "The connection broke off while sending.")
        await self._pictures.look_for(self._spare, "unconfirmed")

    async def _look_at_what_is_applied(self, pictures: Pictures) -> None:
        """On a busy machine all may be done before the user has met a job that is."""
        applied = next((row for row in self._tally.rows if row.status == "applied"), None)
        if applied is None or pictures.has("applied"):
            return
        tab = await self._stage.browser.open(applied.posting.url)
        try:
            await pictures.look_for(tab, "applied")
        finally:
            await tab.close()

    # --- inside -------------------------------------------------------------------------------------------

    async def _look(self) -> None:
        accepted = self._stage.board.state.ledger.accepted()
        for row in self._tally.rows:
            row.received = accepted.get(row.posting.id, 0)
        async for item in self._stage.companion.all_jobs():
            row_of_job = self._rows.get(str(item.job.id))
            application = item.application
            if row_of_job is None or application is None:
                continue
            row_of_job.status = application.status_name
            row_of_job.attempts = application.attempts
            row_of_job.step = _step(application)
            if application.holder is not None:
                row_of_job.holder = application.holder.kind
        self._tally.companion = "running"

    async def _take_picture(self, tab: Page) -> None:
        if self._pictures:
            await self._pictures.look(tab)

    async def _do_without_own_sites(self) -> None:
        """Leave out what the extension may not touch here, and say so."""
        rows = [row for row in self._tally.rows if row.posting.board != "careers"]
        self._tally.rows[:] = rows
        self._rows = {id_of(row.posting): row for row in rows}
        self._screen.say("this browser did not take over the permission for careers.example.com: left out")


def _step(application: Application) -> str:
    if application.parked:
        return f"needs the user: {application.parked}"
    progress = application.progress
    return f"{progress.filled} of {progress.total}" if progress and progress.total else ""


def _first_line(error: BaseException) -> str:
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return (str(error).strip() or type(error).__name__).splitlines()[0]
