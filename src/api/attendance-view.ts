/** One date at one site, as the API answers it: shapes alone, so that a phone's script may know them, too. */
import type { LocalDate, LocalDateTime, Zone } from '../domain/time/moment.ts';

export type AttendanceState =
  /** Planned for this date; nothing is recorded yet. */
  | 'EXPECTED'
  /** Placed here, and not planned for this date. */
  | 'NOT_PLANNED'
  | 'HERE'
  | 'LEFT'
  | 'ABSENT'
  | 'EXCUSED'
  /** The prosecutor has not recorded the beginning (BA-17): no hour can be taken yet. */
  | 'NOT_STARTED';

export interface PlannedSlot {
  readonly start: string;
  readonly end: string;
  readonly breakMinutes: number;
}

export interface AttendedSession {
  readonly sessionId: string;
  readonly start: LocalDateTime;
  readonly end: LocalDateTime | null;
  readonly status: 'OPEN' | 'RECORDED' | 'CONFIRMED' | 'DISPUTED' | 'DECIDED' | 'VOID';
  readonly minutes: number;
  readonly creditedMinutes: number;
  readonly notCredited: readonly { readonly minutes: number; readonly reason: string }[];
  /** An office entered it: it waits for the site's word until then. */
  readonly confirmBy: string | null;
}

export interface AttendanceRow {
  readonly caseId: string;
  readonly state: AttendanceState;
  readonly planned: readonly PlannedSlot[];
  readonly sessions: readonly AttendedSession[];
  readonly minutesLeft: number | null;
}

export interface AttendanceOfPerson {
  readonly rows: readonly AttendanceRow[];
  /** Sessions of other dates that the site has to close, to confirm or to dispute; oldest first. */
  readonly toConfirm: readonly (AttendedSession & { readonly caseId: string })[];
  /** Planned dates just before this one of which nothing is recorded. */
  readonly missing: readonly {
    readonly caseId: string;
    readonly date: LocalDate;
    readonly planned: readonly PlannedSlot[];
  }[];
}

export interface Attendee {
  readonly personId: string;
  /** Null once the key was destroyed. */
  readonly name: string | null;
}

/** What the API answers. */
export interface AttendanceDay {
  readonly siteId: string;
  readonly zone: Zone;
  readonly date: LocalDate;
  readonly open: boolean;
  readonly suspended: boolean;
  readonly breakUncreditedMinutes: number;
  readonly dailyLimitMinutes: number;
  readonly people: readonly (Attendee & AttendanceRow)[];
  readonly toConfirm: readonly (Attendee & AttendanceOfPerson['toConfirm'][number])[];
  readonly missing: readonly (Attendee & AttendanceOfPerson['missing'][number])[];
}
