// Conducts one application in this document: from the press on Apply over filling page after page to "ready to submit". It
// starts nothing that the companion has not granted, and presses nothing for a user: that is auto-apply's (agent.js).
(() => {
  if (applyonce.conductor) return;

  const { wire, standing, ui, refusals, words } = applyonce;

  /** How long a form may take to open after its control was pressed. */
  const OPENING_MS = 8_000;
  /** A captcha that is solved raises no event. */
  const SOLVED_LOOK_MS = 1_000;
  /** How long the page may still be reading a résumé. */
  const READING_MS = 20_000;

  /** Pages that this document has filled: application and step. @type {Set<string>} */
  const worked = new Set();
  /** What was filled on each of them. @type {Map<string, {step: string, isLast: boolean, filled: FilledPage}>} */
  const filledPages = new Map();
  /** Applications whose form is the user's to correct: fences rise under the same work. @type {Set<string>} */
  const kept = new Set();
  /** @type {AbortController | null} */
  let running = null;
  /** @type {Note | null} */
  let lastWord = null;
  let similarShown = "";
  let resuming = false;
  /** @type {Promise<void> | null} */
  let applying = null;
  let solvedTimer = 0;
  /** The page of the form that was filled last. @type {{step: string, isLast: boolean} | null} */
  let finished = null;

  /** The user pressed our button. */
  function pressed() {
    const { now } = standing;
    const status = ui.statusOf(now);
    if (status === "offline") void wake();
    else if (status === "unconfirmed") ui.note(refusals.open());
    else if (status === "pending" && !now.asking) void apply();
    else if (status === "in_progress" && now.holding) void goOn(now.holding);
  }

  async function wake() {
    ui.note(words.offline());
    await standing.refresh({ again: true });
    if (standing.now.connected) ui.note(null);
  }

  /** @param {{replace?: boolean}} [options] */
  function apply(options = {}) {
    applying ??= claim(options).finally(() => {
      applying = null;
    });
    return applying;
  }

  /** @param {{replace?: boolean}} options */
  async function claim(options) {
    // Which job the page shows now: it may have gone on to another one a moment ago.
    await standing.refresh({ again: !standing.now.job });
    const twin = standing.now.similar.find(({ application }) => application && application.status_name !== "pending");
    if (twin && similarShown !== twin.job.id) {
      similarShown = twin.job.id;
      ui.note(words.similar(twin, () => void apply()));
      return;
    }
    forget();
    try {
      await standing.apply(options);
    } catch (error) {
      if (!(error instanceof applyonce.CallError)) throw error;
      ui.note(error.code === "companion_unavailable" ? words.offline() : refusals.note(error, { sending: false }));
    }
  }

  function forget() {
    worked.clear();
    filledPages.clear();
    kept.clear();
    lastWord = null;
    finished = null;
  }

  /** @param {Holding} holding */
  async function goOn(holding) {
    if (standing.now.application?.progress?.step === "preview") refusals.start("ext_to_preview", { application_id: holding.application_id });
    else if (holding.parked && holding.parked !== "approval") await resume(holding);
    else if (lastWord) ui.note(lastWord);
    else void work(holding);
  }

  /** @param {Holding} holding */
  async function resume({ application_id, fence }) {
    if (resuming) return;
    resuming = true;
    try {
      forget(); // before it is resumed: the work begins as soon as we hear of it
      await wire.call("resume", { application_id, fence }, crypto.randomUUID());
      await standing.arrive();
      standing.hold(standing.now.holding);
    } catch (error) {
      if (!(error instanceof applyonce.CallError)) throw error;
      standing.learn(error);
    } finally {
      resuming = false;
    }
  }

  /** @param {{application_id: string}} holding @param {SeenJob} seen */
  function page({ application_id }, { form, step }) {
    return `${application_id} ${form ? `form ${step}` : "posting"}`;
  }

  /** Is there anything to do here? Asked whenever something has changed. @param {Standing} now */
  function consider({ holding, seen, connected }) {
    if (!holding || holding.phase !== "filling") {
      if (!holding) {
        running?.abort();
        applyonce.fill.stop();
      }
      return;
    }
    if (running || !seen || !connected || !standing.isTold() || applyonce.confirmation.pending()) return;
    if (holding.parked) {
      if (isOver(holding, seen)) void resume(holding);
      else if (isBack(holding, seen)) void work(holding);
      else if (holding.parked === "captcha") lookSoon();
      return;
    }
    if (kept.has(holding.application_id)) return;
    if (worked.has(page(holding, seen)) && !applyonce.earlier.isAskedFor(seen.form)) backOn(holding, seen);
    else void work(holding);
  }

  /** The user leafs through pages that are filled: what was said of another one does not hold here. @param {Holding} holding @param {SeenJob} seen */
  function backOn(holding, seen) {
    const before = filledPages.get(page(holding, seen));
    if (!before || finished?.step === before.step || holding.agent) return;
    finished = { step: before.step, isLast: before.isLast };
    applyonce.marks.show(holding, before.step, before.filled);
    sumUp();
    ui.note(lastWord);
  }
  standing.onChange(ui.show); // shown first, then worked on
  standing.onChange(() => queueMicrotask(() => consider(standing.now)));

  /**
   * The user has logged in, or opened the form that only they could open: what it waited for has happened.
   * @param {Holding} holding
   * @param {SeenJob} seen
   */
  function isOver(holding, seen) {
    if (holding.parked === "captcha") return (seen.form === null || worked.has(page(holding, seen))) && !applyonce.captcha.waits();
    if (seen.board.login?.(document) || worked.has(page(holding, seen))) return false;
    // Some boards lead back to the posting, whose form is opened again.
    if (holding.parked === "login") return seen.form !== null || applyonce.obstacles.look() === null;
    return holding.parked === "press" && seen.form !== null;
  }

  /**
   * The page was loaded again while it waits: its form gets back what was in it, and it waits on.
   * @param {Holding} holding
   * @param {SeenJob} seen
   */
  function isBack(holding, seen) {
    return seen.form !== null && !seen.board.login?.(document) && !worked.has(page(holding, seen)) && !kept.has(holding.application_id);
  }

  function lookSoon() {
    clearTimeout(solvedTimer);
    solvedTimer = setTimeout(() => consider(standing.now), SOLVED_LOOK_MS);
  }
  applyonce.onStop(() => {
    clearTimeout(solvedTimer);
    running?.abort();
  });

  // A page of ours gave this tab the application: the user wants it worked on here, whatever was done before.
  wire.on("start", ({ holding }) => {
    forget();
    standing.hold(holding);
  });

  /** @param {Holding} holding */
  async function work(holding) {
    const { seen } = standing.now;
    if (!seen || running) return;
    const abort = new AbortController();
    running = abort;
    worked.add(page(holding, seen));
    try {
      if (seen.form) await fill(holding, seen, abort.signal);
      else await toForm(holding, seen, abort.signal);
    } catch (error) {
      if (!abort.signal.aborted) {
        if (error instanceof applyonce.CallError) {
          standing.learn(error);
          if (error.code === "companion_unavailable") {
            // Not over: what is filled stays, and the page is gone through again when the companion is back.
            worked.delete(page(holding, seen));
            void standing.refresh({ again: true });
            return;
          }
        }
        await troubled(holding, error);
      }
    } finally {
      running = null;
    }
    // Broken off: should the tab hold it again (it went away and came back), the page is gone through again.
    if (abort.signal.aborted) worked.delete(page(holding, seen));
    // The next page may have come while this one was being finished.
    await standing.refresh();
    consider(standing.now);
  }

  /**
   * @param {Holding} holding
   * @param {SeenJob} seen
   * @param {AbortSignal} signal
   */
  async function toForm(holding, seen, signal) {
    const obstacle = applyonce.obstacles.look();
    if (obstacle) {
      await meet(holding, obstacle);
      return;
    }
    const { board, url } = seen;
    const address = board.formAddress?.(document, new URL(url));
    if (address && address !== location.href) {
      location.assign(address);
      return;
    }
    if (board.trustedOnly) {
      if (holding.agent) await applyonce.agent.park(holding, "press");
      ui.note(words.pressApply());
      return;
    }
    const opener = board.opensForm && document.querySelector(board.opensForm);
    if (opener instanceof HTMLElement) opener.click();
    else if (!holding.agent) ui.note(words.openForm());
    const isOpen = await applyonce.settle.until(
      () => board.form(document) !== null || applyonce.obstacles.look() !== null,
      { timeoutMs: OPENING_MS, signal },
    );
    if (signal.aborted || board.form(document)) return;
    const late = applyonce.obstacles.look();
    if (late) await meet(holding, late);
    else if (holding.agent && !isOpen) await applyonce.agent.giveUp(holding, "The page shows no form.");
  }

  /**
   * @param {Holding} holding
   * @param {Obstacle} obstacle
   */
  async function meet(holding, obstacle) {
    await told(holding, obstacle);
    ui.note(words.obstacle(obstacle));
  }

  /**
   * @param {Holding} holding
   * @param {Obstacle} obstacle
   */
  async function told(holding, obstacle) {
    if (holding.agent) await applyonce.agent.met(holding, obstacle);
    else if (obstacle === "limit") await applyonce.agent.park(holding, obstacle);
    else if (obstacle === "closed" || obstacle === "already_applied") await applyonce.agent.giveUp(holding, applyonce.obstacles.reason(obstacle));
  }

  /**
   * @param {Holding} holding
   * @param {SeenJob} seen
   * @param {AbortSignal} signal
   */
  async function fill(holding, seen, signal) {
    const filled = await applyonce.pageFiller.fill(holding, seen, signal);
    if (filled === "declined") {
      await declined(holding);
      return;
    }
    if (!filled || signal.aborted) return;
    const isLast = !seen.board.next || !filled.form || !applyonce.agent.nextOf(seen.board, filled.form);
    filled.progress({ step: isLast ? "done" : "next", filled: filled.filled, total: filled.total }, true);
    finished = { step: seen.step, isLast };
    filledPages.set(page(holding, seen), { ...finished, filled });
    applyonce.earlier.keep(holding, seen.step, filled);
    applyonce.marks.show(holding, seen.step, filled);
    sumUp();
    const isUsers = !holding.agent || holding.parked !== null;
    if (isUsers) ui.note(lastWord);
    if (applyonce.fill.isWatching()) void afterReading(isUsers ? lastWord : words.reading());
    if (isUsers) return;
    await applyonce.agent.finish(holding, seen, filled);
    if (!standing.now.holding?.parked) return;
    sumUp();
    ui.note(lastWord);
  }

  /**
   * While the page may still overwrite something from the résumé, the panel says so.
   * @param {Note | null} said
   */
  async function afterReading(said) {
    if (!said) return;
    ui.note(said);
    await applyonce.settle.until(() => !applyonce.fill.isWatching(), { timeoutMs: READING_MS });
    ui.show(standing.now);
    if (!lastWord) return;
    const isShown = ui.shows(said) || ui.shows(lastWord);
    sumUp();
    const { holding } = standing.now;
    if (isShown) ui.note(holding?.agent && !holding.parked ? null : lastWord);
  }

  /** What is left, as it stands now. */
  function sumUp() {
    if (!finished) return;
    const { marks } = applyonce;
    const items = marks.open().map(({ key, text, why, state, required }) => ({ text, why, state, required, jump: () => void marks.jump(key) }));
    const open = { filled: marks.done(), left: items, isReading: applyonce.fill.isWatching(), changed: applyonce.earlier.changed().length > 0 };
    lastWord = words.summary(open, finished.isLast);
  }

  // The user answers what was left, the page changes what was filled: an open summary follows, a closed one stays so.
  applyonce.marks.onChange(() => {
    ui.show(standing.now);
    if (!lastWord || !finished) return;
    const isShown = ui.shows(lastWord);
    sumUp();
    if (isShown) ui.note(lastWord);
  });

  /**
   * The user has looked at what would be filled and said no. Before anything was filled, the job is given back; on a later
   * page of the form it stays theirs.
   * @param {Holding} holding
   */
  async function declined({ application_id, fence }) {
    lastWord = null;
    if (finished) {
      ui.note(words.pageDeclined());
      return;
    }
    const { application } = await wire.call("release", { application_id, fence }, crypto.randomUUID());
    standing.now.application = application;
    standing.hold(null);
    ui.note(words.declined());
  }

  /**
   * @param {Holding} holding
   * @param {unknown} error
   */
  async function troubled(holding, error) {
    const why = error instanceof Error ? error.message : String(error);
    const isAgents = holding.agent && !holding.parked && standing.now.holding?.phase === "filling";
    if (!isAgents) ui.note({ tone: "warn", title: "The form could not be filled", lines: [why, "You can fill it by hand: the job stays yours until you give it back."] });
    if (!isAgents || !standing.now.holding) return;
    try {
      await applyonce.agent.giveUp(standing.now.holding, why);
    } catch (again) {
      if (!(again instanceof applyonce.CallError)) throw again;
      standing.learn(again);
    }
  }

  /** What the user answered by hand may be kept: asked once, and decided in a page of ours. @param {string} applicationId */
  async function offer(applicationId) {
    try {
      const { count } = await wire.call("ext_offer", { application_id: applicationId });
      if (count > 0 && standing.now.application?.id === applicationId) ui.note(words.applied(count));
    } catch (error) {
      if (!(error instanceof applyonce.CallError)) throw error;
      // The popup offers it as well.
    }
  }

  applyonce.conductor = {
    filled: () => finished,
    pressed,
    apply,
    /** The board has it. */
    sent(/** @type {string} */ applicationId) {
      forget();
      ui.note(words.applied(0));
      void offer(applicationId);
    },
    /** What was sent did not go through, and the tab still holds it: what the user has filled is theirs to correct. */
    keep(/** @type {string} */ applicationId) {
      kept.add(applicationId);
    },
  };
})();
