/**
 * Where a case was placed, and when. Who speaks for a site speaks of people who were sent there, and of
 * no others: hours are entered for a place of work or of training that the case had on the date. What was
 * done elsewhere (S05) is entered by the case's own office.
 */
import type { Actor } from '../decider.ts';
import { refuseWith } from '../law/refusals.ts';
import type { LocalDate } from '../time/moment.ts';
import type { Refused } from './handlers.ts';
import type { CommunityServiceCase } from './state.ts';

const SITE_ROLES: readonly Actor['role'][] = ['SITE_SUPERVISOR', 'TRAINING_CENTRE_ADMINISTRATOR'];

/** Places where training is given to the case, beside its place of work. */
const trainsAt = ({ measure, trainingSiteId }: CommunityServiceCase, siteId: string): boolean =>
  measure?.siteId === siteId || trainingSiteId === siteId;

/** Sites that the case has now: who speaks for them looks after it. */
export const currentSitesOf = ({ site, plan, measure, trainingSiteId }: CommunityServiceCase): string[] =>
  [site?.siteId, plan?.siteId, measure?.siteId, trainingSiteId].filter(
    (siteId) => siteId !== undefined && siteId !== null,
  );

/** Sites that the case has or once had. */
export const allSitesOf = (found: CommunityServiceCase): string[] => [
  ...new Set([...currentSitesOf(found), ...found.placements.map(({ siteId }) => siteId)]),
];

export const wasPlacedOn = (found: CommunityServiceCase, siteId: string, date: LocalDate): boolean =>
  trainsAt(found, siteId) ||
  found.placements.some(
    (placed) => placed.siteId === siteId && placed.from <= date && (placed.to === null || date <= placed.to),
  );

/** @param date of the work or the training, on the calendar of the site. */
export const requirePlacement = (
  found: CommunityServiceCase,
  actor: Actor,
  siteId: string,
  date: LocalDate,
): Refused | undefined =>
  SITE_ROLES.includes(actor.role) && !wasPlacedOn(found, siteId, date)
    ? refuseWith('SITE_NOT_OF_CASE', { caseId: found.caseId, siteId, date })
    : undefined;
