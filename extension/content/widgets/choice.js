// Radios and checkboxes, alone and in groups, native or drawn (`role=radio`), and pairs of yes/no buttons.
(() => {
  const ns = (globalThis.applyonce ??= /** @type {ApplyOnce} */ ({}));
  const { events, options } = ns;
  ns.widgets ??= /** @type {Record<WidgetName, Widget>} */ ({});

  const ON = new Set(["true", "on", "1", "checked", "agree", "i agree"]);
  const OFF = new Set(["", "false", "off", "0", "unchecked"]);
  const PRESSED_CLASS = /(^|[\s_-])(is-)?(active|selected|checked|pressed|on)([\s_-]|$)/i;
  const SETTLE_MS = 600;

  /** @param {HTMLElement} el */
  const isOn = (el) => {
    if (el.localName === "input") return /** @type {HTMLInputElement} */ (el).checked;
    const told = el.getAttribute("aria-checked") ?? el.getAttribute("aria-pressed") ?? el.getAttribute("aria-selected");
    if (told !== null) return told === "true";
    const state = el.getAttribute("data-state");
    return state === "checked" || state === "on" || (!state && PRESSED_CLASS.test(el.className));
  };

  /**
   * A click is what a person does, and what every framework handles. Drawn controls hide the input: its label takes the
   * click then, and so does ours, through the input itself.
   * @param {HTMLElement} el
   * @param {boolean} wanted
   */
  const turn = (el, wanted) => {
    if (isOn(el) === wanted) return;
    if (el.localName !== "input") {
      events.press(el);
      return;
    }
    events.focus(el);
    events.click(el);
    events.blur(el);
  };

  /** Some pages redraw after each click; some react only to `change`. @param {HTMLElement} el @param {boolean} wanted */
  const insist = (el, wanted) => {
    if (isOn(el) === wanted || el.localName !== "input" || !el.isConnected) return;
    events.setChecked(/** @type {HTMLInputElement} */ (el), wanted);
    events.fire(el, "input");
    events.fire(el, "change");
  };

  /** @param {PlannedValue} value */
  const list = (value) => (Array.isArray(value) ? value : typeof value === "string" ? [value] : []);

  /** @param {Control} control */
  const texts = (control) => control.choices.map((choice) => choice.text);

  /** For a lone checkbox: is it to be on? null where the value says neither. @param {Control} control @param {PlannedValue} value */
  const asSwitch = (control, value) => {
    const said = list(value)[0] ?? "";
    const word = options.normalise(said);
    if (ON.has(word) || options.yesNo(said) === "yes" || options.same(said, control.choices[0]?.text ?? "")) return true;
    return OFF.has(word) || options.yesNo(said) === "no" ? false : null;
  };

  /** @param {Control} control @param {PlannedValue} value @returns {boolean[] | null} which are to be on */
  const aim = (control, value) => {
    if (control.kind === "checkbox") {
      const on = asSwitch(control, value);
      return on === null ? null : [on];
    }
    const indexes = list(value).map((text) => options.match(texts(control), text));
    return indexes.length === 0 || indexes.includes(-1) ? null : control.choices.map((_, index) => indexes.includes(index));
  };

  /** @param {Control} control */
  const read = (control) => {
    const on = control.choices.filter((choice) => isOn(choice.el)).map((choice) => choice.text);
    return control.kind === "checkbox" ? (on.length > 0 ? "true" : "") : on.join(", ");
  };

  /** @param {Control} control @param {PlannedValue} wanted */
  const same = (control, wanted) => {
    const target = aim(control, wanted);
    return target !== null && control.choices.every((choice, index) => isOn(choice.el) === target[index]);
  };

  ns.widgets.choice = {
    read,
    same,
    options: (control) => (control.kind === "checkbox" ? [] : texts(control)),
    multiple: (control) => control.kind === "checkbox_group",
    write(control, value) {
      const target = aim(control, value);
      if (!target) return { ok: false, why: `None of its options is “${list(value).join(", ")}”` };
      const onlyOn = control.kind === "radio";
      control.choices.forEach((choice, index) => {
        const wanted = target[index] === true;
        if (onlyOn && !wanted) return;
        turn(choice.el, wanted);
        insist(choice.el, wanted);
      });
      return { ok: true };
    },
  };

  ns.widgets.yes_no = {
    read,
    options: texts,
    // Two buttons over one checkbox (Ashby): the checkbox tells only the answer *yes*; "no" and "none" look the same in it.
    same,
    async write(control, value, { signal }) {
      const target = aim(control, value);
      const choice = control.choices.find((_, index) => target?.[index]);
      if (!choice) return { ok: false, why: `It can't be answered with “${list(value).join(", ")}”` };
      if (isOn(choice.el)) return { ok: true };
      events.press(choice.el);
      const isTaken = await ns.settle.until(() => isOn(choice.el) || !choice.el.isConnected, { timeoutMs: SETTLE_MS, signal });
      // Not pressed again: where the page does show it, only in another way, a second press would take it back.
      return isTaken ? { ok: true } : { ok: false, why: "The page does not show that it took the answer" };
    },
  };
})();
