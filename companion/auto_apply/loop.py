"""The loop: takes the next queued job, has it carried out, and decides what follows on its outcome."""

from __future__ import annotations

import asyncio
import json
import logging
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from companion.auto_apply.handler import ApplicationOutcome, AutoApplyHandler
from companion.auto_apply.limits import limits_now
from companion.auto_apply.policy import (
    LONGEST_REST_SECONDS,
    Rest,
    Situation,
    Waiting,
    board_policy,
    choose,
    host_of,
)
from companion.auto_apply.ports import BrowserError, BrowserGone
from companion.auto_apply.queue_notes import note_outcome, note_refusal
from companion.clock import DAY_MS
from companion.domain import SENT_STATUSES, HolderKind, Status
from companion.messages.settings import AutoApplyPolicy, AutoApplyStartRequest, Settings
from companion.refusals import RefusedError
from companion.store.errors import DiskFullError, StoreBusyError
from companion.store.rows import AttemptRow

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from companion.auto_apply.ports import Browser, Executor, Parts
    from companion.domain import JsonObject
    from companion.store.interface import Row, Transaction

RETRY_BROWSER_SECONDS = 2.0
RETRY_STORE_SECONDS = 5.0
CLOSE_TAB_AFTER_SECONDS = 2.0
UNREADABLE_SETTINGS = "your settings are from another version: look through them and save them"
FAULT = "a fault of ApplyOnce, told in the companion's log: start it again"
_STATE = "auto_apply"

_logger = logging.getLogger(__name__)


