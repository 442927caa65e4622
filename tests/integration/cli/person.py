"""Somebody at a terminal."""

from __future__ import annotations

import asyncio
import json
import os
import pty
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from companion.client import APIClient

if TYPE_CHECKING:
    from pathlib import Path

COMMAND_SECONDS = 40.0


@dataclass(frozen=True)
class Said:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """The JSON that it printed."""
        assert self.code == 0, self
        return json.loads(self.out)


class Person:
    """Runs the command as a process, with a data directory and a home directory of their own."""

    def __init__(self, data: Path, home: Path) -> None:
        self.data = data
        self.home = home
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("XDG_")},
            "APPLYONCE_HOME": str(data),
            "HOME": str(home),
            "COLUMNS": "100",
        }

    async def runs(self, *arguments: str, stdin: bytes = b"") -> Said:
        """Run ``applyonce`` with these arguments, its output into pipes."""
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "companion.cli",
            *arguments,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env=self.environment,
        )
        async with asyncio.timeout(COMMAND_SECONDS):
            out, err = await process.communicate(stdin)
        assert process.returncode is not None
        said = Said(process.returncode, out.decode(), err.decode())
        assert "Traceback" not in said.err, said.err
        return said

    async def sees(self, *arguments: str) -> str:
        """Run ``applyonce`` on a terminal and return what that shows."""
        ours, theirs = pty.openpty()
        try:
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "companion.cli", *arguments,
                stdin=theirs, stdout=theirs, stderr=theirs, env={**self.environment, "TERM": "xterm-256color"},
            )  # fmt: skip
            os.close(theirs)
            async with asyncio.timeout(COMMAND_SECONDS):
                shown = await asyncio.to_thread(_read_all, ours)
                await process.wait()
        finally:
            os.close(ours)
        return shown

    def client(self) -> APIClient:
        """Give a client of the companion that the commands use."""
        return APIClient(home=self.data)


def _read_all(terminal: int) -> str:
    shown = b""
    while True:
        try:
            part = os.read(terminal, 65_536)
        except OSError:  # EIO: Linux's way of telling that the other side of a terminal was closed
            return shown.decode()
        if not part:
            return shown.decode()
        shown += part
