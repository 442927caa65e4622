"""A companion of its own process to throw things at, and what can be seen of it from outside."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import requests

from native_host.framing import FrameDecoder, encode
from native_host.paths import resolve_sockets

if TYPE_CHECKING:
    from collections.abc import Iterator

START_SECONDS = 30.0
ANSWER_SECONDS = 20.0
_STILL = {
    # Nothing but what is asked for changes the database meanwhile.
    "APPLYONCE_SWEEP_SECONDS": "3600",
    "APPLYONCE_STALE_CHECK_SECONDS": "3600",
}
_REFUSALS_ARE_KEPT = {"idempotency": "0", "events": "kind <> 'refused'"}
"""What a refusal may write: that it happened, and the reply under its key."""


@dataclass(frozen=True)
class Companion:
    """A running companion, over TCP with its token."""

    home: Path
    process: subprocess.Popen[bytes]
    base: str
    session: requests.Session

    def send(self, method: str, path: str, body: Any = None) -> requests.Response:
        """Send a JSON request."""
        return self.session.request(method, self.base + path, json=body, timeout=ANSWER_SECONDS)

    def ask(self, method: str, path: str, body: object = None) -> Any:
        """Send a request that is granted, and return its body."""
        answer = self.send(method, path, body)
        assert answer.ok, answer.text
        return answer.json()

    def written(self) -> str:
        """Return a digest of all that was written, but for the notes that refusals leave."""
        digest = hashlib.sha256()
        uri = f"{(self.home / 'applyonce.db').as_uri()}?mode=ro"
        with contextlib.closing(sqlite3.connect(uri, uri=True)) as connection:
            names = [
                row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            ]
            for name in sorted(names):
                condition = _REFUSALS_ARE_KEPT.get(name, "1")
                for row in connection.execute(f"SELECT * FROM {name} WHERE {condition}"):  # noqa: S608
                    digest.update(repr((name, row)).encode())
        for file in sorted((self.home / "documents").rglob("*")):
            digest.update(f"{file} {file.stat().st_size}".encode())
        digest.update((self.home / "intents.log").read_bytes())
        return digest.hexdigest()

    def faults(self) -> list[str]:
        """Return the lines of its log that tell of a fault of its own."""
        log = (self.home / "logs" / "companion.log").read_text(encoding="utf-8").splitlines()
        # aiohttp's own parser tells of what is no HTTP as an error.
        return [
            line
            for line in log
            if (told := json.loads(line))["level"] in ("error", "critical")
            and told["logger"] != "aiohttp.server"
        ]

    def resident_bytes(self) -> int:
        """Return how much memory it has."""
        pages = Path(f"/proc/{self.process.pid}/statm").read_text(encoding="ascii").split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")

    def check_unharmed(self) -> None:
        """Fail unless the process that was started still serves, without a fault of its own."""
        assert self.process.poll() is None, "the companion ended"
        assert self.ask("GET", "/api/v1/health")["pid"] == self.process.pid
        assert self.faults() == []

    @contextlib.contextmanager
    def connection(self) -> Iterator[Connection]:
        """Connect to its native socket."""
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as stream:
            stream.settimeout(ANSWER_SECONDS)
            stream.connect(str(resolve_sockets(self.home).native))
            yield Connection(stream)


class Connection:
    """A browser's end of a native connection, with blocking calls."""

    def __init__(self, stream: socket.socket) -> None:
        self.stream = stream
        self._decoder = FrameDecoder()
        self._frames: list[Any] = []

    def next(self) -> Any:
        """Return the next frame; None at the end of the stream."""
        while not self._frames:
            try:
                data = self.stream.recv(1 << 20)
            except ConnectionResetError:
                return None
            if not data:
                return None
            self._frames += [json.loads(payload) for payload in self._decoder.feed(data)]
        return self._frames.pop(0)

    def call(self, request: int | str, op: str, params: object) -> Any:
        """Ask for an operation and return the answer to it, passing over all else."""
        self.stream.sendall(encode({"id": request, "op": op, "params": params}))
        while True:
            frame = self.next()
            assert frame is not None, f"the stream ended before the answer to {request}"
            if frame.get("id") == request:
                return frame

    def hello(self, instance: str = "fuzz") -> None:
        """Say hello."""
        told = {"protocol": 1, "version": "0", "browser": "Fuzz", "instance": instance, "session": instance}
        answer = self.call("hello", "hello", told)
        assert answer["ok"], answer


@contextlib.contextmanager
def companion() -> Iterator[Companion]:
    """Run a companion with a data directory of its own."""
    home = Path(tempfile.mkdtemp(prefix="applyonce-", dir="/tmp"))
    port = _free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "companion", "serve", "--port", str(port)],
        env={**os.environ, **_STILL, "APPLYONCE_HOME": str(home)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        with requests.Session() as session:
            session.trust_env = False
            it = Companion(home, process, f"http://127.0.0.1:{port}", session)
            _wait(it)
            session.headers["Authorization"] = f"Bearer {(home / 'token').read_text().strip()}"
            yield it
    finally:
        process.terminate()
        try:
            assert process.wait(ANSWER_SECONDS) == 0, "the companion did not end cleanly"
        finally:
            process.kill()
            process.wait(ANSWER_SECONDS)
            shutil.rmtree(home)


def _wait(it: Companion) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        assert it.process.poll() is None, "the companion ended at once"
        with contextlib.suppress(requests.ConnectionError):
            if it.send("GET", "/api/v1/health").status_code == 401:
                return
        time.sleep(0.05)
    raise AssertionError("the companion did not answer in time")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
