"""The state machine as a table, and the fold of a history."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain import (
    SENT_STATUSES,
    TRANSITIONS,
    EventKind,
    ImpossibleEventError,
    JsonObject,
    Phase,
    State,
    Status,
    Times,
    evolve,
    fold,
    further,
    status_of,
)

CLAIM: tuple[EventKind, JsonObject] = (EventKind.CLAIMED, {})
SUBMIT: tuple[EventKind, JsonObject] = (EventKind.SUBMIT_BEGAN, {})
LATE: tuple[EventKind, JsonObject] = (EventKind.LATE_EVIDENCE, {"disputed": True})


def test_the_numbers_are_a_contract() -> None:
    assert {status.name: int(status) for status in Status} == {
        "PENDING": 1,
        "APPLIED": 2,
        "INTERVIEW": 3,
        "OFFER": 4,
        "REJECTED": 5,
        "WITHDRAWN": 6,
        "IN_PROGRESS": 7,
        "UNCONFIRMED": 8,
    }


STATE_MACHINE = """
claimed: pending > filling, fence + 1
released: filling > pending
failed: filling > pending
lease_expired: filling > pending
tab_gone: filling > pending
session_ended: filling > pending
took_too_long: filling > pending
stale: filling > pending
taken_over: filling > pending
submit_began: filling > submitting
handed_back_kept: submitting > filling, fence + 1
handed_back: submitting > pending
confirmed: pending, submitting, unconfirmed > applied
outcome_unknown: submitting > unconfirmed
resolved_applied: filling, unconfirmed > applied
resolved_not_applied: unconfirmed > pending
sent_outside_gate: filling, pending, unconfirmed > as told
applied_elsewhere: pending > applied
status_set: applied, interview, offer, rejected, withdrawn > as told
intent_restored: filling, pending, submitting > unconfirmed
"""
"""The table of the design's arbiter document, event by event."""


def test_the_state_machine_is_that_of_the_design() -> None:
    def word(status: Status | None, phase: Phase | None) -> str:
        return "as told" if status is None else (phase.value if phase else status.word)

    lines = [
        f"{kind}: {', '.join(sorted(word(*origin) for origin in row.origins))} > {word(row.status, row.phase)}"
        + (f", fence + {row.fence_step}" if row.fence_step else "")
        for kind, row in TRANSITIONS.items()
    ]
    assert lines == STATE_MACHINE.split("\n")[1:-1]


def test_the_times_are_those_of_the_design() -> None:
    assert Times() == Times(
        heartbeat_seconds=20,
        lease_seconds=90,
        sweep_seconds=10,
        tick_cap_seconds=20,
        submit_window_seconds=120,
        permit_seconds=10,
        tab_grace_seconds=10,
        agent_attempt_seconds=900,
        person_reminder_seconds=7_200,
        stale_after_minutes=10,
        stale_check_seconds=300,
        auto_retry_seconds=60,
        board_limit_hours=24,
        idempotency_hours=24,
        idle_exit_seconds=60,
    )


def test_a_further_status_is_further_than_what_it_follows_on() -> None:
    furthest_first = [
        Status.OFFER,
        Status.INTERVIEW,
        Status.REJECTED,
        Status.WITHDRAWN,
        Status.APPLIED,
        Status.UNCONFIRMED,
    ]
    for one, other in pairwise(furthest_first):
        assert further(State(one), State(other)) == further(State(other), State(one)) == State(one)


def test_an_impossible_event_is_told_with_where_it_stands() -> None:
    with pytest.raises(ImpossibleEventError, match=r"^submit_began cannot follow on pending \(None\)$"):
        fold([SUBMIT])


@pytest.mark.parametrize("kind", [EventKind.RESOLVED_NOT_APPLIED, EventKind.RESOLVED_APPLIED])
def test_the_users_word_on_a_disputed_open_question_settles_both(kind: EventKind) -> None:
    unknown = fold([CLAIM, SUBMIT, (EventKind.OUTCOME_UNKNOWN, {}), LATE])
    after = evolve(unknown, kind, {})
    assert (after.disputed, after.status) != (True, Status.UNCONFIRMED)
    assert not after.disputed


def test_no_change_of_the_status_leaves_anything_parked() -> None:
    parked = fold([CLAIM, (EventKind.PARKED, {"reason": "captcha"})])
    for kind, transition in TRANSITIONS.items():
        if (parked.status, parked.phase) in transition.origins:
            assert evolve(parked, kind, {"status": 2}).parked is None


