import pg from 'pg';

/**
 * A record must end, one way or the other, before its local activity does (start-to-close 5 s), which ends
 * before its workflow task (10 s): so the server gives up first, then the client, then Temporal asks again.
 */
export const STATEMENT_TIMEOUT_MS = 3_000;
/** Shorter than the statement's, so that a queue behind one stream is told apart from a slow statement. */
export const LOCK_TIMEOUT_MS = 2_500;
/** For a server that no longer answers at all; the command id tells later what became of the statement. */
export const QUERY_TIMEOUT_MS = 4_500;
/** A transaction left open by a stuck caller would hold its stream's lock. */
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 10_000;
const CONNECT_TIMEOUT_MS = 4_000;
/** Commands of one entity take turns, and two cores commit no faster with more connections than this. */
const DEFAULT_CONNECTIONS = 10;

export interface PoolOptions {
  readonly connections?: number;
  /** Shown in `pg_stat_activity`. */
  readonly applicationName?: string;
  /** Role to act as, where the address's own login may do more than it should here: `titian_app`. */
  readonly role?: string;
  /** Zero switches a limit off: verifying and exporting read for longer than a command may take. */
  readonly statementTimeoutMs?: number;
  readonly lockTimeoutMs?: number;
  readonly queryTimeoutMs?: number;
  /** Told when a connection breaks, idle or not; the pool replaces it by itself. */
  readonly onIdleError?: (error: Error) => void;
}

/** Connections whose values arrive as the ledger's types: int8 as number, timestamptz as Instant, date as text. */
export function createPool(url: string, options: PoolOptions = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? DEFAULT_CONNECTIONS,
    application_name: options.applicationName ?? 'titian',
    // Instants are parsed from the text form, whose zone and order depend on these.
    options: [
      '-c TimeZone=UTC',
      '-c DateStyle=ISO',
      ...(options.role ? [`-c role=${options.role}`] : []),
    ].join(' '),
    statement_timeout: options.statementTimeoutMs ?? STATEMENT_TIMEOUT_MS,
    lock_timeout: options.lockTimeoutMs ?? LOCK_TIMEOUT_MS,
    query_timeout: options.queryTimeoutMs ?? QUERY_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    types: { getTypeParser },
  });
  const onBroken = options.onIdleError ?? (() => {});
  pool.on('error', onBroken);
  // The pool listens to idle connections only: one that breaks between two statements of a transaction would
  // otherwise end the process. Its next statement fails, and that failure is what its user hears.
  pool.on('connect', (client) => client.on('error', onBroken));
  return pool;
}

/** Connections for long readers such as `verify`: no limit on a statement, few connections. */
export function createReaderPool(url: string, options: PoolOptions = {}): pg.Pool {
  return createPool(url, { connections: 2, statementTimeoutMs: 0, queryTimeoutMs: 0, ...options });
}

const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;

const getTypeParser = ((oid: number, format?: 'text' | 'binary') => {
  if (format === 'binary') return pg.types.getTypeParser(oid, 'binary');
  switch (oid) {
    case INT8:
      return safeInteger;
    case DATE:
      return (text: string) => text;
    case TIMESTAMPTZ:
      return instantFromPostgres;
    default:
      return pg.types.getTypeParser(oid, 'text');
  }
}) as typeof pg.types.getTypeParser;

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is beyond the safe integers`);
  return value;
}

/**
 * `2026-01-02 03:04:05.6+00` to `2026-01-02T03:04:05.600Z`. Finer parts than milliseconds are kept, so that a
 * hash over the text notices them.
 */
export function instantFromPostgres(text: string): string {
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/.exec(text);
  if (match === null) return text;
  return `${match[1]}T${match[2]}.${(match[3] ?? '').padEnd(3, '0')}Z`;
}
