/**
 * A last command to every journey, after time has been looked at. A shell may lag behind the ledger by
 * design, for it catches up with its next command: that is counted, not faulted. What may not be is a
 * journey that answers with another head than the ledger has.
 */
import type pg from 'pg';
import { type ChaosClient, GaveUp } from './client.ts';
import { lastWord, type Person } from './persons.ts';
import type { ChaosSystem } from './system.ts';

const ANSWER_LIMIT_MS = 90_000;

export interface LastWords {
  /** The answer's version or receipt is not the ledger's head. */
  readonly shellsBehind: readonly string[];
  /** Shells that learned from the ledger's answer that they had missed something. */
  readonly healedAtNextCommand: number;
  readonly silent: readonly string[];
}

export async function lastWords(
  system: ChaosSystem,
  client: ChaosClient,
  pool: pg.Pool,
  people: readonly Person[],
): Promise<LastWords> {
  const shellsBehind: string[] = [];
  const silent: string[] = [];
  let healedAtNextCommand = 0;
  let tails = await system.tailAnswers();
  for (const person of people.filter(({ personId }) => personId !== '')) {
    try {
      const { version, receipt } = await lastWord(client, person, Date.now() + ANSWER_LIMIT_MS);
      const head = await headOf(pool, person.personId);
      if (version !== head.version || receipt !== head.hash) {
        shellsBehind.push(`${person.name}: answers ${version}, the ledger has ${head.version}`);
      }
      const now = await system.tailAnswers();
      if (now > tails) healedAtNextCommand += 1;
      tails = now;
    } catch (error) {
      if (!(error instanceof GaveUp)) throw error;
      silent.push(error.message);
    }
  }
  return { shellsBehind, healedAtNextCommand, silent };
}

async function headOf(pool: pg.Pool, personId: string): Promise<{ version: number; hash: string }> {
  const { rows } = await pool.query<{ version: number; hash: string }>(
    `SELECT head_version::int AS version, encode(head_hash, 'hex') AS hash
     FROM ledger.stream WHERE stream_id = $1`,
    [`journey/${personId}`],
  );
  return rows[0] ?? { version: 0, hash: '' };
}
