"""Workday: job page, choice of a way to apply, account, and a wizard whose address never changes.

Both generations of names are served: `variant` "old" (legalNameSection_*, bottom-navigation-*) and "new"
(legalName--*, pageFooter*).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiohttp import web

from companion.demo.catalogue import Posting, find
from companion.demo.context import Board, Route, read_form, route
from companion.demo.faults import FaultName
from companion.demo.pages.answers import answer_script
from companion.demo.pages.layout import config, escape, job_posting_json_ld, page, prose

if TYPE_CHECKING:
    from collections.abc import Mapping

SITE = "careers"
GONE = "The page you are looking for doesn't exist."
REQUIRED = (
    ("email", "Email Address"),
    ("country", "Country"),
    ("firstName", "First Name"),
    ("lastName", "Last Name"),
    ("phoneType", "Phone Device Type"),
    ("phoneNumber", "Phone Number"),
    ("resume", "Resume/CV"),
    ("terms", "Terms and Conditions"),
    ("signedName", "Name"),
    ("signedOn", "Date"),
)
WAYS = (
    ("autofillWithResume", "Autofill with Resume"),
    ("applyManually", "Apply Manually"),
    ("useMyLastApplication", "Use My Last Application"),
)


def _posting(request: web.Request, arguments: Mapping[str, str]) -> Posting | None:
    tenant = request.host.split(".", maxsplit=1)[0]
    return find("workday", tenant, arguments["job"].rsplit("_", maxsplit=1)[-1])


def _frame(posting: Posting, inner: str) -> str:
    return (
        f'<header data-automation-id="header"><a href="{posting.path}">{escape(posting.company_name)}</a>'
        '<button data-automation-id="utilityButtonSignIn">Sign In</button></header>'
        f'<main data-automation-id="{SITE}">{inner}</main>'
    )


def _gone() -> web.Response:
    body = f'<main><h2 data-automation-id="errorMessage">{GONE}</h2></main>'
    return page("Workday", body, style="workday.css", status=404)


async def _open(board: Board, request: web.Request, arguments: Mapping[str, str]) -> Posting | None:
    posting = _posting(request, arguments)
    if posting is None:
        return None
    if not await board.opens(posting, otherwise=f"/{SITE}"):
        return None
    return posting


async def _job_page(board: Board, request: web.Request, arguments: Mapping[str, str]) -> web.Response:
    posting = await _open(board, request, arguments)
    if posting is None:
        return _gone()
    thanks = board.faults.take(posting.id, FaultName.THANKS_IN_POSTING) is not None
    inner = (
        '<div data-automation-id="jobPostingPage">'
        f'<h2 data-automation-id="jobPostingHeader">{escape(posting.title)}</h2>'
        f'<a data-automation-id="adventureButton" role="button" href="{posting.path}/apply">Apply</a>'
        f'<dl><div data-automation-id="locations"><dt>locations</dt><dd>{escape(posting.location)}</dd></div>'
        f'<div data-automation-id="time"><dt>time type</dt><dd>{posting.employment}</dd></div>'
        '<div data-automation-id="postedOn"><dt>posted on</dt><dd>Posted 3 Days Ago</dd></div>'
        '<div data-automation-id="requisitionId"><dt>job requisition id</dt>'
        f"<dd>{posting.board_job_id}</dd></div></dl>"
        f'<div data-automation-id="jobPostingDescription">{prose(posting, thanks=thanks)}</div></div>'
    )
    return page(posting.title, _frame(posting, inner), style="workday.css", head=job_posting_json_ld(posting))


def _already_applied(board: Board, posting: Posting) -> web.Response | None:
    """Say to a visitor who is signed in that they have applied, in place of any page that leads to the form."""
    if not board.faults.take(posting.id, FaultName.ALREADY_APPLIED):
        return None
    inner = '<h2 data-automation-id="alreadyApplied">You have already applied for this job</h2>'
    return page(posting.title, _frame(posting, inner), style="workday.css")


async def _chooser(board: Board, request: web.Request, arguments: Mapping[str, str]) -> web.Response:
    posting = await _open(board, request, arguments)
    if posting is None:
        return _gone()
    if applied := _already_applied(board, posting):
        return applied
    ways = "".join(
        f'<a role="button" data-automation-id="{way}" href="{posting.path}/apply/{way}">{label}</a>'
        for way, label in WAYS
    )
    inner = (
        '<div data-automation-id="applyAdventurePage"><h2>Start Your Application</h2>'
        f'<h3>{escape(posting.title)}</h3><div class="ways">{ways}</div></div>'
    )
    return page(posting.title, _frame(posting, inner), style="workday.css")


async def _wizard(board: Board, request: web.Request, arguments: Mapping[str, str]) -> web.Response:
    posting = await _open(board, request, arguments)
    if posting is None or arguments["way"] not in dict(WAYS):
        return _gone()
    if applied := _already_applied(board, posting):
        return applied
    data = {
        "generation": posting.variant,
        "title": posting.title,
        "address": f"/wday/cxs/{posting.company}/{SITE}/job/{posting.board_job_id}/apply",
        "questions": [
            {
                "id": question.id,
                "label": question.label,
                "required": question.required,
                "options": list(question.choices),
            }
            for question in posting.questions
        ],
        "faults": board.page_faults(posting),
    }
    return page(
        posting.title,
        _frame(posting, '<div id="wizard"></div>') + config(data),
        style="workday.css",
        scripts=("captcha.js", "sending.js", "workday_controls.js", "workday.js"),
    )


async def _description(board: Board, request: web.Request, arguments: Mapping[str, str]) -> web.Response:
    posting = await _open(board, request, arguments)
    if posting is None:
        return web.json_response({"errorCode": "HTTP_404", "httpStatus": 404}, status=404)
    info = {"title": posting.title, "jobReqId": posting.board_job_id, "location": posting.location}
    return web.json_response({"jobPostingInfo": info | {"jobDescription": prose(posting), "canApply": True}})


async def _apply(board: Board, request: web.Request, arguments: Mapping[str, str]) -> web.Response:
    posting = _posting(request, arguments)
    if posting is None:
        return web.json_response({"errors": {"": GONE}}, status=404)
    received = await read_form(request)
    required = [*REQUIRED]
    required += [(question.id, question.label) for question in posting.questions if question.required]
    outcome = await board.receive(request, posting, received, email=received.text("email"), required=required)
    return answer_script(outcome, login_next=f"{posting.path}/apply/applyManually")


_JOB = f"/{SITE}/job/{{place}}/{{job}}"

ROUTES: tuple[Route, ...] = (
    *(
        made
        for prefix in ("/en-US", "")
        for made in (
            route("GET", prefix + _JOB, _job_page),
            route("GET", f"{prefix}{_JOB}/apply", _chooser),
            route("GET", f"{prefix}{_JOB}/apply/{{way}}", _wizard),
        )
    ),
    route("GET", f"/wday/cxs/{{tenant}}/{SITE}/job/{{place}}/{{job}}", _description),
    route("POST", f"/wday/cxs/{{tenant}}/{SITE}/job/{{job}}/apply", _apply),
)
