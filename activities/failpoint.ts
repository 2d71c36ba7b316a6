/**
 * Dying on purpose, for fault tests: `TITIAN_FAILPOINT=after-commit:3` has the worker kill itself with
 * SIGKILL the third time it passes that point. Without TITIAN_SANDBOX=on the variable is not looked at.
 */
import type { RecordAnswer, RecordInput } from '../src/domain/envelope.ts';

export const FAILPOINTS = [
  /** Decided, and nothing written yet. */
  'before-append',
  /** In Postgres, and the workflow has not heard of it. */
  'after-commit',
  /** A deadline is due, and its firing is not written yet. */
  'before-firing',
  /** A deadline has fired in Postgres, and the workflow has not heard of it. */
  'after-firing',
  /** The first record of a run that went on as new from another, in the moment of the turn. */
  'at-continue-as-new',
] as const;
export type Failpoint = (typeof FAILPOINTS)[number];

export interface Failpoints {
  before(input: RecordInput): void;
  after(input: RecordInput, answer: RecordAnswer): void;
}

const NONE: Failpoints = { before: () => undefined, after: () => undefined };

/** @param die kills the process; tests count instead. */
export function failpointsFrom(
  env: Readonly<Record<string, string | undefined>>,
  die: () => void = () => process.kill(process.pid, 'SIGKILL'),
): Failpoints {
  const { TITIAN_FAILPOINT: text, TITIAN_SANDBOX: sandbox } = env;
  if (text === undefined || sandbox !== 'on') return NONE;
  const [name, count = '1'] = text.split(':');
  const wanted = FAILPOINTS.find((point) => point === name);
  if (wanted === undefined) throw new Error(`TITIAN_FAILPOINT is none of ${FAILPOINTS.join(', ')}`);
  let left = Number(count);
  const runOfStream = new Map<string, string>();
  const pass = (point: Failpoint): void => {
    if (point !== wanted) return;
    left -= 1;
    if (left === 0) die();
  };
  return {
    before({ command }) {
      pass(command.name === 'fire-deadline' ? 'before-firing' : 'before-append');
    },
    after({ command, runId, stream }, { status }) {
      if (status !== 'recorded') return;
      pass(command.name === 'fire-deadline' ? 'after-firing' : 'after-commit');
      const before = runOfStream.get(stream) ?? runId;
      runOfStream.set(stream, runId);
      if (before !== runId) pass('at-continue-as-new');
    },
  };
}
