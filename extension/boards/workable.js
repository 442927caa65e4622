// Workable: posting and form are two tabs with their own addresses; class names are hashes, `data-ui` stays. The thank-you
// takes the form's place in the same address; a page of voluntary questions may come before it.
(() => {
  const { boards } = applyonce;
  const FORM = "form[data-ui=application-form]";
  const JOB_PATH = /^(\/[^/]+)?\/j\/[0-9A-F]{10}/i;
  /** The board's own, beside what any board says: nothing else stands where the form stood. */
  const THANKS = /thank(s| you)|submitted successfully|vielen dank|merci|gracias|grazie|obrigad[oa]|bedankt|dank je|tack/i;

  boards.add({
    name: "workable",

    matches(doc, address) {
      if (doc.querySelector(`${FORM}, [data-ui=job-title]`)) return true;
      return /(^|\.)workable\.com$/.test(address.hostname);
    },

    posting(doc, address) {
      const title = boards.text(doc, "[data-ui=job-title]");
      if (!doc.querySelector(FORM) && !(title && JOB_PATH.test(address.pathname))) return null;
      return {
        title,
        company: boards.text(doc, "[data-ui=company-name], header a"),
        location: boards.text(doc, "[data-ui=job-location]"),
      };
    },

    form: (doc) => doc.querySelector(FORM),

    formAddress(_doc, address) {
      const path = JOB_PATH.exec(address.pathname);
      return path ? `${address.origin}${path[0]}/apply/${address.search}` : null;
    },

    submit: "[data-ui=apply-button]",

    success(doc, address) {
      // Whether the voluntary page comes before or after the sending is not known: it proves nothing.
      if (doc.querySelector(`${FORM}, [data-ui=eeoc-form], [data-ui=job-description]`)) return null;
      const said = [...doc.querySelectorAll("main h1, main h2, main h3, [role=status]")].map((each) => boards.words(each));
      const found = said.find((text) => text.length < 200 && (THANKS.test(text) || boards.thanked(text)));
      return found ? { kind: "text", url: address.href, text: found } : null;
    },

    refusal(doc) {
      const said = boards.shown(doc, "[data-ui=form-error]:not(:empty), [role=alert]:not(:empty)");
      return said ? boards.refusalIn(said.textContent ?? "") : null;
    },

    errors: "[data-error=true], [id$=_error]:not(:empty), [data-ui=form-error]:not(:empty)",
    requests: [],
    skip: "[data-ui=skip-eeoc], [data-ui=skip-eeoc-footer]",
    traps: "[data-ui=autofill], [data-ui=autofill-button], [data-ui=add-section], [data-ui^=clear-section-]",
  });
})();
