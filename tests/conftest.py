"""What all tests share."""

from __future__ import annotations

import pytest

BROWSER_RERUNS = 2
"""A real browser on a busy machine may miss a limit by itself. Each rerun is told in the summary (R)."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let tests in real browsers be run again where they fail; one that fails three times has failed.

    A file that stands on something less sure says so itself, by a `flaky` of its own.
    """
    for item in items:
        if item.get_closest_marker("browser") is not None and item.get_closest_marker("flaky") is None:
            item.add_marker(pytest.mark.flaky(reruns=BROWSER_RERUNS))
