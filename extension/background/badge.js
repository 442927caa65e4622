// The toolbar icon: a mark for the tab that is looked at, and "!" where the companion is missing.

import { companionState, onState } from "./native_port.js";
import { heldBy, onHeldChange } from "./held.js";

const BUSY = "#0b6bcb";
const ASKS = "#b45309";
const DOWN = "#b42318";
/** Steps at which the user is waited for. */
const WAITS = new Set(["captcha", "preview"]);

/** @param {number} tabId */
async function draw(tabId) {
  const held = heldBy(tabId);
  const asks = Boolean(held?.parked) || WAITS.has(held?.progress?.step ?? "");
  const text = !held ? null : asks ? "?" : "…";
  try {
    await browser.action.setBadgeText({ tabId, text: /** @type {any} */ (text) });
    await browser.action.setBadgeBackgroundColor({ tabId, color: asks ? ASKS : BUSY });
  } catch {
    // The tab is gone: so is its badge.
  }
}

async function drawCompanion() {
  const { state, reason } = companionState();
  const down = state === "down";
  await browser.action.setBadgeBackgroundColor({ color: DOWN });
  await browser.action.setBadgeText({ text: down ? "!" : "" });
  await browser.action.setTitle({ title: down ? `ApplyOnce: ${reason}` : "ApplyOnce" });
}

onHeldChange((tabId) => void draw(tabId));
onState(() => void drawCompanion());
