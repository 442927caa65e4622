// What keeps an application from going on here: a log-in, a captcha, a job that is closed, one that the board has had from
// this user already. Read from headings and messages, never from the posting's own text.
(() => {
  if (applyonce.obstacles) return;

  const HEADINGS = "h1, h2, h3, [role=alert], [role=status], .banner, .flash";
  const SHORT_PAGE_CHARS = 400;

  /** @type {Record<"closed" | "already_applied", string>} */
  const REASONS = {
    closed: "The job is closed.",
    already_applied: "The board says that you have applied to this job already.",
  };

  function messages() {
    const text = (document.body?.innerText ?? "").trim();
    if (text.length < SHORT_PAGE_CHARS) return text;
    return [...document.querySelectorAll(HEADINGS)]
      .filter((each) => each.getClientRects().length > 0)
      .map((each) => (each.textContent ?? "").trim().slice(0, 300))
      .join("\n");
  }

  /** What the board's server answers instead of a page: its status from 500 on, else 0. */
  function serverError() {
    const [loaded] = performance.getEntriesByType("navigation");
    const status = /** @type {PerformanceNavigationTiming | undefined} */ (loaded)?.responseStatus ?? 0;
    return status >= 500 ? status : 0;
  }

  function passwordShown() {
    return [...document.querySelectorAll("input[type=password]")].some((each) => each.getClientRects().length > 0);
  }

  /** @returns {Obstacle | null} */
  function look() {
    const address = new URL(location.href);
    const board = applyonce.boards.of(document, address);
    const form = board?.form(document) ?? null;
    const ended = board?.ended?.(document, address) ?? null;
    if (ended && !form) return ended;
    if (board?.login?.(document) || (!form && passwordShown())) return "login";
    if (applyonce.captcha.waits()) return "captcha";
    if (form) return null;
    const said = messages();
    if (applyonce.boards.saysApplied(said)) return "already_applied";
    return applyonce.boards.saysClosed(said) ? "closed" : null;
  }

  applyonce.obstacles = { look, serverError, reason: (obstacle) => REASONS[obstacle] };
})();
