"""Which pushed events a listener has had already."""

from __future__ import annotations

from typing import Any


def is_repeat(event: dict[str, Any], told: int) -> bool:
    """Tell whether an event of the history stands at or before `told`, the seq up to which it was told.

    Events of the history carry their own `seq` in `data`; announcements (progress, "the profile changed") are
    not in the history, have only the stream's place at their time, and are never repeats.
    """
    return int(event["data"].get("seq", told + 1)) <= told
