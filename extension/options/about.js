/** What ApplyOnce is, what it keeps where, and whether all its parts are there. */

import { call } from "../lib/ui/api.js";
import { browser } from "../lib/ui/browser.js";
import { fill, h } from "../lib/ui/dom.js";
import { busy } from "../lib/ui/undo.js";
import { loader, sectionFrame } from "./section.js";
import { sitesPanel } from "./sites.js";

/** @typedef {import("../lib/ui/types.js").ExtState} ExtState */

/**
 * @param {string} name
 * @param {string} value
 */
function fact(name, value) {
  return [h("dt", {}, name), h("dd", { class: "break" }, value)];
}

/**
 * @param {string} title
 * @param {...import("../lib/ui/dom.js").Child} content
 */
function panel(title, ...content) {
  return h("div", { class: "card panel prose" }, h("h2", {}, title), ...content);
}

const PRIVACY = [
  "Everything is kept on this computer, in one folder that only your user may read. It is not encrypted: whoever can log in as you can read it.",
  "No part of ApplyOnce makes network calls of its own: no telemetry, no update check, no account.",
  "A job page sees only the values that are put into its own form, and only once you have pressed Apply there.",
  "Salary and questions about you as a person are filled only while you have switched that on. Passwords never are.",
  "Programs that run as you are not kept out. Nobody can promise that.",
];

/**
 * @param {import("../lib/ui/live.js").Live} live
 * @returns {import("./options.js").Section}
 */
export function aboutSection(live) {
  const { el, body, problem } = sectionFrame("about", "About and privacy", "Each job gets exactly one application: never two, never half of one, never two fillers in one form.");
  const parts = h("dl", { class: "facts" });
  const setup = h("div");
  const sites = sitesPanel();
  const grant = h("button", { type: "button", class: "button small" }, "Allow on job boards");
  const origins = browser.runtime.getManifest().host_permissions ?? [];
  grant.addEventListener("click", () =>
    void busy(grant, async () => {
      if (await browser.permissions.request({ origins })) await call("ext_grant_hosts");
      refresh();
    }),
  );
  fill(
    body,
    setup,
    panel("Parts", parts),
    sites.el,
    panel("Privacy", h("ul", { class: "bullets" }, ...PRIVACY.map((line) => h("li", {}, line)))),
    panel("Keys", h("p", {}, h("kbd", {}, "Alt+Shift+A"), " applies to the job on the page. In the popup, ", h("kbd", {}, "/"), " searches, the arrow keys move through what is found, ", h("kbd", {}, "Esc"), " goes back.")),
    panel("Your data elsewhere", h("p", {}, "The history exports as CSV and JSON from its own page. ", h("code", {}, "applyonce export"), " in a terminal writes out everything, ", h("code", {}, "applyonce uninstall"), " takes the browser's registration away.")),
  );

  const refresh = loader(problem, async () => {
    /** @type {ExtState} */
    const state = await call("ext_state");
    await sites.refresh();
    const permitted = origins.length === 0 || (await browser.permissions.contains({ origins }));
    const isUp = state.companion.state === "up";
    fill(
      parts,
      ...fact("Extension", browser.runtime.getManifest().version),
      ...fact("Companion", isUp ? `${state.companion.version ?? ""}, running` : state.companion.reason || "not running"),
      h("dt", {}, "Job boards"),
      h("dd", {}, permitted ? "allowed" : "not allowed by this browser yet ", !permitted && grant),
      ...fact("Duplicates prevented", state.duplicates_prevented.toLocaleString()),
    );
    fill(
      setup,
      !isUp &&
        panel(
          "Set up the companion",
          h(
            "ol",
            { class: "numbered" },
            h("li", {}, "Install the package ", h("code", {}, "applyonce"), " with pip or pipx."),
            h("li", {}, "Run ", h("code", {}, "applyonce install"), ": it registers the companion with the browsers on this computer."),
            h("li", {}, "Come back here. The companion starts by itself when the browser needs it; ", h("code", {}, "applyonce doctor"), " says what is wrong if it does not."),
          ),
        ),
    );
  });
  live.on("companion", refresh);
  return { el, refresh };
}
