// Made by `python -m companion.protocol_types` from companion/protocol.py. Change the source.

/** A shape of a request as it stands in a result: with all its members. */
export type Complete<T> = T extends object ? { [K in keyof T]-?: Complete<T[K]> } : T;

export type ErrorCode = "not_found" | "stale_fence" | "not_holder" | "phase" | "tab_busy" | "in_progress" | "applied" | "unconfirmed" | "invalid" | "too_large" | "busy" | "disk_full" | "key_reused" | "protocol_mismatch" | "unauthorized" | "companion_unavailable" | "method_not_allowed" | "unsupported_media_type" | "forbidden";

/** Who asks. Over native messaging the background worker fills it in from the browser's own `sender`. */
export interface HolderRequest {
  kind: "tab" | "agent" | "api";
  session?: string | null;
  tab_id?: number | null;
  frame_id?: number | null;
  document_id?: string | null;
  label?: string | null;
}

/** Who holds an application. */
export interface Holder {
  kind: "tab" | "agent" | "api";
  session: string | null;
  tab_id: number | null;
  frame_id: number | null;
  document_id: string | null;
  since: string;
  label: string;
}

/** How far the filling is. `step` is a word for the user, or ``captcha`` while one is visible. */
export interface Progress {
  step?: string;
  filled?: number;
  total?: number;
}

/** A posting, known by its canonical key. */
export interface Job {
  id: string;
  key: string;
  url: string;
  title: string;
  company: string;
  location: string;
  board: string;
  first_seen: string;
}

/** The user's application to a job in one cycle. */
export interface Application {
  id: string;
  job_id: string;
  cycle: number;
  status: number;
  status_name: string;
  phase: "filling" | "submitting" | null;
  parked: string | null;
  fence: number;
  holder: Holder | null;
  progress: Complete<Progress> | null;
  attempts: number;
  disputed: boolean;
  applied_at: string | null;
  updated_at: string;
}

/** One holder's work on an application, from its claim to its end. */
export interface Attempt {
  fence: number;
  holder: Holder;
  started_at: string;
  ended_at: string | null;
  outcome: string | null;
}

/** What happened, once and for all; `seq` is the cursor of the event stream. */
export interface Event {
  seq: number;
  at: string;
  kind: string;
  job_id: string | null;
  application_id: string | null;
  fence: number | null;
  data: Record<string, any>;
}

/** A job with the user's application to it. */
export interface JobItem {
  job: Job;
  application: Application | null;
}

/** A job that looks like another one: the user is shown it before applying. */
export interface SimilarJob {
  job: Job;
  application: Application | null;
  why: string;
}

/** One field as it was read back before the submission. */
export interface SentField {
  label: string;
  value: string;
  document_id?: string | null;
  sha256?: string | null;
}

/** What proves that an application was sent, and what was sent, as read back from the form. */
export interface Evidence {
  kind: "address" | "text" | "request" | "user" | "api";
  url?: string;
  text?: string;
  fields?: Array<SentField>;
}

/** Why it is certain that nothing was sent although a permit was given. */
export interface NotSentProof {
  kind: "permit_unused" | "client_validation" | "server_refused";
  detail?: string;
}

/** No parameters. */
export interface Empty {
}

/** Nothing to tell. */
export interface Done {
}

/** The first frame of a native connection. */
export interface HelloRequest {
  protocol: number;
  version: string;
  browser: string;
  instance: string;
  session: string;
}

/** What the extension needs to know of the companion. `seq` is the newest event. */
export interface HelloResult {
  protocol: number;
  version: string;
  epoch: number;
  seq: number;
  duplicates_prevented: number;
  heartbeat_seconds: number;
  person_reminder_seconds: number;
}

/** A tab that lives, and what the extension believes that it holds. */
export interface AnnouncedTab {
  tab_id: number;
  application_id?: string | null;
  fence?: number | null;
  document_id?: string | null;
}

/** All tabs of this browser session that hold something or show a job. */
export interface AnnounceTabsRequest {
  tabs: Array<AnnouncedTab>;
}

/** What a tab holds by the companion's knowledge. */
export interface HeldTab {
  tab_id: number;
  application: Application;
  job: Job;
}

