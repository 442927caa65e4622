/**
 * The types that the classic content scripts share through the one namespace object `applyonce`.
 * Requests, results and shapes of the companion are generated into lib/protocol.d.ts; here stands what only the
 * extension knows.
 */


/** Firefox says `browser`, Chromium `chrome`; lib/namespace.js settles it. */
declare var browser: typeof chrome;

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

// --- messages inside the extension -----------------------------------------------------------------------

/** What goes to the background. `document_id` is minted by the content script, for browsers that give none. */
interface Message {
  op: string;
  params?: Record<string, any>;
  key?: string;
  document_id?: string;
}

interface CallFailure {
  code: string;
  message: string;
  [more: string]: any;
}

type Reply = { ok: true; result: any } | { ok: false; error: CallFailure };

/** Pushed by the background over a port. */
interface Push {
  event: string;
  seq?: number;
  data?: any;
}

// --- what a page is ------------------------------------------------------------------------------------------

interface JobFacts {
  title: string;
  company: string;
  location: string;
}

/** A job page, as seen by its board's file. */
interface SeenJob extends JobFacts {
  url: string;
  json_ld: Json[];
  board: Board;
  /** Where the application form stands, when it does on this page. */
  form: Element | null;
  /** Which page of a form of several pages is shown; "" where it has one. */
  step: string;
  /** The page's address names no job: what this tab applies to is meant. */
  continues: boolean;
}

/** A proof that the board has taken the application. */
interface Proof {
  kind: "address" | "text" | "request";
  url: string;
  text: string;
}

interface NamedRequest {
  method: "POST" | "PUT";
  /** Tested against host, path and query: `jobs.lever.co/acme/1b2c…/apply?x=1`. */
  address: RegExp;
}

/** What is particular to one board. Selectors are tried in order; functions only where selectors do not do. */
interface Board {
  name: string;
  /** Whether this board's structure stands in the document, whatever the host is called. */
  matches(doc: Document, address: URL): boolean;
  /** The posting's facts, or null when this page of the board shows no job that is open. */
  posting(doc: Document, address: URL): JobFacts | null;
  /** The element that holds all fields and the submit control. */
  form(doc: Document): Element | null;
  /** Selector of the controls that send the application. */
  submit: string;
  /** Whether a control that `submit` matches sends now: on some boards one control is Next on all pages but the last. */
  sends?(control: Element): boolean;
  /** Selector of controls that lead to the next step of the same form, without sending. Those that send are not meant. */
  next?: string;
  /** Name of the page that is shown of a form of several pages. */
  step?(doc: Document, address: URL): string;
  /** Open shadow roots in which the form stands, outermost first: selectors do not reach into them. */
  roots?(doc: Document): ShadowRoot[];
  /** A form that is there, but that nobody has seen yet: what the page shows may change without a change of its structure. */
  unopened?(doc: Document): Element | null;
  /** Other addresses of the job that this page shows: the board gives it several ids. */
  alsoAt?(doc: Document, address: URL): string[];
  /** A page of the form whose address names no job: the one that this tab applies to is meant. */
  continues?(doc: Document, address: URL): boolean;
  /** The board asks for a log-in or a new account before it goes on. */
  login?(doc: Document): boolean;
  /** The board will not take an application of this user (any more), in its own way of saying so. */
  ended?(doc: Document, address: URL): "closed" | "already_applied" | "limit" | null;
  /** A control that goes on after the application has been taken, without answering anything. */
  skip?: string;
  /** The address of the form, when it stands on another page than the posting. */
  formAddress?(doc: Document, address: URL): string | null;
  /** A control that opens the form on the same page. */
  opensForm?: string;
  /** What the user sees when the board has taken the application. */
  success(doc: Document, address: URL): Proof | null;
  /** An explicit refusal that proves that nothing was taken. */
  refusal(doc: Document, address: URL): { text: string; park: string | null } | null;
  /** Selector of complaints about single fields. */
  errors: string;
  /** The requests that carry the application. */
  requests: NamedRequest[];
  /** Parts of the form that must never be filled or pressed. */
  traps?: string;
  /** This board takes only a trusted click. */
  trustedOnly?: boolean;
}

/** A board whose application is one ordinary form: what differs. */
interface PlainBoard {
  name: string;
  host: RegExp;
  /** Path of a posting, from its start to its id. */
  job: RegExp;
  form: string;
  submit: string;
  /** What the posting's path gets for the form; "" where the form stands on the posting. */
  formSuffix: string;
  /** Path of the page of thanks. */
  done: RegExp;
  title?: string;
  company?: string;
  location?: string;
  errors?: string;
  requests?: NamedRequest[];
  traps?: string;
}

