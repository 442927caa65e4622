"""Forms that Vue and Angular draw: what was filled stays in every field, what the user typed is theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.demo.faults import FaultName
from tests.e2e import world
from tests.e2e.boards import applicant
from tests.e2e.boards.matrix import RESUME
from tests.e2e.boards.received import EXPECTED, differences

if TYPE_CHECKING:
    from playwright.async_api import Page

    from companion.demo.catalogue import Posting
    from tests.e2e.harness.board_process import BoardProcess
    from tests.e2e.harness.chromium import Chromium
    from tests.e2e.harness.companion_process import CompanionProcess

pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(150),
    pytest.mark.asyncio(loop_scope="package"),
    pytest.mark.parametrize("name", ["vue-optics", "angular-rail"]),
]

HYDRATED_AFTER_MS = (2_500, 8_000)
"""While our Apply fills what the server has sent, and when it has just done so."""
FIELDS = 13
SHOWN = """() => Object.fromEntries([...document.querySelectorAll('form .field, form > .choice')].map((field) => {
  const titled = field.matches('label') ? field : field.querySelector('label, legend, .label');
  const controls = [...field.querySelectorAll('input:not([type=file]), select, textarea, [role=combobox]')];
  const said = controls.map((each) => each.type === 'radio' || each.type === 'checkbox' ? String(each.checked)
    : each.selectedOptions?.[0]?.text ?? each.value ?? each.textContent.trim());
  const file = field.querySelector('.dropzone p')?.textContent;
  return [titled.textContent.replace(' *', '').trim(), said.join(' ') || file];
}))"""


async def _sent(board: BoardProcess, job: Posting) -> dict[str, object]:
    submissions = (await board.state())["submissions"]
    assert [each["job"] for each in submissions] == [job.id]
    found: dict[str, object] = submissions[0]
    return found


async def _type_over(page: Page, label: str, text: str) -> None:
    """Put this in the place of what stands there, key by key, and leave the field."""
    field = page.get_by_label(label)
    await field.click()
    await page.keyboard.press("Control+A")
    await page.keyboard.type(text)
    await page.keyboard.press("Tab")


async def _choose(page: Page, option: str) -> None:
    await page.get_by_role("combobox", name="How did you hear").click()
    await page.get_by_role("option", name=option).click()


async def test_every_field_keeps_its_value_when_it_is_left_and_when_it_is_drawn_anew(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess, name: str
) -> None:
    job = world.posting(name)
    await world.afresh(companion, job)
    await board.arm(FaultName.RERENDER, job=name)
    page = await applicant.begin(chromium, job)
    await applicant.walk(chromium, page, job)
    filled = await page.evaluate(SHOWN)
    stale = await page.get_by_label("First name").element_handle()
    assert stale is not None

    await page.get_by_label("First name").focus()
    for _ in range(FIELDS):
        await page.keyboard.press("Tab")
    await page.get_by_label("What is your notice period?").press("End")
    await page.keyboard.type("!")
    await page.keyboard.press("Backspace")
    await page.keyboard.press("Tab")

    assert not await stale.evaluate("node => node.isConnected"), "it was drawn anew"
    assert await page.evaluate(SHOWN) == filled
    await applicant.submit(page, job)
    await world.until_status(companion, job, "applied")
    assert differences(name, await _sent(board, job), RESUME) == []


async def test_what_the_user_typed_is_theirs_also_in_a_field_that_was_drawn_anew_since(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess, name: str
) -> None:
    job = world.posting(name)
    await world.afresh(companion, job)
    await board.arm(FaultName.RERENDER, job=name)
    page = await chromium.open(job.url)
    await chromium.button(page).wait_for_status("pending")
    await _type_over(page, "Last name", "Okafor-Lind")
    await _type_over(page, "Email", "mira@elsewhere.example")
    await _choose(page, "Referral")
    await page.get_by_label("No", exact=True).check()
    await _type_over(page, "First name", "Mirabel")

    await chromium.button(page).click()
    await world.until_filled(companion, job)
    # While the page is still watched for what it may make of the résumé.
    await _type_over(page, "Phone", "+49301234567")
    await _type_over(page, "What is your notice period?", "three months")
    await applicant.walk(chromium, page, job)
    await applicant.submit(page, job)

    await world.until_status(companion, job, "applied")
    theirs = {
        "first_name": "Mirabel",
        "last_name": "Okafor-Lind",
        "email": "mira@elsewhere.example",
        "phone": "+49301234567",
        "authorized": "No",
        "heard": "Referral",
        "notice": "three months",
    }
    sent = await _sent(board, job)
    assert differences(name, sent, RESUME) == [
        f"{field}: {value!r} for {EXPECTED[name][field]!r}" for field, value in sorted(theirs.items())
    ]


@pytest.mark.parametrize("delay_ms", HYDRATED_AFTER_MS)
async def test_what_late_hydration_wipes_is_filled_again(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess, name: str, delay_ms: int
) -> None:
    job = world.posting(name)
    await world.afresh(companion, job)
    await board.arm(FaultName.HYDRATION_WIPE, job=name, delay_ms=delay_ms)
    page = await applicant.begin(chromium, job)

    await applicant.walk(chromium, page, job)
    await applicant.submit(page, job)

    await world.until_status(companion, job, "applied")
    assert differences(name, await _sent(board, job), RESUME) == []
