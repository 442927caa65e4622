"""Whatever a page does, the employer gets exactly what the profile says, once, or nothing at all.

This is the short diagonal, with each fault on pages of several kinds; `make boards` goes through the whole table.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from companion.demo.faults import FaultName
from tests.e2e.boards import matrix
from tests.e2e.boards.ends import NO_FAULT

if TYPE_CHECKING:
    from tests.e2e.harness.board_process import BoardProcess
    from tests.e2e.harness.chromium import Chromium
    from tests.e2e.harness.companion_process import CompanionProcess

pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(300),
    pytest.mark.asyncio(loop_scope="package"),
]

DIAGONAL: dict[str, tuple[str, ...]] = {
    NO_FAULT: tuple(name for name in matrix.PAGES if name not in matrix.BY_HAND),
    FaultName.HYDRATION_WIPE: (
        "gh-backend",
        "ashby-fullstack",
        "linkedin-pm",
        "workday-engineer",
        "vue-optics",
        "angular-rail",
    ),
    FaultName.RERENDER: (
        "gh-data",
        "gh-old-platform",
        "recruitee-chef",
        "workable-designer",
        "vue-optics",
        "angular-rail",
    ),
    FaultName.RESUME_PARSE: (
        "lever-frontend",
        "ashby-fullstack",
        "smartrecruiters-buyer",
        "indeed-electrician",
        "vue-optics",
        "angular-rail",
    ),
    FaultName.CAPTCHA: ("gh-backend", "smartrecruiters-buyer", "linkedin-pm", "breezy-support"),
    FaultName.CONFIRMATION_IN_NEW_TAB: ("teamtailor-teacher", "careers-kitchen", "careers-planner"),
    FaultName.SPAM: ("gh-data", "ashby-fullstack", "linkedin-pm", "personio-accountant"),
    FaultName.APPLY_LIMIT: ("ashby-fullstack", "linkedin-pm"),
    FaultName.SERVER_VALIDATION: ("gh-old-platform", "personio-accountant", "teamtailor-teacher"),
    FaultName.ALREADY_APPLIED: (
        "lever-frontend",
        "workable-designer",
        "linkedin-pm",
        "workday-engineer",
        "breezy-support",
    ),
    FaultName.CLOSED_404: ("ashby-fullstack", "smartrecruiters-buyer", "teamtailor-teacher"),
    FaultName.CLOSED_302: ("gh-embedded", "gh-old-platform"),
    FaultName.PAGE_503: ("gh-embedded", "careers-kitchen"),
    FaultName.REFUSE: ("gh-embedded", "lever-frontend", "workable-designer"),
    FaultName.LOGIN_WALL: ("gh-embedded", "linkedin-pm", "recruitee-chef", "careers-planner"),
    FaultName.SECURITY_CODE: ("gh-embedded", "gh-backend"),
    FaultName.EMBED_TOKEN_EXPIRY: ("gh-embedded",),
}


@pytest.mark.parametrize("fault", DIAGONAL)
async def test_what_the_employer_gets(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess, fault: str
) -> None:
    pages = DIAGONAL[fault]
    found = {fault: await matrix.Stage(chromium, companion, board).column(fault, pages)}

    sys.stdout.write(matrix.table(found, pages))
    assert {name: said for name, said in found[fault].items() if said} == {}
