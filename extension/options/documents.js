/** Résumés, cover letters and other files: which there are, and which goes where. */

import { call, text, write } from "../lib/ui/api.js";
import { fill, h, keyedList, setText } from "../lib/ui/dom.js";
import { icon } from "../lib/ui/icons.js";
import { fileSize, onDate } from "../lib/ui/time.js";
import { say, undoable } from "../lib/ui/undo.js";
import { emptyState, loader, sectionFrame } from "./section.js";
import { upload } from "./upload.js";

/** @typedef {import("../lib/ui/types.js").StoredDocument} StoredDocument */

/** @type {[StoredDocument["kind"], string][]} */
const KINDS = [
  ["resume", "Résumé"],
  ["cover_letter", "Cover letter"],
  ["other", "Other"],
];

/** @param {object} changes */
async function change(changes) {
  try {
    await write("change_document", changes);
  } catch (error) {
    say(text(error), "bad");
  }
}

/**
 * @param {StoredDocument} first
 * @param {(document: StoredDocument) => void} remove
 * @returns {import("../lib/ui/dom.js").Row<StoredDocument>}
 */
function documentRow(first, remove) {
  const id = first.id;
  const name = h("p", { class: "title clip" });
  const facts = h("p", { class: "muted small" });
  const badge = h("span", { class: "chip", data: { tone: "good" } }, "Default");
  const makeDefault = h("button", { type: "button", class: "button small", on: { click: () => change({ document_id: id, default: true }) } }, "Make default");
  const kind = h("select", { class: "select narrow", "aria-label": `What ${first.name} is` }, ...KINDS.map(([value, label]) => h("option", { value }, label)));
  kind.addEventListener("change", () => change({ document_id: id, kind: kind.value }));
  const rule = h("input", { class: "input", placeholder: "e.g. frontend, react", "aria-label": `Words of a job for which ${first.name} is taken` });
  rule.addEventListener("change", () => change({ document_id: id, rule: rule.value.trim() }));
  let current = first;
  const el = h(
    "li",
    { class: "card document", data: { document: id } },
    h("div", { class: "file" }, icon("document")),
    h("div", { class: "grow" }, h("div", { class: "headline" }, name, badge), facts),
    h("div", { class: "controls" }, makeDefault, kind, h("button", { type: "button", class: "button icon", "aria-label": `Delete ${first.name}`, title: "Delete", on: { click: () => remove(current) } }, icon("trash"))),
    h("label", { class: "rule small" }, h("span", { class: "muted" }, "Use it for jobs with the words"), rule),
  );
  return {
    el,
    update(document) {
      current = document;
      setText(name, document.name);
      name.title = document.name;
      setText(facts, `${fileSize(document.size)} · added ${onDate(document.added_at)}`);
      badge.hidden = !document.default;
      makeDefault.hidden = document.default;
      if (globalThis.document.activeElement !== kind) kind.value = document.kind;
      if (globalThis.document.activeElement !== rule) rule.value = document.rule;
    },
  };
}

/**
 * @param {import("../lib/ui/live.js").Live} live
 * @returns {import("./options.js").Section}
 */
export function documentsSection(live) {
  const { el, body, problem } = sectionFrame("documents", "Documents", "The files that go into upload fields. The default of each kind is taken, unless another one has words of the job’s title, its company or its country.");
  const picker = h("input", { type: "file", multiple: true, accept: ".pdf,.doc,.docx,.odt,.rtf,.txt", class: "visually-hidden", tabindex: "-1", "aria-label": "Files to add" });
  const drop = h(
    "div",
    { class: "drop" },
    h("p", {}, h("strong", {}, "Drop files here"), " or ", h("button", { type: "button", class: "button small", on: { click: () => picker.click() } }, "Choose files"), picker),
    h("p", { class: "hint" }, "PDF is what every board takes; Word, RTF and text work on most. Up to 20 MB each."),
  );
  const uploads = h("ul", { class: "uploads", "aria-live": "polite" });
  const list = h("ul", { class: "documents", "aria-label": "Documents" });
  const nothing = emptyState("No documents yet", "Without a résumé here, upload fields are left for you. Add one, and it is put into the right field of each form and read back to be sure.");
  nothing.hidden = true;
  fill(body, drop, uploads, list, nothing);

  /** @type {StoredDocument[]} */
  let documents = [];
  /** @type {Set<string>} */
  const removed = new Set();
  const show = keyedList(list, (/** @type {StoredDocument} */ { id }) => id, (document) => documentRow(document, remove));

  function draw() {
    const shown = documents.filter(({ id }) => !removed.has(id));
    const order = KINDS.map(([kind]) => kind);
    shown.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || Number(b.default) - Number(a.default) || a.name.localeCompare(b.name));
    show(shown);
    nothing.hidden = shown.length > 0;
  }

  /** @param {StoredDocument} document */
  function remove({ id, name }) {
    removed.add(id);
    draw();
    undoable({
      message: `Deleted: ${name}`,
      commit: () => write("delete_document", { document_id: id }),
      revert: () => {
        removed.delete(id);
        draw();
      },
    });
  }

  /** @param {File} file */
  async function add(file) {
    const bar = h("progress", { class: "bar", max: 1, value: 0, "aria-label": `Adding ${file.name}` });
    const line = h("p", { class: "small clip" }, file.name);
    const item = h("li", {}, line, bar);
    uploads.append(item);
    try {
      await upload(file, (share) => {
        bar.value = share;
      });
      item.remove();
    } catch (error) {
      fill(item, h("div", { class: "note", role: "alert", data: { tone: "bad" } }, icon("alert"), h("p", { class: "grow break" }, `${file.name}: ${text(error)}`), h("button", { type: "button", class: "button small", on: { click: () => item.remove() } }, "Close")));
    }
    refresh();
  }

  /** One after the other: each is taken in order, and a failure stops none. @param {Iterable<File>} files */
  async function addAll(files) {
    for (const file of files) await add(file);
  }

  picker.addEventListener("change", () => {
    const files = [...(picker.files ?? [])];
    picker.value = "";
    void addAll(files);
  });
  drop.addEventListener("dragover", (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    void addAll([...(event.dataTransfer?.files ?? [])]);
  });

  const refresh = loader(problem, async () => {
    ({ documents } = await call("documents"));
    draw();
  });
  live.on(["documents", "document"], refresh);
  return { el, refresh };
}
