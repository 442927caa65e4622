// Workday's wizard: account, six steps, review. One control is "Save and Continue" on each step and "Submit" on
// the last; the address stays the same throughout, also when the application has been sent.
'use strict';

(() => {
  const { config, send, faults, afterUpload } = globalThis.demoPage;
  const { values, escape, make, control } = globalThis.demoWorkday;
  const root = /** @type {HTMLElement} */ (document.getElementById('wizard'));
  const isNew = config.generation === 'new';
  const NEXT = isNew ? 'pageFooterNextButton' : 'bottom-navigation-next-button';
  const BACK = isNew ? 'pageFooterBackButton' : 'bottom-navigation-back-button';
  const ACCOUNT_KEY = 'workday-account';

  const COUNTRIES = ['Germany', 'Netherlands', 'Sweden', 'United Kingdom', 'United States of America'];
  /** Categories, of which the lower level is chosen from. */
  const SOURCES = [['Events', ['Career fair', 'Conference']], ['Online', ['Company website', 'Job board', 'LinkedIn']], 'Referral'];

  /** The name of a new field is its id without the section. @param {string} id */
  const afterFirst = (id) => id.slice(id.indexOf('--') + 2);

  /**
   * A field, named as its generation does.
   * @param {string} kind @param {string} name @param {string} label @param {string} old @param {string} fresh
   * @param {{required?: boolean, options?: any[]}} more
   */
  const field = (kind, name, label, old, fresh, more = {}) => ({
    kind, name, label, id: isNew ? fresh : `input-${old}`, automation: isNew ? afterFirst(fresh) : old,
    inputName: isNew ? afterFirst(fresh) : undefined, ...more,
  });

  const needed = { required: true };
  /** @type {{id: string, title: string, fields: any[]}[]} */
  const steps = [
    { id: 'applyFlowMyInfoPage', title: 'My Information', fields: [
      field('prompt', 'source', 'How Did You Hear About Us?', 'source', 'source--source', { options: SOURCES }),
      field('radio', 'previousWorker', 'Have you worked for us before?', 'candidateIsPreviousWorker', 'previousWorker--candidateIsPreviousWorker', needed),
      field('dropdown', 'country', 'Country', 'country', 'country--country', { required: true, options: COUNTRIES }),
      field('text', 'firstName', 'First Name', 'legalNameSection_firstName', 'name--legalName--firstName', needed),
      field('text', 'lastName', 'Last Name', 'legalNameSection_lastName', 'name--legalName--lastName', needed),
      field('text', 'addressLine1', 'Address Line 1', 'addressSection_addressLine1', 'address--addressLine1'),
      field('text', 'city', 'City', 'addressSection_city', 'address--city'),
      field('text', 'postalCode', 'Postal Code', 'addressSection_postalCode', 'address--postalCode'),
      field('dropdown', 'phoneType', 'Phone Device Type', 'phone-device-type', 'phoneNumber--phoneType', { required: true, options: ['Home', 'Mobile', 'Work'] }),
      field('prompt', 'phoneCountry', 'Country Phone Code', 'country-phone-code', 'phoneNumber--countryPhoneCode', { options: ['Germany (+49)', 'Sweden (+46)', 'United States of America (+1)'] }),
      field('text', 'phoneNumber', 'Phone Number', 'phone-number', 'phoneNumber--phoneNumber', needed),
    ] },
    { id: 'applyFlowMyExpPage', title: 'My Experience', fields: [
      field('prompt', 'skills', 'Type to Add Skills', 'skills', 'skills--skills', { options: ['Go', 'Python', 'SQL'] }),
      field('file', 'resume', 'Resume/CV', 'attachments', 'resumeAttachments--attachments', needed),
      field('text', 'linkedin', 'LinkedIn', 'linkedinQuestion', 'socialNetworkAccounts--linkedInAccount'),
    ] },
    { id: 'applyFlowPrimaryQuestionsPage', title: 'Application Questions', fields: config.questions.map((/** @type {any} */ question) => (
      field(question.options.length > 0 ? 'dropdown' : 'textarea', question.id, question.label, question.id, `primaryQuestionnaire--${question.id}`, question))) },
    { id: 'applyFlowVoluntaryDisclosuresPage', title: 'Voluntary Disclosures', fields: [
      field('dropdown', 'gender', 'Gender', 'gender', 'personalInfoUS--gender', { options: ['Female', 'Male', 'I do not wish to answer'] }),
      field('checkbox', 'terms', 'Yes, I have read and consent to the terms and conditions', 'agreementCheckbox', 'termsAndConditions--acceptTermsAndAgreements', needed),
    ] },
    { id: 'applyFlowSelfIdentifyPage', title: 'Self Identify', fields: [
      field('text', 'signedName', 'Name', 'name', 'selfIdentifiedDisabilityData--name', needed),
      field('date', 'signedOn', 'Date', 'dateSignedOn', 'selfIdentifiedDisabilityData--dateSignedOn', needed),
    ] },
    { id: 'applyFlowReviewPage', title: 'Review', fields: [] },
  ].filter((step) => step.id !== 'applyFlowPrimaryQuestionsPage' || config.questions.length > 0);
  let current = 0;

  const isEmpty = (/** @type {unknown} */ value) => value === undefined || value === '';

  /** Rows that a person adds: they are asked for only once they are there. @param {string} name @param {string} title */
  const panel = (name, title) => {
    const group = make(`<div role="group" aria-label="${title}" class="panel"><h4>${title}</h4><button type="button" data-automation-id="add-button" aria-label="Add ${title}">Add</button></div>`);
    const add = /** @type {HTMLElement} */ (group.querySelector('[data-automation-id=add-button]'));
    const columns = name === 'workExperience'
      ? [['jobTitle', 'Job Title'], ['company', 'Company'], ['location', 'Location']]
      : [['school', 'School or University'], ['degree', 'Degree'], ['field-of-study', 'Field of Study']];
    let rows = 0;
    add.addEventListener('click', () => {
      rows += 1;
      const number = rows;
      add.textContent = 'Add Another';
      const row = make(`<div role="group" data-automation-id="${name}-${number}" aria-label="${title} ${number}"><h5>${title} ${number}</h5></div>`);
      for (const [key, label] of columns) row.append(control({ kind: 'text', name: `${name}-${number}-${key}`, id: `${name}-${number}--${key}`, label, automation: key }, () => undefined));
      const remove = make('<button type="button" data-automation-id="panel-set-delete-button">Delete</button>');
      remove.addEventListener('click', () => {
        row.remove();
        for (const key of Object.keys(values)) if (key.startsWith(`${name}-${number}-`)) delete values[key];
      });
      row.append(remove);
      add.before(row);
    });
    return group;
  };

  const progress = () => `<ol data-automation-id="progressBar">${steps.map((step, index) => {
    const state = index === current ? 'ActiveStep' : index < current ? 'CompletedStep' : 'InactiveStep';
    return `<li data-automation-id="progressBar${state}">${step.title}</li>`;
  }).join('')}</ol>`;

  /** @param {string[]} texts */
  const banner = (texts) => {
    root.querySelector('[data-automation-id=errorBanner]')?.remove();
    if (texts.length === 0) return;
    root.querySelector('h2')?.after(make(`<div data-automation-id="errorBanner" role="alert"><b>Errors Found</b><ul>${texts.map((text) => `<li data-automation-id="errorMessage">${escape(text)}</li>`).join('')}</ul></div>`));
  };

  const overwrite = () => {
    Object.assign(values, { firstName: 'PARSED', lastName: 'RESUME' });
    show();
  };

  const show = () => {
    const step = steps[current];
    const last = step.id === 'applyFlowReviewPage';
    root.replaceChildren(make(`<div data-automation-id="${step.id}"><h3>${escape(config.title)}</h3>${progress()}<h2>${step.title}</h2><div class="fields"></div>
      <footer>${current > 0 ? `<button type="button" data-automation-id="${BACK}">Back</button>` : ''}
      <button type="button" data-automation-id="${NEXT}">${last ? 'Submit' : 'Save and Continue'}</button></footer></div>`));
    const place = /** @type {HTMLElement} */ (root.querySelector('.fields'));
    if (step.id === 'applyFlowMyExpPage') place.append(panel('workExperience', 'Work Experience'), panel('education', 'Education'));
    for (const one of step.fields) place.append(control(one, () => { afterUpload(overwrite); }));
    if (last) {
      for (const { name, label } of steps.flatMap((each) => each.fields)) {
        const value = values[name];
        if (!Array.isArray(value) && !isEmpty(value)) place.append(make(`<p><b>${escape(label)}</b> ${escape(value instanceof File ? value.name : String(value))}</p>`));
      }
    }
    root.querySelector(`[data-automation-id=${BACK}]`)?.addEventListener('click', () => {
      current -= 1;
      show();
    });
    root.querySelector(`[data-automation-id=${NEXT}]`)?.addEventListener('click', () => { void next(); });
  };

  const next = async () => {
    const step = steps[current];
    const missing = step.fields.filter((one) => one.required && isEmpty(values[one.name]));
    banner(missing.map((one) => `Error: The field ${one.label} is required and must have a value.`));
    for (const row of root.querySelectorAll('[data-name]')) {
      const wrong = missing.some((one) => one.name === /** @type {HTMLElement} */ (row).dataset.name);
      row.querySelector('input, button, textarea')?.setAttribute('aria-invalid', String(wrong));
    }
    if (missing.length > 0) return;
    if (step.id !== 'applyFlowReviewPage') {
      current += 1;
      show();
      return;
    }
    const button = /** @type {HTMLButtonElement} */ (root.querySelector(`[data-automation-id=${NEXT}]`));
    button.disabled = true;
    const data = new FormData();
    for (const [name, value] of Object.entries(values)) if (!Array.isArray(value) && !isEmpty(value)) data.set(name, value);
    const outcome = await send(config.address, data);
    button.disabled = false;
    if (outcome.accepted) {
      root.replaceChildren(make('<div data-automation-id="applicationSubmittedPage" role="dialog"><h2>Application Submitted</h2><p>Congratulations! Your application has been submitted.</p></div>'));
      return;
    }
    banner(Object.values(outcome.errors));
  };

  /** @param {boolean} create */
  const showAccount = (create) => {
    const button = create ? 'createAccountSubmitButton' : 'signInSubmitButton';
    const title = create ? 'Create Account' : 'Sign In';
    const agree = '<div><input type="checkbox" id="account-terms" data-automation-id="createAccountCheckbox"><label for="account-terms">I agree to the privacy notice</label></div>';
    root.replaceChildren(make(`<div data-automation-id="signInContent"><h2>${title}</h2>
      <div data-automation-id="formField-email"><label for="account-email">Email Address</label><input id="account-email" type="text" data-automation-id="email" autocomplete="email"></div>
      <div data-automation-id="formField-password"><label for="account-password">Password</label><input id="account-password" type="password" data-automation-id="password"></div>
      ${create ? '<div data-automation-id="formField-verifyPassword"><label for="account-verify">Verify New Password</label><input id="account-verify" type="password" data-automation-id="verifyPassword"></div>' : ''}
      <div class="trap"><label for="beecatcher">Enter website. This input is for robots only, do not enter if you're human.</label>
        <input id="beecatcher" type="text" name="website" data-automation-id="beecatcher" tabindex="-1" autocomplete="off"></div>
      ${create ? agree : ''}
      <div class="filtered"><button type="submit" data-automation-id="${button}" aria-hidden="true" tabindex="-2">${title}</button>
        <div data-automation-id="click_filter" role="button" tabindex="0" aria-label="${title}"></div></div>
      <p><button type="button" data-automation-id="${create ? 'signInLink' : 'createAccountLink'}">${create ? 'Sign In' : 'Create Account'}</button></p>
      <p role="alert" class="account-error"></p></div>`));
    const input = (/** @type {string} */ name) => /** @type {HTMLInputElement | null} */ (root.querySelector(`[data-automation-id=${name}]`));
    root.querySelector('[data-automation-id=signInLink], [data-automation-id=createAccountLink]')?.addEventListener('click', () => { showAccount(!create); });
    root.querySelector('[data-automation-id=click_filter]')?.addEventListener('click', () => {
      const email = input('email')?.value.trim() ?? '';
      const secret = input('password')?.value ?? '';
      const agreed = !create || (input('createAccountCheckbox')?.checked && secret === input('verifyPassword')?.value);
      if (email === '' || secret === '' || !agreed || input('beecatcher')?.value) {
        const place = root.querySelector('.account-error');
        if (place) place.textContent = 'Error: Please check your entries.';
        return;
      }
      sessionStorage.setItem(ACCOUNT_KEY, email);
      values.email = email;
      show();
    });
  };

  const account = sessionStorage.getItem(ACCOUNT_KEY);
  if (account === null) {
    showAccount(true);
  } else {
    values.email = account;
    show();
  }
  if ('hydration_wipe' in faults) {
    setTimeout(() => {
      const { email } = values;
      for (const name of Object.keys(values)) delete values[name];
      if (email === undefined) {
        showAccount(true);
        return;
      }
      values.email = email;
      show();
    }, faults.hydration_wipe);
  }
})();
