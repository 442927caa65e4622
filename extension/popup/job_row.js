/** A job as one line: its posting behind it, its status at the end. */

import { h, setText, assign } from "../lib/ui/dom.js";
import { jobLine, jobTitle, standing, statusLabel, statusTone, webAddress } from "../lib/ui/status.js";

/** @typedef {import("../lib/ui/types.js").JobRow} JobRow */

/**
 * @param {JobRow} first
 * @returns {import("../lib/ui/dom.js").Row<JobRow>}
 */
export function jobRow(first) {
  const title = h("span", { class: "title clip", dir: "auto" });
  const line = h("span", { class: "muted small clip", dir: "auto" });
  const chip = h("span", { class: "chip" });
  const address = webAddress(first.job.url);
  const content = [h("span", { class: "text" }, title, line), chip];
  const main =
    address === null
      ? h("span", { class: "main", tabindex: "0" }, ...content)
      : h("a", { class: "main", href: address, target: "_blank", rel: "noreferrer" }, ...content);
  return {
    el: h("li", { data: { job: first.job.id } }, main),
    update({ job, application }) {
      setText(title, jobTitle(job));
      setText(line, [jobLine(job), standing(application, job.first_seen)].filter(Boolean).join(" · "));
      setText(chip, statusLabel(application?.status_name));
      assign(chip, { data: { tone: statusTone(application?.status_name) } });
      chip.hidden = !application || application.status_name === "pending";
      main.title = [title.textContent, line.textContent].join("\n");
    },
  };
}