/** What each tab of this session holds. A tab not listed holds nothing. */
export interface AnnounceTabsResult {
  tabs: Array<HeldTab>;
}

/** A tab that the user or the browser closed (`tabs.onRemoved`). */
export interface TabGoneRequest {
  tab_id: number;
}

/** Whether the companion serves. */
export interface HealthResult {
  status: "ok";
  version: string;
  epoch: number;
  database: string;
  sqlite: string;
  uptime_seconds: number;
  pid: number;
}

/** What a page says of the job that it shows. `json_ld` holds raw texts or parsed objects. */
export interface IdentifyRequest {
  url: string;
  title?: string | null;
  company?: string | null;
  location?: string | null;
  json_ld?: unknown;
}

/** The job that the address means. */
export interface IdentifyResult {
  job: Job;
  application: Application | null;
  also_seen: Array<string>;
  similar: Array<SimilarJob>;
}

/** A page of jobs, newest change first. `q`: words that all stand in title, company, place or address. */
export interface JobsRequest {
  status?: string | null;
  q?: string | null;
  limit?: number;
  cursor?: string | null;
}

/** A page; `next` is the cursor of the following one. */
export interface JobsResult {
  items: Array<JobItem>;
  next: string | null;
}

/** One job. */
export interface JobRequest {
  job_id: string;
}

/** A job, with all that happened to the application to it. `earlier`: those of former cycles, oldest first. */
export interface JobResult {
  job: Job;
  application: Application | null;
  earlier: Array<Application>;
  attempts: Array<Attempt>;
  events: Array<Event>;
}

/** Ask to work on a job. `replace` gives back what this tab holds first: only on the user's gesture. */
export interface ApplyRequest {
  job_id: string;
  holder: HolderRequest;
  replace?: boolean;
}

/** The application is the asker's: every further call names the fence. */
export interface Grant {
  message: string;
  status: string;
  application_id: string;
  fence: number;
  lease_seconds: number;
}

/** Apply again to a job already applied to, as the user explicitly asked. */
export interface NewCycleRequest {
  job_id: string;
  note?: string;
}

/** The application after the call. */
export interface ApplicationResult {
  application: Application;
}

/** The user says that two jobs are one. */
export interface SameJobRequest {
  job_id: string;
  other: string;
}

/** The job that stands for both. */
export interface SameJobResult {
  job: Job;
}

/** A submission that went out past the gate (companion down, or by the page's own script). */
export interface ReportSubmissionRequest {
  job_id: string;
  at: string;
  evidence?: Evidence | null;
}

/** For API clients without a heartbeat, and for what the user sets. */
export interface SetStatusRequest {
  job_id: string;
  status: number | string;
  fence?: number | null;
}

/** The application after the call; `fence` where status 7 claimed it. */
export interface SetStatusResult {
  message: string;
  status: string;
  application_id: string;
  fence: number;
  lease_seconds: number | null;
  application: Application;
}

/** Claim a job that nobody holds and get the permit in one call: the user filled it by hand. */
export interface BeginSubmitJobRequest {
  job_id: string;
  holder: HolderRequest;
}

/** A claim and a permit at once. */
export interface ClaimedPermit {
  application_id: string;
  fence: number;
  permit: string;
  valid_seconds: number;
}

/** One application. */
export interface ApplicationRequest {
  application_id: string;
}

/** What a holder does: accepted under the current fence only. */
export interface FencedRequest {
  application_id: string;
  fence: number;
}

/** The holder lives. */
export interface HeartbeatRequest {
  application_id: string;
  fence: number;
  progress?: Progress | null;
}

/** For how long the lease runs from now. */
export interface HeartbeatResult {
  lease_seconds: number;
}

/** The holder's tab or document is another one now. */
export interface RebindRequest {
  application_id: string;
  fence: number;
  holder: HolderRequest;
}

/** A control as the content script describes it. An unknown `kind` counts as text. */
export interface FormField {
  id: string;
  kind: string;
  name?: string;
  dom_id?: string;
  autocomplete?: string;
  label?: string;
  description?: string;
  placeholder?: string;
  section?: string;
  options?: Array<string>;
  multiple?: boolean;
  required?: boolean;
  max_length?: number | null;
  value?: string;
}

