// Types of the scripts that describe, fill and verify forms. They are global: content scripts are classic scripts
// which share one namespace object, and the parts of `ApplyOnce` are merged from each subject's own file.

type FieldKind =
  | "text" | "email" | "tel" | "url" | "number" | "date" | "textarea" | "select" | "combobox" | "radio"
  | "checkbox" | "checkbox_group" | "yes_no" | "file";

/** A field as `plan` takes it. */
interface Field {
  id: string;
  kind: FieldKind;
  name: string;
  dom_id: string;
  autocomplete: string;
  label: string;
  description: string;
  placeholder: string;
  section: string;
  options: string[];
  multiple: boolean;
  required: boolean;
  max_length: number | null;
  value: string;
}

/** Fields of one form. Everything but `fields`, `url` and `origin` stays in the content script (not enumerable). */
interface FormDescription {
  fields: Field[];
  /** Address of the frame when the form was described. */
  url: string;
  /** Origin that the values are meant for: no other one gets them. */
  origin: string;
  readonly container: FormContainer;
  readonly handles: Map<string, FieldHandle>;
}

type FormContainer = Document | Element | ShadowRoot;

type PlannedValue = string | string[] | { document_id: string; sha256?: string };

interface PlannedField {
  id: string;
  value: PlannedValue;
}

type Outcome = "filled" | "changed_by_page" | "not_accepted" | "left_for_you";

interface FieldOutcome {
  id: string;
  outcome: Outcome;
  why?: string;
  /** What the field reads now. */
  value: string;
}

interface FillProgress {
  step: "waiting" | "uploading" | "filling" | "checking" | "refilling" | "done";
  filled: number;
  total: number;
}

interface FillHelp {
  getDocument(documentId: string): Promise<File>;
  onProgress?: (progress: FillProgress) => void;
  signal?: AbortSignal;
}

/** One thing to choose in a group: the element that takes the click and the text that a person reads. */
interface Choice {
  el: HTMLElement;
  text: string;
}

/** A control as found on the page, before it is put into words. Holds live elements. */
interface Control {
  kind: FieldKind;
  widget: WidgetName;
  el: HTMLElement;
  /** The element around a group or a composite widget, else null. */
  group: HTMLElement | null;
  choices: Choice[];
  heading: string;
}

type WidgetName =
  | "text" | "editable" | "date_text" | "date_sections" | "select" | "select2" | "choice" | "yes_no" | "combobox"
  | "prompt" | "typeahead" | "file";

/** What is remembered of a field to find it again after the page has drawn it anew. */
interface FieldHandle {
  control: Control;
  field: Field;
  ordinal: number;
}

interface WriteResult {
  ok: boolean;
  /** Why it was not done, in words for the user. */
  why?: string;
}

interface WriteContext {
  getFile(documentId: string): Promise<File>;
  signal: AbortSignal;
  /** Remembers what was asked for where the page shows it in other words (an option's text, a file's name). */
  remember(text: string): void;
}

interface Widget {
  read(control: Control): string;
  write(control: Control, value: PlannedValue, context: WriteContext): WriteResult | Promise<WriteResult>;
  /** Is what the field reads what was asked for? */
  same(control: Control, wanted: PlannedValue, remembered: string | null): boolean;
  options?(control: Control): string[];
  multiple?(control: Control): boolean;
}

interface LabelParts {
  label: string;
  description: string;
  required: boolean;
  /** `for` of a label that points at no element: boards put their own field name there. */
  points_at: string;
}

interface ApplyOnceTree {
  parent(node: Node): Element | null;
  contains(outer: Node, inner: Node): boolean;
  closest(el: Element, selector: string): Element | null;
  walk(root: FormContainer, visit: (el: Element) => boolean | void): void;
  isElement(node: unknown): node is HTMLElement;
  byId(near: Element, id: string): HTMLElement | null;
}

