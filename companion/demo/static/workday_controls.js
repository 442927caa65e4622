// Workday's controls. Each writes into `values`: dropdowns whose list hangs below body, prompts that need typing
// and Enter, dates that listen to keys only, files.
'use strict';

(() => {
  /** @type {Record<string, any>} */
  const values = {};

  /** @param {string} text */
  const escape = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

  /**
   * Make an element from HTML that this file wrote; all foreign text in it is escaped.
   * @param {string} html
   */
  const make = (html) => {
    const template = document.createElement('template');
    template.innerHTML = html.trim();
    return /** @type {HTMLElement} */ (template.content.firstElementChild);
  };

  /**
   * @typedef {{kind: string, name: string, id: string, label: string, required?: boolean, options?: any[],
   *   automation?: string, inputName?: string}} Field
   */

  /** @param {Field} field */
  const star = (field) => (field.required ? '<abbr title="required">*</abbr>' : '');

  /** @param {Field} field @param {string} inner */
  const wrap = (field, inner) => make(`<div data-automation-id="formField-${field.automation ?? field.name}" data-name="${field.name}">
    <label for="${field.id}"><span>${escape(field.label)}</span>${star(field)}</label>${inner}</div>`);

  /** @param {Field} field */
  const text = (field) => {
    const inputName = field.inputName ? `name="${field.inputName}"` : '';
    const automation = field.automation ?? field.name;
    const row = wrap(field, field.kind === 'textarea'
      ? `<textarea id="${field.id}" data-automation-id="${automation}" rows="4"></textarea>`
      : `<input type="text" id="${field.id}" ${inputName} data-automation-id="${automation}" aria-required="${Boolean(field.required)}">`);
    const control = /** @type {HTMLInputElement} */ (row.querySelector('input, textarea'));
    control.value = values[field.name] ?? '';
    control.addEventListener('input', () => { values[field.name] = control.value; });
    return row;
  };

  /** @type {HTMLElement | null} */
  let openList = null;
  const closeList = () => {
    if (openList) document.querySelector(`[aria-controls="${openList.id}"]`)?.setAttribute('aria-expanded', 'false');
    openList?.remove();
    openList = null;
  };

  /** @param {Field} field */
  const dropdown = (field) => {
    const listId = `list-${field.id}`;
    const row = wrap(field, `<button type="button" id="${field.id}" aria-haspopup="listbox" aria-controls="${listId}" aria-expanded="false"
      data-automation-id="${field.automation ?? field.name}" value="">${escape(values[field.name] ?? 'Select One')}</button>`);
    const button = /** @type {HTMLButtonElement} */ (row.querySelector('button'));
    button.setAttribute('aria-label', `${field.label} ${values[field.name] ?? 'Select One'}${field.required ? ' Required' : ''}`);
    button.addEventListener('click', () => {
      const wasOpen = openList?.id === listId;
      closeList();
      if (wasOpen) return;
      openList = make(`<ul id="${listId}" role="listbox" class="wd-list"></ul>`);
      for (const option of ['Select One', ...field.options ?? []]) {
        const item = make(`<li role="option" id="${crypto.randomUUID().replaceAll('-', '')}" data-value="${escape(option)}"><div>${escape(option)}</div></li>`);
        item.addEventListener('click', () => {
          if (option === 'Select One') delete values[field.name];
          else values[field.name] = option;
          button.textContent = option;
          button.setAttribute('aria-label', `${field.label} ${option}${field.required ? ' Required' : ''}`);
          button.setAttribute('aria-expanded', 'false');
          closeList();
        });
        openList.append(item);
      }
      button.setAttribute('aria-expanded', 'true');
      const box = button.getBoundingClientRect();
      Object.assign(openList.style, { left: `${box.left + scrollX}px`, top: `${box.bottom + scrollY}px`, minWidth: `${box.width}px` });
      document.body.append(openList);
    });
    return row;
  };

  /** @typedef {string | [string, string[]]} Choice a leaf, or a category and its leaves */

  /** @param {Choice[]} choices @returns {string[]} */
  const leavesOf = (choices) => choices.flatMap((choice) => (typeof choice === 'string' ? [choice] : choice[1]));

  /** @param {string} text @param {boolean} deeper */
  const promptRow = (text, deeper) => make(`<div role="option" data-automation-id="menuItem" aria-label="${escape(text)}">
    <div data-automation-id="promptLeafNode" data-uxi-multiselectlistitem-hassidecharm="${deeper}"><div data-automation-id="promptOption"
    data-automation-label="${escape(text)}">${escape(text)}${deeper ? ' ›' : ''}</div></div></div>`);

  /**
   * A prompt: its list opens at a press and may have two levels, of which only the lower is chosen from; what is typed
   * is looked for in all of them when Enter is pressed. Words that are only typed are thrown away.
   * @param {Field} field
   */
  const prompt = (field) => {
    const row = wrap(field, `<div data-automation-id="multiSelectContainer"><div data-automation-id="selectedItemList"></div>
      <div data-automation-id="multiselectInputContainer"><input type="text" id="${field.id}" data-automation-id="${field.automation ?? field.name}Prompt"
      data-uxi-widget-type="selectinput" placeholder="Search" autocomplete="off" aria-required="${Boolean(field.required)}"><span data-automation-id="promptSearchButton"></span></div></div>`);
    const input = /** @type {HTMLInputElement} */ (row.querySelector('input'));
    const chosen = /** @type {HTMLElement} */ (row.querySelector('[data-automation-id=selectedItemList]'));
    const choices = /** @type {Choice[]} */ (field.options ?? []);
    const show = () => {
      chosen.innerHTML = values[field.name] ? `<div data-automation-id="selectedItem" title="${escape(values[field.name])}">${escape(values[field.name])}</div>` : '';
    };
    show();

    /** @param {Choice[]} level */
    const list = (level) => {
      closeList();
      const box = input.getBoundingClientRect();
      openList = make('<div class="wd-list" role="listbox" data-automation-id="activeListContainer" data-automation-activepopup="true"></div>');
      openList.id = `list-${field.id}`;
      for (const choice of level) {
        const deeper = typeof choice !== 'string';
        const item = promptRow(deeper ? choice[0] : choice, deeper);
        item.addEventListener('click', (event) => {
          event.stopPropagation();
          if (deeper) {
            list(choice[1]);
            return;
          }
          values[field.name] = choice;
          input.value = '';
          show();
          closeList();
        });
        openList.append(item);
      }
      Object.assign(openList.style, { left: `${box.left + scrollX}px`, top: `${box.bottom + scrollY}px`, minWidth: `${box.width}px` });
      document.body.append(openList);
    };
    input.addEventListener('click', () => { list(choices); });
    input.addEventListener('blur', () => { input.value = ''; });
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      const wanted = input.value.trim().toLowerCase();
      list(wanted === '' ? choices : leavesOf(choices).filter((leaf) => leaf.toLowerCase().includes(wanted)));
    });
    return row;
  };

  /** @param {Field} field */
  const radio = (field) => {
    const rows = [['true', 'Yes'], ['false', 'No']].map(([value, label]) => `<div><input type="radio" id="${field.id}-${value}" name="${field.id}"
      value="${value}" ${values[field.name] === value ? 'checked' : ''}><label for="${field.id}-${value}">${label}</label></div>`);
    const row = make(`<fieldset data-automation-id="formField-${field.automation ?? field.name}" data-name="${field.name}">
      <legend><span>${escape(field.label)}</span>${star(field)}</legend>${rows.join('')}</fieldset>`);
    row.addEventListener('change', (event) => { values[field.name] = /** @type {HTMLInputElement} */ (event.target).value; });
    return row;
  };

  /** @param {Field} field */
  const checkbox = (field) => {
    const row = make(`<div data-automation-id="formField-${field.automation ?? field.name}" data-name="${field.name}">
      <input type="checkbox" id="${field.id}" data-automation-id="${field.automation ?? field.name}"><label for="${field.id}">${escape(field.label)}${star(field)}</label></div>`);
    const box = /** @type {HTMLInputElement} */ (row.querySelector('input'));
    box.checked = values[field.name] === 'yes';
    box.addEventListener('change', () => { values[field.name] = box.checked ? 'yes' : ''; });
    return row;
  };

  const DATE_PARTS = /** @type {const} */ ([['Month', 2], ['Day', 2], ['Year', 4]]);

  /** A date in three spin buttons that follow key presses; a value that is set otherwise is put back. @param {Field} field */
  const date = (field) => {
    const parts = DATE_PARTS.map(([part]) => `<input type="text" role="spinbutton" id="${field.id}-dateSection${part}-input" aria-label="${part}"
      data-automation-id="dateSection${part}-input" inputmode="numeric" placeholder="${part === 'Year' ? 'YYYY' : part === 'Day' ? 'DD' : 'MM'}">`);
    const row = make(`<fieldset data-automation-id="formField-${field.automation ?? field.name}" data-name="${field.name}">
      <legend><span>${escape(field.label)}</span>${star(field)}</legend><div data-automation-id="dateInputWrapper">${parts.join('/')}</div></fieldset>`);
    const digits = (values[`${field.name}:parts`] ??= ['', '', '']);
    const store = () => {
      const complete = digits.every((/** @type {string} */ part, /** @type {number} */ index) => part !== '' && part.length <= DATE_PARTS[index][1]) && digits[2].length === 4;
      values[field.name] = complete ? `${digits[2]}-${digits[0].padStart(2, '0')}-${digits[1].padStart(2, '0')}` : '';
    };
    row.querySelectorAll('input').forEach((input, index) => {
      const length = DATE_PARTS[index][1];
      const show = () => {
        input.value = digits[index];
        if (digits[index] === '') input.removeAttribute('aria-valuenow');
        else input.setAttribute('aria-valuenow', String(Number(digits[index])));
      };
      show();
      input.addEventListener('keydown', (event) => {
        if (event.key === 'Backspace') digits[index] = digits[index].slice(0, -1);
        else if (/^\d$/.test(event.key)) digits[index] = (digits[index] + event.key).slice(-length);
        else return;
        event.preventDefault();
        show();
        store();
        if (digits[index].length === length) row.querySelectorAll('input')[index + 1]?.focus();
      });
      input.addEventListener('input', show);
    });
    return row;
  };

  /** @param {Field} field @param {() => void} onUploaded */
  const file = (field, onUploaded) => {
    const row = make(`<div data-automation-id="formField-${field.automation ?? field.name}" data-name="${field.name}"><label>${escape(field.label)}${star(field)}</label>
      <div data-automation-id="file-upload-drop-zone"><input type="file" class="visually-hidden" data-automation-id="file-upload-input-ref" multiple>
      <button type="button" data-automation-id="select-files">Select files</button><div class="files"></div></div></div>`);
    const input = /** @type {HTMLInputElement} */ (row.querySelector('input'));
    const files = /** @type {HTMLElement} */ (row.querySelector('.files'));
    const show = () => {
      const chosen = values[field.name];
      files.innerHTML = chosen instanceof File ? `<div data-automation-id="file-upload-item"><span data-automation-id="file-upload-item-name">${escape(chosen.name)}</span>
        <span data-automation-id="file-upload-successful">Successfully Uploaded!</span><button type="button" data-automation-id="delete-file" aria-label="Delete ${escape(chosen.name)}">×</button></div>` : '';
      files.querySelector('button')?.addEventListener('click', () => {
        delete values[field.name];
        input.value = '';
        show();
      });
    };
    show();
    row.querySelector('[data-automation-id=select-files]')?.addEventListener('click', () => { input.click(); });
    input.addEventListener('change', () => {
      if (!input.files?.[0]) return;
      values[field.name] = input.files[0];
      show();
      onUploaded();
    });
    return row;
  };

  document.addEventListener('click', (event) => {
    const target = /** @type {Element} */ (event.target);
    if (!target.closest('.wd-list, [aria-haspopup=listbox], [data-automation-id=multiSelectContainer]')) closeList();
  });

  /** @param {Field} field @param {() => void} onUploaded */
  const control = (field, onUploaded) => {
    if (field.kind === 'file') return file(field, onUploaded);
    const makers = /** @type {Record<string, (field: Field) => HTMLElement>} */ ({ dropdown, prompt, radio, checkbox, date });
    return (makers[field.kind] ?? text)(field);
  };

  Object.assign(globalThis, { demoWorkday: { values, escape, make, control } });
})();
