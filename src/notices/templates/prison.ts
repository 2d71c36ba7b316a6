/** Words for the prison entrance (I.3), to the prison itself and, neutral, to those who train and place. */
import type { Template } from '../template.ts';

export const PRISON_TEMPLATES = {
  RELEASE_DATES_CHANGED: {
    audience: 'CASE_OFFICE',
    daily: true,
    subject: { id: '{count} tanggal bebas berubah', en: '{count} release dates changed' },
    text: {
      id: 'Ringkasan hari ini. Daftar lengkap ada di halaman kantor Anda.',
      en: 'Digest of today. The full list is on your office’s page.',
    },
    item: { id: '{reference}: {date}', en: '{reference}: {date}' },
  },
  DATES_MOVED: {
    audience: 'NEUTRAL',
    daily: true,
    subject: { id: '{count} peserta berubah tanggal tersedianya', en: '{count} participants’ dates moved' },
    text: {
      id: 'Ringkasan hari ini. Tinjau jadwal peserta berikut.',
      en: 'Digest of today. Review the schedule of these participants.',
    },
    item: { id: '{reference}', en: '{reference}' },
  },
} as const satisfies { readonly [key: string]: Template };
