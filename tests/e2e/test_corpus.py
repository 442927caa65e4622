"""Real application pages of each board, under their real addresses, through the whole product.

A short version of `make bench-fill`: one browser for all, the first pages of each board. The pages' own scripts
are taken out, so drawn lists do not open: for those the plan is judged. Nothing leaves the machine: the server
answers for every host.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from companion.browsers import BrowserNotFound
from tests.benchmarks.fill.applicant import Applicant
from tests.benchmarks.fill.corpus import CorpusAbsent, Form, applicant, corpus_folder, forms
from tests.benchmarks.fill.product import RESUME_NAME, Product, start_product
from tests.benchmarks.fill.run import FormRun, run_form
from tests.benchmarks.fill.server import CorpusServer, serve_pages
from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from playwright.async_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300), pytest.mark.asyncio(loop_scope="module")]

PAGES_OF_EACH_BOARD = 10
PAGES_AT_ONCE = 3
"""Most of a page's time is waiting: for lists that do not open, for signs that a file was taken."""
PAGES_TO_SEND = 2
STANDARD_RIGHT = 0.98

AS_THE_LIVE_PAGE_SENDS = """() => {
  // What the page's own scripts do when it is alive: post the form when its button is clicked.
  const form = document.querySelector("#application-form");
  form.method = "post";
  form.noValidate = true;
  document.querySelector("#btn-submit")?.addEventListener("click", () => form.requestSubmit());
}"""
SUBMIT = "#btn-submit, #application-form button[type=submit]:not(.hidden)"


class World:
    """The pages, who serves them, the product and its applicant."""

    def __init__(
        self, pages: list[Form], server: CorpusServer, product: Product, applicant: Applicant
    ) -> None:
        self.pages, self.server, self.product, self.applicant = pages, server, product, applicant
        self._runs: dict[str, list[FormRun]] = {}

    def of_board(self, board: str) -> list[Form]:
        return [page for page in self.pages if page.board == board]

    async def runs(self, board: str) -> list[FormRun]:
        """Fill the board's pages, once for all tests where none made trouble, and return what came of it."""
        if board not in self._runs:
            turns = asyncio.Semaphore(PAGES_AT_ONCE)

            async def fill(form: Form) -> FormRun:
                async with turns:
                    return await run_form(self.product, form, self.applicant, pictures=None)

            runs = await asyncio.gather(*map(fill, self.of_board(board)))
            if any(run.trouble for run in runs):
                return runs  # a test that is tried again tries the pages again
            self._runs[board] = runs
        return self._runs[board]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def world(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    try:
        corpus = corpus_folder()
    except CorpusAbsent as error:
        pytest.skip(str(error))
    counts: Counter[str] = Counter()
    pages = []
    for page in forms(corpus):
        counts[page.board] += 1
        if counts[page.board] <= PAGES_OF_EACH_BOARD:
            pages.append(page)
    profile, answers = applicant(corpus / "persona.json")
    resume = (corpus / "resume.pdf").read_bytes()
    folder: Path = tmp_path_factory.mktemp("corpus")
    try:
        async with (
            serve_pages(pages) as server,
            start_product(folder, server.port, profile, answers, resume) as product,
        ):
            yield World(pages, server, product, Applicant(profile, answers, RESUME_NAME))
    except BrowserNotFound as error:
        pytest.skip(str(error))


def words(runs: list[FormRun], *verdicts: str) -> list[str]:
    return [
        f"{each.form} {each.label or each.name!r}: {each.value or each.planned!r}, not {each.expected!r}: "
        f"{each.why}"
        for run in runs
        for each in run.fields
        if each.verdict in verdicts
    ]


@pytest.mark.parametrize("board", ["ashby", "greenhouse", "lever"])
async def test_real_forms_are_filled_right(world: World, board: str) -> None:
    runs = await world.runs(board)

    assert [f"{run.form.name}: {run.trouble}" for run in runs if run.trouble] == [], "each shows the button"
    fields = [each for run in runs for each in run.fields]
    assert words(runs, "wrong", "static wrong") == []
    standard = [
        each.verdict.removeprefix("static ")
        for each in fields
        if each.key and each.expected and each.verdict not in {"absent", "empty"}
    ]
    assert standard.count("right") >= STANDARD_RIGHT * len(standard) > 10, words(runs, "left", "static left")
    assert [run.secrets for run in runs if run.secrets] == [], "hidden controls and passwords stay empty"
    assert world.server.posts == Counter(), "filling sends nothing"


@pytest.mark.parametrize("board", ["ashby", "greenhouse", "lever"])
async def test_the_resume_goes_to_the_resume_field_alone(world: World, board: str) -> None:
    runs = await world.runs(board)

    files = [each for run in runs for each in run.fields if "file" in each.type.casefold()]
    given = {(each.form, each.name) for each in files if each.value}
    assert given == {(each.form, each.name) for each in files if each.key == "resume.file"}
    assert [each for run in runs for each in run.strangers if each["type"] == "file"] == []


@pytest.mark.parametrize("board", ["greenhouse", "lever"])
async def test_the_gate_stops_a_second_tab_and_lets_the_holder_send(world: World, board: str) -> None:
    for form in world.of_board(board)[:PAGES_TO_SEND]:
        await _send_from_two_tabs(world, form)


async def _send_from_two_tabs(world: World, form: Form) -> None:
    product, before = world.product, world.server.posts.total()
    holder, other = await product.open(form.url), await product.open(form.url)
    for page in (holder, other):
        await product.browser.button(page).wait_for_status("pending")
        await page.evaluate(AS_THE_LIVE_PAGE_SENDS)
    job_id = await product.in_extension(holder, "applyonce.standing.now.job.id")
    await holder.bring_to_front()
    await product.press_apply(holder, job_id)
    await product.until_done(job_id)

    await other.bring_to_front()
    await product.browser.button(other).wait_for_status("in_progress")
    await _press_submit(other)
    await until(lambda: _was_refused(product, job_id), f"{form.name}: the second tab to be refused")
    assert world.server.posts.total() == before, f"{form.name}: stopped, nothing is sent"

    await holder.bring_to_front()
    await _press_submit(holder)
    await until(lambda: world.server.posts.total() > before, f"{form.name}: the holder to send")
    assert world.server.posts.total() == before + 1, f"{form.name}: sent once"


async def _press_submit(page: Page) -> None:
    await page.locator(SUBMIT).last.click()


async def _was_refused(product: Product, job_id: str) -> bool:
    body = await product.api.get(f"/api/v1/jobs/{job_id}")
    return any(event["kind"] == "refused" for event in body["events"])
