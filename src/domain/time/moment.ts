/** Instants, local dates and the three zones of Indonesia. Fixed offsets: no zone observes summer time. */

/** An absolute instant, ISO 8601 in UTC with milliseconds: `2026-09-28T16:59:59.000Z`. */
export type Instant = string;

/** A calendar date without a zone: `2026-09-28`. */
export type LocalDate = string;

/** A clock reading at a place, without zone: `2026-09-28T23:59:59` or `2026-09-28T23:59`. */
export type LocalDateTime = string;

/** WIB = UTC+7, WITA = UTC+8, WIT = UTC+9. */
export type Zone = 'WIB' | 'WITA' | 'WIT';

/** An instant with the local date and zone that produced it: both are kept (I.7). */
export interface Moment {
  readonly at: Instant;
  readonly date: LocalDate;
  readonly zone: Zone;
}
