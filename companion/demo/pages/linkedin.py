"""LinkedIn: a job page whose Easy Apply opens a dialogue of several steps.

`variant` picks where that stands: in the page, in a shadow root ("shadow"), or in a screen with an address of its
own ("sdui").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiohttp import web

from companion.demo.catalogue import Posting, find, of_board
from companion.demo.context import Board, Route, read_form, route
from companion.demo.faults import FaultName
from companion.demo.pages import shared
from companion.demo.pages.answers import answer_script
from companion.demo.pages.dial_codes import dial_codes
from companion.demo.pages.layout import config, escape, page, prose

if TYPE_CHECKING:
    from collections.abc import Mapping

KEPT_RESUMES = ("Old_Resume_2023.pdf",)


def _apply_button(posting: Posting, *, applied: bool) -> str:
    if applied:
        return (
            '<button class="jobs-apply-button jobs-apply-button--applied artdeco-button" '
            'aria-label="Applied" '
            'disabled>Applied</button><div class="artdeco-inline-feedback artdeco-inline-feedback--success">'
            '<span class="artdeco-inline-feedback__message">Applied 2 days ago</span></div>'
        )
    label = escape(f"Easy Apply to {posting.title} at {posting.company_name}")
    if posting.variant == "sdui":
        return (
            f'<a class="artdeco-button artdeco-button--primary" aria-label="{label}" '
            f'href="{posting.path}apply/?openSDUIApplyFlow=true">Apply</a>'
        )
    return (
        f'<button id="jobs-apply-button-id" class="jobs-apply-button artdeco-button artdeco-button--primary" '
        f'data-job-id="{posting.board_job_id}" aria-label="{label}"><span>Easy Apply</span></button>'
    )


async def _job_page(board: Board, posting: Posting) -> web.Response:
    if not await board.opens(posting, otherwise="/jobs/search/"):
        return shared.not_found("No longer accepting applications")
    thanks = board.faults.take(posting.id, FaultName.THANKS_IN_POSTING) is not None
    applied = board.faults.take(posting.id, FaultName.ALREADY_APPLIED) is not None
    data = {
        "jobId": posting.board_job_id,
        "company": posting.company_name,
        "variant": posting.variant,
        "base": posting.path,
        "limit": board.faults.take(posting.id, FaultName.APPLY_LIMIT) is not None,
        "address": f"/voyager/api/easyApply/{posting.board_job_id}",
        "emails": [board.settings.account_email, "another.address@example.net"],
        "resumes": KEPT_RESUMES,
        "countries": [f"{name} ({code})" for name, code in dial_codes()],
        "questions": [
            {
                "id": question.id,
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
        '<header class="global-nav"><b>in</b><nav>Home · My Network · Jobs · Messaging</nav></header>'
        '<main class="job-view-layout jobs-details"><div '
        'class="job-details-jobs-unified-top-card__container">'
        f'<div class="job-details-jobs-unified-top-card__company-name"><a href="/company/{posting.company}/">'
        f"{escape(posting.company_name)}</a></div>"
        f'<h1 class="t-24">{escape(posting.title)}</h1>'
        f"<p>{escape(posting.location)} · 3 days ago · 41 applicants</p>"
        f'<div class="jobs-apply-button--top-card">{_apply_button(posting, applied=applied)}</div></div>'
        f'<article class="jobs-description" id="job-details"><h2>About the job</h2>'
        f"{prose(posting, thanks=thanks)}</article></main>{config(data)}"
    )
    return page(
        f"{posting.title} | {posting.company_name} | LinkedIn",
        body,
        style="linkedin.css",
        scripts=("captcha.js", "sending.js", "linkedin_fields.js", "linkedin.js"),
    )


async def _view(board: Board, _request: web.Request, arguments: Mapping[str, str]) -> web.Response:
    posting = find("linkedin", None, arguments["job"].rsplit("-", maxsplit=1)[-1])
    return await _job_page(board, posting) if posting else shared.not_found("This job is not available")


async def _search(board: Board, request: web.Request, _arguments: Mapping[str, str]) -> web.Response:
    if posting := find("linkedin", None, request.query.get("currentJobId", "")):
        return await _job_page(board, posting)
    rows = "".join(
        f'<li data-occludable-job-id="{posting.board_job_id}"><div class="job-card-container" '
        f'data-job-id="{posting.board_job_id}"><a '
        f'href="{posting.path}">{escape(posting.title)}</a></div></li>'
        for posting in of_board("linkedin")
    )
    return page("Jobs | LinkedIn", f"<main><ul>{rows}</ul></main>", style="linkedin.css")


async def _apply(board: Board, request: web.Request, arguments: Mapping[str, str]) -> web.Response:
    posting = find("linkedin", None, arguments["job"])
    if posting is None:
        return web.json_response({"errors": {"": "Not found"}}, status=404)
    received = await read_form(request)
    required = [("phone", "Mobile phone number"), ("resume", "Resume")]
    required += [(question.id, question.label) for question in posting.questions if question.required]
    outcome = await board.receive(request, posting, received, email=received.text("email"), required=required)
    return answer_script(outcome, login_next=posting.path)


ROUTES: tuple[Route, ...] = (
    route("GET", "/jobs/view/{job}", _view),
    route("GET", "/jobs/view/{job}/apply", _view),
    route("GET", "/jobs/search", _search),
    route("GET", "/jobs/collections/recommended", _search),
    route("POST", "/voyager/api/easyApply/{job}", _apply),
)