interface ApplyOnceDom {
  /** True only if a person can see the field now, having scrolled to it. A file input is judged by its label or group. */
  isReallyVisible(el: Element): boolean;
  /** The same without scrolling and hit testing: for describing many fields in one batch. */
  looksVisible(el: Element, cache?: Map<Element, number>): boolean;
  isTrap(el: Element): boolean;
  surfaces(el: Element): Element[];
}

interface ApplyOnceLabels {
  of(control: Control, isControl: (el: Element) => boolean): LabelParts;
  text(el: Node, leaveOut?: Node | null): string;
  clean(text: string): string;
  own(el: Element): string;
}

/** Words that only help with a field, and those that name it. */
interface ApplyOnceHints {
  /** Selects what is classed as an explanation: never a field's label, however it is marked up. */
  EXPLAINING: string;
  /** Names of elements whose own text is no word about a field. */
  NO_TEXT: Set<string>;
  /** Whether a placeholder shows how an answer may look, or says only that one is wanted. */
  isExample(placeholder: string): boolean;
  /** Whether words stand on the drawn part of an upload and name no document. */
  isUploadWord(words: string): boolean;
  /** The same of a label, which may name one after the verb. */
  isUploadLabel(words: string): boolean;
  namesDocument(words: string): boolean;
  /** Whether an element only explains, by its class or id. */
  isAside(el: Element): boolean;
  /** Whether words between a question and its field are more likely a hint than the question. */
  isHint(el: Element, words: string): boolean;
  /** Whether words over a hint head the whole form rather than the field. */
  isTitle(el: Element, words: string): boolean;
  /** Whether a heading is that of this field alone: one of its kind follows, or went before, with one field between. */
  isOwn(heading: Node, control: Control, isControl: (el: Element) => boolean): boolean;
}

interface ApplyOnceNearby {
  /** Selects what names a field by what it is: a label, a legend, an element that is classed as one. */
  NAMING: string;
  /**
   * What stands before a control, with the further texts there, nearest first, and whether a mark of required stands alone.
   * `start` is the control itself, or its group.
   */
  before(start: Element, control: Control, isControl: (el: Element) => boolean): { el: Node; texts: string[]; starred: boolean } | null;
  /** The floating label behind it. */
  behind(control: Control, isControl: (el: Element) => boolean): HTMLLabelElement | null;
  beforeForm(control: Control): Element | null;
}

interface ApplyOnceOptions {
  normalise(text: string): string;
  same(one: string, other: string): boolean;
  /** Index of the option that is, or means, the wanted text; -1 where none or more than one does. */
  match(options: readonly string[], wanted: string): number;
  isPlaceholder(text: string): boolean;
  yesNo(text: string): "yes" | "no" | null;
}

interface ApplyOnceEvents {
  setValue(el: HTMLElement, value: string): void;
  setChecked(el: HTMLInputElement, checked: boolean): void;
  focus(el: HTMLElement): void;
  blur(el: HTMLElement): void;
  fire(el: Element, type: string): void;
  key(el: Element, key: string): void;
  press(el: HTMLElement): void;
  click(el: HTMLElement): void;
  /** True while we write: trusted events that our own commands cause are not the user's. */
  writing: boolean;
  /** Whoever writes: once it is stopped, each of these throws instead. */
  under: AbortSignal | null;
}

interface ApplyOnceTyped {
  /** Did the user type into it, or choose in it, since the page was loaded? */
  byUser(control: Control): boolean;
}

interface ApplyOnceSettle {
  until(condition: () => boolean, limits: { timeoutMs: number; signal?: AbortSignal }): Promise<boolean>;
  quiet(root: Node, limits: { quietMs: number; timeoutMs: number; signal?: AbortSignal }): Promise<boolean>;
  tick(): Promise<void>;
}

interface ApplyOnceDescribe {
  form(container: FormContainer): FormDescription;
  form(container: FormContainer, how: { openOptions: true }): Promise<FormDescription>;
  field(control: Control, id: string): Field;
}

