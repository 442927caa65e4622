"""A bench for each test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.integration.arbiter.actors import Bench

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def bench() -> Iterator[Bench]:
    made = Bench()
    yield made
    made.checker.check_from_scratch()
    made.companion.close()
