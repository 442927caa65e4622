/** What all sections share: a heading, and fetching that says what went wrong where the content would stand. */

import { CallError } from "../lib/ui/api.js";
import { fill, h } from "../lib/ui/dom.js";
import { icon } from "../lib/ui/icons.js";
import { coalesced } from "../lib/ui/live.js";

/** @typedef {import("../lib/ui/dom.js").Child} Child */

/**
 * @param {string} name
 * @param {string} title
 * @param {string} intro
 * @param {...Child} aside buttons beside the heading
 */
export function sectionFrame(name, title, intro, ...aside) {
  const body = h("div");
  const problem = h("div");
  const head = h("div", { class: "page-head" }, h("div", {}, h("h1", {}, title), h("p", {}, intro)), aside.length > 0 && h("div", { class: "actions" }, ...aside));
  const el = h("section", { id: `section-${name}`, "aria-label": title }, head, problem, body);
  return { el, body, problem };
}

/**
 * @param {HTMLElement} problem where to say it
 * @param {() => Promise<void>} load
 */
export function loader(problem, load) {
  const refresh = coalesced(async () => {
    try {
      await load();
      fill(problem);
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      // The banner on top says what to do about it; the section comes back by itself.
      if (error.code === "companion_unavailable") {
        fill(problem, h("p", { class: "muted" }, "Shown as soon as the companion runs."));
        return;
      }
      fill(
        problem,
        h(
          "div",
          { class: "note", role: "alert", data: { tone: "bad" } },
          icon("alert"),
          h("div", { class: "grow" }, h("p", {}, error.message), h("div", { class: "actions" }, h("button", { type: "button", class: "button small", on: { click: refresh } }, "Try again"))),
        ),
      );
    }
  }, 0);
  return refresh;
}

/**
 * @param {string} headline
 * @param {string} text
 * @param {...Child} more
 */
export function emptyState(headline, text, ...more) {
  return h("div", { class: "card empty" }, h("strong", {}, headline), h("p", {}, text), ...more);
}
