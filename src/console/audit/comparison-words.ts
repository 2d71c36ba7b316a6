/** The three accounts of a command and the sorts of difference between them, in words. */
import type { Meaning } from '../parts/text.tsx';
import { same, type Words } from '../words/words.ts';

const STANDINGS: { readonly [standing: string]: Words } = {
  witnessed: { id: 'tertulis di riwayat', en: 'stands in the history' },
  healed: { id: 'terlihat lewat jawaban kemudian', en: 'seen through a later answer' },
  waiting: { id: 'riwayat belum disimpan', en: 'history not kept yet' },
  lost: { id: 'riwayat hilang', en: 'history lost' },
  missing: { id: 'tidak ada di riwayat', en: 'missing in the history' },
  'of another run': { id: 'di riwayat jalannya yang lain', en: 'in the history of another run' },
  'none by design': { id: 'memang tanpa riwayat', en: 'no history by design' },
  'not witnessed': { id: 'tidak disaksikan alur kerja', en: 'witnessed by no workflow' },
};

export const historyStandingWords = (standing: string): Words =>
  (Object.hasOwn(STANDINGS, standing) ? STANDINGS[standing] : undefined) ?? same(standing);

const RULES: { readonly [says: string]: Words } = {
  'the same': { id: 'memutuskan sama', en: 'decide the same' },
  otherwise: { id: 'memutuskan lain', en: 'decide otherwise' },
  nothing: { id: 'tidak memberi jawaban', en: 'give no answer' },
  unknown: { id: 'tidak dapat ditanya', en: 'cannot be asked' },
};

export const rulesSayWords = (says: string): Words =>
  (Object.hasOwn(RULES, says) ? RULES[says] : undefined) ?? same(says);

export interface FindingSort {
  readonly name: Words;
  readonly meaning: Words;
}

const sort = (id: string, en: string, meansId: string, meansEn: string): FindingSort => ({
  name: { id, en },
  meaning: { id: meansId, en: meansEn },
});

