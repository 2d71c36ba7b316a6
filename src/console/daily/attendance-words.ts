/** Words of the attendance pages. They also go to phones, so nothing large is imported here. */
import type { AttendanceState } from '../../api/attendance-view.ts';
import type { Words } from '../words/words.ts';
import type { ActKind } from './act.ts';

/** Of a tag's colour (parts/text.tsx), for what a phone imports. */
type Meaning = 'overdue' | 'due' | 'hold' | 'done' | 'waiting';

export const STATE_TAGS: { readonly [S in AttendanceState]: readonly [Meaning, Words] } = {
  EXPECTED: ['due', { id: 'Belum datang', en: 'Not here yet' }],
  NOT_PLANNED: ['hold', { id: 'Tidak dijadwalkan hari ini', en: 'Not planned for this day' }],
  HERE: ['waiting', { id: 'Sedang di sini', en: 'Here now' }],
  LEFT: ['done', { id: 'Sudah pulang', en: 'Has left' }],
  ABSENT: ['overdue', { id: 'Tidak datang', en: 'Did not come' }],
  EXCUSED: ['hold', { id: 'Diberi izin', en: 'Excused' }],
  NOT_STARTED: ['hold', { id: 'Belum dapat dicatat', en: 'Cannot be recorded yet' }],
};

/** What a session's standing says beside its hours. */
export const SESSION_WORDS: { readonly [status: string]: Words } = {
  RECORDED: { id: 'Jam belum ditegaskan', en: 'Hours not confirmed yet' },
  CONFIRMED: { id: 'Jam ditegaskan', en: 'Hours confirmed' },
  DISPUTED: { id: 'Jam disanggah', en: 'Hours disputed' },
  DECIDED: { id: 'Jam sudah diputus jaksa', en: 'Hours decided by the prosecutor' },
};

const NOT_CREDITED_WORDS: { readonly [reason: string]: Words } = {
  DAILY_LIMIT: { id: 'melebihi 8 jam sehari', en: 'beyond 8 hours a day' },
  ORDERED_TOTAL_REACHED: { id: 'seluruh jam sudah terpenuhi', en: 'all ordered hours are done' },
  WINDOW_CLOSED: {
    id: 'di luar jangka waktu, menunggu keputusan jaksa',
    en: 'outside the time allowed, waiting for the prosecutor',
  },
  CASE_ON_HOLD: { id: 'pelaksanaan sedang dihentikan sementara', en: 'execution is on hold' },
  AWAITING_CONFIRMATION: { id: 'menunggu penegasan lokasi', en: 'waiting for the site to confirm' },
  OVERLAP: { id: 'bersamaan dengan sesi lain', en: 'at the same time as another session' },
  NOT_STARTED: { id: 'sebelum pelaksanaan dimulai', en: 'before execution began' },
  DISPUTED: { id: 'disanggah', en: 'disputed' },
};

export const notCreditedWords = (reason: string): Words =>
  NOT_CREDITED_WORDS[reason] ?? { id: 'menunggu keputusan', en: 'waiting for a decision' };

/** After it was done, of somebody who is named before it. */
export const DONE_WORDS: { readonly [K in ActKind]: Words } = {
  arrive: { id: 'kedatangan dicatat', en: 'arrival recorded' },
  leave: { id: 'kepulangan dicatat', en: 'departure recorded' },
  absent: { id: 'dicatat tidak datang', en: 'recorded as not come' },
  record: { id: 'sesi dicatat', en: 'session recorded' },
  confirm: { id: 'jam ditegaskan', en: 'hours confirmed' },
  dispute: { id: 'sanggahan dicatat', en: 'dispute recorded' },
};

/** As it waits on a phone. */
export const ACT_WORDS: { readonly [K in ActKind]: Words } = {
  arrive: { id: 'Datang', en: 'Arrived' },
  leave: { id: 'Pulang', en: 'Left' },
  absent: { id: 'Tidak datang', en: 'Did not come' },
  record: { id: 'Sesi lengkap', en: 'Whole session' },
  confirm: { id: 'Tegaskan jam', en: 'Confirm hours' },
  dispute: { id: 'Sanggah jam', en: 'Dispute hours' },
};

/** Where the key of an identity was destroyed. */
export const NAMELESS: Words = { id: 'Nama sudah dihapus', en: 'Name erased' };

export const nameOf = (name: string | null, t: (words: Words) => string): string => name ?? t(NAMELESS);

export const isActKind = (text: string): text is ActKind => Object.hasOwn(ACT_WORDS, text);
