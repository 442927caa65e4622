"""What the user is told before a form goes out, and whether what was told as sent is what went out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e import world
from tests.e2e.harness.waiting import until
from tests.e2e.hostile.actors import job, shown, until_filled
from tests.e2e.hostile.attacks import SUBMIT

if TYPE_CHECKING:
    from playwright.async_api import Page

    from tests.e2e.harness.chromium import Chromium
    from tests.e2e.harness.companion_process import CompanionProcess
    from tests.e2e.hostile.site import HostileSite

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120), pytest.mark.asyncio(loop_scope="module")]

APPLY = "button.apply"
READING_MS = 1_500
"""A press that comes sooner does not count as the user's answer to what was said."""

BY_SCRIPT = """<script>document.forms[0].addEventListener("submit", (event) => {
  event.preventDefault();
  fetch(event.target.action, { method: "POST", body: "{}" });
})</script>"""


async def applied(chromium: Chromium, url: str) -> Page:
    """Open a job's page and press Apply."""
    page = await shown(chromium, url)
    await chromium.button(page).click(APPLY)
    return page


async def says(chromium: Chromium, page: Page, text: str) -> None:
    """Wait until the panel says so."""

    async def said() -> bool:
        return text in await chromium.button(page).text(".panel")

    await until(said, f"the panel to say {text!r}")


async def pause(page: Page, ms: int) -> None:
    """Let the page's time pass."""
    await page.evaluate("ms => new Promise((done) => setTimeout(done, ms))", ms)


async def until_sent(site: HostileSite, number: int) -> None:
    """Wait until the employer has one application."""

    async def sent() -> bool:
        return site.sent_to(number) > 0

    await until(sent, "the application to arrive")


async def sent_fields(companion: CompanionProcess, number: int) -> dict[str, str]:
    """Return what the companion has as sent to a job, by the fields' labels."""
    found = await world.application(companion, job(number))
    assert found is not None
    evidence = (await companion.get(f"/api/v1/applications/{found['id']}/evidence"))["evidence"]
    return {field["label"]: field["value"] for field in evidence[-1]["fields"]}


async def test_a_field_that_the_page_has_changed_after_the_fill_is_told_before_it_is_sent(
    chromium: Chromium, companion: CompanionProcess, site: HostileSite
) -> None:
    page = await applied(chromium, site.job(411))
    await until_filled(companion, 411)
    await says(chromium, page, "Ready to submit")
    # Long after the fill, without an event, and right before the press.
    await page.evaluate("document.querySelector('#email').value = 'the.page@example.org'")
    await page.locator(SUBMIT).click()
    await says(chromium, page, "The board has changed what was filled")
    assert "Email" in await chromium.button(page).text(".panel")
    assert site.sent_to(411) == 0

    await pause(page, READING_MS)
    await page.locator(SUBMIT).click()
    await until_sent(site, 411)
    assert site.sent_to(411) == 1


RESTLESS = """<p id="ticker"></p><script>
setInterval(() => { document.querySelector("#ticker").textContent = String(performance.now()); }, 20);
</script>"""
"""The filling waits for a page to rest, up to a limit: here it takes some seconds."""


async def test_a_press_while_the_form_is_filled_is_told_first(
    chromium: Chromium, companion: CompanionProcess, site: HostileSite
) -> None:
    page = await applied(chromium, site.job(421, body=RESTLESS))

    async def fills() -> bool:
        return bool(await chromium.in_content_script(page, "applyonce.fill.isRunning()"))

    await until(fills, "the filling to begin")
    await page.locator(SUBMIT).click()
    await says(chromium, page, "The form is still being filled")
    assert site.sent_to(421) == 0

    await until_filled(companion, 421)
    await page.locator(SUBMIT).click()
    await until_sent(site, 421)
    assert site.sent_to(421) == 1


SEARCHED = """<p><label for="place">Location (City)</label>
<input id="place" name="place" role="combobox" aria-autocomplete="list" aria-expanded="false"></p>"""
NEVER_FOUND = """<script>
const place = document.querySelector("#place");
place.addEventListener("focus", () => place.setAttribute("aria-expanded", "true"));
window.writtenAfterwards = 0;
document.forms[0].addEventListener("submit", (event) => {
  event.preventDefault();
  for (const type of ["input", "change", "keydown", "focusin"]) {
    document.addEventListener(type, () => { window.writtenAfterwards += 1; }, true);
  }
  fetch(event.target.action, { method: "POST", body: "{}" });
});
</script>"""
"""A list that opens and never has what is searched for: the filling tries one word after another."""


