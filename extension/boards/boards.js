// The registry of board files, and what they share.
(() => {
  const applyonce = (globalThis.applyonce ??= /** @type {any} */ ({}));
  if (applyonce.boards) return;

  // A page can nest deeper than our stack; no text that a person reads does.
  const MAX_DEPTH = 500;

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

  /**
   * What a person reads of an element: words of different blocks are apart, also where the markup has no space between.
   * @param {Element} element @param {string} between
   */
  function words(element, between) {
    /** @type {string[]} */
    const parts = [];
    /** @param {Node} node @param {number} depth */
    const read = (node, depth) => {
      if (node.nodeType === 3) parts.push((node.nodeValue ?? "").replace(/\s+/g, " "));
      if (node.nodeType !== 1 || depth > MAX_DEPTH) return;
      const name = /** @type {Element} */ (node).localName;
      if (name === "script" || name === "style" || name === "template") return;
      const { display } = getComputedStyle(/** @type {Element} */ (node));
      if (display === "none" && node !== element) return;
      const isBlock = name === "br" || !(display.startsWith("inline") || display === "contents" || display === "");
      if (isBlock) parts.push("\n");
      for (const child of node.childNodes) read(child, depth + 1);
      if (isBlock) parts.push("\n");
    };
    read(element, 0);
    return parts.join("").split("\n").map((part) => part.replace(/\s+/g, " ").trim()).filter(Boolean).join(between);
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
      const found = root.querySelector(selector);
      return found ? words(found, " ") : "";
    },
    words(element, between = " ") {
      return words(element, between);
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
