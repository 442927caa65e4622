"""Greenhouse, new generation: the posting with its React form below, and the same form for an iframe.

Both generations are served on boards.greenhouse.io; `greenhouse_old` has the other.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from aiohttp import web

from companion.demo.catalogue import Posting, Question, find, of_board
from companion.demo.context import Board, Outcome, Route, read_form, route
from companion.demo.faults import FaultName
from companion.demo.pages import greenhouse_old, shared
from companion.demo.pages.answers import answer_script
from companion.demo.pages.dial_codes import dial_codes
from companion.demo.pages.layout import config, escape, job_posting_json_ld, page, prose

if TYPE_CHECKING:
    from collections.abc import Mapping

YES_NO_KINDS = {"yes_no": "select", "select": "select", "radio": "select", "multi": "checkbox_group"}
EEO_FIELDS = (
    ("gender", "Gender", ("Male", "Female", "Decline To Self Identify")),
    ("hispanic_ethnicity", "Are you Hispanic/Latino?", ("Yes", "No", "Decline To Self Identify")),
    (
        "veteran_status",
        "Veteran Status",
        ("I am not a protected veteran", "I identify as a protected veteran", "I don't wish to answer"),
    ),
    (
        "disability_status",
        "Disability Status",
        ("Yes, I have a disability", "No, I do not have a disability", "I do not want to answer"),
    ),
)
RESUME_TYPES = ".pdf,.doc,.docx,.txt,.rtf"
CLOSED_TEXT = "The job you are looking for is no longer open."

Field = dict[str, object]


def _options(question_id: str, choices: tuple[str, ...]) -> list[dict[str, str]]:
    return [{"value": f"{question_id}{index:02}", "label": label} for index, label in enumerate(choices)]


def _text(name: str, label: str, *, required: bool, autocomplete: str = "") -> Field:
    return {"kind": "text", "id": name, "label": label, "required": required, "autocomplete": autocomplete}


def _question(question: Question) -> Field:
    kind = YES_NO_KINDS.get(question.kind, "textarea" if question.kind == "textarea" else "text")
    return {
        "kind": kind,
        "id": f"question_{question.id}" + ("[]" if kind == "checkbox_group" else ""),
        "label": question.label,
        "description": question.description,
        "required": question.required,
        "options": _options(question.id, question.choices),
    }


def form_fields(posting: Posting) -> list[Field]:
    """Return the fields of a posting's form in the page's order, as its script takes them."""
    fields = [
        _text("first_name", "First Name", required=True, autocomplete="given-name"),
        _text("last_name", "Last Name", required=True, autocomplete="family-name"),
    ]
    if "preferred_name" in posting.traits:
        fields.append(_text("preferred_name", "Preferred First Name", required=False))
    fields.append(_text("email", "Email", required=True, autocomplete="email"))
    fields.append({"kind": "phone", "id": "phone", "label": "Phone", "required": True})
    if "location" in posting.traits:
        fields.append(
            {"kind": "location", "id": "candidate-location", "label": "Location (City)", "required": True}
        )
    fields.append(
        {"kind": "file", "id": "resume", "label": "Resume/CV", "required": True, "accept": RESUME_TYPES}
    )
    if "cover_letter" in posting.traits:
        fields.append(
            {
                "kind": "file",
                "id": "cover_letter",
                "label": "Cover Letter",
                "required": False,
                "accept": RESUME_TYPES,
            }
        )
    fields += [_question(question) for question in posting.questions]
    if "eeo" in posting.traits:
        fields += [
            {
                "kind": "select",
                "id": name,
                "label": label,
                "required": False,
                "section": "Voluntary Self-Identification",
                "options": _options(str(index), choices),
            }
            for index, (name, label, choices) in enumerate(EEO_FIELDS, start=1)
        ]
    return fields


def _script_config(board: Board, posting: Posting, *, embed: bool) -> str:
    confirmation = f"/{posting.company}/jobs/{posting.board_job_id}/confirmation"
    if embed:
        confirmation = f"/embed/job_app/confirmation?for={posting.company}&token={posting.board_job_id}"
    return config(
        {
            "action": f"/{posting.company}/jobs/{posting.board_job_id}",
            "confirmation": confirmation,
            "inPlace": "in_place" in posting.traits,
            "fields": form_fields(posting),
            "dialCodes": dial_codes(),
            "faults": board.page_faults(posting),
        }
    )


def render_new(board: Board, posting: Posting, *, embed: bool = False) -> web.Response:
    """Render posting and form of the new generation; `embed` leaves the board's header away."""
    thanks = board.faults.take(posting.id, FaultName.THANKS_IN_POSTING) is not None
    if board.faults.take(posting.id, FaultName.ALREADY_APPLIED):
        application = "<h2>You have already applied for this job</h2>"
    else:
        application = '<div id="application-root"></div>'
    header = "" if embed else f'<a class="logo" href="/{posting.company}">{escape(posting.company_name)}</a>'
    body = (
        f'<main class="main font-secondary job-post-container"><div class="job-post">{header}'
        '<div class="job__header"><div class="job__title">'
        f'<h1 class="section-header section-header--large font-primary">{escape(posting.title)}</h1>'
        f'<div class="job__location"><div>{escape(posting.location)}</div></div></div>'
        '<button type="button" class="btn btn--pill" aria-label="Apply">Apply</button></div>'
        f'<div class="job__description body">{prose(posting, thanks=thanks)}</div>'
        f'<div class="application--container">{application}</div></div></main>'
        f"{_script_config(board, posting, embed=embed)}"
    )
    return page(
        f"Job Application for {posting.title} at {posting.company_name}",
        body,
        style="greenhouse.css",
        head=job_posting_json_ld(posting),
        scripts=("captcha.js", "greenhouse.bundle.js"),
        body_class="embedded" if embed else "",
    )


