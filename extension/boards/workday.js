// Workday: a wizard whose address never changes, in two generations of names. One control is "Save and Continue" on each
// page and "Submit" on the last: only what is shown above it tells which.
(() => {
  const { boards } = applyonce;
  const NEXT =
    "[data-automation-id=bottom-navigation-next-button], [data-automation-id=pageFooterNextButton]";
  const SUBMIT = "[data-automation-id=pageFooterSubmitButton], [data-automation-id=submitButton]";
  const PAGE = "[data-automation-id^=applyFlow][data-automation-id$=Page]";
  const REVIEW = "[data-automation-id=applyFlowReviewPage]";
  const ACCOUNT = "[data-automation-id=signInContent], [data-automation-id=createAccountSubmitButton], [data-automation-id=signInSubmitButton]";
  const DONE = "[data-automation-id=applicationSubmittedPage], [data-automation-id=congratulationsPopup]";
  const SUBMIT_WORD = /^\s*(submit|absenden|bewerbung senden|envoyer|soumettre|enviar|invia|verzenden|skicka)\b/i;
  const JOB_PATH = /^(.*\/job\/(?:[^/]+\/)?[^/]*_[^/]+?)(?:\/apply(?:\/.*)?)?\/?$/;

  /** @param {Document} doc */
  function wizard(doc) {
    return doc.querySelector(PAGE);
  }

  boards.add({
    name: "workday",

    matches(doc, address) {
      if (/(^|\.)(myworkdayjobs|myworkdaysite)\.com$/.test(address.hostname)) return true;
      return doc.querySelector(`[data-automation-id=jobPostingPage], ${PAGE}`) !== null;
    },

    posting(doc, address) {
      if (!JOB_PATH.test(address.pathname) || doc.querySelector(DONE)) return null;
      const shown = doc.querySelector(`[data-automation-id=jobPostingPage], [data-automation-id=applyAdventurePage], ${ACCOUNT}, ${PAGE}`);
      if (!shown) return null;
      return {
        title: boards.text(doc, `[data-automation-id=jobPostingHeader], ${PAGE} h3, [data-automation-id=applyAdventurePage] h3`),
        company: boards.text(doc, "[data-automation-id=header] a, [data-automation-id=headerTitle]") || (address.hostname.split(".")[0] ?? ""),
        location: boards.text(doc, "[data-automation-id=locations] dd"),
      };
    },

    // The footer may stand beside the page's element.
    form(doc) {
      const page = wizard(doc);
      if (!page) return null;
      const footer = doc.querySelector(`${NEXT}, ${SUBMIT}`);
      let around = /** @type {Element} */ (page);
      while (footer && !around.contains(footer) && around.parentElement) around = around.parentElement;
      return around;
    },

    // Not with the résumé's parser, and not with what was sent last time.
    formAddress(_doc, address) {
      const path = JOB_PATH.exec(address.pathname);
      return path && !/\/apply\/\w/.test(address.pathname) ? `${address.origin}${path[1]}/apply/applyManually${address.search}` : null;
    },

    submit: `${SUBMIT}, ${NEXT}`,
    sends: (control) =>
      control.matches(SUBMIT) || control.ownerDocument.querySelector(REVIEW) !== null || SUBMIT_WORD.test(control.textContent ?? ""),
    next: NEXT,
    step: (doc) => wizard(doc)?.getAttribute("data-automation-id") ?? "",
    login: (doc) => boards.shown(doc, ACCOUNT) !== null,

    ended(doc) {
      if (boards.shown(doc, "[data-automation-id=alreadyApplied]")) return "already_applied";
      // In the wizard the same name is on complaints about fields.
      const gone = wizard(doc) ? null : boards.shown(doc, "[data-automation-id=errorMessage], [data-automation-id=invalid-content]");
      return gone && (/no longer/i.test(gone.textContent ?? "") || boards.saysClosed(gone.textContent ?? "")) ? "closed" : null;
    },

    success(doc, address) {
      const done = boards.shown(doc, DONE);
      return done ? { kind: "text", url: address.href, text: boards.words(done).slice(0, 300) } : null;
    },

    refusal(doc) {
      const said = boards.shown(doc, "[data-automation-id=errorBanner]");
      return said ? boards.refusalIn(said.textContent ?? "") : null;
    },

    errors: "[data-automation-id=errorBanner], [data-automation-id=inputAlert], [aria-invalid=true]",
    requests: [],
    traps: "[data-automation-id=beecatcher], [data-automation-id=add-button], [data-automation-id=panel-set-delete-button]",
  });
})();