interface ApplyOnceControls {
  /** All controls of a form that a person can see, in the page's order; those that are one question put together. */
  find(container: FormContainer): Control[];
  /** Does this element ask the user something of its own? */
  isAsking(el: Element): boolean;
}

interface ApplyOnceCombobox {
  /**
   * Opens the list, reads its options and closes it again. Empty where it lists only what is searched for, null where it does
   * not open within about twice `patienceMs`.
   */
  peek(control: Control, patienceMs?: number): Promise<string[] | null>;
  /** As `options.match`; among places also that which names every part of the wanted one. */
  matchPlace(texts: readonly string[], wanted: string): number;
  searches(wanted: string): string[];
  chosenTexts(control: Control): string[];
}

interface ApplyOncePrompt {
  /** Is this the search field of a Workday prompt? */
  is(el: Element): boolean;
  /** Reads all leaves of a prompt, through its categories, and closes it; null where it does not open. */
  peek(control: Control): Promise<string[] | null>;
}

interface ApplyOnceListbox {
  already(control: Control): Set<HTMLElement>;
  shown(control: Control, before: Set<HTMLElement>): HTMLElement[];
  textOf(item: HTMLElement): string;
  scan(items: () => HTMLElement[], enough: (items: HTMLElement[]) => boolean, signal?: AbortSignal): Promise<void>;
  choose(item: HTMLElement): void;
  /** The part of a react-select that takes the pointer; null where it is none. */
  shellOf(el: Element): HTMLElement | null;
  /** A list that a toolkit draws over a hidden value, with no control of its own in it. */
  isDropdown(el: Element): boolean;
}

interface ApplyOnceHandles {
  /** The live control of a field, found again if the page has drawn it anew; null where it is gone. */
  resolve(description: FormDescription, id: string): Control | null;
}

interface ApplyOnceFileHash {
  of(file: File): Promise<string>;
  /** SHA-256 of the one file that an upload field holds, in hexadecimal; null where there is none, or it is still being read. */
  read(el: Element): string | null;
  /** Whether it holds another file than the document that was planned; false as long as that is not known. */
  differs(el: Element, wanted: PlannedValue): boolean;
}

interface ApplyOnceVerify {
  /** What stands in the field now, compared with what was asked for. */
  outcome(description: FormDescription, planned: PlannedField): FieldOutcome;
  remember(description: FormDescription, id: string, text: string): void;
  remembered(description: FormDescription, id: string): string | null;
  leave(description: FormDescription, id: string, why: string | null): void;
}

interface ApplyOnceFill {
  form(description: FormDescription, values: PlannedField[], help: FillHelp): Promise<FieldOutcome[]>;
  readBack(description: FormDescription, values: PlannedField[]): FieldOutcome[];
  /** Resolves when no late overwrite by the page (résumé parsing) is to be expected any more. */
  settled(description: FormDescription): Promise<void>;
  /** Is a late overwrite by the page still to be expected somewhere? What it wipes is written again. */
  isWatching(): boolean;
  /** Is something being written? */
  isRunning(): boolean;
  /** Nothing more is written by any fill that has begun, nor put back later. */
  stop(): void;
}

interface ApplyOnce {
  tree: ApplyOnceTree;
  dom: ApplyOnceDom;
  hints: ApplyOnceHints;
  nearby: ApplyOnceNearby;
  labels: ApplyOnceLabels;
  options: ApplyOnceOptions;
  events: ApplyOnceEvents;
  typed: ApplyOnceTyped;
  settle: ApplyOnceSettle;
  controls: ApplyOnceControls;
  combobox: ApplyOnceCombobox;
  prompt: ApplyOncePrompt;
  listbox: ApplyOnceListbox;
  describe: ApplyOnceDescribe;
  handles: ApplyOnceHandles;
  verify: ApplyOnceVerify;
  fileHash: ApplyOnceFileHash;
  fill: ApplyOnceFill;
  widgets: Record<WidgetName, Widget>;
}

declare var applyonce: ApplyOnce;
