// LinkedIn Easy Apply: a dialogue of several pages over the job's page. The job's id stands in the ids of its fields, which
// tells whose form it is: a list shows another job in the same document before the dialogue is closed.
(() => {
  const { boards } = applyonce;
  const MODAL = ".jobs-easy-apply-modal, [data-test-modal-id=easy-apply-modal], [data-sdui-screen*='jobs.easyapply.EasyApply']";
  const SUBMIT = "[data-live-test-easy-apply-submit-button], button[aria-label='Submit application']";
  const NEXT =
    "[data-easy-apply-next-button], [data-live-test-easy-apply-next-button], [data-live-test-easy-apply-review-button], button[aria-label='Continue to next step'], button[aria-label='Review your application']";
  const APPLIED = ".jobs-apply-button--applied, .jobs-s-apply__application-link";
  const FIELD_JOB = /easyApplyFormElement[-:(]+(\d{6,20})/;
  const CARD = ".job-details-jobs-unified-top-card";
  /** @param {string} text */
  const saysSent = (text) => /application (was )?sent/i.test(text) || boards.thanked(text) !== null;

  /** @param {Document} doc @returns {ShadowRoot[]} */
  function roots(doc) {
    return [...doc.querySelectorAll("#interop-outlet, div.theme--light")].flatMap((host) => host.shadowRoot ?? []);
  }

  /** @param {Document} doc @param {string} selector @returns {Element | null} */
  function first(doc, selector) {
    return [doc, ...roots(doc)].map((root) => root.querySelector(selector)).find(Boolean) ?? null;
  }

  /** @param {URL} address */
  function jobOf(address) {
    return /\/jobs\/view\/(?:[^/]*-)?(\d{6,20})/.exec(address.pathname)?.[1] ?? address.searchParams.get("currentJobId");
  }

  /** @param {Document} doc */
  function modal(doc) {
    const shown = first(doc, MODAL);
    if (!shown) return null;
    const field = [...shown.querySelectorAll("[id*=easyApplyFormElement], [name*=easyApplyFormElement]")][0];
    const job = FIELD_JOB.exec(`${field?.id} ${field?.getAttribute("name")}`)?.[1];
    const shownJob = jobOf(new URL(doc.location.href));
    return job && shownJob && job !== shownJob ? null : shown;
  }

  boards.add({
    name: "linkedin",

    matches: (_doc, address) => /(^|\.)linkedin\.com$/.test(address.hostname),

    posting(doc, address) {
      const id = jobOf(address);
      if (!id || !/^\/jobs\//.test(address.pathname)) return null;
      const apply = doc.querySelector(".jobs-apply-button, #jobs-apply-button-id, a[href*='openSDUIApplyFlow=true']");
      // What leads to the company's own site is applied to there.
      const label = apply?.getAttribute("aria-label") ?? "";
      if ((!apply && !modal(doc)) || /on company website/i.test(label)) return null;
      const title = boards.text(doc, `${CARD}__job-title, .jobs-details h1, main h1`);
      return {
        title: title || (/^(?:Easy Apply|Apply) to (.+) at /.exec(label)?.[1] ?? ""),
        company: boards.text(doc, `${CARD}__company-name`),
        // "Dublin, Ireland · 3 days ago · 41 applicants"
        location: boards.text(doc, `${CARD}__primary-description-container, ${CARD}__tertiary-description-container, ${CARD}__container p`).split("·")[0]?.trim() ?? "",
      };
    },

    form: modal,
    opensForm: ".jobs-apply-button:not([disabled]), #jobs-apply-button-id:not([disabled]), a[href*='openSDUIApplyFlow=true']",
    submit: SUBMIT,
    next: NEXT,

    step(doc) {
      const shown = modal(doc);
      if (!shown) return "";
      return `${boards.text(shown, "form h3, h3")} ${shown.querySelector("progress")?.getAttribute("value") ?? ""}`.trim();
    },

    roots,
    login: (doc) => boards.shown(doc, "form.login__form, .authwall-join-form") !== null,

    ended(doc) {
      if (boards.shown(doc, APPLIED)) return "already_applied";
      // Said beside the button instead of a form.
      const used = [...doc.querySelectorAll(".artdeco-inline-feedback--error, .artdeco-toast-item")].some((each) => boards.refusalIn(each.textContent ?? "")?.park === "limit");
      if (used) return "limit";
      return boards.saysClosed(boards.text(doc, ".jobs-details-top-card__apply-error, .artdeco-inline-feedback--error, h1"))
        ? "closed"
        : null;
    },

    success(doc, address) {
      const title = first(doc, "#post-apply-modal");
      const toast = [...doc.querySelectorAll(".artdeco-toast-item")].find((each) => saysSent(each.textContent ?? ""));
      const box = title?.closest("[role=dialog]") ?? title ?? toast;
      const said = box ? boards.words(box) : "";
      return saysSent(said) ? { kind: "text", url: address.href, text: said.slice(0, 300) } : null;
    },

    refusal(doc) {
      const said = [...(first(doc, MODAL)?.querySelectorAll(".artdeco-inline-feedback--error") ?? []), ...doc.querySelectorAll(".artdeco-toast-item")];
      return said.map((each) => boards.refusalIn(each.textContent ?? "")).find(Boolean) ?? null;
    },

    errors: ".artdeco-inline-feedback--error",
    requests: [],
    traps: "[data-test-modal-close-btn], #follow-company-checkbox",
  });
})();
