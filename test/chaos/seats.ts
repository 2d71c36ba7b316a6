/** The last seat of a class, wanted by two at the same instant, again and again while parts die. */
import type pg from 'pg';
import { addDays } from '../../src/domain/time/index.ts';
import type { LocalDate } from '../../src/domain/time/moment.ts';
import type { ChaosClient, Identity, Order } from './client.ts';
import { registerOrder } from './persons.ts';

const CENTRE: Identity = { role: 'TRAINING_CENTRE_ADMINISTRATOR', office: 'bbpvp-medan' };

/** One class of one seat, and two persons. */
export async function raceForSeat(
  client: ChaosClient,
  name: string,
  today: LocalDate,
  until: number,
): Promise<void> {
  const classId = name.toLowerCase();
  const [startsOn, endsOn] = [addDays(today, 30), addDays(today, 57)];
  const weekly = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: '08:00', jp: 8 }));
  const opening: Order = {
    key: `${name}-open`,
    path: `/api/v1/classes/${classId}/commands/open-class`,
    as: CENTRE,
    body: {
      data: {
        ...{ programmeId: 'las-smaw-160', deliveryMode: 'AT_BALAI', capacity: 1, startsOn, endsOn },
        timetable: { weekly, dated: [], except: [] },
        ...{ instructors: ['akun-instruktur'], allowedTools: [] },
      },
    },
  };
  const persons = await Promise.all([
    client.send(registerOrder(`${name}-a`), until),
    client.send(registerOrder(`${name}-b`), until),
    client.send(opening, until),
  ]);
  const asking = persons.slice(0, 2).map(
    ({ personId = '' }): Order => ({
      key: `${personId}-seat`,
      path: `/api/v1/journeys/${personId}/commands/apply-for-class`,
      as: { role: 'PERSON', office: 'diri', person: personId },
      body: { data: { classId, needs: [], waits: false } },
    }),
  );
  // At once: the first round of every pair leaves in the same instant.
  await Promise.all(asking.map((order) => client.send(order, until)));
}

export interface SeatFindings {
  readonly races: number;
  /** Classes that did not seat one and answer the other NO_SEAT, once each, in both records. */
  readonly wrong: readonly string[];
}

/** What classes decided, and what the journeys heard of it. */
export async function examineSeats(pool: pg.Pool): Promise<SeatFindings> {
  const { rows } = await pool.query<{
    class: string;
    asked: number;
    held: number;
    none: number;
    heard: string;
  }>(`
    WITH asked AS (
      SELECT e.body::jsonb ->> 'classId' AS class, e.body::jsonb ->> 'enrolmentId' AS enrolment, e.stream_id
      FROM ledger.event e WHERE e.type = 'EnrolmentRequested'
    ), answers AS (
      SELECT substr(e.stream_id, 7) AS class, e.type, e.body::jsonb ->> 'code' AS code
      FROM ledger.event e WHERE e.stream_id LIKE 'class/%' AND e.type IN ('SeatHeld', 'SeatRefused', 'WaitingListed')
    ), heard AS (
      SELECT a.class, coalesce(e.body::jsonb ->> 'code', e.type) AS word
      FROM asked a JOIN ledger.event e ON e.stream_id = a.stream_id
        AND e.type IN ('SeatReserved', 'SeatRefused') AND e.body::jsonb ->> 'enrolmentId' = a.enrolment
    )
    SELECT class, count(*)::int AS asked,
      (SELECT count(*)::int FROM answers s WHERE s.class = asked.class AND s.type = 'SeatHeld') AS held,
      (SELECT count(*)::int FROM answers s WHERE s.class = asked.class AND s.code = 'NO_SEAT') AS none,
      (SELECT coalesce(string_agg(h.word, ' ' ORDER BY h.word), '') FROM heard h WHERE h.class = asked.class) AS heard
    FROM asked GROUP BY class ORDER BY class`);
  const full = rows.filter(({ asked }) => asked === 2);
  return {
    races: full.length,
    wrong: full.flatMap(({ class: classId, held, none, heard }) =>
      held === 1 && none === 1 && heard === 'NO_SEAT SeatReserved'
        ? []
        : [`${classId}: ${held} seats, ${none} NO_SEAT, heard: ${heard}`],
    ),
  };
}
