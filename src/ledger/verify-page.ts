import type pg from 'pg';
import type { Report } from './findings.ts';
import { StreamCheck } from './stream-check.ts';
import { type StreamIdRange, within } from './stream-id-range.ts';
import type { DecisionTable, EventTable, LeafTable, StreamTable } from './tables.ts';
import { verifyDeadlines, verifyMessages } from './verify-beside.ts';
import type { FactsBySetting } from './verify-facts.ts';
import { verifyLeaves } from './verify-leaves.ts';
import { verifyRuns } from './verify-runs.ts';

/** Streams looked at in one snapshot: few enough to hold their hashes, enough to keep the reading busy. */
const STREAMS_PER_PAGE = 200;
/** Rows of one answer. */
const ROWS_PER_READ = 2_000;

export interface PageOutcome {
  readonly streams: number;
  readonly events: number;
  readonly decisions: number;
  /** Where the next page begins; undefined after the last. */
  readonly next: string | undefined;
}

/** Told of every row of a page, in the order of its stream. */
export interface RowWatch {
  event(row: EventTable): void;
  decision(row: DecisionTable): void;
  /** After all rows. */
  leaf?(leaf: LeafTable): void;
}

const NOBODY: RowWatch = { event: () => undefined, decision: () => undefined };

/** Everything about the streams of a range, up to a page of them. To be called within one snapshot. */
export async function verifyPage(
  client: pg.PoolClient,
  bounds: StreamIdRange,
  facts: FactsBySetting,
  report: Report,
  watch: RowWatch = NOBODY,
): Promise<PageOutcome> {
  const { where: inBounds, values } = within(bounds);
  const { rows: streams } = await client.query<StreamTable>(
    `SELECT * FROM ledger.stream WHERE ${inBounds} ORDER BY stream_id LIMIT ${STREAMS_PER_PAGE}`,
    values,
  );
  const last = streams.length === STREAMS_PER_PAGE ? streams.at(-1)!.stream_id : undefined;
  const next = last === bounds.last ? undefined : last;
  const range: StreamIdRange = { after: bounds.after, last: last ?? bounds.last };
  const checks = new Map(streams.map((row) => [row.stream_id, new StreamCheck(row.stream_id, row, report)]));
  const checkOf = (id: string): StreamCheck => {
    const known = checks.get(id);
    if (known !== undefined) return known;
    const orphan = new StreamCheck(id, undefined, report);
    checks.set(id, orphan);
    return orphan;
  };
  const events = await eachRow<EventTable>(client, 'event', 'version', range, (row) => {
    checkOf(row.stream_id).event(row);
    watch.event(row);
  });
  const decisions = await eachRow<DecisionTable>(client, 'decision', 'sequence', range, (row) => {
    checkOf(row.stream_id).decision(row);
    watch.decision(row);
  });
  for (const check of checks.values()) {
    check.end();
    for (const [key, fact] of check.facts) facts.set(key, fact);
  }
  await verifyDeadlines(client, range, checks, report);
  await verifyMessages(client, range, checks, report);
  await verifyRuns(client, range, checks, report);
  await verifyLeaves(client, range, checks, report, watch.leaf?.bind(watch));
  return { streams: streams.length, events, decisions, next };
}

async function eachRow<Row extends { stream_id: string }>(
  client: pg.PoolClient,
  table: 'event' | 'decision',
  position: 'version' | 'sequence',
  range: StreamIdRange,
  visit: (row: Row) => void,
): Promise<number> {
  const end = range.last === undefined ? '' : 'AND stream_id <= $4';
  const text = `SELECT * FROM ledger.${table} WHERE (stream_id, ${position}) > ($1, $2) ${end}
    ORDER BY stream_id, ${position} LIMIT $3`;
  let count = 0;
  // A page begins after all rows of the stream before it, whatever their number.
  let from: [string, number] = [range.after, Number.MAX_SAFE_INTEGER];
  for (;;) {
    const values = [...from, ROWS_PER_READ, ...(range.last === undefined ? [] : [range.last])];
    const { rows } = await client.query<Row>(text, values);
    rows.forEach(visit);
    count += rows.length;
    const last = rows.at(-1) as (Row & Record<string, number>) | undefined;
    if (last === undefined || rows.length < ROWS_PER_READ) return count;
    from = [last.stream_id, last[position]!];
  }
}
