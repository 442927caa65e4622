// Fills a form: documents first (a page may read them and overwrite), then field by field in the page's order, each found
// again and looked at right before it is written; then reads back, and writes again what the page had wiped.
(() => {
  const ns = (globalThis.applyonce ??= /** @type {ApplyOnce} */ ({}));
  const { settle, verify, handles } = ns;

  const READY_QUIET_MS = 60;
  const READY_MAX_MS = 1500;
  const AFTER_QUIET_MS = 150;
  const AFTER_MAX_MS = 1500;
  const PARSE_MAX_MS = 15_000;
  // Pages that read a résumé overwrite fields one to three seconds after its upload.
  const LATE_WATCH_MS = 5000;
  const REFILLS = 2;
  const REFIND_MS = 1000;
  /** How long after the last field was written another may still be switched on for it: a state's list for its country. */
  const SWITCHED_ON_MS = 4000;
  const SEARCH_MS = 300;
  const SEARCHED = 3;
  const PARSING = ".resume-upload-working, .ashby-application-form-autofill-input-pending-layer, [data-automation-id=resumeParsing], [data-automation-id=loadingSpinner], [aria-busy=true], [class*=parsing i], [class*=analyzing i], [class*=uploading i]";
  const STOPPED = "Filling was stopped";
  const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

  /** One writes at a time in a frame. @type {Promise<unknown>} */
  let running = Promise.resolve();
  let writers = 0;
  /** Stops all that has begun. */
  let halt = new AbortController();
  /** @type {WeakMap<FormDescription, Promise<void>>} */
  const late = new WeakMap();
  /** Uploads after which the page may still overwrite something. */
  let watched = 0;
  let searchedAt = -Infinity;
  let writtenAt = -Infinity;
  /** What we wrote last: a value that is still ours may be written again. @type {WeakMap<Element, string>} */
  const ours = new WeakMap();

  /**
   * Why a field may get no value here, else null. Asked for each field: the page may have moved on meanwhile.
   * @param {Element} el
   * @param {FormDescription} description
   */
  const forbidden = (el, description) => {
    const view = el.ownerDocument.defaultView;
    if (!view || view.origin !== description.origin || view.origin === "null") return "It belongs to another site than the form";
    const { protocol, hostname } = new URL(view.location.href, location.href);
    const isSafe = protocol === "https:" || LOOPBACK.test(hostname) || protocol === "about:";
    return isSafe ? null : "The page is not encrypted";
  };

  /** @param {Control} control @param {FormDescription} description */
  const obstacle = (control, description) => {
    const el = /** @type {HTMLInputElement} */ (control.el);
    const wrongPlace = forbidden(el, description);
    if (wrongPlace) return wrongPlace;
    if (el.type === "password") return "Passwords are yours";
    if (isOff(control)) return "The page has it switched off";
    if (el.readOnly && control.kind !== "combobox" && control.widget !== "date_text") return "The page does not let it be changed";
    if (ns.dom.isTrap(el)) return "It looks like a trap for programs";
    if (!isSeen(control)) return "It can't be seen on the page";
    const value = ns.widgets[control.widget].read(control);
    if (ns.typed.byUser(control) && (value !== "" || ours.has(el)) && value !== ours.get(el)) return "You have filled it yourself";
    return null;
  };

  /**
   * Write when nobody else does.
   * @template T
   * @param {AbortSignal} signal
   * @param {() => Promise<T>} write
   * @returns {Promise<T>}
   */
  const inTurn = (signal, write) => {
    const mine = running.then(async () => {
      ns.events.under = signal;
      writers += 1;
      try {
        return await write();
      } finally {
        ns.events.under = null;
        writers -= 1;
      }
    });
    running = mine.catch(() => undefined);
    return mine;
  };

  /** @param {Control} control */
  const isOff = ({ el }) => el.matches(":disabled") || el.getAttribute("aria-disabled") === "true";

  /** @param {Control} control */
  const isSeen = (control) => {
    if (control.widget === "select2" && control.group) return ns.dom.isReallyVisible(control.group);
    if (control.kind === "file" && control.group && ns.dom.isReallyVisible(control.group)) return true;
    return ns.dom.isReallyVisible(control.el);
  };

  /** @param {FormDescription} description @param {string} id @param {AbortSignal} signal */
  const resolve = async (description, id, signal) => {
    const found = handles.resolve(description, id);
    if (found) return found;
    await settle.until(() => handles.resolve(description, id) !== null, { timeoutMs: REFIND_MS, signal });
    return handles.resolve(description, id);
  };

  /**
   * The control, once the page has switched it on for what was written before it.
   * @param {FormDescription} description @param {string} id @param {AbortSignal} signal
   */
  const switchedOn = async (description, id, signal) => {
    const found = await resolve(description, id, signal);
    const left = writtenAt + SWITCHED_ON_MS - performance.now();
    if (!found || !isOff(found) || left <= 0) return found;
    const isOn = () => {
      const now = handles.resolve(description, id);
      return now !== null && !isOff(now);
    };
    await settle.until(isOn, { timeoutMs: left, signal });
    return handles.resolve(description, id);
  };

  /**
   * @param {FormDescription} description
   * @param {PlannedField} planned
   * @param {WriteContext} context
   */
  const fillOne = async (description, planned, context) => {
    const { id } = planned;
    const { signal } = context;
    const control = await switchedOn(description, id, signal);
    if (signal.aborted) return;
    if (!control) {
      verify.leave(description, id, "The field is no longer on the page");
      return;
    }
    const widget = ns.widgets[control.widget];
    if (widget.same(control, planned.value, verify.remembered(description, id))) return;
    const why = obstacle(control, description);
    if (why) {
      verify.leave(description, id, why);
      return;
    }
    verify.leave(description, id, null);
    const result = await write(widget, control, planned.value, { ...context, remember: (text) => verify.remember(description, id, text) });
    ours.set(control.el, widget.read(control));
    writtenAt = performance.now();
    if (!result.ok) verify.leave(description, id, result.why ?? "It could not be filled");
  };

  /** @param {Widget} widget @param {Control} control @param {PlannedValue} value @param {WriteContext} context @returns {Promise<WriteResult>} */
  const write = async (widget, control, value, context) => {
    try {
      return await widget.write(control, value, context);
    } catch (error) {
      if (!context.signal.aborted) throw error;
      return { ok: false, why: STOPPED };
    }
  };

  /** Is the page reading an uploaded document? @param {FormDescription} description */
  const isParsing = ({ container }) => {
    const doc = container.ownerDocument ?? /** @type {Document} */ (container);
    return Array.from(doc.querySelectorAll(PARSING)).some((el) => el.getClientRects().length > 0 && el.getAttribute("data-state") !== "hidden" && ns.dom.looksVisible(el));
  };

  /** @param {FormDescription} description @param {PlannedField[]} values */
  const wiped = (description, values) => values.filter((planned) => verify.outcome(description, planned).outcome === "changed_by_page");

  /**
   * What is to be written again: what the page has wiped and, where it has, also what it had not taken before, since it may only
   * now have come alive. A document that no script took is tried once more in any case.
   * @param {FormDescription} description @param {PlannedField[]} values @param {boolean} isFirst
   */
  const missed = (description, values, isFirst) => {
    const told = values.map((planned) => ({ planned, outcome: verify.outcome(description, planned).outcome }));
    const hasWiped = told.some(({ outcome }) => outcome === "changed_by_page");
    const isLeft = (/** @type {PlannedField} */ planned) => hasWiped || (isFirst && isFile(planned));
    return told.filter(({ planned, outcome }) => outcome === "changed_by_page" || (outcome === "left_for_you" && isLeft(planned))).map(({ planned }) => planned);
  };

  /** @param {PlannedField} planned */
  const isFile = ({ value }) => typeof value === "object" && !Array.isArray(value);

  /** @param {FormDescription} description @param {FieldOutcome[]} outcomes @param {string} why */
  const stoppedRest = (description, outcomes, why) => outcomes.map((one) => (one.outcome === "filled" ? one : { ...one, outcome: /** @type {Outcome} */ ("left_for_you"), why }));

  /**
   * @param {FormDescription} description
   * @param {PlannedField[]} values
   * @param {FillHelp} help
   * @param {AbortSignal} signal
   */
  const run = async (description, values, help, signal) => {
    const total = values.length;
    let filled = 0;
    /** @param {FillProgress["step"]} step */
    const tell = (step) => help.onProgress?.({ step, filled, total });
    /** What is tried again is not fetched again. @type {Map<string, File>} */
    const fetched = new Map();
    const getFile = async (/** @type {string} */ id) => {
      const file = fetched.get(id) ?? (await help.getDocument(id));
      fetched.set(id, file);
      return file;
    };
    const context = { getFile, signal, remember: () => undefined };
    const place = new Map(description.fields.map((field, index) => [field.id, index]));
    const ordered = [...values].sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
    const scrolled = [scrollX, scrollY];

    tell("waiting");
    await settle.quiet(document, { quietMs: READY_QUIET_MS, timeoutMs: READY_MAX_MS, signal });
    const files = ordered.filter(isFile);
    for (const planned of files) {
      if (signal.aborted) break;
      tell("uploading");
      await fillOne(description, planned, context);
      filled += 1;
    }
    if (files.length > 0 && isParsing(description)) await settle.until(() => !isParsing(description), { timeoutMs: PARSE_MAX_MS, signal });
    for (const planned of ordered) {
      if (signal.aborted || isFile(planned)) continue;
      await fillOne(description, planned, context);
      filled += 1;
      tell("filling");
    }
    for (let turn = 0; turn <= REFILLS && !signal.aborted; turn += 1) {
      tell("checking");
      await settle.quiet(document, { quietMs: AFTER_QUIET_MS, timeoutMs: AFTER_MAX_MS, signal });
      const again = missed(description, [...files, ...ordered.filter((planned) => !isFile(planned))], turn === 0);
      if (again.length === 0 || turn === REFILLS) break;
      tell("refilling");
      for (const planned of again) if (!signal.aborted) await fillOne(description, planned, context);
    }
    const outcomes = ordered.map((planned) => verify.outcome(description, planned));
    scrollTo({ left: scrolled[0] ?? 0, top: scrolled[1] ?? 0, behavior: "instant" });
    tell("done");
    if (signal.aborted) return stoppedRest(description, outcomes, STOPPED);
    late.set(description, files.length > 0 ? watching(watchLate(description, ordered, context, () => tell("refilling"))) : Promise.resolve());
    return outcomes;
  };

  /** @param {Promise<void>} watch */
  const watching = async (watch) => {
    watched += 1;
    try {
      await watch;
    } finally {
      watched -= 1;
    }
  };

  /**
   * After an upload the page may still overwrite fields: they are written again, unless the user has been there.
   * @param {FormDescription} description
   * @param {PlannedField[]} values
   * @param {WriteContext} context
   * @param {() => void} tell
   */
  const watchLate = async (description, values, context, tell) => {
    const end = Date.now() + LATE_WATCH_MS;
    const filled = values.filter((planned) => verify.outcome(description, planned).outcome === "filled");
    const kept = values.filter((planned) => verify.outcome(description, planned).outcome !== "changed_by_page");
    for (let turn = 0; turn < REFILLS; turn += 1) {
      const left = end - Date.now();
      if (left <= 0 || context.signal.aborted) return;
      const overwritten = await settle.until(() => isHere(description, filled) && wiped(description, filled).length > 0, { timeoutMs: left, signal: context.signal });
      if (!overwritten) return;
      await settle.quiet(document, { quietMs: AFTER_QUIET_MS, timeoutMs: AFTER_MAX_MS, signal: context.signal });
      tell();
      await inTurn(context.signal, async () => {
        for (const planned of missed(description, kept, false)) if (handles.resolve(description, planned.id)) await fillOne(description, planned, context);
      });
    }
  };

  /**
   * A page that was left has nothing to be written to; the user may come back to it. Searched for now and then only.
   * @param {FormDescription} description
   * @param {PlannedField[]} filled
   */
  const isHere = (description, filled) => {
    if (filled.some(({ id }) => description.handles.get(id)?.control.el.isConnected)) return true;
    if (performance.now() - searchedAt < SEARCH_MS) return false;
    searchedAt = performance.now();
    return filled.slice(0, SEARCHED).some(({ id }) => handles.resolve(description, id) !== null);
  };

  ns.fill = {
    form(description, values, help) {
      const signal = AbortSignal.any([halt.signal, ...(help.signal ? [help.signal] : [])]);
      return inTurn(signal, () => run(description, values, help, signal));
    },
    readBack: (description, values) => values.map((planned) => verify.outcome(description, planned)),
    isWatching: () => watched > 0,
    isRunning: () => writers > 0,
    stop() {
      halt.abort();
      halt = new AbortController();
    },
    settled: (description) => late.get(description) ?? Promise.resolve(),
  };
  ns.onStop?.(() => halt.abort());
})();
