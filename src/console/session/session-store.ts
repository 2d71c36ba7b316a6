/**
 * Sessions live on the server. The browser holds a random secret; the database holds its hash and the token sealed
 * under a key that only the secret yields, so that neither a read-out database nor a backup can act as anybody.
 */
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { inTransaction } from '../../ledger/bulk/transaction.ts';
import type { Session } from './session.ts';

/** 256 bits, in the cookie. */
const SECRET_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** Nobody at the desk for this long: one signs in again. */
const IDLE_MINUTES = 60;
/**
 * A session that is over stays for a while, for one purpose: a form that its desk sends after all is kept for its
 * account (after-end.tsx). Nobody acts in it any more.
 */
export const KEPT_AFTER_END_SECONDS = 24 * 3_600;
/** Whoever signs in clears away so many that are over: more than one for one, so that the table never only grows. */
const SWEPT_AT_ONCE = 100;
/** A row is written again only after this, so that reading pages costs no writes. */
const TOUCH_SECONDS = 60;

export type NewSession = Omit<Session, 'id'> & {
  /** Kept beside the token and as secret: what a provider wants for a new one. */
  readonly refreshToken?: string;
  /** For the provider's own sign-out. */
  readonly idToken?: string;
};

/** What is sealed: everything that says who. */
type Sealed = Pick<NewSession, 'actor' | 'token' | 'tokenExpiresAt' | 'refreshToken' | 'idToken'>;

export interface OpenSession extends Session {
  readonly refreshToken?: string;
  readonly idToken?: string;
}

/** Who, and in which world: no token opens anything here. */
export type EndedSession = OpenSession & { readonly token: '' };

export interface SessionStore {
  /** @returns the secret for the cookie. */
  begin(session: NewSession): Promise<string>;
  /** Undefined where the secret is no session's, or its time is over. */
  find(secret: string): Promise<OpenSession | undefined>;
  /** Whose it was, also where its time is over; without anything to act with. Undefined once one signed out. */
  findEnded(secret: string): Promise<EndedSession | undefined>;
  /** The world that this desk works on from now. @param id of the session. */
  moveTo(id: string, world: string): Promise<void>;
  /**
   * A fresh token in the place of one that runs out: one request after the other asks for it, on all servers together,
   * and where it is there already, `ask` is not called. Undefined where none was given, or the session was ended.
   */
  renewOnce(
    secret: string,
    stale: Pick<OpenSession, 'token'>,
    ask: (standing: OpenSession) => Promise<NewSession | undefined>,
  ): Promise<OpenSession | undefined>;
  end(secret: string): Promise<void>;
}

interface Row {
  id: string;
  sealed: Buffer;
  world: string;
  expires_at: string;
}

const COLUMNS = `id, sealed, world,
  to_char(expires_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS expires_at`;

const openedRow = (secret: string, { id, sealed, world, expires_at }: Row): OpenSession => ({
  ...{ id, ...openUnder(secret, sealed) },
  ...{ world, expiresAt: expires_at },
});

export function createSessionStore(pool: Pool): SessionStore {
  return {
    async begin(session) {
      const secret = randomBytes(SECRET_BYTES).toString('base64url');
      await pool.query(
        `INSERT INTO console.session (id, secret_hash, sealed, world, expires_at) VALUES ($1, $2, $3, $4, $5)`,
        [
          `d${randomBytes(12).toString('hex')}`,
          hashOf(secret),
          sealUnder(secret, sealedPart(session)),
          session.world,
          session.expiresAt,
        ],
      );
      await sweep(pool);
      return secret;
    },
    async find(secret) {
      if (!/^[A-Za-z0-9_-]{43}$/.test(secret)) return undefined;
      const { rows } = await pool.query<Row & { stale: boolean }>(
        `SELECT ${COLUMNS}, seen_at < clock_timestamp() - $2 * interval '1 second' AS stale
           FROM console.session
          WHERE secret_hash = $1 AND expires_at > clock_timestamp()
            AND seen_at > clock_timestamp() - $3 * interval '1 minute'`,
        [hashOf(secret), TOUCH_SECONDS, IDLE_MINUTES],
      );
      const row = rows[0];
      if (row === undefined) return undefined;
      if (row.stale) {
        await pool.query('UPDATE console.session SET seen_at = clock_timestamp() WHERE id = $1', [row.id]);
      }
      return openedRow(secret, row);
    },
    async findEnded(secret) {
      const { rows } = await pool.query<Row>(
        `SELECT ${COLUMNS} FROM console.session WHERE secret_hash = $1`,
        [hashOf(secret)],
      );
      if (rows[0] === undefined) return undefined;
      const { id, actor, world, tokenExpiresAt, expiresAt } = openedRow(secret, rows[0]);
      return { id, actor, world, tokenExpiresAt, expiresAt, token: '' };
    },
    async moveTo(id, world) {
      await pool.query('UPDATE console.session SET world = $2 WHERE id = $1', [id, world]);
    },
    async renewOnce(secret, stale, ask) {
      return inTransaction(pool, async (client) => {
        // The provider's answer is waited for, which other transactions have no time for (ledger/pool.ts).
        await client.query('SET LOCAL idle_in_transaction_session_timeout = 30000');
        // Not the row itself: pages of this session that only note that they were asked for need not wait.
        await client.query("SELECT pg_advisory_xact_lock(hashtextextended('console session ' || $1, 0))", [
          hashOf(secret),
        ]);
        const { rows } = await client.query<Row>(
          `SELECT ${COLUMNS} FROM console.session WHERE secret_hash = $1`,
          [hashOf(secret)],
        );
        const standing = rows[0] && openedRow(secret, rows[0]);
        if (standing === undefined || standing.token !== stale.token) return standing;
        const renewed = await ask(standing);
        if (renewed === undefined) return undefined;
        const { rowCount } = await client.query(
          'UPDATE console.session SET sealed = $2, expires_at = $3 WHERE secret_hash = $1',
          [hashOf(secret), sealUnder(secret, sealedPart(renewed)), renewed.expiresAt],
        );
        return rowCount === 1 ? { ...renewed, id: standing.id } : undefined;
      });
    },
    async end(secret) {
      await pool.query('DELETE FROM console.session WHERE secret_hash = $1', [hashOf(secret)]);
    },
  };
}

/** Two who sign in at once do not wait for each other: each takes other rows. */
const sweep = (pool: Pool) =>
  pool.query(
    `DELETE FROM console.session WHERE id IN (
       SELECT id FROM console.session WHERE expires_at < clock_timestamp() - $2 * interval '1 second'
        ORDER BY expires_at LIMIT $1 FOR UPDATE SKIP LOCKED)`,
    [SWEPT_AT_ONCE, KEPT_AFTER_END_SECONDS],
  );

const sealedPart = ({ actor, token, tokenExpiresAt, refreshToken, idToken }: NewSession): Sealed => ({
  actor,
  token,
  tokenExpiresAt,
  ...(refreshToken === undefined ? {} : { refreshToken }),
  ...(idToken === undefined ? {} : { idToken }),
});

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

const keyOf = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'base64url'), '', 'titian console session', 32));

function sealUnder(secret: string, sealed: Sealed): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), iv);
  const text = Buffer.concat([cipher.update(JSON.stringify(sealed), 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]);
}

function openUnder(secret: string, sealed: Buffer): Sealed {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), sealed.subarray(0, IV_BYTES));
  decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  const text = Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
  return JSON.parse(text.toString('utf8')) as Sealed;
}
