"""The popup shows what the companion says, at once when it changes, and asks for what the user presses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.async_api import Page, expect

from tests.integration.extension_pages import scenes
from tests.integration.extension_pages.pages import Extension, called, calls

if TYPE_CHECKING:
    from tests.integration.extension_pages.pages import JsonObject

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


def state(**changes: Any) -> JsonObject:
    return {
        "companion": {"state": "up", "version": "0.1.0"},
        "instance": "instance-1",
        "session": scenes.SESSION,
        "current_tab": {
            "tab_id": 12,
            "url": "https://news.example.org/",
            "supported": False,
            "permission": True,
        },
        "duplicates_prevented": 0,
        **changes,
    }


def card(page: Page, title: str) -> Any:
    return page.locator("li.job").filter(has=page.get_by_role("heading", name=title, exact=True))


async def change(page: Page, title: str, changes: JsonObject) -> None:
    """Let the companion push a change of the application to the job of that title."""
    await page.evaluate(
        "([title, changes]) => fake.change(fake.data.rows.find(({ job }) => job.title === title), changes)",
        [title, changes],
    )


async def test_jobs_in_progress_show_step_progress_and_holder(extension: Extension) -> None:
    page = await extension.open("popup/popup.html", {"rows": scenes.busy(), "ext": state()})

    mine = card(page, "Senior Backend Developer")
    await expect(mine).to_contain_text("Experience · 7 of 12 fields")
    await expect(mine).to_contain_text("This tab")
    await expect(mine.get_by_role("progressbar")).to_have_attribute("value", "7")
    agents = card(page, "Staff Engineer, Developer Platform and Internal Tooling")
    await expect(agents).to_contain_text("Auto-apply")


async def test_a_persons_attempt_is_asked_about_after_a_while_and_never_ended(extension: Extension) -> None:
    page = await extension.open(
        "popup/popup.html", {"rows": scenes.busy(), "ext": state(person_reminder_seconds=30)}
    )

    await expect(card(page, "Senior Backend Developer")).to_contain_text("Still at it?")
    agents = card(page, "Staff Engineer, Developer Platform and Internal Tooling")
    await expect(agents).not_to_contain_text("Still at it?")


async def test_a_push_moves_the_bar_without_replacing_the_card(extension: Extension) -> None:
    page = await extension.open("popup/popup.html", {"rows": scenes.busy(), "ext": state()})
    mine = card(page, "Senior Backend Developer")
    button = mine.get_by_role("button", name="Give back")
    await button.focus()

    await change(
        page, "Senior Backend Developer", {"progress": {"step": "Questions", "filled": 10, "total": 12}}
    )

    await expect(mine).to_contain_text("Questions · 10 of 12 fields")
    await expect(button).to_be_focused()


async def test_an_application_finished_elsewhere_leaves_the_list(extension: Extension) -> None:
    page = await extension.open("popup/popup.html", {"rows": scenes.busy(), "ext": state()})
    await expect(page.locator("#in-progress li")).to_have_count(2)

    await change(
        page,
        "Senior Backend Developer",
        {"status": 2, "status_name": "applied", "phase": None, "applied_at": scenes.at(seconds=0)},
    )

    await expect(page.locator("#in-progress li")).to_have_count(1)
    await expect(page.locator("#recent li").first).to_contain_text("Senior Backend Developer")


async def test_give_back_and_show_tab_name_the_application(extension: Extension) -> None:
    rows = scenes.busy()
    page = await extension.open("popup/popup.html", {"rows": rows, "ext": state()})

    await card(page, "Senior Backend Developer").get_by_role("button", name="Give back").click()
    assert await called(page, "ext_give_back") == {"application_id": rows[0]["application"]["id"]}

    await page.locator("#in-progress").get_by_role("button", name="Show the tab").click()
    assert await called(page, "ext_show_tab") == {"application_id": rows[1]["application"]["id"]}
    assert await page.evaluate("fake.closed")


async def test_what_another_program_holds_is_released_under_its_fence(extension: Extension) -> None:
    held = scenes.filling(
        scenes.job("Writer", "Contoso"), scenes.holder(None, kind="api", seconds=9), "", 0, 0
    )
    not_ours = {"code": "not_found", "message": "No tab of this browser holds it."}
    page = await extension.open(
        "popup/popup.html", {"rows": [held], "ext": state(), "errors": {"ext_give_back": not_ours}}
    )
    await card(page, "Writer").get_by_role("button", name="Give back").click()
    assert await called(page, "release") == {"application_id": held["application"]["id"], "fence": 3}
    await expect(page.locator("#in-progress")).to_be_hidden()


async def test_proof_for_an_earlier_attempt_is_the_users_to_judge(extension: Extension) -> None:
    disputed = scenes.row(scenes.job("Writer", "Contoso"), "pending", disputed=True)
    page = await extension.open("popup/popup.html", {"rows": [disputed], "ext": state()})
    await expect(card(page, "Writer")).to_contain_text("A confirmation for an earlier attempt came in")
    await card(page, "Writer").get_by_role("button", name="It was sent").click()
    await expect(page.locator("#needs-you")).to_be_hidden()


async def test_nothing_is_given_back_while_it_is_being_sent(extension: Extension) -> None:
    sending = scenes.filling(
        scenes.job("Senior Backend Developer", "Contoso"),
        scenes.holder(3, seconds=9),
        "",
        12,
        12,
        phase="submitting",
    )
    page = await extension.open("popup/popup.html", {"rows": [sending], "ext": state()})

    await expect(card(page, "Senior Backend Developer")).to_contain_text("Sending")
    await expect(page.get_by_role("button", name="Give back")).to_have_count(0)


async def test_an_answer_can_be_undone_before_it_is_told(extension: Extension) -> None:
    page = await extension.open("popup/popup.html", {"rows": scenes.busy(), "ext": state()})
    asked = card(page, "Infrastructure Engineer")
    await expect(asked).to_contain_text("Did it go through?")

    await asked.get_by_role("button", name="It was sent").click()
    await expect(asked).to_have_count(0)
    await page.get_by_role("button", name="Undo").click()

    await expect(asked).to_be_visible()
    assert await calls(page, "resolve") == []


async def test_the_keyboard_goes_on_in_the_list_once_a_card_is_answered(extension: Extension) -> None:
    rows = [scenes.row(scenes.job(f"Job {each}", "Contoso"), "unconfirmed") for each in (1, 2)]
    page = await extension.open("popup/popup.html", {"rows": rows, "ext": state()})
    await page.get_by_role("button", name="Job 1: it was sent").press("Enter")

    await expect(card(page, "Job 1")).to_have_count(0)
    await expect(page.locator("#now")).to_be_focused()


async def test_closing_the_popup_tells_the_answer_at_once(extension: Extension) -> None:
    rows = scenes.busy()
    page = await extension.open("popup/popup.html", {"rows": rows, "ext": state()})
    await card(page, "Infrastructure Engineer").get_by_role("button", name="It was not").click()
    await expect(page.get_by_role("button", name="Undo")).to_be_visible()

    await page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")

    sent = await called(page, "resolve")
    assert sent["application_id"] == rows[3]["application"]["id"]
    assert sent["outcome"] == "not_applied"


async def test_a_refused_answer_is_asked_again_and_says_why(extension: Extension) -> None:
    refusal = {"code": "phase", "message": "The permit is still good for 8 s. Try again then."}
    page = await extension.open(
        "popup/popup.html", {"rows": scenes.busy(), "ext": state(), "errors": {"resolve": refusal}}
    )
    await card(page, "Infrastructure Engineer").get_by_role("button", name="It was not").click()
    await page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")

    await expect(page.get_by_text("The permit is still good")).to_be_visible()
    await expect(card(page, "Infrastructure Engineer")).to_be_visible()


async def test_a_parked_job_says_why_and_goes_on_under_its_fence(extension: Extension) -> None:
    rows = scenes.busy()
    page = await extension.open("popup/popup.html", {"rows": rows, "ext": state()})
    parked = card(page, "Python Developer")
    await expect(parked).to_contain_text("captcha")

    await parked.get_by_role("button", name="Go to the tab").click()

    assert await called(page, "resume") == {
        "application_id": rows[2]["application"]["id"],
        "fence": 3,
        "reason": "",
    }
    await called(page, "ext_show_tab")


async def test_what_waits_for_a_word_is_sent_at_one_press_and_looked_at_without_it(
    extension: Extension,
) -> None:
    rows = scenes.busy()
    rows[2]["application"]["parked"] = "approval"
    page = await extension.open("popup/popup.html", {"rows": rows, "ext": state()})
    waiting = card(page, "Python Developer")
    await expect(waiting).to_contain_text("Filled and checked. Send it?")

    await waiting.get_by_role("button", name="look at it").click()
    await called(page, "ext_show_tab")
    assert await calls(page, "resume") == await calls(page, "ext_approve") == []

    await waiting.get_by_role("button", name="Send the application").click()
    assert await called(page, "ext_approve") == {"application_id": rows[2]["application"]["id"]}


async def test_a_word_is_only_asked_for_in_the_browser_that_can_act_on_it(extension: Extension) -> None:
    rows = scenes.busy()
    rows[2]["application"] |= {"parked": "approval", "holder": scenes.holder(kind="agent", session="another")}
    page = await extension.open("popup/popup.html", {"rows": rows, "ext": state()})

    waiting = card(page, "Python Developer")
    await expect(waiting.get_by_role("button", name="look at it")).to_be_visible()
    await expect(waiting.get_by_role("button", name="Send the application")).to_have_count(0)


async def test_search_by_keyboard_alone(extension: Extension) -> None:
    page = await extension.open("popup/popup.html", {"rows": scenes.busy(), "ext": state()})
    await expect(page.locator("#in-progress li")).to_have_count(2)

    await page.keyboard.press("/")
    await page.keyboard.type("engineer")
    await expect(page.locator("#found .rows li")).to_have_count(6)
    await page.keyboard.press("ArrowDown")
    await expect(page.locator("#found .rows a").first).to_be_focused()
    await page.keyboard.press("ArrowUp")
    await expect(page.get_by_role("searchbox")).to_be_focused()
    await page.keyboard.press("Escape")

    await expect(page.locator("#now")).to_be_visible()
    await expect(page.locator("#found")).to_be_hidden()


async def test_search_by_status(extension: Extension) -> None:
    page = await extension.open("popup/popup.html", {"rows": scenes.busy(), "ext": state()})
    await page.get_by_role("searchbox").focus()
    await page.get_by_role("button", name="Interview").click()

    await expect(page.locator("#found .rows li")).to_have_count(1)
    await page.get_by_role("button", name="Offer", exact=True).click()
    await expect(page.locator("#found")).to_contain_text("None with this status")


async def test_markup_in_a_title_stays_text(extension: Extension) -> None:
    title = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>"
    hostile = scenes.job(title, "<b>Contoso</b>")
    hostile["url"] = "javascript:document.title='owned'"
    rows = [scenes.row(hostile, "applied", applied_at=scenes.at(days=1))]
    page = await extension.open("popup/popup.html", {"rows": rows, "ext": state(duplicates_prevented=2)})

    await expect(page.locator("#recent")).to_contain_text(title)
    await expect(page.locator("#recent img, #recent script, #recent b, #recent a")).to_have_count(0)
    await expect(page.locator("#prevented")).to_have_text("2 duplicates prevented")
    assert await page.title() == "ApplyOnce"


async def test_companion_down_says_what_to_do_and_comes_back_by_itself(extension: Extension) -> None:
    down = {"state": "down", "reason": "No native host is registered for this browser."}
    page = await extension.open("popup/popup.html", {"rows": scenes.busy(), "ext": state(companion=down)})
    notice = page.get_by_role("alert")
    await expect(notice).to_contain_text("No native host is registered")
    await expect(notice).to_contain_text("applyonce install")
    await expect(page.get_by_role("searchbox")).to_be_disabled()
    await page.get_by_role("button", name="Try again").click()
    assert (await calls(page, "ext_state"))[-2:].count({"reconnect": True}) == 1

    await page.evaluate(
        "fake.data.ext.companion = { state: 'up', version: '0.1.0' }; fake.push('companion', { state: 'up' })"
    )

    await expect(page.locator("#in-progress li")).to_have_count(2)
    await expect(page.get_by_role("alert")).to_have_count(0)


async def test_a_lost_port_is_opened_again_and_what_was_missed_is_shown(extension: Extension) -> None:
    page = await extension.open("popup/popup.html", {"rows": scenes.busy(), "ext": state()})
    await expect(page.locator("#in-progress li")).to_have_count(2)

    await page.evaluate("fake.drop(); fake.data.rows.shift()")

    await expect(page.locator("#in-progress li")).to_have_count(1)
    assert await page.evaluate("fake.connected()") == 1


async def test_a_missing_host_permission_is_asked_for_by_a_button(extension: Extension) -> None:
    page = await extension.open(
        "popup/popup.html", {"rows": scenes.settled(), "ext": state(), "permitted": False}
    )
    await page.get_by_role("button", name="Allow on job boards").click()
    await called(page, "ext_grant_hosts")
    await expect(page.get_by_role("button", name="Allow on job boards")).to_have_count(0)


async def test_who_is_new_is_led_to_the_profile_and_not_asked_again(extension: Extension) -> None:
    page = await extension.open("popup/popup.html", {"ext": state(), "profile": {}, "documents": []})
    first = page.get_by_role("region", name="First, tell ApplyOnce who you are")
    await expect(first.get_by_role("button", name="Add your résumé")).to_be_visible()
    await first.get_by_role("button", name="Fill in your profile").click()
    assert await page.evaluate("fake.tabs") == ["/extension/options/options.html#profile"]

    await page.evaluate("fake.data.profile = { basics: { name: 'Mira' } }; fake.push('profile')")

    await expect(first).to_have_count(0)


async def test_a_title_runs_as_its_script_does_and_stays_in_line(extension: Extension) -> None:
    hebrew = "מהנדסת תוכנה (Python)"
    rows = [scenes.row(scenes.job(hebrew, "חברת דוגמה"), "unconfirmed")]
    page = await extension.open("popup/popup.html", {"rows": rows, "ext": state()})

    title = card(page, hebrew).get_by_role("heading")

    await expect(title).to_have_css("direction", "rtl")
    await expect(title).to_have_css("text-align", "left")


async def test_apply_on_a_page_that_is_no_known_board(extension: Extension) -> None:
    page = await extension.open("popup/popup.html", {"ext": state()})
    await expect(page.locator("#nothing")).to_contain_text("Nothing in progress")
    await page.get_by_role("button", name="Apply on this page").click()
    await called(page, "ext_apply_on_this_page")


async def test_auto_apply_is_switched_and_shows_what_it_waits_for(extension: Extension) -> None:
    rows = scenes.settled()
    queue = [
        {
            "job": rows[2]["job"],
            "application": scenes.application(rows[2]["job"], "pending"),
            "state": "queued",
            "tries": 0,
            "not_before": None,
            "why": "",
        }
    ]
    auto = {
        "state": "stopped",
        "executor": "connected",
        "waiting_for": "Quiet hours until 07:00",
        "sent_today": 4,
        "queue": queue,
    }
    page = await extension.open("popup/popup.html", {"rows": rows, "ext": state(), "auto": auto})
    switch = page.get_by_role("switch", name="Auto-apply")
    await expect(page.locator("#auto-apply")).to_contain_text("1 queued · 4 sent today")
    await expect(switch).not_to_be_checked()

    await switch.check()

    await called(page, "auto_apply_start")
    await expect(page.locator("#auto-apply")).to_contain_text("Quiet hours until 07:00")


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_nothing_is_wider_than_the_popup(extension: Extension, scheme: str) -> None:
    rows = scenes.busy()
    rows[0]["job"]["title"] = "W" * 300
    rows[0]["job"]["company"] = "unbroken" * 60
    page = await extension.open(
        "popup/popup.html", {"rows": rows, "ext": state(duplicates_prevented=12_345)}, scheme=scheme
    )
    await expect(page.locator("#in-progress li")).to_have_count(2)
    assert await page.evaluate("document.documentElement.scrollWidth") <= 400
    assert await page.evaluate("document.querySelector('main').scrollWidth <= 400")
