/** Refusals of foreign-worker permits. */
import type { RefusalEntry } from './entry.ts';

const REGULATION = 'PP 34/2021';

export const PERMIT_REFUSALS = {
  PERMIT_UNKNOWN: {
    status: 404,
    article: null,
    id: 'RPTKA {permitId} tidak terdaftar.',
    en: 'There is no permit {permitId}.',
    nextId: 'Periksa pengenalnya, atau ajukan permohonan baru.',
    nextEn: 'Check the id, or apply anew.',
  },
  PERMIT_STATUS: {
    status: 409,
    article: null,
    id: 'RPTKA ini berstatus {status}; tindakan ini hanya pada {allowed}.',
    en: 'This permit is {status}; this can be done only when it is {allowed}.',
    nextId: 'Periksa langkah sebelumnya.',
    nextEn: 'Look at the step before.',
  },
  NOT_A_PERMIT_OFFICE: {
    status: 422,
    article: REGULATION,
    id: 'Kantor {officeId} tidak mengurus penggunaan tenaga kerja asing.',
    en: 'The office {officeId} does not decide on the use of foreign workers.',
    nextId: 'Pilih unit pengendalian tenaga kerja asing.',
    nextEn: 'Choose the unit that controls the use of foreign workers.',
  },
  APPLICATION_INCOMPLETE: {
    status: 422,
    article: `${REGULATION} art. 21`,
    id: 'Permohonan belum lengkap: {missing}.',
    en: 'The application is incomplete: {missing}.',
    nextId: 'Lengkapi, termasuk tenaga kerja pendamping; penilaian dimulai sesudahnya.',
    nextEn: 'Complete it, with a companion worker; the assessment begins after that.',
  },
  SKIP_REASON_MISSING: {
    status: 422,
    article: null,
    id: 'Ada {shown} lulusan setempat yang bersertifikat dan tidak ada yang dipilih.',
    en: 'Certified local graduates were shown, {shown} of them, and none was picked.',
    nextId: 'Pilih salah satu sebagai pendamping, atau isi alasan tidak memilih.',
    nextEn: 'Pick one as companion, or give a reason for picking none.',
  },
  TOO_MANY_WORKERS: {
    status: 422,
    article: `${REGULATION} art. 6`,
    id: 'Diajukan {workers} orang; permohonan memuat {most}.',
    en: 'Named are {workers} people; the application is for {most}.',
    nextId: 'Sesuaikan jumlahnya atau ajukan permohonan lain.',
    nextEn: 'Correct the number or apply for the others separately.',
  },
  PERMIT_TOO_LONG: {
    status: 422,
    article: `${REGULATION} art. 21`,
    id: 'Jangka waktu paling lama {years} tahun, sampai {latest}.',
    en: 'The period is at most {years} years, until {latest}.',
    nextId: 'Perpendek jangka waktunya; perpanjangan diajukan kemudian.',
    nextEn: 'Shorten the period; an extension can be applied for later.',
  },
  EXTENSION_LATE: {
    status: 409,
    article: `${REGULATION} art. 21`,
    id: 'Perpanjangan paling lambat diajukan pada {lastDay}.',
    en: 'An extension had to be applied for by {lastDay}.',
    nextId: 'Ajukan permohonan baru.',
    nextEn: 'Apply for a new permit.',
  },
  NOT_HANDED_OFF: {
    status: 409,
    article: null,
    id: 'RPTKA {permitId} belum diteruskan ke Imigrasi.',
    en: 'The permit {permitId} was not handed to Immigration yet.',
    nextId: 'Teruskan dahulu, lalu catat nomor ITAS.',
    nextEn: 'Hand it over first, then record the stay permit.',
  },
} as const satisfies { [code: string]: RefusalEntry };
