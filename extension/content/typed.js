// Which fields the user has touched: what they typed is never overwritten, also where the page has drawn the field anew.
(() => {
  const ns = (globalThis.applyonce ??= /** @type {ApplyOnce} */ ({}));
  if (ns.typed) return; // injected again: the listeners and what they saw stay
  const { parent, closest } = ns.tree;

  const LEVELS_UP = 8;
  const CONTROLS = "input, select, textarea, button, [role=button], [role=combobox], [role=radio], [role=checkbox], [role=switch], [role=spinbutton]";
  const CHOICES = "[type=radio], [type=checkbox], button, [role=button], [role=radio], [role=checkbox], [role=switch]";

  /**
   * What a control asks, in words that outlive its element: ids are made up by many frameworks each time that they draw.
   * @param {HTMLElement} el
   */
  const question = (el) => {
    if (!ns.labels || !el.matches(CONTROLS)) return "";
    const isChoice = el.matches(CHOICES);
    /** @type {Control} */
    const control = { el, kind: "text", widget: "text", group: null, choices: [], heading: "" };
    const label = isChoice ? ns.labels.own(el) : ns.labels.of(control, ns.controls.isAsking).label;
    const group = isChoice ? closest(el, "fieldset, [role=group], [role=radiogroup]") : null;
    const of = group ? ns.labels.text(group.querySelector("legend") ?? group) : "";
    const name = el.getAttribute("name") ?? "";
    return [el.localName, el.getAttribute("type"), name, label, of, name || label ? "" : el.id].join("\n");
  };

  /** Elements that the user has been at, and those that stand in their places since. */
  const touched = () => {
    /** @type {WeakSet<EventTarget>} */
    const elements = new WeakSet();
    /** The last element of each question. @type {Map<string, WeakRef<HTMLElement>>} */
    const asked = new Map();
    /** @param {EventTarget} target */
    const add = (target) => {
      if (elements.has(target)) return;
      elements.add(target);
      const asks = ns.tree.isElement(target) ? question(target) : "";
      if (asks) asked.set(asks, new WeakRef(/** @type {HTMLElement} */ (target)));
    };
    const isGone = (/** @type {WeakRef<HTMLElement>} */ ref) => !ref.deref()?.isConnected;
    /** @param {HTMLElement} el */
    const has = (el) => {
      if (elements.has(el)) return true;
      const gone = [...asked].filter(([, ref]) => isGone(ref));
      if (gone.length === 0) return false;
      const asks = question(el);
      if (!gone.some(([other]) => other === asks)) return false;
      elements.add(el);
      asked.set(asks, new WeakRef(el));
      return true;
    };
    return { add, has };
  };

  const typed = touched();
  const pressed = touched();
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
      if (parts.some(typed.has)) return true;
      // Widgets that are no inputs raise no input events: a press on them, or on the box around them, counts.
      if (control.widget === "yes_no" || control.widget === "date_sections") return parts.some(pressed.has);
      if (control.widget === "choice" && control.el.localName !== "input") return parts.some(pressed.has);
      if (control.widget !== "combobox" && control.widget !== "prompt") return false;
      return pressed.has(control.el) || (control.group !== null && pressed.has(control.group) && parent(control.group) !== null);
    },
  };
})();
