// A person's events: what frameworks listen for when a value is typed, a box ticked, an option pressed.
(() => {
  const ns = (globalThis.applyonce ??= /** @type {ApplyOnce} */ ({}));

  /**
   * The setter of the element's own class. React puts a property of its own on the element that hides the change from
   * it; assigning past that makes the following `input` event count.
   * @param {HTMLElement} el
   * @param {"value" | "checked"} property
   * @param {string | boolean} value
   */
  const setNatively = (el, property, value) => {
    mayGoOn();
    let proto = Object.getPrototypeOf(el);
    while (proto && !Object.getOwnPropertyDescriptor(proto, property)?.set) proto = Object.getPrototypeOf(proto);
    const setter = proto && Object.getOwnPropertyDescriptor(proto, property)?.set;
    if (!setter) throw new TypeError(`<${el.localName}> has no ${property} to set`);
    setter.call(el, value);
  };

  /** A fill that was stopped writes nothing more, wherever it waited: it ends here. */
  const mayGoOn = () => ns.events.under?.throwIfAborted();

  /** Events must belong to the element's own window, or frameworks in a frame do not know them. @param {Element} el */
  const viewOf = (el) => /** @type {typeof globalThis & Window} */ (el.ownerDocument.defaultView ?? globalThis);

  /** @type {ApplyOnceEvents["fire"]} */
  const fire = (el, type) => {
    mayGoOn();
    const view = viewOf(el);
    const init = { bubbles: true, composed: true };
    el.dispatchEvent(type === "input" ? new view.InputEvent(type, { ...init, inputType: "insertText" }) : new view.Event(type, init));
  };

  /**
   * `focus()` raises no event in a tab without the browser's focus, and auto-apply works in such tabs.
   * @param {HTMLElement} el
   * @param {"focus" | "blur"} type
   */
  const moveFocus = (el, type) => {
    mayGoOn();
    let told = false;
    const listen = () => {
      told = true;
    };
    el.addEventListener(type, listen, { once: true, capture: true });
    if (type === "focus") el.focus({ preventScroll: true });
    else el.blur();
    el.removeEventListener(type, listen, { capture: true });
    if (told) return;
    const view = viewOf(el);
    el.dispatchEvent(new view.FocusEvent(type, { composed: true }));
    el.dispatchEvent(new view.FocusEvent(type === "focus" ? "focusin" : "focusout", { bubbles: true, composed: true }));
  };

  /** Codes that older libraries (select2, jQuery UI) read instead of `key`. @type {Record<string, number>} */
  const KEY_CODES = { Enter: 13, Escape: 27, ArrowDown: 40, ArrowUp: 38, Tab: 9, Backspace: 8 };

  /** @type {ApplyOnceEvents["key"]} */
  const key = (el, name) => {
    mayGoOn();
    const view = viewOf(el);
    const keyCode = KEY_CODES[name] ?? name.toUpperCase().charCodeAt(0);
    const init = { key: name, keyCode, which: keyCode, bubbles: true, cancelable: true, composed: true };
    el.dispatchEvent(new view.KeyboardEvent("keydown", init));
    if (name.length === 1) el.dispatchEvent(new view.KeyboardEvent("keypress", init));
    el.dispatchEvent(new view.KeyboardEvent("keyup", init));
  };

  /** The whole sequence of a press: each library listens to another part of it. @type {ApplyOnceEvents["press"]} */
  const press = (el) => {
    mayGoOn();
    const view = viewOf(el);
    const box = el.getBoundingClientRect();
    const init = {
      bubbles: true, cancelable: true, composed: true, button: 0, detail: 1,
      clientX: box.left + box.width / 2, clientY: box.top + box.height / 2,
    };
    const pointer = { ...init, pointerId: 1, pointerType: "mouse", isPrimary: true };
    el.dispatchEvent(new view.MouseEvent("mouseover", init));
    el.dispatchEvent(new view.MouseEvent("mousemove", init));
    el.dispatchEvent(new view.PointerEvent("pointerdown", { ...pointer, buttons: 1 }));
    el.dispatchEvent(new view.MouseEvent("mousedown", { ...init, buttons: 1 }));
    if (!el.isConnected) return;
    el.dispatchEvent(new view.PointerEvent("pointerup", pointer));
    el.dispatchEvent(new view.MouseEvent("mouseup", init));
    if (el.isConnected) click(el);
  };

  /**
   * A click. What a box that it ticks says of that, the browser takes for the user's own (`isTrusted`).
   * @type {ApplyOnceEvents["click"]}
   */
  const click = (el) => {
    mayGoOn();
    ns.events.writing = true;
    try {
      el.click();
    } finally {
      ns.events.writing = false;
    }
  };

  ns.events = {
    writing: false,
    under: null,
    setValue: (el, value) => setNatively(el, "value", value),
    setChecked: (el, checked) => setNatively(el, "checked", checked),
    focus: (el) => moveFocus(el, "focus"),
    blur: (el) => moveFocus(el, "blur"),
    fire, key, press, click,
  };
})();
