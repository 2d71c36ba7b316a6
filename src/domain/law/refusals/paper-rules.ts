/** Refusals about papers made from the record. */
import type { RefusalEntry } from './entry.ts';

export const PAPER_REFUSALS = {
  PAPER_NOT_READY: {
    status: 409,
    article: null,
    id: 'Surat {kind} belum dapat dibuat: peristiwa yang mendasarinya belum tercatat.',
    en: 'The paper {kind} cannot be made yet: the event that it rests on is not on record.',
    nextId: 'Catat dahulu langkah yang mendasari surat itu.',
    nextEn: 'Record the step that the paper rests on first.',
  },
  PAPER_ALTERED: {
    status: 500,
    article: null,
    id: 'Berkas {paperId} tidak sama dengan sidik yang tercatat dan tidak ditampilkan.',
    en: 'The file {paperId} does not have the recorded hash and is not shown.',
    nextId: 'Laporkan kepada pengelola sistem; buat surat itu lagi dari catatan.',
    nextEn: 'Tell the operator; make the paper again from the record.',
  },
} as const satisfies { [code: string]: RefusalEntry };
