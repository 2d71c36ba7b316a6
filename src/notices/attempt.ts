/**
 * One attempt at one delivery. The row says all: whoever makes the next attempt needs nothing but its id.
 * A worker that dies between "sent" and the note of it sends again, under the same ids, so that the
 * receiver can tell.
 */
import type { Pool } from 'pg';
import type { AccessLog } from '../access/access-log.ts';
import { quietUntil } from '../domain/notice/times.ts';
import type { Zone } from '../domain/time/moment.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Vault } from '../vault/vault.ts';
import type { Mail } from './channels/mail.ts';
import type { AttemptOutcome, OutgoingNotice } from './channels/outcome.ts';
import type { Webhook } from './channels/webhook.ts';
import { mayNotifyPerson } from './consent.ts';
import { noticePolicies } from './policies.ts';
import type { RecipientKind } from './rule.ts';
import type { Subscriptions } from './subscriptions.ts';
import type { ShownItem } from './template.ts';
import { isTemplateKey } from './templates/index.ts';
import { renderMessage } from './text.ts';

export interface AttemptDependencies {
  readonly pool: Pool;
  readonly ledger: Pick<Ledger, 'facts'>;
  readonly vault: Pick<Vault, 'readIdentity'>;
  readonly accessLog: AccessLog;
  readonly subscriptions: Subscriptions;
  /** null where no mail server is configured. */
  readonly mail: Mail | null;
  readonly webhook: Webhook;
  /** What links begin with, for example `https://titian.example.go.id`; empty = a path alone. */
  readonly publicUrl: string;
  readonly now: () => string;
  readonly observe?: (channel: string, outcome: string) => void;
}

/** The first pause after a failed attempt, doubled after each further one. */
const PAUSE_FIRST_MS = 30_000;
const PAUSE_MAX_MS = 3_600_000;
/** Who reads a phone number for a notice, in the access log. */
const SYSTEM = { id: 'system', role: 'SYSTEM', office: 'system' } as const;

interface Row {
  readonly deliveryId: string;
  readonly messageId: string;
  readonly subscriptionId: string;
  readonly channel: 'EMAIL' | 'WEBHOOK';
  readonly state: string;
  readonly attempts: number;
  readonly nextAttemptAt: string;
  readonly giveUpAt: string;
  readonly kind: RecipientKind;
  readonly recipient: string;
  readonly world: string;
  readonly zone: Zone;
  readonly urgent: boolean;
  readonly template: string;
  readonly count: number;
  readonly shown: readonly ShownItem[];
  readonly createdAt: string;
}

/** @returns milliseconds until the next attempt; null where there is none. */
export async function attemptDelivery(
  dependencies: AttemptDependencies,
  deliveryId: string,
): Promise<number | null> {
  const { pool } = dependencies;
  const row = await read(pool, deliveryId);
  if (row?.state !== 'WAITING') return null;
  const now = dependencies.now();
  const wait = Date.parse(row.nextAttemptAt) - Date.parse(now);
  if (wait > 0) return wait;
  if (now >= row.giveUpAt) return finish(dependencies, row, 'GIVEN_UP');
  if (!row.urgent) {
    const quiet = quietUntil(now, row.zone, await noticePolicies(dependencies.ledger));
    if (quiet !== undefined) return postpone(pool, row, Date.parse(quiet), now);
  }
  // Counted first: an attempt that kills its worker is an attempt, too.
  await pool.query('UPDATE notice.delivery SET attempts = attempts + 1 WHERE delivery_id = $1', [deliveryId]);
  const outcome = await send(dependencies, row);
  dependencies.observe?.(row.channel, outcome.kind);
  switch (outcome.kind) {
    case 'sent':
      return finish(dependencies, row, 'SENT');
    case 'refused':
      return finish(dependencies, row, 'FAILED', outcome.reason);
    case 'later': {
      const pause = Math.min(PAUSE_FIRST_MS * 2 ** row.attempts, PAUSE_MAX_MS);
      return postpone(pool, row, Date.parse(now) + pause, now, outcome.reason);
    }
  }
}

