/** What a finding remembers. Texts stay as they were sealed: whoever may read them opens them outside. */
import type { LocalDate, Moment, Zone } from '../time/moment.ts';
import type { FindingKind, FindingOutcome, FindingSubject } from './commands.ts';
import type { FindingStatus } from './status-moves.ts';

/** A sealed text and the command that brought it: it opens in no other place. */
export interface SealedWords {
  readonly commandId: string;
  readonly text: string;
  readonly on: LocalDate;
}

export interface FindingState {
  readonly findingId: string;
  readonly status: FindingStatus;
  /** Null until it is opened. */
  readonly subject: FindingSubject | null;
  readonly kind: FindingKind | null;
  /** Office that answers. */
  readonly office: string;
  readonly auditOffice: string;
  readonly zone: Zone;
  readonly opened: SealedWords | null;
  readonly answerDueAt: Moment | null;
  readonly answers: readonly (SealedWords & { readonly late: boolean })[];
  readonly closed: (SealedWords & { readonly outcome: FindingOutcome }) | null;
}

export const initialFinding = (findingId: string): FindingState => ({
  findingId,
  status: 'NONE',
  subject: null,
  kind: null,
  office: '',
  auditOffice: '',
  zone: 'WIB',
  opened: null,
  answerDueAt: null,
  answers: [],
  closed: null,
});
