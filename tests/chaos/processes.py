"""Which processes of this run are what: found by their data directory, their profile, and who started them."""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import suppress
from pathlib import Path

from tests.e2e.harness.processes import pids_with_argument, pids_with_environment

PROC = Path("/proc")


def _command(pid: int) -> list[str]:
    with suppress(OSError):
        return (PROC / str(pid) / "cmdline").read_bytes().decode(errors="replace").split("\0")
    return []


def _parent(pid: int) -> int:
    with suppress(OSError, ValueError, IndexError):
        return int((PROC / str(pid) / "stat").read_text(errors="replace").rpartition(")")[2].split()[1])
    return 0


def companions(home: Path) -> list[int]:
    """Return the companions of a data directory: one, or for a moment several of which one will serve."""
    return [pid for pid in pids_with_environment("APPLYONCE_HOME", str(home)) if "serve" in _command(pid)]


def browser(profile: Path) -> int | None:
    """Return a browser's main process."""
    found = pids_with_argument(f"--user-data-dir={profile}")
    mains = [pid for pid in found if "--type=" not in " ".join(_command(pid))]
    return mains[0] if mains else None


def hosts(profile: Path, home: Path) -> list[int]:
    """Return the native hosts that a browser has started."""
    main = browser(profile)
    every = pids_with_environment("APPLYONCE_HOME", str(home))
    return [pid for pid in every if "native_host" in _command(pid) and main in _ancestors(pid)]


def renderers(profile: Path) -> list[int]:
    """Return a browser's renderers of pages; the one of the extension is none of them."""
    return [pid for pid, command in _renderers(profile) if "--extension-process" not in command]


def extension_renderers(profile: Path) -> list[int]:
    """Return the processes in which a browser runs extensions."""
    return [pid for pid, command in _renderers(profile) if "--extension-process" in command]


def _renderers(profile: Path) -> list[tuple[int, str]]:
    """Return each renderer with its command line, which Chromium writes over as one text."""
    main = browser(profile)
    if main is None:
        return []
    every = [int(entry.name) for entry in PROC.iterdir() if entry.name.isdigit()]
    commands = [(pid, " ".join(_command(pid))) for pid in every]
    return [
        (pid, command)
        for pid, command in commands
        if "--type=renderer" in command and "--top-chrome-webui" not in command and main in _ancestors(pid)
    ]


def _ancestors(pid: int) -> list[int]:
    found = []
    while pid > 1:
        pid = _parent(pid)
        found.append(pid)
    return found


def kill(pid: int) -> bool:
    """Kill a process as a crash would; say whether it was still there."""
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return False
    return True


async def freeze(pid: int, seconds: float) -> bool:
    """Stop a process for so long; say whether it was still there."""
    try:
        os.kill(pid, signal.SIGSTOP)
    except ProcessLookupError:
        return False
    try:
        await asyncio.sleep(seconds)
    finally:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGCONT)
    return True
