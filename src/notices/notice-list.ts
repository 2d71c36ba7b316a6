/** What an office was told, what waits and what failed. */
import type { Pool } from 'pg';
import type { RecipientKind } from './rule.ts';
import type { ShownItem } from './template.ts';

export const DELIVERY_STATES = ['WAITING', 'SENT', 'FAILED', 'GIVEN_UP', 'HELD'] as const;

export interface DeliveryView {
  readonly deliveryId: string;
  readonly channel: 'EMAIL' | 'WEBHOOK';
  readonly state: (typeof DELIVERY_STATES)[number];
  readonly attempts: number;
  readonly reason: string | null;
  readonly nextAttemptAt: string;
  readonly finishedAt: string | null;
}

export interface NoticeView {
  readonly noticeId: string;
  readonly world: string;
  readonly recipient: { readonly kind: RecipientKind; readonly id: string };
  readonly template: string;
  readonly count: number;
  readonly items: readonly ShownItem[];
  readonly createdAt: string;
  /** Empty: nobody asked to be told through a channel; the list itself is the notice. */
  readonly deliveries: readonly DeliveryView[];
}

export interface NoticeFilter {
  readonly world?: string;
  /** Offices and sites whose notices may be seen; absent = all. */
  readonly recipients?: readonly string[];
  /** Absent = offices and sites. */
  readonly recipientKind?: RecipientKind;
  readonly state?: (typeof DELIVERY_STATES)[number];
  /** Older than this one. */
  readonly before?: { readonly createdAt: string; readonly noticeId: string };
  readonly limit: number;
}

const COLUMNS = `m.message_id AS "noticeId", m.world, m.template, m.item_count AS count, m.shown AS items,
  m.created_at AS "createdAt", json_build_object('kind', m.recipient_kind, 'id', m.recipient) AS recipient,
  coalesce((SELECT json_agg(json_build_object('deliveryId', d.delivery_id, 'channel', s.channel,
      'state', d.state, 'attempts', d.attempts, 'reason', d.reason, 'nextAttemptAt', d.next_attempt_at,
      'finishedAt', d.finished_at) ORDER BY d.delivery_id)
    FROM notice.delivery d JOIN notice.subscription s USING (subscription_id)
    WHERE d.message_id = m.message_id), '[]') AS deliveries`;

/** Newest first. A person's notices are nobody's list: who was told what would say where they stand. */
export async function listNotices(pool: Pool, filter: NoticeFilter): Promise<readonly NoticeView[]> {
  const { rows } = await pool.query<NoticeView>(
    `SELECT ${COLUMNS} FROM notice.message m
     WHERE m.recipient_kind <> 'PERSON'
       AND ($1::text[] IS NULL OR m.recipient = ANY ($1))
       AND ($7::text IS NULL OR m.recipient_kind = $7)
       AND ($2::text IS NULL OR m.world = $2)
       AND ($3::text IS NULL OR EXISTS (
         SELECT FROM notice.delivery d WHERE d.message_id = m.message_id AND d.state = $3))
       AND ($4::timestamptz IS NULL OR (m.created_at, m.message_id) < ($4, $5))
     ORDER BY m.created_at DESC, m.message_id DESC LIMIT $6`,
    [
      filter.recipients ?? null,
      filter.world ?? null,
      filter.state ?? null,
      filter.before?.createdAt ?? null,
      filter.before?.noticeId ?? null,
      filter.limit,
      filter.recipientKind ?? null,
    ],
  );
  return rows;
}

export async function findNotice(pool: Pool, noticeId: string): Promise<NoticeView | undefined> {
  const { rows } = await pool.query<NoticeView>(
    `SELECT ${COLUMNS} FROM notice.message m WHERE m.message_id = $1 AND m.recipient_kind <> 'PERSON'`,
    [noticeId],
  );
  return rows[0];
}

/** All that a message stands for, a page at a time: it shows the first few only. */
export async function itemsOfNotice(
  pool: Pool,
  noticeId: string,
  limit: number,
  afterLeaf: number,
): Promise<readonly (ShownItem & { readonly leafIndex: number })[]> {
  const { rows } = await pool.query<ShownItem & { leafIndex: number }>(
    `SELECT leaf_index AS "leafIndex", reference, details FROM notice.item
     WHERE message_id = $1 AND leaf_index > $2 ORDER BY leaf_index LIMIT $3`,
    [noticeId, afterLeaf, limit],
  );
  return rows;
}
