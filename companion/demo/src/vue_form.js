// The application form in Vue, each field bound in another of Vue's ways. It is rendered when it is built and comes alive
// in the browser: what was entered before that is lost, but for lines and paragraphs of text, which Vue takes over.
import { defineComponent, reactive, ref } from 'vue';
import { COUNTRIES, HEARD, PARSED, QUESTIONS, missing, nothing, regionsOf, send } from './application.js';
import { faults, parseResume } from './page.js';
import { ComboBox } from './vue_combobox.js';

/** With the fault `rerender` each input gives every field but the one in use a new key: new nodes, the same values. */
const useFieldKeys = () => {
  const keys = reactive({ generation: 0, active: '', kept: 0 });
  const touch = (name) => {
    if (!('rerender' in faults)) return;
    if (keys.active !== name) Object.assign(keys, { active: name, kept: keys.generation });
    keys.generation += 1;
  };
  return { touch, keyOf: (name) => `${name}:${name === keys.active ? keys.kept : keys.generation}` };
};

export const ApplicationForm = defineComponent({
  components: { ComboBox },
  setup() {
    const values = reactive(nothing());
    const regions = ref([]);
    const errors = ref([]);
    const isSending = ref(false);
    const isSent = ref(false);
    const checks = ref(0);

    const chooseCountry = async () => {
      const { country } = values;
      Object.assign(values, { region: '' });
      regions.value = [];
      const found = await regionsOf(country);
      if (values.country === country) regions.value = found;
    };
    /** Controlled: whatever was typed, the field shows what the form has made of it. */
    const setPhone = (field) => {
      values.phone = field.value.replace(/[^\d+ ]/g, '').replace(/ +/g, ' ');
      field.value = values.phone;
    };
    const take = (files) => {
      const [file] = files;
      if (!file) return;
      values.resume = file;
      void parseResume((parsed) => { Object.assign(values, parsed); }, PARSED);
    };
    const upload = (field) => {
      take([...field.files]);
      field.value = '';
    };
    const submit = async () => {
      errors.value = missing(values);
      if (errors.value.length > 0) return;
      isSending.value = true;
      errors.value = await send(values);
      isSending.value = false;
      isSent.value = errors.value.length === 0;
    };
    return {
      ...useFieldKeys(), COUNTRIES, HEARD, QUESTIONS, checks, chooseCountry, errors, isSending, isSent, regions, setPhone, submit, take,
      upload, values,
    };
  },
  template: `
    <section v-if="isSent" role="status" class="notice">
      <h2>Thank you for applying!</h2>
      <p>Your application has been received.</p>
    </section>
    <form v-else id="application" novalidate @submit.prevent="submit" @input="touch($event.target.id)">
      <h2>Apply for this position</h2>
      <div v-if="errors.length" class="alert" role="alert"><ul><li v-for="error in errors" :key="error">{{ error }}</li></ul></div>
      <div :key="keyOf('first_name')" class="field">
        <label for="first_name">First name *</label>
        <input id="first_name" v-model.trim="values.first_name" type="text" autocomplete="given-name">
      </div>
      <div :key="keyOf('last_name')" class="field">
        <label for="last_name">Last name *</label>
        <input id="last_name" v-model.lazy.trim="values.last_name" type="text" autocomplete="family-name">
      </div>
      <div :key="keyOf('email')" class="field">
        <label for="email">Email *</label>
        <input id="email" :key="checks" v-model.lazy="values.email" type="email" @change="checks += 1">
      </div>
      <div :key="keyOf('phone')" class="field">
        <label for="phone">Phone</label>
        <input id="phone" :value="values.phone" type="tel" @input="setPhone($event.target)">
      </div>
      <div :key="keyOf('country')" class="field">
        <label for="country">Country *</label>
        <select id="country" v-model="values.country" @change="chooseCountry">
          <option value="" disabled>Please choose</option>
          <option v-for="country in COUNTRIES" :key="country" :value="country">{{ country }}</option>
        </select>
      </div>
      <div :key="keyOf('region')" class="field">
        <label for="region">State or region *</label>
        <select id="region" v-model="values.region" :disabled="regions.length === 0">
          <option value="" disabled>Please choose</option>
          <option v-for="region in regions" :key="region">{{ region }}</option>
        </select>
      </div>
      <fieldset :key="keyOf('authorized')" class="field">
        <legend>{{ QUESTIONS.authorized }} *</legend>
        <label v-for="answer in ['Yes', 'No']" :key="answer" class="choice">
          <input v-model="values.authorized" type="radio" name="authorized" :value="answer"> {{ answer }}
        </label>
      </fieldset>
      <div :key="keyOf('start_date')" class="field">
        <label for="start_date">Earliest start date</label>
        <input id="start_date" v-model="values.start_date" type="date">
      </div>
      <div :key="keyOf('heard')" class="field">
        <label for="heard">{{ QUESTIONS.heard }}</label>
        <combo-box v-model="values.heard" input-id="heard" :options="HEARD" />
      </div>
      <div :key="keyOf('notice')" class="field">
        <label for="notice">{{ QUESTIONS.notice }}</label>
        <textarea id="notice" v-model.lazy.trim="values.notice" rows="2"></textarea>
      </div>
      <div class="field">
        <label for="resume">Résumé *</label>
        <div class="dropzone" @dragover.prevent @drop.prevent="take($event.dataTransfer.files)">
          <p v-if="values.resume">{{ values.resume.name }} <button type="button" @click="values.resume = null">Remove</button></p>
          <p v-else>Drop your file here, or <label for="resume">choose one</label></p>
          <input id="resume" class="visually-hidden" type="file" accept=".pdf,.doc,.docx" @change="upload($event.target)">
        </div>
      </div>
      <label :key="keyOf('privacy')" class="choice">
        <input id="privacy" v-model="values.privacy" type="checkbox"> {{ QUESTIONS.privacy }}
      </label>
      <button type="submit" :disabled="isSending">Send application</button>
    </form>`,
});
