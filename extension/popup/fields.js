/** The fields of a form that the user should look at, within the card of its job: a press leads to the field. */

import { call } from "../lib/ui/api.js";
import { fill, h } from "../lib/ui/dom.js";
import { busy } from "../lib/ui/undo.js";

/** @typedef {import("../lib/ui/types.js").OpenField} OpenField */

const SHOWN = 5;

/** @type {Record<OpenField["state"], string>} */
const STATES = { changed_by_page: "Changed by the page", not_accepted: "Not accepted", left_for_you: "Left for you" };

/** By application, as the background knows them. @type {Record<string, OpenField[]>} */
let known = {};

/** @param {string} applicationId */
export function fieldsPart(applicationId) {
  const el = h("ul", { class: "fields", "aria-label": "Fields to look at", data: { fields: applicationId } });
  draw(el, applicationId);
  return el;
}

/** What may stay empty is no task for a list as short as this. @param {string} applicationId */
export function toSeeTo(applicationId) {
  return (known[applicationId] ?? []).filter(({ required, state }) => required || state !== "left_for_you");
}

/** @param {Record<string, OpenField[]>} fields */
export function drawFields(fields) {
  known = fields;
  for (const el of document.querySelectorAll("[data-fields]")) draw(/** @type {HTMLElement} */ (el), el.getAttribute("data-fields") ?? "");
}

/** @param {HTMLElement} el @param {string} applicationId */
function draw(el, applicationId) {
  const fields = toSeeTo(applicationId);
  el.hidden = fields.length === 0;
  const more = fields.length - SHOWN;
  fill(el, ...fields.slice(0, SHOWN).map((field) => item(applicationId, field)), more > 0 && h("li", { class: "muted small" }, `and ${more} more`));
}

/** @param {string} applicationId @param {OpenField} field */
function item(applicationId, { key, text, state, why }) {
  const go = async () => {
    await call("ext_jump", { application_id: applicationId, key });
    globalThis.close();
  };
  return h(
    "li",
    {},
    h(
      "button",
      { type: "button", class: "field-jump", data: { state }, title: [text, why].filter(Boolean).join("\n"), on: { click: (/** @type {Event} */ event) => busy(/** @type {HTMLButtonElement} */ (event.currentTarget), go) } },
      h("span", { class: "clip", dir: "auto" }, text),
      h("span", { class: "state small" }, STATES[state]),
    ),
  );
}