// --- where this document stands -------------------------------------------------------------------------------

type ShownStatus = "pending" | "in_progress" | "applied" | "unconfirmed" | "offline";

/** What the background keeps for a tab that holds an application. */
interface Holding {
  application_id: string;
  job_id: string;
  fence: number;
  phase: "filling" | "submitting";
  agent: boolean;
  /** Auto-apply's policy for the board; null for a person. */
  policy: "fill_only" | "ask_before_submit" | "submit" | null;
  parked: string | null;
}

interface Standing {
  seen: SeenJob | null;
  job: import("./lib/ui/types.js").Job | null;
  application: import("./lib/ui/types.js").Application | null;
  similar: (import("./lib/ui/types.js").JobRow & { why: string })[];
  holding: Holding | null;
  connected: boolean;
  offlineReason: string;
  /**
   * A sending of this tab, or of the one that opened it, whose outcome is open; this document may be its confirmation.
   * `led`: the form's page has led here.
   */
  sending: { application_id: string; fence: number; job_id: string; led: boolean } | null;
  /** A sending of this tab went past the gate, and its confirmation has not been seen. */
  outside: boolean;
  /** What auto-apply holds in this tab, whatever this page shows. */
  agentHolds: Holding | null;
  /** This start of the browser, to tell its own tabs from another's. */
  session: string;
  /** The companion was asked for the job, and takes its time. */
  asking: boolean;
}

/** What keeps an application from going on. */
type Obstacle = "login" | "captcha" | "closed" | "already_applied" | "limit";

/** One field as it is sent, as the companion keeps it. */
interface SentField {
  label: string;
  value: string;
  document_id?: string;
  sha256?: string;
}

interface LeftField {
  text: string;
  why: string;
  required: boolean;
}

/** What became of a page of the form. Counts are of the application so far, earlier pages included. */
interface FilledPage {
  form: Element | null;
  filled: number;
  total: number;
  left: LeftField[];
  /** Described and planned in rounds: a choice may reveal more fields. */
  parts: { description: FormDescription; values: any[]; left?: { id: string; why: string }[] }[];
  progress(progress: { step: string; filled: number; total: number }, now?: boolean): void;
}

/** A field of an earlier page that the board has now with another value. */
interface ChangedField {
  text: string;
  shown: string;
  el: HTMLElement;
}

/** What would send a form: a press of the user's, a script's, or the submit event that it makes. */
interface SendingAttempt {
  form: Element | null;
  control: HTMLElement | null;
  board: Board;
  submitter: HTMLElement | null;
  kind: "click" | "submit";
}

interface Permit {
  application_id: string;
  fence: number;
  /** The page that it was asked for on: single-page boards put another job under the same document. */
  address: string;
  /** By wall clock and by the monotonic clock: both must say that it is still young. */
  requestedAt: number;
  requestedAtMonotonic: number;
  validMs: number;
  /** Whether this tab held the application before it asked: then it goes on holding when the permit is handed back. */
  heldBefore: boolean;
}

/** Where an application may stand on a page: across open shadow roots, in a `<form>` or without one. */
interface ApplyOnceForms {
  /** What an applicant fills in, as a selector. */
  CONTROLS: string;
  /** Search boxes, as a selector; comboboxes that only look like one are none. */
  SEARCH: string;
  /** All open shadow roots of the page. */
  roots(doc: Document): ShadowRoot[];
  /** Like `querySelectorAll`, also in the open shadow roots within. */
  all(root: ParentNode, selector: string): Element[];
  /** The page's `<form>` elements. */
  real(doc: Document): HTMLFormElement[];
  /** Controls that stand in no form, and not in what frames the page. */
  loose(doc: Document): Element[];
  /** The smallest element around `start` that is whole; null where none is. */
  around(start: Element, isWhole: (box: Element) => boolean): Element | null;
  /** The form, or the box without one, that has the most controls, of those with more than one. */
  largest(doc: Document): Element | null;
}

interface ApplyOnce {
  forms: ApplyOnceForms;
  version: string;
  /** Whether the extension that ran this script is gone (updated or removed). */
  isOrphan(): boolean;
  /** Hear the window's events until this script is stopped; `isEarly`: in the capture phase, before the page. */
  listen(type: string, listener: (event: any) => void, isEarly?: boolean): void;
  /** Called when the script must take away all that it put on the page. */
  onStop(stop: () => void): void;
  stop(): void;

  wire: {
    documentId: string;
    call(op: string, params?: Record<string, any>, key?: string): Promise<any>;
    on(event: string, listener: (data: any) => void): void;
    connect(): void;
  };
  CallError: new (failure: CallFailure) => Error & { code: string; details: CallFailure };

