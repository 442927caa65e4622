// Which job a tab has shown last, and which tab has opened another: some boards' forms stand at an address that names no
// job (Indeed's), and mean the one that the tab has come from, or the tab that opened it.

const KEY = "shown-job-";
const OPENER = "opener-";
const area = browser.storage.session;

browser.tabs.onRemoved.addListener((tabId) => {
  void area.remove([KEY + tabId, OPENER + tabId]);
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
  const own = await read(KEY + tabId);
  if (own) return own;
  const opener = await openerOf(tabId);
  return opener === null ? null : read(KEY + opener);
}

/**
 * For a tab whose first page tells by whom it was led there. Chromium takes the tab that was looked at for the opener, and
 * forgets it as soon as another tab is opened in front.
 * @param {number} tabId
 * @param {number} openerId
 */
export async function noteOpener(tabId, openerId) {
  await area.set({ [OPENER + tabId]: openerId });
}

/** @param {number} tabId @returns {Promise<number | null>} */
export async function openerOf(tabId) {
  const noted = await read(OPENER + tabId);
  if (typeof noted === "number") return noted;
  try {
    return (await browser.tabs.get(tabId)).openerTabId ?? null;
  } catch {
    return null; // no such tab any more
  }
}

/** @param {string} key @returns {Promise<any>} */
async function read(key) {
  return (await area.get(key))[key] ?? null;
}
