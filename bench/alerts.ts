/** What an office hears of a sheet: its events made into items, and the items into messages once a day is over. */
import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { createAccessLog } from '../src/access/access-log.ts';
import { DECIDERS } from '../src/domain/deciders.ts';
import { addDays, momentAt, momentOf } from '../src/domain/time/index.ts';
import { createPool } from '../src/ledger/pool.ts';
import { createNotices } from '../src/notices/notices.ts';
import { createVault } from '../src/vault/vault.ts';
import type { Stage } from './stage.ts';

export interface AlertsResult {
  /** Events that concern an office. */
  readonly items: number;
  /** What the offices get. */
  readonly messages: number;
  /** Events of the ledger read per second while items were made. */
  readonly eventsPerSecond: number;
}

export interface Alerts {
  /** Of everything recorded since this was opened. */
  made(): Promise<AlertsResult>;
  close(): Promise<void>;
}

export async function openAlerts(stage: Stage): Promise<Alerts> {
  const pool = createPool(stage.servers.appUrl, { connections: 3 });
  const vault = createVault(pool, randomBytes(32));
  let clock = (): string => new Date().toISOString();
  const notices = createNotices({
    ...{ pool, ledger: stage.ledger, vault, accessLog: createAccessLog(pool), deciders: DECIDERS },
    settings: {
      ...{ mail: null, publicUrl: '', sandbox: false, sandboxSends: false },
      webhook: { localAllowed: false, privateAllowed: false },
    },
    now: () => clock(),
  });
  const work = async (): Promise<void> => {
    while (await notices.advance(async () => undefined));
  };
  // What came before is not this sheet's.
  await pool.query(
    'UPDATE notice.cursor SET leaf_index = (SELECT coalesce(max(leaf_index), -1) FROM ledger.leaf)',
  );
  const from = await cursorOf(pool);
  return {
    async made() {
      const startedAt = performance.now();
      await work();
      const seconds = (performance.now() - startedAt) / 1000;
      const eventsPerSecond = ((await cursorOf(pool)) - from) / seconds;
      // Past the hour of tomorrow's digest, and not at night.
      const tomorrow = addDays(momentAt(new Date().toISOString(), 'WIB').date, 1);
      const noon = momentOf(`${tomorrow}T17:00`, 'WIB').at;
      clock = () => noon;
      await work();
      const { rows } = await pool.query<{ messages: number; items: number }>(
        `SELECT count(DISTINCT message_id)::int AS messages, count(*)::int AS items FROM notice.item
         WHERE leaf_index > $1`,
        [from],
      );
      const { messages, items } = rows[0]!;
      stage.tell(`alerts: ${items} items, ${messages} messages, ${eventsPerSecond.toFixed(0)} events/s read`);
      return { messages, items, eventsPerSecond };
    },
    close: () => pool.end(),
  };
}

async function cursorOf(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ leaf_index: number }>('SELECT leaf_index FROM notice.cursor');
  return rows[0]?.leaf_index ?? -1;
}
