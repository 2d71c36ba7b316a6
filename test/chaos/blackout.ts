/**
 * A commit that everybody forgets. Those who would ask again hold their breath; leavers send for the only time;
 * the worker dies after one of their commits, and with it the API and Temporal, which hold the rest of what was
 * asked. The ledger alone knows of the deadline: the sweep has to find it there.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { ChaosClient } from './client.ts';
import { type Blackout, dieAt } from './faults.ts';
import type { AtTheDoor } from './people.ts';
import type { ChaosSystem } from './system.ts';

export interface Stage {
  readonly client: ChaosClient;
  readonly door: Set<AtTheDoor>;
}

/** Of those at the door, who leaves: their deadline comes soon, and not before the worker is back. */
const LEAVES_MS = { most: 45_000, least: 10_000 } as const;
/** Without anybody leaving, all that is forgotten would be asked again. */
const LEAVE_LIMIT_MS = 15_000;
/** What was sent before has its answer by then. */
const HUSH_MS = 2_500;

export async function blackout(
  system: ChaosSystem,
  { passes }: Blackout,
  { client, door }: Stage,
): Promise<string> {
  const leaving = (): AtTheDoor[] =>
    [...door].filter(({ endsAt }) => {
      const left = endsAt - Date.now();
      return left > LEAVES_MS.least && left < LEAVES_MS.most;
    });
  const leaveUntil = Date.now() + LEAVE_LIMIT_MS;
  while (leaving().length === 0 && Date.now() < leaveUntil) await delay(50);
  client.isHushed = true;
  try {
    await delay(HUSH_MS);
    const point = `after-commit:${passes}`;
    const died = await dieAt(system, point, () => {
      for (const one of leaving()) {
        door.delete(one);
        one.go();
      }
    });
    await Promise.all([system.kill('api'), system.kill('temporal')]);
    await system.restart('temporal');
    return `all but Postgres died${died ? ` at ${point}` : ''}`;
  } finally {
    client.isHushed = false;
  }
}
