"""Ashby: one React page for overview and application, without a form element, that sends to a GraphQL "
"address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiohttp import web

from companion.demo.catalogue import Posting, find, of_board
from companion.demo.context import Board, Outcome, Route, read_form, route
from companion.demo.faults import FaultName
from companion.demo.pages import shared
from companion.demo.pages.layout import config, escape, job_posting_json_ld, page, prose

if TYPE_CHECKING:
    from collections.abc import Mapping

SUBMIT_OPERATION = "ApiSubmitSingleApplicationFormAction"

Field = dict[str, object]


def form_id(posting: Posting) -> str:
    """Return the UUID of a posting's form, which begins the ids of its entries."""
    return f"f{posting.board_job_id[1:]}"


def form_fields(posting: Posting) -> list[Field]:
    """Return the fields in the page's order, as the page's script takes them."""
    fields: list[Field] = [
        {"path": "_systemfield_name", "kind": "text", "label": "Name", "required": True},
        {"path": "_systemfield_email", "kind": "email", "label": "Email", "required": True},
    ]
    if "location" in posting.traits:
        fields.append(
            {"path": "_systemfield_location", "kind": "location", "label": "Location", "required": True}
        )
    fields.append({"path": "_systemfield_resume", "kind": "file", "label": "Resume", "required": True})
    fields += [
        {
            "path": question.id,
            "kind": question.kind,
            "label": question.label,
            "description": question.description,
            "required": question.required,
            "options": list(question.choices),
        }
        for question in posting.questions
    ]
    return fields


async def _open(board: Board, arguments: Mapping[str, str]) -> Posting | None:
    posting = find("ashby", arguments["org"], arguments["job"])
    if posting is None:
        return None
    if not await board.opens(posting, otherwise=f"/{posting.company}"):
        return None
    return posting


async def _list(_board: Board, _request: web.Request, arguments: Mapping[str, str]) -> web.Response:
    postings = list(of_board("ashby", arguments["org"]))
    if not postings:
        return shared.not_found("Job not found")
    rows = "".join(
        f'<a class="ashby-job-posting-brief" href="{posting.path}"><h3>{escape(posting.title)}</h3>'
        f"<p>{escape(posting.department)} • {escape(posting.location)}</p></a>"
        for posting in postings
    )
    body = f'<main class="page"><h1>{escape(postings[0].company_name)}</h1>{rows}</main>'
    return page(f"{postings[0].company_name} jobs", body, style="ashby.css")


async def _app_page(board: Board, _request: web.Request, arguments: Mapping[str, str]) -> web.Response:
    posting = await _open(board, arguments)
    if posting is None:
        return shared.not_found("Job not found")
    thanks = board.faults.take(posting.id, FaultName.THANKS_IN_POSTING) is not None
    data = {
        "base": posting.path,
        "title": posting.title,
        "company": posting.company_name,
        "details": [
            ["Location", posting.location],
            ["Employment Type", posting.employment],
            ["Department", posting.department],
        ],
        "descriptionHtml": prose(posting, thanks=thanks),
        "jobPostingId": posting.board_job_id,
        "organization": posting.company,
        "formId": form_id(posting),
        "fields": form_fields(posting),
        "autofill": "autofill" in posting.traits,
        "alreadyApplied": board.faults.take(posting.id, FaultName.ALREADY_APPLIED) is not None,
        "faults": board.page_faults(posting),
    }
    return page(
        f"{posting.title} @ {posting.company_name}",
        f'<div id="root"></div>{config(data)}',
        style="ashby.css",
        head=job_posting_json_ld(posting),
        scripts=("captcha.js", "ashby.bundle.js"),
    )


async def _graphql(board: Board, request: web.Request, _arguments: Mapping[str, str]) -> web.Response:
    if request.query.get("op") != SUBMIT_OPERATION:
        return web.json_response({"errors": [{"message": "unknown operation"}]}, status=400)
    received = await read_form(request)
    posting = find("ashby", received.text("organizationHostedJobsPageName"), received.text("jobPostingId"))
    if posting is None:
        return web.json_response({"errors": [{"message": "no such job posting"}]})
    required = [
        (str(field["path"]), str(field["label"])) for field in form_fields(posting) if field["required"]
    ]
    email = received.text("_systemfield_email")
    return _answer(posting, await board.receive(request, posting, received, email=email, required=required))


def _answer(posting: Posting, outcome: Outcome) -> web.Response:
    # Refusals too come with status 200: only the body tells.
    result: dict[str, object]
    match outcome.kind:
        case "accepted":
            result = {"__typename": "FormSubmitSuccess"}
        case "invalid":
            labels = {str(field["path"]): str(field["label"]) for field in form_fields(posting)}
            texts = [
                f"Missing entry for required field: {labels[name]}" if name in labels else text
                for name, text in outcome.errors.items()
            ]
            result = {"__typename": "FormRender", "errorMessages": texts}
        case "login":
            result = {"__typename": "LoginRequired", "loginUrl": f"/login?next={posting.path}/application"}
        case _:
            texts = list(outcome.errors.values()) or ["Please verify your email address."]
            result = {"__typename": "FormSubmitFailure", "errorMessages": texts}
    return web.json_response({"data": {"submitApplicationFormAction": {"applicationFormResult": result}}})


ROUTES: tuple[Route, ...] = (
    route("POST", "/api/non-user-graphql", _graphql),
    route("GET", "/{org}", _list),
    route("GET", "/{org}/{job}", _app_page),
    route("GET", "/{org}/{job}/application", _app_page),
)
