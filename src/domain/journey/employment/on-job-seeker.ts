/** What nearly every command of placement asks first: is the person alive, and is it this office's turn. */
import type { DecideContext } from '../../decider.ts';
import { refuse } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import type { LocalDate } from '../../time/moment.ts';
import { effectiveOn } from '../dates.ts';
import type { JourneyEvent } from '../events.ts';
import type { Refused } from '../handlers.ts';
import type { ConsentPurpose } from '../referral/commands.ts';
import { consentsTo } from '../referral/state.ts';
import type { JourneyState } from '../state.ts';
import { employmentZone } from './state.ts';

/** Placement and sharing with an employer rest on consent alone (G-07). */
const CONSENT_ARTICLE = 'UU 27/2022 art. 20';

export const requireAlive = ({ diedOn }: JourneyState): Refused | undefined =>
  diedOn === null ? undefined : refuseWith('RECORD_OF_DECEASED', { diedOn });

/** The officer of the person's own placement office, the person themselves, or the system. */
export const requirePlacementOffice = (
  { employment }: JourneyState,
  { command: { actor } }: DecideContext,
): Refused | undefined => {
  const { role, office } = actor;
  const mine = role === 'PERSON' || role === 'SYSTEM' || (employment.office ?? office) === office;
  return mine ? undefined : refuseWith('NOT_PERMITTED', { role, office });
};

/** A card in force: without one nobody is placed by the office (E-02). */
export const requireCard = ({ employment }: JourneyState): Refused | undefined =>
  employment.card === null || employment.card.expired ? refuseWith('JOB_SEEKER_CARD_MISSING', {}) : undefined;

export const requireConsent = (state: JourneyState, purpose: ConsentPurpose): Refused | undefined =>
  consentsTo(state, purpose) ? undefined : refuse('CONSENT_MISSING', { purpose }, CONSENT_ARTICLE);

/** The event, taking effect on the date that it names: a view as of that date shows it. */
export const on = (
  date: LocalDate,
  state: JourneyState,
  context: DecideContext,
  event: JourneyEvent,
): JourneyEvent => ({ ...event, occurredAt: effectiveOn(date, employmentZone(state), context) });
