"""Runs a command's work with a client of the companion."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from companion.cli.failure import CommandFailed

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from companion.client import APIClient


def with_companion(work: Callable[[APIClient], Awaitable[int]], *, start: bool = True) -> int:
    """Do the work with a connected client and return the exit code. The companion is started where needed.

    Raises CommandFailed for what the companion refuses.
    """
    return asyncio.run(_run(work, start=start))


async def _run(work: Callable[[APIClient], Awaitable[int]], *, start: bool) -> int:
    from companion.client import APIClient, APIError

    try:
        async with APIClient(start=start) as client:
            return await work(client)
    except APIError as error:
        raise CommandFailed(
            error.message, _advice(error.body), code=error.code, details=error.body
        ) from error


def _advice(body: dict[str, Any]) -> str:
    """Say what to do about a refusal, where its body tells more than its message."""
    holder = body.get("holder")
    if isinstance(holder, dict):
        return f"Held by {holder.get('label') or holder.get('kind')} since {holder.get('since')}."
    if body.get("code") == "unconfirmed" or body.get("status") == "unconfirmed":
        return "Look into your mail, then: applyonce resolve JOB applied, or not-applied"
    return ""
