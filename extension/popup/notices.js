/** What stands in the way: the companion not running, of another version, or the browser's permission missing. */

import { call } from "../lib/ui/api.js";
import { browser } from "../lib/ui/browser.js";
import { assign, fill, h, setText } from "../lib/ui/dom.js";
import { icon } from "../lib/ui/icons.js";
import { counted } from "../lib/ui/time.js";
import { busy } from "../lib/ui/undo.js";

/** @typedef {import("../lib/ui/types.js").ExtState} ExtState */

/**
 * @param {HTMLElement} chip
 * @returns {(state: ExtState) => void}
 */
export function companionChip(chip) {
  return ({ companion }) => {
    const up = companion.state === "up";
    setText(chip, up ? "Ready" : companion.state === "mismatch" ? "Update needed" : "Not running");
    assign(chip, { data: { tone: up ? "good" : "bad" }, title: up ? `Companion ${companion.version ?? ""} is running` : (companion.reason ?? "") });
  };
}

/**
 * @param {string} title
 * @param {import("../lib/ui/dom.js").Child[]} body
 * @param {"warn" | "bad"} tone
 */
function note(title, body, tone) {
  return h("div", { class: "note", role: "alert", data: { tone } }, icon(tone === "warn" ? "alert" : "plug"), h("div", { class: "grow" }, h("h3", {}, title), ...body));
}

/**
 * @param {ExtState} state
 * @param {() => void} refresh
 */
function companionNote({ companion, submissions_to_tell: toTell = 0 }, refresh) {
  const retry = h(
    "button",
    {
      type: "button",
      class: "button small",
      on: {
        click: (/** @type {Event} */ event) =>
          busy(/** @type {HTMLButtonElement} */ (event.currentTarget), async () => {
            await call("ext_state", { reconnect: true });
            refresh();
          }),
      },
    },
    "Try again",
  );
  if (companion.state === "mismatch") {
    return note(
      "Extension and companion do not fit together",
      [h("p", { class: "break" }, companion.reason ?? "One of them is of another version. Update the older one."), h("div", { class: "actions" }, retry)],
      "bad",
    );
  }
  return note(
    "The companion is not running",
    [
      h("p", { class: "break" }, companion.reason ?? "The part of ApplyOnce that remembers your applications does not answer."),
      h(
        "ol",
        { class: "steps" },
        h("li", {}, h("span", {}, "First time? Install the package ", h("code", {}, "applyonce"), " with pip or pipx, and run ", h("code", {}, "applyonce install"), " in a terminal.")),
        h("li", {}, h("span", {}, "Installed already? ", h("code", {}, "applyonce doctor"), " says what is wrong.")),
        h("li", {}, h("span", {}, "Then try again: it starts by itself.")),
      ),
      h("p", { class: "small muted" }, toTell > 0 ? `${counted(toTell, "submission")} that you made meanwhile will be told to it.` : "Until then nothing is filled for you. What you send by hand is noted, and the companion told later."),
      h("div", { class: "actions" }, retry),
    ],
    "bad",
  );
}

/** @param {() => void} refresh */
function permissionNote(refresh) {
  const ask = async () => {
    // Asked for within the click itself: browsers refuse it after an await.
    const granted = await browser.permissions.request({ origins: browser.runtime.getManifest().host_permissions ?? [] });
    if (granted) await call("ext_grant_hosts");
    refresh();
  };
  return note(
    "ApplyOnce may not see job boards yet",
    [
      h("p", {}, "This browser lets you decide where an extension may act. Without it there is no button on job pages, and nothing guards against a second application."),
      h(
        "div",
        { class: "actions" },
        h("button", { type: "button", class: "button small primary", on: { click: (/** @type {Event} */ event) => busy(/** @type {HTMLButtonElement} */ (event.currentTarget), ask) } }, "Allow on job boards"),
      ),
    ],
    "warn",
  );
}

/**
 * @param {HTMLElement} place
 * @param {() => void} refresh
 * @returns {(state: ExtState) => void}
 */
export function notices(place, refresh) {
  let shown = "";
  let permitted = true;
  /** @param {ExtState} state */
  const draw = (state) => {
    const key = JSON.stringify([state.companion.state, state.companion.reason, state.submissions_to_tell, permitted]);
    if (key === shown) return;
    shown = key;
    fill(place, state.companion.state !== "up" && companionNote(state, refresh), !permitted && permissionNote(refresh));
  };
  return (state) => {
    draw(state);
    const origins = browser.runtime.getManifest().host_permissions ?? [];
    if (origins.length === 0) return;
    void browser.permissions.contains({ origins }).then((yes) => {
      permitted = yes;
      draw(state);
    });
  };
}
