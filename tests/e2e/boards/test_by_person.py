"""On every board: our Apply fills page after page, the person submits, and the employer gets one application."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e import world
from tests.e2e.boards import applicant

if TYPE_CHECKING:
    from tests.e2e.harness.board_process import BoardProcess
    from tests.e2e.harness.chromium import Chromium
    from tests.e2e.harness.companion_process import CompanionProcess

pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(120),
    pytest.mark.asyncio(loop_scope="package"),
]

JOBS = (
    "workable-designer",
    "smartrecruiters-buyer",
    "workday-engineer",
    "workday-crew",
    "linkedin-pm",
    "indeed-electrician",
    "teamtailor-teacher",
    "personio-accountant",
    "recruitee-chef",
    "breezy-support",
)


@pytest.mark.parametrize("name", JOBS)
async def test_apply_and_submit(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess, name: str
) -> None:
    job = world.posting(name)
    await world.afresh(companion, job)
    page = await applicant.begin(chromium, job)

    await applicant.walk(chromium, page, job)
    await applicant.submit(page, job)

    await world.until_status(companion, job, "applied")
    assert await world.accepted(board, job) == 1


PHONE = "+49 30 7777777"


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("workable-designer", "phone"),
        ("teamtailor-teacher", "candidate[phone]"),
        ("personio-accountant", "phone"),
        ("recruitee-chef", "candidate.phone"),
        ("breezy-support", "cPhoneNumber"),
    ],
)
async def test_what_was_typed_by_hand_is_offered_for_the_next_application(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess, name: str, field: str
) -> None:
    """Also where the browser itself sends the form, and the page that knew what was typed is gone at once."""
    job = world.posting(name)
    await world.afresh(companion, job)
    page = await applicant.begin(chromium, job)
    await applicant.walk(chromium, page, job)
    await page.locator(f"[name='{field}']").fill(PHONE)

    await applicant.submit(page, job)

    await world.until_status(companion, job, "applied")
    (submission,) = (await board.state())["submissions"]
    assert submission["fields"][field] == PHONE
    offers = (await companion.get("/api/v1/answer-offers"))["offers"]
    assert [
        each["answer"]
        for offer in offers
        if offer["job"]["id"] == world.id_of(job)
        for each in offer["answers"]
    ] == [PHONE]
