/**
 * Gives every waiting delivery a workflow of its own, which carries it to its end. It is looked after
 * again later: should Temporal have lost it, the next look starts it anew, and otherwise only nudges it.
 */
import type { Pool } from 'pg';

const DELIVERIES_PER_ROUND = 50;
const LOOK_AGAIN_MS = 30 * 60_000;

/** Starts the delivery's workflow, or wakes the one that runs. */
export type StartDelivery = (deliveryId: string) => Promise<void>;

/** Answers how many it handed over. */
export async function handOverDeliveries(pool: Pool, start: StartDelivery, now: string): Promise<number> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT delivery_id AS id FROM notice.delivery WHERE state = 'WAITING' AND look_at <= $1
     ORDER BY look_at LIMIT $2`,
    [now, DELIVERIES_PER_ROUND],
  );
  const lookAt = new Date(Date.parse(now) + LOOK_AGAIN_MS).toISOString();
  for (const { id } of rows) {
    await start(id);
    await pool.query('UPDATE notice.delivery SET look_at = $2 WHERE delivery_id = $1', [id, lookAt]);
  }
  return rows.length;
}
