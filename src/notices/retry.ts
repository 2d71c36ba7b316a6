/** What people put right by hand: another try, and mail that came back. */
import type { Pool } from 'pg';
import { giveUpAt } from '../domain/notice/times.ts';
import type { Zone } from '../domain/time/moment.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { addDeliveries } from './compose.ts';
import { noticePolicies } from './policies.ts';

export interface RetryDependencies {
  readonly pool: Pool;
  readonly ledger: Pick<Ledger, 'facts'>;
  readonly now: () => string;
  readonly leaves: (world: string) => boolean;
}

/**
 * Tries again what failed or was given up, at once also what waits, and through channels that were asked
 * for since. What was sent stays sent. Answers how many deliveries that concerns.
 */
export async function retryNotice(
  { pool, ledger, now, leaves }: RetryDependencies,
  noticeId: string,
): Promise<number> {
  const { rows } = await pool.query<{ world: string; zone: Zone }>(
    'SELECT world, zone FROM notice.message WHERE message_id = $1',
    [noticeId],
  );
  const [message] = rows;
  if (message === undefined || !leaves(message.world)) return 0;
  const at = now();
  const until = giveUpAt(at, message.zone, await noticePolicies(ledger));
  const { rowCount } = await pool.query(
    `UPDATE notice.delivery SET state = 'WAITING', finished_at = NULL, next_attempt_at = $2, look_at = $2,
            give_up_at = $3
     WHERE message_id = $1 AND state IN ('WAITING', 'FAILED', 'GIVEN_UP', 'HELD')`,
    [noticeId, at, until],
  );
  const added = await addDeliveries(pool, noticeId, { now: at, giveUpAt: until, leaves: true });
  return (rowCount ?? 0) + added;
}

/**
 * Mail that a server took and sent back later (RFC 3464): its `Message-ID` begins with the delivery's id.
 * @param status for example `5.1.1`. @returns false where that was not sent.
 */
export async function recordBounce(pool: Pool, deliveryId: string, status: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `UPDATE notice.delivery SET state = 'FAILED', reason = 'BOUNCED_' || $2, finished_at = clock_timestamp()
     WHERE delivery_id = $1 AND state = 'SENT'`,
    [deliveryId, status],
  );
  return rowCount === 1;
}
