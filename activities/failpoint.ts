/**
 * Dying on purpose, for fault tests: `TITIAN_FAILPOINT=after-commit:3` has the worker kill itself with
 * SIGKILL the third time it passes that point. Without TITIAN_SANDBOX=on the variable is not looked at.
 */
import type { RecordAnswer, RecordInput } from '../src/domain/envelope.ts';
import { isLongEnough, type RunLength } from '../src/domain/run-length.ts';

export const FAILPOINTS = [
  /** Decided, and nothing written yet. */
  'before-append',
  /** In Postgres, and the workflow has not heard of it. */
  'after-commit',
  /** A deadline is due, and its firing is not written yet. */
  'before-firing',
  /** A deadline has fired in Postgres, and the workflow has not heard of it. */
  'after-firing',
  /** The record after which the run continues as new: its answer and the new run are lost together. */
  'at-continue-as-new',
] as const;
export type Failpoint = (typeof FAILPOINTS)[number];

export interface Failpoints {
  before(input: RecordInput): void;
  after(input: RecordInput, answer: RecordAnswer): void;
}

const NONE: Failpoints = { before: () => undefined, after: () => undefined };

/** @param length when a run continues as new. */
export function failpointsFrom(
  env: Readonly<Record<string, string | undefined>>,
  length: RunLength,
  die: () => void = () => process.kill(process.pid, 'SIGKILL'),
): Failpoints {
  const { TITIAN_FAILPOINT: text, TITIAN_SANDBOX: sandbox } = env;
  if (text === undefined || sandbox !== 'on') return NONE;
  const [name, count = '1'] = text.split(':');
  const wanted = FAILPOINTS.find((point) => point === name);
  if (wanted === undefined) throw new Error(`TITIAN_FAILPOINT is none of ${FAILPOINTS.join(', ')}`);
  let left = Number(count);
  const runs = new Map<string, { records: number; lastMs: number }>();
  const pass = (point: Failpoint): void => {
    if (point !== wanted) return;
    left -= 1;
    if (left === 0) die();
  };
  return {
    before({ command }) {
      pass(command.name === 'fire-deadline' ? 'before-firing' : 'before-append');
    },
    after({ command, runId, now }, { status }) {
      if (status !== 'recorded') return;
      pass(command.name === 'fire-deadline' ? 'after-firing' : 'after-commit');
      const atMs = Date.parse(now);
      const { records, lastMs } = runs.get(runId) ?? { records: 0, lastMs: atMs };
      runs.set(runId, { records: records + 1, lastMs: atMs });
      if (isLongEnough(length, records + 1, atMs - lastMs)) pass('at-continue-as-new');
    },
  };
}
