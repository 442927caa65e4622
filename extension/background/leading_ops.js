// Where a job's page may lead the user: to another tab, or to a page of ours in which they decide or read.

import { refused, tabOf } from "./asker.js";
import { documentOf } from "./documents.js";
import { heldBy } from "./held.js";
import { call } from "./native_port.js";
import { openPage } from "./pages.js";
import { showHolder } from "./show_tab.js";

/** @typedef {import("./router.js").Handler} Handler */

/** @type {Handler} */
async function showTab({ application_id }, asker) {
  const live = documentOf(asker.sender, asker.document_id);
  if (live?.application?.id !== application_id && heldBy(tabOf(asker))?.application_id !== application_id) {
    throw refused("unauthorized", "This page does not show that job.");
  }
  return showHolder(application_id, live?.application?.holder ?? null);
}

/** Pages of ours in which the user decides or reads: a job page may open them, no more. */
const DECISIONS = new Map([
  ["take_over", "extension/pages/decide.html"],
  ["new_cycle", "extension/pages/decide.html"],
  ["resolve", "extension/pages/decide.html"],
  ["same_job", "extension/pages/decide.html"],
  ["history", "extension/options/options.html"],
  ["answers", "extension/pages/answers.html"],
]);

/** @type {Handler} */
async function decide({ what, job_id }, asker) {
  const live = documentOf(asker.sender, asker.document_id);
  const page = DECISIONS.get(what);
  if (!live?.job_id || live.job_id !== job_id || !page) throw refused("unauthorized", "This page does not show that job.");
  const query = new URLSearchParams({ job: job_id, tab: String(tabOf(asker)), ask: what });
  await openPage(`${page}#${query}`);
  return {};
}

/** How many of the answers that were sent could be kept: the job's page learns the number alone. @type {Handler} */
async function offer({ application_id }, asker) {
  const live = documentOf(asker.sender, asker.document_id);
  if (live?.application?.id !== application_id) throw refused("unauthorized", "This page does not show that job.");
  const { offers } = await call("offered_answers", {});
  const mine = offers.find((/** @type {any} */ each) => each.application_id === application_id);
  return { count: mine?.answers.length ?? 0 };
}

/** @type {Handler} */
async function openSetup() {
  await openPage("extension/options/options.html#setup");
  return {};
}

/** @type {Record<string, Handler>} */
export const leadingContentOps = {
  ext_show_tab: showTab,
  ext_decide: decide,
  ext_offer: offer,
  ext_open_setup: openSetup,
};
