// What the bundled pages share whatever they are drawn with: their configuration, the fake captcha, and the fault of a résumé parser.
export const config = JSON.parse(globalThis.document?.getElementById('page-config')?.textContent ?? '{}');
export const faults = config.faults ?? {};

/** Wait so many milliseconds. @param {number} ms @returns {Promise<void>} */
export const wait = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

/** The token of the invisible captcha; asks the visitor where the fault menu says so. */
export const solveCaptcha = () => globalThis.demoCaptcha.solve();

/**
 * Carry out the fault `resume_parse`: after a while the parser overwrites what stood in these fields.
 * @template T
 * @param {(parsed: T) => void} overwrite
 * @param {T} values
 */
export const parseResume = async (overwrite, values) => {
  if (!('resume_parse' in faults)) return;
  await wait(faults.resume_parse);
  overwrite(values);
};
