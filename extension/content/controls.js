// Finds the controls of a form and puts together those that are one question.
(() => {
  const ns = (globalThis.applyonce ??= /** @type {ApplyOnce} */ ({}));
  const { parent, contains, closest, walk } = ns.tree;

  const TEXT_TYPES = new Set(["text", "email", "tel", "url", "number", "date", "month", "week", "time", "datetime-local", "search"]);
  /** @type {Record<string, FieldKind>} */
  const KIND_OF_TYPE = { email: "email", tel: "tel", url: "url", number: "number", date: "date", month: "date", week: "date", "datetime-local": "date" };
  const GROUPS = "fieldset, [role=radiogroup], [role=group], [role=list][aria-labelledby], spl-radio-group, spl-checkbox-group";
  const HEADINGS = /^h[1-6]$/;
  // Never the applicant's fields: captcha answers, and uploads that parse a résumé to fill the form in the page's own way.
  const NOT_OURS = "[name=g-recaptcha-response], [name=h-captcha-response], [name=cf-turnstile-response], [name*=captcha i], [id*=captcha i], [autocomplete^=cc-], [autocomplete=one-time-code], [id^=security-input-], .select2-search, .iti__search-input";
  const PARSERS = /autofill|apply-with|import-resume|resume-import|parser/i;
  const INSIDE_WIDGET = "select ~ .ts-wrapper, select ~ .selectize-control, .select2-container, .select2-drop, .bootstrap-select > .dropdown-toggle, .bootstrap-select > .dropdown-menu, .chosen-container, .iti__country-container, .iti__flag-container, .iti__dropdown-content";
  const LOG_IN_FIELDS = 2;
  const DATE_FORMAT = /\b(dd|mm|tt|jj|yyyy|yy|jjjj|aaaa)\s?[/.-]\s?(dd|mm|tt|jj|yyyy|yy)\b|pick (a )?date|select (a )?date/i;

  /** @param {Element} el */
  const role = (el) => el.getAttribute("role") ?? "";

  /** @param {Element} el */
  const isRelevant = (el) => {
    const name = el.localName;
    if (name === "input") return (/** @type {HTMLInputElement} */ (el).type !== "hidden" && !isTwin(el)) || isBareSelect2(el);
    if (name === "select" || name === "textarea") return true;
    if (name === "button") return true;
    if (ns.listbox.isDropdown(el)) return true;
    const asked = role(el);
    if (asked === "radio" || asked === "checkbox" || asked === "switch") return el.querySelector("input") === null;
    if (asked === "combobox") return Array.from(el.querySelectorAll("input")).every((inner) => inner.type === "search" && inner.getClientRects().length === 0);
    if (asked === "button") return el.getAttribute("aria-haspopup") === "listbox" || ns.options.yesNo(el.textContent ?? "") !== null;
    const editable = el.getAttribute("contenteditable");
    return editable === "" || editable === "true" || editable === "plaintext-only";
  };

  /** The hidden native input that carries the value of a drawn `role=radio` or `role=checkbox` beside it (Radix). @param {Element} el */
  const isTwin = (el) => {
    if (el.getAttribute("aria-hidden") !== "true" || !/^(radio|checkbox)$/.test(/** @type {HTMLInputElement} */ (el).type)) return false;
    return el.parentElement?.querySelector(":scope > [role=radio], :scope > [role=checkbox], :scope > [role=switch]") != null;
  };

  /** A select2 (v3) list that is filled by search and has no select behind it. @param {Element} el */
  const isBareSelect2 = (el) =>
    el.localName === "input" && el.previousElementSibling !== null && /\bselect2-container\b/.test(el.previousElementSibling.className);

  /** Is it a control that asks the user something of its own? For labels, which must not be taken from a neighbour. */
  /** @param {Element} el */
  const isAsking = (el) => {
    if (el.localName === "input") {
      const input = /** @type {HTMLInputElement} */ (el);
      if (["hidden", "submit", "button", "reset", "image"].includes(input.type)) return false;
      return input.getAttribute("aria-hidden") !== "true" && !(input.tabIndex === -1 && /requiredInput/.test(input.className));
    }
    return el.localName === "select" || el.localName === "textarea";
  };

  /** @param {Element} el */
  const isCombobox = (el) => {
    if (role(el) === "combobox" || ns.listbox.isDropdown(el)) return true;
    const popup = el.getAttribute("aria-haspopup");
    if (el.localName !== "button" && role(el) !== "button") return false;
    // A menu asks something only where it has a label, as a field has.
    return popup === "listbox" || ((popup === "true" || popup === "menu") && /** @type {HTMLButtonElement} */ (el).labels?.length > 0);
  };

  /** A button that only opens the list of the input beside it. @param {Element} el */
  const isToggleOfInput = (el) =>
    el.localName !== "input" && [el.parentElement, el.parentElement?.parentElement].some((up) => {
      const inputs = up ? Array.from(up.querySelectorAll("*")).filter(isAsking) : [];
      return inputs.length === 1 && inputs[0]?.getAttribute("role") === "combobox";
    });

  /**
   * The box around a control that no other control shares: react-select's shell, a dropzone, a question's entry.
   * @param {Element} el
   * @param {number} levels
   */
  const box = (el, levels) => {
    let best = /** @type {Element} */ (el);
    let up = parent(el);
    for (let level = 0; up && level < levels; level += 1, up = parent(up)) {
      if (/^(form|body|fieldset|html|label|li)$/.test(up.localName)) break;
      const others = Array.from(up.querySelectorAll("*")).filter((other) => other !== el && isAsking(other));
      if (others.length > 0) break;
      best = up;
    }
    return /** @type {HTMLElement} */ (best);
  };

  /** @param {Element} el */
  const shell = (el) => /** @type {HTMLElement} */ (
    closest(el, ".select-shell") ?? ns.listbox.shellOf(el)?.parentElement ?? box(el, 3)
  );

  /** @param {HTMLElement[]} els @returns {Choice[]} */
  const choicesOf = (els) => els.map((el) => ({ el, text: ns.labels.own(el) }));

  /** The nearest element around all of them. @param {HTMLElement[]} els */
  const around = (els) => {
    let up = els[0] ? parent(els[0]) : null;
    while (up && !els.every((el) => contains(/** @type {Element} */ (up), el))) up = parent(up);
    return /** @type {HTMLElement | null} */ (up);
  };

  /**
   * The group of a question, if its group element asks nothing else.
   * @param {HTMLElement[]} els
   */
  const questionGroup = (els) => {
    const inner = around(els);
    const named = inner ? closest(inner, GROUPS) : null;
    if (!named) return inner;
    const foreign = Array.from(named.querySelectorAll("*")).some((el) => isAsking(el) && !els.includes(/** @type {HTMLElement} */ (el)));
    return foreign ? inner : /** @type {HTMLElement} */ (named);
  };

  /** Where nothing else says so: the nearest element that holds more than one radio. @param {Element} el */
  const aroundRadios = (el) => {
    let up = parent(el);
    while (up && up.localName !== "form" && up.querySelectorAll("input[type=radio], [role=radio]").length < 2) up = parent(up);
    return up;
  };

  /**
   * Which radios, or checkboxes, are one question: by name within their form; where names differ or lack (Ashby names
   * each checkbox by its own option), by the group element.
   * @param {Element} el
   */
  const groupKey = (el) => {
    const input = /** @type {HTMLInputElement} */ (el);
    const isRadio = input.type === "radio" || role(el) === "radio";
    const root = el.getRootNode();
    if (input.name && isRadio && root.nodeType === 9) return { by: input.form ?? root, name: input.name };
    const group = closest(el, GROUPS);
    if (isRadio) return { by: group ?? aroundRadios(el), name: input.name ?? "" };
    const byName = { by: input.form ?? root, name: input.name };
    if (/\[\]$/.test(input.name ?? "")) return byName;
    const inside = group ? Array.from(group.querySelectorAll("*")).filter(isAsking) : [];
    const isQuestion = group !== null && inside.every((other) => /** @type {HTMLInputElement} */ (other).type === "checkbox");
    const namesakes = inside.filter((other) => /** @type {HTMLInputElement} */ (other).name === input.name);
    if (isQuestion && (!input.name || namesakes.length === 1)) return { by: group, name: "" };
    if (input.name && input.ownerDocument.getElementsByName(input.name).length > 1) return byName;
    return isQuestion ? { by: group, name: "" } : null;
  };

  /**
   * @param {HTMLElement} el
   * @param {FieldKind} kind
   * @param {WidgetName} widget
   * @param {Partial<Control>} [more]
   * @returns {Control}
   */
  const control = (el, kind, widget, more = {}) => ({ el, kind, widget, group: null, choices: [], heading: "", ...more });

  /** @param {HTMLInputElement} input @returns {Control | null} */
  const fromInput = (input) => {
    if (input.type === "file") {
      const zone = /** @type {HTMLElement | null} */ (closest(input, "[role=group]")) ?? box(input, 5);
      return PARSERS.test(`${zone.className} ${closest(input, "[class*=autofill i], [class*=apply-with i]")?.className ?? ""}`) ? null : control(input, "file", "file", { group: zone });
    }
    if (ns.prompt.is(input)) return control(input, "combobox", "prompt", { group: /** @type {HTMLElement | null} */ (closest(input, "[data-automation-id=multiSelectContainer], [data-automation-id^=formField-]")) });
    if (isBareSelect2(input)) return control(input, "combobox", "select2", { group: /** @type {HTMLElement} */ (input.previousElementSibling) });
    if (!TEXT_TYPES.has(input.type)) return null;
    const wrapper = input.parentElement?.closest("[role=combobox]");
    if (isCombobox(input) || (wrapper && wrapper.querySelectorAll("input:not([type=hidden])").length === 1)) {
      return control(input, "combobox", "combobox", { group: shell(input) });
    }
    const kind = KIND_OF_TYPE[input.type] ?? "text";
    if (isTypeahead(input)) return control(input, kind, "typeahead", { group: box(input, 2) });
    const isDate = kind === "text" && (DATE_FORMAT.test(input.placeholder) || closest(input, ".react-datepicker__input-container") !== null);
    if (isDate) return control(input, "date", "date_text");
    return control(input, kind, "text");
  };

  /** A text field that takes only what is chosen from its suggestions, without saying so by a role. */
  /** @param {HTMLInputElement} input */
  const isTypeahead = (input) => {
    const auto = input.getAttribute("aria-autocomplete");
    if (auto === "list" || auto === "both") return true;
    if (/\b(pac-target-input|ui-autocomplete-input|tt-input|location-input)\b/.test(input.className)) return true;
    const next = input.nextElementSibling;
    return next?.localName === "input" && /** @type {HTMLInputElement} */ (next).type === "hidden" && /^selected/i.test(/** @type {HTMLInputElement} */ (next).name);
  };

  /** @param {HTMLElement} button @returns {Control | null} */
  const fromYesNo = (button) => {
    const up = button.parentElement;
    if (!up || !ns.options.yesNo(button.textContent ?? "")) return null;
    const buttons = /** @type {HTMLElement[]} */ (Array.from(up.querySelectorAll("button, [role=button], [role=radio]")));
    const meanings = new Set(buttons.map((one) => ns.options.yesNo(one.textContent ?? "")));
    if (buttons.length !== 2 || meanings.size !== 2 || meanings.has(null)) return null;
    // A dialog's own "Yes" and "No" answer the dialog; pressed ones, or a group of them, are an answer in it.
    const isAnswer = up.querySelector("input, [aria-pressed], [aria-checked]") !== null || up.matches("[role=group], [role=radiogroup]");
    if (closest(up, "[role=dialog]") && !isAnswer) return null;
    return control(button, "yes_no", "yes_no", { group: up, choices: buttons.map((el) => ({ el, text: ns.labels.clean(ns.labels.text(el)) })) });
  };

  /** The date whose section this is: month, day and year are one question. @param {HTMLElement} section */
  const fromSection = (section) => {
    let up = parent(section);
    while (up && up.querySelectorAll("[role=spinbutton]").length < 2) up = parent(up);
    if (!up) return null;
    const sections = /** @type {HTMLElement[]} */ (Array.from(up.querySelectorAll("[role=spinbutton]")));
    if (sections.length > 3 || sections.some((one) => !/month|day|year|monat|tag|jahr|mois|jour|ann[ée]e|mm|dd|yyyy/i.test(`${one.getAttribute("aria-label")} ${one.id} ${one.getAttribute("data-automation-id")}`))) return null;
    const first = /** @type {HTMLElement} */ (sections[0]);
    return control(first, "date", "date_sections", { group: questionGroup(sections), choices: choicesOf(sections) });
  };

  /** @param {HTMLElement} el @returns {Control | null} */
  const single = (el) => {
    if (el.matches(NOT_OURS) || closest(el, INSIDE_WIDGET)) return null;
    if (role(el) === "spinbutton") {
      const date = fromSection(el);
      if (date || el.localName !== "input") return date;
    }
    if (el.localName === "input") return fromInput(/** @type {HTMLInputElement} */ (el));
    if (el.localName === "textarea") return control(el, "textarea", "text");
    if (el.localName === "select") {
      const drawn = [el.nextElementSibling, el.previousElementSibling].find((near) => near && /\bselect2-container\b/.test(near.className));
      return control(el, "select", drawn ? "select2" : "select", { group: drawn ? /** @type {HTMLElement} */ (drawn) : null });
    }
    if (isCombobox(el)) return isToggleOfInput(el) ? null : control(el, "combobox", "combobox", { group: ns.listbox.isDropdown(el) ? el : el.parentElement });
    if (el.localName === "button" || role(el) === "button") return fromYesNo(el);
    return el.isContentEditable ? control(el, "textarea", "editable") : null;
  };

  /** A word over a lone box ("Consent") says what its sentence is about, and asks nothing. @param {string} head @param {string} words */
  const isTopic = (head, words) => !head.includes("?") && head.split(" ").length <= 2 && words.split(" ").length > 4;

  /** @param {HTMLElement[]} els @param {boolean} isRadio @returns {Control} */
  const grouped = (els, isRadio) => {
    const first = /** @type {HTMLElement} */ (els[0]);
    const group = questionGroup(els);
    if (isRadio) return control(first, "radio", "choice", { group, choices: choicesOf(els) });
    if (els.length === 1) {
      const asks = group?.matches(GROUPS) ? ns.labels.of(control(first, "checkbox_group", "choice", { group, choices: choicesOf(els) }), isAsking).label : "";
      const isList = /\[\]$/.test(/** @type {HTMLInputElement} */ (first).name ?? "") || /^cards\[/.test(/** @type {HTMLInputElement} */ (first).name ?? "");
      if (!isList && (!asks || asks === ns.labels.own(first) || isTopic(asks, ns.labels.own(first)))) return control(first, "checkbox", "choice", { choices: choicesOf(els) });
    }
    return control(first, "checkbox_group", "choice", { group, choices: choicesOf(els) });
  };

  /**
   * All controls of a form that a person can see, in the page's order.
   * @param {FormContainer} container
   * @returns {Control[]}
   */
  const controls = (container) => {
    const seen = /** @type {{el: HTMLElement, heading: string}[]} */ ([]);
    let heading = "";
    walk(container, (el) => {
      if (el.localName === "applyonce-button") return false;
      const isHeading = HEADINGS.test(el.localName) || role(el) === "heading";
      if (isHeading && !closest(el, "[class*=autofill i], [class*=apply-with i]")) heading = ns.labels.clean(ns.labels.text(el)) || heading;
      if (isRelevant(el)) seen.push({ el: /** @type {HTMLElement} */ (el), heading });
      return undefined;
    });
    const cache = new Map();
    const visible = seen.filter(({ el }) => isBareSelect2(el) || (!ns.dom.isTrap(el) && ns.dom.looksVisible(el, cache)));
    return withoutLogIns(assemble(visible));
  };

  /**
   * A form with a password and hardly more is for logging in or signing up: that is the user's own business.
   * @param {Control[]} found
   */
  const withoutLogIns = (found) => {
    const formOf = (/** @type {Control} */ { el }) => closest(el, "form");
    return found.filter((one) => {
      const form = formOf(one);
      if (!form?.querySelector("input[type=password]")) return true;
      const mates = found.filter((other) => formOf(other) === form);
      return mates.some(({ kind }) => kind === "file") || mates.filter(({ widget }) => widget !== "choice").length > LOG_IN_FIELDS;
    });
  };

  /** @param {{el: HTMLElement, heading: string}[]} visible */
  const assemble = (visible) => {
    const found = /** @type {Control[]} */ ([]);
    const taken = new Set();
    const checks = visible.filter(({ el }) => isCheck(el));
    for (const { el, heading } of visible) {
      if (taken.has(el)) continue;
      const made = isCheck(el) ? fromCheck(el, checks.map((check) => check.el)) : single(el);
      if (!made) continue;
      made.heading = heading;
      for (const choice of made.choices) taken.add(choice.el);
      if (made.widget === "yes_no" && made.group) {
        for (const twin of made.group.querySelectorAll("input")) taken.add(twin);
      }
      found.push(made);
    }
    return found;
  };

  /** @param {Element} el */
  const isCheck = (el) => {
    const type = el.localName === "input" ? /** @type {HTMLInputElement} */ (el).type : role(el);
    return type === "radio" || type === "checkbox" || type === "switch";
  };

  /** @param {HTMLElement} el @param {HTMLElement[]} checks @returns {Control | null} */
  const fromCheck = (el, checks) => {
    const drawn = el.parentElement?.querySelector("button");
    if (drawn && fromYesNo(drawn)) return fromYesNo(drawn);
    const isRadio = /** @type {HTMLInputElement} */ (el).type === "radio" || role(el) === "radio";
    const key = groupKey(el);
    if (!key) return grouped([el], false);
    const type = /** @type {HTMLInputElement} */ (el).type ?? role(el);
    const mates = checks.filter((other) => {
      if ((/** @type {HTMLInputElement} */ (other).type ?? role(other)) !== type) return false;
      const its = other === el ? key : groupKey(other);
      return its !== null && its.by === key.by && its.name === key.name;
    });
    return grouped(mates, isRadio);
  };

  ns.controls = { find: controls, isAsking };
})();
