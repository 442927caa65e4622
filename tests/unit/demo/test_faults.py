"""Faults that can be seen without a browser: what is answered, and whether it was counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from aiohttp import ClientError

from companion.demo.catalogue import posting
from tests.unit.demo.board_client import EMAIL

if TYPE_CHECKING:
    from tests.unit.demo.board_client import BoardClient


@pytest.mark.parametrize(
    ("fault", "counted"), [("submit_503", 0), ("submit_503_stored", 1)], ids=["before", "after"]
)
async def test_503_before_and_after_storing(board: BoardClient, fault: str, counted: int) -> None:
    await board.arm(fault, job="careers-planner", times=1)
    assert (await board.apply_plainly()).status == 503
    assert board.accepted == counted
    assert (await board.apply_plainly()).status == 303


@pytest.mark.parametrize(
    ("fault", "counted"), [("reset_before_store", 0), ("reset_after_store", 1)], ids=["before", "after"]
)
async def test_reset_before_and_after_storing(board: BoardClient, fault: str, counted: int) -> None:
    await board.arm(fault, times=1)
    with pytest.raises(ClientError):
        await board.apply_plainly()
    assert board.accepted == counted


@pytest.mark.parametrize(
    ("fault", "counted"), [("submit_hang", 0), ("submit_hang_stored", 1)], ids=["before", "after"]
)
async def test_hang_ends_in_504(board: BoardClient, fault: str, counted: int) -> None:
    await board.arm(fault, times=1, delay_ms=20)
    assert (await board.apply_plainly()).status == 504
    assert board.accepted == counted


async def test_slow_submit_is_counted_and_answered(board: BoardClient) -> None:
    await board.arm("slow_submit", delay_ms=20)
    assert (await board.apply_plainly()).status == 303
    assert board.accepted == 1


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("refuse", "could not accept"),
        ("spam", "flagged as possible spam"),
        ("server_validation", "check your email"),
    ],
)
async def test_refusals_say_so_and_count_nothing(board: BoardClient, fault: str, words: str) -> None:
    await board.arm(fault)
    answer = await board.apply_plainly()
    assert answer.status == 422
    assert words in await answer.text()
    assert board.accepted == 0


@pytest.mark.parametrize("fault", ["refuse", "spam"])
async def test_ashby_refuses_with_status_200(board: BoardClient, fault: str) -> None:
    await board.arm(fault)
    answer = await board.apply_on_ashby()
    assert answer.status == 200
    assert "FormSubmitFailure" in await answer.text()
    assert board.accepted == 0


async def test_ashby_accepts(board: BoardClient) -> None:
    answer = await board.apply_on_ashby()
    assert "FormSubmitSuccess" in await answer.text()
    assert board.state.ledger.per_applicant() == {("ashby-founding", EMAIL): 1}


async def test_security_code_is_asked_until_it_is_right(board: BoardClient) -> None:
    await board.arm("security_code", times=1)
    assert (await board.apply_plainly()).status == 422
    assert (await board.apply_plainly(security_code="WRONG")).status == 422
    assert board.accepted == 0
    state = await (await board.client.get("/__board/state")).json()
    [code] = state["security_codes"]
    assert (await board.apply_plainly(security_code=code["code"])).status == 303
    assert board.accepted == 1


async def test_log_in_wall_stands_before_the_count_and_leads_back(board: BoardClient) -> None:
    await board.arm("login_wall", times=1)
    answer = await board.apply_plainly()
    assert answer.status == 303
    assert answer.headers["Location"] == "/login?next=/jobs/delivery-planner"
    assert board.accepted == 0
    signed_in = await board.client.post(
        "/login",
        data={"next": "/jobs/delivery-planner"},
        headers={"Host": "careers.example.com"},
        allow_redirects=False,
    )
    assert signed_in.headers["Location"] == "/jobs/delivery-planner"


async def test_log_in_leads_to_no_other_host(board: BoardClient) -> None:
    answer = await board.client.post(
        "/login",
        data={"next": "//evil.example.net"},
        headers={"Host": "careers.example.com"},
        allow_redirects=False,
    )
    assert answer.headers["Location"] == "/"


@pytest.mark.parametrize(
    "job", ["gh-backend", "gh-old-platform", "lever-devops", "ashby-support", "careers-planner"]
)
async def test_page_faults_on_every_board(board: BoardClient, job: str) -> None:
    address = posting(job).apply_url
    for fault, status in (("page_503", 503), ("closed_404", 404), ("closed_302", 302)):
        await board.arm(fault, job=job, times=1)
        assert (await board.get(address)).status == status, fault
    await board.arm("already_applied", job=job, times=1)
    already = await (await board.get(address)).text()
    assert "already applied" in already or '"alreadyApplied": true' in already
    assert (await board.get(address)).status == 200


async def test_thanks_in_the_posting_prove_nothing(board: BoardClient) -> None:
    await board.arm("thanks_in_posting", times=1)
    text = await (await board.get(posting("lever-devops").url)).text()
    assert "Thank you for applying!" in text
    assert board.accepted == 0


async def test_embed_token_expires(board: BoardClient) -> None:
    outer = await (await board.get("https://careers.example.com/careers?gh_jid=4410077003")).text()
    start = outer.index("//boards.greenhouse.io")
    source = "https:" + outer[start : outer.index('"', start)].replace("&amp;", "&")
    assert (await board.get(source)).status == 200
    await board.arm("embed_token_expiry", times=1)
    assert (await board.get(source)).status == 404


async def test_a_fault_for_one_job_leaves_the_others_alone(board: BoardClient) -> None:
    await board.arm("page_503", job="gh-data")
    assert (await board.get(posting("gh-backend").url)).status == 200
    assert (await board.get(posting("gh-data").url)).status == 503
    assert (await board.get(posting("gh-data").url)).status == 503
