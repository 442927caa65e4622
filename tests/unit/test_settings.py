"""Times from the environment."""

from __future__ import annotations

from dataclasses import fields

import pytest

from companion.domain import Times
from companion.settings import InvalidSettingError, times_from_environment


def test_without_settings_the_times_are_those_of_the_design() -> None:
    assert times_from_environment({"PATH": "/bin"}) == Times()


@pytest.mark.parametrize("name", [field.name for field in fields(Times)])
def test_each_time_can_be_set(name: str) -> None:
    times = times_from_environment({f"APPLYONCE_{name.upper()}": "1.5"})
    assert getattr(times, name) == 1.5


@pytest.mark.parametrize("text", ["", "soon", "0", "-1", "nan", "inf", "1,5"])
def test_what_is_no_duration_is_named(text: str) -> None:
    with pytest.raises(InvalidSettingError, match="APPLYONCE_LEASE_SECONDS"):
        times_from_environment({"APPLYONCE_LEASE_SECONDS": text})
