// Before the first fill on a board (or always, or never): what would go into the form is shown on a page of ours, and only
// what the user leaves ticked is filled. The page of the board waits for the answer and sees no value before.

import { CompanionError, call } from "./native_port.js";
import { documentOf } from "./documents.js";
import { amend, heldBy, loaded, onHeldChange } from "./held.js";
import { tabShowing, tellPages } from "./pages.js";
import { focusTab } from "./show_tab.js";
import { beat } from "./tabs.js";

/** @typedef {import("./router.js").Handler} Handler */
/**
 * @typedef {{answer: "go" | "declined" | "over", ids: string[] | null}} Decision `ids` null: all of them; "over": nobody
 *   waits for it any more
 * @typedef {{tab_id: number, page_tab: number | undefined, shown: Record<string, any>, decide: (decision: Decision) => void}} Waiting
 */

const SEEN_KEY = "previewed_boards";
const PAGE = "extension/pages/preview.html";

/** By application: one is filled in one tab only. @type {Map<string, Waiting>} */
const waiting = new Map();
/** Tabs of pages that the user has answered. @type {Set<number>} */
const answered = new Set();

browser.tabs.onRemoved.addListener((tabId) => {
  answered.delete(tabId);
  for (const [id, each] of waiting) {
    // Closing the page is no consent.
    if (each.page_tab === tabId) settle(id, { answer: "declined", ids: null });
    else if (each.tab_id === tabId) settle(id, { answer: "over", ids: null });
  }
});

// Given back, taken over or ended while the user was looking: the page says so.
onHeldChange((tabId, held) => {
  for (const [id, each] of waiting) {
    if (each.tab_id === tabId && held?.application_id !== id) settle(id, { answer: "over", ids: null });
  }
});

/**
 * @param {string} id
 * @param {Decision} decision
 */
function settle(id, decision) {
  const each = waiting.get(id);
  if (!each) return;
  waiting.delete(id);
  each.decide(decision);
  tellPages({ event: "preview", data: { application_id: id } });
}

/** @param {string} board */
async function isWanted(board) {
  const { settings } = await call("settings", {});
  if (settings.preview === "never") return false;
  if (settings.preview === "always") return true;
  const { [SEEN_KEY]: seen = [] } = await browser.storage.local.get(SEEN_KEY);
  return !(/** @type {string[]} */ (seen).includes(board));
}

/** @param {string} board */
async function remember(board) {
  const { [SEEN_KEY]: seen = [] } = await browser.storage.local.get(SEEN_KEY);
  await browser.storage.local.set({ [SEEN_KEY]: [...new Set([.../** @type {string[]} */ (seen), board])] });
}

/**
 * A job page has a plan and asks whether it may be filled. Answers once the user has decided. Auto-apply's own fills are
 * looked at before they are sent, not before they are made.
 * @type {Handler}
 */
async function preview({ application_id, fields, values, unanswered, is_more }, { sender, document_id }) {
  await loaded;
  const tabId = sender.tab?.id ?? -1;
  const held = heldBy(tabId);
  if (held?.application_id !== application_id) throw new CompanionError({ code: "not_holder", message: "This tab does not hold the application any more." });
  const { host } = new URL(sender.url ?? "about:blank");
  const name = documentOf(sender, document_id)?.job?.board;
  // Pages of no known board are told apart by their hosts.
  const board = name && name !== "url" ? String(name) : host;
  if (held?.agent || values.length === 0 || !(await isWanted(board))) return { answer: "go", ids: null };
  if (heldBy(tabId)?.application_id !== application_id) return { answer: "over", ids: null }; // given up while that was asked
  // The same tab after a reload: the page that is open already shows the new plan.
  const before = waiting.get(application_id);
  /** @type {Promise<Decision>} */
  const decision = new Promise((decide) => {
    waiting.set(application_id, { tab_id: tabId, page_tab: before?.page_tab, shown: { host, tab_id: tabId, fields, values, unanswered, is_more: is_more === true }, decide });
  });
  before?.decide({ answer: "over", ids: null });
  amend(tabId, { progress: { step: "preview", filled: 0, total: values.length } });
  void beat(tabId);
  await open(application_id, tabId);
  const made = await decision;
  if (made.answer === "go") await remember(board);
  return made;
}

/**
 * @param {string} applicationId
 * @param {number} tabId the job's
 */
async function open(applicationId, tabId) {
  const path = `${PAGE}#${applicationId}`;
  const each = waiting.get(applicationId);
  if (!each) return;
  // A worker that was killed has forgotten its page; the page has not gone. One that was answered closes itself.
  const left = tabShowing(path);
  if (left !== undefined && !answered.has(left)) each.page_tab ??= left;
  if (each.page_tab === undefined) {
    const page = await browser.tabs.create({ url: browser.runtime.getURL(path), openerTabId: tabId });
    each.page_tab = page.id;
    return;
  }
  tellPages({ event: "preview", data: { application_id: applicationId } });
  await focusTab(each.page_tab);
}

/** The page that waits for the user, to the front: asked for in the job's tab or in the popup. @type {Handler} */
async function toPreview({ application_id }, asker) {
  await loaded;
  const each = waiting.get(String(application_id));
  if (!each || (asker.tier === "content" && asker.sender.tab?.id !== each.tab_id)) throw gone();
  await open(String(application_id), each.tab_id);
  return {};
}

function gone() {
  return new CompanionError({ code: "not_found", message: "Nothing waits to be looked at any more. Press Apply on the job’s page to begin again." });
}

/** @type {Handler} */
async function shown({ application_id }) {
  const each = waiting.get(String(application_id));
  if (!each) throw gone();
  return each.shown;
}

/** @type {Handler} */
async function done({ application_id, go, ids }, { sender }) {
  const id = String(application_id);
  if (!waiting.has(id)) throw gone();
  if (sender.tab?.id !== undefined) answered.add(sender.tab.id);
  settle(id, go === true ? { answer: "go", ids: Array.isArray(ids) ? ids.map(String) : null } : { answer: "declined", ids: null });
  return {};
}

/** @type {Record<string, Handler>} */
export const previewContentOps = { ext_preview: preview, ext_to_preview: toPreview };

/** @type {Record<string, Handler>} */
export const previewPageOps = { ext_preview_shown: shown, ext_preview_done: done, ext_preview_page: toPreview };
