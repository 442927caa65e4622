"""Lever: a server-rendered form that goes out only through a hidden button behind a captcha."""

from __future__ import annotations

import json
import secrets
from typing import TYPE_CHECKING
from urllib.parse import quote

from aiohttp import web

from companion.demo.catalogue import Posting, Question, find, of_board
from companion.demo.context import Board, Route, read_form, route
from companion.demo.faults import FaultName
from companion.demo.pages import shared
from companion.demo.pages.layout import config, escape, job_posting_json_ld, options, page, prose

if TYPE_CHECKING:
    from collections.abc import Mapping

LINKS = ("LinkedIn", "GitHub", "Portfolio", "Other")
GENDERS = ("Male", "Female", "Decline to self-identify")
RACES = ("Asian", "Black or African American", "Hispanic or Latino", "White", "Decline to self-identify")
VETERAN = ("I am a veteran", "I am not a veteran", "Decline to self-identify")
PRONOUNS = ("He/him", "She/her", "They/them", "Use name only")
CARD_KINDS = {
    "select": "dropdown",
    "radio": "multiple-choice",
    "yes_no": "multiple-choice",
    "multi": "multiple-select",
    "textarea": "textarea",
}
SCRIPTS = ("captcha.js", "lever.js")


def _card_id(posting: Posting) -> str:
    return f"{posting.board_job_id[:-2]}ca"


def _card_json(posting: Posting) -> str:
    fields = [
        {
            "type": CARD_KINDS.get(question.kind, "text"),
            "text": question.label,
            "description": question.description,
            "required": question.required,
            "options": [{"text": choice} for choice in question.choices],
        }
        for question in posting.questions
    ]
    return json.dumps({"text": "Additional questions", "fields": fields}, ensure_ascii=False)


def _row(label: str, control: str, *, required: bool = False, group: bool = False) -> str:
    star = '<span class="required">✱</span>' if required else ""
    wrapper = "div" if group else "label"
    return (
        f'<li class="application-question"><{wrapper} class="application-row">'
        f'<div class="application-label">{escape(label)}{star}</div>'
        f'<div class="application-field{" required-field" if required else ""}">{control}</div>'
        f"</{wrapper}></li>"
    )


def _card_question(posting: Posting, question: Question) -> str:
    name = f"cards[{_card_id(posting)}][{question.id}]"
    needed = " required" if question.required else ""
    match question.kind:
        case "select":
            control = (
                f'<div class="application-dropdown"><select name="{name}"{needed}>'
                f"{options(question.choices)}</select></div>"
            )
        case "textarea":
            control = (
                f'<textarea name="{name}" class="card-field-input" placeholder="Type your response"{needed}>'
                "</textarea>"
            )
        case "radio" | "yes_no" | "multi":
            kind = "checkbox" if question.kind == "multi" else "radio"
            rows = "".join(
                f'<li><label><input type="{kind}" name="{name}" value="{escape(choice)}"{needed}>'
                f'<span class="application-answer-alternative">{escape(choice)}</span></label></li>'
                for choice in question.choices
            )
            control = f'<ul data-qa="{kind}-buttons">{rows}</ul>'
        case _:
            control = (
                f'<input type="text" name="{name}" class="card-field-input" placeholder="Type your response"'
                f' value=""{needed}>'
            )
    star = '<span class="required">✱</span>' if question.required else ""
    return (
        f'<li class="application-question custom-question"><div class="application-label full-width">'
        f'<div class="text">{escape(question.label)}{star}</div></div>'
        f'<div class="application-field full-width">{control}</div></li>'
    )


def _resume_row() -> str:
    return (
        '<li class="application-question resume"><div class="application-label">Resume/CV'
        '<span class="required">✱</span></div><div class="application-field">'
        '<a class="postings-btn template-btn-utility visible-resume-upload" role="button">'
        '<span class="default-label">Attach Resume/CV</span>'
        '<span class="filename"></span>'
        '<input id="resume-upload-input" class="application-file-input invisible-resume-upload" type="file" '
        'name="resume" data-qa="input-resume" required></a>'
        '<span class="resume-upload-working" hidden>Analyzing resume…</span>'
        '<span class="resume-upload-success" hidden>Success!</span>'
        '<span class="resume-upload-failure" hidden>Couldn\'t auto-read resume.</span>'
        '<span class="resume-upload-oversize">File exceeds the maximum upload size of 100MB. Please try a '
        "smaller size.</span></div></li>"
    )


def _location_row() -> str:
    return _row(
        "Current location",
        '<input id="location-input" class="location-input" name="location" type="text" maxlength="100" '
        'data-qa="location-input" autocomplete="off" required>'
        '<input id="selected-location" type="hidden" name="selectedLocation">'
        '<div class="dropdown-container" hidden><div class="dropdown-results"></div></div>'
        '<span class="location-error" hidden>Please select a location from the dropdown menu and try '
        "again.</span>",
        required=True,
    )


