"""The job boards: on which hosts each one lives, and where its pages carry the job's id.

Hosts are matched exactly, or by a suffix that begins at a dot, and only on the default port:
`jobs.lever.co.evil.com` is no board. Each rule gives the id that is the same at all addresses of one job.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from companion.identity.address import Address, without_locale

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)
_UUID_SLUG = re.compile(rf"({_UUID.pattern})(?:-.*)?", re.IGNORECASE)
_DIGITS = re.compile(r"\d{1,20}", re.ASCII)
_DIGITS_SLUG = re.compile(r"(\d{2,20})(?:-.*)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Found:
    """A job found in a board's address."""

    id: str
    """Unique within the board, in the board's own form (upper or lower case made one)."""
    url: str
    """The posting's address without anything that varies."""


Rule = Callable[[Address], Found | None]


@dataclass(frozen=True, slots=True)
class Board:
    """One job board: the prefix of its keys, its hosts, and how its addresses carry a job's id."""

    name: str
    find: Rule
    hosts: frozenset[str] = frozenset()
    suffixes: tuple[str, ...] = ()

    def serves(self, address: Address) -> bool:
        """Tell whether the address is one of this board's."""
        return address.port is None and (
            address.host in self.hosts or any(address.host.endswith(f".{suffix}") for suffix in self.suffixes)
        )


def _at(address: Address, *segments: str, query: str = "") -> str:
    path = "/".join(quote(segment, safe="-._~") for segment in segments)
    return f"https://{address.host}/{path}" + (f"?{query}" if query else "")


def _after(segments: tuple[str, ...], *words: str) -> tuple[str, ...]:
    """Return what follows the first of these words in a path (letter case ignored), else ()."""
    for place, segment in enumerate(segments):
        if segment.lower() in words:
            return segments[place + 1 :]
    return ()


def _uuid_in(address: Address, *params: str) -> str:
    """Return the UUID (lower case) that a path segment is or begins with, else a parameter's."""
    for segment in address.segments:
        if match := _UUID_SLUG.fullmatch(segment):
            return match[1].lower()
    value = address.param(*params)
    return value.lower() if _UUID.fullmatch(value) else ""


def _greenhouse(address: Address) -> Found | None:
    segments = without_locale(address.segments)
    host = re.sub(r"^(?:boards-)?api\.", "boards.", address.host)
    after = _after(segments, "jobs")
    if after and (match := _DIGITS_SLUG.fullmatch(after[0])):
        board = segments[len(segments) - len(after) - 2] if len(segments) > len(after) + 1 else "embed"
        return Found(match[1], f"https://{host}/{quote(board, safe='-._~')}/jobs/{match[1]}")
    number = address.param("token", "gh_jid", "job_id")
    if not _DIGITS.fullmatch(number):
        return None
    board = address.param("for") or (segments[0] if segments and segments[0] != "embed" else "")
    owner = f"for={quote(board, safe='')}&" if board else ""
    return Found(number, _at(address, "embed", "job_app", query=f"{owner}token={number}"))


def _by_uuid(*params: str) -> Rule:
    def find(address: Address) -> Found | None:
        uuid = _uuid_in(address, *params)
        if not uuid:
            return None
        for place, segment in enumerate(address.segments):
            if segment.lower().startswith(uuid):
                if address.host.startswith("api.") and place:
                    return Found(
                        uuid, f"https://jobs.{address.host[4:]}/{quote(address.segments[place - 1])}/{uuid}"
                    )
                return Found(uuid, _at(address, *address.segments[:place], uuid))
        return Found(uuid, _at(address, *address.segments, query=f"{params[0]}={uuid}"))

    return find


_WORKABLE_CODE = re.compile(r"[0-9a-f]{10}", re.IGNORECASE)


def _workable(address: Address) -> Found | None:
    after = _after(address.segments, "j")
    if after and _WORKABLE_CODE.fullmatch(after[0]):
        head = address.segments[: len(address.segments) - len(after)]
        return Found(after[0].upper(), _at(address, *head, after[0].upper()))
    after = _after(address.segments, "jobs")
    if after and (_WORKABLE_CODE.fullmatch(after[0]) or _DIGITS.fullmatch(after[0])):
        head = address.segments[: len(address.segments) - len(after)]
        return Found(after[0].upper(), _at(address, *head, after[0].upper()))
    after = _after(address.segments, "view")
    if after and address.host == "jobs.workable.com":
        return Found(after[0], _at(address, "view", after[0]))
    return None


def _smartrecruiters(address: Address) -> Found | None:
    for place, segment in enumerate(address.segments):
        match = re.fullmatch(r"(\d{9,20})(?:-.*)?", segment, re.ASCII) or _UUID_SLUG.fullmatch(segment)
        if match:
            return Found(match[1].lower(), _at(address, *address.segments[:place], match[1].lower()))
    return None


