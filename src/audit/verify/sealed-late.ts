/**
 * Rows that were put in afterwards with a date from before. Chains and leaves of them may be right; but a decision
 * gets its leaf within minutes, and the checkpoint before that leaf was signed at a time that is known.
 */
import type pg from 'pg';
import type { Report } from '../../ledger/findings.ts';
import type { DecisionTable, LeafTable } from '../../ledger/tables.ts';

/** A clock may be set right, and the sequencer may stand still for a while. */
const LATE_MS = 24 * 3_600_000;

/** The first checkpoint of each hour: its size, and when that hour began. */
interface Hour {
  readonly size: number;
  readonly began: number;
}

export class SealedLate {
  readonly #hours: readonly Hour[];
  readonly #committed = new Map<string, string>();

  private constructor(hours: readonly Hour[]) {
    this.#hours = hours;
  }

  static async read(client: pg.PoolClient): Promise<SealedLate> {
    return new SealedLate(await hoursOf(client));
  }

  decision({ stream_id: stream, sequence, committed_at: at }: DecisionTable): void {
    this.#committed.set(`${sequence} ${stream}`, at);
  }

  leaf({ entry, stream_id: stream, position, leaf_index: index }: LeafTable, report: Report): void {
    if (entry !== 'decision') return;
    const at = this.#committed.get(`${position} ${stream}`);
    const sealed = this.#before(index);
    if (at === undefined || sealed === undefined || sealed.began - Date.parse(at) <= LATE_MS) return;
    const explanation =
      `decision ${position} says that it was committed at ${at}, and got leaf ${index} ` +
      `only after the checkpoint of ${sealed.size} leaves, signed after ${new Date(sealed.began).toISOString()}`;
    report({ problem: 'BACKDATED', entry, stream, position, explanation });
  }

  endPage(): void {
    this.#committed.clear();
  }

  /** The last hour whose first checkpoint does not cover this leaf. */
  #before(index: number): Hour | undefined {
    let [from, to] = [0, this.#hours.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (this.#hours[middle]!.size <= index) from = middle + 1;
      else to = middle;
    }
    return this.#hours[from - 1];
  }
}

/** Read once for all parts that one connection reads: what is sealed meanwhile is of no matter for older rows. */
const known = new WeakMap<pg.PoolClient, readonly Hour[]>();

async function hoursOf(client: pg.PoolClient): Promise<readonly Hour[]> {
  const before = known.get(client);
  if (before !== undefined) return before;
  const { rows } = await client.query<Hour>(
    `SELECT min(size) AS size, extract(epoch FROM date_trunc('hour', signed_at))::float8 * 1000 AS began
     FROM seal.checkpoint GROUP BY 2 ORDER BY 1`,
  );
  known.set(client, rows);
  return rows;
}
