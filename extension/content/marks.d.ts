// Types of what shows the user how a fill has ended, and of what is learnt from them.

/** How a field stands: `yours` is what the user has typed or changed. */
type MarkState = "filled" | "yours" | "changed_by_page" | "not_accepted" | "left_for_you";

/** A field as our pages are told of it: in words, never with its value. */
interface MarkedField {
  key: string;
  text: string;
  state: MarkState;
  why: string;
  required: boolean;
}

interface ApplyOnceMarks {
  /** Show how the fields of a page of the form stand, in place of what was shown before. */
  show(holding: Holding, step: string, page: FilledPage): void;
  /** Those that the user should look at, required ones first. */
  open(): MarkedField[];
  /** Those that read back as filled and have another value now, read now; what the user has typed is none of them. */
  changed(): { key: string; text: string; shown: string; why: string }[];
  /** How many read back as they were filled, or were answered by the user. */
  done(): number;
  /** Scroll to a field and put the focus into it. */
  jump(key: string): boolean;
  onChange(listener: () => void): void;
}

interface ApplyOnceLearning {
  /** What was put into fields, by what they ask. */
  filled(applicationId: string, fields: Field[], outcomes: FieldOutcome[]): void;
  /** Tell which questions the user has answered; never what they typed. */
  note(holder: { application_id: string; fence: number }, description: FormDescription): Promise<void>;
}

interface ApplyOnceMeaning {
  /** Whether a field says what was wanted, in whatever form the page puts numbers, dates, addresses and countries into. */
  same(wanted: string, now: string, kind: string): boolean;
  /** The same of what a page shows of a value elsewhere, where it may stand within other words or not be shown whole. */
  agrees(wanted: string, shown: string, kind: string): boolean;
}

/** A value that a page shows, and where. */
interface ShownValue {
  text: string;
  el: HTMLElement;
}

interface KnownValue extends SentField {
  kind: string;
  meaning: string;
}

interface ApplyOnceShownValues {
  /** What stands beside each of these names (as `options.normalise` makes them). */
  beside(form: Element, names: Set<string>): Map<string, ShownValue[]>;
  /**
   * What stands in the place of known values where a page shows them without their names: an address of mail, a number, a
   * file, or a name beside its other half. By label; what is shown as it was, or not at all, is not among them.
   */
  instead(form: Element, known: KnownValue[]): Map<string, ShownValue>;
}

interface ApplyOnce {
  meaning: ApplyOnceMeaning;
  shownValues: ApplyOnceShownValues;
  marks: ApplyOnceMarks;
  marksStyle: string;
  learning: ApplyOnceLearning;
}

interface NoteItem {
  text: string;
  why: string;
  state?: MarkState;
  required?: boolean;
  /** Leads to the field. */
  jump?: () => void;
}

interface Note {
  /** It speaks of this phase of what the tab holds, and goes with it. */
  phase?: "filling" | "submitting";
  /** It is said while things are about to stand otherwise, and stays. */
  lasting?: boolean;
}
