// What auto-apply does where a user would look and decide: go on to the next page, submit, or wait for the user. It never
// works around a log-in or a captcha, never guesses, and sends only what reads back as it was filled.
(() => {
  if (applyonce.agent) return;

  const { wire, standing, boards, settle } = applyonce;

  /** How long a page that shows no job may take to become one. */
  const PATIENCE_MS = 12_000;
  const NEXT_MS = 20_000;
  const SUBMIT_READY_MS = 5_000;
  /** How long a page that was left may still be overwritten from the résumé. */
  const READING_MS = 15_000;
  const NAMED = 3;

  /**
   * @param {{application_id: string, fence: number}} holding
   * @param {string} reason
   */
  async function park({ application_id, fence }, reason) {
    await wire.call("park", { application_id, fence, reason }, crypto.randomUUID());
    await standing.arrive();
    standing.hold(standing.now.holding);
  }

  /**
   * @param {{application_id: string, fence: number}} holding
   * @param {string} reason
   */
  async function giveUp({ application_id, fence }, reason) {
    await wire.call("fail", { application_id, fence, reason: reason.slice(0, 500) }, crypto.randomUUID());
  }

  /**
   * The user may have gone on by themselves.
   * @param {{board: Board, step: string}} seen
   */
  function hasMoved({ board, step }) {
    return (board.step?.(document, new URL(location.href)) ?? "") !== step;
  }

  /**
   * A page is filled: what next?
   * @param {Holding} holding
   * @param {SeenJob} seen
   * @param {FilledPage} page
   */
  async function finish(holding, seen, page) {
    const { board } = seen;
    if (hasMoved(seen)) return undefined;
    if (page.left.some((each) => each.required)) return park(holding, "questions");
    await applyonce.pageFiller.settled(page);
    await settle.until(() => !applyonce.fill.isWatching(), { timeoutMs: READING_MS });
    if (hasMoved(seen)) return undefined;
    if (applyonce.pageFiller.wrong(page).length > 0) return park(holding, "review");
    const obstacle = applyonce.obstacles.look();
    if (obstacle === "login" || obstacle === "captcha") return park(holding, obstacle);
    if (board.trustedOnly) return park(holding, "press");
    const form = page.form?.isConnected ? page.form : board.form(document);
    if (!form) return park(holding, "review");
    const submit = boards.submits(board, form)[0];
    if (submit) return send(holding, board, submit);
    const next = nextOf(board, form);
    return next ? goOn(holding, seen, next) : park(holding, "review");
  }

  /**
   * @param {Holding} holding
   * @param {Board} board
   * @param {Element} submit
   */
  async function send(holding, board, submit) {
    const wrong = changed();
    if (wrong) return park(holding, wrong);
    if (holding.policy === "fill_only") return park(holding, "review");
    // Browsers open a tab only at a person's press: ours would be swallowed, or its confirmation come where nobody waits for it.
    if (opensTab(submit)) return park(holding, "press");
    // Some are off until the page has drawn its preview.
    if (!(await settle.until(() => submit.isConnected && !boards.isOff(submit), { timeoutMs: SUBMIT_READY_MS }))) return park(holding, "review");
    const late = changed();
    if (late) return park(holding, late);
    if (holding.policy !== "submit") return park(holding, "approval");
    return applyonce.gate.press(/** @type {HTMLElement} */ (submit), holding.application_id);
  }

  /** What the board has otherwise than it was filled, in words; null where nothing is. */
  function changed() {
    const names = applyonce.beforeSending.changed().map(({ text }) => `“${text.slice(0, 60)}”`);
    if (names.length === 0) return null;
    const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : "";
    return `The board has changed what was filled: ${names.slice(0, NAMED).join(", ")}${more}`;
  }

  /** @param {Element} submit */
  function opensTab(submit) {
    const { form } = /** @type {HTMLButtonElement} */ (submit);
    const target = submit.getAttribute("formtarget") ?? form?.getAttribute("target") ?? "";
    return target !== "" && !/^_(self|top|parent)$/i.test(target);
  }

  /**
   * @param {Board} board
   * @param {Element} form
   * @returns {Element | null}
   */
  function nextOf(board, form) {
    if (!board.next) return null;
    return boards.find(board, form, board.next).find(
      (each) => each.getClientRects().length > 0 && getComputedStyle(each).visibility === "visible" && !boards.sends(board, each),
    ) ?? null;
  }

  /**
   * To the form's next page, and wait for it: the conductor fills it when it is there.
   * @param {Holding} holding
   * @param {SeenJob} seen
   * @param {Element} next
   */
  async function goOn(holding, { board, step }, next) {
    boards.pressable(next).click();
    const moved = () => hasMoved({ board, step });
    const complains = () => {
      const form = board.form(document);
      return form !== null && boards.find(board, form, board.errors).some((each) => each.getClientRects().length > 0);
    };
    await settle.until(() => moved() || complains() || applyonce.captcha.waits(), { timeoutMs: NEXT_MS });
    if (moved()) return;
    await park(holding, applyonce.captcha.waits() ? "captcha" : "review");
  }

  /**
   * Something keeps the application from going on.
   * @param {Holding} holding
   * @param {Obstacle} obstacle
   */
  function met(holding, obstacle) {
    if (obstacle === "login" || obstacle === "captcha" || obstacle === "limit") return park(holding, obstacle);
    return giveUp(holding, applyonce.obstacles.reason(obstacle));
  }

  /** A page of auto-apply's tab that shows no job: it may become one, it may be a log-in, or it is a dead end. */
  async function withoutJob() {
    const { obstacles } = applyonce;
    const isDecided = () => standing.now.seen !== null || applyonce.confirmation.pending() || obstacles.look() !== null || obstacles.serverError() > 0;
    await settle.until(isDecided, { timeoutMs: PATIENCE_MS });
    await standing.arrive(); // the form may stand in a frame, and be worked on there
    const holding = standing.now.agentHolds;
    if (standing.now.seen || !holding || holding.parked || applyonce.confirmation.pending()) return;
    const obstacle = obstacles.look();
    const status = obstacles.serverError();
    try {
      if (obstacle) await met(holding, obstacle);
      else await giveUp(holding, status > 0 ? `The board answers ${status} for this page.` : "The page shows no open job.");
    } catch (error) {
      if (!(error instanceof applyonce.CallError)) throw error;
      standing.learn(error);
    }
  }

  applyonce.agent = { finish, met, park, giveUp, withoutJob, nextOf };
})();
