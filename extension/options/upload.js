/** A document goes to the companion in parts, each well below the size limit of a message. */

import { write } from "../lib/ui/api.js";

/** @typedef {import("../lib/ui/types.js").StoredDocument} StoredDocument */

export const MAX_BYTES = 20_000_000;
/** Of the file, before base64 makes it a third longer. */
const MAX_CHUNK_BYTES = 384 * 1024;

/**
 * @param {Blob} part
 * @returns {Promise<string>} base64
 */
function base64(part) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => {
      const address = /** @type {string} */ (reader.result);
      resolve(address.slice(address.indexOf(",") + 1));
    });
    reader.addEventListener("error", () => reject(reader.error ?? new Error("The file could not be read.")));
    reader.readAsDataURL(part);
  });
}

/** @param {string} name */
export function guessedKind(name) {
  return /cover|anschreiben|motivation|lettre|carta/i.test(name) ? "cover_letter" : "resume";
}

/**
 * @param {File} file
 * @param {(share: number) => void} onProgress from 0 to 1
 * @returns {Promise<StoredDocument>}
 * @throws {Error} whose message says why it was not taken
 */
export async function upload(file, onProgress) {
  if (file.size === 0) throw new Error(`${file.name} is empty.`);
  if (file.size > MAX_BYTES) throw new Error(`${file.name} is larger than 20 MB, which no job board takes.`);
  const { document_id, chunk_bytes } = await write("begin_document", { name: file.name.slice(-255), kind: guessedKind(file.name), size: file.size });
  const step = Math.min(chunk_bytes, MAX_CHUNK_BYTES);
  for (let offset = 0; offset < file.size; offset += step) {
    const data = await base64(file.slice(offset, offset + step));
    const { received, document } = await write("upload_chunk", { document_id, offset, data });
    onProgress(received / file.size);
    if (document) return document;
  }
  throw new Error(`${file.name} arrived incomplete. Try again.`);
}
