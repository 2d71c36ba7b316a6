/** What a verification can find, and where, in words. The server's own sentence stands beside it. */
import { same, type Words } from '../words/words.ts';
import type { VerifyFinding } from './answers.ts';

const PROBLEMS: { readonly [problem in VerifyFinding['problem']]: Words } = {
  HASH_DIFFERS: {
    id: 'Isinya tidak lagi menghasilkan segelnya: barisnya diubah',
    en: 'Its content does not give its seal any more: the row was changed',
  },
  NOT_CANONICAL: { id: 'Tidak ditulis oleh Titian', en: 'It was not written by Titian' },
  LINK_BROKEN: {
    id: 'Tidak bersambung dengan baris sebelumnya: ditukar, disisipkan, atau dipindahkan',
    en: 'It does not follow from the row before: exchanged, inserted or carried over',
  },
  GAP: { id: 'Ada nomor yang hilang', en: 'A number is missing' },
  HEAD_DIFFERS: {
    id: 'Ujung catatan bukan baris terakhirnya: ekornya dipotong',
    en: 'Its head is not its last row: the tail was cut off',
  },
  STREAM_MISSING: { id: 'Baris dari catatan yang tidak ada', en: 'Rows of a stream that is not there' },
  RANGE_DIFFERS: {
    id: 'Keputusan dan peristiwanya tidak saling menutup',
    en: 'Decisions and events do not cover each other',
  },
  LEAF_DIFFERS: { id: 'Daun segelnya milik baris lain', en: 'Its leaf was given to another row' },
  LEAF_MISSING: { id: 'Belum dan tidak akan disegel', en: 'It has no leaf and waits for none' },
  ROW_MISSING: { id: 'Barisnya sudah tidak ada', en: 'The row is gone' },
  STATE_DIFFERS: {
    id: 'Tabel di sampingnya tidak mengatakan hal yang sama',
    en: 'A table beside the chains does not say the same',
  },
  TREE_DIFFERS: {
    id: 'Pohon segel bukan yang ditandatangani',
    en: 'The tree is not the one that was signed',
  },
  SIGNATURE_WRONG: { id: 'Tanda tangannya bukan dari yang disebut', en: 'It is not signed by whom it names' },
  ROLLED_BACK: {
    id: 'Yang ditandatangani lebih banyak daripada yang ada: basis data lama dipasang kembali',
    en: 'More was signed than there is: an older database was put back',
  },
  FORKED: { id: 'Ada dua pohon dari satu log', en: 'There are two trees of one log' },
  FACT_UNKNOWN: {
    id: 'Keputusan bersandar pada nilai yang tidak pernah ditetapkan',
    en: 'A decision rests on a value that was never set',
  },
  KEY_MISSING: {
    id: 'Kunci atau identitas yang disebut tidak ada',
    en: 'A key or identity that it names is not there',
  },
  EVIDENCE_MISSING: {
    id: 'Bukti yang seharusnya disimpan tidak ada',
    en: 'Evidence that should be kept is not',
  },
  GUARD_DIFFERS: {
    id: 'Pertahanan basis data tidak seperti yang dibuat',
    en: 'A defence of the database is not as it was made',
  },
  BACKDATED: {
    id: 'Mengaku dicatat jauh sebelum dapat disegel',
    en: 'It says that it was committed long before it could be sealed',
  },
};

export const problemWords = (problem: string): Words =>
  (Object.hasOwn(PROBLEMS, problem) ? PROBLEMS[problem as VerifyFinding['problem']] : undefined) ??
  same(problem);

const ENTRIES: { readonly [entry in VerifyFinding['entry']]: Words } = {
  stream: { id: 'Catatan', en: 'Stream' },
  event: { id: 'Peristiwa', en: 'Event' },
  decision: { id: 'Keputusan', en: 'Decision' },
  deadline: { id: 'Tenggat', en: 'Deadline' },
  message: { id: 'Pesan', en: 'Message' },
  leaf: { id: 'Daun', en: 'Leaf' },
  fact: { id: 'Nilai register', en: 'Register value' },
  claim: { id: 'Klaim', en: 'Claim' },
  run: { id: 'Jalannya alur kerja', en: 'Workflow run' },
  build: { id: 'Program', en: 'Program' },
  access: { id: 'Catatan akses', en: 'Access row' },
  note: { id: 'Catatan log', en: 'Note' },
  tile: { id: 'Ubin', en: 'Tile' },
  checkpoint: { id: 'Titik periksa', en: 'Checkpoint' },
  heads: { id: 'Kedudukan catatan', en: 'Heads' },
  key: { id: 'Kunci', en: 'Key' },
  identity: { id: 'Identitas', en: 'Identity' },
  list: { id: 'Daftar', en: 'List' },
  guard: { id: 'Pertahanan', en: 'Guard' },
};

export const entryWords = (entry: string): Words =>
  (Object.hasOwn(ENTRIES, entry) ? ENTRIES[entry as VerifyFinding['entry']] : undefined) ?? same(entry);

export const VERDICTS = {
  intact: { words: { id: 'Catatan utuh', en: 'The record is intact' }, meaning: 'done' },
  findings: { words: { id: 'Ada temuan', en: 'There are findings' }, meaning: 'overdue' },
  unfinished: {
    words: { id: 'Belum selesai diperiksa', en: 'Not everything was looked at' },
    meaning: 'due',
  },
} as const;
