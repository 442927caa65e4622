// Lever's form: the visible button checks, solves the captcha, then clicks a hidden submit button. Uploading a
// résumé parses it; the location is taken only from the list of suggestions.
'use strict';

(() => {
  const config = JSON.parse(document.getElementById('page-config')?.textContent ?? '{}');
  const faults = config.faults ?? {};
  const found = document.getElementById('application-form');
  if (!(found instanceof HTMLFormElement)) return;

  /** @param {HTMLFormElement} form */
  const start = (form) => {
    if ('confirmation_in_new_tab' in faults) form.target = '_blank';
    /** @param {string} selector */
    const control = (selector) => /** @type {HTMLInputElement | null} */ (form.querySelector(selector));

    const zone = control('#applicant-timezone');
    if (zone) zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone;

    setUpResume(form, control);
    setUpLocation(form, control);
    if ('rerender' in faults) form.addEventListener('input', (event) => { rerender(form, event.target); });

    const button = /** @type {HTMLButtonElement} */ (form.querySelector('#btn-submit'));
    button.addEventListener('click', () => { void submit(form, control, button); });
  };

  /**
   * @param {HTMLFormElement} form
   * @param {(selector: string) => HTMLInputElement | null} control
   * @param {HTMLButtonElement} button
   */
  const submit = async (form, control, button) => {
    const location = control('#location-input');
    const selected = control('#selected-location');
    const unselected = location !== null && selected !== null && selected.value === '';
    const complaint = form.querySelector('.location-error');
    if (complaint instanceof HTMLElement) complaint.hidden = !unselected;
    if (!form.reportValidity() || unselected) return;
    button.disabled = true;
    const token = await globalThis.demoCaptcha.solve();
    const response = control('#hcaptchaResponseInput');
    if (response) response.value = token;
    button.disabled = false;
    /** @type {HTMLButtonElement} */ (form.querySelector('#hcaptchaSubmitBtn')).click();
  };

  /**
   * @param {HTMLFormElement} form
   * @param {(selector: string) => HTMLInputElement | null} control
   */
  const setUpResume = (form, control) => {
    const input = control('#resume-upload-input');
    if (!input) return;
    /** @param {string} shown */
    const status = (shown) => {
      for (const name of ['working', 'success', 'failure']) {
        const span = /** @type {HTMLElement} */ (form.querySelector(`.resume-upload-${name}`));
        span.hidden = name !== shown;
      }
    };
    input.addEventListener('change', async () => {
      const file = input.files?.[0];
      const name = form.querySelector('.filename');
      if (name) name.textContent = file?.name ?? '';
      if (!file) return;
      status('working');
      const data = new FormData();
      data.set('resume', file);
      const answer = await fetch('/parseResume', { method: 'POST', body: data }).catch(() => null);
      if (!answer?.ok) {
        status('failure');
        return;
      }
      const parsed = await answer.json();
      await new Promise((resolve) => { setTimeout(resolve, faults.resume_parse ?? 300); });
      for (const field of ['name', 'phone', 'org']) {
        const target = control(`[name="${field}"]`);
        const overwrites = 'resume_parse' in faults;
        if (target && overwrites) target.value = parsed[field];
      }
      const storage = control('[name="resumeStorageId"]');
      if (storage) storage.value = parsed.resumeStorageId;
      status('success');
    });
  };

  /**
   * @param {HTMLFormElement} form
   * @param {(selector: string) => HTMLInputElement | null} control
   */
  const setUpLocation = (form, control) => {
    const input = control('#location-input');
    const selected = control('#selected-location');
    const container = form.querySelector('.dropdown-container');
    const results = form.querySelector('.dropdown-results');
    if (!input || !selected || !(container instanceof HTMLElement) || !results) return;
    /** @type {number | undefined} */
    let timer;
    const suggest = async () => {
      const answer = await fetch(`/api/places?q=${encodeURIComponent(input.value)}`);
      /** @type {string[]} */
      const places = await answer.json();
      results.replaceChildren(...places.map((place) => {
        const row = document.createElement('div');
        row.className = 'dropdown-location';
        row.textContent = place;
        row.addEventListener('mousedown', (event) => {
          event.preventDefault();
          input.value = place;
          selected.value = JSON.stringify({ name: place });
          container.hidden = true;
        });
        return row;
      }));
      container.hidden = places.length === 0;
    };
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') event.preventDefault();
      selected.value = '';
      clearTimeout(timer);
      timer = window.setTimeout(() => { void suggest(); }, 150);
    });
    input.addEventListener('blur', () => {
      container.hidden = true;
      if (selected.value === '') input.value = '';
    });
  };

  /**
   * Replace every text control but the one in use by an equal new node.
   * @param {HTMLFormElement} form
   * @param {EventTarget | null} active
   */
  const rerender = (form, active) => {
    for (const old of form.querySelectorAll('.card-field-input, [name="name"], [name="email"], [name="phone"], [name="org"]')) {
      if (old === active) continue;
      const fresh = /** @type {HTMLInputElement} */ (old.cloneNode(true));
      fresh.value = /** @type {HTMLInputElement} */ (old).value;
      old.replaceWith(fresh);
    }
  };

  start(found);
  if ('hydration_wipe' in faults) {
    setTimeout(() => {
      const copy = /** @type {HTMLFormElement} */ (found.cloneNode(true));
      copy.reset();
      found.replaceWith(copy);
      start(copy);
    }, faults.hydration_wipe);
  }
})();
