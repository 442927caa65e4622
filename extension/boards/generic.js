// Any other page: schema.org JobPosting, or a form that can only be an application. Registered last. Being wrong here
// puts a button on somebody's newsletter form, so a form alone must show several signs.
(() => {
  const { boards } = applyonce;
  const CONTROLS = "input:not([type=hidden]), select, textarea";
  const SUBMIT =
    "button[type=submit], input[type=submit], input[type=image], button:not([type]), [role=button][data-action=submit]";

  const RESUME = /r[ée]sum[ée]|\bcv\b|curriculum|lebenslauf|cover.?letter|anschreiben|lettre de motivation|currículo/i;
  const APPLY_WORDS =
    /\bappl(y|ication|ying|icant)\b|bewerb|candidatur|postul|solicit|solliciteer|inscri[pv]|ans[öø]k/i;
  /** What sends a form without saying what it is; a button that says anything else ("Check my CV") tells of another. */
  const SEND_WORDS = /\b(submit|send|next|continue|done|finish|review)\b|absenden|senden|weiter|envoyer|valider|suivant|enviar|continuar|invia|avanti|verstuur|verzend|volgende|skicka|nästa/i;
  const NAME = /first.?name|last.?name|full.?name|given.?name|family.?name|surname|\bname\b|vorname|nachname|nom\b|pr[ée]nom|nombre|apellido/i;
  const PRICE = /add to (cart|basket)|checkout|warenkorb|panier|\bcard number\b/i;

  /** @param {Element} control */
  function words(control) {
    const labels = [.../** @type {HTMLInputElement} */ (control).labels ?? []].map((label) => label.textContent);
    return [control.getAttribute("name"), control.id, control.getAttribute("aria-label"), ...labels].join(" ").slice(0, 600);
  }

  /** @param {Element} form */
  function looksLikeApplication(form) {
    const controls = [...form.querySelectorAll(CONTROLS)].slice(0, 300);
    if (controls.length < 3 || form.querySelector("input[type=password], input[type=search]")) return false;
    const described = controls.map((control) => ({ control, text: words(control) }));
    const email = described.some(({ control, text }) => control.matches("[type=email]") || /e.?mail/i.test(text));
    const name = described.some(({ text }) => NAME.test(text));
    if (!email || !name) return false;
    const file = described.some(({ control, text }) => control.matches("[type=file]") && RESUME.test(text + near(control)));
    const about = [...form.querySelectorAll(`${SUBMIT}, h1, h2, h3, legend`)].map(said).join(" ");
    if (PRICE.test(about)) return false;
    const sending = [...form.querySelectorAll(SUBMIT)].map((control) => `${said(control)} ${control.getAttribute("aria-label") ?? ""}`.trim());
    if (sending.length > 0 && !sending.some((text) => text === "" || APPLY_WORDS.test(text) || SEND_WORDS.test(text))) return false;
    return file && (APPLY_WORDS.test(about) || APPLY_WORDS.test(form.id + form.className + form.getAttribute("action")));
  }

  /** @param {Element} control */
  function near(control) {
    return (control.closest("div, p, fieldset, li")?.textContent ?? "").slice(0, 300);
  }

  /** @param {Element} element */
  function said(element) {
    return (/** @type {HTMLInputElement} */ (element).value || element.textContent || "").slice(0, 200);
  }

  /** @param {Document} doc */
  function form(doc) {
    return [...doc.forms].slice(0, 50).find(looksLikeApplication) ?? null;
  }

  boards.add({
    name: "generic",
    matches: () => true,

    posting(doc) {
      const [posting, second] = applyonce.jsonLd.postings(doc);
      // A list of results carries many postings: none of them is this page's.
      if (posting && !second) return applyonce.jsonLd.facts(posting);
      const microdata = doc.querySelectorAll('[itemtype$="schema.org/JobPosting"]');
      if (microdata.length === 1 && microdata[0]) return microdataFacts(microdata[0]);
      if (!form(doc)) return null;
      return { title: boards.text(doc, "h1") || doc.title, company: "", location: "" };
    },

    form(doc) {
      const likely = form(doc);
      if (likely) return likely;
      // The page says that it is a job: then a form with a file field is enough.
      const isJob = applyonce.jsonLd.postings(doc).length === 1;
      return isJob ? ([...doc.forms].find((each) => each.querySelector("input[type=file]")) ?? null) : null;
    },

    submit: SUBMIT,

    success(doc, address) {
      const text = boards.text(doc, "[role=status], [role=alert], h1, h2, main");
      const said = /application (has been |was )?(successfully )?(submitted|received|sent)|thank(s| you) for (applying|your application)/i;
      const found = said.exec(text || (doc.body?.textContent ?? "").slice(0, 20_000));
      return found ? { kind: "text", url: address.href, text: found[0] } : null;
    },

    refusal: () => null,
    errors: "[aria-invalid=true], .error:not(:empty), .invalid-feedback, .field-error, [role=alert]:not(:empty)",
    requests: [],
  });

  /**
   * @param {Element} root
   * @returns {JobFacts}
   */
  function microdataFacts(root) {
    /** @param {string} name */
    const prop = (name) => {
      const element = root.querySelector(`[itemprop=${name}]`);
      return (element?.getAttribute("content") ?? element?.textContent ?? "").replace(/\s+/g, " ").trim();
    };
    const company = root.querySelector("[itemprop=hiringOrganization] [itemprop=name]");
    return {
      title: prop("title"),
      company: (company?.getAttribute("content") ?? company?.textContent ?? "").trim() || prop("hiringOrganization"),
      location: prop("addressLocality"),
    };
  }
})();