async def test_who_sends_in_the_middle_of_a_fill_sends_the_form_as_it_stands(
    chromium: Chromium, site: HostileSite
) -> None:
    page = await applied(chromium, site.job(431, fields=SEARCHED, body=NEVER_FOUND))
    await until(lambda: page.evaluate("place.value.length > 0"), "the first word to be searched for")
    await page.locator(SUBMIT).click()
    await says(chromium, page, "The form is still being filled")
    await pause(page, READING_MS)
    assert await chromium.in_content_script(page, "applyonce.fill.isRunning()")
    await page.locator(SUBMIT).click()
    await until_sent(site, 431)

    await pause(page, 4_000)
    assert await page.evaluate("window.writtenAfterwards") == 0


async def test_a_permit_that_was_asked_for_on_one_job_s_page_sends_no_other_job_s_form(
    chromium: Chromium, companion: CompanionProcess, site: HostileSite
) -> None:
    """Single-page boards put another job under the same document."""
    site.job(442)
    moves = """<script>document.querySelector("form button").addEventListener("pointerdown", () => {
      setTimeout(() => history.pushState(null, "", "/acme/jobs/442"), 300);
    })</script>"""
    page = await chromium.open(site.job(441, body=moves + BY_SCRIPT))
    await chromium.button(page).wait_for_status("pending")
    await page.fill("#email", "mira@example.org")
    await page.locator(SUBMIT).hover()
    await page.mouse.down()
    await page.wait_for_url("**/acme/jobs/442")
    await page.mouse.up()

    async def other_is_sent() -> bool:
        found = await world.application(companion, job(442))
        return found is not None and found["phase"] == "submitting"

    await until(other_is_sent, "the job that the page shows to be sent")
    await world.until_status(companion, job(441), "pending")


AFTER_A_PUZZLE = """<script>
let solved = false;
const form = document.forms[0];
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (!solved) {
    setTimeout(() => { solved = true; form.requestSubmit(); }, 2_500);
    return;
  }
  await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
  history.pushState(null, "", "/acme/jobs/451/confirmation");
  form.replaceWith("Thank you for applying.");
});
</script>"""


async def test_what_the_user_changes_while_a_puzzle_is_solved_is_what_was_sent(
    chromium: Chromium, companion: CompanionProcess, site: HostileSite
) -> None:
    page = await applied(chromium, site.job(451, body=AFTER_A_PUZZLE))
    await until_filled(companion, 451)
    await page.locator(SUBMIT).click()
    await world.until_status(companion, job(451), "in_progress")
    await page.fill("#phone", "+49 30 1234567")
    await world.until_status(companion, job(451), "applied")
    assert (await sent_fields(companion, 451))["Phone"] == "+49 30 1234567"
    assert site.sent_to(451) == 1


DRAFT_AT_THE_SECOND_ASKING = """(async () => {
  const { wire, journal, CallError } = applyonce;
  const real = wire.call;
  let asked = 0;
  wire.call = async (op, ...rest) => {
    if (op !== "draft") return real(op, ...rest);
    asked += 1;
    if (asked === 1) throw new CallError({ code: "companion_unavailable", message: "away" });
    return { fields: [{ label: "On the first page", value: "told" }] };
  };
  const holding = { application_id: "a", fence: 1 };
  await journal.begin(holding).catch(() => {});
  await Promise.all([journal.begin(holding), journal.begin(holding)]);
  wire.call = real;
  return [asked, journal.known("a").map(({ label }) => label)];
})()"""


async def test_what_earlier_pages_held_is_not_lost_where_the_companion_was_away_for_a_moment(
    chromium: Chromium, site: HostileSite
) -> None:
    page = await chromium.open(site.job(461))
    await chromium.button(page).wait_for_status("pending")
    told = await chromium.in_content_script(page, DRAFT_AT_THE_SECOND_ASKING)
    assert told == [2, ["On the first page"]]


OLDER_FENCE = """{
  const { standing } = applyonce;
  standing.now.holding = { ...standing.now.holding, fence: standing.now.holding.fence - 1 };
}"""


async def test_a_press_under_a_fence_that_has_just_risen_is_not_lost(
    chromium: Chromium, companion: CompanionProcess, site: HostileSite
) -> None:
    """The form complained, the tab goes on under a new fence, and the user presses before it has heard of that."""
    page = await applied(chromium, site.job(471, body=BY_SCRIPT))
    await until_filled(companion, 471)
    await says(chromium, page, "Ready to submit")
    await chromium.in_content_script(page, OLDER_FENCE)
    await page.locator(SUBMIT).click()
    await until_sent(site, 471)
    assert site.sent_to(471) == 1
