/** The popup: wires what is pushed and fetched to the parts on the page. Each part draws only itself. */

import { call, CallError, text } from "../lib/ui/api.js";
import { browser } from "../lib/ui/browser.js";
import { fill, find, h, setText } from "../lib/ui/dom.js";
import { icon } from "../lib/ui/icons.js";
import { coalesced, Live, RECONNECTED } from "../lib/ui/live.js";
import { JobRows } from "../lib/ui/job_rows.js";
import { counted } from "../lib/ui/time.js";
import { openPage } from "../lib/ui/open.js";
import { autoApplyStrip } from "./auto_apply.js";
import { drawFields } from "./fields.js";
import { firstSteps } from "./first_steps.js";
import { companionChip, notices } from "./notices.js";
import { nowLists } from "./now.js";
import { offersPart } from "./offers.js";
import { searchView } from "./search.js";
import { thisPageCard } from "./this_page.js";

/** @typedef {import("../lib/ui/types.js").ExtState} ExtState */

const live = new Live();
const rows = new JobRows();

const drawNow = nowLists();
const drawThisPage = thisPageCard(find("#this-page", HTMLElement), find("#other-page", HTMLElement));
const drawNotices = notices(find("#notices", HTMLElement), () => refreshState());
const drawChip = companionChip(find("#companion-state", HTMLElement));
const drawAuto = autoApplyStrip(find("#auto-apply", HTMLElement), () => refreshAuto());
const drawOffers = offersPart(find("#offers", HTMLElement));
const refreshFirstSteps = firstSteps(find("#first-steps", HTMLElement));
const search = searchView();

/** @type {ExtState | null} */
let state = null;

function draw() {
  if (state === null) return;
  drawChip(state);
  drawNotices(state);
  drawNow(rows, state);
  drawThisPage(state, rows);
  const prevented = state.duplicates_prevented ?? 0;
  if (prevented > 0) fill(find("#prevented", HTMLElement), icon("shield"), `${counted(prevented, "duplicate")} prevented`);
  else setText(find("#prevented", HTMLElement), "");
}

const refreshState = coalesced(async () => {
  const before = state?.companion.state;
  state = /** @type {ExtState} */ (await call("ext_state"));
  if (state.companion.state === "up") {
    if (before !== "up") refreshRows();
    if (before !== "up") refreshAuto();
    if (before !== "up") refreshOffers();
    if (before !== "up") refreshFirstSteps();
  } else {
    rows.clear();
    drawAuto(null);
    refreshFirstSteps();
  }
  search.setAvailable(state.companion.state === "up");
  draw();
}, 0);

const refreshRows = coalesced(async () => {
  try {
    await rows.load();
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    refreshState();
    return;
  }
  draw();
}, 0);

const refreshFields = coalesced(async () => {
  try {
    drawFields((await call("ext_fields")).fields);
    draw(); // a card also says how many are left
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    drawFields({}); // the worker was just starting anew: it tells when it knows
  }
}, 0);

const refreshOffers = coalesced(async () => {
  try {
    drawOffers((await call("offered_answers")).offers);
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    drawOffers([]);
  }
});

const refreshAuto = coalesced(async () => {
  try {
    drawAuto(await call("auto_apply"));
  } catch (error) {
    // The switch is put away rather than shown in a state that nobody knows.
    drawAuto(null, text(error));
  }
}, 0);

live.on(["application", "job"], (data) => {
  const isEnough = rows.apply(data);
  if (!isEnough) refreshRows();
  if (data.kind === "progress") {
    draw();
    return;
  }
  refreshOffers();
  // A job that is new may be the one of the page under us.
  refreshState();
  draw();
  search.refresh();
});
live.on(["fields", RECONNECTED], refreshFields);
live.on("answers", refreshOffers);
live.on(["profile", "documents", RECONNECTED], refreshFirstSteps);
live.on("refused", refreshState);
live.on(["companion", RECONNECTED, "tab"], () => {
  refreshState();
  refreshRows();
});
live.on(["auto_apply", "settings"], refreshAuto);

fill(find("#open-options", HTMLElement), icon("gear"));
find("#open-options", HTMLElement).addEventListener("click", () => openPage("extension/options/options.html"));
setText(find("#version", HTMLElement), `v${browser.runtime.getManifest().version}`);
// Only how long things have lasted is written anew each second, and only where it differs.
setInterval(() => drawNow.tick(), 1000);

document.addEventListener("keydown", (event) => {
  const typing = event.target instanceof HTMLInputElement;
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    find("#query", HTMLInputElement).focus();
  }
});

refreshState();
refreshFields();
find("#nothing", HTMLElement).append(
  h(
    "div",
    { class: "card teach" },
    h("h3", {}, "Nothing in progress"),
    h(
      "ol",
      {},
      h("li", {}, h("span", {}, "Open a job posting: on the boards it knows, ApplyOnce puts its button there.")),
      h("li", {}, h("span", {}, "Press Apply. The form is filled from your profile, and no other tab can start the same job.")),
      h("li", {}, h("span", {}, "Read it through and send it yourself. Then it counts as applied, once.")),
    ),
  ),
);
