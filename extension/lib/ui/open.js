/** Going from one of our pages to another, to a tab, or away. None of it needs the `tabs` permission. */

import { browser } from "./browser.js";

/**
 * One of our own pages in a new tab; a popup that asks for it closes.
 * @param {string} path from the extension's root, with its hash
 */
export async function openPage(path) {
  await browser.tabs.create({ url: browser.runtime.getURL(path) });
  globalThis.close();
}

/**
 * Bring a tab to the front; one that was closed in the meantime is nothing to complain of.
 * @param {number} tabId
 */
export async function goTo(tabId) {
  try {
    await browser.tabs.update(tabId, { active: true });
  } catch (error) {
    console.warn("the tab is gone", error);
  }
}

/** Close the tab that this page is in: `close()` alone is refused for tabs that no script opened. */
export async function leave() {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}
