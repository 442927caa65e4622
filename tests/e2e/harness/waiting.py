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
"""Long: the machine may be busy. A condition that comes true is seen within POLL_SECONDS."""
POLL_SECONDS = 0.02


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
    end = time.monotonic() + seconds
    seen: object = None
    while True:
        try:
            result = condition()
            if inspect.isawaitable(result):
                result = await asyncio.wait_for(result, max(end - time.monotonic(), POLL_SECONDS))
            seen = result
            if result:
                return result
        except TimeoutError:
            seen = "no answer"
        except ignoring as error:
            seen = error
        if time.monotonic() >= end:
            raise AssertionError(f"waited {seconds:g} s for {what}; last seen: {seen!r}")
        await asyncio.sleep(POLL_SECONDS)
