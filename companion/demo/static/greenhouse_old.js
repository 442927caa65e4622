// The old Greenhouse form: select2-like dropdowns over hidden selects, the attachment widget, and a submit
// control that is no submit button: it checks the fields and calls `form.submit()`, so no submit event occurs.
'use strict';

(() => {
  const config = JSON.parse(document.getElementById('page-config')?.textContent ?? '{}');
  const faults = config.faults ?? {};
  const found = document.getElementById('application_form');
  if (!(found instanceof HTMLFormElement)) return;

  /**
   * Put a dropdown in the manner of select2 version 3 over a select.
   * @param {HTMLSelectElement} select
   */
  const enhance = (select) => {
    const container = document.createElement('div');
    container.className = 'select2-container';
    container.id = `s2id_${select.id}`;
    const choice = document.createElement('a');
    choice.className = 'select2-choice';
    choice.tabIndex = 0;
    choice.setAttribute('role', 'combobox');
    choice.setAttribute('aria-expanded', 'false');
    choice.setAttribute('aria-label', document.querySelector(`label[for="${select.id}"]`)?.firstChild?.textContent ?? '');
    const chosen = document.createElement('span');
    chosen.className = 'select2-chosen';
    choice.append(chosen);
    container.append(choice);
    select.before(container);
    select.classList.add('select2-offscreen');
    select.tabIndex = -1;
    const show = () => { chosen.textContent = select.selectedOptions[0]?.textContent ?? ''; };
    select.addEventListener('change', show);
    show();

    /** @type {HTMLElement | null} */
    let drop = null;
    const close = () => {
      drop?.remove();
      drop = null;
      container.classList.remove('select2-dropdown-open');
      choice.setAttribute('aria-expanded', 'false');
    };
    const open = () => {
      drop = document.createElement('div');
      drop.className = 'select2-drop select2-drop-active';
      const list = document.createElement('ul');
      list.className = 'select2-results';
      list.setAttribute('role', 'listbox');
      for (const option of select.options) {
        const row = document.createElement('li');
        row.className = 'select2-result select2-result-selectable';
        row.setAttribute('role', 'option');
        const label = document.createElement('div');
        label.className = 'select2-result-label';
        label.textContent = option.textContent;
        row.append(label);
        row.addEventListener('mouseup', () => {
          select.value = option.value;
          select.dispatchEvent(new Event('change', { bubbles: true }));
          close();
        });
        list.append(row);
      }
      drop.append(list);
      const box = container.getBoundingClientRect();
      Object.assign(drop.style, { left: `${box.left + scrollX}px`, top: `${box.bottom + scrollY}px`, width: `${box.width}px` });
      document.body.append(drop);
      container.classList.add('select2-dropdown-open');
      choice.setAttribute('aria-expanded', 'true');
    };
    choice.addEventListener('mousedown', (event) => {
      event.preventDefault();
      if (drop) close();
      else open();
    });
    document.addEventListener('mousedown', (event) => {
      const target = /** @type {Node} */ (event.target);
      if (drop && !drop.contains(target) && !container.contains(target)) close();
    });
  };

  /** @param {HTMLFormElement} form */
  const setUpResume = (form) => {
    const input = /** @type {HTMLInputElement} */ (form.querySelector('#resume_fileupload'));
    const chosen = /** @type {HTMLElement} */ (form.querySelector('.chosen'));
    const name = /** @type {HTMLElement} */ (form.querySelector('#resume_filename'));
    const text = /** @type {HTMLElement} */ (form.querySelector('#resume_text'));
    form.querySelector('[data-source=attach]')?.addEventListener('click', () => { input.click(); });
    form.querySelector('[data-source=paste]')?.addEventListener('click', () => { text.hidden = false; });
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      name.textContent = file?.name ?? '';
      chosen.hidden = !file;
      if (!file || !('resume_parse' in faults)) return;
      setTimeout(() => {
        for (const [id, value] of Object.entries({ first_name: 'PARSED', last_name: 'RESUME', phone: '000' })) {
          const field = document.getElementById(id);
          if (field instanceof HTMLInputElement) field.value = value;
        }
      }, faults.resume_parse);
    });
    chosen.querySelector('button')?.addEventListener('click', () => {
      input.value = '';
      chosen.hidden = true;
      name.textContent = '';
    });
  };

  /**
   * Show what is missing; true when nothing is.
   * @param {HTMLFormElement} form
   */
  const check = (form) => {
    let complete = true;
    for (const field of form.querySelectorAll('.field[data-required]')) {
      const controls = field.querySelectorAll('input:not([type=hidden]), select, textarea');
      const answered = [...controls].some((control) => /** @type {HTMLInputElement} */ (control).value.trim() !== '');
      field.querySelector('.field-error-msg')?.remove();
      field.classList.toggle('field_with_errors', !answered);
      if (answered) continue;
      const message = document.createElement('span');
      message.className = 'field-error-msg';
      message.textContent = 'This field is required.';
      field.append(message);
      complete = false;
    }
    return complete;
  };

  /** @param {HTMLFormElement} form */
  const start = (form) => {
    if ('confirmation_in_new_tab' in faults) form.target = '_blank';
    for (const select of form.querySelectorAll('select')) enhance(select);
    setUpResume(form);
    const button = /** @type {HTMLInputElement} */ (form.querySelector('#submit_app'));
    button.addEventListener('click', async () => {
      if (!check(form)) return;
      button.disabled = true;
      button.value = 'Submitting…';
      if ('captcha' in faults) await globalThis.demoCaptcha.solve();
      form.submit();
    });
    if ('rerender' in faults) form.addEventListener('input', (event) => { rerender(form, event.target); });
  };

  /**
   * @param {HTMLFormElement} form
   * @param {EventTarget | null} active
   */
  const rerender = (form, active) => {
    for (const old of form.querySelectorAll('input[type=text], textarea')) {
      if (old === active) continue;
      const fresh = /** @type {HTMLInputElement} */ (old.cloneNode(true));
      fresh.value = /** @type {HTMLInputElement} */ (old).value;
      old.replaceWith(fresh);
    }
  };

  const untouched = /** @type {HTMLFormElement} */ (found.cloneNode(true));
  start(found);
  if ('hydration_wipe' in faults) {
    setTimeout(() => {
      document.getElementById('application_form')?.replaceWith(untouched);
      start(untouched);
    }, faults.hydration_wipe);
  }
})();
