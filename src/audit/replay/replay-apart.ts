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
    const { done, end } = await replayIn({ bundlePath, jobs: left }, onOutcome, limits);
    left = left.filter(({ runId }) => !done.has(runId));
    const [broken] = left;
    if (broken === undefined) return;
    onOutcome(broken.runId, { outcome: 'given up', message: end });
    left = left.slice(1);
  }
}

interface Ended {
  /** The runs that got an outcome before. */
  readonly done: ReadonlySet<string>;
  /** How the process came to its end, in words. */
  readonly end: string;
}

function replayIn(
  order: ReplayOrder,
  onOutcome: (runId: string, outcome: ReplayOutcome) => void,
  { patienceMs, memoryMegabytes }: ReplayLimits,
): Promise<Ended> {
  const child = fork(PROGRAM, [], {
    execArgv: [`--max-old-space-size=${memoryMegabytes}`, ...(fromSource ? ['--import', 'tsx'] : [])],
    // No address of a database and no key of this process goes along.
    env: { PATH: process.env.PATH, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  });
  const done = new Set<string>();
  return new Promise((resolve) => {
    let impatient = false;
    const kill = (): void => {
      impatient = true;
      child.kill('SIGKILL');
    };
    let timer = setTimeout(kill, patienceMs);
    child.on('message', ({ runId, result }: ReplayReport) => {
      clearTimeout(timer);
      timer = setTimeout(kill, patienceMs);
      done.add(runId);
      onOutcome(runId, result);
    });
    const ended = (end: string): void => {
      clearTimeout(timer);
      resolve({ done, end });
    };
    child.once('error', () => ended('the process for it could not be started'));
    child.once('exit', (code, signal) =>
      ended(
        impatient
          ? `the replay gave no answer for ${patienceMs / 1000} s and was stopped`
          : `the process that replayed it ended by itself (${signal ?? `exit code ${code}`}); it may use ` +
              `${memoryMegabytes} MB`,
      ),
    );
    child.send(order, (error) => error && child.kill('SIGKILL'));
  });
}
