// What became of a sending. "Thank you" alone proves nothing, since the posting may say it too: the form must be gone, the
// address changed, or the board's own outcome container shown.
(() => {
  if (applyonce.confirmation) return;

  const { wire, standing, boards } = applyonce;

  const MESSAGES = "[role=alert], .alert, .flash, .error, .error-message";
  const LOOK_MS = 250;
  const QUIET_MS = 2_000;
  const CAPTCHA_BEAT_MS = 10_000;
  const CLOCKS_AGREE_MS = 250;

  /**
   * @typedef {{
   *   permit: {application_id: string, fence: number} | null, under: {application_id: string, fence: number} | null, form: Element | null, board: Board, at: number, pressedAt: number, address: string,
   *   shownBefore: string | null, fields: SentField[], captchaAt: number, skipped: boolean,
   * }} Watched `under`: what this tab held when it was sent; `at`: Unix ms; `pressedAt`, `captchaAt`: of the document's own clock
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
    const under = permit ?? standing.now.holding;
    watched = {
      permit,
      under,
      form,
      board,
      at: Date.now(),
      pressedAt: performance.now(),
      address: location.href,
      shownBefore: before?.kind === "text" ? before.text : null,
      fields: applyonce.journal.sent(form, under),
      captchaAt: -Infinity,
      skipped: false,
    };
    // The page that follows may be another document: what was sent is kept where that one finds it.
    if (permit) {
      void applyonce.journal.keep(permit, watched.fields);
      if (form) void applyonce.learning?.note(permit, applyonce.describe.form(form));
    }
    clearInterval(timer);
    timer = setInterval(() => void look(), LOOK_MS);
  }

  /** The page's own script submits the form under the same press, after a captcha: what goes out is what it holds now. */
  function readAgain() {
    if (!watched) return;
    watched.fields = applyonce.journal.sent(watched.form, watched.under, watched.fields);
    if (watched.permit) void applyonce.journal.keep(watched.permit, watched.fields);
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
    if (applyonce.captcha.waits()) {
      await captchaBeat(one);
      return;
    }
    if (one.captchaAt > 0) await captchaSolved(one);
    skip(one);
    if (performance.now() - one.pressedAt < QUIET_MS) return;
    const said = complaint(one.form, one.board);
    if (said === null) return;
    const sent = await witness(one);
    if (sent.any === 0 && sent.complete) await complained(one, said);
    else if (sent.refused) await refused(one, { text: said, park: boards.refusalIn(said)?.park ?? null });
  }

  /** For auto-apply: a voluntary page after the application is passed over, unanswered. @param {Watched} one */
  function skip(one) {
    if (one.skipped || !one.board.skip || !standing.now.holding?.agent || one.form?.isConnected) return;
    const control = boards.shown(document, one.board.skip);
    if (!(control instanceof HTMLElement)) return;
    one.skipped = true;
    control.click();
  }

  /**
   * @param {Watched} one
   * @param {Proof} proof
   */
  function proves(one, proof) {
    const moved = location.href !== one.address;
    // What stood there before the press was said of something else.
    if (proof.kind === "text" && !moved && one.shownBefore === proof.text) return false;
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
      applyonce.conductor?.sent(application_id);
      return application;
    } catch (error) {
      if (!(error instanceof applyonce.CallError)) throw error;
      standing.learn(error);
      // Not lost: it is told again when the companion is back, or can take it.
      const { retry_after: seconds } = error.details;
      if (error.code === "companion_unavailable" || typeof seconds === "number") retry = () => confirm(permit, fields, proof);
      if (typeof seconds === "number") retryTimer = setTimeout(tellAgain, seconds * 1_000);
      return null;
    }
  }
  /** @type {(() => Promise<unknown>) | null} */
  let retry = null;
  let retryTimer = 0;

  function tellAgain() {
    clearTimeout(retryTimer);
    const again = retry;
    retry = null;
    void again?.();
  }

  /**
   * @param {{permit: Watched["permit"]}} one
   * @param {{text: string, park: string | null}} refusal
   */
  async function refused(one, { text, park }) {
    await notSent(one, text, { kind: "server_refused", detail: text.slice(0, 300) }, park);
    applyonce.ui.note({ tone: "warn", title: "The board did not take it", lines: [text] });
  }

  /** @param {Watched} one @param {string} said */
  async function complained(one, said) {
    await notSent(one, "The form has errors", { kind: "client_validation", detail: said.slice(0, 300) }, null);
    applyonce.ui.note({ tone: "warn", title: "Not sent yet", lines: ["The form asks for corrections:", said.slice(0, 200)] });
  }

  /** What a person must see to, or wait for; the rest they see for themselves, since they have just pressed Submit. */
  const PARKS_A_PERSON = new Set(["security_code", "login", "limit"]);

  /**
   * @param {{permit: Watched["permit"]}} one
   * @param {string} reason
   * @param {{kind: string, detail: string}} proof
   * @param {string | null} park
   */
  async function notSent(one, reason, proof, park) {
    if (!one.permit) return;
    const { application_id, fence } = one.permit;
    const agent = standing.now.holding?.agent ?? false;
    // What the board has already had is not tried again; anything else that stops auto-apply is shown to the user.
    const isFinal = agent && park === "already_applied";
    const parked = agent ? (park ?? "review") : PARKS_A_PERSON.has(park ?? "") ? park : null;
    stop();
    applyonce.conductor.keep(application_id);
    try {
      const { application } = await wire.call(
        "fail",
        { application_id, fence, reason: isFinal ? applyonce.obstacles.reason("already_applied") : reason, not_sent_proof: proof, keep: !isFinal },
        `fail-${application_id}-${fence}`,
      );
      standing.now.application = application;
      if (parked && !isFinal) await wire.call("park", { application_id, fence: application.fence, reason: parked }, crypto.randomUUID());
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
    if (!boards.submits(board, form).some((control) => !boards.isOff(control))) return null;
    const shown = boards.find(board, form, board.errors).filter((error) => error.getClientRects().length > 0);
    const said = shown.map((error) => (error.textContent ?? "").replace(/\s+/g, " ").trim()).find(Boolean);
    if (shown.length > 0) return said ?? "a field is marked as wrong";
    if (form instanceof HTMLFormElement && !form.noValidate) return wrongField(form);
    return null;
  }

  /** What the browser itself holds back a form for. @param {HTMLFormElement} form */
  function wrongField(form) {
    const wrong = [...form.elements].find((each) => /** @type {HTMLInputElement} */ (each).validity?.valid === false);
    if (!wrong) return null;
    const field = /** @type {HTMLInputElement} */ (wrong);
    const asked = (field.type === "radio" ? field.closest("fieldset")?.querySelector("legend") : field.labels?.[0])?.textContent ?? "";
    const name = asked.replace(/\s+/g, " ").trim() || "A required field";
    return `${name}: ${field.validationMessage || "the form does not take it"}`;
  }

  /** @param {{at: number, pressedAt: number}} [press] without it, since this tab's last permit */
  async function witness(press) {
    const sent = await wire.call("ext_witness", press ? { since: press.at } : {});
    return press && wasClockSet(press) ? { ...sent, complete: false } : sent;
  }

  /** What left at which time is told by the wall clock: where that was set since, nothing can be made of it. @param {{at: number, pressedAt: number}} press */
  function wasClockSet({ at, pressedAt }) {
    return Math.abs(Date.now() - at - (performance.now() - pressedAt)) > CLOCKS_AGREE_MS;
  }

  /** While a captcha is shown the submit window stands still: the beat says so. */
  /** @param {Watched} one */
  async function captchaBeat(one) {
    if (performance.now() - one.captchaAt < CAPTCHA_BEAT_MS) return;
    if (one.captchaAt < 0) applyonce.ui.note(applyonce.words.captchaAfterPress());
    one.captchaAt = performance.now();
    if (one.permit) await beat(one.permit, "captcha");
  }

  /** It asks for nobody any more. @param {Watched} one */
  async function captchaSolved(one) {
    one.captchaAt = -Infinity;
    applyonce.ui.note(null);
    if (one.permit) await beat(one.permit, "sending");
  }

  /**
   * @param {{application_id: string, fence: number}} permit
   * @param {"captcha" | "sending"} step
   */
  async function beat({ application_id, fence }, step) {
    try {
      await wire.call("heartbeat", { application_id, fence, progress: { step, filled: 0, total: 0 } });
    } catch (error) {
      if (!(error instanceof applyonce.CallError)) throw error;
    }
  }

  /**
   * A document that comes after a sending: its confirmation, or the form again with a refusal; or, without one, the
   * confirmation of an earlier sending.
   */
  async function arrived() {
    const { sending, outside } = standing.now;
    const address = new URL(location.href);
    const board = boards.of(document, address);
    if (watched || !board) return;
    const proof = board.form(document) ? null : board.success(document, address);
    if (!proof) {
      if (sending) await sentBack(sending, board, address);
      return;
    }
    if (!sending && outside) {
      await confirm(null, [], proof);
      return;
    }
    if (!sending && proof.kind !== "address") return;
    const { job, application } = await whose(board, address);
    // A page of no known board has an address of its own for its thanks: its form must have led here.
    if (sending && (job?.id === sending.job_id || (board.name === "generic" && sending.led))) {
      const { application_id, fence } = sending;
      const { fields } = await wire.call("draft", { application_id, fence });
      const confirmed = await confirm({ application_id, fence }, fields, proof);
      if (confirmed && job?.id === sending.job_id) standing.pin(job, confirmed);
    } else if (application) standing.pin(job, application);
  }

  /**
   * The job of a page of thanks.
   * @param {Board} board
   * @param {URL} address
   */
  function whose(board, address) {
    if (board.continues?.(document, address)) return wire.call("ext_tab_job", { board: board.name });
    return wire.call("identify", { url: address.href }, crypto.randomUUID());
  }

  /**
   * The answer to what was sent is no confirmation. It is a refusal only if the board says so, in words or by status.
   * @param {{application_id: string, fence: number, job_id: string}} sending
   * @param {Board} board
   * @param {URL} address
   */
  async function sentBack({ application_id, fence, job_id }, board, address) {
    // What the page of another job says is not said of what was sent.
    if (standing.now.job && standing.now.job.id !== job_id) return;
    const permit = { application_id, fence };
    const login = applyonce.obstacles.look() === "login";
    const said = board.refusal(document, address) ?? boards.refusalIn(login ? (document.body.innerText ?? "") : "");
    const sent = await witness();
    if (said || sent.refused) {
      const text = said?.text ?? saidBeside(board) ?? applyonce.confirmation.complaint(board.form(document), board) ?? "The board did not take it.";
      const park = said?.park ?? boards.refusalIn(text)?.park ?? null;
      await refused({ permit }, { text, park: login ? "login" : park });
    }
  }

  /**
   * What a page says about what was sent, wherever it stands: many show it above the form, which is empty again.
   * @param {Board} board
   * @returns {string | null}
   */
  function saidBeside(board) {
    const shown = [...document.querySelectorAll(`${board.errors}, ${MESSAGES}`)].filter((each) => each.getClientRects().length > 0);
    return shown.map((each) => (each.textContent ?? "").replace(/\s+/g, " ").trim()).find(Boolean) ?? null;
  }

  wire.on("companion", ({ state }) => {
    if (state === "up") tellAgain();
  });

  // Granted anew: the user has said how the earlier sending ended, and it is waited for no longer.
  standing.onChange(({ holding }) => {
    if (!watched || holding?.phase !== "filling") return;
    const { under } = watched;
    if (under && under.application_id === holding.application_id && under.fence >= holding.fence) return;
    stop();
  });

  applyonce.onStop(() => {
    clearInterval(timer);
    clearTimeout(retryTimer);
  });
  applyonce.confirmation = { watch, readAgain, arrived, complaint, witness, pending: () => watched !== null };
})();
