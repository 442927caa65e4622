// Bringing the content scripts into pages that the manifest does not reach: tabs that were open before an install or an
// update, the page that the user says is a job (activeTab) and those it leads to, and sites that the user has added for good.

import { addedSites } from "../lib/added_sites.js";
import { heldBy, loaded } from "./held.js";
import { awaitsProof } from "./outside_gate.js";

const REGISTERED = "added-sites";

/** Firefox gives its manifest out with addresses where it takes only paths from the extension's root. */
function contentScripts() {
  const entries = browser.runtime.getManifest().content_scripts ?? [];
  return entries.map((entry) => ({ ...entry, js: (entry.js ?? []).map((file) => new URL(file, browser.runtime.getURL("/")).pathname.slice(1)) }));
}

function allFiles() {
  return contentScripts().flatMap(({ js }) => js);
}

/**
 * All our scripts, in order; harmless where they are already, since each looks whether it runs.
 * @param {number} tabId
 */
async function inject(tabId) {
  await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: allFiles() });
}

/**
 * A new document in a tab that holds an application: the form's next step, or its thanks. Where the manifest does not reach,
 * the gesture still lets us in while the site stays the same (Chromium), and the gate must stand before the page's own script.
 * @param {number} tabId
 */
async function follow(tabId) {
  await loaded;
  if (!heldBy(tabId) && !(await awaitsProof(tabId))) return;
  for (const entry of contentScripts()) {
    try {
      await browser.scripting.executeScript({
        target: { tabId, allFrames: true },
        files: entry.js,
        injectImmediately: entry.run_at === "document_start",
      });
    } catch {
      return; // A log-in on another host, an error page: not ours to be in.
    }
  }
}

browser.tabs.onUpdated.addListener((tabId, { status }) => {
  if (status === "loading") void follow(tabId);
});

/** After an install or an update, or when the user gives a permission: the job tabs that are open get our scripts too. */
export async function injectIntoOpenTabs() {
  const { origins = [] } = await browser.permissions.getAll();
  const hosts = origins.filter((origin) => /^https?:/.test(origin));
  if (hosts.length === 0) return;
  for (const tab of await browser.tabs.query({ url: hosts })) {
    if (tab.id === undefined || tab.discarded) continue;
    try {
      await inject(tab.id);
    } catch {
      // A page of the browser's own, an error page, or one that has gone: there is nothing to apply to.
    }
  }
}

/**
 * The user says that this page is a job: with the gesture the browser lets us in, once, here.
 * @param {number} tabId
 */
export async function applyHere(tabId) {
  await inject(tabId);
  const frameId = await frameOfForm(tabId);
  await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    func: () => globalThis.applyonce?.applyHere?.(),
  });
}

/**
 * The frame whose form is the largest: some boards (iCIMS) show their whole page in a frame of the same site.
 * @param {number} tabId
 */
async function frameOfForm(tabId) {
  const asked = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: () => globalThis.applyonce?.detect?.formSize() ?? 0,
  });
  const sized = asked.map(({ frameId, result }) => ({ frameId, size: frameId === 0 ? (result ?? 0) + 1 : (result ?? 0) }));
  return sized.sort((one, other) => other.size - one.size)[0]?.frameId ?? 0;
}

browser.runtime.onInstalled.addListener(() => void reach());
browser.permissions.onAdded.addListener(() => void reach());
browser.permissions.onRemoved.addListener(() => void registerAdded());
browser.runtime.onStartup.addListener(() => void registerAdded());

/** A page that loads while its site is being registered gets nothing by that: the open tabs come last. */
async function reach() {
  try {
    await registerAdded();
  } finally {
    await injectIntoOpenTabs();
  }
}

/** Two at once would register the same ids, and the first may not know of the second's site. */
let registering = Promise.resolve();

/** Sites that the user has added beyond the manifest's: registered as the manifest would. */
function registerAdded() {
  registering = registering.then(register, register);
  return registering;
}

async function register() {
  const added = await addedSites(browser);
  const before = (await browser.scripting.getRegisteredContentScripts()).map(({ id }) => id);
  const scripts = contentScripts().map((entry, index) => ({
    id: `${REGISTERED}-${index}`,
    matches: added,
    js: entry.js,
    allFrames: true,
    runAt: /** @type {any} */ (entry.run_at ?? "document_idle"),
    persistAcrossSessions: true,
  }));
  const isKnown = scripts.length === before.length && scripts.every(({ id }) => before.includes(id));
  // Changed in place: taken out and put in again, they would be missing from the pages that load in between.
  if (isKnown && added.length > 0) return browser.scripting.updateContentScripts(scripts);
  if (before.length > 0) await browser.scripting.unregisterContentScripts({ ids: before });
  if (added.length > 0) await browser.scripting.registerContentScripts(scripts);
}

browser.commands?.onCommand.addListener((command, tab) => {
  if (command === "apply_here" && tab?.id !== undefined) void applyHere(tab.id);
});
