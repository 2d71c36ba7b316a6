/** Moving a sandbox world's clock, step by step. Every step can be repeated: the ledger knows what has fired. */
import { heartbeat } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
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
    const { clockOffsetMs, now } = await worlds.moveTo(world, first.dueAt);
    // Armed when it was already over: it fires now, and not in a past that was recorded otherwise.
    const isLate = first.dueAt < new Date(Date.parse(now) - CLOCK_TICK_MS).toISOString();
    const firing = isLate
      ? { through: now, clock: 'now' as const, clockOffsetMs }
      : { through: first.dueAt, clock: 'dueAt' as const, clockOffsetMs };
    const streams = new Set(due.filter(({ dueAt }) => dueAt === first.dueAt).map(({ stream }) => stream));
    const fired = await Promise.all([...streams].map((stream) => gateway.fireThrough(stream, world, firing)));
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
          await refuseStuck(world, to);
          await worlds.moveTo(world, to);
          return { fired, arrived: true };
        }
      }
      return { fired, arrived: false };
    },
    async jumpWorld({ world, to }) {
      const endsAt = performance.now() + STEP_MS;
      const { clockOffsetMs } = await worlds.moveTo(world, to);
      let fired = 0;
      while (performance.now() < endsAt) {
        heartbeat();
        const late = await ledger.nextDue(world, to, TOGETHER_MAX);
        const streams = [...new Set(late.map(({ stream }) => stream))];
        const firing = { through: to, clock: 'now' as const, clockOffsetMs };
        const counts = await Promise.all(streams.map((stream) => gateway.fireThrough(stream, world, firing)));
        const count = counts.reduce((sum, each) => sum + each, 0);
        const delivered = await deliverMessages();
        fired += count;
        if (count === 0 && delivered === 0) {
          await refuseStuck(world, to);
          return { fired, arrived: true };
        }
      }
      return { fired, arrived: false };
    },
  };

  /** A deadline whose firing meets a bug is an answer; trying for ever would be none. */
  async function refuseStuck(world: string, to: string): Promise<void> {
    const [stuck] = await ledger.nextDue(world, to, 1);
    if (stuck === undefined) return;
    const { stream, deadlineId } = stuck;
    throw ApplicationFailure.nonRetryable(`${deadlineId} of ${stream} does not fire`, 'DEADLINE_STUCK');
  }
}

/** The world's clock runs on while a step is under way; a deadline this little late is on time. */
const CLOCK_TICK_MS = 5_000;
