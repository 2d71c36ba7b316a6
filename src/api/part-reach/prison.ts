/** Prisons and probation offices that reach a journey because of a prison case. */
import type { JourneyState } from '../../domain/journey/state.ts';
import type { PartReach } from './index.ts';

const known = (offices: readonly (string | null)[]): string[] => offices.filter((office) => office !== null);

/** A prison reaches whom it holds, and whom it held last until another does; closed cases stay readable to it. */
export function prisonReach({ prison }: JourneyState): PartReach {
  const cases = Object.values(prison.cases);
  return {
    custodyOffices: cases.map(({ facility }) => facility),
    probationOffices: known(cases.map(({ probationOffice }) => probationOffice)),
  };
}
