/** What the user answered by hand and has sent may be kept for the next form: asked once, decided on a page of its own. */

import { fill, h } from "../lib/ui/dom.js";
import { openPage } from "../lib/ui/open.js";
import { jobTitle } from "../lib/ui/status.js";
import { counted } from "../lib/ui/time.js";

/** @typedef {import("../lib/ui/types.js").AnswerOffer} AnswerOffer */

/**
 * @param {HTMLElement} place
 * @returns {(offers: AnswerOffer[]) => void}
 */
export function offersPart(place) {
  return (offers) => {
    const count = offers.reduce((sum, { answers }) => sum + answers.length, 0);
    place.hidden = count === 0;
    if (count === 0) return;
    const from = offers.length === 1 && offers[0] ? `sent to ${offers[0].job.company || jobTitle(offers[0].job)}` : `sent with ${counted(offers.length, "application")}`;
    fill(
      place,
      h("h2", { id: "offers-title" }, "To keep for the next form"),
      h(
        "div",
        { class: "card strip" },
        h("p", { class: "small muted grow break" }, h("strong", {}, counted(count, "answer")), ` of yours, ${from}`),
        h("button", { type: "button", class: "button small", on: { click: () => openPage("extension/pages/answers.html") } }, "Choose"),
      ),
    );
  };
}
