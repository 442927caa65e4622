"""A real Chromium with extension, native host and companion; an echo host beside it, and fresh postings."""

from __future__ import annotations

import sqlite3
import time
import uuid
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from companion.identity import identify, job_id
from tests.benchmarks.bare_click import open_bare_chromium
from tests.benchmarks.bare_companion import BARE_HOST, open_bare_companion
from tests.benchmarks.pages import address_of, serve_postings
from tests.e2e.harness.chromium import Chromium, start_chromium
from tests.e2e.harness.companion_process import CompanionProcess, companion_environment, data_directory
from tests.e2e.harness.echo_extension import ECHO_HOST, register_echo_host

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

_PORTS = """(hosts) => {
  const open = (name) => {
    const port = chrome.runtime.connectNative(name);
    const waiting = new Map();
    port.onMessage.addListener((message) => {
      const now = performance.now();
      waiting.get(message.id)?.({ now, message });
      waiting.delete(message.id);
    });
    let last = 0;
    return async (frame) => {
      const id = ++last;
      const reply = new Promise((resolve) => waiting.set(id, resolve));
      const began = performance.now();
      port.postMessage({ id, ...frame });
      const { now, message } = await reply;
      return { ms: now - began, message };
    };
  };
  globalThis.bench = Object.fromEntries(Object.entries(hosts).map(([name, host]) => [name, open(host)]));
}"""
"""In the extension's worker: more native connections, on which a frame is sent and its answer timed."""


class BareCommits:
    """One row and one durable COMMIT, in a database on the companion's disk."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = FULL")
        self._connection.execute("CREATE TABLE commits (id INTEGER PRIMARY KEY, text TEXT NOT NULL)")

    def milliseconds(self) -> float:
        """Commit once and return how long that took."""
        began = time.perf_counter()
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute("INSERT INTO commits (text) VALUES ('a row')")
        self._connection.execute("COMMIT")
        return (time.perf_counter() - began) * 1000

    def close(self) -> None:
        """Close the database."""
        self._connection.close()


@dataclass
class Stage:
    """Everything that a round in the browser needs."""

    chromium: Chromium
    bare: Chromium
    """One with an extension that only echoes."""
    companion: CompanionProcess
    commits: BareCommits
    _last_posting: int = 4_000_000

    def next_posting(self) -> tuple[str, str]:
        """Return address and job id of a posting that nobody has seen."""
        self._last_posting += 1
        address = address_of(self._last_posting)
        return address, str(job_id(identify(address).key))

    async def baseline(self) -> float:
        """Return what a bare echo in this browser and a bare durable commit on this disk take, in ms."""
        echoed = await self._send("echo", _apply_frame(str(uuid.uuid4()), 0))
        return float(echoed["ms"]) + self.commits.milliseconds()

    async def native_apply(self, number: int) -> float:
        """Return how long a durable claim of a fresh job takes from the extension's worker, in ms."""
        address, job = self.next_posting()
        await self.companion.post("/api/v1/jobs", {"url": address, "title": f"Engineer {number}"})
        answered = await self._send("companion", _apply_frame(job, number))
        assert answered["message"]["ok"], answered
        return float(answered["ms"])

    async def bare_apply(self) -> float:
        """Return how long a claim's statements take from the worker where nothing is decided, in ms."""
        answered = await self._send("bare", _apply_frame(str(uuid.uuid4()), 0))
        assert answered["message"]["ok"], answered
        return float(answered["ms"])

    async def greet(self) -> None:
        """Open the connections in the worker, and say hello on the companion's."""
        hosts = {"echo": ECHO_HOST, "companion": "org.applyonce.companion", "bare": BARE_HOST}
        await self.chromium.in_worker(_PORTS, hosts)
        hello = {"protocol": 1, "version": "0", "browser": "Bench", "instance": "bench", "session": "bench"}
        answered = await self._send("companion", {"op": "hello", "params": hello})
        assert answered["message"]["ok"], answered

    async def release(self, job: str) -> None:
        """Give a job back over HTTP, whoever holds it."""
        application = (await self.companion.get(f"/api/v1/jobs/{job}"))["application"]
        fence = {"fence": application["fence"]}
        await self.companion.post(f"/api/v1/applications/{application['id']}/release", fence)

    async def _send(self, name: str, frame: dict[str, Any]) -> dict[str, Any]:
        script = "([name, frame]) => globalThis.bench[name](frame)"
        answered: dict[str, Any] = await self.chromium.in_worker(script, [name, frame])
        return answered


def _apply_frame(job: str, number: int) -> dict[str, Any]:
    key = str(uuid.uuid4())
    holder = {"kind": "tab", "session": "bench", "tab_id": number, "frame_id": 0, "document_id": key}
    return {"op": "apply", "params": {"job_id": job, "holder": holder}, "key": key}


@asynccontextmanager
async def open_stage(folder: Path, *, bare_claims: int) -> AsyncIterator[Stage]:
    """Set all up, for so many bare claims. Raises BrowserNotFound where there is no Chromium."""
    profile = folder / "chromium"
    hosts = profile / "NativeMessagingHosts"
    register_echo_host(hosts, folder / "echo", family="chromium")
    async with (
        data_directory() as home,
        data_directory() as bare_home,
        open_bare_companion(hosts, bare_home, claims=bare_claims, log=folder / "bare-companion.log"),
        serve_postings() as port,
    ):
        companion = CompanionProcess(home, folder / "companion.log", companion_environment(home))
        commits = BareCommits(home / "bare.db")
        try:
            await companion.start()
            async with (
                start_chromium(profile, board_port=port, home=home, log=folder / "console.log") as chromium,
                open_bare_chromium(folder, board_port=port) as bare,
            ):
                stage = Stage(chromium, bare, companion, commits)
                await stage.greet()
                yield stage
        finally:
            commits.close()
            companion.end()
