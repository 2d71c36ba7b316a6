/** How long a sheet that was checked and never run is kept: its lines hold sealed commands about people. Pure. */
import type { Instant, LocalDate } from './time/moment.ts';
import { momentAt } from './time/moments.ts';

/** @param policies values of dated policies in force on a local date. */
export function checkedSheetsKeptUntil(
  now: Instant,
  policies: { policy<T>(name: string, on: LocalDate): T },
): Instant {
  const days = policies.policy<number>('checked_sheet_days', momentAt(now, 'WIB').date);
  return new Date(Date.parse(now) - days * 86_400_000).toISOString();
}
