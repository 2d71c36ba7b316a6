/**
 * Outlooks as a role may see them (G-08). They are counted from what the actor sees and from nothing else: a
 * schedule that somebody may not see does not show in another's dates.
 */
import type { VerifiedActor } from '../access/reach.ts';
import { type LookAhead, outlookOf } from '../domain/journey/outlook/look-ahead.ts';
import type { Outlook } from '../domain/journey/outlook/outlook.ts';
import type { CommunityServiceCase, JourneyState } from '../domain/journey/state.ts';
import type { Instant } from '../domain/time/moment.ts';
import { momentAt } from '../domain/time/moments.ts';
import { STILL, seenCases } from './case-reach.ts';
import { seesSection, seesSession } from './views.ts';

/** The journey with nothing in it but the hours that the actor sees now: a case that was handed over is left out. */
export function hoursSeen(actor: VerifiedActor, state: JourneyState): JourneyState {
  const seen = seenCases(actor, state);
  const cases = Object.values(state.cases)
    .filter((found) => seen.get(found.caseId) === STILL)
    .filter((found) => seesSection(actor, found, 'hours') && seesSection(actor, found, 'plan'))
    .map((found) => (seesSection(actor, found, 'breach') ? found : { ...found, hold: null }));
  const sessions = Object.entries(state.sessions).filter(([, session]) => seesSession(actor, session));
  return {
    ...state,
    cases: Object.fromEntries(cases.map((found) => [found.caseId, found])),
    sessions: Object.fromEntries(sessions),
  };
}

/** Sites that the outlooks of these cases count with. */
export const sitesOf = ({ cases }: JourneyState): string[] => [
  ...new Set(
    Object.values(cases).flatMap(({ plan, site }) =>
      [plan?.siteId, site?.siteId].filter((siteId) => siteId !== undefined),
    ),
  ),
];

/** What a case's schedule could become, and at which stage it is, is for those who see the ruling. */
const shown = (actor: VerifiedActor, found: CommunityServiceCase, { stage, ...outlook }: Outlook) =>
  seesSection(actor, found, 'ruling') ? { ...outlook, stage } : { ...outlook, ways: [], beyondReach: false };

export function outlooksShown(
  actor: VerifiedActor,
  seen: JourneyState,
  now: Instant,
  look: Omit<LookAhead, 'asOf'>,
): object[] {
  return Object.values(seen.cases).flatMap((found) => {
    const outlook = outlookOf(seen, found, { ...look, asOf: momentAt(now, found.zone).date });
    return outlook === undefined ? [] : [shown(actor, found, outlook)];
  });
}