/** Say what would be filled. `job` says which one, where the address does not. */
export interface PreviewRequest {
  url: string;
  fields: Array<FormField>;
  title?: string | null;
  company?: string | null;
  location?: string | null;
}

/** Ask for the values of a form's fields. */
export interface PlanRequest {
  application_id: string;
  fence: number;
  url: string;
  fields: Array<FormField>;
}

/** The value of a file field. */
export interface DocumentValue {
  document_id: string;
  name: string;
  sha256: string;
}

/** What to put into one field, and why. */
export interface PlannedValue {
  id: string;
  value: string | Array<string> | DocumentValue;
  meaning: string;
  source: "profile" | "answer" | "document";
  confidence: number;
  why: string;
}

/** A field that is left for the user. */
export interface Unanswered {
  id: string;
  meaning: string;
  required: boolean;
  why: string;
}

/** The fill plan of a form. */
export interface PlanResult {
  values: Array<PlannedValue>;
  unanswered: Array<Unanswered>;
}

/** A part of a document, for the holder. */
export interface DocumentRequest {
  application_id: string;
  fence: number;
  document_id: string;
  offset?: number;
}

/** At most 512 KiB of a document, base64. */
export interface DocumentChunk {
  document_id: string;
  name: string;
  mime: string;
  sha256: string;
  size: number;
  offset: number;
  data: string;
}

/** The leave to let one sending through, until `valid_seconds` after the request was sent. */
export interface Permit {
  permit: string;
  fence: number;
  valid_seconds: number;
}

/** The board's confirmation was seen. */
export interface ConfirmRequest {
  application_id: string;
  fence: number;
  evidence: Evidence;
}

/** The attempt failed. After a permit only a proof that nothing was sent leads back. */
export interface FailRequest {
  application_id: string;
  fence: number;
  reason: string;
  not_sent_proof?: NotSentProof | null;
  keep?: boolean;
}

/** The attempt waits for the user. */
export interface ParkRequest {
  application_id: string;
  fence: number;
  reason: string;
}

/** The attempt goes on. */
export interface ResumeRequest {
  application_id: string;
  fence: number;
  reason?: string;
}

/** A control of a form. `typed`: the user has; `filled` is what had been put in before that. */
export interface TypedField {
  id: string;
  kind: string;
  name?: string;
  dom_id?: string;
  autocomplete?: string;
  label?: string;
  description?: string;
  placeholder?: string;
  section?: string;
  options?: Array<string>;
  multiple?: boolean;
  required?: boolean;
  max_length?: number | null;
  value?: string;
  typed?: boolean;
  filled?: string;
}

/** Which questions of a form the user answered. What they typed is read from what is sent. */
export interface NoteAnswersRequest {
  application_id: string;
  fence: number;
  fields: Array<TypedField>;
}

/** What was filled so far. */
export interface SaveDraftRequest {
  application_id: string;
  fence: number;
  fields: Array<SentField>;
}

/** What was filled so far; empty when nothing was. */
export interface DraftResult {
  fields: Array<Complete<SentField>>;
  updated_at: string | null;
}

/** One proof, with what was sent. */
export interface SentEvidence {
  fence: number;
  at: string;
  kind: string;
  url: string;
  text: string;
  tab_label: string;
  fields: Array<Complete<SentField>>;
}

/** All that is kept of what was sent. */
export interface EvidenceResult {
  evidence: Array<SentEvidence>;
}

/** A person takes the application over from its holder. */
export interface TakeOverRequest {
  application_id: string;
  holder: HolderRequest;
}

/** The user says how it ended. */
export interface ResolveRequest {
  application_id: string;
  outcome: "applied" | "not_applied";
  note?: string;
}

/** JSON Resume 1.0.0, with what that lacks under `meta.applyonce`. */
export interface ProfileResult {
  profile: Record<string, any>;
}

/** The whole profile. A bare JSON Resume as body means the same over HTTP. */
export interface SaveProfileRequest {
  profile: Record<string, any>;
}

/** A résumé, a cover letter or another file. */
export interface Document {
  id: string;
  kind: "resume" | "cover_letter" | "other";
  name: string;
  mime: string;
  size: number;
  sha256: string;
  default: boolean;
  rule: string;
  added_at: string;
}

