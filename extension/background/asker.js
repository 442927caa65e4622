// Who asks, as the browser says it, and the refusals that come of that.

import { CompanionError } from "./native_port.js";

/** @typedef {import("./router.js").Asker} Asker */

/** @param {Asker} asker */
export function tabOf({ sender }) {
  const id = sender.tab?.id;
  if (id === undefined) throw refused("unauthorized", "Only a tab may ask this.");
  return id;
}

/**
 * @param {string} code
 * @param {string} message
 */
export function refused(code, message) {
  return new CompanionError({ code, message });
}

/**
 * @param {string} one
 * @param {string} other
 */
export function sameOrigin(one, other) {
  try {
    return new URL(one).origin === new URL(other).origin;
  } catch {
    return false;
  }
}
