// Native selects, also those that depend on another field and get their options late.
(() => {
  const ns = (globalThis.applyonce ??= /** @type {ApplyOnce} */ ({}));
  const { events, options } = ns;
  ns.widgets ??= /** @type {Record<WidgetName, Widget>} */ ({});

  const LATE_OPTIONS_MS = 4000;

  /** @param {Control} control */
  const select = (control) => /** @type {HTMLSelectElement} */ (control.el);

  /** @param {HTMLOptionElement} option */
  const textOf = (option) => (option.label || option.text).replace(/\s+/g, " ").trim();

  /** The first option of many selects is no answer. @param {HTMLOptionElement} option */
  const isAnswer = (option) => {
    const text = textOf(option);
    if (!/[\p{L}\p{N}]/u.test(text)) return false;
    if (option.value === "" && (option.disabled || option.index === 0)) return false;
    // LinkedIn's "Select an option" has itself as value; Jobvite's stands behind an empty one.
    return !((isFirst(option) || option.value === "") && options.isPlaceholder(text));
  };

  /** The first with any words. @param {HTMLOptionElement} option */
  const isFirst = (option) => {
    for (const one of option.closest("select")?.options ?? []) {
      if (/[\p{L}\p{N}]/u.test(textOf(one))) return one === option;
    }
    return false;
  };

  /** @param {HTMLSelectElement} el */
  const answers = (el) => Array.from(el.options).filter(isAnswer);

  /** @param {PlannedValue} value */
  const list = (value) => (Array.isArray(value) ? value : typeof value === "string" ? [value] : []);

  /** @param {HTMLSelectElement} el @param {string} wanted */
  const find = (el, wanted) => {
    const all = answers(el);
    const index = options.match(all.map(textOf), wanted);
    return index >= 0 ? all[index] : all.find((option) => option.value !== "" && option.value === wanted);
  };

  ns.widgets.select = {
    read: (control) => Array.from(select(control).selectedOptions).filter(isAnswer).map(textOf).join(", "),
    options: (control) => answers(select(control)).map(textOf),
    multiple: (control) => select(control).multiple,
    async write(control, value, { signal, remember }) {
      const el = select(control);
      const wanted = list(value);
      const complete = () => wanted.every((text) => find(el, text) !== undefined);
      // A state's list may come only after the country was chosen.
      if (!complete() && !(await ns.settle.until(complete, { timeoutMs: el.options.length > 2 ? LATE_OPTIONS_MS / 4 : LATE_OPTIONS_MS, signal }))) {
        return { ok: false, why: `None of its options is “${wanted.join(", ")}”` };
      }
      const chosen = new Set(wanted.map((text) => find(el, text)));
      events.focus(el);
      if (el.multiple) {
        for (const option of el.options) option.selected = chosen.has(option);
      } else {
        const [option] = chosen;
        if (!option) return { ok: false, why: "There is nothing to choose" };
        // By index through the element's own setter: values need not be unique, and React watches `value`.
        if (Array.from(el.options).filter((other) => other.value === option.value).length === 1) events.setValue(el, option.value);
        else el.selectedIndex = option.index;
      }
      remember(Array.from(el.selectedOptions).map(textOf).join(", "));
      events.fire(el, "input");
      events.fire(el, "change");
      events.blur(el);
      return { ok: true };
    },
    same(control, wanted, remembered) {
      const now = ns.widgets.select.read(control);
      if (remembered !== null) return options.same(now, remembered);
      const texts = list(wanted);
      const el = select(control);
      const chosen = Array.from(el.selectedOptions).filter(isAnswer);
      return chosen.length === texts.length && texts.every((text) => { const option = find(el, text); return option !== undefined && chosen.includes(option); });
    },
  };
})();
