/** What an operator watches: notices that wait, and those that did not arrive. */
import type { Pool } from 'pg';

export interface NoticeBacklog {
  /** Items that are not in a message yet. */
  readonly itemsWaiting: number;
  /** Deliveries by state, of the last thirty days. */
  readonly deliveries: { readonly [state: string]: number };
}

export async function noticeBacklog(pool: Pool): Promise<NoticeBacklog> {
  const [items, deliveries] = await Promise.all([
    pool.query<{ count: number }>(
      'SELECT count(*)::integer AS count FROM notice.item WHERE message_id IS NULL',
    ),
    pool.query<{ state: string; count: number }>(
      `SELECT state, count(*)::integer AS count FROM notice.delivery
       WHERE created_at > clock_timestamp() - interval '30 days' GROUP BY state`,
    ),
  ]);
  return {
    itemsWaiting: items.rows[0]!.count,
    deliveries: Object.fromEntries(deliveries.rows.map(({ state, count }) => [state, count])),
  };
}
