/** Opening pages from a popup, which then closes itself as popups do. */

import { browser } from "./browser.js";

/**
 * One of our own pages; a tab that has it open already is not looked for, since that would need the `tabs` permission.
 * @param {string} path from the extension's root, with its hash
 */
export async function openPage(path) {
  await browser.tabs.create({ url: browser.runtime.getURL(path) });
  globalThis.close();
}
