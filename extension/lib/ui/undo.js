/**
 * Things that cannot be taken back once the companion has them are told to it only after a few seconds in which the
 * user can change their mind. If the page closes in between, it is told at once: closing is no undo.
 */

import { text } from "./api.js";
import { fill, h } from "./dom.js";
import { icon } from "./icons.js";

export const UNDO_MS = 6000;

/** @type {Set<() => void>} */
const pending = new Set();

globalThis.addEventListener?.("pagehide", () => {
  for (const commit of [...pending]) commit();
});

/** @type {HTMLElement | null} */
let bar = null;

function theBar() {
  if (bar === null) {
    bar = h("div", { class: "undo-bar", role: "status", "aria-live": "polite" });
    document.body.append(bar);
  }
  return bar;
}

/**
 * @param {object} options
 * @param {string} options.message what has been done, as the user sees it
 * @param {() => Promise<unknown>} options.commit tells the companion
 * @param {() => void} options.revert shows again what was there
 * @param {number} [options.waitMs]
 */
export function undoable({ message, commit, revert, waitMs = UNDO_MS }) {
  const line = h("div");
  const finish = async () => {
    if (!pending.delete(commitNow)) return;
    clearTimeout(timer);
    line.remove();
    try {
      await commit();
    } catch (error) {
      revert();
      say(text(error), "bad");
    }
  };
  const commitNow = () => void finish();
  const undo = () => {
    if (!pending.delete(commitNow)) return;
    clearTimeout(timer);
    line.remove();
    revert();
  };
  pending.add(commitNow);
  let timer = setTimeout(commitNow, waitMs);
  const wait = () => clearTimeout(timer);
  const goOn = () => {
    clearTimeout(timer);
    timer = setTimeout(commitNow, waitMs);
  };
  fill(
    line,
    h("span", { class: "grow clip", title: message }, message),
    h("button", { type: "button", class: "button small", on: { click: undo, focus: wait, blur: goOn } }, "Undo"),
  );
  // Whoever is still reading is given the time (WCAG 2.2.1).
  line.addEventListener("pointerenter", wait);
  line.addEventListener("pointerleave", goOn);
  theBar().append(line);
}

/**
 * A passing remark.
 * @param {string} message
 * @param {"" | "bad"} [tone]
 */
export function say(message, tone = "") {
  /** @type {HTMLElement} */
  const line = h(
    "div",
    { data: { tone: tone || undefined } },
    tone === "bad" && icon("alert"),
    h("span", { class: "grow" }, message),
    h("button", { type: "button", class: "button small", on: { click: () => line.remove() } }, "Close"),
  );
  theBar().append(line);
  if (tone === "") setTimeout(() => line.remove(), UNDO_MS);
}

/**
 * Run what a button does: busy while it lasts, and an error is shown where the user looks.
 * @param {HTMLButtonElement} button
 * @param {() => Promise<unknown>} work
 * @returns {Promise<boolean>} whether it went well
 */
export async function busy(button, work) {
  if (button.getAttribute("aria-busy") === "true") return false;
  button.setAttribute("aria-busy", "true");
  try {
    await work();
    return true;
  } catch (error) {
    say(text(error), "bad");
    return false;
  } finally {
    button.removeAttribute("aria-busy");
  }
}
