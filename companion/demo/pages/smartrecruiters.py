"""SmartRecruiters: an ad with microdata, and a two-page form of web components with nested open shadow
roots."""

from __future__ import annotations

import uuid
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

PUBLICATIONS = uuid.UUID("a9d3c6b4-52f5-4f0e-9a55-0d6a5b1c7e10")
REQUIRED = (
    ("first-name-input", "First name"),
    ("last-name-input", "Last name"),
    ("email-input", "Email"),
    ("confirm-email-input", "Confirm your email"),
    ("location", "City"),
    ("resume", "Resume"),
)


def publication(posting: Posting) -> str:
    """Return the UUID by which the form names the posting."""
    return str(uuid.uuid5(PUBLICATIONS, posting.board_job_id))


def form_path(posting: Posting) -> str:
    """Return the path of the form, with its query."""
    company = posting.company
    return f"/oneclick-ui/company/{company}/publication/{publication(posting)}?dcr_ci={company}"


def _by_publication(arguments: Mapping[str, str]) -> Posting | None:
    for candidate in of_board("smartrecruiters", arguments["company"]):
        if publication(candidate) == arguments["publication"]:
            return candidate
    return None


async def _ad(board: Board, _request: web.Request, arguments: Mapping[str, str]) -> web.Response:
    posting = find("smartrecruiters", arguments["company"], arguments["job"].split("-", maxsplit=1)[0])
    if posting is None:
        return shared.not_found("This job is no longer available")
    if not await board.opens(posting, otherwise=f"/{posting.company}"):
        return shared.not_found("This job is no longer available")
    thanks = board.faults.take(posting.id, FaultName.THANKS_IN_POSTING) is not None
    href = escape(form_path(posting))
    body = (
        '<main class="jobad" itemscope itemtype="http://schema.org/JobPosting">'
        f'<h1 class="job-title" itemprop="title">{escape(posting.title)}</h1>'
        '<div itemprop="hiringOrganization" itemscope itemtype="http://schema.org/Organization">'
        f'<meta itemprop="name" content="{escape(posting.company_name)}"></div>'
        '<p itemprop="jobLocation" itemscope itemtype="http://schema.org/Place"><span itemprop="address" '
        f'class="job-details">{escape(posting.location)}</span> · {escape(posting.company_name)}</p>'
        f'<a id="st-apply" class="button js-oneclick" href="{href}">I\'m interested</a>'
        f'<div itemprop="description">{prose(posting, thanks=thanks)}</div>'
        f'<a class="button js-oneclick" href="{href}">I\'m interested</a></main>'
    )
    return page(
        f"{posting.company_name} {posting.title} | SmartRecruiters",
        body,
        style="smartrecruiters.css",
        head=f'<meta name="sr:job-ad-id" content="{publication(posting)}">',
    )


async def _form(board: Board, _request: web.Request, arguments: Mapping[str, str]) -> web.Response:
    posting = _by_publication(arguments)
    if posting is None:
        return shared.not_found("This job is no longer available")
    if not await board.opens(posting, otherwise=f"/{posting.company}"):
        return shared.not_found("This job is no longer available")
    if board.faults.take(posting.id, FaultName.ALREADY_APPLIED):
        text = "<main class='jobad'><h1>You have already applied for this job</h1></main>"
        return page(posting.title, text, style="smartrecruiters.css")
    data = {
        "address": f"/oneclick-ui/api/company/{posting.company}/publication/{publication(posting)}/apply",
        "title": posting.title,
        "company": posting.company_name,
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
    return page(
        f"{posting.title} | {posting.company_name}",
        f"<oc-app></oc-app>{config(data)}",
        style="smartrecruiters.css",
        scripts=("captcha.js", "sending.js", "smartrecruiters_elements.js", "smartrecruiters.js"),
    )


async def _apply(board: Board, request: web.Request, arguments: Mapping[str, str]) -> web.Response:
    posting = _by_publication(arguments)
    if posting is None:
        return web.json_response({"errors": {"": "Not found"}}, status=404)
    received = await read_form(request)
    required = [*REQUIRED]
    required += [(question.id, question.label) for question in posting.questions if question.required]
    email = received.text("email-input")
    outcome = await board.receive(request, posting, received, email=email, required=required)
    return answer_script(outcome, login_next=form_path(posting))


async def _list(_board: Board, _request: web.Request, arguments: Mapping[str, str]) -> web.Response:
    rows = "".join(
        f'<li><a href="{posting.path}">{escape(posting.title)}</a></li>'
        for posting in of_board("smartrecruiters", arguments["company"])
    )
    return page(
        "Jobs", f"<main class='jobad'><h1>Jobs</h1><ul>{rows}</ul></main>", style="smartrecruiters.css"
    )


ROUTES: tuple[Route, ...] = (
    route("GET", "/oneclick-ui/company/{company}/publication/{publication}", _form),
    route("POST", "/oneclick-ui/api/company/{company}/publication/{publication}/apply", _apply),
    route("GET", "/{company}", _list),
    route("GET", "/{company}/{job}", _ad),
)
