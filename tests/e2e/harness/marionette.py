"""A small client of Marionette, Firefox's own automation protocol.

A client of our own, since the published one is synchronous and brings a test runner with it, while the whole
protocol is `LENGTH:[0, id, command, parameters]` answered by `LENGTH:[1, id, error, result]`.
See https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html.
"""

from __future__ import annotations

import asyncio
import json
from typing import Any

COMMAND_SECONDS = 30.0
ELEMENT_KEY = "element-6066-11e4-a52e-4f735466cecf"
SHADOW_KEY = "shadow-6066-11e4-a52e-4f735466cecf"
"""How WebDriver marks references in JSON (https://www.w3.org/TR/webdriver2/#elements)."""


class MarionetteError(RuntimeError):
    """Firefox refused a command. `kind` is WebDriver's word, such as "no such element"."""

    def __init__(self, command: str, error: dict[str, Any]) -> None:
        self.kind = str(error.get("error"))
        super().__init__(f"{command}: {self.kind}: {error.get('message')}")


class Marionette:
    """One connection. Commands are answered in order; calls from several tasks take turns."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._turn = asyncio.Lock()
        self.switching = asyncio.Lock()
        """Held by whoever switches tab or context and then sends what is meant for it."""
        self._last_id = 0

    @classmethod
    async def connect(cls, port: int) -> Marionette:
        """Connect to 127.0.0.1 and open a session that takes the local server's certificate."""
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        client = cls(reader, writer)
        greeting = await asyncio.wait_for(client._receive(), COMMAND_SECONDS)
        assert greeting["marionetteProtocol"] == 3, greeting
        await client.send("WebDriver:NewSession", acceptInsecureCerts=True)
        return client

    async def send(self, command: str, **parameters: Any) -> Any:
        """Send a command and return its result.

        Raises MarionetteError, TimeoutError after COMMAND_SECONDS, or ConnectionError when Firefox is gone.
        """
        async with self._turn:
            self._last_id += 1
            message = json.dumps([0, self._last_id, command, parameters]).encode()
            self._writer.write(b"%d:%s" % (len(message), message))
            await self._writer.drain()
            try:
                reply = await asyncio.wait_for(self._reply(self._last_id), COMMAND_SECONDS)
            except TimeoutError:
                raise TimeoutError(f"{command} was not answered in {COMMAND_SECONDS:g} s") from None
            except asyncio.IncompleteReadError:
                raise ConnectionError(f"Firefox went away during {command}") from None
        error, result = reply[2], reply[3]
        if error:
            raise MarionetteError(command, error)
        return result["value"] if isinstance(result, dict) and result.keys() == {"value"} else result

    async def close(self) -> None:
        """Close the connection; Firefox stays."""
        self._writer.close()
        try:
            await self._writer.wait_closed()
        except ConnectionError:
            return

    async def _reply(self, number: int) -> list[Any]:
        # The answer to a command that was given up on may still come.
        while True:
            reply: list[Any] = await self._receive()
            if reply[1] == number:
                return reply

    async def _receive(self) -> Any:
        length = await self._reader.readuntil(b":")
        return json.loads(await self._reader.readexactly(int(length[:-1])))
