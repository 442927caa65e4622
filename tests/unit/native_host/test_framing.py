"""Frames survive any splitting and merging, and a hostile length costs no memory."""

import json
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from native_host.framing import HEADER_BYTES, MAX_FRAME, FrameDecoder, FrameTooLarge, encode, frame

payload_lists = st.lists(st.binary(max_size=300), max_size=8)


def header(length: int) -> bytes:
    return length.to_bytes(HEADER_BYTES, sys.byteorder)


@given(payload_lists, st.data())
def test_any_split_of_the_stream_gives_the_same_payloads(payloads: list[bytes], data: st.DataObject) -> None:
    stream = b"".join(frame(payload) for payload in payloads)
    cuts = data.draw(st.lists(st.integers(0, len(stream)), max_size=20))
    edges = [0, *sorted(cuts), len(stream)]
    decoder = FrameDecoder()

    received = [payload for start, end in pairwise(edges) for payload in decoder.feed(stream[start:end])]

    assert received == payloads
    assert decoder.pending == 0


@given(st.lists(st.binary(max_size=40), min_size=1, max_size=4))
def test_truncation_at_every_byte_is_seen_and_loses_nothing_before_it(payloads: list[bytes]) -> None:
    frames = [frame(payload) for payload in payloads]
    stream = b"".join(frames)
    ends = [sum(len(f) for f in frames[: n + 1]) for n in range(len(frames))]
    for length in range(len(stream) + 1):
        decoder = FrameDecoder()
        received = decoder.feed(stream[:length])
        whole = sum(end <= length for end in ends)
        assert received == payloads[:whole]
        assert decoder.pending == length - ([0, *ends][whole])


def test_one_byte_at_a_time() -> None:
    stream = frame(b"") + frame(b"{}") + frame(b"")
    decoder = FrameDecoder()
    assert [p for n in range(len(stream)) for p in decoder.feed(stream[n : n + 1])] == [b"", b"{}", b""]


def test_an_empty_frame_is_an_empty_payload() -> None:
    assert FrameDecoder().feed(header(0)) == [b""]


@pytest.mark.parametrize("size", [MAX_FRAME - 1, MAX_FRAME])
def test_up_to_the_limit_passes(size: int) -> None:
    payload = b"x" * size
    assert FrameDecoder().feed(frame(payload)) == [payload]


@pytest.mark.parametrize("length", [MAX_FRAME + 1, 64 * 1024 * 1024, 2**31, 2**32 - 1])
def test_a_length_over_the_limit_is_refused_from_its_header_alone(length: int) -> None:
    decoder = FrameDecoder()
    with pytest.raises(FrameTooLarge, match=f"{length} bytes is over the limit of {MAX_FRAME}") as caught:
        decoder.feed(header(length))
    assert (caught.value.length, caught.value.limit) == (length, MAX_FRAME)
    assert decoder.pending == 0


def test_what_came_whole_before_an_oversized_frame_is_not_lost() -> None:
    with pytest.raises(FrameTooLarge) as caught:
        FrameDecoder().feed(frame(b"one") + frame(b"two") + header(2**32 - 1) + b"xxx")
    assert caught.value.complete == [b"one", b"two"]


def test_the_decoder_holds_no_more_than_one_unfinished_frame() -> None:
    decoder = FrameDecoder(limit=100)
    decoder.feed(frame(b"x" * 100) * 50 + header(100) + b"y" * 99)
    assert decoder.pending == HEADER_BYTES + 99


texts = st.text('ab"\\ é😀\n\x00{}', max_size=8)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=20,
)


@given(json_values)
def test_encode_then_decode_gives_the_value(value: object) -> None:
    (payload,) = FrameDecoder().feed(encode(value))
    assert json.loads(payload) == value


def test_encode_refuses_what_is_too_large_or_no_json() -> None:
    with pytest.raises(FrameTooLarge):
        encode("x" * (MAX_FRAME - 1))  # and two quotes
    assert len(encode("x" * (MAX_FRAME - 2))) == HEADER_BYTES + MAX_FRAME
    with pytest.raises(ValueError, match="not JSON compliant"):
        encode(float("nan"))


def test_a_lone_surrogate_becomes_valid_utf8() -> None:
    (payload,) = FrameDecoder().feed(encode({"title": "cut \ud83d"}))
    assert json.loads(payload.decode("utf-8")) == {"title": "cut ?"}
