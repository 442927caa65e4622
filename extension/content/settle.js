// Waiting for what a page does, bounded, and never for a fixed time. No animation frames: a tab in the background has none.
(() => {
  const ns = (globalThis.applyonce ??= /** @type {ApplyOnce} */ ({}));

  // Values of inputs and what happens inside shadow roots raise no mutations that we see from outside.
  const LOOK_AGAIN_MS = 40;
  const EVERYTHING = { subtree: true, childList: true, attributes: true, characterData: true };

  /** One turn of the event loop, not slowed down in background tabs as timers are. @type {ApplyOnceSettle["tick"]} */
  const tick = () =>
    new Promise((resolve) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        channel.port1.close();
        resolve();
      };
      channel.port2.postMessage(null);
    });

  /** @type {ApplyOnceSettle["until"]} */
  const until = async (condition, { timeoutMs, signal }) => {
    if (condition()) return true;
    await tick();
    if (condition()) return true;
    return new Promise((resolve) => {
      /** @param {boolean} met */
      const end = (met) => {
        observer.disconnect();
        clearInterval(interval);
        clearTimeout(timeout);
        signal?.removeEventListener("abort", onAbort);
        resolve(met);
      };
      const check = () => {
        if (condition()) end(true);
      };
      const onAbort = () => end(false);
      const observer = new MutationObserver(check);
      observer.observe(document, EVERYTHING);
      const interval = setInterval(check, LOOK_AGAIN_MS);
      const timeout = setTimeout(() => end(condition()), timeoutMs);
      signal?.addEventListener("abort", onAbort);
      if (signal?.aborted) end(false);
    });
  };

  /** @type {ApplyOnceSettle["quiet"]} */
  const quiet = (root, { quietMs, timeoutMs, signal }) =>
    new Promise((resolve) => {
      /** @type {ReturnType<typeof setTimeout>} */
      let calm;
      /** @param {boolean} isQuiet */
      const end = (isQuiet) => {
        observer.disconnect();
        clearTimeout(calm);
        clearTimeout(timeout);
        signal?.removeEventListener("abort", onAbort);
        resolve(isQuiet);
      };
      const onAbort = () => end(false);
      const restart = () => {
        clearTimeout(calm);
        calm = setTimeout(() => end(true), quietMs);
      };
      const observer = new MutationObserver(restart);
      observer.observe(root, { subtree: true, childList: true, characterData: true });
      const timeout = setTimeout(() => end(false), timeoutMs);
      signal?.addEventListener("abort", onAbort);
      restart();
      if (signal?.aborted) end(false);
    });

  ns.settle = { until, quiet, tick };
})();
