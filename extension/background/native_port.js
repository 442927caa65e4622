// The one connection to the companion, through the native host. The host stays while the companion comes and goes: it
// tells `companion up` after each connection, and we say hello on it; `companion down`, and nothing waits any longer.

import "./browser.js";
import { BROWSER_NAME } from "./browser.js";
import { identity, onSessionChange } from "./session.js";

const HOST = "org.applyonce.companion";
const PROTOCOL = 1;
const RECONNECT_FIRST_MS = 100;
const RECONNECT_LAST_MS = 5_000;
/** No operation takes this long; a companion that hangs must not leave a button in the air. */
const CALL_TIMEOUT_MS = 15_000;
/** After a hello that got no answer in that time. */
const ASK_AGAIN_SECONDS = 1;
const ALARM = "reconnect";

/** A refusal by the companion, or by us in its place; `failure` goes to the caller as it is. */
export class CompanionError extends Error {
  /** @param {CallFailure} failure */
  constructor(failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** @typedef {{resolve: (result: any) => void, reject: (error: CompanionError) => void, timer: number}} Pending */

/** @type {chrome.runtime.Port | null} */
let port = null;
/** @type {Map<number, Pending>} */
const pending = new Map();
let nextId = 1;
let wait = RECONNECT_FIRST_MS;
/** @type {number | undefined} */
let retry;
/** The companion is there, but could not take our hello. @type {number | undefined} */
let helloAgain;
/** @type {"connecting" | "up" | "down"} */
let state = "connecting";
let reason = "Connecting to the companion.";
/** @type {any} */
let greeting = null;
/** @type {Promise<void> | null} */
let greeted = null;
/** @type {((waiter: CompanionError | null) => void)[]} */
let settled = [];

/** @type {((push: Push) => void)[]} */
const pushListeners = [];
/** @type {((state: CompanionState) => void)[]} */
const stateListeners = [];
/** @type {((command: any) => Promise<any>) | null} */
let commandHandler = null;

/** @typedef {{state: "connecting" | "up" | "down", reason: string, hello: any}} CompanionState */

/** @returns {CompanionState} */
export function companionState() {
  return { state, reason, hello: greeting };
}

/** @param {(push: Push) => void} listener */
export function onPush(listener) {
  pushListeners.push(listener);
}

/** @param {(state: CompanionState) => void} listener */
export function onState(listener) {
  stateListeners.push(listener);
}

/** @param {(command: any) => Promise<any>} handler */
export function onCommand(handler) {
  commandHandler = handler;
}

/**
 * Ask the companion. While the connection is being made the call waits for it; when it is lost, or cannot be made,
 * the call is refused at once.
 * @param {string} op
 * @param {Record<string, any>} params
 * @param {string} [key] idempotency key
 * @returns {Promise<any>}
 * @throws {CompanionError}
 */
export async function call(op, params, key) {
  connect();
  if (state === "down") await greet(); // somebody waits: the host looks for the companion now, whatever its back-off says
  if (state === "connecting") await settling();
  return send(op, params, key);
}

/** Open the port if it is not; harmless at any time. */
export function connect() {
  if (port) return;
  clearTimeout(retry);
  try {
    port = browser.runtime.connectNative(HOST);
  } catch (error) {
    goDown(`The browser cannot start the companion's helper: ${text(error)}`);
    scheduleRetry();
    return;
  }
  if (state !== "up") state = "connecting";
  const opened = port;
  port.onMessage.addListener((message) => onMessage(message));
  port.onDisconnect.addListener((closed) => {
    // Firefox puts the reason on the port (null after a kill), Chromium into lastError.
    const error = /** @type {any} */ (closed).error ?? browser.runtime.lastError;
    if (port !== opened) return;
    port = null;
    clearTimeout(helloAgain);
    goDown(disconnectReason(error?.message ?? ""));
    scheduleRetry();
  });
}

/** @param {string} message */
function disconnectReason(message) {
  if (/not found|No such native application/i.test(message)) {
    return "The companion is not installed for this browser.";
  }
  if (/forbidden/i.test(message)) {
    return "The companion does not know this extension. Run “applyonce doctor” to see why.";
  }
  return "The connection to the companion was lost. It is being made again.";
}

function scheduleRetry() {
  clearTimeout(retry);
  retry = setTimeout(connect, wait);
  wait = Math.min(wait * 2, RECONNECT_LAST_MS);
}

/** @param {any} message */
function onMessage(message) {
  if (message === null || typeof message !== "object") return;
  if (message.id !== undefined) {
    const waiter = pending.get(message.id);
    if (!waiter) return;
    pending.delete(message.id);
    clearTimeout(waiter.timer);
    if (message.ok) waiter.resolve(message.result);
    else waiter.reject(new CompanionError(message.error ?? { code: "invalid", message: "The companion gave no reason." }));
    return;
  }
  if (message.cmd) {
    void runCommand(message);
    return;
  }
  if (message.event === "companion") {
    wait = RECONNECT_FIRST_MS;
    clearTimeout(helloAgain);
    if (message.data?.state === "up") void greet().catch(ignoreRefusal);
    else goDown(String(message.data?.reason ?? "The companion is not running."));
    return;
  }
  if (message.event) for (const listener of pushListeners) listener(message);
}

/** The refusal has been told by the state already. */
function ignoreRefusal() {}

/** Say hello; several callers share one. */
function greet() {
  clearTimeout(helloAgain);
  greeted ??= hello().finally(() => {
    greeted = null;
  });
  return greeted;
}

async function hello() {
  const { instance, session } = await identity;
  const version = browser.runtime.getManifest().version;
  try {
    greeting = await send("hello", { protocol: PROTOCOL, version, browser: BROWSER_NAME, instance, session });
  } catch (error) {
    if (error instanceof CompanionError) {
      goDown(error.message);
      // It runs, and nobody tells us of it again (another program holds its database, say): asked until it takes it.
      const { retry_after: seconds } = error.failure;
      if (typeof seconds === "number") helloAgain = setTimeout(() => void greet().catch(ignoreRefusal), seconds * 1_000);
    }
    throw error;
  }
  setState("up", "");
}

/**
 * @param {string} op
 * @param {Record<string, any>} params
 * @param {string} [key]
 */
function send(op, params, key) {
  return new Promise((resolve, reject) => {
    if (!port) {
      reject(unavailable(reason, false));
      return;
    }
    const id = nextId++;
    const timer = setTimeout(() => {
      pending.delete(id);
      reject(new CompanionError({ ...unavailable("The companion did not answer in time.", true).failure, retry_after: ASK_AGAIN_SECONDS }));
    }, CALL_TIMEOUT_MS);
    pending.set(id, { resolve, reject, timer });
    try {
      port.postMessage(key ? { id, op, params, key } : { id, op, params });
    } catch (error) {
      clearTimeout(timer);
      pending.delete(id);
      reject(unavailable(text(error), false));
    }
  });
}

/** @returns {Promise<void>} when it is known whether the companion can be had */
function settling() {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(unavailable("The companion’s helper does not answer.", false)), CALL_TIMEOUT_MS);
    settled.push((error) => {
      clearTimeout(timer);
      if (error) reject(error);
      else resolve();
    });
  });
}

