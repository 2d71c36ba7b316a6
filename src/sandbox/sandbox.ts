/** Worlds for practice and tests: made, read, and moved forward by a durable workflow. */
import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { WorldClockInput } from '../../workflows/world-clock.ts';
import type { Instant } from '../domain/time/moment.ts';
import {
  ClockMovesForwardOnly,
  LIVE_WORLD,
  type UpcomingDeadline,
  type World,
  type Worlds,
  WorldUnknown,
} from './worlds.ts';

export interface SandboxOptions {
  readonly client: Client;
  readonly taskQueue: string;
  readonly worlds: Worlds;
}

export interface Sandbox {
  createWorld(id: string, startsAt: Instant): Promise<World>;
  world(id: string): Promise<World>;
  listWorlds(): Promise<World[]>;
  /** The clock of a practice world belongs to everybody in it, so everybody may see when it strikes. */
  upcoming(id: string, limit: number): Promise<readonly UpcomingDeadline[]>;
  /**
   * Moves a world's clock to `to` and answers when everything on the way has acted.
   * @throws WorldUnknown, ClockMovesForwardOnly, ClockIsMoving
   */
  moveClock(id: string, to: Instant, mode: WorldClockInput['mode']): Promise<World & { fired: number }>;
  /**
   * Answers when no message waits and nothing is due any more, without moving the clock.
   * @throws WorldUnknown, ClockIsMoving
   */
  settle(id: string): Promise<World & { fired: number }>;
}

/** Another move of the same clock is under way. */
export class ClockIsMoving extends Error {
  override readonly name = 'ClockIsMoving';
}

export function createSandbox({ client, taskQueue, worlds }: SandboxOptions): Sandbox {
  return {
    createWorld: (id, startsAt) => worlds.create(id, startsAt),
    world: (id) => worlds.find(id),
    listWorlds: () => worlds.list(),
    upcoming: (id, limit) => worlds.upcoming(id, limit),
    async moveClock(id, to, mode) {
      const before = await knownWorld(id);
      if (to < before.now) throw new ClockMovesForwardOnly(`world ${id} stands at ${before.now}`);
      return act({ world: id, to, mode });
    },
    async settle(id) {
      const world = await knownWorld(id);
      const { now } = world;
      // Messages stand in the ledger with the events that send them: where none waits, none is on its way.
      if (await worlds.isQuiet(id, now)) return { ...world, fired: 0 };
      return act({ world: id, to: now, mode: 'advance' });
    },
  };

  async function knownWorld(id: string): Promise<World> {
    if (id === LIVE_WORLD) throw new WorldUnknown(id);
    return worlds.find(id);
  }

  async function act(input: WorldClockInput): Promise<World & { fired: number }> {
    const { world: id } = input;
    try {
      const { fired } = (await client.workflow.execute('worldClock', {
        workflowId: `world/${id}/clock`,
        taskQueue,
        args: [input],
        workflowIdConflictPolicy: 'FAIL',
      })) as { fired: number };
      return { ...(await worlds.find(id)), fired };
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) throw new ClockIsMoving(id);
      throw error;
    }
  }
}
