// Firefox says `browser`, Chromium `chrome`. Imported first, so that every module can say `browser`.
const global = /** @type {any} */ (globalThis);
global.browser ??= global.chrome;

export const BROWSER_NAME = /Firefox\//.test(navigator.userAgent) ? "firefox" : brand();

function brand() {
  const brands = /** @type {any} */ (navigator).userAgentData?.brands?.map((/** @type {any} */ each) => each.brand) ?? [];
  if (brands.includes("Microsoft Edge")) return "edge";
  if (brands.includes("Brave")) return "brave";
  return brands.includes("Google Chrome") ? "chrome" : "chromium";
}
