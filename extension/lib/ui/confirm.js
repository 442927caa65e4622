/** A question asked in a native dialog: focus is trapped and given back by the browser, Escape says no. */

import { h, uniqueId } from "./dom.js";

/**
 * @param {object} question
 * @param {string} question.title
 * @param {string} question.body
 * @param {string} question.yes
 * @param {boolean} [question.danger]
 * @returns {Promise<boolean>}
 */
export function confirmed({ title, body, yes, danger = false }) {
  return new Promise((resolve) => {
    const id = uniqueId("dialog");
    /** @type {HTMLDialogElement} */
    const dialog = h(
      "dialog",
      { "aria-labelledby": id },
      h("h2", { id }, title),
      h("p", { class: "muted" }, body),
      h(
        "div",
        { class: "actions" },
        h("button", { type: "button", class: "button", on: { click: () => dialog.close("no") } }, "Cancel"),
        h(
          "button",
          { type: "button", class: danger ? "button danger" : "button primary", on: { click: () => dialog.close("yes") } },
          yes,
        ),
      ),
    );
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
