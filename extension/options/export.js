/** All jobs as a file. Cells are safe to open in a spreadsheet: what a page named its job never becomes a formula. */

/** @typedef {import("../lib/ui/types.js").JobRow} JobRow */

/** Also tab and carriage return, which spreadsheets skip before they look for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** @type {[string, (row: JobRow) => unknown][]} */
const COLUMNS = [
  ["title", ({ job }) => job.title],
  ["company", ({ job }) => job.company],
  ["location", ({ job }) => job.location],
  ["status", ({ application }) => application?.status_name ?? "pending"],
  ["applied_at", ({ application }) => application?.applied_at],
  ["updated_at", ({ application }) => application?.updated_at],
  ["first_seen", ({ job }) => job.first_seen],
  ["board", ({ job }) => job.board],
  ["url", ({ job }) => job.url],
  ["job_id", ({ job }) => job.id],
];

/** @param {unknown} value */
export function cell(value) {
  const text = value === null || value === undefined ? "" : String(value);
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** @param {readonly JobRow[]} rows */
export function asCsv(rows) {
  const lines = [COLUMNS.map(([name]) => cell(name)), ...rows.map((row) => COLUMNS.map(([, get]) => cell(get(row))))];
  // The mark at the start tells spreadsheets that it is UTF-8.
  return `\uFEFF${lines.map((line) => line.join(",")).join("\r\n")}\r\n`;
}

/** @param {readonly JobRow[]} rows */
export function asJson(rows) {
  return `${JSON.stringify(rows, null, 2)}\n`;
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
