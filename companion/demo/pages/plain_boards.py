"""Boards whose application is an ordinary form: Teamtailor, Personio, Recruitee, Breezy.

They differ in addresses, field names and words, so each is a row of a table.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aiohttp import web

from companion.demo.catalogue import BoardName, Posting, Question, of_board
from companion.demo.context import Board, Route, read_form, route
from companion.demo.faults import FaultName
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


@dataclass(frozen=True, slots=True)
class Input:
    """One standard field of a board: its form name, label, type, `autocomplete`, whether it is required."""

    name: str
    label: str
    kind: str = "text"
    autocomplete: str = ""
    required: bool = True


@dataclass(frozen=True, slots=True)
class PlainBoard:
    """What is particular to a board. `posting_path` and `apply_path` have `{job}` for the last segment."""

    board: BoardName
    posting_path: str
    apply_suffix: str
    done_suffix: str
    form_attributes: str
    submit: str
    confirmation: str
    inputs: tuple[Input, ...]
    email: str
    question_name: str
    submit_attributes: str = ""
    consent: Input | None = None
    parsed: Mapping[str, str] = field(default_factory=dict)


TEAMTAILOR = PlainBoard(
    board="teamtailor",
    posting_path="/jobs/{job}",
    apply_suffix="/applications/new",
    done_suffix="/applications/thanks",
    form_attributes='id="new_candidate" class="new_candidate"',
    submit="Submit application",
    confirmation="Thank you for your application!",
    inputs=(
        Input("candidate[first_name]", "First name", autocomplete="given-name"),
        Input("candidate[last_name]", "Last name", autocomplete="family-name"),
        Input("candidate[email]", "Email", "email", "email"),
        Input("candidate[phone]", "Phone number", "tel", "tel", required=False),
        Input("candidate[file_attributes][file]", "Upload CV", "file"),
    ),
    email="candidate[email]",
    question_name="candidate[job_applications_attributes][0][answers_attributes][{index}][text]",
    submit_attributes='name="commit"',
    consent=Input("candidate[consent_given]", "I have read the privacy policy and agree to it", "checkbox"),
    parsed={"candidate[first_name]": "PARSED", "candidate[last_name]": "RESUME"},
)
PERSONIO = PlainBoard(
    board="personio",
    posting_path="/job/{job}",
    apply_suffix="",
    done_suffix="/success",
    form_attributes='id="job-application-form" class="application-form"',
    submit="Submit application",
    confirmation="Your application has been submitted successfully.",
    inputs=(
        Input("first_name", "First name", autocomplete="given-name"),
        Input("last_name", "Last name", autocomplete="family-name"),
        Input("email", "Email", "email", "email"),
        Input("phone", "Phone", "tel", "tel", required=False),
        Input("available_from", "Available from", required=False),
        Input("salary_expectations", "Salary expectations", required=False),
        Input("documents", "CV / Resume", "file"),
    ),
    email="email",
    question_name="custom_attribute_{id}",
    consent=Input("privacy-policy-acceptance", "I accept the privacy policy", "checkbox"),
    parsed={"first_name": "PARSED", "last_name": "RESUME"},
)
RECRUITEE = PlainBoard(
    board="recruitee",
    posting_path="/o/{job}",
    apply_suffix="/c/new",
    done_suffix="/c/thanks",
    form_attributes='data-testid="application-form"',
    submit="Send",
    confirmation="All done! Your application has been successfully submitted!",
    inputs=(
        Input("candidate.name", "Full name", autocomplete="name"),
        Input("candidate.email", "Email address", "email", "email"),
        Input("candidate.phone", "Phone number", "tel", "tel"),
        Input("candidate.cv", "CV or resume", "file"),
        Input("candidate.coverLetterFile", "Cover letter", "file", required=False),
    ),
    email="candidate.email",
    question_name="candidate.openQuestionAnswers.{index}.content",
    submit_attributes='data-testid="submit-application-form-button"',
    parsed={"candidate.name": "PARSED RESUME"},
)
BREEZY = PlainBoard(
    board="breezy",
    posting_path="/p/{job}",
    apply_suffix="/apply",
    done_suffix="/thanks",
    form_attributes='name="form" class="application-form"',
    submit="Submit Application",
    confirmation="Your application was submitted.",
    inputs=(
        Input("cName", "Full Name"),
        Input("cEmail", "Email Address", "email"),
        Input("cPhoneNumber", "Phone Number", "tel", required=False),
        Input("cAddress", "Address", required=False),
        Input("cResume", "Resume", "file"),
        Input("cCoverLetter", "Cover Letter", "textarea", required=False),
    ),
    email="cEmail",
    question_name="section_{index}_question_0",
    submit_attributes='class="button bzyButtonColor"',
    parsed={"cName": "PARSED RESUME"},
)
BOARDS = (TEAMTAILOR, PERSONIO, RECRUITEE, BREEZY)


def _control_id(name: str) -> str:
    return name.replace("[", "_").replace("]", "").replace(".", "-")


def _input(wanted: Input) -> str:
    control_id = _control_id(wanted.name)
    needed = " required" if wanted.required else ""
    token = f' autocomplete="{wanted.autocomplete}"' if wanted.autocomplete else ""
    if wanted.kind == "textarea":
        control = f'<textarea id="{control_id}" name="{wanted.name}" rows="4"{needed}></textarea>'
    else:
        control = f'<input id="{control_id}" name="{wanted.name}" type="{wanted.kind}"{token}{needed}>'
    mark = required_mark(required=wanted.required)
    return f'<div class="field"><label for="{control_id}">{escape(wanted.label)}{mark}</label>{control}</div>'


def _question_name(plain: PlainBoard, posting: Posting, question: Question) -> str:
    return plain.question_name.format(index=posting.questions.index(question), id=question.id)


def _question(plain: PlainBoard, posting: Posting, question: Question) -> str:
    name = _question_name(plain, posting, question)
    if not question.choices:
        kind = "textarea" if question.kind == "textarea" else "text"
        return _input(Input(name, question.label, kind, required=question.required))
    needed = " required" if question.required else ""
    label = escape(question.label) + required_mark(required=question.required)
    if question.kind == "select":
        control_id = _control_id(name)
        return (
            f'<div class="field"><label for="{control_id}">{label}</label><select id="{control_id}" '
            f'name="{name}"{needed}>{options(question.choices)}</select></div>'
        )
    rows = "".join(
        f'<label class="choice"><input type="radio" name="{name}" value="{escape(choice)}"{needed}> '
        f"{escape(choice)}</label>"
        for choice in question.choices
    )
    return f'<fieldset class="field"><legend>{label}</legend>{rows}</fieldset>'


def _form(plain: PlainBoard, posting: Posting, errors: Mapping[str, str]) -> str:
    alert = ""
    if errors:
        rows = "".join(f"<li>{escape(text)}</li>" for text in errors.values())
        alert = f'<div class="alert" role="alert"><ul>{rows}</ul></div>'
    consent = ""
    if plain.consent:
        consent = (
            f'<label class="choice"><input type="checkbox" name="{plain.consent.name}" value="1" required> '
            f"{escape(plain.consent.label)}</label>"
        )
    return (
        f'{alert}<form {plain.form_attributes} method="post" enctype="multipart/form-data" '
        f'action="{posting.path}/apply"><h2>Apply for this job</h2>'
        f"{''.join(_input(wanted) for wanted in plain.inputs)}"
        f"{''.join(_question(plain, posting, question) for question in posting.questions)}{consent}"
        f'<button type="submit" {plain.submit_attributes}>{plain.submit}</button></form>'
    )


def _frame(posting: Posting, inner: str) -> str:
    return (
        f'<header class="site"><a href="{escape(posting.path)}">{escape(posting.company_name)}</a></header>'
        f'<main class="posting">{inner}</main>'
    )


def _render(
    board: Board, plain: PlainBoard, posting: Posting, *, form: bool, errors: Mapping[str, str] | None = None
) -> web.Response:
    thanks = board.faults.take(posting.id, FaultName.THANKS_IN_POSTING) is not None
    article = (
        f"<article><h1>{escape(posting.title)}</h1>"
        f'<p class="meta">{escape(posting.location)} · {escape(posting.department)}</p>'
        f"{prose(posting, thanks=thanks)}</article>"
    )
    if not form:
        aside = (
            f'<section class="notice"><a class="apply" href="{posting.path}{plain.apply_suffix}">'
            "Apply for this job</a></section>"
        )
    elif board.faults.take(posting.id, FaultName.ALREADY_APPLIED):
        aside = '<section class="notice"><h2>You have already applied for this job</h2></section>'
    else:
        aside = _form(plain, posting, errors or {})
    data = {"faults": board.page_faults(posting) if form else {}, "parsed": dict(plain.parsed)}
    return page(
        f"{posting.title} - {posting.company_name}",
        _frame(posting, article + aside) + config(data),
        style="careers.css",
        head=job_posting_json_ld(posting),
        scripts=("captcha.js", "plain_form.js"),
        body_class=plain.board,
        status=422 if errors else 200,
    )


@dataclass(frozen=True, slots=True)
class _Pages:
    """The pages of one board, as handlers."""

    plain: PlainBoard

    def _posting(self, request: web.Request, arguments: Mapping[str, str]) -> Posting:
        company = request.host.split(".", maxsplit=1)[0]
        for candidate in of_board(self.plain.board, company):
            if arguments["job"] in (candidate.board_job_id, candidate.path.rsplit("/", maxsplit=1)[-1]):
                return candidate
        raise web.HTTPNotFound(text="Sorry, we couldn't find anything here")

    async def _open(self, board: Board, request: web.Request, arguments: Mapping[str, str]) -> Posting:
        posting = self._posting(request, arguments)
        if not await board.opens(posting, otherwise="/"):
            raise web.HTTPNotFound(text="This job is no longer available")
        return posting

    async def posting_page(
        self, board: Board, request: web.Request, arguments: Mapping[str, str]
    ) -> web.Response:
        posting = await self._open(board, request, arguments)
        return _render(board, self.plain, posting, form=not self.plain.apply_suffix)

    async def form_page(
        self, board: Board, request: web.Request, arguments: Mapping[str, str]
    ) -> web.Response:
        return _render(board, self.plain, await self._open(board, request, arguments), form=True)

    async def apply(self, board: Board, request: web.Request, arguments: Mapping[str, str]) -> web.Response:
        plain, posting = self.plain, self._posting(request, arguments)
        received = await read_form(request)
        email = received.text(plain.email)
        outcome = await board.receive(
            request, posting, received, email=email, required=self._required(posting)
        )
        if outcome.kind == "accepted":
            raise web.HTTPSeeOther(posting.path + plain.done_suffix)
        if outcome.kind == "login":
            raise web.HTTPSeeOther(f"/login?next={posting.path}{plain.apply_suffix}")
        errors = outcome.errors or {"": "Please verify that you are human."}
        return _render(board, plain, posting, form=True, errors=errors)

    def _required(self, posting: Posting) -> list[tuple[str, str]]:
        plain = self.plain
        required = [(wanted.name, wanted.label) for wanted in plain.inputs if wanted.required]
        if plain.consent:
            required.append((plain.consent.name, "Consent"))
        required += [
            (_question_name(plain, posting, question), question.label)
            for question in posting.questions
            if question.required
        ]
        return required

    async def done(self, _board: Board, request: web.Request, arguments: Mapping[str, str]) -> web.Response:
        posting = self._posting(request, arguments)
        inner = f"<article><h1>{self.plain.confirmation}</h1><p>We will be in touch.</p></article>"
        return page("Thank you", _frame(posting, inner), style="careers.css", body_class=self.plain.board)

    def routes(self) -> tuple[Route, ...]:
        path, plain = self.plain.posting_path, self.plain
        routes = [
            route("GET", path, self.posting_page),
            route("POST", f"{path}/apply", self.apply),
            route("GET", path + plain.done_suffix, self.done),
        ]
        if plain.apply_suffix:
            routes.append(route("GET", path + plain.apply_suffix, self.form_page))
        return tuple(routes)


ROUTES: dict[BoardName, tuple[Route, ...]] = {plain.board: _Pages(plain).routes() for plain in BOARDS}
