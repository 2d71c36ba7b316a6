/** What the script of the attendance page needs to know, as data: no script of ours ever stands in a page. */
import type { AttendanceDay } from '../../api/attendance-view.ts';
import type { Instant } from '../../domain/time/moment.ts';

export const DATA_ID = 'attendance-data';

export interface AttendanceFacts {
  readonly day: AttendanceDay;
  /** The clock of the world, as the page was made. */
  readonly now: Instant;
  /** Stands for account and world; only this account may send what it noted. */
  readonly account: string;
  readonly formToken: string;
  readonly siteName: string;
}

export const AttendanceData = (facts: AttendanceFacts) => (
  <script
    type="application/json"
    id={DATA_ID}
    // JSON without any "<" cannot end the element it stands in.
    dangerouslySetInnerHTML={{ __html: JSON.stringify(facts).replaceAll('<', '\\u003c') }}
  />
);
