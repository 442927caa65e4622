// After the fill each field is marked: filled, changed by the page, not accepted, left for the user. The marks are drawn
// over the page in a closed root, take no press, say nothing of a value, and go when the tab's application does. What
// counts is the list in our panel and popup: a page may draw a mark of its own, but not into those.
(() => {
  if (applyonce.marks) return;

  const { standing, wire, verify, handles, typed, dom, tree } = applyonce;

  const HOST = "applyonce-marks";
  const SVG = "http://www.w3.org/2000/svg";
  const AFTER_INPUT_MS = 250;
  /** What a page puts into a field by itself raises no event. */
  const LOOK_MS = 2_000;
  /** Texts that a page draws anew: several changes at once are one. */
  const AFTER_CHANGE_MS = 500;
  const MAX_FIELDS = 300;
  const EARLIER = "earlier:";
  const FOUND_MS = 3_000;
  /** A page that takes the marks away this often keeps them away; the list remains. */
  const MAX_RETURNS = 6;

  /** @type {Record<MarkState, string>} */
  const WORDS = { filled: "Filled", yours: "Yours", changed_by_page: "Changed by the page", not_accepted: "Not accepted", left_for_you: "For you" };
  const CHECK = "M4 12.5l5 5L20 6.5";
  const ALERT = "M12 4v10M12 18.5v.5";
  /** @type {Record<MarkState, string>} */
  const ICONS = { filled: CHECK, yours: CHECK, changed_by_page: ALERT, not_accepted: ALERT, left_for_you: "M5 19l1-4L16.5 4.5l3 3L9 18z" };
  const RANK = ["not_accepted", "changed_by_page", "left_for_you"];

  /**
   * @typedef {{key: string, description: FormDescription, field: Field, planned: PlannedField | null, leftWhy: string,
   *   state: MarkState, why: string, wasFilled: boolean, ring: HTMLElement, tag: HTMLElement}} Entry
   * @typedef {{application_id: string, step: string, entries: Entry[]}} Shown
   */

  /** @type {Shown | null} */
  let shown = null;
  /** @type {{host: HTMLElement, root: ShadowRoot} | null} */
  let layer = null;
  /** @type {(() => void)[]} */
  const listeners = [];
  let told = "";
  let timer = 0;
  let changeTimer = 0;
  let interval = 0;
  let drawing = false;
  let returns = 0;

  /** @param {Holding} holding @param {string} step @param {FilledPage} page */
  function show({ application_id }, step, { parts }) {
    clear();
    const entries = parts.flatMap(({ description, values, left = [] }, at) => {
      const planned = new Map(values.map((each) => [each.id, each]));
      const whys = new Map(left.map(({ id, why }) => [id, why]));
      return description.fields.flatMap((field) => {
        const value = planned.get(field.id) ?? null;
        // What nobody asks the user for is not marked: traps, the page's own fields.
        if (!value && !whys.has(field.id)) return [];
        return [entryOf(`${at}:${field.id}`, description, field, value, whys.get(field.id) ?? "")];
      });
    });
    // Of a huge form, what was filled and what the form insists on comes first.
    const matters = (/** @type {Entry} */ { planned, field }) => planned !== null || field.required;
    const first = [...entries.filter(matters), ...entries.filter((each) => !matters(each))];
    shown = { application_id, step, entries: first.slice(0, MAX_FIELDS) };
    interval = setInterval(look, LOOK_MS);
    judge();
  }

  /**
   * @param {string} key @param {FormDescription} description @param {Field} field
   * @param {PlannedField | null} planned @param {string} leftWhy
   * @returns {Entry}
   */
  function entryOf(key, description, field, planned, leftWhy) {
    const ring = document.createElement("div");
    ring.className = "ring";
    const tag = document.createElement("div");
    tag.className = "tag";
    const icon = document.createElementNS(SVG, "svg");
    icon.setAttribute("viewBox", "0 0 24 24");
    const path = document.createElementNS(SVG, "path");
    for (const [name, value] of [["fill", "none"], ["stroke", "currentColor"], ["stroke-width", "3"], ["stroke-linecap", "round"], ["stroke-linejoin", "round"]]) path.setAttribute(name ?? "", value ?? "");
    icon.append(path);
    tag.append(icon, document.createElement("span"));
    // The list in the panel is for screen readers; this is for eyes.
    for (const each of [ring, tag]) each.setAttribute("aria-hidden", "true");
    return { key, description, field, planned, leftWhy, state: "filled", why: "", wasFilled: false, ring, tag };
  }

  function isShowing() {
    const { seen, holding } = standing.now;
    return shown !== null && holding?.application_id === shown.application_id && seen?.form?.isConnected === true && seen.step === shown.step;
  }

  function judge() {
    if (!shown || !isShowing()) return;
    for (const entry of shown.entries) {
      const { state, why } = judged(entry);
      entry.state = state;
      entry.why = why;
      entry.wasFilled ||= state === "filled";
      dress(entry);
    }
    tell();
    draw();
  }

  /** @param {Entry} entry @returns {{state: MarkState, why: string}} */
  function judged({ description, field, planned, leftWhy }) {
    const control = handles.resolve(description, field.id);
    const isTouched = control !== null && typed.byUser(control);
    if (planned) {
      const { outcome, why = "", value } = verify.outcome(description, planned);
      if (outcome === "filled" || outcome === "not_accepted") return { state: outcome, why };
      // A page shows the name of a file only when it has read it; the file is there all the same.
      const isOther = control !== null && applyonce.fileHash.differs(control.el, planned.value);
      if (isOther && !isTouched) return { state: "changed_by_page", why: `The page has another file under the name “${value}”` };
      if (field.kind === "file" && value !== "" && !isTouched) return { state: "filled", why: "" };
      if (isTouched) return value === "" && field.required ? { state: "left_for_you", why: "You have emptied it" } : { state: "yours", why: "" };
      return { state: outcome, why };
    }
    if (!control) return { state: "left_for_you", why: leftWhy };
    const value = applyonce.widgets[control.widget].read(control);
    if (value === "") return { state: "left_for_you", why: leftWhy };
    const { outcome, why = "" } = verify.outcome(description, { id: field.id, value });
    return outcome === "not_accepted" ? { state: outcome, why } : { state: "yours", why: "" };
  }

  /** @param {Entry} entry */
  function isOpen({ state }) {
    return RANK.includes(state);
  }

  /** An optional field that is left is no task. @param {Entry} entry */
  function isQuiet({ state, field }) {
    return state === "left_for_you" && !field.required;
  }

  /** @param {Entry} entry */
  function dress(entry) {
    for (const each of [entry.ring, entry.tag]) {
      each.dataset["state"] = entry.state;
      each.toggleAttribute("data-quiet", isQuiet(entry));
    }
    entry.tag.querySelector("path")?.setAttribute("d", ICONS[entry.state]);
    const words = entry.tag.querySelector("span");
    if (words && words.textContent !== WORDS[entry.state]) words.textContent = WORDS[entry.state];
  }

  /** @returns {MarkedField[]} */
  function open() {
    if (!shown) return [];
    const entries = shown.entries.filter(isOpen);
    return [...earlierPages(), ...entries
      .sort((one, other) => Number(isQuiet(one)) - Number(isQuiet(other)))
      .map(({ key, field, state, why }) => ({ key, text: nameOf(field), state, why: why.slice(0, 300), required: field.required }))];
  }

  /** @returns {{key: string, text: string, shown: string, why: string}[]} */
  function changed() {
    if (!shown || !isShowing()) return [];
    return shown.entries.flatMap((entry) => {
      const { key, description, field, planned, wasFilled } = entry;
      const control = handles.resolve(description, field.id);
      // What is not on the page any more has no verdict.
      if (!wasFilled || !planned || !control) return [];
      const { state, why } = judged(entry);
      return state === "changed_by_page" ? [{ key, text: nameOf(field), shown: applyonce.widgets[control.widget].read(control), why }] : [];
    });
  }

  /** @param {Field} field */
  function nameOf({ label, name }) {
    return (label || name || "A field").slice(0, 160);
  }

  /** Fields of pages that were left: they have no place here to be marked. @returns {MarkedField[]} */
  function earlierPages() {
    return applyonce.earlier.changed().map((field, at) => ({ key: `${EARLIER}${at}`, text: field.text, state: "changed_by_page", why: applyonce.earlier.why(field).slice(0, 300), required: true }));
  }

  /** Our pages list what is open; nothing of any value is told. */
  function tell() {
    const fields = open();
    const now = JSON.stringify([shown?.application_id, fields]);
    if (now === told) return;
    told = now;
    for (const listener of listeners) listener();
    if (shown) report(shown.application_id, fields);
  }

  /** @param {string} applicationId @param {MarkedField[]} fields */
  function report(applicationId, fields) {
    wire.call("ext_marked", { application_id: applicationId, fields }).catch((error) => {
      if (!(error instanceof applyonce.CallError)) throw error;
      told = ""; // the worker was away: told with the next look
    });
  }

  // --- drawing -----------------------------------------------------------------------------------------------------

  function ensure() {
    if (!layer) {
      // Made where no page has a say, as the button is.
      const host = document.implementation.createHTMLDocument("").createElement(HOST);
      const root = host.attachShadow({ mode: "closed" });
      const style = document.createElement("style");
      style.textContent = applyonce.marksStyle;
      root.append(style);
      layer = { host, root };
    }
    if (layer.host.parentNode !== document.documentElement) {
      if (returns >= MAX_RETURNS) return null;
      returns += 1;
      document.documentElement.prepend(layer.host);
    }
    return layer;
  }

  /** What a person sees of a control. @param {Control} control */
  function anchorOf(control) {
    const parts = [control.kind === "radio" || control.choices.length > 1 || control.widget === "combobox" ? control.group : null, control.el, control.group, ...(control.el.isConnected ? dom.surfaces(control.el) : [])];
    return parts.find((part) => {
      const box = part?.getBoundingClientRect();
      return box !== undefined && box.width > 8 && box.height > 8;
    }) ?? null;
  }

  /** Is it there to be seen, or does something of the page lie over it? @param {Element} anchor @param {DOMRect} box */
  function isClear(anchor, box) {
    if (box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth) return false;
    const x = Math.min(Math.max((box.left + box.right) / 2, 1), innerWidth - 1);
    const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 24), 1), innerHeight - 1);
    const hit = document.elementFromPoint(x, y);
    return hit !== null && (tree.contains(hit, anchor) || tree.contains(anchor, hit));
  }

  function draw() {
    drawing = false;
    if (!shown) return;
    if (!isShowing()) {
      if (layer) layer.host.remove();
      return;
    }
    const parts = ensure();
    if (!parts) return;
    // All is measured before anything is moved.
    const places = shown.entries.map((entry) => {
      const control = entry.description.handles.get(entry.field.id)?.control;
      const anchor = control?.el.isConnected || control?.group?.isConnected ? anchorOf(control) : null;
      const box = anchor?.getBoundingClientRect();
      return { entry, box: anchor && box && anchor.ownerDocument === document && isClear(anchor, box) ? box : null };
    });
    for (const { entry, box } of places) {
      const { ring, tag } = entry;
      ring.hidden = tag.hidden = box === null;
      if (!box) continue;
      if (!ring.isConnected || ring.parentNode !== parts.root) parts.root.append(ring, tag);
      ring.style.width = `${box.width + 6}px`;
      ring.style.height = `${box.height + 6}px`;
      ring.style.transform = `translate(${box.left - 3}px, ${box.top - 3}px)`;
      tag.style.transform = `translate(${Math.min(box.right, innerWidth) - 4}px, ${Math.max(box.top, 10)}px) translate(-100%, -55%)`;
    }
  }

  function drawSoon() {
    if (drawing || !shown) return;
    drawing = true;
    requestAnimationFrame(draw);
  }

  function look() {
    if (document.visibilityState === "visible") judge();
  }

  /** @param {Event} event */
  function onInput(event) {
    if (!shown || !event.isTrusted) return;
    clearTimeout(timer);
    timer = setTimeout(judge, AFTER_INPUT_MS);
  }

  /** The page shows something else of earlier pages. */
  function lookSoon() {
    if (!shown || changeTimer) return;
    changeTimer = setTimeout(() => {
      changeTimer = 0;
      look();
    }, AFTER_CHANGE_MS);
  }

  function clear() {
    clearInterval(interval);
    clearTimeout(timer);
    clearTimeout(changeTimer);
    changeTimer = 0;
    layer?.host.remove();
    layer = null;
    returns = 0;
    if (!shown) return;
    shown = null;
    tell();
  }

  // --- going to a field --------------------------------------------------------------------------------------------

  /** @param {string} key */
  function jump(key) {
    if (key.startsWith(EARLIER)) {
      const field = applyonce.earlier.changed()[Number(key.slice(EARLIER.length))];
      field?.el.scrollIntoView({ block: "center", behavior: "instant" });
      return field !== undefined;
    }
    const entry = shown?.entries.find((each) => each.key === key);
    const control = entry && handles.resolve(entry.description, entry.field.id);
    if (!entry || !control) return false;
    const anchor = anchorOf(control) ?? control.el;
    anchor.scrollIntoView({ block: "center", behavior: "instant" });
    // In a small window the panel would lie over the very field that it leads to; a press on the button shows it again.
    if (applyonce.clearance.covers(anchor.getBoundingClientRect())) applyonce.ui.note(null);
    focus(control);
    draw();
    for (const each of [entry.ring, entry.tag]) {
      each.classList.remove("found");
      void each.offsetWidth; // starts the animation anew
      each.classList.add("found");
      setTimeout(() => each.classList.remove("found"), FOUND_MS);
    }
    return true;
  }

  /** @param {Control} control */
  function focus(control) {
    const within = control.group?.querySelectorAll("input, select, textarea, button, a[href], [tabindex]") ?? [];
    const chosen = control.choices.find(({ el }) => el instanceof HTMLInputElement && el.checked);
    /** @type {(Element | undefined)[]} */
    const candidates = [chosen?.el, control.el, ...control.choices.map(({ el }) => el), ...within, ...dom.surfaces(control.el)];
    for (const each of candidates) {
      if (!(each instanceof HTMLElement)) continue;
      each.focus({ preventScroll: true });
      if (/** @type {Document | ShadowRoot} */ (each.getRootNode()).activeElement === each) return;
    }
  }

  wire.on("jump", ({ application_id, key }) => {
    if (shown?.application_id === application_id) jump(key);
  });

  standing.onChange(({ holding }) => {
    if (shown && holding?.application_id !== shown.application_id) clear();
    else drawSoon();
  });

  applyonce.earlier.onChange(lookSoon);
  for (const type of ["input", "change", "focusout"]) window.addEventListener(type, onInput, { capture: true, passive: true });
  window.addEventListener("scroll", drawSoon, { capture: true, passive: true });
  window.addEventListener("resize", drawSoon, { passive: true });
  applyonce.onStop(() => {
    clear();
    for (const type of ["input", "change", "focusout"]) window.removeEventListener(type, onInput, { capture: true });
    window.removeEventListener("scroll", drawSoon, { capture: true });
    window.removeEventListener("resize", drawSoon);
  });

  applyonce.marks = {
    show,
    open,
    changed,
    done: () => shown?.entries.filter(({ state }) => state === "filled" || state === "yours").length ?? 0,
    jump,
    onChange(listener) {
      listeners.push(listener);
    },
  };
})();
