"""Every row of the state machine, and every step that it does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from companion.arbiter import EvidenceGiven, Granted, PermitGiven
from companion.domain import EventKind, Phase, Status
from tests.integration.arbiter.actors import PROOF, SEEN, Bench, refusal_of, tab

if TYPE_CHECKING:
    from collections.abc import Callable

Held = Granted | PermitGiven

PENDING, FILLING, SUBMITTING = "pending", "filling", "submitting"
UNCONFIRMED, APPLIED = "unconfirmed", "applied"
REJECTED = "rejected"
ALL = (PENDING, FILLING, SUBMITTING, UNCONFIRMED, APPLIED, REJECTED)


def bring_to(bench: Bench, job: str, where: str) -> Held:
    """Bring a new application to a state and return who held it, with its fence."""
    held: Held = bench.apply(job)
    if where == PENDING:
        bench.on(held, "release")
    if where in (SUBMITTING, UNCONFIRMED, APPLIED, REJECTED):
        held = bench.begin(Granted(held.application_id, held.fence, 0))
    if where == UNCONFIRMED:
        bench.fail(held)
        bench.run(bench.times.permit_seconds)
    if where in (APPLIED, REJECTED):
        bench.confirm(held)
    if where == REJECTED:
        bench.do("set_status", job, Status.REJECTED, None)
    return held


def word(bench: Bench, held: Held) -> str:
    """Return where an application stands, in this file's words."""
    status, phase, _ = bench.state(held)
    return phase.value if phase else status.word


OPERATIONS: dict[str, Callable[[Bench, str, Held], Any]] = {
    "apply": lambda bench, job, _: bench.apply(job, tab(2)),
    "begin_submit": lambda bench, _, held: bench.begin(Granted(held.application_id, held.fence, 0)),
    "begin_submit on the job": lambda bench, job, _: bench.do("begin_submit_job", job, tab(2)),
    "heartbeat": lambda bench, _, held: bench.on(held, "heartbeat", None),
    "rebind": lambda bench, _, held: bench.on(held, "rebind", tab(3)),
    "park": lambda bench, _, held: bench.on(held, "park", "captcha"),
    "resume": lambda bench, _, held: bench.on(held, "resume"),
    "release": lambda bench, _, held: bench.on(held, "release"),
    "fail": lambda bench, _, held: bench.fail(held),
    "fail with proof": lambda bench, _, held: bench.fail(held, proof=PROOF),
    "fail with proof, kept": lambda bench, _, held: bench.fail(held, proof=PROOF, keep=True),
    "confirm": lambda bench, _, held: bench.confirm(held),
    "take over": lambda bench, _, held: bench.do("take_over", held.application_id, tab(2)),
    "report": lambda bench, job, _: bench.do("report_submission", job, 0, None),
    "report with proof": lambda bench, job, _: bench.do("report_submission", job, 0, SEEN),
    "user: applied": lambda bench, _, held: bench.resolve(held, applied=True),
    "user: not applied": lambda bench, _, held: bench.resolve(held, applied=False),
    "user: rejected": lambda bench, job, _: bench.do("set_status", job, Status.REJECTED, None),
    "new cycle": lambda bench, job, _: bench.do("new_cycle", job, "again"),
    "set 7": lambda bench, job, _: bench.do("set_status", job, Status.IN_PROGRESS, None),
    "set 2": lambda bench, job, _: bench.do("set_status", job, Status.APPLIED, None),
    "set 1": lambda bench, job, _: bench.do("set_status", job, Status.PENDING, None),
    "set 8": lambda bench, job, _: bench.do("set_status", job, Status.UNCONFIRMED, None),
}

