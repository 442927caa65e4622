"""The native host as browsers run it: a process on pipes, with a companion at the other end, or none."""

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

import pytest

from native_host.extension_ids import FIREFOX_ID
from native_host.framing import HEADER_BYTES, MAX_FRAME, encode
from native_host.paths import write_sockets_json
from native_host.relay import RESTART_GRACE_SECONDS
from tests.integration.native_host_actors import UP, Companion, Host, until

# Serves as a companion does: takes the lock or gives way, then answers every request with its own process id.
FAKE_COMPANION = """
import fcntl, json, os, socket, sys
from native_host.framing import FrameDecoder, encode
home = sys.argv[1]
with open(home + "/starts", "a") as starts:
    print(os.getpid(), file=starts, flush=True)
if os.path.exists(home + "/over"):
    sys.exit(1)
lock = open(home + "/companion.lock", "a")
try:
    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
except BlockingIOError:
    sys.exit(1)
if os.path.exists(home + "/native.sock"):
    os.unlink(home + "/native.sock")
listener = socket.socket(socket.AF_UNIX)
listener.bind(home + "/native.sock")
listener.listen(16)
import threading
def serve(connection):
    decoder = FrameDecoder()
    while data := connection.recv(65536):
        for payload in decoder.feed(data):
            reply = {"id": json.loads(payload)["id"], "ok": True, "result": {"pid": os.getpid()}}
            connection.sendall(encode(reply))
while True:
    threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()
"""