export const FINDING_SORTS: { readonly [type: string]: FindingSort } = {
  NO_HISTORY_BY_DESIGN: sort(
    'Memang tanpa riwayat',
    'No history by design',
    'Lembar dan register diputuskan tanpa alur kerja. Bukan kekurangan.',
    'Sheets and registers are decided without a workflow. No fault.',
  ),
  NOT_WITNESSED: sort(
    'Tidak disaksikan',
    'Not witnessed',
    'Tidak ada alur kerja yang menyaksikan; catatan dan aturan tetap dibandingkan.',
    'No workflow witnessed it; ledger and rules are still compared.',
  ),
  HISTORY_WAITING: sort(
    'Riwayat menunggu',
    'History waits',
    'Alur kerjanya masih berjalan. Bandingkan lagi nanti.',
    'Its run is still open. Compare again later.',
  ),
  HISTORY_LOST: sort(
    'Riwayat hilang',
    'History lost',
    'Riwayat hilang sebelum disimpan, dan catatan mengatakannya.',
    'The history was lost before it was kept, and the ledger says so.',
  ),
  HEALED: sort(
    'Pulih',
    'Healed',
    'Mesin mati di antara menulis dan mendengar. Tidak ada yang kurang.',
    'A machine died between writing and hearing. Nothing is missing.',
  ),
  UNDECIDED: sort(
    'Tidak jadi diputuskan',
    'Undecided',
    'Perintah diterima alur kerja tetapi tidak diputuskan.',
    'The run took the command and did not decide it.',
  ),
  RESTED_ON_CLAIM: sort(
    'Bersandar pada klaim',
    'Rested on a claim',
    'Penolakan bersandar pada nomor atau tempat yang sudah dipegang pihak lain.',
    'The refusal rested on a number or place that somebody else holds.',
  ),
  RULES_NOT_KEPT: sort(
    'Aturan hari itu tidak disimpan',
    'Rules of that day not kept',
    'Hanya aturan hari ini yang dapat ditanya.',
    'Only today’s rules can be asked.',
  ),
  NOT_DECIDED_AGAIN: sort(
    'Tidak diputuskan ulang',
    'Not decided again',
    'Kegagalan program tidak dapat diputuskan ulang.',
    'A fault of the program cannot be decided again.',
  ),
  RULE_CHANGED: sort(
    'Aturannya berubah',
    'The rule was changed',
    'Aturan hari itu memberi jawaban yang tercatat; aturan hari ini memutuskan lain. Begitulah hukum berubah; bukan kesalahan.',
    'The rules of that day give the recorded answer; today’s decide otherwise. That is how a law changes; no fault.',
  ),
  MISSING_IN_LEDGER: sort(
    'Hilang di catatan',
    'Missing in the ledger',
    'Riwayat memuat yang tidak ada di catatan: salah satu diubah atau hilang. Ini temuan.',
    'The history has what the ledger has not: one of them was changed or lost. A finding.',
  ),
  MISSING_IN_HISTORY: sort(
    'Hilang di riwayat',
    'Missing in history',
    'Catatan memuat yang tidak ada di riwayat: salah satu diubah atau hilang. Ini temuan.',
    'The ledger has what the history has not: one of them was changed or lost. A finding.',
  ),
  RUN_DIFFERS: sort(
    'Jalannya lain',
    'Another run',
    'Keputusan menyebut jalannya lain dari riwayat yang memuatnya. Ini temuan.',
    'The decision names another run than the history that shows it. A finding.',
  ),
  COMMAND_DIFFERS: sort(
    'Perintahnya lain',
    'Command differs',
    'Isi perintah di riwayat dan di catatan tidak sama. Ini temuan.',
    'The command in the history and in the ledger is not the same. A finding.',
  ),
  OUTCOME_DIFFERS: sort(
    'Hasilnya lain',
    'Outcome differs',
    'Riwayat dan catatan memberi hasil yang berbeda. Ini temuan.',
    'History and ledger give different outcomes. A finding.',
  ),
  EVENTS_DIFFER: sort(
    'Peristiwanya lain',
    'Events differ',
    'Peristiwa di riwayat dan di catatan tidak sama. Ini temuan.',
    'The events in the history and in the ledger are not the same. A finding.',
  ),
  RULES_DISAGREE: sort(
    'Aturan hari itu tidak sependapat',
    'The rules of that day disagree',
    'Aturan yang memutuskan tidak memberi jawaban ini: baris atau aturan telah ditukar. Temuan yang paling berat.',
    'The very rules that decided do not give this answer: the row or the rules were exchanged. The gravest finding.',
  ),
  UNEXPLAINED: sort(
    'Tidak terjelaskan',
    'Unexplained',
    'Aturan tidak dapat memberi jawaban atas catatan ini. Ini temuan.',
    'The rules cannot give an answer to this record. A finding.',
  ),
  FACT_NOT_SET: sort(
    'Nilai register tidak pernah ditetapkan',
    'Register value never set',
    'Keputusan bersandar pada nilai yang tidak pernah ditetapkan. Ini temuan.',
    'The decision rests on a value that was never set. A finding.',
  ),
  HISTORY_CONTRADICTS: sort(
    'Riwayat saling bertentangan',
    'Histories contradict',
    'Dua jawaban memuat peristiwa yang sama secara berbeda. Ini temuan.',
    'Two answers tell the same event differently. A finding.',
  ),
  EVIDENCE_CHANGED: sort(
    'Bukti diambil atau ditukar',
    'Evidence taken or exchanged',
    'Riwayat, aturan, atau program yang disimpan bukan yang disegel. Ini temuan.',
    'A kept history, rules or program are not those that were sealed. A finding.',
  ),
  STATES_DIFFER: sort(
    'Keadaan berbeda',
    'States differ',
    'Keadaan menurut riwayat dan menurut catatan tidak sama. Ini temuan.',
    'The states by the history and by the ledger are not the same. A finding.',
  ),
};

export const findingSort = (type: string): FindingSort =>
  (Object.hasOwn(FINDING_SORTS, type) ? FINDING_SORTS[type] : undefined) ?? {
    name: same(type),
    meaning: same(type),
  };

export const WEIGHTS: { readonly [weight: string]: { readonly words: Words; readonly meaning: Meaning } } = {
  shown: { words: { id: 'Untuk diketahui', en: 'For your knowledge' }, meaning: 'hold' },
  rule: { words: { id: 'Aturan berubah', en: 'Rule changed' }, meaning: 'waiting' },
  difference: { words: { id: 'Berbeda', en: 'Differs' }, meaning: 'overdue' },
};
