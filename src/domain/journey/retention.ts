/**
 * How long a closed case's record is kept (G-10; L-21: ten years, for want of a source). The clock begins when
 * the case is closed and stops when it stands up again; a death does not stop it (I-10). Its end is told to the
 * operator and erases nothing: what is anonymised then, and what a legal hold keeps, people decide.
 *
 * CLOSED -- RetentionEnded --> CLOSED
 */
import type { DecideContext } from '../decider.ts';
import { addYears, endOfDay, type Moment, type Zone } from '../time/index.ts';
import { changeCase, type DeadlinesOf, type Evolvers, type FiringHandlers, happenedOn } from './handlers.ts';

/** End of the local day that many years after the closing, by the rule in force on the day of closing. */
export function retentionEndOf({ zone }: { readonly zone: Zone }, context: DecideContext): Moment {
  const closedOn = happenedOn(context, zone);
  return endOfDay(addYears(closedOn, context.policy<number>('retention_years', closedOn)), zone);
}

export const retentionEvolvers: Evolvers<'RetentionEnded'> = {
  RetentionEnded: (state, { data }) => changeCase(state, data.caseId, () => ({ retentionEndsAt: null })),
};

export const retentionDeadlines: DeadlinesOf = (state) =>
  Object.values(state.cases).flatMap(({ caseId, retentionEndsAt }) =>
    retentionEndsAt === null ? [] : [{ kind: 'retention-end', subject: caseId, dueAt: retentionEndsAt }],
  );

export const retentionFirings: FiringHandlers = {
  'retention-end': (_state, { subject }) => [{ type: 'RetentionEnded', data: { caseId: subject } }],
};
