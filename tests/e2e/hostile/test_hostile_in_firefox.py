"""The same attacks in Firefox, whose content scripts, messages and addresses of extensions are of another kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from companion.browsers import BrowserNotFound
from native_host.extension_ids import FIREFOX_ID
from tests.e2e import world
from tests.e2e.harness.firefox import EXTENSION_UUID, Firefox, start_firefox
from tests.e2e.harness.waiting import until
from tests.e2e.hostile.actors import (
    claims,
    id_of,
    job,
    known_jobs,
    listens_on,
    until_filled,
)
from tests.e2e.hostile.attacks import (
    BOX,
    CLONE,
    COUNT_FILLED,
    COVERED,
    FADES,
    FILLED,
    IS_BACK,
    MOVE,
    SCRIPT,
    STEAL_FOCUS,
    SUBMIT,
    VALUES,
    hidden_fields,
    huge_json_ld,
    page_of_asking_frames,
)
from tests.e2e.hostile.site import ELSEWHERE, HostileSite, fragment

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.e2e.harness.companion_process import CompanionProcess
    from tests.e2e.harness.tab import FirefoxTab

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120), pytest.mark.asyncio(loop_scope="module")]
ORIGIN = f"moz-extension://{EXTENSION_UUID}"
"""As if a page had learnt it: Firefox draws another for each profile."""
ATTACK_SECONDS = 90.0


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared_firefox(
    site: HostileSite, companion: CompanionProcess, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Firefox]:
    """Give one Firefox that meets the hostile pages."""
    folder = tmp_path_factory.mktemp("hostile")
    log = folder / "firefox.log"
    try:
        async with start_firefox(
            folder / "firefox", board_port=site.port, home=companion.home, log=log
        ) as firefox:
            yield firefox
    except BrowserNotFound as error:
        pytest.skip(str(error))


@pytest_asyncio.fixture(loop_scope="module")
async def firefox(shared_firefox: Firefox) -> AsyncIterator[Firefox]:
    """Give it, and close what a test has opened."""
    yield shared_firefox
    first, *others = await shared_firefox.tabs()
    for tab in others:
        await tab.close()
    await first.url()  # a new tab is opened from the one that was last switched to


async def shown(firefox: Firefox, url: str) -> FirefoxTab:
    """Open a job's page and wait for the button."""
    tab = await firefox.open(url)
    await tab.button.wait_for_status("pending")
    return tab


async def run(tab: FirefoxTab, function: str, *arguments: object) -> object:
    """Call a function of JavaScript in the page."""
    return await tab.evaluate(f"return ({function.strip().removesuffix(';')})(...arguments)", *arguments)


async def values(tab: FirefoxTab) -> dict[str, str]:
    """Return what stands in a page's fields, those that are empty left out."""
    return {name: value for name, value in await tab.evaluate(f"return {VALUES}") if value}


async def until_says(tab: FirefoxTab, text: str) -> None:
    """Wait until the panel says so."""

    async def says() -> bool:
        return text in await tab.button.text(".panel")

    await until(says, f"the panel to say {text!r}")


async def test_made_up_events_start_and_send_nothing(
    firefox: Firefox, companion: CompanionProcess, site: HostileSite
) -> None:
    tab = await shown(firefox, site.job(101))
    await run(tab, fragment("made_up_events.js"))
    await until_says(tab, "Not sent")
    assert await claims(companion, 101) == 0
    assert site.sent_to(101) == 0


@pytest.mark.parametrize(("number", "attack"), list(enumerate(FADES, 111)), ids=list(FADES))
async def test_a_button_that_the_user_cannot_see_starts_nothing(
    firefox: Firefox, companion: CompanionProcess, site: HostileSite, number: int, attack: str
) -> None:
    tab = await shown(firefox, site.job(number))
    await tab.evaluate(FADES[attack])
    await tab.button.hold(".apply", 50)
    await until_says(tab, COVERED)
    assert await claims(companion, number) == 0


async def test_a_key_that_was_meant_for_something_else_starts_nothing(
    firefox: Firefox, companion: CompanionProcess, site: HostileSite
) -> None:
    tab = await shown(firefox, site.job(123))
    await tab.evaluate(STEAL_FOCUS)
    await tab.type("#email", "\ue007")
    await until_says(tab, COVERED)
    assert await claims(companion, 123) == 0
    assert site.sent_to(123) == 0


async def test_a_button_that_is_moved_comes_back_and_a_clone_of_it_does_nothing(
    firefox: Firefox, companion: CompanionProcess, site: HostileSite
) -> None:
    tab = await shown(firefox, site.job(131))
    before = await tab.evaluate(f"return {BOX}")
    await run(tab, MOVE)
    await until(lambda: tab.evaluate(f"return {IS_BACK}"), "the button to be back")
    assert await tab.evaluate(f"return {BOX}") == before

    await run(tab, CLONE)
    await tab.click("#clone")
    assert await tab.evaluate("return document.querySelectorAll('applyonce-button').length") == 2
    assert await claims(companion, 131) == 0


