/** The ledger side of the shell: canonical bytes out, folded state in. Runs as local activities. */
import { log } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { type EntityState, foldEntity, initialEntityState } from '../src/domain/decide.ts';
import type { Decider } from '../src/domain/decider.ts';
import type { RecordAnswer, RecordInput } from '../src/domain/envelope.ts';
import { LEDGER_REFUSED } from '../src/domain/settle.ts';
import type { Ledger } from '../src/ledger/ledger.ts';
import { refusalCodeOf } from '../src/ledger/refused.ts';
import type { EntityActivities } from './entity-activities.ts';
import type { Failpoints } from './failpoint.ts';

export interface EntityDependencies {
  readonly ledger: Ledger;
  /** Deciders by kind of stream. */
  readonly deciders: ReadonlyMap<string, Decider<unknown>>;
  readonly observe: (input: RecordInput, answer: RecordAnswer, tookMs: number) => void;
  /** Only fault tests give any. */
  readonly failpoints?: Failpoints;
}

export function createEntityActivities({
  ledger,
  deciders,
  observe,
  failpoints,
}: EntityDependencies): EntityActivities {
  return {
    async record(input) {
      const startedAt = performance.now();
      failpoints?.before(input);
      const answer = await recordOrRefuse(ledger, input);
      failpoints?.after(input, answer);
      observe(input, answer, performance.now() - startedAt);
      return answer;
    },
    readTail: ({ stream, afterVersion }) => ledger.readStream(stream, { afterVersion }),
    async loadEntity({ stream, kind }) {
      return loadEntity(ledger, deciders, stream, kind);
    },
  };
}

/** Tells what the ledger refuses for good apart from a ledger that is away, which is tried again. */
async function recordOrRefuse(ledger: Ledger, input: RecordInput): Promise<RecordAnswer> {
  try {
    return await ledger.record(input);
  } catch (error) {
    const code = refusalCodeOf(error);
    if (code === undefined) throw error;
    log.error('the ledger refuses a decision', { code, command: input.command.name, stream: input.stream });
    throw ApplicationFailure.nonRetryable(`the ledger refuses it: ${code}`, LEDGER_REFUSED);
  }
}

/** Folds a whole stream. The bulk door, the API's reads and the shell all start from here. */
export async function loadEntity(
  ledger: Ledger,
  deciders: ReadonlyMap<string, Decider<unknown>>,
  stream: string,
  kind: string,
): Promise<EntityState<unknown>> {
  const decider = deciders.get(kind);
  if (decider === undefined) throw new Error(`no decider for streams of kind ${kind}`);
  const entityId = stream.slice(stream.indexOf('/') + 1);
  return foldEntity(decider, initialEntityState(decider, entityId), await ledger.readStream(stream));
}
