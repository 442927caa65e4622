// Which file does an upload field hold? A name does not tell: its SHA-256 does, so that another file of the same name is
// neither taken for ours nor told as sent.
(() => {
  const ns = (globalThis.applyonce ??= /** @type {ApplyOnce} */ ({}));
  if (ns.fileHash) return;

  /** Larger ones are no résumé, and reading them would be felt. */
  const LARGEST_BYTES = 32 * 1024 * 1024;

  /** What was read of the file that a field holds. @type {WeakMap<Element, {file: string, sha256: string | null}>} */
  const known = new WeakMap();

  /** @param {File} file @returns {Promise<string>} in hexadecimal digits */
  async function of(file) {
    // By way of a response: in Firefox a page's file gives its bytes to the page's own world.
    const digest = await crypto.subtle.digest("SHA-256", await new Response(file).arrayBuffer());
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  /** @type {ApplyOnceFileHash["read"]} */
  function read(el) {
    const { files } = /** @type {HTMLInputElement} */ (el);
    const file = files?.length === 1 ? files[0] : null;
    if (!file) return null;
    const identity = `${file.size} ${file.lastModified} ${file.name}`;
    const found = known.get(el);
    if (found?.file === identity) return found.sha256;
    known.set(el, { file: identity, sha256: null });
    if (file.size <= LARGEST_BYTES && globalThis.crypto?.subtle) void learn(el, file, identity);
    return null;
  }

  /** @param {Element} el @param {File} file @param {string} identity */
  async function learn(el, file, identity) {
    try {
      const sha256 = await of(file);
      if (known.get(el)?.file === identity) known.set(el, { file: identity, sha256 });
    } catch {
      // It cannot be read any more (moved away on the disk): then its name is all that is known.
    }
  }

  /** @type {ApplyOnceFileHash["differs"]} */
  function differs(el, wanted) {
    const sha256 = typeof wanted === "object" && "sha256" in wanted ? wanted.sha256 : undefined;
    const held = read(el);
    return sha256 !== undefined && held !== null && held !== sha256;
  }

  // Read as soon as it is chosen: it has to be known at the press of Submit.
  /** @param {Event} event */
  function onChange(event) {
    const [el] = event.composedPath();
    if (el instanceof HTMLInputElement && el.type === "file") read(el);
  }
  window.addEventListener("change", onChange, true);
  ns.onStop?.(() => window.removeEventListener("change", onChange, true));

  ns.fileHash = { of, read, differs };
})();
