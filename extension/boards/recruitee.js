// Recruitee: `/o/{offer}` and its form at `/c/new`.
(() => {
  const { boards } = applyonce;

  boards.add(
    boards.plain({
      name: "recruitee",
      host: /(^|\.)recruitee\.com$/,
      job: /^(\/[a-z]{2})?\/o\/[^/]+/,
      form: "form[data-testid=application-form], form[data-testid=offer-application-form]",
      submit: "[data-testid=submit-application-form-button], form[data-testid=application-form] [type=submit]",
      formSuffix: "/c/new",
      done: /\/c\/(thanks|thank-you|success)\/?$/,
      requests: [{ method: "POST", address: /^[\w.-]+\.recruitee\.com\/(api\/)?(\w+\/)*(o|offers)\/[^/]+\/(apply|candidates)\/?(\?|$)/ }],
    }),
  );
})();
