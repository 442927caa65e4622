// Workable's form: choices are divs with ARIA roles, the select is a read-only input over a list. All listeners
// stand on the document, so that they outlive a form that is rendered anew.
'use strict';

(() => {
  const { config, send } = globalThis.demoPage;

  /** @param {HTMLElement} option */
  const choose = (option) => {
    const group = /** @type {HTMLElement} */ (option.closest('fieldset'));
    const single = option.getAttribute('role') === 'radio';
    if (single) for (const other of group.querySelectorAll('[role=radio]')) other.setAttribute('aria-checked', 'false');
    const on = single || option.getAttribute('aria-checked') !== 'true';
    option.setAttribute('aria-checked', String(on));
  };

  /**
   * @param {HTMLElement} select
   * @param {boolean} open
   */
  const toggle = (select, open) => {
    const list = /** @type {HTMLElement} */ (select.querySelector('[role=listbox]'));
    list.hidden = !open;
    select.querySelector('[role=combobox]')?.setAttribute('aria-expanded', String(open));
  };

  document.addEventListener('click', (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    const option = target.closest('[data-ui=option]');
    if (option instanceof HTMLElement) choose(option);

    const select = target.closest('[data-input-type=select]');
    for (const other of document.querySelectorAll('[data-input-type=select]')) {
      if (other !== select) toggle(/** @type {HTMLElement} */ (other), false);
    }
    if (!(select instanceof HTMLElement)) return;
    const row = target.closest('[role=option]');
    if (!(row instanceof HTMLElement)) {
      toggle(select, true);
      return;
    }
    const [shown, value] = select.querySelectorAll('input');
    shown.value = row.textContent ?? '';
    value.value = row.dataset.value ?? '';
    toggle(select, false);
  });

  document.addEventListener('keydown', (event) => {
    const option = /** @type {HTMLElement} */ (event.target).closest('[data-ui=option]');
    if (!(option instanceof HTMLElement) || event.key !== ' ') return;
    event.preventDefault();
    choose(option);
  });

  document.addEventListener('change', (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || input.type !== 'file' || !input.files?.[0]) return;
    const zone = /** @type {HTMLElement} */ (input.closest('[data-role=dropzone]'));
    zone.querySelector('[data-action=delete]')?.remove();
    const remove = document.createElement('button');
    remove.type = 'button';
    remove.dataset.action = 'delete';
    remove.setAttribute('aria-label', `delete ${input.files[0].name}`);
    remove.textContent = `${input.files[0].name} ×`;
    remove.addEventListener('click', () => {
      input.value = '';
      remove.remove();
    });
    zone.append(remove);
  });

  /**
   * @param {HTMLFormElement} form
   * @param {string} name
   * @param {string} text
   */
  const show = (form, name, text) => {
    const place = name === '' ? form.querySelector('[data-ui=form-error]') : document.getElementById(`${name}_error`);
    if (place) place.textContent = text;
    form.querySelector(`[data-ui="${name}"]`)?.setAttribute('data-error', String(text !== ''));
  };

  /** @param {HTMLFormElement} form */
  const collect = (form) => {
    const data = new FormData(form);
    for (const option of form.querySelectorAll('[data-ui=option][aria-checked=true]')) {
      const group = /** @type {HTMLElement} */ (option.closest('fieldset'));
      data.append(group.dataset.ui ?? '', /** @type {HTMLElement} */ (option).dataset.value ?? '');
    }
    return data;
  };

  /**
   * The names of required fields that have no value.
   * @param {HTMLFormElement} form
   * @param {FormData} data
   */
  const missing = (form, data) => {
    const names = [...form.querySelectorAll('[required]')].map((control) => /** @type {HTMLInputElement} */ (control).name);
    for (const group of form.querySelectorAll('fieldset[data-required=true]')) names.push(/** @type {HTMLElement} */ (group).dataset.ui ?? '');
    for (const value of form.querySelectorAll('input[type=hidden][data-required=true]')) names.push(/** @type {HTMLInputElement} */ (value).name);
    return names.filter((name) => {
      const value = data.get(name);
      return value === null || value === '' || (value instanceof File && value.name === '');
    });
  };

  /** @param {HTMLFormElement} form */
  const succeed = (form) => {
    const after = document.createElement('section');
    after.className = 'styles--thanks';
    if (config.eeo) {
      after.dataset.ui = 'eeoc-form';
      after.innerHTML = '<h2>Equal employment opportunity</h2><p>Your answers are voluntary.</p>'
        + '<button type="button" data-ui="submit-eeoc">Submit</button> <button type="button" data-ui="skip-eeoc">Skip</button>';
      after.addEventListener('click', (event) => {
        if (event.target instanceof HTMLButtonElement) thank(after);
      });
    } else {
      thank(after);
    }
    document.querySelector('[data-ui=autofill]')?.remove();
    form.replaceWith(after);
  };

  /** @param {HTMLElement} place */
  const thank = (place) => {
    delete place.dataset.ui;
    place.innerHTML = '<h2>Thank you!</h2><p>Your application was submitted successfully.</p>';
  };

  document.addEventListener('submit', async (event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const button = /** @type {HTMLButtonElement} */ (form.querySelector('[data-ui=apply-button]'));
    for (const place of form.querySelectorAll('.styles--error')) place.textContent = '';
    const data = collect(form);
    const names = missing(form, data);
    for (const name of names) show(form, name, 'This field is required');
    if (names.length > 0) return;
    button.disabled = true;
    const outcome = await send(config.address, data);
    button.disabled = false;
    if (outcome.accepted) succeed(form);
    for (const [name, text] of Object.entries(outcome.errors)) show(form, name, text);
  });
})();
