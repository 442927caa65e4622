// Which fields of a form the user should look at: told by the job's page in words, without any value, and listed in our
// own pages, from where a press leads to the field.

import { CompanionError } from "./native_port.js";
import { tellTab } from "./documents.js";
import { heldBy, loaded, onHeldChange, tabOf } from "./held.js";
import { tellPages } from "./pages.js";
import { showHolder } from "./show_tab.js";

/** @typedef {import("./router.js").Handler} Handler */

const MAX_FIELDS = 100;
const STATES = new Set(["changed_by_page", "not_accepted", "left_for_you"]);

/** By application. @type {Map<string, MarkedField[]>} */
const marked = new Map();

onHeldChange((_tabId, held, was) => {
  if (was && was.application_id !== held?.application_id && !tabOf(was.application_id)) set(was.application_id, []);
});

/**
 * @param {string} applicationId
 * @param {MarkedField[]} fields
 */
function set(applicationId, fields) {
  if (fields.length === 0 && !marked.has(applicationId)) return;
  if (fields.length === 0) marked.delete(applicationId);
  else marked.set(applicationId, fields);
  tellPages({ event: "fields", data: { application_id: applicationId } });
}

/** @type {Handler} */
async function tell({ application_id, fields }, { sender }) {
  await loaded;
  if (heldBy(sender.tab?.id ?? -1)?.application_id !== application_id) throw new CompanionError({ code: "not_holder", message: "This tab does not hold the application any more." });
  set(application_id, (Array.isArray(fields) ? fields : []).slice(0, MAX_FIELDS).map(asField));
  return {};
}

/** @param {any} field what a page's words were made into @returns {MarkedField} */
function asField({ key, text, state, why, required }) {
  return { key: String(key).slice(0, 40), text: String(text).slice(0, 160), state: STATES.has(state) ? state : "left_for_you", why: String(why).slice(0, 300), required: required === true };
}

/** @type {Handler} */
async function listed() {
  return { fields: Object.fromEntries(marked) };
}

/** To the tab, and there to the field. @type {Handler} */
async function jump({ application_id, key }) {
  const { tab_id } = await showHolder(String(application_id), null);
  tellTab(tab_id, { event: "jump", data: { application_id, key } });
  return {};
}

/** @type {Record<string, Handler>} */
export const marksContentOps = { ext_marked: tell };

/** @type {Record<string, Handler>} */
export const marksPageOps = { ext_fields: listed, ext_jump: jump };
