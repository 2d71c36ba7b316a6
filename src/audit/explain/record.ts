/** What explanations and drafts are made from: lives of streams, and register facts with who set them. */
import type pg from 'pg';
import { type LedgerDecision, ledgerDecisionFrom } from '../../ledger/decisions.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { DecisionTable } from '../../ledger/tables.ts';
import { createFactHistory, type FactHistory } from '../fact-history.ts';
import { type Life, readLife } from '../life.ts';

/** Reads only: nothing that explains or tries a draft is given a way to write. */
export interface AuditRecord {
  /** Undefined where nothing was ever recorded under that name. */
  life(stream: string): Promise<Life | undefined>;
  readonly facts: FactHistory;
  /** The decision that set a fact at a version; undefined at version 0, which nobody set. */
  setter(key: string, version: number): Promise<LedgerDecision | undefined>;
  /** Keys of facts that begin so, in order: what else a register knows. */
  keysUnder(prefix: string, limit: number): Promise<string[]>;
  /** Whoever asked is gone: what is looked for in this record ends with its reason. */
  readonly signal?: AbortSignal | undefined;
}

export function createLedgerRecord(
  pool: pg.Pool,
  ledger: Pick<Ledger, 'readDecisions' | 'readStream'>,
  signal?: AbortSignal,
): AuditRecord {
  return {
    signal,
    facts: createFactHistory(pool),
    async life(stream) {
      const life = await readLife(ledger as Ledger, stream);
      return life.decisions.length === 0 ? undefined : life;
    },
    async setter(key, version) {
      const { rows } = await pool.query<DecisionTable>(
        `SELECT d.* FROM ledger.fact f JOIN ledger.decision d ON d.stream_id = f.stream_id
         WHERE f.key = $1 AND d.outcome = 'accepted' AND d.last_version = $2`,
        [key, version],
      );
      return rows[0] === undefined ? undefined : ledgerDecisionFrom(rows[0]);
    },
    async keysUnder(prefix, limit) {
      const { rows } = await pool.query<{ key: string }>(
        'SELECT key FROM ledger.fact WHERE starts_with(key, $1) ORDER BY key LIMIT $2',
        [prefix, limit],
      );
      return rows.map(({ key }) => key);
    },
  };
}
