"""How many examples a property gets: few in the test run, many in `make fuzz`."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, settings

TIMES_MORE = 10
"""How many times more `make fuzz` draws, by its profile."""


def examples(few: int) -> settings:
    """Return settings with `few` examples, or many by the profile ``fuzz``."""
    many = settings.get_current_profile_name() == "fuzz"
    return settings(
        max_examples=few * TIMES_MORE if many else few,
        deadline=None,
        derandomize=not many,  # a test run must not fail by luck; `make fuzz` looks elsewhere each time
        phases=(Phase.explicit, Phase.reuse, Phase.generate),  # shrinking calls again for minutes
        suppress_health_check=list(HealthCheck),
        print_blob=True,
    )