/** All documents. */
export interface DocumentsResult {
  documents: Array<Document>;
}

/** Announce an upload: its chunks follow. */
export interface BeginDocumentRequest {
  name: string;
  kind?: "resume" | "cover_letter" | "other";
  size: number;
}

/** Where the chunks go. */
export interface BeginDocumentResult {
  document_id: string;
  chunk_bytes: number;
}

/** A part of an upload, base64; the parts come in order. */
export interface UploadChunkRequest {
  document_id: string;
  offset: number;
  data: string;
}

/** How much has come; `document` once all has and its content was checked. */
export interface UploadChunkResult {
  received: number;
  document: Document | null;
}

/** One document. */
export interface DocumentIdRequest {
  document_id: string;
}

/** Rename, re-file, or say where it goes. `rule`: words of a job's title for which this one is taken. */
export interface ChangeDocumentRequest {
  document_id: string;
  name?: string | null;
  kind?: "resume" | "cover_letter" | "other" | null;
  default?: boolean | null;
  rule?: string | null;
}

/** A document. */
export interface DocumentResult {
  document: Document;
}

/** A stored answer. */
export interface Answer {
  id: string;
  question: string;
  answer: string;
  updated_at: string;
}

/** The answer bank. */
export interface AnswersResult {
  answers: Array<Answer>;
}

/** An answer that the user gives to a question in these words. */
export interface AddAnswerRequest {
  question: string;
  answer: string;
}

/** Change a stored answer. */
export interface ChangeAnswerRequest {
  question: string;
  answer: string;
  answer_id: string;
}

/** One stored answer. */
export interface AnswerIdRequest {
  answer_id: string;
}

/** A stored answer. */
export interface AnswerResult {
  answer: Answer;
}

/** An answer that was sent and could be kept. */
export interface OfferedAnswer {
  question: string;
  answer: string;
  meaning: string;
  filled: string;
  before: string | null;
  suggested: boolean;
}

/** What of one application could be kept. */
export interface AnswerOffer {
  application_id: string;
  job: Job;
  answers: Array<OfferedAnswer>;
}

/** All open offers. */
export interface OfferedAnswersResult {
  offers: Array<AnswerOffer>;
}

/** Keep the answers to these questions, and never ask about the others of this offer again. */
export interface KeepAnswersRequest {
  application_id: string;
  questions: Array<string>;
}

/** An answer that was kept. `before`: the one whose place it took. */
export interface KeptAnswer {
  id: string;
  question: string;
  answer: string;
  updated_at: string;
  before: string | null;
}

/** What was kept. */
export interface KeptAnswersResult {
  kept: Array<KeptAnswer>;
}

/** Local hours of the day in which auto-apply rests, for example 22:00 to 07:00. */
export interface QuietHours {
  start: string;
  end: string;
}

/** How the loop works. */
export interface AutoApplyPolicy {
  concurrency?: number;
  min_interval_seconds?: number;
  daily_cap?: number;
  quiet_hours?: QuietHours | null;
  default_board_policy?: "fill_only" | "ask_before_submit" | "submit";
  boards?: Record<string, "fill_only" | "ask_before_submit" | "submit">;
}

/** What the user has chosen. `preview`: when the user is shown what will be filled, before it is. */
export interface Settings {
  auto_apply?: AutoApplyPolicy;
  preview?: "new_boards" | "always" | "never";
}

/** The settings. */
export interface SettingsResult {
  settings: Complete<Settings>;
}

/** The whole settings. */
export interface SaveSettingsRequest {
  settings: Settings;
}

/** A job that auto-apply works on, will work on, or waits for the user with. */
export interface QueueItem {
  job: Job;
  application: Application;
  state: "queued" | "running" | "waiting_for_user";
  tries: number;
  not_before: string | null;
  why: string;
}

/** What the loop does. */
export interface AutoApplyResult {
  state: "running" | "stopped";
  executor: "connected" | "own_browser";
  waiting_for: string;
  sent_today: number;
  queue: Array<QueueItem>;
  policy: Complete<AutoApplyPolicy>;
}

/** Start the loop: in the user's own browser, or in a Chromium of its own. */
export interface AutoApplyStartRequest {
  executor?: "connected" | "own_browser";
  headless?: boolean;
}

