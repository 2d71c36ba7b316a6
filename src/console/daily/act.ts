/** One thing that a site notes about a person: sent by a form, or kept on a phone until there is a network. */
import type { Instant, LocalDate, LocalDateTime } from '../../domain/time/moment.ts';
import type { Words } from '../words/words.ts';

export type ActKind =
  | 'arrive'
  | 'leave'
  | 'absent'
  /** A whole session of an earlier date. */
  | 'record'
  | 'confirm'
  | 'dispute';

export interface Act {
  /** The command id: sent again, it counts once. On a phone it begins with the device and its running number. */
  readonly id: string;
  readonly kind: ActKind;
  readonly personId: string;
  readonly caseId: string;
  /** Absent where the arrival itself has not been sent yet: then the open session of the date is meant. */
  readonly sessionId?: string;
  /** Of the attendance, on the calendar of the site. */
  readonly date: LocalDate;
  /** Arrival, or departure. */
  readonly at?: LocalDateTime;
  /** Nobody typed the time: the clock filled it in as the button was pressed. */
  readonly atClock?: boolean;
  readonly start?: LocalDateTime;
  readonly end?: LocalDateTime;
  readonly breakMinutes?: number;
  readonly reason?: string;
}

/** An act as a phone keeps it. */
export interface KeptAct extends Act {
  readonly account: string;
  /** Running number of this device; it never comes twice. */
  readonly sequence: number;
  /** The device's own clock, as it stood. */
  readonly deviceAt: Instant;
  /** How far the site's clock was ahead of the device's when they last met, in milliseconds. */
  readonly offsetMs: number;
  /** It was sent before and the answer never came. */
  readonly tried: boolean;
}

/** In one sending; the rest follows in the next. */
export const MOST_ACTS = 50;

export type ActOutcome =
  | 'recorded'
  /** It had arrived before. */
  | 'known'
  /** Somebody else noted it first. */
  | 'conflict'
  | 'refused'
  /** Not now: the server could not decide. */
  | 'later';

export interface ActResult {
  readonly id: string;
  readonly outcome: ActOutcome;
  /** What became of it; absent where there is nothing to say. */
  readonly sentence?: Words;
  readonly next?: Words;
  readonly article?: string;
  /** When the server took it in. */
  readonly receivedAt: Instant;
  /** The device's clock and ours were apart, or it came late: how the time is understood. */
  readonly lateness?: Words;
}

const HEX = 16;

/** Without `crypto.randomUUID`, which browsers offer on secure pages only. */
export function newCommandId(prefix = 'desk'): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `${prefix}.${[...bytes].map((byte) => byte.toString(HEX).padStart(2, '0')).join('')}`;
}
