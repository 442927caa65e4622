/** What goes on now: jobs that need the user, jobs in progress, and the latest others. */

import { find, keyedList, setText } from "../lib/ui/dom.js";
import { isAsking, waitsFor } from "../lib/ui/job_rows.js";
import { lasting } from "../lib/ui/time.js";
import { askCard, parkedCard, progressCard } from "./cards.js";
import { jobRow } from "./job_row.js";

/**
 * @typedef {import("../lib/ui/types.js").ExtState} ExtState
 * @typedef {import("../lib/ui/types.js").JobRow} JobRow
 * @typedef {import("../lib/ui/job_rows.js").JobRows} JobRows
 * @typedef {import("./cards.js").Here} Here
 */

/** @returns {((rows: JobRows, state: ExtState) => void) & {tick: () => void}} */
export function nowLists() {
  /** @type {Here} */
  const here = { session: null, tab_id: null, reminder_seconds: Infinity };
  /** Answered, but still within the time for undoing it: not shown as a question. @type {Set<string>} */
  const answered = new Set();
  /** @type {(() => void) | null} */
  let again = null;

  const ask = {
    /** @param {string} applicationId */
    hide(applicationId) {
      answered.add(applicationId);
      again?.();
    },
    /** @param {string} applicationId */
    show(applicationId) {
      answered.delete(applicationId);
      again?.();
    },
  };

  const needs = keyedList(
    find("#needs-you ul", HTMLElement),
    (/** @type {JobRow} */ row) => `${row.application?.id}:${isAsking(row)}:${waitsFor(row)}:${row.application?.phase}`,
    (row) => (isAsking(row) ? askCard(row, ask) : parkedCard(row, here)),
  );
  const busy = keyedList(
    find("#in-progress ul", HTMLElement),
    (/** @type {JobRow} */ row) => `${row.application?.id}:${row.application?.phase}`,
    (row) => progressCard(row, here),
  );
  const recent = keyedList(find("#recent ul", HTMLElement), (/** @type {JobRow} */ row) => row.job.id, jobRow);

  /**
   * @param {string} id
   * @param {number} count
   */
  function section(id, count) {
    const element = find(`#${id}`, HTMLElement);
    element.hidden = count === 0;
    const badge = element.querySelector(".count");
    if (badge) setText(badge, String(count));
  }

  /**
   * @param {JobRows} rows
   * @param {ExtState} state
   */
  function draw(rows, state) {
    again = () => draw(rows, state);
    here.session = state.session;
    here.reminder_seconds = state.person_reminder_seconds ?? Infinity;
    here.tab_id = state.current_tab?.tab_id ?? null;
    const waiting = rows.needsYou().filter(({ application }) => !answered.has(application?.id ?? ""));
    const running = rows.inProgress();
    const latest = rows.recent();
    needs(waiting);
    busy(running);
    recent(latest);
    section("needs-you", waiting.length);
    section("in-progress", running.length);
    section("recent", latest.length);
    find("#nothing", HTMLElement).hidden = !rows.loaded || rows.hasAny;
  }

  draw.tick = () => {
    for (const element of document.querySelectorAll("[data-since]")) {
      setText(element, lasting(element.getAttribute("data-since")));
    }
  };
  return draw;
}
