"""Start processes and end them by their id, with all that they started; nothing is ever ended by name."""

from __future__ import annotations

import os
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

STOP_SECONDS = 10.0
PROC = Path("/proc")


@dataclass(frozen=True)
class Process:
    """A process in a group of its own, its output in a file."""

    popen: subprocess.Popen[bytes]
    log: Path

    @property
    def pid(self) -> int:
        return self.popen.pid

    def is_running(self) -> bool:
        return self.popen.poll() is None

    def output(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")

    def kill(self) -> None:
        """Kill it at once, as a crash would, and the rest of its group with it."""
        kill_group(self.pid)
        self.popen.wait(STOP_SECONDS)

    async def stop(self) -> int:
        """Ask it to end, and return its exit status; after STOP_SECONDS it is killed, which is an error."""
        if self.is_running():
            self.popen.terminate()
            try:
                await until(lambda: not self.is_running(), f"pid {self.pid} to end", seconds=STOP_SECONDS)
            finally:
                kill_group(self.pid)
        return self.popen.wait(STOP_SECONDS)


def start(command: Sequence[str | Path], *, log: Path, environment: Mapping[str, str]) -> Process:
    """Start a command with this environment and no other, no input, and its output in the file."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as output:
        popen = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=dict(environment),
            start_new_session=True,
        )
    return Process(popen, log)


def kill_group(pid: int) -> None:
    """Kill a group that we made; it may be gone already."""
    try:
        os.killpg(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def pids_with_environment(name: str, value: str) -> list[int]:
    """Return the processes of this user that run with this variable: hosts and companions of one home."""
    wanted = f"{name}={value}".encode()
    return [pid for pid in _pids() if wanted in _read(pid, "environ").split(b"\0")]


def pids_with_argument(argument: str) -> list[int]:
    """Return the processes that have exactly this argument, oldest first."""
    wanted = argument.encode()
    return sorted(pid for pid in _pids() if wanted in _read(pid, "cmdline").split(b"\0"))


async def end_all(pids: Sequence[int]) -> None:
    """End these processes: asked first, then killed."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        alive = [pid for pid in pids if is_alive(pid)]
        for pid in alive:
            try:
                os.kill(pid, sign)
            except ProcessLookupError:
                continue
        try:
            await until(
                lambda: not any(is_alive(pid) for pid in pids), f"{alive} to end", seconds=STOP_SECONDS
            )
        except AssertionError:
            if sign == signal.SIGKILL:
                raise
        else:
            return


def is_alive(pid: int) -> bool:
    """Say whether the process runs: one that ended and waits to be collected does not."""
    return _read(pid, "stat").rpartition(b")")[2].split()[:1] not in ([], [b"Z"], [b"X"])


def _pids() -> list[int]:
    return [int(entry.name) for entry in PROC.iterdir() if entry.name.isdigit()]


def _read(pid: int, name: str) -> bytes:
    try:
        return (PROC / str(pid) / name).read_bytes()
    except (FileNotFoundError, ProcessLookupError, PermissionError):
        return b""