  boards: {
    all: Board[];
    add(board: Board): void;
    /** The board whose structure stands in this document; `generic` comes last. */
    of(doc: Document, address: URL): Board | null;
    text(root: ParentNode, selector: string): string;
    /** What a person reads of an element, the words of its blocks apart. */
    words(element: Element, between?: string): string;
    shown(root: ParentNode, selector: string): Element | null;
    /** As `querySelectorAll`, and in the board's shadow roots below `root`. */
    find(board: Board, root: ParentNode, selector: string): Element[];
    /** Whether this control sends the application now. */
    sends(board: Board, control: Element): boolean;
    /** The controls shown that send the application now. */
    submits(board: Board, root: ParentNode): Element[];
    /** What takes the click on a control: a web component has a button of its own inside. */
    pressable(control: Element): HTMLElement;
    isOff(control: Element): boolean;
    /** Where a text says that an application has arrived; null where it does not, or tells of one that would be. */
    thanked(text: string): { at: number; length: number } | null;
    /** Whether a page says that the user has applied to this job before. */
    saysApplied(text: string): boolean;
    saysClosed(text: string): boolean;
    /** An explicit refusal in a page's words; null where they are none that is known. */
    refusalIn(text: string): { text: string; park: string | null } | null;
    /** Makes the file of a board whose application is one ordinary form. */
    plain(facts: PlainBoard): Board;
  };

