// How often a tab may ask which job it shows. A page chooses its own address (`history.pushState`) and what it says of a
// job; without a limit it could fill the companion with made-up jobs as fast as the browser runs.

import { CompanionError } from "./native_port.js";

/** Pages of a single-page board that are opened one after another, all at once. */
const BURST = 30;
const EVERY_MS = 1_000;
const LONGEST_WAIT_MS = 20_000;

/** When a tab's allowance will be whole again, in Unix ms. @type {Map<number, number>} */
const wholeAt = new Map();

browser.tabs.onRemoved.addListener((tabId) => {
  wholeAt.delete(tabId);
});

/**
 * Take one of a tab's turns.
 * @param {number} tabId
 * @param {number} now Unix ms
 * @returns {{wait: number, taken: boolean}} `wait`: ms until that turn; not taken where too many wait already
 */
export function takeTurn(tabId, now) {
  const earliest = Math.max(now, wholeAt.get(tabId) ?? 0);
  const wait = Math.max(0, earliest + EVERY_MS - now - BURST * EVERY_MS);
  const taken = wait <= LONGEST_WAIT_MS;
  if (taken) wholeAt.set(tabId, earliest + EVERY_MS);
  return { wait, taken };
}

/**
 * Wait for a tab's turn.
 * @param {number} tabId
 * @throws {CompanionError} `busy` with `retry_after` in seconds, where too many of this tab wait already
 */
export async function turn(tabId) {
  const { wait, taken } = takeTurn(tabId, Date.now());
  if (!taken) {
    const message = "This page changes its job too often.";
    throw new CompanionError({ code: "busy", message, retry_after: Math.ceil(wait / 1_000) });
  }
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
}
