"""Workable: `data-ui` names on everything, choices made of divs, and a thank-you in the place of the form."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from aiohttp import web

from companion.demo.catalogue import Posting, Question, find, of_board
from companion.demo.context import Board, Route, read_form, route
from companion.demo.faults import FaultName
from companion.demo.pages import shared
from companion.demo.pages.answers import answer_script
from companion.demo.pages.layout import config, escape, job_posting_json_ld, page, prose, required_mark

if TYPE_CHECKING:
    from collections.abc import Mapping

RESUME_TYPES = ".pdf,.doc,.docx,.odt,.rtf"
BASE = (
    ("firstname", "First name", "text", 127, True),
    ("lastname", "Last name", "text", 127, True),
    ("email", "Email", "email", 255, True),
    ("headline", "Headline", "text", 127, False),
)


def question_name(posting: Posting, question: Question) -> str:
    """Return `QA_n` for a text question, `CA_n` for a choice."""
    number = 8_000_001 + posting.questions.index(question)
    return f"{'CA' if question.choices else 'QA'}_{number}"


def _label(name: str, label: str, *, required: bool) -> str:
    return (
        f'<label class="styles--1VzVe" id="{name}_label" for="{name}"><span>{escape(label)}</span>'
        f"{required_mark(required=required)}</label>"
    )


def _field(name: str, label: str, control: str, *, required: bool) -> str:
    return (
        f'<div class="styles--3aPac">{_label(name, label, required=required)}{control}'
        f'<div id="{name}_error" class="styles--error" role="alert"></div></div>'
    )


def _input(name: str, label: str, kind: str, length: int, *, required: bool) -> str:
    control = (
        f'<input data-ui="{name}" id="{name}" name="{name}" type="{kind}" maxlength="{length}" '
        f'aria-labelledby="{name}_label" aria-describedby="{name}_error" class="styles--2bYnk"'
        f"{' required' if required else ''}>"
    )
    return _field(name, label, control, required=required)


def _choice(name: str, question: Question) -> str:
    label = escape(question.label) + required_mark(required=question.required)
    if question.kind == "select":
        rows = "".join(
            f'<li role="option" data-value="{escape(choice)}">{escape(choice)}</li>'
            for choice in question.choices
        )
        return (
            f'<div class="styles--3aPac"><label id="{name}_label" for="input_{name}_input">{label}</label>'
            f'<div data-ui="{name}" data-input-type="select" class="styles--select">'
            f'<input id="input_{name}_input" role="combobox" readonly aria-haspopup="listbox" '
            f'aria-expanded="false" aria-controls="{name}_list" aria-labelledby="{name}_label" '
            f'placeholder="Select an option..." class="styles--2bYnk">'
            f'<input type="hidden" name="{name}" data-required="{str(question.required).lower()}">'
            f'<ul id="{name}_list" role="listbox" aria-labelledby="{name}_label" hidden>{rows}</ul></div>'
            f'<div id="{name}_error" class="styles--error" role="alert"></div></div>'
        )
    multiple = question.kind == "multi"
    role, group = ("checkbox", "group") if multiple else ("radio", "radiogroup")
    rows = "".join(
        f'<div data-ui="option" role="{role}" aria-checked="false" tabindex="0" class="styles--option" '
        f'data-value="{escape(choice)}" aria-labelledby="{role}_label_{name}_{index}"><i></i>'
        f'<span id="{role}_label_{name}_{index}">{escape(choice)}</span></div>'
        for index, choice in enumerate(question.choices)
    )
    return (
        f'<div class="styles--3aPac"><fieldset role="{group}" data-ui="{name}" '
        f'data-required="{str(question.required).lower()}" aria-labelledby="{name}_label">'
        f'<span id="{name}_label" class="styles--legend">{label}</span>{rows}</fieldset>'
        f'<div id="{name}_error" class="styles--error" role="alert"></div></div>'
    )


def _question(posting: Posting, question: Question) -> str:
    name = question_name(posting, question)
    if question.choices:
        return _choice(name, question)
    if question.kind == "textarea":
        control = (
            f'<textarea data-ui="{name}" id="{name}" name="{name}" aria-labelledby="{name}_label" '
            f'class="styles--2bYnk" rows="4"{" required" if question.required else ""}></textarea>'
        )
        return _field(name, question.label, control, required=question.required)
    return _input(name, question.label, "text", 255, required=question.required)


def _file(name: str, label: str, *, required: bool) -> str:
    random_id = f"input_files_input_{secrets.token_hex(6)}"
    control = (
        f'<div data-role="dropzone" class="styles--dropzone"><input type="file" data-ui="{name}" '
        f'name="{name}" '
        f'id="{random_id}" accept="{RESUME_TYPES}" aria-labelledby="{name}_label"'
        f"{' required' if required else ''}><span>Upload a file or drag and drop here</span></div>"
    )
    return _field(name, label, control, required=required)


def _form(posting: Posting) -> str:
    base = "".join(
        _input(name, label, kind, length, required=needed) for name, label, kind, length, needed in BASE
    )
    phone = (
        '<div class="styles--3aPac" data-ui="phone"><label id="phone_label"><span>Phone</span></label>'
        '<div class="iti"><input name="phone" type="tel" class="iti__tel-input styles--2bYnk" '
        'maxlength="127" '
        'aria-labelledby="phone_label"></div></div>'
    )
    mirror = "".join(
        f'<input id="{name}" name="{name}" class="visually-hidden" tabindex="-1" aria-hidden="true">'
        for name in ("city", "postcode", "country")
    )
    questions = "".join(_question(posting, question) for question in posting.questions)
    return (
        '<section data-ui="autofill" class="styles--autofill"><h3>Autofill application</h3>'
        '<p>Save time by importing your resume.</p><button type="button" data-ui="autofill-button">'
        'Import resume from</button></section><form data-ui="application-form" novalidate>'
        '<section><h2>Personal information</h2><button type="reset" data-ui="clear-section-personal" '
        f'class="styles--clear">Clear</button>{base}{phone}'
        f"{_input('address', 'Address', 'text', 255, required=False)}{mirror}</section>"
        f"<section><h2>Profile</h2>{_file('resume', 'Resume', required=True)}"
        '<div class="styles--3aPac" data-ui="education"><span>Education</span><button type="button" '
        'data-ui="add-section" aria-label="Add Education">+ Add</button></div></section>'
        f"<section><h2>Details</h2>{questions}</section>"
        '<div id="turnstile-container-1" class="styles--turnstile"></div>'
        '<div data-ui="form-error" class="styles--error" role="alert"></div>'
        '<button data-ui="apply-button" type="submit" class="styles--apply">Submit '
        "application</button></form>"
    )


async def _page(board: Board, posting: Posting, tab: str) -> web.Response:
    if not await board.opens(posting, otherwise=f"/{posting.company}/"):
        return shared.not_found("Page not found")
    thanks = board.faults.take(posting.id, FaultName.THANKS_IN_POSTING) is not None
    already = board.faults.take(posting.id, FaultName.ALREADY_APPLIED) is not None
    if tab == "overview":
        main = (
            f'<div data-ui="job-description">{prose(posting, thanks=thanks)}</div>'
            f'<a data-ui="overview-apply-now" class="styles--apply" href="{posting.path}apply/">'
            "Apply for this job</a>"
        )
    elif already:
        main = "<h2>You have already applied for this job</h2>"
    else:
        main = _form(posting)
    tabs = "".join(
        f'<a role="tab" data-ui="{name}" aria-selected="{str(name == selected).lower()}" '
        f'href="{href}">{label}</a>'
        for name, label, href in (
            ("role-overview-tab", "Overview", posting.path),
            ("application-form-tab", "Application", f"{posting.path}apply/"),
        )
        for selected in (("role-overview-tab",) if tab == "overview" else ("application-form-tab",))
    )
    data = {
        "faults": board.page_faults(posting),
        "address": f"/api/v1/jobs/{posting.board_job_id}/apply",
        "parsed": {"firstname": "PARSED", "lastname": "RESUME", "phone": "000"},
        "ownSubmit": True,
        "eeo": "eeo" in posting.traits,
    }
    body = (
        f'<header class="styles--head"><a '
        f'href="/{posting.company}/">{escape(posting.company_name)}</a></header>'
        f'<main><h1 data-ui="job-title">{escape(posting.title)}</h1>'
        f'<p data-ui="job-location">{escape(posting.location)} · {escape(posting.department)}</p>'
        f'<nav role="tablist">{tabs}</nav>{main}</main>{config(data)}'
    )
    return page(
        f"{posting.title} - {posting.company_name}",
        body,
        style="workable.css",
        head=job_posting_json_ld(posting),
        scripts=("captcha.js", "sending.js", "plain_form.js", "workable.js"),
    )


async def _overview(board: Board, _request: web.Request, arguments: Mapping[str, str]) -> web.Response:
    posting = find("workable", arguments["company"], arguments["job"])
    return await _page(board, posting, "overview") if posting else shared.not_found("Page not found")


async def _apply_page(board: Board, _request: web.Request, arguments: Mapping[str, str]) -> web.Response:
    posting = find("workable", arguments["company"], arguments["job"])
    return await _page(board, posting, "application") if posting else shared.not_found("Page not found")


async def _list(_board: Board, _request: web.Request, arguments: Mapping[str, str]) -> web.Response:
    postings = list(of_board("workable", arguments["company"]))
    rows = "".join(
        f'<li data-ui="job"><a href="{posting.path}">{escape(posting.title)}</a></li>' for posting in postings
    )
    if not rows:
        return shared.not_found("Page not found")
    return page("Jobs", f"<main><h1>Open positions</h1><ul>{rows}</ul></main>", style="workable.css")


async def _apply(board: Board, request: web.Request, arguments: Mapping[str, str]) -> web.Response:
    posting = find("workable", None, arguments["job"])
    if posting is None:
        return web.json_response({"errors": {"": "Not found"}}, status=404)
    received = await read_form(request)
    required = [(name, label) for name, label, _, _, needed in BASE if needed]
    required.append(("resume", "Resume"))
    required += [
        (question_name(posting, question), question.label)
        for question in posting.questions
        if question.required
    ]
    outcome = await board.receive(request, posting, received, email=received.text("email"), required=required)
    return answer_script(outcome, login_next=f"{posting.path}apply/")


ROUTES: tuple[Route, ...] = (
    route("POST", "/api/v1/jobs/{job}/apply", _apply),
    route("GET", "/{company}", _list),
    route("GET", "/{company}/j/{job}", _overview),
    route("GET", "/{company}/j/{job}/apply", _apply_page),
)
