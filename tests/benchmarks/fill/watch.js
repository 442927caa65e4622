// Looks on, in the extension's own world: what the filling is given, what it says, and how long each field takes. It
// changes nothing.
(() => {
  const seen = (globalThis.benchSeen = {plan: null, fill: null});
  const {wire, fill} = applyonce;
  const call = wire.call;
  wire.call = async (op, params, key) => {
    const began = performance.now();
    const result = await call.call(wire, op, params, key);
    if (op === "plan") seen.plan = {fields: params.fields, ...result, ms: performance.now() - began};
    return result;
  };
  const form = fill.form;
  fill.form = async (description, values, help) => {
    const began = performance.now();
    const kinds = new Map(description.fields.map((field) => [field.id, field.kind]));
    const place = new Map(description.fields.map((field, index) => [field.id, index]));
    const isPlain = ({value}) => typeof value === "string" || Array.isArray(value);
    const plain = values.filter(isPlain).sort((a, b) => place.get(a.id) - place.get(b.id));
    const times = [];
    let last = began;
    const onProgress = (progress) => {
      const now = performance.now();
      const field = progress.step === "filling" ? plain[times.length] : null;
      if (field) times.push([kinds.get(field.id), now - last]);
      help.onProgress?.(progress);
      last = performance.now();
    };
    const outcomes = await form(description, values, {...help, onProgress});
    seen.fill = {outcomes, times, ms: performance.now() - began};
    return outcomes;
  };
})()