def _personal_rows(posting: Posting) -> str:
    rows = [
        _resume_row(),
        _row("Full name", '<input name="name" data-qa="name-input" type="text" required>', required=True),
        _row(
            "Pronouns",
            "".join(
                f'<label class="pronoun"><input type="checkbox" name="pronouns" value="{choice}"> '
                f"{choice}</label>"
                for choice in PRONOUNS
            ),
            group=True,
        ),
        _row("Email", '<input name="email" data-qa="email-input" type="email" required>', required=True),
        _row("Phone", '<input name="phone" data-qa="phone-input" type="text">'),
    ]
    if "location" in posting.traits:
        rows.append(_location_row())
    rows.append(_row("Current company", '<input name="org" data-qa="org-input" type="text">'))
    return f"<ul>{''.join(rows)}</ul>"


def _eeo() -> str:
    rows = "".join(
        _row(label, f'<select name="eeo[{name}]">{options(choices)}</select>')
        for name, label, choices in (
            ("gender", "Gender", GENDERS),
            ("race", "Race", RACES),
            ("veteran", "Veteran status", VETERAN),
        )
    )
    return (
        '<div class="section page-centered application-form"><h4>U.S. Equal Employment Opportunity '
        "information"
        f"</h4><p>Completion is voluntary.</p><ul>{rows}</ul></div>"
    )


def _hidden() -> str:
    names = ("accountId", "linkedInData", "origin", "referer", "socialReferralKey", "socialSource", "source")
    rows = "".join(f'<input type="hidden" name="{name}" value="">' for name in names)
    return (
        f'{rows}<input type="hidden" name="timezone" id="applicant-timezone">'
        '<input type="hidden" name="resumeStorageId" value="">'
        '<input type="hidden" id="hcaptchaResponseInput" name="h-captcha-response" value="">'
    )


def _form(posting: Posting) -> str:
    links = "".join(_row(f"{name} URL", f'<input name="urls[{name}]" type="text">') for name in LINKS)
    cards = ""
    if posting.questions:
        questions = "".join(_card_question(posting, question) for question in posting.questions)
        cards = (
            '<div class="section page-centered application-form"><h4>Additional questions</h4>'
            f'<input type="hidden" name="cards[{_card_id(posting)}][baseTemplate]" '
            f'value="{escape(_card_json(posting))}"><ul>{questions}</ul></div>'
        )
    consent = ""
    if "consent" in posting.traits:
        consent = (
            '<div class="section page-centered application-form"><input type="hidden" '
            'name="consent[marketing]" '
            'value="0"><label class="consent"><input type="checkbox" name="consent[marketing]" value="1"> '
            f"Yes, {escape(posting.company_name)} can contact me about future job opportunities</label></div>"
        )
    return (
        '<form id="application-form" method="POST" enctype="multipart/form-data">'
        '<div class="section page-centered application-form"><h4>Submit your application</h4>'
        f"{_personal_rows(posting)}</div>"
        f'<div class="section page-centered application-form"><h4>Links</h4><ul>{links}</ul></div>{cards}'
        f"{_eeo() if 'eeo' in posting.traits else ''}"
        '<div class="section page-centered application-form"><h4>Additional information</h4>'
        '<textarea name="comments" placeholder="Add a cover letter or anything else you want to share.">'
        f"</textarea></div>{consent}{_hidden()}"
        '<div class="section page-centered last-section-apply">'
        '<button id="btn-submit" class="postings-btn template-btn-submit" type="button" data-qa="btn-submit">'
        "Submit application</button>"
        '<button id="hcaptchaSubmitBtn" class="hidden" type="submit"></button></div></form>'
    )


def _frame(posting: Posting, inner: str, *, css: str) -> str:
    return (
        f'<div class="content-wrapper {css}"><div class="main-header"><a class="main-header-logo" '
        f'href="/{posting.company}">{_logo(posting.company_name)}</a></div>{inner}'
        '<div class="main-footer"><p>Jobs powered by a sample board</p></div></div>'
    )


def _logo(name: str) -> str:
    """Return the company's name as a picture: on Lever's form that is all that tells it."""
    words = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="36"><text x="160" y="27" fill="#14616b"'
        ' text-anchor="middle" font-family="system-ui, sans-serif" font-size="26" font-weight="800">'
        f"{escape(name)}</text></svg>"
    )
    return f'<img src="data:image/svg+xml,{quote(words)}" alt="{escape(name)} logo" height="36">'


def _headline(posting: Posting) -> str:
    return (
        f'<div class="posting-headline"><h2>{escape(posting.title)}</h2><div class="posting-categories">'
        f'<div class="sort-by-time posting-category location">{escape(posting.location)}</div>'
        f'<div class="posting-category department">{escape(posting.department)} /</div>'
        f'<div class="posting-category commitment">{posting.employment} /</div>'
        '<div class="posting-category workplaceTypes">Hybrid</div></div></div>'
    )


async def _open(board: Board, arguments: Mapping[str, str]) -> Posting | None:
    posting = find("lever", arguments["company"], arguments["job"])
    if posting is None:
        return None
    if not await board.opens(posting, otherwise=f"/{posting.company}"):
        return None
    return posting


