/** The parent's side of the process that replays: limits, and what becomes of a run that breaks them. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { ReplayJob, ReplayOrder, ReplayOutcome, ReplayReport } from './outcome.ts';

export interface ReplayLimits {
  /** Longest silence: a run of a person's life is replayed in a few milliseconds, a bundle opened in a second. */
  readonly patienceMs: number;
  readonly memoryMegabytes: number;
}

export const REPLAY_LIMITS: ReplayLimits = { patienceMs: 60_000, memoryMegabytes: 768 };

const fromSource = import.meta.filename.endsWith('.ts');
const PROGRAM = join(import.meta.dirname, fromSource ? 'replay-process.ts' : 'replay-process.js');

/** Replays all jobs with one bundle; each gets an outcome, also where a process died over it. */
export async function replayApart(
  bundlePath: string,
  jobs: readonly ReplayJob[],
  onOutcome: (runId: string, outcome: ReplayOutcome) => void,
  limits: ReplayLimits = REPLAY_LIMITS,
): Promise<void> {
  let left = jobs;
  while (left.length > 0) {
    const done = await replayIn({ bundlePath, jobs: left }, onOutcome, limits);
    left = left.filter(({ runId }) => !done.has(runId));
    const [broken] = left;
    if (broken === undefined) return;
    const message = `the replay took longer than ${limits.patienceMs / 1000} s or more than ${limits.memoryMegabytes} MB`;
    onOutcome(broken.runId, { outcome: 'given up', message });
    left = left.slice(1);
  }
}

/** @returns the runs that got an outcome before the process ended. */
function replayIn(
  order: ReplayOrder,
  onOutcome: (runId: string, outcome: ReplayOutcome) => void,
  { patienceMs, memoryMegabytes }: ReplayLimits,
): Promise<Set<string>> {
  const child = fork(PROGRAM, [], {
    execArgv: [`--max-old-space-size=${memoryMegabytes}`, ...(fromSource ? ['--import', 'tsx'] : [])],
    // No address of a database and no key of this process goes along.
    env: { PATH: process.env.PATH, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  });
  const done = new Set<string>();
  return new Promise((resolve) => {
    const kill = (): void => void child.kill('SIGKILL');
    let timer = setTimeout(kill, patienceMs);
    child.on('message', ({ runId, result }: ReplayReport) => {
      clearTimeout(timer);
      timer = setTimeout(kill, patienceMs);
      done.add(runId);
      onOutcome(runId, result);
    });
    const end = (): void => {
      clearTimeout(timer);
      resolve(done);
    };
    child.once('error', end);
    child.once('exit', end);
    child.send(order, (error) => error && kill());
  });
}
