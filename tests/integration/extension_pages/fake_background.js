/**
 * Stands in for the browser's extension API and the background worker, so that one page of ours can be looked at alone.
 * Every request and reply goes into `fake.log`, which the tests hold against the companion's own models: a page that asks
 * for what does not exist, or a canned reply of a shape that the companion never gives, fails the test.
 *
 * The test sets `globalThis.fakeScene` (parts of `data` below) before this script.
 */
(() => {
  const scene = globalThis.fakeScene ?? {};
  const data = {
    rows: [],
    details: {},
    evidence: {},
    profile: {},
    documents: [],
    answers: [],
    settings: {
      auto_apply: { concurrency: 1, min_interval_seconds: 60, daily_cap: 30, quiet_hours: null, default_board_policy: "ask_before_submit", boards: {} },
      preview: "never",
    },
    auto: { state: "stopped", executor: "connected", waiting_for: "", sent_today: 0, queue: [] },
    ext: {
      companion: { state: "up", version: "0.1.0" },
      instance: "instance-1",
      session: "session-1",
      current_tab: { tab_id: 12, url: "https://news.example.org/", supported: false, permission: true },
      duplicates_prevented: 0,
    },
    permitted: true,
    added: [],
    errors: {},
    preview: null,
    similar: [],
    ...scene,
  };
  const ports = new Set();
  const log = [];
  let seq = 100;
  let uploads = 0;
  const uploading = new Map();

  class Refused extends Error {
    constructor(code, message) {
      super(message);
      this.code = code;
    }
  }

  const uuid = () => crypto.randomUUID();
  const now = () => new Date().toISOString();
  const rowOf = (applicationId) => data.rows.find((row) => row.application?.id === applicationId);
  const auto = () => ({ ...data.auto, policy: data.settings.auto_apply });

  function push(event, value = {}) {
    seq += 1;
    for (const port of ports) port.receive({ event, seq, data: value });
  }

  function change(row, changes) {
    Object.assign(row.application, changes, { updated_at: now() });
    push("application", structuredClone(row));
    return { application: row.application };
  }

  const ops = {
    ext_state: () => data.ext,
    ext_show_tab: () => ({}),
    ext_grant_hosts: () => ({}),
    ext_apply_on_this_page: () => ({}),
    ext_give_back: ({ application_id }) =>
      change(rowOf(application_id), { status: 1, status_name: "pending", phase: null, holder: null, parked: null, progress: null }),
    release: ({ application_id }) =>
      change(rowOf(application_id), { status: 1, status_name: "pending", phase: null, holder: null, parked: null, progress: null }),
    ext_take_over: () => ({}),
    ext_preview_shown: () => data.preview,
    ext_preview_done: () => ({}),
    ext_fields: () => ({ fields: data.fields ?? {} }),
    ext_jump: () => ({}),
    offered_answers: () => ({ offers: data.offers ?? [] }),
    jobs: ({ status, q, limit = 50, cursor }) => {
      const words = (q ?? "").toLowerCase();
      const all = data.rows
        .filter((row) => status === undefined || (row.application?.status_name ?? "pending") === status)
        .filter(({ job }) => `${job.title} ${job.company} ${job.location} ${job.url}`.toLowerCase().includes(words));
      const from = Number(cursor ?? 0);
      return { items: structuredClone(all.slice(from, from + limit)), next: from + limit < all.length ? String(from + limit) : null };
    },
    job: ({ job_id }) => {
      const row = data.rows.find(({ job }) => job.id === job_id);
      if (!row) throw new Refused("not_found", "Job not found");
      return { ...structuredClone(row), earlier: data.details[job_id]?.earlier ?? [], attempts: data.details[job_id]?.attempts ?? [], events: data.details[job_id]?.events ?? [] };
    },
    new_cycle: ({ job_id }) => {
      const row = data.rows.find(({ job }) => job.id === job_id);
      row.application = { ...row.application, id: uuid(), cycle: row.application.cycle + 1 };
      return change(row, { status: 1, status_name: "pending", applied_at: null });
    },
    identify: ({ url }) => {
      const row = data.rows.find(({ job }) => job.url === url);
      return { ...structuredClone(row), also_seen: [], similar: data.similar };
    },
    same_job: ({ other }) => ({ job: data.similar.find(({ job }) => job.id === other).job }),
    evidence: ({ application_id }) => ({ evidence: data.evidence[application_id] ?? [] }),
    resolve: ({ application_id, outcome }) =>
      change(rowOf(application_id), outcome === "applied" ? { status: 2, status_name: "applied", phase: null, applied_at: now() } : { status: 1, status_name: "pending", phase: null }),
    resume: ({ application_id }) => change(rowOf(application_id), { parked: null }),
    set_status: ({ job_id, status }) => {
      const row = data.rows.find(({ job }) => job.id === job_id);
      const names = { applied: 2, interview: 3, offer: 4, rejected: 5, withdrawn: 6 };
      const { application } = change(row, { status: names[status], status_name: status });
      return { message: "Status set", status, application_id: application.id, fence: application.fence, lease_seconds: null, application };
    },
    profile: () => ({ profile: data.profile }),
    save_profile: ({ profile }) => {
      data.profile = structuredClone(profile);
      push("profile");
      return { profile: data.profile };
    },
    documents: () => ({ documents: structuredClone(data.documents) }),
    begin_document: ({ name, kind, size }) => {
      const document_id = `doc-${(uploads += 1)}`;
      uploading.set(document_id, { name, kind, size, received: 0 });
      return { document_id, chunk_bytes: 524288 };
    },
    upload_chunk: ({ document_id, offset, data: chunk }) => {
      const upload = uploading.get(document_id);
      if (offset !== upload.received) throw new Refused("invalid", "The parts must come in order.");
      upload.received += atob(chunk).length;
      if (upload.received < upload.size) return { received: upload.received, document: null };
      const document = {
        id: document_id, kind: upload.kind, name: upload.name, mime: "application/pdf", size: upload.size, sha256: "0".repeat(64),
        default: !data.documents.some((one) => one.kind === upload.kind), rule: "", added_at: now(),
      };
      data.documents.push(document);
      push("documents");
      return { received: upload.received, document };
    },
    change_document: ({ document_id, ...changes }) => {
      const document = data.documents.find((one) => one.id === document_id);
      if (changes.default) for (const one of data.documents) if (one.kind === document.kind) one.default = false;
      Object.assign(document, changes);
      push("documents");
      return { document };
    },
    delete_document: ({ document_id }) => {
      data.documents = data.documents.filter((one) => one.id !== document_id);
      push("documents");
      return {};
    },
    answers: () => ({ answers: structuredClone(data.answers) }),
    add_answer: ({ question, answer }) => {
      const stored = { id: uuid(), question, answer, updated_at: now() };
      data.answers.push(stored);
      push("answers");
      return { answer: stored };
    },
    change_answer: ({ answer_id, question, answer }) => {
      const stored = data.answers.find((one) => one.id === answer_id);
      Object.assign(stored, { question, answer, updated_at: now() });
      push("answers");
      return { answer: stored };
    },
    delete_answer: ({ answer_id }) => {
      data.answers = data.answers.filter((one) => one.id !== answer_id);
      push("answers");
      return {};
    },
    settings: () => ({ settings: structuredClone(data.settings) }),
    save_settings: ({ settings }) => {
      data.settings = structuredClone(settings);
      push("settings");
      return { settings };
    },
    auto_apply: auto,
    auto_apply_start: () => {
      data.auto.state = "running";
      push("auto_apply");
      return auto();
    },
    auto_apply_stop: () => {
      data.auto.state = "stopped";
      push("auto_apply");
      return auto();
    },
    auto_apply_dequeue: ({ job_id }) => {
      data.auto.queue = data.auto.queue.filter(({ job }) => job.id !== job_id);
      push("auto_apply");
      return auto();
    },
    auto_apply_queue: () => auto(),
  };

  async function sendMessage({ op, params, key }) {
    const entry = { op, params: structuredClone(params), key, result: null };
    log.push(entry);
    const refusal = data.errors[op] ?? (!op.startsWith("ext_") && data.ext.companion.state !== "up" ? { code: "companion_unavailable", message: "The companion is not running." } : null);
    if (refusal) return { ok: false, error: refusal };
    if (!ops[op]) return { ok: false, error: { code: "invalid", message: `Unknown operation ${op}` } };
    try {
      entry.result = structuredClone(ops[op](params ?? {}));
      return { ok: true, result: structuredClone(entry.result) };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { ok: false, error: { code: error.code, message: error.message } };
    }
  }

  function connect({ name }) {
    const listeners = { message: [], disconnect: [] };
    const port = {
      name,
      onMessage: { addListener: (listener) => listeners.message.push(listener) },
      onDisconnect: { addListener: (listener) => listeners.disconnect.push(listener) },
      receive: (message) => listeners.message.forEach((listener) => listener(message)),
      drop: () => {
        ports.delete(port);
        listeners.disconnect.forEach((listener) => listener(port));
      },
    };
    ports.add(port);
    return port;
  }

  const tabs = [];
  const visited = [];
  const api = {
    runtime: {
      id: "fake",
      sendMessage,
      connect,
      getManifest: () => ({ version: "0.1.0", host_permissions: ["https://jobs.lever.co/*"] }),
      getURL: (path) => `/${path}`,
    },
    permissions: {
      contains: async () => data.permitted,
      getAll: async () => ({ origins: ["https://jobs.lever.co/*", ...data.added] }),
      remove: async ({ origins }) => {
        data.added = data.added.filter((origin) => !origins.includes(origin));
        return true;
      },
      request: async () => {
        data.permitted = true;
        return true;
      },
    },
    tabs: {
      create: async ({ url }) => tabs.push(url),
      update: async (id) => visited.push(id),
      getCurrent: async () => ({ id: 99 }),
      remove: async () => globalThis.close(),
    },
  };
  // Some builds have a `chrome` of their own on every page that cannot be configured, but can be given another value.
  Object.defineProperty(globalThis, "chrome", { value: api });
  globalThis.close = () => {
    globalThis.fake.closed = true;
  };
  globalThis.fake = { data, log, tabs, visited, push, change, rowOf, closed: false, drop: () => [...ports].forEach((port) => port.drop()), connected: () => ports.size };
})();
