// The gate: no application leaves this document without a permit. It listens before the page does, on the window, in the
// capture phase, from the document's start, in every frame.
(() => {
  if (applyonce.gate) return;

  const { boards, permit, submitControl, unasked } = applyonce;

  /** Between releasing the button and the click that it makes: after that none comes. */
  const CLICK_AFTER_RELEASE_MS = 2_000;
  /** A button held down for longer than this is not being pressed any more; a permit lives no longer either. */
  const RELEASE_MS = 9_000;
  /** A script's own submit counts as the user's only right after something that the user did. */
  const GESTURE_MS = 1_000;
  /** A sending is one until its outcome is known, at the longest so long. */
  const SUBMIT_WINDOW_MS = 120_000;

  /**
   * @typedef {{
   *   form: Element | null, control: HTMLElement | null, board: Board, at: number, pressedAt: number, permit: Permit | null, navigates: boolean,
   * }} Sending `at`: Unix ms; `pressedAt`: of the document's own clock, which nobody sets
   */

  /** @type {Sending | null} */
  let sending = null;
  /** @type {SendingAttempt | null} */
  let held = null;
  let replaying = false;
  let clickPassed = false;
  let lastGesture = -Infinity;
  /** A key that was pressed on a drawn button and kept from the page: so is its release. */
  let keptKey = "";
  let lastEnter = -Infinity;
  /** The browser acts on a click of the user: what is submitted at once is submitted by that. */
  let clicked = false;
  /** @type {number | undefined} */
  let unusedTimer;

  /** @param {Event} event */
  function stop(event) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /** @param {Event} event */
  function gesture(event) {
    if (event.isTrusted) lastGesture = performance.now();
  }

  function fromUser() {
    return performance.now() - lastGesture < GESTURE_MS;
  }

  // --- asking early --------------------------------------------------------------------------------------------

  /** @param {PointerEvent} event */
  function onPointerDown(event) {
    gesture(event);
    if (!event.isTrusted || event.button !== 0 || !submitControl.attemptOf(event)) return;
    askEarly();
  }

  /** @param {KeyboardEvent} event */
  function onKeyDown(event) {
    if (event.key !== "Enter" && event.key !== " ") return;
    gesture(event);
    if (!event.isTrusted) return;
    if (event.key === "Enter" && !event.repeat) lastEnter = performance.now();
    const attempt = submitControl.attemptOf(event);
    if (!attempt) return;
    if (submitControl.isDrawn(event)) pressByKey(event, attempt);
    else if (!event.repeat) askEarly();
  }

  /**
   * The page's own script sends at the key, or at its release: it gets a click instead, once there is a permit.
   * @param {KeyboardEvent} event
   * @param {SendingAttempt} attempt
   */
  function pressByKey(event, attempt) {
    keptKey = event.key;
    if (event.repeat) {
      stop(event);
      return;
    }
    judge(event, attempt);
    if (event.defaultPrevented || attempt.board.trustedOnly) return;
    stop(event);
    replay(attempt);
  }

  /** @param {KeyboardEvent} event */
  function onKeyUp(event) {
    onRelease(event);
    if (!event.isTrusted || event.key !== keptKey) return;
    keptKey = "";
    stop(event);
  }

  function askEarly() {
    clearTimeout(unusedTimer);
    unusedTimer = undefined;
    if (isSending()) return;
    // The release may never be seen: the window loses the focus, a dialog opens, the pointer leaves for another frame.
    unusedTimer = setTimeout(unused, RELEASE_MS);
    if (permit.current()) return;
    // Refusals are told to the click, if one comes.
    permit.request().catch(() => {});
    earlyAsked = true;
  }
  let earlyAsked = false;

  /** @param {Event} event */
  function onRelease(event) {
    gesture(event);
    if (!event.isTrusted || !earlyAsked) return;
    clearTimeout(unusedTimer);
    unusedTimer = setTimeout(unused, event.type === "pointercancel" ? 0 : CLICK_AFTER_RELEASE_MS);
  }

  function unused() {
    unusedTimer = undefined;
    if (!earlyAsked || held) return;
    earlyAsked = false;
    void permit.handBack("no click followed");
  }

  // --- clicks and submits -----------------------------------------------------------------------------------------

  /** @param {MouseEvent} event */
  function onClick(event) {
    clickPassed = false;
    gesture(event);
    if (event.isTrusted) {
      clicked = true;
      setTimeout(() => {
        clicked = false;
      }, 0);
    }
    const attempt = submitControl.attemptOf(event);
    if (!attempt || replaying) return;
    if (!event.isTrusted) {
      // The page's own script (Lever clicks a hidden button after its captcha). Within a form the submit event that follows
      // is judged; without one the click itself is the sending, and belongs to one under way or to the user's gesture.
      if (/** @type {any} */ (attempt.control).form || isSending()) return;
    }
    if (!event.isTrusted && !fromUser()) {
      stop(event);
      explainScript();
      return;
    }
    judge(event, attempt);
    if (!event.defaultPrevented) {
      clickPassed = true;
      setTimeout(() => {
        clickPassed = false;
      }, 0);
    }
  }

  /** @param {SubmitEvent} event */
  function onSubmit(event) {
    const form = event.target;
    const place = submitControl.here();
    if (!place?.form || !(form instanceof Element)) return;
    const { board } = place;
    if (!applyonce.tree.contains(place.form, form) && !form.contains(place.form)) return;
    // Of a form of several pages only the one that shows a control that sends is sent; the others go on.
    if (board.next && boards.submits(board, place.form).length === 0) return;
    if (replaying || clickPassed) {
      noteNavigation(event);
      return;
    }
    const submitter = event.submitter;
    judge(event, { form, control: submitter, board, submitter, kind: "submit" });
  }

  /**
   * @param {Event} event
   * @param {SendingAttempt} attempt
   */
  function judge(event, attempt) {
    if (isSending()) {
      underWay(event, attempt);
      return;
    }
    if (attempt.kind === "submit" && !fromUser() && !permit.current()) {
      stop(event);
      explainScript();
      return;
    }
    // The scripts that fill come after this one.
    if (applyonce.beforeSending?.tellFirst()) {
      stop(event);
      earlyAsked = false;
      void permit.handBack("the user was told of the form's state first");
      return;
    }
    const alive = permit.consume();
    if (alive) {
      letThrough(attempt, alive);
      noteNavigation(event);
      return;
    }
    if (fromUser() && unasked.isDecided()) {
      send(attempt, null);
      unasked.tell();
      return;
    }
    stop(event);
    void hold(attempt);
  }

  function isSending() {
    return sending !== null && performance.now() - sending.pressedAt < SUBMIT_WINDOW_MS;
  }

  /**
   * One permit covers one sending: what the page's script submits after a captcha belongs to it, a second click does not.
   * @param {Event} event
   * @param {SendingAttempt} attempt
   */
  function underWay(event, attempt) {
    const first = sending;
    if (!first) return;
    if (attempt.kind === "submit" && attempt.form === first.form && !first.navigates && !pressedAgain(first)) {
      applyonce.confirmation.readAgain();
      noteNavigation(event);
      return;
    }
    stop(event);
    void afterFirst(first, attempt);
  }

  /** Another button of the form sends it too, and Enter in a field does by whichever comes first, or by none. @param {Sending} first */
  function pressedAgain(first) {
    return clicked || (lastEnter > first.pressedAt && performance.now() - lastEnter < GESTURE_MS);
  }

  /**
   * The user presses again while a sending is under way: let through only if the form complains and nothing has left.
   * @param {Sending} first
   * @param {SendingAttempt} attempt
   */
  async function afterFirst(first, attempt) {
    const complaint = applyonce.confirmation.complaint(first.form, first.board);
    const sent = complaint ? await applyonce.confirmation.witness(first) : null;
    if (sent?.any === 0 && sent.complete && sending === first) {
      applyonce.confirmation.readAgain();
      replay(attempt);
      return;
    }
    applyonce.ui.note({
      tone: "info",
      title: "Already sending",
      lines: ["Your application is on its way. ApplyOnce waits for the board's confirmation, so that it does not go out twice."],
    });
  }

  /** @param {Event} event */
  function noteNavigation(event) {
    if (event.type !== "submit") return;
    // Judged after the page's own handlers: what they did not prevent is a navigation, and the only one.
    setTimeout(() => {
      if (sending && !event.defaultPrevented) sending.navigates = true;
    }, 0);
  }

  /**
   * @param {SendingAttempt} attempt
   * @param {Permit} used
   */
  function letThrough(attempt, used) {
    clearTimeout(unusedTimer);
    earlyAsked = false;
    send(attempt, used);
  }

  /**
   * From here on nothing is written into the form: what goes out is what is read now.
   * @param {SendingAttempt} attempt
   * @param {Permit | null} used
   */
  function send(attempt, used) {
    applyonce.fill?.stop();
    sending = { ...attempt, at: Date.now(), pressedAt: performance.now(), permit: used, navigates: false };
    applyonce.confirmation.watch(attempt.form, attempt.board, used);
  }

  // --- holding and replaying -------------------------------------------------------------------------------------

  /** @param {SendingAttempt} attempt */
  async function hold(attempt) {
    const first = held === null;
    held = attempt;
    if (!first) return; // the press before this one is still asking; one replay answers both
    try {
      const alive = await permit.request();
      if (!attempt.form?.isConnected || (attempt.control && !attempt.control.isConnected)) {
        await permit.handBack("the form was replaced while the permit was asked for");
        return;
      }
      if (attempt.kind === "click" && attempt.board.trustedOnly) {
        readyToPress(alive);
        return;
      }
      if (!permit.isAlive(alive) || !permit.consume()) {
        await permit.handBack("it came too late");
        return;
      }
      letThrough(attempt, alive);
      replay(attempt);
    } catch (error) {
      if (!(error instanceof applyonce.CallError)) throw error;
      await unasked.explain(error);
    } finally {
      held = null;
    }
  }

  /**
   * This board takes only a trusted click, which no script can make: the permit waits for the user's own.
   * @param {Permit} alive
   */
  function readyToPress(alive) {
    applyonce.ui.note({ lasting: true, tone: "info", title: "Ready: press Submit again", lines: ["This board takes only a press of your own."] });
    earlyAsked = true;
    clearTimeout(unusedTimer);
    unusedTimer = setTimeout(unused, Math.max(0, alive.requestedAt + alive.validMs - Date.now()));
  }

  /** @param {SendingAttempt} attempt */
  function replay({ kind, form, control, submitter }) {
    replaying = true;
    try {
      // A held click is clicked again, so that the button's own handlers run too; what it submits is a trusted event.
      if (kind === "click") control && boards.pressable(control).click();
      else if (form instanceof HTMLFormElement) form.requestSubmit(submitter && submitter.isConnected ? submitter : undefined);
    } finally {
      replaying = false;
    }
  }

  /**
   * Auto-apply presses the button, through the same gate; unlike a user's press it never claims what was given back.
   * @param {HTMLElement} control
   * @param {string} applicationId
   */
  async function press(control, applicationId) {
    const place = submitControl.here();
    if (!place) throw new Error("There is no form here.");
    const alive = await permit.request(applicationId);
    if (!permit.isAlive(alive) || !permit.consume()) {
      await permit.handBack("it came too late");
      throw new Error("The permit came too late.");
    }
    /** @type {SendingAttempt} */
    const attempt = { form: place.form, board: place.board, control, submitter: control, kind: "click" };
    letThrough(attempt, alive);
    replay(attempt);
  }

  function explainScript() {
    applyonce.ui.note({
      tone: "warn",
      title: "Not sent",
      lines: ["The page tried to send the application by itself. Press its Submit button to send it."],
    });
  }

  // --- wiring --------------------------------------------------------------------------------------------------------

  /** @type {[string, (event: any) => void][]} */
  const LISTENERS = [
    ["pointerdown", onPointerDown],
    ["keydown", onKeyDown],
    ["pointerup", onRelease],
    ["pointercancel", onRelease],
    ["keyup", onKeyUp],
    ["dragend", onRelease],
    ["click", onClick],
    ["submit", onSubmit],
  ];
  for (const [type, listener] of LISTENERS) applyonce.listen(type, listener, true);
  // A document that goes away takes its permit with it.
  applyonce.listen("pagehide", () => {
    if (permit.current()) void permit.handBack("the page was left");
  });

  applyonce.gate = {
    press,
    isSending,
    /** The sending's outcome is known: the next press asks anew. */
    settled() {
      sending = null;
    },
  };
})();
