// What was filled on earlier pages of a form is looked at again on the page that sends it: a résumé's parser may have
// overwritten a page that was left already, and the board sends what it holds, not what was read back then. Compared is
// what the board shows: as a text beside the field's name, among other values without any, or in a control that is still
// there; what it does not show has no verdict.
(() => {
  if (applyonce.earlier) return;

  const { options, journal, standing, boards, handles, verify, typed, meaning, shownValues } = applyonce;

  /** Pages of the form that were filled and left in this document. @type {{application_id: string, step: string, parts: FilledPage["parts"]}[]} */
  let pages = [];
  /** Fields that the board has changed, until their page is shown again. @type {Set<string>} */
  let asked = new Set();
  /** What was found in the texts of a page, until it shows something else. @type {{form: Element, of: string, found: ChangedField[]} | null} */
  let looked = null;
  /** @type {(() => void)[]} */
  const listeners = [];

  const observer = new MutationObserver(() => {
    looked = null;
    for (const each of listeners) each();
  });
  applyonce.onStop(() => observer.disconnect());

  /** @param {Holding} holding @param {string} step @param {FilledPage} page */
  function keep({ application_id }, step, { parts }) {
    pages = pages.filter((each) => each.application_id === application_id && each.step !== step);
    pages.push({ application_id, step, parts });
  }

  /** @param {string} label */
  const nameOf = (label) => options.normalise(label);

  /**
   * Its texts are read again only when the page has changed; `fresh`: now, whatever was seen before.
   * @param {{fresh?: boolean}} [how]
   * @returns {ChangedField[]} none where this is not the page that sends, or where all is as it was filled
   */
  function changed({ fresh = false } = {}) {
    const { seen, holding } = standing.now;
    if (!holding || !seen?.board.next) return [];
    const form = seen.form?.isConnected ? seen.form : seen.board.form(document);
    if (!form || boards.submits(seen.board, form).length === 0) return [];
    const of = `${holding.application_id} ${seen.step}`;
    if (fresh || looked?.form !== form || looked.of !== of) looked = { form, of, found: read(form, holding) };
    watch(form, seen.board);
    const found = [...looked.found];
    found.push(...stillThere(holding, seen.step).filter(({ text }) => !found.some((each) => each.text === text)));
    asked = new Set(found.map(({ text }) => nameOf(text)));
    return found;
  }

  /** @param {Element} form @param {Board} board */
  function watch(form, board) {
    observer.takeRecords();
    for (const root of [form, ...(board.roots?.(document) ?? [])]) {
      observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["class", "style", "hidden"] });
    }
  }

  /**
   * What the page shows in words.
   * @param {Element} form @param {Holding} holding
   * @returns {ChangedField[]}
   */
  function read(form, { application_id }) {
    const here = new Set(applyonce.describe.form(form).fields.map(({ label, name }) => nameOf(label || name)));
    const meanings = meaningsOf(application_id);
    const before = journal.known(application_id)
      .filter(({ label, value }) => value !== "" && !here.has(nameOf(label)))
      .map((each) => ({ ...each, meaning: meanings.get(each.label) ?? "" }));
    const shown = shownValues.beside(form, new Set(before.map(({ label }) => nameOf(label)).filter(Boolean)));
    const unnamed = before.filter(({ label }) => !shown.has(nameOf(label)));
    const instead = shownValues.instead(form, unnamed);
    return before.flatMap(({ label, value, kind }) => {
      const said = shown.get(nameOf(label));
      const other = said ? (said.some(({ text }) => meaning.agrees(value, text, kind)) ? undefined : said[0]) : instead.get(label);
      return other ? [{ text: label.slice(0, 160), shown: other.text.slice(0, 160), el: other.el }] : [];
    });
  }

  /** What the fields of the pages before were taken to ask for, by their label. @param {string} applicationId */
  function meaningsOf(applicationId) {
    const parts = pages.filter((each) => each.application_id === applicationId).flatMap((each) => each.parts);
    return new Map(parts.flatMap(({ description, values }) => values.map(({ id, meaning: asks = "" }) => [description.handles.get(id)?.field.label ?? "", asks])));
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

  applyonce.earlier = {
    keep, changed, why, isAskedFor,
    onChange(listener) {
      listeners.push(listener);
    },
  };
})();