def requisition(segment: str) -> str:
    """Return the requisition id (lower case) at the end of a Workday path segment, or "" where it has none.

    It is the text after the last `_`; a trailing `-1` marks a repost or a copy for another place. What looks
    like a year in front of it (`2024-15`) is a numbering scheme, not a requisition with a copy's number.
    """
    _, mark, last = segment.rpartition("_")
    if not mark:
        return ""
    bare = re.sub(r"-\d{1,2}$", "", last)
    if re.search(r"\d{3}", bare) and not re.search(r"(?:^|\D)20\d\d$", bare):
        last = bare
    if len(re.findall(r"\d", last)) < 3:  # `…_R-123_2`: too little to be an id on its own
        before = segment[: -len(last) - 1].rpartition("_")[2]
        last = f"{before}_{last}" if re.search(r"\d", before) and re.search(r"\d", last) else last
    return last.lower() if re.search(r"\d", last) else ""


def _workday(address: Address) -> Found | None:
    segments = without_locale(address.segments)
    if address.host.endswith("myworkdaysite.com") or segments[:1] == ("recruiting",):
        segments = _after(segments, "recruiting") or segments
        tenant = segments[0] if segments else ""
    else:
        tenant = address.host.partition(".")[0]
    if segments[:2] == ("wday", "cxs"):
        tenant = segments[2] if len(segments) > 2 else tenant
    place = max(
        (i for i, step in enumerate(segments) if step.lower() in {"job", "details"}), default=len(segments)
    )
    steps = segments[place + 1 :]
    # The place comes before the title, may hold `_` and digits itself, and may be left out.
    title = 1 if len(steps) > 1 and steps[1].lower() not in {"apply", "login"} else 0
    number = requisition(steps[title]) if steps else ""
    if not number:
        return None
    end = len(address.segments) - len(steps) + title + 1
    return Found(f"{tenant.lower()}:{number}", _at(address, *address.segments[:end]))


def _linkedin(address: Address) -> Found | None:
    for place, segment in enumerate(address.segments):
        if segment.lower() in {"view", "jobposting", "jobpostings", "job-apply", "externalapply"}:
            for candidate in address.segments[place + 1 : place + 3]:
                if match := re.fullmatch(r"(?:.*-)?(\d{6,20})", candidate, re.ASCII):
                    return Found(match[1], f"https://www.linkedin.com/jobs/view/{match[1]}")
    number = address.param("currentjobid", "jobid")
    if not re.fullmatch(r"\d{6,20}", number, re.ASCII):
        return None
    return Found(number, f"https://www.linkedin.com/jobs/view/{number}")


def _indeed(address: Address) -> Found | None:
    key = address.param("jk") or address.param("vjk")
    last = re.fullmatch(r".*-([0-9a-f]{16})", address.segments[-1]) if address.segments else None
    if last and address.segments[0] == "job" and not key:
        key = last[1]
    if not re.fullmatch(r"[0-9a-f]{16}", key, re.IGNORECASE):
        return None
    return Found(key.lower(), _at(address, "viewjob", query=f"jk={key.lower()}"))


def _after_word(*words: str, pattern: str, scoped: bool = False, folded: bool = False) -> Rule:
    """Build the rule for boards whose id is the path segment after one of a few fixed words.

    `pattern` has the id as its first group; `scoped`: ids are unique only within a customer (the
    host's first label); `folded`: letter case says nothing in them.
    """
    shape = re.compile(pattern)

    def find(address: Address) -> Found | None:
        for word in words:
            after = _after(address.segments, word)
            if after and (match := shape.fullmatch(after[0])):
                head = address.segments[: len(address.segments) - len(after)]
                owner = f"{address.host.partition('.')[0]}:" if scoped else ""
                number = match[1].lower() if folded else match[1]
                return Found(f"{owner}{number}", _at(address, *head, number))
        return None

    return find


def _jobvite(address: Address) -> Found | None:
    code = (_after(address.segments, "job") or ("",))[0] or address.param("cj", "j").removeprefix("job|")
    return Found(code, address.url()) if re.fullmatch(r"o[A-Za-z0-9]{6,12}", code) else None


def _glassdoor(address: Address) -> Found | None:
    number = address.param("jl", "joblistingid")
    if not _DIGITS.fullmatch(number):
        return None
    return Found(number, _at(address, "job-listing", "j", query=f"jl={number}"))


def _eightfold(address: Address) -> Found | None:
    number = (_after(address.segments, "job") or (address.param("pid"),))[0].partition("-")[0]
    if not _DIGITS.fullmatch(number):
        return None
    return Found(f"{address.host.partition('.')[0]}:{number}", _at(address, "careers", "job", number))


def _bamboohr(address: Address) -> Found | None:
    number = (_after(address.segments, "careers", "jobs") or ("",))[0]
    if not _DIGITS.fullmatch(number):
        number = address.param("id")
    if not _DIGITS.fullmatch(number):
        return None
    return Found(f"{address.host.partition('.')[0]}:{number}", _at(address, "careers", number))


