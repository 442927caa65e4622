"""JSON from outside: one strict reading for HTTP bodies and native frames.

Python's own parser takes what the protocol does not: ``NaN``, integers of any size (SQLite then raises
OverflowError), members given twice (the last one silently wins); on deep nesting it raises RecursionError.
"""

from __future__ import annotations

import json
import math
import re
from typing import Any

from companion.messages.base import MAX_SAFE_INTEGER
from companion.messages.errors import ErrorCode

MAX_DEPTH = 200
"""How deep arrays and objects may nest: far above any page's JSON-LD, far below Python's own limit."""

_MAX_INTEGER_LENGTH = len(str(-MAX_SAFE_INTEGER))
_SURROGATE_ESCAPE = re.compile(rb"\\u[dD][89a-fA-F]")


class InvalidJson(ValueError):
    """A text is no JSON that the protocol takes; `status` is the fitting HTTP status, the text says why."""

    def __init__(self, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.status = status
        self.code = ErrorCode.INVALID


def parse(raw: bytes) -> Any:
    """Return the value of a JSON text in UTF-8. Raises InvalidJson.

    A lone surrogate (titles that a page cut in mid-character have them) becomes ``?``: UTF-8, and so the
    database, cannot carry it.
    """
    try:
        value = _load(raw)
    except UnicodeDecodeError:
        raise InvalidJson("The body is not UTF-8.") from None
    except RecursionError:
        raise InvalidJson("The JSON nests too deep.") from None
    except json.JSONDecodeError as error:
        raise InvalidJson(f"The body is not JSON (line {error.lineno}, column {error.colno}).") from None
    _check_depth(raw, value)
    if _SURROGATE_ESCAPE.search(raw):
        text = json.dumps(value, ensure_ascii=False)
        value = json.loads(text.encode("utf-8", "replace"))
    return value


def _load(raw: bytes) -> Any:
    return _DECODER.decode(raw.decode("utf-8"))


def _refuse_constant(word: str) -> None:
    raise InvalidJson(f"{word} is no JSON number.")


def _integer(text: str) -> int | float:
    """Read an integer as JavaScript does: beyond 2^53 it is a float, which no integer of a model takes.

    So a bounded member is refused by name, while a page's JSON-LD may hold any number.
    """
    if len(text) <= _MAX_INTEGER_LENGTH and abs(value := int(text)) <= MAX_SAFE_INTEGER:
        return value
    return _float(text)


def _number(text: str) -> int | float:
    """Read ``7.0`` as 7, as JavaScript and JSON Schema do: some programs write all their numbers that way."""
    value = _float(text)
    return int(value) if value.is_integer() and abs(value) <= MAX_SAFE_INTEGER else value


def _float(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise InvalidJson("A number is out of range.", status=422)
    return value


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise InvalidJson("An object has the same member twice.")
    return members


def _check_depth(raw: bytes, value: Any) -> None:
    """Raise InvalidJson over MAX_DEPTH levels, level by level, without recursion."""
    if raw.count(b"[") + raw.count(b"{") <= MAX_DEPTH:
        return
    level = [value]
    for _ in range(MAX_DEPTH + 1):
        level = [child for container in level for child in _children(container)]
        if not level:
            return
    raise InvalidJson("The JSON nests too deep.")


def _children(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [child for child in value.values() if isinstance(child, dict | list)]
    if isinstance(value, list):
        return [child for child in value if isinstance(child, dict | list)]
    return []


_DECODER = json.JSONDecoder(
    parse_constant=_refuse_constant, parse_int=_integer, parse_float=_number, object_pairs_hook=_members
)
