/**
 * The safety net under every timer: deadlines are recorded facts, so nothing hangs on Temporal alone.
 * An entity whose deadline is overdue is woken, also when its run, or all of Temporal, is gone.
 */
import type { EntityGateway } from '../src/gateway/temporal-gateway.ts';
import type { Ledger } from '../src/ledger/ledger.ts';

export interface SweepDependencies {
  readonly ledger: Ledger;
  readonly gateway: EntityGateway;
  readonly onOverdue?: (count: number) => void;
}

/** A deadline gets this long to fire by its own timer before the sweep takes it for lost. */
const GRACE_MS = 15_000;
/** Entities woken in one round. */
const BATCH = 500;

export async function sweepOverdue({ ledger, gateway, onOverdue }: SweepDependencies): Promise<number> {
  const overdue = await ledger.overdue(new Date(Date.now() - GRACE_MS).toISOString(), BATCH);
  onOverdue?.(overdue.length);
  for (const stream of new Set(overdue.map((deadline) => deadline.stream))) {
    await gateway.wake(stream, 'live', 0);
  }
  return overdue.length;
}
