/** What a journey's papers are made of: the record up to a version, the person, names from the registers. */
import type { RecordedEvent } from '../domain/decider.ts';
import type { JourneyState } from '../domain/journey/state.ts';
import type { LedgerEvent } from '../ledger/ledger.ts';
import type { IdentityDocument } from '../vault/identity-document.ts';
import type { PaperContent, PaperOffice } from './paper.ts';

export interface JourneyMaterial {
  readonly personId: string;
  /** From the first to the version that the paper shows. */
  readonly events: readonly LedgerEvent[];
  readonly state: JourneyState;
  readonly identity: IdentityDocument;
  /** Text of a sealed field; the text itself where it is not sealed. */
  open(event: RecordedEvent, field: string, text: string): Promise<string>;
  /** Value of a register fact; undefined where the register does not know it. */
  fact<T>(key: string): Promise<T | undefined>;
  /** Value of a dated policy. */
  policy<T>(name: string, onDate: string): Promise<T>;
}

/** What a class or a certificate gives: its record, and names from the registers. */
export interface EntityMaterial {
  readonly events: readonly LedgerEvent[];
  readonly head: LedgerEvent;
  fact<T>(key: string): Promise<T | undefined>;
}

/** What is asked for. */
export interface PaperQuestion {
  readonly caseId: string;
  /** Of the journey: the case, or, of a referral letter, the referral, the offer or the enrolment. */
  readonly subject: string;
  /** Of warning letters: which; absent = the newest. */
  readonly letter?: 1 | 2 | 3;
}

export interface BuiltPaper {
  readonly content: PaperContent;
  readonly office: PaperOffice;
}

/** undefined where the event that the paper rests on is not on record. */
export type PaperBuilder = (
  material: JourneyMaterial,
  question: PaperQuestion,
) => Promise<BuiltPaper | undefined>;
