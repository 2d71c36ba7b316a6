/**
 * Who may be shown for a vacancy that the law closes to some. The list of candidates has no column that could
 * tell (G-08, I-8): the answers of the offices stay in the journeys, and are looked up for those who would be
 * shown, one after another. Nobody learns that somebody was passed over, nor why.
 */
import { isExcluded } from '../domain/journey/employment/proposals.ts';
import type { JourneyState } from '../domain/journey/state.ts';
import type { VacancyFact } from '../domain/registers/vacancy.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { EntityStates } from '../projections/entity-states.ts';

export interface EligibilitySource {
  readonly ledger: Pick<Ledger, 'holderOf'>;
  readonly states: Pick<EntityStates<JourneyState>, 'load'>;
  readonly world: string;
}

/** The first `limit`, in the order given, without whom an office answered no for. */
export async function eligibleFirst<Ranked extends { readonly candidate: { readonly key: string } }>(
  { ledger, states, world }: EligibilitySource,
  vacancy: VacancyFact,
  ranked: readonly Ranked[],
  limit: number,
): Promise<readonly Ranked[]> {
  if (vacancy.exclusions.length === 0) return ranked.slice(0, limit);
  const shown: Ranked[] = [];
  for (const one of ranked) {
    if (shown.length === limit) break;
    const holder = await ledger.holderOf(world, `address/candidate/${one.candidate.key}`);
    const found = holder === undefined ? undefined : await states.load(holder);
    if (found === undefined || !isExcluded(found.entity.domain, vacancy)) shown.push(one);
  }
  return shown;
}
