/** What goes into a bundle, fixed before its first line, on one sight of the database. */
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import type { KeptCheckpoint } from '../../seal/checkpoints.ts';
import type { SealedLog } from '../../seal/sealed-log.ts';
import { NotPublished } from '../../seal/sealer.ts';
import type { NoteRow } from './notes.ts';
import { leavesOfPeriod } from './period-leaves.ts';
import type { BundleScope, LeafRange, SealedScope } from './scope.ts';
import { streamsOfScope } from './scope-streams.ts';
import { type HeadsOfBundle, headsOf, noteOfHeads } from './stream-heads.ts';
import { groundsOf, placesOf } from './stream-places.ts';
import type { StreamPlace } from './stream-rows.ts';

export interface BundlePlan {
  readonly scope: SealedScope;
  readonly checkpoint: KeptCheckpoint;
  readonly heads: HeadsOfBundle & { readonly note: NoteRow };
  readonly subjects: readonly StreamPlace[];
  readonly registers: readonly StreamPlace[];
  /** Builds that decided the subjects' commands. */
  readonly builds: readonly string[];
}

export interface PlanNeeds {
  /** Without limits on a statement: a period looks once over all leaves. */
  readonly pool: pg.Pool;
  readonly log: SealedLog;
}

/** Somebody else's cut may come between ours and our look: their checkpoint follows at once, unless they died. */
const TRIES = 3;
const LOOKS = 20;
const LOOK_AGAIN_MS = 100;
const LONGEST_PLAN = '5min';
const NO_LEAVES: LeafRange = { leafFrom: 0, leafTo: 0 };

/**
 * Seals what there is, and looks at it.
 *
 * @throws LogKeyAbsent, NotPublished, SigningRefused: without a published checkpoint nothing could be proven.
 */
export async function planBundle(needs: PlanNeeds, scope: BundleScope): Promise<BundlePlan> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    await needs.log.sealNow();
    for (let looked = 0; looked < LOOKS; looked += 1) {
      const checkpoint = await needs.log.latestPublished();
      const plan = checkpoint === undefined ? undefined : await lookAt(needs, scope, checkpoint);
      if (plan !== undefined) return plan;
      await delay(LOOK_AGAIN_MS);
    }
  }
  throw new NotPublished('others seal the log so often that no bundle could be made: ask again');
}

async function lookAt(
  { pool }: PlanNeeds,
  scope: BundleScope,
  checkpoint: KeptCheckpoint,
): Promise<BundlePlan | undefined> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query(`SET LOCAL idle_in_transaction_session_timeout = '${LONGEST_PLAN}'`);
    const plan = await planOn(client, scope, checkpoint);
    await client.query('COMMIT');
    client.release();
    return plan;
  } catch (error) {
    // The connection's state is not known: it is closed, which rolls back.
    client.release(true);
    throw error;
  }
}

async function planOn(
  client: pg.PoolClient,
  scope: BundleScope,
  checkpoint: KeptCheckpoint,
): Promise<BundlePlan | undefined> {
  const { size } = checkpoint;
  const note = await noteOfHeads(client, size);
  if (note === undefined) return undefined;
  const range = scope.kind === 'period' ? await leavesOfPeriod(client, scope, size) : NO_LEAVES;
  const subjects = await placesOf(client, await streamsOfScope(client, scope, range), size);
  const grounds = await groundsOf(
    client,
    subjects.map(({ stream }) => stream),
  );
  const registers = await placesOf(client, grounds.registers, size);
  const heads = await headsOf(client, new Set([...subjects, ...registers].map(({ stream }) => stream)));
  return {
    scope: scope.kind === 'period' ? { ...scope, ...range } : scope,
    ...{ checkpoint, subjects, registers, builds: grounds.builds },
    heads: { ...heads, note },
  };
}
