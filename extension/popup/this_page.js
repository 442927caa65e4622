/** The page under the popup: where its job stands, or how to apply on a page that is no known board. */

import { call } from "../lib/ui/api.js";
import { browser } from "../lib/ui/browser.js";
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

/**
 * For good rather than this once: then the button stands on the site's job pages by itself. The scripts come with the grant.
 * @param {string} origin
 */
function alwaysButton(origin) {
  const work = async () => {
    // Asked for within the click itself: browsers refuse it after an await.
    const granted = await browser.permissions.request({ origins: [`${origin}/*`] });
    if (granted) globalThis.close();
  };
  return h(
    "button",
    { type: "button", class: "button small quiet", on: { click: (/** @type {Event} */ event) => busy(/** @type {HTMLButtonElement} */ (event.currentTarget), work) } },
    "Always on this site",
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
    const key = JSON.stringify([tab.url, tab.job, application?.status, application?.applied_at, tab.supported, tab.permission]);
    if (key === shown) return;
    shown = key;
    if (tab.job) {
      fill(
        place,
        h(
          "div",
          { class: "card job" },
          h("div", { class: "head" }, h("h3", { class: "clip", dir: "auto", title: jobTitle(tab.job) }, jobTitle(tab.job)), h("span", { class: "chip", data: { tone: statusTone(status) } }, statusLabel(status))),
          h("p", { class: "muted small clip", dir: "auto" }, jobLine(tab.job)),
          status === "pending" ? h("div", { class: "actions" }, applyButton("Apply", "primary")) : h("p", { class: "small ask" }, sentOn(application)),
        ),
      );
      return;
    }
    const { hostname, origin } = new URL(tab.url);
    fill(
      otherPlace,
      h(
        "div",
        { class: "card strip other" },
        h("p", { class: "small muted grow break" }, h("strong", {}, hostname), tab.permission ? " shows no job that ApplyOnce recognises" : " is no board that ApplyOnce knows"),
        h("div", { class: "actions" }, !tab.permission && alwaysButton(origin), applyButton("Apply on this page")),
      ),
    );
  };
}
