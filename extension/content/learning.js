// What the user answers by hand may be offered for the answer bank later. Only which questions they were is told, and
// what we had filled in there before: what they typed stays in the form until it is sent.
(() => {
  if (applyonce.learning) return;

  const { wire, standing, typed, handles } = applyonce;

  const MAX_FIELDS = 500;
  const MAX_OPTIONS = 20;

  /** What was filled in, by what the field asks. @type {Map<string, string>} */
  const filled = new Map();
  /** The application that it belongs to. */
  let of = "";
  let told = "";

  /** @param {Field} field @param {FormDescription} description */
  function isTyped(field, description) {
    const control = handles.resolve(description, field.id);
    if (!control || field.kind === "file" || /** @type {HTMLInputElement} */ (control.el).type === "password") return false;
    return field.value !== "" && typed.byUser(control);
  }

  /** @type {ApplyOnceLearning["note"]} */
  async function note({ application_id, fence }, description) {
    if (of !== application_id) begin(application_id);
    const fields = description.fields.slice(0, MAX_FIELDS).map((field) => {
      const own = isTyped(field, description);
      return {
        ...field,
        value: "",
        options: own ? field.options.slice(0, MAX_OPTIONS) : [],
        typed: own,
        filled: own ? (filled.get(field.label) ?? "") : "",
      };
    });
    const now = JSON.stringify([application_id, fields.filter((each) => each.typed).map(({ label }) => label)]);
    if (now === told || !fields.some((each) => each.typed)) return;
    told = now;
    try {
      await wire.call("note_answers", { application_id, fence, fields }, crypto.randomUUID());
    } catch (error) {
      if (!(error instanceof applyonce.CallError)) throw error;
      told = "";
      if (error.code !== "invalid") standing.learn(error);
    }
  }

  /** @param {string} applicationId */
  function begin(applicationId) {
    of = applicationId;
    filled.clear();
    told = "";
  }

  applyonce.learning = {
    filled(applicationId, fields, outcomes) {
      if (of !== applicationId) begin(applicationId);
      const labels = new Map(fields.map(({ id, label }) => [id, label]));
      for (const { id, outcome, value } of outcomes) {
        const label = labels.get(id);
        if (label && outcome === "filled") filled.set(label, value.slice(0, 2_000));
      }
    },
    note,
  };
})();
