// Any other page: schema.org JobPosting, or a form that can only be an application. Registered last. Being wrong here
// puts a button on somebody's newsletter form, so a form alone must show several signs.
(() => {
  const { boards } = applyonce;
  const SUBMIT =
    "button[type=submit], input[type=submit], input[type=image], button:not([type]), [role=button][data-action=submit]";

  const RESUME = /r[ée]sum[ée]|\bcv\b|curriculum|[żz]yciorys|životopis|ansioluettelo|lebenslauf|cover.?letter|anschreiben|lettre de motivation|currículo/i;
  /** At the head of a page that is about applying; in the midst of one ("Questions about your application?") they say little. */
  const APPLY_HEAD = /^\W*(?!.*\b(jobs|tips|advice|templates?|examples?|guide|checklist|builder|generator|checker|review|score)\b)(apply\b|((job|employment|online) )?application\b|(online.?)?bewerb|candida(t|tar|tur)|postul|solicitud|sollicit|ans[öø][kg]|aplikuj|zg[łl]oszeni|hakemus)/i;
  const APPLY_WORDS =
    /\bappl(y|ication|ying|icant)\b|bewerb|candidatur|postul|solicit|solliciteer|inscri[pv]|ans[öø][kg]|aplikuj|zg[łl]oszeni|hakemus/i;
  /** What sends a form without saying what it is; a button that says anything else ("Check my CV") tells of another. */
  const SEND_WORDS = /\b(submit|send|next|continue|done|finish|review)\b|absenden|senden|abschicken|einreichen|weiter|envoyer|soumettre|transmettre|valider|suivant|enviar|mandar|continuar|invia|inoltra|avanti|submeter|verstuur|verzend|indienen|volgende|skicka|nästa|indsend|næste|wy[śs]lij|prze[śs]lij|dalej|odeslat|l[äa]het[äa]/i;
  const NAME = /first.?name|last.?name|full.?name|given.?name|family.?name|surname|\bname\b|vorname|nachname|nom\b|pr[ée]nom|nombre|apellido|\b(cog)?nome\b|\b(voor|achter)?naam\b|\b(för|efter)?namn\b|\b(for|efter|etter)navn\b|\bimi[ęe]|nazwisko|jméno|příjmení|\b(etu|suku)nimi/i;
  const EMAIL = /e.?mail|\be.?post\b|\bmail\b|courriel|correo|correio|sähköposti/i;
  const PRICE = /add to (cart|basket)|checkout|warenkorb|panier|\bcard number\b/i;
  /** A page that makes an account, or asks for one: no application, however many other fields it has. */
  const ACCOUNT = /\b(create|open|register( for)?|need)\b.{0,30}\baccount\b|\bsign(ing)?.?(up|in)\b|\blog(ging)?.?in\b|\bregister\b|\bregistration\b|registrier|anmeld|konto (anlegen|erstellen)|cr[ée]er (un|mon|votre) compte|inscription|crear (una )?cuenta|crea (un )?account|account aanmaken/i;
  /** With a password, a form must ask as much as an application does; an account takes fewer. */
  const MIN_WITH_PASSWORD = 6;
  const MIN_CONTROLS = 3;
  const CHECKS = "[type=password], [type=checkbox], [type=radio]";
  /** What else is applied for with a name, an e-mail address and a document. */
  const NO_JOB = new RegExp(
    [
      /\badmission\b.*\b(form|application|to)\b|\b(for|of) admission|\btuition\b|\benrol?ment|\bscholarships?\b|\bcall for (papers|speakers|proposals)|\bapply to speak\b/,
      /(apply|application) (for|to) (an? |the |this |our )?([\w-]+ ){0,2}(loan|mortgage|grant|visa|membership|insurance|tenancy|permit|passport|flat|apartment|house|room|property|bootcamp|course|degree|program|programme|accelerator|award|prize)s?\b(?! (manager|coordinator|director|lead|officer|assistant|specialist))/,
      /\b(loan|mortgage|grant|visa|membership|rental|tenan(t|cy)|insurance) application|\b(course|programme|participation) fees?\b|\bcohort\b/,
      /\b(supplier|vendor|franchis\w*|reseller|dealer) (application|registration)|\bbecome (an? |our )?(supplier|vendor|partner|franchisee|reseller|dealer|member|sponsor|host)\b|\bvat number\b/,
      /\b(wohnung|mietinteressent\w*|mietbewerbung|mieterselbstauskunft|schufa|studienplatz|studiengang|stipendium|kita-?platz|immatrikulation)\b/,
      /\b(logement|locataire|bourse d|inscription en (licence|master)|alquiler|inquilin[oa]|beca|matr[íi]cula|affitto|inquilino|borsa di studio|huurder|huurwoning|studiebeurs)\b/,
    ].map((each) => each.source).join("|"),
    "i",
  );
  /** At the head of a page: matters that one applies for, and may also work at. */
  const NO_JOB_HEAD = /\b(residenc(y|ies)|accreditation|adoption|foster home|competition|contest|exhibition|exhibitors?|(market )?stall|(summer )?(camp|school)|mentor(ship|ing)|beta program|incubator|funding|sponsorship|certification|exam|workshop|webinar|retreat|hackathon|awards?|nomination|permit|membership|club|kindergarten|daycare|childcare place|auditions?|casting|akkreditierung|wettbewerb|mitgliedschaft|concours|accréditation)\b/i;
  const OCCUPATION = /\b\w*(manager|coordinator|director|lead|officer|assistant|specialist|engineer|designer|developer|analyst|consultant|technician|administrator|executive|supervisor|worker|planner|teacher|instructor|trainer|associate|intern(ship)?|architect|curator|adviser|advisor|controller|nurse|clerk|operator|leiter|referent|mitarbeiter)(in)?\b|\b(job|position|vacancy|career)s?\b|\b(stelle|emploi|empleo|puesto|vacante|vacature|vaga|poste)\b|\((m|w|f|h|d|x)\/(m|w|f|h|d|x)/i;
  /** What a page is called that is about learning; further down, the same word heads what a job asks for. */
  const COURSE_HEAD = /^\W*(formations?|formaci[óo]n|formazione|formação|cursos?|corsi?|cursus|opleiding|lehrgang|seminare?|weiterbildung|talleres|taller|kurs)\b(?!.*\((m|w|f|h|d|x)\/)/i;
  /** Who hires keeps such forms as well, about others than themselves. */
  const EMPLOYER = new RegExp(
    [
      /\b(add|create|edit|update|import|manage)\b.{0,20}\b(candidates?|applicants?|employees?|team members?)\b|\bnew (candidate|applicant)s?\b/,
      /\b(bewerber|kandidat)[\w:*]*.{0,20}(hinzufügen|anlegen|erfassen|bearbeiten|verwalten)/,
      /\b(ajouter|modifier|créer|agregar|añadir|editar|aggiungi|modifica|adicionar|nuevo|nouveau|novo|nuovo)\b.{0,8}\b(candidat[oe]?|postulante|aspirante)\b/,
      /\b(kandidaat|sollicitant) (toevoegen|bewerken)/,
    ].map((each) => each.source).join("|"),
    "i",
  );
  /** What is applied for at the head of a form, where the job itself is called as nobody can list. */
  const OFFER = /\b(offre|oferta|offerta)\b(?! (de|di) (formation|formaci[óo]n|formazione|cours|curso|corso))/i;
  /** A button that only a script makes send: where there is no other, its words say what it does. */
  const DRAWN = "button[type=button], input[type=button], [role=button]";
  const SENDING =
    /^\W*(submit|send|apply)( (my|your|the|this))?( (application|now|for this (job|position|role)|form|profile))?\W*$|bewerbung (ab)?senden|envoyer (ma|votre) candidature|enviar (mi |tu |su )?(candidatura|solicitud)|invia (la )?candidatura|verstuur (je )?sollicitatie|skicka (din )?ansökan/i;
  const ROW_LEVELS = 5;
  const HEADING_LEVELS = 3;
  const HEADS = "h1, h2, h3, h4, h5, h6";
  const MAX_CONTROLS = 300;
  const MAX_PLACE_CHARS = 200;
  const forms = () => applyonce.forms;

  /** @param {Element} control */
  function words(control) {
    const labels = [.../** @type {HTMLInputElement} */ (control).labels ?? []].map((label) => label.textContent);
    const told = ["name", "id", "aria-label", "placeholder", "title"].map((name) => control.getAttribute(name));
    return [...told, ...(labels.length > 0 ? labels : [near(control)])].join(" ").slice(0, 600);
  }

  /** @param {Element} form */
  function looksLikeApplication(form) {
    const controls = forms().all(form, forms().CONTROLS).slice(0, MAX_CONTROLS);
    if (controls.length === 0 || controls.some((control) => control.matches(forms().SEARCH))) return false;
    const described = controls.map((control) => ({ control, text: words(control) }));
    const email = described.some(({ control, text }) => control.matches("[type=email]") || EMAIL.test(text));
    // "First" and "Last" under a legend that says "Name".
    const name = described.some(({ control, text }) => NAME.test(`${text} ${control.closest("fieldset")?.querySelector("legend")?.textContent ?? ""}`));
    const files = described.filter(({ control }) => control.matches("[type=file]"));
    const file = files.some(({ control, text }) => RESUME.test(`${text} ${near(control)}`)) || (files.length === 1 && files.every(isWordless) && RESUME.test(saidRightBefore(form)));
    const buttons = buttonsOf(form);
    const about = [...buttons, ...forms().all(form, "h1, h2, h3, legend")].map(said).join(" ");
    const headings = [form.ownerDocument.title, ...[...form.ownerDocument.querySelectorAll("h1, [role=heading][aria-level='1']")].map(said)];
    if (controls.some((control) => control.matches("[type=password]")) && !isMoreThanAccount(controls, [...headings, about].join("\n"))) return false;
    const subject = [...headings, about, ...described.map(({ text }) => text)].join("\n");
    const heads = [...headings, ...headingsBefore(form)];
    if (PRICE.test(subject) || NO_JOB.test(subject)) return false;
    if ((headings.some((each) => COURSE_HEAD.test(each)) || heads.some((each) => NO_JOB_HEAD.test(each))) && !heads.some((each) => OCCUPATION.test(each))) return false;
    const sending = buttons.filter(sends).map((control) => `${said(control)} ${control.getAttribute("aria-label") ?? ""}`.trim());
    if (sending.length > 0 && !sending.some((text) => text === "" || APPLY_WORDS.test(text) || SEND_WORDS.test(text))) return false;
    if ([...heads, ...sending].some((each) => EMPLOYER.test(each))) return false;
    heads.push(...forms().all(form, "h4, h5, h6").map(said));
    if (!email || !name || controls.length < MIN_CONTROLS) return file && isForKnownApplicant(heads, sending);
    return file && (APPLY_WORDS.test(about) || heads.some((each) => APPLY_HEAD.test(each)) || /candidate/i.test(form.id) || APPLY_WORDS.test(["id", "class", "action", "name", "data-name", "aria-label"].map((name) => form.getAttribute(name)).join(" ")));
  }

  /**
   * Who is logged in is asked for neither name nor e-mail address: then heading and button must both say that it is a job.
   * @param {string[]} heads
   * @param {string[]} sending
   */
  function isForKnownApplicant(heads, sending) {
    return heads.some((each) => APPLY_HEAD.test(each) && (OCCUPATION.test(each) || OFFER.test(each))) && sending.some((text) => APPLY_WORDS.test(text));
  }

  /** @param {Element} el */
  function holdsNoControl(el) {
    return !el.matches(forms().CONTROLS) && !el.querySelector(forms().CONTROLS);
  }

  /** What heads the form, where that stands before it. @param {Element} form */
  function headingsBefore(form) {
    const heads = [];
    let up = /** @type {Element | null} */ (form);
    for (let level = 0; up && up.localName !== "body" && level < HEADING_LEVELS; level += 1, up = up.parentElement) {
      for (let above = up.previousElementSibling; above && holdsNoControl(above); above = above.previousElementSibling) {
        heads.push(...[above, ...above.querySelectorAll(HEADS)].filter((each) => each.matches(HEADS)).map(said));
      }
    }
    return heads;
  }

  /** @param {{control: Element, text: string}} described */
  function isWordless({ control }) {
    return !/\p{L}/u.test(`${near(control)}${[.../** @type {HTMLInputElement} */ (control).labels ?? []].map((label) => label.textContent).join("")}`);
  }

  /** @param {Element} form */
  function saidRightBefore(form) {
    const above = form.previousElementSibling;
    return above && holdsNoControl(above) ? (above.textContent ?? "").slice(0, MAX_PLACE_CHARS) : "";
  }

  /**
   * Some boards have the applicant choose a password in the application itself (iCIMS).
   * @param {Element[]} controls
   * @param {string} heads what the page and the form call themselves
   */
  function isMoreThanAccount(controls, heads) {
    return controls.filter((control) => !control.matches(CHECKS)).length >= MIN_WITH_PASSWORD && !ACCOUNT.test(heads);
  }

  /** What stands around or right before a control, and no other control shares: home-made pages have no labels. @param {Element} control */
  function near(control) {
    let words = "";
    let up = control.parentElement;
    for (let level = 0; up && up.localName !== "form" && level < ROW_LEVELS; level += 1, up = up.parentElement) {
      if (up.querySelectorAll(forms().CONTROLS).length > 1) break;
      words = up.textContent ?? "";
      const above = up.previousElementSibling;
      if (above && holdsNoControl(above)) words = `${(above.textContent ?? "").slice(0, 150)} ${words}`;
    }
    return words.slice(0, 300);
  }

  /** @param {Element} element */
  function said(element) {
    return (/** @type {HTMLInputElement} */ (element).value || element.textContent || "").slice(0, 200);
  }

  /** Many take the file field away once it holds a file: a form that was an application stays one. @type {WeakSet<Element>} */
  const applications = new WeakSet();
  /** Once it was open it may be closed, covered by its thanks: it stays what the page is about. @type {WeakSet<Element>} */
  const opened = new WeakSet();

  /** @param {Document} doc */
  function form(doc) {
    const found = forms().real(doc).slice(0, 50).map(withItsButton).find(isApplication) ?? withoutForm(doc);
    if (found) applications.add(found);
    if (found && isShown(found)) opened.add(found);
    return found;
  }

  /** @param {Element} form */
  function isShown(form) {
    return forms().all(form, "input:not([type=hidden]), select, textarea, button, label").some((el) => el.getClientRects().length > 0);
  }

  /** A form that nobody has seen yet, in a closed dialog: the page around it may be a list of jobs. @param {Document} doc */
  function unopened(doc) {
    const found = form(doc);
    return found && !opened.has(found) ? found : null;
  }

  /** The form, or where nothing in it sends, the nearest box around it alone where something does. @param {Element} form */
  function withItsButton(form) {
    if (forms().all(form, "[type=file]").length === 0 || buttonsOf(form).some(sends)) return form;
    const box = forms().around(form, (up) => buttonsOf(up).some(sends));
    return box && box.localName !== "body" && box.querySelectorAll("form").length === 1 ? box : form;
  }

  /** @param {Element} box */
  function isApplication(box) {
    return applications.has(box) || looksLikeApplication(box);
  }

  /** The smallest box around a résumé field outside of any form that is an application as a whole. @param {Document} doc */
  function withoutForm(doc) {
    const loose = forms().loose(doc).slice(0, MAX_CONTROLS);
    const [first] = loose;
    if (!first || loose.length < 2) return null;
    const resume = loose.find((control) => control.matches("[type=file]") && RESUME.test(words(control)));
    return forms().around(resume ?? first, (box) => applications.has(box) || (Boolean(resume) && buttonsOf(box).some(sends) && looksLikeApplication(box)));
  }

  /** @param {Element} box */
  function buttonsOf(box) {
    return forms().all(box, `${SUBMIT}, ${DRAWN}`);
  }

  /** @param {Element} control */
  function sends(control) {
    if (control.matches(SUBMIT)) return true;
    if (!SENDING.test(said(control)) || control.hasAttribute("aria-haspopup")) return false;
    const own = applyonce.tree.closest(control, "form");
    return !own || !forms().all(own, "button[type=submit], input[type=submit]").some((other) => other.getClientRects().length > 0);
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
      if (!form(doc) || unopened(doc)) return null;
      return { title: boards.text(doc, "h1") || doc.title, company: "", location: "" };
    },

    form(doc) {
      const likely = form(doc);
      if (likely) return likely;
      // The page says that it is a job: then a form with a file field is enough.
      const isJob = applyonce.jsonLd.postings(doc).length === 1;
      const plain = isJob ? (forms().real(doc).find((each) => each.querySelector("input[type=file]")) ?? null) : null;
      if (plain) applications.add(plain);
      return plain;
    },

    submit: `${SUBMIT}, ${DRAWN}`,
    sends,
    roots: (doc) => forms().roots(doc),
    unopened,

    success(doc, address) {
      const text = boards.text(doc, "[role=status], [role=alert], h1, h2, main");
      const whole = text || (doc.body?.textContent ?? "").slice(0, 20_000);
      const thanks = boards.thanked(whole);
      if (!thanks) return null;
      // With what stands around it: a posting and its thanks may use the same few words.
      const around = whole.slice(Math.max(0, thanks.at - 60), thanks.at + 120).replace(/\s+/g, " ").trim();
      return { kind: "text", url: address.href, text: around };
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
      const named = element?.querySelector("[itemprop=name]") ?? element;
      return (named?.getAttribute("content") ?? named?.textContent ?? "").replace(/\s+/g, " ").trim();
    };
    return {
      title: prop("title"),
      company: prop("hiringOrganization"),
      location: applyonce.jsonLd.placeName(prop("addressLocality"), prop("addressRegion"), prop("addressCountry")) || prop("jobLocation").slice(0, MAX_PLACE_CHARS),
    };
  }
})();
