// Is our button really seen by the user? A page may fade it, cover it or move it under the pointer, so that a click meant
// for something else starts an application.
(() => {
  if (applyonce.seen) return;

  const MIN_OPACITY = 0.8;
  const VERDICT_MS = 400;
  /** A key pressed so soon after the focus came is not meant for us. */
  const FOCUS_MS = 300;

  /** What of ours was found to be shown plainly, or not; what was just drawn has no verdict yet. @type {WeakMap<Element, boolean>} */
  const verdicts = new WeakMap();
  /** @type {Set<Element>} */
  const observed = new Set();
  /** @type {(() => void)[]} */
  let waiting = [];
  const tracked = "isVisible" in (globalThis.IntersectionObserverEntry?.prototype ?? {});

  // Chromium can tell whether pixels of something else lie over an element, also of what lets clicks through.
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) verdicts.set(entry.target, /** @type {any} */ (entry).isVisible === true);
      for (const each of waiting) each();
      waiting = [];
    },
    /** @type {any} */ (tracked ? { threshold: [1], trackVisibility: true, delay: 100 } : {}),
  );

  /** @param {Element} element the button's host, or a part of the panel: judged from now on, so that a press finds a verdict */
  function observe(element) {
    for (const old of observed) if (!old.isConnected && old !== element) forget(old);
    forget(element);
    observed.add(element);
    observer.observe(element);
  }

  /** @param {Element} element */
  function forget(element) {
    verdicts.delete(element);
    observed.delete(element);
    observer.unobserve(element);
  }

  /** @param {Element} element @returns {Promise<void>} when the first verdict is there */
  function judged(element) {
    if (verdicts.has(element) || !tracked) return Promise.resolve();
    return new Promise((resolve) => {
      waiting.push(resolve);
      setTimeout(resolve, VERDICT_MS);
    });
  }

  /**
   * @param {MouseEvent} click a trusted one, in our closed root
   * @param {Element} part the button's host, or the part of the panel that was pressed
   * @returns {Promise<boolean>}
   */
  async function byUser({ currentTarget, detail }, part) {
    const pressed = /** @type {HTMLElement} */ (currentTarget);
    const { host } = /** @type {ShadowRoot} */ (pressed.getRootNode());
    if (!plainlyShown(host, pressed)) return false;
    // The keyboard: a page may move the focus to us under a key that is meant for something else.
    if (detail === 0) return performance.now() - focusedAt > FOCUS_MS && (await isClear(part));
    // The mouse: a page sees the press before the click, and may take away what it had laid over us.
    return (!tracked || down.get(part) !== false) && (await isClear(part));
  }

  /** @param {Element} part */
  async function isClear(part) {
    await judged(part);
    return !tracked || verdicts.get(part) === true;
  }

  /** @param {Element} host @param {Element} pressed */
  function plainlyShown(host, pressed) {
    const box = pressed.getBoundingClientRect();
    if (box.width < 40 || box.height < 24) return false;
    for (let element = /** @type {Element | null} */ (host); element; element = element.parentElement) {
      const style = getComputedStyle(element);
      if (Number(style.opacity) < MIN_OPACITY || style.visibility !== "visible" || style.display === "none") return false;
      if (style.clipPath !== "none" || (element !== host && style.filter.includes("opacity"))) return false;
    }
    const points = [[0.5, 0.5], [0.15, 0.5], [0.85, 0.5]];
    // What lies in our closed root is the host to the page's document.
    return points.every(([x = 0, y = 0]) => document.elementFromPoint(box.left + box.width * x, box.top + box.height * y) === host);
  }

  /** What was found when the mouse button went down. @type {Map<Element, boolean>} */
  const down = new Map();
  let focusedAt = -Infinity;

  /** @param {PointerEvent} event */
  function onDown(event) {
    if (!event.isTrusted) return;
    down.clear();
    for (const element of observed) {
      const verdict = verdicts.get(element);
      if (verdict !== undefined) down.set(element, verdict);
    }
  }

  /** @param {FocusEvent} event */
  function onFocus({ target }) {
    if (target instanceof Element && observed.has(target)) focusedAt = performance.now();
  }

  // Before the page hears of it.
  window.addEventListener("pointerdown", onDown, true);
  window.addEventListener("focusin", onFocus, true);
  applyonce.onStop(() => {
    window.removeEventListener("pointerdown", onDown, true);
    window.removeEventListener("focusin", onFocus, true);
  });
  applyonce.onStop(() => observer.disconnect());
  applyonce.seen = { observe, byUser };
})();
