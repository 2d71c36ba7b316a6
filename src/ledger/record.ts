import type pg from 'pg';
import type { LedgerReply, LedgerRequest } from './record-decision.ts';

/** Errors that mean "nothing was written, the very same call may be made again". */
const RETRYABLE = new Set(['40001' /* serialization failure */, '40P01' /* deadlock */]);
/**
 * Two streams recorded one command id in the same instant: the second, asked again, learns that it is used.
 * Ids of events derive from the command's, so theirs may collide first.
 */
const COMMAND_ID_CONSTRAINTS = new Set(['decision_command_id_key', 'event_event_id_key']);
const ATTEMPTS = 4;

/**
 * Calls the ledger's write door: one round trip, one transaction.
 *
 * @throws pg.DatabaseError code TL001 if the request breaks an invariant (a bug), 55P03 or 57014 if a lock or
 *   the statement took too long. After a lost connection the outcome is unknown; the command id tells it later.
 */
export async function recordRequest(pool: pg.Pool, request: LedgerRequest): Promise<LedgerReply> {
  const text = JSON.stringify(request);
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { rows } = await pool.query<{ answer: LedgerReply }>({
        name: 'ledger-record',
        text: 'SELECT ledger.record($1::jsonb) AS answer',
        values: [text],
      });
      return rows[0]!.answer;
    } catch (error) {
      const { code = '', constraint = '' } = error as pg.DatabaseError;
      if (attempt === ATTEMPTS || !(RETRYABLE.has(code) || COMMAND_ID_CONSTRAINTS.has(constraint)))
        throw error;
    }
  }
}
