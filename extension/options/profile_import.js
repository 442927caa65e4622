/** A JSON Resume file chosen by the user: read, looked at, and shown what it holds before it replaces anything. */

/** @typedef {Record<string, any>} Profile */

const MAX_BYTES = 900_000;

export class UnusableFile extends Error {}

/**
 * @param {File} file
 * @returns {Promise<Profile>}
 * @throws {UnusableFile} whose message says what to do
 */
export async function readResume(file) {
  if (file.size > MAX_BYTES) throw new UnusableFile(`${file.name} is larger than 0.9 MB. A JSON Resume is text only: take embedded pictures out.`);
  const text = await file.text();
  /** @type {any} */
  let data;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new UnusableFile(`${file.name} is not JSON${placeOf(error, text)}. ${hint(text)}`);
  }
  if (typeof data !== "object" || data === null || Array.isArray(data)) throw new UnusableFile(`${file.name} holds no résumé: a JSON Resume is an object with “basics”, “work” and so on.`);
  for (const part of ["basics", "meta"]) {
    if (part in data && (typeof data[part] !== "object" || data[part] === null || Array.isArray(data[part]))) throw new UnusableFile(`“${part}” must be an object, but is ${kindOf(data[part])}.`);
  }
  for (const part of ["work", "education", "skills", "languages"]) {
    if (part in data && !Array.isArray(data[part])) throw new UnusableFile(`“${part}” must be a list, but is ${kindOf(data[part])}.`);
  }
  if (!("basics" in data) && !("work" in data) && !("education" in data)) throw new UnusableFile(`${file.name} has none of “basics”, “work”, “education”: it seems to be something other than a JSON Resume.`);
  return data;
}

/** @param {any} value */
function kindOf(value) {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

/**
 * Where it broke, by line, if the browser says at which character.
 * @param {unknown} error
 * @param {string} text
 */
function placeOf(error, text) {
  const message = error instanceof Error ? error.message : "";
  const line = /line (\d+)/.exec(message)?.[1];
  if (line) return ` (line ${line})`;
  const at = /position (\d+)/.exec(message)?.[1];
  return at ? ` (line ${text.slice(0, Number(at)).split("\n").length})` : "";
}

/** @param {string} text */
function hint(text) {
  if (text.startsWith("%PDF") || text.startsWith("PK")) return "A PDF or Word file goes under Documents.";
  return "Export it again as JSON Resume, or correct it in a text editor.";
}

/**
 * What is in it, in a line.
 * @param {Profile} profile
 */
export function summary(profile) {
  const parts = [profile["basics"]?.name].filter((name) => typeof name === "string" && name !== "");
  for (const [part, one, many] of [
    ["work", "position", "positions"],
    ["education", "school", "schools"],
    ["skills", "skill", "skills"],
    ["languages", "language", "languages"],
  ]) {
    const count = profile[/** @type {string} */ (part)]?.length ?? 0;
    if (count > 0) parts.push(`${count} ${count === 1 ? one : many}`);
  }
  return parts.join(", ") || "nothing filled in";
}
