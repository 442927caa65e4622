// Which fields the user has touched: what they typed is never overwritten.
(() => {
  const ns = (globalThis.applyonce ??= /** @type {ApplyOnce} */ ({}));
  if (ns.typed) return; // injected again: the listeners and what they saw stay
  const { parent } = ns.tree;

  const LEVELS_UP = 8;
  /** @type {WeakSet<EventTarget>} */
  const typed = new WeakSet();
  /** @type {WeakSet<EventTarget>} */
  const pressed = new WeakSet();
  /** @type {WeakSet<Document>} */
  const watched = new WeakSet();

  /** @param {Event} event */
  const onInput = (event) => {
    if (!event.isTrusted || ns.events?.writing) return;
    const target = event.composedPath()[0];
    if (target) typed.add(target);
  };

  /** @param {Event} event */
  const onPress = (event) => {
    if (!event.isTrusted) return;
    for (const target of event.composedPath().slice(0, LEVELS_UP)) pressed.add(target);
  };

  /** @param {Document} doc */
  const watch = (doc) => {
    if (watched.has(doc)) return;
    watched.add(doc);
    const view = doc.defaultView ?? doc;
    for (const type of ["input", "change"]) view.addEventListener(type, onInput, { capture: true, passive: true });
    view.addEventListener("click", onPress, { capture: true, passive: true });
    view.addEventListener("keydown", onPress, { capture: true, passive: true });
  };
  watch(document);

  ns.typed = {
    byUser(control) {
      watch(control.el.ownerDocument);
      const parts = [control.el, ...control.choices.map((choice) => choice.el)];
      if (parts.some((part) => typed.has(part))) return true;
      // Widgets that are no inputs raise no input events: a press on them, or on the box around them, counts.
      if (control.widget === "yes_no" || control.widget === "date_sections") return parts.some((part) => pressed.has(part));
      if (control.widget === "choice" && control.el.localName !== "input") return parts.some((part) => pressed.has(part));
      if (control.widget !== "combobox" && control.widget !== "prompt") return false;
      return pressed.has(control.el) || (control.group !== null && pressed.has(control.group) && parent(control.group) !== null);
    },
  };
})();
