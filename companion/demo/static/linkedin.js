// The Easy Apply dialogue: contact, résumé, questions, review; then "Your application was sent". The address stays.
'use strict';

(() => {
  const { config, send, faults, afterUpload } = globalThis.demoPage;
  const { escape, text, select, question } = globalThis.demoLinkedIn;

  /** @type {Record<string, string>} */
  let values = { email: config.emails[0], country: '', phone: '' };
  /** @type {{kept: string, file: File | null}} */
  let resume = { kept: config.resumes[0] ?? '', file: null };
  let step = 0;
  const steps = ['contact', 'resume', ...(config.questions.length > 0 ? ['questions'] : []), 'review'];

  /** @param {string} name @param {boolean} selected */
  const card = (name, selected) => `<div class="jobs-document-upload-redesign-card__container ${selected ? 'jobs-document-upload-redesign-card__container--selected' : ''}"
    data-resume="${escape(name)}" role="radio" aria-checked="${selected}" tabindex="0"><h3 class="jobs-document-upload-redesign-card__file-name">${escape(name)}</h3></div>`;

  const pages = /** @type {Record<string, () => string>} */ ({
    contact: () => `<h3>Contact info</h3>
      ${select({ name: 'email', label: 'Email address', required: true, options: config.emails, value: values.email })}
      ${select({ name: 'country', label: 'Phone country code', required: true, options: config.countries, type: 'phoneNumber-country', value: values.country })}
      ${text({ name: 'phone', label: 'Mobile phone number', required: true, type: 'phoneNumber-nationalNumber', value: values.phone })}`,
    resume: () => `<h3>Resume</h3><p>Be sure to include an updated resume</p>
      ${config.resumes.map((/** @type {string} */ name) => card(name, resume.file === null && resume.kept === name)).join('')}
      ${resume.file ? card(resume.file.name, true) : ''}
      <label class="artdeco-button" for="jobs-document-upload-file-input-upload-resume-${config.jobId}">Upload resume</label>
      <input id="jobs-document-upload-file-input-upload-resume-${config.jobId}" class="visually-hidden" type="file" name="file" accept=".pdf,.doc,.docx">`,
    questions: () => `<h3>Additional questions</h3>${config.questions.map(question).join('')}`,
    review: () => `<h3>Review your application</h3><p>The employer will also receive a copy of your profile.</p>
      <dl>${Object.entries(values).map(([name, value]) => `<dt>${escape(name)}</dt><dd>${escape(value)}</dd>`).join('')}</dl>
      <p>${escape(resume.file?.name ?? resume.kept)}</p>
      <input type="checkbox" id="follow-company-checkbox" checked><label for="follow-company-checkbox">Follow ${escape(config.company)}</label>`,
  });

  const buttons = () => {
    const back = step > 0 ? '<button type="button" class="artdeco-button" data-back aria-label="Back to previous step">Back</button>' : '';
    const [name, label, words] = steps[step] === 'review'
      ? ['data-live-test-easy-apply-submit-button', 'Submit application', 'Submit application']
      : step === steps.length - 2
        ? ['data-live-test-easy-apply-review-button', 'Review your application', 'Review']
        : ['data-easy-apply-next-button data-live-test-easy-apply-next-button', 'Continue to next step', 'Next'];
    // The newest screens have nothing but their names for assistive technology.
    return `${back}<button type="button" class="artdeco-button artdeco-button--primary" ${isScreen ? '' : name} aria-label="${label}">${words}</button>`;
  };

  /** The document, or the shadow root that newer pages put all of it into. @type {Document | ShadowRoot} */
  let place = document;
  const SCREEN = 'com.linkedin.sdui.flagshipnav.jobs.easyapply.EasyApplyScreen';
  const isScreen = config.variant === 'sdui';

  const modal = () => place.querySelector(isScreen ? `[data-sdui-screen="${SCREEN}"]` : '.jobs-easy-apply-modal');

  /** The element that holds the dialogue, made where there is none. */
  const outlet = () => {
    const there = place.getElementById('easy-apply-outlet');
    if (there) return there;
    const made = Object.assign(document.createElement('div'), { id: 'easy-apply-outlet' });
    if (config.variant !== 'shadow') return document.body.appendChild(made);
    if (place === document) {
      const host = document.body.appendChild(Object.assign(document.createElement('div'), { id: 'interop-outlet' }));
      place = host.attachShadow({ mode: 'open' });
      const style = document.createElement('link');
      Object.assign(style, { rel: 'stylesheet', href: '/__board/static/linkedin.css' });
      place.append(style);
      place.addEventListener('click', onClick);
      place.addEventListener('change', onChange);
    }
    place.append(made);
    return made;
  };

  const show = () => {
    const percent = Math.round((step / (steps.length - 1)) * 100);
    const marks = isScreen ? `class="artdeco-modal" data-sdui-screen="${SCREEN}"` : 'class="jobs-easy-apply-modal artdeco-modal" data-test-modal-id="easy-apply-modal"';
    outlet().innerHTML = `<div class="artdeco-modal-overlay"><div ${marks} role="dialog" aria-labelledby="jobs-apply-header"><header>
      <h2 id="jobs-apply-header">Apply to ${escape(config.company)}</h2>
      <button type="button" data-test-modal-close-btn aria-label="Dismiss">×</button></header>
      <progress value="${percent}" max="100"></progress><span>${percent}%</span>
      <form>${pages[steps[step]]()}<div class="form-error" role="alert"></div></form><footer>${buttons()}</footer></div></div>`;
  };

  /** @param {Element} where @param {string} words */
  const feedback = (where, words) => {
    where.innerHTML = words === '' ? '' : `<div class="artdeco-inline-feedback artdeco-inline-feedback--error" role="alert">
      <span class="artdeco-inline-feedback__message">${escape(words)}</span></div>`;
  };

  /** Read the step's fields into `values`; true when all are right. */
  const read = () => {
    let complete = true;
    for (const element of modal()?.querySelectorAll('[data-test-form-element]') ?? []) {
      const { name = '', required } = /** @type {HTMLElement} */ (element).dataset;
      const control = /** @type {HTMLInputElement | null} */ (element.querySelector('input:checked, input:not([type=radio]), select, textarea'));
      const value = control?.value === 'Select an option' ? '' : control?.value.trim() ?? '';
      values[name] = value;
      let words = '';
      if (required === 'true' && value === '') words = element.querySelector('select, fieldset') ? 'Please make a selection' : 'Please enter a valid answer';
      else if (value !== '' && control?.id.endsWith('-numeric') && !/^\d{1,2}$/.test(value)) words = 'Enter a whole number between 0 and 99';
      feedback(/** @type {Element} */ (element.querySelector('.fb-form-element__error-text')), words);
      if (words !== '') complete = false;
    }
    return complete;
  };

  const submit = async () => {
    const data = new FormData();
    for (const [name, value] of Object.entries(values)) if (value !== '') data.set(name, value);
    if (resume.file) data.set('resume', resume.file);
    else data.set('resume', resume.kept);
    const button = /** @type {HTMLButtonElement} */ (modal()?.querySelector('footer .artdeco-button--primary'));
    button.disabled = true;
    const outcome = await send(config.address, data);
    button.disabled = false;
    if (outcome.accepted) {
      succeed();
      return;
    }
    const error = modal()?.querySelector('.form-error');
    if (error) feedback(error, Object.values(outcome.errors).join(' '));
  };

  /** The board's own word that today's applications are used up. */
  const limit = () => {
    const said = 'You’ve reached today’s Easy Apply limit. Great effort applying today. We limit daily submissions to keep applications genuine.';
    const card = /** @type {Element} */ (document.querySelector('.jobs-apply-button--top-card'));
    feedback(card.querySelector('.limit') ?? card.appendChild(Object.assign(document.createElement('div'), { className: 'limit' })), said);
  };

  const succeed = () => {
    const host = place.getElementById('easy-apply-outlet');
    if (host) {
      host.innerHTML = `<div class="artdeco-modal-overlay"><div class="artdeco-modal" role="dialog" aria-labelledby="post-apply-modal">
        <header><h2 id="post-apply-modal">Application sent</h2><button type="button" data-done aria-label="Dismiss">×</button></header>
        <p>Your application was sent to ${escape(config.company)}!</p><footer><button type="button" class="artdeco-button artdeco-button--primary" data-done>Done</button></footer></div></div>`;
    }
    const apply = document.querySelector('.jobs-apply-button');
    if (!(apply instanceof HTMLButtonElement)) return;
    apply.classList.add('jobs-apply-button--applied');
    apply.disabled = true;
    apply.setAttribute('aria-label', 'Applied');
    apply.textContent = 'Applied';
  };

  const askToDiscard = () => {
    const host = document.createElement('div');
    host.className = 'artdeco-modal-overlay';
    host.setAttribute('data-test-easy-apply-discard-modal', '');
    host.innerHTML = `<div class="artdeco-modal" role="alertdialog"><h2>Save this application?</h2><footer>
      <button type="button" class="artdeco-button" data-control-name="discard_application_confirm_btn" data-test-dialog-secondary-btn>Discard</button>
      <button type="button" class="artdeco-button artdeco-button--primary" data-test-dialog-primary-btn>Save</button></footer></div>`;
    place.getElementById('easy-apply-outlet')?.append(host);
  };

  /** @param {boolean} keep */
  const close = (keep) => {
    place.getElementById('easy-apply-outlet')?.remove();
    if (keep) return;
    values = { email: config.emails[0], country: '', phone: '' };
    resume = { kept: config.resumes[0] ?? '', file: null };
    step = 0;
  };

  /** @param {Event} event */
  const onClick = (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    /** @param {string} selector */
    const on = (selector) => target.closest(selector) !== null;
    if (on('.jobs-apply-button:not([disabled]), a[href*=openSDUIApplyFlow]')) {
      event.preventDefault();
      if (config.limit) {
        limit();
        return;
      }
      if (isScreen) history.pushState(null, '', `${config.base}apply/?openSDUIApplyFlow=true`);
      show();
      if ('hydration_wipe' in faults) setTimeout(show, faults.hydration_wipe);
    } else if (on('[data-done]')) close(false);
    else if (on('[data-test-modal-close-btn]')) askToDiscard();
    else if (on('[data-test-dialog-secondary-btn]')) close(false);
    else if (on('[data-test-dialog-primary-btn]')) close(true);
    else if (on('[data-back]')) {
      step -= 1;
      show();
    } else if (on('[aria-label="Submit application"]')) void submit();
    else if (on('[aria-label="Continue to next step"], [aria-label="Review your application"]') && read()) {
      step += 1;
      show();
    }
    const chosen = target.closest('[data-resume]');
    if (chosen instanceof HTMLElement && resume.file?.name !== chosen.dataset.resume) {
      resume = { kept: chosen.dataset.resume ?? '', file: null };
      show();
    }
  };

  /** @param {Event} event */
  const onChange = (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || input.type !== 'file' || !input.files?.[0]) return;
    resume = { kept: '', file: input.files[0] };
    show();
    afterUpload(() => { resume = { kept: config.resumes[0] ?? '', file: null }; show(); });
  };

  document.addEventListener('click', onClick);
  document.addEventListener('change', onChange);
  if (location.search.includes('openSDUIApplyFlow=true') && !config.limit) show();
})();
