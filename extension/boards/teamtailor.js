// Teamtailor: a customer's own host, the form on a page of its own.
(() => {
  const { boards } = applyonce;

  boards.add(
    boards.plain({
      name: "teamtailor",
      host: /(^|\.)teamtailor\.com$/,
      job: /^(\/[a-z]{2}(-[A-Z]{2})?)?\/jobs\/\d+[^/]*/,
      form: "form#new_candidate, form.new_candidate, form[action*='/applications']",
      submit: "form.new_candidate [type=submit], form#new_candidate [type=submit], form[action*='/applications'] [type=submit]",
      formSuffix: "/applications/new",
      done: /\/applications\/(thanks|thank-you|success)\/?$/,
      location: ".meta, [data-test=job-location]",
      requests: [
        { method: "POST", address: /^[\w.-]+\.teamtailor\.com\/([a-z]{2}(-[A-Z]{2})?\/)?jobs\/\d+[^/]*\/(apply|applications)\/?(\?|$)/ },
      ],
      traps: "[data-provider], .linkedin-apply, a[href*=linkedin]",
    }),
  );
})();
