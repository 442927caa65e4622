// What a field asks: found as assistive technology finds it, then by what stands before it.
(() => {
  const ns = (globalThis.applyonce ??= /** @type {ApplyOnce} */ ({}));
  const { parent, contains, byId, closest, isElement } = ns.tree;
  const { hints, nearby } = ns;

  const WRAPPERS_UP = 4;
  const REQUIRED_CLASSES = ["required", "is-required", "mandatory"];
  const BLOCKS = /^(p|div|li|ul|ol|br|h[1-6]|tr|td|th|label|legend|section|dt|dd)$/;
  const MARK = /[*✱﹡＊∗]/;
  const STARRED_WORDS = /\p{L}.*[*✱﹡＊∗]\s*$/u;
  const REQUIRED_WORD = /\((required|mandatory|erforderlich|pflichtfeld|obligatoire|obligatorio|obbligatorio|obrigat[óo]rio|verplicht)\)/i;
  // The same words for the sighted and for screen readers, one hidden from the other (LinkedIn).
  const TWICE = /^(.{3,}?)\s*\1$/;
  // A word for screen readers only, which the sighted see as an asterisk (LinkedIn).
  const READ_OUT = /([?.:)*!])\s*Required$/;
  const ERROR_ID = /error|-live-region|placeholder/i;

  /** @type {ApplyOnceLabels["text"]} */
  const text = (from, leaveOut = null) => {
    const parts = /** @type {string[]} */ ([]);
    if (from.nodeType === 3) return (from.nodeValue ?? "").replace(/[\s\u200b\u2060\ufeff]+/g, " ").trim();
    /** @param {Node} node @returns {boolean} false once the part to leave out is met: what follows is not the label */
    const read = (node) => {
      if (node === leaveOut) return false;
      if (node.nodeType === 3) {
        parts.push(node.nodeValue ?? "");
        return true;
      }
      if (!isElement(node) || isCount(node)) return true;
      const name = node.localName;
      if (node !== from && (hints.NO_TEXT.has(name) || node.hidden)) return !(leaveOut && node.contains(leaveOut));
      // A link around the control is a drawn upload button; its words are no label.
      if (name === "a" && leaveOut && node.contains(leaveOut)) return false;
      if (node.getAttribute("role") === "listbox") return true;
      const isBlock = BLOCKS.test(name);
      if (isBlock) parts.push(" ");
      for (const child of node.childNodes) {
        if (!read(child)) return false;
      }
      if (isBlock) parts.push(" ");
      return true;
    };
    read(from);
    return parts.join("").replace(/[\s\u200b\u2060\ufeff]+/g, " ").trim();
  };

  /** The number before a question, which is read out to nobody (Microsoft Forms). @param {Element} el */
  const isCount = (el) => el.getAttribute("aria-hidden") === "true" && /^\s*\d{1,3}\s*[.):]?\s*$/.test(el.textContent ?? "");

  /** @type {ApplyOnceLabels["clean"]} */
  const clean = (raw) =>
    raw.replace(/\s+/g, " ").replace(REQUIRED_WORD, "").trim().replace(TWICE, "$1").replace(READ_OUT, "$1").replace(/^[*✱﹡＊∗]+\s*|\s*[*✱﹡＊∗]+$/g, "").trim();

  /** @param {string} raw */
  const marksRequired = (raw) => /[*✱﹡＊∗]\s*$|^\s*[*✱﹡＊∗]/.test(raw) || (MARK.test(raw) && raw.length < 80) || REQUIRED_WORD.test(raw) || READ_OUT.test(raw.trim());

  /** @param {Element} el */
  const hasRequiredClass = (el) => /(^|[\s_-])required(_|\s|$)/i.test(el.getAttribute("class") ?? "");

  /** Ids in an attribute, as elements. @param {Element} el @param {string} attribute */
  const referred = (el, attribute) =>
    (el.getAttribute(attribute) ?? "").split(/\s+/).filter(Boolean).flatMap((id) => byId(el, id) ?? []);

  /** The words on one choice of a group. @type {ApplyOnceLabels["own"]} */
  const own = (el) => {
    const input = /** @type {HTMLInputElement} */ (el);
    for (const label of input.labels ?? []) {
      const words = text(label);
      if (words) return clean(words);
    }
    const byIds = referred(el, "aria-labelledby").map((part) => text(part)).join(" ");
    if (byIds) return clean(byIds);
    const aria = el.getAttribute("aria-label");
    if (aria) return clean(aria);
    if (el.localName !== "input") return clean(text(el));
    const host = shadowHost(el);
    const beside = text(el.nextSibling ?? el) || text(el.nextElementSibling ?? el) || (el.parentElement ? text(el.parentElement) : "");
    if (beside) return clean(beside);
    if (host) return clean(host.getAttribute("label") ?? text(host));
    return input.value === "on" ? "" : input.value;
  };

  /** @param {Element} el */
  const shadowHost = (el) => {
    const root = el.getRootNode();
    return root.nodeType === 11 ? /** @type {ShadowRoot} */ (root).host : null;
  };

  /**
   * Lever keeps each question in a hidden field as JSON: its labels have no `for`.
   * @param {Element} el
   */
  const leverQuestion = (el) => {
    const place = /^(cards\[[^\]]+\])\[field(\d+)\]/.exec(el.getAttribute("name") ?? "");
    if (!place) return null;
    const form = closest(el, "form") ?? el.ownerDocument;
    const holder = /** @type {HTMLInputElement | null} */ (form.querySelector(`input[name="${CSS.escape(`${place[1]}[baseTemplate]`)}"]`));
    if (!holder) return null;
    try {
      const question = JSON.parse(holder.value)?.fields?.[Number(place[2])];
      if (typeof question?.text !== "string") return null;
      return {
        label: clean(question.text),
        description: typeof question.description === "string" ? question.description.trim() : "",
        required: question.required === true,
      };
    } catch {
      return null; // page text: anything may stand there
    }
  };

  /**
   * What stands in the group before the first of its choices, nearest first.
   * @param {HTMLElement} group
   * @param {Element | undefined} first
   */
  const beforeChoices = (group, first) => {
    let part = first ?? null;
    while (part && part.parentElement !== group) part = part.parentElement;
    for (let sibling = part?.previousSibling ?? null; sibling; sibling = sibling.previousSibling) {
      if (isElement(sibling) && (sibling.matches("input, select, textarea") || sibling.querySelector("input, select, textarea"))) return null;
      if (/[\p{L}\p{N}]/u.test(text(sibling))) return sibling;
    }
    return null;
  };

  /** A legend heads a whole section where the question has a label of its own. @param {Node} legend @param {Node} label @param {Node | undefined} first */
  const isBetween = (legend, label, first) =>
    Boolean(first && legend.compareDocumentPosition(label) & 4 && label.compareDocumentPosition(first) & 4) && !ns.options.isPlaceholder(clean(text(label)));

  /** Another control between them has the label to itself. @param {Element} label @param {HTMLElement} group @param {Control} control @param {(el: Element) => boolean} isControl */
  const isOfAnother = (label, group, { choices }, isControl) => {
    const mine = new Set(choices.map((choice) => choice.el));
    const first = choices[0]?.el;
    return Boolean(first && label.compareDocumentPosition(first) & 4)
      && Array.from(group.querySelectorAll("*")).some((el) => isControl(el) && !mine.has(/** @type {HTMLElement} */ (el)) && label.compareDocumentPosition(el) & 4 && el.compareDocumentPosition(/** @type {Node} */ (first)) & 4);
  };

  /** @param {Control} control @param {HTMLElement} group @param {(el: Element) => boolean} isControl */
  const groupLabel = (control, group, isControl) => {
    const { choices } = control;
    const [labelled] = referred(group, "aria-labelledby");
    if (labelled && text(labelled)) return labelled;
    // A question's label inside the group that belongs to none of its choices.
    const loose = Array.from(group.querySelectorAll("label")).find((label) => !label.control && text(label) && !isOfAnother(label, group, control, isControl));
    const legend = group.localName === "fieldset" ? group.querySelector("legend") : null;
    if (legend && text(legend)) return loose && isBetween(legend, loose, choices[0]?.el) ? loose : legend;
    const told = group.getAttribute("aria-label");
    if (told) return document.createTextNode(told);
    return loose ?? beforeChoices(group, choices[0]?.el);
  };

  /** @param {Control} control @param {(el: Element) => boolean} isControl @returns {Node | null} */
  const named = (control, isControl) => {
    const { el, kind, group } = control;
    const isGroup = kind === "radio" || kind === "checkbox_group" || kind === "yes_no" || control.widget === "date_sections";
    if (group && (isGroup || kind === "file")) {
      const label = groupLabel(control, group, isControl);
      if (label || isGroup) return label;
    }
    if (isGroup) return null;
    for (const label of /** @type {HTMLInputElement} */ (el).labels ?? []) {
      if (!isRead(label, el) || isShared(label, el)) continue;
      if (kind === "file" && isFileWord(text(label, contains(label, el) ? el : null))) continue;
      return label;
    }
    const labelled = referred(el, "aria-labelledby").filter((part) => part !== el && !contains(el, part) && text(part) && !(kind === "file" && isFileWord(text(part))));
    const naming = labelled.filter((part, index) => index === 0 || !hints.isAside(part));
    if (naming.length === 1 && naming[0]) return naming[0];
    if (naming.length > 1) return document.createTextNode(naming.map((part) => text(part)).join(" "));
    const aria = el.getAttribute("aria-label");
    if (aria && !(kind === "file" && isFileWord(aria))) return document.createTextNode(aria);
    return null;
  };

  /** @param {string} words */
  const isFileWord = (words) => hints.isUploadLabel(clean(words));

  /**
   * The words on a drawn upload ("Choose your CV"), where they name the document and no better label does.
   * @param {Control} control
   */
  const uploadWords = ({ el }) => {
    const { labels } = /** @type {HTMLInputElement} */ (el);
    const words = [...(labels ?? []), ...referred(el, "aria-labelledby")].map((part) => text(part)).concat(el.getAttribute("aria-label") ?? "");
    const naming = words.find((one) => hints.namesDocument(one));
    return naming ? document.createTextNode(naming) : null;
  };

  /**
   * The label of several fields, which is `for` the first of them, where that one has another to itself (Jotform).
   * @param {Element} label @param {Element} el
   */
  const isShared = (label, el) =>
    label.id !== "" && (/** @type {HTMLInputElement} */ (el).labels?.length ?? 0) > 1
    && /** @type {Document} */ (label.getRootNode()).querySelectorAll(`[aria-labelledby~="${CSS.escape(label.id)}"]`).length > 1;

  /** @param {Element} label @param {Element} el */
  const isRead = (label, el) => text(label, contains(label, el) ? el : null) !== "" || text(label) !== "";

  /** @param {Control} control @param {(el: Element) => boolean} isControl */
  const description = (control, isControl) => {
    const from = control.group?.hasAttribute("aria-describedby") ? control.group : control.el;
    const told = referred(from, "aria-describedby").filter((part) => !ERROR_ID.test(part.id)).map((part) => text(part));
    if (told.some(Boolean)) return told.filter(Boolean).join(" ");
    const entry = closest(control.el, "[class*=field i], [class*=question i], fieldset, li");
    const beside = entry?.querySelector("[class*=description i]:not([class*=error i])");
    if (!entry || !beside || beside.contains(control.el)) return "";
    const mine = [control.el, ...control.choices.map((choice) => choice.el)];
    const isShared = Array.from(entry.querySelectorAll("input, select, textarea")).some((el) => isControl(el) && !mine.includes(/** @type {HTMLElement} */ (el)));
    return isShared ? "" : text(beside);
  };

  /** @param {Control} control */
  const isMarkedRequired = ({ el, group, choices }) => {
    const parts = [el, ...(group ? [group] : []), ...choices.map((choice) => choice.el)];
    if (parts.some((part) => /** @type {HTMLInputElement} */ (part).required === true || part.getAttribute("aria-required") === "true")) return true;
    // react-select puts the attribute on a hidden twin beside the control.
    return group?.querySelector(":scope > input[required][aria-hidden=true], :scope > div > input[required][aria-hidden=true]") != null;
  };

  /**
   * The mark that the page's style draws for a class on the field's wrapper, which holds no other field.
   * @param {Control} control @param {(el: Element) => boolean} isControl
   */
  const isWrappedRequired = ({ el, choices }, isControl) => {
    const mine = new Set([el, ...choices.map((choice) => choice.el)]);
    let up = parent(el);
    for (let level = 0; up && level < WRAPPERS_UP && !up.matches("form, body"); level += 1, up = parent(up)) {
      if (Array.from(up.querySelectorAll("*")).some((other) => isControl(other) && !mine.has(/** @type {HTMLElement} */ (other)))) return false;
      if (REQUIRED_CLASSES.some((name) => up?.classList.contains(name))) return true;
    }
    return false;
  };

  /**
   * What the sighted read before a field that has a name for screen readers: the same words with the mark of required,
   * which the name may lack, or the question of which a single word ("Day") names only a part.
   * @param {Control} control @param {string} label @param {(el: Element) => boolean} isControl
   */
  const forTheSighted = (control, label, isControl) => {
    const none = { isMarked: false, question: "" };
    if (!control.el.hasAttribute("aria-label") && !control.el.hasAttribute("placeholder")) return none;
    const found = nearby.before(control.el, control, isControl);
    if (!found) return none;
    const raw = text(found.el);
    const words = clean(raw);
    if (words === label) return { ...none, isMarked: found.starred || marksRequired(raw) };
    return /^\p{L}+$/u.test(label) ? { ...none, question: words } : none;
  };

  /** @type {ApplyOnceLabels["of"]} */
  const of = (control, isControl) => {
    const lever = leverQuestion(control.el);
    if (lever) return { ...lever, required: lever.required || isMarkedRequired(control), points_at: "" };
    let source = named(control, isControl);
    let isLoose = false;
    let texts = /** @type {string[]} */ ([]);
    let isStarred = false;
    if (!source && control.kind === "checkbox") {
      // The words of a lone checkbox stand behind it: a heading before it is that of a whole section.
      const words = own(control.el);
      source = words ? document.createTextNode(words) : null;
    }
    if (!source) {
      const start = control.choices.length > 0 && control.group ? control.group : control.el;
      const label = nearby.behind(control, isControl);
      const found = label ? { el: label, texts: [], starred: false } : nearby.before(start, control, isControl);
      source = found?.el ?? nearby.beforeForm(control);
      isStarred = found?.starred ?? false;
      isLoose = source !== null && !(isElement(source) && source.matches(nearby.NAMING));
      texts = found?.texts ?? [];
      const upload = control.kind === "file" && !(source && hints.namesDocument(text(source))) && (isLoose || !source) ? uploadWords(control) : null;
      if (upload) source = upload;
    }
    let raw = "";
    if (source) {
      const inside = isElement(source) && contains(source, control.el) && control.kind !== "checkbox" ? control.el : null;
      raw = inside ? text(source, inside) || text(source) : source.nodeType === 3 ? (source.nodeValue ?? "") : text(source);
    }
    raw ||= control.kind === "checkbox" ? own(control.el) : control.el.getAttribute("title") ?? "";
    const marked = source !== null && isElement(source)
      && (hasRequiredClass(source) || source.querySelector("[class*=required i]:not([class*=not-required i])") !== null);
    let label = clean(raw);
    const aside = /** @type {string[]} */ ([]);
    const hint = /** @type {HTMLInputElement} */ (control.el).placeholder ?? "";
    const placeholder = clean(hint);
    // A heading over several fields says less of each than a placeholder that names it.
    if (isLoose && source && placeholder && !hints.isExample(placeholder) && !hints.isOwn(source, control, isControl)) {
      aside.push(label);
      label = placeholder;
    }
    if (!label && control.kind !== "radio") label = placeholder;
    const sighted = forTheSighted(control, label, isControl);
    const pointsAt = source && isElement(source) && source.localName === "label" ? /** @type {HTMLLabelElement} */ (source) : null;
    return {
      label,
      description: [description(control, isControl), ...aside, ...texts, sighted.question].find(Boolean) ?? "",
      required: isMarkedRequired(control) || marked || isStarred || marksRequired(raw) || STARRED_WORDS.test(hint)
        || sighted.isMarked || isWrappedRequired(control, isControl),
      points_at: pointsAt && !pointsAt.control ? pointsAt.htmlFor : "",
    };
  };

  ns.labels = { of, text, clean, own };
})();
