// Breezy: `/p/{id}-{slug}` and its form at `/apply`.
(() => {
  const { boards } = applyonce;

  boards.add(
    boards.plain({
      name: "breezy",
      host: /(^|\.)breezy\.hr$/,
      job: /^\/p\/[0-9a-f]{12}[^/]*/,
      form: "form.application-form, form[name=form]",
      submit: "form.application-form [type=submit], form[name=form] [type=submit]",
      formSuffix: "/apply",
      done: /\/(thanks|thank-you|success)\/?$/,
      requests: [{ method: "POST", address: /^[\w.-]+\.breezy\.hr\/p\/[0-9a-f]{12}[^/]*\/apply\/?(\?|$)/ }],
      traps: ".linkedin, .indeed-apply, a[href*=linkedin]",
    }),
  );
})();
