// What became of a sending. "Thank you" alone proves nothing, since the posting may say it too: the form must be gone, the
// address changed, or the board's own outcome container shown.
(() => {
  if (applyonce.confirmation) return;

  const { wire, standing, boards } = applyonce;

  const LOOK_MS = 250;
  const QUIET_MS = 2_000;
  const CAPTCHA_BEAT_MS = 10_000;
  const CAPTCHA =
    "iframe[src*='recaptcha'][src*='bframe'], iframe[src*='hcaptcha.com'], iframe[src*='challenges.cloudflare.com'], iframe[src*='captcha-delivery.com']";
  const CAPTCHA_SIDE_PX = 60;

  /**
   * @typedef {{
   *   permit: {application_id: string, fence: number} | null, form: Element | null, board: Board, at: number, address: string,
   *   shownBefore: string | null, fields: any[], captchaAt: number,
   * }} Watched
   */

  /** @type {Watched | null} */
  let watched = null;
  let timer = 0;
  let looking = false;

  /**
   * @param {Element | null} form
   * @param {Board} board
   * @param {{application_id: string, fence: number} | null} permit null where the user sent without one
   */
  function watch(form, board, permit) {
    const before = board.success(document, new URL(location.href));
    watched = {
      permit,
      form,
      board,
      at: Date.now(),
      address: location.href,
      shownBefore: before?.kind === "text" ? before.text : null,
      fields: sentFields(form),
      captchaAt: 0,
    };
    // The page that follows may be another document: what was sent is kept where that one finds it.
    if (permit) void save(permit, watched.fields);
    clearInterval(timer);
    timer = setInterval(() => void look(), LOOK_MS);
  }

  /**
   * @param {{application_id: string, fence: number}} permit
   * @param {any[]} fields
   */
  async function save({ application_id, fence }, fields) {
    try {
      await wire.call("save_draft", { application_id, fence, fields });
    } catch (error) {
      if (!(error instanceof applyonce.CallError)) throw error;
    }
  }

  /**
   * The form as it is sent, read back from the page.
   * @param {Element | null} form
   * @returns {{label: string, value: string, document_id?: string, sha256?: string}[]}
   */
  function sentFields(form) {
    if (!form) return [];
    const documents = applyonce.conductor?.documents() ?? new Map();
    return applyonce.describe
      .form(form)
      .fields.filter((field) => field.value)
      .map((field) => ({
        label: (field.label || field.name || field.dom_id).slice(0, 1_000),
        value: String(field.value).slice(0, 20_000),
        ...(documents.get(`${field.kind}:${field.label}`) ?? {}),
      }));
  }

  async function look() {
    if (!watched || looking) return;
    looking = true;
    try {
      await judge(watched);
    } finally {
      looking = false;
    }
  }

  /** @param {Watched} one */
  async function judge(one) {
    const address = new URL(location.href);
    const proof = one.board.success(document, address);
    if (proof && proves(one, proof)) {
      await confirm(one.permit, one.fields, proof);
      return;
    }
    // Without a permit there is nothing to give back: only its arrival can be told.
    if (!one.permit) return;
    const refusal = one.board.refusal(document, address);
    if (refusal) {
      await refused(one, refusal);
      return;
    }
    if (captchaShown()) {
      await captchaBeat(one);
      return;
    }
    if (Date.now() - one.at < QUIET_MS || !complaint(one.form, one.board)) return;
    const sent = await witness(one.at);
    if (sent.any === 0) await complained(one);
  }

  /**
   * @param {Watched} one
   * @param {Proof} proof
   */
  function proves(one, proof) {
    const moved = location.href !== one.address;
    const formGone = !one.form?.isConnected || one.form.getClientRects().length === 0;
    if (proof.kind === "address") return moved || formGone;
    return formGone || moved || (one.shownBefore === null && one.board.name !== "generic");
  }

  /**
   * @param {{application_id: string, fence: number} | null} permit
   * @param {any[]} fields
   * @param {Proof} proof
   * @returns {Promise<any>} the application, when the companion has it
   */
  async function confirm(permit, fields, proof) {
    const evidence = { kind: proof.kind, url: proof.url, text: proof.text, fields };
    stop();
    try {
      if (!permit) {
        await wire.call("ext_outside_proof", { evidence });
        return null;
      }
      const { application_id, fence } = permit;
      const { application } = await wire.call("confirm", { application_id, fence, evidence }, `confirm-${application_id}-${fence}`);
      standing.now.application = application;
      standing.hold(null);
      applyonce.conductor?.sent();
      return application;
    } catch (error) {
      if (!(error instanceof applyonce.CallError)) throw error;
      standing.learn(error);
      // Not lost: it is told again when the companion is back.
      if (error.code === "companion_unavailable") retry = () => confirm(permit, fields, proof);
      return null;
    }
  }
  /** @type {(() => Promise<unknown>) | null} */
  let retry = null;

  /**
   * @param {Watched} one
   * @param {{text: string, park: string | null}} refusal
   */
  async function refused(one, { text, park }) {
    await notSent(one, text, { kind: "server_refused", detail: text.slice(0, 300) }, park);
    applyonce.ui.note({ tone: "warn", title: "The board did not take it", lines: [text] });
  }

  /** @param {Watched} one */
  async function complained(one) {
    const detail = complaint(one.form, one.board) ?? "";
    await notSent(one, "The form has errors", { kind: "client_validation", detail: detail.slice(0, 300) }, null);
    applyonce.ui.note({ tone: "warn", title: "Not sent yet", lines: ["The form asks for corrections:", detail.slice(0, 200)] });
  }

  /**
   * @param {Watched} one
   * @param {string} reason
   * @param {{kind: string, detail: string}} proof
   * @param {string | null} park
   */
  async function notSent(one, reason, proof, park) {
    if (!one.permit) return;
    const { application_id, fence } = one.permit;
    stop();
    applyonce.conductor?.keep(application_id);
    try {
      const { application } = await wire.call(
        "fail",
        { application_id, fence, reason, not_sent_proof: proof, keep: true },
        `fail-${application_id}-${fence}`,
      );
      standing.now.application = application;
      if (park) await wire.call("park", { application_id, fence: application.fence, reason: park }, crypto.randomUUID());
      await standing.arrive();
      standing.hold(standing.now.holding);
    } catch (error) {
      if (!(error instanceof applyonce.CallError)) throw error;
      standing.learn(error);
    }
  }

  function stop() {
    clearInterval(timer);
    watched = null;
    applyonce.gate.settled();
  }

  /**
   * What the form complains of, when it stands there and can be sent again; null when it does not.
   * @param {Element | null} form
   * @param {Board} board
   * @returns {string | null}
   */
  function complaint(form, board) {
    if (!form?.isConnected || form.getClientRects().length === 0) return null;
    const controls = [...form.querySelectorAll(board.submit)].filter((control) => control.getClientRects().length > 0);
    if (!controls.some((control) => !(/** @type {any} */ (control).disabled))) return null;
    const shown = [...form.querySelectorAll(board.errors)].filter((error) => error.getClientRects().length > 0);
    const said = shown.map((error) => (error.textContent ?? "").replace(/\s+/g, " ").trim()).find(Boolean);
    if (shown.length > 0) return said ?? "a field is marked as wrong";
    if (form instanceof HTMLFormElement && !form.noValidate && !form.checkValidity()) return "a required field is empty";
    return null;
  }

  /** @param {number} since */
  function witness(since) {
    return wire.call("ext_witness", { since });
  }

  function captchaShown() {
    return [...document.querySelectorAll(CAPTCHA)].some((frame) => {
      const { width, height } = frame.getBoundingClientRect();
      return width > CAPTCHA_SIDE_PX && height > CAPTCHA_SIDE_PX && getComputedStyle(frame).visibility === "visible";
    });
  }

  /** While a captcha is shown the submit window stands still: the beat says so. */
  /** @param {Watched} one */
  async function captchaBeat(one) {
    if (Date.now() - one.captchaAt < CAPTCHA_BEAT_MS) return;
    one.captchaAt = Date.now();
    if (!one.permit) return;
    const { application_id, fence } = one.permit;
    try {
      await wire.call("heartbeat", { application_id, fence, progress: { step: "captcha", filled: 0, total: 0 } });
    } catch (error) {
      if (!(error instanceof applyonce.CallError)) throw error;
    }
  }

  /**
   * A document that shows no job: it may be the confirmation of the sending that its tab has open, or of an earlier one.
   */
  async function arrived() {
    const { sending, outside } = standing.now;
    const address = new URL(location.href);
    const board = boards.of(document, address);
    const proof = board?.success(document, address);
    if (watched || !board || !proof || board.form(document)) return;
    if (!sending && outside) {
      await confirm(null, [], proof);
      return;
    }
    if (!sending && proof.kind !== "address") return;
    const { job, application } = await wire.call("identify", { url: address.href }, crypto.randomUUID());
    if (sending && (job.id === sending.job_id || ledHere(board, address))) {
      const { application_id, fence } = sending;
      const { fields } = await wire.call("draft", { application_id, fence });
      const confirmed = await confirm({ application_id, fence }, fields, proof);
      if (confirmed && job.id === sending.job_id) standing.pin(job, confirmed);
    } else if (application) standing.pin(job, application);
  }

  /**
   * A page of no known board has an address of its own for its thanks: its form must have led here.
   * @param {Board} board
   * @param {URL} address
   */
  function ledHere(board, address) {
    return board.name === "generic" && document.referrer !== "" && new URL(document.referrer).origin === address.origin;
  }

  wire.on("companion", ({ state }) => {
    if (state !== "up" || !retry) return;
    const again = retry;
    retry = null;
    void again();
  });

  applyonce.onStop(() => clearInterval(timer));
  applyonce.confirmation = { watch, arrived, complaint, witness, pending: () => watched !== null };
})();
