"""What reads bytes from outside, each as a function of bytes that fails where a promise does not hold.

Tests draw bytes at random and around what is right; `make fuzz` has them found by coverage.
"""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING, Any

from companion.identity import InvalidAddress, identify, job_id
from companion.messages.base import MAX_SAFE_INTEGER
from companion.profile import InvalidProfile, Profile
from companion.protocol import OPERATIONS
from companion.service import strict_json
from native_host.frame_id import frame_id
from native_host.framing import HEADER_BYTES, MAX_FRAME, FrameDecoder, FrameTooLarge, encode

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_KEY = 4_096


def frames(data: bytes) -> None:
    """A stream gives the same payloads however it is cut, and at most a frame is ever held."""
    whole = _payloads([data])
    size = 1 + (data[0] if data else 0) % 7
    assert _payloads([data[at : at + size] for at in range(0, len(data), size)]) == whole
    read = io.BytesIO(data)
    for payload in whole[0]:
        assert int.from_bytes(read.read(HEADER_BYTES), sys.byteorder) == len(payload)
        assert read.read(len(payload)) == payload


def _payloads(pieces: list[bytes]) -> tuple[list[bytes], bool]:
    decoder = FrameDecoder()
    found: list[bytes] = []
    for piece in pieces:
        try:
            found += decoder.feed(piece)
        except FrameTooLarge as error:
            _hold(error.length > MAX_FRAME and decoder.pending == 0)
            return found + error.complete, True
        assert decoder.pending <= HEADER_BYTES + MAX_FRAME
    return found, False


def _hold(truth: bool) -> None:
    assert truth


def json_text(data: bytes) -> None:
    """What is taken is JSON that goes out again as it came in; all else is refused by our own error."""
    try:
        value = strict_json.parse(data)
    except strict_json.InvalidJson as error:
        _hold(error.status in (400, 422))
        return
    _check_values(value)
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    assert strict_json.parse(text.encode()) == value
    json.loads(data)  # whatever we take, any reader of JSON takes


def _check_values(value: Any) -> None:
    level = [value]
    for _ in range(strict_json.MAX_DEPTH + 1):
        for each in level:
            assert not (isinstance(each, int) and not isinstance(each, bool) and abs(each) > MAX_SAFE_INTEGER)
        level = [
            child
            for each in level
            if isinstance(each, dict | list)
            for child in (each.values() if isinstance(each, dict) else each)
        ]
    assert level == []


def request(data: bytes) -> None:
    """A request's parameters fit their model or are refused by pydantic; the relay reads the id that we read."""
    from pydantic import ValidationError

    try:
        message = strict_json.parse(data)
    except strict_json.InvalidJson:
        return
    if not isinstance(message, dict):
        return
    named = message.get("op")
    operation = OPERATIONS.get(named) if isinstance(named, str) else None
    if operation is not None:
        try:
            asked = operation.request.model_validate(message.get("params", {}))
        except ValidationError:
            return
        asked.model_dump_json()
    found = frame_id(data)
    if (
        isinstance(found, int | str)
        and not isinstance(found, bool)
        and isinstance(message.get("id"), int | str)
    ):
        assert found == message["id"]


def page(data: bytes) -> None:
    """Whatever a page says of itself, it is one job under a key of bounded length, or no job."""
    url, _, rest = data.decode("utf-8", "replace").partition("\n")
    title, _, json_ld = rest.partition("\n")
    for address in (url, f"https://jobs.example.com/{url}", f"https://boards.greenhouse.io/{url}"):
        try:
            found = identify(address, title=title, json_ld=[json_ld])
        except InvalidAddress:
            continue
        assert found.key
        assert len(found.key.encode()) <= LONGEST_KEY + 3 * len(address.encode())
        assert found == identify(address, title=title, json_ld=[json_ld])
        again = identify(found.url)
        assert job_id(again.key) == job_id(identify(again.url).key)
        encode([found.key, found.url, found.title, found.company, found.location, *found.alias_keys])


def resume(data: bytes) -> None:
    """A résumé that is taken can be stored and taken again; all else is refused with a reason."""
    try:
        value = strict_json.parse(data)
    except strict_json.InvalidJson:
        return
    try:
        Profile.parse(value)
    except InvalidProfile as error:
        _hold(bool(str(error)))
        return
    stored = json.dumps(value, ensure_ascii=False)
    Profile.parse(json.loads(stored))


TARGETS: dict[str, Callable[[bytes], None]] = {
    "frames": frames,
    "json_text": json_text,
    "request": request,
    "page": page,
    "resume": resume,
}
