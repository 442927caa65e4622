// Made by `python -m companion.protocol_types` from companion/protocol.py. Change that, not this.

export const PROTOCOL_VERSION = 1;

/**
 * `changes`: takes a key. `content`: content scripts may ask. `native`: the extension may.
 * @typedef {Readonly<{changes: boolean, content: boolean, native: boolean}>} Flags
 * @type {Readonly<Record<string, Flags>>}
 */
export const OPERATIONS = Object.freeze({
  hello: { changes: false, content: false, native: true },
  announce_tabs: { changes: false, content: false, native: true },
  tab_gone: { changes: true, content: false, native: true },
  health: { changes: false, content: false, native: true },
  identify: { changes: true, content: true, native: true },
  jobs: { changes: false, content: false, native: true },
  job: { changes: false, content: false, native: true },
  apply: { changes: true, content: true, native: true },
  begin_submit_job: { changes: true, content: true, native: true },
  new_cycle: { changes: true, content: false, native: true },
  same_job: { changes: true, content: false, native: true },
  report_submission: { changes: true, content: true, native: true },
  set_status: { changes: true, content: false, native: true },
  heartbeat: { changes: true, content: true, native: true },
  rebind: { changes: true, content: false, native: true },
  plan: { changes: false, content: true, native: true },
  document: { changes: false, content: true, native: true },
  begin_submit: { changes: true, content: true, native: true },
  confirm: { changes: true, content: true, native: true },
  fail: { changes: true, content: true, native: true },
  park: { changes: true, content: true, native: true },
  resume: { changes: true, content: true, native: true },
  draft: { changes: false, content: true, native: true },
  save_draft: { changes: true, content: true, native: true },
  evidence: { changes: false, content: false, native: true },
  release: { changes: true, content: true, native: true },
  take_over: { changes: true, content: false, native: true },
  resolve: { changes: true, content: false, native: true },
  preview_plan: { changes: false, content: false, native: false },
  profile: { changes: false, content: false, native: true },
  save_profile: { changes: true, content: false, native: true },
  documents: { changes: false, content: false, native: true },
  begin_document: { changes: true, content: false, native: true },
  upload_chunk: { changes: true, content: false, native: true },
  change_document: { changes: true, content: false, native: true },
  delete_document: { changes: true, content: false, native: true },
  answers: { changes: false, content: false, native: true },
  add_answer: { changes: true, content: false, native: true },
  change_answer: { changes: true, content: false, native: true },
  delete_answer: { changes: true, content: false, native: true },
  settings: { changes: false, content: false, native: true },
  save_settings: { changes: true, content: false, native: true },
  auto_apply: { changes: false, content: false, native: true },
  auto_apply_start: { changes: true, content: false, native: true },
  auto_apply_stop: { changes: true, content: false, native: true },
  auto_apply_queue: { changes: true, content: false, native: true },
  auto_apply_dequeue: { changes: true, content: false, native: true },
  events: { changes: false, content: false, native: true },
});
