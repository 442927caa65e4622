from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.demo.catalogue import POSTINGS, Posting, posting
from companion.identity import identify

if TYPE_CHECKING:
    from tests.unit.demo.board_client import BoardClient

OPEN = [candidate for candidate in POSTINGS if "closed" not in candidate.traits]


def test_ids_and_addresses_are_unique() -> None:
    assert len({candidate.id for candidate in POSTINGS}) == len(POSTINGS) >= 12
    assert len({candidate.url for candidate in POSTINGS}) == len(POSTINGS)


def test_each_posting_is_one_job_under_all_its_addresses() -> None:
    keys = {candidate.id: identify(candidate.url).key for candidate in POSTINGS}
    assert len(set(keys.values())) == len(POSTINGS)
    assert {candidate.id: identify(candidate.apply_url).key for candidate in POSTINGS} == keys


@pytest.mark.parametrize("wanted", OPEN, ids=lambda wanted: wanted.id)
async def test_every_posting_and_form_is_served(board: BoardClient, wanted: Posting) -> None:
    for address in {wanted.url, wanted.apply_url}:
        answer = await board.get(address)
        assert answer.status == 200, address
        assert wanted.title in await answer.text()


@pytest.mark.parametrize("wanted", OPEN, ids=lambda wanted: wanted.id)
async def test_postings_carry_structured_data_where_their_board_does(
    board: BoardClient, wanted: Posting
) -> None:
    text = await (await board.get(wanted.url)).text()
    assert ("JobPosting" in text) == (wanted.board not in {"linkedin", "indeed"})


async def test_alternate_addresses_show_the_same_job(board: BoardClient) -> None:
    wanted = posting("gh-backend")
    for address in (
        f"https://boards.greenhouse.io{wanted.path}",
        f"https://job-boards.greenhouse.io{wanted.path}",
        f"https://boards.greenhouse.io/embed/job_app?for={wanted.company}&token={wanted.board_job_id}",
    ):
        answer = await board.get(address)
        assert answer.status == 200
        assert wanted.title in await answer.text()


async def test_a_closed_posting_leads_to_the_board_with_a_word(board: BoardClient) -> None:
    answer = await board.get(posting("gh-closed").url)
    assert answer.status == 302
    assert answer.headers["Location"] == "/haldenenergy?error=true"
    overview = await board.get("https://job-boards.greenhouse.io/haldenenergy?error=true")
    text = await overview.text()
    assert "no longer open" in text
    assert "Office Manager" not in text


async def test_an_unknown_host_or_path_is_not_found(board: BoardClient) -> None:
    for address in ("https://unknown.example.net/", "https://jobs.lever.co/tidewaterhealth/nothing/apply"):
        assert (await board.get(address)).status == 404
