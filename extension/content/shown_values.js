// The values that a page shows of what was filled: beside their names, or, on some boards (Indeed), without any.
(() => {
  if (applyonce.shownValues) return;

  const { options, tree, labels, meaning } = applyonce;

  const LABEL_CHARS = 300;
  const PAIR = /^([^:：]{1,200})[:：]\s*(\S.*)$/;
  const NOT_SHOWN = "script, style, select, textarea, button, applyonce-button";
  /** A summary is a short text with several of the values in it. */
  const SUMMARY_CHARS = 1_000;
  const SUMMARY_VALUES = 2;
  /** How far around the innermost such text the rest of it may stand. */
  const LEVELS_UP = 2;
  const VALUE_CHARS = 3;
  const BETWEEN = /\s*[·•|,;\n\t]\s*|\s+[–—-]\s+/;
  const NAMES = new Set(["given_name", "family_name"]);
  /** What can be told by its form alone: how a value of it looks, and how to find others in a text. */
  const SHAPES = [
    { of: /^\S+@\S+\.\S+$/, find: /[^\s<>()"',;|·•]+@[^\s<>()"',;|·•]+\.\p{L}{2,}/gu },
    { of: /^\+?[\d\s()./-]{7,}$/, find: /\+?\(?\d[\d\s()./-]{6,}\d/g },
    { of: /\.(pdf|docx?|odt|rtf|txt|pages)$/i, find: /[^\s·•|,;:][^·•|,;:\n]*\.(pdf|docx?|odt|rtf|txt|pages)(?!\p{L})/giu },
  ];

  /** @param {string} label */
  const nameOf = (label) => options.normalise(label);

  /** @type {ApplyOnceShownValues["beside"]} */
  function beside(form, names) {
    /** @type {Map<string, ShownValue[]>} */
    const found = new Map();
    /** @param {string} name @param {string} text @param {Element} el */
    const add = (name, text, el) => {
      if (!text || names.has(nameOf(text))) return;
      found.set(name, [...(found.get(name) ?? []), { text, el: /** @type {HTMLElement} */ (el) }]);
    };
    tree.walk(form, (el) => {
      if (el.matches(NOT_SHOWN)) return false;
      const text = el.textContent ?? "";
      if (!text || text.length > LABEL_CHARS * 2 || el.getClientRects().length === 0) return undefined;
      const said = labels.clean(text);
      const name = nameOf(said);
      if (names.has(name)) {
        add(name, labels.clean(textAfter(el)), el);
        return undefined;
      }
      const pair = el.childElementCount === 0 ? PAIR.exec(said) : null;
      if (pair && names.has(nameOf(pair[1] ?? ""))) add(nameOf(pair[1] ?? ""), pair[2] ?? "", el);
      return undefined;
    });
    return found;
  }

  /** @param {Element} el */
  function textAfter(el) {
    for (let node = el.nextSibling; node; node = node.nextSibling) {
      if ((node.nodeType === 1 || node.nodeType === 3) && node.textContent?.trim()) return node.textContent;
    }
    return "";
  }

  /**
   * Where several of these values are shown together: elsewhere an address or a number may be the employer's.
   * @param {Element} form @param {KnownValue[]} known
   */
  function summaries(form, known) {
    const values = known.filter(({ value }) => value.length >= VALUE_CHARS).sort((one, other) => other.value.length - one.value.length);
    /** @type {HTMLElement[]} */
    let found = [];
    tree.walk(form, (el) => {
      if (el.matches(NOT_SHOWN) || el.querySelector("input, select, textarea") || el.getClientRects().length === 0) return el.matches(NOT_SHOWN) ? false : undefined;
      if ((el.textContent ?? "").length > SUMMARY_CHARS || countIn(applyonce.boards.words(el), values) < SUMMARY_VALUES) return undefined;
      found = [...found.filter((outer) => !outer.contains(el)), /** @type {HTMLElement} */ (el)];
      return undefined;
    });
    return new Set(found.map((el) => around(el, form)));
  }

  /** A card has each value in a line of its own. @param {HTMLElement} el @param {Element} form */
  function around(el, form) {
    let widest = el;
    for (let level = 0, up = el.parentElement; up && up !== form && level < LEVELS_UP; level += 1, up = up.parentElement) {
      if ((up.textContent ?? "").length > SUMMARY_CHARS || up.querySelector("input, select, textarea")) break;
      widest = up;
    }
    return widest;
  }

  /** How many values a text shows; one within another (a name in an address) is none. @param {string} text @param {KnownValue[]} values longest first */
  function countIn(text, values) {
    let rest = ` ${options.normalise(text)} `;
    let count = 0;
    for (const { value } of values) {
      const words = ` ${options.normalise(value)} `;
      if (words.trim() === "" || !rest.includes(words)) continue;
      rest = rest.replace(words, " | ");
      count += 1;
    }
    return count;
  }

  /** @param {string} text @param {string} value */
  function isIn(text, value) {
    return ` ${options.normalise(text)} `.includes(` ${options.normalise(value)} `);
  }

  /** @type {ApplyOnceShownValues["instead"]} */
  function instead(form, known) {
    /** @type {Map<string, ShownValue>} */
    const found = new Map();
    for (const el of summaries(form, known)) {
      const text = applyonce.boards.words(el, "\n");
      for (const each of known) {
        const shown = NAMES.has(each.meaning) ? otherName(text, each, known) : isIn(text, each.value) ? null : sameShape(text, each);
        if (shown) found.set(each.label, { text: shown, el });
      }
    }
    return found;
  }

  /** @param {string} text @param {KnownValue} known */
  function sameShape(text, { value, kind }) {
    const shape = SHAPES.find(({ of }) => of.test(value));
    const shown = shape ? [...text.matchAll(shape.find)].map(([each]) => each.trim()) : [];
    return shown.some((each) => meaning.agrees(value, each, kind)) ? null : (shown[0] ?? null);
  }

  /**
   * A person's name of which only the other half is as it was filled.
   * @param {string} text @param {KnownValue} half @param {KnownValue[]} known
   */
  function otherName(text, half, known) {
    const other = known.find((each) => NAMES.has(each.meaning) && each.meaning !== half.meaning);
    const bare = SHAPES.reduce((rest, { find }) => rest.replace(find, ""), text);
    if (!other || isIn(bare, half.value)) return null;
    const whole = bare.split(BETWEEN).find((part) => isIn(part, other.value));
    const rest = whole ? options.normalise(whole).replace(options.normalise(other.value), "").trim() : "";
    // An initial stands for the name.
    return whole && rest.length > 1 && !/\d/.test(rest) ? whole : null;
  }

  applyonce.shownValues = { beside, instead };
})();
