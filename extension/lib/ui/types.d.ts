/** The shapes that our pages work with: those of the protocol, and those of the background's own operations. */

export interface Holder {
  kind: "tab" | "agent" | "api";
  session: string | null;
  tab_id: number | null;
  frame_id: number | null;
  document_id: string | null;
  since: string;
  label: string;
}

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
  progress: { step: string; filled: number; total: number } | null;
  attempts: number;
  disputed: boolean;
  applied_at: string | null;
  updated_at: string;
}

export interface JobRow {
  job: Job;
  application: Application | null;
}

export interface Attempt {
  fence: number;
  holder: Holder;
  started_at: string;
  ended_at: string | null;
  outcome: string | null;
}

export interface JobEvent {
  seq: number;
  at: string;
  kind: string;
  job_id: string | null;
  application_id: string | null;
  fence: number | null;
  data: Record<string, unknown>;
}

export interface JobDetail extends JobRow {
  attempts: Attempt[];
  events: JobEvent[];
}

export interface SentField {
  label: string;
  value: string;
  document_id?: string | null;
  sha256?: string | null;
}

export interface SentEvidence {
  fence: number;
  at: string;
  kind: string;
  url: string;
  text: string;
  tab_label: string;
  fields: SentField[];
}

export interface StoredDocument {
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

export interface Answer {
  id: string;
  question: string;
  answer: string;
  updated_at: string;
}

export type BoardPolicy = "fill_only" | "ask_before_submit" | "submit";

export interface Policy {
  concurrency: number;
  min_interval_seconds: number;
  daily_cap: number;
  quiet_hours: { start: string; end: string } | null;
  default_board_policy: BoardPolicy;
  boards: Record<string, BoardPolicy>;
}

export interface Settings {
  auto_apply: Policy;
  preview: "new_boards" | "always" | "never";
  cover_letter_template: string;
}

export interface QueueItem {
  job: Job;
  application: Application;
  state: "queued" | "running" | "waiting_for_user";
  tries: number;
  not_before: string | null;
  why: string;
}

export interface AutoApply {
  state: "running" | "stopped";
  executor: "connected" | "own_browser";
  waiting_for: string;
  sent_today: number;
  queue: QueueItem[];
  policy: Policy;
}

/** JSON Resume: members that we do not know stay untouched. */
export type Profile = Record<string, any>;

export interface CurrentTab {
  tab_id: number;
  url: string;
  job?: Job | null;
  application?: Application | null;
  supported: boolean;
  permission: boolean;
}

export interface ExtState {
  companion: { state: "up" | "down" | "mismatch"; reason?: string; version?: string };
  instance: string;
  session: string;
  current_tab: CurrentTab | null;
  duplicates_prevented: number;
}

export type Reply = { ok: true; result: any } | { ok: false; error: { code?: string; message?: string } & Record<string, unknown> };

interface PageEvent<T> {
  addListener(listener: (value: T) => void): void;
}

/** As much of the WebExtensions API as our pages use. */
export interface BrowserApi {
  runtime: {
    id?: string;
    lastError?: unknown;
    sendMessage(message: object): Promise<Reply | undefined>;
    connect(info: { name: string }): { onMessage: PageEvent<{ event: string; seq?: number; data: any }>; onDisconnect: PageEvent<unknown> };
    getManifest(): { version: string; host_permissions?: string[] };
    getURL(path: string): string;
  };
  permissions: {
    contains(what: { origins: string[] }): Promise<boolean>;
    request(what: { origins: string[] }): Promise<boolean>;
  };
  tabs: {
    create(what: { url: string }): Promise<unknown>;
    update(tabId: number, what: { active: boolean }): Promise<unknown>;
    getCurrent(): Promise<{ id?: number } | undefined>;
    remove(tabId: number): Promise<void>;
  };
}
