"""A kill or a full disk in the middle of a call: who asks again gets no permit that the log of intents lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.domain import Status
from companion.service.call import Caller
from tests.simulation.companion import USER_ID, Fault

if TYPE_CHECKING:
    from companion.domain import JsonObject
    from companion.service.call import Reply
    from tests.integration.arbiter.actors import Bench

CALLER = Caller("native", USER_ID, "i1", "s1", "Chromium")
TAB = {"kind": "tab", "session": "s1", "tab_id": 1, "frame_id": 0, "document_id": "d1"}
NOT_LOGGED = (Fault.KILLED_BEFORE_LOG, Fault.LOG_FULL)


def call(bench: Bench, op: str, params: JsonObject, key: str | None) -> Reply:
    """Call the companion, and see its answer."""
    (reply,) = bench.companion.call_together([(op, params, CALLER, key)])
    assert not isinstance(reply, BaseException), reply
    bench.checker.check()
    return reply


def logged(bench: Bench) -> list[str]:
    """Return the permits in the log of intents."""
    return [intent["permit"] for intent in bench.companion.intents]


@pytest.mark.parametrize("fault", NOT_LOGGED)
@pytest.mark.parametrize("op", ["begin_submit", "begin_submit_job"])
def test_a_permit_asked_for_again_stands_in_the_log(bench: Bench, fault: Fault, op: str) -> None:
    params: JsonObject = {"job_id": bench.job(), "holder": TAB}
    if op == "begin_submit":
        held = call(bench, "apply", params, "claim").body
        params = {"application_id": held["application_id"], "fence": held["fence"]}

    assert bench.companion.call_broken(fault, (op, params, CALLER, "k")) is None
    assert logged(bench) == []
    again = call(bench, op, params, "k")

    assert again.status == 200
    assert again.replayed
    assert logged(bench) == [again.body["permit"]]


@pytest.mark.parametrize("fault", NOT_LOGGED)
def test_a_sending_that_a_program_tells_of_again_stands_in_the_log(bench: Bench, fault: Fault) -> None:
    job_id = bench.job()
    claimed = call(bench, "set_status", {"job_id": job_id, "status": 7}, "claim").body
    params = {"job_id": job_id, "status": 2, "fence": claimed["fence"]}

    assert bench.companion.call_broken(fault, ("set_status", params, CALLER, "k")) is None
    again = call(bench, "set_status", params, "k")

    assert again.body["application"]["status"] == Status.APPLIED
    assert len(logged(bench)) == 1


def test_what_asks_for_no_permit_logs_nothing_when_it_is_asked_again(bench: Bench) -> None:
    params: JsonObject = {"job_id": bench.job(), "status": 7}
    call(bench, "set_status", params, "k")
    assert call(bench, "set_status", params, "k").replayed
    assert logged(bench) == []


def test_a_refused_permit_logs_nothing_when_it_is_asked_for_again(bench: Bench) -> None:
    job_id = bench.job()
    bench.apply(job_id)
    params: JsonObject = {"job_id": job_id, "holder": {**TAB, "tab_id": 2}}
    assert call(bench, "begin_submit_job", params, "k").status == 409
    assert call(bench, "begin_submit_job", params, "k").replayed
    assert logged(bench) == []


def test_a_call_killed_before_its_commit_never_happened(bench: Bench) -> None:
    params: JsonObject = {"job_id": bench.job(), "holder": TAB}
    fault = Fault.KILLED_BEFORE_COMMIT
    assert bench.companion.call_broken(fault, ("begin_submit_job", params, CALLER, "k")) is None
    reply = call(bench, "begin_submit_job", params, "k")
    assert (reply.status, reply.replayed) == (200, False)
    assert logged(bench) == [reply.body["permit"]]


def test_a_call_killed_before_its_answer_is_answered_when_it_is_asked_again(bench: Bench) -> None:
    params: JsonObject = {"job_id": bench.job(), "holder": TAB}
    fault = Fault.KILLED_BEFORE_ANSWER
    assert bench.companion.call_broken(fault, ("begin_submit_job", params, CALLER, "k")) is None
    reply = call(bench, "begin_submit_job", params, "k")
    assert (reply.status, reply.replayed) == (200, True)
    assert set(logged(bench)) == {reply.body["permit"]}