class AutoApply:
    """Runs while the user wants it to, also over restarts of the companion."""

    def __init__(
        self,
        parts: Parts,
        executors: Mapping[str, Callable[[bool], Executor]],
        changed: Callable[[], None],
    ) -> None:
        """`executors` makes an executor from whether it is to be headless; `changed` tells who looks."""
        self._parts = parts
        self._executors = executors
        self._changed = changed
        self._wake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._asked = AutoApplyStartRequest()
        self._waiting_for = ""
        self._fault = ""
        self._last_started: dict[str, int] = {}
        self._watched: set[str] = set()
        self._parked: set[str] = set()  # of those that are watched
        self._is_gone = False
        self._switch = asyncio.Lock()
        self._to_give_back: set[str] = set()

    # --- what the service calls ---------------------------------------------------------------------------

    def state(self) -> JsonObject:
        """Return `state`, `executor` and `waiting_for`; where it stopped by itself, that is what for."""
        running = self._task is not None and not self._task.done()
        return {
            "state": "running" if running else "stopped",
            "executor": self._asked.executor,
            "waiting_for": self._waiting_for if running else self._fault,
        }

    async def start(self, asked: AutoApplyStartRequest) -> None:
        """Start working through the queue. Starting twice is once; another executor replaces the first."""
        async with self._switch:
            if self._task is not None and not self._task.done():
                if asked == self._asked:
                    return
                await self._end()
                await self._give_back()
            self._asked, self._fault = asked, ""
            await self._remember(running=True)
            self._task = asyncio.get_running_loop().create_task(self._run(asked), name="auto-apply")
            self._task.add_done_callback(self._ended)

    async def stop(self) -> None:
        """Stop: what is being filled is given back, what is being submitted comes to its end.

        Where the store's errors are raised nothing new is begun, and what is left is done when asked again.
        """
        async with self._switch:
            await self._end()
            await self._give_back()
            await self._remember(running=False)
            self._fault = ""

    async def close(self) -> None:
        """End with the companion; it goes on where it was at the next start."""
        async with self._switch:
            await self._end()

    def wake(self) -> None:
        """Look at the queue now."""
        self._wake.set()

    async def restore(self) -> None:
        """Go on after a restart of the companion, if it was running then."""
        stored = await self._parts.store.read(
            lambda tx: tx.one("user_value", user_id=self._parts.user_id, name=_STATE)
        )
        value = json.loads(stored["value"]) if stored else {}
        if not value.get("running"):
            return
        try:
            asked = AutoApplyStartRequest.model_validate(value["asked"])
        except ValidationError:
            _logger.warning("auto-apply was started by another version, in a way that this one does not know")
        else:
            await self.start(asked)

    # --- the loop -----------------------------------------------------------------------------------------

    async def _run(self, asked: AutoApplyStartRequest) -> None:
        executor = self._executors[asked.executor](asked.headless)
        try:
            browser = await self._browser(executor)
            handler = AutoApplyHandler(self._parts, browser)
            self._last_started = {**await self._parts.store.read(self._started_before), **self._last_started}
            async with asyncio.TaskGroup() as group:
                await self._adopt(group, handler, browser)
                while True:
                    if self._is_gone:
                        await executor.stop()
                        browser = await self._browser(executor)
                        handler = AutoApplyHandler(self._parts, browser)
                    try:
                        await self._note_missed(handler)
                        choice, policy = await self._choose()
                    except (StoreBusyError, DiskFullError) as error:
                        await self._rest(Rest(RETRY_STORE_SECONDS, str(error)))
                        continue
                    if isinstance(choice, Rest):
                        await self._rest(choice)
                    else:
                        self._last_started[host_of(choice.url)] = self._parts.clock.wall_ms()
                        self._say("working")
                        self._watched.add(choice.application_id)
                        group.create_task(self._work_on(handler, browser, choice, policy))
        finally:
            self._watched.clear()
            await executor.stop()

    async def _browser(self, executor: Executor) -> Browser:
        while True:
            try:
                browser = await executor.start()
            except BrowserError as error:
                await self._rest(Rest(RETRY_BROWSER_SECONDS, str(error)))
            else:
                self._is_gone = False
                return browser

    async def _rest(self, rest: Rest) -> None:
        self._say(rest.reason)
        try:
            async with asyncio.timeout(rest.seconds):
                await self._wake.wait()
        except TimeoutError:
            return
        self._wake.clear()

    async def _adopt(self, group: asyncio.TaskGroup, handler: AutoApplyHandler, browser: Browser) -> None:
        """Watch what is under way from before a restart."""
        for row in await self._parts.store.read(self._queue):
            attempt = await self._parts.store.read(
                lambda tx, row=row: tx.one("open_attempt", application_id=row["application_id"])  # type: ignore[misc]
            )
            mine = attempt is not None and AttemptRow.of(attempt).holder.kind is HolderKind.AGENT
            if mine and row["status"] == Status.IN_PROGRESS:
                self._watched.add(row["application_id"])
                group.create_task(self._go_on_watching(handler, browser, row["application_id"]))

    async def _go_on_watching(self, handler: AutoApplyHandler, browser: Browser, application_id: str) -> None:
        try:
            await self._settle(browser, await handler.watch(application_id), handler)
        except (StoreBusyError, DiskFullError) as error:
            await self._put_off(error)
        finally:
            self._watched.discard(application_id)
            self.wake()

    async def _work_on(
        self, handler: AutoApplyHandler, browser: Browser, job: Waiting, policy: AutoApplyPolicy
    ) -> None:
        try:
            outcome = await handler.execute_single_application(
                {"job_id": job.job_id}, policy=board_policy(policy, job.board)
            )
            await self._settle(browser, outcome, handler)
        except RefusedError as refusal:
            _logger.info("an application is left to whoever has it: %s", refusal.code)
            await self._record(partial(note_refusal, application_id=job.application_id, refusal=refusal))
        except BrowserGone as error:
            _logger.info("the browser has gone: %s", error)
            self._is_gone = True
            self._last_started.pop(host_of(job.url), None)  # nothing was asked of the board
        except (StoreBusyError, DiskFullError) as error:
            await self._put_off(error)
        finally:
            self._watched.discard(job.application_id)
            self.wake()

    async def _put_off(self, error: Exception) -> None:
        """Leave an application as it stands: its lease, or the next look at the queue, settles it."""
        _logger.warning("an application is put off: %s", error)
        await asyncio.sleep(RETRY_STORE_SECONDS)

    def _ended(self, task: asyncio.Task[None]) -> None:
        if not task.cancelled() and task.exception() is not None:
            _logger.error("auto-apply has failed", exc_info=task.exception())
            self._fault = FAULT
            self._changed()

    # --- what follows -------------------------------------------------------------------------------------

    async def _settle(self, browser: Browser, outcome: ApplicationOutcome, handler: AutoApplyHandler) -> None:
        while True:
            await self._record(partial(self._note, outcome=outcome))
            if outcome.parked is None:
                break
            self._parked.add(outcome.application_id)
            self.wake()
            try:
                await self._until_resumed(outcome.application_id)
            finally:
                self._parked.discard(outcome.application_id)
                self.wake()
            outcome = await handler.watch(outcome.application_id)
        if outcome.tab_id is not None and outcome.status is not Status.UNCONFIRMED:
            await asyncio.sleep(CLOSE_TAB_AFTER_SECONDS)
            try:
                await browser.close_tab(
                    application_id=outcome.application_id, tab_id=outcome.tab_id, instance=outcome.instance
                )
            except BrowserError as error:
                _logger.info("a tab stays open: %s", error)

    async def _until_resumed(self, application_id: str) -> None:
        """Wait while an application is parked, however long that is."""
        with self._parts.subscribe(self._parts.user_id) as events:
            while await self._parts.store.read(lambda tx: self._is_parked(tx, application_id)):
                await events.get()

    async def _note_missed(self, handler: AutoApplyHandler) -> None:
        """Note what ended while nobody looked: the loop was stopped, or the companion died on it."""
        for row in await self._parts.store.read(self._queue):
            if row["unnoted"] and row["application_id"] not in self._watched:
                outcome = await handler.outcome(row["application_id"])
                if outcome is not None:
                    await self._record(partial(self._note, outcome=outcome))

    def _note(self, tx: Transaction, outcome: ApplicationOutcome) -> None:
        note_outcome(tx, outcome, self._parts.times, self._parts.clock.wall_ms())

    def _is_parked(self, tx: Transaction, application_id: str) -> bool:
        application = self._parts.arbiter.application(tx, self._parts.user_id, application_id)
        return application.state.parked is not None

    async def _record(self, note: Callable[[Transaction], None]) -> None:
        """Keep what has happened to a job in the queue, however long the store cannot take it.

        Lost, it would let a job that the user has given back be taken up again.
        """
        while True:
            try:
                await self._parts.store.write(note)
            except (StoreBusyError, DiskFullError) as error:
                await self._put_off(error)
            else:
                self._changed()
                return

    # --- inside -------------------------------------------------------------------------------------------

    async def _choose(self) -> tuple[Waiting | Rest, AutoApplyPolicy]:
        now_ms = self._parts.clock.wall_ms()

        def look(tx: Transaction) -> tuple[Any, list[Row], int, dict[str, int]]:
            stored = tx.one("user_value", user_id=self._parts.user_id, name="settings")
            sent = tx.one("sent_since", user_id=self._parts.user_id, since=now_ms - DAY_MS)
            limits = limits_now(tx, self._parts.user_id, now_ms)
            return stored, self._queue(tx), sent["sent"] if sent else 0, limits

        stored, rows, sent_today, limits = await self._parts.store.read(look)
        try:
            settings = Settings.model_validate_json(stored["value"]) if stored else Settings()
        except ValidationError:
            return Rest(LONGEST_REST_SECONDS, UNREADABLE_SETTINGS), AutoApplyPolicy()
        if any(row["status"] in SENT_STATUSES for row in rows):
            await self._parts.store.write(self._forget_sent)
        ready = [
            Waiting(row["application_id"], row["job_id"], row["url"], row["board"], row["not_before"])
            for row in rows
            if row["status"] == Status.PENDING
            and not row["waits"]
            and row["application_id"] not in self._watched
        ]
        situation = Situation(
            now=datetime.now().astimezone(),
            now_ms=now_ms,
            running=len(self._watched) - len(self._parked),
            parked=sum(row["parked"] is not None for row in rows),
            sent_today=sent_today,
            last_started=self._last_started,
            limits=limits,
        )
        return choose(ready, settings.auto_apply, situation), settings.auto_apply

    def _started_before(self, tx: Transaction) -> dict[str, int]:
        """Return when each host was last worked on, from the history: a restart must not quicken the pace."""
        since = self._parts.clock.wall_ms() - DAY_MS
        rows = tx.all("agent_attempts_since", user_id=self._parts.user_id, since=since)
        newest_last = sorted(rows, key=lambda row: row["started_at"])
        return {host_of(row["url"]): row["started_at"] for row in newest_last}

    def _queue(self, tx: Transaction) -> list[Row]:
        return list(tx.all("queue", user_id=self._parts.user_id))

    def _forget_sent(self, tx: Transaction) -> None:
        for row in self._queue(tx):
            if row["status"] in SENT_STATUSES:
                tx.run("dequeue", application_id=row["application_id"])

    async def _remember(self, *, running: bool) -> None:
        value = json.dumps({"running": running, "asked": self._asked.model_dump()})

        def remember(tx: Transaction) -> None:
            tx.run("set_user_value", user_id=self._parts.user_id, name=_STATE, value=value)

        await self._parts.store.write(remember)

    async def _end(self) -> None:
        """End the loop; what it was at is to be given back."""
        task, self._task = self._task, None
        if task is None:
            return
        self._to_give_back |= self._watched  # a task that is cancelled watches nothing any more
        task.cancel()
        await asyncio.wait([task])
        self._say("")

    async def _give_back(self) -> None:
        handler = AutoApplyHandler(self._parts, _NoBrowser())
        for application_id in tuple(self._to_give_back):
            await handler.give_back(application_id)
            self._to_give_back.discard(application_id)

    def _say(self, waiting_for: str) -> None:
        if waiting_for != self._waiting_for:
            self._waiting_for = waiting_for
            self._changed()


class _NoBrowser:
    async def open_tab(self, *, application_id: str, url: str, fence: int, policy: str) -> int:
        raise BrowserError(f"auto-apply is stopped ({application_id}, {url}, {fence}, {policy})")

    async def close_tab(self, *, application_id: str, tab_id: int, instance: str | None) -> None:
        raise BrowserError(f"auto-apply is stopped ({application_id}, {tab_id}, {instance})")
