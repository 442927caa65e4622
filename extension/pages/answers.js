/**
 * What the user answered by hand in forms that were sent: which of it is kept for the next ones. Asked once, and undone by
 * one press.
 */

import { call, CallError, text, write } from "../lib/ui/api.js";
import { fill, find, h, setText } from "../lib/ui/dom.js";
import { leave, openPage } from "../lib/ui/open.js";
import { jobTitle } from "../lib/ui/status.js";
import { counted } from "../lib/ui/time.js";

/**
 * @typedef {import("../lib/ui/types.js").AnswerOffer} AnswerOffer
 * @typedef {import("../lib/ui/types.js").OfferedAnswer} OfferedAnswer
 * @typedef {import("../lib/ui/types.js").KeptAnswer} KeptAnswer
 */

const form = find("#offers", HTMLFormElement);
/** What a press on the main button does now. */
let submitted = () => {};
form.addEventListener("submit", (event) => {
  event.preventDefault();
  submitted();
});

/** @param {OfferedAnswer} offered */
function note({ filled, before }) {
  if (before !== null) return `Takes the place of “${before}”`;
  if (filled !== "") return `“${filled}” had been filled in, and you changed it`;
  return "";
}

/** @param {OfferedAnswer} offered */
function row(offered) {
  const box = h("input", { type: "checkbox", checked: offered.suggested });
  const said = note(offered);
  const el = h("li", {}, h("label", {}, box, h("span", { class: "break", dir: "auto" }, offered.question), h("span", { class: "value break", dir: "auto" }, offered.answer), said !== "" && h("span", { class: "why muted small break" }, said)));
  return { el, box, question: offered.question };
}

/** @param {AnswerOffer[]} offers */
function ask(offers) {
  const groups = offers.map((offer) => ({ offer, rows: offer.answers.map(row) }));
  const boxes = groups.flatMap(({ rows }) => rows.map(({ box }) => box));
  const problem = h("p", { class: "error-text", role: "alert" });
  const keep = h("button", { type: "submit", class: "button primary" });
  const none = h("button", { type: "button", class: "button", on: { click: () => void decide(false) } }, "Keep none");
  const count = () => {
    const ticked = boxes.filter(({ checked }) => checked).length;
    setText(keep, ticked === 0 ? "Keep none" : `Keep ${counted(ticked, "answer")}`);
    none.hidden = ticked === 0;
  };
  /** @param {boolean} ticked whether those ticked are kept, or none */
  const decide = async (ticked) => {
    keep.disabled = none.disabled = true;
    try {
      /** @type {KeptAnswer[]} */
      const kept = [];
      for (const { offer, rows } of groups) {
        const questions = rows.filter(({ box }) => ticked && box.checked).map(({ question }) => question);
        kept.push(...(await write("keep_answers", { application_id: offer.application_id, questions })).kept);
      }
      if (kept.length === 0) await leave();
      else tell(kept);
    } catch (error) {
      setText(problem, text(error));
      keep.disabled = none.disabled = false;
    }
  };
  const isOne = boxes.length === 1;
  const heading = h("h1", { tabindex: "-1" }, `Keep ${isOne ? "this answer" : "these answers"} for the next form?`);
  fill(
    form,
    heading,
    h("p", { class: "muted" }, `You gave ${isOne ? "it" : "them"} by hand. What you keep is filled in where the same is asked again; what you do not keep is not offered again.`),
    ...groups.flatMap(({ offer, rows }) => [
      h("h2", { class: "break", dir: "auto" }, [jobTitle(offer.job), offer.job.company].filter(Boolean).join(", ")),
      h("ul", { class: "planned" }, ...rows.map(({ el }) => el)),
    ]),
    h("div", { class: "foot" }, keep, none, problem),
  );
  form.onchange = count;
  submitted = () => void decide(true);
  count();
  heading.focus();
}

/** @param {KeptAnswer[]} kept */
function tell(kept) {
  const problem = h("p", { class: "error-text", role: "alert" });
  const undo = async () => {
    try {
      for (const { id, question, before } of kept) {
        if (before === null) await write("delete_answer", { answer_id: id });
        else await write("change_answer", { answer_id: id, question, answer: before });
      }
      end("Undone", "Nothing was kept. Should you want it after all: under Answers you can add them by hand.");
    } catch (error) {
      setText(problem, text(error));
    }
  };
  const heading = h("h1", { tabindex: "-1" }, kept.length === 1 ? "The answer is kept" : `${kept.length} answers are kept`);
  fill(
    form,
    heading,
    h("ul", { class: "planned kept" }, ...kept.map(({ question, answer }) => h("li", {}, h("span", { class: "break", dir: "auto" }, question), h("span", { class: "value break", dir: "auto" }, answer)))),
    h(
      "div",
      { class: "foot" },
      h("button", { type: "submit", class: "button primary" }, "Done"),
      h("button", { type: "button", class: "button", on: { click: () => void undo() } }, "Undo"),
      h("button", { type: "button", class: "button quiet", on: { click: () => void openPage("extension/options/options.html#answers") } }, "All answers"),
      problem,
    ),
  );
  form.onchange = null;
  submitted = () => void leave();
  heading.focus();
}

/** @param {string} title @param {string} line */
function end(title, line) {
  const heading = h("h1", { tabindex: "-1" }, title);
  fill(form, heading, h("p", { class: "muted break" }, line), h("div", { class: "foot" }, h("button", { type: "submit", class: "button" }, "Close")));
  form.onchange = null;
  submitted = () => void leave();
  heading.focus();
}

try {
  /** @type {{offers: AnswerOffer[]}} */
  const { offers } = await call("offered_answers");
  if (offers.length > 0) ask(offers);
  else end("There is nothing to decide", "Answers that you give by hand are offered here after they were sent.");
} catch (error) {
  if (!(error instanceof CallError)) throw error;
  end("This cannot be asked now", error.message);
}
form.removeAttribute("aria-busy");
