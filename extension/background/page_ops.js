// What our own pages may ask of the background itself.

import { CompanionError, call, companionState, connect, onPush } from "./native_port.js";
import { documentsIn, tellTab } from "./documents.js";
import { amend, asHolding, heldBy, hold, letGo, loaded, tabOf } from "./held.js";
import { applyHere, injectIntoOpenTabs } from "./inject.js";
import { keptCount } from "./outside_gate.js";
import { identity } from "./session.js";
import { showHolder } from "./show_tab.js";

/** @typedef {import("./router.js").Handler} Handler */

/** Refusals that each kept an employer from getting something twice, as the companion counts them. */
const DUPLICATES = new Set(["in_progress", "applied", "unconfirmed", "stale_fence"]);

// The companion tells the number when greeted; from then on each refusal is pushed.
onPush(({ event, data }) => {
  const { hello } = companionState();
  if (event === "refused" && hello && DUPLICATES.has(data?.data?.code)) hello.duplicates_prevented += 1;
});

/** @type {Handler} */
async function state({ reconnect }) {
  if (reconnect) await retry();
  const { instance, session } = await identity;
  const { state: companion, reason, hello } = companionState();
  return {
    companion: { state: companion === "up" ? "up" : mismatch(reason) ? "mismatch" : "down", reason, version: hello?.version },
    instance,
    session,
    current_tab: await currentTab(),
    duplicates_prevented: hello?.duplicates_prevented ?? 0,
    person_reminder_seconds: hello?.person_reminder_seconds,
    submissions_to_tell: await keptCount(),
  };
}

/** @param {string} reason */
function mismatch(reason) {
  return /protocol/i.test(reason);
}

async function retry() {
  connect();
  try {
    await call("health", {});
  } catch {
    // What came of it is told by the state.
  }
}

/** Some window managers, and browsers without a screen, never say that a window has the focus: then the only one is meant. */
async function activeTab() {
  const [focused] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (focused) return focused;
  const [only, second] = await browser.tabs.query({ active: true });
  return second ? undefined : only;
}

async function currentTab() {
  const tab = await activeTab();
  if (tab?.id === undefined) return null;
  const live = documentsIn(tab.id).find((each) => each.job_id) ?? documentsIn(tab.id)[0];
  const url = tab.url ?? live?.url ?? "";
  return {
    tab_id: tab.id,
    url,
    job: live?.job ?? null,
    application: live?.application ?? null,
    // A site that the user has added, or let us into once, may hide its jobs from us: it goes on being offered by hand.
    supported: live !== undefined && isBoard(url),
    permission: await permitted(url),
  };
}

/** @param {string} url whether the manifest reaches it */
function isBoard(url) {
  if (!/^https:/.test(url)) return false;
  const { host } = new URL(url);
  const patterns = browser.runtime.getManifest().host_permissions ?? [];
  return patterns.some((/** @type {string} */ pattern) => {
    const [, any, name = ""] = /^https:\/\/(\*\.)?([^/]+)\//.exec(pattern) ?? [];
    return host === name || (any !== undefined && host.endsWith(`.${name}`));
  });
}

/** @param {string} url */
async function permitted(url) {
  if (!/^https?:/.test(url)) return false;
  return browser.permissions.contains({ origins: [`${new URL(url).origin}/*`] });
}

/** @type {Handler} */
async function showTab({ application_id, holder }) {
  return showHolder(application_id, holder ?? null);
}

/** The user gives back what a tab of this browser holds. @type {Handler} */
async function giveBack({ application_id }, { key }) {
  await loaded;
  const held = tabOf(application_id);
  if (!held) throw new CompanionError({ code: "not_found", message: "No tab of this browser holds it." });
  const result = await call("release", { application_id, fence: held.fence }, key);
  letGo(held.tab_id);
  return result;
}

/** The user goes on with what waited for them; the tab that holds it waits no longer. @type {Handler} */
async function resume(params, { key }) {
  await loaded;
  const result = await call("resume", params, key);
  const held = tabOf(String(params.application_id));
  if (held && held.fence === result.application.fence) amend(held.tab_id, { parked: result.application.parked });
  return result;
}

/**
 * The user gives their word for what auto-apply has filled: its tab goes through the page once more, then presses Submit.
 * @type {Handler}
 */
async function approve({ application_id }, { key }) {
  await loaded;
  const held = tabOf(String(application_id));
  if (held?.parked !== "approval" || held.policy !== "ask_before_submit") {
    throw new CompanionError({ code: "not_found", message: "No tab of this browser waits for your word on it any more." });
  }
  const { application } = await call("resume", { application_id, fence: held.fence, reason: "approved by the user" }, key);
  // In one: a tab that heard of the end of the waiting first would go on under the old policy, and wait again.
  amend(held.tab_id, { parked: application.parked, policy: "submit" });
  tellTab(held.tab_id, { event: "start", data: { holding: asHolding(heldBy(held.tab_id)) } });
  return {};
}

/** A person takes an application over into a tab of this browser that shows the job. @type {Handler} */
async function takeOver({ application_id, tab_id }, { key }) {
  await loaded;
  const { session } = await identity;
  const live = documentsIn(Number(tab_id)).find((each) => each.application?.id === application_id);
  if (!live) throw new CompanionError({ code: "not_found", message: "That tab does not show this job any more." });
  const holder = { kind: "tab", session, tab_id: live.tab_id, frame_id: live.frame_id, document_id: live.document_id };
  const grant = await call("take_over", { application_id, holder }, key);
  hold({
    application_id,
    job_id: live.job_id ?? "",
    fence: grant.fence,
    phase: "filling",
    tab_id: live.tab_id,
    frame_id: live.frame_id,
    document_id: live.document_id,
    origin: new URL(live.url).origin,
    agent: false,
    policy: null,
    parked: null,
    progress: null,
    left_at: null,
  });
  tellTab(live.tab_id, { event: "start", data: { holding: asHolding(heldBy(live.tab_id)) } });
  return grant;
}

/** @type {Handler} */
async function applyOnThisPage({ tab_id }) {
  const id = tab_id ?? (await currentTab())?.tab_id;
  if (id === undefined) throw new CompanionError({ code: "not_found", message: "There is no tab to apply in." });
  await applyHere(id);
  return {};
}

/** @type {Handler} */
async function grantHosts() {
  await injectIntoOpenTabs();
  return {};
}

/** @type {Record<string, Handler>} */
export const pageOps = {
  resume,
  ext_state: state,
  ext_show_tab: showTab,
  ext_give_back: giveBack,
  ext_approve: approve,
  ext_take_over: takeOver,
  ext_apply_on_this_page: applyOnThisPage,
  ext_grant_hosts: grantHosts,
};
