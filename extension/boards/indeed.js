// Indeed: the posting on one host, the form in modules on another whose addresses name no job. It takes only trusted
// clicks; each page holds several "Continue" buttons of which one is shown.
(() => {
  const { boards } = applyonce;
  const FORM_HOST = /^(smartapply|m5\.apply|apply)\.indeed\.com$/;
  const SUBMIT = "[data-testid=submit-application-button], .ia-SubmitButton";
  const MODULE = /\/form\/(.+?)\/?$/;
  const POST_APPLY = /\/form\/post-apply\/?$/;
  const CONTINUE_WORD = /^\s*(continue|weiter|continuer|continuar|continua|doorgaan|verder|fortsätt)\s*$/i;

  /** @param {Document} doc */
  function flow(doc) {
    return doc.querySelector("#ia-container main, #ia-container, main");
  }

  /** @param {Document} doc @returns {Element[]} */
  function continues(doc) {
    const named = [...doc.querySelectorAll("[data-testid=continue-button], .ia-continueButton")];
    const buttons = named.length > 0 ? named : [...doc.querySelectorAll("button")].filter((each) => CONTINUE_WORD.test(each.textContent ?? ""));
    return buttons.filter((each) => each.getClientRects().length > 0 && getComputedStyle(each).visibility === "visible");
  }

  boards.add({
    name: "indeed",

    matches: (_doc, address) => /(^|\.)indeed\.com$/.test(address.hostname),

    posting(doc, address) {
      if (FORM_HOST.test(address.hostname)) {
        if (POST_APPLY.test(address.pathname) || !MODULE.test(address.pathname)) return null;
        const ready = continues(doc).length > 0 || doc.querySelector(SUBMIT) !== null;
        return ready ? { title: boards.text(doc, "aside h2, [data-testid=job-title]"), company: boards.text(doc, "aside p"), location: "" } : null;
      }
      const id = address.searchParams.get("jk") ?? address.searchParams.get("vjk");
      const apply = doc.querySelector("#indeedApplyButton, [data-testid=viewjob-indeed-apply], .jobsearch-IndeedApplyButton, .ia-IndeedApplyButton, .applied-badge");
      if (!id || !apply) return null;
      return {
        title: boards.text(doc, "[data-testid=jobsearch-JobInfoHeader-title], h1"),
        company: boards.text(doc, "[data-testid=inlineHeader-companyName]"),
        location: boards.text(doc, "[data-testid=inlineHeader-companyLocation]"),
      };
    },

    continues: (_doc, address) => FORM_HOST.test(address.hostname),
    form: (doc) => (FORM_HOST.test(doc.location.hostname) && (continues(doc).length > 0 || doc.querySelector(SUBMIT)) ? flow(doc) : null),
    submit: SUBMIT,
    next: "[data-testid=continue-button], .ia-continueButton, footer button:not([data-testid=submit-application-button])",
    step: (_doc, address) => MODULE.exec(address.pathname)?.[1] ?? "",
    trustedOnly: true,

    login: (doc) => doc.location.hostname === "secure.indeed.com" || /^sign in/i.test(boards.text(doc, "main h1")),
    ended: (doc) => (boards.shown(doc, ".applied-badge") ? "already_applied" : /expired on indeed/i.test(boards.text(doc, "h1")) || boards.saysClosed(boards.text(doc, "h1")) ? "closed" : null),

    success(doc, address) {
      if (!FORM_HOST.test(address.hostname) || !POST_APPLY.test(address.pathname)) return null;
      return { kind: "address", url: address.href, text: boards.text(doc, "h1, main").slice(0, 300) };
    },

    refusal(doc) {
      const said = boards.shown(doc, ".form-error:not(:empty), [data-testid=submit-error]:not(:empty)");
      return said ? boards.refusalIn(said.textContent ?? "") : null;
    },

    errors: ".ia-error:not(:empty), [aria-invalid=true], [role=alert]:not(:empty)",
    requests: [],
    traps: "[data-testid$=skip-button]",
  });
})();
