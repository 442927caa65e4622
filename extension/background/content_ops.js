// What a content script may ask about the application that its tab holds, or wants. The background adds who holds (from the
// browser's `sender`) and remembers what was granted.

import { refused, sameOrigin, tabOf } from "./asker.js";
import { call, companionState } from "./native_port.js";
import { documentOf, documentsIn } from "./documents.js";
import { allHeld, amend, asHolding, heldBy, hold, letGo, loaded } from "./held.js";
import { awaitsProof, forgetPermit, notePermit } from "./outside_gate.js";
import { turn } from "./pace.js";
import { identity } from "./session.js";
import { noteOpener, noteShown, openerOf, shownIn } from "./shown_jobs.js";
import { lookWhetherGone, lostBy } from "./tabs.js";

/** @typedef {import("./router.js").Handler} Handler */
/** @typedef {import("./router.js").Asker} Asker */

/** @param {Asker} asker */
async function holderOf(asker) {
  const { sender, document_id } = asker;
  if (/** @type {any} */ (sender).documentLifecycle === "prerender") {
    throw refused("phase", "A page that is not shown yet cannot apply.");
  }
  const { session } = await identity;
  const held = heldBy(tabOf(asker));
  return { kind: held?.agent ? "agent" : "tab", session, tab_id: tabOf(asker), frame_id: sender.frameId ?? 0, document_id };
}

/**
 * @param {Asker} asker
 * @param {{application_id: string, job_id: string, fence: number, phase: "filling" | "submitting"}} grant
 */
function remember(asker, grant) {
  hold({
    ...grant,
    tab_id: tabOf(asker),
    frame_id: asker.sender.frameId ?? 0,
    document_id: asker.document_id,
    origin: asker.sender.origin ?? "",
    agent: false,
    policy: null,
    parked: null,
    progress: null,
    left_at: null,
  });
  void lookWhetherGone(tabOf(asker));
}

/**
 * The tab must hold what it speaks of: a fence alone, learnt anywhere, opens nothing.
 * @param {Asker} asker
 * @param {Record<string, any>} params
 */
async function mustHold(asker, params) {
  await loaded;
  const held = heldBy(tabOf(asker));
  if (!held || held.application_id !== params.application_id) {
    throw refused("not_holder", "This tab does not hold the application any more.");
  }
  return held;
}

/**
 * A form may show its confirmation in a new tab: that one speaks for the tab that opened it, once something was sent there.
 * @param {number} tabId
 */
async function sendingBy(tabId) {
  const held = heldBy(tabId);
  if (held) return held.phase === "submitting" ? held : null;
  const opener = await openerOf(tabId);
  const openers = opener === null ? null : heldBy(opener);
  return openers?.phase === "submitting" ? openers : null;
}

/**
 * The tabs whose form has just been sent from this address, which led the tab that asks to its page.
 * @param {string} address
 * @param {number} tabId
 */
function sendersAt(address, tabId) {
  return allHeld().filter((held) => held.tab_id !== tabId && held.phase === "submitting" && addressOf(held) === address);
}

/** As a referrer tells it, without what stands behind "#". @param {import("./held.js").HeldTab} held */
function addressOf({ tab_id, document_id }) {
  const live = documentsIn(tab_id).find((each) => each.document_id === document_id);
  return live?.url.split("#")[0] ?? "";
}

/**
 * An operation of the holder, passed on as it is.
 * @param {string} op
 * @returns {Handler}
 */
function fenced(op) {
  return async (params, asker) => {
    const held = await mustHold(asker, params);
    try {
      return await call(op, params, asker.key);
    } catch (error) {
      lostBy(held.tab_id, Number(params.fence), error);
      throw error;
    }
  };
}

/** @type {Handler} */
async function identify(params, asker) {
  const { sender } = asker;
  // The address may be newer than the sender's (single-page boards), but never of another site.
  if (!sameOrigin(String(params.url), sender.url ?? "")) throw refused("unauthorized", "The address is not this page's.");
  await turn(tabOf(asker));
  const result = await call("identify", params, asker.key);
  const live = documentOf(sender, asker.document_id);
  if (live) {
    live.job_id = result.job.id;
    live.job = result.job;
    live.application = result.application;
    live.url = String(params.url);
  }
  noteShown(tabOf(asker), result.job.id);
  return result;
}

