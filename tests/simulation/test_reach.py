"""The simulation reaches what it is there for: every event, every proof, every refusal, every fault."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from companion.domain import EventKind, ProofKind
from tests.simulation import actions, world
from tests.simulation.companion import Fault
from tests.simulation.run import history_of, play

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from companion.service.call import Reply

MOST_SEEDS = 200
STEPS = 400

WANTED = (
    {f"event {kind}" for kind in EventKind}
    | {f"proof {kind}" for kind in ProofKind}
    | {f"fault {fault}" for fault in Fault}
    | {
        f"refused {word}"
        for word in (
            "apply in_progress",
            "apply applied",
            "apply unconfirmed",
            "apply tab_busy",
            "begin_submit phase",
            "begin_submit stale_fence",
            "confirm stale_fence",
            "rebind stale_fence",
            "set_status not_holder",
            "take_over phase",
        )
    }
    | {
        f"replayed {op}"
        for op in ("apply", "begin_submit", "begin_submit_job", "confirm", "fail", "take_over")
    }
    | {f"reason {word}" for word in ("database_restored", "submit_window", "tab_gone", "session_ended")}
    | {"a click under a living permit", "a click under a dead permit", "a frozen tab's late click"}
    | {"a tab id used again", "late evidence that asks", "another cycle", "key_reused"}
)


class _Reached:
    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.seen: Counter[str] = Counter()
        deliver, close, click, broken = (
            world.World.deliver,
            world.World.close,
            actions._click,
            world.World._send_into,
        )

        def delivered(simulated: world.World, *sents: world.Sent) -> list[Reply]:
            replies: list[Reply] = deliver(simulated, *sents)
            for sent, reply in zip(sents, replies, strict=True):
                self._reply(sent, reply)
            return replies

        def closed(simulated: world.World) -> None:
            self._events(simulated)
            close(simulated)

        def clicked(simulated: world.World, rng: Random, tab: world.Tab) -> None:
            if tab.permit is not None and not tab.permit.consumed:
                living = simulated.is_alive(tab.permit)
                self.seen[f"a click under a {'living' if living else 'dead'} permit"] += 1
            click(simulated, rng, tab)

        def sent_into(simulated: world.World, fault: Fault, sent: world.Sent) -> None:
            self.seen[f"fault {fault}"] += 1
            broken(simulated, fault, sent)

        thaw = actions.ACTIONS["thaw"][1]

        def thawed(simulated: world.World, rng: Random) -> None:
            self.seen["a frozen tab's late click"] += any(tab.frozen and tab.permit for tab in simulated.tabs)
            thaw(simulated, rng)

        monkeypatch.setattr(world.World, "deliver", delivered)
        monkeypatch.setattr(world.World, "close", closed)
        monkeypatch.setattr(world.World, "_send_into", sent_into)
        monkeypatch.setattr(actions, "_click", clicked)
        monkeypatch.setitem(actions.ACTIONS, "thaw", (actions.ACTIONS["thaw"][0], thawed))

    def _reply(self, sent: world.Sent, reply: Reply) -> None:
        code = reply.body.get("code")
        if code == "key_reused":
            self.seen[code] += 1
        elif reply.replayed:
            self.seen[f"replayed {sent.op}"] += 1
        elif code is not None:
            self.seen[f"refused {sent.op} {code}"] += 1

    def _events(self, simulated: world.World) -> None:
        for row in simulated.rows(
            "SELECT kind, data ->> 'reason' AS reason, data ->> '$.proof.kind' AS proof,"
            " data ->> 'disputed' AS disputed, data ->> 'cycle' AS cycle FROM events"
        ):
            self.seen[f"event {row['kind']}"] += 1
            self.seen[f"reason {row['reason']}"] += 1
            self.seen[f"proof {row['proof']}"] += 1
            self.seen["late evidence that asks"] += row["kind"] == "late_evidence" and row["disputed"] == 1
            self.seen["another cycle"] += (row["cycle"] or 1) > 1
        used_again = simulated.rows(
            "SELECT 1 FROM attempts GROUP BY instance, tab_id HAVING count(DISTINCT session) > 1"
        )
        self.seen["a tab id used again"] += bool(used_again)

    def lacking(self) -> Sequence[str]:
        """Return what was not reached yet."""
        return sorted(word for word in WANTED if not self.seen[word])


@pytest.mark.timeout(600)
def test_all_that_may_happen_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    reached = _Reached(monkeypatch)
    for seed in range(1, MOST_SEEDS):
        assert play(seed, history_of(seed, STEPS)) is None
        if not reached.lacking():
            return
    assert not reached.lacking()
