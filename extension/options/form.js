/** Controls for a draft: each writes what the user does into it, and says so. */

import { h, uniqueId } from "../lib/ui/dom.js";
import { icon } from "../lib/ui/icons.js";
import { COUNTRIES } from "./countries.js";
import { read, write } from "./paths.js";

/**
 * @typedef {import("./profile_fields.js").FieldSpec} FieldSpec
 * @typedef {import("./profile_fields.js").ListSpec} ListSpec
 * @typedef {{tree: Record<string, any>, changed: () => void}} Draft
 */

/** JSON Resume's dates: a year, a month or a day. */
const PARTIAL_DATE = "([12][0-9]{3})(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?";

/**
 * @param {string} value
 * @param {string} label
 */
function option(value, label) {
  return h("option", { value }, label);
}

/**
 * @param {FieldSpec} spec
 * @param {any} value
 */
function control({ kind = "text", example, autocomplete, choices = [] }, value) {
  const shared = { placeholder: example, autocomplete: autocomplete ?? "off" };
  if (kind === "area") return h("textarea", { class: "textarea", ...shared, value: value ?? "" });
  if (kind === "country") return h("select", { class: "select", value: value ?? "" }, option("", "Not said"), ...COUNTRIES.map(([code, name]) => option(code, name)));
  if (kind === "yes_no") {
    const chosen = typeof value === "boolean" ? String(value) : "";
    return h("select", { class: "select", value: chosen }, option("", "Not said"), option("true", "Yes"), option("false", "No"));
  }
  if (kind === "choice") return h("select", { class: "select", value: value ?? "" }, option("", "Not said"), ...choices.map((each) => option(each, each)));
  if (kind === "tags") {
    const names = Array.isArray(value) ? value.map((each) => each?.name ?? "").filter(Boolean) : [];
    return h("textarea", { class: "textarea", ...shared, value: names.join(", ") });
  }
  if (kind === "month") return h("input", { class: "input", ...shared, placeholder: "2024-03", pattern: PARTIAL_DATE, title: "A year, or year and month, such as 2024-03", value: value ?? "" });
  if (kind === "number") return h("input", { class: "input", type: "number", min: "0", step: "any", ...shared, value: value ?? "" });
  return h("input", { class: "input", type: kind, dir: kind === "text" && "auto", ...shared, value: value ?? "" });
}

/**
 * @param {FieldSpec} spec
 * @param {string} text
 * @param {any} before
 */
function parsed({ kind }, text, before) {
  if (kind === "yes_no") return text === "" ? undefined : text === "true";
  if (kind === "number") return text === "" || Number.isNaN(Number(text)) ? undefined : Number(text);
  if (kind !== "tags") return kind === "area" ? text : text.trim();
  // A skill that was there keeps its level and keywords.
  const known = new Map((Array.isArray(before) ? before : []).map((each) => [each?.name, each]));
  const names = text.split(/[,\n]/).map((name) => name.trim()).filter(Boolean);
  return names.map((name) => known.get(name) ?? { name });
}

/**
 * @param {FieldSpec} spec
 * @param {Draft} draft
 */
export function fieldOf(spec, draft) {
  const id = uniqueId("field");
  const errorId = `${id}-error`;
  const hintId = `${id}-hint`;
  const before = read(draft.tree, spec.path);
  const input = control(spec, before);
  const problem = h("p", { class: "error-text", id: errorId, hidden: true });
  input.id = id;
  input.setAttribute("aria-describedby", spec.hint ? `${hintId} ${errorId}` : errorId);
  input.dataset["path"] = spec.path;
  const judge = () => {
    input.setAttribute("aria-invalid", String(!input.validity.valid));
    problem.hidden = input.validity.valid;
    problem.textContent = input.validity.patternMismatch ? input.title : input.validationMessage;
  };
  input.addEventListener("input", () => {
    write(draft.tree, spec.path, parsed(spec, input.value, before));
    if (!problem.hidden) judge();
    draft.changed();
  });
  // Judged when the user has finished, not while they type.
  input.addEventListener("change", judge);
  return h("div", { class: `field ${spec.width ?? ""}` }, h("label", { htmlFor: id }, spec.label), input, spec.hint ? h("p", { class: "hint", id: hintId }, spec.hint) : null, problem);
}

/**
 * Entries that can be added, taken out and moved up.
 * @param {ListSpec} spec
 * @param {Draft} draft
 */
export function listOf(spec, draft) {
  const place = h("div", { class: "items" });
  const entries = () => {
    const list = read(draft.tree, spec.path);
    return Array.isArray(list) ? list : [];
  };
  /** @param {Record<string, any>[]} list */
  const store = (list) => {
    write(draft.tree, spec.path, list);
    draft.changed();
    drawAll();
  };

  /**
   * @param {Record<string, any>} entry
   * @param {number} at
   */
  function draw(entry, at) {
    const name = `${spec.one} ${at + 1}`;
    const up = h("button", { type: "button", class: "button icon", "aria-label": `Move ${name} up`, title: "Move up", on: { click: () => move(at) } }, turned());
    const remove = h("button", { type: "button", class: "button icon", "aria-label": `Remove ${name}`, title: "Remove", on: { click: () => store(entries().filter((_, other) => other !== at)) } }, icon("trash"));
    const own = { tree: entry, changed: draft.changed };
    return h(
      "fieldset",
      { class: "item", "aria-label": name },
      h("div", { class: "spread" }, h("h3", {}, name), h("span", {}, at > 0 && up, remove)),
      h("div", { class: "grid" }, ...spec.fields.map((field) => fieldOf(field, own))),
    );
  }

  function turned() {
    const svg = icon("chevron");
    svg.setAttribute("transform", "rotate(180)");
    return svg;
  }

  /** @param {number} at */
  function move(at) {
    const list = [...entries()];
    list.splice(at - 1, 0, ...list.splice(at, 1));
    store(list);
  }

  function drawAll() {
    place.replaceChildren(...entries().map(draw));
  }

  const add = () => {
    store([...entries(), {}]);
    const added = place.lastElementChild?.querySelector("input");
    added?.focus();
  };
  drawAll();
  return h("div", { class: "full" }, place, h("button", { type: "button", class: "button small add", on: { click: add } }, icon("plus"), `Add ${spec.one.toLowerCase()}`));
}

/**
 * @param {string} label
 * @param {string} hint
 * @param {boolean} on
 * @param {(on: boolean) => void} turned
 */
export function switchLine(label, hint, on, turned) {
  const id = uniqueId("switch");
  /** @type {HTMLInputElement} */
  const input = h("input", { type: "checkbox", role: "switch", id, checked: on, "aria-describedby": `${id}-hint`, on: { change: () => turned(input.checked) } });
  return h(
    "div",
    { class: "switch-line" },
    h("div", { class: "text" }, h("label", { htmlFor: id }, label), h("p", { class: "hint", id: `${id}-hint` }, hint)),
    h("span", { class: "switch" }, input, h("span")),
  );
}
