// Vue takes over the form that the server has sent; with the fault `hydration_wipe` some time after it was shown.
import { createSSRApp } from 'vue';
import { faults, wait } from './page.js';
import { ApplicationForm } from './vue_form.js';

void wait(faults.hydration_wipe ?? 0).then(() => createSSRApp(ApplicationForm).mount('#app'));
