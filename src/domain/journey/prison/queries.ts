/** What other parts ask of custody: pure questions about the state, without its details. */
import type { LocalDate } from '../../time/moment.ts';
import type { JourneyState } from '../state.ts';
import { CUSTODY } from './stage-moves.ts';
import type { IntegrationKind, PrisonCase, PrisonStage, PrisonState } from './state.ts';

export const openPrisonCases = ({ cases }: PrisonState): readonly PrisonCase[] =>
  Object.values(cases).filter(({ stage }) => stage !== 'CLOSED' && stage !== 'RETURNED');

/** On the run: escaped and not caught again. */
export const hasEscaped = ({ interruptions }: PrisonCase): boolean =>
  interruptions.some(({ kind, recapturedOn }) => kind === 'ESCAPE' && recapturedOn === null);

/** The case in which the person is held now; undefined where nobody holds them. Someone on the run is not held. */
export const custodyCase = ({ prison }: JourneyState): PrisonCase | undefined =>
  openPrisonCases(prison).find((found) => CUSTODY.includes(found.stage) && !hasEscaped(found));

/**
 * Whether a prison holds the person on a local date. For dates ahead the release date in force is the
 * answer, as a projection (I-6): on the day of release the person is outside.
 */
export const isInCustody = (state: JourneyState, on: LocalDate): boolean => {
  const held = custodyCase(state);
  return held !== undefined && on < held.releaseOn;
};

/** Whether an open case of that prison is the person's: what is closed or was sent back speaks for nobody. */
export const isHeldBy = ({ prison }: JourneyState, office: string): boolean =>
  openPrisonCases(prison).some(({ facility }) => facility === office);

/** Release date in force, as the SDP or the latest paper states it; null once the person is outside. */
export const releaseDateOf = (found: PrisonCase): LocalDate | null =>
  CUSTODY.includes(found.stage) ? found.releaseOn : null;

/** Office code of the prison that holds the person now, or null. */
export const custodyFacility = (state: JourneyState): string | null => custodyCase(state)?.facility ?? null;

const APPROVED: readonly PrisonStage[] = ['APPROVED', 'IN_TRAINING', 'PRE_RELEASE'];

/** I.3: the session of the TPP lets training begin; an interruption keeps what it had decided. */
export const isTrainingApproved = ({ stage, interruptedFrom }: PrisonCase): boolean =>
  APPROVED.includes(stage === 'INTERRUPTED' ? (interruptedFrom ?? stage) : stage);

/** PB, CB and CMB; asimilasi lets out by day and leaves the release date as it is. */
export const endsCustodyEarly = (kind: string | undefined): boolean =>
  kind === 'PB' || kind === 'CB' || kind === 'CMB';

const LETS_OUT: readonly IntegrationKind[] = ['ASSIMILATION', 'PB', 'CB', 'CMB'];

export type OutsideTraining =
  | { readonly allowed: true }
  /** `from`: the earliest date at which it may be; a decree is needed besides. Refused as STAGE_NOT_REACHED. */
  | { readonly allowed: false; readonly from: LocalDate };

/**
 * B-09: training outside the walls needs asimilasi, PB, CB or CMB in force on that date, and those come after
 * half of the term. Released people train where they like.
 */
export function outsideTrainingAllowed(
  { stage, integration, stageDates }: PrisonCase,
  on: LocalDate,
): OutsideTraining {
  if (!CUSTODY.includes(stage)) return { allowed: true };
  const granted = integration !== null && LETS_OUT.includes(integration.kind) ? integration.from : null;
  if (granted !== null && granted <= on) return { allowed: true };
  return { allowed: false, from: granted ?? stageDates.half };
}
