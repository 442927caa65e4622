"""Indeed: the job page on one host, a flow of modules on another, whose addresses carry no job id."""

from __future__ import annotations

import hashlib
import secrets
from typing import TYPE_CHECKING

from aiohttp import web

from companion.demo.catalogue import Posting, find, of_board
from companion.demo.context import Board, Route, read_form, route
from companion.demo.faults import FaultName
from companion.demo.pages import shared
from companion.demo.pages.answers import answer_script
from companion.demo.pages.layout import config, escape, page, prose

if TYPE_CHECKING:
    from collections.abc import Mapping

STORED_RESUME = "Stale-CV-2021.pdf"
ENTRY = "/beta/indeedapply/form/contact-info-module"


def question_name(question_id: str) -> str:
    """Return a question's field name: `q_` and 32 hex digits."""
    return "q_" + hashlib.sha256(question_id.encode()).hexdigest()[:32]


async def _job_page(board: Board, request: web.Request, _arguments: Mapping[str, str]) -> web.Response:
    posting = find("indeed", None, request.query.get("jk", request.query.get("vjk", "")))
    if posting is None:
        return shared.not_found("This job has expired on Indeed")
    if not await board.opens(posting, otherwise="/jobs"):
        return shared.not_found("This job has expired on Indeed")
    thanks = board.faults.take(posting.id, FaultName.THANKS_IN_POSTING) is not None
    if board.faults.take(posting.id, FaultName.ALREADY_APPLIED):
        button = '<span class="applied-badge">Already applied</span><button disabled>Applied</button>'
    else:
        button = (
            '<button id="indeedApplyButton" class="jobsearch-IndeedApplyButton ia-IndeedApplyButton" '
            f'data-testid="viewjob-indeed-apply" data-jk="{posting.board_job_id}">'
            "<span>Apply with Indeed</span></button>"
        )
    body = (
        '<header class="indeed"><b>indeed</b></header><main class="jobsearch-ViewJobLayout">'
        '<h1 class="jobsearch-JobInfoHeader-title" data-testid="jobsearch-JobInfoHeader-title">'
        f"<span>{escape(posting.title)}</span></h1>"
        f'<div data-testid="inlineHeader-companyName">{escape(posting.company_name)}</div>'
        f'<div data-testid="inlineHeader-companyLocation">{escape(posting.location)}</div>'
        f"{button}<div id='jobDescriptionText'>{prose(posting, thanks=thanks)}</div></main>"
        f"{config({'start': f'/applystart?jk={posting.board_job_id}'})}"
    )
    return page(
        f"{posting.title} - {posting.location} - Indeed.com",
        body,
        style="indeed.css",
        scripts=("indeed_job.js",),
    )


async def _start(board: Board, request: web.Request, _arguments: Mapping[str, str]) -> web.Response:
    posting = find("indeed", None, request.query.get("jk", ""))
    if posting is None:
        return shared.not_found("This job has expired on Indeed")
    session = secrets.token_hex(12)
    board.apply_sessions[session] = posting.id
    _, separator, port = request.host.rpartition(":")
    host = "smartapply.indeed.com" + (f":{port}" if separator else "")
    answer = web.HTTPFound(f"//{host}{ENTRY}")
    answer.set_cookie("iasession", session, domain="indeed.com", path="/")
    raise answer


def _of_session(board: Board, request: web.Request) -> Posting | None:
    posting_id = board.apply_sessions.get(request.cookies.get("iasession", ""))
    for candidate in of_board("indeed"):
        if candidate.id == posting_id:
            return candidate
    return None


async def _flow(board: Board, request: web.Request, _arguments: Mapping[str, str]) -> web.Response:
    posting = _of_session(board, request)
    if posting is None:
        return page("Sign in", "<main><h1>Sign in to continue</h1></main>", style="indeed.css", status=401)
    await board.before_page(posting)
    data = {
        "title": posting.title,
        "company": posting.company_name,
        "email": board.settings.account_email,
        "storedResume": STORED_RESUME,
        "address": "/api/v1/applications",
        "questions": [
            {
                "name": question_name(question.id),
                "kind": question.kind,
                "label": question.label,
                "required": question.required,
                "options": list(question.choices),
            }
            for question in posting.questions
        ],
        "faults": board.page_faults(posting),
    }
    body = (
        f'<header class="indeed"><b>indeed</b></header><div class="ia-flow"><div id="ia-container"></div>'
        f"<aside><h2>{escape(posting.title)}</h2><p>{escape(posting.company_name)}</p></aside></div>"
        f"{config(data)}"
    )
    return page(
        "Apply | Indeed",
        body,
        style="indeed.css",
        scripts=("captcha.js", "sending.js", "indeed_apply.js"),
    )


async def _apply(board: Board, request: web.Request, _arguments: Mapping[str, str]) -> web.Response:
    posting = _of_session(board, request)
    if posting is None:
        return web.json_response({"login": "/login?next=/"}, status=401)
    received = await read_form(request)
    required = [("names-first-name", "First name"), ("names-last-name", "Last name"), ("resume", "Resume")]
    required += [
        (question_name(question.id), question.label) for question in posting.questions if question.required
    ]
    email = board.settings.account_email
    outcome = await board.receive(request, posting, received, email=email, required=required)
    return answer_script(outcome, login_next=ENTRY)


async def _list(_board: Board, _request: web.Request, _arguments: Mapping[str, str]) -> web.Response:
    rows = "".join(
        f'<li><a data-jk="{posting.board_job_id}" href="{posting.path}">{escape(posting.title)}</a></li>'
        for posting in of_board("indeed")
    )
    return page("Jobs | Indeed", f"<main><ul>{rows}</ul></main>", style="indeed.css")


JOB_ROUTES: tuple[Route, ...] = (
    route("GET", "/viewjob", _job_page),
    route("GET", "/jobs", _list),
    route("GET", "/applystart", _start),
)
APPLY_ROUTES: tuple[Route, ...] = (
    route("POST", "/api/v1/applications", _apply),
    route("GET", "/beta/indeedapply/form/{module}", _flow),
    route("GET", "/beta/indeedapply/form/{module}/{part}", _flow),
    route("GET", "/beta/indeedapply/form/{module}/{part}/{number}", _flow),
)
