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
}

/** A deadline gets this long to fire by its own timer before the sweep takes it for lost. */
const GRACE_MS = 15_000;
/** Entities woken in one round. */
const BATCH = 500;

/** Wakes entities of real cases and of sandbox worlds, each by its own clock; answers how many. */
export async function sweepOverdue({
  ledger,
  gateway,
  worlds,
  onOverdue,
}: SweepDependencies): Promise<number> {
  const real = await ledger.overdue(new Date(Date.now() - GRACE_MS).toISOString(), BATCH);
  onOverdue?.(real.length);
  const late = new Map(real.map(({ stream }) => [stream, { stream, world: LIVE_WORLD, clockOffsetMs: 0 }]));
  for (const entity of await worlds.overdue(GRACE_MS, BATCH)) late.set(entity.stream, entity);
  for (const { stream, world, clockOffsetMs } of late.values())
    await gateway.wake(stream, world, clockOffsetMs);
  return late.size;
}
