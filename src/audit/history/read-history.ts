/** From the protobuf bytes of the archive to what they say. Nothing is believed here; it is only read. */
import proto from '@temporalio/proto';
import type { Snapshot } from '../../domain/decide.ts';
import type { RecordedEvent } from '../../domain/decider.ts';
import type { CommandAnswer, CommandEnvelope, RecordAnswer } from '../../domain/envelope.ts';
import { type Happening, HistoryUnreadable, type RunEnding, type RunHistory } from './run-history.ts';

const { History } = proto.temporal.api.history.v1;
type Event = proto.temporal.api.history.v1.IHistoryEvent;
type Payload = proto.temporal.api.common.v1.IPayload;

/** Under this name the SDK notes what a local activity answered. */
const LOCAL_ACTIVITY = 'core_local_activity';

/** @throws HistoryUnreadable */
export function readHistory(bytes: Buffer): RunHistory {
  try {
    return readEvents(History.decode(bytes).events);
  } catch (error) {
    if (error instanceof HistoryUnreadable) throw error;
    throw new HistoryUnreadable('the bytes are not a workflow history');
  }
}

interface Input {
  readonly stream?: string;
  readonly snapshot?: Snapshot;
}

function readEvents(events: readonly Event[]): RunHistory {
  const started = events[0]?.workflowExecutionStartedEventAttributes;
  if (started == null) throw new HistoryUnreadable('the history does not begin with the start of a run');
  const input = contentOf<Input>(started.input?.payloads?.[0]);
  const builds = new Set<string>();
  for (const { workflowTaskCompletedEventAttributes: task } of events) {
    const build = task?.workerVersion?.buildId;
    if (build) builds.add(build);
  }
  const last = events.at(-1)!;
  const endedWith = contentOf<Input>(
    last.workflowExecutionContinuedAsNewEventAttributes?.input?.payloads?.[0],
  )?.snapshot;
  return {
    workflowType: started.workflowType?.name ?? '',
    stream: input?.stream ?? '',
    ...(input?.snapshot === undefined ? {} : { begunWith: input.snapshot }),
    happenings: events.flatMap(happeningOf),
    ending: endingOf(last),
    ...(endedWith === undefined ? {} : { endedWith }),
    builds: [...builds],
    length: events.length,
  };
}

function happeningOf(event: Event): Happening[] {
  const at = Number(event.eventId);
  const accepted = event.workflowExecutionUpdateAcceptedEventAttributes;
  if (accepted != null) {
    const input = accepted.acceptedRequest?.input;
    const envelope = contentOf<CommandEnvelope>(input?.args?.payloads?.[0]);
    // Moving a sandbox's clock is an update too, and no command.
    if (input?.name !== 'command' || envelope === undefined) return [];
    return [{ kind: 'accepted', at, update: accepted.acceptedRequest?.meta?.updateId ?? '', envelope }];
  }
  const completed = event.workflowExecutionUpdateCompletedEventAttributes;
  if (completed != null) {
    const answer = contentOf<CommandAnswer>(completed.outcome?.success?.payloads?.[0]);
    if (typeof answer === 'number') return [];
    const update = completed.meta?.updateId ?? '';
    return [{ kind: 'answered', at, update, ...(answer === undefined ? {} : { answer }) }];
  }
  const marker = event.markerRecordedEventAttributes;
  return marker?.markerName === LOCAL_ACTIVITY ? activityOf(at, marker.details ?? {}) : [];
}

function activityOf(
  at: number,
  details: { readonly [name: string]: { payloads?: Payload[] | null } },
): Happening[] {
  const activity = contentOf<{ activity_type?: string }>(details.data?.payloads?.[0])?.activity_type;
  // An activity that failed has no result.
  const result = contentOf<unknown>(details.result?.payloads?.[0]);
  if (result === undefined) return [];
  switch (activity) {
    case 'record':
      return [{ kind: 'recorded', at, answer: result as RecordAnswer }];
    case 'loadEntity':
      return [{ kind: 'loaded', at, state: result }];
    case 'readTail':
      return [{ kind: 'caught-up', at, events: result as RecordedEvent[] }];
    default:
      return [];
  }
}

function contentOf<Value>(payload: Payload | null | undefined): Value | undefined {
  if (payload?.data == null || payload.data.length === 0) return undefined;
  try {
    return JSON.parse(Buffer.from(payload.data).toString('utf8')) as Value;
  } catch {
    throw new HistoryUnreadable('a payload of the history is not JSON');
  }
}

function endingOf(last: Event): RunEnding {
  if (last.workflowExecutionContinuedAsNewEventAttributes != null) return 'continued as new';
  if (last.workflowExecutionCompletedEventAttributes != null) return 'completed';
  if (last.workflowExecutionFailedEventAttributes != null) return 'failed';
  if (last.workflowExecutionTimedOutEventAttributes != null) return 'timed out';
  if (last.workflowExecutionCanceledEventAttributes != null) return 'canceled';
  if (last.workflowExecutionTerminatedEventAttributes != null) return 'terminated';
  return 'none';
}
