// The entries of Ashby's form: text, number, date, place, Yes and No as buttons, radios, check boxes, file.
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { config } from './page.js';

const ONE_OF_MANY = new Set(['radio', 'select']);
const entryId = (field) => `${config.formId}_${field.path}`;

const Title = ({ field, htmlFor }) => (
  <label
    className={`_heading_101oc_53 ${field.required ? '_required_101oc_92' : ''} _label_1dgn2_43 ashby-application-form-question-title`}
    htmlFor={htmlFor}
  >
    {field.label}
  </label>
);

const TEXT_TYPES = { text: 'text', email: 'email', number: 'number', tel: 'tel' };
const PLACEHOLDERS = { email: 'hello@example.com...', number: 'Type a number...', date: 'Pick date...' };

const TextInput = ({ field, value, onChange }) => (
  <input
    id={field.path}
    name={field.path}
    type={TEXT_TYPES[field.kind] ?? 'text'}
    className="_input_80epu_28 _input_1dgn2_61"
    placeholder={PLACEHOLDERS[field.kind] ?? 'Type here...'}
    required={field.required}
    value={value ?? ''}
    onChange={(event) => { onChange(field.path, event.target.value); }}
  />
);

const TextArea = ({ field, value, onChange }) => (
  <textarea
    id={field.path}
    name={field.path}
    className="_input_80epu_28 _textarea_1dgn2_70"
    placeholder="Type here..."
    required={field.required}
    value={value ?? ''}
    onChange={(event) => { onChange(field.path, event.target.value); }}
  />
);

/** Place: the input has no id; suggestions open in a portal below body; typed text alone is not a value. */
const Location = ({ field, value, onChange }) => {
  const [typed, setTyped] = useState(value ?? '');
  const [places, setPlaces] = useState([]);
  const anchor = useRef(null);
  useEffect(() => { setTyped(value ?? ''); }, [value]);
  useEffect(() => {
    if (typed === '' || typed === value) {
      setPlaces([]);
      return undefined;
    }
    const timer = setTimeout(async () => {
      const answer = await fetch(`/api/places?q=${encodeURIComponent(typed)}`);
      setPlaces(await answer.json());
    }, 150);
    return () => { clearTimeout(timer); };
  }, [typed, value]);
  const choose = (place) => {
    setPlaces([]);
    onChange(field.path, place);
  };
  const box = anchor.current?.getBoundingClientRect();
  return (
    <div className="_inputContainer_v5ami_28" ref={anchor}>
      <input
        role="combobox"
        className="_input_v5ami_28"
        placeholder="Start typing..."
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-expanded={places.length > 0}
        value={typed}
        onChange={(event) => { setTyped(event.target.value); }}
        onBlur={() => {
          setPlaces([]);
          setTyped(value ?? '');
        }}
      />
      <button type="button" className="_toggleButton_v5ami_32" tabIndex={-1} aria-label="Toggle">▾</button>
      {places.length > 0 ? createPortal(
        <div
          role="listbox"
          className="_resultContainer_v5ami_112"
          style={{ left: box.left + scrollX, top: box.bottom + scrollY, width: box.width }}
        >
          {places.map((place) => (
            <div
              key={place}
              role="option"
              aria-selected={false}
              className="_option_v5ami_117"
              onMouseDown={(event) => {
                event.preventDefault();
                choose(place);
              }}
            >
              {place}
            </div>
          ))}
        </div>,
        document.body,
      ) : null}
    </div>
  );
};

/** Yes and No: two buttons; the hidden check box holds the value and cannot tell No from unanswered. */
const YesNo = ({ field, value, onChange }) => (
  <div className="_container_101oc_29 _yesno_1dgn2_148">
    {['Yes', 'No'].map((choice) => (
      <button
        key={choice}
        className={`_container_pjyt6_1 _option_y2cw4_33 ${value === choice ? '_active_y2cw4_57' : ''}`}
        onClick={() => { onChange(field.path, choice); }}
      >
        {choice}
      </button>
    ))}
    <input type="checkbox" name={field.path} tabIndex={-1} checked={value === 'Yes'} readOnly />
  </div>
);

const Choices = ({ field, value, onChange }) => {
  const single = ONE_OF_MANY.has(field.kind);
  const kind = single ? 'radio' : 'checkbox';
  const chosen = single ? [value] : value ?? [];
  const toggle = (choice, on) => {
    if (single) onChange(field.path, choice);
    else onChange(field.path, on ? [...chosen, choice] : chosen.filter((other) => other !== choice));
  };
  return field.options.map((choice, index) => {
    const id = `${entryId(field)}-labeled-${kind}-${index}`;
    return (
      <div key={choice} className="_option_1v5e2_35">
        <span className="_container_1ki4d_28">
          <input
            type={kind}
            id={id}
            name={single ? entryId(field) : choice}
            checked={chosen.includes(choice)}
            onChange={(event) => { toggle(choice, event.target.checked); }}
          />
        </span>
        <label className="_label_1v5e2_43" htmlFor={id}>{choice}</label>
      </div>
    );
  });
};

const FileEntry = ({ field, value, onChange }) => (
  <div className="_container_6k3nb_28" role="presentation">
    <input
      id={field.path}
      type="file"
      tabIndex={-1}
      className="_hiddenInput_v5ami_28"
      onChange={(event) => { onChange(field.path, event.target.files?.[0] ?? null); }}
    />
    {value instanceof File ? (
      <div className="_file_6k3nb_71">
        <span>{value.name}</span>
        <button type="button" aria-label="Remove" onClick={() => { onChange(field.path, null); }}>×</button>
      </div>
    ) : (
      <p>
        <button type="button" className="_button_8wvgw_29" onClick={() => { document.getElementById(field.path)?.click(); }}>Upload File</button>
        {' '}
        or drag and drop here
      </p>
    )}
  </div>
);

const CONTROLS = {
  textarea: TextArea,
  location: Location,
  yes_no: YesNo,
  radio: Choices,
  select: Choices,
  multi: Choices,
  file: FileEntry,
};

/** One entry: title, description, control. */
export const FieldEntry = ({ field, value, onChange }) => {
  const Control = CONTROLS[field.kind] ?? TextInput;
  const grouped = ONE_OF_MANY.has(field.kind) || field.kind === 'multi';
  const Wrapper = grouped ? 'fieldset' : 'div';
  return (
    <Wrapper
      className={`_fieldEntry_1dgn2_28 ashby-application-form-field-entry${grouped ? ' _container_1v5e2_29' : ''}`}
      data-field-path={field.path}
      data-field-entry-id={entryId(field)}
    >
      <Title field={field} htmlFor={grouped ? entryId(field) : field.path} />
      {field.description ? <div className="ashby-application-form-question-description">{field.description}</div> : null}
      <Control field={field} value={value} onChange={onChange} />
    </Wrapper>
  );
};