/**
 * Which job a form means whose address names none: what the tab holds, or else what it has come from.
 * @type {Handler}
 */
async function tabJob({ board }, asker) {
  await loaded;
  const tabId = tabOf(asker);
  const jobId = heldBy(tabId)?.job_id ?? (await shownIn(tabId));
  if (!jobId) return { job: null, application: null };
  const { job, application } = await call("job", { job_id: jobId });
  if (job.board !== board) return { job: null, application: null };
  const live = documentOf(asker.sender, asker.document_id);
  if (live) Object.assign(live, { job_id: job.id, job, application });
  return { job, application };
}

/** @type {Handler} */
async function apply({ job_id, replace }, asker) {
  await loaded;
  const holder = await holderOf(asker);
  const grant = await call("apply", { job_id, holder, ...(replace ? { replace: true } : {}) }, asker.key);
  remember(asker, { application_id: grant.application_id, job_id, fence: grant.fence, phase: "filling" });
  return { ...grant, holding: asHolding(heldBy(tabOf(asker))) };
}

/** @type {Handler} */
async function beginSubmit({ application_id, fence }, asker) {
  const held = await mustHold(asker, { application_id });
  try {
    const permit = await call("begin_submit", { application_id, fence }, asker.key);
    notePermit(held.tab_id);
    amend(held.tab_id, { phase: "submitting", fence: permit.fence });
    return permit;
  } catch (error) {
    lostBy(held.tab_id, Number(fence), error);
    throw error;
  }
}

/** @type {Handler} */
async function beginSubmitJob({ job_id }, asker) {
  await loaded;
  const permit = await call("begin_submit_job", { job_id, holder: await holderOf(asker) }, asker.key);
  notePermit(tabOf(asker));
  remember(asker, { application_id: permit.application_id, job_id, fence: permit.fence, phase: "submitting" });
  return permit;
}

/** @type {Handler} */
async function confirm(params, asker) {
  await loaded;
  const sending = await sendingBy(tabOf(asker));
  const held = sending && sending.application_id === params.application_id ? sending : await mustHold(asker, params);
  const result = await call("confirm", params, asker.key);
  letGo(held.tab_id);
  return result;
}

/** @type {Handler} */
async function fail(params, asker) {
  const held = await mustHold(asker, params);
  let result;
  try {
    result = await call("fail", params, asker.key);
  } catch (error) {
    lostBy(held.tab_id, Number(params.fence), error);
    throw error;
  }
  if (params.not_sent_proof) forgetPermit(held.tab_id, params.not_sent_proof.kind === "permit_unused");
  const { application } = result;
  if (application.phase === "filling" && params.keep) {
    amend(held.tab_id, { phase: "filling", fence: application.fence, parked: application.parked });
  } else letGo(held.tab_id);
  return result;
}

/**
 * @param {"park" | "resume"} op
 * @returns {Handler}
 */
function parking(op) {
  return async (params, asker) => {
    const held = await mustHold(asker, params);
    const result = await call(op, params, asker.key);
    amend(held.tab_id, { parked: result.application.parked });
    return result;
  };
}

/** The draft of what the tab holds, or of what was sent by the tab that opened it. @type {Handler} */
async function draft(params, asker) {
  await loaded;
  const sending = await sendingBy(tabOf(asker));
  return sending?.application_id === params.application_id ? call("draft", params, asker.key) : fenced("draft")(params, asker);
}

/** @type {Handler} */
async function release(params, asker) {
  const held = await mustHold(asker, params);
  const result = await call("release", params, asker.key);
  letGo(held.tab_id);
  return result;
}

/** @type {Handler} */
async function heartbeat(params, asker) {
  const held = await mustHold(asker, params);
  if (params.progress) amend(held.tab_id, { progress: params.progress });
  return fenced("heartbeat")(params, asker);
}

