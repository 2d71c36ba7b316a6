/**
 * Where all streams stood at each cut that a note tells of, from the leaves as they are now: a stream that is gone
 * whole, with every leaf of its own, is missed here. One walk over the streams for all notes together.
 */
import type pg from 'pg';
import { streamHash } from '../../ledger/chain.ts';
import type { Report } from '../../ledger/findings.ts';
import type { LeafTable } from '../../ledger/tables.ts';
import { inSnapshot } from '../../ledger/verify.ts';
import { headsRoot } from '../../seal/stream-heads.ts';
import { headEntryBytes, leafHash, type StreamHeadEntry } from '../../transparency/entry.ts';
import { GrowingTree } from '../../transparency/growing-tree.ts';
import type { Counts } from './jobs.ts';
import { tracesOfMissing } from './missing-streams.ts';

/** Newest notes that are computed again: more than a year of daily ones. */
const NOTES_MAX = 400;
const ROWS_PER_FETCH = 5_000;

interface Cut {
  readonly noteId: number;
  readonly leaves: number;
  readonly streams: number;
  readonly root: string;
  readonly tree: GrowingTree;
}

type Row = Pick<LeafTable, 'stream_id' | 'entry' | 'leaf_index' | 'position' | 'hash'> & {
  readonly kind: string | null;
  readonly world: string | null;
};

/** What a stream had at a cut. */
interface Place {
  readonly position: number;
  readonly hash: string;
}

export function readHeads(
  client: pg.PoolClient,
  counts: Counts,
  report: Report,
  remark: (sentence: string) => void,
): Promise<void> {
  return inSnapshot(client, async () => {
    const cuts = await readCuts(client);
    if (cuts.length === 0) return;
    const notes = await headsNotes(client);
    if (notes > NOTES_MAX)
      remark(
        `Of ${notes} notes about where all streams stood, the newest ${NOTES_MAX} were computed again and the ` +
          `${notes - NOTES_MAX} before them were not.`,
      );
    const leaves = await leafTotal(client);
    const beyond = cuts.find((cut) => cut.leaves > leaves);
    if (beyond !== undefined) {
      const explanation =
        `note ${beyond.noteId} sealed where ${beyond.streams} streams stood among the first ${beyond.leaves} leaves, ` +
        `and there are ${leaves}`;
      report({ problem: 'ROLLED_BACK', entry: 'heads', position: beyond.leaves, explanation });
    }
    const walk = new HeadsWalk(cuts.filter((cut) => cut.leaves <= leaves));
    await eachRow(client, (row) => walk.row(row));
    walk.endStream();
    counts.heads += cuts.length;
    const wrong = walk.cuts.filter(
      ({ tree, streams, root }) => tree.size !== streams || tree.root().toString('hex') !== root,
    );
    for (const { noteId, leaves: cut, streams, tree } of wrong.slice(0, 1)) {
      const later = wrong.length - 1;
      const others = ['', ' (and 1 later note)'][later] ?? ` (and ${later} later notes)`;
      const explanation =
        `note ${noteId} sealed where ${streams} streams stood among the first ${cut} leaves, and what is there gives ` +
        `${tree.size === streams ? 'the same number, standing elsewhere' : `${tree.size} streams`}${others}`;
      report({ problem: 'TREE_DIFFERS', entry: 'heads', position: cut, explanation });
    }
    await compareKeptHeads(client, report);
    await compareHeadsRoot(
      client,
      cuts.reduce((last, cut) => (cut.noteId > last.noteId ? cut : last)),
      report,
    );
    if (wrong.length > 0 || beyond !== undefined) await tracesOfMissing(client, report);
  });
}

async function readCuts(client: pg.PoolClient): Promise<Cut[]> {
  const { rows } = await client.query<{ id: number; leaves: number; streams: number; root: string }>(
    `SELECT id, (body::jsonb ->> 'leaves')::bigint AS leaves, (body::jsonb ->> 'streams')::bigint AS streams,
       body::jsonb ->> 'root' AS root
     FROM ledger.note WHERE kind = 'stream-heads' AND pg_input_is_valid(body, 'jsonb') ORDER BY id DESC LIMIT ${NOTES_MAX}`,
  );
  return rows
    .map(({ id: noteId, ...cut }) => ({ noteId, ...cut, tree: new GrowingTree() }))
    .sort((one, other) => one.leaves - other.leaves);
}

