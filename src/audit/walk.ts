/**
 * The whole record as of one leaf, stream by stream and page by page: what was committed after that leaf is not
 * looked at, so that the same question has the same answer tomorrow and on another machine.
 */
import { setImmediate as otherWork } from 'node:timers/promises';
import type { Pool } from 'pg';
import { deciderOfStream } from '../domain/deciders.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Life, readLife, type Step, stepsOf } from './life.ts';

/** Streams whose places are asked for at once. */
const PAGE = 200;

export interface WalkedStream {
  readonly stream: string;
  readonly kind: string;
  readonly world: string;
  /** Decision by decision, with the state before and after each. */
  readonly steps: readonly Step[];
}

export interface WalkScope {
  readonly world: string;
  /** Highest leaf that is looked at. */
  readonly leaf: number;
  /** Kinds of stream; registers and findings are no part of what is examined. */
  readonly kinds?: readonly string[];
  /** Ends the walk before the next stream, with the signal's reason. */
  readonly signal?: AbortSignal;
}

const EXAMINED = ['journey', 'class', 'certificate', 'permit'] as const;

/** @param onProgress told after each page how many streams were walked. Answers how many there were. */
export async function walkStreams(
  { pool, ledger }: { readonly pool: Pool; readonly ledger: Ledger },
  { world, leaf, kinds = EXAMINED, signal }: WalkScope,
  visit: (walked: WalkedStream) => void,
  onProgress: (streams: number) => void = () => {},
): Promise<number> {
  let after = '';
  let walked = 0;
  for (;;) {
    const { rows } = await pool.query<{ stream: string; kind: string }>(
      `SELECT stream_id AS stream, kind FROM ledger.stream
        WHERE world = $1 AND kind = ANY ($2::text[]) AND stream_id COLLATE "C" > $3
        ORDER BY stream_id COLLATE "C" LIMIT $4`,
      [world, kinds, after, PAGE],
    );
    const cuts = await cutsAt(
      pool,
      leaf,
      rows.map(({ stream }) => stream),
    );
    for (const { stream, kind } of rows) {
      const cut = cuts.get(stream);
      if (cut === undefined) continue;
      // Folding a life is milliseconds of one core: officers' requests come between two of them.
      await otherWork();
      signal?.throwIfAborted();
      const life = upTo(await readLife(ledger, stream), cut);
      visit({ stream, kind, world, steps: [...stepsOf(life, deciderOfStream(stream))] });
      walked += 1;
    }
    onProgress(walked);
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return walked;
    after = last.stream;
  }
}

interface Cut {
  readonly decisions: number;
  readonly events: number;
}

async function cutsAt(pool: Pool, leaf: number, streams: readonly string[]): Promise<Map<string, Cut>> {
  const { rows } = await pool.query<{ stream: string; decisions: number | null; events: number | null }>(
    `SELECT stream_id AS stream, max(position) FILTER (WHERE entry = 'decision') AS decisions,
            max(position) FILTER (WHERE entry = 'event') AS events
       FROM ledger.leaf WHERE stream_id = ANY ($1::text[]) AND leaf_index <= $2 GROUP BY stream_id`,
    [streams, leaf],
  );
  return new Map(
    rows.map(({ stream, decisions, events }) => [
      stream,
      { decisions: Number(decisions ?? 0), events: Number(events ?? 0) },
    ]),
  );
}

const upTo = ({ stream, decisions, events }: Life, cut: Cut): Life => ({
  stream,
  decisions: decisions.filter(({ sequence }) => sequence <= cut.decisions),
  events: events.filter(({ version }) => version <= cut.events),
});
