/** The commands of one stream in one chunk: settled in their order, by the loop that shells use. */

import type { EntityState } from '../../domain/decide.ts';
import type { Command, Refusal } from '../../domain/decider.ts';
import type { CommandAnswer, CommandEnvelope } from '../../domain/envelope.ts';
import { type Entity, fireDue, settle, Unsettled } from '../../domain/settle.ts';
import type { Instant } from '../../domain/time/moment.ts';
import type { LoadedStream } from './states.ts';
import { mustWake } from './wake.ts';

export interface BulkCommand {
  readonly stream: string;
  readonly world: string;
  readonly envelope: CommandEnvelope;
}

export type BulkOutcome =
  /** Recorded now, or under the same id before. */
  | { readonly kind: 'settled'; readonly answer: CommandAnswer }
  /** Its sender may not, any more: nothing was recorded. */
  | { readonly kind: 'denied'; readonly refusal: Refusal }
  /** Will fail in the same way each time. */
  | { readonly kind: 'failed'; readonly code: string }
  /** Not settled: ask again with the same id. */
  | { readonly kind: 'waits'; readonly code: string };

export interface Group {
  readonly stream: string;
  /** With their places in the chunk. */
  readonly commands: readonly { readonly place: number; readonly command: BulkCommand }[];
}

export interface SettledGroup {
  readonly stream: string;
  readonly outcomes: readonly { readonly place: number; readonly outcome: BulkOutcome }[];
  /** Present where the shell must look at once. */
  readonly wake?: { readonly stream: string; readonly world: string; readonly clockOffsetMs: number };
  /** Present where a snapshot is worth keeping, once the transaction has committed. */
  readonly longTail?: { readonly shape: number; readonly state: EntityState<unknown> };
}

export interface SettlingWith {
  readonly record: Entity<unknown>['record'];
  readonly clock: () => number;
  /** Asked of the state before a command is settled; a refusal is not recorded. */
  readonly admit?: ((command: BulkCommand, state: EntityState<unknown>) => Refusal | undefined) | undefined;
  /** Whether the ledger has this command: then its first outcome is told, whatever its sender may now. */
  readonly isKnown: (stream: string, command: Command) => Promise<boolean>;
}

/** Events beyond a snapshot that are read again and again unless a new one is kept. */
const LONG_TAIL = 60;

export async function settleGroup(
  group: Group,
  loaded: LoadedStream | Error | undefined,
  needs: SettlingWith,
): Promise<SettledGroup> {
  const { stream, commands } = group;
  const outcomes: { place: number; outcome: BulkOutcome }[] = [];
  if (loaded === undefined || loaded instanceof Error) {
    const outcome = { kind: 'failed', code: 'FAULT' } as const;
    return { stream, outcomes: commands.map(({ place }) => ({ place, outcome })) };
  }
  const first = commands[0]!.command;
  const entity: Entity<unknown> = {
    ...{ decider: loaded.decider, stream, world: loaded.world ?? first.world, runId: '' },
    ...{ clockOffsetMs: first.envelope.clockOffsetMs, state: loaded.state, faulted: new Set<string>() },
    record: needs.record,
  };
  let now = '';
  for (const { place, command } of commands) {
    now = new Date(needs.clock() + command.envelope.clockOffsetMs).toISOString();
    const outcome = await settleOne(entity, command, now, needs);
    outcomes.push({ place, outcome });
    // What follows may rest on it.
    if (outcome.kind === 'waits') break;
  }
  const { world, clockOffsetMs, state, decider } = entity;
  return {
    ...{ stream, outcomes },
    ...(mustWake(loaded.state, state, now) ? { wake: { stream, world, clockOffsetMs } } : {}),
    ...(loaded.tailLength > LONG_TAIL ? { longTail: { shape: decider.snapshotShape, state } } : {}),
  };
}

async function settleOne(
  entity: Entity<unknown>,
  command: BulkCommand,
  now: Instant,
  { admit, isKnown }: SettlingWith,
): Promise<BulkOutcome> {
  if (command.world !== entity.world) return { kind: 'failed', code: 'WORLD_DIFFERS' };
  const refusal = admit?.(command, entity.state);
  if (refusal !== undefined && !(await isKnown(entity.stream, command.envelope.command))) {
    return { kind: 'denied', refusal };
  }
  try {
    // What is due fires before any command is decided (design 4).
    await fireDue(entity, now, 'now');
    return { kind: 'settled', answer: await settle(entity, command.envelope, now) };
  } catch (error) {
    if (!(error instanceof Unsettled)) throw error;
    const { code } = error;
    return code === 'OUTCOME_UNKNOWN' ? { kind: 'waits', code } : { kind: 'failed', code };
  }
}
