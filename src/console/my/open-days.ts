/** Whether a site works on a day, from the registers of sites and calendars, by the same rule that plans are made by. */
import type { CalendarFact } from '../../domain/registers/calendar.ts';
import { isSiteOpen, isSuspendedOn, type SiteFact } from '../../domain/registers/site.ts';
import type { LocalDate } from '../../domain/time/moment.ts';
import type { RegisterBook } from '../register-book.ts';

/** A site that no register knows is taken to be open: saying nothing would send nobody anywhere. */
export async function openDays(
  book: RegisterBook,
  siteIds: readonly string[],
): Promise<(siteId: string, date: LocalDate) => boolean> {
  const known = new Map<string, (date: LocalDate) => boolean>();
  for (const siteId of new Set(siteIds)) {
    const site = (await book.find('site', siteId))?.value as SiteFact | undefined;
    const calendar =
      site && ((await book.find('calendar', site.calendar))?.value as CalendarFact | undefined);
    if (site === undefined || calendar === undefined) continue;
    known.set(siteId, (date) => !isSuspendedOn(site, date) && isSiteOpen(site, calendar, date));
  }
  return (siteId, date) => known.get(siteId)?.(date) ?? true;
}
