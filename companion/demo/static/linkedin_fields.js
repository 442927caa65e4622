// The controls of the Easy Apply dialogue, with LinkedIn's scheme of ids: the job's id stands in each of them.
'use strict';

(() => {
  const { config } = globalThis.demoPage;
  const URN = `formElement-urn-li-jobs-applyformcommon-easyApplyFormElement-${config.jobId}`;

  /** @param {string} text */
  const escape = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

  /**
   * @param {string} inner
   * @param {string} name
   * @param {boolean} required
   */
  const element = (inner, name, required) => `<div data-test-form-element data-name="${name}" data-required="${required}"
    class="fb-dash-form-element">${inner}<div class="fb-form-element__error-text" aria-live="assertive"></div></div>`;

  /**
   * @param {{name: string, label: string, required: boolean, type?: string, value?: string}} field
   */
  const text = ({ name, label, required, type = 'text', value = '' }) => {
    const id = `single-line-text-form-component-${URN}-${name}-${type}`;
    return element(`<label for="${id}" class="artdeco-text-input--label">${escape(label)}</label>
      <input id="${id}" class="artdeco-text-input--input" type="text" value="${escape(value)}" ${required ? 'required' : ''}>`, name, required);
  };

  /** @param {{name: string, label: string, required: boolean}} field */
  const multiline = ({ name, label, required }) => {
    const id = `multiline-text-form-component-${URN}-${name}-text`;
    return element(`<label for="${id}">${escape(label)}</label><textarea id="${id}" rows="4" ${required ? 'required' : ''}></textarea>`, name, required);
  };

  /** @param {{name: string, label: string, required: boolean, options: string[], type?: string, value?: string}} field */
  const select = ({ name, label, required, options, type = 'multipleChoice', value = '' }) => {
    const id = `text-entity-list-form-component-${URN}-${name}-${type}`;
    const rows = ['Select an option', ...options].map((option) => `<option value="${escape(option)}" ${option === value ? 'selected' : ''}>${escape(option)}</option>`);
    return element(`<label for="${id}" data-test-text-entity-list-form-title><span aria-hidden="true">${escape(label)}</span>
      <span class="visually-hidden">${escape(label)}</span></label>
      <select id="${id}" data-test-text-entity-list-form-select aria-required="${required}" ${required ? 'required' : ''}>${rows.join('')}</select>`, name, required);
  };

  /** @param {{name: string, label: string, required: boolean, options: string[]}} field */
  const choices = ({ name, label, required, options }) => {
    const id = `radio-button-form-component-${URN}-${name}-multipleChoice`;
    const urn = `urn:li:fsd_formElement:urn:li:jobs_applyformcommon_easyApplyFormElement:(${config.jobId},${name},multipleChoice)`;
    const rows = options.map((option, index) => `<div data-test-text-selectable-option="${index}">
      <input data-test-text-selectable-option__input="${escape(option)}" type="radio" id="${urn}-${index}" name="${urn}" value="${escape(option)}">
      <label for="${urn}-${index}" data-test-text-selectable-option__label="${escape(option)}">${escape(option)}</label></div>`);
    return element(`<fieldset id="${id}" data-test-form-builder-radio-button-form-component="true">
      <legend><span aria-hidden="true">${escape(label)}</span><span class="visually-hidden">${escape(label)}</span></legend>${rows.join('')}</fieldset>`, name, required);
  };

  /** @param {any} question */
  const question = (question) => {
    const field = { name: question.id, label: question.label, required: question.required, options: question.options };
    if (question.kind === 'number') return text({ ...field, type: 'numeric' });
    if (question.kind === 'textarea') return multiline(field);
    if (question.kind === 'select') return select(field);
    return question.options.length > 0 ? choices(field) : text(field);
  };

  Object.assign(globalThis, { demoLinkedIn: { escape, text, select, question } });
})();
