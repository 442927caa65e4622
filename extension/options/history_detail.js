/** One job in full: what was sent and what proved it, the attempts, the events, and what the user may still decide. */

import { call, CallError, text, write } from "../lib/ui/api.js";
import { confirmed } from "../lib/ui/confirm.js";
import { fill, h } from "../lib/ui/dom.js";
import { isAsking } from "../lib/ui/job_rows.js";
import { OUTCOMES, sender, statusLabel, webAddress } from "../lib/ui/status.js";
import { exactly } from "../lib/ui/time.js";
import { busy } from "../lib/ui/undo.js";

/**
 * @typedef {import("../lib/ui/types.js").JobRow} JobRow
 * @typedef {import("../lib/ui/types.js").JobDetail} JobDetail
 * @typedef {import("../lib/ui/types.js").SentEvidence} SentEvidence
 */

/** @type {Record<string, string>} */
const PROOFS = {
  address: "the board led to its confirmation page",
  text: "the board showed its confirmation",
  request: "the board took the request",
  user: "you said so",
  api: "a program said so",
};

/** @type {Record<string, string>} */
const EVENTS = {
  created: "Seen",
  claimed: "Applying began",
  rebound: "The page was loaded again",
  parked: "Waited for you",
  resumed: "Went on",
  released: "Given back",
  failed: "Failed",
  lease_expired: "The tab was lost",
  tab_gone: "The tab was closed",
  session_ended: "The browser was closed",
  took_too_long: "Took too long",
  taken_over: "Taken over",
  submit_began: "Let through to be sent",
  handed_back: "Not sent, proved",
  handed_back_kept: "Not sent, proved; went on",
  confirmed: "Confirmed by the board",
  outcome_unknown: "Outcome unknown",
  resolved_applied: "You said: it was sent",
  resolved_not_applied: "You said: it was not sent",
  sent_outside_gate: "Sent past ApplyOnce",
  applied_elsewhere: "Applied elsewhere",
  status_set: "Status set",
  refused: "A second application was prevented",
  late_evidence: "A proof came late",
};

/** @param {SentEvidence} evidence */
function proof(evidence) {
  const url = webAddress(evidence.url);
  return h(
    "div",
    { class: "proof" },
    h("p", {}, `Sent ${exactly(evidence.at)}${sender(evidence.tab_label)}; ${PROOFS[evidence.kind] ?? evidence.kind}.`),
    url !== null && h("p", { class: "small break" }, h("a", { href: url, target: "_blank", rel: "noreferrer" }, url)),
    evidence.text !== "" && h("blockquote", { class: "break" }, evidence.text),
    evidence.fields.length > 0 &&
      h("dl", { class: "sent" }, ...evidence.fields.flatMap(({ label, value, sha256 }) => [h("dt", {}, label || "(no label)"), h("dd", { class: "break" }, value || "(left empty)", sha256 ? h("span", { class: "hash muted small" }, `SHA-256 ${sha256}`) : null)])),
  );
}

/**
 * One application of several to the same job.
 * @param {JobDetail["earlier"][number]} application
 * @param {SentEvidence[]} evidence
 */
function cycle({ cycle: number, status_name, applied_at }, evidence) {
  const when = applied_at ? `, sent ${exactly(applied_at)}` : "";
  return h(
    "section",
    { class: "cycle", "aria-label": `Application ${number}` },
    h("h3", {}, `Application ${number}`, h("span", { class: "muted" }, ` · ${statusLabel(status_name)}${when}`)),
    ...evidence.map(proof),
    evidence.length === 0 && h("p", { class: "muted" }, applied_at ? "What was sent with it is not kept." : "Nothing was sent through ApplyOnce yet."),
  );
}

/** @param {JobDetail} detail */
function events({ events: all }) {
  const items = all.map(({ at, kind, data }) => {
    const why = typeof data["reason"] === "string" ? data["reason"] : typeof data["why"] === "string" ? data["why"] : "";
    return h("li", {}, h("time", { datetime: at, class: "muted small numbers" }, exactly(at)), h("span", { class: "break" }, EVENTS[kind] ?? kind, why !== "" && h("span", { class: "muted" }, `: ${why}`)));
  });
  return h("details", {}, h("summary", {}, `All that happened (${items.length})`), h("ol", { class: "events" }, ...items));
}

/**
 * @param {string} label
 * @param {() => Promise<unknown>} work
 * @param {string} [kind]
 */
function button(label, work, kind = "") {
  return h("button", { type: "button", class: `button small ${kind}`, on: { click: (/** @type {Event} */ event) => busy(/** @type {HTMLButtonElement} */ (event.currentTarget), work) } }, label);
}

/**
 * @param {JobRow} row
 * @returns {import("../lib/ui/dom.js").Child[]}
 */
function actions({ job, application }) {
  const where = application?.status_name ?? "pending";
  const url = webAddress(job.url);
  const open = url !== null && h("a", { class: "button small", href: url, target: "_blank", rel: "noreferrer" }, "Open the posting");
  if (application !== null && isAsking({ job, application })) {
    const resolve = (/** @type {string} */ outcome) => () => write("resolve", { application_id: application.id, outcome, note: "answered in the history" });
    return [button("It was sent", resolve("applied"), "primary"), button("It was not sent", resolve("not_applied")), open];
  }
  if (application === null || where === "pending") {
    const elsewhere = async () => {
      const yes = await confirmed({ title: "Applied to it elsewhere?", body: `${job.title || job.url} then counts as applied, and ApplyOnce will not let it go out again.`, yes: "I have applied" });
      if (yes) await write("set_status", { job_id: job.id, status: "applied" });
    };
    return [open, button("I applied elsewhere", elsewhere)];
  }
  if (where === "in_progress") {
    return [button("Show tab", () => call("ext_show_tab", { application_id: application.id })), application.phase === "filling" && button("Give back", () => call("ext_give_back", { application_id: application.id }, crypto.randomUUID())), open];
  }
  const again = async () => {
    const yes = await confirmed({ title: "Apply a second time?", body: "The employer gets another application from you. The first one is kept here as it is.", yes: "Begin a new one" });
    if (yes) await write("new_cycle", { job_id: job.id, note: "asked for in the history" });
  };
  return [open, OUTCOMES.includes(where) && button("Apply again…", again, "quiet")];
}

/**
 * @param {HTMLElement} place
 * @param {JobRow} row
 */
export async function jobDetail(place, row) {
  try {
    /** @type {JobDetail} */
    const detail = await call("job", { job_id: row.job.id });
    const applications = [...(row.application ? [row.application] : []), ...[...detail.earlier].reverse()];
    const sent = await Promise.all(applications.map(async ({ id }) => /** @type {SentEvidence[]} */ ((await call("evidence", { application_id: id })).evidence)));
    const newest = sent[0] ?? [];
    // A push must not shut what the user has opened.
    const wasOpen = place.querySelector("details")?.open ?? false;
    fill(
      place,
      h("div", { class: "actions" }, ...actions(row)),
      ...(applications.length > 1
        ? applications.map((each, at) => cycle(each, sent[at] ?? []))
        : [...newest.map(proof), newest.length === 0 && h("p", { class: "muted" }, "Nothing was sent through ApplyOnce yet.")]),
      detail.events.length > 0 && events(detail),
    );
    const details = place.querySelector("details");
    if (details) details.open = wasOpen;
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    fill(place, h("p", { class: "error-text", role: "alert" }, text(error)));
  }
}
