// How often a tab may ask which job it shows. A page chooses its own address (`history.pushState`) and what it says of a
// job; without a limit it could fill the companion with made-up jobs as fast as the browser runs.

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
 * @returns {number | null} after how many milliseconds it is; null where too many wait already, and none was taken
 */
export function takeTurn(tabId, now) {
  const earliest = Math.max(now, wholeAt.get(tabId) ?? 0);
  const wait = Math.max(0, earliest + EVERY_MS - now - BURST * EVERY_MS);
  if (wait > LONGEST_WAIT_MS) return null;
  wholeAt.set(tabId, earliest + EVERY_MS);
  return wait;
}

/**
 * Wait for a tab's turn.
 * @param {number} tabId
 * @returns {Promise<boolean>} false where too many of this tab wait already
 */
export async function turn(tabId) {
  const wait = takeTurn(tabId, Date.now());
  if (wait === null) return false;
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  return true;
}
