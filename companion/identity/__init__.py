"""Which job is this? From an address, and what the page says of itself, to one key for one job.

Pure: nothing is fetched. The keys, and what must not matter in an address, are laid down in the protocol's
section "Which job is this?"; where each board keeps a job's id stands in `boards`.
"""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from companion.identity.address import Address, InvalidAddress, parse_address
from companion.identity.boards import (
    behind_redirect,
    board_of,
    find_on_company_page,
    hides_its_job,
)
from companion.identity.json_ld import Posting, parse_job_postings
from companion.identity.similar import Facts as JobFacts
from companion.identity.similar import similarity
from companion.identity.text import one_line

__all__ = [
    "InvalidAddress",
    "JobFacts",
    "JobIdentity",
    "Posting",
    "identify",
    "job_id",
    "parse_job_postings",
    "similarity",
]

JOB_NAMESPACE = uuid.UUID("7c8c3a7e-5a0e-5e0b-9d5c-0f6a1a4c2b11")
"""Fixed for ever: the same job has the same id on every machine."""
MAX_ALIASES = 16
_BOARDS_WITH_TWO_IDS = frozenset({"smartrecruiters"})
_MAX_FACT_CHARS = 300
_MAX_LOCATION_CHARS = 2_000
"""A posting for many places names them all, and its country follows from them."""


@dataclass(frozen=True, slots=True)
class JobIdentity:
    """A job as its address and its page tell it."""

    key: str
    """`<board>:<id>`, or `url:<address>` where no known board shows through; equal for equal jobs."""
    board: str
    """The board's name; for other pages the host."""
    url: str
    """An address of the job without tracking and fragment; identifying it gives the same key again."""
    title: str | None = None
    company: str | None = None
    location: str | None = None
    alias_keys: tuple[str, ...] = ()
    """Further keys of the same job, never including `key`."""


@dataclass(frozen=True, slots=True)
class _Named:
    key: str
    board: str
    url: str
    is_board: bool
    is_specific: bool


def job_id(key: str) -> uuid.UUID:
    """Return the id of the job with this key (UUID version 5)."""
    return uuid.uuid5(JOB_NAMESPACE, key)


def identify(
    url: str,
    *,
    title: str | None = None,
    company: str | None = None,
    location: str | None = None,
    json_ld: Sequence[object] = (),
) -> JobIdentity:
    """Say which job a page shows.

    `json_ld` holds the page's JSON-LD (texts or parsed values); a text that is an address is taken as that of
    a frame in the page. Facts given by the caller go before the page's JSON-LD. Raises InvalidAddress where
    `url` is no address of a page, or of a form whose address is the same for all jobs.
    """
    own = _name(parse_address(url))
    postings = parse_job_postings(json_ld)
    posting = _posting_shown(own, postings)
    others = list(_board_jobs(posting, _frames(json_ld)))
    if own.is_board:
        others = [other for other in others if _is_twin(own, other)]
    if others and not own.is_specific:
        # A page such as /careers shows job after job: the page's own key would join them all.
        own, others = others[0], others[1:]
    aliases = dict.fromkeys(other.key for other in others if other.key != own.key)
    return JobIdentity(
        key=own.key,
        board=own.board,
        url=own.url,
        title=_fact(title) or (posting.title if posting else None),
        company=_fact(company) or (posting.company if posting else None),
        location=_fact(location, _MAX_LOCATION_CHARS) or (posting.location if posting else None),
        alias_keys=tuple(aliases)[:MAX_ALIASES],
    )


def _name(address: Address, *, follow: bool = True) -> _Named:
    board = board_of(address)
    if board is None:
        if shown := find_on_company_page(address):
            return _Named(f"{shown[0]}:{shown[1]}", shown[0], address.url(), is_board=True, is_specific=True)
        return _general(address, address.host.removeprefix("www."))
    if found := board.find(address):
        return _Named(f"{board.name}:{found.id}", board.name, found.url, is_board=True, is_specific=True)
    if follow and (target := behind_redirect(address)):
        return _name(parse_address(target), follow=False)
    if hides_its_job(address):
        raise InvalidAddress("The address of this form does not say which job it is for.")
    return _general(address, board.name)


def _general(address: Address, board: str) -> _Named:
    return _Named(
        f"url:{address.key()}", board, address.url(), is_board=False, is_specific=address.is_specific()
    )


def _is_twin(own: _Named, other: _Named) -> bool:
    """Tell whether a board's page names its own job under the board's other kind of id.

    SmartRecruiters' ad has a number, its form a UUID. Apart from that a board's page speaks for no other job.
    """
    if own.board != other.board or own.board not in _BOARDS_WITH_TWO_IDS:
        return False
    return _has_number(own) != _has_number(other)


def _has_number(named: _Named) -> bool:
    return named.key.rpartition(":")[2].isdecimal()


def _posting_shown(own: _Named, postings: Sequence[Posting]) -> Posting | None:
    """Return the posting that the page is about: its only one, or the one that gives the page's address."""
    if len(postings) == 1:
        return postings[0]
    matching = [posting for posting in postings if own.key in {job.key for job in _jobs(_addresses(posting))}]
    return matching[0] if len(matching) == 1 else None


def _board_jobs(posting: Posting | None, frames: Sequence[str]) -> Iterator[_Named]:
    """Yield the known boards' jobs that the page's posting and its frames point to.

    Only known boards count: any page may claim any address, and a list's postings are not the page's job.
    """
    addresses = _addresses(posting) if posting else []
    framed = {job.key: job for job in _jobs(frames) if job.is_board}
    yield from (job for job in _jobs(addresses) if job.is_board)
    if len(framed) == 1:  # several frames are a list, or an advertisement beside the job
        yield from framed.values()


def _addresses(posting: Posting) -> list[str]:
    return [text for text in (posting.url, *posting.same_as, posting.identifier) if text]


def _jobs(addresses: Sequence[str]) -> Iterator[_Named]:
    for text in addresses:
        try:
            yield _name(parse_address(text))
        except InvalidAddress:
            continue


def _frames(json_ld: Sequence[object]) -> list[str]:
    return [
        item
        for item in json_ld[:64]
        if isinstance(item, str) and item[:8].lower().startswith(("http://", "https://"))
    ]


def _fact(text: str | None, limit: int = _MAX_FACT_CHARS) -> str | None:
    return one_line(text, limit) or None if text else None
