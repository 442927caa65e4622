// Submissions that went out past the gate: the companion was down and the user decided, or the page's own script sent.
// Kept on disk until the companion has them; each with the key under which it is told, so that it counts once.

import { call, onState } from "./native_port.js";
import { documentsIn, tellTab } from "./documents.js";
import { heldBy, loaded } from "./held.js";
import { onNamedRequest, onOtherForm } from "./network_witness.js";

const KEY = "outside_gate";
/** Two witnesses of one sending (the gate and the network) come within this time. */
const SAME_SENDING_MS = 120_000;
/** Refusals that no later time changes: nothing can be made of what the page said, or it was told before. */
const FOR_GOOD = new Set(["not_found", "invalid", "too_large", "key_reused"]);
/** The page that answers a form comes soon, or it is not known for that. */
const ANSWERED_MS = 30_000;
/** The gate's own word may be on its way while the request is seen. */
const GATE_WORD_MS = 1_500;

/**
 * @typedef {{
 *   key: string, at: number, tab_id: number, job_id: string | null, identify: any, evidence: any, told: boolean,
 * }} Outside `identify`: what the page said of the job, when the companion could not be asked which it is.
 * One that was told is kept for as long as its confirmation may still come.
 */

/** The companion stays, and cannot take it now: nobody says when it can. */
const TELL_AGAIN_MS = 30_000;
/** @type {number | undefined} */
let again;

/** What a tab that shows a job has sent last without a permit, by a form of no known board: was it the application? @type {Map<number, {at: number, job_id: string}>} */
const mayBeSent = new Map();

/** One change of the stored list at a time. */
let queue = Promise.resolve();

onState(({ state }) => {
  if (state === "up") void tell();
});

/**
 * @param {Omit<Outside, "key" | "told">} one
 */
export function record(one) {
  return change((kept) => {
    const twin = kept.find((each) => each.tab_id === one.tab_id && Math.abs(each.at - one.at) < SAME_SENDING_MS && mayBeOneJob(each, one));
    if (!twin) return [...kept, { ...one, key: crypto.randomUUID(), told: false }];
    return kept;
  }).then(tell);
}

/**
 * A tab may send to one job after another. Where it cannot be told, two witnesses mean one.
 * @param {Pick<Outside, "job_id" | "identify">} one
 * @param {Pick<Outside, "job_id" | "identify">} other
 */
function mayBeOneJob(one, other) {
  if (one.job_id && other.job_id) return one.job_id === other.job_id;
  if (one.identify && other.identify) return one.identify.url === other.identify.url;
  return true;
}

/**
 * The board's confirmation of a sending that went past the gate was seen in its tab.
 * @param {number} tabId
 * @param {any} evidence
 */
export function prove(tabId, evidence) {
  return change((kept) => {
    // The tab shows the confirmation of what it has sent last.
    const proved = kept.filter((each) => each.tab_id === tabId && !each.evidence && isRecent(each)).at(-1);
    const other = answered(tabId);
    mayBeSent.delete(tabId);
    if (!proved && other) return [...kept, { ...other, tab_id: tabId, identify: null, evidence, told: false, key: crypto.randomUUID() }];
    return kept.map((each) => (each === proved ? { ...each, evidence, told: false, key: `${each.key}-proof` } : each));
  }).then(tell);
}

/** @param {number} tabId what its page may be the answer to */
function answered(tabId) {
  const one = mayBeSent.get(tabId);
  return one && Date.now() - one.at < ANSWERED_MS ? one : null;
}

/** @param {number} tabId @returns {Promise<boolean>} whether a sending of this tab went past the gate and has no proof yet */
export async function awaitsProof(tabId) {
  return answered(tabId) !== null || (await read()).some((each) => each.tab_id === tabId && !each.evidence && isRecent(each));
}

/**
 * @param {Pick<Outside, "job_id" | "identify">} one
 * @returns {Promise<number | null>} when this browser has sent to that job past the gate (Unix ms), the companion not knowing it yet
 */
export async function passedAt(one) {
  const same = (await read()).filter((each) => !each.told && isSameJob(each, one));
  return same.at(-1)?.at ?? null;
}

/**
 * @param {Pick<Outside, "job_id" | "identify">} one
 * @param {Pick<Outside, "job_id" | "identify">} other
 */
function isSameJob(one, other) {
  if (one.job_id && other.job_id) return one.job_id === other.job_id;
  return one.identify !== null && one.identify.url === other.identify?.url;
}

/** @param {Outside} one */
function isRecent(one) {
  return Date.now() - one.at < SAME_SENDING_MS;
}

export async function keptCount() {
  return (await read()).filter((each) => !each.told).length;
}

