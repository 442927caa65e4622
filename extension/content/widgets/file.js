// Documents: native file inputs and drawn dropzones. Done only when the page shows that it took the file.
(() => {
  const ns = (globalThis.applyonce ??= /** @type {ApplyOnce} */ ({}));
  const { events } = ns;
  ns.widgets ??= /** @type {Record<WidgetName, Widget>} */ ({});

  const TAKEN_MS = 6000;
  const SHORTEST_STEM = 6;

  /** @param {Control} control */
  const input = (control) => /** @type {HTMLInputElement} */ (control.el);

  /** Names are often cut in the middle when shown. @param {string} shown @param {string} name */
  const shows = (shown, name) => {
    if (shown.includes(name)) return true;
    const stem = name.replace(/\.[^.]+$/, "");
    return stem.length > SHORTEST_STEM * 2 && shown.includes(stem.slice(0, SHORTEST_STEM * 2)) && /…|\.\.\./.test(shown);
  };

  /** @param {Element} zone */
  const shownText = (zone) => {
    let text = zone.textContent ?? "";
    // Kept documents that are offered, but not chosen (LinkedIn), are no sign.
    for (const other of zone.querySelectorAll("[role=radio][aria-checked=false]")) text = text.replace(other.textContent ?? "", "");
    ns.tree.walk(zone, (el) => {
      if (el.shadowRoot) text += ` ${el.shadowRoot.textContent ?? ""}`;
      const label = el.getAttribute("aria-label");
      if (label) text += ` ${label}`;
    });
    return text;
  };

  /** Around a file input, wherever its name may be shown. @param {Control} control */
  const zoneOf = (control) => {
    const zone = control.group ?? control.el.parentElement ?? control.el;
    if (!control.el.isConnected) return zone;
    // Some pages show the name apart from the input: where the page has one, it can be no other's.
    const around = ns.tree.closest(control.el, "form, [role=dialog], main");
    if (around && around.querySelectorAll("input[type=file]").length === 1) return around;
    return ns.tree.closest(zone, "[role=group], [class*=field i], [class*=question i], spl-dropzone, li") ?? zone;
  };

  /** @param {HTMLInputElement} el @param {File} file */
  const isAccepted = (el, file) => {
    const rules = el.accept.split(",").map((rule) => rule.trim().toLowerCase()).filter(Boolean);
    if (rules.length === 0) return true;
    const name = file.name.toLowerCase();
    return rules.some((rule) => {
      if (rule.startsWith(".")) return name.endsWith(rule);
      if (rule.endsWith("/*")) return file.type.startsWith(rule.slice(0, -1));
      return file.type === rule;
    });
  };

  /** @param {HTMLElement} el */
  const isNative = (el) => {
    const box = el.getBoundingClientRect();
    return box.width > 20 && box.height > 8 && getComputedStyle(el).opacity !== "0";
  };

  /** Will the form itself carry the file when it is sent? @param {HTMLInputElement} el */
  const isCarried = (el) => el.name !== "" && el.form !== null && el.form.method === "post";

  /** @param {HTMLElement} el @param {File} file */
  const transfer = (el, file) => {
    const view = /** @type {typeof globalThis} */ (/** @type {unknown} */ (el.ownerDocument.defaultView ?? globalThis));
    const data = new view.DataTransfer();
    data.items.add(file);
    return data;
  };

  /** @param {Control} control @param {string | null} name */
  const holds = (control, name) => {
    if (!name) return false;
    const el = input(control);
    if (el.isConnected && Array.from(el.files ?? []).some((file) => file.name === name) && (isNative(el) || isCarried(el))) return true;
    return control.group?.isConnected !== false && shows(shownText(zoneOf(control)), name);
  };

  /** @param {HTMLElement} zone @param {File} file */
  const drop = (zone, file) => {
    const view = /** @type {typeof globalThis} */ (/** @type {unknown} */ (zone.ownerDocument.defaultView ?? globalThis));
    for (const type of ["dragenter", "dragover", "drop"]) {
      zone.dispatchEvent(new view.DragEvent(type, { bubbles: true, cancelable: true, composed: true, dataTransfer: transfer(zone, file) }));
    }
  };

  ns.widgets.file = {
    read: (control) => Array.from(input(control).files ?? []).map((file) => file.name).join(", "),
    multiple: (control) => input(control).multiple,
    async write(control, value, { getFile, remember, signal }) {
      if (typeof value === "string" || Array.isArray(value)) return { ok: false, why: "It takes a document" };
      const file = await getFile(value.document_id);
      signal.throwIfAborted();
      const el = input(control);
      if (!el.isConnected) return { ok: false, why: "The page took the upload field away" };
      if (!isAccepted(el, file)) return { ok: false, why: `It takes only ${el.accept}` };
      remember(file.name);
      const zone = control.group ?? el;
      const { body } = el.ownerDocument;
      const wasShown = shows(shownText(body), file.name);
      el.files = transfer(el, file).files;
      events.fire(el, "input");
      events.fire(el, "change");
      // A page that draws its whole step anew shows the name where it was not before.
      const drawnAnew = () => !el.isConnected && (zone.isConnected ? shows(shownText(zoneOf(control)), file.name) : !wasShown && shows(shownText(body), file.name));
      const taken = () => holds(control, file.name) || drawnAnew();
      if (await ns.settle.until(taken, { timeoutMs: TAKEN_MS / 3, signal })) return { ok: true };
      // On the innermost element: the event rises to whichever listens for it.
      drop(el.parentElement ?? zone, file);
      if (await ns.settle.until(taken, { timeoutMs: TAKEN_MS / 3, signal })) return { ok: true };
      return { ok: false, why: "The page did not take the file: please attach it yourself" };
    },
    same: (control, wanted, remembered) => !ns.fileHash.differs(control.el, wanted) && holds(control, remembered),
  };
})();
