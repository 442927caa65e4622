"""What the companion has acknowledged: every event that it told a listener, and every claim that it granted.

Whatever stands here must stand in the database at the end (I13).
"""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import aiohttp

from native_host.paths import resolve_sockets

if TYPE_CHECKING:
    from pathlib import Path

    from tests.chaos.diary import Diary

RETRY_SECONDS = 0.1
SILENCE_SECONDS = 25.0
"""The stream pings every 20 s; one that is silent for longer is a frozen companion's."""


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """An event as it was told."""

    kind: str
    application_id: str | None
    fence: int | None


@dataclass(slots=True)
class Journal:
    """Listens, over every restart of the companion, from where it was."""

    home: Path
    diary: Diary
    events: dict[int, Acknowledged] = field(default_factory=dict)
    claims: set[tuple[str, int]] = field(default_factory=set)
    known_jobs: set[str] = field(default_factory=set)
    contradictions: list[str] = field(default_factory=list)

    @property
    def seq(self) -> int:
        """The last event that was told."""
        return max(self.events, default=0)

    async def listen(self) -> None:
        """Listen until cancelled."""
        while True:
            with suppress(aiohttp.ClientError, OSError, TimeoutError):
                await self._listen_once()
            await asyncio.sleep(RETRY_SECONDS)

    async def _listen_once(self) -> None:
        connector = aiohttp.UnixConnector(str(resolve_sockets(self.home).http))
        limits = aiohttp.ClientWSTimeout(ws_receive=SILENCE_SECONDS)
        async with (
            aiohttp.ClientSession("http://localhost", connector=connector) as client,
            client.ws_connect(f"/api/v1/events?since={self.seq}", timeout=limits) as stream,
        ):
            self.diary.note("journal", f"listens from {self.seq} on")
            async for message in stream:
                if message.type is aiohttp.WSMsgType.TEXT:
                    self.take(json.loads(message.data))

    def take(self, told: dict[str, Any]) -> None:
        """Note what was told."""
        if told["event"] == "reset":
            self.contradictions.append(f"the stream began afresh at {told['seq']}, after {self.seq}")
            return
        data = told.get("data") or {}
        if "kind" not in data or "fence" not in data or data.get("seq") != told["seq"]:
            return  # progress and the like, which no database keeps
        event = Acknowledged(data["kind"], data["application_id"], data["fence"])
        before = self.events.setdefault(told["seq"], event)
        if before != event:
            self.contradictions.append(f"event {told['seq']} was told as {before}, then as {event}")
