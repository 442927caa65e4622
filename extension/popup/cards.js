/** The cards of jobs that are being worked on: one in progress, one parked, one whose outcome is open. */

import { call, CallError, write } from "../lib/ui/api.js";
import { assign, h, setText } from "../lib/ui/dom.js";
import { holderLabel, jobLine, jobTitle, parkedReason, webAddress } from "../lib/ui/status.js";
import { exactly, ago, lasting } from "../lib/ui/time.js";
import { waitsFor } from "../lib/ui/job_rows.js";
import { busy, undoable } from "../lib/ui/undo.js";
import { fieldsPart, toSeeTo } from "./fields.js";

/**
 * @typedef {import("../lib/ui/types.js").JobRow} JobRow
 * @typedef {import("../lib/ui/types.js").Application} Application
 * @typedef {{session: string | null, tab_id: number | null, reminder_seconds: number}} Here
 */

/**
 * @param {string} label
 * @param {() => Promise<unknown>} work
 * @param {string} [kind]
 * @param {string} [name] for screen readers, where the label alone would not say which job
 */
function button(label, work, kind = "", name = undefined) {
  return h(
    "button",
    {
      type: "button",
      class: `button small ${kind}`,
      "aria-label": name,
      on: { click: (/** @type {Event} */ event) => busy(/** @type {HTMLButtonElement} */ (event.currentTarget), work) },
    },
    label,
  );
}

/** @param {JobRow} row */
function applicationOf(row) {
  if (row.application === null) throw new Error("a card needs an application");
  return row.application;
}

/** @param {JobRow} row */
function headline(row) {
  const title = h("h3", { class: "clip", dir: "auto", title: jobTitle(row.job) }, jobTitle(row.job));
  const where = h("p", { class: "muted small clip", dir: "auto", title: jobLine(row.job) }, jobLine(row.job));
  return { title, where };
}

/**
 * @param {string} applicationId
 * @param {string} title
 */
function showTab(applicationId, title) {
  const work = async () => {
    await call("ext_show_tab", { application_id: applicationId });
    globalThis.close();
  };
  return button("Show tab", work, "", `Show the tab of ${title}`);
}

/**
 * The background gives back what a tab of this browser holds; what is held elsewhere is released under its fence.
 * @param {string} applicationId
 * @param {string} title
 * @param {() => number} fence the current one
 */
function giveBack(applicationId, title, fence) {
  const work = async () => {
    try {
      await write("ext_give_back", { application_id: applicationId });
    } catch (error) {
      if (!(error instanceof CallError) || error.code !== "not_found") throw error;
      await write("release", { application_id: applicationId, fence: fence() });
    }
  };
  return button(
    "Give back",
    work,
    "quiet",
    `Give back ${title}: it can then be applied to from anywhere`,
  );
}

/** @param {number} count */
function left(count) {
  if (count === 0) return "read it through and send it";
  return count === 1 ? "one field is left for you" : `${count} fields are left for you`;
}

/** @param {Application} application */
function step(application) {
  if (application.phase === "submitting") return "Sending: waiting for the board's confirmation";
  const { progress } = application;
  if (progress?.step === "done") return `Filled ${progress.filled} of ${progress.total}: ${left(toSeeTo(application.id).length)}`;
  if (progress?.step === "next") return `Page filled, ${progress.filled} of ${progress.total} fields so far: read it through and go on`;
  if (!progress || progress.total === 0) return progress?.step || "Reading the form";
  const fields = `${progress.filled} of ${progress.total} fields`;
  return progress.step ? `${progress.step} · ${fields}` : fields;
}

/**
 * A person's attempt is never ended for its age, but asked about.
 * @param {Application} application
 * @param {Here} here
 */
function isForgotten({ holder, phase }, here) {
  if (holder?.kind !== "tab" || phase !== "filling") return false;
  return Date.now() - Date.parse(holder.since) > here.reminder_seconds * 1000;
}

/**
 * @param {JobRow} first
 * @param {Here} here
 * @returns {import("../lib/ui/dom.js").Row<JobRow>}
 */
