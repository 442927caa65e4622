// When two texts say the same: what was filled, and what a page makes of it. Pages put numbers, dates, addresses and the
// names of countries into forms of their own; that is no change.
(() => {
  const ns = (globalThis.applyonce ??= /** @type {ApplyOnce} */ ({}));
  if (ns.meaning) return;
  const { options } = ns;

  /** A value that is not shown whole. */
  const SHORTENED = /[*•]{2}|…\s*$|\.{3}\s*$/;
  const MORE = /\s*\(?(show|read|see) more\)?\s*$/i;
  /** A text that was cut without a sign of it: so much of it must be there. */
  const PREVIEW_CHARS = 40;
  const MIN_PHONE_DIGITS = 6;
  const PHONE = /^\+?[\d\s()./-]+$/;
  const NUMBER = /^[^\d\p{L}-]*(-?\d[\d.,'’\s]*)\s*(\p{Sc}|[a-z]{3})?$/iu;
  const ADDRESS = /^(https?:\/\/|www\.)\S+$|^[\w-]+(\.[\w-]+)+\/\S*$/i;
  /** What a person writes is shown as they wrote it; what they choose may be shown in other words. */
  const WRITTEN = new Set(["text", "email", "tel", "url", "textarea", "number"]);
  const LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs"];
  const COUNTRY_CHARS = 60;
  const OTHER_NAMES = { usa: "US", "united states of america": "US", "great britain": "GB", england: "GB", holland: "NL", czechia: "CZ" };

  /** @type {Map<string, string> | null} */
  let countries = null;
  /** @type {Map<string, number> | null} */
  let months = null;

  /** Names of all countries in many languages, by what `normalise` makes of them. */
  const countryNames = () => {
    if (countries) return countries;
    countries = new Map(Object.entries(OTHER_NAMES));
    const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));
    for (const language of LANGUAGES) {
      const names = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
      for (const first of letters) {
        for (const second of letters) {
          const name = names.of(first + second);
          if (name && !countries.has(options.normalise(name))) countries.set(options.normalise(name), asCode(first + second));
        }
      }
    }
    return countries;
  };

  /** Codes that are used no more, and UK, are others today. @param {string} code two letters */
  const asCode = (code) => new Intl.Locale("und", { region: code }).region ?? code;

  /** @param {string} text @returns {string | null} a country's code */
  const country = (text) => {
    if (text.length > COUNTRY_CHARS) return null;
    const bare = text.replace(/\(?\+\d[\d\s-]*\)?/g, "").trim(); // "Germany (+49)"
    return (/^[A-Z]{2}$/.test(bare) ? asCode(bare) : null) ?? countryNames().get(options.normalise(bare)) ?? null;
  };

  const monthNames = () => {
    if (months) return months;
    months = new Map();
    for (const language of LANGUAGES) {
      for (const month of ["long", "short"]) {
        const format = new Intl.DateTimeFormat(language, { month: /** @type {"long" | "short"} */ (month), day: "numeric", timeZone: "UTC" });
        for (let at = 0; at < 12; at += 1) {
          const part = format.formatToParts(Date.UTC(2000, at, 15)).find(({ type }) => type === "month");
          if (part) months.set(options.normalise(part.value), at + 1);
        }
      }
    }
    return months;
  };

  /** @typedef {{year: number, month: number, day: number}} Day */

  /**
   * The days that a text may mean: 03/04/2026 means two. None where it is no date.
   * @param {string} text @returns {Day[]}
   */
  const days = (text) => {
    if (text.length > 40) return [];
    const numbers = text.match(/\d+/g) ?? [];
    const words = options.normalise(text).split(" ").filter((word) => /^\p{L}+$/u.test(word));
    const month = words.map((word) => monthNames().get(word)).find((found) => found !== undefined);
    /** @param {string} year @param {number} of @param {string} [day] @returns {Day[]} `day` 0 where only the month is said */
    const asDay = (year, of, day = "0") => {
      const whole = year.length === 2 ? 2000 + Number(year) : Number(year);
      return whole > 0 && of >= 1 && of <= 12 && Number(day) <= 31 ? [{ year: whole, month: of, day: Number(day) }] : [];
    };
    if (month !== undefined && numbers.length > 0 && numbers.length <= 2) {
      const year = numbers.find((number) => number.length === 4) ?? numbers[1];
      return year ? asDay(year, month, numbers.find((number) => number !== year)) : [];
    }
    if (words.some((word) => word !== "t" && word !== "z")) return [];
    const [a = "", b = "", c = ""] = numbers;
    if (a.length === 4 && b.length <= 2) return asDay(a, Number(b), c || "0");
    if (!/^\s*\d{1,2}\s*[./-]\s*\d{1,2}\s*[./-]\s*(\d{2}|\d{4})\s*$/.test(text)) return [];
    return [...asDay(c, Number(a), b), ...asDay(c, Number(b), a)];
  };

  /** @param {Day} a @param {Day} b */
  const isOneDay = (a, b) => a.year === b.year && a.month === b.month && (a.day === b.day || a.day === 0 || b.day === 0);

  /** @param {string} one @param {string} other @returns {boolean | null} null where one of them is no date */
  const sameDay = (one, other) => {
    const [first, second] = [days(one), days(other)];
    return first.length > 0 && second.length > 0 ? first.some((a) => second.some((b) => isOneDay(a, b))) : null;
  };

  /** @param {string} text */
  const phoneDigits = (text) => text.replace(/\(0\)/g, "").replace(/\D/g, "").replace(/^0+/, "");

  /** With or without the country's code. @param {string} one @param {string} other */
  const samePhone = (one, other) => {
    const [a, b] = [phoneDigits(one), phoneDigits(other)];
    if (a === b) return a !== "";
    return Math.min(a.length, b.length) >= MIN_PHONE_DIGITS && (a.endsWith(b) || b.endsWith(a));
  };

  /** @param {string} text */
  const isPhone = (text) => PHONE.test(text) && text.replace(/\D/g, "").length > MIN_PHONE_DIGITS;

  /** @param {string} text @returns {number | null} whatever stands between its thousands */
  const number = (text) => {
    const found = NUMBER.exec(text.trim());
    if (!found?.[1] || /^0\d/.test(found[1])) return null; // a postal code keeps its noughts
    const digits = found[1].replace(/[\s'’]/g, "");
    const decimals = /[.,](\d{1,2})$/.exec(digits);
    const whole = (decimals ? digits.slice(0, decimals.index) : digits).replace(/[.,]/g, "");
    return Number(decimals ? `${whole}.${decimals[1]}` : whole);
  };

  /** @param {string} url */
  const bareUrl = (url) => url.trim().replace(/^https?:\/\//i, "").replace(/^www\./i, "").replace(/\/$/, "").toLowerCase();

  /** @param {string} text */
  const plain = (text) => text.normalize("NFC").replace(/\s+/g, " ").trim();

  /** @type {ApplyOnceMeaning["same"]} */
  const same = (wanted, now, kind) => {
    const [want, have] = [plain(wanted), plain(now)];
    if (want === have) return true;
    if (!want || !have) return false;
    const day = sameDay(want, have);
    if (day !== null) return day;
    if (kind === "tel" || (isPhone(want) && samePhone(want, have))) return samePhone(want, have);
    if (kind === "url" || ADDRESS.test(want)) return bareUrl(want) === bareUrl(have);
    if (kind === "email" || /^\S+@\S+\.\S+$/.test(want)) return want.toLowerCase() === have.toLowerCase();
    const amount = number(want);
    if (amount !== null && number(have) === amount) return true;
    const place = country(want);
    return place !== null && place === country(have);
  };

  /** @type {ApplyOnceMeaning["agrees"]} */
  const agrees = (wanted, shown, kind) => {
    const whole = shown.replace(MORE, "");
    const [want, have] = [options.normalise(wanted), options.normalise(whole)];
    if (!want || !have || SHORTENED.test(whole) || same(wanted, whole, kind)) return true;
    if (` ${have} `.includes(` ${want} `)) return true;
    if (have.length >= PREVIEW_CHARS && want.startsWith(have)) return true;
    const [yes, is] = [options.yesNo(wanted), options.yesNo(shown)];
    if (yes) return is === null || yes === is;
    if (kind === "tel" || isPhone(wanted)) return false;
    if (WRITTEN.has(kind)) return false;
    // A state is chosen by its name and shown by its letters; of several choices the order is the board's.
    if (/^[A-Z]{2,3}$/.test(shown.trim()) && sameLetters(want, have)) return true;
    if (kind === "checkbox_group") return wanted.split(", ").every((part) => ` ${have} `.includes(` ${options.normalise(part)} `));
    return ` ${want} `.includes(` ${have} `);
  };

  /** @param {string} name @param {string} letters the first of the name's, and others of it in their order */
  const sameLetters = (name, letters) => {
    let at = -1;
    return name[0] === letters[0] && [...letters].every((letter) => (at = name.indexOf(letter, at + 1)) >= 0);
  };

  ns.meaning = { same, agrees };
})();
