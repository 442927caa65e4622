"""What went out past the gate is kept until a companion has it: the background's modules, with a made-up host."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.async_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

BROWSER = """() => {
  const event = { addListener() {} };
  const events = (own = {}) => new Proxy(own, { get: (target, name) => target[name] ?? event });
  const stored = new Map();
  const area = {
    get: async (names) => Object.fromEntries([names].flat().map((name) => [name, stored.get(name)])),
    set: async (values) => { for (const [name, value] of Object.entries(values)) stored.set(name, value); },
    remove: async (name) => { stored.delete(name); },
  };
  // A minute is soon over here.
  const inTime = globalThis.setTimeout;
  globalThis.setTimeout = (act, ms) => inTime(act, Math.min(ms, 200));
  // The host: what it answers to each operation, and what it was asked.
  globalThis.answers = {};
  globalThis.asked = [];
  const hear = [];
  globalThis.say = (message) => { for (const each of hear) each(message); };
  const port = {
    onMessage: { addListener: (listener) => hear.push(listener) },
    onDisconnect: event,
    disconnect() {},
    postMessage({ id, op, params, key }) {
      asked.push({ op, params, key });
      const answer = answers[op] ?? {};
      const error = { message: "", ...answer };
      setTimeout(() => say(answer.code ? { id, ok: false, error } : { id, ok: true, result: answer }), 0);
    },
  };
  globalThis.browser = {
    runtime: events({
      id: "own", getURL: (path) => `chrome-extension://own/${path}`, getManifest: () => ({ version: "1" }),
      connectNative: () => port,
    }),
    storage: { local: area, session: area },
    alarms: events({ create: async () => {}, clear: async () => {} }),
    tabs: events({ query: async () => [], get: async () => ({ id: 1 }) }),
    webRequest: events(),
  };
}"""

SEND = """async ([answers, one]) => {
  Object.assign(globalThis.answers, answers);
  const { call } = await import("/extension/background/native_port.js");
  const { record, keptCount } = await import("/extension/background/outside_gate.js");
  const up = call("health", {}).catch(() => {});
  await new Promise((done) => setTimeout(done, 0));
  say({ event: "companion", data: { state: "up" } });
  await up;
  await record(one);
  return keptCount();
}"""

LATER = """async ([answers, isNew]) => {
  globalThis.answers = answers;
  asked.length = 0;
  if (isNew) say({ event: "companion", data: { state: "up" } });
  const { keptCount } = await import("/extension/background/outside_gate.js");
  const pause = () => new Promise((done) => setTimeout(done, 20));
  for (let look = 0; look < 100 && (await keptCount()) > 0; look += 1) await pause();
  return { kept: await keptCount(), asked };
}"""

JOB = "11111111-1111-5111-8111-111111111111"
SENT: dict[str, Any] = {
    "at": 1_750_000_000_000,
    "tab_id": 1,
    "job_id": JOB,
    "identify": {"url": "https://jobs.lever.co/a/b", "title": "Cook"},
    "evidence": None,
}


@pytest.mark.parametrize(
    ("answers", "is_new"),
    [
        ({"hello": {"code": "protocol_mismatch"}}, True),
        ({"report_submission": {"code": "disk_full"}}, False),
        ({"report_submission": {"code": "unauthorized"}}, False),
    ],
    ids=["another protocol", "a full disk", "a companion that does not take it"],
)
async def test_what_a_companion_cannot_take_now_is_told_later(
    background: Page, answers: dict[str, Any], *, is_new: bool
) -> None:
    assert await background.evaluate(SEND, [answers, SENT]) == 1
    later = await background.evaluate(LATER, [{}, is_new])
    told = [each["params"]["job_id"] for each in later["asked"] if each["op"] == "report_submission"]
    assert (later["kept"], told) == (0, [JOB])


async def test_a_companion_that_has_lost_its_jobs_learns_what_was_sent(background: Page) -> None:
    await background.evaluate(
        """(job) => {
          Object.defineProperty(globalThis.answers, "report_submission", {
            enumerable: true,
            get: () => (asked.some(({ op }) => op === "identify") ? {} : { code: "not_found" }),
          });
          globalThis.answers.identify = { job: { id: job } };
        }""",
        JOB,
    )
    assert await background.evaluate(SEND, [{}, SENT]) == 0
    asked = await background.evaluate("asked")
    reports = [each for each in asked if each["op"] == "report_submission"]
    assert len(reports) == 2
    assert len({each["key"] for each in reports}) == 2


async def test_what_nothing_can_be_made_of_holds_up_nothing_else(background: Page) -> None:
    nowhere = {**SENT, "job_id": None, "identify": {"url": "about:blank"}}
    answers = {"identify": {"code": "invalid"}}
    assert await background.evaluate(SEND, [answers, nowhere]) == 0
