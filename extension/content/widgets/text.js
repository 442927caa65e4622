// Plain fields: text, textarea, native dates and numbers, and editable regions.
(() => {
  const ns = (globalThis.applyonce ??= /** @type {ApplyOnce} */ ({}));
  const { events } = ns;
  ns.widgets ??= /** @type {Record<WidgetName, Widget>} */ ({});

  /** @param {Control} control */
  const input = (control) => /** @type {HTMLInputElement} */ (control.el);

  /** @param {PlannedValue} value */
  const single = (value) => (typeof value === "string" ? value : Array.isArray(value) ? value.join(", ") : "");

  /** @param {string} text */
  const lines = (text) => text.replace(/\r\n?/g, "\n").trim();

  /** @param {string} pattern @param {string} text */
  const takes = (pattern, text) => {
    try {
      return new RegExp(`^(?:${pattern})$`, "v").test(text);
    } catch {
      return true; // a page's own mistake, which the browser passes over as well
    }
  };

  /** An amount without its currency, where the field's pattern takes nothing else. @param {HTMLInputElement} el @param {string} text */
  const fitted = (el, text) => {
    if (!el.pattern || takes(el.pattern, text)) return text;
    const amount = /^(\d+)\s*(\p{Sc}|[A-Z]{3})$/u.exec(text)?.[1];
    return amount && takes(el.pattern, amount) ? amount : text;
  };

  ns.widgets.text = {
    read: (control) => {
      const value = input(control).value;
      return value === "undefined" ? "" : value; // Ashby's empty number fields say so
    },
    write(control, value) {
      const el = input(control);
      const text = fitted(el, single(value));
      if (el.maxLength > 0 && text.length > el.maxLength) {
        return { ok: false, why: `The answer is longer than the ${el.maxLength} characters that the field takes` };
      }
      events.focus(el);
      events.setValue(el, text);
      events.fire(el, "input");
      events.fire(el, "change");
      events.blur(el);
      return { ok: true };
    },
    same(control, wanted) {
      const isPhone = control.kind === "tel" || /phone|tel/i.test(input(control).autocomplete);
      return ns.meaning.same(lines(single(wanted)), lines(input(control).value), isPhone ? "tel" : control.kind);
    },
  };

  ns.widgets.editable = {
    read: (control) => lines(control.el.innerText ?? ""),
    write(control, value) {
      const { el } = control;
      const text = single(value);
      events.focus(el);
      const selection = el.ownerDocument.getSelection();
      selection?.selectAllChildren(el);
      events.writing = true;
      try {
        // Editors keep a model of their own, which follows only what the browser itself types.
        el.ownerDocument.execCommand("insertText", false, text);
      } finally {
        events.writing = false;
      }
      if (lines(el.innerText ?? "") !== lines(text)) {
        el.textContent = text;
        events.fire(el, "input");
      }
      events.fire(el, "change");
      events.blur(el);
      return { ok: true };
    },
    same: (control, wanted) => lines(control.el.innerText ?? "").replace(/\n+/g, "\n") === lines(single(wanted)).replace(/\n+/g, "\n"),
  };
})();
