/** The answer bank: what the user has once answered, found again by meaning when a form asks. */

import { call, text, write } from "../lib/ui/api.js";
import { fill, h, keyedList, setText, uniqueId } from "../lib/ui/dom.js";
import { icon } from "../lib/ui/icons.js";
import { ago, counted } from "../lib/ui/time.js";
import { say, undoable } from "../lib/ui/undo.js";
import { emptyState, loader, sectionFrame } from "./section.js";

/** @typedef {import("../lib/ui/types.js").Answer} Answer */

/**
 * @param {{question: string, answer: string}} start
 * @param {string} yes
 * @param {(question: string, answer: string) => Promise<void>} save
 * @param {() => void} cancel
 */
function answerForm(start, yes, save, cancel) {
  const questionId = uniqueId("question");
  const answerId = uniqueId("answer");
  const question = h("textarea", { class: "textarea short", id: questionId, required: true, rows: "1", value: start.question, placeholder: "As a form asks it" });
  const answer = h("textarea", { class: "textarea short", id: answerId, required: true, rows: "1", value: start.answer, placeholder: "As it should stand there" });
  const problem = h("p", { class: "error-text", role: "alert" });
  const submit = h("button", { type: "submit", class: "button small primary" }, yes);
  const form = h(
    "form",
    { class: "answer-form" },
    h("div", { class: "field" }, h("label", { htmlFor: questionId }, "Question"), question),
    h("div", { class: "field" }, h("label", { htmlFor: answerId }, "Your answer"), answer),
    problem,
    h("div", { class: "actions" }, submit, h("button", { type: "button", class: "button small", on: { click: cancel } }, "Cancel")),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    submit.disabled = true;
    try {
      await save(question.value.trim(), answer.value.trim());
    } catch (error) {
      problem.textContent = text(error);
    } finally {
      submit.disabled = false;
    }
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") cancel();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  return { form, question };
}

/**
 * @param {Answer} first
 * @param {(answer: Answer) => void} remove
 * @returns {import("../lib/ui/dom.js").Row<Answer>}
 */
function answerRow(first, remove) {
  let current = first;
  const question = h("p", { class: "title break", dir: "auto" });
  const answer = h("p", { class: "answer-text break", dir: "auto" });
  const when = h("p", { class: "muted small" });
  const editButton = h("button", { type: "button", class: "button icon", title: "Edit", on: { click: edit } }, icon("pencil"));
  const removeButton = h("button", { type: "button", class: "button icon", title: "Delete", on: { click: () => remove(current) } }, icon("trash"));
  const shown = h("div", { class: "spread top" }, h("div", { class: "grow" }, question, answer, when), h("div", {}, editButton, removeButton));
  const el = h("li", { class: "card answer" }, shown);

  function edit() {
    const back = () => {
      fill(el, shown);
      editButton.focus();
    };
    const { form, question: field } = answerForm(
      current,
      "Save",
      async (newQuestion, newAnswer) => {
        await write("change_answer", { answer_id: current.id, question: newQuestion, answer: newAnswer });
        back();
      },
      back,
    );
    fill(el, form);
    field.focus();
  }

  return {
    el,
    update(now) {
      current = now;
      setText(question, now.question);
      setText(answer, now.answer);
      setText(when, `Saved ${ago(now.updated_at)}`);
      editButton.setAttribute("aria-label", `Edit the answer to ${now.question}`);
      removeButton.setAttribute("aria-label", `Delete the answer to ${now.question}`);
    },
  };
}

/**
 * @param {import("../lib/ui/live.js").Live} live
 * @returns {import("./options.js").Section}
 */
export function answersSection(live) {
  const addButton = h("button", { type: "button", class: "button primary", on: { click: () => openNew() } }, icon("plus"), "Add an answer");
  const { el, body, problem } = sectionFrame("answers", "Stored answers", "Questions that employers make up themselves. The same question in other words finds its answer here; one that is not certain is left for you.", addButton);
  const search = h("input", { class: "input", type: "search", placeholder: "Search questions and answers", "aria-label": "Search questions and answers" });
  const count = h("p", { class: "muted small", role: "status" });
  const fresh = h("div");
  const list = h("ul", { class: "answers", "aria-label": "Stored answers" });
  const nothing = h("div");
  fill(body, fresh, h("div", { class: "toolbar" }, search, count), list, nothing);

  /** @type {Answer[]} */
  let answers = [];
  /** @type {Set<string>} */
  const removed = new Set();
  const show = keyedList(list, (/** @type {Answer} */ { id }) => id, (answer) => answerRow(answer, remove));

  function draw() {
    const words = search.value.trim().toLowerCase();
    const kept = answers.filter(({ id }) => !removed.has(id));
    const shown = kept.filter(({ question, answer }) => `${question}\n${answer}`.toLowerCase().includes(words));
    shown.sort((a, b) => b.updated_at.localeCompare(a.updated_at));
    show(shown);
    setText(count, words === "" ? counted(kept.length, "answer") : `${shown.length} of ${counted(kept.length, "answer")}`);
    search.disabled = kept.length === 0;
    fill(
      nothing,
      kept.length === 0 && emptyState("No stored answers yet", "When you type an answer into a form, ApplyOnce offers to keep it here after you have sent it. You can also write down now what you are always asked: “Are you at least 18 years old?”"),
      kept.length > 0 && shown.length === 0 && emptyState("None with these words", "Try fewer words."),
    );
  }

  /** @param {Answer} answer */
  function remove({ id, question }) {
    removed.add(id);
    draw();
    undoable({
      message: `Deleted: ${question}`,
      commit: () => write("delete_answer", { answer_id: id }),
      revert: () => {
        removed.delete(id);
        draw();
      },
    });
  }

  function openNew() {
    const close = () => {
      fill(fresh);
      addButton.focus();
    };
    const { form, question } = answerForm(
      { question: search.value.trim(), answer: "" },
      "Add",
      async (newQuestion, newAnswer) => {
        await write("add_answer", { question: newQuestion, answer: newAnswer });
        close();
        say("Answer stored");
        refresh();
      },
      close,
    );
    fill(fresh, h("div", { class: "card answer" }, form));
    question.focus();
  }

  search.addEventListener("input", draw);
  const refresh = loader(problem, async () => {
    ({ answers } = await call("answers"));
    draw();
  });
  live.on(["answers", "answer"], refresh);
  return { el, refresh };
}
