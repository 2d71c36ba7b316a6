/** Refusals about a sheet as a whole; what is wrong with its lines stands beside them. */
import type { RefusalEntry } from './entry.ts';

export const SHEET_REFUSALS = {
  SHEET_HAS_ERRORS: {
    status: 422,
    article: null,
    id: 'Lembar ini belum dapat dijalankan: ada {count} hal yang perlu diperbaiki.',
    en: 'This sheet cannot run yet: {count} things need to be put right.',
    nextId: 'Perbaiki baris yang disebutkan, lalu kirim ulang seluruh berkas. Belum ada yang dijalankan.',
    nextEn: 'Put the named lines right and send the whole file again. Nothing has been run.',
  },
} as const satisfies Record<string, RefusalEntry>;
