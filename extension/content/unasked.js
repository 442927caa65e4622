// A press of Submit while nobody can say whether the job was applied to: the companion is away, or the page names no job. The
// user decides, warned, by a second press; what they send is noted, and told to the companion when it is back.
(() => {
  if (applyonce.unasked) return;

  const { standing, wire, words } = applyonce;

  const DECISION_MS = 120_000;
  const LEAVES_TO_THE_USER = new Set(["companion_unavailable", "unknown_job"]);

  let warnedAt = -Infinity;
  let hasPassed = false;

  /** Whether the user was warned, and this press is their answer. */
  function isDecided() {
    const since = performance.now() - warnedAt;
    const { connected, job } = standing.now;
    return (!connected || !job) && since > words.READING_MS && since < DECISION_MS;
  }

  /** It has gone out. */
  function tell() {
    warnedAt = -Infinity;
    hasPassed = true;
    wire.call("ext_passed", whichJob()).catch((error) => {
      if (!(error instanceof applyonce.CallError)) throw error;
    });
    applyonce.ui.note({
      tone: "warn",
      title: "Sent without a check",
      lines: [standing.now.connected ? "ApplyOnce could not tell which job it is for." : "ApplyOnce has noted it and tells the companion when it runs again."],
    });
  }

  function whichJob() {
    const { job } = standing.now;
    const seen = standing.now.seen ?? applyonce.detect.look(document, new URL(location.href), false);
    const facts = seen && { url: seen.url, title: seen.title, company: seen.company, location: seen.location, json_ld: seen.json_ld };
    return { job_id: job?.id ?? null, identify: facts };
  }

  /** @returns {Promise<number | null>} when this browser has sent to this job unasked (Unix ms) */
  async function sentUnaskedAt() {
    try {
      return (await wire.call("ext_passed_before", whichJob())).at;
    } catch (error) {
      if (!(error instanceof applyonce.CallError)) throw error;
      return null;
    }
  }

  /**
   * Why a press has sent nothing.
   * @param {Error & {code: string, details: CallFailure}} error
   */
  async function explain(error) {
    if (error.code === "abandoned") return;
    const at = error.code === "companion_unavailable" ? await sentUnaskedAt() : null;
    // A press that comes before the words were read warns again, but does not put the user's decision off.
    if (LEAVES_TO_THE_USER.has(error.code) && performance.now() - warnedAt > DECISION_MS) warnedAt = performance.now();
    applyonce.ui.note(at === null ? applyonce.refusals.note(error) : applyonce.refusals.sentUnasked(at));
  }

  applyonce.unasked = { isDecided, tell, explain, hasPassed: () => hasPassed };
})();
