/** Auto-apply in one strip: whether it runs, what it waits for, how much is queued. */

import { write } from "../lib/ui/api.js";
import { fill, h } from "../lib/ui/dom.js";
import { counted } from "../lib/ui/time.js";
import { openPage } from "../lib/ui/open.js";
import { say } from "../lib/ui/undo.js";

/** @typedef {import("../lib/ui/types.js").AutoApply} AutoApply */

/** @param {AutoApply} auto */
function figures(auto) {
  const queued = auto.queue.filter(({ state }) => state === "queued").length;
  const parts = [];
  if (queued > 0) parts.push(`${queued} queued`);
  if (auto.sent_today > 0) parts.push(`${auto.sent_today} sent today`);
  return parts.join(" · ");
}

/** @param {AutoApply} auto */
function line(auto) {
  const running = auto.queue.filter(({ state }) => state === "running").length;
  if (auto.state === "stopped") return auto.waiting_for ? `Stopped by ${auto.waiting_for}` : "Off: you apply yourself";
  const waiting = auto.waiting_for || "waiting for jobs";
  return running > 0 ? `Applying to ${counted(running, "job")}` : waiting.charAt(0).toUpperCase() + waiting.slice(1);
}

/**
 * @param {HTMLElement} place
 * @param {() => void} refresh
 * @returns {(auto: AutoApply | null, problem?: string) => void}
 */
export function autoApplyStrip(place, refresh) {
  const status = h("p", { class: "muted small clip", role: "status", id: "auto-apply-line" });
  const counts = h("span", { class: "muted small counts" });
  const toggle = h("input", { type: "checkbox", role: "switch", "aria-label": "Auto-apply", "aria-describedby": "auto-apply-line" });
  const rules = h("button", { type: "button", class: "button small quiet", on: { click: () => openPage("extension/options/options.html#rules") } }, "Rules");
  fill(
    place,
    h("div", { class: "grow" }, h("h2", {}, "Auto-apply"), counts, status),
    rules,
    h("label", { class: "switch" }, toggle, h("span")),
  );

  toggle.addEventListener("change", async () => {
    toggle.disabled = true;
    try {
      if (toggle.checked) await write("auto_apply_start", {});
      else await write("auto_apply_stop", {});
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), "bad");
    } finally {
      toggle.disabled = false;
      refresh();
    }
  });

  return (auto, problem) => {
    place.hidden = auto === null && problem === undefined;
    toggle.disabled = auto === null;
    toggle.checked = auto?.state === "running";
    status.textContent = auto === null ? (problem ?? "") : line(auto);
    counts.textContent = auto === null ? "" : figures(auto);
    status.title = status.textContent;
  };
}
