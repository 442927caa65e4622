// SmartRecruiters: the ad is one page, the form another, made of web components with nested open shadow roots, in two
// pages under one address. The ad has a number, the form a UUID for the same job; the ad names both.
(() => {
  const { boards } = applyonce;
  const FORM_PATH = /^\/oneclick-ui\/company\/[^/]+\/publication\/[0-9a-f-]{36}/i;
  const APP = "oc-app, oc-oneclick-form, sr-oneclick-app, [data-test=oneclick-app]";
  const PAGES = "oc-personal-information, sr-screening-questions-form";
  const FOOTER = "[data-test=footer-next], [data-test=footer-submit]";
  const MAX_ROOTS = 400;

  /**
   * Every open shadow root below the application's element.
   * @param {Document} doc
   * @returns {ShadowRoot[]}
   */
  function roots(doc) {
    /** @type {ShadowRoot[]} */
    const found = [];
    /** @param {ParentNode} within */
    const gather = (within) => {
      for (const element of within.querySelectorAll("*")) {
        if (!element.shadowRoot || found.length >= MAX_ROOTS) continue;
        found.push(element.shadowRoot);
        gather(element.shadowRoot);
      }
    };
    for (const app of doc.querySelectorAll(APP)) {
      if (!app.shadowRoot) continue;
      found.push(app.shadowRoot);
      gather(app.shadowRoot);
    }
    return found;
  }

  /**
   * @param {Document} doc
   * @param {string} selector
   * @returns {Element | null}
   */
  function first(doc, selector) {
    const outside = doc.querySelector(selector);
    if (outside) return outside;
    for (const root of roots(doc)) {
      const inside = root.querySelector(selector);
      if (inside) return inside;
    }
    return null;
  }

  boards.add({
    name: "smartrecruiters",

    matches: (_doc, address) => /(^|\.)smartrecruiters\.com$/.test(address.hostname),

    posting(doc, address) {
      const company = decodeURIComponent(address.pathname.split("/")[FORM_PATH.test(address.pathname) ? 3 : 1] ?? "");
      if (FORM_PATH.test(address.pathname)) {
        // Without its form this page is a log-in, the thanks, or the word that the job is closed.
        if (!first(doc, FOOTER)) return null;
        return { title: (first(doc, "h1")?.textContent ?? "").trim(), company, location: "" };
      }
      const ad = doc.querySelector('[itemtype$="schema.org/JobPosting"]');
      if (!ad || !/^\/[^/]+\/\d{9,20}/.test(address.pathname)) return null;
      return {
        title: boards.text(ad, "[itemprop=title]") || boards.text(doc, "h1"),
        company: ad.querySelector("[itemprop=hiringOrganization] [itemprop=name]")?.getAttribute("content") || company,
        location: boards.text(ad, "[itemprop=address], [itemprop=addressLocality]"),
      };
    },

    form: (doc) => (first(doc, FOOTER) ? doc.querySelector(APP) : null),

    formAddress(doc, address) {
      const link = doc.querySelector("a#st-apply[href], a.js-oneclick[href]")?.getAttribute("href");
      return link ? new URL(link, address).href : null;
    },

    alsoAt(doc, address) {
      const link = doc.querySelector("a#st-apply[href], a.js-oneclick[href]")?.getAttribute("href");
      if (!link || FORM_PATH.test(address.pathname)) return [];
      const form = new URL(link, address);
      return form.hostname.endsWith("smartrecruiters.com") ? [form.href] : [];
    },

    submit: "[data-test=footer-submit]",
    next: "[data-test=footer-next]",
    step: (doc) => first(doc, PAGES)?.localName ?? "",
    roots,

    success(doc, address) {
      const done = first(doc, "[data-test=success-page-confirmation]");
      return done ? { kind: "text", url: address.href, text: boards.words(done).slice(0, 300) } : null;
    },

    refusal(doc) {
      const said = first(doc, "p[role=alert]:not(:empty), [data-test=error-message]:not(:empty)");
      return said ? boards.refusalIn(said.textContent ?? "") : null;
    },

    errors: "[role=alert]:not(:empty), [aria-invalid=true], [data-unsaved]",
    requests: [],
    traps: "[data-test=avatar-upload], .apply-with, [data-test=add-experience], [data-test=add-education]",
  });
})();
