"""The browsers that are connected, and what the companion asks of them."""

from __future__ import annotations

import asyncio
import itertools
import secrets
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

Command = Literal["open_tab", "focus_tab", "close_tab"]

COMMAND_SECONDS = 10.0
"""How long a browser may take to do as it was asked (protocol.md, "Native frames")."""


class BrowserCommandError(Exception):
    """A browser did not do as it was asked; `code` is a stable word."""

    code = "busy"


class NoBrowserConnected(BrowserCommandError):
    """No browser with the extension is connected, or the one that was asked went away."""

    code = "companion_unavailable"


class CommandTimedOut(BrowserCommandError):
    """A browser gave no answer in time: whether it did as asked is not known."""


class CommandRefused(BrowserCommandError):
    """A browser answered that it could not."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class ConnectedBrowser:
    """A connection that has said hello. `since` is in monotonic seconds."""

    instance: str
    session: str
    browser: str
    since: float


class Peer(Protocol):
    """A connection as the registry sees it."""

    @property
    def greeted(self) -> ConnectedBrowser | None:
        """Who it is; None before its hello."""
        ...

    async def send(self, message: dict[str, Any]) -> None:
        """Send a frame. Raises ConnectionError."""
        ...


@dataclass(frozen=True, slots=True)
class _Waiting:
    peer: Peer
    answer: asyncio.Future[dict[str, Any]]


class NativeConnections:
    """The registry of native connections. `idle_since` is in monotonic seconds; None while one is open."""

    def __init__(self) -> None:
        self._peers: list[Peer] = []
        self._waiting: dict[str, _Waiting] = {}
        # Browsers use a command’s id as the idempotency key of what they then call, which outlives a restart.
        self._run = secrets.token_hex(4)
        self._numbers = itertools.count(1)
        self._changed = asyncio.Condition()
        self.idle_since: float | None = time.monotonic()

    def add(self, peer: Peer) -> None:
        """Take in a new connection."""
        self._peers.append(peer)
        self.idle_since = None

    def remove(self, peer: Peer) -> None:
        """Forget a connection, and tell whoever waits for its answer."""
        self._peers.remove(peer)
        if not self._peers:
            self.idle_since = time.monotonic()
        for waiting in self._waiting.values():
            if waiting.peer is peer and not waiting.answer.done():
                waiting.answer.set_exception(NoBrowserConnected("The browser's connection was lost."))

    def connected(self) -> list[ConnectedBrowser]:
        """Return who is connected, the newest last."""
        greeted = [peer.greeted for peer in self._peers]
        return sorted((browser for browser in greeted if browser), key=lambda browser: browser.since)

    async def told(self) -> None:
        """Wake those who wait for a browser: one has said hello."""
        async with self._changed:
            self._changed.notify_all()

    async def wait_for(
        self, fits: Callable[[ConnectedBrowser], bool], timeout_seconds: float
    ) -> ConnectedBrowser:
        """Return the newest connected browser that fits, once there is one.

        Raises NoBrowserConnected after the time.
        """

        def newest() -> ConnectedBrowser | None:
            return next((browser for browser in reversed(self.connected()) if fits(browser)), None)

        try:
            async with asyncio.timeout(timeout_seconds), self._changed:
                await self._changed.wait_for(lambda: newest() is not None)
        except TimeoutError:
            raise NoBrowserConnected("No browser with the extension connected in time.") from None
        found = newest()
        if found is None:
            raise NoBrowserConnected("The browser's connection was lost.")
        return found

    async def command(
        self,
        cmd: Command,
        *,
        application_id: str,
        url: str | None = None,
        fence: int | None = None,
        tab_id: int | None = None,
        policy: str | None = None,
        instance: str | None = None,
        timeout_seconds: float = COMMAND_SECONDS,
    ) -> dict[str, Any]:
        """Ask one browser for something and return its answer, for example ``{"ok": True, "tab_id": 12}``.

        The newest connection is asked, of `instance` where that is given. Raises NoBrowserConnected,
        CommandTimedOut, CommandRefused.
        """
        peer = self._choose(instance)
        cid = f"c{self._run}-{next(self._numbers)}"
        given: dict[str, Any] = {"url": url, "fence": fence, "tab_id": tab_id, "policy": policy}
        message: dict[str, Any] = {"cmd": cmd, "cid": cid, "application_id": application_id}
        message |= {name: value for name, value in given.items() if value is not None}
        waiting = _Waiting(peer, asyncio.get_running_loop().create_future())
        self._waiting[cid] = waiting
        try:
            async with asyncio.timeout(timeout_seconds):
                await peer.send(message)
                answer = await waiting.answer
        except TimeoutError:
            raise CommandTimedOut(f"The browser did not answer within {timeout_seconds:g} s.") from None
        except ConnectionError:
            raise NoBrowserConnected("The browser's connection was lost.") from None
        finally:
            del self._waiting[cid]
            waiting.answer.cancel()
        if answer.get("ok") is not True:
            raise _refusal(answer)
        return answer

    def answered(self, peer: Peer, answer: dict[str, Any]) -> bool:
        """Take a browser's answer; False where nobody waits for it, or another browser was asked."""
        waiting = self._waiting.get(str(answer.get("cid")))
        if waiting is None or waiting.peer is not peer or waiting.answer.done():
            return False
        waiting.answer.set_result(answer)
        return True

    def _choose(self, instance: str | None) -> Peer:
        candidates = [
            (peer.greeted.since, number, peer)
            for number, peer in enumerate(self._peers)
            if peer.greeted is not None and instance in (None, peer.greeted.instance)
        ]
        if not candidates:
            raise NoBrowserConnected("No browser with the extension is connected.")
        return max(candidates)[2]


def _refusal(answer: dict[str, Any]) -> CommandRefused:
    error = answer.get("error")
    details = error if isinstance(error, dict) else {}
    return CommandRefused(
        str(details.get("code", "invalid"))[:100],
        str(details.get("message", "The browser could not do it."))[:1_000],
    )
