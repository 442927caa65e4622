/** What auto-apply works on, will work on, or waits for the user with. */

import { call, text, write } from "../lib/ui/api.js";
import { fill, h, keyedList, setText } from "../lib/ui/dom.js";
import { icon } from "../lib/ui/icons.js";
import { jobLine, jobTitle } from "../lib/ui/status.js";
import { counted, upcoming } from "../lib/ui/time.js";
import { busy, say } from "../lib/ui/undo.js";
import { loader } from "./section.js";

/**
 * @typedef {import("../lib/ui/types.js").AutoApply} AutoApply
 * @typedef {import("../lib/ui/types.js").QueueItem} QueueItem
 */

/** @type {Record<QueueItem["state"], {label: string, tone: string}>} */
const STATES = {
  queued: { label: "Queued", tone: "" },
  running: { label: "Applying", tone: "busy" },
  waiting_for_user: { label: "Needs you", tone: "warn" },
};

/**
 * @param {QueueItem} first
 * @returns {import("../lib/ui/dom.js").Row<QueueItem>}
 */
function queueRow(first) {
  const title = h("span", { class: "title clip" }, jobTitle(first.job));
  const line = h("span", { class: "muted small clip" });
  const chip = h("span", { class: "chip" });
  const remove = h("button", { type: "button", class: "button icon", "aria-label": `Take ${jobTitle(first.job)} out of the queue`, title: "Take out" }, icon("close"));
  remove.addEventListener("click", () => void busy(remove, () => write("auto_apply_dequeue", { job_id: first.job.id })));
  return {
    el: h("li", { data: { job: first.job.id } }, h("span", { class: "text" }, title, line), chip, remove),
    update({ job, state, why, not_before: notBefore }) {
      const when = notBefore && Date.parse(notBefore) > Date.now() ? `not before ${upcoming(notBefore)}` : "";
      setText(line, [jobLine(job), why, when].filter(Boolean).join(" · "));
      setText(chip, STATES[state].label);
      chip.dataset["tone"] = STATES[state].tone;
      remove.hidden = state === "running";
    },
  };
}

/** @param {string} lines */
function addressesIn(lines) {
  return lines.split(/\s+/).filter(Boolean);
}

/** @param {import("../lib/ui/live.js").Live} live */
export function queuePanel(live) {
  const status = h("p", { class: "hint", role: "status" });
  const toggle = h("button", { type: "button", class: "button" });
  const list = h("ul", { class: "queue", "aria-label": "Queue" });
  const show = keyedList(list, (/** @type {QueueItem} */ { job }) => job.id, queueRow);
  const urls = h("textarea", { class: "textarea short", rows: "1", placeholder: "Addresses of postings, one a line", "aria-label": "Addresses of postings to queue" });
  const add = h("button", { type: "submit", class: "button" }, "Queue them");
  const form = h("form", { class: "unit queue-add" }, urls, add);
  const problem = h("div");
  const el = h("div", { class: "card panel", role: "group", "aria-label": "Queue" }, h("div", { class: "spread" }, h("div", {}, h("h2", {}, "Queue"), status), toggle), problem, list, form);

  /** @type {AutoApply | null} */
  let auto = null;

  function draw() {
    if (auto === null) return;
    const runs = auto.state === "running";
    setText(toggle, runs ? "Stop" : "Start");
    toggle.className = runs ? "button" : "button primary";
    const stopped = auto.waiting_for ? `Stopped by ${auto.waiting_for}` : "Stopped";
    const doing = runs ? auto.waiting_for || "Running" : stopped;
    setText(status, `${doing} · ${counted(auto.queue.length, "job")} · ${auto.sent_today} of ${auto.policy.daily_cap} sent today`);
    show(auto.queue);
  }

  toggle.addEventListener("click", () =>
    void busy(toggle, async () => {
      auto = await write(auto?.state === "running" ? "auto_apply_stop" : "auto_apply_start");
      draw();
    }),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const addresses = addressesIn(urls.value);
    const wrong = addresses.find((address) => !/^https?:\/\//i.test(address));
    if (wrong !== undefined) {
      say(`“${wrong.slice(0, 80)}” is no web address. It begins with https://.`, "bad");
      return;
    }
    if (addresses.length === 0) {
      urls.focus();
      return;
    }
    try {
      auto = await write("auto_apply_queue", { urls: addresses });
      urls.value = "";
      draw();
    } catch (error) {
      say(text(error), "bad");
    }
  });

  const refresh = loader(problem, async () => {
    auto = await call("auto_apply");
    draw();
  });
  live.on(["auto_apply", "settings"], refresh);
  live.on("application", (data) => {
    if (data?.kind !== "progress") refresh();
  });
  fill(list);
  return { el, refresh };
}
