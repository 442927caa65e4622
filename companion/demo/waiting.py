"""Wait for what a browser, a process or a page will do in its own time."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

POLL_SECONDS = 0.05


class DemoError(Exception):
    """The demo cannot go on: the text says why, `advice` what to do."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.advice = advice


async def comes_true(
    condition: Callable[[], Awaitable[object]],
    *,
    seconds: float,
    ignoring: tuple[type[Exception], ...] = (),
) -> bool:
    """Ask again and again, for so many seconds, and say whether it came true.

    Errors of the types in `ignoring` count as "not yet".
    """
    try:
        async with asyncio.timeout(seconds):
            while True:
                try:
                    if await condition():
                        return True
                except ignoring:
                    pass
                await asyncio.sleep(POLL_SECONDS)
    except TimeoutError:
        return False
