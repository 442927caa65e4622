"""From what a person typed to one job."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from uuid import UUID

from companion.cli.failure import CommandFailed
from companion.cli.terminal_text import one_line
from companion.client import APIClient, APIError
from companion.identity import InvalidAddress, identify, job_id

if TYPE_CHECKING:
    from companion.messages.jobs import JobResult
    from companion.messages.shapes import JobItem

SHORT_ID_CHARACTERS = 8
MOST_CANDIDATES_SHOWN = 10
_ID_PREFIX = re.compile(r"[0-9a-f]{4,}(?:-[0-9a-f-]*)?", re.IGNORECASE)


async def find_job(client: APIClient, text: str) -> JobResult:
    """Return the job that `text` means: an id or its beginning, a key, an address, or words of its title.

    Raises CommandFailed where there is none, or more than one: then it lists them.
    """
    text = text.strip()
    if not text:
        raise CommandFailed("No job was named.", _NO_JOB_ADVICE, code="not_found")
    for candidate in _exact_ids(text):
        if (found := await _job_or_none(client, candidate)) is not None:
            return found
    matches = await _search(client, text)
    if len(matches) == 1:
        return await client.job(matches[0].job.id)
    if not matches:
        raise CommandFailed(f"No job is known as “{text}”.", _NO_JOB_ADVICE, code="not_found")
    raise CommandFailed(
        f"“{text}” means {len(matches)} jobs.",
        _candidates(matches),
        code="ambiguous",
        details={"candidates": [item.job.model_dump(mode="json") for item in matches]},
    )


def short_id(identifier: UUID) -> str:
    """Return the beginning of an id, as tables show it and commands take it."""
    return str(identifier)[:SHORT_ID_CHARACTERS]


def job_line(item: JobItem | JobResult) -> str:
    """Return a job on one line."""
    what = " at ".join(part for part in (item.job.title or item.job.url, item.job.company) if part)
    place = f", {item.job.location}" if item.job.location else ""
    return one_line(f"{what}{place}")


_NO_JOB_ADVICE = "“applyonce jobs” lists all. To put a new one into the queue: applyonce queue add URL"


def _exact_ids(text: str) -> list[UUID]:
    try:
        return [UUID(text)]
    except ValueError:
        pass
    if "://" in text:
        try:
            named = identify(text)
        except InvalidAddress as error:
            raise CommandFailed(f"This is no address of a job: {error}", code="invalid") from error
        return [job_id(key) for key in (named.key, *named.alias_keys)]
    return [job_id(text)] if ":" in text else []


async def _job_or_none(client: APIClient, identifier: UUID) -> JobResult | None:
    try:
        return await client.job(identifier)
    except APIError as error:
        if error.status == 404:
            return None
        raise


async def _search(client: APIClient, text: str) -> list[JobItem]:
    """Return the jobs that the text may mean: by the id's beginning, else by an address or a key, else words."""
    wanted = text.casefold()
    items = [item async for item in client.all_jobs()]
    if _ID_PREFIX.fullmatch(text):
        by_id = [item for item in items if str(item.job.id).startswith(wanted)]
        if by_id:
            return by_id
    if "://" in text:
        return [item for item in items if item.job.url.casefold() == wanted]
    words = wanted.split()
    matching = [item for item in items if all(word in _words_of(item) for word in words)]
    if not matching:
        matching = [item for item in items if all(word in item.job.url.casefold() for word in words)]
    exact = [item for item in matching if wanted in (item.job.title.casefold(), item.job.key.casefold())]
    return exact or matching


def _words_of(item: JobItem) -> str:
    return f"{item.job.title} {item.job.company} {item.job.location} {item.job.key}".casefold()


def _candidates(matches: list[JobItem]) -> str:
    lines = ["Name one of them:"]
    lines += [f"  {short_id(item.job.id)}  {job_line(item)}" for item in matches[:MOST_CANDIDATES_SHOWN]]
    if len(matches) > MOST_CANDIDATES_SHOWN:
        lines.append(
            f"  and {len(matches) - MOST_CANDIDATES_SHOWN} more: add a word, or see “applyonce jobs”"
        )
    return "\n".join(lines)
