// The form of the new Greenhouse generation: a GET form whose inputs have no names; React sends it.
import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { useFieldKeys, useHydrationKey } from './fault_hooks.jsx';
import { ErrorText, FieldView } from './greenhouse_fields.jsx';
import { config, faults, parseResume, solveCaptcha } from './page.js';

const CODE_LENGTH = 8;
const emotionCache = createCache({ key: 'remix-css' });

const isEmpty = (value) => value === undefined || value === null || value === ''
  || (Array.isArray(value) && value.length === 0);

const findErrors = (values) => {
  const errors = {};
  for (const field of config.fields) {
    if (field.required && isEmpty(values[field.id])) errors[field.id] = 'This field is required';
  }
  if (values.email && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(values.email)) {
    errors.email = 'Please enter a valid email address';
  }
  if (config.fields.some((field) => field.kind === 'phone') && values.phone && !values.country) {
    errors.country = 'Select a country';
  }
  return errors;
};

const toFormData = (values, extra) => {
  const data = new FormData();
  for (const [id, value] of Object.entries(values)) {
    if (isEmpty(value)) continue;
    if (value instanceof File) data.append(id, value);
    else if (Array.isArray(value)) for (const part of value) data.append(id, part.label ?? part);
    else data.append(id, value.label ?? value);
  }
  for (const [id, value] of Object.entries(extra)) data.append(id, value);
  return data;
};

const submitAddress = () => {
  const port = location.port ? `:${location.port}` : '';
  return `${location.protocol}//boards.greenhouse.io${port}${config.action}`;
};

const SecurityCode = ({ code, setCode, message }) => (
  <fieldset className="security-code" id="email-verification">
    <legend>Security code</legend>
    <p>To confirm that you are human, enter the 8-character code that was sent to your email.</p>
    <div className="security-code__inputs">
      {Array.from({ length: CODE_LENGTH }, (_, index) => (
        <input
          key={index}
          id={`security-input-${index}`}
          aria-label={`Security code character ${index + 1}`}
          className="input"
          maxLength={1}
          value={code[index] ?? ''}
          onChange={(event) => {
            const next = [...code];
            next[index] = event.target.value.toUpperCase();
            setCode(next);
            document.getElementById(`security-input-${index + 1}`)?.focus();
          }}
        />
      ))}
    </div>
    {message ? <p className="helper-text helper-text--error">{message}</p> : null}
  </fieldset>
);

const Confirmation = () => (
  <div id="application-confirmation" className="confirmation">
    <h2 className="section-header">Thank you for applying.</h2>
    <p>Your application has been received.</p>
  </div>
);

const ApplicationForm = ({ onSent }) => {
  const [values, setValues] = useState({});
  const [errors, setErrors] = useState({});
  const [sending, setSending] = useState(false);
  const [code, setCode] = useState(null);
  const [codeMessage, setCodeMessage] = useState('');
  const { keyOf, touch } = useFieldKeys();

  const setValue = (id, value) => {
    setValues((before) => ({ ...before, [id]: value }));
    setErrors(({ [id]: _fixed, ...others }) => others);
    touch(id);
    if (id === 'resume' && value instanceof File) {
      void parseResume(
        (parsed) => { setValues((before) => ({ ...before, ...parsed })); },
        { first_name: 'PARSED', last_name: 'RESUME', phone: '000' },
      );
    }
  };

  const settle = async (answer) => {
    if (answer.ok) {
      if (config.inPlace) onSent();
      else location.assign(config.confirmation);
      return;
    }
    if (answer.status === 428) {
      setCodeMessage((await answer.json()).message);
      setCode([]);
      return;
    }
    if (answer.status === 401) {
      location.assign((await answer.json()).login);
      return;
    }
    if (answer.status === 422) {
      setErrors((await answer.json()).errors);
      return;
    }
    setErrors({ '': 'There was a problem submitting your application. Please try again.' });
  };

  const submit = async (event) => {
    event.preventDefault();
    const found = findErrors(values);
    setErrors(found);
    const [first] = Object.keys(found);
    if (first !== undefined) {
      document.getElementById(first)?.focus();
      return;
    }
    setSending(true);
    try {
      const extra = code ? { security_code: code.join('') } : {};
      extra['g-recaptcha-response'] = await solveCaptcha();
      await settle(await fetch(submitAddress(), { method: 'POST', body: toFormData(values, extra) }));
    } catch {
      setErrors({ '': 'There was a problem submitting your application. Please try again.' });
    } finally {
      setSending(false);
    }
  };

  const incompleteCode = code !== null && code.filter(Boolean).length < CODE_LENGTH;
  let section = '';
  return (
    <form id="application-form" className="application--form" method="get" action={config.action} noValidate onSubmit={submit}>
      <p className="required-note"><span className="required">*</span> indicates a required field</p>
      {config.fields.map((field) => {
        const heading = field.section && field.section !== section ? <h3>{field.section}</h3> : null;
        section = field.section ?? section;
        return (
          <div key={keyOf(field.id)} className="field-wrapper">
            {heading}
            <FieldView
              field={field}
              value={values[field.id]}
              country={values.country}
              error={errors[field.id]}
              countryError={errors.country}
              onChange={setValue}
            />
          </div>
        );
      })}
      {code ? <SecurityCode code={code} setCode={setCode} message={codeMessage} /> : null}
      {errors[''] ? <div className="alert" role="alert"><ErrorText id="form" text={errors['']} /></div> : null}
      <div className="grecaptcha-badge" hidden>
        <textarea name="g-recaptcha-response" className="g-recaptcha-response" aria-hidden="true" tabIndex={-1} />
      </div>
      <div className="application--submit">
        <button type="submit" className="btn btn--pill" disabled={sending || incompleteCode}>
          {sending ? 'Submitting…' : 'Submit application'}
        </button>
      </div>
    </form>
  );
};

const Application = () => {
  const [sent, setSent] = useState(false);
  const generation = useHydrationKey();
  if (sent) return <Confirmation />;
  return (
    <>
      <div className="application--header">
        <h2 className="section-header">Apply for this job</h2>
        <button type="button" className="btn btn--pill btn--secondary">Quick Apply with MyGreenhouse</button>
      </div>
      <ApplicationForm key={generation} onSent={() => { setSent(true); }} />
    </>
  );
};

const root = document.getElementById('application-root');
if (root) {
  document.querySelector('button[aria-label="Apply"]')?.addEventListener('click', () => { root.scrollIntoView(); });
  root.dataset.faults = Object.keys(faults).join(' ');
  createRoot(root).render(<CacheProvider value={emotionCache}><Application /></CacheProvider>);
}
