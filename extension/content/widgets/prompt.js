// Workday's prompts: a search field over a list of one level or several, of which only a leaf can be chosen. What is typed
// is only a search, which Enter starts; a category opens the level below in the same list.
(() => {
  const ns = (globalThis.applyonce ??= /** @type {ApplyOnce} */ ({}));
  const { events, options, settle, listbox } = ns;
  ns.widgets ??= /** @type {Record<WidgetName, Widget>} */ ({});

  const POPUP = "[data-automation-id=activeListContainer], [data-automation-activepopup]";
  const LEAF = "[data-automation-id=promptLeafNode]";
  const OPTION = "[data-automation-id=promptOption]";
  const DEEPER = "[data-uxi-multiselectlistitem-hassidecharm=true]";
  const CHOSEN = "[data-automation-id=selectedItem]";
  const OPEN_MS = 1200;
  const LEVEL_MS = 1500;
  const SEARCH_MS = 3000;
  const CHOSEN_MS = 1500;
  /** A tenant with more categories than this is searched, not read through. */
  const MAX_CATEGORIES = 15;
  const MAX_DEPTH = 3;

  /** @param {Control} control */
  const input = ({ el }) => /** @type {HTMLInputElement} */ (el);

  /** @param {Control} control */
  const chosen = ({ el, group }) =>
    Array.from((group ?? el).querySelectorAll(CHOSEN)).map((one) => one.getAttribute("title") || ns.labels.text(one)).filter(Boolean);

  /** @param {Control} control @returns {HTMLElement[]} the rows of the level that is shown */
  const rows = (control) => {
    const popups = Array.from(control.el.ownerDocument.querySelectorAll(POPUP)).filter((one) => one.getClientRects().length > 0);
    const popup = popups.at(-1);
    if (!popup) return [];
    const found = popup.querySelectorAll(LEAF);
    const all = /** @type {HTMLElement[]} */ (Array.from(found.length > 0 ? found : popup.querySelectorAll(OPTION)));
    return all.filter((row) => row.getClientRects().length > 0);
  };

  /** @param {HTMLElement} row */
  const textOf = (row) => listbox.textOf(/** @type {HTMLElement | null} */ (row.querySelector(OPTION)) ?? row);

  /** @param {HTMLElement} row */
  const isCategory = (row) => row.closest(DEEPER) !== null || row.querySelector(DEEPER) !== null;

  /** @param {Control} control */
  const drawn = (control) => rows(control).map(textOf).join("\n");

  /** @param {Control} control @param {string} before @param {number} timeoutMs @param {AbortSignal} [signal] */
  const changes = (control, before, timeoutMs, signal) =>
    settle.until(() => rows(control).length > 0 && drawn(control) !== before, { timeoutMs, ...(signal ? { signal } : {}) });

  /** @param {Control} control */
  const close = async (control) => {
    if (input(control).value !== "") {
      events.setValue(control.el, "");
      events.fire(control.el, "input");
    }
    events.blur(control.el);
    // The list goes when something else is pressed.
    if (rows(control).length > 0) events.press(control.el.ownerDocument.body);
    await settle.until(() => rows(control).length === 0, { timeoutMs: OPEN_MS / 3 });
  };

  /**
   * The first level, from wherever the list stands.
   * @param {Control} control @param {AbortSignal} [signal]
   */
  const open = async (control, signal) => {
    if (rows(control).length > 0) await close(control);
    const how = { timeoutMs: OPEN_MS, ...(signal ? { signal } : {}) };
    const isOpen = () => rows(control).length > 0;
    events.focus(control.el);
    events.press(control.el);
    if (await settle.until(isOpen, { ...how, timeoutMs: OPEN_MS / 2 })) return true;
    events.key(control.el, "Enter");
    return settle.until(isOpen, how);
  };

  /**
   * All rows of this level, those that are drawn only when the list is scrolled included.
   * @param {Control} control @param {(found: HTMLElement[]) => boolean} enough @param {AbortSignal} [signal]
   */
  const scan = (control, enough, signal) => listbox.scan(() => rows(control), enough, signal);

  /** @param {Control} control @param {AbortSignal} [signal] */
  const level = async (control, signal) => {
    /** @type {Map<string, boolean>} */
    const found = new Map();
    await scan(control, (now) => {
      for (const row of now) found.set(textOf(row), isCategory(row));
      return false;
    }, signal);
    return found;
  };

  /**
   * @param {Control} control @param {string} text @param {boolean} category @param {AbortSignal} [signal]
   * @returns {Promise<HTMLElement | null>}
   */
  const rowOf = async (control, text, category, signal) => {
    /** @type {HTMLElement | undefined} */
    let row;
    await scan(control, (now) => {
      row = now.find((each) => isCategory(each) === category && options.same(textOf(each), text));
      return row !== undefined;
    }, signal);
    return row ?? null;
  };

  /** @param {Control} control @param {string} name @param {AbortSignal} [signal] */
  const enter = async (control, name, signal) => {
    const category = await rowOf(control, name, true, signal);
    if (!category) return false;
    const before = drawn(control);
    listbox.choose(category);
    return changes(control, before, LEVEL_MS, signal);
  };

  /** @param {Control} control @param {readonly string[]} path @param {AbortSignal} [signal] */
  const walk = async (control, path, signal) => {
    if (!(await open(control, signal))) return false;
    for (const name of path) if (!(await enter(control, name, signal))) return false;
    return true;
  };

  /**
   * Every leaf, with the categories above it.
   * @param {Control} control @param {AbortSignal} [signal]
   */
  const leaves = async (control, signal) => {
    /** @type {Map<string, string[]>} */
    const found = new Map();
    /** @type {string[][]} */
    const waiting = [[]];
    let entered = 0;
    for (let path = waiting.shift(); path && !signal?.aborted; path = waiting.shift()) {
      if (!(await walk(control, path, signal))) continue;
      for (const [text, deeper] of await level(control, signal)) {
        if (!deeper) {
          if (!found.has(text)) found.set(text, path);
        } else if (path.length < MAX_DEPTH && (entered += 1) <= MAX_CATEGORIES) waiting.push([...path, text]);
      }
    }
    return found;
  };

  /** Where each leaf of a prompt was when it was read. @type {WeakMap<Element, Map<string, string[]>>} */
  const read = new WeakMap();

  /**
   * @param {Control} control @param {string} text @param {AbortSignal} signal
   * @returns {Promise<HTMLElement | null>}
   */
  const find = async (control, text, signal) => {
    const path = read.get(control.el)?.get(text);
    if (path && (await walk(control, path, signal))) {
      const row = await rowOf(control, text, false, signal);
      if (row) return row;
    }
    // A page that is drawn anew, or a list that is too long to be read: the search goes through all levels.
    if (!(await open(control, signal))) return null;
    const here = await rowOf(control, text, false, signal);
    if (here) return here;
    const before = drawn(control);
    events.setValue(control.el, text);
    events.fire(control.el, "input");
    events.key(control.el, "Enter");
    await changes(control, before, SEARCH_MS, signal);
    return rowOf(control, text, false, signal);
  };

  /** @param {Control} control @param {string} text */
  const shows = (control, text) => chosen(control).some((one) => options.same(one, text));

  /** @param {PlannedValue} value */
  const list = (value) => (Array.isArray(value) ? value : typeof value === "string" ? [value] : []).filter(Boolean);

  /** @type {Widget["write"]} */
  const write = async (control, value, { signal, remember }) => {
    for (const text of list(value)) {
      if (shows(control, text)) continue;
      const row = await find(control, text, signal);
      if (!row) {
        await close(control);
        return { ok: false, why: `None of its options is “${text}”` };
      }
      listbox.choose(row);
      const taken = await settle.until(() => shows(control, text), { timeoutMs: CHOSEN_MS, signal });
      await close(control);
      if (!taken) return { ok: false, why: `The page did not take “${text}”` };
    }
    remember(chosen(control).join(", "));
    return { ok: true };
  };

  ns.widgets.prompt = {
    // Words that were typed and not chosen are no value.
    read: (control) => chosen(control).join(", "),
    write,
    same: (control, wanted) => {
      const texts = list(wanted);
      const now = chosen(control);
      return texts.length === now.length && texts.every((text) => shows(control, text));
    },
    options: () => [],
  };

  ns.prompt = {
    is: (el) => el.localName === "input" && el.closest("[data-automation-id=multiSelectContainer], [data-automation-id=multiselectInputContainer]") !== null,
    async peek(control) {
      const found = await leaves(control);
      await close(control);
      read.set(control.el, found);
      return found.size > 0 ? [...found.keys()] : null;
    },
  };
})();
