// What is this page? A board's structure, a JobPosting, or a form that can only be an application; and when the answer may
// have changed (single-page boards put another job under the same document).
(() => {
  if (applyonce.detect) return;

  const SETTLE_MS = 150;
  const MAX_TITLE = 300;
  const MIN_SIDE_PX = 100;
  /** A posting for many places names them all, and its country follows from them. */
  const MAX_LOCATION = 2_000;

  /**
   * @param {Document} doc
   * @param {URL} address
   * @param {boolean} forced the user said that this page is a job
   * @returns {SeenJob | null}
   */
  function look(doc, address, forced) {
    if (!/^https?:$/.test(address.protocol)) return null;
    const board = applyonce.boards.of(doc, address);
    if (!board) return null;
    const postings = applyonce.jsonLd.postings(doc);
    const single = postings.length === 1 ? postings[0] : undefined;
    const told = single ? applyonce.jsonLd.facts(single) : { title: "", company: "", location: "" };
    const shown = board.posting(doc, address) ?? (forced ? { title: doc.title, company: "", location: "" } : null);
    if (!shown) return null;
    return {
      url: address.href,
      title: (shown.title || told.title || doc.title).slice(0, MAX_TITLE),
      company: (told.company || shown.company).slice(0, MAX_TITLE),
      location: (told.location || shown.location).slice(0, MAX_LOCATION),
      json_ld: withOthers(single, board.alsoAt?.(doc, address) ?? []),
      board,
      form: board.form(doc) ?? (forced ? applyonce.forms.largest(doc) : null),
      step: board.step?.(doc, address) ?? "",
      continues: board.continues?.(doc, address) ?? false,
    };
  }

  /**
   * @param {{[name: string]: Json} | undefined} posting
   * @param {string[]} others addresses under which the board has the same job
   * @returns {Json[]}
   */
  function withOthers(posting, others) {
    if (others.length === 0) return posting ? [posting] : [];
    return [{ "@type": "JobPosting", ...posting, sameAs: others }];
  }

  /**
   * Calls back when the document may show something else: another address, or new structure. Bursts are gathered, and
   * a page that never rests is looked at in steps.
   * @param {() => void} onChange
   * @returns {() => void} stops it
   */
  function watch(onChange) {
    let address = location.href;
    let timer = 0;
    function soon() {
      if (!timer) timer = setTimeout(run, SETTLE_MS);
    }
    function run() {
      timer = 0;
      address = location.href;
      watchRoots();
      onChange();
    }
    /** What happens in a shadow root is not seen from outside. @type {WeakSet<Node>} */
    const watched = new WeakSet();
    function watchRoots() {
      const board = applyonce.boards.of(document, new URL(address));
      for (const root of board?.roots?.(document) ?? []) {
        if (watched.has(root)) continue;
        watched.add(root);
        structure.observe(root, { childList: true, subtree: true });
      }
      opening.disconnect();
      const unopened = board?.unopened?.(document);
      if (unopened) opening.observe(unopened);
    }
    /** A dialog that opens changes a class and no structure; but what stands in it gets a size. */
    const opening = new ResizeObserver(soon);
    const structure = new MutationObserver((records) => {
      if (location.href !== address || records.some((record) => record.addedNodes.length + record.removedNodes.length > 0)) soon();
    });
    structure.observe(document, { childList: true, subtree: true }); // not its root: a page may write itself anew
    watchRoots();
    const navigation = /** @type {any} */ (globalThis).navigation;
    navigation?.addEventListener?.("currententrychange", soon);
    window.addEventListener("popstate", soon);
    window.addEventListener("hashchange", soon);
    return () => {
      clearTimeout(timer);
      structure.disconnect();
      opening.disconnect();
      navigation?.removeEventListener?.("currententrychange", soon);
      window.removeEventListener("popstate", soon);
      window.removeEventListener("hashchange", soon);
    };
  }

  /** How many controls the form has that the user may mean on this page; none in a frame that nobody sees. */
  function formSize() {
    const form = applyonce.boards.of(document, new URL(location.href))?.form(document) ?? applyonce.forms.largest(document);
    return form && innerWidth >= MIN_SIDE_PX && innerHeight >= MIN_SIDE_PX ? applyonce.forms.all(form, "input:not([type=hidden]), select, textarea").length : 0;
  }

  applyonce.detect = { look, watch, formSize };
})();
