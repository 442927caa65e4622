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
    """One connection. Commands may be sent from several tasks; Firefox carries them out one by one."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._last_id = 0
        self._waiting: dict[int, asyncio.Future[list[Any]]] = {}
        self._listening: asyncio.Task[None] | None = None
        self.switching = asyncio.Lock()
        """Held by whoever switches tab or context and then sends what is meant for it."""

    @classmethod
    async def connect(cls, port: int) -> Marionette:
        """Connect to 127.0.0.1 and open a session that takes the local server's certificate."""
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        client = cls(reader, writer)
        greeting = await asyncio.wait_for(client._receive(), COMMAND_SECONDS)
        assert greeting["marionetteProtocol"] == 3, greeting
        client._listening = asyncio.create_task(client._listen())
        await client.send("WebDriver:NewSession", acceptInsecureCerts=True)
        return client

    async def send(self, command: str, **parameters: Any) -> Any:
        """Send a command and return its result. It may be given up on: its answer is then passed over.

        Raises MarionetteError, TimeoutError after COMMAND_SECONDS, or ConnectionError when Firefox is gone.
        """
        assert self._listening is not None, "not connected"
        if self._listening.done():
            raise ConnectionError(f"Firefox went away before {command}")
        self._last_id += 1
        number = self._last_id
        answer = self._waiting[number] = asyncio.get_running_loop().create_future()
        try:
            message = json.dumps([0, number, command, parameters]).encode()
            self._writer.write(b"%d:%s" % (len(message), message))
            await self._writer.drain()
            _, _, error, result = await asyncio.wait_for(answer, COMMAND_SECONDS)
        except TimeoutError:
            raise TimeoutError(f"{command} was not answered in {COMMAND_SECONDS:g} s") from None
        finally:
            del self._waiting[number]
        if error:
            raise MarionetteError(command, error)
        return result["value"] if isinstance(result, dict) and result.keys() == {"value"} else result

    async def close(self) -> None:
        """Close the connection; Firefox stays."""
        self._writer.close()
        if self._listening is not None:
            self._listening.cancel()
            await asyncio.gather(self._listening, return_exceptions=True)

    async def _listen(self) -> None:
        try:
            while True:
                reply: list[Any] = await self._receive()
                answer = self._waiting.get(reply[1])
                if answer is not None and not answer.done():
                    answer.set_result(reply)
        except (asyncio.IncompleteReadError, ConnectionError):
            for answer in self._waiting.values():
                if not answer.done():
                    answer.set_exception(ConnectionError("Firefox went away"))

    async def _receive(self) -> Any:
        length = await self._reader.readuntil(b":")
        return json.loads(await self._reader.readexactly(int(length[:-1])))
