/**
 * Sends commands through Temporal. An open run takes a plain update; only where none is open the
 * update starts one, since starting costs 15 to 25 % more (design 4). Everything is retried under the
 * same command id, so that a lost connection or a closing run never makes a second decision.
 */
import { randomUUID } from 'node:crypto';
import {
  type Client,
  isGrpcServiceError,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { EntityInput } from '../../workflows/entity.ts';
import { commandUpdate, type FireThrough, fireThroughUpdate, wakeSignal } from '../../workflows/messages.ts';
import type { CommandAnswer, CommandEnvelope } from '../domain/envelope.ts';
import type { RunLength } from '../domain/run-length.ts';
import { type CommandGateway, CommandIdReused, LedgerBehind, OutcomeUnknown } from './contract.ts';

/** How long runs started from here become is told to them as they start. */
export interface TemporalGatewayOptions extends RunLength {
  readonly client: Client;
  readonly taskQueue: string;
  /** How long one call may take altogether before the outcome is "unknown", in milliseconds. */
  readonly patienceMs?: number;
}

/** Longer than the shell's own 30 s with the ledger, shorter than a proxy's usual 60 s. */
const PATIENCE_MS = 45_000;
/** One try: long enough for a cold entity on a busy server. */
const ATTEMPT_MS = 15_000;
const PAUSE_FIRST_MS = 50;
const PAUSE_MAX_MS = 1_000;

export interface EntityGateway extends CommandGateway {
  /** Sandbox: fires what is due through an instant; answers how many. */
  fireThrough(stream: string, world: string, input: FireThrough): Promise<number>;
  /** Starts the entity's run where none is open, and makes it look at ledger and clock. */
  wake(stream: string, world: string, clockOffsetMs: number): Promise<void>;
}

export function createTemporalGateway(options: TemporalGatewayOptions): EntityGateway {
  const { client, taskQueue, commandsPerRun, commandsPerBusyRun, pauseMs } = options;
  const patienceMs = options.patienceMs ?? PATIENCE_MS;
  const inputOf = (stream: string, world: string, clockOffsetMs: number): EntityInput => ({
    stream,
    world,
    clockOffsetMs,
    commandsPerRun,
    ...(commandsPerBusyRun === undefined ? {} : { commandsPerBusyRun }),
    ...(pauseMs === undefined ? {} : { pauseMs }),
  });

  async function update<Result, Argument extends { clockOffsetMs: number }>(
    definition: typeof commandUpdate | typeof fireThroughUpdate,
    updateId: string,
    stream: string,
    world: string,
    argument: Argument,
  ): Promise<Result> {
    const endsAt = performance.now() + patienceMs;
    let pauseMs = PAUSE_FIRST_MS;
    let open = true;
    for (;;) {
      try {
        return await client.connection.withDeadline(Date.now() + ATTEMPT_MS, async () => {
          if (open) {
            const handle = client.workflow.getHandle(stream);
            return (await handle.executeUpdate(definition as never, {
              args: [argument] as never,
              updateId,
            })) as Result;
          }
          const operation = new WithStartWorkflowOperation(workflowTypeOf(stream), {
            workflowId: stream,
            taskQueue,
            args: [inputOf(stream, world, argument.clockOffsetMs)],
            workflowIdConflictPolicy: 'USE_EXISTING',
          });
          return (await client.workflow.executeUpdateWithStart(
            definition as never,
            {
              startWorkflowOperation: operation,
              args: [argument] as never,
              updateId,
            } as never,
          )) as Result;
        });
      } catch (error) {
        const notFound = !open;
        if (error instanceof WorkflowNotFoundError) open = false;
        else if (isRunClosing(error)) open = true;
        else if (!isPassing(error)) throw translated(error);
        if (performance.now() >= endsAt) throw new OutcomeUnknown(`no answer for ${updateId}`);
        // Not found once means that no run is open; twice, that the server is not settled.
        if (!(error instanceof WorkflowNotFoundError) || notFound) {
          await pause(Math.min(pauseMs, endsAt - performance.now()));
          pauseMs = Math.min(pauseMs * 2, PAUSE_MAX_MS);
        }
      }
    }
  }

  return {
    send: (stream, world, envelope) =>
      update<CommandAnswer, CommandEnvelope>(commandUpdate, updateIdOf(envelope), stream, world, envelope),
    fireThrough: (stream, world, input) =>
      // An id of its own each time: the same instant may come again, with deadlines armed meanwhile.
      update<number, FireThrough>(fireThroughUpdate, `fire:${randomUUID()}`, stream, world, input),
    async wake(stream, world, clockOffsetMs) {
      await client.workflow.signalWithStart(workflowTypeOf(stream), {
        workflowId: stream,
        taskQueue,
        args: [inputOf(stream, world, clockOffsetMs)],
        signal: wakeSignal,
        signalArgs: [{ clockOffsetMs }],
      });
    },
  };
}

/**
 * An update id of its own for each call. The server keeps the outcome of an update id for the rest of the
 * run, failures too: a retry after "outcome unknown" would be told the same for ever, and another request
 * under the same command id would be given the first one's answer. The ledger's command id is what counts.
 */
const updateIdOf = ({ command }: CommandEnvelope): string => `${command.commandId}#${randomUUID()}`;

/** The workflow type is the first part of the stream: `journey/p1…` is run by `journey`. */
export const workflowTypeOf = (stream: string): string => stream.slice(0, stream.indexOf('/'));

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(milliseconds, 0)));

/** The run ended or continued as new between acceptance and answer: the next run knows the command id. */
function isRunClosing(error: unknown): boolean {
  return (
    error instanceof WorkflowUpdateFailedError &&
    error.cause instanceof ApplicationFailure &&
    error.cause.type === 'AcceptedUpdateCompletedWorkflow'
  );
}

function isPassing(error: unknown): boolean {
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return true;
  if (error instanceof WorkflowUpdateFailedError) return false;
  const service = isGrpcServiceError(error) ? error : error instanceof Error ? error.cause : undefined;
  return isGrpcServiceError(service) && PASSING_CODES.has(service.code);
}

/**
 * gRPC codes of a server that is away, busy or restarting; any other is an answer. "Failed precondition" is what is left
 * of an update whose workflow task failed or ran out of time before it was accepted, as on a machine that is too busy:
 * nothing was decided, or the ledger knows the command id.
 */
const PASSING_CODES: ReadonlySet<number> = new Set([
  1 /* cancelled */, 2 /* unknown */, 4 /* deadline */, 8 /* exhausted */, 9 /* failed precondition */,
  10 /* aborted */, 13 /* internal */, 14 /* unavailable */,
]);

function translated(error: unknown): unknown {
  const failure = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
  if (!(failure instanceof ApplicationFailure)) return error;
  switch (failure.type) {
    case 'COMMAND_ID_REUSED':
      return new CommandIdReused(failure.message);
    case 'LEDGER_BEHIND':
      return new LedgerBehind(failure.message);
    case 'OUTCOME_UNKNOWN':
      return new OutcomeUnknown(failure.message);
    default:
      return error;
  }
}
