// The life of tabs: beats for those that hold something and live, tells of those that are closed, and makes itself known
// again after each connection.

import { call, onPush, onState } from "./native_port.js";
import { documentsIn, onDocumentArrival, onDocumentLeaving, tellTab } from "./documents.js";
import { allHeld, amend, asHolding, heldBy, hold, letGo, loaded, onHeldChange, tabOf } from "./held.js";
import { identity, onSessionChange } from "./session.js";

/** Until the companion has said how often it wants to hear of us. */
const BEAT_MS = 20_000;
/** A tab that went to a log-in or another host without our script is kept alive for so long. */
const AWAY_MS = 10 * 60_000;
const ALARM = "beat";
/** Refusals that mean that the tab does not hold it any more. */
export const LOST = new Set(["stale_fence", "not_holder", "not_found"]);

/** @type {Set<number>} */
const goneUntold = new Set();

browser.tabs.onRemoved.addListener((tabId) => void loaded.then(() => gone(tabId)));

/** @param {number} tabId */
function gone(tabId) {
  if (heldBy(tabId)) goneUntold.add(tabId);
  letGo(tabId);
  return tellGone();
}

/**
 * A tab that was closed while it was granted an application is told of now: its end was heard before it held anything.
 * @param {number} tabId
 */
export async function lookWhetherGone(tabId) {
  if (!(await exists(tabId))) await gone(tabId);
}

// Chromium may put another tab in the place of one (a prerendered page that is shown): it goes on under a new id.
browser.tabs.onReplaced?.addListener((added, removed) => {
  void loaded.then(() => {
    const held = heldBy(removed);
    if (held) hold({ ...held, tab_id: added });
    letGo(removed);
  });
});

browser.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === ALARM) void beatAll();
});

let beating = setInterval(() => void beatAll(), BEAT_MS);

onState(({ state, hello }) => {
  if (state !== "up") return;
  clearInterval(beating);
  beating = setInterval(() => void beatAll(), hello?.heartbeat_seconds * 1000 || BEAT_MS);
  void announce();
});

onSessionChange(() => {
  for (const held of allHeld()) letGo(held.tab_id);
});

onDocumentArrival((tabId) => {
  void loaded.then(() => {
    if (heldBy(tabId)?.left_at) amend(tabId, { left_at: null });
  });
});

onDocumentLeaving((tabId) => {
  void loaded.then(() => {
    if (heldBy(tabId) && documentsIn(tabId).length === 0) amend(tabId, { left_at: Date.now() });
  });
});

onHeldChange((tabId, held) => {
  tellTab(tabId, { event: "holding", data: { holding: asHolding(held) } });
  // The alarm, which is slower, beats for a worker that sleeps; without anything held it need not wake.
  if (held) void browser.alarms.create(ALARM, { periodInMinutes: 0.5 });
  else if (allHeld().length === 0) void browser.alarms.clear(ALARM);
});

async function beatAll() {
  await loaded;
  await Promise.all(allHeld().map((held) => beat(held.tab_id)));
}

/**
 * One heartbeat, if the tab lives.
 * @param {number} tabId
 */
export async function beat(tabId) {
  const held = heldBy(tabId);
  if (!held || held.phase !== "filling" || !(await lives(held))) return;
  const progress = held.progress ? { progress: held.progress } : {};
  try {
    await call("heartbeat", { application_id: held.application_id, fence: held.fence, ...progress });
  } catch (error) {
    lostBy(tabId, held.fence, error);
  }
}

/** @param {import("./held.js").HeldTab} held */
async function lives(held) {
  if (documentsIn(held.tab_id).length === 0 && Date.now() - (held.left_at ?? Date.now()) > AWAY_MS) return false;
  try {
    const tab = await browser.tabs.get(held.tab_id);
    return !tab.discarded;
  } catch {
    return false; // no such tab
  }
}

/**
 * A refusal that says that the tab's fence is not the current one: it holds nothing.
 * @param {number} tabId
 * @param {number} fence
 * @param {unknown} error
 */
export function lostBy(tabId, fence, error) {
  const code = /** @type {any} */ (error)?.failure?.code;
  if (LOST.has(code) && heldBy(tabId)?.fence === fence) letGo(tabId);
}

// The companion tells when an application has left its tab: given back elsewhere, its time over, taken over by another
// browser. The tab's filler stops at once, not with the next beat.
onPush(({ event, data }) => {
  const application = event === "application" ? data?.application : null;
  if (application) void loaded.then(() => leftBy(application));
});

/** @param {any} application */
async function leftBy(application) {
  const held = tabOf(application.id);
  if (!held || held.phase !== "filling") return;
  const { session } = await identity;
  const isOver = application.status_name === "pending" && application.fence === held.fence;
  const holder = application.holder;
  const isTaken = application.fence > held.fence && holder !== null && holder.session !== session;
  if ((isOver || isTaken) && heldBy(held.tab_id)?.fence === held.fence) letGo(held.tab_id);
}

async function tellGone() {
  for (const tabId of [...goneUntold]) {
    goneUntold.delete(tabId);
    try {
      await call("tab_gone", { tab_id: tabId }, crypto.randomUUID());
    } catch {
      goneUntold.add(tabId); // told on the next connection
      return;
    }
  }
}

/** Say which tabs live and what they hold; take the companion's word for what they really do. */
async function announce() {
  await loaded;
  const before = allHeld();
  /** @type {any[]} */
  const tabs = [];
  for (const held of before) {
    if (!(await exists(held.tab_id))) {
      goneUntold.add(held.tab_id);
      letGo(held.tab_id);
      continue;
    }
    const { tab_id, application_id, fence, document_id } = held;
    tabs.push({ tab_id, application_id, fence, document_id });
  }
  let result;
  try {
    result = await call("announce_tabs", { tabs });
  } catch {
    return; // the connection is gone again: the next one announces
  }
  await tellGone();
  const { session } = await identity;
  /** @type {Map<number, any>} */
  const known = new Map(result.tabs.map((/** @type {any} */ each) => [each.tab_id, each]));
  for (const held of before) {
    const theirs = known.get(held.tab_id)?.application;
    const ours = heldBy(held.tab_id);
    if (!ours || ours.fence !== held.fence || ours.phase !== held.phase) continue; // changed while we asked
    if (!theirs || theirs.id !== held.application_id) {
      // An open question holds no tab, but its late confirmation still comes under its fence.
      if (held.phase !== "submitting") letGo(held.tab_id);
    } else amend(held.tab_id, { fence: theirs.fence, phase: theirs.phase ?? held.phase, parked: theirs.parked });
  }
  // What a killed worker forgot, the companion knows.
  for (const { tab_id, application } of known.values()) {
    if (heldBy(tab_id) || application.holder?.session !== session || !(await exists(tab_id))) continue;
    hold({
      tab_id,
      frame_id: application.holder.frame_id ?? 0,
      document_id: application.holder.document_id ?? "",
      origin: "",
      application_id: application.id,
      job_id: application.job_id,
      fence: application.fence,
      phase: application.phase ?? "filling",
      agent: application.holder.kind === "agent",
      policy: null,
      parked: application.parked,
      progress: null,
      left_at: Date.now(),
    });
  }
}

/** @param {number} tabId */
async function exists(tabId) {
  try {
    await browser.tabs.get(tabId);
    return true;
  } catch {
    return false;
  }
}
