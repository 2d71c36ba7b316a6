/** Why minutes were worked and do not count, in words, with the article or the reading it follows. */
import type { NotCreditedReason } from '../../domain/journey/events.ts';
import type { Words } from './words.ts';

interface Withheld extends Words {
  readonly article: string | null;
}

export const WITHHELD: { readonly [reason in NotCreditedReason]: Withheld } = {
  WINDOW_CLOSED: {
    article: 'UU 1/2023 art. 85(5), 184',
    id: 'dikerjakan di luar jangka waktu penyelesaian',
    en: 'worked outside the completion window',
  },
  DAILY_LIMIT: {
    article: 'UU 1/2023 art. 85(5)',
    id: 'melebihi batas harian',
    en: 'over the daily limit',
  },
  ORDERED_TOTAL_REACHED: {
    article: 'UU 1/2023 art. 85(4)',
    id: 'jumlah yang diperintahkan sudah tercapai',
    en: 'the ordered total was reached',
  },
  TRAINING_NOT_COUNTED: {
    article: 'UU 1/2023 art. 85(1)',
    id: 'pelatihan tidak dihitung tanpa dokumen yang menyatakannya',
    en: 'training does not count without a document that says so',
  },
  WORK_AFTER_DEATH: {
    article: 'UU 1/2023 art. 140',
    id: 'sesudah tanggal meninggal',
    en: 'after the date of death',
  },
  DISPUTED: { article: null, id: 'dibantah lokasi', en: 'disputed by the site' },
  ENTERED_IN_ERROR: {
    article: null,
    id: 'salah catat, telah dikoreksi',
    en: 'entered in error and corrected',
  },
  CASE_ON_HOLD: { article: null, id: 'pelaksanaan sedang ditunda', en: 'execution was suspended' },
  NOT_STARTED: { article: null, id: 'sebelum pelaksanaan dimulai', en: 'before execution had begun' },
  AWAITING_CONFIRMATION: {
    article: null,
    id: 'dibuktikan sesudah jangka waktu berakhir, menunggu konfirmasi lokasi (L-32)',
    en: 'proved after the window had ended and waiting for the site’s word (L-32)',
  },
  OVERLAP: {
    article: null,
    id: 'bertumpuk dengan sesi lain orang yang sama',
    en: 'overlaps another session of the same person',
  },
  DECIDED_NOT_CREDITED: {
    article: null,
    id: 'diputus jaksa tidak dihitung',
    en: 'decided by the prosecutor not to count',
  },
};

const UNKNOWN: Withheld = {
  article: null,
  id: 'dengan alasan yang tidak dikenal',
  en: 'for an unknown reason',
};

export const withheldFor = (reason: string): Withheld =>
  Object.hasOwn(WITHHELD, reason) ? WITHHELD[reason as NotCreditedReason] : UNKNOWN;