/** Put jobs into the queue by address or by id. */
export interface QueueRequest {
  urls?: Array<string>;
  job_ids?: Array<string>;
}

/** The history after `since`. */
export interface EventsRequest {
  since?: number;
  limit?: number;
}

/** An event as the stream pushes it, with the job and the application as they are now in `data`. */
export interface PushedEvent {
  event: string;
  seq: number;
  data: Record<string, any>;
}

/** A part of the history, with the newest seq and the epoch: fetch afresh where that epoch is another one. */
export interface EventsResult {
  events: Array<PushedEvent>;
  seq: number;
  epoch: number;
}

/** What each operation takes and answers. */
export interface Operations {
  hello: { request: HelloRequest; result: HelloResult };
  announce_tabs: { request: AnnounceTabsRequest; result: AnnounceTabsResult };
  tab_gone: { request: TabGoneRequest; result: Done };
  health: { request: Empty; result: HealthResult };
  identify: { request: IdentifyRequest; result: IdentifyResult };
  jobs: { request: JobsRequest; result: JobsResult };
  job: { request: JobRequest; result: JobResult };
  apply: { request: ApplyRequest; result: Grant };
  begin_submit_job: { request: BeginSubmitJobRequest; result: ClaimedPermit };
  new_cycle: { request: NewCycleRequest; result: ApplicationResult };
  same_job: { request: SameJobRequest; result: SameJobResult };
  report_submission: { request: ReportSubmissionRequest; result: ApplicationResult };
  set_status: { request: SetStatusRequest; result: SetStatusResult };
  heartbeat: { request: HeartbeatRequest; result: HeartbeatResult };
  rebind: { request: RebindRequest; result: ApplicationResult };
  plan: { request: PlanRequest; result: PlanResult };
  document: { request: DocumentRequest; result: DocumentChunk };
  begin_submit: { request: FencedRequest; result: Permit };
  confirm: { request: ConfirmRequest; result: ApplicationResult };
  fail: { request: FailRequest; result: ApplicationResult };
  park: { request: ParkRequest; result: ApplicationResult };
  resume: { request: ResumeRequest; result: ApplicationResult };
  draft: { request: FencedRequest; result: DraftResult };
  save_draft: { request: SaveDraftRequest; result: Done };
  note_answers: { request: NoteAnswersRequest; result: Done };
  keep_answers: { request: KeepAnswersRequest; result: KeptAnswersResult };
  evidence: { request: ApplicationRequest; result: EvidenceResult };
  release: { request: FencedRequest; result: ApplicationResult };
  take_over: { request: TakeOverRequest; result: Grant };
  resolve: { request: ResolveRequest; result: ApplicationResult };
  preview_plan: { request: PreviewRequest; result: PlanResult };
  profile: { request: Empty; result: ProfileResult };
  save_profile: { request: SaveProfileRequest; result: ProfileResult };
  documents: { request: Empty; result: DocumentsResult };
  begin_document: { request: BeginDocumentRequest; result: BeginDocumentResult };
  upload_chunk: { request: UploadChunkRequest; result: UploadChunkResult };
  change_document: { request: ChangeDocumentRequest; result: DocumentResult };
  delete_document: { request: DocumentIdRequest; result: Done };
  answers: { request: Empty; result: AnswersResult };
  offered_answers: { request: Empty; result: OfferedAnswersResult };
  add_answer: { request: AddAnswerRequest; result: AnswerResult };
  change_answer: { request: ChangeAnswerRequest; result: AnswerResult };
  delete_answer: { request: AnswerIdRequest; result: Done };
  settings: { request: Empty; result: SettingsResult };
  save_settings: { request: SaveSettingsRequest; result: SettingsResult };
  auto_apply: { request: Empty; result: AutoApplyResult };
  auto_apply_start: { request: AutoApplyStartRequest; result: AutoApplyResult };
  auto_apply_stop: { request: Empty; result: AutoApplyResult };
  auto_apply_queue: { request: QueueRequest; result: AutoApplyResult };
  auto_apply_dequeue: { request: JobRequest; result: AutoApplyResult };
  events: { request: EventsRequest; result: EventsResult };
}
