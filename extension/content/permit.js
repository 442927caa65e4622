// The leave to let one sending through. It is asked for early, lives for some seconds from the asking, and is either
// consumed by one click or handed back with the proof that none used it.
(() => {
  if (applyonce.permit) return;

  const { wire, standing } = applyonce;

  /** @type {Permit | null} */
  let permit = null;
  /** @type {Promise<Permit> | null} */
  let requesting = null;
  let abandoned = false;
  /** Handed back while the companion could not hear it, and requests whose answer was lost: settled when it is back. */
  /** @type {(() => Promise<void>)[]} */
  let unsettled = [];

  /** A frozen tab's monotonic clock may stand still, a wall clock may be set back: both must agree that it is young. */
  /** @param {Permit} one */
  function isAlive(one) {
    const wall = Date.now() - one.requestedAt;
    const monotonic = performance.now() - one.requestedAtMonotonic;
    return wall >= 0 && wall < one.validMs && monotonic < one.validMs && one.address === location.href;
  }

  function current() {
    return permit && isAlive(permit) ? permit : null;
  }

  /**
   * @param {string | null} [under] the application that this must be for; without it, the user's press may claim the job
   * @returns {Promise<Permit>}
   */
  function request(under = null) {
    abandoned = false;
    const alive = current();
    if (alive) return Promise.resolve(alive);
    requesting ??= ask(under).finally(() => {
      requesting = null;
    });
    return requesting;
  }

  /**
   * @param {string | null} under
   * @returns {Promise<Permit>}
   */
  async function ask(under, again = false) {
    if (permit) await handBack("it was not used in time, or the page shows something else");
    // Which job the page shows now: it may have gone on to another one a moment ago.
    await standing.refresh({ again: !standing.now.job });
    const address = location.href;
    const { job, holding } = standing.now;
    if (!job) throw unasked();
    if (under && holding?.application_id !== under) {
      throw new applyonce.CallError({ code: "not_holder", message: "This tab does not hold the application any more." });
    }
    const key = crypto.randomUUID();
    const [op, params] = holding
      ? /** @type {const} */ (["begin_submit", { application_id: holding.application_id, fence: holding.fence }])
      : /** @type {const} */ (["begin_submit_job", { job_id: job.id }]);
    const requestedAt = Date.now();
    const requestedAtMonotonic = performance.now();
    let reply;
    try {
      reply = await wire.call(op, params, key);
    } catch (error) {
      // The answer was lost, the intent may be on disk: asked again under the same key, and then handed back.
      if (error instanceof applyonce.CallError && error.details.sent) unsettled.push(() => settleLost(op, params, key));
      standing.learn(error);
      if (!again && !under && (await mayAskAnew(error, holding))) return ask(under, true);
      throw error;
    }
    /** @type {Permit} */
    const got = {
      application_id: reply.application_id ?? holding?.application_id,
      fence: reply.fence,
      address,
      requestedAt,
      requestedAtMonotonic,
      validMs: reply.valid_seconds * 1000,
      heldBefore: holding !== null,
    };
    permit = got;
    if (abandoned) {
      await handBack("the button was left before the permit came");
      throw new applyonce.CallError({ code: "abandoned", message: "The button was left." });
    }
    return got;
  }

  /** Which job this form is for cannot be told: nobody can be asked whether it was applied to. */
  function unasked() {
    const { connected, offlineReason } = standing.now;
    if (!connected) return new applyonce.CallError({ code: "companion_unavailable", message: offlineReason });
    return new applyonce.CallError({ code: "unknown_job", message: "The address of this form does not say which job it is for." });
  }

  /**
   * Our lease has ended, and nobody has taken the job since: the user who submits now claims it anew. Or this tab holds it
   * under a newer fence, given a moment ago: what was sent before did not go through.
   * @param {unknown} error
   * @param {Holding | null} asked under which it was asked
   */
  async function mayAskAnew(error, asked) {
    if (!(error instanceof applyonce.CallError) || !["stale_fence", "not_holder"].includes(error.code)) return false;
    await standing.refresh({ again: true });
    const { application, holding } = standing.now;
    if (holding) return holding.phase === "filling" && holding.fence !== asked?.fence;
    return application === null || application.status_name === "pending";
  }

  /** @returns {Permit | null} the permit, which no other event can use after this */
  function consume() {
    const alive = current();
    if (alive) permit = null;
    return alive;
  }

  /**
   * Nothing was sent under it. The permit is destroyed first, so that no click can use it while we say so.
   * @param {string} why
   */
  async function handBack(why) {
    if (requesting && !permit) {
      abandoned = true;
      return;
    }
    const unused = permit;
    permit = null;
    if (unused) await giveUp(unused, why, crypto.randomUUID());
  }

  /**
   * @param {{application_id: string, fence: number, heldBefore: boolean}} unused
   * @param {string} why
   * @param {string} key
   */
  async function giveUp(unused, why, key) {
    const { application_id, fence, heldBefore } = unused;
    const proof = { kind: "permit_unused", detail: why };
    try {
      await wire.call("fail", { application_id, fence, reason: "Not submitted", not_sent_proof: proof, keep: heldBefore }, key);
    } catch (error) {
      if (!(error instanceof applyonce.CallError)) throw error;
      if (error.code === "companion_unavailable") unsettled.push(() => giveUp(unused, why, key));
      else standing.learn(error);
    }
  }

  /**
   * @param {"begin_submit" | "begin_submit_job"} op
   * @param {any} params
   * @param {string} key
   */
  async function settleLost(op, params, key) {
    if (applyonce.unasked.hasPassed()) return; // the user sent it meanwhile: that is told as such
    let reply;
    try {
      reply = await wire.call(op, params, key);
    } catch (error) {
      if (!(error instanceof applyonce.CallError)) throw error;
      if (error.code === "companion_unavailable") unsettled.push(() => settleLost(op, params, key));
      else standing.learn(error);
      return;
    }
    const application_id = reply.application_id ?? params.application_id;
    await giveUp({ application_id, fence: reply.fence, heldBefore: op === "begin_submit" }, "its answer was lost", crypto.randomUUID());
  }

  wire.on("companion", ({ state }) => {
    if (state !== "up") return;
    const open = unsettled;
    unsettled = [];
    for (const each of open) void each();
  });

  applyonce.permit = { current, request, consume, handBack, isAlive };
})();
