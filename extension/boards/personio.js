// Personio: the form stands below the posting, on the same page.
(() => {
  const { boards } = applyonce;

  boards.add(
    boards.plain({
      name: "personio",
      host: /(^|\.)jobs\.personio\.(com|de)$/,
      job: /^\/job\/\d+/,
      form: "form#job-application-form, form.application-form, form[name=application-form]",
      submit: "form#job-application-form [type=submit], form.application-form [type=submit], form[name=application-form] [type=submit]",
      formSuffix: "",
      done: /^\/job\/\d+\/success\/?$/,
      requests: [{ method: "POST", address: /^[\w.-]+\.jobs\.personio\.(com|de)\/job\/\d+\/apply\/?(\?|$)/ }],
    }),
  );
})();
