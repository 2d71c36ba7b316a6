/** Streams with their rows below a cut of the log, a bounded page at a time. */
import type pg from 'pg';
import type { DecisionTable, EventTable } from '../../ledger/tables.ts';
import type { Leaf } from './rows.ts';

/** Decisions and events read in one go: a megabyte or two. One decision alone may make 2,500 events. */
export const ROWS_PER_PAGE = 500;

export interface StreamPlace {
  readonly stream: string;
  readonly kind: string;
  readonly world: string;
  readonly decisions: number;
  readonly events: number;
}

export type StreamRow =
  | { readonly entry: 'decision'; readonly row: DecisionTable & Leaf }
  | { readonly entry: 'event'; readonly row: EventTable & Leaf };

export interface StreamPage {
  readonly place: StreamPlace;
  /** False where earlier pages of the same stream came before. */
  readonly first: boolean;
  /** In the order of their leaves. */
  readonly rows: readonly StreamRow[];
}

/** @param places in the order in which their pages come. */
export async function* streamPages(
  pool: pg.Pool,
  places: Iterable<StreamPlace>,
  treeSize: number,
): AsyncGenerator<StreamPage> {
  let batch: StreamPlace[] = [];
  let waiting = 0;
  for (const place of places) {
    const rows = place.decisions + place.events;
    if (waiting + rows > ROWS_PER_PAGE && batch.length > 0) {
      yield* shortStreams(pool, batch, treeSize);
      [batch, waiting] = [[], 0];
    }
    if (rows > ROWS_PER_PAGE) {
      yield* longStream(pool, place, treeSize);
      continue;
    }
    batch.push(place);
    waiting += rows;
  }
  if (batch.length > 0) yield* shortStreams(pool, batch, treeSize);
}

async function* shortStreams(
  pool: pg.Pool,
  places: readonly StreamPlace[],
  treeSize: number,
): AsyncGenerator<StreamPage> {
  const streams = places.map(({ stream }) => stream);
  const [decisions, events] = await Promise.all([
    pool.query<DecisionTable & Leaf>(`${DECISIONS} WHERE d.stream_id = ANY ($2::text[])`, [
      treeSize,
      streams,
    ]),
    pool.query<EventTable & Leaf>(`${EVENTS} WHERE e.stream_id = ANY ($2::text[])`, [treeSize, streams]),
  ]);
  const rows = new Map<string, StreamRow[]>(streams.map((stream) => [stream, []]));
  for (const found of inOrder(decisions.rows, events.rows)) rows.get(found.row.stream_id)?.push(found);
  for (const place of places) yield { place, first: true, rows: rows.get(place.stream) ?? [] };
}

/** By place in the log: a page may end between two events of one decision. The places alone are small. */
async function* longStream(pool: pg.Pool, place: StreamPlace, treeSize: number): AsyncGenerator<StreamPage> {
  const { stream } = place;
  const { rows: leaves } = await pool.query<{ entry: 'decision' | 'event'; position: number }>(
    `SELECT entry, position FROM ledger.leaf WHERE stream_id = $1 AND leaf_index < $2 ORDER BY leaf_index`,
    [stream, treeSize],
  );
  for (let from = 0; from < leaves.length; from += ROWS_PER_PAGE) {
    const page = leaves.slice(from, from + ROWS_PER_PAGE);
    const range = (entry: 'decision' | 'event'): readonly number[] => {
      const positions = page.filter((leaf) => leaf.entry === entry).map(({ position }) => position);
      return [positions[0] ?? 1, positions.at(-1) ?? 0];
    };
    const [decisions, events] = await Promise.all([
      pool.query<DecisionTable & Leaf>(
        `${DECISIONS} WHERE d.stream_id = $2 AND d.sequence BETWEEN $3 AND $4`,
        [...[treeSize, stream, ...range('decision')]],
      ),
      pool.query<EventTable & Leaf>(`${EVENTS} WHERE e.stream_id = $2 AND e.version BETWEEN $3 AND $4`, [
        ...[treeSize, stream, ...range('event')],
      ]),
    ]);
    yield { place, first: from === 0, rows: inOrder(decisions.rows, events.rows) };
  }
}

function inOrder(
  decisions: readonly (DecisionTable & Leaf)[],
  events: readonly (EventTable & Leaf)[],
): StreamRow[] {
  const rows: StreamRow[] = [
    ...decisions.map((row) => ({ entry: 'decision', row }) as const),
    ...events.map((row) => ({ entry: 'event', row }) as const),
  ];
  return rows.sort((a, b) => a.row.leaf_index - b.row.leaf_index);
}

const DECISIONS = `
  SELECT l.leaf_index, d.* FROM ledger.decision d
    JOIN ledger.leaf l ON l.stream_id = d.stream_id AND l.entry = 'decision' AND l.position = d.sequence
      AND l.leaf_index < $1`;
const EVENTS = `
  SELECT l.leaf_index, e.* FROM ledger.event e
    JOIN ledger.leaf l ON l.stream_id = e.stream_id AND l.entry = 'event' AND l.position = e.version
      AND l.leaf_index < $1`;
