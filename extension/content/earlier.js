// What was filled on earlier pages of a form is looked at again on the page that sends it: a résumé's parser may have
// overwritten a page that was left already, and the board sends what it holds, not what was read back then. Compared is
// what the board shows, as a text beside the field's name or in a control that is still there; what it does not show
// has no verdict.
(() => {
  if (applyonce.earlier) return;

  const { options, tree, labels, journal, standing, boards, handles, verify, typed } = applyonce;

  const LABEL_CHARS = 300;
  const PAIR = /^([^:：]{1,200})[:：]\s*(\S.*)$/;
  /** A value that is not shown whole. */
  const SHORTENED = /[*•]{2}|…\s*$|\.{3}\s*$/;
  const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
  const PHONE_DIGITS = 6;
  /** What a person writes is shown as they wrote it; what they choose may be shown in other words. */
  const WRITTEN = new Set(["text", "email", "tel", "url", "textarea", "number"]);
  /** Long enough to be read before a press means "send it all the same". */
  const READING_MS = 1_200;

  /** Pages of the form that were filled and left in this document. @type {{application_id: string, step: string, parts: FilledPage["parts"]}[]} */
  let pages = [];
  /** Fields that the board has changed, until their page is shown again. @type {Set<string>} */
  let asked = new Set();
  /** What the user was told, and when. */
  let told = { what: "", at: -Infinity };

  /** @param {Holding} holding @param {string} step @param {FilledPage} page */
  function keep({ application_id }, step, { parts }) {
    pages = pages.filter((each) => each.application_id === application_id && each.step !== step);
    pages.push({ application_id, step, parts });
  }

  /** @param {string} label */
  const nameOf = (label) => options.normalise(label);

  /**
   * @param {string} wanted @param {string} shown @param {string} kind
   */
  function agrees(wanted, shown, kind) {
    const [want, have] = [options.normalise(wanted), options.normalise(shown)];
    if (!want || !have || SHORTENED.test(shown)) return true;
    if (` ${have} `.includes(` ${want} `)) return true;
    const [yes, is] = [options.yesNo(wanted), options.yesNo(shown)];
    if (yes) return is === null || yes === is;
    const [digits, others] = [wanted.replace(/\D/g, ""), shown.replace(/\D/g, "")];
    if (ISO_DATE.test(wanted)) return numbers(shown).length < 3 || String(numbers(wanted)) === String(numbers(shown));
    const isNumber = kind === "tel" || (digits.length >= PHONE_DIGITS && /^[\d\s()+./-]+$/.test(wanted));
    if (isNumber) return others.length >= PHONE_DIGITS && (others.endsWith(digits.replace(/^0+/, "")) || digits.endsWith(others.replace(/^0+/, "")));
    return !WRITTEN.has(kind) && ` ${want} `.includes(` ${have} `);
  }

  /** @param {string} text */
  function numbers(text) {
    return (text.match(/\d+/g) ?? []).map(Number).sort((one, other) => one - other);
  }

  /**
   * What stands beside each of these names.
   * @param {Element} form
   * @param {Set<string>} names
   * @returns {Map<string, {text: string, el: HTMLElement}[]>}
   */
  function shownIn(form, names) {
    /** @type {Map<string, {text: string, el: HTMLElement}[]>} */
    const found = new Map();
    /** @param {string} name @param {string} text @param {Element} el */
    const add = (name, text, el) => {
      if (!text || names.has(nameOf(text))) return;
      found.set(name, [...(found.get(name) ?? []), { text, el: /** @type {HTMLElement} */ (el) }]);
    };
    tree.walk(form, (el) => {
      if (el.matches("script, style, select, textarea, applyonce-button")) return false;
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

  /** @returns {ChangedField[]} none where this is not the page that sends, or where all is as it was filled */
  function changed() {
    const { seen, holding } = standing.now;
    if (!holding || !seen?.board.next) return [];
    const form = seen.form?.isConnected ? seen.form : seen.board.form(document);
    if (!form || boards.submits(seen.board, form).length === 0) return [];
    const here = new Set(applyonce.describe.form(form).fields.map(({ label, name }) => nameOf(label || name)));
    const before = journal.known(holding.application_id).filter(({ label, value }) => value !== "" && !here.has(nameOf(label)));
    const shown = shownIn(form, new Set(before.map(({ label }) => nameOf(label)).filter(Boolean)));
    /** @type {ChangedField[]} */
    const found = [];
    for (const { label, value, kind } of before) {
      const said = shown.get(nameOf(label)) ?? [];
      const [first] = said;
      if (first && !said.some(({ text }) => agrees(value, text, kind))) found.push({ text: label.slice(0, 160), shown: first.text.slice(0, 160), el: first.el });
    }
    found.push(...stillThere(holding, seen.step).filter(({ text }) => !found.some((each) => each.text === text)));
    asked = new Set(found.map(({ text }) => nameOf(text)));
    return found;
  }

  /**
   * Forms that only hide the pages that were left: their controls can still be read.
   * @param {Holding} holding @param {string} step
   * @returns {ChangedField[]}
   */
  function stillThere({ application_id }, step) {
    const left = pages.filter((each) => each.application_id === application_id && each.step !== step);
    return left.flatMap(({ parts }) => parts).flatMap(({ description, values }) => values.flatMap((planned) => {
      const control = description.handles.get(planned.id)?.control;
      if (!control?.el.isConnected || control.kind === "file" || typed.byUser(control) || handles.resolve(description, planned.id) !== control) return [];
      const { outcome, value } = verify.outcome(description, planned);
      const { label = "", name = "" } = description.handles.get(planned.id)?.field ?? {};
      return outcome === "changed_by_page" ? [{ text: (label || name || "A field").slice(0, 160), shown: value.slice(0, 160), el: control.el }] : [];
    }));
  }

  /** @param {ChangedField} field */
  function why({ shown }) {
    return shown ? `The board now has “${shown}”. Go back to its page: it is filled again there` : "The board has emptied it. Go back to its page: it is filled again there";
  }

  /**
   * The page of a field that was found changed is shown again: it is to be filled anew, once.
   * @param {Element | null} form
   */
  function isAskedFor(form) {
    if (asked.size === 0 || !form?.isConnected) return false;
    const here = applyonce.describe.form(form).fields.map(({ label, name }) => nameOf(label || name)).filter((name) => asked.has(name));
    for (const name of here) asked.delete(name);
    return here.length > 0;
  }

  /** Told what differs, the user presses again if it shall be sent all the same. @returns {boolean} whether this press was too soon */
  function tellFirst() {
    const found = changed();
    const what = JSON.stringify([standing.now.holding?.application_id, found.map(({ text, shown }) => [text, shown])]);
    if (found.length === 0 || (told.what === what && performance.now() - told.at > READING_MS)) return false;
    if (told.what !== what) told = { what, at: performance.now() };
    applyonce.ui.note(applyonce.words.changed(found.map((field) => ({ text: field.text, why: why(field), state: "changed_by_page", jump: () => field.el.scrollIntoView({ block: "center" }) }))));
    return true;
  }

  applyonce.earlier = { keep, changed, why, isAskedFor, tellFirst };
})();
