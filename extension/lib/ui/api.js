/** Calls from our pages to the background worker, which passes on what the companion must decide. */

import { browser } from "./browser.js";

/** What the background or the companion refused, in words for the user, with the stable `code` of the protocol. */
export class CallError extends Error {
  /** @param {{code?: string, message?: string} & Record<string, unknown>} error */
  constructor(error) {
    super(error.message || "Something went wrong, and no reason was given.");
    this.name = "CallError";
    this.code = error.code ?? "unknown";
    this.details = error;
  }
}

/**
 * @param {string} op an operation of the protocol, or one of the background's own (`ext_…`)
 * @param {object} [params]
 * @param {string} [key] idempotency key
 * @returns {Promise<any>} its result
 * @throws {CallError}
 */
export async function call(op, params = {}, key) {
  /** @type {import("./types.js").Reply | undefined} */
  let reply;
  try {
    reply = await browser.runtime.sendMessage(key === undefined ? { op, params } : { op, params, key });
  } catch (error) {
    // The worker is gone in the middle of an update: sendMessage itself rejects.
    throw new CallError({ code: "companion_unavailable", message: `The extension did not answer. ${text(error)}` });
  }
  if (reply?.ok) return reply.result;
  throw new CallError(reply?.error ?? { code: "companion_unavailable", message: "The extension did not answer." });
}

/**
 * A call that changes something: it carries a fresh key, so that a frame sent twice on the way acts once.
 * @param {string} op
 * @param {object} [params]
 * @returns {Promise<any>}
 * @throws {CallError}
 */
export function write(op, params = {}) {
  return call(op, params, crypto.randomUUID());
}

/** @param {unknown} error */
export function text(error) {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Follow `next` until a listing ends.
 * @param {string} op
 * @param {object} params
 * @returns {Promise<any[]>}
 */
export async function allPages(op, params = {}) {
  const items = [];
  let cursor = null;
  do {
    /** @type {{items: any[], next?: string | null}} */
    const page = await call(op, { limit: 200, ...params, ...(cursor === null ? {} : { cursor }) });
    items.push(...page.items);
    cursor = page.next ?? null;
  } while (cursor !== null);
  return items;
}
