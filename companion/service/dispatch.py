"""Carries out an operation whichever way it came: checked, in one transaction, once for each idempotency key."""

from __future__ import annotations

import asyncio
import logging
import os
import sqlite3
import time
from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from companion import __version__
from companion.arbiter import Arbiter
from companion.clock import HOUR_MS, Clock, SystemClock
from companion.domain import Times
from companion.messages.errors import HTTP_STATUS, ErrorCode
from companion.profile import InvalidProfile
from companion.profile.documents import DocumentStore
from companion.protocol import OPERATIONS, Operation
from companion.refusals import RefusedError
from companion.restore import replay_intents
from companion.service.call import Call, Caller, Reply
from companion.service.carry_out import carry_out, digest, error_reply, refusal_reply, replay_of
from companion.service.core import Core
from companion.service.handlers import HANDLERS
from companion.service.handlers.connection import DUPLICATE_CODES
from companion.service.handlers.learning import forget_notes
from companion.service.handlers.planning import document, identified, identity_of, plan, preview_plan
from companion.service.handlers.queue import auto_apply_json, enqueue, identities_of
from companion.service.handlers.uploads import Uploads, forget_document
from companion.service.hub import EventHub
from companion.service.present import describe_events, pushed_json
from companion.store.backup import is_backup_due
from companion.store.errors import DiskFullError, StoreBusyError, StoreClosedError, StoreError
from companion.store.sqlite import open_store
from companion.sweep import Sweep

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from pathlib import Path

    from companion.domain import JsonObject
    from companion.messages.base import Request
    from companion.store.interface import Transaction

__all__ = ["Caller", "Dispatcher", "Reply", "open_dispatcher"]

ESSENTIAL_OPERATIONS = frozenset({"confirm", "fail", "report_submission", "resolve"})
"""Operations that record what was already sent: they may use the reserve on a full disk."""
BACKUP_SECONDS = 24 * 60 * 60
BACKUP_LOOK_SECONDS = 5 * 60
"""How often is looked whether a backup is due: few companions run for a whole day without a break."""
_BUSY_RETRY_SECONDS = 2

_logger = logging.getLogger(__name__)