# From each of pending, filling, submitting, unconfirmed, applied, rejected: where it leads, or the refusal's code
# after a bang. "+" says that the fence rises by one. The application is that of the holder, at its own fence.
TABLE = {
    "apply": ("filling+", "!in_progress", "!in_progress", "!unconfirmed", "!applied", "!applied"),
    "begin_submit": ("!phase", "submitting", "!phase", "!phase", "!phase", "!phase"),
    "begin_submit on the job": (
        "submitting+",
        "!in_progress",
        "!in_progress",
        "!unconfirmed",
        "!applied",
        "!applied",
    ),
    "heartbeat": ("!phase", "filling", "submitting", "!phase", "!phase", "!phase"),
    "rebind": ("!phase", "filling", "!phase", "!phase", "!phase", "!phase"),
    "park": ("!phase", "filling", "!phase", "!phase", "!phase", "!phase"),
    "resume": ("!phase", "filling", "!phase", "!phase", "!phase", "!phase"),
    "release": ("!phase", "pending", "!phase", "!phase", "!phase", "!phase"),
    "fail": ("!phase", "pending", "unconfirmed", "!phase", "!phase", "!phase"),
    "fail with proof": ("!phase", "pending", "pending", "!phase", "!phase", "!phase"),
    "fail with proof, kept": ("!phase", "pending", "filling+", "!phase", "!phase", "!phase"),
    "confirm": ("!phase", "!phase", "applied", "applied", "applied", "rejected"),
    "take over": ("filling+", "filling+", "!phase", "!unconfirmed", "!applied", "!applied"),
    "report": ("unconfirmed+", "unconfirmed", "submitting", "unconfirmed", "applied", "rejected"),
    "report with proof": ("applied", "applied", "submitting", "applied", "applied", "rejected"),
    "user: applied": ("applied", "!phase", "!phase", "applied", "applied", "rejected"),
    "user: not applied": ("pending", "!phase", "!phase", "pending", "!phase", "!phase"),
    "user: rejected": ("!phase", "!phase", "!phase", "!phase", "rejected", "rejected"),
    "new cycle": ("!phase", "!phase", "!phase", "!phase", "applied", "rejected"),
    "set 7": ("filling+", "!in_progress", "!in_progress", "!unconfirmed", "!applied", "!applied"),
    "set 2": ("applied", "!not_holder", "!not_holder", "!not_holder", "applied", "applied"),
    "set 1": ("pending", "!not_holder", "!not_holder", "!not_holder", "!phase", "!phase"),
    "set 8": ("!phase", "!phase", "!phase", "!phase", "!phase", "!phase"),
}

CASES = [
    pytest.param(origin, operation, expected, id=f"{origin}, {operation}: {expected}")
    for operation, row in TABLE.items()
    for origin, expected in zip(ALL, row, strict=True)
]


def test_the_table_is_whole() -> None:
    assert set(TABLE) == set(OPERATIONS)


@pytest.mark.parametrize(("origin", "operation", "expected"), CASES)
def test_a_row_of_the_state_machine(bench: Bench, origin: str, operation: str, expected: str) -> None:
    job = bench.job()
    held = bring_to(bench, job, origin)
    fence = bench.state(held)[2]

    def act() -> Any:
        return OPERATIONS[operation](bench, job, held)

    if expected.startswith("!"):
        before = bench.application(held), bench.history(held)
        refusal = refusal_of(act)
        assert refusal.code == expected[1:]
        assert refusal.message
        assert (bench.application(held), bench.history(held)) == before, "a refusal changes nothing"
        return
    act()
    assert word(bench, held) == expected.rstrip("+")
    assert bench.state(held)[2] == fence + expected.endswith("+")


FENCED = [
    "begin_submit",
    "heartbeat",
    "rebind",
    "park",
    "resume",
    "release",
    "fail",
    "fail with proof",
    "confirm",
]


@pytest.mark.parametrize("operation", FENCED)
def test_what_a_holder_does_under_an_older_fence_is_refused(bench: Bench, operation: str) -> None:
    job = bench.job()
    old = bench.apply(job)
    bench.do("take_over", old.application_id, tab(2))
    before = bench.application(old)

    refusal = refusal_of(lambda: OPERATIONS[operation](bench, job, old))

    assert refusal.code == "stale_fence"
    assert refusal.details == {
        "status": "in_progress",
        "application_id": old.application_id,
        "given": old.fence,
    }
    assert bench.application(old) == before


def test_what_was_claimed_anew_since_one_looked_is_not_ended(bench: Bench) -> None:
    job = bench.job()
    old = bench.apply(job)
    looked_at = bench.application(old)
    bench.on(old, "release")
    new = bench.apply(job, tab(2))

    refusal = refusal_of(
        lambda: bench.write(lambda tx: bench.arbiter.end(tx, looked_at, EventKind.LEASE_EXPIRED, {}))
    )

    assert refusal.code == "phase"
    assert bench.state(new) == (Status.IN_PROGRESS, Phase.FILLING, new.fence)


UNKNOWN = "00000000-0000-5000-8000-00000000ffff"


@pytest.mark.parametrize("operation", OPERATIONS)
def test_what_is_not_known_is_not_found(bench: Bench, operation: str) -> None:
    held = Granted(UNKNOWN, 1, 0)
    refusal = refusal_of(lambda: OPERATIONS[operation](bench, UNKNOWN, held))
    assert refusal.code == "not_found"
    assert refusal.message in ("Job not found", "Application not found")


