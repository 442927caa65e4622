// Is our button really seen by the user? A page may fade it, cover it or move it under the pointer, so that a click meant
// for something else starts an application.
(() => {
  if (applyonce.seen) return;

  const MIN_OPACITY = 0.8;
  const VERDICT_MS = 400;

  /** @type {boolean | null} */
  let verdict = null;
  /** @type {(() => void)[]} */
  let waiting = [];
  /** @type {IntersectionObserver | null} */
  let observer = null;

  /**
   * Chromium can tell whether pixels of something else lie over the button, also of what lets clicks through.
   * @param {Element} host
   */
  function observe(host) {
    observer?.disconnect();
    verdict = null;
    const options = /** @type {any} */ ({ threshold: [1], trackVisibility: true, delay: 100 });
    observer = new IntersectionObserver((entries) => {
      const last = /** @type {any} */ (entries.at(-1));
      if (last?.isVisible === undefined) return;
      verdict = last.isVisible;
      for (const each of waiting) each();
      waiting = [];
    }, options);
    observer.observe(host);
  }

  const tracked = "isVisible" in (globalThis.IntersectionObserverEntry?.prototype ?? {});

  /** @returns {Promise<void>} when the first verdict is there; a button just shown has none yet */
  function judged() {
    if (verdict !== null || !tracked) return Promise.resolve();
    return new Promise((resolve) => {
      waiting.push(resolve);
      setTimeout(resolve, VERDICT_MS);
    });
  }

  /**
   * @param {HTMLElement} host
   * @returns {Promise<boolean>}
   */
  async function byUser(host) {
    if (!plainlyShown(host)) return false;
    await judged();
    return !tracked || verdict === true;
  }

  /** @param {HTMLElement} host */
  function plainlyShown(host) {
    const box = host.getBoundingClientRect();
    if (box.width < 40 || box.height < 24) return false;
    for (let element = /** @type {Element | null} */ (host); element; element = element.parentElement) {
      const style = getComputedStyle(element);
      if (Number(style.opacity) < MIN_OPACITY || style.visibility !== "visible" || style.display === "none") return false;
      if (style.clipPath !== "none" || (element !== host && style.filter.includes("opacity"))) return false;
    }
    const points = [[0.5, 0.5], [0.15, 0.5], [0.85, 0.5]];
    return points.every(([x = 0, y = 0]) => document.elementFromPoint(box.left + box.width * x, box.top + box.height * y) === host);
  }

  applyonce.onStop(() => observer?.disconnect());
  applyonce.seen = { observe, byUser };
})();
