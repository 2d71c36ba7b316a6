/**
 * Places at a site, one per person and date: a limit that crosses persons and is therefore kept by
 * claims. A plan takes the places it needs until it is done, and gives the rest back when it is revised,
 * the site changes, or the case ends.
 */
import type { ClaimChange, DecideContext } from '../decider.ts';
import { addDays } from '../time/index.ts';
import type { LocalDate } from '../time/moment.ts';
import { laterOf } from './dates.ts';
import { today } from './handlers.ts';
import { datesTouchedBy } from './slots.ts';
import type { CommunityServiceCase, JourneyState } from './state.ts';

/** No plan reaches further: the longest window with its start, and a margin for a repeated one. */
const LONGEST_PLAN_DAYS = 400;

export const siteDayKey = (siteId: string, date: LocalDate): string => `site-day/${siteId}/${date}`;

export const placeHolder = (state: JourneyState, found: CommunityServiceCase): string =>
  `${state.personId}/${found.caseId}`;

/**
 * Gives back the places of the current plan from today on, except those still needed. Days on which the
 * site was shut are given back too: returning what is not held changes nothing.
 */
export function releasePlan(
  state: JourneyState,
  found: CommunityServiceCase,
  context: DecideContext,
  kept: ReadonlySet<string> = new Set(),
): ClaimChange[] {
  const { plan } = found;
  if (plan === null) return [];
  const now = today(context, found.zone);
  const from = laterOf(plan.from, now);
  const until = plan.completesOn ?? addDays(plan.from, LONGEST_PLAN_DAYS);
  return datesTouchedBy(plan.slots, from, until)
    .map((date) => siteDayKey(plan.siteId, date))
    .filter((key) => !kept.has(key))
    .map((key) => ({ kind: 'release', key, holder: placeHolder(state, found) }));
}