def _board_page(company: str, *, error: bool) -> web.Response:
    postings = list(of_board("greenhouse", company))
    if not postings:
        return shared.not_found("Page not found")
    banner = f'<div class="flash-pending" role="alert">{CLOSED_TEXT}</div>' if error else ""
    rows = "".join(
        f'<tr class="job-post"><td class="cell"><a href="/{company}/jobs/{posting.board_job_id}">'
        f'<p class="body body--medium">{escape(posting.title)}</p>'
        f'<p class="body body__secondary">{escape(posting.location)}</p></a></td></tr>'
        for posting in postings
        if "closed" not in posting.traits
    )
    body = (
        f'<main class="main"><div class="job-post">{banner}<h1 class="section-header">Current openings at '
        f"{escape(postings[0].company_name)}</h1><table>{rows}</table></div></main>"
    )
    return page(f"Jobs at {postings[0].company_name}", body, style="greenhouse.css")


async def _list(_board: Board, request: web.Request, arguments: Mapping[str, str]) -> web.Response:
    return _board_page(arguments["company"], error="error" in request.query)


async def _embed_list(_board: Board, request: web.Request, _arguments: Mapping[str, str]) -> web.Response:
    return _board_page(request.query.get("for", ""), error="error" in request.query)


async def _posting_page(board: Board, _request: web.Request, arguments: Mapping[str, str]) -> web.Response:
    posting = find("greenhouse", arguments["company"], arguments["job"])
    if posting is None:
        raise web.HTTPFound(f"/{arguments['company']}?error=true")
    if not await board.opens(posting, otherwise=f"/{posting.company}?error=true"):
        return shared.not_found("Page not found")
    if posting.variant == "old":
        return greenhouse_old.render(board, posting)
    return render_new(board, posting)


async def _embed_page(board: Board, request: web.Request, _arguments: Mapping[str, str]) -> web.Response:
    company = request.query.get("for", "")
    posting = find("greenhouse", company, request.query.get("token", request.query.get("gh_jid", "")))
    if posting is None:
        raise web.HTTPFound(f"/embed/job_board?for={company}&error=true")
    elsewhere = f"/embed/job_board?for={company}&error=true"
    if not await board.opens(posting, otherwise=elsewhere):
        raise web.HTTPFound(elsewhere)
    if "validityToken" in request.query and _expired(board, posting, request.query["validityToken"]):
        return shared.not_found("This link has expired. Please reload the page.")
    if posting.variant == "old":
        return greenhouse_old.render(board, posting)
    return render_new(board, posting, embed=True)


def _expired(board: Board, posting: Posting, token: str) -> bool:
    minted = board.embed_tokens.get(token)
    if minted is None:
        return True
    fault = board.faults.take(posting.id, FaultName.EMBED_TOKEN_EXPIRY)
    lifetime_ms = fault.delay_ms if fault else board.settings.embed_token_lifetime_ms
    return (time.monotonic() - minted) * 1000 > lifetime_ms


def _required(posting: Posting) -> list[tuple[str, str]]:
    if posting.variant == "old":
        return greenhouse_old.required(posting)
    return [(str(field["id"]), str(field["label"])) for field in form_fields(posting) if field["required"]]


async def _apply(board: Board, request: web.Request, arguments: Mapping[str, str]) -> web.Response:
    posting = find("greenhouse", arguments["company"], arguments["job"])
    if posting is None:
        return shared.not_found("Page not found")
    received = await read_form(request)
    email = received.text("job_application[email]" if posting.variant == "old" else "email")
    outcome = await board.receive(request, posting, received, email=email, required=_required(posting))
    if posting.variant == "old":
        return greenhouse_old.answer(board, posting, outcome)
    return _answer_script(request, posting, outcome)


def _answer_script(request: web.Request, posting: Posting, outcome: Outcome) -> web.Response:
    # The form stands on job-boards.greenhouse.io and posts to boards.greenhouse.io: another origin.
    headers = {"Access-Control-Allow-Origin": request.headers.get("Origin", "*"), "Vary": "Origin"}
    return answer_script(
        outcome, login_next=f"/{posting.company}/jobs/{posting.board_job_id}", headers=headers
    )


async def _confirmation(_board: Board, request: web.Request, arguments: Mapping[str, str]) -> web.Response:
    company = arguments.get("company") or request.query.get("for", "")
    posting = find("greenhouse", company, arguments.get("job") or request.query.get("token", ""))
    if posting is None:
        return shared.not_found("Page not found")
    if posting.variant == "old":
        return greenhouse_old.confirmation(posting)
    body = (
        '<main class="main"><div class="job-post confirmation"><div class="confirmation__content">'
        '<h1 class="section-header">Thank you for applying.</h1>'
        "<p>Your application has been received. We will contact you if there is a match.</p>"
        f'<p><a href="/{posting.company}">View more jobs at {escape(posting.company_name)}</a></p>'
        "</div></div></main>"
    )
    return page(f"Thank you - {posting.company_name}", body, style="greenhouse.css")


ROUTES: tuple[Route, ...] = (
    route("GET", "/embed/job_board", _embed_list),
    route("GET", "/embed/job_app", _embed_page),
    route("GET", "/embed/job_app/confirmation", _confirmation),
    route("GET", "/{company}", _list),
    route("GET", "/{company}/jobs/{job}", _posting_page),
    route("POST", "/{company}/jobs/{job}", _apply),
    route("GET", "/{company}/jobs/{job}/confirmation", _confirmation),
)
