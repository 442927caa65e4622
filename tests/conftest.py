"""What all tests share."""

from __future__ import annotations

from collections import defaultdict

import pytest

BROWSER_RERUNS = 2
"""A real browser on a busy machine may miss a limit by itself. Each rerun is told in the summary (R)."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let tests in real browsers be run again where they fail; one that fails three times has failed.

    Of several processes, each takes the next file when it is done with one, in this order: the longest first,
    so that none is left to run alone at the end.
    """
    for item in items:
        if item.get_closest_marker("browser") is not None:
            item.add_marker(pytest.mark.flaky(reruns=BROWSER_RERUNS))
    if hasattr(config, "workerinput"):
        longest: dict[str, float] = defaultdict(float)
        for item in items:
            longest[_file(item)] += _longest(item)
        items.sort(key=lambda item: -longest[_file(item)])


def _file(item: pytest.Item) -> str:
    return item.nodeid.split("::", 1)[0]


def _longest(item: pytest.Item) -> float:
    """Return the seconds that a test in a browser may take by its own limit, or the usual one; 0 of any other."""
    if item.get_closest_marker("browser") is None:
        return 0
    limit = item.get_closest_marker("timeout")
    return float(limit.args[0] if limit is not None else item.config.getini("timeout"))
