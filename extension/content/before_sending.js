// What the user is told at a press of Submit before it sends: that the form is still being filled, or that the page has changed
// what was filled. A second press, once the words were read, sends it as it stands: the user has the last word.
(() => {
  if (applyonce.beforeSending) return;

  const { earlier, marks, fill, words } = applyonce;

  /** What the user was told, and when. */
  let told = { what: "", at: -Infinity };

  /**
   * What the page that sends has otherwise than it was filled, here and on the pages before; as it stands now.
   * @returns {(NoteItem & {shown: string})[]}
   */
  function changed() {
    const before = earlier.changed({ fresh: true }).map((field) => ({
      text: field.text, shown: field.shown, why: earlier.why(field), jump: () => field.el.scrollIntoView({ block: "center" }),
    }));
    const here = marks.changed().map(({ key, text, shown, why }) => ({ text, shown, why, jump: () => void marks.jump(key) }));
    return [...before, ...here].map((each) => ({ ...each, state: /** @type {const} */ ("changed_by_page") }));
  }

  /** @returns {boolean} whether this press was too soon */
  function tellFirst() {
    const isFilling = fill.isRunning();
    const found = isFilling ? [] : changed();
    if (!isFilling && found.length === 0) return false;
    const what = JSON.stringify([applyonce.standing.now.holding?.application_id, isFilling, found.map(({ text, shown }) => [text, shown])]);
    if (told.what === what && performance.now() - told.at > words.READING_MS) return false;
    if (told.what !== what) told = { what, at: performance.now() };
    applyonce.ui.note(isFilling ? words.stillFilling() : words.changed(found));
    return true;
  }

  applyonce.beforeSending = { changed, tellFirst };
})();
