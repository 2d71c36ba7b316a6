/** Commands of a finding: names and data as the decider sees them, free text already sealed. */
import type { FireDeadlineData } from '../decide.ts';

/** What is found, in a word; the words themselves are sealed. */
export const FINDING_KINDS = [
  'OVERLAP',
  'BACKDATED',
  'AFTER_THE_END',
  'ONE_HAND',
  'OUT_OF_HOURS',
  'EVEN_SHEETS',
  'WARNING_IGNORED',
  'LATE',
  'MONEY',
  'ACCESS',
  'TAMPERING',
  'OTHER',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** How an auditor closes: nothing of it changes a fact of the subject. */
export const FINDING_OUTCOMES = ['RESOLVED', 'ACCEPTED_RISK', 'REFERRED'] as const;
export type FindingOutcome = (typeof FINDING_OUTCOMES)[number];

/** What the finding is about: a stream, and where in it. */
export interface FindingSubject {
  /** `journey/…`, `class/…`, `certificate/…`, `permit/…` or `register/…`. */
  readonly subjectStream: string;
  readonly eventVersion?: number;
  readonly decisionSequence?: number;
  /** Integrity list in which it stood. */
  readonly list?: string;
}

export interface FindingCommands {
  'open-finding': FindingSubject & {
    readonly kind: FindingKind;
    /** Sealed. */
    readonly text: string;
    /** Office that must answer. */
    readonly office: string;
  };
  /** By the office, on its letter. */
  'answer-finding': { readonly text: string };
  'close-finding': { readonly outcome: FindingOutcome; readonly reason: string };
}

export type FindingCommandName = keyof FindingCommands;

/** What comes to the decider beside the commands. */
export type FindingInput = FindingCommands & { 'fire-deadline': FireDeadlineData };
