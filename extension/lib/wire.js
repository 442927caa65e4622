// From a content script to the background worker: single calls, and a port over which the worker pushes what changed.
(() => {
  if (applyonce.wire) return;

  const RECONNECT_FIRST_MS = 100;
  const RECONNECT_LAST_MS = 5_000;
  const documentId = crypto.randomUUID();

  /** What the background or the companion refused: `code` is the protocol's stable word. */
  class CallError extends Error {
    /** @param {CallFailure} failure */
    constructor(failure) {
      super(failure.message);
      this.name = "CallError";
      this.code = failure.code;
      this.details = failure;
    }
  }

  /**
   * The worker died under the call, or could not be started: in the first case the companion may have carried it out.
   * @param {unknown} error
   */
  function unavailable(error) {
    const detail = error instanceof Error ? error.message : String(error);
    const sent = !/Receiving end does not exist|Extension context invalidated/i.test(detail);
    return new CallError({ code: "companion_unavailable", message: `The extension did not answer: ${detail}`, sent });
  }

  /** What waits for its answer, by the number of its message. @type {Map<number, (reply: Reply | CallError) => void>} */
  const waiting = new Map();
  let lastId = 0;

  /**
   * By the port that is open anyway: a message of its own (`sendMessage`) opens and closes a channel each time, which takes
   * twice as long.
   * @param {string} op
   * @param {Record<string, any>} [params]
   * @param {string} [key] idempotency key
   * @returns {Promise<any>}
   */
  async function call(op, params = {}, key) {
    if (applyonce.isOrphan()) return new Promise(() => {}); // an orphan's work ends here: whoever waits would put the button back, as if offline
    const reply = await new Promise((resolve) => {
      const id = (lastId += 1);
      const message = { id, op, params, document_id: documentId, ...(key ? { key } : {}) };
      waiting.set(id, resolve);
      try {
        post(message);
      } catch {
        port = null; // it was closed without a word to this end
        post(message);
      }
    });
    if (reply instanceof CallError) throw reply;
    if (!reply.ok) throw new CallError(reply.error);
    return reply.result;
  }

  /** @param {object} message */
  function post(message) {
    connect();
    port?.postMessage(message);
  }

  /** @type {Map<string, ((data: any) => void)[]>} */
  const listeners = new Map();
  /** @type {chrome.runtime.Port | null} */
  let port = null;
  let wait = RECONNECT_FIRST_MS;
  let timer = 0;

  /**
   * @param {string} event
   * @param {(data: any) => void} listener
   */
  function on(event, listener) {
    listeners.set(event, [...(listeners.get(event) ?? []), listener]);
  }

  /** @param {Push | (Reply & {id: number})} message */
  function deliver(message) {
    wait = RECONNECT_FIRST_MS;
    if ("id" in message) {
      waiting.get(message.id)?.(message);
      waiting.delete(message.id);
      return;
    }
    const push = message;
    for (const listener of listeners.get(push.event) ?? []) listener(push.data);
  }

  /** Nobody waits for a timer: what was under way is refused now, and its caller knows that the outcome is open. @param {string} why */
  function refuseAll(why) {
    const lost = unavailable(why);
    for (const each of waiting.values()) each(lost);
    waiting.clear();
  }

  /** The worker may sleep, be updated, or not be there yet: a lost port is opened again, and the worker told who we are. */
  function connect() {
    if (port || applyonce.isOrphan()) return;
    clearTimeout(timer);
    try {
      port = browser.runtime.connect({ name: "tab" });
    } catch {
      applyonce.stop();
      return;
    }
    port.onMessage.addListener(deliver);
    port.onDisconnect.addListener(() => {
      const why = browser.runtime?.lastError?.message; // reading it keeps Chromium from logging a closed port as an error
      port = null;
      if (applyonce.isOrphan()) {
        applyonce.stop();
        return;
      }
      refuseAll(why ?? "the extension's worker was stopped");
      if (document.visibilityState === "hidden" && inBackForwardCache) return;
      timer = setTimeout(connect, wait);
      wait = Math.min(wait * 2, RECONNECT_LAST_MS);
    });
    // A worker that has come back knows nothing of this document until it asks again where it stands.
    port.postMessage({ op: "ext_present", document_id: documentId, again: wasConnected });
    wasConnected = true;
  }
  let wasConnected = false;

  // A page in the back/forward cache runs nothing, and its port is cut: it connects again when it is shown.
  let inBackForwardCache = false;
  /** @param {PageTransitionEvent} event */
  function onPageHide(event) {
    inBackForwardCache = event.persisted;
  }
  /** @param {PageTransitionEvent} event */
  function onPageShow(event) {
    inBackForwardCache = false;
    if (event.persisted) {
      // The port was cut without a word to this end: what waited for an answer would wait for ever.
      port?.disconnect();
      port = null;
      refuseAll("the page was kept in the back/forward cache");
    }
    if (listeners.size > 0 && started) connect();
  }
  let started = false;
  window.addEventListener("pagehide", onPageHide);
  window.addEventListener("pageshow", onPageShow);

  applyonce.onStop(() => {
    clearTimeout(timer);
    window.removeEventListener("pagehide", onPageHide);
    window.removeEventListener("pageshow", onPageShow);
    port?.disconnect();
    port = null;
  });
  applyonce.CallError = CallError;
  applyonce.wire = {
    documentId,
    call,
    on,
    connect() {
      started = true;
      connect();
    },
  };
})();
