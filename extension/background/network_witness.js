// What leaves a frame, as the browser sees it: a second witness of a sending, and the only one of a sending that goes past
// the gate (form.submit(), the page's own fetch). It gives a status but no body, so it never proves acceptance.

import "../boards/boards.js";
import "../boards/plain_form.js";
import "../boards/greenhouse.js";
import "../boards/lever.js";
import "../boards/ashby.js";
import "../boards/teamtailor.js";
import "../boards/personio.js";
import "../boards/recruitee.js";
import "../boards/breezy.js";

const KEPT_MS = 150_000;
const MAX_KEPT = 200;

/** Refusals by status that say nothing of what the server took: it gave up waiting. */
const NO_REFUSAL = new Set([408]);

/**
 * @typedef {{
 *   tab_id: number, frame_id: number, parent_frame_id: number, origin: string, opens: boolean, at: number, named: boolean, url: string,
 *   request_id: string, redirected: boolean, refused: boolean,
 * }} Seen `origin`: of the page that has asked for it; `opens`: its answer is shown in the tab, in place of what stood there
 */

/** @type {Seen[]} */
let seen = [];
/** From when on (Unix ms) nothing is missing in `seen`: a worker that died took with it what it had seen. */
let completeSince = Date.now();
/** @type {((seen: Seen) => void)[]} */
const listeners = [];
/** @type {((seen: Seen) => void)[]} */
const onOpening = [];

const named = globalThis.applyonce.boards.all.flatMap((board) => board.requests);

browser.webRequest.onBeforeRequest.addListener(
  (details) => {
    if (details.method !== "POST" && details.method !== "PUT") return undefined;
    const address = details.url.replace(/^[a-z]+:\/\//i, "");
    const one = {
      tab_id: details.tabId,
      frame_id: details.frameId,
      parent_frame_id: details.parentFrameId,
      origin: originOf(details),
      opens: details.type === "main_frame",
      at: Date.now(),
      named: named.some((request) => request.method === details.method && request.address.test(address)),
      url: details.url,
      request_id: details.requestId,
      redirected: false,
      refused: false,
    };
    keep(one);
    if (one.tab_id < 0) return undefined;
    for (const listener of one.named ? listeners : one.opens ? onOpening : []) listener(one);
    return undefined;
  },
  // Only hosts that we may see are shown to us; those are the boards' and what the user has added.
  { urls: ["https://*/*", "http://*/*"], types: ["main_frame", "sub_frame", "xmlhttprequest", "ping", "other"] },
);

/** @type {chrome.webRequest.RequestFilter} */
const ANSWERS = { urls: ["https://*/*", "http://*/*"], types: ["main_frame", "sub_frame", "xmlhttprequest", "ping", "other"] };

// A request that is itself answered 4xx was not taken. Whatever else it is answered proves nothing, in either way; and
// where it was sent on to another page, that page's status says nothing of it.
browser.webRequest.onBeforeRedirect.addListener((details) => {
  const one = seen.find((each) => each.request_id === details.requestId);
  if (one) one.redirected = true;
}, ANSWERS);
browser.webRequest.onCompleted.addListener((details) => {
  const one = seen.find((each) => each.request_id === details.requestId);
  if (!one || one.redirected) return;
  one.refused = details.statusCode >= 400 && details.statusCode < 500 && !NO_REFUSAL.has(details.statusCode);
}, ANSWERS);

/** Chromium names the origin, Firefox the address of the page. @param {any} details */
function originOf({ initiator, originUrl }) {
  return initiator ?? (URL.canParse(originUrl) ? new URL(originUrl).origin : "");
}

/**
 * A form's answer may be shown in another frame or another tab, and what a page's workers send belongs to no tab at all.
 * @param {Seen} one
 * @param {number} tabId
 * @param {number} frameId
 * @param {string} origin
 */
function mayBeFrom(one, tabId, frameId, origin) {
  const sameOrigin = one.origin !== "" && one.origin === origin;
  if (one.tab_id !== tabId) return sameOrigin && (one.tab_id < 0 || one.opens);
  return one.frame_id === frameId || one.parent_frame_id === frameId || sameOrigin;
}

/** @param {Seen} one */
function keep(one) {
  seen = [...seen, one];
  const kept = seen.filter((each) => one.at - each.at < KEPT_MS).slice(-MAX_KEPT);
  const lost = seen[seen.length - kept.length - 1];
  if (lost) completeSince = lost.at + 1;
  seen = kept;
}

/** @param {(seen: Seen) => void} listener told of each request that a board's file names */
export function onNamedRequest(listener) {
  listeners.push(listener);
}

/** @param {(seen: Seen) => void} listener told of each other form whose answer takes its page's place */
export function onOtherForm(listener) {
  onOpening.push(listener);
}

/**
 * What has, or may have, left a frame since then; `complete` false where some of it may have been missed, which proves nothing.
 * @param {number} tabId
 * @param {number} frameId
 * @param {string} origin the frame's
 * @param {number} since Unix ms
 */
export function sentFrom(tabId, frameId, origin, since) {
  const sent = seen.filter((each) => each.at >= since && mayBeFrom(each, tabId, frameId, origin));
  const own = sent.filter((each) => each.named);
  // Only the request that the board's file names is known to carry the application: of others a status says nothing.
  const complete = since >= completeSince;
  return { any: sent.length, named: own.length, refused: complete && own.length > 0 && own.every((each) => each.refused), complete };
}
