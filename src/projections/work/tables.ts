/** The work of all desks as tables: one for each kind of stream, asked together as `projection.work`. */
import { certificateDecider } from '../../domain/certificate/decider.ts';
import type { EntityState } from '../../domain/decide.ts';
import type { Decider } from '../../domain/decider.ts';
import { findingDecider } from '../../domain/finding/decider.ts';
import { journeyDecider } from '../../domain/journey/decider.ts';
import type { JourneyState } from '../../domain/journey/state.ts';
import { permitDecider } from '../../domain/permit/decider.ts';
import { trainingClassDecider } from '../../domain/training-class/decider.ts';
import type { StreamTable } from '../stream-projector.ts';
import { assessmentWork } from './assessment.ts';
import { communityServiceWork } from './community-service.ts';
import { employmentWork } from './employment.ts';
import { certificateWork, classWork, findingWork, permitWork } from './entities.ts';
import { prisonWork } from './prison.ts';
import { referralWork } from './referral.ts';
import { type WorkItem, workRow } from './row.ts';
import { trainingWork } from './training.ts';

/** The dead ask nothing (I-10), and a record that was merged is another's. */
export const journeyWork = (state: JourneyState): WorkItem[] =>
  state.diedOn !== null || state.keeping.mergedInto !== null
    ? []
    : [
        ...communityServiceWork(state),
        ...prisonWork(state),
        ...referralWork(state),
        ...trainingWork(state),
        ...assessmentWork(state),
        ...employmentWork(state),
      ];

function workTable<State>(
  decider: Decider<State>,
  idOf: (state: State) => string,
  workOf: (state: State) => readonly WorkItem[],
): StreamTable<State> {
  const { kind } = decider;
  return {
    name: `work-${kind}`,
    table: `projection.work_${kind}`,
    entityColumn: 'entity_id',
    decider,
    rowsOf: ({ domain, version }: EntityState<State>, world) => {
      const rows = workOf(domain).map((item) => workRow({ kind, id: idOf(domain), world, version }, item));
      // What concerns the person is one matter, however many of its cases the same office has.
      return [...new Map(rows.map((row) => [row.item, row])).values()];
    },
  };
}

export const WORK_TABLES = [
  workTable(journeyDecider as Decider<JourneyState>, ({ personId }) => personId, journeyWork),
  workTable(trainingClassDecider, ({ classId }) => classId, classWork),
  workTable(certificateDecider, ({ certificateId }) => certificateId, certificateWork),
  workTable(permitDecider, ({ permitId }) => permitId, permitWork),
  workTable(findingDecider, ({ findingId }) => findingId, findingWork),
] as unknown as readonly StreamTable<unknown>[];
