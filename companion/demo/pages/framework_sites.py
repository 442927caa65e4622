"""Employers' own sites whose form a framework draws: Vue on what the server has sent, and Angular."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.demo.catalogue import Posting, of_board
from companion.demo.context import Board, Route, read_form, route
from companion.demo.faults import FaultName
from companion.demo.pages import shared
from companion.demo.pages.answers import answer_script
from companion.demo.pages.layout import STATIC_ROOT, config, escape, job_posting_json_ld, page, prose

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aiohttp import web

REQUIRED = (
    ("first_name", "First name"),
    ("last_name", "Last name"),
    ("email", "Email"),
    ("country", "Country"),
    ("region", "State or region"),
    ("authorized", "Right to work"),
    ("resume", "Résumé"),
    ("privacy", "Privacy notice"),
)

ALREADY_APPLIED = '<section class="notice"><h2>You have already applied for this position</h2></section>'


@dataclass(frozen=True, slots=True)
class FrameworkSite:
    """One employer's site. `root` is the element that the script draws the form in, as the server sends it."""

    company: str
    script: str
    root: str

    def _posting(self, arguments: Mapping[str, str]) -> Posting | None:
        return next(
            (each for each in of_board("careers", self.company) if each.board_job_id == arguments["job"]),
            None,
        )

    async def posting_page(
        self, board: Board, _request: web.Request, arguments: Mapping[str, str]
    ) -> web.Response:
        """Answer with the posting and its form."""
        posting = self._posting(arguments)
        if posting is None:
            return shared.not_found()
        if not await board.opens(posting, otherwise="/jobs"):
            return shared.not_found("This position is no longer open")
        form = self.root
        scripts: tuple[str, ...] = ("captcha.js", self.script)
        if board.faults.take(posting.id, FaultName.ALREADY_APPLIED):
            form, scripts = ALREADY_APPLIED, ()
        thanks = board.faults.take(posting.id, FaultName.THANKS_IN_POSTING) is not None
        body = (
            f'<header class="site"><a href="/jobs">{escape(posting.company_name)}</a></header>'
            f'<main class="posting"><article><h1>{escape(posting.title)}</h1>'
            f'<p class="meta">{escape(posting.location)} · {escape(posting.department)}</p>'
            f"{prose(posting, thanks=thanks)}</article>{form}</main>"
            f"{config({'action': f'{posting.path}/applications', 'faults': board.page_faults(posting)})}"
        )
        return page(
            f"{posting.title} – {posting.company_name}",
            body,
            style="careers.css",
            head=job_posting_json_ld(posting),
            scripts=scripts,
        )

    async def apply(self, board: Board, request: web.Request, arguments: Mapping[str, str]) -> web.Response:
        """Take in what the form's script has sent."""
        posting = self._posting(arguments)
        if posting is None:
            return shared.not_found()
        received = await read_form(request)
        outcome = await board.receive(
            request, posting, received, email=received.text("email"), required=REQUIRED
        )
        return answer_script(outcome, login_next=posting.path)

    async def job_list(
        self, _board: Board, _request: web.Request, _arguments: Mapping[str, str]
    ) -> web.Response:
        """List what is open."""
        rows = "".join(
            f'<li><a href="{posting.path}">{escape(posting.title)}</a></li>'
            for posting in of_board("careers", self.company)
        )
        body = f'<main class="plain"><h1>Open positions</h1><ul class="jobs">{rows}</ul></main>'
        return page("Open positions", body, style="careers.css")

    @property
    def routes(self) -> tuple[Route, ...]:
        """The site's addresses; that of the thanks, which only a script leads to, shows the posting anew."""
        return (
            route("GET", "/jobs", self.job_list),
            route("GET", "/jobs/{job}", self.posting_page),
            route("GET", "/jobs/{job}/thanks", self.posting_page),
            route("POST", "/jobs/{job}/applications", self.apply),
        )


VUE_FORM = (STATIC_ROOT / "vue.form.html").read_text(encoding="utf-8").partition("\n")[2].strip()
"""Vue takes over these very nodes: not a blank may stand between them that it has not made."""

VUE = FrameworkSite(
    company="larkspur",
    script="vue.bundle.js",
    root=f'<div id="app">{VUE_FORM}</div>',
)
ANGULAR = FrameworkSite(
    company="sablerail", script="angular.bundle.js", root="<application-form></application-form>"
)
