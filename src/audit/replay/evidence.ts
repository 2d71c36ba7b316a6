/** Whether the kept bytes of a history are those that were sealed. */
import { createHash } from 'node:crypto';
import type { RunRow } from '../history/run-rows.ts';

/** @returns what is wrong with the kept bytes of a run, in sentences. */
export function evidenceFindings(row: RunRow): string[] {
  if (row.history === null) return [];
  const { stream, runId } = row;
  const sha256 = createHash('sha256').update(row.history).digest('hex');
  const named = `The archived history of run ${runId} of ${stream}`;
  if (row.sealedSha256 === null) return [`${named} was never sealed.`];
  if (sha256 !== row.sealedSha256)
    return [`${named} is not the one that was sealed: its bytes were changed.`];
  return sha256 === row.sha256 ? [] : [`${named} does not give the hash of its row.`];
}
