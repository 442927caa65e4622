// Who may ask what. One table: an operation that is not in it is refused, whoever asks.
//
// Tiers: `content` is what a job page's own script needs; `page` is for the extension's pages. Who asks is read from the
// browser's `sender` alone; the holder is made from it here, never taken from a message.

import { CompanionError, call } from "./native_port.js";
import { contentOps } from "./content_ops.js";
import { leadingContentOps } from "./leading_ops.js";
import { marksContentOps, marksPageOps } from "./marks.js";
import { pageOps } from "./page_ops.js";
import { previewContentOps, previewPageOps } from "./preview.js";
import { sendingContentOps } from "./sending_ops.js";

/**
 * @typedef {{tier: "content" | "page", sender: chrome.runtime.MessageSender, document_id: string, key: string | undefined}} Asker
 * @typedef {(params: Record<string, any>, asker: Asker) => Promise<any>} Handler
 */

/** What extension pages may ask of the companion as it is. */
const PASSED_ON = [
  "health", "jobs", "job", "new_cycle", "same_job", "set_status", "release", "resolve", "evidence", "identify",
  "profile", "save_profile", "documents", "begin_document", "upload_chunk", "change_document", "delete_document", "document",
  "answers", "add_answer", "change_answer", "delete_answer", "offered_answers", "keep_answers", "settings", "save_settings",
  "auto_apply", "auto_apply_start", "auto_apply_stop", "auto_apply_queue", "auto_apply_dequeue", "events",
];

/** @type {Record<"content" | "page", Map<string, Handler>>} */
const TABLE = {
  content: new Map([contentOps, sendingContentOps, leadingContentOps, previewContentOps, marksContentOps].flatMap((ops) => Object.entries(ops))),
  page: new Map([
    ...PASSED_ON.map((op) => /** @type {[string, Handler]} */ ([op, (params, { key }) => call(op, params, key)])),
    ...Object.entries(pageOps),
    ...Object.entries(previewPageOps),
    ...Object.entries(marksPageOps),
  ]),
};

/**
 * @param {chrome.runtime.MessageSender} sender
 * @returns {"content" | "page" | null}
 */
export function tierOf(sender) {
  if (sender.id !== browser.runtime.id) return null;
  // Only our own pages have our origin; a content script has the page's, also within a frame of ours.
  if (sender.url?.startsWith(browser.runtime.getURL(""))) return "page";
  return sender.tab ? "content" : null;
}

/**
 * @param {any} message
 * @param {chrome.runtime.MessageSender} sender
 * @param {"content" | "page"} tier whom the road serves by which the message came: a job page's script speaks over its
 *   port alone, a page of ours by single messages
 * @returns {Promise<Reply>}
 */
export async function answer(message, sender, tier) {
  const op = typeof message?.op === "string" ? message.op : "";
  const handler = tierOf(sender) === tier && TABLE[tier].get(op);
  if (!handler) return refusal("unauthorized", `“${op.slice(0, 60)}” may not be asked from here.`);
  const params = message.params ?? {};
  if (typeof params !== "object" || Array.isArray(params)) return refusal("invalid", "params must be an object.");
  const minted = typeof message.document_id === "string" ? message.document_id.slice(0, 100) : "";
  /** @type {Asker} */
  const asker = {
    tier,
    sender,
    document_id: sender.documentId ?? minted,
    key: typeof message.key === "string" ? message.key : undefined,
  };
  try {
    return { ok: true, result: await handler(params, asker) };
  } catch (error) {
    if (error instanceof CompanionError) return { ok: false, error: error.failure };
    console.error(error);
    return refusal("invalid", error instanceof Error ? error.message : String(error));
  }
}

/**
 * @param {string} code
 * @param {string} message
 * @returns {Reply}
 */
function refusal(code, message) {
  return { ok: false, error: { code, message } };
}
