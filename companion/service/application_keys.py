"""The keys under which the application keeps what lives as long as it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiohttp import web

from companion.service.native_connections import NativeConnections
from companion.service.observed_calls import ObservedCalls

if TYPE_CHECKING:
    from collections.abc import Callable

CALLS = web.AppKey("calls", ObservedCalls)
NATIVE = web.AppKey("native", NativeConnections)
TOKEN: web.AppKey[Callable[[], str]] = web.AppKey("token")
SOCKETS = web.AppKey("sockets", dict[web.WebSocketResponse, web.Request])
