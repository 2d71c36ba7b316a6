/** Compares the current value of each register fact with the decision that set it. */
import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import type { DecisionEffects } from './decisions.ts';
import type { Report } from './findings.ts';

/** By key, as the chains set it last. */
export type FactsBySetting = Map<string, { version: number; value: unknown; stream: string }>;

interface FactRow {
  readonly key: string;
  readonly version: number;
  readonly value: unknown;
  readonly stream_id: string;
}

/** Rows are read after the chains: one that is newer than what was seen there is looked up on its own. */
export async function verifyFacts(
  client: pg.PoolClient,
  seen: FactsBySetting,
  report: Report,
): Promise<void> {
  const { rows } = await client.query<FactRow>(
    'SELECT key, version, value, stream_id FROM ledger.fact ORDER BY key',
  );
  const present = new Set<string>();
  const differs = (key: string, explanation: string) =>
    report({ problem: 'STATE_DIFFERS', entry: 'fact', explanation: `fact ${key} ${explanation}` });
  for (const row of rows) {
    present.add(row.key);
    const known = seen.get(row.key);
    const expected =
      known !== undefined && known.version >= row.version ? known : await settingOf(client, row);
    if (expected === undefined) differs(row.key, `was set by no decision at version ${row.version}`);
    else if (
      expected.version !== row.version ||
      expected.stream !== row.stream_id ||
      !isDeepStrictEqual(expected.value, row.value)
    ) {
      differs(row.key, `is not what the decision at version ${expected.version} set`);
    }
  }
  for (const key of seen.keys()) if (!present.has(key)) differs(key, 'is missing');
}

async function settingOf(client: pg.PoolClient, fact: FactRow) {
  const { rows } = await client.query<{ effects: string }>(
    'SELECT effects FROM ledger.decision WHERE stream_id = $1 AND last_version = $2',
    [fact.stream_id, fact.version],
  );
  const set = rows
    .flatMap(({ effects }) => (JSON.parse(effects) as DecisionEffects).facts ?? [])
    .find(({ key }) => key === fact.key);
  return set === undefined ? undefined : { version: fact.version, value: set.value, stream: fact.stream_id };
}
