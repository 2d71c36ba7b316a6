/**
 * The safety net under every timer: deadlines are recorded facts, so nothing hangs on Temporal alone.
 * An entity whose deadline is overdue is woken, also when its run, or all of Temporal, is gone.
 */
import type { EntityGateway } from '../src/gateway/temporal-gateway.ts';
import { type Ledger, LIVE_WORLD } from '../src/ledger/ledger.ts';
import type { Worlds } from '../src/sandbox/worlds.ts';

export interface SweepDependencies {
  readonly ledger: Ledger;
  readonly gateway: EntityGateway;
  readonly worlds: Pick<Worlds, 'overdue'>;
  readonly onOverdue?: (count: number) => void;
  readonly onFailure?: (stream: string, error: unknown) => void;
}

/** A deadline gets this long to fire by its own timer before the sweep takes it for lost. */
const GRACE_MS = 15_000;
/** Entities looked up in one query, and woken before the next. */
const PAGE = 500;

interface Late {
  readonly stream: string;
  readonly world: string;
  readonly clockOffsetMs: number;
}

/**
 * Wakes entities of real cases and of sandbox worlds, each by its own clock; answers how many. Every one,
 * however many there are: those whose firing meets a bug stay overdue, and must not hide the others.
 */
export async function sweepOverdue(dependencies: SweepDependencies): Promise<number> {
  const { ledger, worlds, onOverdue } = dependencies;
  const until = new Date(Date.now() - GRACE_MS).toISOString();
  let real = 0;
  for (let after: string | undefined = ''; after !== undefined; ) {
    const streams = await ledger.overdueStreams(until, PAGE, after);
    real += streams.length;
    await wakeAll(
      dependencies,
      streams.map((stream) => ({ stream, world: LIVE_WORLD, clockOffsetMs: 0 })),
    );
    after = streams.at(-1);
  }
  onOverdue?.(real);
  const practised = await worlds.overdue(GRACE_MS, PAGE);
  await wakeAll(dependencies, practised);
  return real + practised.length;
}

async function wakeAll({ gateway, onFailure }: SweepDependencies, late: readonly Late[]): Promise<void> {
  for (const { stream, world, clockOffsetMs } of late) {
    try {
      await gateway.wake(stream, world, clockOffsetMs);
    } catch (error) {
      onFailure?.(stream, error);
    }
  }
}
