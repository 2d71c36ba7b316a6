/** What a finding says about a decision beside its histories. `at` and `runId` are a place in a history. */
import type { Words } from '../explain/words.ts';

export const HEALED: Words = {
  id: ': alur kerjanya sendiri tidak pernah menerima jawaban buku besar; {how}.',
  en: ": its own run never heard the ledger's answer; {how}.",
};
export const SAME_ASKED_AGAIN: Words = {
  id: 'alur kerja itu bertanya lagi dan dijawab bahwa keputusan itu sudah ada',
  en: 'it asked again and was answered that it is known',
};
export const OTHER_ASKED_AGAIN: Words = {
  id: 'alur kerja {other} bertanya lagi dan dijawab bahwa keputusan itu sudah ada',
  en: 'run {other} asked again and was answered that it is known',
};
export const FOUND_BEHIND: Words = {
  id: 'alur kerja {other} menemukan peristiwanya di balik perintah sesudahnya',
  en: 'run {other} found its events behind a later command',
};
export const LOADED: Words = {
  id: 'alur kerja {other} memuat buku besar dengan peristiwanya di dalamnya',
  en: 'run {other} loaded the ledger with its events in it',
};

export const RUN_DIFFERS: Words = {
  id: ': peristiwa {at} dari riwayat alur kerja {other} menyebut alur kerja itulah yang mencatatnya, sedangkan buku besar menyebut {named}.',
  en: ': event {at} of the history of run {other} tells that this run recorded it, while the ledger names {named}.',
};
export const NO_RUN: Words = { id: 'tidak satu pun', en: 'none' };

export const OF_REGISTER: Words = {
  id: ' berasal dari register, yang memutus tanpa alur kerja, sehingga tidak ada riwayat yang harus disimpan.',
  en: ' is that of a register, which decides without a workflow, so that no history is due.',
};
export const OF_SHEET: Words = {
  id: ' masuk melalui lembar {sheet}, tanpa alur kerja, sehingga tidak ada riwayat yang harus disimpan.',
  en: ' came in sheet {sheet}, without a workflow, so that no history is due.',
};
export const NOT_WITNESSED: Words = {
  id: ' tidak menyebut alur kerja dan tidak berasal dari register atau lembar: tidak disaksikan oleh riwayat mana pun yang disimpan.',
  en: ' names no run, and is not of a register or a sheet: it is not witnessed by any kept history.',
};
export const WAITING: Words = {
  id: ' dibuat oleh alur kerja {runId}, yang masih berjalan atau belum diarsipkan.',
  en: ' was made by run {runId}, which is open or not archived yet.',
};
export const LOST: Words = {
  id: ' dibuat oleh alur kerja {runId}, yang riwayatnya hilang dan dicatat hilang pada {lostOn}.',
  en: ' was made by run {runId}, whose history was lost and noted as lost on {lostOn}.',
};
export const MISSING: Words = {
  id: ' disebut dibuat oleh alur kerja {runId}, tetapi {why}.',
  en: ' says that run {runId} made it, but {why}.',
};
export const NO_SUCH_RUN: Words = {
  id: 'buku besar tidak memuat alur kerja itu',
  en: 'the ledger has no such run',
};
export const REMOVED: Words = {
  id: 'riwayat arsip alur kerja itu telah dihilangkan',
  en: 'the archived history of that run was removed',
};
export const NOT_IN_HISTORY: Words = {
  id: 'riwayat arsip alur kerja itu tidak memuatnya',
  en: 'the archived history of that run does not hold it',
};

export const COMMAND_DIFFERS: Words = {
  id: ': {parts} di buku besar lain daripada di peristiwa {at} dari riwayat alur kerja {runId}.',
  en: ': {parts} stands otherwise in the ledger than in event {at} of the history of run {runId}.',
};
export const WHAT_WAS_ASKED: Words = { id: 'apa yang diminta', en: 'what was asked' };
export const WHO_ASKED: Words = { id: 'siapa yang meminta', en: 'who asked' };
export const REQUEST_HASH: Words = { id: 'hash permintaannya', en: 'the hash of the request' };

export const OUTCOME_DIFFERS: Words = {
  id: ': {parts} berbeda dari peristiwa {at} dari riwayat alur kerja {runId}.',
  en: ': {parts} differs from event {at} of the history of run {runId}.',
};
export const OTHER_OUTCOME: Words = {
  id: 'hasilnya ({here} di buku besar, {there} di riwayat)',
  en: 'the outcome ({here} in the ledger, {there} in the history)',
};
export const OTHER_DETAIL: Words = {
  id: 'alasan, peringatan atau kebijakannya',
  en: 'the reasons, warnings or policies with it',
};
export const OTHER_RANGE: Words = {
  id: 'peristiwa yang dicakupnya ({here} di buku besar, {there} di riwayat)',
  en: 'the events it covers ({here} in the ledger, {there} in the history)',
};

export const EVENT_GONE: Words = {
  id: 'Peristiwa {version} pada {stream} tidak ada di buku besar.',
  en: 'Event {version} of {stream} is missing in the ledger.',
};
export const EVENT_GONE_BUT_TOLD: Words = {
  id: 'Peristiwa {version} pada {stream} tidak ada di buku besar; menurut peristiwa {at} dari riwayat alur kerja {runId} itu {other}.',
  en: 'Event {version} of {stream} is missing in the ledger; it is {other} in event {at} of the history of run {runId}.',
};
export const EVENT_OTHERWISE: Words = {
  id: 'Peristiwa {version} pada {stream} ({type}) isinya lain di peristiwa {at} dari riwayat alur kerja {runId}.',
  en: 'Event {version} of {stream} ({type}) stands otherwise in event {at} of the history of run {runId}.',
};
export const EVENT_OF_OTHER_TYPE: Words = {
  id: 'Peristiwa {version} pada {stream} ({type}) lain di peristiwa {at} dari riwayat alur kerja {runId}: di sana {other}.',
  en: 'Event {version} of {stream} ({type}) stands otherwise in event {at} of the history of run {runId}, where it is {other}.',
};
