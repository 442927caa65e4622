// Conducts one application in this document: from the press on Apply over describing, planning and filling to "ready to
// submit". It starts nothing that the companion has not granted.
(() => {
  if (applyonce.conductor) return;

  const { wire, standing, ui, refusals } = applyonce;

  const READY_QUIET_MS = 300;
  const READY_MAX_MS = 5_000;
  const PROGRESS_MS = 400;

  /** Applications that this document has filled, or must not (the user has): by id, since fences rise under the same work. @type {Set<string>} */
  const worked = new Set();
  /** @type {AbortController | null} */
  let running = null;
  /** What went into file fields, by kind and label: kept as evidence. @type {Map<string, {document_id: string, sha256: string, value: string}>} */
  let sentDocuments = new Map();
  /** @type {Note | null} */
  let lastWord = null;
  let similarShown = "";

  /** The user pressed our button. */
  function pressed() {
    const { now } = standing;
    const status = ui.statusOf(now);
    if (status === "offline") void wake();
    else if (status === "unconfirmed") ui.note(refusals.open());
    else if (status === "pending") void apply();
    else if (status === "in_progress" && now.holding) void goOn(now.holding);
  }

  async function wake() {
    ui.note(offlineNote());
    await standing.refresh({ again: true });
    if (standing.now.connected) ui.note(null);
  }

  /** @returns {Note} */
  function offlineNote() {
    return {
      tone: "warn",
      title: "The companion is not running",
      lines: [
        standing.now.offlineReason,
        "It starts by itself once it is installed: run “applyonce install” in a terminal, or “applyonce doctor” to see what is wrong.",
      ],
      choices: [{ label: "What to do", primary: true, act: () => refusals.start("ext_open_setup", {}) }],
    };
  }

  /** @param {{replace?: boolean}} [options] */
  async function apply(options = {}) {
    const twin = standing.now.similar.find(({ application }) => application && application.status_name !== "pending");
    if (twin && similarShown !== twin.job.id) {
      similarShown = twin.job.id;
      ui.note(similarNote(twin));
      return;
    }
    worked.clear();
    try {
      await standing.apply(options);
    } catch (error) {
      if (!(error instanceof applyonce.CallError)) throw error;
      if (error.code === "companion_unavailable") ui.note(offlineNote());
      else ui.note({ ...refusals.note(error), lines: refusals.note(error).lines.map((line) => line.replace(/,? so this page did not send anything/i, "")) });
    }
  }

  /** @param {any} twin */
  function similarNote({ job, application, why }) {
    const day = refusals.day(application.applied_at);
    const where = [job.title, job.company].filter(Boolean).join(", ");
    return /** @type {Note} */ ({
      tone: "warn",
      title: "Is this a job that you know already?",
      lines: [`${where}: ${day ? `applied on ${day}` : application.status_name.replace("_", " ")}.`, why],
      choices: [
        { label: "It is another job: apply", primary: true, act: () => void apply() },
        { label: "It is the same…", act: () => refusals.decide("same_job") },
      ],
    });
  }

  /** @param {Holding} holding */
  async function goOn(holding) {
    if (!holding.parked) {
      if (lastWord) ui.note(lastWord);
      else void work(holding);
      return;
    }
    const { application_id, fence } = holding;
    await wire.call("resume", { application_id, fence }, crypto.randomUUID());
    worked.delete(application_id);
    await standing.arrive();
    standing.hold(standing.now.holding);
  }

  standing.onChange(({ holding }) => {
    if (!holding || holding.phase !== "filling" || holding.parked) {
      if (!holding) running?.abort();
      return;
    }
    if (running || worked.has(holding.application_id) || applyonce.confirmation.pending()) return;
    void work(holding);
  });

  // A page of ours gave this tab the application: the user wants it worked on here, whatever was done before.
  wire.on("start", ({ holding }) => {
    worked.delete(holding.application_id);
    standing.hold(holding);
  });

  /** @param {Holding} holding */
  async function work(holding) {
    const { seen } = standing.now;
    if (!seen || running) return;
    if (!seen.form) {
      toForm(seen);
      return;
    }
    worked.add(holding.application_id);
    const abort = new AbortController();
    running = abort;
    try {
      await fill(holding, seen, abort.signal);
    } catch (error) {
      if (abort.signal.aborted) return;
      if (error instanceof applyonce.CallError) standing.learn(error);
      await troubled(holding, error);
    } finally {
      running = null;
    }
  }

  /** @param {SeenJob} seen */
  function toForm({ board, url }) {
    const address = board.formAddress?.(document, new URL(url));
    if (address && address !== location.href) {
      location.assign(address);
      return;
    }
    const opener = board.opensForm && document.querySelector(board.opensForm);
    if (opener instanceof HTMLElement) opener.click();
    else ui.note({ tone: "info", title: "Open the application form", lines: ["It is filled as soon as it is there."] });
  }

  /**
   * @param {Holding} holding
   * @param {SeenJob} seen
   * @param {AbortSignal} signal
   */
  async function fill(holding, seen, signal) {
    const { application_id, fence } = holding;
    await applyonce.settle.quiet(document, { quietMs: READY_QUIET_MS, timeoutMs: READY_MAX_MS, signal });
    const form = seen.form?.isConnected ? seen.form : seen.board.form(document);
    if (!form) return;
    const address = location.href;
    const description = await applyonce.describe.form(form, { openOptions: true });
    const plan = await wire.call("plan", { application_id, fence, url: address, fields: description.fields });
    const { go, ids } = await agreed(application_id, description, plan);
    // The plan is for this address: a page that has moved on since gets nothing.
    if (!go || location.href !== address || signal.aborted) return;
    if (ids) plan.values = plan.values.filter((/** @type {any} */ { id }) => ids.includes(id));
    const progress = reporter(holding);
    const outcomes = await applyonce.fill.form(description, plan.values, {
      getDocument: (id) => applyonce.documents.fetchFile(holding, id),
      onProgress: progress,
      signal,
    });
    if (signal.aborted) return;
    rememberDocuments(description, plan);
    const left = leftOver(description, plan, outcomes);
    const filled = outcomes.filter(({ outcome }) => outcome === "filled").length;
    progress({ step: "done", filled, total: plan.values.length }, true);
    lastWord = summary(filled, left);
    if (holding.agent) await finishForAgent(holding, seen, form, left);
    else ui.note(lastWord);
  }

  /**
   * Where the user wants to see a plan before it is filled, a page of ours shows it; else the answer comes at once.
   * @param {string} applicationId
   * @param {FormDescription} description
   * @param {any} plan
   * @returns {Promise<{go: boolean, ids: string[] | null}>}
   */
  function agreed(applicationId, { fields }, { values, unanswered }) {
    const named = fields.map(({ id, label, name, section, required }) => ({ id, label: (label || name).slice(0, 300), section: section.slice(0, 100), required }));
    return wire.call("ext_preview", { application_id: applicationId, fields: named, values, unanswered });
  }

  /** @param {Holding} holding */
  function reporter({ application_id, fence }) {
    let last = -Infinity;
    /**
     * @param {{step: string, filled: number, total: number}} progress
     * @param {boolean} [now]
     */
    return (progress, now = false) => {
      if (standing.now.application) {
        standing.now.application = { ...standing.now.application, progress };
        ui.show(standing.now);
      }
      if (!now && performance.now() - last < PROGRESS_MS) return;
      last = performance.now();
      wire.call("heartbeat", { application_id, fence, progress }).catch((error) => standing.learn(error));
    };
  }

  /**
   * @param {FormDescription} description
   * @param {any} plan
   */
  function rememberDocuments(description, plan) {
    sentDocuments = new Map();
    for (const { id, value } of plan.values) {
      const field = description.fields.find((each) => each.id === id);
      if (field && value?.document_id) {
        sentDocuments.set(`${field.kind}:${field.label}`, { document_id: value.document_id, sha256: value.sha256, value: value.name });
      }
    }
  }

  /**
   * @param {FormDescription} description
   * @param {any} plan
   * @param {FieldOutcome[]} outcomes
   * @returns {{text: string, why: string, required: boolean}[]}
   */
  function leftOver(description, plan, outcomes) {
    const fields = new Map(description.fields.map((field) => [field.id, field]));
    const open = [
      ...outcomes.filter(({ outcome }) => outcome !== "filled").map(({ id, why }) => ({ id, why: why ?? "" })),
      ...plan.unanswered.map((/** @type {any} */ { id, why }) => ({ id, why })),
    ];
    return open
      .map(({ id, why }) => ({ field: fields.get(id), why }))
      .filter(({ field }) => field && (field.required || !field.value))
      .map(({ field, why }) => ({ text: (field?.label || field?.name || "A field").slice(0, 160), why, required: Boolean(field?.required) }))
      .sort((one, other) => Number(other.required) - Number(one.required));
  }

  /**
   * @param {number} filled
   * @param {{text: string, why: string, required: boolean}[]} left
   * @returns {Note}
   */
  function summary(filled, left) {
    const required = left.filter((each) => each.required);
    const fields = filled === 1 ? "1 field" : `${filled} fields`;
    if (required.length === 0) {
      return {
        tone: "good",
        title: "Ready to submit",
        lines: [`${fields} filled. Read it through, then press the page’s own Submit.`],
        items: left.slice(0, 6),
      };
    }
    return {
      tone: "info",
      title: required.length === 1 ? "One question is left for you" : `${required.length} questions are left for you`,
      lines: [`${fields} filled. Answer these, then press the page’s own Submit.`],
      items: required.slice(0, 12),
    };
  }

  /**
   * @param {Holding} holding
   * @param {SeenJob} seen
   * @param {Element} form
   * @param {{text: string, required: boolean}[]} left
   */
  async function finishForAgent(holding, seen, form, left) {
    const question = left.find((each) => each.required);
    if (question) return park(holding, "questions");
    if (form.querySelector("input[type=password]")) return park(holding, "login");
    if (holding.policy !== "submit") return park(holding, "review");
    const control = [...form.querySelectorAll(seen.board.submit)].find(
      (each) => each instanceof HTMLElement && each.getClientRects().length > 0 && !(/** @type {any} */ (each).disabled),
    );
    if (!(control instanceof HTMLElement)) return park(holding, "review");
    return applyonce.gate.press(control);
  }

  /**
   * @param {{application_id: string, fence: number}} holding
   * @param {string} reason
   */
  async function park({ application_id, fence }, reason) {
    await wire.call("park", { application_id, fence, reason }, crypto.randomUUID());
    if (lastWord) ui.note(lastWord);
  }

  /**
   * @param {Holding} holding
   * @param {unknown} error
   */
  async function troubled(holding, error) {
    const why = error instanceof Error ? error.message : String(error);
    ui.note({ tone: "warn", title: "The form could not be filled", lines: [why, "You can fill it by hand: the job stays yours until you give it back."] });
    if (holding.agent && standing.now.holding) {
      const { application_id, fence } = holding;
      await wire.call("fail", { application_id, fence, reason: why.slice(0, 500) }, crypto.randomUUID());
    }
  }

  applyonce.conductor = {
    pressed,
    apply,
    documents: () => sentDocuments,
    /** The board has it. */
    sent() {
      lastWord = null;
      ui.note({ tone: "good", title: "Applied", lines: ["The board has confirmed your application."] });
    },
    /** What was sent did not go through, and the tab still holds it: what the user has filled is theirs to correct. */
    keep(/** @type {string} */ applicationId) {
      worked.add(applicationId);
    },
  };
})();
