/** Search through all jobs: by words and by status, reachable by keyboard alone. */

import { call, CallError, text } from "../lib/ui/api.js";
import { fill, find, h, keyedList, setText } from "../lib/ui/dom.js";
import { coalesced } from "../lib/ui/live.js";
import { STATUS_NAMES, statusLabel } from "../lib/ui/status.js";
import { counted } from "../lib/ui/time.js";
import { jobRow } from "./job_row.js";

/** @typedef {import("../lib/ui/types.js").JobRow} JobRow */

const TYPING_MS = 120;
const PAGE = 30;

/** @returns {{refresh: () => void, setAvailable: (yes: boolean) => void}} */
export function searchView() {
  const now = find("#now", HTMLElement);
  const found = find("#found", HTMLElement);
  const query = find("#query", HTMLInputElement);
  const more = find("#found-more", HTMLButtonElement);
  const empty = find("#found-empty", HTMLElement);
  const list = find("#found .rows", HTMLElement);
  const show = keyedList(list, (/** @type {JobRow} */ row) => row.job.id, jobRow);

  /** @type {string | null} */
  let status = null;
  let wanted = PAGE;

  const filters = [null, ...STATUS_NAMES].map((name) =>
    h(
      "button",
      { type: "button", class: "filter", "aria-pressed": String(name === null), on: { click: () => choose(name) } },
      name === null ? "All" : statusLabel(name),
    ),
  );
  fill(find("#found .filters", HTMLElement), ...filters);

  const search = coalesced(async () => {
    if (found.hidden) return;
    try {
      const page = await call("jobs", {
        limit: wanted,
        ...(query.value.trim() === "" ? {} : { q: query.value.trim() }),
        ...(status === null ? {} : { status }),
      });
      present(page.items, page.next !== null);
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      show([]);
      more.hidden = true;
      setEmpty("The list could not be had", text(error));
    }
  }, TYPING_MS);

  /**
   * @param {JobRow[]} items
   * @param {boolean} hasMore
   */
  function present(items, hasMore) {
    show(items);
    more.hidden = !hasMore;
    setText(find("#found-summary", HTMLElement), `${counted(items.length, "job")}${hasMore ? " shown, there are more" : ""}`);
    empty.hidden = items.length > 0;
    if (items.length > 0) return;
    if (query.value.trim() !== "") setEmpty(`No job has “${query.value.trim()}”`, "Words of the title, the company, the place and the address are looked through.");
    else if (status !== null) setEmpty("None with this status", "Choose All to see every job.");
    else setEmpty("No jobs yet", "Each posting that you open on a board ApplyOnce knows is listed here.");
  }

  /**
   * @param {string} headline
   * @param {string} hint
   */
  function setEmpty(headline, hint) {
    fill(empty, h("strong", {}, headline), hint);
    empty.hidden = false;
  }

  /** @param {string | null} name */
  function choose(name) {
    status = name;
    wanted = PAGE;
    filters.forEach((button, at) => button.setAttribute("aria-pressed", String((at === 0 ? null : STATUS_NAMES[at - 1]) === name)));
    search();
  }

  function open() {
    if (!found.hidden) return;
    found.hidden = false;
    now.hidden = true;
    search();
  }

  function close() {
    query.value = "";
    choose(null);
    found.hidden = true;
    now.hidden = false;
    now.focus();
  }

  query.addEventListener("focus", open);
  query.addEventListener("input", () => {
    wanted = PAGE;
    open();
    search();
  });
  more.addEventListener("click", () => {
    wanted = Math.min(wanted + PAGE, 200);
    search();
  });

  document.addEventListener("keydown", (event) => {
    if (found.hidden) return;
    if (event.key === "Escape") {
      // Without this, the browser closes the whole popup.
      event.preventDefault();
      close();
      return;
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = /** @type {HTMLElement[]} */ ([query, ...list.querySelectorAll(".main")]);
    const at = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    if (at < 0) return;
    event.preventDefault();
    stops[Math.max(0, Math.min(stops.length - 1, at + (event.key === "ArrowDown" ? 1 : -1)))]?.focus();
  });

  return {
    refresh: search,
    setAvailable(yes) {
      query.disabled = !yes;
      if (!yes && !found.hidden) close();
    },
  };
}
