/** Values of register facts at the versions that decisions rested on, from the decisions that set them. */
import type pg from 'pg';
import type { Fact, JsonValue } from '../domain/decider.ts';
import type { DecisionEffects } from '../ledger/decisions.ts';

export interface FactHistory {
  /** The fact at a version; version 0 is a fact that no register knew. Undefined where no decision set it so. */
  at(key: string, version: number): Promise<Fact | undefined>;
  /** The last value that was set at or before an instant of commitment; version 0 where none was. */
  before(key: string, committedAt: string): Promise<Fact>;
}

interface Setting {
  readonly version: number;
  readonly value: JsonValue;
  readonly committedAt: string;
}

/** Reads each fact's whole history once: registers are small, and one audit asks for the same few again and again. */
export function createFactHistory(pool: pg.Pool): FactHistory {
  const known = new Map<string, Promise<readonly Setting[]>>();
  const settingsOf = (key: string): Promise<readonly Setting[]> => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const read = readSettings(pool, key);
    known.set(key, read);
    return read;
  };
  return {
    async at(key, version) {
      if (version === 0) return { key, version, value: null };
      const setting = (await settingsOf(key)).find((one) => one.version === version);
      return setting === undefined ? undefined : { key, version, value: setting.value };
    },
    async before(key, committedAt) {
      const setting = (await settingsOf(key)).findLast((one) => one.committedAt <= committedAt);
      return { key, version: setting?.version ?? 0, value: setting?.value ?? null };
    },
  };
}

/** The stream that sets a fact stands beside its present value; its decisions tell all values it ever had. */
async function readSettings(pool: pg.Pool, key: string): Promise<readonly Setting[]> {
  const { rows } = await pool.query<{ effects: string; last_version: number; committed_at: string }>(
    `SELECT d.effects, d.last_version, d.committed_at
     FROM ledger.fact f JOIN ledger.decision d ON d.stream_id = f.stream_id
     WHERE f.key = $1 AND d.outcome = 'accepted' AND d.effects <> '{}'
     ORDER BY d.sequence`,
    [key],
  );
  return rows.flatMap(({ effects, last_version: version, committed_at: committedAt }) =>
    ((JSON.parse(effects) as DecisionEffects).facts ?? [])
      .filter((fact) => fact.key === key)
      .map(({ value }) => ({ version, value, committedAt })),
  );
}
