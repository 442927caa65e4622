"""From an HTTP request to an operation's parameters: path, query and JSON body merged into one object."""

from __future__ import annotations

import asyncio
import types
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin
from uuid import UUID

from aiohttp.web import RequestPayloadError

from companion.messages.errors import ErrorCode
from companion.service import strict_json
from companion.service.errors import ServiceError

if TYPE_CHECKING:
    from aiohttp import web

    from companion.protocol import Operation

BODY_SECONDS = 30
"""How long a body may take to come."""

MAX_KEY_CHARACTERS = 255
_ENCODINGS = frozenset({"identity", "gzip", "deflate"})

BARE_BODIES = {"save_profile": "profile", "save_settings": "settings"}
"""Operations whose body may be the thing itself: a JSON Resume as it is, without a wrapper around it."""


async def parameters(request: web.Request, operation: Operation) -> dict[str, Any]:
    """Return the parameters of a request. Raises ServiceError for what cannot be read or says two things."""
    params = _path_parameters(request, operation)
    _merge(params, _query_parameters(request, operation))
    if request.can_read_body:
        body = await _json_object(request)
        wrapper = BARE_BODIES.get(operation.name)
        if wrapper is not None and set(body) != {wrapper}:
            body = {wrapper: body}
        _merge(params, body)
    return params


def idempotency_key(request: web.Request) -> str | None:
    """Return the request's Idempotency-Key. Raises ServiceError for an empty or over-long one."""
    keys = request.headers.getall("Idempotency-Key", [])
    if not keys:
        return None
    if len(keys) > 1 or not 0 < len(keys[0]) <= MAX_KEY_CHARACTERS or not _is_utf8(keys[0]):
        raise ServiceError(
            ErrorCode.INVALID,
            f"Idempotency-Key must be given once, with 1 to {MAX_KEY_CHARACTERS} characters in UTF-8.",
        )
    return keys[0]


def _is_utf8(text: str) -> bool:
    """Say whether a header's bytes were UTF-8: aiohttp keeps others as surrogates, which no database takes."""
    return not any("\ud800" <= character <= "\udfff" for character in text)


def kinds(annotation: object) -> tuple[object, ...]:
    """Return the plain types that an annotation allows: ``int | None`` allows int and NoneType."""
    if get_origin(annotation) in (Union, types.UnionType):
        return tuple(kind for argument in get_args(annotation) for kind in kinds(argument))
    if hasattr(annotation, "__metadata__"):
        return kinds(get_args(annotation)[0])
    return (annotation,)


def _path_parameters(request: web.Request, operation: Operation) -> dict[str, Any]:
    params: dict[str, Any] = dict(request.match_info)
    for name, text in params.items():
        if UUID in kinds(operation.request.model_fields[name].annotation) and not _is_uuid(text):
            what = name.removesuffix("_id").capitalize()
            raise ServiceError(ErrorCode.NOT_FOUND, f"{what} not found")
    return params


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def _query_parameters(request: web.Request, operation: Operation) -> dict[str, Any]:
    """Read the query. An empty value of an optional parameter counts as absent, as in ``?status=&q=``."""
    params: dict[str, Any] = {}
    for name, text in request.query.items():
        if name in params:
            raise ServiceError(ErrorCode.INVALID, f"“{name}” is given twice.")
        field = operation.request.model_fields.get(name)
        if field is not None and text == "" and not field.is_required():
            continue
        params[name] = _from_text(text, kinds(field.annotation)) if field is not None else text
    return params


def _from_text(text: str, allowed: tuple[object, ...]) -> str | int:
    """Make the integer that an address can only spell: the models' integers are strict."""
    if int in allowed and len(text) <= 20 and text.isascii() and text.removeprefix("-").isdigit():
        return int(text)
    return text


def _merge(params: dict[str, Any], more: dict[str, Any]) -> None:
    for name, value in more.items():
        if name in params and params[name] != value:
            raise ServiceError(ErrorCode.INVALID, f"“{name}” is given twice, with different values.")
        params[name] = value


async def _json_object(request: web.Request) -> dict[str, Any]:
    charset = (request.charset or "utf-8").lower()
    if request.content_type != "application/json" or charset not in ("utf-8", "utf8"):
        raise ServiceError(
            ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send the body as “Content-Type: application/json” in UTF-8."
        )
    if request.headers.get("Content-Encoding", "identity").lower() not in _ENCODINGS:
        raise ServiceError(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send the body without a Content-Encoding.")
    try:
        async with asyncio.timeout(BODY_SECONDS):
            raw = await request.read()
    except TimeoutError:
        raise ServiceError(ErrorCode.INVALID, "The body did not come in time.", status=408) from None
    except RequestPayloadError:
        message = "The body is not in its Content-Encoding or Transfer-Encoding."
        raise ServiceError(ErrorCode.INVALID, message, status=400) from None
    if not raw:
        return {}
    try:
        value = strict_json.parse(raw)
    except strict_json.InvalidJson as error:
        raise ServiceError(ErrorCode.INVALID, str(error), status=error.status) from None
    if not isinstance(value, dict):
        raise ServiceError(ErrorCode.INVALID, "The body must be a JSON object.")
    return value
