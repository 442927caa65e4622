// What leaves a frame, as the browser sees it: a second witness of a sending, and the only one of a sending that goes past
// the gate (form.submit(), the page's own fetch). It gives a status but no body, so it never proves acceptance.

import "../boards/boards.js";
import "../boards/greenhouse.js";
import "../boards/lever.js";
import "../boards/ashby.js";

const KEPT_MS = 150_000;
const MAX_KEPT = 200;

/** @typedef {{tab_id: number, frame_id: number, at: number, named: boolean, url: string}} Seen */

/** @type {Seen[]} */
let seen = [];
/** @type {((seen: Seen) => void)[]} */
const listeners = [];

const named = globalThis.applyonce.boards.all.flatMap((board) => board.requests);

browser.webRequest.onBeforeRequest.addListener(
  (details) => {
    if (details.tabId < 0 || (details.method !== "POST" && details.method !== "PUT")) return undefined;
    const address = details.url.replace(/^[a-z]+:\/\//i, "");
    const one = {
      tab_id: details.tabId,
      frame_id: details.frameId,
      at: Date.now(),
      named: named.some((request) => request.method === details.method && request.address.test(address)),
      url: details.url,
    };
    seen = [...seen.filter((each) => one.at - each.at < KEPT_MS), one].slice(-MAX_KEPT);
    if (one.named) for (const listener of listeners) listener(one);
    return undefined;
  },
  // Only hosts that we may see are shown to us; those are the boards' and what the user has added.
  { urls: ["https://*/*", "http://*/*"], types: ["main_frame", "sub_frame", "xmlhttprequest", "ping", "other"] },
);

/** @param {(seen: Seen) => void} listener told of each request that a board's file names */
export function onNamedRequest(listener) {
  listeners.push(listener);
}

/**
 * @param {number} tabId
 * @param {number} frameId
 * @param {number} since Unix ms
 */
export function sentFrom(tabId, frameId, since) {
  const sent = seen.filter((each) => each.tab_id === tabId && each.frame_id === frameId && each.at >= since);
  return { any: sent.length, named: sent.filter((each) => each.named).length };
}
