// Why not, in words, and what can be done about it. The choices only start things: what they lead to is decided in a page
// of the extension.
(() => {
  if (applyonce.refusals) return;

  const { wire, standing } = applyonce;

  /** @param {string} op @param {Record<string, any>} params */
  function start(op, params) {
    wire.call(op, params).catch((error) => {
      if (!(error instanceof applyonce.CallError)) throw error;
      applyonce.ui.note({ tone: "warn", title: "That did not work", lines: [error.message] });
    });
  }

  /** @param {string} what */
  function decide(what) {
    start("ext_decide", { what, job_id: standing.now.job?.id });
  }

  /** @param {string | null | undefined} time */
  function day(time) {
    return time ? new Date(time).toLocaleDateString(undefined, { day: "numeric", month: "long", year: "numeric" }) : "";
  }

  /**
   * Who holds a job, as a user would say it: tab numbers mean nothing to anybody.
   * @param {any} holder
   * @returns {string}
   */
  function who(holder) {
    if (holder?.kind === "agent") return "Auto-apply";
    if (holder?.kind === "api") return holder.label || "Another program";
    if (!holder || (standing.now.session && holder.session === standing.now.session)) return "Another tab in this browser";
    const browserName = String(holder.label ?? "").replace(/,? tab \d+/, "").trim();
    return browserName ? `${browserName}, another window,` : "Another browser";
  }

  /** @param {boolean} sending @returns {Note} */
  function heldElsewhere(sending) {
    const { application } = standing.now;
    return {
      tone: "warn",
      title: "This job is currently being applied to",
      lines: [`${who(application?.holder)} is at it${sending ? ", so this page did not send anything" : ""}.`],
      choices: [
        { label: "Show that tab", primary: true, act: () => start("ext_show_tab", { application_id: application?.id }) },
        { label: "Take over here…", act: () => decide("take_over") },
      ],
    };
  }

  /** @param {boolean} sending @returns {Note} */
  function done(sending) {
    const at = day(standing.now.application?.applied_at);
    return {
      tone: "warn",
      title: at ? `You applied to this job on ${at}` : "You have applied to this job already",
      lines: sending ? ["So this page did not send anything."] : [],
      choices: [
        { label: "What was sent", primary: true, act: () => decide("history") },
        { label: "Send again…", act: () => decide("new_cycle") },
      ],
    };
  }

  /** @returns {Note} */
  function open() {
    return {
      tone: "warn",
      title: "Did it go through?",
      lines: ["An application to this job was sent, and the board did not confirm it. Nothing is sent again until you have said how it went."],
      choices: [{ label: "Answer…", primary: true, act: () => decide("resolve") }],
    };
  }

  /** @returns {Note} */
  function busyTab() {
    return {
      tone: "warn",
      title: "This tab is applying to another job",
      lines: ["One tab works on one application. You can give the other one back and apply here."],
      choices: [
        { label: "Give back the other and apply here", primary: true, act: () => void applyonce.conductor.apply({ replace: true }) },
      ],
    };
  }

  /**
   * @param {Error & {code: string, details: CallFailure}} error
   * @returns {Note}
   */
  function unavailable(error) {
    return {
      tone: "warn",
      title: "The companion is not running",
      lines: [
        error.message,
        "ApplyOnce cannot tell whether this job was applied to before. Nothing was sent. Press Submit again to send it all the same: it is noted, and told to the companion later.",
      ],
      choices: [{ label: "What to do", act: () => start("ext_open_setup", {}) }],
    };
  }

  /** It went out while the companion was away, from this tab or another. @param {number} at Unix ms @returns {Note} */
  function sentUnasked(at) {
    const time = new Date(at).toLocaleTimeString(undefined, { timeStyle: "short" });
    return {
      tone: "warn",
      title: `You have sent this at ${time}`,
      lines: [
        "It went out while the companion was not running, and ApplyOnce cannot tell whether it arrived. Nothing was sent now.",
        "Press Submit again only if you know that it did not arrive: the employer would have it twice.",
      ],
      choices: [{ label: "What to do", act: () => start("ext_open_setup", {}) }],
    };
  }

  /**
   * @returns {Note}
   */
  function unknown() {
    return {
      tone: "warn",
      title: "Which job is this?",
      lines: [
        "The form does not say, and ApplyOnce has not seen this tab come from a job’s page, so it cannot tell whether you applied before.",
        "Nothing was sent. Press Submit again to send it all the same.",
      ],
    };
  }

  /**
   * @param {Error & {code: string, details: CallFailure}} error
   * @param {{sending?: boolean}} [what] whether it was asked for in order to send
   * @returns {Note}
   */
  function note(error, { sending = true } = {}) {
    if (error.code === "in_progress" || error.code === "not_holder" || error.code === "stale_fence") return heldElsewhere(sending);
    if (error.code === "applied") return done(sending);
    if (error.code === "unknown_job") return unknown();
    if (error.code === "unconfirmed") return open();
    if (error.code === "tab_busy") return busyTab();
    if (error.code === "companion_unavailable") return unavailable(error);
    return { tone: "warn", title: sending ? "Not sent" : "That did not work", lines: [error.message] };
  }

  applyonce.refusals = { note, sentUnasked, open, who, day, start, decide };
})();
