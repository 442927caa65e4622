/** What would go into the form, with where each value comes from: only what stays ticked is filled. */

import { call, CallError, text } from "../lib/ui/api.js";
import { fill, find, h, setText } from "../lib/ui/dom.js";
import { coalesced, Live, RECONNECTED } from "../lib/ui/live.js";
import { goTo, leave } from "../lib/ui/open.js";
import { counted } from "../lib/ui/time.js";

/**
 * @typedef {import("../lib/ui/types.js").Preview} Preview
 * @typedef {Preview["values"][number]} PlannedValue
 */

const applicationId = location.hash.slice(1);
const form = find("#plan", HTMLFormElement);

/** @type {Record<PlannedValue["source"], string>} */
const SOURCES = { profile: "Your profile", answer: "Your answer", document: "Your documents", draft: "Yours" };

/** @param {PlannedValue["value"]} value */
function shownValue(value) {
  if (typeof value === "string") return value;
  return Array.isArray(value) ? value.join(", ") : value.name;
}

/** Why an answer of the user's own fits names it as such by itself. @param {PlannedValue} value */
function origin({ source, why }) {
  return source === "answer" ? sentence(why) : `${SOURCES[source]} · ${why}`;
}

/** Reasons come as half sentences. @param {string} why */
function sentence(why) {
  return why.charAt(0).toUpperCase() + why.slice(1);
}

/** @param {Preview} preview */
function draw({ host, tab_id: tabId, fields, values, unanswered, is_more: isMore }) {
  const names = new Map(fields.map(({ id, label }) => [id, label || "A field without a label"]));
  const problem = h("p", { class: "error-text", role: "alert" });
  const submit = h("button", { type: "submit", class: "button primary" });
  const boxes = values.map(({ id }) => h("input", { type: "checkbox", checked: true, value: id }));
  const count = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    setText(submit, ticked === 0 ? "Fill nothing" : `Fill ${counted(ticked, "field")}`);
  };
  /** @param {boolean} go */
  const decide = async (go) => {
    submit.disabled = true;
    isDecided = true;
    try {
      await call("ext_preview_done", { application_id: applicationId, go, ids: boxes.filter((box) => box.checked).map((box) => box.value) });
      await goTo(tabId);
      await leave();
    } catch (error) {
      isDecided = false;
      setText(problem, text(error));
      submit.disabled = false;
    }
  };
  const where = isMore ? `The page on ${host} has added them since.` : `On ${host}.`;
  const heading = h("h1", { tabindex: "-1" }, isMore ? "More fields have appeared" : "This will be filled in");
  fill(
    form,
    heading,
    h("p", { class: "muted" }, `${where} Nothing is sent by this: you submit the form yourself.`),
    h(
      "ul",
      { class: "planned" },
      ...values.map((value, at) =>
        h("li", {}, h("label", {}, boxes[at], h("span", { class: "break", dir: "auto" }, names.get(value.id)), h("span", { class: "value break", dir: "auto" }, shownValue(value.value)), h("span", { class: "why muted small break" }, origin(value)))),
      ),
    ),
    unanswered.length > 0 && h("h2", {}, `Left for you (${unanswered.length})`),
    h("ul", { class: "left" }, ...unanswered.map(({ id, why, required }) => h("li", {}, h("p", { class: "break", dir: "auto" }, names.get(id), required && h("span", { class: "muted" }, " (required)")), h("p", { class: "muted small break" }, sentence(why))))),
    h("div", { class: "foot" }, submit, h("button", { type: "button", class: "button", on: { click: () => void decide(false) } }, "Do not fill"), problem),
  );
  form.onchange = count;
  form.onsubmit = (event) => {
    event.preventDefault();
    void decide(true);
  };
  count();
  form.removeAttribute("aria-busy");
  heading.focus();
}

/** @type {string | null} */
let shown = null;
let isDecided = false;

const refresh = coalesced(async () => {
  if (isDecided) return;
  try {
    const preview = await call("ext_preview_shown", { application_id: applicationId });
    // What the user has unticked stays so while nothing else is shown.
    if (JSON.stringify(preview) !== shown) draw(preview);
    shown = JSON.stringify(preview);
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    shown = null;
    fill(form, h("h1", {}, "There is nothing to look at"), h("p", { class: "muted break" }, error.message), h("div", { class: "foot" }, h("button", { type: "button", class: "button", on: { click: () => void leave() } }, "Close")));
    form.removeAttribute("aria-busy");
  }
}, 0);

const live = new Live();
live.on(["preview", RECONNECTED], refresh);
refresh();
