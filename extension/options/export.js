/**
 * All applications as a file, earlier ones to the same job included, with what was sent and what proved it. Cells are safe
 * to open in a spreadsheet: what a page named its job never becomes a formula.
 */

import { allPages, call } from "../lib/ui/api.js";

/**
 * @typedef {import("../lib/ui/types.js").JobRow} JobRow
 * @typedef {import("../lib/ui/types.js").JobDetail} JobDetail
 * @typedef {import("../lib/ui/types.js").Application} Application
 * @typedef {import("../lib/ui/types.js").SentEvidence} SentEvidence
 * @typedef {Application & {evidence: SentEvidence[]}} Proved
 * @typedef {{job: JobRow["job"], application: Proved | null, earlier: Proved[]}} JobRecord
 * @typedef {{job: JobRow["job"], application: Application | null, proof: SentEvidence | undefined}} Line
 */

/** Also tab and carriage return, which spreadsheets skip before they look for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** So many jobs are asked about at a time. */
const AT_ONCE = 8;

/** @type {[string, (line: Line) => unknown][]} */
const COLUMNS = [
  ["title", ({ job }) => job.title],
  ["company", ({ job }) => job.company],
  ["location", ({ job }) => job.location],
  ["status", ({ application }) => application?.status_name ?? "pending"],
  ["cycle", ({ application }) => application?.cycle],
  ["applied_at", ({ application }) => application?.applied_at],
  ["updated_at", ({ application }) => application?.updated_at],
  ["first_seen", ({ job }) => job.first_seen],
  ["board", ({ job }) => job.board],
  ["url", ({ job }) => job.url],
  ["job_id", ({ job }) => job.id],
  ["evidence_kind", ({ proof }) => proof?.kind],
  ["evidence_at", ({ proof }) => proof?.at],
  ["evidence_url", ({ proof }) => proof?.url],
  ["evidence_text", ({ proof }) => proof?.text],
  ["sent", ({ proof }) => proof?.fields.map(({ label, value, sha256 }) => `${label}: ${value}${sha256 ? ` (SHA-256 ${sha256})` : ""}`).join("\n")],
];

/** @param {Application} application @returns {Promise<Proved>} */
async function proved(application) {
  const { evidence } = await call("evidence", { application_id: application.id });
  return { ...application, evidence };
}

/** @param {JobRow} row @returns {Promise<JobRecord>} */
async function recordOf({ job, application }) {
  if (application === null) return { job, application, earlier: [] };
  /** @type {JobDetail} */
  const detail = await call("job", { job_id: job.id });
  const [newest, ...earlier] = await Promise.all([detail.application ?? application, ...detail.earlier].map(proved));
  return { job, application: newest ?? null, earlier };
}

/**
 * @returns {Promise<JobRecord[]>}
 * @throws {import("../lib/ui/api.js").CallError}
 */
export async function allRecords() {
  /** @type {JobRow[]} */
  const rows = await allPages("jobs");
  const records = [];
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    records.push(...(await Promise.all(rows.slice(at, at + AT_ONCE).map(recordOf))));
  }
  return records;
}

/** @param {unknown} value */
export function cell(value) {
  const text = value === null || value === undefined ? "" : String(value);
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** @param {JobRecord} record @returns {Line[]} the applications to a job, oldest first */
function linesOf({ job, application, earlier }) {
  return [...earlier, application].map((each) => ({ job, application: each, proof: [...(each?.evidence ?? [])].sort((one, other) => Date.parse(other.at) - Date.parse(one.at))[0] }));
}

/** @param {readonly JobRecord[]} records */
export function asCsv(records) {
  const lines = [COLUMNS.map(([name]) => cell(name)), ...records.flatMap(linesOf).map((line) => COLUMNS.map(([, get]) => cell(get(line))))];
  // The mark at the start tells spreadsheets that it is UTF-8.
  return `\uFEFF${lines.map((line) => line.join(",")).join("\r\n")}\r\n`;
}

/** @param {readonly JobRecord[]} records */
export function asJson(records) {
  return `${JSON.stringify(records, null, 2)}\n`;
}

/**
 * @param {string} name
 * @param {string} type
 * @param {string} content
 */
export function saveFile(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken hold of it once the click's task is over; freed much later, to be sure.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
