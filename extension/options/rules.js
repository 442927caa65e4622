/** How auto-apply works: saved as soon as something is changed, so that what is seen is what holds. */

import { call, text, write } from "../lib/ui/api.js";
import { confirmed } from "../lib/ui/confirm.js";
import { fill, h, setText, uniqueId } from "../lib/ui/dom.js";
import { BOARDS, boardName } from "../lib/ui/status.js";
import { switchLine } from "./form.js";
import { queuePanel } from "./queue.js";
import { loader, sectionFrame } from "./section.js";

/**
 * @typedef {import("../lib/ui/types.js").Settings} Settings
 * @typedef {import("../lib/ui/types.js").BoardPolicy} BoardPolicy
 * @typedef {(change: (settings: Settings) => void) => Promise<void>} Change
 */

/** @type {[BoardPolicy, string, string][]} */
const POLICIES = [
  ["fill_only", "Fill only", "The form is filled and left open. You send it."],
  ["ask_before_submit", "Ask before it is sent", "The form is filled and checked, then it waits for your word."],
  ["submit", "Send by itself", "Sent without asking, once every field reads back right. Captchas and log-ins still wait for you."],
];

/**
 * @param {object} spec
 * @param {string} spec.label
 * @param {string} spec.hint
 * @param {string} spec.unit
 * @param {number} spec.min
 * @param {number} spec.max
 * @param {number} spec.value
 * @param {(value: number) => void} spec.changed
 */
function numberField({ label, hint, unit, min, max, value, changed }) {
  const id = uniqueId("number");
  const problem = h("p", { class: "error-text", id: `${id}-error` });
  const input = h("input", { class: "input", id, type: "number", min, max, step: 1, required: true, value, "aria-describedby": `${id}-hint ${id}-error` });
  input.addEventListener("change", () => {
    const isRight = input.validity.valid;
    input.setAttribute("aria-invalid", String(!isRight));
    setText(problem, isRight ? "" : `A whole number from ${min} to ${max.toLocaleString()}.`);
    if (isRight) changed(input.valueAsNumber);
  });
  return h("div", { class: "field third" }, h("label", { htmlFor: id }, label), h("div", { class: "unit" }, input, h("span", { class: "muted" }, unit)), h("p", { class: "hint", id: `${id}-hint` }, hint), problem);
}

/**
 * @param {Settings} settings
 * @param {Change} change
 */
function pace({ auto_apply: policy }, change) {
  return h(
    "div",
    { class: "card panel", role: "group", "aria-label": "Pace" },
    h("h2", {}, "Pace"),
    h("p", { class: "hint" }, "Boards are people's work too. These limits hold for auto-apply, never for what you do yourself."),
    h(
      "div",
      { class: "grid" },
      numberField({ label: "At the same time", hint: "Jobs that wait for you do not count.", unit: "jobs", min: 1, max: 10, value: policy.concurrency, changed: (value) => void change((settings) => { settings.auto_apply.concurrency = value; }) }),
      numberField({ label: "Between two at one host", hint: "At the least.", unit: "seconds", min: 0, max: 86_400, value: Math.round(policy.min_interval_seconds), changed: (value) => void change((settings) => { settings.auto_apply.min_interval_seconds = value; }) }),
      numberField({ label: "In one day", hint: "At the most; 0 means none.", unit: "jobs", min: 0, max: 1000, value: policy.daily_cap, changed: (value) => void change((settings) => { settings.auto_apply.daily_cap = value; }) }),
    ),
    quietHours(policy.quiet_hours, change),
  );
}

/**
 * @param {{start: string, end: string} | null} hours
 * @param {Change} change
 */
function quietHours(hours, change) {
  const start = h("input", { class: "input narrow", type: "time", required: true, value: hours?.start ?? "22:00", "aria-label": "Quiet from" });
  const end = h("input", { class: "input narrow", type: "time", required: true, value: hours?.end ?? "07:00", "aria-label": "Quiet until" });
  const times = h("div", { class: "unit times", hidden: hours === null }, "from", start, "until", end, h("span", { class: "muted" }, "your local time"));
  const store = () => {
    if (!start.value || !end.value) return;
    void change((settings) => { settings.auto_apply.quiet_hours = { start: start.value, end: end.value }; });
  };
  start.addEventListener("change", store);
  end.addEventListener("change", store);
  const line = switchLine("Quiet hours", "Nothing is started in them.", hours !== null, (on) => {
    times.hidden = !on;
    if (on) store();
    else void change((settings) => { settings.auto_apply.quiet_hours = null; });
  });
  return h("div", { class: "below" }, line, times);
}

/** @returns {Promise<boolean>} */
function sureToSend(/** @type {string} */ where) {
  return confirmed({
    title: `Send by itself ${where}?`,
    body: "Applications then go out in your name without your look at them. A form with a required question that has no certain answer is still left for you.",
    yes: "Let it send",
  });
}

