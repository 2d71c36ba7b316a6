/**
 * Words of a notice. One template says one kind of thing to one kind of reader; many items of it become
 * one message. Nothing in it names a person, an offence or a penalty: mail is read by whoever passes the
 * screen, and by servers on the way (G-06).
 */
import type { SentenceValues } from '../domain/law/sentence.ts';

/** Who reads it. What may be said differs (G-08). */
export type Audience =
  /** The office whose case it is: ids of cases, counts, dates. */
  | 'CASE_OFFICE'
  /** Sites, centres, certification bodies, placement offices: nothing of where a person comes from. */
  | 'NEUTRAL'
  /** The person, on a phone that others may hold: no reference at all. */
  | 'PERSON';

export interface Words {
  readonly id: string;
  readonly en: string;
}

export interface Template {
  readonly audience: Audience;
  /** One line. `{count}` = how many items the message carries. */
  readonly subject: Words;
  /** What is to be done, and by when. */
  readonly text: Words;
  /** One line for each item, from its reference and details; a person's notice has none. */
  readonly item?: Words;
  /** Goes out at once and at night. */
  readonly urgent?: true;
  /** At most one message a day for each recipient. */
  readonly daily?: true;
}

/** An item as a message shows it. */
export interface ShownItem {
  readonly reference: string;
  readonly details: SentenceValues;
}
