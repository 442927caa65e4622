// Indeed's flow: one module after the other, each with its own path but no load. Every module page holds several
// "Continue" buttons of which one is seen. Submit starts disabled while a preview loads and wants a trusted click.
'use strict';

(() => {
  const { config, send, faults, afterUpload } = globalThis.demoPage;
  const root = /** @type {HTMLElement} */ (document.getElementById('ia-container'));
  const BASE = '/beta/indeedapply/form/';
  const PREVIEW_MS = 300;

  /** @type {Record<string, string>} */
  let values = { 'names-first-name': '', 'names-last-name': '', phone: '' };
  /** @type {File | null} */
  let file = null;
  let current = 0;

  /** @param {string} text */
  const escape = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
  const randomId = () => [...crypto.getRandomValues(new Uint8Array(32))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  let serial = 0;
  const generatedId = () => `ifl-InputFormField-:r${(serial += 3)}:`;

  /** @param {string} name @param {string} label @param {{test?: string, type?: string, required?: boolean, attributes?: string}} more */
  const input = (name, label, { test = `${name}-input`, type = 'text', required = false, attributes = '' } = {}) => {
    const id = generatedId();
    return `<div class="ia-field"><label for="${id}"><span>${escape(label)}</span>${required ? ' *' : ''}</label>
      <input id="${id}" name="${name}" type="${type}" data-testid="${test}" value="${escape(values[name] ?? '')}" ${attributes} ${required ? 'data-required' : ''}>
      <div class="ia-error" role="alert"></div></div>`;
  };

  /** @param {any} question */
  const questionHtml = (question) => {
    const { name, label, required, options } = question;
    const star = required ? ' *' : '';
    if (options.length === 0) return input(name, label, { test: `input-${name}-input`, required, type: question.kind === 'number' ? 'number' : 'text' });
    if (question.kind === 'select') {
      const id = generatedId();
      return `<div class="ia-field"><label for="${id}">${escape(label)}${star}</label><select id="${id}" name="${name}" data-testid="input-${name}-input" ${required ? 'data-required' : ''}>
        ${['', ...options].map((option) => `<option value="${escape(option)}">${escape(option || 'Select an option')}</option>`).join('')}</select><div class="ia-error" role="alert"></div></div>`;
    }
    const rows = options.map((/** @type {string} */ option, /** @type {number} */ index) => `<label data-testid="${name}-${index}"><input type="radio" name="${name}" value="${escape(option)}"> <span>${escape(option)}</span></label>`);
    return `<fieldset class="ia-field" role="radiogroup" data-name="${name}" ${required ? 'data-required' : ''}><legend>${escape(label)}${star}</legend>${rows.join('')}<div class="ia-error" role="alert"></div></fieldset>`;
  };

  const modules = [
    { path: 'contact-info-module', html: () => `<h1>Add your contact information</h1>
      ${input('names-first-name', 'First name', { test: 'name-fields-first-name-input', required: true, attributes: 'maxlength="49" autocomplete="given-name"' })}
      ${input('names-last-name', 'Last name', { test: 'name-fields-last-name-input', required: true, attributes: 'maxlength="49" autocomplete="family-name"' })}
      <div class="ia-field"><span>Email</span><p data-testid="contact-email">${escape(config.email)}</p></div>
      <fieldset data-testid="phone-number-field"><legend>Phone number</legend>${input('phone', 'Phone', { type: 'tel', attributes: 'autocomplete="tel"' })}</fieldset>` },
    { path: 'profile-location', html: () => `<h1>Review your location details</h1>
      ${input('location-postal-code', 'Postal code', { test: 'location-fields-postal-code-input' })}
      ${input('location-locality', 'City, State', { test: 'location-fields-locality-input' })}` },
    { path: 'resume-selection-module/resume-selection', html: () => `<h1>Add a resume for the employer</h1>
      <div data-testid="resume-selection-file-resume-radio-card"><label data-testid="resume-selection-file-resume-radio-card-label">
        <input type="radio" name="resume-choice" data-testid="resume-selection-file-resume-radio-card-input" checked> <span class="resume-name">${escape(file?.name ?? config.storedResume)}</span></label>
        <input type="file" data-testid="resume-selection-file-resume-radio-card-file-input" accept=".pdf,.docx,.rtf,.txt" aria-label="Upload a resume"></div>` },
    { path: 'resume-module/profile-work-experience/create', skip: true, html: () => `<h1>Enter a job that shows relevant experience</h1>
      ${input('job-title', 'Job title')}${input('company-name', 'Company')}
      <button type="button" data-testid="work-experience-page-create-skip-button">Skip</button>` },
    ...(config.questions.length > 0 ? [{ path: 'questions-module/questions/1', html: () => `<h1>Answer these questions from the employer</h1>${config.questions.map(questionHtml).join('')}` }] : []),
    { path: 'review-module', html: () => `<h1>Please review your application</h1>
      <div id="mosaic-provider-module-apply-preview">Loading preview…</div><div class="ia-error form-error" role="alert"></div>` },
  ];

  const show = () => {
    const module = modules[current];
    const last = module.path === 'review-module';
    const visible = last
      ? '<button type="button" class="ia-primary" data-testid="submit-application-button" disabled>Submit your application</button>'
      : `<button type="button" class="ia-primary ia-continueButton" data-testid="${randomId()}"><span>Continue</span></button>`;
    const decoys = `<div style="display: none"><button type="button" data-testid="${randomId()}">Continue</button></div>
      <div style="visibility: hidden; position: absolute"><button type="button" data-testid="${randomId()}">Continue</button></div>`;
    root.innerHTML = `<main data-module="${module.path}">${decoys}${module.html()}<footer>${visible}</footer></main>`;
    if (!last) return;
    setTimeout(() => {
      const preview = document.getElementById('mosaic-provider-module-apply-preview');
      if (!preview) return;
      preview.textContent = `${values['names-first-name']} ${values['names-last-name']} · ${config.email} · ${file?.name ?? config.storedResume}`;
      /** @type {HTMLButtonElement} */ (root.querySelector('[data-testid=submit-application-button]')).disabled = false;
    }, PREVIEW_MS);
  };

  /** @param {number} step @param {boolean} push */
  const go = (step, push = true) => {
    current = step;
    if (push) history.pushState({ step }, '', BASE + modules[current].path);
    show();
  };

  /** Take over what the module asks; true when nothing is missing. */
  const read = () => {
    let complete = true;
    for (const row of root.querySelectorAll('.ia-field')) {
      const control = /** @type {HTMLInputElement | null} */ (row.querySelector('input:checked, input:not([type=radio]), select'));
      const name = control?.name ?? /** @type {HTMLElement} */ (row).dataset.name ?? '';
      if (name === '') continue;
      const value = control?.value.trim() ?? '';
      values[name] = value;
      const required = row.hasAttribute('data-required') || control?.hasAttribute('data-required');
      const place = row.querySelector('.ia-error');
      if (place) place.textContent = required && value === '' ? 'Answer this question to continue' : '';
      if (required && value === '') complete = false;
    }
    return complete;
  };

  /** @param {HTMLButtonElement} button */
  const submit = async (button) => {
    button.disabled = true;
    const data = new FormData();
    for (const [name, value] of Object.entries(values)) if (value !== '') data.set(name, value);
    data.set('resume', file ?? config.storedResume);
    const outcome = await send(config.address, data);
    if (outcome.accepted) {
      history.pushState(null, '', `${BASE}post-apply`);
      root.innerHTML = '<main><h1>Your application has been submitted!</h1><p>You will get an email confirmation.</p></main>';
      return;
    }
    button.disabled = false;
    const place = root.querySelector('.form-error');
    if (place) place.textContent = Object.values(outcome.errors).join(' ');
  };

  document.addEventListener('click', (event) => {
    const button = /** @type {Element} */ (event.target).closest('button');
    if (!button) return;
    if (button.dataset.testid === 'submit-application-button') {
      if (event.isTrusted) void submit(button);
    } else if (button.dataset.testid === 'work-experience-page-create-skip-button') {
      go(current + 1);
    } else if (button.classList.contains('ia-continueButton') && read()) {
      go(current + 1);
    }
  });

  document.addEventListener('change', (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || input.type !== 'file' || !input.files?.[0]) return;
    [file] = input.files;
    show();
    afterUpload(() => { file = null; show(); });
  });

  window.addEventListener('popstate', (event) => { go(event.state?.step ?? 0, false); });
  show();
  if ('hydration_wipe' in faults) {
    setTimeout(() => {
      values = {};
      show();
    }, faults.hydration_wipe);
  }
})();
