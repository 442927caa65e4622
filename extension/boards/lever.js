// Lever: the posting and the form are two pages. The visible button runs a captcha and then clicks a hidden one, so the
// intent is recorded at the visible one.
(() => {
  const { boards } = applyonce;
  const FORM = "form#application-form";
  const JOB_PATH = /^\/[^/]+\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
  const THANKS = /\/thanks\/?$/;

  /** What the page says to its reader: `textContent` would run its lines together. @param {Document} doc */
  function said({ body }) {
    return (body.innerText ?? body.textContent ?? "").replace(/\s+/g, " ").trim();
  }

  boards.add({
    name: "lever",

    matches(doc, address) {
      if (doc.querySelector(`.posting-headline, ${FORM} [data-qa=btn-submit]`)) return true;
      return /(^|\.)lever\.co$/.test(address.hostname);
    },

    posting(doc, address) {
      if (THANKS.test(address.pathname)) return null;
      const headline = doc.querySelector(".posting-headline, .posting-header");
      if (!headline && !doc.querySelector(`${FORM} [data-qa=btn-submit]`)) return null;
      const logo = doc.querySelector(".main-header-logo img, .main-header a img")?.getAttribute("alt") ?? "";
      return {
        title: boards.text(doc, ".posting-headline h2, .posting-header h2"),
        company: logo.replace(/\s*logo\s*$/i, "").trim() || decodeURIComponent(address.pathname.split("/")[1] ?? ""),
        location: boards.text(doc, ".posting-categories .location"),
      };
    },

    form: (doc) => (doc.querySelector("[data-qa=btn-submit], #btn-submit") ? doc.querySelector(FORM) : null),

    formAddress(doc, address) {
      const link = doc.querySelector("a.template-btn-submit[href]")?.getAttribute("href");
      if (link) return new URL(link, address).href;
      const path = JOB_PATH.exec(address.pathname);
      return path ? `${address.origin}${path[0]}/apply${address.search}` : null;
    },

    submit: "#btn-submit, [data-qa=btn-submit], #hcaptchaSubmitBtn",

    success(doc, address) {
      if (!THANKS.test(address.pathname)) return null;
      return { kind: "address", url: address.href, text: said(doc).slice(0, 300) };
    },

    refusal: () => null,

    // The text about the largest size is always in the document: only a shown one is a complaint.
    errors: ".error-message, .application-error, .resume-upload-oversize",

    requests: [{ method: "POST", address: /^jobs(\.eu)?\.lever\.co\/[^/]+\/[0-9a-f-]{36}\/apply\/?(\?|$)/i }],

    traps: ".awli-button, a[href*=linkedin]",
  });
})();
