"""Writes the extension's view of the protocol: ``protocol.d.ts`` and ``operations.js`` in ``extension/lib/``.

Run ``python -m companion.protocol_types`` after a change of `companion.protocol` or `companion.messages`; a test
fails when the files are stale.
"""

from __future__ import annotations

import json
import types
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin
from uuid import UUID

from pydantic import BaseModel

from companion.messages import applications, connection, jobs, own, settings, shapes
from companion.messages.base import PROTOCOL_VERSION, Request, Result
from companion.messages.errors import ErrorCode
from companion.protocol import OPERATIONS

LIBRARY = Path(__file__).parent.parent / "extension" / "lib"
TYPES_FILE = LIBRARY / "protocol.d.ts"
OPERATIONS_FILE = LIBRARY / "operations.js"

_HEADER = "// Made by `python -m companion.protocol_types` from companion/protocol.py. Change the source.\n\n"

_COMPLETE = """\
/** A shape of a request as it stands in a result: with all its members. */
export type Complete<T> = T extends object ? { [K in keyof T]-?: Complete<T[K]> } : T;

"""

_PLAIN: dict[object, str] = {
    str: "string",
    int: "number",
    float: "number",
    bool: "boolean",
    type(None): "null",
    UUID: "string",
    datetime: "string",
    Any: "unknown",
}


def types_source() -> str:
    """Return the text of ``protocol.d.ts``: every model, the error codes, and the table of operations."""
    models = _models()
    parts = [_HEADER, _COMPLETE, _error_codes()]
    parts += [_interface(model) for model in models]
    parts.append(_operations_interface())
    return "".join(parts)


def operations_source() -> str:
    """Return the text of ``operations.js``: what the background needs to know of each operation."""
    rows = "".join(
        f"  {name}: {{ changes: {_js(op.changes)}, content: {_js(op.content)}, native: {_js(op.native)} }},\n"
        for name, op in OPERATIONS.items()
    )
    return (
        _HEADER
        + f"export const PROTOCOL_VERSION = {PROTOCOL_VERSION};\n\n"
        + "/**\n"
        + " * `changes`: takes a key. `content`: content scripts may ask. `native`: the extension may.\n"
        + " * @typedef {Readonly<{changes: boolean, content: boolean, native: boolean}>} Flags\n"
        + " * @type {Readonly<Record<string, Flags>>}\n"
        + " */\n"
        + f"export const OPERATIONS = Object.freeze({{\n{rows}}});\n"
    )


def write() -> None:
    """Write both files."""
    TYPES_FILE.write_text(types_source(), encoding="utf-8")
    OPERATIONS_FILE.write_text(operations_source(), encoding="utf-8")


def _js(value: object) -> str:
    return json.dumps(value)


def _models() -> list[type[BaseModel]]:
    """Return the models of the protocol in the order of their definition."""
    return [
        value
        for module in (shapes, connection, jobs, applications, own, settings)
        for value in vars(module).values()
        if isinstance(value, type)
        and issubclass(value, Request | Result)
        and value.__module__ == module.__name__
    ]


def _error_codes() -> str:
    words = " | ".join(_js(code.value) for code in ErrorCode)
    return f"export type ErrorCode = {words};\n\n"


def _interface(model: type[BaseModel]) -> str:
    is_request = issubclass(model, Request)
    lines = [f"/** {_first_paragraph(model)} */\n", f"export interface {model.__name__} {{\n"]
    for name, field in model.model_fields.items():
        optional = "?" if is_request and not field.is_required() else ""
        lines.append(f"  {name}{optional}: {typescript(field.annotation, within_result=not is_request)};\n")
    lines.append("}\n\n")
    return "".join(lines)


def _first_paragraph(model: type[BaseModel]) -> str:
    return " ".join((model.__doc__ or "").split("\n\n")[0].split())


def _operations_interface() -> str:
    rows = "".join(
        f"  {name}: {{ request: {op.request.__name__}; result: {op.result.__name__} }};\n"
        for name, op in OPERATIONS.items()
    )
    return f"/** What each operation takes and answers. */\nexport interface Operations {{\n{rows}}}\n"


def typescript(annotation: object, *, within_result: bool) -> str:
    """Return the TypeScript of an annotation. Raises TypeError for one that the protocol has not used yet."""
    if plain := _PLAIN.get(annotation):
        return plain
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        completed = within_result and issubclass(annotation, Request)
        return f"Complete<{annotation.__name__}>" if completed else annotation.__name__
    origin, arguments = get_origin(annotation), get_args(annotation)

    def inner(argument: object) -> str:
        return typescript(argument, within_result=within_result)

    if origin is Annotated:
        return inner(arguments[0])
    if origin is Literal:
        return " | ".join(_js(word) for word in arguments)
    if origin in (Union, types.UnionType):
        return " | ".join(dict.fromkeys(inner(argument) for argument in arguments))
    if origin is list:
        return f"Array<{inner(arguments[0])}>"
    if origin is dict:
        value = "any" if arguments[1] is Any else inner(arguments[1])
        return f"Record<{inner(arguments[0])}, {value}>"
    raise TypeError(f"no TypeScript known for {annotation!r}")


if __name__ == "__main__":
    write()
