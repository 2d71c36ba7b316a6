/** What a finding says about a stream as a whole, or about a decision that no rules can be asked about. */
import type { Words } from '../explain/words.ts';
import type { RulesAbsence } from '../rules/rules.ts';
import type { StateCheck } from '../states/states-from-histories.ts';

export const FAULT: Words = {
  id: ' terhenti oleh kesalahan produk dan tidak diputus ulang.',
  en: ' met a fault of the product and is not decided again.',
};
export const FACT_NOT_SET: Words = {
  id: ' didasarkan pada {facts}, yang tidak pernah ditetapkan oleh keputusan register mana pun.',
  en: ' rested on {facts}, which no decision of a register ever set.',
};
export const FACT_AT: Words = { id: '{key} pada versi {version}', en: '{key} at version {version}' };

export const OF_ANOTHER_STREAM: Words = {
  id: 'Riwayat arsip alur kerja {runId} pada {stream} adalah riwayat aliran lain.',
  en: 'The archived history of run {runId} of {stream} is that of another stream.',
};
export const HISTORY_UNREADABLE: Words = {
  id: 'Riwayat arsip alur kerja {runId} pada {stream} tidak dapat dibaca: {why}.',
  en: 'The archived history of run {runId} of {stream} cannot be read: {why}.',
};
export const PACK_CHANGED: { readonly [why in Exclude<RulesAbsence, 'not kept'>]: Words } = {
  'never sealed': {
    id: 'Paket aturan dari build {buildId} tidak pernah disegel dan tidak dijalankan.',
    en: 'The rule pack of build {buildId} was never sealed and was not run.',
  },
  'not those sealed': {
    id: 'Paket aturan dari build {buildId} bukan yang disegel dan tidak dijalankan.',
    en: 'The rule pack of build {buildId} is not the one that was sealed and was not run.',
  },
  'no rule pack': {
    id: 'Yang disimpan dan disegel sebagai aturan dari build {buildId} bukan paket aturan yang dapat dijalankan.',
    en: 'What was kept and sealed as the rules of build {buildId} is no rule pack that can be run.',
  },
};

export const EVENT_BEYOND: Words = {
  id: 'Peristiwa {version} pada {stream} ({type}) ada di peristiwa {at} dari riwayat alur kerja {runId}; buku besar berakhir pada {head}.',
  en: 'Event {version} of {stream} ({type}) stands in event {at} of the history of run {runId}; the ledger ends at {head}.',
};
export const CONTRADICTS: Words = {
  id: 'Peristiwa {version} pada {stream} diceritakan dengan dua cara: di peristiwa {firstAt} dari riwayat alur kerja {firstRun}, dan di peristiwa {secondAt} dari riwayat alur kerja {secondRun}.',
  en: 'Event {version} of {stream} is told in two ways: in event {firstAt} of the history of run {firstRun}, and in event {secondAt} of that of run {secondRun}.',
};
export const STATES_DIFFER: Words = {
  id: 'Keadaan {stream} sesudah peristiwa {version}, {from} alur kerja {runId}, bukan yang dihasilkan peristiwa di buku besar.',
  en: 'The state of {stream} after event {version}, {from} run {runId}, is not the one that the events of the ledger give.',
};
export const STATE_FROM: { readonly [from in StateCheck['from']]: Words } = {
  told: { id: 'menurut jawaban yang diterima', en: 'by the answers that were given to' },
  loaded: { id: 'seperti yang dimuat', en: 'as it was loaded by' },
  'handed on': { id: 'seperti yang diteruskan', en: 'as it was handed on by' },
};
