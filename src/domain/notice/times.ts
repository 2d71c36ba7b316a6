/** When a notice may go out: gathered, once a day, never at night (policies `notice_*`). Pure. */
import { addDays } from '../time/local-date.ts';
import type { Instant, Zone } from '../time/moment.ts';
import { localDateTimeOf, momentAt, momentOf } from '../time/moments.ts';

export interface PolicyReader {
  /** Value of a dated policy in force on a local date. */
  policy<T>(name: string, onDate: string): T;
}

/** How long items wait for others of their kind. */
export type Pace =
  /** Sent at once, also at night. */
  | 'URGENT'
  /** Gathered for a few minutes. */
  | 'GROUPED'
  /** One digest a day, however many there are: 200,000 release dates change on 17 August (J). */
  | 'DAILY';

/** When an item made at `now` is ready, before quiet hours are looked at. */
export function readyAt(pace: Pace, now: Instant, zone: Zone, policies: PolicyReader): Instant {
  const { date } = momentAt(now, zone);
  if (pace === 'URGENT') return now;
  if (pace === 'GROUPED') {
    const minutes = policies.policy<number>('notice_group_minutes', date);
    return new Date(Date.parse(now) + minutes * 60_000).toISOString();
  }
  const time = policies.policy<string>('notice_digest_time', date);
  const today = momentOf(`${date}T${time}`, zone).at;
  return now < today ? today : momentOf(`${addDays(date, 1)}T${time}`, zone).at;
}

/** The end of the quiet hours that `now` falls in; undefined outside them. They may run over midnight. */
export function quietUntil(now: Instant, zone: Zone, policies: PolicyReader): Instant | undefined {
  const moment = momentAt(now, zone);
  const { date } = moment;
  const [from, to] = policies.policy<readonly [string, string]>('notice_quiet_hours', date);
  const time = localDateTimeOf(moment).slice(11, 16);
  const overMidnight = from > to;
  const quiet = overMidnight ? time >= from || time < to : time >= from && time < to;
  if (!quiet) return undefined;
  const endsOn = overMidnight && time >= from ? addDays(date, 1) : date;
  return momentOf(`${endsOn}T${to}`, zone).at;
}

/** The last instant at which a delivery that keeps failing is tried. */
export function giveUpAt(now: Instant, zone: Zone, policies: PolicyReader): Instant {
  const days = policies.policy<number>('notice_give_up_days', momentAt(now, zone).date);
  return new Date(Date.parse(now) + days * 86_400_000).toISOString();
}

/** Items whose deliveries ended before this are not kept any longer. */
export function itemsKeptUntil(now: Instant, policies: PolicyReader): Instant {
  const days = policies.policy<number>('notice_items_kept_days', momentAt(now, 'WIB').date);
  return new Date(Date.parse(now) - days * 86_400_000).toISOString();
}
