"""Wait for a part that may be frozen or dead, and no longer."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable

T = TypeVar("T")

ACTION_SECONDS = 6.0


async def in_time(waits: Awaitable[T], seconds: float = ACTION_SECONDS) -> T:
    """Return the result, or raise TimeoutError.

    Unlike `asyncio.wait_for` it does not wait for what it has cancelled: a call into a browser that is frozen
    may clean up by another such call.
    """
    task = asyncio.ensure_future(waits)
    try:
        done, _ = await asyncio.wait({task}, timeout=seconds)
    except asyncio.CancelledError:
        task.cancel()
        raise
    if not done:
        task.cancel()
        raise TimeoutError(f"no answer within {seconds:g} s")
    return task.result()
