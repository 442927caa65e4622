"""Auto-apply's switch: one loop however it is pressed, and Stop means that nothing goes on."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from companion.auto_apply import loop, queue_notes
from companion.auto_apply.handler import AutoApplyHandler
from companion.auto_apply.loop import AutoApply
from companion.messages.settings import AutoApplyStartRequest
from companion.store.errors import StoreBusyError
from tests.integration.service.actors import service
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

    from tests.integration.service.actors import Extension, Service


def loops() -> int:
    """Return how many loops run in this process."""
    return sum(task.get_name() == "auto-apply" for task in asyncio.all_tasks())


async def standing(it: Service, url: str = JOB) -> Any:
    """Return where the application to a job stands."""
    answer = await it.client.post("/api/v1/jobs", {"url": url})
    return answer.body["application"]


async def parked(it: Service, extension: Extension) -> dict[str, Any]:
    """Begin with the one job, and park it at a captcha; returns what names it to the companion."""
    await extension.hello()
    await begin(it.client)
    mine = await work_on(extension, await asked_to_open(extension), 12)
    assert (await extension.call("park", {**mine, "reason": "captcha"}, key="park"))["ok"]
    await until_waiting(it, "the queue is empty")
    return mine


async def test_two_starts_at_once_make_one_loop_which_stop_ends(tmp_path: Path) -> None:
    async with service(tmp_path) as it:
        start = "/api/v1/auto-apply/start"
        await asyncio.gather(*(it.client.post(start, {"headless": each}) for each in (False, True, False)))
        assert loops() == 1

        assert (await it.client.post("/api/v1/auto-apply/stop", {})).body["state"] == "stopped"
        assert loops() == 0


async def test_a_stop_that_overtakes_a_start_leaves_nothing_running(tmp_path: Path) -> None:
    async with service(tmp_path) as it:
        switch = it.running.dispatcher.core.auto_apply
        assert switch is not None
        await asyncio.gather(switch.start(AutoApplyStartRequest()), switch.stop())
        assert (await state(it.client))["state"] == "stopped"
        assert loops() == 0


async def test_a_stop_that_the_database_did_not_take_gives_back_when_it_is_pressed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    give_back = AutoApplyHandler.give_back
    held: list[bool] = [True]

    def held_at_first(self: AutoApplyHandler, *given: Any) -> Any:
        if held:
            held.pop()
            raise StoreBusyError("Another program holds the database.")
        return give_back(self, *given)

    monkeypatch.setattr(AutoApplyHandler, "give_back", held_at_first)
    async with service(tmp_path) as it, it.extension() as extension:
        await extension.hello()
        await begin(it.client)
        await work_on(extension, await asked_to_open(extension), 12)

        assert (await it.client.post("/api/v1/auto-apply/stop", {})).status == 503
        assert (await it.client.post("/api/v1/auto-apply/stop", {})).status == 200
        assert (await standing(it))["status_name"] == "pending"


async def test_stop_gives_back_what_was_parked_and_goes_on_again(tmp_path: Path) -> None:
    async with service(tmp_path) as it, it.extension() as extension:
        mine = await parked(it, extension)
        assert (await extension.call("resume", mine, key="resume"))["ok"]
        await until_waiting(it, "working")

        assert (await it.client.post("/api/v1/auto-apply/stop", {})).status == 200
        assert (await standing(it))["status_name"] == "pending"


async def test_what_is_parked_stays_so_when_auto_apply_stops(tmp_path: Path) -> None:
    async with service(tmp_path) as it, it.extension() as extension:
        await parked(it, extension)

        assert (await it.client.post("/api/v1/auto-apply/stop", {})).status == 200
        assert (await standing(it))["parked"] == "captcha"


async def test_a_refusal_that_the_database_cannot_take_at_once_does_not_end_the_loop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loop, "RETRY_STORE_SECONDS", 0.05)
    noting = queue_notes.note_refusal
    held: list[bool] = [True]

    def held_at_first(*given: Any, **named: Any) -> None:
        if held:
            held.pop()
            raise StoreBusyError("Another program holds the database.")
        noting(*given, **named)

    monkeypatch.setattr(loop, "note_refusal", held_at_first)
    async with service(tmp_path) as it, it.extension() as extension:
        await extension.hello()
        # Sent while auto-apply was looking at its queue: the claim is refused.
        choose = AutoApply._choose

        async def sent_meanwhile(self: AutoApply) -> Any:
            chosen = await choose(self)
            job = await it.client.identify(JOB)
            await it.client.send("PATCH", f"/api/v1/jobs/{job}/status", json={"status": "APPLIED"})
            return chosen

        monkeypatch.setattr(AutoApply, "_choose", sent_meanwhile)
        await begin(it.client)

        found = await until_waiting(it, "the queue is empty")
        assert (found["state"], found["queue"], held) == ("running", [], [])


async def test_the_tab_in_which_the_user_took_over_is_not_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loop, "CLOSE_TAB_AFTER_SECONDS", 0.0)
    async with service(tmp_path) as it, it.extension() as extension:
        await extension.hello()
        await begin(it.client)
        mine = await work_on(extension, await asked_to_open(extension), 12)
        holder = {"kind": "tab", "session": "s1", "tab_id": 12, "frame_id": 0, "document_id": "d12"}
        taken = {"application_id": mine["application_id"], "holder": holder}
        assert (await extension.call("take_over", taken, key="take"))["ok"]

        await until_waiting(it, "the queue is empty")
        assert (await extension.call("health"))["ok"]  # what was sent to this browser before is read by now
        assert not [frame for frame in extension._kept if frame.get("cmd") == "close_tab"]


async def test_what_was_given_back_while_auto_apply_was_stopped_is_not_taken_up_again(tmp_path: Path) -> None:
    async with service(tmp_path) as it, it.extension() as extension:
        mine = await parked(it, extension)
        assert (await it.client.post("/api/v1/auto-apply/stop", {})).status == 200
        assert (await extension.call("release", mine, key="release"))["ok"]

        assert (await it.client.post("/api/v1/auto-apply/start", {})).status == 200
        found = (await until_waiting(it, "the queue is empty"))["queue"][0]
        assert (found["state"], found["why"], found["tries"]) == ("waiting_for_user", "you gave it back", 0)

        # Until the user puts it into the queue again.
        assert (await it.client.post("/api/v1/auto-apply/queue", {"urls": [JOB]})).status == 200
        assert (await asked_to_open(extension))["fence"] == mine["fence"] + 1


async def test_an_end_that_the_companion_died_on_is_known_at_its_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted: list[str] = []

    def dies(_self: AutoApply, _tx: Any, outcome: Any) -> None:
        noted.append(outcome.by)
        raise StoreBusyError  # until the companion is gone

    with monkeypatch.context() as dying:
        dying.setattr(AutoApply, "_note", dies)
        async with service(tmp_path) as it, it.extension() as extension:
            await extension.hello()
            await begin(it.client)
            mine = await work_on(extension, await asked_to_open(extension), 12)
            assert (await extension.call("release", mine, key="release"))["ok"]
            async with asyncio.timeout(20):
                while not noted:
                    await extension.call("health")
    async with service(tmp_path) as it, it.extension() as extension:
        await extension.hello()
        found = (await until_waiting(it, "the queue is empty"))["queue"][0]
        assert (found["state"], found["why"]) == ("waiting_for_user", "you gave it back")


async def test_what_stop_itself_gave_back_is_taken_up_at_the_next_start(tmp_path: Path) -> None:
    async with service(tmp_path) as it, it.extension() as extension:
        await extension.hello()
        await begin(it.client)
        mine = await work_on(extension, await asked_to_open(extension), 12)
        assert (await it.client.post("/api/v1/auto-apply/stop", {})).status == 200
        assert (await it.client.post("/api/v1/auto-apply/start", {})).status == 200
        assert (await asked_to_open(extension))["fence"] == mine["fence"] + 1
        assert [each["tries"] for each in (await state(it.client))["queue"]] == [0]


async def test_a_fault_that_ends_the_loop_is_told_until_it_is_started_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with service(tmp_path) as it:
        with monkeypatch.context() as broken:
            broken.setattr(AutoApply, "_browser", lambda *_: 1 / 0)
            await it.client.post("/api/v1/auto-apply/start", {})
            await until_waiting(it, loop.FAULT)
        stands = await state(it.client)
        assert (stands["state"], stands["waiting_for"]) == ("stopped", loop.FAULT)

        again = (await it.client.post("/api/v1/auto-apply/start", {})).body
        assert (again["state"], again["waiting_for"] == loop.FAULT) == ("running", False)
        assert (await it.client.post("/api/v1/auto-apply/stop", {})).body["waiting_for"] == ""
