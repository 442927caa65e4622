// Where an application may stand on a page that no board file knows: forms, also within open shadow roots, and controls that
// stand in no form at all.
(() => {
  const applyonce = (globalThis.applyonce ??= /** @type {any} */ ({}));
  if (applyonce.forms) return;

  const CONTROLS = "input:not([type=hidden], [type=submit], [type=button], [type=reset], [type=image]), select, textarea";
  const ASIDE = "header, nav, footer, aside, [role=search], [role=banner], [role=navigation], [role=contentinfo], applyonce-button";
  const SEARCH = "input[type=search]:not([role=combobox], [role=textbox], [aria-autocomplete])";

  /** @type {ApplyOnceForms["roots"]} */
  function roots(doc) {
    /** @type {ShadowRoot[]} */
    const found = [];
    /** @type {ParentNode[]} */
    const waiting = [doc];
    for (let root = waiting.shift(); root; root = waiting.shift()) {
      for (const element of root.querySelectorAll("*")) {
        if (!element.shadowRoot) continue;
        found.push(element.shadowRoot);
        waiting.push(element.shadowRoot);
      }
    }
    return found;
  }

  /** @type {ApplyOnceForms["all"]} */
  function all(root, selector) {
    /** @type {Element[]} */
    const found = [];
    for (const element of root.querySelectorAll("*")) {
      if (element.matches(selector)) found.push(element);
      if (element.shadowRoot) found.push(...all(element.shadowRoot, selector));
    }
    const own = /** @type {Element} */ (root).shadowRoot;
    return own ? [...all(own, selector), ...found] : found;
  }

  /** @param {Document} doc */
  function real(doc) {
    return [...doc.forms, ...roots(doc).flatMap((root) => [...root.querySelectorAll("form")])];
  }

  /** Controls that no form holds, and that belong to the page's own matter. @param {Document} doc */
  function loose(doc) {
    return all(doc, CONTROLS).filter((control) => !applyonce.tree.closest(control, `form, ${ASIDE}`) && !control.matches(SEARCH));
  }

  /** @type {ApplyOnceForms["around"]} */
  function around(start, isWhole) {
    for (let up = applyonce.tree.parent(start); up && up.localName !== "html"; up = applyonce.tree.parent(up)) {
      if (isWhole(up)) return up;
      if (up.localName === "body") break;
    }
    return null;
  }

  /** @param {Document} doc */
  function largest(doc) {
    const sized = real(doc).map((form) => ({ form, size: all(form, CONTROLS).length }));
    // One field alone is a search, or a newsletter's, but for the letter or the document of somebody who is logged in.
    const best = sized.filter(({ form, size }) => size > 1 || all(form, "textarea, input[type=file]").length > 0).sort((one, other) => other.size - one.size)[0];
    const free = loose(doc);
    const [first] = free;
    if (!first || free.length < 2 || free.length <= (best?.size ?? 0)) return best?.form ?? null;
    return around(first, (box) => free.every((control) => applyonce.tree.contains(box, control)));
  }

  applyonce.forms = { CONTROLS, SEARCH, roots, all, real, loose, around, largest };
})();