/** @type {Handler} */
async function plan(params, asker) {
  const { sender } = asker;
  if (!sameOrigin(String(params.url), sender.url ?? "")) throw refused("unauthorized", "The address is not this page's.");
  const { protocol, hostname } = new URL(String(params.url));
  const loopback = hostname === "localhost" || hostname === "127.0.0.1";
  if (protocol !== "https:" && !loopback) throw refused("unauthorized", "This page is not secure: nothing is filled into it.");
  if (sender.origin === "null") throw refused("unauthorized", "This frame is sandboxed: nothing is filled into it.");
  return fenced("plan")(params, asker);
}

/**
 * Where a document stands, asked when it has come: by loading, from the back/forward cache, or after a worker's death.
 * Moves the holding to this document when its tab holds this very application.
 * @type {Handler}
 */
async function arrive({ application_id, has_form, referrer }, asker) {
  await loaded;
  const tabId = tabOf(asker);
  const { state, reason } = companionState();
  const held = heldBy(tabId);
  const mine = held && held.application_id === application_id;
  const elsewhere = mine && held.document_id !== asker.document_id;
  // Of the frames of one tab, the one with the form works on it; a page without one takes over only a dead document's place.
  if (elsewhere && held.phase === "filling" && (has_form || !documentOfHeld(asker, held))) await rebind(asker, held);
  const now = heldBy(tabId);
  const [sender, second] = referrer && !now ? sendersAt(String(referrer), tabId) : [];
  if (sender && !second) await noteOpener(tabId, sender.tab_id);
  return {
    holding: mine ? asHolding(now) : null,
    sending: await sendingOf(asker, String(referrer ?? "")),
    outside: await awaitsProof(tabId),
    agent: now?.agent && now.phase === "filling" && !isAnotherFrames(asker, now) ? asHolding(now) : null,
    session: (await identity).session,
    state,
    reason,
  };
}

/**
 * A sending whose confirmation may be this very page, on another address than the job's.
 * @param {Asker} asker
 * @param {string} referrer
 * @returns {Promise<Standing["sending"]>}
 */
async function sendingOf(asker, referrer) {
  const sent = await sendingBy(tabOf(asker));
  if (!sent) return null;
  const { application_id, fence, job_id, tab_id } = sent;
  const led = tab_id === tabOf(asker) ? sameOrigin(referrer, asker.sender.url ?? "") : referrer === addressOf(sent);
  return { application_id, fence, job_id, led };
}

/**
 * @param {Asker} asker
 * @param {import("./held.js").HeldTab} held
 */
function documentOfHeld(asker, held) {
  return documentOf(asker.sender, held.document_id);
}

/**
 * Another frame of the tab, which is still there, works on it.
 * @param {Asker} asker
 * @param {import("./held.js").HeldTab} held
 */
function isAnotherFrames(asker, held) {
  return held.frame_id !== (asker.sender.frameId ?? 0) && documentOfHeld(asker, held) !== null;
}

/**
 * @param {Asker} asker
 * @param {import("./held.js").HeldTab} held
 */
async function rebind(asker, held) {
  try {
    const holder = await holderOf(asker);
    const { application } = await call("rebind", { application_id: held.application_id, fence: held.fence, holder }, crypto.randomUUID());
    amend(held.tab_id, {
      fence: application.fence,
      parked: application.parked,
      frame_id: asker.sender.frameId ?? 0,
      document_id: asker.document_id,
      origin: asker.sender.origin ?? "",
    });
  } catch (error) {
    lostBy(held.tab_id, held.fence, error);
    if (/** @type {any} */ (error)?.failure?.code === "companion_unavailable") return;
    if (heldBy(held.tab_id)) throw error;
  }
}

/** @type {Record<string, Handler>} */
export const contentOps = {
  identify,
  apply,
  begin_submit: beginSubmit,
  begin_submit_job: beginSubmitJob,
  confirm,
  fail,
  park: parking("park"),
  resume: parking("resume"),
  release,
  heartbeat,
  plan,
  document: fenced("document"),
  draft,
  save_draft: fenced("save_draft"),
  note_answers: fenced("note_answers"),
  ext_arrive: arrive,
  ext_tab_job: tabJob,
};
