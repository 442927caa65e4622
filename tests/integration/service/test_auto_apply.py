"""Auto-apply over the real service: a browser that goes, and a database that is held, cost no job a try; and it
keeps to the boards' pace."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from companion.auto_apply import loop
from companion.auto_apply.loop import AutoApply
from companion.domain import Times
from companion.store.errors import StoreBusyError
from tests.integration.service.actors import PATIENCE_SECONDS, Extension, Service, service
from tests.integration.service.auto_apply_actors import (
    JOB,
    asked_to_open,
    begin,
    state,
    until_waiting,
    work_on,
)

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


async def test_a_browser_that_goes_away_is_waited_for_and_no_job_pays_for_it(tmp_path: Path) -> None:
    async with service(tmp_path) as it:
        async with it.extension() as extension:
            await extension.hello()
            await begin(it.client)
            first = await asked_to_open(extension)

        found = await until_waiting(it, "waiting for a browser")
        assert found["state"] == "running"
        assert [(each["tries"], each["state"]) for each in found["queue"]] == [(0, "queued")]

        async with it.extension() as extension:
            await extension.hello(session="s2")
            again = await asked_to_open(extension)
            assert again["application_id"] == first["application_id"]
            assert again["fence"] == first["fence"] + 1


async def test_a_database_that_is_held_for_a_while_does_not_end_it(tmp_path: Path) -> None:
    async with service(tmp_path) as it, it.extension() as extension:
        await extension.hello()
        with sqlite3.connect(tmp_path / "applyonce.db", isolation_level=None) as other:
            await begin(it.client)
            command = await asked_to_open(extension)
            other.execute("BEGIN IMMEDIATE")
            # The loop has to give the job back, and cannot.
            await extension.send(
                {"cid": command["cid"], "ok": False, "error": {"code": "invalid", "message": "no"}}
            )
            busy = await it.client.post("/api/v1/auto-apply/queue", {"urls": [f"{JOB}1"]})
            assert busy.status == 503, busy.raw
            other.execute("ROLLBACK")
        other.close()
        assert (await state(it.client))["state"] == "running"


async def test_what_the_user_gave_back_is_not_taken_up_again_though_the_database_was_held_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loop, "RETRY_STORE_SECONDS", 0.05)
    note = AutoApply._note
    refused: list[str] = []

    def held_at_first(self: AutoApply, tx: Any, outcome: Any) -> None:
        if not refused:
            refused.append(outcome.by)
            raise StoreBusyError
        note(self, tx, outcome)

    monkeypatch.setattr(AutoApply, "_note", held_at_first)
    async with service(tmp_path) as it, it.extension() as extension:
        await extension.hello()
        await begin(it.client)
        mine = await work_on(extension, await asked_to_open(extension), 12)
        assert (await extension.call("release", mine, key="release"))["ok"]

        async with asyncio.timeout(PATIENCE_SECONDS):
            while True:
                found = (await state(it.client))["queue"][0]
                if found["why"] == "you gave it back":
                    break
                await asyncio.sleep(0.02)
        assert (found["state"], found["tries"]) == ("waiting_for_user", 0)
        assert refused == ["released"]


async def test_a_tab_is_closed_in_the_browser_that_has_it(tmp_path: Path) -> None:
    async with service(tmp_path) as it, it.extension() as one, it.extension() as two:
        await one.hello()
        await begin(it.client)
        command = await asked_to_open(one)
        holder = {"kind": "agent", "session": "s1", "tab_id": 12, "frame_id": 0, "document_id": "d"}
        what = {"application_id": command["application_id"], "fence": command["fence"], "holder": holder}
        assert (await one.call("rebind", what, key="k"))["ok"]
        await one.send({"cid": command["cid"], "ok": True, "tab_id": 12})

        await two.hello(instance="i2", session="s2")  # the newest: a tab 12 of its own would be another one
        fail = {"fence": command["fence"], "reason": "the posting is closed"}
        assert (
            await it.client.post(f"/api/v1/applications/{command['application_id']}/fail", fail)
        ).status == 200

        async with asyncio.timeout(PATIENCE_SECONDS):
            while (asked := await one.next()).get("cmd") != "close_tab":
                assert asked is not None
        assert (asked["application_id"], asked["tab_id"]) == (command["application_id"], 12)


async def test_it_keeps_to_the_interval_of_a_host_and_to_the_cap_of_the_day(tmp_path: Path) -> None:
    async with service(tmp_path) as it, it.extension() as extension:
        await extension.hello()
        rules = {"min_interval_seconds": 3600, "concurrency": 5, "daily_cap": 2}
        assert (await it.client.send("PUT", "/api/v1/settings", json={"auto_apply": rules})).status == 200
        urls = [JOB, f"{JOB[:-1]}2", "https://jobs.ashbyhq.com/acme/0c7a3b1e-0000-4000-8000-000000000003"]
        assert (await it.client.post("/api/v1/auto-apply/queue", {"urls": urls})).status in (200, 201)
        assert (await it.client.post("/api/v1/auto-apply/start", {})).status == 200

        opened = {(await asked_to_open(extension))["url"] for _ in range(2)}

        assert opened == {urls[0], urls[2]}, "the second one at the first host waits"
        found = await until_waiting(it, "the daily cap of 2")
        assert [each["state"] for each in found["queue"]].count("queued") == 1


async def test_a_restart_of_the_companion_does_not_quicken_the_pace_at_a_host(tmp_path: Path) -> None:
    async with service(tmp_path) as it, it.extension() as extension:
        await extension.hello()
        rules = {"min_interval_seconds": 3600, "concurrency": 5}
        assert (await it.client.send("PUT", "/api/v1/settings", json={"auto_apply": rules})).status == 200
        urls = [JOB, f"{JOB[:-1]}2"]
        assert (await it.client.post("/api/v1/auto-apply/queue", {"urls": urls})).status in (200, 201)
        assert (await it.client.post("/api/v1/auto-apply/start", {})).status == 200
        assert (await asked_to_open(extension))["url"] == JOB
        await until_waiting(it, "the minimum interval for jobs.lever.co")
    async with service(tmp_path) as it, it.extension() as extension:
        await extension.hello()

        await until_waiting(it, "the minimum interval for jobs.lever.co")
        second = (await it.client.post("/api/v1/jobs", {"url": urls[1]})).body["application"]
        assert (second["status_name"], second["attempts"]) == ("pending", 0)


EASY_APPLY = "https://www.linkedin.com/jobs/view/{}"


async def meet_the_limit(it: Service, extension: Extension, others: list[str]) -> dict[str, Any]:
    """Have auto-apply's first job meet its board's limit, before these others; returns what names that job."""
    rules = {"min_interval_seconds": 0, "concurrency": 1, "default_board_policy": "submit"}
    assert (await it.client.send("PUT", "/api/v1/settings", json={"auto_apply": rules})).status == 200
    urls = [EASY_APPLY.format(4012345678), *others]
    assert (await it.client.post("/api/v1/auto-apply/queue", {"urls": urls})).status in (200, 201)
    assert (await it.client.post("/api/v1/auto-apply/start", {})).status == 200
    limited = await work_on(extension, await asked_to_open(extension), 12)
    assert (await extension.call("park", {**limited, "reason": "limit"}, key="limit"))["ok"]
    return limited


async def test_a_limit_that_one_job_has_met_holds_the_boards_others_and_no_other_boards(
    tmp_path: Path,
) -> None:
    async with service(tmp_path) as it, it.extension() as extension:
        await extension.hello()
        await meet_the_limit(it, extension, [EASY_APPLY.format(4012345701), JOB])

        assert (await asked_to_open(extension))["url"] == JOB

        limited, held, _ = (await state(it.client))["queue"]
        assert (limited["state"], limited["why"]) == ("waiting_for_user", "limit")
        assert (held["state"], held["tries"]) == ("queued", 0)
        assert held["why"] == "the board takes no more applications from you for now"
        ends = datetime.fromisoformat(held["not_before"]) - datetime.now(UTC)
        assert timedelta(hours=23, minutes=59) < ends <= timedelta(hours=24)


async def test_a_limit_that_the_user_has_met_by_hand_holds_auto_apply_s_jobs_at_that_board(
    tmp_path: Path,
) -> None:
    async with service(tmp_path) as it, it.extension() as extension:
        await extension.hello()
        by_hand = {"url": EASY_APPLY.format(4012345699)}
        found = await extension.call("identify", by_hand, key="identify")
        holder = {"kind": "tab", "session": "s1", "tab_id": 3, "frame_id": 0, "document_id": "d3"}
        asked = {"job_id": found["result"]["job"]["id"], "holder": holder}
        granted = (await extension.call("apply", asked, key="apply"))["result"]
        limited = {"application_id": granted["application_id"], "fence": granted["fence"]}
        assert (await extension.call("park", {**limited, "reason": "limit"}, key="park"))["ok"]

        urls = [EASY_APPLY.format(4012345678), JOB]
        assert (await it.client.post("/api/v1/auto-apply/queue", {"urls": urls})).status in (200, 201)
        assert (await it.client.post("/api/v1/auto-apply/start", {})).status == 200
        assert (await asked_to_open(extension))["url"] == JOB
        held, _ = (await state(it.client))["queue"]
        assert held["why"] == "the board takes no more applications from you for now"

        # The board takes an application of the user's: then it is at no limit.
        assert (await extension.call("begin_submit", limited, key="begin"))["ok"]
        evidence = {"kind": "text", "url": by_hand["url"], "text": "sent", "fields": []}
        assert (await extension.call("confirm", {**limited, "evidence": evidence}, key="confirm"))["ok"]
        held, _ = (await state(it.client))["queue"]
        assert held["why"] == ""


async def test_a_limit_outlives_the_companion_and_the_job_is_worked_on_when_it_has_ended(
    tmp_path: Path,
) -> None:
    times = Times(board_limit_hours=3 / 3600)
    async with service(tmp_path, times=times) as it, it.extension() as extension:
        await extension.hello()
        await meet_the_limit(it, extension, [EASY_APPLY.format(4012345701)])
        began = time.monotonic()
        await until_waiting(it, "the end of the limit of linkedin")
    async with service(tmp_path, times=times) as it, it.extension() as extension:
        await extension.hello()
        await until_waiting(it, "the end of the limit of linkedin")

        assert (await asked_to_open(extension))["url"] == EASY_APPLY.format(4012345701)

    assert time.monotonic() - began > 2.5


async def test_an_application_that_the_board_takes_lifts_its_limit(tmp_path: Path) -> None:
    async with service(tmp_path) as it, it.extension() as extension:
        await extension.hello()
        limited = await meet_the_limit(it, extension, [EASY_APPLY.format(4012345701)])
        await until_waiting(it, "the end of the limit of linkedin")

        assert (await extension.call("resume", limited, key="resume"))["ok"]
        assert (await extension.call("begin_submit", limited, key="begin"))["ok"]
        evidence = {"kind": "text", "url": EASY_APPLY.format(4012345678), "text": "sent", "fields": []}
        assert (await extension.call("confirm", {**limited, "evidence": evidence}, key="confirm"))["ok"]

        assert (await asked_to_open(extension))["url"] == EASY_APPLY.format(4012345701)
