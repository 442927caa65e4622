"""The OpenAPI 3.1 document of the HTTP API, made from the one table of operations."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import models_json_schema

from companion import __version__
from companion.messages.errors import ErrorCode
from companion.protocol import OPERATIONS, Operation
from companion.service.api_refusals import WHY, error_schema, refusals_of
from companion.service.http_parameters import BARE_BODIES, MAX_KEY_CHARACTERS

if TYPE_CHECKING:
    from pydantic import BaseModel

_REFERENCE = "#/components/schemas/{model}"
_PATH_NAME = re.compile(r"\{(\w+)\}")
_MAY_CREATE = frozenset({"identify", "auto_apply_queue"})
"""Operations that answer 201 where they made something that was not known, else 200."""
_NATIVE_ONLY = {"document": ("offset",)}
"""Parameters that mean nothing over HTTP: there a document comes whole."""
_DESCRIPTION = """\
Each job gets exactly one application. The API listens on the Unix socket `http.sock` in the data directory \
(with `Host: localhost`), and, after `applyonce serve --port N`, on 127.0.0.1 with the bearer token from the \
file `token` there. Requests with an `Origin` are refused: no web page may use it.

What changes something takes an `Idempotency-Key`: send the same call again under the same key when no answer \
came, and it is carried out once. Every refusal is an `Error`, and changes nothing. An address that is none is \
404, a method that it does not take 405, with `Allow`. What is no HTTP at all is answered by 400 in plain text."""

_KEY = "Idempotency-Key"
_HEADERS = {
    "Idempotency-Replayed": {
        "description": "`true` where this is the reply kept from an earlier call under the same key.",
        "schema": {"type": "string", "enum": ["true"]},
    },
    "Retry-After": {
        "description": "After how many seconds to try again.",
        "schema": {"type": "integer", "minimum": 1},
    },
    "WWW-Authenticate": {"schema": {"type": "string", "enum": ["Bearer"]}},
    "Content-Disposition": {"description": "The file's name.", "schema": {"type": "string"}},
}


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
            "schemas": {
                **_used(paths, schemas),
                "Error": error_schema(_REFERENCE.format(model="Holder")),
            },
            "headers": _HEADERS,
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


def _used(paths: dict[str, Any], schemas: dict[str, Any]) -> dict[str, Any]:
    """Return the schemas that something refers to: a request's own members stand where it is used."""
    used: dict[str, Any] = {}
    waiting = [*_references(paths), "Holder"]
    while waiting:
        name = waiting.pop()
        if name not in used and name in schemas:
            used[name] = schemas[name]
            waiting += _references(schemas[name])
    return dict(sorted(used.items()))


def _references(value: object) -> list[str]:
    if isinstance(value, list):
        return [name for member in value for name in _references(member)]
    if not isinstance(value, dict):
        return []
    own = [value["$ref"].rsplit("/", 1)[-1]] if isinstance(value.get("$ref"), str) else []
    return own + [name for member in value.values() for name in _references(member)]


def _operation(operation: Operation, request: dict[str, Any]) -> dict[str, Any]:
    in_path = _PATH_NAME.findall(str(operation.path))
    hidden = {*in_path, *_NATIVE_ONLY.get(operation.name, ())}
    rest = {name: schema for name, schema in request.get("properties", {}).items() if name not in hidden}
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
        described["requestBody"] = _body(operation, request, rest)
    if operation.changes:
        described["parameters"].append(
            {
                "name": _KEY,
                "in": "header",
                "required": False,
                "description": "The same key with the same arguments gets the same reply, for 24 h, refusals "
                "included; replies of 5xx are not kept. With other arguments it is 409 `key_reused`.",
                "schema": {"type": "string", "minLength": 1, "maxLength": MAX_KEY_CHARACTERS},
            }
        )
    return described


def _parameter(name: str, place: str, request: dict[str, Any], *, required: bool) -> dict[str, Any]:
    schema = dict(request["properties"][name])
    described = schema.pop("description", None)
    choices = [choice for choice in schema.get("anyOf", ()) if choice != {"type": "null"}]
    if len(choices) == 1:  # an address cannot say null: it leaves the parameter out
        schema = {
            name: value for name, value in schema.items() if name not in ("anyOf", "default")
        } | choices[0]
    if place == "path" and schema.get("type") == "string" and "format" not in schema:
        schema["minLength"] = 1
    parameter = {"name": name, "in": place, "required": required, "schema": schema}
    return parameter if described is None else {**parameter, "description": described}


def _body(operation: Operation, request: dict[str, Any], rest: dict[str, Any]) -> dict[str, Any]:
    required = [name for name in request.get("required", []) if name in rest]
    schema: dict[str, Any] = {"type": "object", "properties": rest, "additionalProperties": False}
    if required:
        schema["required"] = required
    wrapper = BARE_BODIES.get(operation.name)
    if wrapper is not None:
        schema = {"anyOf": [schema, {**rest[wrapper], "description": f"The bare {wrapper}."}]}
    return {"required": bool(required), "content": {"application/json": {"schema": schema}}}


def _responses(operation: Operation) -> dict[str, Any]:
    result = {"schema": {"$ref": _REFERENCE.format(model=operation.result.__name__)}}
    content: dict[str, Any] = {"application/json": result}
    description = "Done"
    headers = _headers("Idempotency-Replayed") if operation.changes else {}
    if operation.name == "document":
        content = {"*/*": {"schema": {"type": "string", "format": "binary"}}}
        description = "The file itself, with its own type"
        headers = _headers("Content-Disposition")
    if operation.name == "events":
        description = "The history; with `Upgrade: websocket` the history and then what happens"
    good = {"description": description, "content": content} | ({"headers": headers} if headers else {})
    answers: dict[str, Any] = {}
    if not operation.created:
        answers["200"] = good
    if operation.created or operation.name in _MAY_CREATE:
        answers["201"] = {**good, "description": "Done: it was not known before"}
    for status, codes in refusals_of(operation).items():
        answers[str(status)] = _refusal(operation, status, codes)
    answers["500"] = {
        "description": WHY[500],
        "content": {"application/json": {"schema": {"$ref": _REFERENCE.format(model="Error")}}},
    }
    return answers


def _refusal(operation: Operation, status: int, codes: tuple[ErrorCode, ...]) -> dict[str, Any]:
    told = []
    if operation.changes and status in (404, 409, 413, 422):
        told.append("Idempotency-Replayed")
    if status == 503 or (status == 409 and operation.name == "resolve"):
        told.append("Retry-After")
    if status == 401:
        told.append("WWW-Authenticate")
    answer = {"description": WHY[status], "content": _error_content(codes)}
    return answer | ({"headers": _headers(*told)} if told else {})


def _error_content(codes: tuple[ErrorCode, ...]) -> dict[str, Any]:
    error = {"$ref": _REFERENCE.format(model="Error")}
    own = {"type": "object", "properties": {"code": {"enum": [code.value for code in codes]}}}
    return {"application/json": {"schema": {"allOf": [error, own]}}}


def _headers(*names: str) -> dict[str, Any]:
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}


def _metrics() -> dict[str, Any]:
    return {
        "operationId": "metrics",
        "summary": "Prometheus metrics",
        "tags": ["metrics"],
        "responses": {
            "200": {
                "description": "Prometheus text",
                "content": {"text/plain": {"schema": {"type": "string"}}},
            },
            **{
                str(status): {"description": WHY[status], "content": _error_content(codes)}
                for status, codes in (
                    (401, (ErrorCode.UNAUTHORIZED,)),
                    (403, (ErrorCode.FORBIDDEN,)),
                )
            },
        },
    }
