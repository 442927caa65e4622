"""Settings of the running companion, from its environment."""

from __future__ import annotations

import math
import os
from dataclasses import fields
from typing import TYPE_CHECKING

from companion.domain import Times

if TYPE_CHECKING:
    from collections.abc import Mapping

PREFIX = "APPLYONCE_"


class InvalidSettingError(ValueError):
    """An environment variable holds what its setting cannot take; the text names both."""


def times_from_environment(environ: Mapping[str, str] | None = None) -> Times:
    """Return the arbiter's times, each overridden by ``APPLYONCE_<NAME>`` where that is set.

    For example ``APPLYONCE_LEASE_SECONDS=5``. The unit is in the name. Raises InvalidSettingError for what is
    not a finite number above zero.
    """
    env = os.environ if environ is None else environ
    variables = {field.name: PREFIX + field.name.upper() for field in fields(Times)}
    return Times(**{name: _duration(var, env[var]) for name, var in variables.items() if var in env})


def _duration(variable: str, text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value) or value <= 0:
        raise InvalidSettingError(f"{variable} must be a number above zero, not {text!r}.")
    return value
