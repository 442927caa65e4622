// What a job's page tells of its sendings that went past the gate, and asks of what has left it.

import { refused, sameOrigin, tabOf } from "./asker.js";
import { BROWSER_NAME } from "./browser.js";
import { documentOf } from "./documents.js";
import { call } from "./native_port.js";
import { sentFrom } from "./network_witness.js";
import { passedAt, permittedAt, prove, record } from "./outside_gate.js";

/** @typedef {import("./router.js").Handler} Handler */

/** @type {Handler} */
async function reportSubmission({ job_id, at, evidence }, asker) {
  const live = documentOf(asker.sender, asker.document_id);
  if (!live || live.job_id !== job_id) throw refused("unauthorized", "This page does not show that job.");
  return call("report_submission", { job_id, at, ...(evidence ? { evidence } : {}) }, asker.key);
}

/**
 * The gate let a submission through without a permit: the user decided so while the companion could not be asked.
 * @type {Handler}
 */
async function passed({ job_id, identify: facts, evidence }, asker) {
  if (facts && !sameOrigin(String(facts.url), asker.sender.url ?? "")) throw refused("unauthorized", "The address is not this page's.");
  await record({ at: Date.now(), tab_id: tabOf(asker), job_id: job_id ?? null, identify: facts ?? null, evidence: evidence ?? null });
  return {};
}

/** When such a submission of this job went out, from any tab of this browser. @type {Handler} */
async function passedBefore({ job_id, identify: facts }, asker) {
  if (facts && !sameOrigin(String(facts.url), asker.sender.url ?? "")) throw refused("unauthorized", "The address is not this page's.");
  const shown = documentOf(asker.sender, asker.document_id)?.job_id ?? null;
  return { at: await passedAt({ job_id: shown === job_id ? shown : null, identify: facts ?? null }) };
}

/** The confirmation of such a submission was seen. @type {Handler} */
async function outsideProof({ evidence }, asker) {
  await prove(tabOf(asker), evidence);
  return {};
}

/** @type {Handler} */
async function witness({ since }, asker) {
  const from = typeof since === "number" ? since : permittedAt(tabOf(asker));
  const sent = sentFrom(tabOf(asker), asker.sender.frameId ?? 0, asker.sender.origin ?? "", from);
  return { ...sent, complete: sent.complete && (await mayWitness(asker.sender.url)) };
}

/**
 * Firefox shows webRequest only what a lasting permission covers; Chromium also what the user's gesture opened.
 * @param {string | undefined} url
 */
async function mayWitness(url) {
  if (BROWSER_NAME !== "firefox" || !url) return true;
  return browser.permissions.contains({ origins: [`${new URL(url).origin}/*`] });
}

/** @type {Record<string, Handler>} */
export const sendingContentOps = {
  report_submission: reportSubmission,
  ext_passed: passed,
  ext_passed_before: passedBefore,
  ext_outside_proof: outsideProof,
  ext_witness: witness,
};
