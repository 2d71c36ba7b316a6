/** A form as data: a tree of fields, made from the shape of a command. Nothing here knows of HTML. */
import type { CatalogueEntry, SealPurpose } from '../../../catalogue/index.ts';
import type { JsonValue } from '../../../domain/decider.ts';
import type { FormFields } from '../../page.ts';
import type { Words } from '../../words/words.ts';

/** What a reference points at: an entry of a register, or a thing of the journey or entity at hand. */
export type ReferenceOf =
  | ('office' | 'site' | 'calendar' | 'scheme' | 'programme' | 'assessor' | 'employer' | 'vacancy')
  | ('case' | 'session' | 'enrolment' | 'assessment' | 'proposal' | 'placement' | 'offer' | 'request')
  | ('class' | 'event' | 'person' | 'breach' | 'candidate' | 'account');

interface Described {
  /** Key within its parent; '' of what has none (a row, a line, the whole of a command's data). */
  readonly name: string;
  /** Path with `*` for the number of a row: `slots.*.weekday`. By it words and choices are found. */
  readonly path: string;
  /** The command cannot be sent without it. */
  readonly required: boolean;
  /** What it becomes where nothing was filled in. */
  readonly whenEmpty: 'left-out' | 'null';
  /** It may be left out or be said to be none: a tick of its own (`<name>.~none`) says the latter. */
  readonly canBeNone: boolean;
  /** What counts where it is left out. */
  readonly fallback?: JsonValue;
  readonly sealed?: SealPurpose;
  /** Filled in for the person: a group of which only this is filled counts as empty. */
  readonly aside?: true;
  readonly example?: string;
}

export type Leaf = Described &
  (
    | { readonly kind: 'text'; readonly most?: number }
    | { readonly kind: 'long-text'; readonly most: number }
    | { readonly kind: 'whole'; readonly least: number; readonly most: number }
    | { readonly kind: 'rupiah'; readonly least: number; readonly most: number }
    /** Whole minutes, asked as hours and minutes: `<name>.hours`, `<name>.minutes`. */
    | { readonly kind: 'minutes'; readonly least: number; readonly most: number }
    /** Three boxes `<name>.day`, `.month`, `.year`; a whole date under `<name>` itself is understood, too. */
    | { readonly kind: 'date' }
    /** Date and clock time: `<name>.day`, `.month`, `.year`, `.time`. */
    | { readonly kind: 'reading' }
    | { readonly kind: 'clock' }
    /** `<name>.month`, `<name>.year`. */
    | { readonly kind: 'month' }
    | { readonly kind: 'yes-no' }
    /** Only "yes" may be said. */
    | { readonly kind: 'tick' }
    | { readonly kind: 'one-of'; readonly options: readonly (string | number)[] }
    | { readonly kind: 'reference'; readonly of: ReferenceOf; readonly officeKinds?: readonly string[] }
    /** SHA-256 of a file. */
    | { readonly kind: 'fingerprint' }
    | { readonly kind: 'policy-value' }
    /** No person fills it in: commands of other entities and timers. */
    | { readonly kind: 'json' }
  );

/** The same each time; the form does not ask. */
export type FixedField = Described & { readonly kind: 'fixed'; readonly value: JsonValue };

/** Several of a few: boxes to tick, all under `<name>`. */
export type SeveralField = Described & {
  readonly kind: 'several-of';
  readonly options: readonly (string | number)[];
  readonly least: number;
};

/** Several short texts, one a line; boxes to tick where the caller gives choices. All under `<name>`. */
export type LinesField = Described & {
  readonly kind: 'lines';
  readonly item: Leaf;
  readonly least: number;
  readonly most: number;
};

/** Rows of several fields: `<name>.0.weekday`; `<name>.0.~row` says that the row is there. */
export type RowsField = Described & {
  readonly kind: 'rows';
  readonly item: GroupField;
  readonly least: number;
  readonly most: number;
};

export type GroupField = Described & { readonly kind: 'group'; readonly fields: readonly Field[] };

export interface ChoiceOption {
  readonly value: string;
  readonly fields: readonly Field[];
}

/**
 * First the kind (`<name>.<discriminator>`), then the fields of that kind (`<name>.<OPTION>.<field>`): names tell the
 * kind, so that all kinds can stand in one page and only the chosen one counts.
 */
export type ChoiceField = Described & {
  readonly kind: 'choice';
  readonly discriminator: string;
  readonly options: readonly ChoiceOption[];
  /** Its fields belong to the parent: the command's data as a whole is the choice. */
  readonly inline: boolean;
};

export type Field = Leaf | FixedField | SeveralField | LinesField | RowsField | GroupField | ChoiceField;

export interface FormDescription {
  readonly command: string;
  readonly entry: CatalogueEntry;
  /** Of the command's data, names without prefix: `caseId`, `slots.0.weekday`. */
  readonly fields: readonly Field[];
  /** What a body carries beside its data: `document.…`, `occurredAt.…`. Empty at the door for people. */
  readonly common: readonly Field[];
}

/** A few fields that are asked together. */
export interface FieldGroup {
  /** For addresses: small letters and dashes. */
  readonly key: string;
  readonly title: Words;
  readonly fields: readonly Field[];
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** By a field's `path`, for example `caseId` or `results.*.unit`. */
export type Choices = { readonly [path: string]: readonly Choice[] };

export interface FormError {
  /** Name of the field as the form has it; its element is `fieldId(path)`. '' where it is of the whole. */
  readonly path: string;
  readonly message: Words;
}

/** Texts of the boxes, by their names. */
export type FormValues = FormFields;

/** `f-slots-0-weekday`: of the element to which labels and errors lead. */
export const fieldId = (name: string): string => `f-${name.replace(/[^A-Za-z0-9]+/g, '-')}`;

export const join = (prefix: string, name: string): string =>
  prefix === '' ? name : name === '' ? prefix : `${prefix}.${name}`;
