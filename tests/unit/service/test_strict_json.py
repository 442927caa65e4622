"""One strict reading of JSON from outside."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.service.strict_json import MAX_DEPTH, InvalidJson, parse


def nested(depth: int) -> bytes:
    return b"[" * depth + b"]" * depth


@pytest.mark.parametrize(
    "raw",
    [b"", b"{", b"\xff", b"NaN", b"[-Infinity]", b'{"a":1,"a":2}', b'"a\x00"', nested(MAX_DEPTH + 2)],
)
def test_what_is_no_json_is_400(raw: bytes) -> None:
    with pytest.raises(InvalidJson) as refused:
        parse(raw)
    assert refused.value.status == 400


@pytest.mark.parametrize("depth", [990, 5_000, 100_000])
def test_no_depth_exhausts_the_stack(depth: int) -> None:
    with pytest.raises(InvalidJson, match="too deep"):
        parse(nested(depth))


def test_the_depth_of_pages_is_taken() -> None:
    assert parse(nested(MAX_DEPTH)) is not None


def test_numbers_are_read_as_javascript_reads_them() -> None:
    assert parse(b"[9007199254740992, -9007199254740992]") == [2**53, -(2**53)]
    beyond = parse(b"[9007199254740993, 100000000000000000000]")
    assert all(isinstance(number, float) for number in beyond)


@pytest.mark.parametrize("raw", [b"1e999", b"9" * 5_000])
def test_a_number_that_no_float_holds_is_422(raw: bytes) -> None:
    with pytest.raises(InvalidJson) as refused:
        parse(raw)
    assert refused.value.status == 422


def test_a_lone_surrogate_becomes_a_question_mark() -> None:
    assert parse(b'{"t\\ud83d": ["a\\udc00b", "\\ud83d\\ude00"]}') == {"t?": ["a?b", "😀"]}


JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(JSON_VALUES)
def test_all_proper_json_is_taken_as_it_is(value: object) -> None:
    assert parse(json.dumps(value).encode()) == value


@given(st.binary(max_size=200))
def test_no_bytes_do_anything_but_parse_or_be_refused(raw: bytes) -> None:
    try:
        value = parse(raw)
    except InvalidJson:
        return
    json.dumps(value, allow_nan=False).encode()
