from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.unit.demo.board_client import EMAIL

if TYPE_CHECKING:
    from tests.unit.demo.board_client import BoardClient


async def test_state_tells_what_was_received(board: BoardClient) -> None:
    answer = await board.apply_plainly(email=f" {EMAIL.upper()} ")
    assert answer.status == 303

    state = await (await board.get("https://jobs.lever.co/__board/state")).json()
    assert state["accepted"] == {"careers-planner": 1}
    [submission] = state["submissions"]
    assert submission["job"] == "careers-planner"
    assert submission["email"] == EMAIL
    assert submission["fields"]["first_name"] == "Nora"
    assert submission["files"][0]["name"] == "resume.pdf"
    assert submission["files"][0]["size"] == 8
    assert state["requests"][-1]["status"] == 303
    assert state["duplicates"] == []


async def test_what_is_incomplete_is_not_counted(board: BoardClient) -> None:
    answer = await board.apply_plainly(last_name=" ")
    assert answer.status == 422
    assert "Last name: this field is required" in await answer.text()
    assert board.accepted == 0


async def test_a_filled_honeypot_is_spam(board: BoardClient) -> None:
    answer = await board.apply_plainly(website="https://example.org")
    assert "spam" in await answer.text()
    assert board.accepted == 0


async def test_reset_forgets_all(board: BoardClient) -> None:
    await board.apply_plainly()
    await board.arm("spam")
    await board.client.post("/__board/reset")
    state = await (await board.client.get("/__board/state")).json()
    assert state["submissions"] == state["requests"] == state["faults"] == []


@pytest.mark.parametrize("path", ["/__board/reset", "/__board/faults"])
async def test_a_boards_host_cannot_control_it(board: BoardClient, path: str) -> None:
    answer = await board.client.post(path, json={"fault": "spam"}, headers={"Host": "jobs.lever.co"})
    assert answer.status == 403
    assert board.state.faults.as_json() == []


@pytest.mark.parametrize(
    "wanted",
    [{}, {"fault": "none such"}, {"fault": "spam", "job": "none-such"}, {"fault": "spam", "times": -1}, []],
)
async def test_a_wrong_fault_is_refused(board: BoardClient, wanted: object) -> None:
    answer = await board.client.post("/__board/faults", json=wanted)
    assert answer.status == 400
    assert board.state.faults.as_json() == []
