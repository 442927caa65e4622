// Before the first fill, where the user wants that: what would go into the form is shown on a page of ours, and only what
// they leave ticked is filled. The page of the board waits for the answer and sees no value before.

import { CompanionError, call } from "./native_port.js";
import { heldBy, loaded } from "./held.js";

/** @typedef {import("./router.js").Handler} Handler */
/** @typedef {{go: boolean, ids: string[] | null}} Decision `ids` null: all of them */
/** @typedef {{tab_id: number, page_tab: number | undefined, shown: Record<string, any>, decide: (decision: Decision) => void}} Waiting */

const SEEN_KEY = "previewed_hosts";

/** By application: one is filled in one tab only. @type {Map<string, Waiting>} */
const waiting = new Map();

browser.tabs.onRemoved.addListener((tabId) => {
  for (const [id, each] of waiting) {
    if (each.page_tab !== tabId && each.tab_id !== tabId) continue;
    waiting.delete(id);
    // Closing the page is no consent.
    each.decide({ go: false, ids: null });
  }
});

/** @param {string} host */
async function isWanted(host) {
  const { settings } = await call("settings", {});
  if (settings.preview === "never") return false;
  if (settings.preview === "always") return true;
  const { [SEEN_KEY]: seen = [] } = await browser.storage.local.get(SEEN_KEY);
  return !(/** @type {string[]} */ (seen).includes(host));
}

/** @param {string} host */
async function remember(host) {
  const { [SEEN_KEY]: seen = [] } = await browser.storage.local.get(SEEN_KEY);
  await browser.storage.local.set({ [SEEN_KEY]: [...new Set([.../** @type {string[]} */ (seen), host])] });
}

/**
 * A job page has a plan and asks whether it may be filled. Answers once the user has decided.
 * @type {Handler}
 */
async function preview({ application_id, fields, values, unanswered }, { sender }) {
  await loaded;
  const tabId = sender.tab?.id ?? -1;
  const held = heldBy(tabId);
  if (held?.application_id !== application_id) throw new CompanionError({ code: "not_holder", message: "This tab does not hold the application any more." });
  const host = new URL(sender.url ?? "about:blank").host;
  if (held?.agent || !(await isWanted(host))) return { go: true, ids: null };
  waiting.get(application_id)?.decide({ go: false, ids: null });
  /** @type {Promise<Decision>} */
  const decision = new Promise((decide) => {
    waiting.set(application_id, { tab_id: tabId, page_tab: undefined, shown: { host, tab_id: tabId, fields, values, unanswered }, decide });
  });
  const page = await browser.tabs.create({ url: browser.runtime.getURL(`extension/pages/preview.html#${application_id}`), openerTabId: tabId });
  const each = waiting.get(application_id);
  if (each) each.page_tab = page.id;
  const made = await decision;
  if (made.go) await remember(host);
  return made;
}

/** @type {Handler} */
async function shown({ application_id }) {
  const each = waiting.get(String(application_id));
  if (!each) throw new CompanionError({ code: "not_found", message: "Nothing waits to be looked at. Press Apply on the job's page again." });
  return each.shown;
}

/** @type {Handler} */
async function done({ application_id, go, ids }) {
  const each = waiting.get(String(application_id));
  if (!each) throw new CompanionError({ code: "not_found", message: "The page no longer waits for this." });
  waiting.delete(String(application_id));
  each.decide({ go: go === true, ids: Array.isArray(ids) ? ids.map(String) : null });
  return {};
}

/** @type {Record<string, Handler>} */
export const previewContentOps = { ext_preview: preview };

/** @type {Record<string, Handler>} */
export const previewPageOps = { ext_preview_shown: shown, ext_preview_done: done };
