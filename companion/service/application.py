"""The aiohttp application: routes behind access control, every error a JSON body."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from aiohttp import web

from companion.messages.base import MAX_BODY_BYTES
from companion.messages.errors import ErrorCode
from companion.service import events_socket
from companion.service.access import check_request
from companion.service.application_keys import CALLS, NATIVE, SOCKETS, TOKEN
from companion.service.errors import INTERNAL, INTERNAL_MESSAGE, ServiceError, error_body
from companion.service.http_routes import add_routes, json_response

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from companion.service.native_connections import NativeConnections
    from companion.service.observed_calls import ObservedCalls

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_logger = logging.getLogger(__name__)

_ALWAYS = {
    "Server": "ApplyOnce",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
}
_CODES = {404: ErrorCode.NOT_FOUND, 405: ErrorCode.METHOD_NOT_ALLOWED, 413: ErrorCode.TOO_LARGE}
_MESSAGES = {
    404: "There is nothing at this address.",
    405: "This address does not take that method.",
    413: f"The body is over the limit of {MAX_BODY_BYTES} bytes.",
}


def create_app(calls: ObservedCalls, native: NativeConnections, token: Callable[[], str]) -> web.Application:
    """Return the application that serves the Unix socket and the TCP port alike.

    `token` returns the bearer token at the time of a request on TCP.
    """
    app = web.Application(middlewares=[_errors, _access], client_max_size=MAX_BODY_BYTES)
    app[CALLS] = calls
    app[NATIVE] = native
    app[TOKEN] = token
    app.cleanup_ctx.append(_event_sockets)
    app.on_shutdown.append(events_socket.close_all)
    app.on_response_prepare.append(_add_headers)
    add_routes(app)
    return app


async def _event_sockets(app: web.Application) -> AsyncIterator[None]:
    app[SOCKETS] = {}
    yield
    await events_socket.close_all(app)


async def _add_headers(_request: web.Request, response: web.StreamResponse) -> None:
    for name, value in _ALWAYS.items():
        response.headers[name] = value


@web.middleware
async def _access(request: web.Request, handler: Handler) -> web.StreamResponse:
    check_request(request, request.app[TOKEN])
    return await handler(request)


@web.middleware
async def _errors(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turn whatever goes wrong into a JSON body; a fault of our own goes to the log, never to the client."""
    try:
        return await handler(request)
    except ServiceError as error:
        headers = {"WWW-Authenticate": "Bearer"} if error.status == 401 else {}
        return json_response(error.body, error.status, headers)
    except web.HTTPException as error:
        return _http_error(error)
    except ConnectionError:
        raise  # the client went: nobody reads an answer
    except Exception:
        _logger.exception("a fault in a request")
        return json_response(error_body(INTERNAL, INTERNAL_MESSAGE), 500)


def _http_error(error: web.HTTPException) -> web.Response:
    headers = {}
    if isinstance(error, web.HTTPMethodNotAllowed):
        headers["Allow"] = ", ".join(sorted(error.allowed_methods))
    code = _CODES.get(error.status, ErrorCode.INVALID)
    return json_response(error_body(code, _MESSAGES.get(error.status, error.reason)), error.status, headers)
