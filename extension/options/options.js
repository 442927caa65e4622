/** The settings page: a section for each of the user's own things. Sections stay mounted, so that nothing typed is lost. */

import { call, CallError } from "../lib/ui/api.js";
import { fill, find, h, setText } from "../lib/ui/dom.js";
import { icon } from "../lib/ui/icons.js";
import { coalesced, Live, RECONNECTED } from "../lib/ui/live.js";
import { aboutSection } from "./about.js";
import { answersSection } from "./answers.js";
import { documentsSection } from "./documents.js";
import { historySection } from "./history.js";
import { profileSection } from "./profile.js";
import { rulesSection } from "./rules.js";

/**
 * @typedef {import("../lib/ui/types.js").ExtState} ExtState
 * @typedef {object} Section
 * @property {HTMLElement} el
 * @property {() => void} refresh fetches afresh
 * @property {(argument: string) => void} [show] called when the address names something within the section
 */

/** @type {Record<string, {title: string, mount: (live: Live) => Section}>} */
const SECTIONS = {
  profile: { title: "Profile", mount: profileSection },
  documents: { title: "Documents", mount: documentsSection },
  answers: { title: "Stored answers", mount: answersSection },
  rules: { title: "Auto-apply", mount: rulesSection },
  history: { title: "History", mount: historySection },
  about: { title: "About and privacy", mount: aboutSection },
};

/** What a job page asks the user for is decided on a page of its own. */
const asked = new URLSearchParams(location.hash.slice(1));
if (asked.get("ask") === "history") location.replace(`#history/${asked.get("job") ?? ""}`);
else if (asked.has("ask")) location.replace(`../pages/decide.html#${asked}`);
else if (location.hash === "#setup") location.replace("#about");

const main = find("main", HTMLElement);
const live = new Live();
/** @type {Map<string, Section>} */
const mounted = new Map();

const links = Object.entries(SECTIONS).map(([name, { title }]) => h("a", { href: `#${name}`, data: { section: name } }, title));
fill(find("nav ul", HTMLElement), ...links.map((link) => h("li", {}, link)));

function navigate() {
  const [name = "", argument = ""] = location.hash.slice(1).split("/");
  if (name === "content") return;
  const chosen = Object.hasOwn(SECTIONS, name) ? name : "profile";
  const { title, mount } = /** @type {{title: string, mount: (live: Live) => Section}} */ (SECTIONS[chosen]);
  let section = mounted.get(chosen);
  if (section === undefined) {
    section = mount(live);
    mounted.set(chosen, section);
    main.append(section.el);
    section.refresh();
  }
  for (const [other, { el }] of mounted) el.hidden = other !== chosen;
  for (const link of links) {
    if (link.dataset["section"] === chosen) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  document.title = `${title} – ApplyOnce`;
  if (argument) section.show?.(decodeURIComponent(argument));
}

/** @param {string} reason */
function banner(reason) {
  const again = h("button", { type: "button", class: "button small", on: { click: () => void retry() } }, "Try again");
  return h(
    "div",
    { class: "note", role: "alert", data: { tone: "bad" } },
    icon("plug"),
    h(
      "div",
      { class: "grow" },
      h("h3", {}, "The companion is not running"),
      h("p", { class: "break" }, reason || "It keeps everything that is shown here."),
      h("p", {}, "Run ", h("code", {}, "applyonce install"), " once in a terminal; ", h("code", {}, "applyonce doctor"), " says what is wrong."),
      h("div", { class: "actions" }, again),
    ),
  );
}

let wasUp = false;
let shownReason = "";

/** @param {ExtState["companion"]} companion */
function showCompanion({ state, reason, version }) {
  const up = state === "up";
  setText(find("#companion-line", HTMLElement), up ? `Companion ${version ?? ""} is running` : "Companion not running");
  const text = up ? "" : `${state} ${reason ?? ""}`;
  if (text !== shownReason) {
    shownReason = text;
    fill(find("#banner", HTMLElement), !up && banner(reason ?? ""));
  }
  if (up && !wasUp) for (const section of mounted.values()) section.refresh();
  wasUp = up;
}

const refreshCompanion = coalesced(async () => {
  try {
    showCompanion((await call("ext_state")).companion);
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    showCompanion({ state: "down", reason: error.message });
  }
}, 0);

async function retry() {
  const { companion } = await call("ext_state", { reconnect: true });
  showCompanion(companion);
}

live.on("companion", refreshCompanion);
live.on(RECONNECTED, () => {
  refreshCompanion();
  for (const section of mounted.values()) section.refresh();
});

addEventListener("hashchange", navigate);
navigate();
wasUp = true;
refreshCompanion();
