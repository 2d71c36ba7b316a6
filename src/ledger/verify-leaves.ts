/** Compares the dense order over everything committed with the rows it was given to. */
import type pg from 'pg';
import type { Instant } from '../domain/time/moment.ts';
import type { Report } from './findings.ts';
import type { StreamCheck } from './stream-check.ts';
import { type StreamIdRange, within } from './stream-id-range.ts';
import type { LeafTable, PendingLeafTable } from './tables.ts';

type StreamLeaf = LeafTable & { entry: 'decision' | 'event' };

/** Leaves are given within minutes; longer, and somebody put the row where the sequencer does not see it. */
export const WAITS_AT_MOST = '1 day';
/** Leaves are small. */
const LEAVES_PER_READ = 20_000;

/** Each row of these streams has its own leaf, or a place in the queue for one; no leaf stands for nothing. */
export async function verifyLeaves(
  client: pg.PoolClient,
  range: StreamIdRange,
  checks: ReadonlyMap<string, StreamCheck>,
  report: Report,
  seen: (leaf: LeafTable) => void = () => undefined,
): Promise<void> {
  const { where, values } = within(range);
  const leaves = await client.query<StreamLeaf>(
    `SELECT * FROM ledger.leaf WHERE ${where} AND entry IN ('decision', 'event')
     ORDER BY stream_id, entry, position`,
    values,
  );
  const waiting = await client.query<PendingLeafTable & { since: Instant | null; late: boolean | null }>(
    `SELECT p.*, d.committed_at AS since, d.committed_at < clock_timestamp() - interval '${WAITS_AT_MOST}' AS late
     FROM (SELECT * FROM ledger.pending_leaf WHERE ${where}) p
     LEFT JOIN ledger.decision d ON d.stream_id = p.stream_id AND d.sequence = p.decision_sequence`,
    values,
  );
  const placed = new Set<string>();
  let before: StreamLeaf | undefined;
  for (const leaf of leaves.rows) {
    const { stream_id: stream, entry, position, leaf_index: index } = leaf;
    seen(leaf);
    placed.add(`${stream} ${entry} ${position}`);
    const check = checks.get(stream);
    const hash = (entry === 'event' ? check?.eventHashes : check?.decisionHashes)?.[position];
    const found = (problem: 'ROW_MISSING' | 'LEAF_DIFFERS', explanation: string) =>
      report({ problem, entry, stream, position, explanation: `leaf ${index} ${explanation}` });
    if (hash === undefined) found('ROW_MISSING', `stands for ${entry} ${position}, which is gone`);
    else if (!hash.equals(leaf.hash)) found('LEAF_DIFFERS', `was given to another ${entry} ${position}`);
    if (before?.stream_id === stream && before.entry === entry && before.leaf_index > index) {
      found('LEAF_DIFFERS', `of ${entry} ${position} comes before that of ${entry} ${before.position}`);
    }
    before = leaf;
  }
  for (const row of waiting.rows) {
    const { stream_id: stream, decision_sequence: position } = row;
    placed.add(`${stream} decision ${position}`);
    if (row.since === null || row.late === true) {
      const explanation =
        row.since === null
          ? `decision ${position} waits for a leaf, and is gone`
          : `decision ${position} waits for a leaf since ${row.since}`;
      const problem = row.since === null ? 'ROW_MISSING' : 'LEAF_MISSING';
      report({ problem, entry: 'decision', stream, position, explanation });
    }
    if (row.first_version === null || row.last_version === null) continue;
    for (let version = row.first_version; version <= row.last_version; version += 1) {
      placed.add(`${stream} event ${version}`);
    }
  }
  for (const [stream, check] of checks) {
    for (const [entry, hashes] of [
      ['decision', check.decisionHashes],
      ['event', check.eventHashes],
    ] as const) {
      hashes.forEach((_, position) => {
        if (position === 0 || placed.has(`${stream} ${entry} ${position}`)) return;
        const explanation = `${entry} ${position} has no leaf and waits for none`;
        report({ problem: 'LEAF_MISSING', entry, stream, position, explanation });
      });
    }
  }
}

/** Leaves are numbered 0, 1, 2 ... without a hole. */
export async function verifyLeafNumbers(
  client: pg.PoolClient,
  report: Report,
  onRead: (count: number) => void,
): Promise<void> {
  let last = -1;
  for (;;) {
    const { rows } = await client.query<{ leaf_index: number }>(
      'SELECT leaf_index FROM ledger.leaf WHERE leaf_index > $1 ORDER BY leaf_index LIMIT $2',
      [last, LEAVES_PER_READ],
    );
    if (rows.length === 0) return;
    for (const { leaf_index: index } of rows) {
      if (index !== last + 1) {
        const explanation = `leaf ${last + 1} is missing before leaf ${index}`;
        report({ problem: 'GAP', entry: 'leaf', position: last + 1, explanation });
      }
      last = index;
    }
    onRead(rows.length);
  }
}
