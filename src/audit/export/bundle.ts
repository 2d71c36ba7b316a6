/**
 * The bundle as it is written: one line after another, each row read when its turn comes, so that a large office
 * needs no more memory than a small one. Lines and their order: docs/audit-bundle.md.
 */
import type pg from 'pg';
import type { Actor } from '../../domain/decider.ts';
import type { Instant } from '../../domain/time/moment.ts';
import type { SealedLog } from '../../seal/sealed-log.ts';
import { rangeHashes } from '../../transparency/hash-reader.ts';
import { consistencyLines } from './consistency.ts';
import { historiesOf } from './histories.ts';
import { LeafIndexes } from './leaf-indexes.ts';
import type { BundleLine } from './lines.ts';
import { missingRanges, type Range } from './missing-ranges.ts';
import { notesWithin, sealedBy } from './notes.ts';
import type { BundlePlan } from './plan.ts';
import { redactionsOf } from './redactions.ts';
import { decisionLine, eventLine } from './rows.ts';
import { rulePacks } from './rule-packs.ts';
import { type StreamPlace, streamPages } from './stream-rows.ts';
import { looksAt, looksWithin } from './who-looked.ts';

export interface BundleSource {
  readonly pool: pg.Pool;
  readonly log: SealedLog;
  readonly madeAt: Instant;
  readonly madeBy: Pick<Actor, 'id' | 'role' | 'office'>;
  /** Of the program that writes. */
  readonly build: string;
  /** Size of a checkpoint that the reader kept from before. */
  readonly since?: number;
}

/** Node hashes computed at once: their tiles lie side by side. */
const NODES_AT_ONCE = 64;

/** Every line but the end, in their order. */
export async function* bundleLines(plan: BundlePlan, source: BundleSource): AsyncGenerator<BundleLine> {
  const { pool, log } = source;
  const { size } = plan.checkpoint;
  const leaves = new LeafIndexes();
  const notes = new Set<number>();
  const streams = [...plan.subjects, ...plan.registers].map(({ stream }) => stream);
  const subjects = plan.subjects.map(({ stream }) => stream);

  yield headerLine(plan, source);
  yield { type: 'trust', policy: log.policy };
  yield { type: 'checkpoint', note: plan.checkpoint.note };
  yield* consistencyLines(pool, log, size, source.since);
  yield* noted(rulePacks(pool, plan.builds, size), leaves, notes);
  yield* noted([{ type: 'heads', ...sealedBy(plan.heads.note) }], leaves, notes);
  yield* streamLines(plan, source, leaves);
  yield* noted(historiesOf(pool, subjects, size), leaves, notes);
  yield* redactionsOf(pool, streams);
  const { scope } = plan;
  const looks = scope.kind === 'period' ? looksWithin(pool, scope) : looksAt(pool, subjects, size);
  yield* noted(looks, leaves);
  if (scope.kind === 'period') yield* noted(notesWithin(pool, scope, notes), leaves);
  yield* nodeLines(log, leaves, size);
  for (const { from, to, hash } of plan.heads.beside)
    yield { type: 'head-node', from, to, hash: hash.toString('hex') };
}

const headerLine = ({ scope, checkpoint }: BundlePlan, { log, madeAt, madeBy, build }: BundleSource) => ({
  type: 'header',
  format: 'titian-bundle/1',
  ...{ origin: log.origin, treeSize: checkpoint.size, scope, madeAt },
  madeBy: { id: madeBy.id, role: madeBy.role, office: madeBy.office },
  build,
});

/** Notes their leaves as the lines pass. */
async function* noted(
  lines: AsyncIterable<BundleLine & { leaf: number }> | Iterable<BundleLine & { leaf: number }>,
  leaves: LeafIndexes,
  told?: Set<number>,
): AsyncGenerator<BundleLine> {
  for await (const line of lines) {
    leaves.add(line.leaf);
    told?.add(line.leaf);
    yield line;
  }
}

async function* streamLines(
  { subjects, registers, heads, checkpoint }: BundlePlan,
  { pool }: BundleSource,
  leaves: LeafIndexes,
): AsyncGenerator<BundleLine> {
  const lineOf = ({ stream, kind, world }: StreamPlace, role: string): BundleLine => ({
    ...{ type: 'stream', stream, kind, world, role },
    head: heads.heads.get(stream) ?? null,
  });
  for (const [role, places] of [
    // First what the others rest on: whoever reads once need not keep them until it comes.
    ['register', registers],
    ['subject', subjects],
  ] as const) {
    for await (const { place, first, rows } of streamPages(pool, places, checkpoint.size)) {
      if (first) yield lineOf(place, role);
      for (const found of rows) {
        leaves.add(found.row.leaf_index);
        yield found.entry === 'decision' ? decisionLine(found.row) : eventLine(found.row);
      }
    }
  }
}

async function* nodeLines(log: SealedLog, leaves: LeafIndexes, size: number): AsyncGenerator<BundleLine> {
  const reader = log.hashesOf(size);
  const lines = async (ranges: readonly Range[]): Promise<BundleLine[]> => {
    const hashes = await rangeHashes(ranges, reader);
    return ranges.map((range, place) => ({ type: 'node', ...range, hash: hashes[place]!.toString('hex') }));
  };
  let waiting: Range[] = [];
  for (const range of missingRanges(leaves.sorted(), size)) {
    waiting.push(range);
    if (waiting.length < NODES_AT_ONCE) continue;
    yield* await lines(waiting);
    waiting = [];
  }
  yield* await lines(waiting);
}