export function progressCard(first, here) {
  const application = applicationOf(first);
  const name = jobTitle(first.job);
  const { title, where } = headline(first);
  const since = h("span", { class: "muted small numbers", title: "How long it has been going on" });
  const bar = h("progress", { class: "bar", "aria-label": "Fields filled" });
  const steps = h("p", { class: "small clip" });
  const who = h("span", { class: "chip end", data: { tone: "busy" } });
  const show = showTab(application.id, name);
  let { fence } = application;
  const actions = h("div", { class: "actions" }, show, application.phase === "filling" && giveBack(application.id, name, () => fence), who);
  const el = h(
    "li",
    { class: "card job", data: { application: application.id } },
    h("div", { class: "head" }, title, since),
    where,
    bar,
    steps,
    fieldsPart(application.id),
    actions,
  );
  return {
    el,
    update(row) {
      const now = applicationOf(row);
      fence = now.fence;
      const total = now.progress?.total ?? 0;
      assign(since, { data: { since: now.holder?.since ?? now.updated_at } });
      setText(since, lasting(now.holder?.since ?? now.updated_at));
      if (total > 0) assign(bar, { max: total, value: now.progress?.filled ?? 0 });
      else bar.removeAttribute("value");
      setText(steps, isForgotten(now, here) ? "Still at it? Give it back if not, and others may take it." : step(now));
      setText(who, holderLabel(now, here));
      show.hidden = now.holder?.kind === "api" || (now.holder?.session === here.session && now.holder?.tab_id === here.tab_id);
    },
  };
}

/**
 * What leads on, in a button and for screen readers.
 * @param {Application} application
 * @param {string} reason
 * @param {string} name of the job
 */
function wayOn({ parked }, reason, name) {
  if (reason === "preview") return ["Look at it", `See what will be filled in for ${name}`];
  if (reason === "approval") return ["Look at it", `Go to the tab of ${name} and look at it`];
  return parked ? ["Go there and continue", `Go to the tab of ${name} and continue`] : ["Go there", `Go to the tab of ${name}`];
}

/**
 * @param {JobRow} first
 * @param {Here} here
 * @returns {import("../lib/ui/dom.js").Row<JobRow>}
 */
export function parkedCard(first, here) {
  const application = applicationOf(first);
  const name = jobTitle(first.job);
  const { title, where } = headline(first);
  const who = h("span", { class: "muted small" });
  let fence = application.fence;
  const reason = waitsFor(first) ?? "";
  // The tab of another browser does not hear of a word given here.
  const asksForWord = reason === "approval" && application.holder?.session === here.session;
  const approve = () => write("ext_approve", { application_id: application.id });
  const goOn = async () => {
    if (application.parked && reason !== "approval") await write("resume", { application_id: application.id, fence, reason: "" });
    await call(reason === "preview" ? "ext_preview_page" : "ext_show_tab", { application_id: application.id });
    globalThis.close();
  };
  const [label, spoken] = wayOn(application, reason, name);
  const el = h(
    "li",
    { class: "card job", data: { application: application.id } },
    h("div", { class: "head" }, title, who),
    where,
    h("p", { class: "ask" }, parkedReason(reason)),
    fieldsPart(application.id),
    h(
      "div",
      { class: "actions" },
      asksForWord && button("Send it", approve, "primary", `Send the application to ${name}`),
      button(label, goOn, asksForWord ? "" : "primary", spoken),
      application.phase === "filling" && giveBack(application.id, name, () => fence),
    ),
  );
  return {
    el,
    update(row) {
      const now = applicationOf(row);
      fence = now.fence;
      setText(who, holderLabel(now, here));
    },
  };
}

/**
 * The question that only the user can answer. The answer is final for the companion, so it leaves after the time for undoing.
 * @param {JobRow} first
 * @param {{hide: (id: string) => void, show: (id: string) => void}} shown
 * @returns {import("../lib/ui/dom.js").Row<JobRow>}
 */
export function askCard(first, shown) {
  const application = applicationOf(first);
  const name = jobTitle(first.job);
  const { title, where } = headline(first);
  const asked = h("p", { class: "ask" });
  const address = webAddress(first.job.url);

  /**
   * @param {"applied" | "not_applied"} outcome
   * @param {string} message
   */
  const answer = (outcome, message) => async () => {
    shown.hide(application.id);
    undoable({
      message,
      commit: () => write("resolve", { application_id: application.id, outcome, note: "answered in the popup" }),
      revert: () => shown.show(application.id),
    });
  };
  const el = h(
    "li",
    { class: "card job", data: { application: application.id } },
    h("div", { class: "head" }, title),
    where,
    asked,
    h(
      "div",
      { class: "actions" },
      button("It was sent", answer("applied", `Counts as applied: ${name}`), "primary", `${name}: it was sent`),
      button("It was not", answer("not_applied", `May be applied to again: ${name}`), "", `${name}: it was not sent`),
      address !== null &&
        h("a", { class: "button small quiet", href: address, target: "_blank", rel: "noreferrer", "aria-label": `Open posting: ${name}` }, "Open posting"),
    ),
  );
  return {
    el,
    update(row) {
      const now = applicationOf(row);
      const when = ago(now.updated_at);
      if (now.disputed) setText(asked, `A confirmation for an earlier attempt came in ${when}. Was that application sent?`);
      else setText(asked, `Submitted ${when}, but no confirmation was seen. Did it go through?`);
      assign(asked, { title: exactly(now.updated_at) });
    },
  };
}
