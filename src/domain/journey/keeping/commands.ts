/**
 * Commands that keep the record: merging of persons, legal hold, rights of the person, breaches of data
 * protection (domain G, I.6).
 */
import type { CaseId, Sealed } from '../commands.ts';
import type { Size } from '../size.ts';
import type { CarriedJourney } from './carried.ts';

export type RightsRequestKind = 'ACCESS' | 'CORRECTION' | 'ERASURE' | 'OBJECTION' | 'COMPLAINT';

export type DataCategory = 'IDENTITY' | 'CRIMINAL' | 'HEALTH' | 'FINANCIAL' | 'CONTACT' | 'TRAINING';

export interface KeepingCommands {
  /** Sent to the record that stays. Two records of one human, compared and reasoned (G-03). */
  'merge-person': { otherPersonId: string; reason: Sealed };
  /** To the record that goes, from the one that stays. */
  'be-merged': {
    into: string;
    diedOn: string | null;
    /** How much it holds already. */
    size: Size;
    /** It is listed as looking for work: then the other's place in that list ends. */
    isCandidate: boolean;
  };
  /** Back: what the other record carried, or why it does not merge. */
  'adopt-person': { from: string; carried: CarriedJourney };
  'note-merge-refused': { from: string; code: string };
  'unmerge-person': { otherPersonId: string; reason: Sealed };
  /** To the record that had gone: what is its own again. */
  'return-person': { from: string; carried: CarriedJourney };
  'place-legal-hold': { caseId?: CaseId; reason: Sealed };
  'lift-legal-hold': { reason: Sealed };
  /** Art. 30, 32 UU 27/2022: answered within 3 × 24 hours. */
  'file-rights-request': { kind: RightsRequestKind; caseId?: CaseId; note: Sealed };
  'answer-rights-request': {
    requestId: string;
    outcome: 'GRANTED' | 'PARTLY_GRANTED' | 'REFUSED';
    /** Article on which a refusal rests. */
    article?: string;
    reason: Sealed;
    /** Not deleted, but hidden from operational screens (G-11). */
    hidden: boolean;
  };
  /** Art. 46 UU 27/2022: 72 clock hours to tell the person and the agency. */
  'report-data-breach': { breachId: string; categories: readonly DataCategory[]; note: Sealed };
  'notify-data-breach': { breachId: string; told: 'PERSON' | 'AGENCY' };
}

export type KeepingCommandName = keyof KeepingCommands;
