// What has been filled so far, page after page: kept with the companion as the application's draft, so that a reload, a
// log-in or a captcha costs nothing, and so that what was sent on earlier pages is part of the evidence. Only what was
// read back, or typed by the user, goes in: a value that the page has put there does not.
(() => {
  if (applyonce.journal) return;

  const { wire, standing } = applyonce;

  const SAVE_AFTER_MS = 700;
  const MAX_FIELDS = 1_000;
  const RESTORED = new Set(["text", "email", "tel", "url", "number", "date", "textarea", "select", "combobox", "radio", "yes_no"]);

  /** @type {Map<string, SentField>} */
  let entries = new Map();
  /** What kind of field each was, where this document has seen it. @type {Map<string, string>} */
  const kinds = new Map();
  /** The application that they belong to. */
  let of = "";
  /** @type {{of: string, loaded: Promise<void>} | null} */
  let loading = null;
  let timer = 0;

  /** @param {Field} field */
  function nameOf(field) {
    return (field.label || field.name || field.dom_id).slice(0, 1_000);
  }

  /**
   * Take up the draft of what this tab holds; once for each application in this document.
   * @param {Holding} holding
   */
  async function begin({ application_id, fence }) {
    if (of === application_id) return;
    if (loading?.of !== application_id) loading = { of: application_id, loaded: load({ application_id, fence }) };
    const mine = loading;
    try {
      await mine.loaded;
    } finally {
      if (loading === mine) loading = null;
    }
  }

  /** Not begun before it is here: what was noted on an empty page would be kept in its place. @param {{application_id: string, fence: number}} holder */
  async function load({ application_id, fence }) {
    const { fields } = await wire.call("draft", { application_id, fence });
    of = application_id;
    entries = new Map(fields.map((/** @type {SentField} */ field) => [field.label, field]));
    kinds.clear();
  }

  /**
   * @param {Field} field
   * @param {string} value
   * @param {{document_id?: string, sha256?: string}} [document]
   */
  function note(field, value, document = {}) {
    const label = nameOf(field);
    if (!label || entries.size >= MAX_FIELDS) return;
    entries.set(label, { label, value: value.slice(0, 20_000), ...document });
    kinds.set(label, field.kind);
    saveSoon();
  }

  /**
   * The draft's values for the fields of a page.
   * @param {Field[]} fields
   * @returns {PlannedField[]}
   */
  function restored(fields) {
    const labels = fields.map(nameOf);
    return fields.flatMap((field, index) => {
      const entry = entries.get(labels[index] ?? "");
      const isOnly = labels.indexOf(labels[index] ?? "") === labels.lastIndexOf(labels[index] ?? "");
      if (!entry?.value || entry.document_id || !isOnly || !RESTORED.has(field.kind)) return [];
      if (field.options.length > 0 && !field.options.includes(entry.value)) return [];
      return [{ id: field.id, value: entry.value }];
    });
  }

  /**
   * What was read back or typed so far, on this page and those before it.
   * @param {string} applicationId
   * @returns {(SentField & {kind: string})[]}
   */
  function known(applicationId) {
    return of === applicationId ? [...entries.values()].map((entry) => ({ ...entry, kind: kinds.get(entry.label) ?? "" })) : [];
  }

  /**
   * The whole application as it stands: earlier pages from the journal, this page as read back now.
   * @param {Element | null} form
   * @param {{application_id: string} | null} under
   * @param {SentField[]} [before]
   * @returns {SentField[]}
   */
  function sent(form, under, before) {
    const mine = under && under.application_id === of ? entries : [];
    const all = new Map(before ? before.map((field) => [field.label, field]) : mine);
    for (const [, { control, field }] of form ? applyonce.describe.form(form).handles : []) {
      if (!field.value) continue;
      const label = nameOf(field);
      const known = all.get(label);
      const sha256 = field.kind === "file" ? applyonce.fileHash.read(control.el) : null;
      const isSame = known?.document_id !== undefined && known.value === field.value && (sha256 === null || sha256 === known.sha256);
      all.set(label, isSame && known ? known : { label, value: String(field.value).slice(0, 20_000), ...(sha256 ? { sha256 } : {}) });
    }
    return [...all.values()];
  }

  function saveSoon() {
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = 0;
      void save();
    }, SAVE_AFTER_MS);
  }

  async function save() {
    const { holding } = standing.now;
    if (!holding || holding.application_id !== of || holding.phase !== "filling") return;
    await keep(holding, [...entries.values()]);
  }

  /**
   * @param {{application_id: string, fence: number}} holder
   * @param {SentField[]} fields
   */
  async function keep({ application_id, fence }, fields) {
    try {
      await wire.call("save_draft", { application_id, fence, fields });
    } catch (error) {
      if (!(error instanceof applyonce.CallError)) throw error;
      standing.learn(error);
    }
  }

  // What the user types is theirs to find again.
  let typedTimer = 0;
  /** @param {Event} event */
  function onInput(event) {
    if (!event.isTrusted || applyonce.events?.writing) return;
    const { holding } = standing.now;
    if (!holding || holding.phase !== "filling") return;
    clearTimeout(typedTimer);
    typedTimer = setTimeout(() => {
      typedTimer = 0;
      void noteTyped(holding.application_id);
    }, SAVE_AFTER_MS);
  }

  /** @param {string} applicationId */
  async function noteTyped(applicationId) {
    const { seen, holding } = standing.now;
    if (!seen?.form?.isConnected || holding?.application_id !== applicationId) return;
    try {
      await begin(holding);
    } catch (error) {
      if (!(error instanceof applyonce.CallError)) throw error;
      return;
    }
    const description = applyonce.describe.form(seen.form);
    void applyonce.learning?.note(holding, description);
    for (const [, { control, field }] of description.handles) {
      if (field.kind === "file" || !applyonce.typed.byUser(control)) continue;
      if (field.value) note(field, field.value);
      else entries.delete(nameOf(field));
    }
  }

  /** A press may lead away from what was just typed. @param {Event} event */
  function onPress(event) {
    const { holding } = standing.now;
    if (!event.isTrusted || !typedTimer || !holding) return;
    clearTimeout(typedTimer);
    typedTimer = 0;
    void noteTyped(holding.application_id);
  }

  /** Or the page is loaded again: what waits to be kept is kept now. */
  function onPageHide() {
    const { holding } = standing.now;
    if (typedTimer && holding) void noteTyped(holding.application_id).then(save);
    else if (timer) void save();
    clearTimeout(typedTimer);
    clearTimeout(timer);
    typedTimer = timer = 0;
  }

  applyonce.listen("input", onInput, true);
  applyonce.listen("change", onInput, true);
  applyonce.listen("pointerdown", onPress, true);
  applyonce.listen("pagehide", onPageHide);
  applyonce.onStop(() => {
    clearTimeout(timer);
    clearTimeout(typedTimer);
  });
  applyonce.journal = { begin, note, restored, known, sent, keep };
})();
