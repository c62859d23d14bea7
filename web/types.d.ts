// The shapes that the modules of the page share. Only the type checker reads this file.

/** What one annotation covers; see model/types.js for the families. */
type TypeId = 'person' | 'organization' | 'location' | 'misc' | 'money' | 'percent' | 'quantity' | 'number'
  | 'date' | 'time' | 'duration' | 'set';

/** Half-open range in UTF-16 units of one article's text. */
interface Span { start: number; end: number }

interface Value {
  number?: number; min?: number; max?: number; currency?: string; unit?: string; modifier?: string;
  timex?: string; mod?: string; assumed?: boolean;
}

interface Annotation extends Span {
  id: number; text: string; type: TypeId; value?: Value; entity?: number; rule: string;
  confidence: 'certain' | 'likely' | 'possible';
}

interface Entity { id: number; type: TypeId; name: string; mentions: number[] }

/** What the analyzer gives back for one text: schema "lupe/1". */
interface Result {
  schema: string; engine: { version: string }; language: string; referenceDate?: string; offsetUnit: string;
  annotations: Annotation[]; entities: Entity[]; warnings: unknown[];
}

/**
 * One thing that the reader said about an article. Spans move with the text when it is edited.
 * - set: this span is of this type (a new mention, or a changed one), and of this value if it has one;
 * - remove: this span is nothing;
 * - all: every whole-word occurrence of `text` is that, or nothing when type is null;
 * - merge: the entity with key `from` is the same thing as the one with key `into`;
 * - split: the mention in this span is a thing of its own.
 */
type Correction =
  | { kind: 'set'; start: number; end: number; text: string; type: TypeId; value?: Value }
  | { kind: 'remove'; start: number; end: number; text: string }
  | { kind: 'split'; start: number; end: number; text: string }
  | { kind: 'all'; text: string; type: TypeId | null; value?: Value }
  | { kind: 'merge'; from: string; into: string };

type NameType = 'person' | 'organization' | 'location' | 'misc';

/** A row of the reader's own dictionary: always such a name, or (null) never a name. The analyzer applies it. */
interface DictionaryRow { text: string; type: NameType | null }

/** How it was before something that the reader did: the corrections, or some words of the dictionary. */
type Step = { corrections: Correction[] } | { words: WordsBefore[] };
interface WordsBefore { text: string; row: DictionaryRow | null; at: number }

interface Article {
  id: number;
  /** A file's name; '' = shown by its first words. */
  title: string;
  text: string;
  /** Lines that came in as headings, as spans. */
  headings: Span[];
  /** 'auto' lets the analyzer decide. */
  language: 'auto' | 'de' | 'en';
  /** '' lets the analyzer read the dateline. */
  referenceDate: string;
  /** Grows with each change of the text, its settings or the dictionary. */
  revision: number;
  /** The newest answer, its spans moved along with later edits; `analysed` is the revision it was made for. */
  result: Result | null;
  /** The analyzer's own bytes of that answer, for saving; '' while it is only moved along. */
  json: string;
  analysed: number;
  /** The revision whose analysis was given up, by the reader or because it cannot be done. */
  stopped: number;
  corrections: Correction[];
  /** What the reader did here, and what was undone. */
  past: Step[];
  future: Step[];
}

type Mode = 'read' | 'edit';
type PanelId = 'names' | 'amounts' | 'times' | 'dictionary';
type DialogId = '' | 'about' | 'keys' | 'save';
type NoticeId = 'engineRestarted' | 'engineFailed' | 'engineGaveUp' | 'tooLarge' | 'unreadable' | 'tooLong' | 'notText' | 'decoded' | 'badProject' | 'otherVersion'
  | 'damaged' | 'otherText' | 'correctionsLost'
  | 'storageFailed' | 'imported';

/** How the reader has set the panel and the dialogs; kept while the page is open. */
interface Wishes {
  /** A correction is meant for all places with these words. */
  everywhere: boolean;
  /** The card shows what can be corrected. */
  correcting: boolean;
  amountOrder: 'text' | 'value';
  timeOrder: 'text' | 'value';
  /** The table that is shown with all its rows; '' = none. */
  whole: string;
  format: import('./formats/save.js').SaveId;
}

interface State {
  /** `menu`: on a phone, the rarer actions are shown. */
  ui: { language: 'de' | 'en'; theme: 'auto' | 'light' | 'dark'; menu: boolean };
  articles: Article[];
  current: number;
  nextId: number;
  mode: Mode;
  /** Types that the legend has switched off. */
  off: TypeId[];
  /** Start of the mention that is open in the card, or -1. */
  selected: number;
  /** Words that the reader has selected to say something about, or null. */
  picked: Span | null;
  panel: PanelId;
  dialog: DialogId;
  wishes: Wishes;
  dictionary: { rows: DictionaryRow[]; keep: boolean };
  /** How far the analyzer is, 0 to 1, while it has been busy for long enough to say so; else null. */
  busy: number | null;
  notice: { id: NoticeId; detail: string } | null;
  /** The page is being printed: all that was found is drawn, not one tab of it. */
  paper: boolean;
}

/** Given by build.mjs. */
declare const LUPE_WORKER: string;
/** What the page's first script, engine.js, leaves for the second. */
declare var lupeEngine: { worker(): Worker; install(): void };
declare const LUPE_VERSION: string;
/** What the page consists of, and the texts of licences that must go with it; see wasm/components.mjs. */
declare const LUPE_CONTENTS: { components: { name: string; version?: string; licence: string; from?: string[] }[]; texts: string };
declare const LUPE_SAMPLES: { de: string; en: string };
