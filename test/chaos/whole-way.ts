/** What goes on beside community service: races for seats, certificates, and a prison's sheets. */
import { setTimeout as delay } from 'node:timers/promises';
import type { LocalDate } from '../../src/domain/time/moment.ts';
import { createReaderPool } from '../../src/ledger/pool.ts';
import { certify } from './certificates.ts';
import { type ChaosClient, GaveUp } from './client.ts';
import type { ChaosOptions } from './options.ts';
import { raceForSeat } from './seats.ts';
import { type RanSheet, workWithSheets } from './sheets.ts';
import type { ChaosSystem } from './system.ts';

export interface WholeWayPlan extends ChaosOptions {
  readonly run: string;
  readonly today: LocalDate;
  readonly startedAt: number;
  readonly isOver: () => boolean;
  readonly lastAnswer: number;
}

const QUERY_PAUSE_MS = 500;

/** Everything at once and spread over the run; answers what the sheets said, and what nobody answered. */
export async function wholeWay(
  client: ChaosClient,
  system: ChaosSystem,
  plan: WholeWayPlan,
): Promise<{ readonly sheets: readonly RanSheet[]; readonly gaveUp: readonly string[] }> {
  const { run, today, startedAt, seconds, lastAnswer: until } = plan;
  const gaveUp: string[] = [];
  const patiently = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof GaveUp)) throw error;
      gaveUp.push(error.message);
    }
  };
  /** The place of one of so many in the time of the run. */
  const turnOf = (ordinal: number, count: number): Promise<void> =>
    delay(startedAt + (ordinal / count) * seconds * 1_000 - Date.now());
  const races = Array.from({ length: plan.races }, (_, ordinal) =>
    patiently(async () => {
      await turnOf(ordinal, plan.races);
      await raceForSeat(client, `c${run}-k${ordinal}`, today, until);
    }),
  );
  const certified = Array.from({ length: plan.certified }, (_, ordinal) =>
    patiently(async () => {
      await turnOf(ordinal, plan.certified);
      await certify(client, `c${run}-s${ordinal}`, { today, ordinal }, until);
    }),
  );
  let sheets: readonly RanSheet[] = [];
  const prison = patiently(async () => {
    const { inmates, isOver } = plan;
    sheets = await workWithSheets(client, {
      run,
      today,
      inmates,
      isOver,
      until,
      query: queryOf(system, until),
    });
  });
  await Promise.all([...races, ...certified, prison]);
  return { sheets, gaveUp };
}

/** Asks Postgres until it is there: it dies like the others. */
function queryOf(system: ChaosSystem, until: number) {
  return async <Row>(sql: string): Promise<Row[]> => {
    for (;;) {
      const pool = createReaderPool(system.appUrl);
      pool.on('error', () => undefined);
      try {
        return (await pool.query(sql)).rows as Row[];
      } catch (error) {
        if (Date.now() > until) throw error;
        await delay(QUERY_PAUSE_MS);
      } finally {
        await pool.end().catch(() => undefined);
      }
    }
  };
}
