// Text fields that take only what is chosen from their suggestions (Lever's location and the like).
(() => {
  const ns = (globalThis.applyonce ??= /** @type {ApplyOnce} */ ({}));
  const { events, settle, listbox, combobox, options } = ns;
  ns.widgets ??= /** @type {Record<WidgetName, Widget>} */ ({});

  const SUGGEST_MS = 4000;
  const COMMIT_MS = 1000;

  /** Where the page keeps what was really chosen. @param {Control} control */
  const keeper = ({ el }) => {
    const near = Array.from(el.parentElement?.querySelectorAll("input[type=hidden]") ?? []);
    return /** @type {HTMLInputElement | undefined} */ (near.find((one) => /selected|place|location/i.test(`${/** @type {HTMLInputElement} */ (one).name} ${one.id}`)));
  };

  /** @param {Control} control */
  const isCommitted = (control) => (keeper(control)?.value ?? "kept") !== "";

  ns.widgets.typeahead = {
    read: (control) => /** @type {HTMLInputElement} */ (control.el).value,
    async write(control, value, { signal, remember }) {
      const el = /** @type {HTMLInputElement} */ (control.el);
      const wanted = typeof value === "string" ? value : "";
      const before = listbox.already(control);
      events.focus(el);
      for (const words of combobox.searches(wanted)) {
        // Such fields listen to keys as well as to input.
        events.setValue(el, words);
        events.fire(el, "input");
        events.key(el, words.at(-1) ?? "a");
        /** @type {HTMLElement | undefined} */
        let item;
        await settle.until(() => {
          const items = listbox.shown(control, before);
          item = items[combobox.matchPlace(items.map(listbox.textOf), wanted)];
          return item !== undefined;
        }, { timeoutMs: SUGGEST_MS / 2, signal });
        if (!item) continue;
        const chosen = listbox.textOf(item);
        listbox.choose(item);
        if (!(await settle.until(() => isCommitted(control) && el.value !== "", { timeoutMs: COMMIT_MS, signal }))) {
          return { ok: false, why: `The page did not take “${chosen}”` };
        }
        remember(el.value);
        events.fire(el, "change");
        events.blur(el);
        return { ok: true };
      }
      events.blur(el);
      if (keeper(control)) {
        events.setValue(el, "");
        events.fire(el, "input");
        return { ok: false, why: `It suggests nothing for “${wanted}”` };
      }
      // Suggestions are only an offer here: the text itself counts.
      events.setValue(el, wanted);
      events.fire(el, "input");
      events.fire(el, "change");
      return { ok: true };
    },
    same(control, wanted, remembered) {
      const now = /** @type {HTMLInputElement} */ (control.el).value;
      if (now === "" || !isCommitted(control)) return false;
      return options.same(now, remembered ?? "") || (typeof wanted === "string" && combobox.matchPlace([now], wanted) === 0);
    },
  };
})();
