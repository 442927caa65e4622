// The page's elements as a person meets them: through open shadow roots, slots and frames of the same origin.
(() => {
  const ns = (globalThis.applyonce ??= /** @type {ApplyOnce} */ ({}));

  // A page can nest deeper than our stack; no real form does.
  const MAX_DEPTH = 2000;

  /**
   * Elements of a frame have other constructors than ours, so `instanceof` does not hold.
   * @param {unknown} node
   * @returns {node is HTMLElement}
   */
  const isElement = (node) => node !== null && typeof node === "object" && /** @type {Node} */ (node).nodeType === 1;

  /**
   * Parent in the flat tree: the slot of a slotted element, the host of a shadow root. Null at the top of a document.
   * @param {Node} node
   * @returns {Element | null}
   */
  const parent = (node) => {
    const slot = isElement(node) ? node.assignedSlot : null;
    if (slot) return slot;
    const up = node.parentNode;
    if (!up) return null;
    if (up.nodeType === 11) return /** @type {ShadowRoot} */ (up).host ?? null;
    return isElement(up) ? up : null;
  };

  /** @type {ApplyOnceTree["contains"]} */
  const contains = (outer, inner) => {
    for (let node = /** @type {Node | null} */ (inner); node; node = parent(node)) {
      if (node === outer) return true;
    }
    return outer.nodeType === 9 && inner.ownerDocument === outer;
  };

  /** @type {ApplyOnceTree["closest"]} */
  const closest = (el, selector) => {
    for (let node = /** @type {Element | null} */ (el); node; node = parent(node)) {
      if (node.matches(selector)) return node;
    }
    return null;
  };

  /**
   * @param {Element} frame
   * @returns {Document | null} null for a frame of another origin, which its own script describes
   */
  const frameDocument = (frame) => {
    try {
      return /** @type {HTMLIFrameElement} */ (frame).contentDocument;
    } catch {
      return null;
    }
  };

  /** @type {ApplyOnceTree["walk"]} */
  const walk = (root, visit) => {
    /** @type {(root: ParentNode, depth: number) => void} */
    const into = (from, depth) => {
      if (depth > MAX_DEPTH) return;
      for (let child = from.firstElementChild; child; child = child.nextElementSibling) {
        if (visit(child) === false) continue;
        if (child.shadowRoot) into(child.shadowRoot, depth + 1);
        if (child.localName === "iframe") {
          const inner = frameDocument(child);
          if (inner) into(inner, depth + 1);
          continue;
        }
        into(child, depth + 1);
      }
    };
    if (isElement(root) && root.shadowRoot) into(root.shadowRoot, 0);
    into(root, 0);
  };

  /** @type {ApplyOnceTree["byId"]} */
  const byId = (near, id) => {
    if (!id) return null;
    const root = near.getRootNode();
    const found = "getElementById" in root ? /** @type {Document} */ (root).getElementById(id) : null;
    return found ?? near.ownerDocument.getElementById(id);
  };

  ns.tree = { parent, contains, closest, walk, isElement, byId };
})();
