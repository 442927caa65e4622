// What the panel says while an application is worked on. Why something is refused stands in refusals.js.
(() => {
  if (applyonce.words) return;

  const { standing, refusals } = applyonce;

  /** As long as what the panel says takes to be read: a press before that is no answer to it. */
  const READING_MS = 1_200;
  const LEFT_SHOWN = 12;
  const OPTIONAL_SHOWN = 6;
  const READING = "The board is still reading your résumé…";

  /** @returns {Note} */
  function offline() {
    return {
      tone: "warn",
      title: "The companion is not running",
      lines: [
        standing.now.offlineReason,
        "“applyonce install” in a terminal sets it up; from then on it starts by itself. “applyonce doctor” says what is wrong.",
      ],
      choices: [{ label: "What to do", primary: true, act: () => refusals.start("ext_open_setup", {}) }],
    };
  }

  /**
   * @param {any} twin
   * @param {() => void} apply
   * @returns {Note}
   */
  function similar({ job, application, why }, apply) {
    const day = refusals.day(application.applied_at);
    const where = [job.title, job.company].filter(Boolean).join(", ");
    return {
      tone: "warn",
      title: "Is this a job that you know already?",
      lines: [`${where}: ${day ? `applied on ${day}` : application.status_name.replace("_", " ")}.`, why],
      choices: [
        { label: "It is another job: apply", primary: true, act: apply },
        { label: "It is the same…", act: () => refusals.decide("same_job") },
      ],
    };
  }

  /** @returns {Note} */
  function openForm() {
    return { tone: "info", title: "Open the application form", lines: ["It is filled as soon as it is there."] };
  }

  /** @returns {Note} */
  function pressApply() {
    return {
      tone: "info",
      title: "Press the page’s own Apply",
      lines: ["This board takes only a press of your own. The form is filled as soon as it is there."],
    };
  }

  /**
   * @param {Obstacle} obstacle
   * @returns {Note}
   */
  function obstacle(obstacle) {
    if (obstacle === "login") {
      return { tone: "info", title: "Log in to go on", lines: ["The board wants you to log in or to make an account. The form is filled as soon as it is there."] };
    }
    if (obstacle === "captcha") {
      return { tone: "info", title: "A captcha is waiting for you", lines: ["Solve it, then press the ApplyOnce button to go on."] };
    }
    if (obstacle === "limit") return { tone: "warn", title: "The board’s limit for today is reached", lines: ["It takes no more applications from you today. Nothing was sent; try again tomorrow."] };
    if (obstacle === "closed") return { tone: "warn", title: "This job is closed", lines: ["The board takes no applications to it any more. Nothing was sent."] };
    return {
      tone: "warn",
      title: "The board says that you have applied already",
      lines: ["Nothing was sent. If that is right, set the job to “Applied” in ApplyOnce’s history, so that it stays that way."],
      choices: [{ label: "Open the history", primary: true, act: () => refusals.decide("history") }],
    };
  }

  /** @returns {Note} */
  function captchaAfterPress() {
    return { phase: "submitting", tone: "info", title: "A captcha is waiting for you", lines: ["Solve it: your application goes out then, under the same press."] };
  }

  /**
   * @param {{filled: number, left: (NoteItem & {required: boolean})[], isReading?: boolean, changed?: boolean}} page `changed`: the
   *   board has other values for earlier pages than were filled there
   * @param {boolean} isLast
   * @returns {Note}
   */
  function summary({ filled, left, isReading = false, changed: isChanged = false }, isLast) {
    if (isChanged) return changed(left);
    // What the page has undone or refused is the user's to see to, required or not.
    const required = left.filter((each) => each.required || each.state !== "left_for_you");
    const fields = filled === 1 ? "1 field" : `${filled} fields`;
    const then = isLast ? "press the page’s own Submit" : "press the page’s own button to go on";
    if (required.length === 0) {
      if (isReading) return reading();
      return {
        phase: "filling",
        tone: "good",
        title: isLast ? "Ready to submit" : "This page is filled",
        lines: [`${fields} filled. Read it through, then ${then}.${isLast ? "" : " The next page is filled when it comes."}`],
        items: left.slice(0, OPTIONAL_SHOWN),
      };
    }
    const more = required.length - LEFT_SHOWN;
    return {
      phase: "filling",
      tone: "info",
      title: required.length === 1 ? "One field is left for you" : `${required.length} fields are left for you`,
      lines: [`${fields} filled. See to ${required.length === 1 ? "it" : "these"}, then ${then}.`, isReading ? READING : ""],
      items: [...required.slice(0, LEFT_SHOWN), ...(more > 0 ? [{ text: `and ${more} more`, why: "" }] : [])],
    };
  }

  /** Pages that read an uploaded résumé overwrite fields from it some seconds later. @returns {Note} */
  function reading() {
    return { phase: "filling", tone: "info", title: READING, lines: ["Wait a moment before you go on: what it overwrites is filled again."] };
  }

  /**
   * @param {NoteItem[]} fields
   * @returns {Note}
   */
  function changed(fields) {
    return {
      phase: "filling",
      tone: "warn",
      title: "The board has changed what was filled",
      lines: ["Nothing was sent. Go back and see to it; if it is right as it stands, press the page’s own Submit again."],
      items: fields.slice(0, LEFT_SHOWN),
    };
  }

  /** @returns {Note} */
  function stillFilling() {
    return {
      phase: "filling",
      tone: "warn",
      title: "The form is still being filled",
      lines: ["Nothing was sent. Wait until it is done; if it shall go out as it stands, press the page’s own Submit again."],
    };
  }

  /** @returns {Note} */
  function declined() {
    return {
      tone: "info",
      title: "Nothing was filled",
      lines: ["The job is given back. Press Apply when you want it after all, or fill the form by hand: a second application is prevented either way."],
    };
  }

  /** @returns {Note} */
  function pageDeclined() {
    return {
      phase: "filling",
      tone: "info",
      title: "This page was not filled",
      lines: ["The application stays yours: fill this page by hand, or press the ApplyOnce button to look at it again."],
    };
  }

  /**
   * @param {number} count of answers that could be kept
   * @returns {Note}
   */
  function applied(count) {
    /** @type {Note} */
    const note = { tone: "good", title: "Applied", lines: ["The board has confirmed your application."] };
    if (count === 0) return note;
    const answers = count === 1 ? "an answer" : `${count} answers`;
    return {
      ...note,
      lines: [...note.lines, `You gave ${answers} by hand. Keep ${count === 1 ? "it" : "them"} for the next form?`],
      choices: [{ label: "Choose what to keep", primary: true, act: () => refusals.decide("answers") }],
    };
  }

  /** @returns {Note} */
  function covered() {
    return {
      tone: "warn",
      title: "Something lies over this button",
      lines: ["To be sure that it is you who applies, use the ApplyOnce icon in the browser’s toolbar."],
    };
  }

  applyonce.words = { READING_MS, covered, declined, pageDeclined, applied, offline, similar, openForm, pressApply, obstacle, captchaAfterPress, summary, reading, changed, stillFilling };
})();
