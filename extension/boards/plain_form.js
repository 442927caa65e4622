// Boards whose application is one ordinary form that the browser, or a small script, sends: their files only fill in what
// differs.
(() => {
  const { boards } = applyonce;
  const OUTCOME = "h1, h2, h3, [role=status], [role=alert]";

  boards.plain = (facts) => ({
    name: facts.name,

    matches: (_doc, address) => facts.host.test(address.hostname),

    posting(doc, address) {
      const form = doc.querySelector(facts.form);
      if (facts.done.test(address.pathname) || !(form || facts.job.test(address.pathname))) return null;
      const title = boards.text(doc, facts.title ?? "h1");
      if (!title) return null;
      const tenant = address.hostname.split(".")[0] ?? "";
      return {
        title,
        company: (facts.company && boards.text(doc, facts.company)) || tenant,
        location: facts.location ? boards.text(doc, facts.location) : "",
      };
    },

    form: (doc) => doc.querySelector(facts.form),

    formAddress(_doc, address) {
      const path = facts.job.exec(address.pathname)?.[0];
      return path && facts.formSuffix ? `${address.origin}${path}${facts.formSuffix}${address.search}` : null;
    },

    submit: facts.submit,

    success(doc, address) {
      const said = [...doc.querySelectorAll(OUTCOME)].map((each) => boards.words(each));
      if (facts.done.test(address.pathname)) return { kind: "address", url: address.href, text: said.join(" ").slice(0, 300) };
      const thanks = doc.querySelector(facts.form) ? undefined : said.find((text) => text.length < 300 && boards.thanked(text));
      return thanks ? { kind: "text", url: address.href, text: thanks } : null;
    },

    refusal(doc) {
      const alert = boards.shown(doc, "[role=alert], .alert, .flash, .error-message");
      return alert ? boards.refusalIn(alert.textContent ?? "") : null;
    },

    errors: facts.errors ?? "[role=alert]:not(:empty), [aria-invalid=true], .field_with_errors, .error:not(:empty), .invalid-feedback",
    requests: facts.requests ?? [],
    ...(facts.traps ? { traps: facts.traps } : {}),
  });
})();
