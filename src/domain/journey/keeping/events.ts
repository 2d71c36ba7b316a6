/** Events of keeping the record (domain G, I.6). */
import type { LocalDate, Moment } from '../../time/moment.ts';
import type { CaseId, SessionId } from '../commands.ts';
import type { CarriedJourney, Shift } from './carried.ts';
import type { DataCategory, KeepingCommands } from './commands.ts';

type Of<Name extends keyof KeepingCommands> = KeepingCommands[Name];

export interface KeepingEvents {
  PersonMergeRequested: Of<'merge-person'>;
  /** In the record that was asked to go and stays. */
  PersonMergeDeclined: { into: string; code: string };
  PersonMergeRefused: Of<'note-merge-refused'>;
  /** In the record that goes: from now on every command belongs to the other. */
  PersonMergedAway: {
    into: string;
    /** Its place in the list of candidates goes over to the record that stays. */
    candidateGoesOver: boolean;
  };
  /** In the record that stays: what it takes over, and what does not fit together. */
  PersonMerged: {
    from: string;
    carried: CarriedJourney;
    shift: Shift;
    /** Dates on which both records together credit more than a day holds: listed, nothing is taken back (I.6b). */
    daysOverLimit: readonly { date: LocalDate; minutes: number }[];
    /** Sessions of the two records that lie over one another. */
    overlaps: readonly { sessionId: SessionId; otherSessionId: SessionId }[];
    /** Cases whose places at a site were given back: their plan is made anew. */
    plansToRenew: readonly CaseId[];
    /** One test that both records tell of counts once: the later entry (I.6b). */
    sameTests: readonly { assessmentId: string; countsAs: string }[];
  };
  PersonUnmerged: { otherPersonId: string; reason: string; carried: CarriedJourney };
  /** In the record that had gone. */
  PersonReturned: { from: string; carried: CarriedJourney };
  LegalHoldPlaced: Of<'place-legal-hold'>;
  LegalHoldLifted: Of<'lift-legal-hold'>;
  /** The time of keeping has ended while a hold stands: nothing may be anonymised. */
  RetentionHeld: { caseId: CaseId };
  RightsRequestFiled: Of<'file-rights-request'> & { requestId: string; answerDueAt: Moment };
  RightsRequestAnswered: Of<'answer-rights-request'>;
  RightsRequestOverdue: { requestId: string };
  DataBreachDetected: {
    breachId: string;
    categories: readonly DataCategory[];
    note: string;
    /** 72 clock hours after it was detected (art. 46). */
    notifyBy: Moment;
    /** When it is escalated first; then every hour. */
    escalateAt: Moment;
  };
  DataBreachEscalated: { breachId: string; hoursLeft: number; nextAt: Moment };
  DataBreachNotified: { breachId: string; told: 'PERSON' | 'AGENCY'; late: boolean };
}
