"""The simulation is strong enough: faults that are put in on purpose are found."""

from __future__ import annotations

import pytest

from companion.domain import TRANSITIONS
from companion.store.transaction import load_queries
from tests.simulation.mutants import MUTANTS, Mutant, applied, steps_to_catch

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