  jsonLd: {
    postings(doc: Document): { [name: string]: Json }[];
    facts(posting: { [name: string]: Json }): JobFacts;
    /** Town, region and country written out: what may be worked in a town depends on its country, and not every town is known. */
    placeName(town: string, region: string, country: string): string;
  };
  detect: {
    /** How many controls the form has that the user may mean on this page. */
    formSize(): number;
    look(doc: Document, address: URL, forced: boolean): SeenJob | null;
    watch(onChange: () => void): () => void;
  };
  standing: {
    now: Standing;
    onChange(listener: (standing: Standing) => void): void;
    /** Take another look at the page and at the companion's state of it. */
    refresh(options?: { forced?: boolean; again?: boolean }): Promise<void>;
    arrive(): Promise<void>;
    hold(holding: Holding | null): void;
    /** This page is the confirmation of that job. */
    pin(job: any, application: any): void;
    apply(options?: { replace?: boolean }): Promise<Holding>;
    /** What a refusal says of how things stand. */
    learn(error: unknown): void;
    /** Whether `job` is known to be the one that the page shows now. */
    isTold(): boolean;
  };
  permit: {
    /** The live permit, not yet consumed. */
    current(): Permit | null;
    /** `under`: only for this application, and never by claiming the job. */
    request(under?: string | null): Promise<Permit>;
    consume(): Permit | null;
    handBack(why: string): Promise<void>;
    /** Whether it may be acted on: it is young, and the page is the one that it was asked for on. */
    isAlive(permit: Permit): boolean;
  };
  submitControl: {
    /** The board's form of this page, where there is one. */
    here(): { board: Board; form: Element | null } | null;
    attemptOf(event: Event): SendingAttempt | null;
    /** Whether a key pressed here clicks nothing by the browser's own doing. */
    isDrawn(event: KeyboardEvent): boolean;
  };
  unasked: {
    isDecided(): boolean;
    tell(): void;
    /** Say why a press has sent nothing; where nobody can be asked, the user's next press decides. */
    explain(error: Error & { code: string; details: CallFailure }): Promise<void>;
    /** Whether the user has sent so from this document. */
    hasPassed(): boolean;
  };
  gate: {
    /** Press the submit control on behalf of auto-apply, through the same gate. */
    press(control: HTMLElement, applicationId: string): Promise<void>;
    /** Whether something was let through whose outcome is not known. */
    isSending(): boolean;
    /** The sending's outcome is known: the next press asks anew. */
    settled(): void;
  };
  confirmation: {
    /** `permit`: null where the user sent without one. */
    watch(form: Element | null, board: Board, permit: { application_id: string; fence: number } | null): void;
    /** What is being sent, as the form holds it now. */
    readAgain(): void;
    /** Whether a sending is being watched whose outcome is not known. */
    pending(): boolean;
    arrived(): Promise<void>;
    /** What a form that stands there and can be sent again complains of. */
    complaint(form: Element | null, board: Board): string | null;
    /** What has left this frame since a press (`at`: Unix ms; `pressedAt`: of the document's clock), or since the tab's last permit. */
    witness(press?: { at: number; pressedAt: number }): Promise<{ any: number; named: number; refused: boolean; complete: boolean }>;
  };
  captcha: { waits(): boolean };
  /** Keeps the button and its panel off the controls that the user is about to press. */
  clearance: {
    keep(host: HTMLElement, panel: HTMLElement): void;
    /** Whether the panel lies over the middle of this box. */
    covers(box: DOMRect): boolean;
  };
  obstacles: {
    look(): Obstacle | null;
    /** What the board's server answers instead of a page: its status from 500 on, else 0. */
    serverError(): number;
    /** Why an application ends here, in the words by which the companion knows that it is not to be tried again. */
    reason(obstacle: "closed" | "already_applied"): string;
  };
  journal: {
    begin(holding: Holding): Promise<void>;
    note(field: Field, value: string, document?: { document_id?: string; sha256?: string }): void;
    restored(fields: Field[]): PlannedField[];
    known(applicationId: string): (SentField & { kind: string })[];
    /** `under`: the application that it is sent as; `before`: what was read of it already, where it may not show all any more. */
    sent(form: Element | null, under: { application_id: string } | null, before?: SentField[]): SentField[];
    keep(holder: { application_id: string; fence: number }, fields: SentField[]): Promise<void>;
  };
  earlier: {
    keep(holding: Holding, step: string, page: FilledPage): void;
    /** What the page that sends the form shows otherwise than earlier pages were filled. */
    changed(how?: { fresh?: boolean }): ChangedField[];
    /** Calls back when the page that sends may show something else. */
    onChange(listener: () => void): void;
    why(field: ChangedField): string;
    isAskedFor(form: Element | null): boolean;
  };
  beforeSending: {
    /** What has other values now than were filled in, on this page and those before; `shown` is what stands there. */
    changed(): (NoteItem & { shown: string })[];
    /** Tells the user what they should know before they send; false where there is nothing that they have not read. */
    tellFirst(): boolean;
  };
  pageFiller: {
    fill(holding: Holding, seen: SeenJob, signal: AbortSignal): Promise<FilledPage | "declined" | null>;
    wrong(page: FilledPage): FieldOutcome[];
    settled(page: FilledPage): Promise<void>;
  };
  agent: {
    finish(holding: Holding, seen: SeenJob, page: FilledPage): Promise<void>;
    met(holding: Holding, obstacle: Obstacle): Promise<void>;
    park(holding: { application_id: string; fence: number }, reason: string): Promise<void>;
    giveUp(holding: { application_id: string; fence: number }, reason: string): Promise<void>;
    withoutJob(): Promise<void>;
    nextOf(board: Board, form: Element): Element | null;
  };
  words: {
    /** How long what the panel says takes to be read (ms). */
    READING_MS: number;
    covered(): Note;
    offline(): Note;
    similar(twin: any, apply: () => void): Note;
    openForm(): Note;
    pressApply(): Note;
    obstacle(obstacle: Obstacle): Note;
    captchaAfterPress(): Note;
    summary(page: { filled: number; left: (NoteItem & { required: boolean })[]; isReading?: boolean; changed?: boolean }, isLast: boolean): Note;
    reading(): Note;
    changed(fields: NoteItem[]): Note;
    stillFilling(): Note;
    declined(): Note;
    pageDeclined(): Note;
    applied(count: number): Note;
  };
  refusals: {
    note(error: Error & { code: string; details: CallFailure }, what?: { sending?: boolean }): Note;
    /** It went out while the companion was away; Unix ms. */
    sentUnasked(at: number): Note;
    open(): Note;
    /** Who holds a job, as a user would say it. */
    who(holder: any): string;
    day(time: string | null | undefined): string;
    start(op: string, params: Record<string, any>): void;
    decide(what: string): void;
  };
  documents: { fetchFile(holding: Holding, documentId: string): Promise<File> };
  conductor: {
    /** The page of the form that was filled last in this document. */
    filled(): { step: string; isLast: boolean } | null;
    pressed(): void;
    apply(options?: { replace?: boolean }): Promise<void>;
    sent(applicationId: string): void;
    /** What the user has filled in this document is theirs: no filling starts here by itself. */
    keep(applicationId: string): void;
  };
  seen: { observe(element: Element): void; byUser(click: MouseEvent, observed: Element): Promise<boolean> };
  panel: { fill(panel: HTMLElement, note: Note, close: () => void): void };
  style: string;
  ui: {
    show(standing: Standing): void;
    statusOf(standing: Standing): ShownStatus;
    note(note: Note | null): void;
    /** Whether the panel says this just now. */
    shows(note: Note): boolean;
    remove(): void;
  };
  main: true;
  applyHere(): Promise<void>;
}

/** A short word to the user in our own panel; `choices` only start things. */
interface Note {
  tone: "info" | "warn" | "good";
  title: string;
  lines: string[];
  items?: NoteItem[];
  choices?: { label: string; act: () => void; primary?: boolean }[];
}
