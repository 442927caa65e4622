"""Leases, windows, graces: what ends by time, what does not, and that no jump of a clock costs anybody a lease."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest

from companion.domain import Phase, Status, Times
from companion.service.call import Caller
from tests.integration.arbiter.actors import AGENT, API, PROOF, Bench, refusal_of, tab
from tests.simulation.clocks import SimulatedClock

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.arbiter import Granted
    from companion.domain import Holder

TIMES = Times()


def beat(bench: Bench, held: Granted, seconds: float, step: str | None = None) -> None:
    """Let time pass while the holder beats every 20 s."""
    progress = None if step is None else {"step": step, "filled": 1, "total": 2}
    for _ in range(round(seconds / 20)):
        bench.run(20)
        bench.on(held, "heartbeat", progress)


def test_a_lease_ends_after_its_time_and_not_before(bench: Bench) -> None:
    held = bench.apply(bench.job())
    bench.run(80)
    assert bench.status(held) is Status.IN_PROGRESS
    bench.run(10)
    assert bench.status(held) is Status.PENDING
    assert bench.history(held)[-1] == "lease_expired"


def test_a_holder_that_beats_keeps_its_lease(bench: Bench) -> None:
    held = bench.apply(bench.job())
    beat(bench, held, 3 * 3_600)
    assert bench.status(held) is Status.IN_PROGRESS, "a person's attempt is never too long"


def test_a_late_beat_counts_while_nobody_has_swept(bench: Bench) -> None:
    held = bench.apply(bench.job())
    for _ in range(9):
        bench.clock.run(10_000)
        bench.companion.arbiter.lease_clock.tick()
    bench.on(held, "heartbeat", None)
    bench.run(80)
    assert bench.status(held) is Status.IN_PROGRESS


def test_the_submit_window_ends_in_an_open_question(bench: Bench) -> None:
    given = bench.submitting(bench.job())
    bench.run(110)
    assert bench.state(given)[1] is Phase.SUBMITTING, "a lease that is over is nothing while it submits"
    bench.run(10)
    assert bench.status(given) is Status.UNCONFIRMED


def test_the_submit_window_stands_still_while_a_captcha_is_visible(bench: Bench) -> None:
    held = bench.apply(bench.job())
    given = bench.begin(held)
    beat(bench, held, 600, step="captcha")
    assert bench.state(given)[1] is Phase.SUBMITTING
    beat(bench, held, 80, step="submit")
    bench.run(40)
    assert bench.status(given) is Status.UNCONFIRMED


@pytest.mark.parametrize(
    ("submits", "ends_as"),
    [(False, Status.PENDING), (True, Status.UNCONFIRMED)],
    ids=["filling", "submitting"],
)
def test_a_closed_tab_ends_by_its_phase_after_the_grace(
    bench: Bench,
    submits: bool,
    ends_as: Status,
) -> None:
    held = bench.apply(bench.job(), tab(5))
    if submits:
        bench.begin(held)
    bench.write(lambda tx: bench.sweep.tab_gone(tx, 1, "s1", 5))
    bench.clock.run(9_999)
    bench.tick()
    assert bench.status(held) is Status.IN_PROGRESS
    bench.clock.run(1)
    bench.tick()
    assert bench.status(held) is ends_as


def test_a_second_word_of_the_closed_tab_does_not_prolong_its_grace(bench: Bench) -> None:
    held = bench.apply(bench.job(), tab(5))
    for _ in range(2):
        bench.write(lambda tx: bench.sweep.tab_gone(tx, 1, "s1", 5))
        bench.clock.run(5_000)
    bench.tick()
    assert bench.status(held) is Status.PENDING


def test_a_tab_of_another_session_with_the_same_id_is_not_meant(bench: Bench) -> None:
    held = bench.apply(bench.job(), tab(5, "s1"))
    bench.write(lambda tx: bench.sweep.tab_gone(tx, 1, "s2", 5))
    bench.run(30)
    assert bench.status(held) is Status.IN_PROGRESS


def test_a_page_that_is_loaded_anew_within_the_grace_goes_on(bench: Bench) -> None:
    held = bench.apply(bench.job(), tab(5))
    bench.write(lambda tx: bench.sweep.tab_gone(tx, 1, "s1", 5))
    bench.on(held, "rebind", tab(5, document="d2"))
    bench.run(30)
    assert bench.status(held) is Status.IN_PROGRESS
    attempt = bench.attempt(held)
    assert attempt is not None
    assert attempt.holder.document_id == "d2"


def hello(bench: Bench, session: str, instance: str = "i1") -> None:
    params = {"protocol": 1, "version": "1", "browser": "Chromium", "instance": instance, "session": session}
    bench.companion.call_together([("hello", params, Caller("native", 1, instance, session), None)])
    bench.checker.check()


def test_a_new_session_of_a_browser_ends_the_old_ones_attempts_by_phase(bench: Bench) -> None:
    filling = bench.apply(bench.job(), tab(1, "s1"))
    submitting = bench.submitting(bench.job(), tab(2, "s1"))
    other_browser = bench.apply(bench.job(), tab(1, "t1", instance="i2"))
    agent = bench.apply(bench.job(), AGENT)

    hello(bench, "s2")

    assert bench.status(filling) is Status.PENDING
    assert bench.status(submitting) is Status.UNCONFIRMED
    assert bench.status(other_browser) is Status.IN_PROGRESS
    assert bench.status(agent) is Status.IN_PROGRESS
    reused = bench.apply(bench.job(), tab(1, "s2"))
    assert bench.status(reused) is Status.IN_PROGRESS, "a tab id that is used again is another tab"


def test_the_same_session_again_ends_nothing(bench: Bench) -> None:
    held = bench.apply(bench.job(), tab(1, "s1"))
    hello(bench, "s1")
    assert bench.status(held) is Status.IN_PROGRESS


# --- agents and programs ------------------------------------------------------------------------------------


def test_an_agent_has_fifteen_minutes(bench: Bench) -> None:
    held = bench.apply(bench.job(), AGENT)
    beat(bench, held, 14 * 60)
    assert bench.status(held) is Status.IN_PROGRESS
    bench.run(60)
    assert bench.history(held)[-1] == "took_too_long"


def test_parking_stops_the_agents_time(bench: Bench) -> None:
    held = bench.apply(bench.job(), AGENT)
    beat(bench, held, 10 * 60)
    assert bench.on(held, "park", "captcha").state.parked == "captcha"
    beat(bench, held, 60 * 60)
    assert bench.on(held, "resume").state.parked is None

    beat(bench, held, 4 * 60)

    assert bench.status(held) is Status.IN_PROGRESS
    bench.run(60)
    assert bench.history(held)[-1] == "took_too_long"


def test_parking_again_does_not_lose_the_time_parked_so_far(bench: Bench) -> None:
    held = bench.apply(bench.job(), AGENT)
    bench.on(held, "park", "captcha")
    beat(bench, held, 20 * 60)
    bench.on(held, "park", "a code by mail")
    beat(bench, held, 20)
    bench.on(held, "resume")
    beat(bench, held, 60)
    assert bench.status(held) is Status.IN_PROGRESS


def test_a_parked_attempt_that_submits_and_is_handed_back_has_its_time_left(bench: Bench) -> None:
    held = bench.apply(bench.job(), AGENT)
    bench.on(held, "park", "look at it")
    beat(bench, held, 20 * 60)
    given = bench.begin(held)
    kept = bench.fail(given, proof=PROOF, keep=True)
    assert kept.state.parked is None
    beat(bench, replace(held, fence=kept.state.fence), 60)
    assert bench.status(held) is Status.IN_PROGRESS


def test_a_program_holds_for_ten_minutes_by_the_arbiters_clock(bench: Bench) -> None:
    job = bench.job()
    application = bench.do("set_status", job, Status.IN_PROGRESS, None)
    bench.run(9.9 * 60)
    find: Callable[[], list[str]] = lambda: bench.write(  # noqa: E731 - looked at twice
        lambda tx: [
            row["application_id"] for row in bench.sweep.find_stale_in_progress(tx, timeout_minutes=10)
        ]
    )
    assert find() == []
    bench.clock.step(3_600_000)
    assert find() == [], "a stepped clock makes nobody stale"
    bench.run(6)
    assert find() == [application.id]
    assert bench.write(bench.sweep.cleanup_stale_applications) == 1
    assert bench.current(job).state.status is Status.PENDING
    assert find() == []


def test_the_clean_up_leaves_holders_that_beat_alone(bench: Bench) -> None:
    held = bench.apply(bench.job())
    beat(bench, held, 30 * 60)
    assert bench.write(bench.sweep.cleanup_stale_applications) == 0


def test_a_program_that_submits_becomes_an_open_question(bench: Bench) -> None:
    held = bench.apply(bench.job(), API)
    given = bench.begin(held)
    bench.run(30)
    bench.write(lambda tx: bench.sweep.cleanup_stale_applications(tx, 0))
    assert bench.status(given) is Status.UNCONFIRMED


def test_a_program_keeps_to_its_own(bench: Bench) -> None:
    job = bench.job()
    held = bench.apply(job, tab(1))
    for status in (Status.APPLIED, Status.PENDING):
        assert refusal_of(partial(bench.do, "set_status", job, status, None)).code == "not_holder"
        assert refusal_of(partial(bench.do, "set_status", job, status, 9)).code == "stale_fence"
    assert bench.do("set_status", job, Status.PENDING, held.fence).state.status is Status.PENDING


def test_a_program_completes_with_intent_and_confirmation(bench: Bench) -> None:
    job = bench.job()
    claimed = bench.do("set_status", job, Status.IN_PROGRESS, None)
    done = bench.do("set_status", job, Status.APPLIED, None)
    assert (done.id, done.state.status) == (claimed.id, Status.APPLIED)
    kinds = [
        row["kind"] for row in bench.companion.connection.execute("SELECT kind FROM events ORDER BY seq")
    ]
    assert kinds == ["created", "claimed", "submit_began", "confirmed"]
    assert [intent["key"] for intent in bench.companion.intents] == ["greenhouse:1"]


def test_a_program_that_rebinds_still_gets_no_lease(bench: Bench) -> None:
    held = bench.apply(bench.job(), API)
    bench.on(held, "rebind", replace(API, session="s9", tab_id=4))
    attempt = bench.attempt(held)
    assert attempt is not None
    assert attempt.lease_until is None


@pytest.mark.parametrize(
    ("holder", "seconds"), [(tab(), 90), (AGENT, 90), (API, 600)], ids=["tab", "agent", "program"]
)
def test_a_claim_tells_for_how_long_it_holds_without_another_word(
    bench: Bench, holder: Holder, seconds: float
) -> None:
    assert bench.apply(bench.job(), holder).lease_seconds == seconds


def test_a_tab_without_a_session_is_one_tab_too(bench: Bench) -> None:
    agent = replace(AGENT, tab_id=4)
    bench.apply(bench.job(), agent)
    assert refusal_of(lambda: bench.apply(bench.job(), agent)).code == "tab_busy"


# --- tabs that hold something, and taking over --------------------------------------------------------------


def test_a_tab_may_give_back_one_application_for_another(bench: Bench) -> None:
    first, second = bench.apply(bench.job(), tab(1)), bench.job()
    granted = bench.apply(second, tab(1), replace=True)
    assert bench.status(first) is Status.PENDING
    assert bench.status(granted) is Status.IN_PROGRESS


def test_a_press_of_submit_gives_back_nothing_that_its_tab_holds(bench: Bench) -> None:
    held, pressed = bench.apply(bench.job(), tab(1)), bench.job()
    refusal = refusal_of(lambda: bench.do("begin_submit_job", pressed, tab(1)))
    assert (refusal.code, refusal.details["application_id"]) == ("tab_busy", held.application_id)
    assert bench.status(held) is Status.IN_PROGRESS


def test_what_is_being_submitted_is_not_given_back_for_another(bench: Bench) -> None:
    first, second = bench.submitting(bench.job(), tab(1)), bench.job()
    assert refusal_of(lambda: bench.apply(second, tab(1), replace=True)).code == "phase"
    assert bench.state(first)[1] is Phase.SUBMITTING


def test_a_refused_exchange_gives_nothing_back(bench: Bench) -> None:
    taken, mine = bench.job(), bench.apply(bench.job(), tab(1))
    bench.apply(taken, tab(2))
    assert refusal_of(lambda: bench.apply(taken, tab(1), replace=True)).code == "in_progress"
    assert bench.status(mine) is Status.IN_PROGRESS


def test_taking_over_is_two_events_in_one_transaction(bench: Bench) -> None:
    held = bench.apply(bench.job(), AGENT)
    granted = bench.do("take_over", held.application_id, tab(2))
    assert granted.fence == held.fence + 1
    assert bench.history(held) == ["created", "claimed", "taken_over", "claimed"]


@pytest.mark.parametrize("holder", [AGENT, API])
def test_taking_over_is_for_a_person(bench: Bench, holder: object) -> None:
    held = bench.apply(bench.job())
    assert refusal_of(lambda: bench.do("take_over", held.application_id, holder)).code == "not_holder"


def test_taking_over_into_a_busy_tab_leaves_all_as_it_is(bench: Bench) -> None:
    held, own = bench.apply(bench.job(), AGENT), bench.apply(bench.job(), tab(2))
    assert refusal_of(lambda: bench.do("take_over", held.application_id, tab(2))).code == "tab_busy"
    assert bench.history(held) == ["created", "claimed"]
    assert bench.status(own) is Status.IN_PROGRESS


def test_the_agents_tab_is_bound_once_it_is_there(bench: Bench) -> None:
    held = bench.apply(bench.job(), AGENT)
    bench.on(held, "rebind", tab(3))
    attempt = bench.attempt(held)
    assert attempt is not None
    assert (attempt.holder.kind.value, attempt.holder.tab_id, attempt.holder.instance) == ("agent", 3, "i1")
    busy = bench.apply(bench.job(), AGENT)
    assert refusal_of(lambda: bench.on(busy, "rebind", tab(3))).code == "tab_busy"


# --- machines -----------------------------------------------------------------------------------------------


def test_a_restart_gives_each_filling_lease_one_fresh_term(bench: Bench) -> None:
    held, given = bench.apply(bench.job()), bench.submitting(bench.job(), tab(2))
    bench.run(80)
    bench.restart()
    bench.run(80)
    assert bench.status(held) is Status.IN_PROGRESS
    assert bench.status(given) is Status.UNCONFIRMED, "a submit window goes on"
    bench.run(10)
    assert bench.status(held) is Status.PENDING


def test_a_restart_before_the_first_sweep_costs_nothing_either(bench: Bench) -> None:
    bench.run(3_600)
    held = bench.apply(bench.job())
    bench.restart()
    bench.run(80)
    assert bench.status(held) is Status.IN_PROGRESS
    bench.run(10)
    assert bench.status(held) is Status.PENDING


def test_a_restart_does_not_let_a_permit_be_forgotten(bench: Bench) -> None:
    given = bench.submitting(bench.job())
    bench.fail(given)
    bench.restart()
    assert refusal_of(lambda: bench.resolve(given, applied=False)).code == "phase"


@pytest.mark.parametrize("counts", [False, True], ids=["as on Linux", "as where suspended time counts"])
def test_a_suspended_laptop_costs_nobody_a_lease(counts: bool) -> None:
    bench = Bench(clock=SimulatedClock(monotonic_counts_suspend=counts))
    held, given = bench.apply(bench.job()), bench.submitting(bench.job(), tab(2))
    bench.run(60)
    bench.clock.suspend(8 * 3_600_000)
    bench.tick()
    assert bench.status(held) is Status.IN_PROGRESS
    assert bench.state(given)[1] is Phase.SUBMITTING
    bench.on(held, "heartbeat", None)
    bench.run(80)
    assert bench.status(held) is Status.IN_PROGRESS


@pytest.mark.parametrize("step", [-48 * 3_600_000, -60_000, 60_000, 48 * 3_600_000])
def test_a_stepped_clock_costs_nobody_a_lease_and_gives_nobody_more(bench: Bench, step: int) -> None:
    held = bench.apply(bench.job())
    bench.run(40)
    bench.clock.step(step)
    bench.run(40)
    assert bench.status(held) is Status.IN_PROGRESS
    bench.run(10)
    assert bench.status(held) is Status.PENDING


@pytest.mark.parametrize(("left_ms", "told_seconds"), [(10_000, 10), (2_001, 3), (2_000, 2), (1, 1)])
def test_whoever_says_that_nothing_was_sent_is_told_how_long_a_permit_lives(
    bench: Bench, left_ms: int, told_seconds: int
) -> None:
    given = bench.submitting(bench.job())
    bench.fail(given)
    bench.clock.run(10_000 - left_ms)
    refusal = refusal_of(lambda: bench.resolve(given, applied=False))
    assert refusal.retry_after_seconds == told_seconds
    bench.clock.run(left_ms)
    assert bench.resolve(given, applied=False).state.status is Status.PENDING


def test_what_had_no_permit_waits_for_none(bench: Bench) -> None:
    reported = bench.do("report_submission", bench.job(), 0, None)
    assert bench.do("resolve", reported.id, applied=False, note="").state.status is Status.PENDING
