/** Codes of community service as they stand inside a sentence. */
import type { Anomaly, HourCreditPolicy, JourneyCommands, Origin } from '../../domain/journey/commands.ts';
import type { JourneyEvents, NotCreditedReason } from '../../domain/journey/events.ts';
import { type Said, words } from './template.ts';

export const ORIGIN: Said<Origin> = {
  PRIMARY_85: words('pidana kerja sosial', 'community service'),
  FINE_SUBSTITUTE_82: words('kerja sosial pengganti denda', 'community service in place of a fine'),
  ADAT_SUBSTITUTE_96: words(
    'kerja sosial pengganti kewajiban adat',
    'community service in place of a customary obligation',
  ),
  MEASURE_103: words('tindakan pelatihan kerja', 'court-ordered training'),
};

export const ANOMALY: Said<Anomaly> = {
  THREAT_TOO_HIGH: words(
    'ancaman pidananya lima tahun atau lebih',
    'the offence carries five years of prison or more',
  ),
  REPLACED_PRISON_TOO_LONG: words(
    'pidana penjara yang diganti lebih dari enam bulan',
    'the prison term that is replaced is longer than six months',
  ),
  REPLACED_FINE_TOO_HIGH: words(
    'denda yang diganti melebihi batas kategori II',
    'the fine that is replaced is above category II',
  ),
  HOURS_OUT_OF_RANGE: words(
    'jumlah jam di luar 8 sampai 240 jam',
    'the number of hours lies outside 8 to 240',
  ),
};

/** What an excerpt of a ruling lacks. */
export const MISSING_PIECE: Said<'consent' | 'age' | 'replaced'> = {
  consent: words('persetujuan terdakwa', 'the consent of the defendant'),
  age: words('umur saat perbuatan', 'the age at the act'),
  replaced: words('pidana yang diganti', 'the penalty that is replaced'),
};

/** After "karena", "because". */
export const NOT_CREDITED: Said<NotCreditedReason> = {
  WINDOW_CLOSED: words('jangka waktu pelaksanaan sudah berakhir', 'the completion window had ended'),
  DAILY_LIMIT: words('batas jam sehari sudah tercapai', 'the daily limit was reached'),
  ORDERED_TOTAL_REACHED: words('jumlah jam putusan sudah terpenuhi', 'the ordered hours were already served'),
  TRAINING_NOT_COUNTED: words(
    'pelatihan tidak dihitung sebagai jam pidana',
    'training does not count toward the hours of this sentence',
  ),
  WORK_AFTER_DEATH: words(
    'tanggalnya sesudah tanggal meninggal yang tercatat',
    'it lies after the recorded date of death',
  ),
  DISPUTED: words('sesinya disanggah', 'the session is disputed'),
  ENTERED_IN_ERROR: words('catatannya keliru', 'it was entered in error'),
  CASE_ON_HOLD: words('pelaksanaan sedang ditunda', 'the execution was on hold'),
  NOT_STARTED: words('pelaksanaan belum dimulai', 'the execution had not begun'),
  AWAITING_CONFIRMATION: words(
    'tempat kerja sosial belum mengonfirmasi',
    'the site has not confirmed it yet',
  ),
  OVERLAP: words('waktunya bertumpang tindih dengan sesi lain', 'it lies over another session'),
  DECIDED_NOT_CREDITED: words('jaksa memutuskan tidak mengakuinya', 'the prosecutor decided against it'),
};

export const HOUR_CREDIT: Said<HourCreditPolicy> = {
  NONE: words(
    'jam pelatihan tidak dihitung sebagai jam pidana',
    'training hours do not count toward the sentence',
  ),
  WORK_AT_BALAI: words(
    'hanya kerja di balai pelatihan yang dihitung',
    'only work at the training centre counts',
  ),
  TRAINING_COUNTS: words(
    'jam pelatihan dihitung sebagai jam pidana',
    'training hours count toward the sentence',
  ),
};

export const CLOSE_REASON: Said<JourneyCommands['close-case']['reason']> = {
  COMPLETED: words('kewajiban selesai dijalani', 'the obligation was served in full'),
  CONVERTED: words('pidananya diganti', 'the sentence was converted'),
  DEATH: words('orangnya meninggal', 'the person has died'),
  LAPSED: words('kewenangan melaksanakan gugur', 'the power to execute has lapsed'),
  CLEMENCY: words('grasi, amnesti, atau abolisi diberikan', 'clemency was granted'),
  RULING_CHANGED: words('putusan berubah', 'the ruling was changed'),
};

export const BREACH_GROUND: Said<JourneyEvents['BreachReviewOpened']['ground']> = {
  WINDOW_ENDED: words(
    'jangka waktu berakhir sebelum jam terpenuhi',
    'the window ended before the hours were served',
  ),
  THIRD_WARNING: words('surat peringatan ketiga diterbitkan', 'the third warning letter was issued'),
  PROSECUTOR: words('jaksa memintanya', 'the prosecutor asked for it'),
  NEW_OFFENCE: words('ada laporan tindak pidana baru', 'a new offence was reported'),
};

export const WINDOW_REASON: Said<JourneyEvents['WindowChanged']['reason']> = {
  DOCUMENT: words('berdasarkan dokumen', 'on the strength of a document'),
  REPEAT: words('karena pidana harus diulangi', 'because hours are to be repeated'),
  RULING_CHANGED: words('karena putusan berubah', 'because the ruling was changed'),
};

export const INSTANCE: Said<JourneyCommands['change-ruling']['instance']> = {
  APPEAL: words('banding', 'appeal'),
  CASSATION: words('kasasi', 'cassation'),
  REVIEW: words('peninjauan kembali', 'judicial review'),
};

export const CLEMENCY: Said<JourneyCommands['grant-clemency']['kind']> = {
  GRASI: words('grasi', 'a pardon (grasi)'),
  AMNESTI: words('amnesti', 'amnesty'),
  ABOLISI: words('abolisi', 'abolition'),
};

export const LAPSE_GROUND: Said<JourneyEvents['PowerToExecuteLapsed']['ground']> = {
  DEATH: words('orangnya meninggal', 'the person has died'),
  LIMITATION: words('sudah daluwarsa', 'the time limit for execution has passed'),
};

export const EXCUSE: Said<JourneyEvents['SessionExcused']['reason']> = {
  PERMISSION: words('izin', 'permission'),
  SICK: words('sakit', 'illness'),
};

export const SITE_SOURCE: Said<JourneyEvents['SiteAssigned']['source']> = {
  COURT: words('oleh pengadilan', 'by the court'),
  PROSECUTOR: words('oleh jaksa', 'by the prosecutor'),
};
