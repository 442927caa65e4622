// Puts a form into words: the fields as the companion's plan takes them, and handles to find them again.
(() => {
  const ns = (globalThis.applyonce ??= /** @type {ApplyOnce} */ ({}));
  const { closest } = ns.tree;

  // The companion looks at no more of a text than half of this.
  const TEXT_LIMIT = 4_000;
  const OPTIONS_LIMIT = 5_000;
  /** Longer ones are no answers to choose; cut, they could be taken for one another. */
  const OPTION_LIMIT = 1_000;
  // Where several lists in a row do not open, the page's scripts are not at work: the rest is asked, but hardly waited for.
  const UNOPENED_LIMIT = 2;
  const HASTY_MS = 60;

  /** @param {string} text */
  const short = (text) => text.slice(0, TEXT_LIMIT);

  /** @param {readonly string[]} options */
  const bounded = (options) => options.slice(0, OPTIONS_LIMIT).filter((text) => text.length <= OPTION_LIMIT);

  /** The board's own name of a question, where the control itself has none. @param {Element} el */
  const boardName = (el) => {
    const entry = closest(el, "[data-field-path], [data-automation-id^=formField-], [data-ui]");
    return entry?.getAttribute("data-field-path") ?? entry?.getAttribute("data-automation-id")?.replace("formField-", "") ?? entry?.getAttribute("data-ui") ?? "";
  };

  /** @param {Control} control @param {string} label */
  const sectionOf = (control, label) => {
    const fieldset = closest(control.el, "fieldset");
    const legend = fieldset?.querySelector("legend");
    const told = legend ? ns.labels.clean(ns.labels.text(legend)) : "";
    if (told && told !== label) return told;
    return control.heading === label ? "" : control.heading;
  };

  /** @param {Control} control @param {string} pointsAt */
  const nameOf = (control, pointsAt) => {
    const { el, kind, choices } = control;
    const own = el.getAttribute("name") ?? "";
    // Checkboxes that are named by their own options share the name of the question only in the entry around them.
    const differ = kind === "checkbox_group" && choices.some((choice) => choice.el.getAttribute("name") !== own);
    if (kind === "checkbox" && own !== "" && own === choices[0]?.text) return boardName(el) || own;
    if (kind === "yes_no") return control.group?.querySelector("input")?.name || pointsAt || boardName(el);
    return (differ ? "" : own) || pointsAt || boardName(el);
  };

  /** @type {ApplyOnceDescribe["field"]} */
  const field = (control, id) => {
    const { el, kind, group, choices, widget } = control;
    const { label, description, required, points_at } = ns.labels.of(control, ns.controls.isAsking);
    const input = /** @type {HTMLInputElement} */ (el);
    const handler = ns.widgets[widget];
    const isGroup = choices.length > 0 && kind !== "checkbox";
    return {
      id,
      kind,
      name: nameOf(control, points_at),
      dom_id: (isGroup ? group?.id || points_at || boardName(el) : el.id || points_at) || el.id,
      autocomplete: el.getAttribute("autocomplete") ?? "",
      label: short(label),
      description: description === label ? "" : short(description),
      placeholder: el.getAttribute("placeholder") ?? "",
      section: short(sectionOf(control, label)),
      options: bounded(handler.options?.(control) ?? []),
      multiple: handler.multiple?.(control) ?? input.multiple === true,
      required,
      max_length: input.maxLength > 0 ? input.maxLength : null,
      value: short(handler.read(control)),
    };
  };

  /** @param {FormContainer} container @returns {FormDescription} */
  const describe = (container) => {
    const doc = container.nodeType === 9 ? /** @type {Document} */ (container) : /** @type {Element} */ (container).ownerDocument;
    const view = doc.defaultView ?? globalThis;
    const found = ns.controls.find(container);
    const fields = found.map((control, index) => field(control, `f${index + 1}`));
    /** @type {Map<string, FieldHandle>} */
    const handles = new Map();
    /** @type {Map<string, number>} */
    const seen = new Map();
    fields.forEach((described, index) => {
      const likeness = `${described.kind}\n${described.name}\n${described.label}`;
      const ordinal = seen.get(likeness) ?? 0;
      seen.set(likeness, ordinal + 1);
      handles.set(described.id, { control: /** @type {Control} */ (found[index]), field: described, ordinal });
    });
    const description = { fields, url: view.location.href, origin: view.origin };
    // Live elements stay here: only the words are ever sent.
    Object.defineProperty(description, "container", { value: container, enumerable: false });
    Object.defineProperty(description, "handles", { value: handles, enumerable: false });
    return /** @type {FormDescription} */ (description);
  };

  /** @param {FormDescription} description */
  const openAll = async (description) => {
    let unopened = 0;
    for (const described of description.fields) {
      if (described.kind !== "combobox" || described.options.length > 0) continue;
      const control = ns.handles.resolve(description, described.id);
      if (!control || !ns.dom.isReallyVisible(control.el)) continue;
      const options = await ns.combobox.peek(control, unopened >= UNOPENED_LIMIT ? HASTY_MS : undefined);
      unopened = options === null ? unopened + 1 : 0;
      described.options = bounded(options ?? []);
    }
    return description;
  };

  /** @type {ApplyOnceDescribe["form"]} */
  const form = /** @type {any} */ (
    /** @param {FormContainer} container @param {{openOptions?: boolean}} [how] */
    (container, how) => {
      const description = describe(container);
      return how?.openOptions ? openAll(description) : description;
    }
  );

  ns.describe = { form, field };
})();
