/** What a journey remembers of the prison entrance (domain B, I.3). */
import type { Zone } from '../../time/moment.ts';
import type { CaseId } from '../commands.ts';

export interface PrisonCase {
  readonly caseId: CaseId;
  /** Office code of the prison that holds the person now. */
  readonly facility: string;
  readonly zone: Zone;
}

export interface PrisonState {
  readonly cases: { readonly [caseId: CaseId]: PrisonCase };
}

export const INITIAL_PRISON_STATE: PrisonState = { cases: {} };
