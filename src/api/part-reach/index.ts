/** What the parts of a journey add to what it touches: offices that reach it because of their own part. */
import type { Touched } from '../../access/reach.ts';
import type { JourneyState } from '../../domain/journey/state.ts';
import { assessmentReach } from './assessment.ts';
import { employmentReach } from './employment.ts';
import { prisonReach } from './prison.ts';
import { referralReach } from './referral.ts';
import { trainingReach } from './training.ts';

/** Lists of offices, each because of one part. */
export type PartReach = Pick<
  Touched,
  | 'executingOffices'
  | 'probationOffices'
  | 'trainingCentres'
  | 'custodyOffices'
  | 'certificationBodies'
  | 'placementOffices'
  | 'referralOffices'
  | 'owners'
>;

const PARTS: readonly ((state: JourneyState) => PartReach)[] = [
  prisonReach,
  referralReach,
  trainingReach,
  assessmentReach,
  employmentReach,
];

/** Commands of the parts by which an office begins to have to do with a person. */
export const OPENING_PART_COMMANDS: ReadonlySet<string> = new Set([
  'import-inmate',
  'receive-referral',
  'issue-job-seeker-card',
]);

/** Everything that the parts touch, beside what community service touches. */
export function withParts(touched: Touched, state: JourneyState): Touched {
  const joined: Record<string, unknown> = { ...touched };
  for (const reach of PARTS) {
    for (const [field, offices] of Object.entries(reach(state))) {
      joined[field] = [...((joined[field] as string[] | undefined) ?? []), ...offices];
    }
  }
  return joined as Touched;
}
