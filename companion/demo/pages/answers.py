"""What the server says to a page's script about an application that it sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiohttp import web

if TYPE_CHECKING:
    from companion.demo.context import Outcome


def answer_script(
    outcome: Outcome, *, login_next: str, headers: dict[str, str] | None = None
) -> web.Response:
    """Answer 200, 401 with the log-in's address, 428 for a security code, else 422 with errors by field."""
    match outcome.kind:
        case "accepted":
            return web.json_response({"status": "ok"}, headers=headers)
        case "security_code":
            data = {"error": "captcha-failed", "message": outcome.errors.get("security_code", "")}
            return web.json_response(data, status=428, headers=headers)
        case "login":
            return web.json_response({"login": f"/login?next={login_next}"}, status=401, headers=headers)
        case _:
            return web.json_response({"errors": dict(outcome.errors)}, status=422, headers=headers)
