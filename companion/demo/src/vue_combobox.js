// A combobox as Vue's libraries have it: what is typed only searches, what is chosen counts, and leaving it brings back the chosen.
import { computed, defineComponent, ref, useId, watch } from 'vue';

export const ComboBox = defineComponent({
  props: { modelValue: { type: String, required: true }, options: { type: Array, required: true }, inputId: { type: String, required: true } },
  emits: ['update:modelValue'],
  setup(props, { emit }) {
    const list = useId();
    const isOpen = ref(false);
    const typed = ref(props.modelValue);
    watch(() => props.modelValue, (value) => { typed.value = value; });
    const found = computed(() => {
      const words = typed.value === props.modelValue ? '' : typed.value.toLowerCase();
      return props.options.filter((option) => option.toLowerCase().includes(words));
    });
    const choose = (option) => {
      isOpen.value = false;
      typed.value = option;
      emit('update:modelValue', option);
    };
    const leave = () => {
      isOpen.value = false;
      typed.value = props.modelValue;
    };
    return { choose, found, isOpen, leave, list, typed };
  },
  template: `
    <div class="combobox">
      <input :id="inputId" v-model="typed" role="combobox" autocomplete="off" aria-autocomplete="list" placeholder="Search…"
        :aria-expanded="isOpen" :aria-controls="isOpen ? list : undefined"
        @focus="isOpen = true" @click="isOpen = true" @input="isOpen = true" @blur="leave" @keydown.esc="leave">
      <ul v-if="isOpen" :id="list" role="listbox">
        <li v-for="option in found" :key="option" role="option" :aria-selected="option === modelValue"
          @mousedown.prevent @click="choose(option)">{{ option }}</li>
        <li v-if="found.length === 0">No results</li>
      </ul>
    </div>`,
});
