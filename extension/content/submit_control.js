// Which of the board's controls that send an application is an event on, and what form does it send?
(() => {
  if (applyonce.submitControl) return;

  const { boards, standing } = applyonce;

  const CLICKED_BY_KEYS = "button, input, summary, a[href], area[href]";

  /** @returns {{board: Board, form: Element | null} | null} */
  function here() {
    const board = boards.of(document, new URL(location.href));
    if (!board) return null;
    const seen = standing.now.seen;
    // A form that only the user's word made an application is known to the standing alone.
    const form = board.form(document) ?? (seen?.board === board && seen.form?.isConnected ? seen.form : null);
    return { board, form };
  }

  /**
   * The board's submit control that an event is on.
   * @param {Event} event
   * @returns {SendingAttempt | null}
   */
  function attemptOf(event) {
    const path = event.composedPath();
    const first = path[0];
    if (!(first instanceof Element) || first.closest("applyonce-button")) return null;
    const place = here();
    if (!place) return null;
    const { board, form } = place;
    const control = path.find((node) => node instanceof HTMLElement && boards.sends(board, node));
    if (!(control instanceof HTMLElement) || (board.traps && control.closest(board.traps))) return null;
    if (!form || !(applyonce.tree.contains(form, control) || /** @type {any} */ (control).form === form)) return null;
    if (boards.isOff(control)) return null;
    return { form, control, board, submitter: control, kind: "click" };
  }

  /** A button that the browser does not click for a key; within a component's closed root there may be one that it does. */
  /** @param {KeyboardEvent} event */
  function isDrawn(event) {
    const focused = /** @type {Element} */ (event.composedPath()[0]);
    return !focused.matches(CLICKED_BY_KEYS) && !focused.localName.includes("-");
  }

  applyonce.submitControl = { here, attemptOf, isDrawn };
})();
