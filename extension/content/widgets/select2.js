// select2 (v3, v4): a drawn list over a hidden select, which stays the truth; or over a search without any select.
(() => {
  const ns = (globalThis.applyonce ??= /** @type {ApplyOnce} */ ({}));
  const { events, settle, listbox, combobox, options } = ns;
  ns.widgets ??= /** @type {Record<WidgetName, Widget>} */ ({});

  const OPEN_MS = 1000;
  const SEARCH_MS = 4000;
  const SEARCH_FIELD = ".select2-drop-active .select2-input, .select2-container--open .select2-search__field, .select2-container-active .select2-input";

  /** @param {Control} control */
  const hasSelect = (control) => control.el.localName === "select";

  /** @param {Control} control */
  const drawnText = (control) => combobox.chosenTexts({ ...control, el: control.group ?? control.el }).join(", ");

  /** @type {Widget["write"]} */
  const bySearch = async (control, value, { signal, remember }) => {
    const wanted = typeof value === "string" ? value : (Array.isArray(value) ? value[0] : "") ?? "";
    const box = control.group ?? control.el;
    const before = listbox.already(control);
    const handle = /** @type {HTMLElement} */ (box.querySelector(".select2-choice, .select2-choices, .select2-selection") ?? box);
    events.press(handle);
    const field = () => /** @type {HTMLInputElement | null} */ (document.querySelector(SEARCH_FIELD));
    await settle.until(() => field() !== null, { timeoutMs: OPEN_MS, signal });
    for (const words of combobox.searches(wanted)) {
      const search = field();
      if (search) {
        events.setValue(search, words);
        events.fire(search, "input");
        events.key(search, words.at(-1) ?? "a");
      }
      /** @type {HTMLElement | undefined} */
      let item;
      await settle.until(() => {
        const items = listbox.shown(control, before);
        item = items[combobox.matchPlace(items.map(listbox.textOf), wanted)];
        return item !== undefined;
      }, { timeoutMs: SEARCH_MS / 2, signal });
      if (!item) continue;
      const chosen = listbox.textOf(item);
      listbox.choose(item);
      remember(chosen);
      const taken = await settle.until(() => options.same(drawnText(control), chosen), { timeoutMs: OPEN_MS, signal });
      return taken ? { ok: true } : { ok: false, why: `The page did not take “${chosen}”` };
    }
    const search = field();
    if (search) events.key(search, "Escape");
    return { ok: false, why: `None of its options is “${wanted}”` };
  };

  ns.widgets.select2 = {
    read: (control) => (hasSelect(control) ? ns.widgets.select.read(control) : drawnText(control)),
    options: (control) => (hasSelect(control) ? ns.widgets.select.options?.(control) ?? [] : []),
    multiple: (control) => (hasSelect(control) ? /** @type {HTMLSelectElement} */ (control.el).multiple : false),
    write(control, value, context) {
      const known = hasSelect(control) && (ns.widgets.select.options?.(control).length ?? 0) > 0;
      return known ? ns.widgets.select.write(control, value, context) : bySearch(control, value, context);
    },
    same(control, wanted, remembered) {
      if (hasSelect(control)) return ns.widgets.select.same(control, wanted, remembered);
      const now = drawnText(control);
      return now !== "" && (options.same(now, remembered ?? "") || (typeof wanted === "string" && options.match([now], wanted) === 0));
    },
  };
})();
