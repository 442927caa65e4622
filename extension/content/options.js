// Texts of options: when two mean the same, and which one is meant. Two that fit are none: nothing is guessed.
(() => {
  const ns = (globalThis.applyonce ??= /** @type {ApplyOnce} */ ({}));

  const YES = new Set(["yes", "ja", "oui", "si", "sim", "tak", "kylla", "ano", "true", "y"]);
  const NO = new Set(["no", "nein", "non", "nao", "nee", "nej", "nie", "ne", "ei", "false", "n"]);
  const PLACEHOLDER = /^([-–—.*<([]+\s*)?(please\s+)?((make|enter) an?\s+)?(select|choose|pick|bitte (aus)?w[äa]hlen|ausw[äa]hlen|s[ée]lectionne[rz]|choisi(r|ssez)|seleccion[ae]r?|elija|selezionar?e?|scegli|selecione|selecteer|kies|v[äa]lj)(ion)?\b.{0,24}?[-–—.…*>)\]]*$/iu;
  /** Words between dashes, "none" in parentheses, or no words: "-None-", "— Aucun —". "None" alone may be an answer. */
  const DRAWN_PLACEHOLDER = /^([-–—]+\s*[\p{L} ]{1,24}[-–—]+|\((none|keine|aucune?|ninguno|nessuno)\))$|^[-–—.…→▾▼\s]*$/iu;

  /** @type {ApplyOnceOptions["normalise"]} */
  const normalise = (text) =>
    text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[’`´]/g, "'").replace(/&/g, " and ")
      .replace(/[^\p{L}\p{N}+#%$€£<>]+/gu, " ").trim();

  /** @type {ApplyOnceOptions["yesNo"]} */
  const yesNo = (text) => {
    const word = normalise(text);
    if (YES.has(word)) return "yes";
    return NO.has(word) ? "no" : null;
  };

  /** @type {ApplyOnceOptions["same"]} */
  const same = (one, other) => one === other || normalise(one) === normalise(other);

  /** @param {number[]} found */
  const only = (found) => (found.length === 1 ? /** @type {number} */ (found[0]) : -1);

  /** @param {readonly string[]} texts @param {(text: string) => boolean} fits */
  const indexes = (texts, fits) => texts.flatMap((text, index) => (fits(text) ? [index] : []));

  /** @type {ApplyOnceOptions["match"]} */
  const match = (options, wanted) => {
    const exact = options.indexOf(wanted);
    if (exact >= 0) return exact;
    const trimmed = options.findIndex((option) => option.trim() === wanted.trim());
    if (trimmed >= 0) return trimmed;
    const aim = normalise(wanted);
    if (!aim) return -1;
    const texts = options.map(normalise);
    const equal = indexes(texts, (text) => text === aim);
    if (equal.length > 0) return /** @type {number} */ (equal[0]);
    const meaning = yesNo(wanted);
    if (meaning) {
      const spoken = only(indexes(options.slice(), (option) => yesNo(option) === meaning));
      // "Yes, I am authorised" beside "No, I am not"
      return spoken >= 0 ? spoken : only(indexes(texts, (text) => yesNo(text.split(" ")[0] ?? "") === meaning));
    }
    const longer = indexes(texts, (text) => text.startsWith(`${aim} `));
    if (longer.length > 0) return only(longer);
    const shorter = indexes(texts, (text) => text.length > 3 && aim.startsWith(`${text} `));
    if (shorter.length > 0) return only(shorter);
    const words = aim.split(" ");
    return only(indexes(texts, (text) => words.every((word) => text.split(" ").includes(word))));
  };

  /** @type {ApplyOnceOptions["isPlaceholder"]} */
  const isPlaceholder = (text) => [PLACEHOLDER, DRAWN_PLACEHOLDER].some((one) => one.test(text.trim()));

  ns.options = { normalise, same, match, yesNo, isPlaceholder };
})();
