// What stands in a page's controls, read by the page's own DOM alone: no word of the product's code is used here.
// Evaluated in the page's own world, before anything is filled (`remember`) and after (`read`, `strangers`).
(() => {
  const SHOWN = "input:not([type=submit]):not([type=button]):not([type=reset]):not([type=image]), select, textarea";
  const clean = (text) => (text ?? "").replace(/\s+/g, " ").trim();

  /** What is chosen or written in one control, as text; "" where it is empty. */
  const valueOf = (el) => {
    if (el.localName === "select") {
      return [...el.selectedOptions].filter((option) => option.value !== "").map((option) => clean(option.textContent)).join(" | ");
    }
    if (el.type === "checkbox" || el.type === "radio") return el.checked ? labelOf(el) || "on" : "";
    if (el.type === "file") return [...el.files].map((file) => file.name).join(" | ");
    return el.value;
  };

  const labelOf = (el) => clean([...(el.labels ?? [])].map((label) => label.textContent).find((text) => clean(text)) ?? el.getAttribute("aria-label") ?? el.closest("label")?.textContent ?? "") || el.value;

  /** The controls that carry a field of the form's definition: by id or name, else those in its own entry. */
  const controlsOf = (name) => {
    const quoted = CSS.escape(name.replace(/\[\]$/, ""));
    const dashed = CSS.escape(name.replaceAll("_", "-"));
    const named = [`[id="${quoted}"]`, `[name="${quoted}"]`, `[name="${quoted}[]"]`, `[id="${quoted}[]"]`, `[id="${dashed}"]`];
    const found = [...document.querySelectorAll(named.join(", "))].filter((el) => el.matches(SHOWN) && el.type !== "hidden");
    const entry = document.querySelector(`[data-field-path="${quoted}"]`);
    if (found.length > 0 && !entry) return { controls: found, entry: found[0].closest(".select-shell, .select__container, .field-wrapper, li, fieldset, div") };
    if (found.length > 0 && found.every((el) => el.type !== "checkbox" && el.type !== "radio")) return { controls: found, entry };
    const inside = entry ? [...entry.querySelectorAll(SHOWN)].filter((el) => el.type !== "hidden") : [];
    return { controls: inside.length > 0 ? inside : found, entry };
  };

  /** A drawn list shows what is chosen beside its input; two drawn buttons show it by their state. */
  const drawnValue = (entry) => {
    const single = entry?.querySelector("[class*=single-value i], [class*=singleValue i], [class*=multi-value__label i]");
    if (single) return clean(single.textContent);
    const pressed = [...(entry?.querySelectorAll("button") ?? [])].find((button) => button.getAttribute("aria-pressed") === "true" || button.getAttribute("aria-checked") === "true" || /(^|[\s_-])(active|selected)([\s_-]|$)/i.test(button.className));
    return pressed ? clean(pressed.textContent) : "";
  };

  /** Does the control take part in a drawn widget, which scripts taken out cannot serve? */
  const isDrawn = ({ controls, entry }) => {
    if (controls.length === 0) return true;
    const [first] = controls;
    if (first.getAttribute("role") === "combobox" || first.getAttribute("aria-autocomplete") === "list") return true;
    if (first.matches(".location-input, .pac-target-input")) return true;
    const buttons = [...(entry?.querySelectorAll("button") ?? [])].map((button) => clean(button.textContent).toLowerCase());
    return first.type === "checkbox" && buttons.includes("yes") && buttons.includes("no");
  };

  const read = (name) => {
    const found = controlsOf(name);
    const values = found.controls.map(valueOf).filter(Boolean);
    const value = values.join(" | ") || drawnValue(found.entry);
    for (const el of found.controls) claimed.add(el);
    const types = found.controls.map((el) => (el.localName === "input" ? el.type : el.localName));
    return { found: found.controls.length > 0, drawn: isDrawn(found), value, types };
  };

  const claimed = new Set();
  let before = new Map();
  const all = () => [...document.querySelectorAll(SHOWN)];

  const describe = (el) => ({
    name: el.getAttribute("name") || el.id,
    type: el.localName === "input" ? el.type : el.localName,
    label: labelOf(el).slice(0, 120),
    value: valueOf(el).slice(0, 120),
    shown: el.getClientRects().length > 0 && getComputedStyle(el).visibility !== "hidden" && !el.closest("[aria-hidden=true]"),
  });

  /** Draw a frame around a field's place, so that it is seen in the picture. */
  const mark = (name, colour) => {
    const { controls, entry } = controlsOf(name);
    const place = controls[0]?.type === "file" || controls.length > 1 ? entry ?? controls[0] : controls[0] ?? entry;
    if (place) place.style.outline = `3px solid ${colour}`;
  };

  globalThis.bench = {
    remember: () => (before = new Map(all().map((el) => [el, valueOf(el)]))),
    read: (names) => names.map(read),
    /** Controls that changed and belong to no field of the definition. */
    strangers: () => all().filter((el) => !claimed.has(el) && valueOf(el) !== (before.get(el) ?? "")).map(describe),
    mark: (marks) => marks.forEach(([name, colour]) => mark(name, colour)),
    /** The controls that a person has scored, by their number in the page. */
    scored: () => [...document.querySelectorAll("[data-bench]")].map((el) => ({ ...describe(el), number: Number(el.dataset.bench) })),
  };
})();