class Dispatcher:
    """The one way in to what the companion does. Made by `open_dispatcher`."""

    def __init__(self, core: Core, hub: EventHub) -> None:
        self.core = core
        self.hub = hub
        self.store = core.store
        self.times = core.times
        self._uploads = Uploads(core)
        self._began = time.monotonic()
        self._special: dict[str, Callable[[Any, Caller, str | None], Awaitable[Reply]]] = {
            "health": self._health,
            "identify": self._identify,
            "plan": self._plan,
            "preview_plan": self._preview,
            "document": self._document,
            "begin_document": self._begin_document,
            "upload_chunk": self._upload_chunk,
            "delete_document": self._delete_document,
            "auto_apply": self._show_auto_apply,
            "auto_apply_start": self._start_auto_apply,
            "auto_apply_stop": self._stop_auto_apply,
            "auto_apply_queue": self._enqueue,
            "events": self._events,
        }

    async def call(self, name: str, params: object, *, caller: Caller, key: str | None) -> Reply:
        """Carry out an operation. Bad input, refusals and failures of the store are replies, not exceptions."""
        operation = OPERATIONS.get(name)
        if operation is None:
            return error_reply(ErrorCode.NOT_FOUND, f"There is no operation named {name[:60]!r}.")
        try:
            asked = operation.request.model_validate(params)
        except ValidationError as error:
            return _invalid(error)
        except RecursionError:
            return error_reply(ErrorCode.INVALID, "The parameters nest too deep.", status=400)
        try:
            return await self._carry_out(operation, asked, caller, key)
        except RefusedError as refusal:
            return refusal_reply(refusal)
        except InvalidProfile as error:  # of another version: what is saved by this one was looked through
            return error_reply(
                ErrorCode.INVALID,
                f"Your profile cannot be read ({error}). Save it again on the settings page.",
            )
        except StoreBusyError as error:
            return error_reply(ErrorCode.BUSY, str(error), retry_after=_BUSY_RETRY_SECONDS)
        except DiskFullError as error:
            return error_reply(ErrorCode.DISK_FULL, str(error))
        except StoreClosedError as error:
            return error_reply(ErrorCode.COMPANION_UNAVAILABLE, str(error), retry_after=_BUSY_RETRY_SECONDS)
        except StoreError as error:
            return error_reply(ErrorCode.BUSY, str(error), retry_after=_BUSY_RETRY_SECONDS)

    async def counters(self, user_id: int = 1) -> dict[str, dict[str, int]]:
        """Return counts from the history: events by kind, refusals by code, the queue's length."""

        def count(tx: Transaction) -> dict[str, dict[str, int]]:
            queued = tx.one("count_queue")
            open_attempts = tx.one("count_open_attempts")
            refusals = {row["code"]: row["refused"] for row in tx.all("count_refusals", user_id=user_id)}
            return {
                "events": {row["kind"]: row["happened"] for row in tx.all("count_events")},
                "refusals": refusals,
                "gauges": {
                    "queue_depth": queued["queued"] if queued else 0,
                    "open_attempts": open_attempts["open"] if open_attempts else 0,
                    "duplicates_prevented": sum(refusals.get(code, 0) for code in DUPLICATE_CODES),
                },
            }

        return await self.store.read(count)

    def is_busy(self) -> bool:
        """Return whether auto-apply works, so that the companion must not exit when no browser is connected."""
        loop = self.core.auto_apply
        return loop is not None and loop.state()["state"] == "running"

    async def run_background(self) -> None:
        """Sweep, clean up and back up, for ever."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._every(self.times.sweep_seconds, self._sweep))
            group.create_task(self._every(self.times.stale_check_seconds, self._clean_up))
            group.create_task(self._every(BACKUP_LOOK_SECONDS, self._back_up))

    # --- inside -------------------------------------------------------------------------------------------

    async def _carry_out(self, operation: Operation, asked: Any, caller: Caller, key: str | None) -> Reply:
        special = self._special.get(operation.name)
        if special is not None:
            return await special(asked, caller, key)
        handler = HANDLERS[operation.name]
        if operation.changes or operation.name == "hello":
            return await self._write(
                operation, asked, caller, key, lambda call: handler(self.core, call, asked)
            )
        return Reply(200, await self.store.read(lambda tx: handler(self.core, Call(tx, caller), asked)))

    async def _health(self, _asked: Any, _caller: Caller, _key: str | None) -> Reply:
        body = {
            "status": "ok",
            "version": __version__,
            "epoch": self.core.epoch,
            "database": str(self.core.home / "applyonce.db"),
            "sqlite": sqlite3.sqlite_version,
            "uptime_seconds": round(time.monotonic() - self._began, 3),
            "pid": os.getpid(),
        }
        return Reply(200, body)

    async def _identify(self, asked: Any, caller: Caller, key: str | None) -> Reply:
        found = await identity_of(asked)
        return await self._write(
            OPERATIONS["identify"], asked, caller, key, lambda call: identified(self.core, call, found)
        )

    async def _plan(self, asked: Any, caller: Caller, _key: str | None) -> Reply:
        return Reply(200, await plan(self.core, partial(Call, caller=caller), asked))

    async def _preview(self, asked: Any, caller: Caller, _key: str | None) -> Reply:
        return Reply(200, await preview_plan(self.core, partial(Call, caller=caller), asked))

    async def _document(self, asked: Any, caller: Caller, _key: str | None) -> Reply:
        return Reply(200, await document(self.core, partial(Call, caller=caller), asked))

    async def _begin_document(self, asked: Any, caller: Caller, key: str | None) -> Reply:
        begun: JsonObject = {}

        async def begin() -> JsonObject:
            begun.update(await self._uploads.begin(caller.user_id, asked))
            return begun

        reply = await self._once("begin_document", asked, caller, key, begin)
        if begun and reply.body != begun:
            await self._uploads.abort(begun["document_id"])  # the same call came twice at once
        return reply

    async def _upload_chunk(self, asked: Any, caller: Caller, key: str | None) -> Reply:
        reply = await self._once(
            "upload_chunk",
            asked,
            caller,
            key,
            lambda: self._uploads.chunk(caller.user_id, asked, partial(Call, caller=caller)),
        )
        if reply.body.get("document") is not None:
            self.hub.announce(caller.user_id, "documents", {})
        return reply

    async def _delete_document(self, asked: Any, caller: Caller, key: str | None) -> Reply:
        operation = OPERATIONS["delete_document"]

        def is_to_go(tx: Transaction) -> bool:
            done = key and replay_of(tx, caller.user_id, key, operation.name, digest(operation.name, asked))
            mine = tx.one("one_document", user_id=caller.user_id, id=asked.document_id)
            return mine is not None and not done

        # The file first: whatever happens in between, none is left that nothing leads to any more.
        if await self.store.read(is_to_go):
            await self._uploads.delete_file(asked.document_id)
        reply = await self._write(operation, asked, caller, key, lambda call: forget_document(call, asked))
        if reply.status == 200:
            self.hub.announce(caller.user_id, "documents", {})
        return reply

    async def _show_auto_apply(self, _asked: Any, caller: Caller, _key: str | None) -> Reply:
        return Reply(200, await self.store.read(lambda tx: auto_apply_json(self.core, Call(tx, caller))))

    async def _start_auto_apply(self, asked: Any, caller: Caller, key: str | None) -> Reply:
        async def start() -> JsonObject:
            if self.core.auto_apply is not None:
                await self.core.auto_apply.start(asked)
            self.hub.announce(caller.user_id, "auto_apply", {})
            return (await self._show_auto_apply(asked, caller, key)).body

        return await self._once("auto_apply_start", asked, caller, key, start)

    async def _stop_auto_apply(self, asked: Any, caller: Caller, key: str | None) -> Reply:
        async def stop() -> JsonObject:
            if self.core.auto_apply is not None:
                await self.core.auto_apply.stop()
            self.hub.announce(caller.user_id, "auto_apply", {})
            return (await self._show_auto_apply(asked, caller, key)).body

        return await self._once("auto_apply_stop", asked, caller, key, stop)

    async def _enqueue(self, asked: Any, caller: Caller, key: str | None) -> Reply:
        found = await identities_of(asked)
        operation = OPERATIONS["auto_apply_queue"]
        reply = await self._write(
            operation, asked, caller, key, lambda call: enqueue(self.core, call, asked, found)
        )
        if self.core.auto_apply is not None:
            self.core.auto_apply.wake()
        return reply

    async def _once(
        self,
        name: str,
        asked: Request,
        caller: Caller,
        key: str | None,
        act: Callable[[], Awaitable[JsonObject]],
    ) -> Reply:
        """Do what needs more than a transaction, once for each key; `act` may be begun again after a crash."""
        operation = OPERATIONS[name]
        if key is None:
            return Reply(201 if operation.created else 200, await act())
        arguments = digest(name, asked)
        earlier = await self.store.read(lambda tx: replay_of(tx, caller.user_id, key, name, arguments))
        if earlier is not None:
            return earlier
        refusal: RefusedError | None = None
        body: JsonObject = {}
        try:
            body = await act()
        except RefusedError as error:
            refusal = error

        def keep(_call: Call) -> JsonObject:
            if refusal is not None:
                raise refusal
            return body

        return await self._write(operation, asked, caller, key, keep)

    async def _write(
        self,
        operation: Operation,
        asked: Request,
        caller: Caller,
        key: str | None,
        handle: Callable[[Call], JsonObject],
    ) -> Reply:
        """Run a changing operation in one transaction, together with its idempotency row and its refusal."""
        done = await self.store.write(
            lambda tx: carry_out(self.core, tx, operation, asked, caller, key, handle),
            essential=operation.name in ESSENTIAL_OPERATIONS,
        )
        for event, data in done.pushes:
            self.hub.announce(caller.user_id, event, data)
        return done.reply

    async def _events(self, asked: Any, caller: Caller, _key: str | None) -> Reply:
        since, limit = asked.since, asked.limit

        def history(tx: Transaction) -> JsonObject:
            last = tx.one("last_seq")
            newest = last["seq"] if last else 0
            rows = tx.all("events_by_seq", first=since + 1, last=newest, user_id=caller.user_id, limit=limit)
            events = [pushed_json(tx, row) for row in rows]
            for event in events:
                del event["user_id"]
            return {"events": events, "seq": newest, "epoch": self.core.epoch}

        return Reply(200, await self.store.read(history))

    async def _every(self, seconds: float, task: Callable[[], Any]) -> None:
        while True:
            await asyncio.sleep(seconds)
            try:
                await task()
            except (StoreBusyError, DiskFullError, OSError) as error:
                # Nothing is lost by waiting. On a full disk it must go on all the more: what is sent has to be
                # recorded in the reserve.
                _logger.warning("put off until the next time: %s", type(error).__name__)

    async def _sweep(self) -> None:
        await self.store.write(self.core.sweep.tick)
        self.store.ballast.restore()

    async def _clean_up(self) -> None:
        forget = self.core.clock.wall_ms() - round(self.times.idempotency_hours * HOUR_MS)

        def clean(tx: Transaction) -> None:
            self.core.sweep.cleanup_stale_applications(tx)
            tx.run("forget_idempotency", before=forget)
            forget_notes(tx, self.core.clock.wall_ms())

        await self.store.write(clean)

    async def _back_up(self) -> None:
        if is_backup_due(self.store.home, BACKUP_SECONDS):
            await self.store.backup()


@asynccontextmanager
async def open_dispatcher(
    home: Path, times: Times | None = None, clock: Clock | None = None
) -> AsyncIterator[Dispatcher]:
    """Open the store in `home` and everything above it, and close it at the end.

    Raises the store's errors where the database cannot be used.
    """
    times = times or Times()
    clock = clock or SystemClock()
    hub = EventHub()
    arbiter = Arbiter(clock, times)
    sweep = Sweep(arbiter)

    store = await open_store(home, describe=describe_events, publish=hub.publish, unheard=hub.passes_unheard)
    try:

        def settle(tx: Transaction) -> int:
            sweep.after_restart(tx)
            if store.new_epoch:
                sweep.end_all(tx)
            replay_intents(arbiter, tx, store.intents)
            last = tx.one("last_seq")
            return last["seq"] if last else 0

        hub.last_seq = await store.write(settle)
        documents = DocumentStore(home / "documents")
        await asyncio.to_thread(documents.prepare)
        yield Dispatcher(Core(home, store, arbiter, sweep, documents, clock, times), hub)
    finally:
        await store.close()


def _is_kind(part: int | str) -> bool:
    """Say whether a part of a place is pydantic's word for one of several kinds that a member may have."""
    return isinstance(part, str) and part.startswith(("constrained-", "function-"))


def _invalid(error: ValidationError) -> Reply:
    first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    field = ".".join(str(part) for part in first["loc"] if not _is_kind(part)) or "body"
    missing_id = field in ("job_id", "application_id") and first["type"].startswith("uuid")
    if missing_id:
        what = "Job" if field == "job_id" else "Application"
        return error_reply(ErrorCode.NOT_FOUND, f"{what} not found")
    body = {"message": f"{field}: {first['msg']}", "code": ErrorCode.INVALID.value, "field": field}
    return Reply(HTTP_STATUS[ErrorCode.INVALID], body)
