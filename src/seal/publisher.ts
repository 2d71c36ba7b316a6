/** Brings the latest checkpoint to all witnesses of the policy until each has signed it. */
import type pg from 'pg';
import { leafCount } from '../ledger/leaf-places.ts';
import type { TrustedWitness, TrustPolicy } from '../transparency/trust-policy.ts';
import { askWitness, type WitnessAnswer } from './ask-witness.ts';
import {
  checkpointOf,
  cosignedSize,
  type KeptCheckpoint,
  keepCosignature,
  latestCheckpoint,
  witnessId,
} from './checkpoints.ts';
import { hashesOf } from './tile-store.ts';

export interface Publisher {
  /** Asks those whose turn it is; answers what the latest checkpoint is then, undefined where there is none. */
  publish(options?: { readonly atOnce?: boolean }): Promise<KeptCheckpoint | undefined>;
  /** What went wrong the last time, in sentences: contradictions first. Empty where nothing did. */
  problems(): readonly string[];
  /** Whether a witness has signed what this log cannot show: an alarm. */
  contradicted(): boolean;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
const ANSWER_WITHIN_MS = 5_000;

interface State {
  failures: number;
  nextAt: number;
  sentence?: string;
  alarming: boolean;
}

export function createPublisher(pool: pg.Pool, policy: TrustPolicy): Publisher {
  const states = new Map<string, State>();
  const stateOf = (id: string): State => {
    const known = states.get(id) ?? { failures: 0, nextAt: 0, alarming: false };
    states.set(id, known);
    return known;
  };

  async function ask(witness: TrustedWitness, checkpoint: KeptCheckpoint): Promise<void> {
    const id = witnessId(witness);
    const answer = await askWitness(witness, {
      note: checkpoint.note,
      hashes: hashesOf(pool, checkpoint.size),
      signedSize: await cosignedSize(pool, id),
      timeoutMs: ANSWER_WITHIN_MS,
    });
    if (answer.outcome === 'cosigned') await keepCosignature(pool, checkpoint.size, id, answer.line);
    const state = stateOf(id);
    const trouble = await troubleIn(answer, witness);
    state.alarming = trouble !== undefined && answer.outcome !== 'failed';
    state.failures = trouble === undefined ? 0 : state.failures + 1;
    state.nextAt = Date.now() + Math.min(FIRST_PAUSE_MS * 2 ** state.failures, LONGEST_PAUSE_MS);
    if (trouble === undefined) delete state.sentence;
    else state.sentence = trouble;
  }

  /** Another process of this log may be ahead of this one; a witness ahead of the whole ledger is not. */
  async function troubleIn(answer: WitnessAnswer, witness: TrustedWitness): Promise<string | undefined> {
    if (answer.outcome === 'cosigned') return undefined;
    if (answer.outcome !== 'ahead') return answer.sentence;
    const leaves = await leafCount(pool);
    if (answer.size <= leaves) return undefined;
    return `witness ${witness.name} has signed a tree of ${answer.size} leaves, and the ledger has ${leaves}`;
  }

  return {
    async publish({ atOnce = false } = {}) {
      const checkpoint = await latestCheckpoint(pool);
      if (checkpoint === undefined) return undefined;
      const wanting = policy.witnesses.filter(
        (witness) =>
          witness.url !== undefined &&
          !checkpoint.witnesses.includes(witnessId(witness)) &&
          (atOnce || stateOf(witnessId(witness)).nextAt <= Date.now()),
      );
      if (wanting.length === 0) return checkpoint;
      await Promise.all(wanting.map((witness) => ask(witness, checkpoint)));
      return checkpointOf(pool, checkpoint.size);
    },
    problems() {
      const told = [...states.values()].filter(({ sentence }) => sentence !== undefined);
      return told.sort((a, b) => Number(b.alarming) - Number(a.alarming)).map(({ sentence }) => sentence!);
    },
    contradicted: () => [...states.values()].some(({ alarming }) => alarming),
  };
}

/** Witnesses of the policy that have not signed a checkpoint. */
export const missingWitnesses = (policy: TrustPolicy, { witnesses }: KeptCheckpoint): readonly string[] =>
  policy.witnesses.filter((witness) => !witnesses.includes(witnessId(witness))).map(({ name }) => name);