async def _list(_board: Board, _request: web.Request, arguments: Mapping[str, str]) -> web.Response:
    postings = list(of_board("lever", arguments["company"]))
    if not postings:
        return shared.not_found()
    rows = "".join(
        f'<div class="posting" data-qa-posting-id="{posting.board_job_id}"><a class="posting-title" '
        f'href="{posting.path}"><h5>{escape(posting.title)}</h5></a>'
        f"<span>{escape(posting.location)}</span></div>"
        for posting in postings
    )
    inner = f'<div class="section page-centered">{rows}</div>'
    return page(f"{postings[0].company_name} jobs", _frame(postings[0], inner, css="list"), style="lever.css")


async def _posting_page(board: Board, _request: web.Request, arguments: Mapping[str, str]) -> web.Response:
    posting = await _open(board, arguments)
    if posting is None:
        return shared.not_found()
    button = (
        f'<a class="postings-btn template-btn-submit" data-qa="btn-apply" href="{posting.path}/apply">'
        "Apply for this job</a>"
    )
    thanks = board.faults.take(posting.id, FaultName.THANKS_IN_POSTING) is not None
    inner = (
        f'<div class="section-wrapper accent-section"><div class="section page-centered posting-header">'
        f"{_headline(posting)}<div class='postings-btn-wrapper'>{button}</div></div></div>"
        f'<div class="section page-centered" data-qa="job-description">{prose(posting, thanks=thanks)}</div>'
        f'<div class="section page-centered last-section-apply" data-qa="btn-apply-bottom">{button}</div>'
    )
    return page(
        f"{posting.company_name} - {posting.title}",
        _frame(posting, inner, css="posting-page"),
        style="lever.css",
        head=job_posting_json_ld(posting),
    )


def _render_form(board: Board, posting: Posting, *, errors: Mapping[str, str] | None = None) -> web.Response:
    alert = ""
    if errors:
        texts = "".join(f"<h4>{escape(text)}</h4>" for text in errors.values())
        alert = f'<div class="section page-centered error-message" role="alert">{texts}</div>'
    if board.faults.take(posting.id, FaultName.ALREADY_APPLIED):
        inner = '<div class="section page-centered"><h3>You have already applied for this job</h3></div>'
    else:
        inner = alert + _form(posting)
    data = {"faults": board.page_faults(posting), "captchaDelayMs": board.settings.captcha_delay_ms}
    header = (
        f'<div class="section-wrapper accent-section"><div class="section page-centered posting-header">'
        f"{_headline(posting)}</div></div>"
    )
    return page(
        f"{posting.company_name} - {posting.title}",
        _frame(posting, header + inner, css="application-page") + config(data),
        style="lever.css",
        scripts=SCRIPTS,
        status=400 if errors else 200,
    )


async def _apply_page(board: Board, _request: web.Request, arguments: Mapping[str, str]) -> web.Response:
    posting = await _open(board, arguments)
    return _render_form(board, posting) if posting else shared.not_found()


async def _apply(board: Board, request: web.Request, arguments: Mapping[str, str]) -> web.Response:
    posting = find("lever", arguments["company"], arguments["job"])
    if posting is None:
        return shared.not_found()
    received = await read_form(request)
    required = [("name", "Full name"), ("resume", "Resume/CV"), ("h-captcha-response", "Captcha")]
    if "location" in posting.traits:
        required.append(("selectedLocation", "Current location"))
    required += [
        (f"cards[{_card_id(posting)}][{question.id}]", question.label)
        for question in posting.questions
        if question.required
    ]
    outcome = await board.receive(request, posting, received, email=received.text("email"), required=required)
    if outcome.kind == "accepted":
        raise web.HTTPFound(f"{posting.path}/thanks")
    if outcome.kind == "login":
        raise web.HTTPFound(f"/login?next={posting.path}/apply")
    return _render_form(board, posting, errors=outcome.errors or {"": "Please verify your email address."})


async def _thanks(_board: Board, _request: web.Request, arguments: Mapping[str, str]) -> web.Response:
    posting = find("lever", arguments["company"], arguments["job"])
    if posting is None:
        return shared.not_found()
    inner = (
        '<div class="section page-centered thanks"><h3 data-qa="msg-submit-success">Application '
        "submitted!</h3>"
        f"<p>We have received your application. {escape(posting.company_name)} will be in touch.</p></div>"
    )
    return page(
        f"{posting.company_name} - Thanks", _frame(posting, inner, css="thanks-page"), style="lever.css"
    )


async def _parse_resume(_board: Board, request: web.Request, _arguments: Mapping[str, str]) -> web.Response:
    received = await read_form(request)
    if not received.files:
        return web.json_response({"error": "no file"}, status=400)
    return web.json_response(
        {
            "resumeStorageId": secrets.token_hex(16),
            "name": "PARSED FROM RESUME",
            "phone": "+1 555 0100",
            "org": "Parsed Company Ltd",
        }
    )


ROUTES: tuple[Route, ...] = (
    route("POST", "/parseResume", _parse_resume),
    route("GET", "/{company}", _list),
    route("GET", "/{company}/{job}", _posting_page),
    route("GET", "/{company}/{job}/apply", _apply_page),
    route("POST", "/{company}/{job}/apply", _apply),
    route("GET", "/{company}/{job}/thanks", _thanks),
)
