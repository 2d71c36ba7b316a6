/** From one journey's state to its rows in the list of prison cases. */
import type { EntityState } from '../domain/decide.ts';
import { journeyDecider } from '../domain/journey/decider.ts';
import { CUSTODY } from '../domain/journey/prison/stage-moves.ts';
import type { JourneyState } from '../domain/journey/state.ts';
import { isOfCase, nextDeadline } from './next-deadline.ts';
import type { ProjectedRow, StreamTable } from './stream-projector.ts';

const rowsOf = (entity: EntityState<JourneyState>, world: string): ProjectedRow[] =>
  Object.values(entity.domain.prison.cases).map((found) => {
    const next = nextDeadline(entity, isOfCase(found.caseId));
    const interruption = found.interruptions.at(-1)?.kind ?? null;
    return {
      person_id: entity.domain.personId,
      case_id: found.caseId,
      world,
      facility: found.facility,
      probation_office: found.probationOffice,
      stage: found.stage,
      in_custody: CUSTODY.includes(found.stage) && interruption !== 'ESCAPE',
      release_on: found.releaseOn,
      half_on: found.stageDates.half,
      two_thirds_on: found.stageDates.twoThirds,
      interruption,
      next_deadline_kind: next?.kind ?? null,
      next_deadline_on: next?.dueAt.date ?? null,
      version: entity.version,
    };
  });

export const CUSTODY_TABLE: StreamTable<JourneyState> = {
  name: 'custody-list',
  table: 'projection.custody_list',
  entityColumn: 'person_id',
  decider: journeyDecider,
  rowsOf,
};
