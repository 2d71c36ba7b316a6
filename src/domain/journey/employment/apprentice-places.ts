/**
 * Apprentices are at most a fifth of an employer's workers (C-13, Permenaker 6/2020). Each that runs holds one
 * of the employer's places; whose it is stays out of the claim (G-08).
 */
import type { ClaimChange, DecideContext } from '../../decider.ts';
import type { PolicyValue } from '../../law/policy-catalogue.ts';
import { refuseWith } from '../../law/refusals.ts';
import { type EmployerFact, workforceOn } from '../../registers/employer.ts';
import type { LocalDate } from '../../time/moment.ts';
import type { Refused } from '../handlers.ts';
import type { Placement } from './state.ts';

const apprenticesKey = (employerId: string): string => `apprentices/${employerId}`;

/**
 * One place at the employer, as its workers of that date allow. Refused with WORKFORCE_UNREPORTED where it never
 * told how many it has, with APPRENTICES_FULL where others hold all places.
 */
export function takeApprenticePlace(
  employerId: string,
  startedOn: LocalDate,
  holder: string,
  context: DecideContext,
): ClaimChange | Refused {
  const employer = context.fact<EmployerFact>(`employer/${employerId}`);
  const report = employer === undefined ? undefined : workforceOn(employer, startedOn);
  if (report === undefined) return refuseWith('WORKFORCE_UNREPORTED', { employerId });
  const percent = context.policy<PolicyValue<'apprentices_most_percent'>>(
    'apprentices_most_percent',
    startedOn,
  );
  const most = Math.floor((report.workers * percent) / 100);
  const key = apprenticesKey(employerId);
  return most === 0 || context.lostClaims.some((lost) => lost.key === key)
    ? refuseWith('APPRENTICES_FULL', { employerId, most, percent })
    : { kind: 'take-place', key, holder, limit: most };
}

/** When the placement ends, or goes on with another employer. */
export const releaseApprenticePlace = ({ apprenticePlace }: Placement): ClaimChange[] =>
  apprenticePlace === undefined
    ? []
    : [
        {
          kind: 'release',
          key: apprenticesKey(apprenticePlace.employerId),
          holder: apprenticePlace.holder,
        },
      ];