async def test_forty_hidden_fields_stay_empty(
    firefox: Firefox, companion: CompanionProcess, site: HostileSite
) -> None:
    tab = await shown(firefox, site.job(141, fields=hidden_fields()))
    assert await tab.evaluate("return document.querySelectorAll('input.hidden').length") == 40
    await tab.button.click(".apply")
    await until_filled(companion, 141)

    filled = await values(tab)
    assert FILLED.items() <= filled.items()
    assert [name for name in filled if name.startswith("h")] == []


async def test_a_page_that_has_changed_the_browsers_own_objects(
    firefox: Firefox, companion: CompanionProcess, site: HostileSite
) -> None:
    tab = await shown(firefox, site.job(151, head=fragment("patched.html")))
    assert await tab.evaluate("return document.querySelector('applyonce-button').root ?? null") is None
    await run(tab, fragment("made_up_events.js"))
    assert await claims(companion, 151) == 0

    await tab.button.click(".apply")
    await until_filled(companion, 151)
    for name, value in FILLED.items():
        found = "return window.valueIn(document.getElementById(arguments[0]))"
        assert await tab.evaluate(found, name) == value
    stolen = await tab.evaluate("return window.stolen")
    assert [each for each in stolen if "shadow" in each or "on the button" in each] == []

    await tab.click(SUBMIT)
    await until(lambda: site.sent_to(151), "the application to arrive")
    assert (await world.events(companion, job(151))).count("submit_began") == 1


async def test_json_ld_of_five_megabytes_deep_and_full_of_markup(
    firefox: Firefox, companion: CompanionProcess, site: HostileSite
) -> None:
    tab = await shown(firefox, site.job(161, head=huge_json_ld()))
    await tab.button.click(".apply")
    await until_filled(companion, 161)
    found = await companion.get(f"/api/v1/jobs/{id_of(161)}")
    assert found["job"]["key"] == "greenhouse:161"
    assert len(found["job"]["company"]) <= 300
    assert await tab.evaluate("return window.pwned ?? null") is None


async def test_a_title_that_is_a_script_is_text_in_our_pages(
    firefox: Firefox, companion: CompanionProcess, site: HostileSite
) -> None:
    tab = await shown(firefox, site.job(171, title=SCRIPT.replace("<", "&lt;")))
    await tab.button.click(".apply")
    await until_filled(companion, 171)
    for path in ("popup/popup.html", f"options/options.html#job={id_of(171)}&ask=history"):
        ours = await firefox.extension_page(f"extension/{path}")
        await until(lambda ours=ours: _shows(ours, "window.pwned=1"), "the title to be shown")  # type: ignore[misc]
        assert await ours.evaluate("return window.pwned ?? null") is None
        assert await ours.evaluate("return document.querySelectorAll('img[src=x], img[onerror]').length") == 0
    assert "Filled" in await tab.button.text(".apply")


async def _shows(tab: FirefoxTab, text: str) -> bool:
    return text in str(await tab.evaluate("return document.body.textContent"))


async def test_frames_that_ask_get_no_values(
    firefox: Firefox, companion: CompanionProcess, site: HostileSite
) -> None:
    tab = await shown(firefox, page_of_asking_frames(site, 181))
    await tab.button.click(".apply")
    await until_filled(companion, 181)
    assert FILLED.items() <= (await values(tab)).items()
    for name in ("foreign", "board", "sandboxed"):
        frame = tab.frame(f"#{name}")
        assert await frame.evaluate("return document.querySelectorAll('input').length") > 0, name
        assert await frame.evaluate(f"return {COUNT_FILLED}") == 0, name


async def test_a_website_cannot_reach_the_companions_port(
    firefox: Firefox, companion: CompanionProcess, site: HostileSite, port: int
) -> None:
    assert await listens_on(companion, port), "the port is the right one"
    before = await known_jobs(companion)
    profile = await companion.get("/api/v1/profile")
    tab = await firefox.open(site.put(f"{ELSEWHERE}/puzzles", fragment("loopback.html")))
    attack = "attack(...arguments).then((read) => { window.readThere = read; })"
    await tab.evaluate(attack, port, id_of(101))
    read = await until(
        lambda: tab.evaluate("return window.readThere && {read: window.readThere}"),
        "the attack to end",
        seconds=ATTACK_SECONDS,
    )

    assert read == {"read": []}
    assert await known_jobs(companion) == before
    assert await companion.get("/api/v1/profile") == profile


async def test_a_page_that_is_no_job_page_notices_nothing(firefox: Firefox, site: HostileSite) -> None:
    tab = await firefox.open(site.put(f"{ELSEWHERE}/today", fragment("probe.html", ORIGIN=ORIGIN)))
    assert await tab.evaluate("return probe()") == []


async def test_forged_messages_are_not_heard(
    firefox: Firefox, companion: CompanionProcess, site: HostileSite
) -> None:
    tab = await shown(firefox, site.job(191))
    assert await run(tab, fragment("forged.js", ID=FIREFOX_ID), id_of(191)) == []
    assert await claims(companion, 191) == 0
    assert await tab.button.status() == "pending"
    await tab.button.click(".apply")
    await until_filled(companion, 191)