WRITE_TO_SOCKET = """
import socket, sys
socket.socket(fileno=int(sys.argv[1])).sendall(sys.stdin.buffer.read())
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    directory = tmp_path / "home"
    directory.mkdir(mode=0o700)
    return directory


@pytest.fixture
def sock(home: Path) -> Path:
    return home / "native.sock"


@pytest.fixture
def fake_companion(home: Path) -> Iterator[list[str]]:
    """The command of a companion that serves; all that were started are ended at last."""
    yield [sys.executable, "-c", FAKE_COMPANION, str(home)]
    (home / "over").touch()  # one that is just starting sees this, or stands in the list
    for pid in started(home):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def started(home: Path) -> list[int]:
    """The process ids of the companions that hosts have started."""
    starts = home / "starts"
    return [int(line) for line in starts.read_text().split()] if starts.exists() else []


def log_of(home: Path) -> str:
    return (home / "logs" / "native-host.log").read_text()


def is_down(message: object) -> bool:
    return isinstance(message, dict) and message.get("data", {}).get("state") == "down"


# Relaying


def test_frames_pass_unchanged_both_ways(home: Path, sock: Path) -> None:
    with Companion(sock) as companion, Host(home) as host:
        link = companion.accept()
        assert host.next() == UP
        request = {"id": 1, "op": "identify", "params": {"title": "Köchin 🍳 \u2028"}}
        host.send(request)
        assert link.next() == request
        reply = {"id": 1, "ok": True, "result": {"text": "naïve"}}
        event = {"event": "job", "seq": 2, "data": {"id": 1}}
        link.send(reply, event)
        assert [host.next(), host.next()] == [reply, event]


def test_frames_that_are_no_json_pass_too(home: Path, sock: Path) -> None:
    with Companion(sock) as companion, Host(home) as host:
        link = companion.accept()
        junk = [b"", b"{", b"\xff\xfe", b"[" * 10_000, b'{"id":1,"id":2}']
        host.write(b"".join(len(j).to_bytes(HEADER_BYTES, sys.byteorder) + j for j in junk))
        for expected in junk:
            assert link._frames.next_payload() == expected


def test_a_stream_split_at_every_byte_arrives_whole(home: Path, sock: Path) -> None:
    with Companion(sock) as companion, Host(home) as host:
        link = companion.accept()
        assert host.next() == UP
        for byte in encode({"id": 1, "op": "health"}):
            host.write(bytes([byte]))
        assert link.next() == {"id": 1, "op": "health"}
        for byte in encode({"id": 1, "ok": True}):
            link.socket.send(bytes([byte]))
        assert host.next() == {"id": 1, "ok": True}


def test_frames_of_exactly_the_limit_pass_both_ways(home: Path, sock: Path) -> None:
    with Companion(sock) as companion, Host(home) as host:
        link = companion.accept()
        assert host.next() == UP
        message = {"id": 1, "op": "x", "params": ""}
        message["params"] = "x" * (MAX_FRAME - len(encode(message)) + HEADER_BYTES)
        assert len(encode(message)) == MAX_FRAME + HEADER_BYTES
        host.send(message)
        assert link.next() == message
        link.send(message)
        assert host.next() == message


def test_a_peer_that_does_not_read_loses_nothing(home: Path, sock: Path) -> None:
    # Given more than pipes and the host's own bounds hold, and nobody reading at the browser's end
    events = [{"event": "job", "seq": n, "data": {"t": "x" * 500_000}} for n in range(40)]
    with Companion(sock) as companion, Host(home) as host:
        link = companion.accept()
        # Another process writes, so that this one can read meanwhile.
        sender = subprocess.Popen(
            [sys.executable, "-c", WRITE_TO_SOCKET, str(link.socket.fileno())],
            stdin=subprocess.PIPE,
            pass_fds=[link.socket.fileno()],
        )
        with sender:
            assert sender.stdin is not None
            sender.stdin.write(b"".join(encode(event) for event in events))
            sender.stdin.close()
            # Then requests still get through the other way
            host.send({"id": 1, "op": "health"})
            assert link.next() == {"id": 1, "op": "health"}
            assert host.next() == UP
            assert [host.next()["seq"] for _ in events] == list(range(40))
            status = Path(f"/proc/{host.process.pid}/status")
            if status.exists():  # Linux
                peak_kb = int(status.read_text().split("VmHWM:")[1].split()[0])
                assert peak_kb < 40_000, "a bare interpreter has 10 MB, each direction's bound is 4 MiB"


# The companion goes and comes


def test_requests_in_flight_are_answered_at_once_when_the_companion_is_lost(home: Path, sock: Path) -> None:
    with Companion(sock) as companion, Host(home) as host:
        link = companion.accept()
        assert host.next() == UP
        host.send({"id": 1, "op": "a"}, {"id": "two", "op": "b"}, {"op": "c", "params": {}, "id": 3})
        assert [link.next()["op"] for _ in range(3)] == ["a", "b", "c"]
        link.send({"id": "two", "ok": True, "result": {}})
        assert host.next()["id"] == "two"

        companion.die()
        lost = [host.next(), host.next()]
        assert [answer["id"] for answer in lost] == [1, 3]
        for answer in lost:
            assert answer["ok"] is False
            assert answer["error"]["code"] == "companion_unavailable"
            assert answer["error"]["sent"] is True
        down = host.next()
        assert is_down(down)
        assert "connection" in down["data"]["reason"]


def test_a_reply_sent_just_before_the_end_still_arrives(home: Path, sock: Path) -> None:
    with Companion(sock) as companion, Host(home) as host:
        link = companion.accept()
        assert host.next() == UP
        host.send({"id": 1, "op": "a"})
        link.next()
        link.send({"id": 1, "ok": True, "result": {}})
        companion.die()
        assert host.next() == {"id": 1, "ok": True, "result": {}}
        assert is_down(host.next())


def test_a_reply_is_not_lost_where_the_next_request_meets_the_end_first(home: Path, sock: Path) -> None:
    with Companion(sock) as companion, Host(home) as host:
        link = companion.accept()
        assert host.next() == UP
        host.send({"id": 1, "op": "a"})
        link.next()
        # Given a host that wakes to find a request, a reply, and the companion's end all at once
        host.process.send_signal(signal.SIGSTOP)
        link.send({"id": 1, "ok": True, "result": {}})
        companion.die()
        host.send({"id": 2, "op": "b"})
        host.process.send_signal(signal.SIGCONT)

        assert host.next() == {"id": 1, "ok": True, "result": {}}
        assert host.next()["id"] == 2
        assert is_down(host.next())


def test_while_down_requests_are_answered_at_once_and_it_reconnects_by_itself(home: Path, sock: Path) -> None:
    with Host(home) as host:
        with Companion(sock) as companion:
            companion.accept()
            assert host.next() == UP
        assert is_down(host.next())

        asked = time.monotonic()
        host.send({"id": 5, "op": "apply"}, {"cid": "x", "ok": True}, {"id": 6, "op": "apply"})
        answers = [host.next(), host.next()]
        assert time.monotonic() - asked < 1.0
        assert [answer["id"] for answer in answers] == [5, 6]
        assert {answer["error"]["code"] for answer in answers} == {"companion_unavailable"}
        assert {answer["error"]["sent"] for answer in answers} == {False}

        with Companion(sock) as companion:
            link = companion.accept()
            assert host.next() == UP
            host.send({"id": 7, "op": "hello"})
            assert link.next() == {"id": 7, "op": "hello"}, "nothing of before is replayed"


def test_it_comes_back_again_and_again(home: Path, sock: Path) -> None:
    with Host(home) as host:
        for n in range(5):
            with Companion(sock) as companion:
                link = companion.accept()
                assert host.next() == UP
                host.send({"id": n, "op": "hello"})
                assert link.next()["id"] == n
                link.send({"id": n, "ok": True})
                assert host.next()["id"] == n
            assert is_down(host.next())


def test_a_frame_cut_by_the_companions_end_does_not_spoil_the_next_connection(home: Path, sock: Path) -> None:
    with Host(home) as host:
        with Companion(sock) as companion:
            link = companion.accept()
            assert host.next() == UP
            link.socket.send(encode({"event": "job", "data": {}})[:9])
        assert is_down(host.next())
        with Companion(sock) as companion:
            link = companion.accept()
            assert host.next() == UP
            link.send({"event": "job"})
            assert host.next() == {"event": "job"}


def test_a_request_while_down_looks_for_the_companion_before_it_is_refused(home: Path, sock: Path) -> None:
    # Given a host in the pauses of its back-off, when a companion comes and at once a user asks for something
    with Host(home) as host:
        assert is_down(host.next())
        with Companion(sock) as companion:
            host.send({"id": 1, "op": "apply"})
            assert companion.accept().next() == {"id": 1, "op": "apply"}
            assert host.next() == UP


# Starting the companion


def test_it_starts_the_companion_and_holds_requests_meanwhile(home: Path, fake_companion: list[str]) -> None:
    with Host(home, start_command=fake_companion) as host:
        host.send({"id": 1, "op": "hello"})
        assert host.next() == UP
        reply = host.next()
        assert reply["id"] == 1
        assert [reply["result"]["pid"]] == started(home)


def test_the_companion_outlives_the_host(home: Path, fake_companion: list[str]) -> None:
    with Host(home, start_command=fake_companion) as host:
        assert host.next() == UP
        host.close_stdin()
        assert host.wait() == 0
    (pid,) = started(home)
    assert os.getsid(pid) == pid, "in a session of its own"
    with Host(home) as host:
        assert host.next() == UP
        host.send({"id": 1, "op": "hello"})
        assert host.next()["result"]["pid"] == pid


def test_hosts_that_start_at_once_end_up_with_one_companion(home: Path, fake_companion: list[str]) -> None:
    with contextlib.ExitStack() as stack:
        hosts = [stack.enter_context(Host(home, start_command=fake_companion)) for _ in range(4)]
        pids = set()
        for host in hosts:
            assert host.next() == UP
            host.send({"id": 1, "op": "hello"})
            pids.add(host.next()["result"]["pid"])
        assert len(pids) == 1


def test_a_relative_data_directory_means_the_same_to_the_companion(tmp_path: Path) -> None:
    told = tmp_path / "told"
    command = ["sh", "-c", f'echo "$APPLYONCE_HOME" > "{told}.new"; mv "{told}.new" "{told}"']
    with Host(Path("here"), start_command=command, directory=tmp_path):
        until(told.exists, "the companion is started")
    assert told.read_text() == f"{tmp_path / 'here'}\n"


def test_a_killed_companion_is_started_again(home: Path, fake_companion: list[str]) -> None:
    with Host(home, start_command=fake_companion) as host:
        assert host.next() == UP
        host.send({"id": 1, "op": "hello"})
        first = host.next()["result"]["pid"]
        os.kill(first, signal.SIGKILL)
        assert is_down(host.next())
        lost = time.monotonic()
        assert host.next() == UP
        assert time.monotonic() - lost > RESTART_GRACE_SECONDS * 0.9, (
            "a user who restarts it by hand comes first"
        )
        host.send({"id": 2, "op": "hello"})
        assert host.next()["result"]["pid"] != first


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (["false"], "ended with exit code 1"),
        (["/nowhere/companion"], "could not be started (No such file or directory)"),
        (["sh", "-c", "kill -9 $$"], "ended by signal 9"),
    ],
)
def test_a_companion_that_cannot_start_is_told_with_the_reason(
    home: Path, command: list[str], reason: str
) -> None:
    with Host(home, start_command=command) as host:
        host.send({"id": 1, "op": "hello"})
        down = host.next()
        assert is_down(down)
        assert reason in down["data"]["reason"]
        assert "applyonce doctor" in down["data"]["reason"]
        held = host.next()
        assert held["id"] == 1
        assert held["error"]["code"] == "companion_unavailable"
        assert held["error"]["message"] == down["data"]["reason"]


def test_nothing_that_the_companion_prints_reaches_the_browser(home: Path) -> None:
    noisy = ["sh", "-c", "echo to stdout; echo to stderr >&2"]
    with Host(home, start_command=noisy) as host:
        assert is_down(host.next())
        host.close_stdin()
        assert host.ended()
        assert host.process.stderr is not None
        assert host.process.stderr.read() == b""


# Limits


@pytest.mark.parametrize("length", [MAX_FRAME + 1, 2**32 - 1])
def test_a_browsers_frame_over_the_limit_ends_the_connection_with_a_reason(
    home: Path, sock: Path, length: int
) -> None:
    with Companion(sock) as companion, Host(home) as host:
        link = companion.accept()
        assert host.next() == UP
        host.write(encode({"id": 1, "op": "a"}) + length.to_bytes(HEADER_BYTES, sys.byteorder) + b"x")
        assert link.next() == {"id": 1, "op": "a"}, "what came whole before it is passed on"
        assert host.next()["id"] == 1
        down = host.next()
        assert is_down(down)
        assert f"{length} bytes" in down["data"]["reason"]
        assert host.ended()
        assert host.wait() == 1
        assert link.ended()


def test_a_companions_frame_over_the_limit_ends_only_that_connection(home: Path, sock: Path) -> None:
    with Companion(sock) as companion, Host(home) as host:
        link = companion.accept()
        assert host.next() == UP
        link.socket.sendall(encode({"event": "a"}) + (MAX_FRAME + 1).to_bytes(HEADER_BYTES, sys.byteorder))
        assert host.next() == {"event": "a"}
        down = host.next()
        assert is_down(down)
        assert "over the limit" in down["data"]["reason"]
        companion.accept()
        assert host.next() == UP


def test_a_connection_that_is_refused_at_once_is_not_retried_in_a_rush(home: Path, sock: Path) -> None:
    with Companion(sock) as companion, Host(home) as host:
        times = []
        for _ in range(5):
            companion.accept().close()
            times.append(time.monotonic())
            assert host.next() == UP
            assert is_down(host.next())
        assert times[-1] - times[0] > 1.0, "0.1 + 0.2 + 0.4 + 0.8 s"


# Its end


def test_it_ends_at_once_with_its_browser(home: Path, sock: Path) -> None:
    with Companion(sock) as companion, Host(home) as host:
        link = companion.accept()
        assert host.next() == UP
        closed = time.monotonic()
        host.write(encode({"id": 1, "op": "release"}) + b"\x05")
        host.close_stdin()
        assert host.wait() == 0
        assert time.monotonic() - closed < 1.0
        assert link.next() == {"id": 1, "op": "release"}, "the last whole frame is passed on"
        assert link.ended()


def test_what_was_sent_before_the_browsers_end_is_not_lost_on_a_slow_companion(
    home: Path, sock: Path
) -> None:
    message = {"id": 1, "op": "x", "params": "x" * 1_000_000}  # more than a socket's buffer holds
    with Companion(sock) as companion, Host(home) as host:
        link = companion.accept()
        host.send(message)
        host.close_stdin()
        assert link.next() == message
        assert link.ended()
        assert host.wait() == 0


@pytest.mark.parametrize("start_command", [["false"], ["sleep", "5"]])
def test_it_ends_at_once_while_there_is_no_companion(home: Path, start_command: list[str]) -> None:
    with Host(home, start_command=start_command) as host:
        until(lambda: "starting the companion" in _log_if_any(home), "the host begins to start a companion")
        closed = time.monotonic()
        host.close_stdin()
        assert host.wait() == 0
        assert time.monotonic() - closed < 1.0


def _log_if_any(home: Path) -> str:
    return log_of(home) if (home / "logs" / "native-host.log").exists() else ""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_signals_end_the_program_cleanly(home: Path, sock: Path, number: signal.Signals) -> None:
    with Companion(sock) as companion:
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "native_host"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env={**os.environ, "APPLYONCE_HOME": str(home)}, cwd=os.sep,
        )  # fmt: skip
        with process:
            link = companion.accept()
            process.send_signal(number)
            assert process.wait(20) == 0
            assert link.ended()
            assert process.stderr is not None
            assert process.stderr.read() == b""


# Who may call


def test_firefox_and_chromium_are_served(home: Path, sock: Path) -> None:
    with Companion(sock) as companion:
        with Host(home) as host:
            companion.accept()
            assert host.next() == UP
        with Host(home, arguments=["/some/manifest.json", FIREFOX_ID]) as host:
            companion.accept()
            assert host.next() == UP


@pytest.mark.parametrize("arguments", [["chrome-extension://" + "a" * 32 + "/"], ["/m.json", "x@y.z"]])
def test_another_extension_is_refused_before_anything_is_touched(
    home: Path, sock: Path, arguments: list[str]
) -> None:
    with Companion(sock), Host(home, arguments=arguments) as host:
        assert host.ended()
        assert host.wait() == 2
        assert host.process.stderr is not None
        assert "ApplyOnce extension only" in host.process.stderr.read().decode()


def test_a_person_at_a_terminal_is_told_what_it_is(home: Path) -> None:
    terminal, end = os.openpty()
    try:
        result = subprocess.run(
            [sys.executable, "-P", "-m", "native_host"],
            stdin=end,
            capture_output=True,
            env={**os.environ, "APPLYONCE_HOME": str(home)},
            timeout=20,
            check=False,
        )
    finally:
        os.close(end)
        os.close(terminal)
    assert (result.returncode, result.stdout) == (2, b"")
    assert b"started by browsers" in result.stderr


# What it leaves behind


def test_the_log_names_states_and_no_payload(home: Path, sock: Path) -> None:
    with Companion(sock) as companion, Host(home) as host:
        link = companion.accept()
        assert host.next() == UP
        host.send({"id": 1, "op": "plan", "params": {"email": "secret@example.com"}})
        link.next()
        companion.die()
        host.next()
        assert is_down(host.next())
    text = log_of(home)
    assert "connected to the companion" in text
    assert "companion down" in text
    assert "secret" not in text


def test_it_finds_sockets_whose_paths_are_too_long_for_the_data_directory(tmp_path: Path) -> None:
    home = tmp_path / ("x" * 120)
    home.mkdir(mode=0o700)
    runtime = tmp_path / "r"
    runtime.mkdir(mode=0o700)
    sockets = write_sockets_json(home, {"XDG_RUNTIME_DIR": str(runtime)})
    with Companion(sockets.native) as companion, Host(home) as host:
        companion.accept()
        assert host.next() == UP


# How fast


def test_it_adds_little_to_a_round_trip(home: Path, sock: Path) -> None:
    with Companion(sock) as companion, Host(home) as host:
        link = companion.accept()
        assert host.next() == UP
        seconds = []
        for n in range(400):
            sent = time.perf_counter()
            host.send({"id": n, "op": "heartbeat", "params": {"fence": 1}})
            link.next()
            link.send({"id": n, "ok": True, "result": {"lease_seconds": 30}})
            host.next()
            seconds.append(time.perf_counter() - sent)
        quartile_ms = sorted(seconds)[100] * 1000  # the machine may be busy: the quieter runs are ours
        assert quartile_ms < 1.0, "both ways through the host, and both actors' own work"


def test_a_random_conversation_arrives_in_order(home: Path, sock: Path) -> None:
    rng = random.Random(1)  # noqa: S311 -- a test that can be repeated
    messages = [{"id": n, "op": "x", "params": "y" * rng.choice([0, 10, 5000, 70_000])} for n in range(150)]
    frames = [encode(message) for message in messages]
    ends = list(accumulate(len(f) for f in frames))
    stream = b"".join(frames)
    with Companion(sock) as companion, Host(home) as host:
        link = companion.accept()
        assert host.next() == UP
        position = received = 0
        while position < len(stream):
            size = rng.choice([1, 3, 100, 4096, 30_000])
            host.write(stream[position : position + size])
            position += size
            while received < len(messages) and ends[received] <= position:  # read along, or the pipes fill
                assert link.next() == messages[received]
                received += 1
        assert received == len(messages)
