/**
 * What only the user may decide about a job: taking it over from its holder, how an open outcome ended, applying anew.
 * A job page may open this page, no more: what is decided is pressed here, where no page can press it.
 * The address says `#job=…&tab=…&ask=take_over|resolve|new_cycle`; the tab is the one that asked.
 */

import { call, CallError, text, write } from "../lib/ui/api.js";
import { fill, find, h } from "../lib/ui/dom.js";
import { coalesced, Live, RECONNECTED } from "../lib/ui/live.js";
import { goTo, leave } from "../lib/ui/open.js";
import { QUESTIONS } from "./questions.js";

/**
 * @typedef {import("../lib/ui/types.js").JobRow} JobRow
 * @typedef {import("../lib/ui/types.js").SentEvidence} SentEvidence
 * @typedef {import("../lib/ui/types.js").ExtState} ExtState
 * @typedef {import("./questions.js").Asked} Asked
 */

const address = new URLSearchParams(location.hash.slice(1));
const jobId = address.get("job") ?? "";
const tabId = /^\d+$/.test(address.get("tab") ?? "") ? Number(address.get("tab")) : null;
const ask = QUESTIONS.get(address.get("ask") ?? "");
const place = find("#question", HTMLElement);

let shown = "";

async function back() {
  if (tabId !== null) await goTo(tabId);
  await leave();
}

/** @param {Asked} asked */
function draw({ title, lines, subject, choices }) {
  const problem = h("p", { class: "error-text break", role: "alert" });
  const buttons = choices.map(({ label, act, kind = "", elsewhere }) => {
    const button = h("button", { type: "button", class: `button ${kind}` }, label);
    button.addEventListener("click", async () => {
      problem.textContent = "";
      button.disabled = true;
      try {
        await act();
        if (elsewhere) await leave();
        else await back();
      } catch (error) {
        problem.textContent = text(error);
        button.disabled = false;
      }
    });
    return button;
  });
  const heading = h("h1", { tabindex: "-1" }, title);
  fill(
    place,
    heading,
    subject,
    ...lines.map((line) => h("p", { class: "break" }, line)),
    problem,
    h("div", { class: "actions" }, ...buttons, h("button", { type: "button", class: choices.length > 0 ? "button quiet" : "button", on: { click: () => void back() } }, choices.length > 0 ? "Cancel" : "Go back")),
  );
  place.removeAttribute("aria-busy");
  document.title = `${title} – ApplyOnce`;
  heading.focus();
}

const refresh = coalesced(async () => {
  try {
    if (ask === undefined) throw new CallError({ message: "This page does not know what it should ask. Close it, and try again from the job's page." });
    /** @type {[JobRow, ExtState]} */
    const [row, state] = await Promise.all([call("job", { job_id: jobId }), call("ext_state")]);
    /** @type {{evidence: SentEvidence[]}} */
    const { evidence } = row.application ? await call("evidence", { application_id: row.application.id }) : { evidence: [] };
    // Only this question needs it; asking which job an address means may store a new one.
    const { similar } = address.get("ask") === "same_job" ? await write("identify", { url: row.job.url }) : { similar: [] };
    const asked = ask({ job: row.job, application: row.application, evidence, similar, session: state.session, tabId });
    // A heartbeat of the holder changes nothing that is asked: buttons stay under the pointer.
    const key = JSON.stringify([asked.title, asked.lines, asked.choices.map(({ label }) => label), row.application?.fence]);
    if (key === shown) return;
    shown = key;
    draw(asked);
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    shown = "";
    draw({ title: "This cannot be asked now", lines: [error.message], subject: null, choices: [] });
  }
}, 0);

const live = new Live();
live.on(["application", "job", "companion", RECONNECTED], refresh);
refresh();
