// A document for a file field: fetched in parts from the companion, under the holder's fence, and checked whole.
(() => {
  if (applyonce.documents) return;

  /**
   * @param {Holding} holding
   * @param {string} documentId
   * @returns {Promise<File>}
   */
  async function fetchFile({ application_id, fence }, documentId) {
    /** @type {Uint8Array<ArrayBuffer>[]} */
    const parts = [];
    let offset = 0;
    for (;;) {
      const chunk = await applyonce.wire.call("document", { application_id, fence, document_id: documentId, offset });
      const bytes = Uint8Array.from(atob(chunk.data), (character) => character.charCodeAt(0));
      parts.push(bytes);
      offset += bytes.length;
      if (offset < chunk.size && bytes.length > 0) continue;
      const file = new File(parts, chunk.name, { type: chunk.mime });
      if (file.size !== chunk.size || (await applyonce.fileHash.of(file)) !== chunk.sha256) throw new Error(`“${chunk.name}” did not arrive whole.`);
      return file;
    }
  }

  applyonce.documents = { fetchFile };
})();
