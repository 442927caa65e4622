"""The native stream under fire: damaged streams, and a hundred connections that flood it at once."""

from __future__ import annotations

import contextlib
import json
import statistics
import sys
import threading
import time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.protocol import OPERATIONS
from companion.service.native_stream import MAX_CONNECTIONS
from native_host.framing import encode, frame
from tests.fuzz.effort import examples
from tests.fuzz.test_targets import damaged, requests

if TYPE_CHECKING:
    from tests.fuzz.companion import Companion, Connection

EXAMPLES = 40
FLOODERS = 100
SERVED_SECONDS = 2.0
"""How long a bystander's call may take while others flood: a person would not call it hanging."""
GROWTH_BYTES = 200_000_000
HELLO = encode(
    {
        "id": "h",
        "op": "hello",
        "params": {"protocol": 1, "version": "0", "browser": "F", "instance": "f", "session": "f"},
    }
)


@examples(EXAMPLES)
@given(payloads=st.lists(requests, max_size=6), data=st.data())
def whatever_comes(served: Companion, payloads: list[bytes], data: st.DataObject) -> None:
    harmless = [payload for payload in payloads if b"own_browser" not in payload]
    stream = data.draw(damaged(st.just(HELLO + b"".join(frame(payload) for payload in harmless))))
    cut = data.draw(st.integers(1, max(1, len(stream))))
    with served.connection() as it:
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            it.stream.sendall(stream[:cut])
            it.stream.sendall(stream[cut:])
            it.stream.shutdown(1)
        answers = 0
        while (answer := it.next()) is not None:
            answers += "ok" in answer
            assert "event" in answer or answer["ok"] or answer["error"]["message"], answer
            assert answer.get("error", {}).get("code") != "internal", answer
        assert answers <= len(harmless) + 1 + stream.count(b"\0\0\0")


def test_whatever_comes_is_answered_or_ends_its_own_connection_alone(served: Companion) -> None:
    with served.connection() as bystander:
        bystander.hello("bystander")
        whatever_comes(served)
        assert bystander.call("still", "health", {})["ok"]


def test_a_stream_cut_at_every_byte_harms_nobody(served: Companion) -> None:
    stream = HELLO + encode({"id": 2, "op": "identify", "params": {"url": "https://a.example/1"}})
    for cut in range(len(stream) + 1):
        with served.connection() as it:
            it.stream.sendall(stream[:cut])
            it.stream.shutdown(1)
            answered = []
            while (answer := it.next()) is not None:
                answered += [answer["id"]] if "id" in answer else []
            whole = ["h"] if cut >= len(HELLO) else []
            assert answered == whole + ([2] if cut == len(stream) else []), cut


def test_the_same_id_twice_gets_two_answers(served: Companion) -> None:
    with served.connection() as it:
        it.hello()
        it.stream.sendall(encode({"id": 7, "op": "health"}) * 5)
        answers = [it.next() for _ in range(5)]
        assert [answer["id"] for answer in answers if answer["ok"]] == [7] * 5


@pytest.mark.timeout(120)
def test_a_hundred_connections_that_flood_leave_the_others_served(served: Companion) -> None:
    job = served.ask("POST", "/api/v1/jobs", {"url": "https://jobs.example.com/bystander"})["job"]["id"]
    before = served.resident_bytes()
    stop = threading.Event()
    sent = [0] * FLOODERS
    flooding = [
        threading.Thread(target=flood, args=(served, number, stop, sent)) for number in range(FLOODERS)
    ]
    with served.connection() as bystander:
        bystander.hello("bystander")
        for thread in flooding:
            thread.start()
        try:
            native = [timed(bystander, number, "health", {}) for number in range(30)]
            native.append(timed(bystander, "a", "apply", {"job_id": job, "holder": {"kind": "agent"}}))
            http = [timed_http(served) for _ in range(10)]
            most = served.resident_bytes()
        finally:
            stop.set()
            for thread in flooding:
                thread.join(60)
    assert not any(thread.is_alive() for thread in flooding), "a flooder was never let go"
    # As many as are taken at all flood until the end, or nothing was shown; the rest was turned away.
    flooded = sum(count > 0 for count in sent)
    assert flooded > MAX_CONNECTIONS * 0.9, f"only {flooded} really flooded"
    assert max(native) < SERVED_SECONDS, f"native: {told(native)}"
    assert max(http) < SERVED_SECONDS, f"HTTP: {told(http)}"
    assert most - before < GROWTH_BYTES, f"grew by {most - before:,} bytes"


def flood(served: Companion, number: int, stop: threading.Event, sent: list[int]) -> None:
    """Send requests without end and without reading much, as a peer that has gone wild would."""
    asked = [op for op in sorted(OPERATIONS) if op not in ("auto_apply_start", "hello")]
    burst = b"".join(
        encode({"id": each, "op": asked[each % len(asked)], "params": {"x": "y" * 500}})
        for each in range(200)
    )
    try:
        with served.connection() as it:
            it.hello(f"flooder {number}")
            it.stream.settimeout(0.2)
            while not stop.is_set():
                with contextlib.suppress(TimeoutError):
                    it.stream.sendall(burst)
                    sent[number] += 1
                with contextlib.suppress(TimeoutError):
                    it.stream.recv(1 << 16)
    except (OSError, AssertionError):
        return  # more than the companion takes: it was turned away


def timed(it: Connection, request: int | str, op: str, params: Any) -> float:
    began = time.monotonic()
    answer = it.call(request, op, params)
    assert answer["ok"], json.dumps(answer)
    return time.monotonic() - began


def timed_http(served: Companion) -> float:
    began = time.monotonic()
    served.ask("GET", "/api/v1/health")
    return time.monotonic() - began


def told(seconds: list[float]) -> str:
    return f"median {statistics.median(seconds):.3f} s, most {max(seconds):.3f} s ({sys.platform})"
