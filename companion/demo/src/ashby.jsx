// Ashby's page: overview and application as tabs of one React page. There is no form element, the address does
// not change on success, and refusals come with status 200.
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { FieldEntry } from './ashby_fields.jsx';
import { useFieldKeys, useHydrationKey } from './fault_hooks.jsx';
import { config, parseResume, solveCaptcha } from './page.js';

const SUBMIT_PATH = '/api/non-user-graphql?op=ApiSubmitSingleApplicationFormAction';
const PARSE_MS = 400;

const isEmpty = (value) => value === undefined || value === null || value === ''
  || (Array.isArray(value) && value.length === 0);

const toFormData = (values, token) => {
  const data = new FormData();
  data.append('jobPostingId', config.jobPostingId);
  data.append('organizationHostedJobsPageName', config.organization);
  data.append('recaptchaToken', token);
  for (const [path, value] of Object.entries(values)) {
    if (isEmpty(value)) continue;
    for (const part of Array.isArray(value) ? value : [value]) data.append(path, part);
  }
  return data;
};

const AutofillPane = ({ onParsed }) => {
  const [state, setState] = useState('idle');
  const parse = async () => {
    setState('working');
    await new Promise((resolve) => { setTimeout(resolve, PARSE_MS); });
    setState('done');
    onParsed();
  };
  return (
    <div className="ashby-application-form-autofill-pane">
      <h3>Autofill from resume</h3>
      <p>Upload your resume here to autofill key application fields.</p>
      <div className="ashby-application-form-autofill-input-root">
        <button type="button" className="_button_8wvgw_29" onClick={(event) => { event.currentTarget.nextSibling.click(); }}>
          {state === 'working' ? 'Parsing your resume…' : 'Upload file'}
        </button>
        <input type="file" tabIndex={-1} className="_hiddenInput_v5ami_28" onChange={() => { void parse(); }} />
      </div>
    </div>
  );
};

const Messages = ({ kind, texts }) => (
  <div className={`ashby-application-form-${kind}-container`}>
    <div role={kind === 'success' ? 'status' : 'alert'}>
      {kind === 'failure' ? <h2>Your form needs corrections</h2> : null}
      <ul>{texts.map((text) => <li key={text}>{text}</li>)}</ul>
    </div>
  </div>
);

const Success = () => (
  <div className="ashby-application-form-success-container">
    <div role="status">
      <h2>Success</h2>
      <p>Your application was successfully submitted. We&apos;ll contact you if there are next steps.</p>
    </div>
  </div>
);

const ApplicationForm = ({ onSuccess }) => {
  const [values, setValues] = useState({});
  const [failures, setFailures] = useState([]);
  const [sending, setSending] = useState(false);
  const [parsed, setParsed] = useState(0);
  const { keyOf, touch } = useFieldKeys();

  const setValue = (path, value) => {
    setValues((before) => ({ ...before, [path]: value }));
    touch(path);
    if (path === '_systemfield_resume' && value instanceof File) {
      void parseResume(
        (found) => { setValues((before) => ({ ...before, ...found })); },
        { _systemfield_name: 'PARSED RESUME' },
      );
    }
  };

  /** The parser fills the name, renders every entry anew and forgets what was chosen with Yes and No. */
  const autofilled = () => {
    const choices = new Set(config.fields.filter((field) => field.kind === 'yes_no').map((field) => field.path));
    setValues((before) => ({
      ...Object.fromEntries(Object.entries(before).filter(([path]) => !choices.has(path))),
      _systemfield_name: 'PARSED RESUME',
    }));
    setParsed((count) => count + 1);
  };

  const submit = async () => {
    const missing = config.fields.filter((field) => field.required && isEmpty(values[field.path]));
    setFailures(missing.map((field) => `Missing entry for required field: ${field.label}`));
    if (missing.length > 0) return;
    setSending(true);
    try {
      const token = await solveCaptcha();
      const answer = await fetch(SUBMIT_PATH, { method: 'POST', body: toFormData(values, token) });
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      const body = await answer.json();
      const result = body.data?.submitApplicationFormAction?.applicationFormResult ?? {};
      if (result.__typename === 'FormSubmitSuccess') onSuccess();
      else if (result.loginUrl) location.assign(result.loginUrl);
      else setFailures(result.errorMessages ?? ['We could not submit your application.']);
    } catch {
      setFailures(['Something went wrong. Please try submitting your application again.']);
    } finally {
      setSending(false);
    }
  };

  return (
    <div className="ashby-application-form-container">
      {config.autofill ? <AutofillPane onParsed={autofilled} /> : null}
      <div className="_form_1dgn2_28">
        {config.fields.map((field) => (
          <FieldEntry
            key={`${parsed}:${keyOf(field.path)}`}
            field={field}
            value={values[field.path]}
            onChange={setValue}
          />
        ))}
      </div>
      {failures.length > 0 ? <Messages kind="failure" texts={failures} /> : null}
      <div className="ashby-application-form-section-footer">
        <button className="_button_8wvgw_29 _primary_8wvgw_96 ashby-application-form-submit-button" disabled={sending} onClick={() => { void submit(); }}>
          <span>{sending ? 'Submitting…' : 'Submit Application'}</span>
        </button>
      </div>
      <div className="grecaptcha-badge" hidden>
        <textarea id="g-recaptcha-response-100000" name="g-recaptcha-response" aria-hidden="true" tabIndex={-1} />
      </div>
    </div>
  );
};

