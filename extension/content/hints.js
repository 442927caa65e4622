// Which words near a field are its name, and which only help with it: examples, hints, the words on a drawn upload.
(() => {
  const ns = (globalThis.applyonce ??= /** @type {ApplyOnce} */ ({}));
  const { isElement } = ns.tree;

  /** How many elements before and behind a field are looked at for another one of its heading's kind. */
  const NEAR_ELEMENTS = 120;
  const GENERIC_PLACEHOLDER = /^(type|enter|start|your (answer|response)|write|select|choose|pick|search|add|e\.?g|(p\.? ?)?ex(emple|ample)?\b|z\. ?b|p\. ?ej|hello@|https?:|www|\+?\d|mm|dd|tt|jj|gg|aaaa|yyyy|[^\p{L}]*$|(ihre|deine) antwort|(votre|ta) r[ée]ponse|saisi(r|ssez|s)|indiquez|[ée]crivez|entrez|(bitte )?(geben|eingeben|eintragen)|such(e|en)\b|escrib[ae]|introduc[ei]|scrivi|inserisci|digit[ae]|vul\b|typ\b|ange\b)/iu;
  /** An address or a user's name as it may be given there: "jane@example.org", "linkedin.com/in/jane", "@jane". */
  const EXAMPLE = /^\S*@\S+$|^\S+\.[a-z]{2,}(\/\S*)?$/i;
  const UPLOAD_VERB = "attach|upload|choose|select|browse|add|drag|drop|click|datei(en)?|durchsuche?n?|hochladen|ziehe?n?|ablegen|parcourir|t[ée]l[ée]charge[rz]|gliss(er|ez)|d[ée]pos(er|ez)|cliquez|ajoute[rz]|joindre|trascina(re)?|sfoglia|carica(re)?|arrastr(a|e|ar)|subir|adjuntar|sleep|bladeren|uploaden";
  const A_DOCUMENT = "cv|r[ée]sum[ée]|letter|lebenslauf|anschreiben|curriculum|motivation|candidature|lettera|carta|brief";
  const FILE_GENERIC = new RegExp(`^((${UPLOAD_VERB})(?!\\p{L})(?!.*(?<!\\p{L})(${A_DOCUMENT})(?!\\p{L})).{0,60}|or|and|oder|ou|o|of|(hidden )?(file|upload)[- _]?(input|upload|field)?)$`, "iu");
  const FILE_VERBS = new RegExp(`^(${UPLOAD_VERB})(?!\\p{L}).{0,24}$`, "iu");
  const DOCUMENT = /(^|[^\p{L}])(cv|r[ée]sum[ée]s?|curriculum|(cover|motivation) letter|lebenslauf|anschreiben|lettre de motivation)(?!\p{L})/iu;
  const EXPLAINING = "[class*=description i], [class*=instruction i], [class*=error i], [class*=help i]";
  const HINT_CLASSES = `${EXPLAINING}, [class*=hint i], [class*=caption i], small`;
  /** Elements whose own text is no word about a field. */
  const NO_TEXT = new Set(["script", "style", "template", "noscript", "select", "textarea", "input", "button", "svg", "option", "iframe", "datalist"]);
  const ASIDE_ID = /info|desc|hint|help|error|subtitle/i;
  const SENTENCE = /[\p{L})][.!]$/u;

  /** @type {ApplyOnceHints["isExample"]} */
  const isExample = (placeholder) => GENERIC_PLACEHOLDER.test(placeholder) || EXAMPLE.test(placeholder);

  /** @type {ApplyOnceHints["isUploadWord"]} */
  const isUploadWord = (words) => FILE_GENERIC.test(words);

  /** @type {ApplyOnceHints["isUploadLabel"]} */
  const isUploadLabel = (words) => FILE_VERBS.test(words) || FILE_GENERIC.test(words);

  /** @type {ApplyOnceHints["namesDocument"]} */
  const namesDocument = (words) => DOCUMENT.test(words);

  /** @type {ApplyOnceHints["isAside"]} */
  const isAside = (el) => el.matches(HINT_CLASSES) || ASIDE_ID.test(el.id);

  /** @type {ApplyOnceHints["isHint"]} */
  const isHint = (el, words) => el.matches(HINT_CLASSES) || SENTENCE.test(words);

  /** @type {ApplyOnceHints["isTitle"]} */
  const isTitle = (el, words) => (el.matches("h1, h2") && !/[?*:]$/.test(words)) || SENTENCE.test(words);

  /** @param {Element} el */
  const kindOf = (el) => `${el.localName} ${el.className}`;

  /** @param {Element} el */
  const isTick = (el) => /^(radio|checkbox)$/.test(/** @type {HTMLInputElement} */ (el).type);

  /**
   * The elements before or behind one, nearest first.
   * @param {Element} start
   * @param {"nextNode" | "previousNode"} way
   * @returns {Generator<Element>}
   */
  function* elements(start, way) {
    const within = start.closest("form") ?? start.ownerDocument.body;
    const walker = start.ownerDocument.createTreeWalker(within, NodeFilter.SHOW_ELEMENT);
    walker.currentNode = start;
    for (let count = 0; count < NEAR_ELEMENTS; count += 1) {
      const next = walker[way]();
      if (!isElement(next)) return;
      yield next;
    }
  }

  /** @type {ApplyOnceHints["isOwn"]} */
  const isOwn = (heading, control, isControl) => {
    const block = isElement(heading) ? heading : heading.parentElement;
    if (!block) return false;
    const kind = kindOf(block);
    const isLike = (/** @type {Element} */ el) => kindOf(el) === kind && !block.contains(el) && /\p{L}/u.test(el.textContent ?? "");
    const last = control.choices.at(-1)?.el ?? control.el;
    for (const el of elements(last, "nextNode")) {
      if (isLike(el)) return true;
      if (isControl(el)) return false;
    }
    // The last of its form: one field, too, stands between its heading and that before it.
    /** @type {Element | null} */
    let met = null;
    for (const el of elements(block, "previousNode")) {
      if (isLike(el)) return met !== null;
      if (!isControl(el)) continue;
      if (met && !(isTick(met) && isTick(el))) return false;
      met = el;
    }
    return false;
  };

  ns.hints = { EXPLAINING, NO_TEXT, isExample, isUploadWord, isUploadLabel, namesDocument, isAside, isHint, isTitle, isOwn };
})();
