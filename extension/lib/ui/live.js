/**
 * What the background pushes: `{event, seq, data}` over the port `page`. A page that subscribes shows changes made
 * anywhere (another tab, the command line, the auto-apply loop) without a reload.
 */

import { browser } from "./browser.js";

const RECONNECT_FIRST_MS = 100;
const RECONNECT_LAST_MS = 5000;

/** Fired by us after a connection came back or the stream was reset: pushes may have been missed, so what is shown is fetched again. */
export const RECONNECTED = "reconnected";

export class Live {
  constructor() {
    /** @type {Map<string, Set<(data: any) => void>>} */
    this.listeners = new Map();
    this.delay = RECONNECT_FIRST_MS;
    this.connect(false);
  }

  /** @param {boolean} again */
  connect(again) {
    const port = browser.runtime.connect({ name: "page" });
    port.onMessage.addListener((message) => {
      this.delay = RECONNECT_FIRST_MS;
      // The stream could not keep up with us or no longer reaches back: what is shown is fetched again.
      this.emit(message.event === "reset" ? RECONNECTED : message.event, message.data);
    });
    port.onDisconnect.addListener(() => {
      // Reading lastError keeps Chromium from logging it: a worker that went to sleep is nothing unusual.
      void browser.runtime.lastError;
      if (!browser.runtime.id) return;
      setTimeout(() => this.connect(true), this.delay);
      this.delay = Math.min(this.delay * 2, RECONNECT_LAST_MS);
    });
    if (again) this.emit(RECONNECTED, null);
  }

  /**
   * @param {string} event
   * @param {any} data
   */
  emit(event, data) {
    for (const listener of this.listeners.get(event) ?? []) listener(data);
  }

  /**
   * @param {string | readonly string[]} events
   * @param {(data: any) => void} listener
   */
  on(events, listener) {
    for (const event of typeof events === "string" ? [events] : events) {
      const set = this.listeners.get(event) ?? new Set();
      set.add(listener);
      this.listeners.set(event, set);
    }
  }
}

/**
 * Run `work` soon and once for any number of calls in between; while it runs, one more run is remembered.
 * A burst of pushes then costs one fetch, and an older answer never overwrites a newer one.
 * @param {() => Promise<void>} work
 * @param {number} [waitMs]
 * @returns {() => void}
 */
export function coalesced(work, waitMs = 60) {
  let waiting = false;
  let running = false;
  let again = false;
  const run = async () => {
    waiting = false;
    running = true;
    try {
      await work();
    } finally {
      running = false;
      if (again) {
        again = false;
        ask();
      }
    }
  };
  const ask = () => {
    if (running) {
      again = true;
      return;
    }
    if (waiting) return;
    waiting = true;
    setTimeout(() => void run(), waitMs);
  };
  return ask;
}
