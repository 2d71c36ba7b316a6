/** How runs stand and what came of replaying them, in words. */
import type { Meaning } from '../parts/text.tsx';
import { same, type Words } from '../words/words.ts';
import type { ReplayOutcome } from './answers.ts';

interface Said {
  readonly words: Words;
  readonly meaning: Meaning;
}

const STANDINGS: { readonly [standing: string]: Said } = {
  archived: { words: { id: 'riwayat disimpan', en: 'history kept' }, meaning: 'done' },
  waiting: {
    words: { id: 'masih berjalan atau belum disimpan', en: 'still open, or not kept yet' },
    meaning: 'waiting',
  },
  lost: {
    words: { id: 'riwayat hilang sebelum disimpan', en: 'history lost before it was kept' },
    meaning: 'due',
  },
  removed: {
    words: { id: 'riwayat tersegel sudah tidak ada', en: 'sealed history is gone' },
    meaning: 'overdue',
  },
};

const saidOf = (table: { readonly [key: string]: Said }, key: string): Said =>
  (Object.hasOwn(table, key) ? table[key] : undefined) ?? { words: same(key), meaning: 'hold' };

export const standingSaid = (standing: string): Said => saidOf(STANDINGS, standing);

const OUTCOMES: { readonly [outcome in ReplayOutcome['outcome']]: Said } = {
  replayed: { words: { id: 'terulang sama persis', en: 'replayed, step by step the same' }, meaning: 'done' },
  nondeterminism: {
    words: { id: 'program berbuat lain dari riwayat', en: 'the program does otherwise than the history' },
    meaning: 'overdue',
  },
  'not archived yet': { words: { id: 'belum disimpan', en: 'not kept yet' }, meaning: 'waiting' },
  lost: { words: { id: 'riwayat hilang', en: 'history lost' }, meaning: 'due' },
  removed: {
    words: { id: 'riwayat tersegel sudah tidak ada', en: 'sealed history is gone' },
    meaning: 'overdue',
  },
  'bundle missing': {
    words: { id: 'program build itu tidak disimpan', en: 'the program of that build was not kept' },
    meaning: 'due',
  },
  'bundle changed': {
    words: {
      id: 'program bukan yang disegel, tidak dijalankan',
      en: 'the program is not the sealed one, and was not run',
    },
    meaning: 'overdue',
  },
  unreadable: {
    words: { id: 'riwayat tidak terbaca', en: 'the history cannot be read' },
    meaning: 'overdue',
  },
  'given up': { words: { id: 'dihentikan di tengah jalan', en: 'stopped on the way' }, meaning: 'due' },
};

export const replaySaid = (outcome: string): Said => saidOf(OUTCOMES, outcome);

const ENDINGS: { readonly [ending: string]: Words } = {
  'continued as new': { id: 'diteruskan ke jalannya yang baru', en: 'went on in a new run' },
  completed: { id: 'selesai', en: 'completed' },
  failed: { id: 'gagal', en: 'failed' },
  'timed out': { id: 'habis waktu', en: 'timed out' },
  canceled: { id: 'dibatalkan', en: 'cancelled' },
  terminated: { id: 'dihentikan', en: 'terminated' },
  none: { id: 'riwayat berhenti di tengah', en: 'the history ends in the middle' },
};

export const endingWords = (ending: string): Words =>
  (Object.hasOwn(ENDINGS, ending) ? ENDINGS[ending] : undefined) ?? same(ending);
