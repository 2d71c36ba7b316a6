/** Refusals about the request itself: who asks, in what form, and whether the parts can answer. */
import type { RefusalEntry } from './entry.ts';

const REQUEST_REFUSALS = {
  UNAUTHENTICATED: {
    status: 401,
    article: null,
    id: 'Anda belum masuk, atau tanda masuk Anda tidak berlaku lagi.',
    en: 'You are not signed in, or your token is no longer valid.',
    nextId: 'Masuk kembali.',
    nextEn: 'Sign in again.',
  },
  NOT_PERMITTED: {
    status: 403,
    article: null,
    id: 'Peran atau kantor Anda tidak berwenang melakukan hal ini.',
    en: 'Your role or office may not do this.',
    nextId: 'Minta pejabat yang berwenang melakukannya.',
    nextEn: 'Ask the officer in charge to do it.',
  },
  ORIGIN_HIDDEN: {
    status: 403,
    article: 'UU 27/2022 art. 4(2)',
    id: 'Keterangan ini tidak tersedia bagi Anda.',
    en: 'This information is not available to you.',
    nextId: 'Gunakan keterangan keterampilan dan sertifikat yang ditampilkan.',
    nextEn: 'Use the skills and certificates shown.',
  },
  NOT_FOUND: {
    status: 404,
    article: null,
    id: 'Yang Anda cari tidak ada.',
    en: 'What you ask for does not exist.',
    nextId: 'Periksa alamatnya.',
    nextEn: 'Check the address.',
  },
  NOT_SEALED_YET: {
    status: 409,
    article: null,
    id: 'Catatan ini sudah tersimpan, tetapi belum tersegel.',
    en: 'This is recorded and not sealed yet.',
    nextId: 'Minta lagi dalam satu menit.',
    nextEn: 'Ask again in a minute.',
  },
  MALFORMED: {
    status: 400,
    article: null,
    id: 'Isian {field} tidak sesuai bentuk yang diminta.',
    en: 'The field {field} does not have the required form.',
    nextId: 'Perbaiki isian itu, lalu kirim lagi dengan pengenal perintah yang baru.',
    nextEn: 'Correct it and send again with a new command id.',
  },
  TOO_LARGE: {
    status: 413,
    article: null,
    id: 'Kiriman ini melebihi batas {limitBytes} bita.',
    en: 'This request is over the limit of {limitBytes} bytes.',
    nextId: 'Kirim dalam bagian yang lebih kecil.',
    nextEn: 'Send it in smaller parts.',
  },
  RATE_LIMITED: {
    status: 429,
    article: null,
    id: 'Terlalu banyak permintaan dalam waktu singkat.',
    en: 'Too many requests in a short time.',
    nextId: 'Tunggu {retryAfterSeconds} detik, lalu kirim lagi dengan pengenal yang sama.',
    nextEn: 'Wait {retryAfterSeconds} seconds, then send again with the same id.',
  },
  SANDBOX_ONLY: {
    status: 403,
    article: null,
    id: 'Hal ini hanya dapat dilakukan di lingkungan uji coba.',
    en: 'This can be done in a sandbox only.',
    nextId: 'Gunakan lingkungan uji coba.',
    nextEn: 'Use a sandbox.',
  },
} as const satisfies { [code: string]: RefusalEntry };

const DELIVERY_REFUSALS = {
  /** Never shown as a problem: the first result is given again. The status is that of the repetition. */
  DUPLICATE_COMMAND: {
    status: 200,
    article: null,
    id: 'Perintah ini sudah diterima; jawaban pertama diberikan lagi.',
    en: 'This command was received before; the first answer is given again.',
    nextId: 'Tidak perlu tindakan.',
    nextEn: 'Nothing to do.',
  },
  COMMAND_ID_REUSED: {
    status: 409,
    article: null,
    id: 'Pengenal perintah ini sudah dipakai untuk isi yang berbeda.',
    en: 'This command id was already used for a different content.',
    nextId: 'Kirim dengan pengenal yang baru.',
    nextEn: 'Send it with a new id.',
  },
  OUTCOME_UNKNOWN: {
    status: 504,
    article: null,
    id: 'Hasil perintah ini belum diketahui.',
    en: 'The outcome of this command is not known yet.',
    nextId: 'Tanyakan lagi dengan pengenal yang sama; perintah tidak akan dihitung dua kali.',
    nextEn: 'Ask again with the same id; the command will not be counted twice.',
  },
  UNAVAILABLE: {
    status: 503,
    article: null,
    id: 'Layanan sedang tidak dapat menjawab.',
    en: 'The service cannot answer at the moment.',
    nextId: 'Coba lagi beberapa saat lagi; tidak ada yang hilang.',
    nextEn: 'Try again in a moment; nothing is lost.',
  },
  LEDGER_BEHIND: {
    status: 503,
    article: null,
    id: 'Buku catatan tertinggal dari keadaan yang sudah diketahui; penulisan dihentikan.',
    en: 'The ledger is behind what was already known; writing has stopped.',
    nextId: 'Hubungi pengelola sistem, lalu tanyakan lagi dengan pengenal yang sama.',
    nextEn: 'Call the operators, then ask again with the same id.',
  },
  INTERNAL: {
    status: 500,
    article: null,
    id: 'Terjadi kesalahan pada sistem; kesalahan ini sudah dicatat.',
    en: 'Something went wrong in the system; it has been recorded.',
    nextId: 'Coba lagi dengan pengenal yang sama; bila berulang, hubungi pengelola sistem.',
    nextEn: 'Try again with the same id; if it happens again, call the operators.',
  },
} as const satisfies { [code: string]: RefusalEntry };

export const ACCESS_REFUSALS = { ...REQUEST_REFUSALS, ...DELIVERY_REFUSALS } as const;
