/** The shapes that our pages work with: those of the protocol, and those of the background's own operations. */

import type * as Protocol from "../protocol.js";

export type {
  Answer,
  AnswerOffer,
  Application,
  Attempt,
  Document as StoredDocument,
  Job,
  JobItem as JobRow,
  JobResult as JobDetail,
  KeptAnswer,
  OfferedAnswer,
  PlannedValue,
  QueueItem,
  SimilarJob,
} from "../protocol.js";

export type AutoApply = Protocol.AutoApplyResult;
export type Settings = Protocol.Complete<Protocol.Settings>;
export type BoardPolicy = Settings["auto_apply"]["default_board_policy"];
export type SentEvidence = Protocol.Complete<Protocol.SentEvidence>;

/** JSON Resume: members that we do not know stay untouched. */
export type Profile = Record<string, any>;

/** A field that the user should look at. */
export interface OpenField {
  key: string;
  text: string;
  state: "changed_by_page" | "not_accepted" | "left_for_you";
  why: string;
  required: boolean;
}

/** What a job page would be filled with, as the background shows it to the preview page. */
export interface Preview {
  host: string;
  tab_id: number;
  fields: { id: string; label: string; section: string; required: boolean }[];
  values: (Omit<Protocol.PlannedValue, "source"> & { source: Protocol.PlannedValue["source"] | "draft" })[];
  unanswered: Protocol.Unanswered[];
  /** The fields have appeared after others were filled. */
  is_more: boolean;
}

export interface CurrentTab {
  tab_id: number;
  url: string;
  job?: Protocol.Job | null;
  application?: Protocol.Application | null;
  supported: boolean;
  permission: boolean;
}

export interface ExtState {
  companion: { state: "up" | "down" | "mismatch"; reason?: string; version?: string };
  instance: string;
  session: string;
  current_tab: CurrentTab | null;
  duplicates_prevented: number;
  /** After how long the user is asked whether an attempt of theirs still goes on. */
  person_reminder_seconds?: number;
  /** Submissions that went out while the companion was down, and that it has not been told yet. */
  submissions_to_tell?: number;
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
    getAll(): Promise<{ origins?: string[] }>;
    remove(what: { origins: string[] }): Promise<boolean>;
  };
  tabs: {
    create(what: { url: string }): Promise<unknown>;
    update(tabId: number, what: { active: boolean }): Promise<unknown>;
    getCurrent(): Promise<{ id?: number } | undefined>;
    remove(tabId: number): Promise<void>;
  };
}