def test_another_users_application_is_not_found(bench: Bench) -> None:
    bench.companion.connection.execute("INSERT INTO users (id, name) VALUES (2, 'other')")
    held = bench.apply(bench.job())
    bench.user = 2
    assert refusal_of(lambda: bench.on(held, "release")).code == "not_found"


def test_the_claim_tells_who_holds_it(bench: Bench) -> None:
    job = bench.job()
    held = bench.apply(job, tab(12))

    refusal = refusal_of(lambda: bench.apply(job, tab(2)))

    assert (refusal.code, refusal.message) == ("in_progress", "Application already in progress")
    assert refusal.details["application_id"] == held.application_id
    assert refusal.details["status"] == "in_progress"
    holder = refusal.details["holder"]
    assert (holder["kind"], holder["session"], holder["tab_id"]) == ("tab", "s1", 12)
    assert holder["label"] == "Chromium, tab 12"
    assert holder["since"] == bench.clock.wall_ms()


def test_the_refusals_of_a_claim_say_what_the_protocol_promises(bench: Bench) -> None:
    sent, open_question, mine = bench.job(), bench.job(), bench.job()
    bench.confirm(bench.submitting(sent))
    unknown = bench.unconfirmed(open_question)
    held = bench.apply(mine)

    done = refusal_of(lambda: bench.apply(sent, tab(2)))
    unclear = refusal_of(lambda: bench.apply(open_question, tab(2)))
    busy = refusal_of(lambda: bench.apply(bench.job(), tab(1)))
    both = refusal_of(lambda: bench.apply(sent, tab(1)))

    assert (done.message, done.details["status"]) == ("Application already submitted", "applied")
    assert done.details["applied_at"] is not None
    assert (unclear.message, unclear.details["status"]) == (
        "Application outcome not confirmed",
        "unconfirmed",
    )
    assert unclear.details["application_id"] == unknown.application_id
    assert (busy.code, busy.message) == ("tab_busy", "This tab already holds another application")
    assert busy.details == {"status": "tab_busy", "application_id": held.application_id}
    assert both.code == "applied", "a job's state is looked at before the tab"


def test_two_holders_in_one_group_commit_get_one_claim(bench: Bench) -> None:
    job = bench.job()
    outcomes = bench.companion._runner.run(
        [
            lambda tx: bench.arbiter.apply(tx, 1, job, tab(1)),
            lambda tx: bench.arbiter.apply(tx, 1, job, tab(2)),
        ]
    ).outcomes
    bench.checker.check()
    assert [outcome.error is None for outcome in outcomes] == [True, False]
    assert getattr(outcomes[1].error, "code", "") == "in_progress"


@pytest.mark.parametrize("kind", ["permit_unused", "client_validation", "server_refused"])
def test_each_kind_of_proof_leads_back_under_a_new_fence(bench: Bench, kind: str) -> None:
    given = bench.submitting(bench.job())

    kept = bench.fail(given, proof={"kind": kind, "detail": ""}, keep=True)

    assert (kept.state.status, kept.state.phase) == (Status.IN_PROGRESS, Phase.FILLING)
    assert kept.state.fence == given.fence + 1
    attempt = bench.attempt(given)
    assert attempt is not None
    assert attempt.holder == tab()
    assert attempt.lease_until is not None
    assert (attempt.submit_until, attempt.permit_until) == (None, None)
    again = bench.begin(Granted(given.application_id, kept.state.fence, 0))
    assert again.permit != given.permit
    assert refusal_of(lambda: bench.confirm(given)).code == "stale_fence"


def test_the_user_moves_freely_among_what_follows_on_applied(bench: Bench) -> None:
    job = bench.job()
    held = bench.submitting(job)
    first = bench.confirm(held).applied_at
    for status in (Status.INTERVIEW, Status.OFFER, Status.REJECTED, Status.WITHDRAWN, Status.APPLIED):
        assert bench.do("set_status", job, status, None).state.status is status
    assert bench.application(held).applied_at == first
    events = bench.history(held)
    bench.do("set_status", job, Status.APPLIED, None)
    assert bench.history(held) == events, "what is so already is no event"


def test_evidence_is_kept_with_what_was_sent(bench: Bench) -> None:
    given = bench.submitting(bench.job(), tab(7))
    bench.confirm(given, EvidenceGiven("text", "https://a.example/x", "Received", ({"label": "Name"},)))
    (row,) = bench.companion.connection.execute("SELECT * FROM evidence").fetchall()
    assert (row["fence"], row["kind"], row["url"], row["text"]) == (
        1,
        "text",
        "https://a.example/x",
        "Received",
    )
    assert (row["tab_label"], row["fields"]) == ("Chromium, tab 7", '[{"label": "Name"}]')
