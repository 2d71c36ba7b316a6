/** Moving a sandbox world's clock, step by step. Every step can be repeated: the ledger knows what has fired. */
import { heartbeat } from '@temporalio/activity';
import type { EntityGateway } from '../src/gateway/temporal-gateway.ts';
import type { Ledger } from '../src/ledger/ledger.ts';
import type { Worlds } from '../src/sandbox/worlds.ts';
import type { WorldActivities } from './world-activities.ts';

export interface WorldDependencies {
  readonly ledger: Ledger;
  readonly worlds: Worlds;
  readonly gateway: EntityGateway;
  /** Delivers every undelivered message; answers how many. */
  readonly deliverMessages: () => Promise<number>;
}

/** One activity hands back after this long, so that a killed worker repeats little. */
const STEP_MS = 20_000;
/** Deadlines of one instant are independent of each other: this many entities act at the same time. */
const TOGETHER_MAX = 8;

export function createWorldActivities(dependencies: WorldDependencies): WorldActivities {
  const { ledger, worlds, gateway, deliverMessages } = dependencies;

  /** Fires everything that is due at the earliest instant on the way; answers false when nothing is. */
  async function fireNext(world: string, to: string): Promise<number> {
    const due = await ledger.nextDue(world, to, TOGETHER_MAX);
    const first = due[0];
    if (first === undefined) return 0;
    const { clockOffsetMs } = await worlds.moveTo(world, first.dueAt);
    const streams = new Set(due.filter(({ dueAt }) => dueAt === first.dueAt).map(({ stream }) => stream));
    const fired = await Promise.all(
      [...streams].map((stream) =>
        gateway.fireThrough(stream, world, { through: first.dueAt, clockOffsetMs }),
      ),
    );
    return fired.reduce((sum, count) => sum + count, 0);
  }

  return {
    async advanceWorld({ world, to }) {
      const endsAt = performance.now() + STEP_MS;
      let fired = 0;
      while (performance.now() < endsAt) {
        heartbeat();
        const count = await fireNext(world, to);
        const delivered = await deliverMessages();
        fired += count;
        if (count === 0 && delivered === 0) {
          if ((await ledger.nextDue(world, to, 1)).length > 0) {
            throw new Error(`a deadline of world ${world} does not fire`);
          }
          await worlds.moveTo(world, to);
          return { fired, arrived: true };
        }
      }
      return { fired, arrived: false };
    },
    async jumpWorld({ world, to }) {
      const { clockOffsetMs } = await worlds.moveTo(world, to);
      const late = await ledger.nextDue(world, to, JUMP_MAX);
      const streams = [...new Set(late.map(({ stream }) => stream))];
      for (const stream of streams) {
        heartbeat();
        await gateway.wake(stream, world, clockOffsetMs);
      }
      return late.length;
    },
  };
}

/** Late deadlines woken by one jump; the sweep finds any beyond it. */
const JUMP_MAX = 10_000;
