/**
 * Which office may be what for a case: a prosecution office executes (art. 85(8)), a probation office
 * guides. A case handed to an office of another kind would be one that nobody can act on.
 */
import type { DecideContext } from '../decider.ts';
import { refuseWith } from '../law/refusals.ts';
import type { OfficeFact } from '../registers/facts.ts';
import type { Refused } from './handlers.ts';

const KINDS = {
  EXECUTING: ['KEJARI', 'KEJATI'],
  GUIDING: ['BAPAS'],
} as const satisfies { readonly [duty: string]: readonly OfficeFact['kind'][] };

export function officeFor(
  duty: keyof typeof KINDS,
  officeId: string,
  context: DecideContext,
): OfficeFact | Refused {
  const office = context.fact<OfficeFact>(`office/${officeId}`);
  if (office === undefined) return refuseWith('OFFICE_UNKNOWN', { officeId });
  const fits = (KINDS[duty] as readonly OfficeFact['kind'][]).includes(office.kind);
  return fits ? office : refuseWith('OFFICE_WRONG_KIND', { officeId });
}
