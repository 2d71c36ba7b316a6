/** Refusals of an audit's findings. */
import type { RefusalEntry } from './entry.ts';

export const FINDING_REFUSALS = {
  FINDING_UNKNOWN: {
    status: 404,
    article: null,
    id: 'Temuan {findingId} tidak terdaftar.',
    en: 'There is no finding {findingId}.',
    nextId: 'Periksa pengenalnya.',
    nextEn: 'Check the id.',
  },
  FINDING_STATUS: {
    status: 409,
    article: null,
    id: 'Temuan ini berstatus {status}; tindakan ini hanya pada {allowed}.',
    en: 'This finding is {status}; this can be done only when it is {allowed}.',
    nextId: 'Periksa langkah sebelumnya.',
    nextEn: 'Look at the step before.',
  },
  FINDING_UNANSWERED: {
    status: 409,
    article: 'UU 15/2004 art. 20(3)',
    id: 'Temuan {findingId} belum dijawab, sehingga belum dapat dinyatakan selesai.',
    en: 'The finding {findingId} was not answered, so it cannot be resolved.',
    nextId: 'Tunggu jawaban kantor, atau tutup sebagai risiko yang diterima atau diteruskan.',
    nextEn: 'Wait for the office’s answer, or close it as an accepted risk or as referred.',
  },
} as const satisfies { [code: string]: RefusalEntry };
