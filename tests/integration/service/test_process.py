"""The companion as a process: one at a time, ready when it says so, ended by signals and by idleness."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import select
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from native_host.framing import encode
from native_host.paths import resolve_sockets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PATIENCE_SECONDS = 30.0
ROOT = Path(__file__).parents[3]


def until(condition: Callable[[], bool], what: str) -> None:
    """Wait for a condition; fail with `what` when it does not come true."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        assert time.monotonic() < deadline, f"not within {PATIENCE_SECONDS} s: {what}"
        select.select([], [], [], 0.01)


def health(home: Path) -> Any:
    """Ask the companion of a data directory for its health; None while none answers."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(PATIENCE_SECONDS)
        try:
            connection.connect(str(resolve_sockets(home).http))
            asking = http.client.HTTPConnection("localhost")
            asking.sock = connection
            asking.request("GET", "/api/v1/health")
            return json.loads(asking.getresponse().read())
        except OSError:
            return None


@contextlib.contextmanager
def companion(home: Path, *arguments: str, **environment: str) -> Iterator[subprocess.Popen[str]]:
    """Start a companion, as `python -m companion serve` does."""
    process = subprocess.Popen(
        [sys.executable, "-m", "companion", "serve", *arguments],
        env={**os.environ, "APPLYONCE_HOME": str(home), **environment},
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate(timeout=PATIENCE_SECONDS)


def ready(process: subprocess.Popen[str], home: Path) -> None:
    """Wait until a companion serves."""

    def answers() -> bool:
        assert process.poll() is None, process.stderr.read() if process.stderr else ""
        return health(home) is not None

    until(answers, "the companion answers")


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Wait for the end and return exit code and what was said on stderr."""
    _, said = process.communicate(timeout=PATIENCE_SECONDS)
    return process.returncode, said


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_cleanly(tmp_path: Path, number: signal.Signals) -> None:
    with companion(tmp_path) as process:
        ready(process, tmp_path)
        assert health(tmp_path)["pid"] == process.pid
        process.send_signal(number)
        code, said = ended(process)
    assert code == 0, said
    assert "Traceback" not in said
    assert not (tmp_path / "http.sock").exists()
    assert (tmp_path / "companion.lock").exists()


def test_a_signal_while_connections_stand(tmp_path: Path) -> None:
    with companion(tmp_path) as process, socket.socket(socket.AF_UNIX) as native:
        ready(process, tmp_path)
        native.connect(str(tmp_path / "native.sock"))
        native.sendall(encode({"id": 1, "op": "health"}))
        assert native.recv(1)
        began = time.monotonic()
        process.send_signal(signal.SIGTERM)
        code, said = ended(process)
        assert code == 0, said
        assert time.monotonic() - began < 5
        native.settimeout(PATIENCE_SECONDS)
        while native.recv(65_536):
            pass


def test_a_second_one_names_the_first(tmp_path: Path) -> None:
    with companion(tmp_path) as first:
        ready(first, tmp_path)
        with companion(tmp_path) as second:
            code, said = ended(second)
        assert code != 0
        assert f"pid {first.pid}" in said
        assert "Traceback" not in said
        assert health(tmp_path)["pid"] == first.pid


def test_of_many_started_at_once_one_serves(tmp_path: Path) -> None:
    with contextlib.ExitStack() as stack:
        processes = [stack.enter_context(companion(tmp_path)) for _ in range(4)]
        until(lambda: sum(process.poll() is None for process in processes) == 1, "one is left")
        [winner] = [process for process in processes if process.poll() is None]
        ready(winner, tmp_path)
        assert health(tmp_path)["pid"] == winner.pid


def test_after_a_kill_the_next_one_serves(tmp_path: Path) -> None:
    with companion(tmp_path) as first:
        ready(first, tmp_path)
        first.kill()
        first.wait(PATIENCE_SECONDS)
    assert (tmp_path / "http.sock").exists()
    with companion(tmp_path) as second:
        ready(second, tmp_path)
        assert health(tmp_path)["pid"] == second.pid


def test_it_ends_when_nobody_needs_it_where_a_host_started_it(tmp_path: Path) -> None:
    with companion(tmp_path, "--started-by-host", APPLYONCE_IDLE_EXIT_SECONDS="1") as process:
        code, said = ended(process)
    assert code == 0, said


