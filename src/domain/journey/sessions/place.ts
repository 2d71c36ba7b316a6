/** What a session needs to know of the site, as the register has it. */
import type { DecideContext } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import type { SiteFact } from '../../registers/site.ts';
import { hasAgreementOn, isSuspendedOn } from '../../registers/site.ts';
import type { LocalDate } from '../../time/moment.ts';
import type { Refused } from '../handlers.ts';

/** Who speaks for a site: a training centre may be one (report 000). */
export const SITE_PEOPLE = ['SITE_SUPERVISOR', 'TRAINING_CENTRE_ADMINISTRATOR'] as const;

/**
 * The site, if people may work there on all the dates. Hours before a suspension stay (I.6b), so an
 * entry for an earlier date is still taken.
 */
export function workPlaceOn(
  context: DecideContext,
  siteId: string,
  ...dates: readonly LocalDate[]
): SiteFact | Refused {
  const site = context.fact<SiteFact>(`site/${siteId}`);
  if (site === undefined) return refuseWith('SITE_UNKNOWN', { siteId });
  for (const date of dates) {
    if (!hasAgreementOn(site, date)) return refuseWith('SITE_NOT_APPROVED', { siteId, date });
    if (isSuspendedOn(site, date)) return refuseWith('SITE_SUSPENDED', { siteId, date });
  }
  return site;
}
