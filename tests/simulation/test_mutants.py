"""The simulation is strong enough: faults that are put in on purpose are found."""

from __future__ import annotations

import pytest

from companion.domain import TRANSITIONS
from companion.store.transaction import load_queries
from tests.simulation.mutants import MUTANTS, STEPS_OF_A_RUN, Mutant, applied, steps_to_catch
from tests.simulation.run import history_of, play, report, shortened

QUICK_BUDGET_STEPS = 6_000

QUICK = [mutant for mutant in MUTANTS if mutant.quick]


def test_there_are_enough_faults() -> None:
    assert len(MUTANTS) >= 20
    assert len({mutant.name for mutant in MUTANTS}) == len(MUTANTS)


@pytest.mark.parametrize("mutant", QUICK, ids=lambda mutant: mutant.name)
def test_a_fault_is_found(mutant: Mutant) -> None:
    found = steps_to_catch(mutant, QUICK_BUDGET_STEPS)
    assert found.by is not None, f"not found within {found.steps} steps: {mutant.name}"


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_a_fault_is_taken_out_again(mutant: Mutant) -> None:
    queries, transitions = dict(load_queries()), dict(TRANSITIONS)
    with applied(mutant):
        pass
    assert load_queries() == queries
    assert transitions == TRANSITIONS


@pytest.mark.timeout(900)
@pytest.mark.parametrize(
    ("name", "most_steps"), [("no event for a permit", 2), ("handing back keeps the fence", 4)]
)
def test_a_fault_is_told_by_the_shortest_history_that_shows_it(name: str, most_steps: int) -> None:
    (mutant,) = (mutant for mutant in MUTANTS if mutant.name == name)
    with applied(mutant):
        failures = (play(seed, history_of(seed, STEPS_OF_A_RUN)) for seed in range(1, 50))
        short = shortened(next(failure for failure in failures if failure is not None))
        assert 1 <= len(short.steps) <= most_steps, report(short)
        for number in range(len(short.steps)):
            rest = (*short.steps[:number], *short.steps[number + 1 :])
            again = play(short.seed, rest)
            assert again is None or str(again.error)[:3] != str(short.error)[:3], "a step was not needed"
    assert play(short.seed, short.steps) is None, "without the fault nothing is broken"
