/** A paper before it is drawn: what it says, in the order in which it says it, and what it rests on. */
import type { Instant, Zone } from '../domain/time/moment.ts';

export const PAPER_KINDS = [
  'p-48',
  'ba-17',
  'pks-03',
  'warning-letter',
  'referral-letter',
  'class-list',
  'job-seeker-card',
  'certificate',
] as const;

export type PaperKind = (typeof PAPER_KINDS)[number];

export const isPaperKind = (text: string): text is PaperKind =>
  (PAPER_KINDS as readonly string[]).includes(text);

/** Pieces that a paper is made of, top to bottom. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly indent?: boolean }
  | { readonly kind: 'numbered'; readonly items: readonly string[] }
  /** Names on the left, values on the right. */
  | { readonly kind: 'fields'; readonly rows: readonly (readonly [name: string, value: string])[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly string[])[];
    }
  /** Where people sign; side by side, at most two. Names and posts may be empty: then a line is left. */
  | { readonly kind: 'signatures'; readonly place: string; readonly people: readonly Signature[] }
  /** A PNG with its width and height in points, and words beside it. */
  | { readonly kind: 'image'; readonly png: Buffer; readonly points: number; readonly text: string }
  | { readonly kind: 'space'; readonly points: number };

export interface Column {
  readonly title: string;
  /** Share of the width; shares are added up. */
  readonly share: number;
  readonly align?: 'left' | 'right' | 'center';
}

export interface Signature {
  readonly post: string;
  readonly name?: string;
}

/** What a paper says, whatever it rests on. */
export interface PaperContent {
  readonly kind: PaperKind;
  /** Code of the form, for example `P-48`; empty where there is none. */
  readonly formCode: string;
  readonly title: string;
  readonly number: string;
  /** Local date that stands on it. */
  readonly date: string;
  /** Law or practice that it rests on, one line each. */
  readonly law: readonly string[];
  /** True where the official form was not at hand: the layout is ours, and the paper says so. */
  readonly draft: boolean;
  readonly landscape?: boolean;
  readonly blocks: readonly Block[];
  /** Versions of the events that it was made from. */
  readonly events: readonly number[];
  /**
   * What the footer calls the record on papers of a journey that others read: neither the person's id nor how
   * long the record is (I-8). Absent = the stream and its version.
   */
  readonly reference?: string;
}

/** Who gives it out. */
export interface PaperOffice {
  readonly name: string;
  readonly regency: string;
  readonly zone: Zone;
}

/** What the record said when it was made. */
export interface PaperBasis {
  readonly stream: string;
  /** Version of the stream that it shows. */
  readonly version: number;
  /** Hash of the event of that version, hex: with it the record itself can be held against the paper. */
  readonly headHash: string;
  /** When that event was recorded. It is the paper's own time too, so that its bytes can be made again. */
  readonly recordedAt: Instant;
}

export interface Paper {
  readonly content: PaperContent;
  readonly office: PaperOffice;
  readonly basis: PaperBasis;
}
