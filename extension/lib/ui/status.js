/** The words and tones for statuses, parking reasons, holders: one place, so that every page says the same. */

import { ago } from "./time.js";

/** @typedef {import("./types.js").Application} Application */

/** @type {Record<string, {label: string, tone: string}>} */
const STATUSES = {
  pending: { label: "Not applied", tone: "" },
  in_progress: { label: "Applying", tone: "busy" },
  unconfirmed: { label: "Unconfirmed", tone: "warn" },
  applied: { label: "Applied", tone: "good" },
  interview: { label: "Interview", tone: "good" },
  offer: { label: "Offer", tone: "good" },
  rejected: { label: "Rejected", tone: "" },
  withdrawn: { label: "Withdrawn", tone: "" },
};

/** The statuses in the order in which filters and menus offer them. */
export const STATUS_NAMES = Object.keys(STATUSES);

/** Those a user may set by hand after an application was sent. */
export const OUTCOMES = ["applied", "interview", "offer", "rejected", "withdrawn"];

/** @param {string | null | undefined} name */
export function statusLabel(name) {
  return STATUSES[name ?? "pending"]?.label ?? String(name);
}

/** @param {string | null | undefined} name */
export function statusTone(name) {
  return STATUSES[name ?? "pending"]?.tone ?? "";
}

/** @type {Record<string, string>} */
const PARKED = {
  login: "The board wants you to log in",
  captcha: "A captcha is waiting for you",
  security_code: "The board sent you a security code by mail",
  question: "There are questions only you can answer",
  questions: "There are questions only you can answer",
  unanswered: "There are questions only you can answer",
  approval: "Filled and checked. Send it?",
  review: "Ready for your review before it is sent",
  press: "The board takes only a press of your own: go on in its tab",
  preview: "See what will be filled in",
  limit: "The board says that you have reached its limit",
  refused: "The board refused it: see its tab",
};

/** @param {string} reason */
export function parkedReason(reason) {
  return PARKED[reason] ?? reason;
}

/**
 * Where a job stands, in half a line for lists.
 * @param {Application | null | undefined} application
 * @param {string} firstSeen
 */
export function standing(application, firstSeen) {
  if (!application || application.status_name === "pending") return `Seen ${ago(firstSeen)}`;
  if (application.status_name === "in_progress") return application.phase === "submitting" ? "Sending now" : "In progress";
  if (application.status_name === "unconfirmed") return `Sent ${ago(application.updated_at)}, outcome open`;
  return application.applied_at ? `Applied ${ago(application.applied_at)}` : `Updated ${ago(application.updated_at)}`;
}

/**
 * @param {Application} application
 * @param {{session?: string | null, tab_id?: number | null}} here the browser session and tab the page was opened over
 */
export function holderLabel(application, here) {
  const holder = application.holder;
  if (!holder) return "";
  const isOurs = Boolean(here.session) && holder.session === here.session;
  if (holder.kind === "agent") return "Auto-apply";
  if (holder.kind === "api") return holder.label || "Another program";
  if (isOurs && holder.tab_id === here.tab_id) return "This tab";
  if (isOurs) return "Another tab";
  // Tab numbers mean nothing to anybody.
  const browserName = (holder.label ?? "").replace(/,? tab \d+/, "").trim();
  return browserName ? `${browserName}, another window` : "Another browser";
}

/**
 * How an application was sent, after "Sent at …": tab numbers mean nothing to anybody.
 * @param {string} label the companion's word for who held it: "chromium, tab 7", "Auto-apply, tab 9", "API client"
 */
export function sender(label) {
  const name = label.replace(/,? tab \d+/, "").trim();
  if (name === "") return "";
  if (name === "Auto-apply") return " by auto-apply";
  if (name === label) return ` by ${name}`;
  return ` from a tab in ${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/**
 * Only web addresses become links: a job's address is what a page said, and `javascript:` would run as us.
 * @param {string | null | undefined} url
 * @returns {string | null}
 */
export function webAddress(url) {
  if (!url) return null;
  try {
    const { protocol } = new URL(url);
    return protocol === "https:" || protocol === "http:" ? url : null;
  } catch {
    return null;
  }
}

/** The boards with rules of their own, as they write themselves. @type {Record<string, string>} */
export const BOARDS = {
  greenhouse: "Greenhouse",
  lever: "Lever",
  ashby: "Ashby",
  workday: "Workday",
  linkedin: "LinkedIn",
  indeed: "Indeed",
  smartrecruiters: "SmartRecruiters",
  workable: "Workable",
  teamtailor: "Teamtailor",
  personio: "Personio",
  recruitee: "Recruitee",
  breezy: "Breezy",
};

/** @param {string} name */
export function boardName(name) {
  return BOARDS[name] ?? name.charAt(0).toUpperCase() + name.slice(1);
}

/** @param {{board?: string | null, url?: string | null}} job */
export function boardLabel(job) {
  if (job.board && job.board !== "url") return boardName(job.board);
  const address = webAddress(job.url);
  return address ? new URL(address).hostname.replace(/^www\./, "") : "";
}

/** @param {{company?: string | null, location?: string | null, board?: string | null, url?: string | null}} job */
export function jobLine(job) {
  const parts = [job.company || boardLabel(job), job.location].filter(Boolean);
  return parts.join(" · ");
}

/** @param {{title?: string | null, url?: string | null}} job */
export function jobTitle(job) {
  return job.title || job.url || "Untitled job";
}
