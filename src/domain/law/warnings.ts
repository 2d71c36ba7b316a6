/**
 * All warnings: things a person should look at. A warning never refuses anything (I-11) and never
 * holds personal data: a NIK warning says which part differs, not the digits.
 */
import type { Warning } from '../decider.ts';
import type { ParametersIn } from './sentence.ts';
import { fillSentence } from './sentence.ts';

export interface WarningEntry {
  readonly article: string | null;
  readonly id: string;
  readonly en: string;
  /** What can be done next. */
  readonly nextId: string;
  readonly nextEn: string;
}

const article85 = (paragraph: string): string => `UU 1/2023 art. 85${paragraph}`;

export const WARNINGS = {
  NIK_MISMATCH: {
    article: null,
    id: 'Angka NIK tidak cocok dengan {part}.',
    en: 'The digits of the NIK do not match {part}.',
    nextId: 'Lampirkan bukti identitas; NIK tidak dapat diubah dan perkara tetap berjalan.',
    nextEn: 'Attach proof of identity; a NIK cannot be changed and the case goes on.',
  },
  NIK_MALFORMED: {
    article: null,
    id: 'NIK tidak terdiri atas 16 angka.',
    en: 'The NIK does not have 16 digits.',
    nextId: 'Periksa kartu identitas; orang dapat didaftarkan sementara tanpa NIK.',
    nextEn: 'Check the identity card; the person can be registered provisionally without a NIK.',
  },
  SENTENCE_CONDITION_ANOMALY: {
    article: article85('(1)'),
    id: 'Putusan tidak memenuhi syarat {condition}: tercatat {actual}, batas {limit}.',
    en: 'The ruling does not meet the condition {condition}: {actual} stated, limit {limit}.',
    nextId: 'Jaksa mengonfirmasi dengan alasan; putusan yang sudah tetap tidak ditolak sistem.',
    nextEn: 'The prosecutor confirms with a reason; a final ruling is not refused by the system.',
  },
  BREACH_DECISION_ANOMALY: {
    article: article85('(7)'),
    id: 'Keputusan menyebut {actual}, sedangkan pidana yang diganti paling banyak {limit}.',
    en: 'The decision states {actual}, and the replaced penalty is at most {limit}.',
    nextId: 'Periksa dokumennya; angka dokumen tetap dicatat dan tidak ditolak sistem.',
    nextEn: 'Check the document; its number is stored as it is and not refused by the system.',
  },
  TIMETABLE_SHORT: {
    article: null,
    id: 'Jadwal kelas memuat {plannedJp} JP, program memerlukan {jp} JP.',
    en: 'The timetable of the class holds {plannedJp} training hours; the programme has {jp}.',
    nextId: 'Tambahkan sesi, atau pastikan sisanya diberikan di luar jadwal.',
    nextEn: 'Add sessions, or see that the rest is given outside the timetable.',
  },
  LATE_RECORDED: {
    article: null,
    id: 'Dicatat {days} hari setelah terjadi.',
    en: 'Recorded {days} days after it happened.',
    nextId: 'Periksa bukti dari lokasi.',
    nextEn: 'Check the site’s evidence.',
  },
  NO_SAFETY_COVER: {
    article: article85('(2)(e)'),
    id: 'Lokasi {siteId} belum mencatat perlindungan kecelakaan kerja.',
    en: 'The site {siteId} has no accident cover on record.',
    nextId: 'Tanyakan perlindungan yang ada dan catat nomornya.',
    nextEn: 'Ask what cover exists and record its number.',
  },
  WORK_AFTER_DEATH: {
    article: 'UU 1/2023 art. 140',
    id: 'Sesi pada {date} berada setelah tanggal meninggal; 0 menit dihitung.',
    en: 'The session on {date} lies after the death; 0 minutes are credited.',
    nextId: 'Sesi ini masuk daftar pemeriksaan kecurangan.',
    nextEn: 'This session is on the fraud list.',
  },
  CERTIFICATE_LAPSED: {
    article: null,
    id: 'Sertifikat sudah berakhir pada {date}.',
    en: 'The certificate ended on {date}.',
    nextId: 'Tawarkan perpanjangan atau asesmen baru.',
    nextEn: 'Offer a renewal or a new assessment.',
  },
  ROLLING_DAY_EXCEEDED: {
    article: 'UU 1/2023 art. 85(5), 185',
    id: 'Dalam 24 jam berjalan tercatat {minutes} menit, lebih dari {limit}.',
    en: 'A rolling 24 hours holds {minutes} minutes, more than {limit}.',
    nextId: 'Beri waktu istirahat yang cukup di antara sesi.',
    nextEn: 'Leave enough rest between sessions.',
  },
  RULING_HOURS_EXCEEDED: {
    article: article85('(9)(b)'),
    id: 'Pada {date} dikerjakan {minutes} menit, lebih dari {limit} menit per hari menurut putusan.',
    en: '{minutes} minutes were worked on {date}, more than the {limit} minutes a day of the ruling.',
    nextId: 'Menit itu tetap dihitung dalam batas 8 jam; kembalikan kerja ke jadwal putusan.',
    nextEn: 'They are credited within the 8 hours of the law; bring the work back to the ruling’s hours.',
  },
  CONSENT_NOT_IN_PAPER: {
    article: article85('(2)(c)'),
    id: 'Petikan putusan tidak memuat persetujuan terpidana.',
    en: 'The extract of the ruling does not mention the person’s consent.',
    nextId: 'Ambil salinan lengkap; pelaksanaan tidak terhalang.',
    nextEn: 'Fetch the full copy; execution is not blocked.',
  },
  PLAN_MEETS_CLASS: {
    article: null,
    id: 'Jadwal ini berbenturan dengan jam pelatihan orang yang sama pada {date}.',
    en: 'The plan clashes with training hours of the same person on {date}.',
    nextId: 'Pilih jam lain bila dapat, atau tunda pelatihannya.',
    nextEn: 'Choose other hours if you can, or let the training wait.',
  },
  PLAN_NOT_DISCUSSED: {
    article: article85('(5)'),
    id: 'Jadwal belum dibicarakan dengan orang yang bersangkutan.',
    en: 'The plan has not been discussed with the person.',
    nextId: 'Bicarakan jadwal dengan memperhatikan mata pencahariannya.',
    nextEn: 'Discuss it, with the person’s livelihood in mind.',
  },
  PLACE_MISSING: {
    article: article85('(6)'),
    id: 'Putusan tidak menyebut tempat kerja sosial.',
    en: 'The ruling names no place for the work.',
    nextId: 'Jaksa menetapkan lokasi; sumbernya dicatat sebagai jaksa.',
    nextEn: 'The prosecutor names the site, and its source is stored as the prosecutor.',
  },
  SCHEDULE_MISSING: {
    article: article85('(9)(b)'),
    id: 'Putusan tidak menyebut jam per hari atau jangka waktu penyelesaian.',
    en: 'The ruling states no hours per day or no completion period.',
    nextId: 'Ambil salinan lengkap; sampai saat itu berlaku batas undang-undang.',
    nextEn: 'Fetch the full copy; until then the limits of the law apply.',
  },
  EXECUTION_LATE: {
    article: null,
    id: 'Pelaksanaan melewati {dueDate}, batas layanan sejak putusan tetap.',
    en: 'Execution is past {dueDate}, the service time after the ruling became final.',
    nextId: 'Catat alasan keterlambatan; tidak ada akibat hukum.',
    nextEn: 'Record the reason for the delay; it has no legal effect.',
  },
  OVERWORK: {
    article: article85('(5)'),
    id: 'Tercatat {actualMinutes} menit di lokasi pada {date}; hanya {creditedMinutes} menit dihitung.',
    en: '{actualMinutes} minutes at the site on {date}; only {creditedMinutes} minutes are credited.',
    nextId: 'Ingatkan lokasi akan batas harian.',
    nextEn: 'Remind the site of the daily limit.',
  },
  CALENDAR_YEAR_NOT_LOADED: {
    article: null,
    id: 'Hari libur tahun {year} belum dimuat dalam kalender {calendarId}.',
    en: 'The holidays of {year} are not loaded in the calendar {calendarId}.',
    nextId: 'Muat hari libur dari keputusan bersama tahun itu.',
    nextEn: 'Load the holidays from that year’s joint decree.',
  },
  INTEGRATION_EARLY: {
    article: 'UU 22/2022 art. 10',
    id: '{kind} mulai {date}, sebelum syaratnya terpenuhi menurut data: {condition}.',
    en: '{kind} begins on {date}, before its condition is met by the data: {condition}.',
    nextId: 'Periksa tanggal SDP dan SK; SK tetap dicatat dan tidak ditolak sistem.',
    nextEn: 'Check the dates of the SDP and the decree; the decree is stored and not refused.',
  },
  REVOCATION_LATE: {
    article: 'UU 1/2023 art. 73',
    id: 'Pencabutan pada {date} melewati {latest}, batas setelah masa percobaan berakhir.',
    en: 'The revocation on {date} is later than {latest}, the limit after the end of probation.',
    nextId: 'Periksa dasar pencabutan; keputusannya tetap dicatat.',
    nextEn: 'Check the ground of the revocation; the decision is stored as it is.',
  },
  AGE_NOT_KNOWN: {
    article: null,
    id: 'Tanggal lahir tidak diketahui; kelas ini mensyaratkan usia {minimumAge} tahun.',
    en: 'The birth date is not known; this class asks for the age of {minimumAge}.',
    nextId: 'Periksa usianya pada dokumen identitas sebelum kursi dipastikan.',
    nextEn: 'Check the age on an identity paper before the seat is confirmed.',
  },
  AGE_NEAR_MINIMUM: {
    article: null,
    id: 'Usia {minimumAge} tahun tercapai sekitar {startsOn}, hari pertama kelas.',
    en: 'The age of {minimumAge} is reached at about {startsOn}, the first day of the class.',
    nextId: 'Periksa tanggal lahir pada dokumen identitas sebelum kursi dipastikan.',
    nextEn: 'Check the birth date on an identity paper before the seat is confirmed.',
  },
  CASE_NUMBER_UNREADABLE: {
    article: null,
    id: 'Bentuk nomor perkara tidak dikenali; nomor disimpan seperti tertulis.',
    en: 'The form of the case number is not recognised; it is stored as written.',
    nextId: 'Periksa nomor pada putusan.',
    nextEn: 'Check the number on the ruling.',
  },
} as const satisfies { [code: string]: WarningEntry };

