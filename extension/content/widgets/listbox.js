// The list that a combobox opens: finding it, reading it (also a virtual one, which draws only what is in sight), choosing.
(() => {
  const ns = (globalThis.applyonce ??= /** @type {ApplyOnce} */ ({}));
  const { events, tree } = ns;

  const ITEMS = "[role=option], [role=treeitem], [role=menuitemradio], [data-automation-id=promptOption], spl-select-option";
  const LOOSE_ITEMS = ".dropdown-results > *, .pac-item, [role=menuitem], .ui-menu-item, .tt-suggestion, .select2-results__option, .select2-result-selectable, [class*=suggestion i] li, ul[class*=result i] > li, [class*=option i]:not(select):not(option)";
  const NOT_LISTS = ".iti, .iti__country-list";
  const EMPTY_WORD = /^(no (options|results|matches|location)|nothing found|loading|searching|keine (ergebnisse|treffer|optionen)|aucun|sin resultados|type to search|start typing|please enter)\b/i;
  const MAX_SCROLLS = 300;
  const SCROLL_WAIT_MS = 250;

  /** Lists hold hundreds of options: each is asked only for its box. @param {Element} el */
  const isShown = (el) => el.getClientRects().length > 0 && getComputedStyle(el).visibility === "visible" && !isShut(el) && !(el.parentElement && isShut(el.parentElement));

  /** A box of no size that shows nothing of what it holds: Ant Design has a list of its own for screen readers. @param {Element} el */
  const isShut = (el) => el.clientHeight === 0 && el.clientWidth === 0 && /hidden|clip/.test(getComputedStyle(el).overflowY);

  /**
   * The part of a react-select that takes the pointer, with the prefix for its classes that its page has given it, or without.
   * @param {Element} el
   */
  const shellOf = (el) => {
    for (let up = /** @type {Element | null} */ (el); up; up = tree.parent(up)) {
      if (/select__control|(^|[\s-])css-\w+-control(\s|$)/.test(up.getAttribute("class") ?? "")) return /** @type {HTMLElement} */ (up);
    }
    return null;
  };

  /**
   * A drawn list that holds no control: Semantic UI's over a hidden input, and those that call themselves the list: Kendo's, Google Forms'.
   * @param {Element} el
   */
  const isDropdown = (el) => isSemantic(el) || isShutList(el) || (el.getAttribute("role") === "listbox" && /^(true|listbox)$/.test(el.getAttribute("aria-haspopup") ?? "") && !el.querySelector("input, select, [role=option]"));

  /** A list that can be opened, shows only what was chosen, and belongs to no other control. @param {Element} el */
  const isShutList = (el) =>
    el.getAttribute("role") === "listbox" && el.hasAttribute("aria-expanded") && el.hasAttribute("tabindex") && !el.querySelector("input, select")
    && !(el.id && el.ownerDocument.querySelector(`[aria-controls~="${CSS.escape(el.id)}"], [aria-owns~="${CSS.escape(el.id)}"]`));

  /** @param {Element} el */
  const isSemantic = (el) =>
    el.matches(".ui.dropdown") && el.querySelector(":scope > input[type=hidden]") !== null && el.querySelector(":scope > .menu > .item") !== null && el.querySelector("input:not([type=hidden]), select") === null;

  /** @param {Element} el */
  const isUsable = (el) =>
    el.getAttribute("aria-disabled") !== "true" && !el.hasAttribute("disabled") && !EMPTY_WORD.test((el.textContent ?? "").trim());

  /** @param {ParentNode} root @param {string} selector */
  const deepAll = (root, selector) => {
    const found = /** @type {HTMLElement[]} */ ([]);
    tree.walk(/** @type {FormContainer} */ (root), (el) => {
      if (el.matches(selector)) found.push(/** @type {HTMLElement} */ (el));
    });
    return found;
  };

  /** @param {Control} control */
  const ownLists = (control) => {
    const { el, group } = control;
    const ids = [el, el.parentElement?.closest("[role=combobox]")].flatMap((part) =>
      part ? `${part.getAttribute("aria-controls") ?? ""} ${part.getAttribute("aria-owns") ?? ""}`.split(/\s+/) : []);
    if (el.id) ids.push(`react-select-${el.id}-listbox`);
    const byIds = ids.filter(Boolean).flatMap((id) => tree.byId(el, id) ?? []);
    if (byIds.length > 0) return byIds;
    const inside = group?.querySelector("[class*=__menu], [class*='-menu'], [role=listbox], .ui.dropdown > .menu");
    return inside ? [/** @type {HTMLElement} */ (inside)] : [];
  };

  /** @param {Element} list */
  const itemsIn = (list) => {
    const items = deepAll(list, ITEMS);
    if (items.length > 0) return items;
    const plain = /** @type {HTMLElement[]} */ (Array.from(list.querySelectorAll("li, [class*=option i]")));
    return plain.length > 0 ? plain : /** @type {HTMLElement[]} */ (Array.from(list.children));
  };

  /**
   * What could be options anywhere on the page, before a list opens: none of it belongs to that list.
   * @param {Control} control
   */
  const already = (control) => new Set(deepAll(control.el.ownerDocument, `${ITEMS}, ${LOOSE_ITEMS}`).filter(isShown));

  /**
   * The options now to be seen of this control's list.
   * @param {Control} control
   * @param {Set<HTMLElement>} before what `already` saw
   * @returns {HTMLElement[]}
   */
  const shown = (control, before) => {
    const lists = ownLists(control);
    const open = lists.filter((list) => isShown(list));
    const own = open.flatMap(itemsIn).filter((item) => isShown(item) && isUsable(item));
    if (own.length > 0 || (open.length > 0 && control.widget === "combobox")) return own;
    const fresh = (/** @type {string} */ selector) =>
      deepAll(control.el.ownerDocument, selector).filter((item) => !before.has(item) && isShown(item) && isUsable(item) && !item.closest(NOT_LISTS)
        && (item.textContent ?? "").trim() !== "" && !tree.contains(item, control.el));
    const marked = fresh(ITEMS);
    return marked.length > 0 ? marked : innermost(fresh(LOOSE_ITEMS));
  };

  /** @param {HTMLElement[]} items */
  const innermost = (items) => items.filter((item) => !items.some((other) => other !== item && item.contains(other)));

  /** @param {HTMLElement} item */
  const textOf = (item) =>
    (item.getAttribute("data-automation-label") ?? ns.labels.text(item)) || (item.getAttribute("aria-label") ?? "") || (item.textContent ?? "").trim();

  /** @param {HTMLElement} item */
  const scroller = (item) => {
    for (let up = tree.parent(item); up; up = tree.parent(up)) {
      if (up.scrollHeight > up.clientHeight + 2 && /auto|scroll/.test(getComputedStyle(up).overflowY)) return up;
    }
    return null;
  };

  /**
   * Does the list draw all its options, so that there is nothing to scroll for?
   * @param {Element} box
   * @param {HTMLElement[]} items
   */
  const isWhole = (box, items) => {
    const [first, last] = [items[0], items.at(-1)];
    if (!first || !last) return false;
    const [top, end] = [first.getBoundingClientRect(), last.getBoundingClientRect()];
    const reach = end.bottom - box.getBoundingClientRect().top + box.scrollTop;
    const drawn = items.reduce((sum, item) => sum + item.offsetHeight, 0);
    return reach >= box.scrollHeight - end.height && drawn >= (end.bottom - top.top) * 0.8;
  };

  /**
   * Scrolls through a list that draws only a part of its options, until one is accepted or the end is reached.
   * @param {() => HTMLElement[]} items
   * @param {(items: HTMLElement[]) => boolean} enough
   * @param {AbortSignal} [signal]
   */
  const scan = async (items, enough, signal) => {
    let now = items();
    if (enough(now)) return;
    const first = now[0];
    const box = first ? scroller(first) : null;
    if (!box || isWhole(box, now)) return;
    box.scrollTop = 0;
    for (let turn = 0; turn < MAX_SCROLLS && !signal?.aborted; turn += 1) {
      const last = now.at(-1);
      if (box.scrollTop + box.clientHeight >= box.scrollHeight - 1) return;
      box.scrollTop += Math.max(box.clientHeight - 10, 20);
      await ns.settle.until(() => items().at(-1) !== last, { timeoutMs: SCROLL_WAIT_MS, ...(signal ? { signal } : {}) });
      now = items();
      if (enough(now)) return;
    }
  };

  /** @param {HTMLElement} item */
  const choose = (item) => {
    item.scrollIntoView({ block: "nearest", behavior: "instant" });
    const native = item.querySelector("input[type=checkbox], input[type=radio]");
    events.press(native ? /** @type {HTMLElement} */ (native) : item);
  };

  ns.listbox = { already, shown, textOf, scan, choose, shellOf, isDropdown };
})();
