"""Frames of native messaging: a 32-bit length in native byte order, then that many bytes of UTF-8 JSON.

The same frames run over stdio (the browser's side) and over ``native.sock`` (the companion's side).
The format is the browsers' own; the limit of 1 MB both ways is ours (browsers allow 64 MiB towards the host,
and end a host that sends more than 1 MB).
"""

import json
import sys

HEADER_BYTES = 4
MAX_FRAME = 1_048_576
"""The largest payload of a frame, in bytes, without its header."""

_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))


class FrameTooLarge(ValueError):
    """A frame is longer than the limit: the stream cannot go on, since its payload is not going to be read.

    ``length`` and ``limit`` are in bytes; ``complete`` holds the payloads that came whole before it.
    """

    def __init__(self, length: int, limit: int, complete: list[bytes] | None = None) -> None:
        super().__init__(f"A message of {length} bytes is over the limit of {limit} bytes")
        self.length = length
        self.limit = limit
        self.complete = complete or []


def frame(payload: bytes, limit: int = MAX_FRAME) -> bytes:
    """Put the header before a payload. Raises FrameTooLarge over ``limit`` bytes."""
    if len(payload) > limit:
        raise FrameTooLarge(len(payload), limit)
    return len(payload).to_bytes(HEADER_BYTES, sys.byteorder) + payload


def encode(obj: object, limit: int = MAX_FRAME) -> bytes:
    """Make the whole frame of a JSON value. Raises FrameTooLarge over ``limit`` bytes, ValueError for NaN.

    A lone surrogate (page titles cut in mid-character have them) becomes ``?``: UTF-8 cannot carry it, and
    browsers end a host that sends it escaped.
    """
    return frame(_ENCODER.encode(obj).encode("utf-8", "replace"), limit)


class FrameDecoder:
    """Takes a stream of bytes in pieces of any size and gives back the payloads that are whole.

    A length is judged as soon as its four bytes are there, before anything is kept or allocated for it. So
    the decoder never holds more than one header and ``limit`` bytes between two calls.
    """

    def __init__(self, limit: int = MAX_FRAME) -> None:
        self._limit = limit
        self._buffer = bytearray()

    @property
    def pending(self) -> int:
        """How many bytes of an unfinished frame are held: some at the stream's end mean truncation."""
        return len(self._buffer)

    def feed(self, data: bytes) -> list[bytes]:
        """Add what was read, return the payloads now complete. Raises FrameTooLarge, which has them too."""
        buffer = self._buffer
        buffer += data
        payloads: list[bytes] = []
        start = 0
        while len(buffer) - start >= HEADER_BYTES:
            body = start + HEADER_BYTES
            length = int.from_bytes(buffer[start:body], sys.byteorder)
            if length > self._limit:
                buffer.clear()
                raise FrameTooLarge(length, self._limit, payloads)
            if len(buffer) - body < length:
                break
            payloads.append(bytes(buffer[body : body + length]))
            start = body + length
        if start:
            del buffer[:start]
        return payloads
