/** Where the bundle's streams stood at the last cut of all streams, and what proves that nothing is left out. */

import type { Queryable } from '../../seal/tile-store.ts';
import { headEntryBytes, leafHash, type StreamHeadEntry } from '../../transparency/entry.ts';
import { type HashedRange, HeadsTree } from './heads-tree.ts';
import { NOTE_COLUMNS, NOTES, type NoteRow } from './notes.ts';

/** Heads read in one go. */
const HEADS_PER_PAGE = 10_000;

export interface StreamHead {
  readonly index: number;
  readonly events: number;
  readonly eventHash: string;
  readonly decisions: number;
  readonly decisionHash: string;
}

export interface HeadsOfBundle {
  readonly heads: ReadonlyMap<string, StreamHead>;
  readonly beside: readonly HashedRange[];
}

/** The note about the cut at which the heads stand now, where it is sealed in the tree of this size. */
export async function noteOfHeads(database: Queryable, treeSize: number): Promise<NoteRow | undefined> {
  const { rows } = await database.query<NoteRow>(
    `SELECT ${NOTE_COLUMNS} FROM ${NOTES}
      WHERE n.kind = 'stream-heads' AND l.leaf_index < $1 ORDER BY n.id DESC LIMIT 1`,
    [treeSize],
  );
  const [note] = rows;
  const cut = await database.query<{ leaves: number }>('SELECT leaves FROM seal.heads_cut');
  const noted = note === undefined ? undefined : (JSON.parse(note.body) as { leaves: number }).leaves;
  return noted === cut.rows[0]?.leaves ? note : undefined;
}

/** Reads the heads of all streams once. A stream that was begun after the cut has none. */
export async function headsOf(database: Queryable, streams: ReadonlySet<string>): Promise<HeadsOfBundle> {
  const tree = new HeadsTree();
  const heads = new Map<string, StreamHead>();
  let after = '';
  for (let more = true; more; ) {
    const { rows } = await database.query<StreamHeadEntry>(
      `SELECT stream_id AS stream, kind, world, events, encode(event_hash, 'hex') AS "eventHash", decisions,
         encode(decision_hash, 'hex') AS "decisionHash"
       FROM seal.stream_head WHERE stream_id > $1 ORDER BY stream_id LIMIT $2`,
      [after, HEADS_PER_PAGE],
    );
    for (const { stream, ...head } of rows) {
      const ours = streams.has(stream);
      const index = tree.add(leafHash(headEntryBytes({ stream, ...head })), ours);
      const { events, eventHash, decisions, decisionHash } = head;
      if (ours) heads.set(stream, { index, events, eventHash, decisions, decisionHash });
    }
    after = rows.at(-1)?.stream ?? after;
    more = rows.length === HEADS_PER_PAGE;
  }
  return { heads, beside: tree.beside() };
}
