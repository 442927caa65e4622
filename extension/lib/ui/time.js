/** Times for people. All take RFC 3339 text or nothing, and never throw on what they cannot read. */

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const relative = new Intl.RelativeTimeFormat(undefined, { numeric: "auto" });
const dayMonth = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" });
const dayMonthYear = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", year: "numeric" });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: "short" });

/**
 * @param {string | null | undefined} when
 * @returns {number | null} Unix milliseconds
 */
function parse(when) {
  if (!when) return null;
  const ms = Date.parse(when);
  return Number.isNaN(ms) ? null : ms;
}

/**
 * "just now", "5 min ago", "yesterday", "3 Mar", "3 Mar 2025".
 * @param {string | null | undefined} when
 * @param {number} [now] Unix milliseconds
 */
export function ago(when, now = Date.now()) {
  const ms = parse(when);
  if (ms === null) return "";
  const age = Math.max(0, now - ms);
  if (age < MINUTE_MS) return "just now";
  if (age < HOUR_MS) return `${Math.floor(age / MINUTE_MS)} min ago`;
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  if (ms >= midnight) return `${Math.floor(age / HOUR_MS)} h ago`;
  const days = Math.ceil((midnight - ms) / DAY_MS);
  if (days < 7) return relative.format(-days, "day");
  return onDate(when, now);
}

/**
 * The day, with its year only where it is not this one.
 * @param {string | null | undefined} when
 * @param {number} [now] Unix milliseconds
 */
export function onDate(when, now = Date.now()) {
  const ms = parse(when);
  if (ms === null) return "";
  const sameYear = new Date(ms).getFullYear() === new Date(now).getFullYear();
  return (sameYear ? dayMonth : dayMonthYear).format(ms);
}

/** @param {string | null | undefined} when */
export function exactly(when) {
  const ms = parse(when);
  return ms === null ? "" : full.format(ms);
}

/** @param {string | null | undefined} when */
export function clockTime(when) {
  const ms = parse(when);
  return ms === null ? "" : clock.format(ms);
}

/**
 * What is to come: the time of day, with the date where that is not today's.
 * @param {string | null | undefined} when
 * @param {number} [now] Unix milliseconds
 */
export function upcoming(when, now = Date.now()) {
  const ms = parse(when);
  if (ms === null) return "";
  return new Date(ms).toDateString() === new Date(now).toDateString() ? clock.format(ms) : full.format(ms);
}

/**
 * How long it has been going on: "12 s", "4:05", "1 h 10 min".
 * @param {string | null | undefined} since
 * @param {number} [now] Unix milliseconds
 */
export function lasting(since, now = Date.now()) {
  const ms = parse(since);
  if (ms === null) return "";
  const seconds = Math.max(0, Math.floor((now - ms) / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${String(seconds % 60).padStart(2, "0")}`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** @param {number} bytes */
export function fileSize(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/**
 * @param {number} count
 * @param {string} one
 * @param {string} [many]
 */
export function counted(count, one, many = `${one}s`) {
  return `${count.toLocaleString()} ${count === 1 ? one : many}`;
}
