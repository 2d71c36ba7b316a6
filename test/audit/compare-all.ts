/** Every stream of a database compared, whatever led to it. */
import { type Comparison, compareStream } from '../../src/audit/comparison/compare.ts';
import { createFactHistory } from '../../src/audit/fact-history.ts';
import { createLedger } from '../../src/ledger/ledger.ts';
import { createPool } from '../../src/ledger/pool.ts';

export interface ComparedAll {
  readonly streams: number;
  readonly commands: number;
  /** How often each type was found, also of those that are only shown. */
  readonly types: Readonly<Record<string, number>>;
  /** Sentences of what differs. */
  readonly differences: readonly string[];
  readonly states: number;
}

export async function compareAll(databaseUrl: string, buildId: string): Promise<ComparedAll> {
  const pool = createPool(databaseUrl, { connections: 4 });
  try {
    const needs = { pool, ledger: createLedger(pool), buildId, facts: createFactHistory(pool) };
    const { rows } = await pool.query<{ stream_id: string }>('SELECT stream_id FROM ledger.stream');
    const all: Comparison[] = [];
    for (const { stream_id } of rows) all.push((await compareStream(needs, stream_id))!);
    const findings = all.flatMap((one) => [
      ...one.findings,
      ...one.commands.flatMap((command) => command.findings),
    ]);
    const types: Record<string, number> = {};
    for (const { type } of findings) types[type] = (types[type] ?? 0) + 1;
    return {
      streams: all.length,
      commands: all.reduce((sum, { commands }) => sum + commands.length, 0),
      types,
      differences: findings
        .filter(({ weight }) => weight !== 'shown')
        .map(({ type, sentence }) => `${type}: ${sentence.en}`),
      states: all.reduce((sum, { states }) => sum + states.length, 0),
    };
  } finally {
    await pool.end();
  }
}
