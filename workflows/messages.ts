/** The messages an entity answers to, apart from how it answers: clients import only this file. */
import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { CommandAnswer, CommandEnvelope } from '../src/domain/envelope.ts';
import type { Instant } from '../src/domain/time/moment.ts';

/** Decide one command. The update id is the command id. */
export const commandUpdate = defineUpdate<CommandAnswer, [CommandEnvelope]>('command');

export interface FireThrough {
  /** Fire every deadline due at or before this instant. */
  readonly through: Instant;
  /** `dueAt`: each at its own point, as if awake; `now`: late, all at `through`. */
  readonly clock: 'dueAt' | 'now';
  readonly clockOffsetMs: number;
}

/** Sandbox only: a world's clock moves, and the entity acts at each point on the way. Answers how many fired. */
export const fireThroughUpdate = defineUpdate<number, [FireThrough]>('fireThrough');

/** Look at the ledger and at the clock: sent by the sweep and by `titian revive`. */
export const wakeSignal = defineSignal<[{ readonly clockOffsetMs: number }]>('wake');
