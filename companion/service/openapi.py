"""The OpenAPI 3.1 document of the HTTP API, made from the one table of operations."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import models_json_schema

from companion import __version__
from companion.protocol import HTTP_STATUS, OPERATIONS, ErrorCode, Operation

if TYPE_CHECKING:
    from pydantic import BaseModel

_REFERENCE = "#/components/schemas/{model}"
_PATH_NAME = re.compile(r"\{(\w+)\}")
_ERROR = {
    "type": "object",
    "required": ["message", "code"],
    "properties": {
        "message": {"type": "string", "description": "A sentence that a user can act on."},
        "code": {
            "type": "string",
            "description": "A stable word.",
            "enum": [*(code.value for code in ErrorCode), "internal"],
        },
    },
}
_DESCRIPTION = """\
Each job gets exactly one application. The API listens on the Unix socket `http.sock` in the data directory \
(with `Host: localhost`), and, after `applyonce serve --port N`, on 127.0.0.1 with the bearer token from the \
file `token` there. Requests with an `Origin` are refused: no web page may use it."""


@cache
def document() -> dict[str, Any]:
    """Return the document. Do not change it: it is made once."""
    operations = [operation for operation in OPERATIONS.values() if operation.path is not None]
    schemas = _schemas(operations)
    paths: dict[str, dict[str, Any]] = {}
    for operation in operations:
        item = paths.setdefault(str(operation.path), {})
        item[str(operation.method).lower()] = _operation(operation, schemas[operation.request.__name__])
    paths["/metrics"] = {"get": _metrics()}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "ApplyOnce",
            "version": __version__,
            "description": _DESCRIPTION,
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": "http://localhost"}],
        "security": [{}, {"token": []}],
        "paths": paths,
        "components": {
            "schemas": {**schemas, "Error": _ERROR},
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer", "description": "On the TCP port only."}
            },
        },
    }


def _schemas(operations: list[Operation]) -> dict[str, Any]:
    models: list[tuple[type[BaseModel], Any]] = []
    for operation in operations:
        models += [(operation.request, "validation"), (operation.result, "validation")]
    unique = list(dict.fromkeys(models))
    return dict(models_json_schema(unique, ref_template=_REFERENCE)[1].get("$defs", {}))


def _operation(operation: Operation, request: dict[str, Any]) -> dict[str, Any]:
    in_path = _PATH_NAME.findall(str(operation.path))
    rest = {name: schema for name, schema in request.get("properties", {}).items() if name not in in_path}
    described: dict[str, Any] = {
        "operationId": operation.name,
        "summary": operation.summary,
        "description": request.get("description", ""),
        "tags": [str(operation.path).split("/")[3]],
        "parameters": [_parameter(name, "path", request, required=True) for name in in_path],
        "responses": _responses(operation),
    }
    if operation.method == "GET":
        required = request.get("required", [])
        described["parameters"] += [
            _parameter(name, "query", request, required=name in required) for name in rest
        ]
    elif rest:
        described["requestBody"] = _body(request, rest)
    if operation.changes:
        described["parameters"].append(
            {
                "name": "Idempotency-Key",
                "in": "header",
                "description": "The same key with the same arguments gets the same reply, for 24 h.",
                "schema": {"type": "string", "minLength": 1, "maxLength": 255},
            }
        )
    return described


def _parameter(name: str, place: str, request: dict[str, Any], *, required: bool) -> dict[str, Any]:
    return {"name": name, "in": place, "required": required, "schema": request["properties"][name]}


def _body(request: dict[str, Any], rest: dict[str, Any]) -> dict[str, Any]:
    required = [name for name in request.get("required", []) if name in rest]
    schema: dict[str, Any] = {"type": "object", "properties": rest, "additionalProperties": False}
    if required:
        schema["required"] = required
    return {"required": bool(required), "content": {"application/json": {"schema": schema}}}


def _responses(operation: Operation) -> dict[str, Any]:
    result = {"schema": {"$ref": _REFERENCE.format(model=operation.result.__name__)}}
    content: dict[str, Any] = {"application/json": result}
    description = "Done"
    if operation.name == "document":
        content = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
        description = "The file itself, with its own type"
    if operation.name == "events":
        description = "The history; with “Upgrade: websocket” the history and then what happens"
    good = {"description": description, "content": content}
    error = {"application/json": {"schema": {"$ref": _REFERENCE.format(model="Error")}}}
    created = {"201": good} if operation.created or operation.name == "identify" else {}
    both = {} if operation.created else {"200": good}
    codes = ", ".join(f"{code.value} {status}" for code, status in HTTP_STATUS.items())
    return {**both, **created, "default": {"description": f"Refused: {codes}", "content": error}}


def _metrics() -> dict[str, Any]:
    return {
        "operationId": "metrics",
        "summary": "Prometheus metrics",
        "tags": ["metrics"],
        "responses": {
            "200": {
                "description": "Prometheus text",
                "content": {"text/plain": {"schema": {"type": "string"}}},
            }
        },
    }
