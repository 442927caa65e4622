// Starts it all in a frame: look at the page, keep looking, and show what is found.
(() => {
  if (applyonce.main) return;
  applyonce.main = true;

  const { wire, standing, detect } = applyonce;

  /** The user said, with a gesture in our own page, that this is a job and that they want to apply. */
  applyonce.applyHere = async () => {
    await standing.refresh({ forced: true });
    if (standing.now.seen) await applyonce.conductor.apply();
  };

  async function begin() {
    wire.connect();
    await standing.refresh();
    if (!standing.now.seen) await withoutJob();
    // The form again, in answer to what was sent.
    else if (standing.now.sending) await applyonce.confirmation.arrived();
  }

  /** No job on this page: the confirmation of one that this tab has sent, perhaps, or a dead end for auto-apply. */
  async function withoutJob() {
    try {
      await standing.arrive();
      await applyonce.confirmation.arrived();
    } catch (error) {
      if (!(error instanceof applyonce.CallError)) throw error;
      return;
    }
    if (standing.now.agentHolds && (window === window.top || (await isFormsFrame()))) await applyonce.agent.withoutJob();
  }

  /** A frame of the very board at which auto-apply works: its form stands in a company's page, which we may not see. */
  async function isFormsFrame() {
    const board = applyonce.boards.of(document, new URL(location.href));
    if (!board || board.name === "generic") return false;
    const { job } = await wire.call("ext_tab_job", { board: board.name });
    return job !== null;
  }

  // A confirmation page that came while the companion was away is told of when it is back.
  wire.on("companion", ({ state }) => {
    if (state === "up" && !standing.now.seen) void withoutJob();
  });

  // The page has sent past the gate: whether the board took it is seen here, now or soon.
  wire.on("outside", () => {
    const { seen } = standing.now;
    if (!seen) void withoutJob();
    else if (!applyonce.confirmation.pending()) applyonce.confirmation.watch(seen.form, seen.board, null);
  });

  function start() {
    void begin();
    applyonce.onStop(detect.watch(() => void standing.refresh()));
  }

  // Back from the back/forward cache: what this document believed is old. It asks where it stands before it does anything.
  /** @param {PageTransitionEvent} event */
  function onPageShow(event) {
    if (!event.persisted) return;
    standing.hold(null);
    void standing.refresh({ again: true });
  }
  window.addEventListener("pageshow", onPageShow);
  applyonce.onStop(() => window.removeEventListener("pageshow", onPageShow));

  // A prerendered page claims nothing, asks nothing, and is not there until it is shown.
  if (/** @type {any} */ (document).prerendering) document.addEventListener("prerenderingchange", start, { once: true });
  else start();
})();
