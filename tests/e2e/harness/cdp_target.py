"""A target of Chromium that Playwright does not hand out, spoken to over a session of its own (CDP)."""

from __future__ import annotations

import json
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from playwright.async_api import Error

from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from playwright.async_api import CDPSession


class CdpTarget:
    """A target that this session has attached itself to."""

    def __init__(self, browser: CDPSession, session: str) -> None:
        self._browser = browser
        self._session = session
        self._answers: dict[int, dict[str, Any]] = {}
        self._listeners: dict[str, Callable[[dict[str, Any]], None]] = {}
        self._last = 0
        browser.on("Target.receivedMessageFromTarget", self._receive)

    def _receive(self, event: dict[str, Any]) -> None:
        if event["sessionId"] != self._session:
            return
        message = json.loads(event["message"])
        if "id" in message:
            self._answers[message["id"]] = message
        elif message["method"] in self._listeners:
            self._listeners[message["method"]](message["params"])

    def on(self, event: str, listener: Callable[[dict[str, Any]], None]) -> None:
        """Have an event's parameters told to this listener, and to no other from now on."""
        self._listeners[event] = listener

    async def send(self, method: str, **params: object) -> Any:
        """Send a command and return its result. Raises Error."""
        self._last += 1
        number = self._last
        message = json.dumps({"id": number, "method": method, "params": params})
        await self._browser.send(
            "Target.sendMessageToTarget", {"sessionId": self._session, "message": message}
        )
        answer = await until(lambda: self._answers.pop(number, None), f"the target's answer to {method}")
        if "error" in answer:
            raise Error(answer["error"]["message"])
        return answer["result"]

    def forget(self) -> None:
        """Listen no more."""
        self._browser.remove_listener("Target.receivedMessageFromTarget", self._receive)


@asynccontextmanager
async def attached(browser: CDPSession, target: str) -> AsyncIterator[CdpTarget]:
    """Attach a session of the browser to a target, for as long as the context lasts."""
    answer = await browser.send("Target.attachToTarget", {"targetId": target, "flatten": False})
    inside = CdpTarget(browser, answer["sessionId"])
    try:
        yield inside
    finally:
        inside.forget()
        try:
            await browser.send("Target.detachFromTarget", {"sessionId": answer["sessionId"]})
        except Error as error:
            if "No session" not in str(error):  # it has gone by itself, and its session with it
                raise
