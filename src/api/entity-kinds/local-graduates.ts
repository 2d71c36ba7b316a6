/**
 * Local graduates beside a permit (F-07): how many there are is counted here, and whom an employer picks as a
 * companion must be somebody whom the search shows to this employer. Neither rests on what the sender writes.
 */
import type { JsonObject } from '../../domain/decider.ts';
import type { Companion, LocalGraduates } from '../../domain/permit/commands.ts';
import { readerOf } from '../candidate-tokens.ts';
import { requestRefused } from '../problem.ts';
import type { AttestingNeeds } from './entity-kind.ts';

/** @throws RequestRefused CANDIDATE_UNKNOWN */
export async function attestLocalGraduates(
  { actor, world, candidates, tokens }: AttestingNeeds,
  data: JsonObject,
): Promise<JsonObject> {
  if (candidates === undefined) return data;
  const { companion, localGraduates } = data as unknown as {
    readonly companion: Companion | null;
    readonly localGraduates?: LocalGraduates;
  };
  const reader = readerOf(actor);
  if (companion?.kind === 'LOCAL_GRADUATE') {
    const candidateId = tokens.candidateOf(reader, companion.candidate);
    const found = candidateId === undefined ? undefined : await candidates.find(world, candidateId);
    if (found === undefined) throw requestRefused('CANDIDATE_UNKNOWN', {});
  }
  if (localGraduates === undefined) return data;
  const { units, regency } = localGraduates;
  const shown = await candidates.count({ world, units, regency });
  return { ...data, localGraduates: { ...localGraduates, shown } as unknown as JsonObject };
}
