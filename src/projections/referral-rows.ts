/** From one journey's state to its rows in the list of referrals, with how far the person has come. */
import type { EntityState } from '../domain/decide.ts';
import { journeyDecider } from '../domain/journey/decider.ts';
import type { JourneyState } from '../domain/journey/state.ts';
import { isOfCase, nextDeadline } from './next-deadline.ts';
import type { ProjectedRow, StreamTable } from './stream-projector.ts';

export type Reached = 'REFERRED' | 'ENROLLED' | 'TRAINED' | 'CERTIFIED' | 'PLACED';

/** The furthest point ever reached: what a cohort is counted by (report 002, E-06). */
export function reachedBy({ training, assessment, employment }: JourneyState): Reached {
  const enrolments = Object.values(training.enrolments);
  const issued = Object.values(assessment.certificates).some(
    ({ status }) => status !== 'REQUESTED' && status !== 'REFUSED',
  );
  if (Object.keys(employment.placements).length > 0) return 'PLACED';
  if (issued) return 'CERTIFIED';
  if (enrolments.some(({ stage }) => stage === 'FINISHED')) return 'TRAINED';
  return enrolments.some(({ startedOn }) => startedOn !== null) ? 'ENROLLED' : 'REFERRED';
}

const rowsOf = (entity: EntityState<JourneyState>, world: string): ProjectedRow[] => {
  const { domain: state, version } = entity;
  return Object.values(state.referral.cases).map((found) => {
    const next = nextDeadline(entity, isOfCase(found.caseId));
    return {
      person_id: state.personId,
      case_id: found.caseId,
      world,
      referrer: found.referrer,
      centre: found.centre,
      purpose: found.purpose,
      cohort: found.cohort,
      stage: found.stage,
      received_on: found.receivedOn,
      reached: reachedBy(state),
      accommodation_open: found.accommodations.some(({ status }) => status !== 'CONFIRMED'),
      next_deadline_kind: next?.kind ?? null,
      next_deadline_on: next?.dueAt.date ?? null,
      version,
    };
  });
};

export const REFERRAL_TABLE: StreamTable<JourneyState> = {
  name: 'referral-list',
  table: 'projection.referral_list',
  entityColumn: 'person_id',
  decider: journeyDecider,
  rowsOf,
};
