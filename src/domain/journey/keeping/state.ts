/** What a journey remembers of keeping the record: merges, holds, requests, breaches (domain G, I.6). */
import type { LocalDate, Moment } from '../../time/moment.ts';
import type { JourneyState } from '../state.ts';
import type { Shift } from './carried.ts';
import type { RightsRequestKind } from './commands.ts';
import type { Marks } from './marks.ts';
import type { Once } from './once.ts';

/** What another record brought, so that it can be given back. */
export interface Adoption {
  readonly from: string;
  readonly shift: Shift;
  readonly caseIds: readonly string[];
  readonly sessionIds: readonly string[];
  readonly offerIds: readonly string[];
  readonly placementIds: readonly string[];
  readonly enrolmentIds: readonly string[];
  readonly assessmentIds: readonly string[];
  readonly certificateIds: readonly string[];
  readonly proposalIds: readonly string[];
  readonly agreementNumbers: readonly string[];
  /** What this record itself had where a person has only one: given back as it was. */
  readonly before: Once;
  /** As the other record had it. */
  readonly theirs: Once & Pick<JourneyState, 'registered'>;
  /** Hold and hiding of both, as they were. */
  readonly marks: { readonly mine: Marks; readonly theirs: Marks };
}

export interface RightsRequest {
  readonly requestId: string;
  readonly kind: RightsRequestKind;
  readonly filedOn: LocalDate;
  /** null once it was answered, or once the delay was told. */
  readonly answerDueAt: Moment | null;
  readonly outcome: 'GRANTED' | 'PARTLY_GRANTED' | 'REFUSED' | null;
}

export interface DataBreach {
  readonly breachId: string;
  readonly notifyBy: Moment;
  /** null once both were told. */
  readonly escalateAt: Moment | null;
  readonly told: readonly ('PERSON' | 'AGENCY')[];
}

export interface KeepingState {
  /** The record that this one was merged into: every command is sent there. */
  readonly mergedInto: string | null;
  /** A merge that was asked for and is not answered yet. */
  readonly mergingWith: string | null;
  readonly adoptions: readonly Adoption[];
  readonly legalHold: boolean;
  /** Hidden from operational screens after a request (G-11); kept for audit. */
  readonly hidden: boolean;
  readonly requests: readonly RightsRequest[];
  readonly breaches: readonly DataBreach[];
}

export const INITIAL_KEEPING_STATE: KeepingState = {
  mergedInto: null,
  mergingWith: null,
  adoptions: [],
  legalHold: false,
  hidden: false,
  requests: [],
  breaches: [],
};

export const changeKeeping = (state: JourneyState, change: Partial<KeepingState>): JourneyState => ({
  ...state,
  keeping: { ...state.keeping, ...change },
});
