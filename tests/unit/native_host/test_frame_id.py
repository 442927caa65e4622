"""The id is found as a full parser finds it, for every order of keys, and never raises."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from native_host.frame_id import frame_id

# The characters that matter to a scanner; the whole of Unicode would make the first example slow to make.
texts = st.text('ab"\\/ é😀\n{}[]:,', max_size=8)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts | st.just("id"), inner),
    max_leaves=10,
)
frames = st.dictionaries(st.sampled_from(["id", "op", "params", "ok", "result", 'a"id"']), values, max_size=5)


@given(frames, st.booleans(), st.sampled_from([None, 1]))
def test_it_agrees_with_a_full_parser(
    message: dict[str, object], ascii_only: bool, indent: int | None
) -> None:
    expected = message.get("id")
    if isinstance(expected, bool) or not isinstance(expected, int | str):
        expected = None
    payload = json.dumps(message, ensure_ascii=ascii_only, indent=indent).encode("utf-8", "surrogatepass")
    found = frame_id(payload)
    assert (found, type(found)) == (expected, type(expected))


@given(st.binary(max_size=200))
def test_bytes_that_are_no_json_have_none_or_a_plain_id(payload: bytes) -> None:
    assert isinstance(frame_id(payload), int | str | None)


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b'"id"',
        b'[{"id": 1}]',
        b'{"op": "x", "id": ' + b"[" * 10_000,
        b'{"op":"x","id":1e400,',
        b'\xff{"id"',
        b'{"op":"x","id":' + b"9" * 5000 + b"}",
        b'{"event":"job","data":{"id":5}}',
        b'{"cid":"a","id":3}',
        b'{"params":{"id":5}}',
    ],
)
def test_hostile_or_pushed_frames_have_none(payload: bytes) -> None:
    assert frame_id(payload) is None


def test_a_large_frame_with_its_id_first_is_not_parsed() -> None:
    payload = b'{"id":7,"op":"x","params":{"t":"' + b"x" * 1_000_000 + b'"}}'
    started = time.perf_counter()
    for _ in range(100):
        assert frame_id(payload) == 7
    assert time.perf_counter() - started < 0.05, "100 frames of 1 MB: a parse alone takes far longer"