/**
 * @param {Settings} settings
 * @param {Change} change
 * @param {() => void} redraw
 */
function submitting({ auto_apply: policy }, change, redraw) {
  const group = uniqueId("policy");
  const choices = POLICIES.map(([value, label, hint]) => {
    const input = h("input", { type: "radio", name: group, value, checked: policy.default_board_policy === value });
    input.addEventListener("change", async () => {
      if (value === "submit" && !(await sureToSend("on every board"))) redraw();
      else await change((settings) => { settings.auto_apply.default_board_policy = value; });
    });
    return h("label", { class: "choice" }, input, h("span", {}, h("strong", {}, label), h("span", { class: "hint" }, hint)));
  });
  const names = [...new Set([...Object.keys(BOARDS), ...Object.keys(policy.boards)])];
  const exceptions = names.map((board) => {
    const id = uniqueId("board");
    const select = h(
      "select",
      { class: "select", id, value: policy.boards[board] ?? "" },
      h("option", { value: "" }, "As above"),
      ...POLICIES.map(([value, label]) => h("option", { value }, label)),
    );
    select.addEventListener("change", async () => {
      const value = /** @type {BoardPolicy | ""} */ (select.value);
      if (value === "submit" && !(await sureToSend(`on ${boardName(board)}`))) {
        redraw();
        return;
      }
      await change((settings) => {
        if (value === "") delete settings.auto_apply.boards[board];
        else settings.auto_apply.boards[board] = value;
      });
    });
    return h("div", { class: "field third" }, h("label", { htmlFor: id }, boardName(board)), select);
  });
  return h(
    "div",
    { class: "card panel", role: "group", "aria-label": "Sending" },
    h("h2", {}, "Sending"),
    h("p", { class: "hint" }, "What auto-apply does when a form is filled."),
    ...choices,
    h("h3", { class: "below" }, "Otherwise on these boards"),
    h("div", { class: "grid close" }, ...exceptions),
  );
}

/**
 * @param {Settings} settings
 * @param {Change} change
 */
function filling(settings, change) {
  const previewId = uniqueId("preview");
  const preview = h(
    "select",
    { class: "select", id: previewId, value: settings.preview },
    h("option", { value: "new_boards" }, "The first time on each board"),
    h("option", { value: "always" }, "Always"),
    h("option", { value: "never" }, "Never"),
  );
  preview.addEventListener("change", () => void change((now) => { now.preview = /** @type {Settings["preview"]} */ (preview.value); }));
  return h(
    "div",
    { class: "card panel", role: "group", "aria-label": "Filling" },
    h("h2", {}, "Filling"),
    h("p", { class: "hint" }, "When you press Apply yourself. What auto-apply has filled you see on its page, before it is sent."),
    h(
      "div",
      { class: "grid" },
      h("div", { class: "field" }, h("label", { htmlFor: previewId }, "Show what will be filled in, beforehand"), preview),
    ),
  );
}

/**
 * @param {import("../lib/ui/live.js").Live} live
 * @returns {import("./options.js").Section}
 */
export function rulesSection(live) {
  const state = h("p", { class: "muted small", role: "status" });
  const { el, body, problem } = sectionFrame("rules", "Auto-apply", "It takes jobs from its queue one after another, opens each in a tab, and fills it as if you had pressed Apply there.", state);
  const queue = queuePanel(live);
  const form = h("div");
  fill(body, queue.el, form);

  /** @type {Settings | null} */
  let settings = null;
  /** Saves go out one after another: two at once could arrive the wrong way round. @type {Promise<void>} */
  let saving = Promise.resolve();

  /** @type {Change} */
  function change(apply) {
    if (settings === null) return Promise.resolve();
    apply(settings);
    const whole = structuredClone(settings);
    saving = saving.then(async () => {
      setText(state, "Saving…");
      try {
        await write("save_settings", { settings: whole });
        setText(state, "All changes saved");
      } catch (error) {
        setText(state, text(error));
        refresh(true);
      }
    });
    return saving;
  }

  function draw() {
    if (settings === null) return;
    fill(form, submitting(settings, change, draw), pace(settings, change), filling(settings, change));
  }

  let isForced = false;
  const load = loader(problem, async () => {
    const { settings: now } = await call("settings");
    if (!isForced && JSON.stringify(now) === JSON.stringify(settings)) return;
    isForced = false;
    settings = now;
    draw();
  });
  const refresh = (/** @type {boolean} */ force = false) => {
    isForced ||= force;
    load();
  };
  live.on("settings", () => refresh());
  return {
    el,
    refresh: () => {
      refresh();
      queue.refresh();
    },
  };
}
