/** Of all decisions that must be made again, how many were, and why the others were not (step 8). */
import type { Find } from './stream-check.ts';

export interface RecomputeCounts {
  /** All decisions of subjects: each must be in one of the counts below. */
  subjectDecisions: number;
  decidedAgain: number;
  /** The first hundred. */
  readonly faults: { stream: string; position: number; name: string }[];
  faultCount: number;
  /** Builds whose rules the file lacks, with how many decisions could not be made again. */
  readonly withoutRules: Map<string, number>;
}

const FAULTS_KEPT = 100;

export const noCounts = (): RecomputeCounts => ({
  subjectDecisions: 0,
  decidedAgain: 0,
  faults: [],
  faultCount: 0,
  withoutRules: new Map(),
});

export function countFault(counts: RecomputeCounts, fault: RecomputeCounts['faults'][number]): void {
  counts.faultCount += 1;
  if (counts.faults.length < FAULTS_KEPT) counts.faults.push(fault);
}

export function countWithoutRules({ withoutRules }: RecomputeCounts, build: string): void {
  withoutRules.set(build, (withoutRules.get(build) ?? 0) + 1);
}

/** Once all streams have come: no decision may have slipped through, for whatever reason. */
export function checkAllDecided(counts: RecomputeCounts, find: Find): void {
  const { subjectDecisions: all, decidedAgain: again, faultCount: faults } = counts;
  const without = [...counts.withoutRules.values()].reduce((sum, count) => sum + count, 0);
  const missing = all - again - faults - without;
  if (missing === 0) return;
  const sentence = {
    id: `Dari ${all} keputusan yang harus dihitung ulang, ${missing} tidak dihitung ulang: ${again} dihitung ulang, ${faults} galat, ${without} tanpa aturan.`,
    en: `Of ${all} decisions that must be made again, ${missing} ${missing === 1 ? 'was' : 'were'} not: ${again} were made again, ${faults} are faults, ${without} lack their rules.`,
  };
  find({ code: 'NOT_DECIDED_AGAIN', step: 8, sentence });
}
