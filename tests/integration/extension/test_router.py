"""The background's table of who may ask what, against the protocol's flags: each operation is really asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from companion.protocol import OPERATIONS

if TYPE_CHECKING:
    from playwright.async_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

ONLY_THE_BACKGROUND = {"hello", "announce_tabs", "tab_gone", "rebind", "take_over"}
"""Those it asks itself, since it alone knows the session and the tabs (`ext_take_over` is what a page asks)."""

BROWSER = """() => {
  const event = { addListener() {} };
  const events = (own = {}) => new Proxy(own, { get: (target, name) => target[name] ?? event });
  const area = { get: async () => ({}), set: async () => {}, remove: async () => {} };
  globalThis.browser = {
    runtime: events({
      id: "own", getURL: (path) => `chrome-extension://own/${path}`, getManifest: () => ({ version: "1" }),
      connectNative() { throw new Error("no host here"); },
    }),
    storage: { local: area, session: area },
    alarms: events({ create: async () => {}, clear: async () => {} }),
    tabs: events({ query: async () => [], create: async () => ({ id: 1 }) }),
    permissions: events(),
    commands: events(),
    webRequest: events(),
  };
}"""

ASK = """async ([ops, sender, road]) => {
  const { answer } = await import("/extension/background/router.js");
  const replies = await Promise.all(ops.map((op) => answer({ op, params: {} }, sender, road)));
  const shut = ({ error }) => error?.code === "unauthorized" && /may not be asked from here/.test(error.message);
  return ops.filter((_, at) => !shut(replies[at]));
}"""

TABLE = """async () => {
  const { contentOps } = await import("/extension/background/content_ops.js");
  const { sendingContentOps } = await import("/extension/background/sending_ops.js");
  const { leadingContentOps } = await import("/extension/background/leading_ops.js");
  const { pageOps } = await import("/extension/background/page_ops.js");
  const { previewContentOps, previewPageOps } = await import("/extension/background/preview.js");
  const { marksContentOps, marksPageOps } = await import("/extension/background/marks.js");
  const own = (...tables) => tables.flatMap((table) => Object.keys(table)).filter((op) => op.startsWith("ext_"));
  const content = own(contentOps, sendingContentOps, leadingContentOps, previewContentOps, marksContentOps);
  return { content, page: own(pageOps, previewPageOps, marksPageOps) };
}"""

CONTENT = {
    "id": "own",
    "url": "https://jobs.lever.co/a/b",
    "origin": "https://jobs.lever.co",
    "tab": {"id": 7},
}
PAGE = {"id": "own", "url": "chrome-extension://own/extension/popup/popup.html"}
STRANGERS: list[dict[str, Any]] = [
    {},
    {"url": "chrome-extension://own/extension/popup/popup.html"},
    {"id": "other", "url": "chrome-extension://other/page.html", "tab": {"id": 7}},
    {"id": "other", "url": "chrome-extension://own/extension/popup/popup.html"},
    {"id": "own"},
    {"id": "own", "url": "https://jobs.lever.co/a/b"},
]


async def _open_to(background: Page, sender: dict[str, Any], ops: list[str]) -> set[str]:
    """Return the operations that this sender may ask, by either road: the port of a tab, a message of a page."""
    by_port = set(await background.evaluate(ASK, [ops, sender, "content"]))
    by_message = set(await background.evaluate(ASK, [ops, sender, "page"]))
    assert not by_port or not by_message, "each tier has one road"
    assert not by_message or sender == PAGE, "single messages are for pages of ours"
    return by_port | by_message


async def test_each_tier_may_ask_what_the_protocol_says(background: Page) -> None:
    native = {name for name, operation in OPERATIONS.items() if operation.native}
    content = {name for name, operation in OPERATIONS.items() if operation.content}
    for_content = await _open_to(background, CONTENT, list(OPERATIONS))
    for_pages = await _open_to(background, PAGE, list(OPERATIONS))

    assert for_content == content
    assert for_pages <= native
    assert native - content - for_pages == ONLY_THE_BACKGROUND
    assert for_pages & ONLY_THE_BACKGROUND == set()


async def test_what_is_ours_alone_stays_within_its_tier(background: Page) -> None:
    table = await background.evaluate(TABLE)
    own = sorted({*table["content"], *table["page"]})

    assert await _open_to(background, CONTENT, own) == set(table["content"])
    assert await _open_to(background, PAGE, own) == set(table["page"])
    assert set(table["content"]) & set(table["page"]) == {"ext_show_tab"}


async def test_an_unknown_sender_gets_nothing(background: Page) -> None:
    table = await background.evaluate(TABLE)
    everything = [*OPERATIONS, *table["content"], *table["page"], "", "constructor", "__proto__"]
    for sender in STRANGERS:
        assert await _open_to(background, sender, everything) == set(), sender


async def test_what_is_no_operation_is_refused_whoever_asks(background: Page) -> None:
    for sender in (CONTENT, PAGE):
        assert await _open_to(background, sender, ["", "constructor", "__proto__", "ext_no_such"]) == set()


TURNS = """async ([tab, times]) => {
  const { takeTurn } = await import("/extension/background/pace.js");
  return times.map((now) => takeTurn(tab, now));
}"""


async def test_a_tab_that_asks_without_end_is_held_to_one_question_a_second(background: Page) -> None:
    flood = await background.evaluate(TURNS, [7, [1_000_000] * 200])
    at_once = {"wait": 0, "taken": True}

    assert flood[:30] == [at_once] * 30, "a person's own haste is never held up"
    assert flood[30:50] == [{"wait": second * 1_000, "taken": True} for second in range(1, 21)]
    assert flood[50:] == [{"wait": 21_000, "taken": False}] * 150, "what would wait too long costs no turn"
    assert await background.evaluate(TURNS, [8, [1_000_000]]) == [at_once], "another tab has turns of its own"
    later = await background.evaluate(TURNS, [7, [1_021_000, 1_100_000]])
    assert later == [at_once, at_once], "time gives turns back, and after the time told it is one's turn"


FLOOD = """async ([count, sender]) => {
  const { answer } = await import("/extension/background/router.js");
  const one = (_, at) => answer({ op: "identify", params: { url: `${sender.url}/${at}` } }, sender, "content");
  const replies = Array.from({ length: count }, one);
  const of = ({ error }) => [error.code, error.retry_after ?? null];
  const said = async (some) => (await Promise.all(some)).map(of);
  return { asked: await said(replies.slice(0, 30)), refused: await said(replies.slice(50)) };
}"""


async def test_a_page_that_makes_up_jobs_without_end_is_refused(background: Page) -> None:
    answers = await background.evaluate(FLOOD, [200, CONTENT])

    assert answers["asked"] == [["companion_unavailable", None]] * 30, "there is none here: it was asked for"
    assert {code for code, _ in answers["refused"]} == {"busy"}
    assert all(20 <= seconds <= 21 for _, seconds in answers["refused"]), "each hears when to ask again"


PERMITS = """async (count) => {
  const removed = [];
  browser.tabs.onRemoved = { addListener: (listener) => removed.push(listener) };
  const { notePermit, permittedAt } = await import("/extension/background/outside_gate.js");
  const tabs = Array.from({ length: count }, (_, tab) => tab);
  tabs.forEach(notePermit);
  for (const tab of tabs.slice(1)) for (const listener of removed) listener(tab);
  globalThis.known = () => tabs.filter((tab) => permittedAt(tab) > 0);
}"""


async def test_permits_of_tabs_that_were_closed_are_forgotten(background: Page) -> None:
    await background.clock.install()
    await background.evaluate(PERMITS, 50)

    await background.clock.run_for(60_000)
    assert len(await background.evaluate("known()")) == 50, "what they have sent may still be heard of"
    await background.clock.run_for(61_000)
    assert await background.evaluate("known()") == [0], "the worker lives as long as the browser"


PLAN = """async (asked) => {
  const { answer } = await import("/extension/background/router.js");
  const ask = ([url, sender]) => {
    const params = { url, application_id: "a", fence: 1, fields: [] };
    return answer({ op: "plan", params }, sender, "content");
  };
  return (await Promise.all(asked.map(ask))).map(({ error }) => `${error.code}: ${error.message}`);
}"""


async def test_no_values_for_a_page_that_is_not_secure_or_sandboxed_or_says_it_is_another(
    background: Page,
) -> None:
    def page(origin: str) -> list[object]:
        return [f"{origin}/a/b", {**CONTENT, "url": f"{origin}/a/b", "origin": origin}]

    own = str(CONTENT["url"])
    asked = [
        page("http://jobs.lever.co"),
        [own, {**CONTENT, "origin": "null"}],
        ["https://jobs.ashbyhq.com/a/b", CONTENT],
        page("http://127.0.0.1:8000"),
        [own, CONTENT],
    ]
    answers = await background.evaluate(PLAN, asked)

    assert [each.partition(":")[0] for each in answers] == ["unauthorized"] * 3 + ["not_holder"] * 2
    for word, said in zip(("not secure", "sandboxed", "not this page's"), answers[:3], strict=True):
        assert word in said
