/** The profile: imported from a JSON Resume, edited in a form, saved as a whole. */

import { call, text, write } from "../lib/ui/api.js";
import { confirmed } from "../lib/ui/confirm.js";
import { fill, h, setText } from "../lib/ui/dom.js";
import { icon } from "../lib/ui/icons.js";
import { say } from "../lib/ui/undo.js";
import { fieldOf, listOf } from "./form.js";
import { GROUPS } from "./profile_fields.js";
import { readResume, summary, UnusableFile } from "./profile_import.js";
import { permits, sensitive } from "./profile_special.js";
import { emptyState, loader, sectionFrame } from "./section.js";

/** @typedef {import("../lib/ui/types.js").Profile} Profile */

/** Entries that were added and left empty are not worth keeping. @param {Profile} tree */
function cleaned(tree) {
  const copy = structuredClone(tree);
  for (const list of [copy, copy["basics"] ?? {}]) {
    for (const [name, value] of Object.entries(list)) {
      if (Array.isArray(value)) list[name] = value.filter((each) => typeof each !== "object" || each === null || Object.keys(each).length > 0);
    }
  }
  return copy;
}

/**
 * @param {import("../lib/ui/live.js").Live} live
 * @returns {import("./options.js").Section}
 */
export function profileSection(live) {
  const picker = h("input", { type: "file", accept: ".json,application/json", class: "visually-hidden", tabindex: "-1", "aria-label": "JSON Resume file" });
  const importButton = h("button", { type: "button", class: "button", on: { click: () => picker.click() } }, icon("upload"), "Import JSON Resume");
  const { el, body, problem } = sectionFrame("profile", "Profile", "What forms are filled from. It stays on this computer, and no page sees more of it than the values put into its form.", importButton, picker);

  const draft = { tree: /** @type {Profile} */ ({}), changed };
  let saved = "{}";
  let elsewhere = false;

  const note = h("span", { class: "grow", role: "status" });
  const discard = h("button", { type: "button", class: "button", on: { click: () => reload() } }, "Discard");
  const save = h("button", { type: "submit", class: "button primary" }, "Save");
  const bar = h("div", { class: "save-bar", hidden: true }, note, discard, save);
  const form = h("form", { novalidate: true, "aria-label": "Profile" });
  fill(body, form);

  function isDirty() {
    return JSON.stringify(draft.tree) !== saved;
  }

  function changed() {
    bar.hidden = !isDirty();
    setText(note, elsewhere ? "Changed elsewhere too: saving replaces that" : "Changes not saved yet");
    note.className = "grow";
  }

  /** @param {Profile} profile */
  function show(profile) {
    draft.tree = structuredClone(profile);
    saved = JSON.stringify(draft.tree);
    elsewhere = false;
    bar.hidden = true;
    const isNew = Object.keys(profile).length === 0;
    fill(
      form,
      isNew && emptyState("Your profile is empty", "Import a JSON Resume (many résumé builders export one), or fill in what you like below. What is missing is simply left for you in each form."),
      ...GROUPS.map((group) =>
        h(
          "div",
          { class: "card panel", role: "group", "aria-label": group.title },
          h("h2", {}, group.title),
          group.hint !== undefined && h("p", { class: "hint" }, group.hint),
          h("div", { class: "grid" }, ...(group.fields ?? []).map((spec) => fieldOf(spec, draft)), group.list && listOf(group.list, draft)),
          group.special === "permits" && permits(draft),
          group.special === "sensitive" && sensitive(draft),
        ),
      ),
      bar,
    );
  }

  async function reload() {
    show((await call("profile")).profile);
  }

  /** @param {Profile} profile */
  async function store(profile) {
    const result = await write("save_profile", { profile });
    show(result.profile);
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const wrong = form.querySelector("input:invalid, textarea:invalid, select:invalid");
    if (wrong instanceof HTMLElement) {
      wrong.dispatchEvent(new Event("change"));
      wrong.focus();
      setText(note, "One field is not right yet");
      note.className = "grow error-text";
      return;
    }
    save.disabled = true;
    try {
      const profile = cleaned(draft.tree);
      // The companion takes nothing that has no section at all: it would be some other file.
      await store(Object.keys(profile).length > 0 ? profile : { basics: {} });
      say("Profile saved");
    } catch (error) {
      setText(note, text(error));
      note.className = "grow error-text break";
    } finally {
      save.disabled = false;
    }
  });

  picker.addEventListener("change", async () => {
    const file = picker.files?.[0];
    picker.value = "";
    if (!file) return;
    try {
      const profile = await readResume(file);
      const holds = summary(profile);
      const isFirst = saved === "{}" && !isDirty();
      const yes = isFirst || (await confirmed({ title: "Replace your profile?", body: `${file.name} holds: ${holds}. It takes the place of all that stands here now.`, yes: "Replace" }));
      if (!yes) return;
      await store(profile);
      say(`Imported: ${holds}`);
    } catch (error) {
      fill(problem, importProblem(error instanceof UnusableFile ? "This file cannot be imported" : "The companion refused it", text(error)));
    }
  });

  /**
   * @param {string} title
   * @param {string} message
   */
  function importProblem(title, message) {
    const close = h("button", { type: "button", class: "button small", on: { click: () => fill(problem) } }, "Close");
    return h("div", { class: "note", role: "alert", data: { tone: "bad" } }, icon("alert"), h("div", { class: "grow" }, h("h3", {}, title), h("p", { class: "break" }, message)), close);
  }

  addEventListener("beforeunload", (event) => {
    if (isDirty()) event.preventDefault();
  });

  const refresh = loader(problem, async () => {
    const { profile } = await call("profile");
    if (JSON.stringify(profile) === saved && form.childElementCount > 0) return;
    if (isDirty()) {
      // Never under the user's hands: they say which of the two stands.
      elsewhere = true;
      changed();
      return;
    }
    show(profile);
  });
  live.on("profile", refresh);
  return { el, refresh };
}