async function read(pool: Pool, deliveryId: string): Promise<Row | undefined> {
  const { rows } = await pool.query<Row>(
    `SELECT d.delivery_id AS "deliveryId", d.message_id AS "messageId", d.subscription_id AS "subscriptionId",
            s.channel, d.state, d.attempts, d.next_attempt_at AS "nextAttemptAt", d.give_up_at AS "giveUpAt",
            m.recipient_kind AS kind, m.recipient, m.world, m.zone, m.urgent, m.template,
            m.item_count AS count, m.shown, m.created_at AS "createdAt"
     FROM notice.delivery d JOIN notice.message m USING (message_id)
       JOIN notice.subscription s USING (subscription_id)
     WHERE d.delivery_id = $1`,
    [deliveryId],
  );
  return rows[0];
}

async function send(dependencies: AttemptDependencies, row: Row): Promise<AttemptOutcome> {
  const { subscriptions, mail, webhook } = dependencies;
  if (!isTemplateKey(row.template)) return { kind: 'refused', reason: 'TEMPLATE_UNKNOWN' };
  const target = await subscriptions.open(row.subscriptionId);
  if (target === undefined) return { kind: 'refused', reason: 'SUBSCRIPTION_ENDED' };
  const contact = row.kind === 'PERSON' ? await contactOf(dependencies, row) : { to: undefined };
  if ('refused' in contact) return { kind: 'refused', reason: contact.refused };
  const notice = noticeOf(row, dependencies.publicUrl, contact.to);
  if (row.channel === 'WEBHOOK') {
    return webhook.send(target.address, target.secret, notice, Date.parse(dependencies.now()));
  }
  return mail === null ? { kind: 'later', reason: 'SMTP_NOT_CONFIGURED' } : mail.send(target.address, notice);
}

/** A person's phone, read now and not before: consent may have been taken back since. */
async function contactOf(
  { pool, accessLog, vault }: AttemptDependencies,
  { recipient, world }: Row,
): Promise<{ readonly to: string } | { readonly refused: string }> {
  if (!(await mayNotifyPerson(pool, recipient))) return { refused: 'CONSENT_WITHDRAWN' };
  const receipt = await accessLog.record({
    ...{ actor: SYSTEM, world, action: 'read-identity', subject: recipient, outcome: 'allowed' },
    reason: 'NOTICE',
  });
  const record = await vault.readIdentity(recipient, receipt);
  const phone = record.kind === 'identity' ? record.document.phone : undefined;
  return phone === undefined ? { refused: 'NO_CONTACT' } : { to: phone };
}

function noticeOf(row: Row, publicUrl: string, to: string | undefined): OutgoingNotice {
  const { template, count, shown, messageId, deliveryId } = row;
  const link = `${publicUrl}/api/v1/notices/${messageId}`;
  const { subject, text } = renderMessage(template as never, count, shown, link);
  return {
    noticeId: messageId,
    deliveryId,
    subject,
    text,
    payload: {
      ...{ noticeId: messageId, deliveryId, template, world: row.world, count, createdAt: row.createdAt },
      // A gateway learns a number and a sentence, and nothing that would join several of them.
      ...(row.kind === 'PERSON'
        ? { to }
        : { recipient: { kind: row.kind, id: row.recipient }, items: shown, link }),
      ...{ subject, text },
    },
  };
}

async function postpone(
  pool: Pool,
  { deliveryId }: Row,
  untilMs: number,
  now: string,
  reason?: string,
): Promise<number> {
  await pool.query(
    `UPDATE notice.delivery SET next_attempt_at = $2, reason = coalesce($3, reason)
     WHERE delivery_id = $1 AND state = 'WAITING'`,
    [deliveryId, new Date(untilMs).toISOString(), reason ?? null],
  );
  return untilMs - Date.parse(now);
}

async function finish(
  { pool, observe }: AttemptDependencies,
  { deliveryId, channel }: Row,
  state: 'SENT' | 'FAILED' | 'GIVEN_UP',
  reason?: string,
): Promise<null> {
  if (state === 'GIVEN_UP') observe?.(channel, 'given-up');
  // A delivery given up keeps the reason of its last attempt.
  await pool.query(
    `UPDATE notice.delivery SET state = $2, reason = CASE $2 WHEN 'SENT' THEN NULL ELSE coalesce($3, reason) END,
            finished_at = clock_timestamp()
     WHERE delivery_id = $1 AND state = 'WAITING'`,
    [deliveryId, state, reason ?? null],
  );
  return null;
}
