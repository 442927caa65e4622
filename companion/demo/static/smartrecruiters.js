// The SmartRecruiters form: personal information, then screening questions, then a confirmation, all in one
// address. Each page is a component with its own shadow root inside the application's.
'use strict';

(() => {
  const { config, send, afterUpload, faults } = globalThis.demoPage;

  /** @type {Record<string, unknown>} */
  const values = {};

  const BASE = [
    ['first-name-input', 'firstName', 'First name', true, 'given-name', 'text'],
    ['last-name-input', 'lastName', 'Last name', true, 'family-name', 'text'],
    ['email-input', 'email', 'Email', true, 'email', 'email'],
    ['confirm-email-input', 'confirmEmail', 'Confirm your email', true, 'off', 'email'],
  ];
  const LINKS = [['linkedin-input', 'LinkedIn'], ['facebook-input', 'Facebook'], ['twitter-input', 'X (fka Twitter)'], ['website-input', 'Website']];

  /** @param {string} text */
  const escape = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

  const personalHtml = () => `
    <div class="apply-with"><button type="button">Apply With LinkedIn</button> <button type="button">Apply With SEEK</button>
      <div class="apply-with-resume-container"><input type="file" aria-label="Apply with resume"></div></div>
    <h2>Personal information</h2>
    <input type="file" data-test="avatar-upload" aria-label="Photo" accept="image/*">
    ${BASE.map(([id, control, label, required, token, type]) => `
      <oc-input formcontrolname="${control}" data-test="personal-info-${id}">
        <spl-input id="${id}" label="${label}" type="${type}" autocomplete="${token}" ${required ? 'required' : ''}></spl-input></oc-input>`).join('')}
    <spl-autocomplete data-test="location-autocomplete" data-name="location" minquerylength="3" label="City" required></spl-autocomplete>
    <spl-phone-field id="phone-number-input" data-name="phone" label="Phone number" autocomplete="tel"></spl-phone-field>
    <h2>Experience</h2><section data-rows="experience"><button type="button" data-test="add-experience">Add</button></section>
    <h2>Education</h2><section data-rows="education"><button type="button" data-test="add-education">Add</button></section>
    <h2>On the web</h2>
    ${LINKS.map(([id, label]) => `<oc-input><spl-input id="${id}" label="${label}"></spl-input></oc-input>`).join('')}
    <h2>Resume</h2><spl-dropzone data-test="resume-upload" data-name="resume" label="Upload your resume" required></spl-dropzone>
    <h2>Message to the hiring manager</h2>
    <spl-textarea id="hiring-manager-message-input" label="Let the company know about your interest"></spl-textarea>`;

  const TAGS = /** @type {Record<string, string>} */ ({ yes_no: 'spl-radio', radio: 'spl-radio', select: 'spl-select', multi: 'spl-checkbox', textarea: 'spl-textarea' });

  const questionsHtml = () => `<h2>Preliminary questions</h2>${config.questions.map((/** @type {any} */ question) => {
    const tag = TAGS[question.kind] ?? 'spl-input';
    return `<div data-test="question-container"><sr-question definition="${escape(JSON.stringify(question))}">
      <${tag} data-name="${question.id}" label="${escape(question.label)}" options="${escape(JSON.stringify(question.options))}"
        ${question.required ? 'required' : ''}></${tag}></sr-question></div>`;
  }).join('')}`;

  const STYLE = `<style>
    :host { display: block; } h1 { font-size: 26px; } h2 { font-size: 19px; margin: 28px 0 12px; }
    footer { margin-top: 24px; } .apply-with { background: #f2f5fb; border-radius: 8px; padding: 16px; }
    .failure { color: #b3261e; }</style>`;

  /** A page of the form: its fields in a shadow root of its own. */
  class FormPage extends HTMLElement {
    constructor() {
      super();
      this.root = this.attachShadow({ mode: 'open' });
    }

    /** @param {string} html */
    show(html) {
      this.root.innerHTML = STYLE + html;
      for (const section of this.root.querySelectorAll('[data-rows]')) section.addEventListener('click', (event) => { this.onRow(event); });
    }

    /** Open, save or drop a row of experience or education. @param {Event} event */
    onRow(event) {
      const button = /** @type {Element} */ (event.target).closest('button');
      const section = /** @type {HTMLElement} */ (event.currentTarget);
      const kind = section.dataset.rows ?? '';
      if (!button) return;
      const row = button.closest('.entry');
      if (button.dataset.test === `add-${kind}`) {
        button.insertAdjacentHTML('beforebegin', `<div class="entry" data-unsaved><spl-input data-name="${kind}-${section.children.length}"
          label="${kind === 'experience' ? 'Title' : 'Institution'}"></spl-input>
          <button type="button" data-test="${kind}-save">Save</button> <button type="button" data-test="${kind}-cancel">Cancel</button></div>`);
      } else if (button.dataset.test === `${kind}-save`) {
        row?.removeAttribute('data-unsaved');
      } else {
        row?.remove();
      }
    }

    /** Show what is missing and tell whether nothing is. */
    check() {
      let complete = this.root.querySelector('[data-unsaved]') === null;
      for (const element of this.root.querySelectorAll('[label]')) {
        const host = /** @type {any} */ (element);
        const name = host.dataset.name ?? host.id;
        const value = values[name];
        const missing = host.hasAttribute('required') && (value === undefined || value === '' || (Array.isArray(value) && value.length === 0));
        const differs = name === 'confirm-email-input' && value !== values['email-input'];
        host.showError(missing ? 'This field is required' : differs ? 'Email addresses do not match' : '');
        if (missing || differs) complete = false;
      }
      return complete;
    }
  }
  customElements.define('oc-personal-information', class extends FormPage {});
  customElements.define('sr-screening-questions-form', class extends FormPage {});

  customElements.define('oc-app', class extends HTMLElement {
    connectedCallback() {
      this.root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
      this.root.addEventListener('spl-change', (event) => {
        const { name, value } = /** @type {CustomEvent} */ (event).detail;
        values[name] = value;
        if (name === 'resume' && value) afterUpload(() => { this.overwrite(); });
      });
      this.showStep('personal');
      if ('hydration_wipe' in faults) setTimeout(() => { this.showStep('personal'); }, faults.hydration_wipe);
    }

    /** The parser writes its own findings over the name. */
    overwrite() {
      const page = /** @type {any} */ (this.root?.querySelector('oc-personal-information'));
      const field = page?.root.querySelector('#first-name-input');
      if (!field) return;
      field.value = 'PARSED';
      values['first-name-input'] = 'PARSED';
    }

    /** @param {'personal' | 'questions'} step */
    showStep(step) {
      if (!this.root) return;
      const last = step === 'questions' || config.questions.length === 0;
      const tag = step === 'personal' ? 'oc-personal-information' : 'sr-screening-questions-form';
      this.root.innerHTML = `${STYLE}<main style="max-width: 720px; margin: 0 auto; padding: 24px">
        <h1>${escape(config.title)}</h1><p>${escape(config.company)}</p><${tag}></${tag}><p class="failure" role="alert"></p>
        <footer><oc-button data-test="footer-${last ? 'submit' : 'next'}">${last ? 'Submit' : 'Next'}</oc-button></footer></main>`;
      const page = /** @type {any} */ (this.root.querySelector(tag));
      page.show(step === 'personal' ? personalHtml() : questionsHtml());
      this.root.querySelector('oc-button')?.addEventListener('click', () => {
        if (!page.check()) return;
        if (last) void this.submit();
        else this.showStep('questions');
      });
    }

    async submit() {
      const data = new FormData();
      for (const [name, value] of Object.entries(values)) {
        if (value === '' || value === undefined) continue;
        for (const part of Array.isArray(value) ? value : [value]) data.append(name, part);
      }
      const button = /** @type {any} */ (this.root?.querySelector('oc-button'));
      const inner = button.shadowRoot.querySelector('button');
      inner.disabled = true;
      const outcome = await send(config.address, data);
      inner.disabled = false;
      if (outcome.accepted && this.root) {
        this.root.innerHTML = `${STYLE}<main style="max-width: 720px; margin: 60px auto; text-align: center">
          <h2 data-test="success-page-confirmation">Application submitted!</h2><p>${escape(config.company)} will be in touch.</p></main>`;
        return;
      }
      const place = this.root?.querySelector('.failure');
      if (place) place.textContent = Object.values(outcome.errors).join(' ');
    }
  });
})();
