/** What each question says and offers, by where the job stands at that moment. */

import { call, write } from "../lib/ui/api.js";
import { h } from "../lib/ui/dom.js";
import { holderLabel, jobLine, jobTitle, parkedReason, statusLabel } from "../lib/ui/status.js";
import { ago, clockTime, exactly } from "../lib/ui/time.js";

/**
 * @typedef {import("../lib/ui/types.js").Job} Job
 * @typedef {import("../lib/ui/types.js").Application} Application
 * @typedef {import("../lib/ui/types.js").SentEvidence} SentEvidence
 * @typedef {import("../lib/ui/types.js").SimilarJob} SimilarJob
 * @typedef {{job: Job, application: Application | null, evidence: SentEvidence[], similar: SimilarJob[], session: string, tabId: number | null}} Subject
 * @typedef {{label: string, act: () => Promise<unknown>, kind?: string, elsewhere?: boolean}} Choice
 * @typedef {{title: string, lines: string[], subject: Element | null, choices: Choice[]}} Asked
 */

/**
 * @param {Job} job
 * @param {...import("../lib/ui/dom.js").Child} more
 */
function about(job, ...more) {
  return h("div", { class: "subject" }, h("p", { class: "title break", dir: "auto" }, jobTitle(job)), h("p", { class: "muted small break", dir: "auto" }, jobLine(job)), ...more);
}

/** @param {Application} application */
function showHolder(application) {
  return { label: "Show that tab instead", act: () => call("ext_show_tab", { application_id: application.id }), elsewhere: true };
}

/** @param {Subject} subject @returns {Asked} */
function takeOver({ job, application, session, tabId }) {
  if (application === null || application.status_name === "pending") {
    return { title: "Nobody holds it any more", lines: ["Go back to the page and press Apply there."], subject: about(job), choices: [] };
  }
  if (application.status_name !== "in_progress") {
    return { title: "There is nothing to take over", lines: ["It was sent in the meantime. The page shows where it stands."], subject: about(job), choices: [] };
  }
  const who = holderLabel(application, { session, tab_id: tabId });
  const since = `${who} has been at it since ${clockTime(application.holder?.since)}.`;
  if (application.phase === "submitting") {
    return { title: "It is being sent right now", lines: [since, "What is on its way cannot be taken over: it could go out twice. Wait for the outcome; this page follows it."], subject: about(job), choices: [showHolder(application)] };
  }
  const { progress } = application;
  const bar = progress && progress.total > 0 ? h("progress", { class: "bar", max: progress.total, value: progress.filled, "aria-label": "Fields filled there" }) : null;
  const lines = [application.parked ? `${since} It waits: ${parkedReason(application.parked).toLowerCase()}.` : since, "Taking over ends the work there. What was filled there stays in that page, but it can no longer be sent from it."];
  /** @type {Choice[]} */
  const choices = [];
  if (tabId !== null) choices.push({ label: "Take over here", act: () => call("ext_take_over", { application_id: application.id, tab_id: tabId }, crypto.randomUUID()), kind: "primary" });
  choices.push(showHolder(application));
  return { title: "Take this application over?", lines, subject: about(job, bar), choices };
}

/** @param {Subject} subject @returns {Asked} */
function resolve({ job, application }) {
  if (application === null || (application.status_name !== "unconfirmed" && !application.disputed)) {
    return { title: "That is settled", lines: ["The question is no longer open. The page shows where it stands."], subject: about(job), choices: [] };
  }
  const answer = (/** @type {string} */ outcome) => () => write("resolve", { application_id: application.id, outcome, note: "answered on the decision page" });
  return {
    title: "Did it go through?",
    lines: [
      application.disputed
        ? `A confirmation for an earlier attempt came in ${ago(application.updated_at)}.`
        : `It was submitted ${ago(application.updated_at)} (${exactly(application.updated_at)}), but no confirmation was seen.`,
      "Look for a confirmation in your mail. If you are not sure, leave it open: an open one is never sent again by itself.",
    ],
    subject: about(job),
    choices: [
      { label: "It was sent", act: answer("applied"), kind: "primary" },
      { label: "It was not sent", act: answer("not_applied") },
    ],
  };
}

/** @param {Subject} subject @returns {Asked} */
function newCycle({ job, application, evidence }) {
  if (!application?.applied_at) {
    return { title: "You have not applied to it yet", lines: ["Go back to the page and press Apply there."], subject: about(job), choices: [] };
  }
  const latest = evidence.at(-1);
  const proof = latest?.text ? h("blockquote", { class: "small break" }, latest.text) : null;
  return {
    title: "Apply a second time?",
    lines: [`You applied ${ago(application.applied_at)} (${exactly(application.applied_at)}).`, "The employer gets another application from you. The first one stays in the history as it is."],
    subject: about(job, proof),
    choices: [{ label: "Begin a new application", act: () => write("new_cycle", { job_id: job.id, note: "asked for on the decision page" }), kind: "danger" }],
  };
}

/** @param {Subject} subject @returns {Asked} */
function sameJob({ job, similar }) {
  if (similar.length === 0) {
    return { title: "No other job looks like this one", lines: ["Go back to the page and press Apply there."], subject: about(job), choices: [] };
  }
  return {
    title: "Which one is it the same as?",
    lines: ["The two become one job in the history, with what was done about either. That cannot be undone.", ...similar.map(({ why }) => why)],
    subject: about(job),
    choices: similar.map(({ job: other, application }) => ({
      label: [jobTitle(other), jobLine(other), statusLabel(application?.status_name)].filter(Boolean).join(" · "),
      act: () => write("same_job", { job_id: job.id, other: other.id }),
    })),
  };
}

/** @type {Map<string, (subject: Subject) => Asked>} */
export const QUESTIONS = new Map([
  ["take_over", takeOver],
  ["resolve", resolve],
  ["new_cycle", newCycle],
  ["same_job", sameJob],
]);
