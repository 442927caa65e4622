// Can a person see this field? A page may lay traps: fields that only a program finds. They stay empty.
(() => {
  const ns = (globalThis.applyonce ??= /** @type {ApplyOnce} */ ({}));
  const { parent, contains, closest } = ns.tree;

  const MIN_SIDE_PX = 3;
  const MIN_OPACITY = 0.1;
  const LEVELS_UP = 5;
  const CONTROLS = "input:not([type=hidden]), select, textarea";
  const TRAP_NAMES = /honey|beecatcher|(^|[-_])hp([-_]|$)|bot[-_]?(trap|field|check)|leave.?(this|blank|empty)/i;
  const TRAP_LABEL = /leave (this|it)?( field)? ?(blank|empty)|(not|don.t) fill (this|it)? ?(in|out)|(feld|champ|campo).*(leer|vide|vac[ií]o|vuoto)/i;
  const POINTS = [[0.5, 0.5], [0.25, 0.5], [0.75, 0.5], [0.1, 0.3], [0.9, 0.7]];

  /**
   * Clipped away to nothing, as screen-reader texts and traps are.
   * @param {CSSStyleDeclaration} style
   */
  const isClipped = (style) => {
    const path = style.clipPath;
    if (path && path !== "none" && /inset\((50|[6-9]\d|100)(\.\d+)?%|circle\(0|polygon\(0(px|%)? 0(px|%)?(, 0(px|%)? 0(px|%)?)+\)/.test(path)) {
      return true;
    }
    const clip = style.clip;
    if (!clip || clip === "auto") return false;
    const sides = clip.match(/-?\d+(\.\d+)?/g)?.map(Number) ?? [];
    const [top = 0, right = 0, bottom = 0, left = 0] = sides;
    return right - left < MIN_SIDE_PX || bottom - top < MIN_SIDE_PX;
  };

  /**
   * Opacity of an element with all its ancestors; 0 where one of them takes it out of sight.
   * @param {Element} el
   * @param {Map<Element, number>} cache lives for one batch of reads
   * @returns {number}
   */
  const opacityOf = (el, cache) => {
    const known = cache.get(el);
    if (known !== undefined) return known;
    const style = getComputedStyle(el);
    let own = Number(style.opacity);
    if (style.display === "none" || style.contentVisibility === "hidden" || isClipped(style)) own = 0;
    if (/opacity\(0%?\)/.test(style.filter)) own = 0;
    if (own > 0 && style.overflow !== "visible" && style.display !== "contents" && style.display !== "inline") {
      const box = /** @type {HTMLElement} */ (el);
      const isRoot = el === el.ownerDocument.documentElement || el === el.ownerDocument.body;
      if (!isRoot && (box.offsetHeight < MIN_SIDE_PX || box.offsetWidth < MIN_SIDE_PX)) own = 0;
    }
    const up = parent(el);
    const whole = own === 0 || !up ? own : own * opacityOf(up, cache);
    cache.set(el, whole);
    return whole;
  };

  /**
   * @param {Element} el
   * @param {Map<Element, number>} cache
   */
  const isStyledVisible = (el, cache) => {
    if (opacityOf(el, cache) < MIN_OPACITY) return false;
    if (getComputedStyle(el).visibility !== "visible") return false;
    const box = el.getBoundingClientRect();
    if (box.width < MIN_SIDE_PX || box.height < MIN_SIDE_PX) return false;
    const view = el.ownerDocument.defaultView;
    if (!view) return false;
    // What lies above or to the left of the page's origin can never be scrolled to.
    if (box.right + view.scrollX <= 0 || box.bottom + view.scrollY <= 0) return false;
    const reach = Math.max(el.ownerDocument.documentElement.scrollWidth, view.innerWidth);
    return box.left + view.scrollX < reach;
  };

  /** @param {Document} doc @param {number} x @param {number} y */
  const deepest = (doc, x, y) => {
    let hit = doc.elementFromPoint(x, y);
    while (hit?.shadowRoot) {
      const inner = hit.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === hit) break;
      hit = inner;
    }
    return hit;
  };

  /**
   * Is this element, or what belongs to it, on top at one of its points?
   * @param {Element} el
   * @param {Element} field
   */
  const isHit = (el, field) => {
    const doc = el.ownerDocument;
    const view = doc.defaultView;
    if (!view) return false;
    // A tab that was never shown may have no viewport yet: there is nothing to hit then, and nobody to deceive.
    if (view.innerHeight === 0 || view.innerWidth === 0) return doc.hidden;
    const box = el.getBoundingClientRect();
    const labels = /** @type {HTMLInputElement} */ (field).labels;
    const seeThrough = getComputedStyle(el).pointerEvents === "none";
    return POINTS.some(([fx = 0, fy = 0]) => {
      const x = box.left + box.width * fx;
      const y = box.top + box.height * fy;
      if (x < 0 || y < 0 || x >= view.innerWidth || y >= view.innerHeight) return false;
      const hit = deepest(doc, x, y);
      if (!hit) return false;
      if (contains(el, hit)) return true;
      if (labels && Array.from(labels).some((label) => contains(label, hit))) return true;
      return seeThrough && contains(hit, el) && hit !== doc.body && hit !== doc.documentElement;
    });
  };

  /** @param {Element} el */
  const bringIntoView = (el) => {
    const view = el.ownerDocument.defaultView;
    const box = el.getBoundingClientRect();
    const inside = view && box.top >= 0 && box.left >= 0 && box.bottom <= view.innerHeight && box.right <= view.innerWidth;
    if (!inside) el.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
  };

  /**
   * The nearest elements around a control that hold no other control.
   * @param {Element} el
   */
  const wrappers = (el) => {
    const found = [];
    let up = parent(el);
    for (let level = 0; up && level < LEVELS_UP; level += 1, up = parent(up)) {
      if (up.localName === "form" || up.localName === "body" || up.localName === "fieldset") break;
      const others = Array.from(up.querySelectorAll(CONTROLS)).filter(
        (other) => other !== el && other.getAttribute("aria-hidden") !== "true" && other.getAttribute("tabindex") !== "-1" && other.getClientRects().length > 0,
      );
      if (others.length > 0) break;
      found.push(up);
    }
    return found;
  };

  /**
   * What a person looks at to see this control: itself, or for the controls that pages hide behind a drawn one, its
   * label, its dropzone, its box.
   * @type {ApplyOnceDom["surfaces"]}
   */
  const surfaces = (el) => {
    const type = el.localName === "input" ? /** @type {HTMLInputElement} */ (el).type : "";
    if (type === "file") return [el, ...Array.from(/** @type {HTMLInputElement} */ (el).labels ?? []), ...wrappers(el)];
    if (type === "checkbox" || type === "radio") {
      return [el, ...Array.from(/** @type {HTMLInputElement} */ (el).labels ?? []), ...wrappers(el).slice(0, 2)];
    }
    if (el.localName === "select") return [el, ...selectBoxes(el)];
    if (el.getAttribute("role") === "combobox" && el.localName === "input") return [el, ...wrappers(el)];
    return [el];
  };

  /** Boxes that script libraries draw in place of a select, beside or around it. @param {Element} select */
  const selectBoxes = (select) =>
    [select.nextElementSibling, select.previousElementSibling, select.closest(".bootstrap-select")].filter(
      (box) => box !== null && /\b((select2|chosen|selectize|choices|ts)-(container|control|wrapper)|bootstrap-select)\b/.test(box.className),
    ).map((box) => /** @type {Element} */ (box));

  /** @type {ApplyOnceDom["looksVisible"]} */
  const looksVisible = (el, cache = new Map()) => surfaces(el).some((surface) => isStyledVisible(surface, cache));

  /** @type {ApplyOnceDom["isReallyVisible"]} */
  const isReallyVisible = (el) => {
    if (!el.isConnected) return false;
    const frame = el.ownerDocument.defaultView?.frameElement;
    if (frame && !isReallyVisible(frame)) return false;
    const cache = new Map();
    return surfaces(el).some((surface) => {
      if (!isStyledVisible(surface, cache)) return false;
      bringIntoView(surface);
      return isHit(surface, el);
    });
  };

  /**
   * Named, marked or labelled like a trap for programs, however visible it may be.
   * @type {ApplyOnceDom["isTrap"]}
   */
  const isTrap = (el) => {
    const names = [el.getAttribute("name"), el.id, el.getAttribute("data-automation-id"), el.getAttribute("class")];
    if (names.some((name) => name && TRAP_NAMES.test(name))) return true;
    const type = el.localName === "input" ? /** @type {HTMLInputElement} */ (el).type : el.localName;
    if (type === "file" || type === "radio" || type === "checkbox" || type === "select") return false;
    const labels = Array.from(/** @type {HTMLInputElement} */ (el).labels ?? []);
    if (labels.some((label) => TRAP_LABEL.test(label.textContent ?? ""))) return true;
    if (el.getAttribute("tabindex") !== "-1") return false;
    return el.getAttribute("autocomplete") === "off" || closest(el, "[aria-hidden=true]") !== null;
  };

  ns.dom = { isReallyVisible, looksVisible, isTrap, surfaces };
})();
