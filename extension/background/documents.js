// The documents that have our content script in them, known by their ports: who shows which job, and whom to tell.

import { companionState } from "./native_port.js";

/**
 * @typedef {{
 *   port: chrome.runtime.Port,
 *   tab_id: number,
 *   frame_id: number,
 *   document_id: string,
 *   url: string,
 *   job_id: string | null,
 *   job: any,
 *   application: any,
 * }} LiveDocument
 */

/** @type {Set<LiveDocument>} */
const documents = new Set();
/** @type {((tabId: number) => void)[]} */
const onArrival = [];
/** @type {((tabId: number) => void)[]} */
const onLeaving = [];

/**
 * Firefox before 139 and some frames give no document id: then the one counts that the content script has minted.
 * @param {chrome.runtime.MessageSender} sender
 * @param {string | undefined} minted
 */
export function documentIdOf(sender, minted) {
  return sender.documentId ?? minted ?? "";
}

/**
 * @param {chrome.runtime.Port} port
 * @param {(message: any, sender: chrome.runtime.MessageSender) => Promise<Reply>} answer to what the document asks
 */
export function adopt(port, answer) {
  const sender = port.sender;
  const tabId = sender?.tab?.id;
  if (!sender || tabId === undefined) {
    port.disconnect();
    return;
  }
  /** @type {LiveDocument} */
  const live = {
    port,
    tab_id: tabId,
    frame_id: sender.frameId ?? 0,
    document_id: documentIdOf(sender, undefined),
    url: sender.url ?? "",
    job_id: null,
    job: null,
    application: null,
  };
  documents.add(live);
  port.onMessage.addListener((message) => {
    if (message?.op !== "ext_present") {
      void answer(message, sender).then((reply) => {
        if (documents.has(live)) port.postMessage({ ...reply, id: message?.id });
      });
      return;
    }
    live.document_id ||= String(message.document_id);
    // It lost its port, to a worker's death or to the back/forward cache, and missed what was pushed meanwhile.
    if (message.again === true) tellOfCompanion(live);
    for (const listener of onArrival) listener(tabId);
  });
  port.onDisconnect.addListener(() => {
    void browser.runtime.lastError;
    documents.delete(live);
    for (const listener of onLeaving) listener(tabId);
  });
}

/** @param {(tabId: number) => void} listener */
export function onDocumentArrival(listener) {
  onArrival.push(listener);
}

/** @param {(tabId: number) => void} listener */
export function onDocumentLeaving(listener) {
  onLeaving.push(listener);
}

/** @param {number} tabId */
export function documentsIn(tabId) {
  return [...documents].filter((live) => live.tab_id === tabId);
}

/**
 * @param {chrome.runtime.MessageSender} sender
 * @param {string} documentId
 */
export function documentOf(sender, documentId) {
  return documentsIn(sender.tab?.id ?? -1).find((live) => live.document_id === documentId) ?? null;
}

/** @param {LiveDocument} live */
function tellOfCompanion(live) {
  const { state, reason } = companionState();
  if (state !== "connecting") live.port.postMessage({ event: "companion", data: { state, reason } });
}

/** @param {string} jobId */
export function documentsShowing(jobId) {
  return [...documents].filter((live) => live.job_id === jobId);
}

/** @param {number} tabId @param {Push} push */
export function tellTab(tabId, push) {
  for (const live of documentsIn(tabId)) live.port.postMessage(push);
}

/** @param {Push} push */
export function tellAll(push) {
  for (const live of documents) live.port.postMessage(push);
}

/**
 * Only those documents hear of a job that show it: a page never learns which others exist.
 * @param {string} jobId
 * @param {any} job
 * @param {any} application
 */
export function tellOfJob(jobId, job, application) {
  for (const live of documentsShowing(jobId)) {
    live.job = job ?? live.job;
    live.application = application;
    live.port.postMessage({ event: "application", data: { job: live.job, application } });
  }
}

