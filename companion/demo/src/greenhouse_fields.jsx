// The controls of the new Greenhouse form: text, react-select, phone with country, place, file, check boxes.
import { useState } from 'react';
import Select from 'react-select';
import AsyncSelect from 'react-select/async';
import { config } from './page.js';

const MAX_LENGTH = 255;

export const ErrorText = ({ id, text }) => (
  text ? <p id={`${id}-error`} className="helper-text helper-text--error" aria-live="polite">{text}</p> : null
);

const Label = ({ field, className = 'label' }) => (
  <label id={`${field.id}-label`} htmlFor={field.id} className={className}>
    {field.label}
    {field.required ? <span className="required" aria-hidden="true">*</span> : null}
  </label>
);

const describedBy = (id) => `${id}-description ${id}-error ${id}-help`;

const TextField = ({ field, value, error, onChange, type = 'text' }) => {
  const shared = {
    id: field.id,
    maxLength: field.kind === 'textarea' ? undefined : MAX_LENGTH,
    'aria-required': field.required,
    'aria-label': field.label,
    'aria-describedby': describedBy(field.id),
    'aria-invalid': Boolean(error),
    autoComplete: field.autocomplete || undefined,
    value: value ?? '',
    onChange: (event) => { onChange(field.id, event.target.value); },
  };
  return (
    <div className={`${field.kind === 'textarea' ? 'text-area' : 'text-input'}-wrapper`}>
      <div className="input-wrapper">
        <Label field={field} className="label input-label" />
        {field.description ? <div id={`${field.id}-description`} className="question-description">{field.description}</div> : null}
        {field.kind === 'textarea'
          ? <textarea {...shared} className="input input__multi-line" rows={4} />
          : <input {...shared} type={type} className="input input__single-line" />}
        <ErrorText id={field.id} text={error} />
      </div>
    </div>
  );
};

const ToggleFlyout = ({ innerProps }) => (
  <button
    type="button"
    className="icon-button icon-button--sm"
    aria-label="Toggle flyout"
    tabIndex={-1}
    {...innerProps}
  >
    ▾
  </button>
);

const withFlyout = { DropdownIndicator: ToggleFlyout, IndicatorSeparator: null };
const withoutFlyout = { DropdownIndicator: null, IndicatorSeparator: null };

const SelectShell = ({ field, error, children }) => (
  <div className="select">
    <div className="select__container">
      <Label field={field} className="label select__label" />
      {children}
      <ErrorText id={field.id} text={error} />
    </div>
  </div>
);

const selectProps = (field, error) => ({
  inputId: field.id,
  instanceId: field.id,
  'aria-labelledby': `${field.id}-label`,
  'aria-invalid': Boolean(error),
  className: 'select-shell remix-css-container',
  classNamePrefix: 'select',
  placeholder: 'Select...',
  required: field.required,
});

const SelectField = ({ field, value, error, onChange }) => (
  <SelectShell field={field} error={error}>
    <Select
      {...selectProps(field, error)}
      components={withFlyout}
      options={field.options}
      value={value ?? null}
      onChange={(chosen) => { onChange(field.id, chosen); }}
    />
  </SelectShell>
);

const loadPlaces = async (typed) => {
  const answer = await fetch(`/api/places?q=${encodeURIComponent(typed)}`);
  const places = await answer.json();
  return places.map((place) => ({ value: place, label: place }));
};

const LocationField = ({ field, value, error, onChange }) => (
  <div className="location-wrapper">
    <SelectShell field={field} error={error}>
      <AsyncSelect
        {...selectProps(field, error)}
        components={withoutFlyout}
        loadOptions={loadPlaces}
        value={value ?? null}
        onChange={(chosen) => { onChange(field.id, chosen); }}
      />
    </SelectShell>
    <button type="button" className="btn btn--tertiary">Locate me</button>
  </div>
);

const dialOptions = config.dialCodes.map(([name, code]) => ({ value: name, label: `${name} ${code}` }));

