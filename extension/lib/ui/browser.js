/** Firefox says `browser`, Chromium `chrome`; both give promises under manifest version 3. */

/** @type {import("./types.js").BrowserApi} */
export const browser = /** @type {any} */ (globalThis).browser ?? /** @type {any} */ (globalThis).chrome;
