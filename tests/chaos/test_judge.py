"""The judge can fail: each broken promise is told, and what was kept is not."""

from __future__ import annotations

from dataclasses import replace

import aiohttp
import pytest

from companion.demo import catalogue
from companion.domain import Status
from tests.chaos.board import Met, serve_chaos_board
from tests.chaos.diary import Fault
from tests.chaos.journal import Acknowledged
from tests.chaos.judge import Application, Event, Facts, judge

JOB = "chaos-0001"
BEGAN, ENDED = 100.0, 120.0
SENT = (
    Event(1, 90, "created", 0),
    Event(2, 91, "claimed", 1),
    Event(3, BEGAN, "submit_began", 1),
    Event(4, 101, "confirmed", 1),
)
LEFT_OPEN = (*SENT[:3], Event(4, ENDED, "outcome_unknown", 1))
APPLIED = Application("a", JOB, Status.APPLIED, None, SENT, frozenset({"one"}))
OPEN = replace(APPLIED, status=Status.UNCONFIRMED, events=LEFT_OPEN)
KEPT = Facts(applications=[APPLIED], received={JOB: [100.5]}, faults=[], met=[])


def test_what_was_kept_is_no_violation() -> None:
    assert judge(KEPT).violations == ()


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        (replace(KEPT, received={JOB: [100.5, 104.0]}), "received chaos-0001 2 times, 3.5 s apart"),
        (replace(KEPT, received={}), "is applied, and the board has nothing"),
        (replace(KEPT, received={JOB: [1], "chaos-0002": [2]}), "of which there is no application"),
        (replace(KEPT, applications=[replace(APPLIED, status=Status.PENDING)]), "it would be sent again"),
        (
            replace(KEPT, applications=[replace(APPLIED, status=Status.IN_PROGRESS, phase="filling")]),
            "still in progress",
        ),
        (replace(KEPT, applications=[OPEN]), "no fault met it"),
        (
            replace(KEPT, applications=[OPEN], promised={JOB}),
            "a user was shown that chaos-0001 was applied to",
        ),
        (replace(KEPT, acknowledged={7: Acknowledged("claimed", "a", 1)}), "event 7 was told as"),
        (replace(KEPT, claims={("a", 3)}), "was granted and is not known"),
        (replace(KEPT, queued={"chaos-0009"}), "was taken into the queue and is not known"),
        (replace(KEPT, broken=["I1: two open attempts"]), "I1"),
    ],
)
def test_what_was_broken_is_told(facts: Facts, told: str) -> None:
    assert any(told in violation for violation in judge(facts).violations), judge(facts).violations


@pytest.mark.parametrize(
    ("fault", "explains"),
    [
        (Fault("companion killed", 105, 105), True),
        (Fault("browser frozen", 90, 130, "one"), True),
        (Fault("browser frozen", 90, 130, "two"), False),
        (Fault("tab closed", 101, 101, "one", frozenset({JOB})), True),
        (Fault("tab closed", 101, 101, "one", frozenset({"chaos-0002"})), False),
        (Fault("tab duplicated", 101, 101, "one", frozenset({JOB})), False),
        (Fault("companion killed", 140, 140), False),
        (Fault("companion killed", 80, 80), False),
    ],
)
def test_an_open_outcome_is_explained_by_what_met_it_and_by_nothing_else(
    fault: Fault, *, explains: bool
) -> None:
    verdict = judge(replace(KEPT, applications=[OPEN], faults=[fault]))

    assert (verdict.violations == ()) is explains
    assert verdict.unconfirmed[0].received


@pytest.mark.parametrize(("met", "explains"), [("submit_hang_stored", True), ("rerender", False)])
def test_a_board_s_fault_explains_only_where_it_keeps_the_answer_back(met: str, *, explains: bool) -> None:
    verdict = judge(replace(KEPT, applications=[OPEN], met=[Met(100.4, met, JOB, 3)]))

    assert (verdict.violations == ()) is explains


async def test_a_client_that_sends_twice_is_seen_by_the_board() -> None:
    async with serve_chaos_board() as board:
        posting = catalogue.posting("chaos-0000")
        connector = aiohttp.TCPConnector(ssl=False)
        headers = {"Host": posting.host}
        async with aiohttp.ClientSession(connector=connector, headers=headers) as client:
            for _ in range(2):
                form = aiohttp.FormData()
                values = {"name": "Mira", "email": "mira@example.org", "h-captcha-response": "solved"}
                for name, value in values.items():
                    form.add_field(name, value)
                form.add_field("resume", b"%PDF-1.4", filename="mira.pdf")
                address = f"https://127.0.0.1:{board.port}{posting.path}/apply"
                async with client.post(address, data=form, allow_redirects=False) as answer:
                    assert answer.status < 400, await answer.text()

        received = {posting.id: [submission.at for submission in board.submissions]}
        assert board.count(posting.id) == 2
        verdict = judge(replace(KEPT, applications=[replace(APPLIED, job=posting.id)], received=received))
        assert any("2 times" in violation for violation in verdict.violations)
