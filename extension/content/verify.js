// Reads fields back: what the page made of a value is what counts, not that it was set.
(() => {
  const ns = (globalThis.applyonce ??= /** @type {ApplyOnce} */ ({}));

  /** What was chosen, in the page's words, and what was left, by description and field. */
  /** @type {WeakMap<FormDescription, Map<string, {text: string | null, left: string | null}>>} */
  const notes = new WeakMap();

  /** @param {FormDescription} description @param {string} id */
  const note = (description, id) => {
    let of = notes.get(description);
    if (!of) notes.set(description, (of = new Map()));
    let one = of.get(id);
    if (!one) of.set(id, (one = { text: null, left: null }));
    return one;
  };

  /** The page's own word on why it refuses a value. @param {Control} control */
  const refusal = (control) => {
    const el = /** @type {HTMLInputElement} */ (control.el);
    const told = el.getAttribute("aria-invalid") === "true" || control.group?.getAttribute("aria-invalid") === "true";
    const native = control.widget === "text" && el.validity?.valid === false;
    if (!told && !native) return null;
    const ids = `${el.getAttribute("aria-errormessage") ?? ""} ${el.getAttribute("aria-describedby") ?? ""}`.split(/\s+/);
    const words = ids.filter((id) => /error|invalid|message/i.test(id)).map((id) => ns.tree.byId(el, id)?.textContent?.trim()).find(Boolean);
    return words ?? (el.validationMessage || "The page marks it as not valid");
  };

  /** @type {ApplyOnceVerify["outcome"]} */
  const outcome = (description, { id, value: wanted }) => {
    const { text, left } = note(description, id);
    const control = ns.handles.resolve(description, id);
    if (!control) return { id, outcome: left ? "left_for_you" : "changed_by_page", why: left ?? "The field is no longer on the page", value: "" };
    const widget = ns.widgets[control.widget];
    const value = widget.read(control) || (control.kind === "file" && widget.same(control, wanted, text) ? text ?? "" : "");
    if (!widget.same(control, wanted, text)) {
      if (left) return { id, outcome: "left_for_you", why: left, value };
      const why = value === "" ? "The page emptied it" : `The page has “${value}”`;
      return { id, outcome: "changed_by_page", why, value };
    }
    const refused = refusal(control);
    return refused ? { id, outcome: "not_accepted", why: refused, value } : { id, outcome: "filled", value };
  };

  ns.verify = {
    outcome,
    remember: (description, id, text) => {
      note(description, id).text = text;
    },
    remembered: (description, id) => note(description, id).text,
    leave: (description, id, why) => {
      note(description, id).left = why;
    },
  };
})();
