/**
 * From items to messages: what one recipient is to be told of one kind goes out as one (J). A message is
 * made for each channel that the recipient asked for; without any it still stands in the office's list.
 */
import { createHash } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { giveUpAt, type PolicyReader, quietUntil } from '../domain/notice/times.ts';
import type { Zone } from '../domain/time/moment.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { noticePolicies } from './policies.ts';
import type { RecipientKind } from './rule.ts';

/** Groups looked at in one round. */
const GROUPS_PER_ROUND = 50;
/** Items taken in one statement: keeps each below its time-out, however many a remission day makes. */
const ITEMS_PER_STATEMENT = 5_000;
/** Items that a message shows; the rest is a number, and stands in the office's list. */
export const ITEMS_SHOWN = 25;

export interface ComposeOptions {
  readonly pool: Pool;
  readonly ledger: Pick<Ledger, 'facts'>;
  readonly now: () => string;
  /** Whether notices of this world may leave the installation. */
  readonly leaves: (world: string) => boolean;
}

interface Group {
  readonly world: string;
  readonly kind: RecipientKind;
  readonly recipient: string;
  readonly template: string;
  readonly zone: Zone;
  readonly urgent: boolean;
}

/** Answers how many messages it made. */
export async function composeMessages(options: ComposeOptions): Promise<number> {
  const { pool, ledger, now } = options;
  // Only what is ready is looked at: on a remission day 200,000 items wait for the afternoon.
  const { rows: groups } = await pool.query<Group>(
    `SELECT world, recipient_kind AS kind, recipient, template, zone, urgent
     FROM notice.item WHERE message_id IS NULL AND ready_at <= $1
     GROUP BY world, recipient_kind, recipient, template, zone, urgent
     ORDER BY min(ready_at) LIMIT $2`,
    [now(), GROUPS_PER_ROUND],
  );
  if (groups.length === 0) return 0;
  const policies = await noticePolicies(ledger);
  let made = 0;
  for (const group of groups) {
    const quiet = group.urgent ? undefined : quietUntil(now(), group.zone, policies);
    if (quiet !== undefined) await postpone(pool, group, quiet);
    else if (await compose(options, policies, group)) made += 1;
  }
  return made;
}

const GROUP = `world = $1 AND recipient_kind = $2 AND recipient = $3 AND template = $4 AND zone = $5
  AND urgent = $6 AND message_id IS NULL`;

const keyOf = ({ world, kind, recipient, template, zone, urgent }: Group) => [
  ...[world, kind, recipient, template, zone, urgent],
];

/** What is ready at night waits for the morning, and takes along what comes until then. */
async function postpone(pool: Pool, group: Group, until: string): Promise<void> {
  await pool.query(`UPDATE notice.item SET ready_at = $7 WHERE ${GROUP} AND ready_at < $7`, [
    ...keyOf(group),
    until,
  ]);
}

async function compose(options: ComposeOptions, policies: PolicyReader, group: Group): Promise<boolean> {
  const client = await options.pool.connect();
  try {
    await client.query('BEGIN');
    const made = await composeLocked(client, options, policies, group);
    await client.query('COMMIT');
    client.release();
    return made;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function composeLocked(
  client: PoolClient,
  { now, leaves }: ComposeOptions,
  policies: PolicyReader,
  group: Group,
): Promise<boolean> {
  const key = keyOf(group);
  // The cursor's row is the one lock of all who make messages: two of them make no group twice.
  const { rowCount } = await client.query('SELECT FROM notice.cursor FOR UPDATE SKIP LOCKED');
  if (rowCount === 0) return false;
  const { rows: shown } = await client.query(
    `SELECT reference, details, leaf_index FROM notice.item WHERE ${GROUP} ORDER BY leaf_index LIMIT ${ITEMS_SHOWN}`,
    key,
  );
  const first = shown[0]?.leaf_index as number | undefined;
  if (first === undefined) return false;
  const { rows: counted } = await client.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM notice.item WHERE ${GROUP}`,
    key,
  );
  const messageId = messageIdOf(group, first);
  const { world, kind, recipient, template, zone, urgent } = group;
  await client.query(
    `INSERT INTO notice.message (message_id, world, recipient_kind, recipient, zone, template, urgent, item_count,
                                 shown)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[messageId, world, kind, recipient, zone, template, urgent, counted[0]!.count],
      JSON.stringify(shown.map(({ reference, details }) => ({ reference, details }))),
    ],
  );
  for (let taken = ITEMS_PER_STATEMENT; taken === ITEMS_PER_STATEMENT; ) {
    const { rowCount: count } = await client.query(
      `UPDATE notice.item SET message_id = $7 WHERE (leaf_index, recipient_kind, recipient) IN (
         SELECT leaf_index, recipient_kind, recipient FROM notice.item WHERE ${GROUP} LIMIT ${ITEMS_PER_STATEMENT})`,
      [...key, messageId],
    );
    taken = count ?? 0;
  }
  await addDeliveries(client, messageId, {
    now: now(),
    giveUpAt: giveUpAt(now(), zone, policies),
    leaves: leaves(world),
  });
  return true;
}

/** Same first item, same id: a repeated round could only make the same message again. */
function messageIdOf({ world, kind, recipient, template }: Group, first: number): string {
  const text = JSON.stringify([world, kind, recipient, template, first]);
  return `n-${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
}

/** One for each channel that is asked for now and has none yet; answers how many that made. */
export async function addDeliveries(
  client: Pick<PoolClient, 'query'>,
  messageId: string,
  { now, giveUpAt, leaves }: { readonly now: string; readonly giveUpAt: string; readonly leaves: boolean },
): Promise<number> {
  const { rowCount } = await client.query(
    `INSERT INTO notice.delivery (delivery_id, message_id, subscription_id, state, next_attempt_at, look_at,
                                  give_up_at, finished_at)
     SELECT m.message_id || '.' || s.subscription_id, m.message_id, s.subscription_id,
            CASE WHEN $4 THEN 'WAITING' ELSE 'HELD' END, $2, $2, $3, CASE WHEN $4 THEN NULL ELSE $2::timestamptz END
     FROM notice.message m JOIN notice.subscription s ON s.ended_at IS NULL
       AND CASE WHEN m.recipient_kind = 'PERSON' THEN s.recipient_kind = 'GATEWAY' AND s.recipient = 'PHONE'
                ELSE s.recipient_kind = m.recipient_kind AND s.recipient = m.recipient END
     WHERE m.message_id = $1
     ON CONFLICT (message_id, subscription_id) DO NOTHING`,
    [messageId, now, giveUpAt, leaves],
  );
  return rowCount ?? 0;
}
