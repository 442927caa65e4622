"""Carries out one application: claim, tab, watch to the end."""

from __future__ import annotations

import asyncio
import json
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from companion.auto_apply.ports import BrowserError, BrowserGone
from companion.domain import SENT_STATUSES, EventKind, Holder, HolderKind, Phase, Status
from companion.identity import identify
from companion.profile import Profile
from companion.refusals import RefusedError
from companion.registry import register_job
from companion.store.errors import StoreError
from companion.store.rows import ApplicationRow, AttemptRow

if TYPE_CHECKING:
    from companion.arbiter import Granted
    from companion.auto_apply.ports import Browser, Events, Parts
    from companion.domain import JsonObject
    from companion.store.interface import Transaction

LOOK_AGAIN_SECONDS = 15.0
"""How often the store is looked at while events stay away."""

_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ApplicationOutcome:
    """How it ended. `status` is where the application stands; `parked` why it waits for the user; `by` the
    kind of the event that ended it; `reason` a sentence; `tab_id` where auto-apply worked on it, and `instance` in
    which browser: None where somebody else has it now."""

    application_id: str
    status: Status
    parked: str | None = None
    by: str = ""
    reason: str = ""
    tab_id: int | None = None
    instance: str | None = None

    @property
    def success(self) -> bool:
        """Whether the employer has the application, confirmed."""
        return self.status in SENT_STATUSES