/** @param {string} why */
function goDown(why) {
  greeting = null;
  setState("down", why);
  // Nobody waits for a timer: what was under way is refused now, and the caller knows that its outcome is open.
  const waiting = [...pending.values()];
  pending.clear();
  for (const each of waiting) {
    clearTimeout(each.timer);
    each.reject(unavailable(why, true));
  }
}

/**
 * @param {"up" | "down"} next
 * @param {string} why
 */
function setState(next, why) {
  const changed = state !== next || reason !== why;
  state = next;
  reason = why;
  const waiting = settled;
  settled = [];
  for (const each of waiting) each(next === "up" ? null : unavailable(why, false));
  if (changed) for (const listener of stateListeners) listener(companionState());
}

/**
 * @param {string} message
 * @param {boolean} sent whether the companion may have seen the request
 */
function unavailable(message, sent) {
  return new CompanionError({ code: "companion_unavailable", message, sent });
}

/** @param {any} command */
async function runCommand(command) {
  /** @type {Record<string, any>} */
  let answer;
  try {
    answer = { ok: true, ...(await commandHandler?.(command)) };
  } catch (error) {
    answer = { ok: false, error: error instanceof CompanionError ? error.failure : { code: "invalid", message: text(error) } };
  }
  port?.postMessage({ cid: command.cid, ...answer });
}

/** @param {unknown} error */
function text(error) {
  return error instanceof Error ? error.message : String(error);
}

// setTimeout does not outlive a worker that sleeps: the alarm is the fallback that wakes it.
browser.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === ALARM) connect();
});
void browser.alarms.create(ALARM, { periodInMinutes: 0.5 });

onSessionChange(() => {
  port?.disconnect(); // onDisconnect is not called on the side that disconnects
  port = null;
  goDown("The browser was started again.");
  connect();
});
