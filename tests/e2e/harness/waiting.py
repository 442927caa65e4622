"""Wait for a condition, and say what was seen when it does not come true."""

from __future__ import annotations

import asyncio
import inspect
import time
from typing import TYPE_CHECKING, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

T = TypeVar("T")

WAIT_SECONDS = 15.0
"""Long: the machine may be busy. A condition that comes true is seen soon after."""
POLL_SECONDS = 0.02
SLOWEST_POLL_SECONDS = 0.15
POLL_GROWTH = 0.05
"""What takes long is asked for less often: fifty questions a second took half a processor from what was waited
for. A condition is seen late by a twentieth of the time that it took."""


@overload
async def until(
    condition: Callable[[], Awaitable[T | None]],
    what: str,
    *,
    seconds: float = ...,
    ignoring: tuple[type[Exception], ...] = ...,
) -> T: ...


@overload
async def until(
    condition: Callable[[], T | None],
    what: str,
    *,
    seconds: float = ...,
    ignoring: tuple[type[Exception], ...] = ...,
) -> T: ...


async def until(
    condition: Callable[[], object],
    what: str,
    *,
    seconds: float = WAIT_SECONDS,
    ignoring: tuple[type[Exception], ...] = (),
) -> object:
    """Return the condition's first true value. It is asked again and again; it may be async.

    Errors of the types in `ignoring` count as "not yet".
    Raises AssertionError after so many seconds, with what was waited for and the last value or error.
    """
    start = time.monotonic()
    end = start + seconds
    seen: object = "no answer"
    while True:
        try:
            result = condition()
            if inspect.isawaitable(result):
                result = await asyncio.wait_for(result, max(end - time.monotonic(), POLL_SECONDS))
            seen = result
            if result:
                return result
        except TimeoutError:
            pass  # cut short at the end: what was seen before says more
        except ignoring as error:
            seen = error
        now = time.monotonic()
        if now >= end:
            raise AssertionError(f"waited {seconds:g} s for {what}; last seen: {seen!r}")
        await asyncio.sleep(min(max(POLL_SECONDS, POLL_GROWTH * (now - start)), SLOWEST_POLL_SECONDS))
