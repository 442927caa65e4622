"""The targets of `make fuzz`, on bytes drawn at random and around what is right."""

from __future__ import annotations

import json
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.protocol import OPERATIONS
from native_host.framing import MAX_FRAME, frame
from tests.fuzz.effort import examples
from tests.fuzz.targets import TARGETS

EXAMPLES = 100
words = st.sampled_from(
    ["@type", "JobPosting", "title", "hiringOrganization", "name", "url", "identifier", "@graph", "basics", "work",
     "location", "meta", "applyonce", "id", "op", "params", "\x00", "\ud800", "\u202e", "<b>"]
) | st.text(max_size=12)  # fmt: skip
numbers = (
    st.integers() | st.floats(allow_nan=False) | st.sampled_from([2**53, 2**53 + 1, 2**63, -(2**64), 10**400])
)
values = st.recursive(
    st.none() | st.booleans() | numbers | words,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(words, inner, max_size=5),
    max_leaves=30,
)
deep = st.builds(
    lambda depth, opening: opening * depth + "]}"[opening != "["] * depth,
    st.integers(0, 20_000),
    st.sampled_from(["[", '{"a":']),
)
json_texts = (values.map(json.dumps) | deep).map(lambda text: text.encode("utf-8", "surrogatepass"))


@st.composite
def damaged(draw: st.DrawFn, right: st.SearchStrategy[bytes]) -> bytes:
    """Draw something right, then cut it, put something into it, or change a byte of it."""
    data = bytearray(draw(right))
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(data)))
        if draw(st.booleans()):
            data[at:] = b""
        else:
            data[at : at + draw(st.integers(0, 4))] = draw(st.binary(max_size=4))
    return bytes(data)


lengths = st.integers(0, 2**32 - 1) | st.sampled_from(
    [MAX_FRAME - 1, MAX_FRAME, MAX_FRAME + 1, 2**31, 2**32 - 1]
)
streams = st.lists(
    st.binary(max_size=40).map(frame) | lengths.map(lambda length: length.to_bytes(4, sys.byteorder)),
    max_size=6,
).map(b"".join)
requests = st.builds(
    lambda op, params, request: json.dumps({"id": request, "op": op, "params": params}).encode(),
    st.sampled_from(sorted(OPERATIONS)),
    values,
    st.integers() | words,
)
addresses = st.sampled_from(
    [
        "https://boards.greenhouse.io/acme/jobs/4012345",
        "https://jobs.lever.co/acme/x",
        "http://[::1",
        "javascript:x",
    ]
)
pages = st.builds(
    lambda url, title, told: f"{url}\n{title}\n".encode("utf-8", "replace") + told,
    addresses | st.text(max_size=60),
    words,
    json_texts,
)
RIGHT: dict[str, st.SearchStrategy[bytes]] = {
    "frames": streams,
    "json_text": json_texts,
    "request": requests,
    "page": pages,
    "resume": json_texts,
}


@pytest.mark.parametrize("name", TARGETS)
def test_nothing_but_what_is_promised_comes_of_it(name: str) -> None:
    @examples(EXAMPLES)
    @given(data=damaged(RIGHT[name]) | st.binary(max_size=200))
    def holds(data: bytes) -> None:
        TARGETS[name](data)

    holds()


def test_each_target_is_drawn_for() -> None:
    assert set(RIGHT) == set(TARGETS)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("frames", b"\xff\xff\xff\xff" + b"x" * 9),
        ("json_text", b"[" * 100_000),
        ("json_text", b'{"a": 1, "a": 2}'),
        ("json_text", b"9" * 10_000),
        ("request", b'{"id": 1.0, "op": "health", "params": []}'),
        ("page", b"https://boards.greenhouse.io/acme/jobs/4012345\n<script>\n" + b'{"@graph":' * 5_000),
        ("resume", b'{"basics": {"name": 7}}'),
    ],
)
def test_what_once_was_or_might_be_trouble(name: str, data: bytes) -> None:
    TARGETS[name](data)


def test_a_target_fails_where_a_promise_does_not_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    def any_number(data: bytes) -> Any:
        return json.loads(data)

    monkeypatch.setattr("companion.service.strict_json.parse", any_number)
    with pytest.raises(AssertionError):
        TARGETS["json_text"](b"9007199254740993")
