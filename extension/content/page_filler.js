// Fills the page of the form that is shown: describe, plan, fill, and again for what a choice has revealed, until nothing
// new is asked.
(() => {
  if (applyonce.pageFiller) return;

  const { wire, standing, ui, journal } = applyonce;

  const READY_QUIET_MS = 300;
  const READY_MAX_MS = 5_000;
  const PROGRESS_MS = 400;
  /** A choice may reveal a question whose choice reveals another; no form goes on for long. */
  const MAX_ROUNDS = 5;
  /** A message to the companion holds 1 MB; what a field is asked with is well below. */
  const PLAN_CHARS = 250_000;
  const ACCOUNTS_OWN = new Set(["email", "phone", "phone_country", "given_name", "family_name", "full_name", "country", "city", "location"]);

  /** Of the application's pages that were filled before this one, in this document. */
  let before = { application_id: "", filled: 0, total: 0 };

  /** @param {Holding} holding */
  function reporter({ application_id, fence }) {
    let last = -Infinity;
    /**
     * @param {{step: string, filled: number, total: number}} progress
     * @param {boolean} [now]
     */
    return (progress, now = false) => {
      if (standing.now.application) {
        standing.now.application = { ...standing.now.application, progress };
        ui.show(standing.now);
      }
      if (!now && performance.now() - last < PROGRESS_MS) return;
      last = performance.now();
      wire.call("heartbeat", { application_id, fence, progress }).catch((error) => standing.learn(error));
    };
  }

  /**
   * @param {Holding} holding
   * @param {SeenJob} seen
   * @param {AbortSignal} signal
   * @returns {Promise<FilledPage | "declined" | null>} null where it was not to be filled (any more)
   */
  async function fill(holding, seen, signal) {
    const { application_id } = holding;
    if (before.application_id !== application_id) before = { application_id, filled: 0, total: 0 };
    await applyonce.settle.quiet(document, { quietMs: READY_QUIET_MS, timeoutMs: READY_MAX_MS, signal });
    await journal.begin(holding);
    const progress = reporter(holding);
    /** @type {FilledPage} */
    const page = { form: seen.form, filled: before.filled, total: before.total, left: [], parts: [], progress };
    /** @type {Map<string, number>} */
    const known = new Map();
    const address = location.href;
    for (let round = 0; round < MAX_ROUNDS && !signal.aborted; round += 1) {
      if (applyonce.gate.isSending()) return null; // the user has sent it as it stands
      const form = seen.form?.isConnected ? seen.form : seen.board.form(document);
      if (!form) return null;
      page.form = form;
      const description = await described(form, known, round);
      if (description.fields.length === 0) break;
      const plan = await planned(holding, address, description.fields, signal);
      plan.values = withDraft(plan.values, description.fields);
      const answer = await agreed(application_id, description, plan, page.parts.some(({ values }) => values.length > 0));
      if (answer === "declined" && !signal.aborted) return "declined";
      // The plan is for this address: a page that has moved on since gets nothing.
      if (answer !== "go" || location.href !== address || signal.aborted) return null;
      const { values } = plan;
      const { filled, total } = page;
      const outcomes = await applyonce.fill.form(description, values, {
        getDocument: (id) => applyonce.documents.fetchFile(holding, id),
        onProgress: (now) => progress({ step: now.step === "done" ? "checking" : now.step, filled: filled + now.filled, total: total + now.total }),
        signal,
      });
      if (signal.aborted || applyonce.gate.isSending()) return null;
      page.parts.push({ description, values, left: plan.unanswered });
      applyonce.learning.filled(application_id, description.fields, outcomes);
      page.filled += outcomes.filter(({ outcome }) => outcome === "filled").length;
      page.total += values.length;
      page.left.push(...leftOver(description, values, plan, outcomes));
      remember(description, values, outcomes);
    }
    before = { application_id, filled: page.filled, total: page.total };
    page.left.sort((one, other) => Number(other.required) - Number(one.required));
    return page;
  }

  /**
   * The plan for all fields; those of a huge form are sent in several messages, neighbours together.
   * @param {Holding} holding
   * @param {string} address
   * @param {Field[]} fields
   * @param {AbortSignal} signal
   */
  async function planned({ application_id, fence }, address, fields, signal) {
    /** @type {{values: any[], unanswered: any[]}} */
    const whole = { values: [], unanswered: [] };
    for (let from = 0; from < fields.length && !signal.aborted; ) {
      let chars = 0;
      let to = from;
      for (; to < fields.length; to += 1) {
        chars += JSON.stringify(fields[to]).length;
        if (chars > PLAN_CHARS && to > from) break;
      }
      const part = await wire.call("plan", { application_id, fence, url: address, fields: fields.slice(from, to) });
      whole.values.push(...part.values);
      whole.unanswered.push(...part.unanswered);
      from = to;
    }
    return whole;
  }

  /**
   * The fields that were not there before. Lists are opened, so that answers fit their options.
   * @param {Element} form
   * @param {Map<string, number>} known likenesses of those that were planned already, and how many; added to
   * @param {number} round
   */
  async function described(form, known, round) {
    const description = round === 0 ? await applyonce.describe.form(form, { openOptions: true }) : applyonce.describe.form(form);
    /** @type {Map<string, number>} */
    const met = new Map();
    const fresh = description.fields.filter((field) => {
      const count = (met.get(likeness(field)) ?? 0) + 1;
      met.set(likeness(field), count);
      return count > (known.get(likeness(field)) ?? 0);
    });
    for (const [alike, count] of met) known.set(alike, Math.max(count, known.get(alike) ?? 0));
    description.fields.splice(0, description.fields.length, ...fresh);
    if (round === 0) return description;
    for (const field of fresh) {
      if (field.kind !== "combobox" || field.options.length > 0) continue;
      const control = applyonce.handles.resolve(description, field.id);
      if (control && applyonce.dom.isReallyVisible(control.el)) field.options = (await applyonce.combobox.peek(control)) ?? [];
    }
    return description;
  }

  /** Headings move when a page draws itself anew. @param {Field} field */
  function likeness({ kind, name, label }) {
    return [kind, name, label].join("\n");
  }

  /**
   * What the user had in a field before a reload goes before what the profile says.
   * @param {any[]} planned
   * @param {Field[]} fields
   * @returns {any[]}
   */
  function withDraft(planned, fields) {
    const before = { source: "draft", meaning: "", confidence: 1, why: "as it was before the page was left" };
    const restored = new Map(journal.restored(fields).map((each) => [each.id, { ...before, ...each }]));
    const kept = planned.map((each) => (restored.has(each.id) && restored.get(each.id)?.value !== each.value ? restored.get(each.id) : each));
    const plannedIds = new Set(planned.map(({ id }) => id));
    return [...kept, ...[...restored.values()].filter(({ id }) => !plannedIds.has(id))];
  }

  /**
   * Where the user wants to see a plan before it is filled, a page of ours shows it; else the answer comes at once.
   * @param {string} applicationId
   * @param {FormDescription} description
   * @param {any} plan whose values are cut to what the user has agreed to
   * @param {boolean} isMore the fields have appeared after others were filled: who wants none of them filled keeps the rest
   * @returns {Promise<"go" | "declined" | "over">}
   */
  async function agreed(applicationId, { fields }, plan, isMore) {
    const named = fields.map(({ id, label, name, section, required }) => ({ id, label: (label || name).slice(0, 300), section: section.slice(0, 100), required }));
    const { values, unanswered } = plan;
    const said = await wire.call("ext_preview", { application_id: applicationId, fields: named, values, unanswered, is_more: isMore });
    const { answer, ids } = isMore && said.answer === "declined" ? { answer: "go", ids: [] } : said;
    if (!ids) return answer;
    const declined = plan.values.filter((/** @type {any} */ { id }) => !ids.includes(id));
    plan.values = plan.values.filter((/** @type {any} */ { id }) => ids.includes(id));
    plan.unanswered.push(...declined.map((/** @type {any} */ { id, meaning }) => ({ id, meaning, required: false, why: "You chose not to have it filled" })));
    return answer;
  }

  /**
   * @param {FormDescription} description
   * @param {any[]} values
   * @param {any} plan
   * @param {FieldOutcome[]} outcomes
   * @returns {LeftField[]}
   */
  function leftOver(description, values, plan, outcomes) {
    const fields = new Map(description.fields.map((field) => [field.id, field]));
    const answered = new Set(values.map(({ id }) => id));
    // What the page knows of the user's account (LinkedIn's address) is no question that is left.
    const isKnown = (/** @type {any} */ { id, meaning }) => (ACCOUNTS_OWN.has(meaning) && Boolean(fields.get(id)?.value)) || isUsersOwn(description, id);
    const open = [
      ...outcomes.filter(({ outcome }) => outcome !== "filled").map(({ id, why }) => ({ id, why: why ?? "" })),
      ...plan.unanswered.filter((/** @type {any} */ each) => !answered.has(each.id) && !isKnown(each)).map((/** @type {any} */ { id, why }) => ({ id, why })),
    ];
    return open
      .map(({ id, why }) => ({ field: fields.get(id), why }))
      .filter(({ field }) => field && (field.required || !field.value))
      .map(({ field, why }) => ({ text: (field?.label || field?.name || "A field").slice(0, 160), why, required: Boolean(field?.required) }));
  }

  /**
   * The user has answered it: what was left for them is left no longer.
   * @param {FormDescription} description
   * @param {string} id
   */
  function isUsersOwn(description, id) {
    const control = applyonce.handles.resolve(description, id);
    return control !== null && applyonce.typed.byUser(control) && applyonce.widgets[control.widget].read(control) !== "";
  }

  /**
   * @param {FormDescription} description
   * @param {any[]} values
   * @param {FieldOutcome[]} outcomes
   */
  function remember(description, values, outcomes) {
    const fields = new Map(description.fields.map((field) => [field.id, field]));
    const planned = new Map(values.map((each) => [each.id, each.value]));
    for (const { id, outcome, value } of outcomes) {
      const field = fields.get(id);
      if (!field || outcome !== "filled") continue;
      const { document_id, sha256, name } = planned.get(id) ?? {};
      if (document_id) journal.note(field, name, { document_id, sha256 });
      else journal.note(field, value);
    }
  }

  /**
   * What does not read back as it was filled.
   * @param {FilledPage} page
   * @returns {FieldOutcome[]}
   */
  function wrong({ parts }) {
    return parts
      .flatMap(({ description, values }) => applyonce.fill.readBack(description, values))
      .filter(({ outcome }) => outcome === "changed_by_page" || outcome === "not_accepted");
  }

  /** When no late overwrite is to be expected any more. @param {FilledPage} page */
  async function settled({ parts }) {
    await Promise.all(parts.map(({ description }) => applyonce.fill.settled(description)));
  }

  applyonce.pageFiller = { fill, wrong, settled };
})();
