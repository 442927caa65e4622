// Where this document stands: which job it shows, how the application to it is, and whether this tab holds it. Truth is the
// companion's; this is its last word, refreshed by what is pushed.
(() => {
  if (applyonce.standing) return;

  const { wire } = applyonce;

  /** @type {Standing} */
  const now = {
    seen: null,
    job: null,
    application: null,
    similar: [],
    holding: null,
    connected: true,
    offlineReason: "",
    sending: null,
    outside: false,
    agentHolds: null,
    session: "",
    asking: false,
  };
  /** @type {((standing: Standing) => void)[]} */
  const listeners = [];
  let asked = "";
  /** The address of the page that `job` was told for. */
  let toldFor = "";
  /** Whether `apply` is under way from this document. */
  let asking = false;
  /** An answer that takes longer is waited for visibly; a quicker one would only make the button flicker. */
  const VISIBLE_WAIT_MS = 250;
  let holds = 0;
  /** The page of the form that was shown last. */
  let step = "";
  let forced = false;
  /** The address of a confirmation page, which shows no job but means one. */
  let pinned = "";
  /** @type {Promise<void> | null} */
  let running = null;
  let again = false;
  /** The question that was refused for now is asked again. */
  let later = 0;

  function changed() {
    for (const listener of listeners) listener(now);
  }

  /**
   * Look at the page, ask which job it is and where it stands. Several calls at once share one run, and one more follows
   * for what changed meanwhile.
   * @param {{forced?: boolean, again?: boolean}} [options] `again`: ask the companion though the page looks the same
   */
  function refresh(options = {}) {
    if (options.forced) forced = true;
    if (options.again) asked = "";
    if (running) {
      again = true;
      return running;
    }
    running = (async () => {
      do {
        again = false;
        await look();
      } while (again);
    })().finally(() => {
      running = null;
    });
    return running;
  }

  async function look() {
    clearTimeout(later);
    const seen = applyonce.detect.look(document, new URL(location.href), forced);
    now.seen = seen;
    if (!seen) {
      if (pinned === location.href) return;
      if (now.job) Object.assign(now, { job: null, application: null, similar: [], holding: null });
      asked = "";
      changed();
      return;
    }
    const { url, title, company, location: place, json_ld } = seen;
    const question = JSON.stringify([url, title, company, place, json_ld, seen.form !== null]);
    const stepBefore = step;
    step = seen.step;
    if (question === asked) {
      if (step !== stepBefore) changed();
      return;
    }
    asked = question;
    try {
      const result = await which(seen);
      if (question !== asked) return;
      now.job = result.job;
      now.application = result.application;
      now.similar = result.similar;
      toldFor = seen.url;
      await arrive();
      now.connected = true;
    } catch (error) {
      if (question === asked) {
        asked = "";
        // Nobody knows which job this page shows, and it need not be the one of the page before.
        if (seen.url !== toldFor) Object.assign(now, { job: null, application: null, similar: [], holding: null });
      }
      offline(error);
    }
    changed();
  }

  /**
   * @param {SeenJob} seen
   * @returns {Promise<{job: any, application: any, similar: any[]}>}
   */
  async function which({ url, title, company, location: place, json_ld, board, continues }) {
    if (!continues) return wire.call("identify", { url, title, company, location: place, json_ld }, crypto.randomUUID());
    // The address names no job: it is the one that this tab has come from, or holds.
    const { job, application } = await wire.call("ext_tab_job", { board: board.name });
    return { job, application, similar: [] };
  }

  /** Ask the background what this tab holds, and have the holding moved to this document where it belongs. */
  async function arrive(applicationId = now.application?.id ?? null) {
    const params = { application_id: applicationId, has_form: Boolean(now.seen?.form), referrer: document.referrer };
    const holdsBefore = holds;
    const { holding, sending, outside, agent, session } = await wire.call("ext_arrive", params);
    // A grant that came meanwhile is newer than this answer.
    if (holds === holdsBefore) now.holding = holding;
    now.sending = sending;
    now.outside = outside;
    now.agentHolds = agent;
    now.session = session;
  }

  /** @param {unknown} error */
  function offline(error) {
    if (!(error instanceof applyonce.CallError)) throw error;
    if (error.code !== "companion_unavailable") {
      const { retry_after: seconds } = error.details;
      if (typeof seconds === "number") {
        later = setTimeout(() => void refresh({ again: true }), seconds * 1_000);
        // It is there, but cannot be asked: who submits now is asked, as without it.
        Object.assign(now, { connected: false, offlineReason: error.message });
      }
      // A page that the companion cannot take for a job (its address is none, say) gets no button.
      now.seen = null;
      return;
    }
    now.connected = false;
    now.offlineReason = error.message;
  }

  /**
   * Ask for the application to the job that was told last. Refusals tell how it stands.
   * @param {{replace?: boolean}} [options]
   * @returns {Promise<Holding>}
   */
  async function apply({ replace = false } = {}) {
    if (!now.job) throw new applyonce.CallError({ code: "companion_unavailable", message: now.offlineReason });
    const params = { job_id: now.job.id, ...(replace ? { replace: true } : {}) };
    asking = true;
    const slow = setTimeout(() => {
      now.asking = true;
      changed();
    }, VISIBLE_WAIT_MS);
    const answered = () => {
      clearTimeout(slow);
      asking = now.asking = false;
    };
    try {
      const grant = await wire.call("apply", params, crypto.randomUUID());
      answered();
      hold(grant.holding);
      return grant.holding;
    } catch (error) {
      answered();
      learn(error);
      throw error;
    }
  }

  /**
   * What a refusal says of the application.
   * @param {unknown} error
   */
  function learn(error) {
    if (!(error instanceof applyonce.CallError)) return;
    const { code, details } = error;
    if (code === "companion_unavailable") {
      now.connected = false;
      now.offlineReason = error.message;
    }
    const status = { in_progress: 7, applied: 2, unconfirmed: 8 }[code];
    if (status && now.job) {
      now.application = /** @type {any} */ ({
        ...now.application,
        id: details.application_id,
        job_id: now.job.id,
        status,
        status_name: code,
        phase: null,
        holder: details.holder ?? now.application?.holder ?? null,
        applied_at: details.applied_at ?? now.application?.applied_at ?? null,
      });
    }
    // What was asked under an older fence says nothing of what is held now.
    const isOld = typeof details.given === "number" && details.given !== now.holding?.fence;
    if ((code === "stale_fence" && !isOld) || code === "not_holder") now.holding = null;
    changed();
  }

  /** Whether `job` is known to be the one that the page shows, which may have gone on to another a moment ago. */
  function isTold() {
    return now.seen === null || now.seen.url === toldFor;
  }

  /** @param {Holding | null} holding */
  function hold(holding) {
    holds += 1;
    now.holding = holding;
    if (holding && now.job) {
      now.application = /** @type {any} */ ({
        ...now.application,
        id: holding.application_id,
        job_id: holding.job_id,
        status: 7,
        status_name: "in_progress",
        phase: holding.phase,
        fence: holding.fence,
        parked: holding.parked,
      });
    }
    changed();
  }

  /**
   * This page is the confirmation of that job.
   * @param {any} job
   * @param {any} application
   */
  function pin(job, application) {
    pinned = location.href;
    Object.assign(now, { job, application, holding: null });
    changed();
  }

  wire.on("application", ({ job, application }) => {
    if (now.job?.id !== application.job_id) return;
    now.job = job ?? now.job;
    now.application = application;
    now.connected = true;
    changed();
  });
  wire.on("holding", ({ holding }) => {
    const mine = holding && holding.job_id === now.job?.id;
    const before = now.holding;
    now.holding = mine ? holding : null;
    // What this document asks for is told before its answer is here: shown at once, it needs no second question.
    if (mine && asking) {
      hold(holding);
      return;
    }
    // Another frame of this tab was granted it: the frame with the form works on it.
    if (mine && !before && now.seen?.form) void arrive(holding.application_id).then(changed, learn);
    else changed();
  });
  wire.on("companion", ({ state, reason }) => {
    if (state === "up") {
      // A confirmation page shows no job to ask for again: what it knows is final.
      if (pinned === location.href) {
        now.connected = true;
        changed();
      }
      void refresh({ again: true });
      return;
    }
    if (state !== "down") return;
    now.connected = false;
    now.offlineReason = reason;
    changed();
  });

  applyonce.onStop(() => clearTimeout(later));
  applyonce.standing = {
    now,
    onChange(listener) {
      listeners.push(listener);
    },
    refresh,
    arrive,
    hold,
    pin,
    apply,
    learn,
    isTold,
  };
})();
