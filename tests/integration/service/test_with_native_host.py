"""The whole way from a browser's pipe to the companion, with both real programs."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.integration.native_host_actors import UP, Host, until
from tests.integration.service.test_process import health

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).parents[3]
COMMAND = (sys.executable, "-m", "companion", "serve", "--started-by-host")
HELLO = {"protocol": 1, "version": "0.1.0", "browser": "Chromium", "instance": "i1", "session": "s1"}


def answer_to(host: Host, request: object) -> Any:
    """Return the answer to a request, whatever comes before it."""
    while True:
        frame = host.next()
        if frame.get("id") == request:
            return frame


def running(pid: int) -> bool:
    """Tell whether a process lives; the host reaps what it started."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or state.read_text().rsplit(")", 1)[1].split()[0] != "Z"


def test_a_host_starts_the_companion_which_ends_when_the_host_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("APPLYONCE_IDLE_EXIT_SECONDS", "1")
    with Host(tmp_path, start_command=COMMAND, directory=ROOT) as host:
        host.send({"id": 1, "op": "hello", "params": HELLO})
        assert host.next() == UP
        assert answer_to(host, 1)["result"]["protocol"] == 1
        host.send({"id": 2, "op": "identify", "params": {"url": "https://jobs.lever.co/acme/1b2c"}})
        assert answer_to(host, 2)["ok"]
        pid = health(tmp_path)["pid"]
        host.close_stdin()
        assert host.wait() == 0
    until(lambda: not running(pid), "the companion ends by itself")


def test_a_host_tells_that_its_companion_ended_and_finds_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("APPLYONCE_IDLE_EXIT_SECONDS", "1")
    with Host(tmp_path, start_command=COMMAND, directory=ROOT) as host:
        host.send({"id": 1, "op": "hello", "params": HELLO})
        assert answer_to(host, 1)["ok"]
        first = health(tmp_path)["pid"]
        os.kill(first, signal.SIGTERM)
        while host.next().get("data", {}).get("state") != "down":
            pass
        while host.next() != UP:
            pass
        host.send({"id": 2, "op": "hello", "params": HELLO})
        assert answer_to(host, 2)["ok"]
        second = health(tmp_path)["pid"]
        assert second != first
    until(lambda: not running(second), "the companion ends by itself")
