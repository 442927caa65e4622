/** The sites that the user has added beyond the boards that ApplyOnce knows: seen here, and taken back here. */

import { addedSites } from "../lib/added_sites.js";
import { browser } from "../lib/ui/browser.js";
import { fill, h } from "../lib/ui/dom.js";
import { busy } from "../lib/ui/undo.js";

/** @returns {{el: HTMLElement, refresh: () => Promise<void>}} */
export function sitesPanel() {
  const list = h("ul", { class: "sites", "aria-label": "Sites that you have added" });
  const nothing = h("p", { class: "muted" }, "None yet. On a company’s own page, press “Always on this site” in the popup: the button then stands there by itself.");
  const el = h("div", { class: "card panel prose" }, h("h2", {}, "Sites that you have added"), nothing, list);

  async function refresh() {
    const sites = await addedSites(browser);
    nothing.hidden = sites.length > 0;
    fill(list, ...sites.map(row));
  }

  /** @param {string} origin */
  function row(origin) {
    const name = origin.replace(/\/\*$/, "");
    const work = async () => {
      await browser.permissions.remove({ origins: [origin] });
      await refresh();
    };
    const remove = h("button", { type: "button", class: "button small", "aria-label": `Remove ${name}` }, "Remove");
    remove.addEventListener("click", () => void busy(remove, work));
    return h("li", { class: "spread" }, h("span", { class: "break" }, name), remove);
  }

  return { el, refresh };
}
