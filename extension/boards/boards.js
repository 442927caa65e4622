// The registry of board files, and what they share.
(() => {
  const applyonce = (globalThis.applyonce ??= /** @type {any} */ ({}));
  if (applyonce.boards) return;

  /** @type {Board[]} */
  const all = [];

  /**
   * Also across shadow roots.
   * @param {ParentNode} outer
   * @param {Node} inner
   */
  function holds(outer, inner) {
    for (let node = /** @type {Node | null} */ (inner); node; node = node.parentNode ?? /** @type {any} */ (node).host ?? null) {
      if (node === outer) return true;
    }
    return false;
  }

  // `refusalIn` and `plain` come with the files that follow.
  applyonce.boards = /** @type {ApplyOnce["boards"]} */ ({
    all,
    add(board) {
      if (!all.some((known) => known.name === board.name)) all.push(board);
    },
    of(doc, address) {
      return all.find((board) => board.matches(doc, address)) ?? null;
    },
    text(root, selector) {
      return (root.querySelector(selector)?.textContent ?? "").replace(/\s+/g, " ").trim();
    },
    find(board, root, selector) {
      const found = [...root.querySelectorAll(selector)];
      for (const shadow of board.roots?.(/** @type {Node} */ (root).ownerDocument ?? /** @type {Document} */ (root)) ?? []) {
        if (holds(root, shadow.host)) found.push(...shadow.querySelectorAll(selector));
      }
      return found;
    },
    sends(board, control) {
      return control.matches(board.submit) && (board.sends?.(control) ?? true);
    },
    submits(board, root) {
      return this.find(board, root, board.submit)
        .filter((control) => control.getClientRects().length > 0 && this.sends(board, control));
    },
    pressable(control) {
      const inner = control.shadowRoot?.querySelector("button, [role=button]");
      return /** @type {HTMLElement} */ (inner ?? control);
    },
    isOff(control) {
      const pressed = this.pressable(control);
      return /** @type {any} */ (pressed).disabled === true || pressed.getAttribute("aria-disabled") === "true";
    },
    /** Cheap, for a board's own markers: whether the element has a box. Buttons and fields are judged by `dom`. */
    shown(root, selector) {
      for (const element of root.querySelectorAll(selector)) {
        if (element.getClientRects().length > 0) return element;
      }
      return null;
    },
  });
})();
