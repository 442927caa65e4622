// Web components of the SmartRecruiters form. Each has an open shadow root with a native control inside; the form
// learns of a value only from an `input` event that crosses that root (composed), never from the host's property.
'use strict';

(() => {
  const STYLE = `
    :host { display: block; margin-bottom: 16px; }
    label, .label { display: block; font-weight: 600; margin-bottom: 4px; }
    input:not([type=radio], [type=checkbox], [type=file]), select, textarea { width: 100%; box-sizing: border-box; padding: 10px 12px; border: 1px solid #aab4c5; border-radius: 6px; font: inherit; background: #fff; }
    .row { display: flex; gap: 8px; align-items: center; margin: 4px 0; }
    .row label { font-weight: 400; margin: 0; }
    .zone { border: 1px dashed #aab4c5; border-radius: 6px; padding: 14px; }
    .list { border: 1px solid #d5dbe6; border-radius: 6px; background: #fff; }
    .error { color: #b3261e; font-size: 14px; }
    button { font: inherit; padding: 11px 26px; border: 0; border-radius: 6px; background: #1b5fd0; color: #fff; font-weight: 600; cursor: pointer; }
    button:disabled { opacity: .5; }`;

  let serial = 0;

  class SplElement extends HTMLElement {
    constructor() {
      super();
      const root = this.attachShadow({ mode: 'open' });
      const style = document.createElement('style');
      style.textContent = STYLE;
      root.append(style);
      this.body = document.createElement('div');
      root.append(this.body);
    }

    get labelText() {
      const star = this.hasAttribute('required') ? ' *' : '';
      return `${this.getAttribute('label') ?? ''}${star}`;
    }

    connectedCallback() {
      if (this.body.childElementCount === 0) this.render();
    }

    render() {}

    /** Tell the form, across all shadow roots, what the value is now.
     * @param {unknown} value */
    announce(value) {
      this.dispatchEvent(new CustomEvent('spl-change', { bubbles: true, composed: true, detail: { name: this.dataset.name ?? this.id, value } }));
    }

    /** @param {string} text */
    showError(text) {
      this.body.querySelector('.error')?.remove();
      if (text === '') return;
      const place = document.createElement('div');
      place.className = 'error';
      place.setAttribute('role', 'alert');
      place.textContent = text;
      this.body.append(place);
    }
  }

  class SplInput extends SplElement {
    tag = 'input';

    /** @override */
    render() {
      const id = this.id || `spl-form-element_${serial++}`;
      const label = document.createElement('label');
      label.htmlFor = id;
      label.textContent = this.labelText;
      this.control = /** @type {HTMLInputElement} */ (document.createElement(this.tag));
      this.control.id = id;
      if (this.tag === 'input') this.control.type = this.getAttribute('type') ?? 'text';
      this.control.required = this.hasAttribute('required');
      const autocomplete = this.getAttribute('autocomplete');
      if (autocomplete) this.control.setAttribute('autocomplete', autocomplete);
      this.body.append(label, this.control);
      // Lit listens outside the shadow root: an event that is not composed is never heard.
      this.addEventListener('input', () => { this.announce(this.control?.value ?? ''); });
    }

    get value() { return this.control?.value ?? ''; }

    set value(value) { if (this.control) this.control.value = value; }
  }

  class SplTextarea extends SplInput {
    /** @override */
    tag = 'textarea';
  }

  class SplPhoneField extends SplInput {
    /** @override */
    render() {
      this.setAttribute('type', 'tel');
      super.render();
      const country = document.createElement('select');
      country.setAttribute('aria-label', 'Country');
      for (const [code, name] of [['DE', 'Germany +49'], ['SE', 'Sweden +46'], ['GB', 'United Kingdom +44'], ['US', 'United States +1']]) {
        country.add(new Option(name, JSON.stringify({ country: code })));
      }
      this.control?.before(country);
    }
  }

  class SplAutocomplete extends SplElement {
    /** @override */
    render() {
      const id = `spl-form-element_${serial++}`;
      const label = document.createElement('label');
      label.htmlFor = id;
      label.textContent = this.labelText;
      const input = document.createElement('input');
      input.id = id;
      input.setAttribute('role', 'combobox');
      input.setAttribute('aria-expanded', 'false');
      input.autocomplete = 'off';
      const list = document.createElement('div');
      list.className = 'list';
      list.setAttribute('role', 'listbox');
      list.hidden = true;
      this.body.append(label, input, list);
      const least = Number(this.getAttribute('minquerylength') ?? 3);
      this.addEventListener('input', async () => {
        this.announce('');
        const typed = input.value;
        if (typed.length < least) return;
        const answer = await fetch(`/api/places?q=${encodeURIComponent(typed)}`);
        /** @type {string[]} */
        const places = await answer.json();
        if (input.value !== typed) return;
        list.replaceChildren(...places.map((place) => {
          const option = document.createElement('spl-select-option');
          option.setAttribute('role', 'option');
          option.textContent = place;
          option.addEventListener('click', () => {
            input.value = place;
            list.hidden = true;
            this.announce(place);
          });
          return option;
        }));
        list.hidden = places.length === 0;
        input.setAttribute('aria-expanded', String(!list.hidden));
      });
    }
  }

  class SplSelectOption extends HTMLElement {
    connectedCallback() { Object.assign(this.style, { display: 'block', padding: '8px 12px', cursor: 'pointer' }); }
  }

  class SplSelect extends SplElement {
    /** @override */
    render() {
      const id = `spl-form-element_${serial++}`;
      const label = document.createElement('label');
      label.htmlFor = id;
      label.textContent = this.labelText;
      const select = document.createElement('select');
      select.id = id;
      for (const choice of ['', ...JSON.parse(this.getAttribute('options') ?? '[]')]) select.add(new Option(choice || 'Select', choice));
      this.body.append(label, select);
      this.addEventListener('input', () => { this.announce(select.value); });
    }
  }

  class SplChoices extends SplElement {
    kind = 'radio';

    /** @override */
    render() {
      const group = document.createElement('fieldset');
      group.style.cssText = 'border: 0; padding: 0; margin: 0';
      const legend = document.createElement('legend');
      legend.className = 'label';
      legend.textContent = this.labelText;
      group.append(legend);
      const name = `spl-form-element_${serial++}`;
      JSON.parse(this.getAttribute('options') ?? '[]').forEach((/** @type {string} */ choice, /** @type {number} */ index) => {
        const row = document.createElement('div');
        row.className = 'row';
        const input = document.createElement('input');
        input.type = this.kind;
        input.name = name;
        input.id = `${name}-${index}`;
        input.value = choice;
        const label = document.createElement('label');
        label.htmlFor = input.id;
        label.textContent = choice;
        row.append(input, label);
        group.append(row);
      });
      this.body.append(group);
      this.addEventListener('input', () => {
        const chosen = [...group.querySelectorAll('input')].filter((input) => input.checked).map((input) => input.value);
        this.announce(this.kind === 'radio' ? chosen[0] ?? '' : chosen);
      });
    }
  }

  class SplCheckbox extends SplChoices {
    /** @override */
    kind = 'checkbox';
  }

  class SplDropzone extends SplElement {
    /** @override */
    render() {
      const zone = document.createElement('div');
      zone.className = 'zone';
      const label = document.createElement('label');
      label.htmlFor = 'file-input';
      label.textContent = this.labelText;
      const input = document.createElement('input');
      input.type = 'file';
      input.id = 'file-input';
      const chosen = document.createElement('div');
      chosen.dataset.test = 'uploaded-file';
      zone.append(label, input, chosen);
      this.body.append(zone);
      input.addEventListener('change', () => {
        chosen.textContent = input.files?.[0]?.name ?? '';
        this.announce(input.files?.[0] ?? '');
      });
    }
  }

  class OcButton extends SplElement {
    /** @override */
    render() {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(document.createElement('slot'));
      this.body.append(button);
    }
  }

  for (const [name, element] of Object.entries({
    'spl-input': SplInput,
    'spl-textarea': SplTextarea,
    'spl-phone-field': SplPhoneField,
    'spl-autocomplete': SplAutocomplete,
    'spl-select-option': SplSelectOption,
    'spl-select': SplSelect,
    'spl-radio': class extends SplChoices {},
    'spl-checkbox': SplCheckbox,
    'spl-dropzone': SplDropzone,
    'oc-button': OcButton,
  })) customElements.define(name, element);
})();
