"""From what the user types to the answer bank: offered once, after it was sent, and only then."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
import uuid
from typing import TYPE_CHECKING, Any

import pytest

from companion.domain import Times
from companion.service.handlers.learning import NOTES_DAYS
from tests.integration.service.actors import JOB_URL, Extension, service

if TYPE_CHECKING:
    from pathlib import Path

TAB = {"kind": "tab", "session": "s1", "tab_id": 12, "frame_id": 0, "document_id": "d1"}
TOOLS: dict[str, Any] = {"id": "f1", "kind": "text", "label": "Which build tools do you know?", "typed": True}
PHONE: dict[str, Any] = {"id": "f2", "kind": "tel", "label": "Phone", "typed": True, "filled": "+49 30 1111"}
GENDER: dict[str, Any] = {"id": "f3", "kind": "text", "label": "What is your gender?", "typed": True}
UNTOUCHED: dict[str, Any] = {"id": "f4", "kind": "text", "label": "Which team would you like to join?"}


class Applicant:
    """One application over native messaging."""

    def __init__(self, extension: Extension) -> None:
        self._extension = extension
        self.application_id = ""
        self.fence = 0

    async def ok(self, op: str, **params: Any) -> Any:
        answer = await self._extension.call(op, params, key=str(uuid.uuid4()))
        assert answer["ok"], answer
        return answer["result"]

    async def applies(self) -> None:
        job = (await self.ok("identify", url=JOB_URL, title="Engineer"))["job"]["id"]
        grant = await self.ok("apply", job_id=job, holder=TAB)
        self.application_id, self.fence = grant["application_id"], grant["fence"]

    async def types(self, *fields: dict[str, Any]) -> None:
        await self.ok(
            "note_answers", application_id=self.application_id, fence=self.fence, fields=list(fields)
        )

    async def sends(self, **sent: str) -> None:
        self.fence = (await self.ok("begin_submit", application_id=self.application_id, fence=self.fence))[
            "fence"
        ]
        labels = {"tools": TOOLS, "phone": PHONE, "gender": GENDER, "team": UNTOUCHED}
        fields = [{"label": labels[name]["label"], "value": value} for name, value in sent.items()]
        evidence = {"kind": "text", "url": JOB_URL, "text": "Thank you", "fields": fields}
        await self.ok("confirm", application_id=self.application_id, fence=self.fence, evidence=evidence)

    async def offers(self) -> list[Any]:
        return list((await self.ok("offered_answers"))["offers"])


async def test_what_was_typed_is_offered_once_it_was_sent(tmp_path: Path) -> None:
    async with service(tmp_path) as it, it.extension() as extension:
        await extension.hello()
        applicant = Applicant(extension)
        await applicant.applies()
        await applicant.types(TOOLS, PHONE, GENDER, UNTOUCHED)
        assert await applicant.offers() == [], "nothing was sent yet"

        await applicant.sends(tools="make", phone="+49 30 2222", gender="X", team="Any")

        (offer,) = await applicant.offers()
        assert offer["job"]["title"] == "Engineer"
        told = {one["question"]: (one["answer"], one["filled"], one["suggested"]) for one in offer["answers"]}
        assert told == {
            TOOLS["label"]: ("make", "", True),
            PHONE["label"]: ("+49 30 2222", "+49 30 1111", False),
        }

        kept = await applicant.ok(
            "keep_answers", application_id=applicant.application_id, questions=[TOOLS["label"]]
        )
        assert [(one["question"], one["answer"], one["before"]) for one in kept["kept"]] == [
            (TOOLS["label"], "make", None)
        ]
        assert await applicant.offers() == [], "asked once"
        (stored,) = (await applicant.ok("answers"))["answers"]
        assert (stored["id"], stored["answer"]) == (kept["kept"][0]["id"], "make")
        again = await extension.call(
            "keep_answers", {"application_id": applicant.application_id, "questions": []}, key="again"
        )
        assert again["error"]["code"] == "not_found"


async def test_what_was_declined_is_not_offered_by_the_next_application(tmp_path: Path) -> None:
    async with service(tmp_path) as it, it.extension() as extension:
        await extension.hello()
        first = Applicant(extension)
        await first.applies()
        await first.types(TOOLS)
        await first.sends(tools="make")
        await first.ok("keep_answers", application_id=first.application_id, questions=[])

        job = (await first.ok("identify", url=f"{JOB_URL}2", title="Other"))["job"]["id"]
        grant = await first.ok("apply", job_id=job, holder={**TAB, "tab_id": 13})
        first.application_id, first.fence = grant["application_id"], grant["fence"]
        await first.types(TOOLS, {**UNTOUCHED, "typed": True})
        await first.sends(tools="ninja", team="Any")

        (offer,) = await first.offers()
        assert [one["question"] for one in offer["answers"]] == [UNTOUCHED["label"]]


async def test_what_was_given_up_or_put_back_is_not_offered(tmp_path: Path) -> None:
    async with service(tmp_path) as it, it.extension() as extension:
        await extension.hello()
        applicant = Applicant(extension)
        await applicant.applies()
        await applicant.types(TOOLS, PHONE)
        await applicant.sends(tools="  ", phone="+49 30 1111")
        assert await applicant.offers() == []


async def test_only_the_holder_may_note(tmp_path: Path) -> None:
    async with service(tmp_path) as it, it.extension() as extension:
        await extension.hello()
        applicant = Applicant(extension)
        await applicant.applies()
        params = {"application_id": applicant.application_id, "fence": applicant.fence + 1, "fields": [TOOLS]}
        answer = await extension.call("note_answers", params, key="k")
        assert answer["error"]["code"] == "stale_fence"


async def test_what_was_only_typed_is_not_offered_when_the_user_has_applied_elsewhere(tmp_path: Path) -> None:
    async with service(tmp_path) as it, it.extension() as extension:
        await extension.hello()
        applicant = Applicant(extension)
        await applicant.applies()
        await applicant.types(TOOLS)
        held = {"application_id": applicant.application_id, "fence": applicant.fence}
        await applicant.ok("save_draft", **held, fields=[{"label": TOOLS["label"], "value": "make"}])
        await applicant.ok("release", **held)
        job = (await applicant.ok("identify", url=JOB_URL, title="Engineer"))["job"]["id"]
        await applicant.ok("set_status", job_id=job, status="applied")

        assert await applicant.offers() == []


@pytest.mark.parametrize("is_sent", [False, True])
async def test_what_nobody_has_sent_or_decided_on_is_forgotten_in_time(tmp_path: Path, is_sent: bool) -> None:
    times = Times(stale_check_seconds=0.1)
    async with service(tmp_path, times=times) as it, it.extension() as extension:
        await extension.hello()
        applicant = Applicant(extension)
        await applicant.applies()
        await applicant.types(TOOLS)
        if is_sent:
            await applicant.sends(tools="make")
        else:
            await applicant.ok("release", application_id=applicant.application_id, fence=applicant.fence)

        def notes(days_later: int) -> int:
            """Let so much time pass for the application, and look again after some clean-ups."""
            with contextlib.closing(sqlite3.connect(tmp_path / "applyonce.db")) as other:
                ago = days_later * 86_400_000
                other.execute("UPDATE applications SET updated_at = updated_at - ?", (ago,))
                other.commit()
                found = other.execute("SELECT count(*) FROM user_values WHERE name LIKE 'typed:%'").fetchone()
                return int(found[0])

        assert notes(NOTES_DAYS - 1) == 1
        await asyncio.sleep(0.5)
        assert notes(2) == 1, "a day before its time"
        for _ in range(200):
            if notes(0) == 0:
                break
            await asyncio.sleep(0.05)
        assert notes(0) == 0