class AutoApplyHandler:
    """Works on one job like any tab does, through a browser with the extension."""

    def __init__(self, parts: Parts, browser: Browser) -> None:
        self._parts = parts
        self._browser = browser

    async def execute_single_application(
        self,
        job_data: JsonObject,
        resume_path: str | Path | None = None,
        user_profile: JsonObject | None = None,
        *,
        policy: str = "submit",
    ) -> ApplicationOutcome:
        """Apply to one job and return how it ended: APPLIED, PENDING (it failed), parked, or UNCONFIRMED.

        `job_data` names the job by `job_id` or `url` (title, company and location are taken where given).
        A résumé or a profile given here is used for this application only, in place of the stored ones.
        Raises RefusedError where the job cannot be claimed, BrowserGone (the job is given back), InvalidProfile,
        DocumentError.
        """
        overrides = await self._overrides(resume_path, user_profile)

        def claim(tx: Transaction) -> Granted:
            granted = self._parts.arbiter.apply(
                tx,
                self._parts.user_id,
                self._job_of(tx, job_data),
                Holder(HolderKind.AGENT, label="Auto-apply"),
            )
            if overrides:
                tx.run(
                    "set_user_value",
                    user_id=self._parts.user_id,
                    name=f"application:{granted.application_id}",
                    value=json.dumps(overrides),
                )
            return granted

        with self._parts.subscribe(self._parts.user_id) as events:
            granted = await self._parts.store.write(claim)
            application = await self._look(granted.application_id)
            job = await self._parts.store.read(lambda tx: self._parts.arbiter.job(tx, application.job_id))
            try:
                await self._browser.open_tab(
                    application_id=granted.application_id, url=job.url, fence=granted.fence, policy=policy
                )
            except BrowserError as error:
                gone = isinstance(error, BrowserGone)
                await self._give_up(granted.application_id, granted.fence, str(error), blameless=gone)
                if gone:
                    raise
            return await self._watch(events, granted.application_id)

    async def watch(self, application_id: str) -> ApplicationOutcome:
        """Wait for the end of an application that is under way already."""
        with self._parts.subscribe(self._parts.user_id) as events:
            return await self._watch(events, application_id)

    async def give_back(self, application_id: str) -> None:
        """Give back an application that auto-apply is filling.

        What is being submitted comes to its own end, and what is parked waits for the user.
        """

        def release(tx: Transaction) -> None:
            application = self._parts.arbiter.application(tx, self._parts.user_id, application_id)
            attempt = self._parts.arbiter.open_attempt(tx, application_id)
            held = attempt is not None and attempt.holder.kind is HolderKind.AGENT
            state = application.state
            if held and state.phase is Phase.FILLING and state.parked is None:
                self._parts.arbiter.release(tx, self._parts.user_id, application_id, state.fence)
                tx.run("end_is_noted", application_id=application_id)  # it goes on at the next start

        await self._parts.store.write(release)

    async def outcome(self, application_id: str) -> ApplicationOutcome | None:
        """Return how an application ended, or that it is parked; None while auto-apply works on it."""
        application, attempt, last = await self._parts.store.read(
            lambda tx: self._standing(tx, application_id)
        )
        state = application.state
        agent = attempt.holder if attempt and attempt.holder.kind is HolderKind.AGENT else None
        if state.status is Status.IN_PROGRESS and state.parked is None and agent is not None:
            return None
        return ApplicationOutcome(
            application_id,
            state.status,
            parked=state.parked,
            by=last["kind"],
            reason=str(json.loads(last["data"]).get("reason", "")),
            tab_id=agent.tab_id if agent else None,
            instance=agent.instance if agent else None,
        )

    # --- inside -------------------------------------------------------------------------------------------

    async def _watch(self, events: Events, application_id: str) -> ApplicationOutcome:
        while True:
            outcome = await self.outcome(application_id)
            if outcome is not None:
                return outcome
            try:
                async with asyncio.timeout(LOOK_AGAIN_SECONDS):
                    while not _concerns(await events.get(), application_id):
                        pass
            except TimeoutError:
                continue

    def _standing(
        self, tx: Transaction, application_id: str
    ) -> tuple[ApplicationRow, AttemptRow | None, Any]:
        application = self._parts.arbiter.application(tx, self._parts.user_id, application_id)
        attempts = tx.all("attempts_of_application", application_id=application_id)
        attempt = AttemptRow.of(attempts[-1]) if attempts else None
        changes = [
            row
            for row in tx.all("events_of_application", application_id=application_id)
            if row["kind"] not in (EventKind.REFUSED, EventKind.LATE_EVIDENCE)
        ]
        return application, attempt, changes[-1]

    async def _look(self, application_id: str) -> ApplicationRow:
        return await self._parts.store.read(
            lambda tx: self._parts.arbiter.application(tx, self._parts.user_id, application_id)
        )

    async def _give_up(self, application_id: str, fence: int, reason: str, *, blameless: bool) -> None:
        _logger.warning("no tab for an application: %s", reason)

        def fail(tx: Transaction) -> None:
            self._parts.arbiter.fail(tx, self._parts.user_id, application_id, fence, reason)
            if blameless:
                tx.run("end_is_noted", application_id=application_id)

        try:
            await self._parts.store.write(fail, essential=True)
        except RefusedError as refusal:
            _logger.info("it had ended already: %s", refusal.code)

    def _job_of(self, tx: Transaction, job_data: JsonObject) -> str:
        given = job_data.get("job_id")
        if given is not None:
            return str(given)
        found = identify(
            str(job_data["url"]),
            title=job_data.get("title"),
            company=job_data.get("company"),
            location=job_data.get("location"),
        )
        return register_job(self._parts.arbiter, tx, found)[0].id

    async def _overrides(self, resume_path: str | Path | None, user_profile: JsonObject | None) -> JsonObject:
        overrides: JsonObject = {}
        if user_profile is not None:
            Profile.parse(user_profile)
            overrides["profile"] = user_profile
        if resume_path is not None:
            overrides["resume"] = await self._resume(Path(resume_path))
        return overrides

    async def _resume(self, path: Path) -> str:
        """Return the id of the stored document with this file's content, stored where it is new."""
        content = await asyncio.to_thread(path.read_bytes)
        stored = await asyncio.to_thread(self._parts.documents.add, content, name=path.name)

        def add(tx: Transaction) -> str:
            for row in tx.all("documents", user_id=self._parts.user_id):
                if row["sha256"] == stored.sha256:
                    return str(row["id"])
            tx.run(
                "add_document",
                id=stored.id,
                user_id=self._parts.user_id,
                kind="resume",
                name=stored.name,
                mime=stored.mime,
                size=stored.size,
                sha256=stored.sha256,
                now=self._parts.clock.wall_ms(),
            )
            return stored.id

        try:
            document_id = await self._parts.store.write(add)
        except StoreError:  # nothing of it was kept: the file would lie there unknown
            await asyncio.to_thread(self._parts.documents.delete, stored.id)
            raise
        if document_id != stored.id:
            await asyncio.to_thread(self._parts.documents.delete, stored.id)
        return document_id


def _concerns(event: JsonObject, application_id: str) -> bool:
    if event["event"] == "reset":
        return True
    data = event["data"]
    mine: bool = data.get("application_id") == application_id
    return mine and data.get("kind") != "progress"
