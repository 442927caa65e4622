"""What goes into a fill plan and what comes out of it. Plain values, no behaviour."""

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal[
    "text",
    "email",
    "tel",
    "url",
    "number",
    "date",
    "textarea",
    "select",
    "combobox",
    "radio",
    "checkbox",
    "checkbox_group",
    "yes_no",
    "file",
]
Source = Literal["profile", "answer", "document"]
DocumentKind = Literal["resume", "cover_letter", "other"]


@dataclass(frozen=True, slots=True)
class Field:
    """A form field as the content script described it.

    `id` is the content script's handle and means nothing here. Texts are as the page shows them. With
    `multiple`, more
    than one of `options` may be chosen. `max_length` is in characters.
    """

    id: str
    kind: str = "text"
    name: str | None = ""
    dom_id: str | None = ""
    autocomplete: str | None = ""
    label: str | None = ""
    description: str | None = ""
    placeholder: str | None = ""
    section: str | None = ""
    options: tuple[str, ...] = ()
    multiple: bool = False
    required: bool = False
    max_length: int | None = None
    value: str | list[str] | None = ""


@dataclass(frozen=True, slots=True)
class DocumentReference:
    """The value of a file field: the document to put there."""

    document_id: str


Value = str | tuple[str, ...] | DocumentReference


@dataclass(frozen=True, slots=True)
class PlannedValue:
    """A value for one field, with where it comes from. `confidence` lies between 0 and 1.

    With options, `value` is the exact text of one of them, or a tuple of such where several may be chosen.
    A single
    checkbox and a yes/no control without options take "Yes" or "No".
    """

    id: str
    value: Value
    meaning: str
    source: Source
    confidence: float
    why: str


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A field that is left to the user, and the reason."""

    id: str
    why: str
    meaning: str = "question"


@dataclass(frozen=True, slots=True)
class FillPlan:
    """The plan for a form: every field is in exactly one of the two, in the form's order."""

    values: tuple[PlannedValue, ...]
    unanswered: tuple[Unanswered, ...]


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    """A question and the answer that the user gave to it."""

    id: str
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """A document of the user. `size` is in bytes; `tags` say what it is for ("default", "de", "backend")."""

    id: str
    kind: DocumentKind
    name: str
    mime: str = "application/pdf"
    sha256: str = ""
    size: int = 0
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class JobFacts:
    """What is known about the job. `country` is an ISO 3166-1 code; without one it is read from
    `location`."""

    title: str | None = None
    company: str | None = None
    location: str | None = None
    url: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Classification:
    """What a field asks for, how sure that is (0 to 1), and what told so."""

    meaning: str
    confidence: float
    reason: str
    index: int = field(default=0)
