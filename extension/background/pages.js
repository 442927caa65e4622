// Our own pages (popup, options): what changed is pushed to them, so that they never poll.

/** @type {Set<chrome.runtime.Port>} */
const pages = new Set();

/** @param {chrome.runtime.Port} port */
export function adoptPage(port) {
  pages.add(port);
  port.onDisconnect.addListener(() => {
    void browser.runtime.lastError;
    pages.delete(port);
  });
}

/**
 * The tab of an open page of ours.
 * @param {string} path from the extension's root, with its hash
 * @returns {number | undefined}
 */
export function tabShowing(path) {
  const url = browser.runtime.getURL(path);
  return [...pages].find(({ sender }) => sender?.url === url)?.sender?.tab?.id;
}

/** @param {Push} push */
export function tellPages(push) {
  for (const port of pages) port.postMessage(push);
}

/**
 * One of our pages in a tab of its own. What confirms, decides or shows the user's data lives there and not in the page
 * of a board.
 * @param {string} path from the extension's root
 */
export async function openPage(path) {
  await browser.tabs.create({ url: browser.runtime.getURL(path) });
}
