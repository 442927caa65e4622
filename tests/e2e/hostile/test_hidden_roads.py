"""Pages that send by a road that their form's frame does not show, at no click, or for no known job."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from tests.e2e import world
from tests.e2e.harness.waiting import until
from tests.e2e.hostile.actors import id_of, job, shown
from tests.e2e.hostile.attacks import SUBMIT

if TYPE_CHECKING:
    from tests.e2e.harness.chromium import Chromium
    from tests.e2e.harness.companion_process import CompanionProcess
    from tests.e2e.hostile.site import HostileSite

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120), pytest.mark.asyncio(loop_scope="module")]

COMPLAIN = "document.querySelector('#email').setAttribute('aria-invalid', 'true')"
LOOKED_AT_SECONDS = 4
"""The page is looked at four times a second from two seconds after the press on."""

BY_A_FRAME = """<iframe name="answer"></iframe>
<script>document.forms[0].target = "answer"</script>"""
BY_A_NEW_TAB = """<script>document.forms[0].target = "_blank"</script>"""
BY_A_FRAMES_SCRIPT = """<iframe src="about:blank"></iframe>
<script>document.forms[0].addEventListener("submit", (event) => {
  event.preventDefault();
  document.querySelector("iframe").contentWindow.fetch(event.target.action, { method: "POST", body: "{}" });
})</script>"""
BY_A_WORKER = """<script>
const source = "onmessage = ({ data }) => fetch(data, { method: 'POST', body: '{}' })";
const worker = new Worker(URL.createObjectURL(new Blob([source])));
document.forms[0].addEventListener("submit", (event) => {
  event.preventDefault();
  worker.postMessage(event.target.action);
})</script>"""
BY_A_SHARED_WORKER = """<script>
const source = `onconnect = ({ ports: [port] }) => {
  port.onmessage = ({ data }) => fetch(data, { method: "POST", body: "{}" });
}`;
const worker = new SharedWorker(URL.createObjectURL(new Blob([source])));
document.forms[0].addEventListener("submit", (event) => {
  event.preventDefault();
  worker.port.postMessage(event.target.action);
})</script>"""
BY_A_BEACON = """<script>document.forms[0].addEventListener("submit", (event) => {
  event.preventDefault();
  navigator.sendBeacon(event.target.action, "{}");
})</script>"""
ROADS = {
    "another frame": BY_A_FRAME,
    "a new tab": BY_A_NEW_TAB,
    "the script of a frame": BY_A_FRAMES_SCRIPT,
    "a worker": BY_A_WORKER,
    "a shared worker": BY_A_SHARED_WORKER,
    "a beacon": BY_A_BEACON,
}


async def until_sent(site: HostileSite, number: int) -> None:
    """Wait until the employer has one application."""

    async def sent() -> bool:
        return site.sent_to(number) > 0

    await until(sent, "the application to arrive")


@pytest.mark.parametrize(("number", "road"), list(enumerate(ROADS, 311)), ids=list(ROADS))
async def test_a_complaint_proves_nothing_of_what_left_by_another_road(
    chromium: Chromium, companion: CompanionProcess, site: HostileSite, number: int, road: str
) -> None:
    page = await shown(chromium, site.job(number, body=ROADS[road]))
    await page.fill("#email", "mira@example.org")
    await page.locator(SUBMIT).click()
    await until_sent(site, number)
    await page.evaluate(COMPLAIN)
    until_then = asyncio.get_running_loop().time() + LOOKED_AT_SECONDS

    async def looked() -> bool:
        found = await world.application(companion, job(number))
        assert found is not None
        assert found["phase"] == "submitting", "what may have been sent is not given back"
        return asyncio.get_running_loop().time() > until_then

    await until(looked, "the complaint to be looked at")
    assert site.sent_to(number) == 1


SET_FORWARD = (
    "{ const real = Date.now; Date.now = () => real.call(Date) + 60_000; globalThis.setBack = real; }"
)


async def test_a_clock_that_is_set_back_after_the_press_proves_nothing(
    chromium: Chromium, companion: CompanionProcess, site: HostileSite
) -> None:
    """What left is found by its time: after that the request seems to have gone before the press."""
    page = await shown(chromium, site.job(321, body=BY_SCRIPT))
    await page.fill("#email", "mira@example.org")
    await chromium.in_content_script(page, SET_FORWARD)
    await page.locator(SUBMIT).click()
    await until_sent(site, 321)
    await chromium.in_content_script(page, "Date.now = globalThis.setBack; 0")
    await page.evaluate(COMPLAIN)
    await page.evaluate("ms => new Promise((done) => setTimeout(done, ms))", LOOKED_AT_SECONDS * 1_000)
    found = await world.application(companion, job(321))
    assert found is not None
    assert found["phase"] == "submitting", "what was sent is not given back"
    assert site.sent_to(321) == 1


BY_SCRIPT = """<script>document.forms[0].addEventListener("submit", (event) => {
  event.preventDefault();
  fetch(event.target.action, { method: "POST", body: "{}" });
})</script>"""


@pytest.mark.parametrize(("number", "way"), [(331, "Enter"), (332, "Enter held down"), (333, "a click")])
async def test_another_button_that_submits_the_form_sends_no_second_one(
    chromium: Chromium, site: HostileSite, number: int, way: str
) -> None:
    fields = "<p><input type='submit' id='attach' value='Attach'></p>"
    page = await shown(chromium, site.job(number, fields=fields, body=BY_SCRIPT))
    await page.fill("#email", "mira@example.org")
    await page.locator(SUBMIT).click()
    await until_sent(site, number)
    await page.focus("#email")
    if way == "a click":
        await page.locator("#attach").click()
    for _ in range({"Enter": 1, "Enter held down": 4}.get(way, 0)):
        await page.keyboard.down("Enter")  # each after the first is a repeat
    await page.evaluate("new Promise((done) => setTimeout(done, 1_000))")
    assert site.sent_to(number) == 1


KEYED = """<script>
const control = document.querySelector("#submit_app");
const send = () => fetch(document.forms[0].action, { method: "POST", body: "{}" });
control.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") send(); });
control.addEventListener("click", send);
</script>"""


@pytest.mark.parametrize(("number", "key"), [(341, "Enter"), (342, " ")])
async def test_a_key_on_a_drawn_button_that_sends_is_a_press(
    chromium: Chromium, companion: CompanionProcess, site: HostileSite, number: int, key: str
) -> None:
    fields = "<div id='submit_app' role='button' tabindex='0'>Submit application</div>"
    page = await shown(chromium, site.job(number, fields=fields, body=KEYED))
    await page.focus("#submit_app")
    await page.keyboard.press(key)
    await until_sent(site, number)
    # A permit that no click has used is handed back two seconds after the key.
    until_then = asyncio.get_running_loop().time() + LOOKED_AT_SECONDS

    async def looked() -> bool:
        found = await world.application(companion, job(number))
        assert found is not None
        assert found["phase"] == "submitting", f"it was sent, and is {found['status_name']}"
        return asyncio.get_running_loop().time() > until_then

    await until(looked, "the permit to be missed")
    await page.keyboard.press(key)
    await page.evaluate("new Promise((done) => setTimeout(done, 1_000))")
    assert site.sent_to(number) == 1


WRITES_ITSELF_ANEW = """<script id="writes">setTimeout(() => {
  document.querySelector("#writes").remove();
  const html = document.documentElement.outerHTML;
  document.open();
  document.write(html);
  document.close();
  document.title = "written anew";
}, 1_000)</script>"""
"""This takes all listeners of its window away, also those of extensions."""


async def test_a_page_that_writes_itself_anew_does_not_lose_the_gate(
    chromium: Chromium, companion: CompanionProcess, site: HostileSite
) -> None:
    page = await shown(chromium, site.job(351, body=WRITES_ITSELF_ANEW))
    await page.wait_for_function("document.title === 'written anew'")
    await page.fill("#email", "mira@example.org")
    await page.locator(SUBMIT).click()
    await until_sent(site, 351)

    async def permitted() -> bool:
        reply = await companion.request("GET", f"/api/v1/jobs/{id_of(351)}")
        return "submit_began" in [event["kind"] for event in reply.body["events"]]

    await until(permitted, "the sending to be known")
    assert site.sent_to(351) == 1


NAMELESS = "https://smartapply.indeed.com/beta/indeedapply/form/review"
REVIEW = """<!doctype html><title>Review</title><main><h1>Please review your application</h1>
<label>Name <input name="name"></label>
<button data-testid="submit-application-button">Submit your application</button></main>
<script>
const send = () => fetch("/sent", { method: "POST", body: "{}" });
document.querySelector("button").addEventListener("click", send);
</script>"""


async def test_a_form_that_names_no_job_is_sent_at_a_second_press(
    chromium: Chromium, site: HostileSite
) -> None:
    page = await chromium.open(site.put(NAMELESS, REVIEW))
    await page.locator("[data-testid=submit-application-button]").click()

    async def says() -> bool:
        return "Which job is this?" in await chromium.button(page).text(".panel")

    await until(says, "the panel to ask")
    sent = "https://smartapply.indeed.com/sent"
    assert sent not in site.posts
    # Before that nobody has read it.
    await page.evaluate("new Promise((done) => setTimeout(done, 1_500))")
    await page.locator("[data-testid=submit-application-button]").click()

    async def arrived() -> bool:
        return sent in site.posts

    await until(arrived, "the application to arrive")
