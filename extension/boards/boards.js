// The registry of board files, and what they share.
(() => {
  const applyonce = (globalThis.applyonce ??= /** @type {any} */ ({}));
  if (applyonce.boards) return;

  /** @type {Board[]} */
  const all = [];

  applyonce.boards = {
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
    /** Cheap, for a board's own markers: whether the element has a box. Buttons and fields are judged by `dom`. */
    shown(root, selector) {
      for (const element of root.querySelectorAll(selector)) {
        if (element.getClientRects().length > 0) return element;
      }
      return null;
    },
  };
})();
