/** Refusals of certificates: their status, their numbers, their forms, their renewal. */
import type { RefusalEntry } from './entry.ts';

export const CERTIFICATE_REFUSALS = {
  CERTIFICATE_UNKNOWN: {
    status: 404,
    article: null,
    id: 'Sertifikat ini belum diterbitkan.',
    en: 'This certificate has not been issued.',
    nextId: 'Periksa kodenya.',
    nextEn: 'Check its id.',
  },
  CERTIFICATE_WRONG_STATUS: {
    status: 409,
    article: null,
    id: 'Sertifikat {certificateId} berstatus {status}; tindakan ini memerlukan {allowed}.',
    en: 'The certificate {certificateId} is {status}; this needs {allowed}.',
    nextId: 'Lihat riwayat sertifikat.',
    nextEn: 'See the history of the certificate.',
  },
  CERTIFICATE_NUMBER_TAKEN: {
    status: 409,
    article: null,
    id: 'Nomor sertifikat ini sudah dipakai oleh LSP yang sama.',
    en: 'This certificate number is already used by the same certification body.',
    nextId: 'Terbitkan dengan nomor berikutnya.',
    nextEn: 'Issue it under the next number.',
  },
  CERTIFICATE_BLANK_TAKEN: {
    status: 409,
    article: null,
    id: 'Blanko {blankNumber} sudah dipakai atau sudah dibatalkan.',
    en: 'The form {blankNumber} is in use or void.',
    nextId: 'Ambil blanko lain dari persediaan.',
    nextEn: 'Take another form from the stock.',
  },
  CERTIFICATE_OWN_ASSESSMENT: {
    status: 409,
    article: null,
    id: 'Asesor dari asesmen ini tidak boleh memutuskan nasib sertifikat {certificateId}.',
    en: 'An assessor of this assessment may not decide on the certificate {certificateId}.',
    nextId: 'Mintalah petugas LSP lain memutuskannya.',
    nextEn: 'Ask another officer of the certification body to decide.',
  },
  CERTIFICATE_OTHER_ASSESSOR: {
    status: 422,
    article: null,
    id: 'Asesor {assessorId} tidak menilai pemegang sertifikat ini.',
    en: 'The assessor {assessorId} did not assess the holder of this certificate.',
    nextId: 'Pilih sertifikat dari daftar asesor tersebut.',
    nextEn: 'Choose from the list of that assessor’s certificates.',
  },
  RENEWAL_TOO_EARLY: {
    status: 422,
    article: null,
    id: 'Perpanjangan dapat diminta mulai {date}.',
    en: 'A renewal can be asked for from {date}.',
    nextId: 'Ajukan pada tanggal itu atau sesudahnya.',
    nextEn: 'Ask on that date or later.',
  },
  RENEWAL_NOT_REQUESTED: {
    status: 409,
    article: null,
    id: 'Perpanjangan sertifikat ini belum diminta dalam masanya.',
    en: 'No renewal of this certificate was asked for within its window.',
    nextId: 'Catat permintaan perpanjangan lebih dahulu.',
    nextEn: 'Record the request for renewal first.',
  },
} as const satisfies { [code: string]: RefusalEntry };
