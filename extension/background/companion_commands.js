// What the companion asks of this browser: auto-apply works in tabs of the user's own.

import { CompanionError, call, onCommand } from "./native_port.js";
import { hold, letGo, loaded } from "./held.js";
import { identity } from "./session.js";
import { focusTab } from "./show_tab.js";

onCommand(async (command) => {
  await loaded;
  if (command.cmd === "open_tab") return openTab(command);
  const tabId = Number(command.tab_id);
  if (command.cmd === "focus_tab") await focusTab(tabId);
  else if (command.cmd === "close_tab") await closeOpened(tabId, command.application_id);
  else throw new CompanionError({ code: "invalid", message: `This version does not know “${String(command.cmd).slice(0, 40)}”.` });
  return { tab_id: tabId };
});

const EMPTY_POLL_MS = 25;
const EMPTY_MS = 5000;

/**
 * The tab is empty until it holds the application: a page that loads before would ask where it stands, and hear nothing.
 * @param {any} command
 */
async function openTab(command) {
  const address = new URL(String(command.url));
  if (address.protocol !== "https:" && address.protocol !== "http:") {
    throw new CompanionError({ code: "invalid", message: "That is no address of a page." });
  }
  const tab = await browser.tabs.create({ url: "about:blank", active: false });
  const tabId = tab.id;
  if (tabId === undefined) throw new CompanionError({ code: "invalid", message: "The browser opened no tab." });
  await area.set({ [OPENED_KEY + tabId]: command.application_id });
  await untilEmpty(tabId);
  const { session } = await identity;
  const documentId = crypto.randomUUID();
  const holder = { kind: "agent", session, tab_id: tabId, frame_id: 0, document_id: documentId };
  try {
    const { application_id, fence } = command;
    const { application } = await call("rebind", { application_id, fence, holder }, command.cid);
    hold({
      application_id,
      job_id: application.job_id,
      fence: application.fence,
      phase: "filling",
      agent: true,
      policy: command.policy ?? "ask_before_submit",
      parked: null,
      tab_id: tabId,
      frame_id: 0,
      document_id: documentId,
      origin: "",
      progress: null,
      left_at: null,
    });
    await browser.tabs.update(tabId, { url: address.href });
  } catch (error) {
    letGo(tabId);
    await closeTab(tabId);
    throw error;
  }
  return { tab_id: tabId };
}

/**
 * Wait for a new tab's first, empty document. On a busy machine Chromium loses an address that is given to the tab before
 * (seen in 156: the tab stays "unloaded" for ever, and with it the application).
 * @param {number} tabId
 */
async function untilEmpty(tabId) {
  const end = Date.now() + EMPTY_MS;
  while ((await browser.tabs.get(tabId)).status !== "complete" && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, EMPTY_POLL_MS));
  }
}

/** Which tabs were opened for which application: no others are closed. A start of the browser forgets them with the tab ids. */
const OPENED_KEY = "opened-tab-";
const area = browser.storage.session;

browser.tabs.onRemoved.addListener((tabId) => {
  void area.remove(OPENED_KEY + tabId);
});

/**
 * The companion may mean a tab of another browser, or of this one before it was started again: that id is the user's own now.
 * @param {number} tabId
 * @param {string} applicationId
 */
async function closeOpened(tabId, applicationId) {
  const key = OPENED_KEY + tabId;
  if ((await area.get(key))[key] !== applicationId) {
    throw new CompanionError({ code: "not_found", message: "This browser has opened no such tab for that application." });
  }
  await closeTab(tabId);
}

/** @param {number} tabId */
async function closeTab(tabId) {
  try {
    await browser.tabs.remove(tabId);
  } catch {
    // closed already, which is what was wanted
  }
}
