"""Greenhouse, old generation: a Rails-like form with bracketed names and select2 dropdowns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiohttp import web

from companion.demo.faults import FaultName
from companion.demo.pages.layout import config, escape, job_posting_json_ld, page, prose, required_mark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from companion.demo.catalogue import Posting, Question
    from companion.demo.context import Board, Outcome

EEO = (
    ("gender", "Gender", ("Male", "Female", "Decline To Self Identify")),
    ("race", "Race", ("Asian", "Black or African American", "White", "Decline To Self Identify")),
    ("veteran_status", "Veteran Status", ("I am not a protected veteran", "I don't wish to answer")),
    ("disability_status", "Disability Status", ("Yes", "No", "I do not want to answer")),
)
BASE = (
    ("first_name", "First Name", "given-name"),
    ("last_name", "Last Name", "family-name"),
    ("email", "Email", "email"),
    ("phone", "Phone", "tel"),
)


def _select(control_id: str, name: str, choices: list[tuple[str, str]]) -> str:
    rows = "".join(f'<option value="{escape(value)}">{escape(label)}</option>' for value, label in choices)
    return (
        f'<select id="{control_id}" name="{escape(name)}" class="select2-source">'
        f'<option value="">Please select</option>{rows}</select>'
    )


def _answer_name(posting: Posting, question: Question) -> str:
    index = posting.questions.index(question)
    last = {"yes_no": "boolean_value", "select": "answer_selected_options_attributes][0][question_option_id"}
    return f"job_application[answers_attributes][{index}][{last.get(question.kind, 'text_value')}]"


def _question(posting: Posting, question: Question) -> str:
    index = posting.questions.index(question)
    control_id = f"job_application_answers_attributes_{index}"
    name = _answer_name(posting, question)
    match question.kind:
        case "yes_no":
            control = _select(control_id, name, [("1", "Yes"), ("0", "No")])
        case "select":
            choices = [(f"{question.id}{number}", text) for number, text in enumerate(question.options)]
            control = _select(control_id, name, choices)
        case "textarea":
            control = f'<textarea id="{control_id}" name="{name}" rows="4"></textarea>'
        case _:
            control = f'<input type="text" id="{control_id}" name="{name}" autocomplete="off">'
    needed = ' data-required="true"' if question.required else ""
    return (
        f'<div class="field"{needed}><label for="{control_id}">{escape(question.label)}'
        f"{required_mark(required=question.required)}</label>"
        f'<input type="hidden" name="job_application[answers_attributes][{index}][question_id]" '
        f'value="{question.id}">{control}</div>'
    )


def _resume() -> str:
    buttons = "".join(
        f'<button type="button" class="unstyled-button link-button" data-source="{source}">{label}</button>'
        for source, label in (
            ("attach", "Attach"),
            ("dropbox", "Dropbox"),
            ("google-drive", "Google Drive"),
            ("paste", "or enter manually"),
        )
    )
    return (
        '<div class="field" data-required="true" id="resume_fieldset"><label id="resume">Resume/CV'
        '<span class="required" aria-hidden="true">*</span></label>'
        f'<div class="drop-zone attach-or-paste" role="group" aria-labelledby="resume">{buttons}'
        '<input type="file" id="resume_fileupload" name="job_application[resume]" class="visually-hidden" '
        'tabindex="-1" aria-label="Resume/CV">'
        '<textarea id="resume_text" name="job_application[resume_text]" aria-label="Resume/CV" hidden>'
        "</textarea>"
        '<div class="chosen" hidden><span id="resume_filename"></span>'
        '<button type="button" class="unstyled-button" aria-label="Remove attachment">×</button></div>'
        "</div></div>"
    )


def _form(posting: Posting) -> str:
    base = "".join(
        f'<div class="field" data-required="true"><label for="{name}">{label}'
        '<span class="required" aria-hidden="true">*</span></label>'
        f'<input type="text" id="{name}" name="job_application[{name}]" autocomplete="{token}" '
        'aria-required="true" maxlength="255"></div>'
        for name, label, token in BASE
    )
    questions = "".join(_question(posting, question) for question in posting.questions)
    eeo = ""
    if "eeo" in posting.traits:
        rows = "".join(
            f'<div class="field"><label for="job_application_{name}">{label}</label>'
            + _select(
                f"job_application_{name}",
                f"job_application[{name}]",
                [(str(number), text) for number, text in enumerate(choices, start=1)],
            )
            + "</div>"
            for name, label, choices in EEO
        )
        eeo = f'<div id="eeoc_fields"><h3>U.S. Equal Opportunity Employment Information</h3>{rows}</div>'
    action = f"/{posting.company}/jobs/{posting.board_job_id}"
    return (
        f'<form id="application_form" method="post" enctype="multipart/form-data" action="{action}" '
        "novalidate>"
        '<h2 class="heading">Apply for this Job</h2><p class="required-note">* Required</p>'
        f'<div id="main_fields">{base}{_resume()}</div><div id="custom_fields">{questions}</div>{eeo}'
        '<div id="submit_buttons"><input type="button" id="submit_app" class="button" value="Submit '
        'Application">'
        "</div></form>"
    )


def required(posting: Posting) -> list[tuple[str, str]]:
    """Return (field name, label) of all that the form must bring."""
    names = [(f"job_application[{name}]", label) for name, label, _ in BASE]
    names.append(("job_application[resume]", "Resume/CV"))
    names += [
        (_answer_name(posting, question), question.label)
        for question in posting.questions
        if question.required
    ]
    return names


def render(board: Board, posting: Posting, *, errors: Mapping[str, str] | None = None) -> web.Response:
    """Render posting and form, with what the server found wrong."""
    thanks = board.faults.take(posting.id, FaultName.THANKS_IN_POSTING) is not None
    alert = ""
    if errors:
        texts = "".join(f"<li>{escape(text)}</li>" for text in errors.values())
        alert = f'<div id="validation_errors" class="error" role="alert"><ul>{texts}</ul></div>'
    if board.faults.take(posting.id, FaultName.ALREADY_APPLIED):
        application = "<h2>You have already applied for this job</h2>"
    else:
        application = _form(posting)
    body = (
        '<div id="wrapper"><div id="main"><div id="app_body"><div id="header">'
        f'<a class="logo" href="/{posting.company}">{escape(posting.company_name)}</a>'
        f'<h1 class="app-title">{escape(posting.title)}</h1>'
        f'<div class="location">{escape(posting.location)}</div>'
        '<a id="apply_button" class="button" href="#app">Apply for this job</a></div>'
        f'<div id="content">{prose(posting, thanks=thanks)}</div>'
        f'<div id="application"><a id="app"></a>{alert}{application}</div></div></div></div>'
        f"{config({'faults': board.page_faults(posting)})}"
    )
    return page(
        f"Job Application for {posting.title} at {posting.company_name}",
        body,
        style="greenhouse_old.css",
        head=job_posting_json_ld(posting),
        scripts=("captcha.js", "greenhouse_old.js"),
        status=422 if errors else 200,
    )


def answer(board: Board, posting: Posting, outcome: Outcome) -> web.Response:
    """Answer the form's POST: on to the confirmation, or the form again with errors."""
    if outcome.kind == "accepted":
        raise web.HTTPSeeOther(f"/{posting.company}/jobs/{posting.board_job_id}/confirmation")
    if outcome.kind == "login":
        raise web.HTTPSeeOther(f"/login?next=/{posting.company}/jobs/{posting.board_job_id}")
    return render(board, posting, errors=outcome.errors or {"": "Please verify that you are human."})


def confirmation(posting: Posting) -> web.Response:
    """Render the page after an accepted application."""
    body = (
        '<div id="wrapper"><div id="main"><div id="application_confirmation"><h1>Thank you for applying.</h1>'
        "<p>Your application has been submitted. If your experience fits, we will contact you.</p>"
        f'<p><a href="/{posting.company}">View other jobs</a></p></div></div></div>'
    )
    return page(f"Thank you - {posting.company_name}", body, style="greenhouse_old.css")
