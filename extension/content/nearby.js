// What stands around a field that names no label of its own: the words that a person would read for it.
(() => {
  const ns = (globalThis.applyonce ??= /** @type {ApplyOnce} */ ({}));
  const { parent, isElement } = ns.tree;
  const { hints } = ns;

  const LEVELS_UP = 9;
  const MAX_SENTENCE_CHARS = 200;
  const NAMING = "label, legend, [class*=label i], [class*=question i]";
  const LABEL_LIKE = `${NAMING}, h1, h2, h3, h4, h5, h6, [class*=title i], dt, th`;
  const DRAWN = "[role=radio], [role=checkbox], [role=switch], [contenteditable=true], [contenteditable='']";
  const INLINE = /^(a|abbr|b|bdi|em|font|i|mark|small|span|strong|sub|sup|u)$/;
  const STAR = /^[*✱﹡＊∗]$/;
  /** Written right before its control, it names it, whatever label heads the lines above: "mobile: <input>". */
  const COLON = /\p{L}{2}\W{0,3}:\s*$/u;
  const NO_NAME = /^\W*(e\.?g|i\.?e|example|format|note|hint|beispiel|hinweis|z\.? ?b|exemple|ejemplo|esempio)\b/i;
  /** Drawn before the input of an address, as its first part. */
  const URL_HEAD = /^\s*https?:\/\/(www\.)?\s*$/i;

  /** @param {Node} from */
  const text = (from) => ns.labels.text(from);

  /**
   * What stands before a control, as a person reads it: a label nearby that belongs to no other control, else the
   * nearest text. Climbs until another control comes into sight.
   * @type {ApplyOnceNearby["before"]}
   */
  const before = (start, control, isControl) => {
    const mine = new Set([control.el, ...control.choices.map((choice) => choice.el)]);
    /** @param {Element} el */
    const holdsOther = (el) => {
      const inside = [el, ...el.querySelectorAll("*")];
      return inside.some((candidate) => (isControl(candidate) || candidate.matches(DRAWN)) && !mine.has(/** @type {HTMLElement} */ (candidate)));
    };
    const isWords = (/** @type {string} */ words) => /[\p{L}\p{N}]/u.test(words) && !URL_HEAD.test(words) && !(control.kind === "file" && hints.isUploadWord(ns.labels.clean(words)));
    /** The nearest text, should no label stand there. @type {Node | null} */
    let plain = null;
    /** What only helps with the field, should nothing beside it name it. @type {Node | null} */
    let hint = null;
    const texts = /** @type {string[]} */ ([]);
    let starred = false;
    let node = /** @type {Element | null} */ (start);
    for (let level = 0; node && level < LEVELS_UP; level += 1, node = parent(node)) {
      if (node.localName === "form" || node.localName === "body") break;
      const column = plain || hint ? null : underHead(node);
      if (column) return column;
      const wanted = plain || hint ? NAMING : LABEL_LIKE;
      for (let sibling = node.previousSibling; sibling; sibling = sibling.previousSibling) {
        if (!isElement(sibling)) {
          if (sibling.nodeType === 3 && isWords(sibling.nodeValue ?? "")) plain ??= inlineRun(sibling, holdsOther);
          continue;
        }
        if (holdsOther(sibling)) {
          plain ??= hint;
          return plain ? { el: plain, texts, starred } : rowHeader(node, holdsOther);
        }
        if (hints.NO_TEXT.has(sibling.localName)) continue;
        const label = sibling.matches(wanted) && !sibling.matches(hints.EXPLAINING) ? sibling : sibling.querySelector("label, legend");
        const words = text(label ?? sibling);
        if (!isWords(words)) {
          starred ||= !plain && STAR.test(words);
          continue;
        }
        const nearest = plain ?? hint;
        if (label && plain && isNamedBy(plain, start)) return { el: plain, texts: [text(label), ...texts], starred };
        if (label) return { el: label, texts: nearest ? [text(nearest), ...texts] : texts, starred };
        if (!plain && hint && hints.isTitle(sibling, words)) plain = hint;
        if (!plain && !hint && hints.isHint(sibling, words)) {
          hint = inlineRun(sibling, holdsOther);
          continue;
        }
        if (plain) texts.push(words);
        else if (hint) texts.push(text(hint));
        plain ??= inlineRun(sibling, holdsOther);
      }
      plain ??= hint;
      const host = node.parentNode?.nodeType === 11 ? parent(node) : null;
      const told = host?.getAttribute("label") ?? host?.getAttribute("aria-label");
      if (told) return { el: document.createTextNode(told), texts, starred };
    }
    return plain ? { el: plain, texts, starred } : null;
  };

  /** @param {Node} plain @param {Element} start */
  const isNamedBy = (plain, start) => {
    const words = plain.nodeValue ?? "";
    return plain === start.previousSibling && COLON.test(words) && !NO_NAME.test(words);
  };

  /**
   * A floating label stands behind its control, in a wrapper of the two alone: the only label there, pointing nowhere.
   * @type {ApplyOnceNearby["behind"]}
   */
  const behind = ({ el, kind, choices }, isControl) => {
    if (choices.length > 0) return null;
    const wrapper = [el.parentElement, el.parentElement?.parentElement].find((up) => up?.querySelector("label"));
    if (!wrapper || wrapper.matches("form, fieldset, body")) return null;
    const labels = wrapper.querySelectorAll("label");
    const [label] = labels;
    if (!label || labels.length > 1 || label.control || label.htmlFor || label.matches(hints.EXPLAINING) || !(el.compareDocumentPosition(label) & 4)) return null;
    if (Array.from(wrapper.querySelectorAll("*")).some((other) => other !== el && (isControl(other) || other.matches(DRAWN)))) return null;
    const above = wrapper.previousElementSibling;
    const loose = above?.matches("label") ? above : above?.querySelector("label");
    // Where a label heads the control's column, the one behind it is a unit or a hint.
    if (above && loose && !(/** @type {HTMLLabelElement} */ (loose).control) && !above.querySelector("input, select, textarea")) return null;
    const range = el.ownerDocument.createRange();
    range.setStart(wrapper, 0);
    range.setEndBefore(el);
    const words = text(label);
    return /\p{L}/u.test(range.toString()) || !words || (kind === "file" && hints.isUploadLabel(ns.labels.clean(words))) ? null : label;
  };

  /**
   * A sentence whose words are partly set off ("Are you <b>over</b> 18?") is one text.
   * @param {Node} last
   * @param {(el: Element) => boolean} holdsOther
   * @returns {Node}
   */
  const inlineRun = (last, holdsOther) => {
    const run = [last];
    for (let node = last.previousSibling; node; node = node.previousSibling) {
      if (isElement(node) && (!INLINE.test(node.localName) || holdsOther(node))) break;
      run.unshift(node);
    }
    const isMixed = run.some((node) => node.nodeType === 3 && text(node)) && run.some((node) => isElement(node));
    return isMixed ? document.createTextNode(run.map((node) => (node.nodeType === 3 ? node.nodeValue : isElement(node) ? text(node) : "")).join(" ")) : last;
  };

  /**
   * In a table of rows to fill in ("Company", "From", "To") the column's head says what a cell takes: the nearest row above
   * with as many cells and no control. The row's own head, if it has one and the corner says what such heads are ("Stage"),
   * says of what ("School"); under an empty corner the rows are the questions.
   * @param {Element} cell
   */
  const underHead = (cell) => {
    const row = cell.localName === "td" ? cell.closest("tr") : null;
    const rows = Array.from(row?.closest("table")?.rows ?? []);
    const first = row?.cells[0];
    if (!row || !first || row.cells.length < 2) return null;
    const above = rows.slice(0, rows.indexOf(row)).reverse().find((other) => !isFilledIn(other));
    const head = above?.cells.length === row.cells.length ? above.cells[Array.from(row.cells).indexOf(/** @type {HTMLTableCellElement} */ (cell))] : null;
    if (!above?.cells[0] || !head || !text(head)) return null;
    if (first === cell || isFilledIn(first)) return { el: /** @type {Node} */ (head), texts: [], starred: false };
    const answers = Array.from(row.cells).slice(1);
    const isList = text(above.cells[0]) !== "" && text(first) !== "" && answers.filter(isFilledIn).length > 1 && answers.every((each) => isFilledIn(each) || !text(each));
    return isList ? { el: document.createTextNode(`${text(head)} (${text(first)})`), texts: [], starred: false } : null;
  };

  /** @param {Element} el */
  const isFilledIn = (el) => el.querySelector("input:not([type=hidden]), select, textarea") !== null;

  /**
   * A file field without a word, the only one of its form: what the page says before the form of the document.
   * @type {ApplyOnceNearby["beforeForm"]}
   */
  const beforeForm = ({ el, kind }) => {
    const form = el.closest("form");
    if (kind !== "file" || !form || form.querySelectorAll("input[type=file]").length !== 1) return null;
    for (let above = form.previousElementSibling; above && !isFilledIn(above); above = above.previousElementSibling) {
      const words = text(above);
      if (words.length <= MAX_SENTENCE_CHARS && hints.namesDocument(words)) return above;
    }
    return null;
  };

  /**
   * In a table of answers the question stands at the head of the row, whatever cells lie between; the column's head says more.
   * @param {Element} cell
   * @param {(el: Element) => boolean} holdsOther
   */
  const rowHeader = (cell, holdsOther) => {
    const row = cell.localName === "td" ? cell.closest("tr") : null;
    const head = row?.cells[0];
    if (!head || holdsOther(head) || !text(head)) return null;
    const above = row.closest("table")?.rows[0];
    const column = above && above !== row ? above.cells[Array.from(row.cells).indexOf(/** @type {HTMLTableCellElement} */ (cell))] : null;
    return { el: /** @type {Node} */ (head), texts: column && !holdsOther(column) && text(column) ? [text(column)] : [], starred: false };
  };

  ns.nearby = { NAMING, before, behind, beforeForm };
})();
