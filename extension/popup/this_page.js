/** The page under the popup: where its job stands, or how to apply on a page that is no known board. */

import { call } from "../lib/ui/api.js";
import { fill, h } from "../lib/ui/dom.js";
import { jobLine, jobTitle, statusLabel, statusTone, webAddress } from "../lib/ui/status.js";
import { onDate } from "../lib/ui/time.js";
import { busy } from "../lib/ui/undo.js";

/**
 * @typedef {import("../lib/ui/types.js").ExtState} ExtState
 * @typedef {import("../lib/ui/types.js").Application} Application
 * @typedef {import("../lib/ui/job_rows.js").JobRows} JobRows
 */

/**
 * @param {string} label
 * @param {string} [kind]
 */
function applyButton(label, kind = "") {
  const work = async () => {
    await call("ext_apply_on_this_page");
    globalThis.close();
  };
  return h(
    "button",
    { type: "button", class: `button small ${kind}`, on: { click: (/** @type {Event} */ event) => busy(/** @type {HTMLButtonElement} */ (event.currentTarget), work) } },
    label,
  );
}

/** @param {Application | null | undefined} application */
function sentOn(application) {
  return application?.applied_at ? `Applied on ${onDate(application.applied_at)}. ApplyOnce will not let it go out a second time.` : "";
}

/**
 * A job's own page stands on top; a page that is none only offers its button below what goes on.
 * @param {HTMLElement} place
 * @param {HTMLElement} otherPlace
 * @returns {(state: ExtState, rows: JobRows) => void}
 */
export function thisPageCard(place, otherPlace) {
  let shown = "";
  return (state, rows) => {
    const tab = state.current_tab;
    const usable = state.companion.state === "up" && tab !== null && webAddress(tab.url) !== null;
    const application = tab?.job ? (rows.byJob.get(tab.job.id)?.application ?? tab.application) : null;
    const status = application?.status_name ?? "pending";
    // Those stand in the lists below, with all that can be done about them.
    const listed = status === "in_progress" || status === "unconfirmed";
    place.hidden = !usable || listed || !tab?.job;
    otherPlace.hidden = !usable || Boolean(tab?.job) || tab.supported;
    if (!usable || listed) return;
    const key = JSON.stringify([tab.url, tab.job, application?.status, application?.applied_at, tab.supported]);
    if (key === shown) return;
    shown = key;
    if (tab.job) {
      fill(
        place,
        h(
          "div",
          { class: "card job" },
          h("div", { class: "head" }, h("h3", { class: "clip", title: jobTitle(tab.job) }, jobTitle(tab.job)), h("span", { class: "chip", data: { tone: statusTone(status) } }, statusLabel(status))),
          h("p", { class: "muted small clip" }, jobLine(tab.job)),
          status === "pending" ? h("div", { class: "actions" }, applyButton("Apply", "primary")) : h("p", { class: "small ask" }, sentOn(application)),
        ),
      );
      return;
    }
    const host = new URL(tab.url).hostname;
    fill(
      otherPlace,
      h(
        "div",
        { class: "card strip" },
        h("p", { class: "small muted grow break" }, h("strong", {}, host), " is no board that ApplyOnce knows"),
        applyButton("Apply on this page"),
      ),
    );
  };
}
