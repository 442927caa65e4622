// Bringing the tab of an application to the front.

import { CompanionError } from "./native_port.js";
import { loaded, tabOf } from "./held.js";
import { identity } from "./session.js";

/**
 * @param {string} applicationId
 * @param {any} holder the companion's word for who holds it
 */
export async function showHolder(applicationId, holder) {
  await loaded;
  const { session } = await identity;
  const tabId = tabOf(applicationId)?.tab_id ?? (holder?.session === session ? holder.tab_id : null);
  if (tabId === null || tabId === undefined) {
    const browserName = String(holder?.label ?? "").replace(/,? tab \d+/, "");
    const where = browserName ? ` It is in ${browserName}.` : "";
    throw new CompanionError({ code: "not_found", message: `The tab is not in this browser.${where}` });
  }
  await focusTab(tabId);
  return { tab_id: tabId };
}

/** @param {number} tabId */
export async function focusTab(tabId) {
  try {
    const tab = await browser.tabs.update(tabId, { active: true });
    if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
  } catch {
    throw new CompanionError({ code: "not_found", message: "The tab is closed." });
  }
}
