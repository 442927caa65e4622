"""What is a job page: each real application page, and no page that only talks about jobs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.integration.extension.pages import Pages, captured, identity_forms, index

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180), pytest.mark.asyncio(loop_scope="session")]

POSTING = """<script type="application/ld+json">{"@context": "https://schema.org", "@type": "JobPosting",
  "title": "Baker", "hiringOrganization": {"@type": "Organization", "name": "Crumb & Sons"}}</script>"""


def wrong(seen: dict[str, Any] | None, board: str, title: str) -> str | None:
    """Say what is wrong with what was seen of a board's application page."""
    if seen is None:
        return "not seen"
    if seen["board"] != board:
        return f"taken for {seen['board']}"
    if not seen["form"]:
        return "its form was not found"
    if seen["submit"] != 1:
        return f"{seen['submit']} visible submit controls"
    if seen["success"] or seen["refusal"]:
        return f"taken for an outcome: {seen['success'] or seen['refusal']}"
    heard, meant = (" ".join(text.split()) for text in (seen["title"], title))
    return None if heard and heard in meant else f"title {heard!r}, not {title!r}"


async def test_every_real_application_page_is_recognised(pages: Pages, corpus: Path) -> None:
    problems = []
    for row in index(corpus / "forms"):
        folder = corpus / "forms"
        job = json.loads((folder / f"{row['file']}.json").read_text(encoding="utf-8"))["job"]
        seen = await pages.look(row["url"], captured(folder / f"{row['file']}.html.gz"))
        if problem := wrong(seen, row["board"], job["title"]):
            problems.append(f"{row['file']}: {problem}")
    assert problems == []


async def test_pages_that_talk_about_jobs_get_no_button(pages: Pages, corpus: Path) -> None:
    seen = {
        row["file"]: await pages.look(row["url"], captured(corpus / "non_job_pages" / row["file"]))
        for row in index(corpus / "non_job_pages")
    }
    assert {name: what for name, what in seen.items() if what} == {}


async def test_forms_for_other_things_get_no_button(pages: Pages, corpus: Path) -> None:
    seen = {
        name: await pages.look("https://shop.example.com/form", html) for name, html in identity_forms(corpus)
    }
    assert {name: what for name, what in seen.items() if what} == {}


async def test_a_page_with_one_posting_is_a_job_and_a_list_of_them_is_none(pages: Pages) -> None:
    seen = await pages.look("https://careers.example.com/baker", f"<h1>Baker</h1>{POSTING}")
    assert seen is not None
    assert (seen["title"], seen["company"]) == ("Baker", "Crumb & Sons")
    assert await pages.look("https://careers.example.com/all", f"<h1>Jobs</h1>{POSTING}{POSTING}") is None


@pytest.mark.parametrize(
    ("words", "is_outcome"),
    [
        ("Your application has been received.", True),
        ("Thank you for your application!", True),
        ("Once your application has been received, we will call you.", False),
        ("We answer as soon as the application was sent.", False),
    ],
)
async def test_what_would_be_once_an_application_has_come_is_no_confirmation(
    pages: Pages, words: str, *, is_outcome: bool
) -> None:
    html = f"<main><h1>Baker</h1><p>{words}</p></main>{POSTING}"
    seen = await pages.look("https://careers.example.com/baker", html)
    assert seen is not None
    assert (seen["success"] is not None) is is_outcome


async def test_the_users_word_makes_any_page_with_a_form_a_job(pages: Pages) -> None:
    html = "<title>Join us</title><form><input name=a><input name=b><button>Send</button></form>"
    assert await pages.look("https://club.example.com/", html) is None
    seen = await pages.look("https://club.example.com/", html, forced=True)
    assert seen is not None
    assert (seen["title"], seen["form"]) == ("Join us", 2)


async def test_broken_json_ld_is_still_read(pages: Pages) -> None:
    html = "<h1>Baker</h1>" + POSTING.replace("Baker", "Baker,\n\tnight shift", 1)
    seen = await pages.look("https://careers.example.com/baker", html)
    assert seen is not None
    assert seen["company"] == "Crumb & Sons"


@pytest.mark.parametrize(
    "script",
    [
        '{"@type":"JobPosting","title":"' + "x" * 5_000_000 + '"}',
        '{"a":' * 20_000 + '{"@type":"JobPosting"}' + "}" * 20_000,
        "[" * 100_000,
        '{"@type":"JobPosting","title":{"title":["deep"]},"hiringOrganization":7,"jobLocation":null}',
    ],
    ids=["5 MB", "deep", "open brackets", "wrong types"],
)
async def test_hostile_json_ld_neither_breaks_the_page_nor_leaves_it_whole(pages: Pages, script: str) -> None:
    html = f'<title>Page</title><script type="application/ld+json">{script}</script>'
    seen = await pages.look("https://careers.example.com/x", html)
    assert len(json.dumps(seen)) < 20_000


async def test_markup_in_json_ld_stays_text(pages: Pages) -> None:
    html = POSTING.replace("Baker", "<img src=x onerror=alert(1)>")
    seen = await pages.look("https://careers.example.com/x", html)
    assert seen is not None
    assert seen["title"] == "<img src=x onerror=alert(1)>"
