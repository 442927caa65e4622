// Which job a tab has shown last: some boards' forms stand at an address that names no job (Indeed's), and mean the one
// that the tab has come from, or the tab that opened it.

const KEY = "shown-job-";
const area = browser.storage.session;

browser.tabs.onRemoved.addListener((tabId) => {
  void area.remove(KEY + tabId);
});

/**
 * @param {number} tabId
 * @param {string} jobId
 */
export function noteShown(tabId, jobId) {
  void area.set({ [KEY + tabId]: jobId });
}

/**
 * @param {number} tabId
 * @returns {Promise<string | null>} the job's id
 */
export async function shownIn(tabId) {
  const own = await read(tabId);
  if (own) return own;
  const opener = await openerOf(tabId);
  return opener === null ? null : read(opener);
}

/** @param {number} tabId @returns {Promise<number | null>} */
export async function openerOf(tabId) {
  try {
    return (await browser.tabs.get(tabId)).openerTabId ?? null;
  } catch {
    return null; // no such tab any more
  }
}

/** @param {number} tabId @returns {Promise<string | null>} */
async function read(tabId) {
  return /** @type {any} */ ((await area.get(KEY + tabId))[KEY + tabId]) ?? null;
}