def _ukg(address: Address) -> Found | None:
    uuid = address.param("opportunityid").lower()
    return Found(uuid, address.url()) if _UUID.fullmatch(uuid) else None


_HEX_SLUG = r"(?i:([0-9a-f]{12}))(?:-.*)?"

BOARDS: tuple[Board, ...] = (
    Board(
        "greenhouse",
        _greenhouse,
        frozenset(
            f"{name}{region}.greenhouse.io"
            for name in ("boards", "job-boards", "boards-api", "api")
            for region in ("", ".eu")
        ),
    ),
    Board(
        "lever",
        _by_uuid("lever_jid"),
        frozenset({"jobs.lever.co", "jobs.eu.lever.co", "api.lever.co", "api.eu.lever.co"}),
    ),
    Board("ashby", _by_uuid("ashby_jid", "jobid"), frozenset({"jobs.ashbyhq.com", "api.ashbyhq.com"})),
    Board("workable", _workable, suffixes=("workable.com",)),
    Board(
        "smartrecruiters",
        _smartrecruiters,
        frozenset(f"{name}.smartrecruiters.com" for name in ("jobs", "careers", "www", "api")),
    ),
    Board("workday", _workday, suffixes=("myworkdayjobs.com", "myworkdaysite.com", "myworkdayjobs-impl.com")),
    Board("linkedin", _linkedin, frozenset({"linkedin.com"}), ("linkedin.com",)),
    Board("indeed", _indeed, frozenset({"indeed.com"}), ("indeed.com",)),
    Board("teamtailor", _after_word("jobs", pattern=r"(\d{3,20})(?:-.*)?"), suffixes=("teamtailor.com",)),
    Board(
        "personio",
        _after_word("job", pattern=r"(\d{3,20})(?:-.*)?"),
        suffixes=("jobs.personio.de", "jobs.personio.com"),
    ),
    Board("recruitee", _after_word("o", pattern=r"(.{1,200})", scoped=True), suffixes=("recruitee.com",)),
    Board("breezy", _after_word("p", pattern=_HEX_SLUG, folded=True), suffixes=("breezy.hr",)),
    Board("bamboohr", _bamboohr, suffixes=("bamboohr.com",)),
    Board("icims", _after_word("jobs", pattern=r"(\d{2,20})", scoped=True), suffixes=("icims.com",)),
    Board("jobvite", _jobvite, frozenset({"jobs.jobvite.com", "app.jobvite.com", "hire.jobvite.com"})),
    Board(
        "oracle",
        _after_word("job", "preview", pattern=r"(\w{2,40})", scoped=True),
        suffixes=("oraclecloud.com",),
    ),
    Board(
        "ukg",
        _ukg,
        frozenset({"recruiting.ultipro.com", "recruiting2.ultipro.com", "recruiting.ultipro.ca"}),
        ("rec.pro.ukg.net",),
    ),
    Board("rippling", _by_uuid("jobid"), frozenset({"ats.rippling.com"})),
    Board("pinpoint", _by_uuid("posting_id"), suffixes=("pinpointhq.com",)),
    Board(
        "jazzhr",
        _after_word("apply", "details", pattern=r"([A-Za-z0-9]{8,12})"),
        suffixes=("applytojob.com",),
    ),
    Board(
        "paylocity",
        _after_word("details", "apply", pattern=r"(\d{3,20})"),
        frozenset({"recruiting.paylocity.com"}),
    ),
    Board("eightfold", _eightfold, suffixes=("eightfold.ai",)),
    Board(
        "glassdoor",
        _glassdoor,
        suffixes=tuple(
            f"glassdoor.{end}" for end in ("com", "co.uk", "ca", "de", "fr", "co.in", "com.au", "ie")
        ),
    ),
)
"""In the order asked; the first six and LinkedIn and Indeed are the ones whose forms ApplyOnce knows."""


def board_of(address: Address) -> Board | None:
    """Return the board that serves this address, if it is a known one."""
    return next((board for board in BOARDS if board.serves(address)), None)


def hides_its_job(address: Address) -> bool:
    """Tell whether this is a form whose address is the same for every job, as Indeed's are."""
    return address.host in {"smartapply.indeed.com", "apply.indeed.com", "m5.apply.indeed.com"}


def behind_redirect(address: Address) -> str:
    """Return the address that a known "you are leaving" page leads to, else ""."""
    if address.host.endswith("linkedin.com") and address.segments[:2] in {
        ("safety", "go"),
        ("redir", "redirect"),
    }:
        return address.param("url")
    return ""


def find_on_company_page(address: Address) -> tuple[str, str] | None:
    """Return (board, id) for a company's own page that shows a board's job, named in its query."""
    number = address.param("gh_jid")
    if _DIGITS.fullmatch(number):
        return "greenhouse", number
    for board, name in (("ashby", "ashby_jid"), ("lever", "lever_jid")):
        value = address.param(name).lower()
        if _UUID.fullmatch(value):
            return board, value
    return None
