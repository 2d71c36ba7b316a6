/** Refusals that rest on the sentence and its limits. */
import type { RefusalEntry } from './entry.ts';
import { article85 } from './entry.ts';

export const SENTENCE_REFUSALS = {
  HOURS_RANGE: {
    status: 422,
    article: article85('(4)'),
    id: 'Lama kerja sosial {hours} jam berada di luar batas {minimum} sampai {maximum} jam.',
    en: 'A community service of {hours} hours is outside the limits of {minimum} to {maximum} hours.',
    nextId:
      'Periksa petikan putusan. Bila surat putusan memang menyebut angka itu, catat sebagai keganjilan dengan alasan jaksa; perkara lalu ditahan.',
    nextEn:
      'Check the ruling. If the paper really says so, record it as an anomaly with the prosecutor’s reason; the case is then put on hold.',
  },
  DAILY_LIMIT: {
    status: 422,
    article: article85('(5)'),
    id: 'Batas harian 8 jam terlampaui: pada {date} tersisa {minutesLeft} menit.',
    en: 'The daily limit of 8 hours is exceeded: {minutesLeft} minutes left on {date}.',
    nextId: 'Catat paling banyak sisa menit itu, atau pindahkan kerja ke tanggal lain.',
    nextEn: 'Record at most the minutes left, or move the work to another date.',
  },
  OVERLAP: {
    status: 409,
    article: null,
    id: 'Waktu sesi ini bertumpang tindih dengan sesi lain orang yang sama pada {date}.',
    en: 'This session overlaps another session of the same person on {date}.',
    nextId: 'Periksa jam pada kedua lokasi; keduanya sudah masuk daftar pemeriksaan.',
    nextEn: 'Check the times at both sites; both are on the integrity list.',
  },
  WINDOW_CLOSED: {
    status: 422,
    article: article85('(5)'),
    id: 'Jangka waktu penyelesaian berakhir pada {windowEnd}; kerja sesudahnya tidak dapat dihitung.',
    en: 'The completion window ended on {windowEnd}; later work cannot be credited.',
    nextId:
      'Kerja tetap dicatat. Jaksa memutuskan tindak lanjutnya dalam pemeriksaan pelanggaran; melanjutkan memerlukan akhir jangka waktu baru dari surat putusannya.',
    nextEn:
      'The work stays on record. The prosecutor decides in the breach review; to go on, the decision document must set a new end of the window.',
  },
  PLAN_INFEASIBLE: {
    status: 422,
    article: article85('(5)'),
    id: 'Jadwal ini hanya memuat {plannedHours} jam, sedangkan masih tersisa {hoursLeft} jam sampai {windowEnd}.',
    en: 'This plan holds only {plannedHours} hours, while {hoursLeft} hours are left until {windowEnd}.',
    nextId: 'Tambah hari atau jam per hari, paling lama 8 jam sehari.',
    nextEn: 'Add days or hours per day, at most 8 hours a day.',
  },
  RULING_SCHEDULE: {
    status: 422,
    article: article85('(9)(b)'),
    id: 'Jadwal ini melebihi putusan pada {field}: direncanakan {planned}, putusan menetapkan {limit}.',
    en: 'This plan goes beyond the ruling in {field}: {planned} planned, {limit} ordered.',
    nextId: 'Susun jadwal menurut amar. Bila waktu tidak cukup, mintakan perubahan putusan.',
    nextEn: 'Plan as the ruling says. If time does not suffice, ask for a change of the ruling.',
  },
  UNDER_18: {
    status: 422,
    article: 'UU 11/2012',
    id: 'Saat perbuatan orang ini berumur {years} tahun {months} bulan; jalur ini hanya untuk orang dewasa.',
    en: 'At the time of the act this person was {years} years and {months} months old; this route is for adults.',
    nextId: 'Gunakan jalur peradilan anak, apa pun umurnya sekarang.',
    nextEn: 'Use the juvenile justice route, whatever the age today.',
  },
  CONSENT_MISSING: {
    status: 422,
    article: article85('(2)(c)'),
    id: 'Persetujuan orang yang bersangkutan belum tercatat.',
    en: 'The person’s consent is not on record.',
    nextId: 'Jelaskan tujuan dan akibatnya, lalu catat persetujuan dengan dokumennya.',
    nextEn: 'Explain the aim and the consequences, then record the consent with its document.',
  },
  NOT_FINAL: {
    status: 409,
    article: 'UU 20/2025',
    id: 'Putusan ini belum tercatat berkekuatan hukum tetap.',
    en: 'This ruling is not recorded as final.',
    nextId: 'Catat tanggal berkekuatan hukum tetap dari surat pengadilan.',
    nextEn: 'Record the final date from the court’s paper.',
  },
  DATE_IN_FUTURE: {
    status: 422,
    article: null,
    id: 'Waktu itu, pada {date}, belum tiba; yang dicatat di sini hanya yang sudah terjadi.',
    en: 'That time, on {date}, has not come yet; only what has happened is recorded here.',
    nextId: 'Periksa tanggal, jam dan zona waktunya.',
    nextEn: 'Check the date, the hour and the time zone.',
  },
  DATE_IMPLAUSIBLE: {
    status: 422,
    article: null,
    id: 'Tanggal {date} pada {field} tidak masuk akal.',
    en: 'The date {date} in {field} is not plausible.',
    nextId: 'Periksa tanggal pada dokumen sumber.',
    nextEn: 'Check the date in the source document.',
  },
  ANOMALY_UNCONFIRMED: {
    status: 409,
    article: article85('(1)'),
    id: 'Putusan ini memuat keganjilan yang belum dikonfirmasi jaksa.',
    en: 'This ruling has an anomaly that the prosecutor has not confirmed.',
    nextId: 'Jaksa membaca putusan lengkap dan mengonfirmasi keganjilan dengan alasan.',
    nextEn: 'The prosecutor reads the full ruling and confirms the anomaly with a reason.',
  },
  DECISION_MISSING: {
    status: 422,
    article: article85('(7)'),
    id: 'Belum ada putusan atas pelanggaran; sistem tidak memutuskannya.',
    en: 'There is no decision on the breach yet; the system does not make it.',
    nextId: 'Catat dokumen putusan: nomor, tanggal, dan isinya.',
    nextEn: 'Record the decision document: number, date and content.',
  },
} as const satisfies { [code: string]: RefusalEntry };
