"""A posting of the sample board: what it says, what its form asks, and under which address it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

BoardName = Literal[
    "greenhouse",
    "lever",
    "ashby",
    "careers",
    "workable",
    "smartrecruiters",
    "workday",
    "linkedin",
    "indeed",
    "teamtailor",
    "personio",
    "recruitee",
    "breezy",
]
QuestionKind = Literal["text", "textarea", "select", "radio", "yes_no", "multi", "number", "date"]


@dataclass(frozen=True, slots=True)
class Question:
    """One custom question of a form; `id` is in the way of its board (digits, UUID, field name)."""

    id: str
    label: str
    kind: QuestionKind = "text"
    required: bool = True
    options: tuple[str, ...] = ()
    description: str = ""

    @property
    def choices(self) -> tuple[str, ...]:
        """The options to offer: those given, or Yes and No."""
        return ("Yes", "No") if self.kind == "yes_no" else self.options


@dataclass(frozen=True, slots=True)
class Posting:
    """One job. `id` names it in the counts; `board_job_id` is the id that stands in its address.

    `variant` picks the page generation where a board has several; of an employer's own site, the framework.
    `traits` switches on parts of the form (`eeo`, `cover_letter`, `in_place`, `embedded`, `closed`).
    """

    id: str
    board: BoardName
    company: str
    company_name: str
    board_job_id: str
    title: str
    location: str
    department: str
    intro: str
    tasks: tuple[str, ...]
    profile: tuple[str, ...]
    questions: tuple[Question, ...] = ()
    variant: str = ""
    employment: str = "Full-time"
    outro: str = ""
    traits: frozenset[str] = frozenset()

    @property
    def url(self) -> str:
        """The posting's canonical address (https, without a port)."""
        return f"https://{self.host}{self.path}"

    @property
    def apply_url(self) -> str:
        """The address of the page that carries the form; equal to `url` where both are one page."""
        suffix = {
            "lever": "/apply",
            "ashby": "/application",
            "workable": "apply/",
            "teamtailor": "/applications/new",
            "recruitee": "/c/new",
            "breezy": "/apply",
        }.get(self.board, "")
        return self.url + suffix

    @property
    def host(self) -> str:
        """The host name on which this posting is served."""
        if self.board == "greenhouse":
            return "boards.greenhouse.io" if self.variant == "old" else "job-boards.greenhouse.io"
        tenant_hosts = {
            "workday": f"{self.company}.wd5.myworkdayjobs.com",
            "teamtailor": f"{self.company}.teamtailor.com",
            "personio": f"{self.company}.jobs.personio.com",
            "recruitee": f"{self.company}.recruitee.com",
            "breezy": f"{self.company}.breezy.hr",
        }
        fixed_hosts = {
            "lever": "jobs.lever.co",
            "ashby": "jobs.ashbyhq.com",
            "careers": {"vue": "careers.larkspur.example", "angular": "jobs.sablerail.example"}.get(
                self.variant, "careers.example.com"
            ),
            "workable": "apply.workable.com",
            "smartrecruiters": "jobs.smartrecruiters.com",
            "linkedin": "www.linkedin.com",
            "indeed": "www.indeed.com",
        }
        return tenant_hosts.get(self.board) or fixed_hosts[self.board]

    @property
    def path(self) -> str:
        """The posting's path on its host, with the query where the id stands in it."""
        slug = "-".join(word for word in self.title.lower().replace("/", " ").split() if word.isalnum())
        match self.board:
            case "greenhouse":
                return f"/{self.company}/jobs/{self.board_job_id}"
            case "lever" | "ashby":
                return f"/{quote(self.company)}/{self.board_job_id}"
            case "workable":
                return f"/{self.company}/j/{self.board_job_id}/"
            case "smartrecruiters":
                return f"/{self.company}/{self.board_job_id}-{slug}"
            case "workday":
                place = self.location.split(",", maxsplit=1)[0].replace(" ", "-")
                return f"/en-US/careers/job/{place}/{self.title.replace(' ', '-')}_{self.board_job_id}"
            case "linkedin":
                return f"/jobs/view/{self.board_job_id}/"
            case "indeed":
                return f"/viewjob?jk={self.board_job_id}"
            case "teamtailor":
                return f"/jobs/{self.board_job_id}-{slug}"
            case "personio":
                return f"/job/{self.board_job_id}"
            case "recruitee":
                return f"/o/{slug}"
            case "breezy":
                return f"/p/{self.board_job_id}-{slug}"
            case _:
                return f"/jobs/{self.board_job_id}"