def test_one_that_a_host_started_waits_for_a_database_that_is_held(tmp_path: Path) -> None:
    with companion(tmp_path) as first:
        ready(first, tmp_path)
        first.send_signal(signal.SIGTERM)
        assert ended(first)[0] == 0
    log = tmp_path / "logs" / "companion.log"
    with contextlib.closing(sqlite3.connect(tmp_path / "applyonce.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with companion(tmp_path) as by_hand:
            code, said = ended(by_hand)
        assert (code, "Another program holds the database" in said) == (1, True), said
        told = log.read_text().count("Another program holds the database")
        with companion(tmp_path, "--started-by-host") as process:
            until(
                lambda: log.read_text().count("Another program holds the database") > told,
                "it has met the lock",
            )
            assert process.poll() is None
            other.execute("ROLLBACK")
            began = time.monotonic()
            ready(process, tmp_path)
            assert time.monotonic() - began < 3


def test_a_signal_ends_one_that_waits_for_a_database(tmp_path: Path) -> None:
    with companion(tmp_path) as first:
        ready(first, tmp_path)
        first.send_signal(signal.SIGTERM)
        assert ended(first)[0] == 0
    log = tmp_path / "logs" / "companion.log"
    with contextlib.closing(sqlite3.connect(tmp_path / "applyonce.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with companion(tmp_path, "--started-by-host") as process:
            until(lambda: "Another program holds the database" in log.read_text(), "it has met the lock")
            process.send_signal(signal.SIGTERM)
            code, said = ended(process)
    assert code == 0, said


def test_it_stays_while_a_browser_is_connected(tmp_path: Path) -> None:
    with (
        companion(tmp_path, "--started-by-host", APPLYONCE_IDLE_EXIT_SECONDS="1") as process,
        socket.socket(socket.AF_UNIX) as native,
    ):
        until(lambda: native.connect_ex(str(tmp_path / "native.sock")) == 0, "the native socket is there")
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(3)
        native.close()
        assert ended(process)[0] == 0


@pytest.mark.parametrize("name", ["companion.lock", "http.sock", "native.sock", "token", "logs"])
def test_a_symlink_in_place_of_its_files_is_refused(tmp_path: Path, name: str) -> None:
    home = tmp_path / "home"
    home.mkdir()
    target = tmp_path / "elsewhere"
    target.write_text("precious")
    (home / name).symlink_to(target)
    with companion(home, "--port", "0") as process:
        code, said = ended(process)
    assert code != 0
    assert name in said
    assert "Traceback" not in said
    assert target.read_text() == "precious"


def test_a_data_directory_with_a_long_path_has_its_sockets_elsewhere(tmp_path: Path) -> None:
    home = tmp_path / ("long" * 30)
    with companion(home, XDG_RUNTIME_DIR=str(tmp_path)) as process:
        until((home / "sockets.json").exists, "sockets.json is there")
        ready(process, home)
        assert health(home)["pid"] == process.pid


def test_a_setting_that_is_none_is_named(tmp_path: Path) -> None:
    with companion(tmp_path, APPLYONCE_LEASE_SECONDS="soon") as process:
        code, said = ended(process)
    assert code != 0
    assert "APPLYONCE_LEASE_SECONDS" in said
    assert "Traceback" not in said


def test_the_log_holds_no_values(tmp_path: Path) -> None:
    secret = "Ada-Lovelace-1815"
    with companion(tmp_path) as process, socket.socket(socket.AF_UNIX) as connection:
        ready(process, tmp_path)
        connection.connect(str(tmp_path / "http.sock"))
        for method, path, body in (
            ("PUT", "/api/v1/profile", {"basics": {"name": secret, "email": "ada@example.org"}}),
            ("PUT", "/api/v1/profile", {"basics": {"name": 7, secret: secret}}),
            ("POST", "/api/v1/answers", {"question": secret, "answer": secret}),
            ("GET", f"/api/v1/jobs?q={secret}", None),
            ("GET", f"/api/v1/jobs/{secret}", None),
        ):
            asking = http.client.HTTPConnection("localhost")
            asking.sock = connection
            asking.request(
                method, path, json.dumps(body) if body else None, {"Content-Type": "application/json"}
            )
            asking.getresponse().read()
        process.send_signal(signal.SIGTERM)
        _, said = ended(process)
    log = tmp_path / "logs" / "companion.log"
    lines = [json.loads(line) for line in log.read_text().splitlines()]
    assert any(line.get("op") == "save_profile" and line["status"] == 200 for line in lines)
    assert secret not in log.read_text() + said
    assert log.stat().st_mode & 0o777 == 0o600
