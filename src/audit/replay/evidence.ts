/** Whether the kept bytes of a history are those that were sealed. */
import { createHash } from 'node:crypto';
import { type Words, words } from '../explain/words.ts';
import type { RunRow } from '../history/run-rows.ts';

const REMOVED: Words = {
  id: 'Riwayat arsip alur kerja {runId} pada {stream} telah dihilangkan: hash-nya {sealed} tersegel.',
  en: 'The archived history of run {runId} of {stream} was removed: its hash {sealed} is sealed.',
};
const NEVER_SEALED: Words = {
  id: 'Riwayat arsip alur kerja {runId} pada {stream} tidak pernah disegel.',
  en: 'The archived history of run {runId} of {stream} was never sealed.',
};
const CHANGED: Words = {
  id: 'Riwayat arsip alur kerja {runId} pada {stream} bukan yang disegel: isinya telah diubah.',
  en: 'The archived history of run {runId} of {stream} is not the one that was sealed: its bytes were changed.',
};
const NOT_OF_ROW: Words = {
  id: 'Riwayat arsip alur kerja {runId} pada {stream} tidak menghasilkan hash pada barisnya.',
  en: 'The archived history of run {runId} of {stream} does not give the hash of its row.',
};

/** @returns what is wrong with the kept bytes of a run, in sentences. */
export function evidenceFindings(row: RunRow): Words[] {
  const { stream, runId, history, sealedSha256 } = row;
  if (history === null) {
    return sealedSha256 === null ? [] : [words(REMOVED, { stream, runId, sealed: sealedSha256 })];
  }
  const sha256 = createHash('sha256').update(history).digest('hex');
  if (sealedSha256 === null) return [words(NEVER_SEALED, { stream, runId })];
  if (sha256 !== sealedSha256) return [words(CHANGED, { stream, runId })];
  return sha256 === row.sha256 ? [] : [words(NOT_OF_ROW, { stream, runId })];
}
