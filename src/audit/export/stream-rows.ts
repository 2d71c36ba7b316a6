/** Streams with their rows below a cut of the log, a bounded page at a time. */
import type pg from 'pg';
import type { DecisionTable, EventTable } from '../../ledger/tables.ts';
import type { Leaf } from './rows.ts';

/** Decisions read in one go: with their events a megabyte or two. */
const DECISIONS_PER_PAGE = 200;

export interface StreamPlace {
  readonly stream: string;
  readonly kind: string;
  readonly world: string;
  readonly decisions: number;
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
  let decisions = 0;
  for (const place of places) {
    if (decisions + place.decisions > DECISIONS_PER_PAGE && batch.length > 0) {
      yield* shortStreams(pool, batch, treeSize);
      [batch, decisions] = [[], 0];
    }
    if (place.decisions > DECISIONS_PER_PAGE) {
      yield* longStream(pool, place, treeSize);
      continue;
    }
    batch.push(place);
    decisions += place.decisions;
    if (batch.length < DECISIONS_PER_PAGE) continue;
    yield* shortStreams(pool, batch, treeSize);
    [batch, decisions] = [[], 0];
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

async function* longStream(pool: pg.Pool, place: StreamPlace, treeSize: number): AsyncGenerator<StreamPage> {
  for (let after = 0; after < place.decisions; after += DECISIONS_PER_PAGE) {
    const decisions = await pool.query<DecisionTable & Leaf>(
      `${DECISIONS} WHERE d.stream_id = $2 AND d.sequence > $3 AND d.sequence <= $4 ORDER BY d.sequence`,
      [treeSize, place.stream, after, after + DECISIONS_PER_PAGE],
    );
    const from = decisions.rows.find(({ first_version }) => first_version !== null)?.first_version ?? 0;
    const to = decisions.rows.findLast(({ last_version }) => last_version !== null)?.last_version ?? -1;
    const events = await pool.query<EventTable & Leaf>(
      `${EVENTS} WHERE e.stream_id = $2 AND e.version BETWEEN $3 AND $4`,
      [treeSize, place.stream, from, to],
    );
    yield { place, first: after === 0, rows: inOrder(decisions.rows, events.rows) };
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
