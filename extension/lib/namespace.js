// The object that all classic content scripts share. Runs first in each frame, and again when scripts are injected
// into tabs that were open before an install or an update: the newest run wins, orphans clear away.
(() => {
  const global = /** @type {any} */ (globalThis);
  global.browser ??= global.chrome;

  const ORPHAN_CHECK = "applyonce-orphan-check";
  const old = /** @type {ApplyOnce | undefined} */ (global.applyonce);
  if (old?.version && !old.isOrphan()) return;
  old?.stop?.();
  // After an update Firefox gives the scripts a new world: the orphan of the old one hears only the document.
  window.dispatchEvent(new Event(ORPHAN_CHECK));

  /** @type {(() => void)[]} */
  const stops = [];
  let stopped = false;

  /** The runtime's id goes when the extension is updated or removed under us; reading it may even throw. */
  function isOrphan() {
    try {
      return !browser.runtime?.id;
    } catch {
      return true;
    }
  }

  function stop() {
    if (stopped) return;
    stopped = true;
    window.removeEventListener(ORPHAN_CHECK, onOrphanCheck);
    redrawn.disconnect();
    for (const [type, listener, isEarly] of listeners) window.removeEventListener(type, listener, isEarly);
    for (const each of stops.reverse()) each();
  }

  /** @type {[string, (event: any) => void, boolean][]} */
  const listeners = [];

  function listenAll() {
    for (const [type, listener, isEarly] of listeners) window.addEventListener(type, listener, isEarly);
  }

  // A page that writes itself anew (`document.open`) takes all listeners of its window away, ours too.
  const redrawn = new MutationObserver(listenAll);
  redrawn.observe(document, { childList: true });

  function onOrphanCheck() {
    if (isOrphan()) stop();
  }

  window.addEventListener(ORPHAN_CHECK, onOrphanCheck);
  global.applyonce = {
    version: browser.runtime.getManifest().version,
    isOrphan,
    stop,
    /**
     * Hear the window's events for as long as this script may run, whatever the page does to itself.
     * @param {string} type @param {(event: any) => void} listener @param {boolean} [isEarly] before the page's own
     */
    listen(type, listener, isEarly = false) {
      listeners.push([type, listener, isEarly]);
      window.addEventListener(type, listener, isEarly);
    },
    /** @param {() => void} run */
    onStop(run) {
      stops.push(run);
    },
  };
})();
