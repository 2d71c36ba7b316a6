/**
 * A process that replays histories with one bundle and does nothing else. It is given no address of a database and
 * no key; the operating system does not keep it from anything else, so that only sealed bundles are run. Apart from
 * the API, since the SDK's core is native and a workflow bundle is code.
 */
import proto from '@temporalio/proto';
import { Runtime, Worker } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import type { ReplayJob, ReplayOrder, ReplayReport } from './outcome.ts';

const quiet = (): void => undefined;
Runtime.install({
  logger: { log: quiet, trace: quiet, debug: quiet, info: quiet, warn: quiet, error: quiet },
  shutdownSignals: [],
});

process.once('message', (order: ReplayOrder) => {
  replayAll(order).then(
    () => process.disconnect(),
    () => process.exit(1),
  );
});
process.once('disconnect', () => process.exit());

async function replayAll({ bundlePath, jobs }: ReplayOrder): Promise<void> {
  const readable = jobs.filter((job) => {
    if (isHistory(job)) return true;
    tell({
      runId: job.runId,
      result: { outcome: 'unreadable', message: 'the bytes are not a workflow history' },
    });
    return false;
  });
  let began = performance.now();
  const results = Worker.runReplayHistories(
    { workflowBundle: { codePath: bundlePath } },
    historiesOf(readable),
  );
  // One after another, in their order.
  const waiting = [...readable];
  for await (const { error } of results) {
    const job = waiting.shift();
    if (job === undefined) break;
    const tookMs = performance.now() - began;
    began = performance.now();
    tell({
      runId: job.runId,
      result:
        error === undefined
          ? { outcome: 'replayed', tookMs }
          : { outcome: 'nondeterminism', message: wordsOf(error) },
    });
  }
}

function* historiesOf(jobs: readonly ReplayJob[]) {
  for (const { stream, history } of jobs) yield { workflowId: stream, history: decode(history) };
}

const decode = (bytes: Uint8Array) => proto.temporal.api.history.v1.History.decode(bytes);

function isHistory({ history }: ReplayJob): boolean {
  try {
    return decode(history).events[0]?.workflowExecutionStartedEventAttributes != null;
  } catch {
    return false;
  }
}

/** How the SDK names steps that are not those of the history. What a workflow's own error says stays here. */
function wordsOf(error: Error): string {
  const [first = ''] = error.message.split('\n');
  return (error instanceof DeterminismViolationError ? first : first.replace(/ Details:.*/, '')).slice(
    0,
    400,
  );
}

function tell(report: ReplayReport): void {
  process.send?.(report);
}
