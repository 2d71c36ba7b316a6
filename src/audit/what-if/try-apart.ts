/** The API's side of the process that tries drafts: limits, and what becomes of a life that breaks them. */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Fact } from '../../domain/decider.ts';
import type { FactHistory } from '../fact-history.ts';
import type { FactQuestion, FromProcess, ToProcess, TrialOrder } from './trial-order.ts';
import { notReplayed, type TriedStream } from './try-draft.ts';

export interface TrialLimits {
  /** One life: decided again in milliseconds, a long one in a second or two. */
  readonly patienceMs: number;
  /** Until the process has started. */
  readonly startMs: number;
  readonly memoryMegabytes: number;
}

export const TRIAL_LIMITS: TrialLimits = { patienceMs: 15_000, startMs: 60_000, memoryMegabytes: 256 };

export interface TrialProcess {
  /**
   * One life at a time. A life over which the process is lost is not replayable, and says how it was lost; the
   * process is over then.
   *
   * @throws the signal's reason; Error where no process could be started.
   */
  try(order: TrialOrder): Promise<TriedStream>;
  readonly isOver: boolean;
  end(): void;
}

const fromSource = import.meta.filename.endsWith('.ts');
const PROGRAM = join(import.meta.dirname, fromSource ? 'trial-process.ts' : 'trial-process.js');

/** @param signal ends the process at once, whatever it is doing. */
export async function startTrials(
  facts: FactHistory,
  signal?: AbortSignal,
  limits: TrialLimits = TRIAL_LIMITS,
): Promise<TrialProcess> {
  signal?.throwIfAborted();
  const child = fork(PROGRAM, [], {
    execArgv: [`--max-old-space-size=${limits.memoryMegabytes}`, ...(fromSource ? ['--import', 'tsx'] : [])],
    // No address of a database and no key of this process goes along.
    env: { PATH: process.env.PATH, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  });
  const kill = (): void => {
    child.kill('SIGKILL');
  };
  signal?.addEventListener('abort', kill, { once: true });
  // One that counts without end does not hear that its parent has gone.
  process.once('exit', kill);
  // Heard of by its end; without a listener it would end this process too.
  child.on('error', () => undefined);
  let isOver = false;
  child.once('exit', () => {
    isOver = true;
    signal?.removeEventListener('abort', kill);
    process.off('exit', kill);
  });
  const started = await answerOf(child, facts, limits.startMs);
  signal?.throwIfAborted();
  if (typeof started === 'string') throw new Error('the process that tries drafts could not be started');
  return {
    get isOver() {
      return isOver;
    },
    async try(order) {
      const answer = answerOf(child, facts, limits.patienceMs);
      send(child, { kind: 'order', order });
      const told = await answer;
      signal?.throwIfAborted();
      if (typeof told !== 'string' && told.kind === 'tried') return told.tried;
      if (typeof told !== 'string' && told.kind === 'unanswered') throw told.error;
      kill();
      isOver = true;
      const why =
        told === 'silent'
          ? `it was not decided within ${limits.patienceMs / 1_000} s under this draft`
          : told === 'lost'
            ? `the process that decided it ended; it may use ${limits.memoryMegabytes} MB`
            : 'the rules break down under this draft';
      return notReplayed(order.life, { sequence: null, command: null, why }, 0);
    },
    end: kill,
  };
}

type Answer =
  | Extract<FromProcess, { kind: 'ready' | 'tried' | 'failed' }>
  /** The record did not give a fact: without it there is no life to tell of. */
  | { readonly kind: 'unanswered'; readonly error: unknown }
  | 'silent'
  | 'lost';

/** The next answer that is no question; questions are answered meanwhile. */
function answerOf(child: ChildProcess, facts: FactHistory, patienceMs: number): Promise<Answer> {
  return new Promise((resolve) => {
    const settle = (answer: Answer): void => {
      clearTimeout(timer);
      child.off('message', hear);
      child.off('exit', lost);
      child.off('error', lost);
      resolve(answer);
    };
    const lost = (): void => settle('lost');
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      settle('silent');
    }, patienceMs);
    const hear = (message: FromProcess): void => {
      if (message.kind !== 'question') settle(message);
      else
        answered(facts, message.question).then(
          (fact) => send(child, { kind: 'fact', id: message.id, fact }),
          (error: unknown) => settle({ kind: 'unanswered', error }),
        );
    };
    child.on('message', hear);
    child.once('exit', lost);
    child.once('error', lost);
    if (child.exitCode !== null || child.signalCode !== null) lost();
  });
}

const answered = (facts: FactHistory, question: FactQuestion): Promise<Fact | undefined> =>
  question.ask === 'at'
    ? facts.at(question.key, question.version)
    : facts.before(question.key, question.committedAt);

/** A process that has ended meanwhile is heard of by its end. */
function send(child: ChildProcess, message: ToProcess): void {
  if (child.connected) child.send(message, () => undefined);
}
