/** What offices were told, held against the ledger and against what their receivers got. */
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import type { Receipt } from './receiver.ts';

/** A refused delivery is tried again after a minute. */
const SETTLE_LIMIT_MS = 150_000;
const LOOK_MS = 500;

export interface NoticeFindings {
  readonly items: number;
  readonly messages: number;
  readonly deliveries: number;
  /** Arrived more often than once, under one id: a receiver can tell. */
  readonly cameAgain: number;
  readonly wrong: readonly string[];
}

/** Events whose reader stands in the event itself: how many there are is known from the ledger alone. */
const KNOWN = [
  ['SiteAssigned', 'SITE_ANSWER_AWAITED'],
  ['SchedulePlanned', 'SITE_SCHEDULE'],
  ['ReleaseDateChanged', 'RELEASE_DATES_CHANGED'],
] as const;

const WAITING = `
  SELECT (SELECT max(leaf_index) FROM ledger.leaf WHERE entry IN ('decision', 'event')) > (SELECT leaf_index FROM notice.cursor)
    OR EXISTS (SELECT FROM ledger.pending_leaf)
    OR EXISTS (SELECT FROM notice.item WHERE message_id IS NULL AND ready_at <= clock_timestamp())
    OR EXISTS (SELECT FROM notice.delivery WHERE state = 'WAITING') AS waits`;

/** Waits until everything that is ready has gone out; false where it did not in time. */
export async function noticesSettled(pool: pg.Pool): Promise<boolean> {
  for (const giveUpAt = Date.now() + SETTLE_LIMIT_MS; Date.now() < giveUpAt; ) {
    const { rows } = await pool.query<{ waits: boolean }>(WAITING);
    if (rows[0]?.waits === false) return true;
    await delay(LOOK_MS);
  }
  return false;
}

export async function examineNotices(
  pool: pg.Pool,
  received: readonly Receipt[],
  isSettled: boolean,
): Promise<NoticeFindings> {
  const { rows: known } = await pool.query<{ type: string; events: number }>(
    'SELECT type, count(*)::int AS events FROM ledger.event WHERE type = ANY ($1) GROUP BY 1',
    [KNOWN.map(([type]) => type)],
  );
  const { rows: items } = await pool.query<{ template: string; items: number; told: number }>(
    'SELECT template, count(*)::int AS items, count(message_id)::int AS told FROM notice.item GROUP BY 1',
  );
  const { rows: messages } = await pool.query<{ messages: number; counted: number }>(
    'SELECT count(*)::int AS messages, coalesce(sum(item_count), 0)::int AS counted FROM notice.message',
  );
  const { rows: deliveries } = await pool.query<{ id: string; state: string; channel: string }>(
    `SELECT delivery_id AS id, state, channel FROM notice.delivery
     JOIN notice.subscription USING (subscription_id)`,
  );
  const { rows: missing } = await pool.query<{ what: string }>(
    `SELECT m.message_id || ' to ' || m.recipient AS what FROM notice.message m
     WHERE (SELECT count(*) FROM notice.delivery d WHERE d.message_id = m.message_id)
       <> (SELECT count(*) FROM notice.subscription s
           WHERE s.recipient_kind = m.recipient_kind AND s.recipient = m.recipient)`,
  );
  const itemsOf = (template: string): number => items.find((row) => row.template === template)?.items ?? 0;
  const told = items.reduce((sum, row) => sum + row.told, 0);
  const { messages: count = 0, counted = 0 } = messages[0] ?? {};
  const arrivals = new Map<string, number>();
  for (const { channel, deliveryId } of received) {
    const key = `${channel} ${deliveryId}`;
    arrivals.set(key, (arrivals.get(key) ?? 0) + 1);
  }
  const sent = new Set(deliveries.map(({ channel, id }) => `${channel} ${id}`));
  return {
    items: items.reduce((sum, row) => sum + row.items, 0),
    messages: count,
    deliveries: deliveries.length,
    cameAgain: [...arrivals.values()].reduce((sum, times) => sum + times - 1, 0),
    wrong: [
      ...(isSettled ? [] : ['something still waits to be told']),
      ...KNOWN.flatMap(([type, template]) => {
        const events = known.find((row) => row.type === type)?.events ?? 0;
        return events === itemsOf(template) ? [] : [`${type}: ${events} events, ${itemsOf(template)} items`];
      }),
      ...(counted === told ? [] : [`messages count ${counted} items, ${told} stand in one`]),
      ...missing.map(({ what }) => `${what}: not one delivery for each channel`),
      ...deliveries.flatMap(({ id, state, channel }) =>
        state === 'SENT' && arrivals.has(`${channel} ${id}`) ? [] : [`${id}: ${state}, not received`],
      ),
      ...[...arrivals.keys()].flatMap((key) =>
        sent.has(key) ? [] : [`${key}: received, and nobody sent it`],
      ),
    ],
  };
}
