/** All jobs: where each stands, what was sent, and what came of it. */

import { call, CallError, text, write } from "../lib/ui/api.js";
import { fill, h, keyedList, setText } from "../lib/ui/dom.js";
import { icon } from "../lib/ui/icons.js";
import { coalesced } from "../lib/ui/live.js";
import { jobLine, jobTitle, OUTCOMES, standing, STATUS_NAMES, statusLabel, statusTone } from "../lib/ui/status.js";
import { counted } from "../lib/ui/time.js";
import { busy, say } from "../lib/ui/undo.js";
import { allRecords, asCsv, asJson, saveFile } from "./export.js";
import { jobDetail } from "./history_detail.js";
import { emptyState, loader, sectionFrame } from "./section.js";

/** @typedef {import("../lib/ui/types.js").JobRow} JobRow */

const PAGE = 50;

/**
 * @param {JobRow} first
 * @returns {import("../lib/ui/dom.js").Row<JobRow>}
 */
function historyRow(first) {
  let current = first;
  const title = h("span", { class: "title clip", dir: "auto" });
  const line = h("span", { class: "muted small clip", dir: "auto" });
  const chip = h("span", { class: "chip" });
  const name = jobTitle(first.job);
  const status = h("select", { class: "select narrow", "aria-label": `Status of ${name}` }, ...OUTCOMES.map((outcome) => h("option", { value: outcome }, statusLabel(outcome))));
  const detail = h("div", { class: "detail", id: `detail-${first.job.id}`, hidden: true });
  const toggle = h("button", { type: "button", class: "main", "aria-expanded": "false", "aria-controls": detail.id }, icon("chevron"), h("span", { class: "text" }, title, line));
  const draw = coalesced(() => jobDetail(detail, current), 0);

  toggle.addEventListener("click", () => {
    detail.hidden = !detail.hidden;
    toggle.setAttribute("aria-expanded", String(!detail.hidden));
    if (!detail.hidden) draw();
  });
  status.addEventListener("change", async () => {
    try {
      await write("set_status", { job_id: current.job.id, status: status.value });
    } catch (error) {
      status.value = current.application?.status_name ?? "";
      say(text(error), "bad");
    }
  });
  return {
    el: h("li", { class: "card job-row", data: { job: first.job.id } }, h("div", { class: "line" }, toggle, chip, status), detail),
    update(row) {
      const changed = JSON.stringify(row) !== JSON.stringify(current);
      current = row;
      const where = row.application?.status_name ?? "pending";
      const isSent = OUTCOMES.includes(where);
      setText(title, jobTitle(row.job));
      setText(line, [jobLine(row.job), standing(row.application, row.job.first_seen)].filter(Boolean).join(" · "));
      toggle.title = [title.textContent, line.textContent].join("\n");
      setText(chip, statusLabel(where));
      chip.dataset["tone"] = statusTone(where);
      chip.hidden = isSent;
      status.hidden = !isSent;
      if (isSent && document.activeElement !== status) status.value = where;
      status.dataset["tone"] = statusTone(where);
      if (changed && !detail.hidden) draw();
    },
  };
}

/**
 * @param {import("../lib/ui/live.js").Live} live
 * @returns {import("./options.js").Section}
 */
export function historySection(live) {
  const csv = h("button", { type: "button", class: "button" }, "Export CSV");
  const json = h("button", { type: "button", class: "button" }, "Export JSON");
  const { el, body, problem } = sectionFrame("history", "History", "Every job you have seen or applied to, and what proved that it was sent. Set here what came of it.", csv, json);
  el.classList.add("wide");
  const search = h("input", { class: "input", type: "search", placeholder: "Search title, company, place", "aria-label": "Search jobs" });
  const filter = h("select", { class: "select narrow", "aria-label": "Show only this status" }, h("option", { value: "" }, "All statuses"), ...STATUS_NAMES.map((name) => h("option", { value: name }, statusLabel(name))));
  const count = h("p", { class: "muted small", role: "status" });
  const list = h("ul", { class: "history", "aria-label": "Jobs" });
  const more = h("button", { type: "button", class: "button", hidden: true }, "Show more");
  const nothing = h("div");
  const show = keyedList(list, (/** @type {JobRow} */ { job }) => job.id, historyRow);
  fill(body, h("div", { class: "toolbar" }, search, filter, count), list, nothing, more);

  let wanted = PAGE;
  /** A job that the address names is shown whatever the filters say. @type {string | null} */
  let named = null;

  async function load() {
    const params = { ...(search.value.trim() ? { q: search.value.trim() } : {}), ...(filter.value ? { status: filter.value } : {}) };
    /** @type {JobRow[]} */
    const items = [];
    let cursor = null;
    do {
      /** @type {{items: JobRow[], next: string | null}} */
      const page = await call("jobs", { ...params, limit: Math.min(wanted - items.length, 200), ...(cursor ? { cursor } : {}) });
      items.push(...page.items);
      cursor = page.next;
    } while (cursor !== null && items.length < wanted);
    if (named !== null && !items.some(({ job }) => job.id === named)) {
      try {
        const { job, application } = await call("job", { job_id: named });
        items.unshift({ job, application });
      } catch (error) {
        if (!(error instanceof CallError) || error.code !== "not_found") throw error;
        named = null; // the others are shown all the same
      }
    }
    show(items);
    more.hidden = cursor === null;
    setText(count, `${counted(items.length, "job")}${cursor === null ? "" : ", and more"}`);
    const isFiltered = search.value.trim() !== "" || filter.value !== "";
    fill(
      nothing,
      items.length === 0 &&
        (isFiltered
          ? emptyState("Nothing fits", "Fewer words or another status may.")
          : emptyState("No jobs yet", "Open a posting on a job board: from then on it is listed here, with what you did about it. What you sent is kept word for word, so that you can read it again before an interview.")),
    );
  }

  const refresh = loader(problem, load);
  const typed = coalesced(async () => refresh(), 120);
  const restart = () => {
    wanted = PAGE;
    named = null;
    typed();
  };
  search.addEventListener("input", restart);
  filter.addEventListener("change", restart);
  more.addEventListener("click", () => {
    wanted += PAGE;
    refresh();
  });

  const stamp = () => new Date().toISOString().slice(0, 10);
  csv.addEventListener("click", () => void busy(csv, async () => saveFile(`applyonce-${stamp()}.csv`, "text/csv", asCsv(await allRecords()))));
  json.addEventListener("click", () => void busy(json, async () => saveFile(`applyonce-${stamp()}.json`, "application/json", asJson(await allRecords()))));

  // How far a form is filled comes several times a second, and is not shown here.
  live.on(["application", "job"], (data) => {
    if (data?.kind !== "progress") refresh();
  });
  live.on("refused", refresh);
  return {
    el,
    refresh,
    show(jobId) {
      named = jobId;
      void load().then(() => {
        const toggle = list.querySelector(`[data-job="${CSS.escape(jobId)}"] .main`);
        if (!(toggle instanceof HTMLElement)) {
          say("This job is not in the history.", "bad");
          return;
        }
        if (toggle.getAttribute("aria-expanded") === "false") toggle.click();
        toggle.focus();
        toggle.scrollIntoView({ block: "start" });
      }, (error) => say(text(error), "bad"));
    },
  };
}
