/** The two parts of the profile that are no plain list of fields: permission to work by country, and what needs consent. */

import { h } from "../lib/ui/dom.js";
import { icon } from "../lib/ui/icons.js";
import { COUNTRIES, countryName } from "./countries.js";
import { fieldOf, switchLine } from "./form.js";
import { read, write } from "./paths.js";
import { CONSENTS } from "./profile_fields.js";

/** @typedef {import("./form.js").Draft} Draft */

const AUTHORIZED = "meta.applyonce.work_authorization";
const SPONSORSHIP = "meta.applyonce.needs_sponsorship";

/** @param {Draft} draft */
export function permits(draft) {
  const body = h("tbody");
  const table = h(
    "table",
    { class: "countries" },
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Country"), h("th", { scope: "col" }, "May you work there?"), h("th", { scope: "col" }, "Would you need sponsorship?"), h("th", {}, h("span", { class: "visually-hidden" }, "Remove")))),
    body,
  );
  const add = h("select", { class: "select narrow", "aria-label": "Add a country" });

  /**
   * @param {string} path
   * @param {string} code
   * @param {string} label
   */
  function yesNo(path, code, label) {
    const value = read(draft.tree, path)?.[code];
    const select = h(
      "select",
      { class: "select", "aria-label": label, value: typeof value === "boolean" ? String(value) : "" },
      h("option", { value: "" }, "Not said"),
      h("option", { value: "true" }, "Yes"),
      h("option", { value: "false" }, "No"),
    );
    select.addEventListener("change", () => {
      write(draft.tree, `${path}.${code}`, select.value === "" ? undefined : select.value === "true");
      draft.changed();
    });
    return select;
  }

  const listed = new Set([...Object.keys(read(draft.tree, AUTHORIZED) ?? {}), ...Object.keys(read(draft.tree, SPONSORSHIP) ?? {})]);

  function draw() {
    const rows = [...listed].map((code) => {
      const name = countryName(code);
      const remove = () => {
        listed.delete(code);
        write(draft.tree, `${AUTHORIZED}.${code}`, undefined);
        write(draft.tree, `${SPONSORSHIP}.${code}`, undefined);
        draft.changed();
        draw();
        add.focus();
      };
      return h(
        "tr",
        {},
        h("td", {}, name),
        h("td", {}, yesNo(AUTHORIZED, code, `May you work in ${name}?`)),
        h("td", {}, yesNo(SPONSORSHIP, code, `Would you need sponsorship in ${name}?`)),
        h("td", {}, h("button", { type: "button", class: "button icon", "aria-label": `Remove ${name}`, title: "Remove", on: { click: remove } }, icon("trash"))),
      );
    });
    body.replaceChildren(...rows);
    table.hidden = rows.length === 0;
    const others = COUNTRIES.filter(([code]) => !listed.has(code));
    add.replaceChildren(h("option", { value: "" }, "Add a country…"), ...others.map(([code, name]) => h("option", { value: code }, name)));
  }

  add.addEventListener("change", () => {
    if (add.value === "") return;
    listed.add(add.value);
    draw();
    body.lastElementChild?.querySelector("select")?.focus();
  });
  draw();
  return h("div", {}, table, h("div", { class: "add" }, add));
}

/** @param {Draft} draft */
export function sensitive(draft) {
  const parts = CONSENTS.map(({ consent, label, hint, fields }) => {
    const isOn = read(draft.tree, consent) === true;
    // What was entered before stays in the profile while the switch is off; it is only not shown.
    const inner = h("div", { class: "grid below", hidden: !isOn }, ...fields.map((field) => fieldOf(field, draft)));
    const turned = (/** @type {boolean} */ on) => {
      write(draft.tree, consent, on);
      inner.hidden = !on;
      draft.changed();
    };
    const line = switchLine(label, hint, isOn, turned);
    return h("div", { class: "item" }, line, fields.length > 0 && inner);
  });
  return h("div", { class: "items" }, ...parts);
}
