// An ordinary form's script: it only carries out the faults of the fault menu.
'use strict';

(() => {
  const config = JSON.parse(document.getElementById('page-config')?.textContent ?? '{}');
  const faults = config.faults ?? {};
  const parsed = config.parsed ?? { first_name: 'PARSED', last_name: 'RESUME', phone: '000' };
  const form = document.querySelector('form');
  if (!(form instanceof HTMLFormElement)) return;

  if ('hydration_wipe' in faults) {
    setTimeout(() => { form.replaceWith(hydrated()); }, faults.hydration_wipe);
  }

  /** A framework that takes over server-made HTML: the same controls again, empty. */
  const hydrated = () => {
    const copy = /** @type {HTMLFormElement} */ (form.cloneNode(true));
    copy.reset();
    watch(copy);
    return copy;
  };

  /** @param {HTMLFormElement} current */
  const watch = (current) => {
    if ('confirmation_in_new_tab' in faults) current.target = '_blank';
    if ('rerender' in faults) current.addEventListener('input', (event) => { rerender(current, event.target); });
    if ('resume_parse' in faults) current.addEventListener('change', (event) => { parse(current, event.target); });
    if ('captcha' in faults && !config.ownSubmit) current.addEventListener('submit', (event) => { void holdForCaptcha(current, event); });
  };

  /**
   * Replace every text control but the one in use by an equal new node.
   * @param {HTMLFormElement} current
   * @param {EventTarget | null} active
   */
  const rerender = (current, active) => {
    for (const old of current.querySelectorAll('input:not([type=file]), textarea')) {
      if (old === active) continue;
      const field = /** @type {HTMLInputElement} */ (old);
      const fresh = /** @type {HTMLInputElement} */ (old.cloneNode(true));
      fresh.value = field.value;
      fresh.checked = field.checked;
      old.replaceWith(fresh);
    }
  };

  /**
   * What a résumé parser makes of the file: the names come back in capitals.
   * @param {HTMLFormElement} current
   * @param {EventTarget | null} target
   */
  const parse = (current, target) => {
    if (!(target instanceof HTMLInputElement) || target.type !== 'file' || !target.files?.length) return;
    setTimeout(() => {
      for (const [name, value] of Object.entries(parsed)) {
        const field = current.elements.namedItem(name);
        if (field instanceof HTMLInputElement) field.value = value;
      }
    }, faults.resume_parse);
  };

  /**
   * @param {HTMLFormElement} current
   * @param {SubmitEvent} event
   */
  const holdForCaptcha = async (current, event) => {
    if (current.dataset.captcha === 'solved') return;
    event.preventDefault();
    await globalThis.demoCaptcha.solve();
    current.dataset.captcha = 'solved';
    current.requestSubmit();
  };

  watch(form);
})();
