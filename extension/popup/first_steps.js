/** What a new user does before the first form: nothing can be filled from a profile that is empty. */

import { call, CallError } from "../lib/ui/api.js";
import { fill, h } from "../lib/ui/dom.js";
import { coalesced } from "../lib/ui/live.js";
import { openPage } from "../lib/ui/open.js";

/**
 * @param {string} label
 * @param {string} section of the settings
 * @param {string} [kind]
 */
function way(label, section, kind = "") {
  return h("button", { type: "button", class: `button small ${kind}`, on: { click: () => openPage(`extension/options/options.html#${section}`) } }, label);
}

/**
 * @param {HTMLElement} place
 * @returns {() => void} asks anew whether it is needed
 */
export function firstSteps(place) {
  return coalesced(async () => {
    try {
      const [{ profile }, { documents }] = await Promise.all([call("profile"), call("documents")]);
      place.hidden = Object.keys(profile).length > 0;
      if (place.hidden) return;
      fill(
        place,
        h(
          "div",
          { class: "card first" },
          h("h3", { id: "first-steps-title" }, "First, tell ApplyOnce who you are"),
          h("p", { class: "muted" }, "Forms are filled from your profile, and it is still empty. It stays on this computer."),
          h("div", { class: "actions" }, way("Fill in your profile", "profile", "primary"), documents.length === 0 && way("Add your résumé", "documents")),
        ),
      );
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      place.hidden = true; // a notice says what stands in the way
    }
  }, 0);
}