async function headsNotes(client: pg.PoolClient): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*) AS count FROM ledger.note WHERE kind = 'stream-heads' AND pg_input_is_valid(body, 'jsonb')`,
  );
  return rows[0]!.count;
}

async function leafTotal(client: pg.PoolClient): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    'SELECT coalesce(max(leaf_index) + 1, 0) AS count FROM ledger.leaf WHERE leaf_index < $1',
    [Number.MAX_SAFE_INTEGER],
  );
  return rows[0]!.count;
}

async function eachRow(client: pg.PoolClient, visit: (row: Row) => void): Promise<void> {
  await client.query(`SET LOCAL cursor_tuple_fraction = 1; SET LOCAL work_mem = '64MB'`);
  await client.query(
    `DECLARE heads NO SCROLL CURSOR FOR
     SELECT l.stream_id, l.entry, l.leaf_index, l.position, l.hash, s.kind, s.world
     FROM ledger.leaf l LEFT JOIN ledger.stream s ON s.stream_id = l.stream_id
     WHERE l.entry IN ('decision', 'event') ORDER BY l.stream_id, l.entry, l.position`,
  );
  for (;;) {
    const { rows } = await client.query<Row>(`FETCH ${ROWS_PER_FETCH} FROM heads`);
    rows.forEach(visit);
    if (rows.length < ROWS_PER_FETCH) break;
  }
  await client.query('CLOSE heads');
}

/** Streams come in bytewise order of their ids, which is the order of the tree. */
class HeadsWalk {
  readonly cuts: readonly Cut[];
  #stream: Row | undefined;
  /** By cut: the last row before it, if there is one that no earlier cut has. */
  #events: (Place | undefined)[] = [];
  #decisions: (Place | undefined)[] = [];

  constructor(cuts: readonly Cut[]) {
    this.cuts = cuts;
  }

  row(row: Row): void {
    if (this.#stream?.stream_id !== row.stream_id) {
      this.endStream();
      this.#stream = row;
    }
    const cut = this.#cutAfter(row.leaf_index);
    if (cut === this.cuts.length) return;
    const place = { position: row.position, hash: row.hash.toString('hex') };
    (row.entry === 'event' ? this.#events : this.#decisions)[cut] = place;
  }

  /** The first cut that takes a leaf in. */
  #cutAfter(leaf: number): number {
    let [from, to] = [0, this.cuts.length];
    while (from < to) {
      const middle = Math.floor((from + to) / 2);
      if (this.cuts[middle]!.leaves > leaf) to = middle;
      else from = middle + 1;
    }
    return from;
  }

  endStream(): void {
    if (this.#stream === undefined) return;
    const { stream_id: stream, kind, world } = this.#stream;
    const named = { stream, kind: kind ?? '', world: world ?? '' };
    const origin: Place = {
      ...{ position: 0, hash: streamHash(stream, named.kind, named.world).toString('hex') },
    };
    let [events, decisions] = [origin, origin];
    let entry: Buffer | undefined;
    for (const [index, { tree }] of this.cuts.entries()) {
      const moved = this.#events[index] !== undefined || this.#decisions[index] !== undefined;
      events = this.#events[index] ?? events;
      decisions = this.#decisions[index] ?? decisions;
      if (moved) entry = leafHash(headEntryBytes(headOf(named, events, decisions)));
      if (entry !== undefined && decisions.position > 0) tree.append(entry);
    }
    this.#stream = undefined;
    this.#events = [];
    this.#decisions = [];
  }
}

const headOf = (
  named: Pick<StreamHeadEntry, 'stream' | 'kind' | 'world'>,
  events: Place,
  decisions: Place,
): StreamHeadEntry => ({
  ...named,
  ...{ events: events.position, eventHash: events.hash },
  ...{ decisions: decisions.position, decisionHash: decisions.hash },
});

/** The table that proofs are made from: each row has its leaves, and they say the same. */
async function compareKeptHeads(client: pg.PoolClient, report: Report): Promise<void> {
  const { rows } = await client.query<{ stream_id: string; events: number; leaves: number }>(
    `SELECT h.stream_id, h.events, (SELECT leaves FROM seal.heads_cut) AS leaves
     FROM seal.stream_head h
     LEFT JOIN ledger.leaf d ON d.stream_id = h.stream_id AND d.entry = 'decision' AND d.position = h.decisions
     LEFT JOIN ledger.leaf e ON e.stream_id = h.stream_id AND e.entry = 'event' AND e.position = h.events
     WHERE d.hash IS DISTINCT FROM h.decision_hash
       OR (h.events > 0 AND e.hash IS DISTINCT FROM h.event_hash)
     ORDER BY h.stream_id LIMIT 1000`,
  );
  for (const { stream_id: stream, events, leaves } of rows) {
    const explanation =
      `stream ${stream} stood among the first ${leaves} leaves with ${events} events, ` +
      'and its leaves are gone or others';
    report({ problem: 'ROW_MISSING', entry: 'heads', stream, position: leaves, explanation });
  }
}

/** Heads, cut and note move together: a head that was taken away, added or set back gives another root. */
async function compareHeadsRoot(client: pg.PoolClient, last: Cut, report: Report): Promise<void> {
  const { rows } = await client.query<{ leaves: number }>('SELECT leaves FROM seal.heads_cut');
  const cut = rows[0]?.leaves;
  const found = (explanation: string) =>
    report({ problem: 'TREE_DIFFERS', entry: 'heads', position: last.leaves, explanation });
  if (cut === last.leaves) {
    if ((await headsRoot(client)).toString('hex') !== last.root)
      found(`the heads of streams that proofs are made from are not those that note ${last.noteId} sealed`);
  } else {
    const stand = cut === undefined ? 'are gone' : `stand at the first ${cut} leaves`;
    found(`the heads of streams ${stand}, and note ${last.noteId} sealed them at the first ${last.leaves}`);
  }
}