export type WarningCode = keyof typeof WARNINGS;

export const WARNING_CODES = Object.keys(WARNINGS) as WarningCode[];

type Entry<Code extends WarningCode> = (typeof WARNINGS)[Code];

export type WarningParameters<Code extends WarningCode> = {
  readonly [name in ParametersIn<Entry<Code>['id'] | Entry<Code>['nextId']>]: string | number;
};

/** A warning with all the values its sentences need. */
export const warn = <Code extends WarningCode>(
  code: Code,
  parameters: WarningParameters<Code> & Warning['parameters'],
): Warning => ({ code, parameters });

export const isWarningCode = (code: string): code is WarningCode => Object.hasOwn(WARNINGS, code);

export type RenderedWarning = WarningEntry;

const UNKNOWN_CODE: WarningEntry = {
  article: null,
  id: 'Peringatan dengan kode {code}.',
  en: 'Warning with the code {code}.',
  nextId: 'Hubungi pengelola sistem.',
  nextEn: 'Call the operators.',
};

/** The words for a warning, with its values filled in. */
export const renderWarning = (warning: Warning): RenderedWarning => {
  const known = isWarningCode(warning.code);
  const entry: WarningEntry = known ? WARNINGS[warning.code as WarningCode] : UNKNOWN_CODE;
  const values = known ? warning.parameters : { code: warning.code };
  return {
    article: entry.article,
    id: fillSentence(entry.id, values, 'id'),
    en: fillSentence(entry.en, values, 'en'),
    nextId: fillSentence(entry.nextId, values, 'id'),
    nextEn: fillSentence(entry.nextEn, values, 'en'),
  };
};
