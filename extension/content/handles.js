// Finds a field again after the page has drawn it anew: by the board's names and by what it asks, never by place alone.
(() => {
  const ns = (globalThis.applyonce ??= /** @type {ApplyOnce} */ ({}));

  // React and others make ids up on each load (`:r3:`): equal ones prove nothing.
  const MADE_UP = /^:?r[0-9a-z]*:|^«|^(mui|ember|headlessui|radix|ifl|spl-form-element|downshift|input_files_input)[-_:]/i;

  /** So much of a label tells it from others. */
  const LABEL_LIMIT = 500;

  /** @param {string} one @param {string} other */
  const asksSame = (one, other) => {
    if (!one || !other) return true;
    const [a, b] = [ns.options.normalise(one.slice(0, LABEL_LIMIT)), ns.options.normalise(other.slice(0, LABEL_LIMIT))];
    // A page may add the error to the label.
    return a === b || a.startsWith(b) || b.startsWith(a);
  };

  /** @param {string} id */
  const steady = (id) => id !== "" && !MADE_UP.test(id);

  /** @param {Field} now @param {Field} was */
  const likeness = (now, was) => {
    if (now.kind !== was.kind || !asksSame(now.label, was.label)) return 0;
    let points = 0;
    if (steady(was.dom_id) && now.dom_id === was.dom_id) points += 4;
    if (was.name !== "" && now.name === was.name) points += 4;
    if (was.label !== "" && now.label === was.label) points += 3;
    return points > 0 && now.section === was.section ? points + 1 : points;
  };

  /** The container itself may have been replaced. @param {FormDescription} description */
  const liveContainer = ({ container }) => {
    if (container.nodeType === 9 || container.isConnected) return container;
    const was = /** @type {Element} */ (container);
    const again = was.id ? ns.tree.byId(document.documentElement, was.id) : null;
    return again ?? document;
  };

  /** @param {FieldHandle} handle */
  const isStill = ({ control, field }) => {
    const parts = [control.el, ...control.choices.map((choice) => choice.el)];
    if (!parts.every((part) => part.isConnected)) return false;
    // The page may use one element for another question.
    if ((control.el.getAttribute("name") ?? "") !== field.name && control.el.getAttribute("name") && field.name && control.choices.length === 0) return false;
    return asksSame(ns.labels.of(control, ns.controls.isAsking).label, field.label);
  };

  /**
   * Pages take a file input away once it holds a file, and may draw its place anew (Greenhouse): the place that shows
   * both the question and the file's name is the field then.
   * @param {FormDescription} description
   * @param {FieldHandle} handle
   * @returns {Control | null}
   */
  const uploaded = (description, { control, field }) => {
    const name = ns.verify.remembered(description, field.id);
    if (field.kind !== "file" || !name) return null;
    if (control.group?.isConnected) return control;
    /** @type {Element | null} */
    let smallest = null;
    ns.tree.walk(liveContainer(description), (el) => {
      const text = el.textContent ?? "";
      if (text.includes(name) && ns.options.normalise(text).includes(ns.options.normalise(field.label))) smallest = el;
    });
    return smallest ? { ...control, group: smallest } : null;
  };

  ns.handles = {
    resolve(description, id) {
      const handle = description.handles.get(id);
      if (!handle) return null;
      if (isStill(handle)) return handle.control;
      const was = handle.field;
      const candidates = ns.controls.find(liveContainer(description)).map((control) => ({ control, points: likeness(ns.describe.field(control, id), was) }));
      const best = Math.max(0, ...candidates.map((candidate) => candidate.points));
      if (best < 3) return uploaded(description, handle);
      const alike = candidates.filter((candidate) => candidate.points === best);
      const found = (alike.length === 1 ? alike[0] : alike[handle.ordinal])?.control ?? null;
      if (found) handle.control = found;
      return found;
    },
  };
})();
