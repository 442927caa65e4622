// Ashby: a single page without a <form>, whose address stays the same from the posting to the outcome. Only class names
// that begin with `ashby-` and ids that begin with `_systemfield_` are stable.
(() => {
  const { boards } = applyonce;
  const SUCCESS = ".ashby-application-form-success-container";
  const JOB_PATH = /^\/[^/]+\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

  boards.add({
    name: "ashby",

    matches(doc, address) {
      if (doc.querySelector(".ashby-application-form-container, .ashby-job-posting-heading")) return true;
      return /(^|\.)ashbyhq\.com$/.test(address.hostname);
    },

    posting(doc, address) {
      const title = boards.text(doc, ".ashby-job-posting-heading, h1");
      const form = doc.querySelector(".ashby-application-form-container");
      if (!form && !(title && JOB_PATH.test(address.pathname))) return null;
      return { title, company: decodeURIComponent(address.pathname.split("/")[1] ?? ""), location: "" };
    },

    form(doc) {
      const container = doc.querySelector(".ashby-application-form-container");
      return container?.closest("#form") ?? container;
    },

    formAddress(doc, address) {
      const path = JOB_PATH.exec(address.pathname);
      return path ? `${address.origin}${path[0]}/application${address.search}` : null;
    },

    submit: ".ashby-application-form-submit-button",

    success(doc, address) {
      const box = boards.shown(doc, SUCCESS);
      return box ? { kind: "text", url: address.href, text: boards.words(box).slice(0, 300) } : null;
    },

    // The post is answered with 200 also when it is refused: only what the page shows tells.
    refusal(doc) {
      const box = boards.shown(
        doc,
        ".ashby-application-form-failure-container, .ashby-application-form-blocked-application-container",
      );
      const text = box ? boards.words(box).slice(0, 300) : "";
      // A failure of the network is shown in the same box, under the same heading, and proves nothing: it may have arrived.
      if (/went wrong|try submitting|network|connection|timed? ?out/i.test(text)) return null;
      return /spam|correction|missing entry|limit|already applied|not able to apply/i.test(text)
        ? { text, park: boards.refusalIn(text)?.park ?? null }
        : null;
    },

    errors: "[class*=_error_], [aria-invalid=true], .ashby-application-form-error",

    requests: [
      {
        method: "POST",
        address: /^[\w.-]*ashbyhq\.com\/api\/non-user-graphql\/?\?(.*&)?op=ApiSubmit\w*(Application|Forms)\w*/,
      },
    ],

    traps: ".ashby-application-form-autofill-pane, .ashby-application-form-autofill-input-root",
  });
})();
