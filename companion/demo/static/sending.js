// How the script-driven pages send an application, and how they tell what became of it.
'use strict';

(() => {
  const config = JSON.parse(document.getElementById('page-config')?.textContent ?? '{}');
  const faults = config.faults ?? {};

  /**
   * Send a form after the captcha. `errors` maps field names to texts; "" is the form's own.
   * @param {string} address
   * @param {FormData} data
   * @returns {Promise<{accepted: boolean, errors: Record<string, string>}>}
   */
  const send = async (address, data) => {
    data.set('captcha', await globalThis.demoCaptcha.solve());
    try {
      const answer = await fetch(address, { method: 'POST', body: data });
      if (answer.ok) return { accepted: true, errors: {} };
      if (answer.status === 401) {
        location.assign((await answer.json()).login);
        return { accepted: false, errors: {} };
      }
      if (answer.status === 422) return { accepted: false, errors: (await answer.json()).errors };
      if (answer.status === 428) return { accepted: false, errors: { '': 'Please verify that you are human.' } };
    } catch {
      // The connection failed: nobody knows whether the application arrived.
    }
    return { accepted: false, errors: { '': 'Something went wrong. Please try again.' } };
  };

  let parsed = false;

  /**
   * Carry out the fault that makes a résumé parser overwrite values some time after the first upload.
   * @param {() => void} overwrite
   */
  const afterUpload = (overwrite) => {
    if (!('resume_parse' in faults) || parsed) return;
    parsed = true;
    setTimeout(overwrite, faults.resume_parse);
  };

  Object.assign(globalThis, { demoPage: { config, faults, send, afterUpload } });
})();
