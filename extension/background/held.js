// Which tab holds which application, as this browser knows it. The companion decides; this is what we act on between
// its answers, and what a worker that was killed finds again.
//
// Kept in storage.local, not storage.session: an update of the extension clears the latter while the tabs go on. The
// session stands beside it, so that a record from before a restart of the browser, when tab ids meant others, is dropped.

import { identity } from "./session.js";

const KEY = "held";

/**
 * @typedef {Holding & {
 *   tab_id: number,
 *   frame_id: number,
 *   document_id: string,
 *   origin: string,
 *   progress: {step: string, filled: number, total: number} | null,
 *   left_at: number | null,
 * }} HeldTab `left_at`: since when (Unix ms) no document of ours is in the tab
 */

/** @type {Map<number, HeldTab>} */
const tabs = new Map();
/** @type {((tabId: number, held: HeldTab | null, was: HeldTab | null) => void)[]} */
const listeners = [];

export const loaded = load();

async function load() {
  const { session } = await identity;
  const stored = (await browser.storage.local.get(KEY))[KEY];
  if (/** @type {any} */ (stored)?.session !== session) return;
  for (const held of /** @type {any} */ (stored).tabs) tabs.set(held.tab_id, held);
}

async function save() {
  const { session } = await identity;
  await browser.storage.local.set({ [KEY]: { session, tabs: [...tabs.values()] } });
}

/** @param {(tabId: number, held: HeldTab | null, was: HeldTab | null) => void} listener */
export function onHeldChange(listener) {
  listeners.push(listener);
}

/** @param {number} tabId */
export function heldBy(tabId) {
  return tabs.get(tabId) ?? null;
}

/** @param {string} applicationId */
export function tabOf(applicationId) {
  return [...tabs.values()].find((held) => held.application_id === applicationId) ?? null;
}

export function allHeld() {
  return [...tabs.values()];
}

/** @param {HeldTab} held */
export function hold(held) {
  const was = tabs.get(held.tab_id) ?? null;
  // One tab per application: a tab that the same application has left holds nothing any more.
  for (const other of tabs.values()) {
    if (other.application_id === held.application_id && other.tab_id !== held.tab_id) letGo(other.tab_id);
  }
  tabs.set(held.tab_id, held);
  changed(held.tab_id, held, was);
}

/**
 * @param {number} tabId
 * @param {Partial<HeldTab>} change
 */
export function amend(tabId, change) {
  const was = tabs.get(tabId);
  if (!was) return;
  const held = { ...was, ...change };
  tabs.set(tabId, held);
  changed(tabId, held, was);
}

/** @param {number} tabId */
export function letGo(tabId) {
  const was = tabs.get(tabId);
  if (!was) return;
  tabs.delete(tabId);
  changed(tabId, null, was);
}

/**
 * @param {number} tabId
 * @param {HeldTab | null} held
 * @param {HeldTab | null} was
 */
function changed(tabId, held, was) {
  void save();
  for (const listener of listeners) listener(tabId, held, was);
}

/**
 * What a content script may know of it.
 * @param {HeldTab | null} held
 * @returns {Holding | null}
 */
export function asHolding(held) {
  if (!held) return null;
  const { application_id, job_id, fence, phase, agent, policy, parked } = held;
  return { application_id, job_id, fence, phase, agent, policy, parked };
}
