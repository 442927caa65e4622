// Comboboxes: react-select, ARIA comboboxes, listbox buttons. Opened, searched and chosen from as a person would: text
// alone is never committed.
(() => {
  const ns = (globalThis.applyonce ??= /** @type {ApplyOnce} */ ({}));
  const { events, options, settle, listbox, tree } = ns;
  ns.widgets ??= /** @type {Record<WidgetName, Widget>} */ ({});

  const OPEN_MS = 1200;
  /** How long a list that has never opened may take to react to the first words typed into it. */
  const REACT_MS = 1200;
  const SEARCH_MS = 4000;
  const CHOSEN_MS = 1500;
  const SINGLE = "[class*=single-value], [class*=singleValue], .select2-chosen, .select2-selection__rendered";
  const MULTI = "[class*=multi-value__label], [class*=multiValueLabel], [class*=MultiValueGeneric], [data-automation-id=selectedItem], .select2-search-choice > div, .select2-selection__choice";

  /** Controls that did nothing when they were pressed: not waited for a second time. @type {WeakSet<Element>} */
  const unmoved = new WeakSet();

  /** @param {Control} control */
  const isInput = (control) => control.el.localName === "input";

  /** Words typed into it are a search; one that is read-only shows what was chosen. @param {Control} control */
  const isTyped = (control) => isInput(control) && !(/** @type {HTMLInputElement} */ (control.el).readOnly);

  /** @param {Control} control */
  const isMulti = ({ el, group }) =>
    group?.querySelector("[class*=is-multi], [class*=isMulti], [data-automation-id=selectedItemList]") != null || el.getAttribute("aria-multiselectable") === "true";

  /** @param {Control} control */
  const chosenTexts = ({ el, group }) => {
    const box = group ?? el;
    const many = Array.from(box.querySelectorAll(MULTI)).map((one) => ns.labels.text(one)).filter(Boolean);
    if (many.length > 0) return many;
    const one = box.querySelector(SINGLE);
    const text = one && !one.classList.contains("select2-default") ? ns.labels.text(one) : "";
    return text && !one?.querySelector(".select2-selection__placeholder") && !options.isPlaceholder(text) ? [text] : [];
  };

  /** @param {Control} control */
  const read = (control) => {
    const chosen = chosenTexts(control);
    if (chosen.length > 0) return chosen.join(", ");
    if (isInput(control)) return isReactSelect(control) ? "" : /** @type {HTMLInputElement} */ (control.el).value;
    const { el } = control;
    if (el.hasAttribute("data-placeholder") || el.querySelector("[data-placeholder]")) return "";
    const shown = el.querySelector(":scope > .text") ?? el;
    if (shown.matches(".ui.dropdown > .default")) return "";
    // The words of what calls itself a list are those of its parts; an arrow alone is nothing chosen.
    const picked = el.getAttribute("role") === "listbox" ? el.querySelector("[role=option][aria-selected=true]") : null;
    const text = picked ? ns.labels.text(picked) : shown.getAttribute("role") === "listbox" ? Array.from(shown.children, (part) => ns.labels.text(part)).join(" ") : ns.labels.text(shown);
    return options.isPlaceholder(text) || options.normalise(text) === "" ? "" : text;
  };

  /** What is typed into a react-select is only a search. @param {Control} control */
  const isReactSelect = ({ el, group }) =>
    /^react-select-|select__input/.test(`${el.id} ${el.className}`) || group?.querySelector("[class*=select__control], [id^=react-select-]") != null;

  /** @param {Control} control */
  const pressed = ({ el }) => /** @type {HTMLElement} */ (listbox.shellOf(el) ?? (el.localName === "input" ? el : innermost(el)));

  /** What a pointer in the middle meets: Angular Material listens on a part inside. @param {HTMLElement} el @returns {HTMLElement} */
  const innermost = (el) => {
    const box = el.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const inner = Array.from(el.children).find((child) => {
      const { left, right, top, bottom } = child.getBoundingClientRect();
      return left <= x && x < right && top <= y && y < bottom && !child.matches("a, button, input, select, svg");
    });
    return inner ? innermost(/** @type {HTMLElement} */ (inner)) : el;
  };

  /**
   * Opens the list, or only says that it could not.
   * @param {Control} control
   * @param {Set<HTMLElement>} before
   * @param {{signal?: AbortSignal, patienceMs?: number}} [how] the longest wait after each of the two ways to open it
   */
  const open = async (control, before, { signal, patienceMs = OPEN_MS / 3 } = {}) => {
    const limits = { timeoutMs: unmoved.has(control.el) ? 0 : patienceMs, ...(signal ? { signal } : {}) };
    const isOpen = () => listbox.shown(control, before).length > 0 || control.el.getAttribute("aria-expanded") === "true";
    if (isOpen()) return true;
    events.focus(control.el);
    events.press(pressed(control));
    if (await settle.until(isOpen, limits)) return true;
    events.key(control.el, "ArrowDown");
    const opened = await settle.until(isOpen, limits);
    if (opened) unmoved.delete(control.el);
    else unmoved.add(control.el);
    return opened;
  };

  /**
   * Escape would close a dialogue around the form: leaving the field closes a list as well, or else a press beside it.
   * @param {Control} control
   * @param {Set<HTMLElement>} before
   */
  const close = async (control, before) => {
    if (isInput(control) && isReactSelect(control)) search(control, "");
    else if (!isInput(control) && control.el.getAttribute("aria-expanded") === "true") events.press(control.el);
    events.blur(control.el);
    const isClosed = () => listbox.shown(control, before).length === 0;
    if (await settle.until(isClosed, { timeoutMs: OPEN_MS / 3 })) return;
    events.press(beside(control));
    await settle.until(isClosed, { timeoutMs: OPEN_MS / 6 });
  };

  /** A press on the form itself is beside each of its lists, and not outside a dialogue that it stands in. @param {Control} control */
  const beside = ({ el }) => /** @type {HTMLElement} */ (tree.closest(el, "form, [role=dialog], dialog, main") ?? el.ownerDocument.body);

  /** @param {Control} control @param {string} text */
  const search = (control, text) => {
    const el = /** @type {HTMLInputElement} */ (control.el);
    if (el.value === text) return;
    const last = text.at(-1) ?? "Backspace";
    events.setValue(el, text);
    events.fire(el, "input");
    events.key(el, last);
  };

  /**
   * The words to search for, the best first: the whole, then its first part ("Berlin" of "Berlin, Germany").
   * @param {string} wanted
   */
  const searches = (wanted) => {
    const head = (wanted.split(/[,(]/)[0] ?? "").trim();
    return head && head !== wanted ? [wanted, head] : [wanted];
  };

  /**
   * Among places, that which names every part; a page puts the likeliest first.
   * @param {readonly string[]} texts
   * @param {string} wanted
   */
  const matchPlace = (texts, wanted) => {
    const index = options.match(texts, wanted);
    if (index >= 0) return index;
    const parts = wanted.split(",").map(options.normalise).filter(Boolean);
    if (parts.length < 2) return -1;
    const whole = (/** @type {string} */ text) => parts.every((part) => ` ${options.normalise(text)} `.includes(` ${part} `));
    return texts.findIndex((text) => whole(text) && options.normalise(text).startsWith(parts[0] ?? ""));
  };

  /**
   * @param {Control} control
   * @param {string} wanted
   * @param {Set<HTMLElement>} before
   * @param {AbortSignal} signal
   */
  const find = async (control, wanted, before, signal) => {
    /** @type {HTMLElement | undefined} */
    let found;
    const items = () => listbox.shown(control, before);
    const look = (/** @type {HTMLElement[]} */ now) => {
      const index = matchPlace(now.map(listbox.textOf), wanted);
      found = index >= 0 ? now[index] : undefined;
      return found !== undefined;
    };
    if (look(items())) return found;
    await listbox.scan(items, look, signal);
    if (found || !isTyped(control)) return found;
    for (const words of searches(wanted)) {
      search(control, words);
      const reacts = () => items().length > 0 || control.el.getAttribute("aria-expanded") === "true";
      // A page whose scripts are dead would cost the whole wait for each of its lists.
      if (unmoved.has(control.el) && !(await settle.until(reacts, { timeoutMs: REACT_MS, signal }))) return undefined;
      await settle.until(() => look(items()), { timeoutMs: SEARCH_MS / 2, signal });
      if (found) return found;
    }
    return found;
  };

  /** @param {Control} control @param {string} text @param {string} chosen */
  const shows = (control, text, chosen) => {
    const now = chosenTexts(control);
    if (now.length > 0) return now.some((one) => options.same(one, chosen) || options.match([one], text) === 0);
    const value = read(control);
    return value !== "" && (options.same(value, chosen) || options.match([value], text) === 0 || options.normalise(chosen).startsWith(options.normalise(value)));
  };

  /** @param {PlannedValue} value */
  const list = (value) => (Array.isArray(value) ? value : typeof value === "string" ? [value] : []);

  /** @type {Widget["write"]} */
  const write = async (control, value, { signal, remember }) => {
    const wanted = list(value).filter(Boolean);
    const made = /** @type {string[]} */ ([]);
    for (const text of wanted) {
      if (shows(control, text, text)) continue;
      const before = listbox.already(control);
      await open(control, before, { signal });
      const item = await find(control, text, before, signal);
      if (!item) {
        if (isTyped(control)) search(control, "");
        await close(control, before);
        return { ok: false, why: `None of its options is “${text}”` };
      }
      const chosen = listbox.textOf(item);
      listbox.choose(item);
      made.push(chosen);
      if (!(await settle.until(() => shows(control, text, chosen), { timeoutMs: CHOSEN_MS, signal }))) {
        await close(control, before);
        return { ok: false, why: `The page did not take “${chosen}”` };
      }
    }
    remember(made.length > 0 ? read(control) : read(control) || wanted.join(", "));
    events.blur(control.el);
    return { ok: true };
  };

  /** @type {Widget["same"]} */
  const same = (control, wanted, remembered) => {
    const now = read(control);
    if (now === "") return false;
    if (remembered !== null && options.same(now, remembered)) return true;
    const texts = list(wanted);
    const chosen = chosenTexts(control);
    const all = chosen.length > 0 ? chosen : [now];
    return texts.length === all.length && texts.every((text) => matchPlace(all, text) >= 0);
  };

  ns.widgets.combobox = { read, write, same, options: () => [], multiple: isMulti };

  ns.combobox = {
    async peek(control, patienceMs) {
      if (control.widget === "prompt") return ns.prompt.peek(control);
      const before = listbox.already(control);
      if (!(await open(control, before, patienceMs === undefined ? {} : { patienceMs }))) return null;
      const texts = /** @type {string[]} */ ([]);
      await settle.until(() => listbox.shown(control, before).length > 0, { timeoutMs: OPEN_MS / 3 });
      await listbox.scan(() => listbox.shown(control, before), (now) => {
        for (const item of now) {
          const text = listbox.textOf(item);
          if (!texts.includes(text)) texts.push(text);
        }
        return false;
      });
      await close(control, before);
      return texts.filter((text, index) => index > 0 || !options.isPlaceholder(text));
    },
    matchPlace,
    searches,
    chosenTexts,
  };
})();