const PhoneField = ({ field, value, country, error, countryError, onChange }) => {
  const countryField = { id: 'country', label: 'Country', required: field.required };
  return (
    <fieldset className="phone-input">
      <legend className="visually-hidden">Phone</legend>
      <div className="phone-input__country">
        <SelectShell field={countryField} error={countryError}>
          <Select
            {...selectProps(countryField, countryError)}
            components={withFlyout}
            options={dialOptions}
            value={country ?? null}
            onChange={(chosen) => { onChange('country', chosen); }}
          />
        </SelectShell>
      </div>
      <div className="phone-input__phone iti">
        <TextField field={field} value={value} error={error} onChange={onChange} type="tel" />
        <div className="iti__dropdown-content iti__hide">
          <ul className="iti__country-list" role="listbox" aria-label="List of countries">
            {config.dialCodes.map(([name, code]) => (
              <li key={name} className="iti__country" role="option" aria-selected="false">
                <span className="iti__country-name">{name}</span>
                <span className="iti__dial-code">{code}</span>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </fieldset>
  );
};

const FileField = ({ field, value, error, onChange }) => {
  const [manual, setManual] = useState(false);
  const inputId = field.id;
  const chosen = value instanceof File ? (
    <div className="file-upload__filename">
      <p>{value.name}</p>
      <button type="button" className="icon-button" aria-label="Remove file" onClick={() => { onChange(field.id, null); }}>×</button>
    </div>
  ) : (
    <>
      <div className="button-container">
        <div className="secondary-button">
          <button type="button" className="btn btn--pill" onClick={() => { document.getElementById(inputId)?.click(); }}>Attach</button>
          <label className="visually-hidden" htmlFor={inputId}>Attach</label>
          <input
            id={inputId}
            className="visually-hidden"
            type="file"
            accept={field.accept}
            onChange={(event) => { onChange(field.id, event.target.files?.[0] ?? null); }}
          />
        </div>
        <button type="button" className="btn btn--pill" data-testid={`${field.id}-dropbox`}>Dropbox</button>
        <button type="button" className="btn btn--pill" data-testid={`${field.id}-google-drive`}>Google Drive</button>
        <button type="button" className="btn btn--pill" data-testid={`${field.id}-text`} onClick={() => { setManual(true); }}>Enter manually</button>
      </div>
      {manual ? (
        <textarea
          id={`${field.id}_text`}
          className="input input__multi-line"
          aria-label={field.label}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => { onChange(field.id, event.target.value); }}
        />
      ) : null}
      <p className="file-upload__types">Accepted file types: pdf, doc, docx, txt, rtf</p>
    </>
  );
  return (
    <div
      className="file-upload"
      role="group"
      aria-labelledby={`upload-label-${field.id}`}
      aria-required={field.required}
      data-allow-s3="true"
    >
      <div id={`upload-label-${field.id}`} className="label upload-label">
        {field.label}
        {field.required ? <span className="required" aria-hidden="true">*</span> : null}
      </div>
      <div className="file-upload__wrapper">{chosen}</div>
      <ErrorText id={field.id} text={error} />
    </div>
  );
};

const CheckboxGroup = ({ field, value, error, onChange }) => {
  const ticked = value ?? [];
  const toggle = (option, on) => {
    onChange(field.id, on ? [...ticked, option] : ticked.filter((other) => other.value !== option.value));
  };
  return (
    <fieldset className="checkbox" id={field.id} aria-required={field.required}>
      <legend className="label checkbox__description">
        {field.label}
        {field.required ? <span className="required" aria-hidden="true">*</span> : null}
      </legend>
      {field.options.map((option) => (
        <div key={option.value} className="checkbox__wrapper">
          <div className="checkbox__input">
            <input
              type="checkbox"
              name={field.id}
              id={`${field.id}_${option.value}`}
              value={option.value}
              checked={ticked.some((other) => other.value === option.value)}
              onChange={(event) => { toggle(option, event.target.checked); }}
            />
          </div>
          <label htmlFor={`${field.id}_${option.value}`}>{option.label}</label>
        </div>
      ))}
      <ErrorText id={field.id} text={error} />
    </fieldset>
  );
};

const VIEWS = {
  text: TextField,
  textarea: TextField,
  select: SelectField,
  location: LocationField,
  phone: PhoneField,
  file: FileField,
  checkbox_group: CheckboxGroup,
};

/** One field, by its kind. */
export const FieldView = (props) => {
  const View = VIEWS[props.field.kind];
  return <View {...props} />;
};
