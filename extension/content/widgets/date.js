// Dates that are no native date field: text in the page's own format, and sections for month, day and year that only
// listen to keys (Workday).
(() => {
  const ns = (globalThis.applyonce ??= /** @type {ApplyOnce} */ ({}));
  const { events, settle } = ns;
  ns.widgets ??= /** @type {Record<WidgetName, Widget>} */ ({});

  const TAKEN_MS = 400;
  const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
  const COMMON_FORMATS = ["mm/dd/yyyy", "yyyy-mm-dd", "dd/mm/yyyy", "dd.mm.yyyy"];

  /**
   * @typedef {{year: number, month: number, day: number}} Day
   */

  /** @param {string} value @returns {Day | null} */
  const fromIso = (value) => {
    const parts = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?/.exec(value.trim());
    return parts ? { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3] ?? 1) } : null;
  };

  /** @param {string} format */
  const canonical = (format) => {
    const found = /(dd?|mm?|tt|jj(?:jj)?|yyyy|aaaa)\s?([/.-])\s?(dd?|mm?|tt|yyyy)\s?(?:\2\s?(yyyy|jjjj|aaaa|dd?|mm?))?/i.exec(format);
    return found ? found[0].toLowerCase().replace(/\s/g, "").replace(/tt/, "dd").replace(/jjjj|aaaa/, "yyyy") : null;
  };

  /** @param {Day} day @param {string} format */
  const write = (day, format) =>
    format.replace("yyyy", String(day.year).padStart(4, "0")).replace(/m+/, String(day.month).padStart(2, "0")).replace(/d+/, String(day.day).padStart(2, "0"));

  /** @param {string} text @param {string} format @returns {Day | null} */
  const parse = (text, format) => {
    const numbers = text.match(/\d+/g)?.map(Number) ?? [];
    const order = format.match(/[a-z]+/g) ?? [];
    const word = /[a-z]{3}/i.exec(text)?.[0].toLowerCase();
    const month = word ? MONTHS.indexOf(word) + 1 : 0;
    if (month > 0) {
      const year = numbers.find((number) => number > 31);
      return year ? { year, month, day: numbers.find((number) => number <= 31) ?? 1 } : null;
    }
    if (numbers.length < order.length) return null;
    const of = (/** @type {string} */ letter) => numbers[order.findIndex((part) => part.startsWith(letter))] ?? 1;
    return { year: of("y"), month: of("m"), day: of("d") };
  };

  /** @param {Control} control */
  const formatOf = (control) => {
    const el = /** @type {HTMLInputElement} */ (control.el);
    return canonical(el.placeholder) ?? canonical(el.getAttribute("data-date-format") ?? "") ?? canonical(el.getAttribute("aria-label") ?? "");
  };

  /** @param {Day | null} one @param {Day | null} other */
  const sameDay = (one, other) => one !== null && other !== null && one.year === other.year && one.month === other.month && one.day === other.day;

  /** @param {PlannedValue} value */
  const text = (value) => (typeof value === "string" ? value : "");

  /** @param {Control} control @param {PlannedValue} wanted */
  const isSame = (control, wanted) => {
    const now = /** @type {HTMLInputElement} */ (control.el).value.trim();
    if (now === text(wanted).trim()) return now !== "";
    const day = fromIso(text(wanted));
    if (!day) return false;
    const known = formatOf(control);
    return (known ? [known] : COMMON_FORMATS).some((format) => sameDay(parse(now, format), day));
  };

  ns.widgets.date_text = {
    read: (control) => /** @type {HTMLInputElement} */ (control.el).value,
    same: isSame,
    async write(control, value, { signal }) {
      const el = /** @type {HTMLInputElement} */ (control.el);
      const day = fromIso(text(value));
      const known = formatOf(control);
      const ways = day ? (known ? [known] : COMMON_FORMATS).map((format) => write(day, format)) : [text(value)];
      for (const way of ways) {
        events.focus(el);
        events.setValue(el, way);
        events.fire(el, "input");
        events.fire(el, "change");
        events.key(el, "Tab"); // date pickers close and commit on it; Enter would send the form
        events.blur(el);
        if (await settle.until(() => isSame(control, value), { timeoutMs: TAKEN_MS, signal })) return { ok: true };
      }
      return { ok: false, why: `It does not take “${text(value)}” as a date` };
    },
  };

  /** @param {HTMLElement} section @returns {"month" | "day" | "year"} */
  const part = (section) => {
    const words = `${section.getAttribute("aria-label") ?? ""} ${section.id} ${section.getAttribute("data-automation-id") ?? ""} ${section.getAttribute("placeholder") ?? ""}`;
    if (/year|jahr|ann[ée]e|y{2,4}/i.test(words)) return "year";
    return /month|monat|mois|mm/i.test(words) ? "month" : "day";
  };

  /** @param {HTMLElement} section */
  const numberIn = (section) => {
    const told = section.getAttribute("aria-valuenow") ?? (section.localName === "input" ? /** @type {HTMLInputElement} */ (section).value : section.textContent ?? "");
    return /^\d+$/.test(told.trim()) ? Number(told) : null;
  };

  /** @param {Control} control @param {PlannedValue} wanted */
  const sectionsSame = (control, wanted) => {
    const day = fromIso(text(wanted));
    return day !== null && control.choices.every(({ el }) => numberIn(el) === day[part(el)]);
  };

  ns.widgets.date_sections = {
    read(control) {
      const of = (/** @type {string} */ name) => {
        const section = control.choices.find(({ el }) => part(el) === name);
        const number = section ? numberIn(section.el) : null;
        return number === null ? "" : String(number).padStart(name === "year" ? 4 : 2, "0");
      };
      return ["year", "month", "day"].map(of).filter(Boolean).join("-");
    },
    same: sectionsSame,
    async write(control, value, { signal }) {
      const day = fromIso(text(value));
      if (!day) return { ok: false, why: `“${text(value)}” is no date` };
      for (const { el } of control.choices) {
        const name = part(el);
        const digits = String(day[name]).padStart(name === "year" ? 4 : 2, "0");
        events.focus(el);
        for (const digit of digits) typeDigit(el, digit);
        events.blur(el);
        await settle.until(() => numberIn(el) === day[name], { timeoutMs: TAKEN_MS, signal });
      }
      if (sectionsSame(control, value)) return { ok: true };
      return { ok: false, why: "The page did not take the date: please type it yourself" };
    },
  };

  /** Sections that hold their own state take the key; plain ones get the digit as text. @param {HTMLElement} el @param {string} digit */
  const typeDigit = (el, digit) => {
    const before = numberIn(el);
    events.key(el, digit);
    if (el.localName !== "input" || numberIn(el) !== before) return;
    const input = /** @type {HTMLInputElement} */ (el);
    if (input.getAttribute("aria-valuenow") !== null && input.value !== "") return;
    events.setValue(input, input.value.length >= 4 ? digit : input.value + digit);
    events.fire(input, "input");
  };
})();
