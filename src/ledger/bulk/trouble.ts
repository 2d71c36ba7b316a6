/** What an error of the database means for a chunk of commands. */
import { refusalCodeOf } from '../refused.ts';

/** Deadlock, serialization, a lock or a statement that took too long: nothing was written, the same may be tried again. */
const PASSING = /^(40P01|40001|55P03|57014)$/;
/** Connection lost or refused, shutting down, starting up, too many. */
const AWAY = /^(08...|53300|57P0[123]|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND)$/;
/** node-postgres tells these by their words alone. */
const AWAY_WORDS = /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout)/;

export type Trouble =
  /** Try the same chunk again. */
  | 'passing'
  /** Postgres is not there: nobody's line is at fault. */
  | 'away'
  /** One of the commands, and nobody knows which: try them one at a time. */
  | 'poison';

export function troubleOf(error: unknown): Trouble {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code === 'string') {
    if (PASSING.test(code)) return 'passing';
    if (AWAY.test(code)) return 'away';
  }
  if (typeof message === 'string' && AWAY_WORDS.test(message)) return 'away';
  return 'poison';
}

/** What a command that was tried alone is told where it could not be settled; undefined = it may be tried again. */
export function failureCodeOf(error: unknown): string | undefined {
  const refused = refusalCodeOf(error);
  if (refused !== undefined) return `LEDGER_REFUSED_${refused}`;
  return typeof (error as { code?: unknown }).code === 'string' ? undefined : 'FAULT';
}
