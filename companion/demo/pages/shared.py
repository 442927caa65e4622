"""Pages of every host: log-in wall, place suggestions, captcha frame, not found; and the front page."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from aiohttp import web

from companion.demo.catalogue import POSTINGS
from companion.demo.context import Board, Route, read_form, route
from companion.demo.pages.layout import STATIC, escape, page

if TYPE_CHECKING:
    from collections.abc import Mapping

BOARD_TITLES = {
    "careers": "An employer's own site",
    "smartrecruiters": "SmartRecruiters",
    "linkedin": "LinkedIn",
}
PLACES = (
    "Amsterdam, Netherlands",
    "Austin, Texas, United States",
    "Barcelona, Spain",
    "Berlin, Germany",
    "Bern, Switzerland",
    "Boston, Massachusetts, United States",
    "Copenhagen, Denmark",
    "Dublin, Ireland",
    "Dresden, Germany",
    "Hamburg, Germany",
    "Lagos, Nigeria",
    "Leipzig, Germany",
    "Lisbon, Portugal",
    "London, England, United Kingdom",
    "London, Ontario, Canada",
    "Madrid, Spain",
    "Malmö, Sweden",
    "Milan, Italy",
    "Munich, Germany",
    "New York, New York, United States",
    "Oslo, Norway",
    "Paris, France",
    "Prague, Czechia",
    "Rome, Italy",
    "San Francisco, California, United States",
    "Stockholm, Sweden",
    "Toronto, Ontario, Canada",
    "Utrecht, Netherlands",
    "Vienna, Austria",
    "Warsaw, Poland",
    "Zurich, Switzerland",
)


def not_found(text: str = "Sorry, we couldn't find anything here") -> web.Response:
    """Answer 404 with a page of its own."""
    return page(
        "Not found", f'<main class="plain"><h1>{escape(text)}</h1></main>', style="careers.css", status=404
    )


def front_page(board: Board) -> web.Response:
    """List every posting with its count, for a person who looks at the board itself."""
    accepted = board.ledger.accepted()
    sections = []
    for name, postings in groupby(POSTINGS, key=lambda posting: posting.board):
        rows = "".join(
            f'<li><a href="{escape(posting.url)}">{escape(posting.title)}</a> '
            f"<span>{escape(posting.company_name)} · {escape(posting.location)}</span> "
            f"<b>{accepted.get(posting.id, 0)} received</b></li>"
            for posting in postings
        )
        title = BOARD_TITLES.get(name, name.capitalize())
        sections.append(f"<section><h2>{escape(title)}</h2><ul>{rows}</ul></section>")
    body = (
        '<main class="front"><h1>Sample job board</h1><p>These links lead here only in a browser that maps all '
        "host names to this server, as the demo's does. Elsewhere they lead to the real boards, which know "
        f"nothing of these jobs.</p>{''.join(sections)}</main>"
    )
    return page("Sample job board", body, style="careers.css")


async def _places(_board: Board, request: web.Request, _arguments: Mapping[str, str]) -> web.Response:
    wanted = request.query.get("q", "").strip().lower()
    return web.json_response([place for place in PLACES if wanted and place.lower().startswith(wanted)][:6])


async def _login_page(_board: Board, request: web.Request, _arguments: Mapping[str, str]) -> web.Response:
    target = request.query.get("next", "/")
    body = (
        '<main class="plain"><h1>Your session has expired</h1><p>Please sign in to go on.</p>'
        '<form method="post" action="/login">'
        f'<input type="hidden" name="next" value="{escape(target)}">'
        '<label for="login-email">Email</label>'
        '<input id="login-email" type="email" name="email" autocomplete="username" required>'
        '<label for="login-password">Password</label>'
        '<input id="login-password" type="password" name="password" autocomplete="current-password" required>'
        '<button type="submit">Sign in</button></form></main>'
    )
    return page("Sign in", body, style="careers.css")


async def _login(_board: Board, request: web.Request, _arguments: Mapping[str, str]) -> web.Response:
    target = (await read_form(request)).text("next")
    local = target.startswith("/") and not target.startswith("//")
    raise web.HTTPSeeOther(target if local else "/")


async def _captcha_frame(_board: Board, _request: web.Request, _arguments: Mapping[str, str]) -> web.Response:
    body = (
        '<main class="captcha"><label><input type="checkbox" id="checkbox" role="checkbox">'
        f" I am human</label></main><script src='{STATIC}/captcha_frame.js'></script>"
    )
    return page("Challenge", body, style="careers.css")


ROUTES: tuple[Route, ...] = (
    route("GET", "/api/places", _places),
    route("GET", "/login", _login_page),
    route("POST", "/login", _login),
)

CAPTCHA_ROUTES: tuple[Route, ...] = (route("GET", "/captcha/v1/challenge.html", _captcha_frame),)
