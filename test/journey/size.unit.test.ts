/** A journey stays small enough to be handed from one run to the next. */
import { describe, expect, it } from 'vitest';
import { MOST_ENTRIES, MOST_SESSIONS } from '../../src/domain/journey/size.ts';
import { addDays } from '../../src/domain/time/index.ts';
import { command, inExecution, recordSession, wib } from './session-world.ts';

const now = wib('2026-04-07T09:00');
/** The most that one session can say: twenty breaks, two dates, minutes not credited on both. */
const fullest = (nth: number) => {
  const date = addDays('2026-04-01', nth);
  const next = addDays(date, 1);
  const reading = (minute: number) =>
    `${date}T${20 + Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}:00`;
  const session = { sessionId: `s${nth + 1}`, caseId: 'c1' };
  return [
    {
      type: 'SessionRecorded',
      data: {
        ...{ ...session, siteId: 'puskesmas-dengan-nama-yang-panjang', zone: 'WIB', note: 'sealed:v1:x' },
        ...{ start: `${date}T20:00:00`, end: `${next}T06:00:00` },
        breaks: Array.from({ length: 20 }, (_, at) => ({
          start: reading(at * 10),
          end: reading(at * 10 + 5),
        })),
        parts: [date, next].map((on) => ({
          date: on,
          start: `${on}T00:00:00`,
          end: `${on}T06:00:00`,
          minutes: 240,
        })),
        ...{ confirmBy: null, escalateAt: null },
      },
    },
    ...[date, next].map((on) => ({
      type: 'MinutesNotCredited',
      data: { ...session, date: on, minutes: 240, reason: 'ORDERED_TOTAL_REACHED', kind: 'WORK' },
    })),
  ];
};

describe('a journey', () => {
  it('takes no more sessions than it can hold, and holds that many in less than 2 MB', () => {
    const full = inExecution().given(Array.from({ length: MOST_SESSIONS }, (_, nth) => fullest(nth)).flat());
    const entries = Array.from({ length: MOST_ENTRIES }, () => ({
      type: 'MonthlyReportFiled',
      data: { caseId: 'c1', month: '2026-03' },
    }));
    const loaded = full.given(entries);
    expect(loaded.state.domain.sessionCount).toBe(MOST_SESSIONS);
    expect(Buffer.byteLength(JSON.stringify(loaded.state))).toBeLessThan(1_900_000);
    const entry = recordSession({ start: '2026-04-06T08:00', end: '2026-04-06T09:00' });
    full.when(entry, now).refused('TOO_MANY', { kind: 'sessions', limit: MOST_SESSIONS });
    const report = command('file-monthly-report', { caseId: 'c1', month: '2026-04' });
    loaded.when(report, now).refused('TOO_MANY', { kind: 'entries', limit: MOST_ENTRIES });
    // What makes it no larger goes on.
    full.when(report, now).next;
  });
});
