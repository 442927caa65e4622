"""Every call in every situation, told whole and compared with transcript.txt: texts, events, and each column.

After a change that is meant ``python -m tests.integration.arbiter.test_transcript`` writes the file anew: read
what changed in it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from companion.arbiter import EvidenceGiven, Granted, PermitGiven
from companion.domain import EventKind, Holder, HolderKind, Status
from tests.integration.arbiter.actors import AGENT, API, PROOF, SEEN, Bench, tab
from tests.integration.arbiter.transcript import Transcript

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.store.interface import Transaction
    from companion.store.rows import ApplicationRow

FILE = Path(__file__).with_name("transcript.txt")
UNKNOWN = "00000000-0000-5000-8000-00000000ffff"
NOBODY = "00000000-0000-7000-8000-000000000000"
FULL = EvidenceGiven(
    "text", "https://boards.greenhouse.io/thanks", "Received", ({"label": "Née", "value": "1"},)
)

Held = Granted | PermitGiven


def other_tab(number: int = 2) -> Holder:
    """Return a tab that differs from the usual one in everything."""
    return Holder(HolderKind.TAB, "s2", number, 3, "d2", "i2", f"Firefox, tab {number}")


def bare_tab() -> Holder:
    """Return a tab that says no more than it must."""
    return Holder(HolderKind.TAB, "s2", 3)


def _pending(bench: Bench, job: str) -> Held:
    held = bench.apply(job)
    bench.on(held, "release")
    return held


def _unconfirmed(bench: Bench, job: str) -> Held:
    given = bench.submitting(job)
    bench.fail(given)
    return given


def _applied(bench: Bench, job: str) -> Held:
    given = bench.submitting(job)
    bench.confirm(given)
    return given


def _rejected(bench: Bench, job: str) -> Held:
    given = _applied(bench, job)
    bench.do("set_status", job, Status.REJECTED, None)
    return given


def _parked(bench: Bench, job: str) -> Held:
    held = bench.apply(job)
    bench.on(held, "park", "captcha")
    return held


def _disputed(bench: Bench, job: str) -> Held:
    old = bench.apply(job)
    bench.on(old, "release")
    held = bench.apply(job)
    bench.late(old)
    return held


def _disputed_pending(bench: Bench, job: str) -> Held:
    held = _disputed(bench, job)
    bench.on(held, "release")
    return held


def _handed_back(bench: Bench, job: str) -> Held:
    given = bench.submitting(job)
    bench.fail(given, proof=PROOF)
    return given


def _taken_over(bench: Bench, job: str) -> Held:
    held = bench.apply(job)
    bench.do("take_over", held.application_id, tab(9))
    return held


def _joined(bench: Bench, job: str) -> Held:
    """An application that is an open question, whose job was found to be one with `job`."""
    held = _unconfirmed(bench, bench.job())
    other = bench.application(held).job_id
    bench.apply(job, tab(5))
    bench.join(job, other)
    return Granted(bench.current(job).id, bench.current(job).state.fence, 0)


def _lost_a_joining(bench: Bench, job: str) -> Held:
    """An application that was sent for all anybody knows, beside the one that stands and is being filled."""
    held = bench.submitting(bench.job(), tab(5))
    bench.join(bench.application(held).job_id, job)
    bench.fail(held, proof=PROOF)
    new = bench.job()
    bench.apply(new, tab(6))
    bench.join(new, bench.application(held).job_id)
    return held


def _new_cycle(bench: Bench, job: str) -> Held:
    _applied(bench, job)
    made: ApplicationRow = bench.do("new_cycle", job, "again")
    return Granted(made.id, made.state.fence, 0)


SITUATIONS: dict[str, Callable[[Bench, str], Held]] = {
    "nothing yet": lambda _, __: Granted(NOBODY, 1, 0),
    "pending": _pending,
    "filling": lambda bench, job: bench.apply(job),
    "filling in a nameless tab": lambda bench, job: bench.apply(job, Holder(HolderKind.TAB, "s1", 1)),
    "filling by the agent": lambda bench, job: bench.apply(job, AGENT),
    "filling by a program": lambda bench, job: bench.apply(job, API),
    "parked": _parked,
    "submitting": lambda bench, job: bench.submitting(job),
    "submitting by a program": lambda bench, job: bench.submitting(job, API),
    "unconfirmed": _unconfirmed,
    "unconfirmed, its permit dead": lambda bench, job: bench.unconfirmed(job),
    "applied": _applied,
    "rejected": _rejected,
    "disputed": _disputed,
    "disputed and pending": _disputed_pending,
    "handed back": _handed_back,
    "taken over": _taken_over,
    "joined with an open question": _joined,
    "lost a joining": _lost_a_joining,
    "a new cycle": _new_cycle,
}


def _held_elsewhere(bench: Bench) -> None:
    """Let the tab that calls hold another application already."""
    bench.apply(bench.job(), other_tab())


def _busy(bench: Bench, call: Callable[[], Any]) -> Any:
    _held_elsewhere(bench)
    return call()


def _stale(held: Held) -> Granted:
    return Granted(held.application_id, held.fence + 1, 0)


def _restore(bench: Bench, held: Held) -> Any:
    def restore(tx: Transaction) -> None:
        application = bench.arbiter.application(tx, bench.user, held.application_id)
        bench.arbiter.restore_intent(tx, application, "p", "then", tab(8))

    bench.companion.intents.append([{"permit": "p"}])
    return bench.write(restore)


def _end_from_a_stale_list(bench: Bench, held: Held) -> Any:
    application = bench.application(held)
    bench.on(held, "release")
    return bench.write(lambda tx: bench.arbiter.end(tx, application, EventKind.STALE, {"reason": "stale"}))


def _set(status: Status, *, at_its_fence: bool = False) -> Callable[[Bench, str, Held], Any]:
    return lambda bench, job, held: bench.do("set_status", job, status, held.fence if at_its_fence else None)


CALLS: dict[str, Callable[[Bench, str, Held], Any]] = {
    "apply": lambda bench, job, _: bench.apply(job, other_tab()),
    "apply to nothing": lambda bench, _, __: bench.apply(UNKNOWN),
    "apply from a tab that holds another": lambda bench, job, _: _busy(
        bench, lambda: bench.apply(job, other_tab())
    ),
    "apply instead of another": lambda bench, job, _: _busy(
        bench, lambda: bench.apply(job, other_tab(), replace=True)
    ),
    "apply by the agent": lambda bench, job, _: bench.apply(job, AGENT),
    "begin_submit": lambda bench, _, held: bench.on(held, "begin_submit"),
    "begin_submit_job": lambda bench, job, _: bench.do("begin_submit_job", job, other_tab()),
    "intend_again": lambda bench, _, held: bench.on(held, "intend_again"),
    "heartbeat": lambda bench, _, held: bench.on(held, "heartbeat", None),
    "heartbeat with progress": lambda bench, _, held: bench.on(held, "heartbeat", {"step": "fill"}),
    "heartbeat at a captcha": lambda bench, _, held: bench.on(held, "heartbeat", {"step": "captcha"}),
    "rebind": lambda bench, _, held: bench.on(held, "rebind", other_tab(3)),
    "rebind, nameless": lambda bench, _, held: bench.on(held, "rebind", bare_tab()),
    "rebind to its own tab": lambda bench, _, held: bench.on(held, "rebind", tab()),
    "rebind to a tab that holds another": lambda bench, _, held: _busy(
        bench, lambda: bench.on(held, "rebind", other_tab())
    ),
    "park": lambda bench, _, held: bench.on(held, "park", "a question"),
    "resume": lambda bench, _, held: bench.on(held, "resume"),
    "release": lambda bench, _, held: bench.on(held, "release"),
    "release under another fence": lambda bench, _, held: bench.on(_stale(held), "release"),
    "fail": lambda bench, _, held: bench.fail(held),
    "fail with proof": lambda bench, _, held: bench.fail(held, proof=PROOF),
    "fail with proof, of keeping no word": lambda bench, _, held: bench.on(
        held, "fail", "it broke", proof=PROOF
    ),
    "fail with proof, kept": lambda bench, _, held: bench.fail(held, proof=PROOF, keep=True),
    "confirm": lambda bench, _, held: bench.confirm(held, FULL),
    "confirm under another fence": lambda bench, _, held: bench.confirm(_stale(held)),
    "late evidence": lambda bench, _, held: bench.late(_stale(held), FULL),
    "take over": lambda bench, _, held: bench.do("take_over", held.application_id, other_tab()),
    "take over in a tab that holds another": lambda bench, _, held: _busy(
        bench, lambda: bench.do("take_over", held.application_id, other_tab())
    ),
    "take over by the agent": lambda bench, _, held: bench.do("take_over", held.application_id, AGENT),
    "report": lambda bench, job, _: bench.do("report_submission", job, 7, None),
    "report with proof": lambda bench, job, _: bench.do("report_submission", job, 7, SEEN),
    "user: applied": lambda bench, _, held: bench.resolve(held, applied=True),
    "user: not applied": lambda bench, _, held: bench.resolve(held, applied=False),
    "new cycle": lambda bench, job, _: bench.do("new_cycle", job, "once more"),
    "restore an intent": lambda bench, _, held: _restore(bench, held),
    "end from a stale list": lambda bench, _, held: _end_from_a_stale_list(bench, held),
    **{f"set {status.word}": _set(status) for status in Status},
    "set pending at its fence": _set(Status.PENDING, at_its_fence=True),
    "set applied at its fence": _set(Status.APPLIED, at_its_fence=True),
    "set applied at another fence": lambda bench, job, held: bench.do(
        "set_status", job, Status.APPLIED, held.fence + 1
    ),
}


def told(call: str) -> str:
    """Return what a call does in each situation; situations in which it does the same stand together."""
    situations_of: dict[str, list[str]] = {}
    for situation, bring in SITUATIONS.items():
        situations_of.setdefault(_told_in(bring, CALLS[call]), []).append(situation)
    return "\n".join(f"{', '.join(situations)}:\n{does}\n" for does, situations in situations_of.items())


def _told_in(bring: Callable[[Bench, str], Held], call: Callable[[Bench, str, Held], Any]) -> str:
    bench = Bench()
    job = bench.job()
    held = bring(bench, job)
    bench.clock.run(1_234)
    lines = Transcript(bench).of(lambda: call(bench, job, held))
    bench.checker.check_from_scratch()
    bench.companion.close()
    return "\n".join(lines)


@cache
def _expected() -> dict[str, str]:
    parts = FILE.read_text(encoding="utf-8").split("\n## ")[1:]
    return {name: text for name, _, text in (part.partition("\n\n") for part in parts)}


def test_the_transcript_has_every_call_and_nothing_else() -> None:
    assert list(_expected()) == list(CALLS)


@pytest.mark.parametrize("call", CALLS)
def test_a_call_does_what_the_transcript_tells(call: str) -> None:
    assert told(call).rstrip() == _expected()[call].rstrip()


if __name__ == "__main__":
    FILE.write_text("".join(f"\n## {call}\n\n{told(call)}" for call in CALLS), encoding="utf-8")
