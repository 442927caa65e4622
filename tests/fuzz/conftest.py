from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.fuzz.companion import Companion, companion

if TYPE_CHECKING:
    from collections.abc import Iterator

settings.register_profile("fuzz", parent=settings.get_profile("default"))
"""What `make fuzz` runs with: `effort.examples` gives more then."""


@pytest.fixture(scope="module")
def served() -> Iterator[Companion]:
    """Give a companion to throw things at; after all of it, it must be unharmed."""
    with companion() as it:
        yield it
        it.check_unharmed()