const tabOfAddress = () => (location.pathname.endsWith('/application') ? 'application' : 'overview');

const Tab = ({ id, name, address, active, onOpen, children }) => (
  <a
    id={id}
    role="tab"
    className={`_tab_101oc_28 ${active ? '_active_101oc_55' : ''}`}
    aria-selected={active}
    href={address}
    onClick={(event) => {
      event.preventDefault();
      history.pushState(null, '', address + location.search);
      onOpen(name);
    }}
  >
    <h2>{children}</h2>
  </a>
);

const Page = () => {
  const [tab, setTab] = useState(tabOfAddress);
  const [sent, setSent] = useState(false);
  const generation = useHydrationKey();
  useEffect(() => {
    const follow = () => { setTab(tabOfAddress()); };
    window.addEventListener('popstate', follow);
    return () => { window.removeEventListener('popstate', follow); };
  }, []);

  const application = () => {
    if (sent) return <Success />;
    if (config.alreadyApplied) {
      return <Messages kind="blocked-application" texts={['You have already applied for this job.']} />;
    }
    return <ApplicationForm key={generation} onSuccess={() => { setSent(true); }} />;
  };

  return (
    <div className="page">
      <header><span className="ashby-company">{config.company}</span></header>
      <h1 className="ashby-job-posting-heading">{config.title}</h1>
      <div className="columns">
        <aside className="ashby-job-posting-left-pane">
          {config.details.map(([name, value]) => (
            <div key={name} className="_section_101oc_37"><h2>{name}</h2><p>{value}</p></div>
          ))}
        </aside>
        <div className="ashby-job-posting-right-pane">
          <nav role="tablist">
            <Tab id="job-overview" name="overview" address={config.base} active={tab === 'overview'} onOpen={setTab}>Overview</Tab>
            <Tab id="job-application-form" name="application" address={`${config.base}/application`} active={tab === 'application'} onOpen={setTab}>Application</Tab>
          </nav>
          {tab === 'overview' ? (
            <div id="overview" role="tabpanel" aria-labelledby="job-overview">
              {/* The text is the catalogue's own. */}
              <div className="_descriptionText_oj0x8_198" dangerouslySetInnerHTML={{ __html: config.descriptionHtml }} />
              <button
                type="button"
                className="_button_8wvgw_29 _primary_8wvgw_96"
                onClick={() => {
                  history.pushState(null, '', `${config.base}/application`);
                  setTab('application');
                }}
              >
                Apply for this Job
              </button>
            </div>
          ) : (
            <div id="form" role="tabpanel" aria-labelledby="job-application-form">{application()}</div>
          )}
        </div>
      </div>
    </div>
  );
};

createRoot(document.getElementById('root')).render(<Page />);
