/** Where recipients want to be told. Addresses and secrets are sealed; the table alone tells nobody. */
import { createHash, randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import type { Vault } from '../vault/vault.ts';

export type SubscriberKind = 'OFFICE' | 'SITE' | 'GATEWAY';

export interface NewSubscription {
  readonly kind: SubscriberKind;
  readonly recipient: string;
  readonly channel: 'EMAIL' | 'WEBHOOK';
  /** E-mail address, or the webhook's https address. */
  readonly address: string;
}

export interface Subscription extends Omit<NewSubscription, 'address'> {
  readonly subscriptionId: string;
  readonly createdAt: string;
  readonly endedAt: string | null;
}

export interface Subscriptions {
  /**
   * @param commandId of the request: asked again with the same one, it makes none but answers the first.
   * @returns the webhook's secret, in clear, to its maker and nobody else.
   */
  create(
    subscription: NewSubscription,
    by: { readonly actorId: string; readonly commandId: string },
  ): Promise<{ readonly subscriptionId: string; readonly secret: string | null }>;
  /** False where there is none, or it has ended. */
  end(subscriptionId: string, actorId: string): Promise<boolean>;
  list(recipient?: string): Promise<readonly Subscription[]>;
  /** Address and secret, to send to; undefined where it has ended or its key is gone. */
  open(subscriptionId: string): Promise<{ readonly address: string; readonly secret: string } | undefined>;
}

interface Row {
  readonly sealed_address: string;
  readonly sealed_secret: string | null;
}

/** Each subscription has a key of its own, wrapped by the master key like every other. */
const placeOf = (subscriptionId: string, field: 'address' | 'secret') => ({
  subject: `notice-subscription/${subscriptionId}`,
  commandId: subscriptionId,
  field,
});

export function createSubscriptions(pool: Pool, vault: Pick<Vault, 'seal' | 'unseal'>): Subscriptions {
  async function sealed(subscriptionId: string, field: 'address' | 'secret', text: string): Promise<string> {
    const result = await vault.seal('identity', placeOf(subscriptionId, field), text);
    if (result.kind !== 'sealed') throw new Error('the key of a subscription was destroyed');
    return result.text;
  }

  async function opened(subscriptionId: string, field: 'address' | 'secret', text: string) {
    const result = await vault.unseal(placeOf(subscriptionId, field), text);
    return result.kind === 'text' ? result.text : undefined;
  }

  async function read(subscriptionId: string) {
    const { rows } = await pool.query<Row>(
      `SELECT sealed_address, sealed_secret FROM notice.subscription
       WHERE subscription_id = $1 AND ended_at IS NULL`,
      [subscriptionId],
    );
    const [row] = rows;
    if (row === undefined) return undefined;
    const address = await opened(subscriptionId, 'address', row.sealed_address);
    const secret =
      row.sealed_secret === null ? '' : await opened(subscriptionId, 'secret', row.sealed_secret);
    return address === undefined || secret === undefined ? undefined : { address, secret };
  }

  return {
    async create({ kind, recipient, channel, address }, { actorId, commandId }) {
      const subscriptionId = `s-${createHash('sha256').update(commandId).digest('hex').slice(0, 24)}`;
      const secret = channel === 'WEBHOOK' ? randomBytes(32).toString('base64url') : null;
      await pool.query(
        `INSERT INTO notice.subscription (subscription_id, recipient_kind, recipient, channel, sealed_address,
                                          sealed_secret, created_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (subscription_id) DO NOTHING`,
        [
          ...[subscriptionId, kind, recipient, channel],
          await sealed(subscriptionId, 'address', address),
          secret === null ? null : await sealed(subscriptionId, 'secret', secret),
          actorId,
        ],
      );
      const kept = await read(subscriptionId);
      return { subscriptionId, secret: secret === null ? null : (kept?.secret ?? null) };
    },
    async end(subscriptionId, actorId) {
      const { rowCount } = await pool.query(
        `UPDATE notice.subscription SET ended_at = clock_timestamp(), ended_by = $2
         WHERE subscription_id = $1 AND ended_at IS NULL`,
        [subscriptionId, actorId],
      );
      return rowCount === 1;
    },
    async list(recipient) {
      const { rows } = await pool.query<Subscription>(
        `SELECT subscription_id AS "subscriptionId", recipient_kind AS kind, recipient, channel,
                created_at AS "createdAt", ended_at AS "endedAt"
         FROM notice.subscription WHERE $1::text IS NULL OR recipient = $1
         ORDER BY recipient, subscription_id`,
        [recipient ?? null],
      );
      return rows;
    },
    open: read,
  };
}