def test_nothing_leads_back_from_what_was_sent() -> None:
    for kind, transition in TRANSITIONS.items():
        if any(status in SENT_STATUSES for status, _ in transition.origins):
            assert kind is EventKind.STATUS_SET
            assert transition.origins == {(status, None) for status in SENT_STATUSES}


def test_only_claims_and_a_proved_keeping_raise_the_fence() -> None:
    raising = {kind for kind, transition in TRANSITIONS.items() if transition.fence_step}
    assert raising == {EventKind.CLAIMED, EventKind.HANDED_BACK_KEPT}
    assert all(transition.fence_step in (0, 1) for transition in TRANSITIONS.values())


def test_a_phase_goes_with_in_progress_and_with_nothing_else() -> None:
    for transition in TRANSITIONS.values():
        assert (transition.phase is not None) == (transition.status is Status.IN_PROGRESS)
        assert all(
            (phase is not None) == (status is Status.IN_PROGRESS) for status, phase in transition.origins
        )


def test_a_history_folds_to_its_state() -> None:
    history = [
        (EventKind.CREATED, {}),
        CLAIM,
        (EventKind.PARKED, {"reason": "captcha"}),
        (EventKind.RESUMED, {}),
        SUBMIT,
        (EventKind.HANDED_BACK_KEPT, {}),
        SUBMIT,
        (EventKind.OUTCOME_UNKNOWN, {}),
        (EventKind.CONFIRMED, {}),
        (EventKind.STATUS_SET, {"status": 4}),
    ]
    assert fold(history) == State(Status.OFFER, None, fence=2)
    assert fold(history[:3]).parked == "captcha"
    assert fold([]) == State()


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (EventKind.RESOLVED_APPLIED, {}),
        (EventKind.RESOLVED_NOT_APPLIED, {}),
        (EventKind.SENT_OUTSIDE_GATE, {"status": 2}),
    ],
)
def test_what_settles_a_dispute_settles_it(kind: EventKind, data: JsonObject) -> None:
    disputed = fold([CLAIM, LATE])
    assert disputed.disputed
    assert not evolve(disputed, kind, data).disputed


def test_a_report_without_proof_leaves_a_dispute_open() -> None:
    assert evolve(fold([CLAIM, LATE]), EventKind.SENT_OUTSIDE_GATE, {"status": 8}).disputed


def test_an_open_question_of_a_pending_job_raises_the_fence_as_a_claim_does() -> None:
    after = evolve(State(), EventKind.INTENT_RESTORED, {"claimed_now": True})
    assert (after.status, after.fence) == (Status.UNCONFIRMED, 1)


@given(st.lists(st.sampled_from(sorted(EventKind)), max_size=30))
def test_whatever_happens_the_promises_of_the_table_hold(kinds: list[EventKind]) -> None:
    state = State()
    for kind in kinds:
        data: JsonObject = {"reason": "x", "status": 2, "disputed": True}
        try:
            after = evolve(state, kind, data)
        except ImpossibleEventError:
            continue
        assert after.fence - state.fence in (0, 1)
        assert not (state.status in SENT_STATUSES and after.status not in SENT_STATUSES)
        assert (after.phase is not None) == (after.status is Status.IN_PROGRESS)
        state = after


def test_of_two_the_further_one_stands() -> None:
    order = [
        State(Status.OFFER),
        State(Status.APPLIED),
        State(Status.UNCONFIRMED),
        State(Status.IN_PROGRESS, Phase.SUBMITTING),
        State(Status.IN_PROGRESS, Phase.FILLING),
        State(Status.PENDING),
    ]
    for place, one in enumerate(order):
        for other in order[place:]:
            assert further(one, other) == one
            assert further(other, one) == one


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        (7, Status.IN_PROGRESS),
        ("7", Status.IN_PROGRESS),
        (" applied ", Status.APPLIED),
        ("PENDING", Status.PENDING),
    ],
)
def test_a_status_is_known_by_number_and_by_name(told: int | str, meant: Status) -> None:
    assert status_of(told) is meant


@pytest.mark.parametrize("told", [0, 9, -1, "", "done", "99", "²"])
def test_an_unknown_status_is_refused_and_the_known_ones_are_named(told: int | str) -> None:
    with pytest.raises(ValueError, match="Known statuses: PENDING 1, APPLIED 2"):
        status_of(told)
