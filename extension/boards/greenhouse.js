// Greenhouse: one host serves two generations of pages, so the structure decides. Embedded forms are the same pages.
(() => {
  const { boards } = applyonce;
  const NEW_FORM = "form#application-form.application--form, form.application--form";
  const OLD_FORM = "form#application_form";
  const CONFIRMATION = /\/confirmation\/?$/;

  boards.add({
    name: "greenhouse",

    matches(doc, address) {
      if (doc.querySelector(`${NEW_FORM}, ${OLD_FORM}, #app_body, #grnhse_app iframe, #application-confirmation`)) return true;
      return /(^|\.)greenhouse\.io$/.test(address.hostname);
    },

    posting(doc, address) {
      if (CONFIRMATION.test(address.pathname)) return null;
      const isJob = /\/jobs\/\d+/.test(address.pathname) || /\/embed\/job_app\/?$/.test(address.pathname);
      const form = doc.querySelector(`${NEW_FORM}, ${OLD_FORM}`);
      if (!isJob && !form) return null;
      const title = boards.text(doc, "h1.section-header, .job__title h1, h1.app-title, #header h1, h1");
      if (!title && !form) return null;
      return {
        title,
        company: boards.text(doc, ".company-name").replace(/^at\s+/i, "") || logoName(doc),
        location: boards.text(doc, ".job__location, #header .location, .location"),
      };
    },

    form: (doc) => doc.querySelector(`${NEW_FORM}, ${OLD_FORM}`),

    submit: `${NEW_FORM.split(", ").map((form) => `${form} button[type=submit]`).join(", ")}, #submit_app`,

    success(doc, address) {
      const text = boards.text(doc, "#application-confirmation, #application_confirmation, .confirmation, h1, main");
      if (CONFIRMATION.test(address.pathname)) return { kind: "address", url: address.href, text: text.slice(0, 300) };
      const box = boards.shown(doc, "#application-confirmation, #application_confirmation");
      if (box) return { kind: "text", url: address.href, text: boards.words(box).slice(0, 300) };
      return null;
    },

    // The post is answered with 428 until the code that came by mail is typed in: nothing has been taken yet.
    refusal(doc) {
      if (boards.shown(doc, "#security-input-0, [id^=security-input-]")) {
        return { text: "The board asks for the security code that it sent by mail.", park: "security_code" };
      }
      return null;
    },

    errors: ".helper-text--error, [aria-invalid=true], .field_with_errors, .field-error-msg, #form_errors li",

    requests: [
      { method: "POST", address: /^[\w.-]*greenhouse\.io\/.*\/(submit_app|applications)\/?(\?|$)/ },
      { method: "POST", address: /^(job-)?boards(\.eu)?\.greenhouse\.io\/[^/]+\/jobs\/\d+\/?(\?|$)/ },
      { method: "POST", address: /^(job-)?boards(\.eu)?\.greenhouse\.io\/embed\/[^/]+\/jobs\/\d+\/?(\?|$)/ },
      { method: "POST", address: /^boards-api(\.eu)?\.greenhouse\.io\/v1\/boards\/[^/]+\/jobs\/\d+\/?(\?|$)/ },
    ],

    traps: "[data-testid=quick-apply], .btn--secondary",
  });

  /** @param {Document} doc */
  function logoName(doc) {
    const alt = doc.querySelector("img.logo, .logo img, header img[alt]")?.getAttribute("alt") ?? "";
    return alt.replace(/\s*logo\s*$/i, "").trim();
  }
})();