/** @param {unknown} error */
function codeOf(error) {
  return /** @type {any} */ (error)?.failure?.code;
}

/** @param {Outside} one */
async function report(one) {
  const facts = { at: new Date(one.at).toISOString(), ...(one.evidence ? { evidence: one.evidence } : {}) };
  const identified = async () => (await call("identify", one.identify, `${one.key}-job`)).job.id;
  const jobId = one.job_id ?? (await identified());
  try {
    await call("report_submission", { job_id: jobId, ...facts }, one.key);
  } catch (error) {
    // A companion that has lost its jobs learns this one again.
    if (codeOf(error) !== "not_found" || !one.job_id || !one.identify) throw error;
    await call("report_submission", { job_id: await identified(), ...facts }, `${one.key}-again`);
  }
}

/** Tell the companion of all that is kept; what it has taken is forgotten. */
async function tell() {
  clearTimeout(again);
  for (const one of (await read()).filter((each) => !each.told)) {
    try {
      await report(one);
    } catch (error) {
      // Whatever else keeps it from being taken (a full disk, a companion of another protocol) passes.
      if (!FOR_GOOD.has(codeOf(error))) {
        again = setTimeout(() => void tell(), TELL_AGAIN_MS);
        return;
      }
    }
    await change((kept) =>
      kept.map((each) => (each.key === one.key ? { ...each, told: true } : each)).filter((each) => !each.told || isRecent(each)),
    );
  }
}

onNamedRequest((seen) => {
  // Which job the tab shows is read now: in a moment it may show the board's thanks.
  const jobId = documentsIn(seen.tab_id).find((live) => live.job_id)?.job_id;
  if (jobId) setTimeout(() => void judge(seen, jobId), GATE_WORD_MS);
});

// Any form may be anything: a search, a log-in. Only where the page that answers it confirms an application was it one.
onOtherForm(({ tab_id, at }) => {
  const job_id = documentsIn(tab_id).find((live) => live.job_id)?.job_id;
  if (!job_id || recentlyPermitted(tab_id, at)) return;
  mayBeSent.set(tab_id, { at, job_id });
  void loaded.then(() => {
    if (heldBy(tab_id)?.phase === "submitting") mayBeSent.delete(tab_id);
  });
});

/**
 * A request that carries an application, from a tab without a permit: it went past the gate.
 * @param {import("./network_witness.js").Seen} seen
 * @param {string} jobId
 */
async function judge(seen, jobId) {
  await loaded;
  const held = heldBy(seen.tab_id);
  if (held?.phase === "submitting") return;
  if (recentlyPermitted(seen.tab_id, seen.at)) return;
  await record({ at: seen.at, tab_id: seen.tab_id, job_id: jobId, identify: null, evidence: null });
  // The thanks may stand there already.
  tellTab(seen.tab_id, { event: "outside" });
}

/** What left a tab between these times (Unix ms) had a permit. @type {Map<number, {from: number, to: number}>} */
const permitted = new Map();

// What a closed tab has sent is still heard of for a while.
browser.tabs.onRemoved.addListener((tabId) => {
  mayBeSent.delete(tabId);
  if (permitted.has(tabId)) setTimeout(() => permitted.delete(tabId), SAME_SENDING_MS);
});

/** @param {number} tabId */
export function notePermit(tabId) {
  permitted.set(tabId, { from: Date.now(), to: Infinity });
}

/** @param {number} tabId @returns {number} when the tab's last permit was given (Unix ms), 0 where it had none */
export function permittedAt(tabId) {
  return permitted.get(tabId)?.from ?? 0;
}

/**
 * What leaves the tab from now on has no permit; where it was proved unused, neither had what left before.
 * @param {number} tabId
 * @param {boolean} unused
 */
export function forgetPermit(tabId, unused) {
  const one = permitted.get(tabId);
  if (unused || !one) permitted.delete(tabId);
  else permitted.set(tabId, { ...one, to: Date.now() });
}

/**
 * @param {number} tabId
 * @param {number} at
 */
function recentlyPermitted(tabId, at) {
  const one = permitted.get(tabId);
  return one !== undefined && at <= one.to && at - one.from < SAME_SENDING_MS;
}

/** @returns {Promise<Outside[]>} */
async function read() {
  return /** @type {any} */ ((await browser.storage.local.get(KEY))[KEY]) ?? [];
}

/** @param {(kept: Outside[]) => Outside[]} how */
function change(how) {
  const done = queue.then(async () => {
    await browser.storage.local.set({ [KEY]: how(await read()) });
  });
  queue = done.catch(() => {});
  return done;
}
