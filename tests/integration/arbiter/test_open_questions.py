"""What is not known to be sent is asked, and nothing sent is sent again: evidence, reports, the user's word."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from companion.arbiter import EvidenceGiven, Granted
from companion.domain import Status
from tests.integration.arbiter.actors import PROOF, SEEN, Bench, refusal_of, tab


def test_a_late_confirmation_under_the_same_fence_settles_it(bench: Bench) -> None:
    given = bench.unconfirmed(bench.job())
    assert bench.confirm(given).state.status is Status.APPLIED
    assert bench.evidence(given) == [(given.fence, "address")]


def test_a_confirmation_after_giving_back_counts_while_nobody_claimed_since(bench: Bench) -> None:
    given = bench.submitting(bench.job())
    bench.fail(given, proof=PROOF)
    assert bench.status(given) is Status.PENDING
    assert bench.confirm(given).state.status is Status.APPLIED


def test_evidence_under_an_older_fence_changes_nothing_and_asks_the_user(bench: Bench) -> None:
    job = bench.job()
    old = bench.unconfirmed(job)
    bench.resolve(old, applied=False)
    new = bench.apply(job, tab(2))

    assert refusal_of(lambda: bench.confirm(old)).code == "stale_fence"
    bench.late(old)

    assert bench.status(old) is Status.IN_PROGRESS
    assert bench.application(old).state.disputed
    assert bench.evidence(old) == [(old.fence, "address")]
    assert refusal_of(lambda: bench.begin(new)).code == "phase"
    bench.resolve(old, applied=True)
    assert bench.status(old) is Status.APPLIED
    assert bench.attempt(old) is None


def test_the_user_may_say_that_disputed_evidence_means_nothing(bench: Bench) -> None:
    job = bench.job()
    old = bench.unconfirmed(job)
    bench.resolve(old, applied=False)
    new = bench.apply(job, tab(2))
    bench.late(old)

    bench.resolve(old, applied=False)

    assert not bench.application(old).state.disputed
    assert bench.begin(new).fence == new.fence


def test_a_disputed_job_that_nobody_holds_is_not_given_to_anybody(bench: Bench) -> None:
    job = bench.job()
    old = bench.unconfirmed(job)
    bench.resolve(old, applied=False)
    bench.on(bench.apply(job, tab(2)), "release")
    bench.late(old)
    for claim in (
        lambda: bench.apply(job, tab(3)),
        lambda: bench.do("begin_submit_job", job, tab(3)),
        lambda: bench.do("take_over", old.application_id, tab(3)),
    ):
        assert refusal_of(claim).code == "phase"


def test_late_evidence_without_a_permit_was_sent_past_the_gate_and_asks_too(bench: Bench) -> None:
    job = bench.job()
    old = bench.apply(job)
    bench.do("take_over", old.application_id, tab(2))
    bench.late(old)
    assert bench.application(old).state.disputed


def test_late_evidence_for_what_is_known_to_be_sent_asks_nobody(bench: Bench) -> None:
    job = bench.job()
    old = bench.unconfirmed(job)
    bench.resolve(old, applied=False)
    bench.confirm(bench.submitting(job, tab(2)))
    bench.late(old)
    assert not bench.application(old).state.disputed
    assert len(bench.evidence(old)) == 2


@pytest.mark.parametrize("evidence", [None, SEEN])
def test_a_report_while_a_permit_is_out_forbids_the_next_one(
    bench: Bench, evidence: EvidenceGiven | None
) -> None:
    job = bench.job()
    given = bench.submitting(job)
    bench.do("report_submission", job, 0, evidence)

    kept = bench.fail(given, proof=PROOF, keep=True)

    assert kept.state.disputed
    again = Granted(given.application_id, kept.state.fence, 0)
    assert refusal_of(lambda: bench.begin(again)).code == "phase"
    bench.resolve(given, applied=True)
    assert bench.status(given) is Status.APPLIED


def test_a_confirmation_settles_what_a_report_disputed(bench: Bench) -> None:
    job = bench.job()
    given = bench.submitting(job)
    bench.do("report_submission", job, 0, SEEN)
    assert not bench.confirm(given).state.disputed


def test_the_word_that_nothing_was_sent_settles_what_a_report_disputed(bench: Bench) -> None:
    job = bench.job()
    given = bench.submitting(job)
    bench.do("report_submission", job, 0, SEEN)
    bench.fail(given)
    bench.run(10)

    assert not bench.resolve(given, applied=False).state.disputed

    assert bench.submitting(job, tab(2)).fence == given.fence + 1


def test_a_report_with_proof_settles_a_dispute_in_the_row_and_in_the_history(bench: Bench) -> None:
    job = bench.job()
    old = bench.unconfirmed(job)
    bench.resolve(old, applied=False)
    bench.on(bench.apply(job, tab(2)), "release")
    bench.late(old)
    bench.do("report_submission", job, 0, SEEN)
    assert bench.status(old) is Status.APPLIED
    assert not bench.application(old).state.disputed


def test_the_holder_may_confirm_what_was_sent_past_the_gate(bench: Bench) -> None:
    job = bench.job()
    held = bench.apply(job)
    bench.do("report_submission", job, 0, None)
    assert bench.status(held) is Status.UNCONFIRMED
    assert bench.confirm(held).state.status is Status.APPLIED


def test_the_word_that_nothing_was_sent_waits_until_the_permit_is_dead(bench: Bench) -> None:
    given = bench.submitting(bench.job())
    bench.fail(given)

    refusal = refusal_of(lambda: bench.resolve(given, applied=False))

    assert (refusal.code, refusal.retry_after_seconds) == ("phase", 10)
    bench.clock.run(9_001)
    assert refusal_of(lambda: bench.resolve(given, applied=False)).retry_after_seconds == 1
    bench.clock.run(999)
    assert bench.resolve(given, applied=False).state.status is Status.PENDING


def test_the_word_that_it_was_sent_does_not_wait(bench: Bench) -> None:
    given = bench.submitting(bench.job())
    bench.fail(given)
    assert bench.resolve(given, applied=True).state.status is Status.APPLIED
    assert bench.evidence(given) == [(1, "user")]


def test_an_unconfirmed_application_holds_no_tab(bench: Bench) -> None:
    given = bench.unconfirmed(bench.job())
    other = bench.apply(bench.job(), tab(1))
    assert bench.status(other) is Status.IN_PROGRESS
    attempt = bench.attempt(given)
    assert attempt is not None
    assert (attempt.holder.session, attempt.holder.tab_id, attempt.holder.document_id) == (None, None, None)


def test_a_new_cycle_does_not_reopen_the_old_one(bench: Bench) -> None:
    job = bench.job()
    first = bench.submitting(job)
    bench.confirm(first)
    second = bench.do("new_cycle", job, "they asked me to")
    assert (second.cycle, second.state.status) == (2, Status.PENDING)
    assert refusal_of(lambda: bench.do("new_cycle", job, "")).code == "phase"
    assert bench.submitting(job).application_id == second.id
    assert bench.status(first) is Status.APPLIED
    assert bench.confirm(first).id == first.application_id, "the first one's late confirmation stays its own"


# --- two jobs found to be one -------------------------------------------------------------------------------


def _sent(bench: Bench, job: str) -> Any:
    given = bench.submitting(job, tab(8))
    bench.confirm(given)
    return given


def _filling(bench: Bench, job: str) -> Any:
    return bench.apply(job, tab(9))


def test_the_further_application_stands_and_the_old_id_resolves(bench: Bench) -> None:
    kept, joined = bench.job(), bench.job()
    filler, done = _filling(bench, kept), _sent(bench, joined)

    bench.join(kept, joined)

    assert bench.current(kept).id == done.application_id
    assert bench.current(joined).id == done.application_id
    assert bench.status(filler) is Status.PENDING
    for job in (kept, joined):
        assert refusal_of(partial(bench.apply, job, tab(2))).code == "applied"


def test_the_losing_application_cannot_be_taken_over(bench: Bench) -> None:
    kept, joined = bench.job(), bench.job()
    filler, done = _filling(bench, kept), _sent(bench, joined)
    bench.join(kept, joined)
    refusal = refusal_of(lambda: bench.do("take_over", filler.application_id, tab(2)))
    assert (refusal.code, refusal.application_id) == ("applied", done.application_id)


def test_two_that_are_being_submitted_both_become_open_questions(bench: Bench) -> None:
    kept, joined = bench.job(), bench.job()
    one, other = bench.submitting(kept, tab(1)), bench.submitting(joined, tab(2))
    bench.join(kept, joined)
    assert (bench.status(one), bench.status(other)) == (Status.UNCONFIRMED, Status.UNCONFIRMED)
    bench.run(10)

    bench.resolve(one, applied=False)

    refusal = refusal_of(lambda: bench.apply(kept, tab(3)))
    assert (refusal.code, refusal.application_id) == ("unconfirmed", other.application_id)
    bench.resolve(other, applied=False)
    bench.apply(kept, tab(3))


def test_evidence_for_the_one_counts_for_the_other(bench: Bench) -> None:
    kept, joined = bench.job(), bench.job()
    one, other = bench.submitting(kept, tab(1)), bench.submitting(joined, tab(2))
    bench.join(kept, joined)
    bench.confirm(other)
    bench.run(10)
    assert bench.application(one).state.disputed
    bench.resolve(one, applied=True)
    assert refusal_of(lambda: bench.apply(kept, tab(3))).code == "applied"


def test_a_dispute_does_not_get_lost_with_the_losing_application(bench: Bench) -> None:
    kept, joined = bench.job(), bench.job()
    old = bench.unconfirmed(joined)
    bench.resolve(old, applied=False)
    bench.on(bench.apply(joined, tab(2)), "release")
    bench.late(old)
    filler = _filling(bench, kept)
    bench.join(kept, joined)
    assert refusal_of(lambda: bench.begin(filler)).code == "phase"


def test_a_job_without_an_application_takes_the_others(bench: Bench) -> None:
    kept, joined = bench.job(), bench.job()
    held = _filling(bench, joined)
    bench.join(kept, joined)
    assert bench.current(kept).id == held.application_id
    assert bench.begin(held).fence == held.fence, "whoever holds it goes on"


def test_joined_jobs_join_further(bench: Bench) -> None:
    first, second, third = bench.job(), bench.job(), bench.job()
    held = _filling(bench, first)
    bench.join(second, first)
    bench.join(third, second)
    assert bench.current(first).id == held.application_id
    assert refusal_of(lambda: bench.join(first, third)).code == "invalid"


# --- intents that the database does not know ----------------------------------------------------------------


def intent(number: int, key: str, permit: str = "p1", **more: object) -> dict[str, object]:
    return {
        "permit": permit,
        "user": 1,
        "key": key,
        "url": f"https://boards.greenhouse.io/acme/jobs/{number}",
        "title": "Engineer",
        "fence": 4,
        "epoch": 1,
        **more,
    }


def test_an_intent_that_the_database_does_not_know_becomes_an_open_question(bench: Bench) -> None:
    job = bench.job()
    assert bench.replay(intent(1, "greenhouse:1")) == 1
    application = bench.current(job)
    held = Granted(application.id, application.state.fence, 0)
    assert application.state.status is Status.UNCONFIRMED
    assert refusal_of(lambda: bench.resolve(held, applied=False)).retry_after_seconds == 10
    assert bench.replay(intent(1, "greenhouse:1")) == 0, "once is enough"
    bench.run(10)
    bench.resolve(held, applied=False)


def test_an_unknown_permit_of_what_is_an_open_question_already_is_waited_for(bench: Bench) -> None:
    job = bench.job()
    given = bench.unconfirmed(job)
    assert bench.replay(intent(1, "greenhouse:1")) == 1
    assert refusal_of(lambda: bench.resolve(given, applied=False)).retry_after_seconds == 10
    bench.run(10)
    bench.resolve(given, applied=False)
    assert bench.status(given) is Status.PENDING


def test_an_intent_for_an_unknown_job_makes_the_job_known(bench: Bench) -> None:
    assert bench.replay(intent(77, "greenhouse:77")) == 1
    rows = bench.companion.connection.execute("SELECT key, url, board FROM jobs").fetchall()
    assert [tuple(row) for row in rows] == [
        ("greenhouse:77", "https://boards.greenhouse.io/acme/jobs/77", "greenhouse")
    ]


def test_an_intent_for_what_is_known_to_be_sent_asks_nobody(bench: Bench) -> None:
    job = bench.job()
    held = _sent(bench, job)
    bench.replay(intent(1, "greenhouse:1"))
    assert bench.status(held) is Status.APPLIED


@pytest.mark.parametrize(
    "damaged",
    [
        {},
        {"permit": 7},
        {"permit": "p"},
        intent(1, "greenhouse:1", user="nobody"),
        intent(1, "greenhouse:1", user=99),
        intent(1, "greenhouse:1") | {"key": None},
        intent(3, "greenhouse:3") | {"url": "no address"},
    ],
)
def test_a_damaged_line_does_not_keep_the_companion_from_starting(
    bench: Bench, damaged: dict[str, object]
) -> None:
    bench.job()
    bench.replay(damaged, intent(1, "greenhouse:1", permit="p2"))
    assert bench.companion.connection.execute("SELECT count(*) FROM applications").fetchone()[0] >= 1
