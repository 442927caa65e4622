"""An employer's own pages on careers.example.com: JSON-LD and an ordinary form, and a Greenhouse embed."""

from __future__ import annotations

import secrets
import time
from typing import TYPE_CHECKING

from aiohttp import web

from companion.demo.catalogue import Posting, Question, find, of_board
from companion.demo.context import Board, Outcome, Route, read_form, route
from companion.demo.faults import FaultName
from companion.demo.pages import shared
from companion.demo.pages.layout import (
    config,
    escape,
    job_posting_json_ld,
    options,
    page,
    prose,
    required_mark,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

COMPANY = "examplefoods"
HEADER = (
    '<header class="site"><a href="/jobs">Example Foods</a><nav><a href="/jobs">Jobs</a>'
    '<a href="/jobs">About us</a></nav></header>'
)
BASE_FIELDS = (
    ("first_name", "First name", "text", "given-name", True),
    ("last_name", "Last name", "text", "family-name", True),
    ("email", "Email", "email", "email", True),
    ("phone", "Phone", "tel", "tel", False),
    ("city", "City", "text", "address-level2", False),
)
COUNTRIES = (
    "Denmark",
    "Germany",
    "Netherlands",
    "Norway",
    "Poland",
    "Sweden",
    "United Kingdom",
    "United States",
)


async def _list(_board: Board, _request: web.Request, _arguments: Mapping[str, str]) -> web.Response:
    own = "".join(
        f'<li><a href="/jobs/{posting.board_job_id}">{escape(posting.title)}</a>'
        f"<span>{escape(posting.location)}</span></li>"
        for posting in of_board("careers", COMPANY)
    )
    embedded = "".join(
        f'<li><a href="/careers?gh_jid={posting.board_job_id}">{escape(posting.title)}</a>'
        f"<span>{escape(posting.location)}</span></li>"
        for posting in of_board("greenhouse", COMPANY)
    )
    body = f'{HEADER}<main class="plain"><h1>Open positions</h1><ul class="jobs">{own}{embedded}</ul></main>'
    return page("Jobs at Example Foods", body, style="careers.css")


def _question(question: Question) -> str:
    name, label, mark = escape(question.id), escape(question.label), required_mark(required=question.required)
    needed = " required" if question.required else ""
    match question.kind:
        case "radio" | "yes_no":
            rows = "".join(
                f'<label class="choice"><input type="radio" name="{name}" value="{escape(choice)}"{needed}> '
                f"{escape(choice)}</label>"
                for choice in question.choices
            )
            return f'<fieldset class="field"><legend>{label}{mark}</legend>{rows}</fieldset>'
        case "select":
            control = f'<select id="{name}" name="{name}"{needed}>{options(question.choices)}</select>'
        case "textarea":
            control = f'<textarea id="{name}" name="{name}" rows="4"{needed}></textarea>'
        case "date":
            control = f'<input id="{name}" name="{name}" type="date"{needed}>'
        case _:
            control = f'<input id="{name}" name="{name}" type="text"{needed}>'
    return f'<div class="field"><label for="{name}">{label}{mark}</label>{control}</div>'


def _form(posting: Posting, *, errors: Mapping[str, str] | None = None) -> str:
    base = "".join(
        f'<div class="field"><label for="{name}">{label}{required_mark(required=required)}</label>'
        f'<input id="{name}" name="{name}" type="{kind}" autocomplete="{token}"'
        f"{' required' if required else ''}></div>"
        for name, label, kind, token, required in BASE_FIELDS
    )
    alert = ""
    if errors:
        rows = "".join(f"<li>{escape(text)}</li>" for text in errors.values())
        alert = f'<div class="alert" role="alert"><p>Please correct the following:</p><ul>{rows}</ul></div>'
    return (
        f'{alert}<form id="apply" method="post" enctype="multipart/form-data" '
        f'action="/jobs/{posting.board_job_id}/apply"><h2>Apply for this position</h2>{base}'
        f'<div class="field"><label for="country">Country{required_mark(required=True)}</label>'
        '<select id="country" name="country" autocomplete="country-name" required>'
        f"{options(COUNTRIES)}</select></div>"
        '<div class="trap" aria-hidden="true"><label for="website">Website</label>'
        '<input id="website" name="website" type="text" tabindex="-1" autocomplete="off"></div>'
        f'<div class="field"><label for="resume">CV (PDF){required_mark(required=True)}</label>'
        '<input id="resume" name="resume" type="file" accept=".pdf,.doc,.docx" required></div>'
        f"{''.join(_question(question) for question in posting.questions)}"
        '<label class="choice"><input type="checkbox" name="privacy" value="yes" required> '
        "I have read the privacy notice and agree to the processing of my data</label>"
        '<button type="submit">Send application</button></form>'
    )


async def _posting_page(board: Board, _request: web.Request, arguments: Mapping[str, str]) -> web.Response:
    posting = find("careers", COMPANY, arguments["job"])
    if posting is None:
        return shared.not_found()
    if not await board.opens(posting, otherwise="/jobs"):
        return shared.not_found("This position is no longer open")
    return _render(board, posting)


def _render(board: Board, posting: Posting, *, errors: Mapping[str, str] | None = None) -> web.Response:
    if board.faults.take(posting.id, FaultName.ALREADY_APPLIED):
        inner = '<section class="notice"><h2>You have already applied for this position</h2></section>'
    else:
        inner = _form(posting, errors=errors)
    thanks = board.faults.take(posting.id, FaultName.THANKS_IN_POSTING) is not None
    body = (
        f'{HEADER}<main class="posting"><article><h1>{escape(posting.title)}</h1>'
        f'<p class="meta">{escape(posting.location)} · {escape(posting.department)}</p>'
        f"{prose(posting, thanks=thanks)}</article>{inner}</main>"
        f"{config({'faults': board.page_faults(posting)})}"
    )
    return page(
        f"{posting.title} – Example Foods",
        body,
        style="careers.css",
        head=job_posting_json_ld(posting),
        scripts=("captcha.js", "plain_form.js"),
        status=422 if errors else 200,
    )


async def _apply(board: Board, request: web.Request, arguments: Mapping[str, str]) -> web.Response:
    posting = find("careers", COMPANY, arguments["job"])
    if posting is None:
        return shared.not_found()
    received = await read_form(request)
    required = [(name, label) for name, label, _, _, needed in BASE_FIELDS if needed]
    required += [("country", "Country"), ("resume", "CV"), ("privacy", "Privacy notice")]
    required += [(question.id, question.label) for question in posting.questions if question.required]
    outcome = (
        Outcome("spam", {"": "Your application was flagged as possible spam."})
        if received.text("website")
        else await board.receive(request, posting, received, email=received.text("email"), required=required)
    )
    if outcome.kind == "accepted":
        raise web.HTTPSeeOther(f"/jobs/{posting.board_job_id}/thank-you")
    if outcome.kind == "login":
        raise web.HTTPSeeOther(f"/login?next=/jobs/{posting.board_job_id}")
    errors = outcome.errors or {"": "Please enter the code that we have sent to you."}
    return _render(board, posting, errors=errors)


async def _thank_you(_board: Board, _request: web.Request, arguments: Mapping[str, str]) -> web.Response:
    posting = find("careers", COMPANY, arguments["job"])
    if posting is None:
        return shared.not_found()
    body = (
        f'{HEADER}<main class="plain"><h1>Thank you for your application</h1>'
        f"<p>We have received your application for {escape(posting.title)} and will be in touch.</p>"
        '<p><a href="/jobs">Other positions</a></p></main>'
    )
    return page("Thank you – Example Foods", body, style="careers.css")


async def _embed_host(board: Board, request: web.Request, _arguments: Mapping[str, str]) -> web.Response:
    posting = find("greenhouse", COMPANY, request.query.get("gh_jid", ""))
    if posting is None:
        raise web.HTTPFound("/jobs")
    token = secrets.token_urlsafe(16)
    board.embed_tokens[token] = time.monotonic()
    _, separator, port = request.host.rpartition(":")
    origin = "//boards.greenhouse.io" + (f":{port}" if separator else "")
    source = f"{origin}/embed/job_app?for={COMPANY}&token={posting.board_job_id}&validityToken={token}"
    body = (
        f'{HEADER}<main class="embed"><p class="meta">Careers at Example Foods</p>'
        f'<div id="grnhse_app"><iframe id="grnhse_iframe" title="Greenhouse Job Board" '
        f'src="{escape(source)}"></iframe></div></main>'
    )
    return page(f"{posting.title} – Example Foods", body, style="careers.css")


ROUTES: tuple[Route, ...] = (
    route("GET", "/", _list),
    route("GET", "/jobs", _list),
    route("GET", "/careers", _embed_host),
    route("GET", "/jobs/{job}", _posting_page),
    route("POST", "/jobs/{job}/apply", _apply),
    route("GET", "/jobs/{job}/thank-you", _thank_you),
)
