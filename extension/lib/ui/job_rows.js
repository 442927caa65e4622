/** The jobs that a page shows, kept in step with what is pushed. */

import { call } from "./api.js";

/**
 * @typedef {import("./types.js").Job} Job
 * @typedef {import("./types.js").Application} Application
 * @typedef {import("./types.js").JobRow} JobRow
 */

const RECENT = 8;

/** @param {JobRow} row */
function changedAt(row) {
  return row.application?.updated_at ?? row.job.first_seen;
}

/** @param {JobRow} row */
function isOpen(row) {
  return row.application?.status_name === "in_progress" || row.application?.status_name === "unconfirmed";
}

/**
 * Whether it is the user's to say if it was sent: no confirmation was seen, or one came in for an earlier attempt.
 * @param {JobRow} row
 */
export function isAsking({ application }) {
  return application?.status_name === "unconfirmed" || Boolean(application?.disputed && !application.applied_at && application.phase !== "submitting");
}

/**
 * What it waits for the user with: it was parked, shows a captcha while it is sent, or wants to be looked at first.
 * @param {JobRow} row
 * @returns {string | null}
 */
export function waitsFor({ application }) {
  if (application?.status_name !== "in_progress") return null;
  const step = application.progress?.step;
  if (application.parked) return application.parked;
  return step === "preview" || (step === "captcha" && application.phase === "submitting") ? step : null;
}

export class JobRows {
  constructor() {
    /** @type {Map<string, JobRow>} */
    this.byJob = new Map();
    this.loaded = false;
    this.hasAny = false;
  }

  clear() {
    this.byJob.clear();
    this.loaded = false;
  }

  /** Fetch all open ones and the latest others. */
  async load() {
    const [busy, unconfirmed, latest] = await Promise.all([
      call("jobs", { status: "in_progress", limit: 50 }),
      call("jobs", { status: "unconfirmed", limit: 50 }),
      call("jobs", { limit: RECENT }),
    ]);
    this.byJob.clear();
    for (const row of [...latest.items, ...unconfirmed.items, ...busy.items]) this.byJob.set(row.job.id, row);
    this.hasAny = this.byJob.size > 0;
    this.loaded = true;
  }

  /**
   * Take in what was pushed: an application, with or without its job.
   * @param {{job?: Job, application?: Application} & Partial<Application>} data
   * @returns {boolean} whether that sufficed; if not, `load` again
   */
  apply(data) {
    const application = data.application ?? (data.job_id ? /** @type {Application} */ (data) : undefined);
    const jobId = data.job?.id ?? application?.job_id;
    const known = jobId === undefined ? undefined : this.byJob.get(jobId);
    const job = data.job ?? known?.job;
    if (!application || !job) return false;
    // A push that was overtaken by our own fetch is older than what we show.
    const shown = known?.application;
    if (shown && shown.id === application.id && shown.fence > application.fence) return true;
    this.byJob.set(job.id, { job, application });
    this.hasAny = true;
    return true;
  }

  /** Open questions first, then parked ones, the longest waiting on top. */
  needsYou() {
    const rows = [...this.byJob.values()].filter((row) => isAsking(row) || waitsFor(row) !== null);
    return rows.sort((a, b) => Number(isAsking(b)) - Number(isAsking(a)) || changedAt(a).localeCompare(changedAt(b)));
  }

  inProgress() {
    const rows = [...this.byJob.values()].filter((row) => row.application?.status_name === "in_progress" && waitsFor(row) === null && !isAsking(row));
    // By start, so that heartbeats do not make them change places under the pointer.
    return rows.sort((a, b) => (a.application?.holder?.since ?? "").localeCompare(b.application?.holder?.since ?? ""));
  }

  recent() {
    const rows = [...this.byJob.values()].filter((row) => !isOpen(row) && !isAsking(row));
    return rows.sort((a, b) => changedAt(b).localeCompare(changedAt(a))).slice(0, RECENT);
  }
}
