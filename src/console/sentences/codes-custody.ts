/** Codes of prison and referral as they stand inside a sentence. */
import type { PrisonCommands, ProposalPurpose, ReleaseKind } from '../../domain/journey/prison/commands.ts';
import type { Fraction, PrisonEvents } from '../../domain/journey/prison/events.ts';
import type {
  AccommodationCode,
  ConsentPurpose,
  ReferralCommands,
  ReferralPurpose,
} from '../../domain/journey/referral/commands.ts';
import { type Said, words } from './template.ts';

export const PURPOSE: Said<ProposalPurpose> = {
  TRAINING: words('pelatihan', 'training'),
  INTEGRATION: words('program integrasi', 'integration'),
  STAGE_CHANGE: words('perubahan tahap pembinaan', 'a change of stage'),
};

export const FRACTION: Said<Fraction> = {
  ONE_THIRD: words('sepertiga masa pidana', 'one third of the term'),
  HALF: words('setengah masa pidana', 'half of the term'),
  TWO_THIRDS: words('dua pertiga masa pidana', 'two thirds of the term'),
};

export const REMISSION: Said<PrisonCommands['grant-remission']['kind']> = {
  GENERAL: words('remisi umum', 'general remission'),
  SPECIAL: words('remisi khusus', 'special remission'),
  ADDITIONAL: words('remisi tambahan', 'additional remission'),
  DASAWARSA: words('remisi dasawarsa', 'ten-year remission'),
  OTHER: words('remisi lain', 'another remission'),
};

export const RELEASE: Said<ReleaseKind> = {
  BEBAS_MURNI: words('bebas murni', 'at the end of the term'),
  RU_II: words('bebas karena remisi', 'by remission'),
  PB: words('pembebasan bersyarat', 'on conditional release'),
  CB: words('cuti bersyarat', 'on conditional leave'),
  CMB: words('cuti menjelang bebas', 'on leave before release'),
  DEMI_HUKUM: words('bebas demi hukum', 'by operation of law'),
};

/** After "karena", "because of". */
export const RELEASE_DATE_REASON: Said<PrisonCommands['change-release-date']['reason']> = {
  SDP_CORRECTION: words('koreksi data SDP', 'a correction in the prison database'),
  REMISSION: words('remisi', 'remission'),
  STAGE_DATES: words('perubahan tanggal tahapan', 'changed stage dates'),
  INTEGRATION: words('program integrasi', 'integration'),
  RULING_CHANGED: words('perubahan putusan', 'a changed ruling'),
  CLEMENCY: words('pengampunan', 'clemency'),
  OTHER: words('hal lain', 'another matter'),
};

export const WAY: Said<PrisonCommands['record-aftercare-report']['way']> = {
  IN_PERSON: words('datang langsung', 'in person'),
  REMOTE: words('dari jauh', 'from afar'),
};

export const AFTERCARE_END: Said<PrisonCommands['end-aftercare']['reason']> = {
  PROBATION_ENDED: words('masa percobaan berakhir', 'the probation period has ended'),
  TERM_ENDED: words('masa pidana berakhir', 'the term has ended'),
  OTHER: words('ada hal lain', 'of another matter'),
};

export const REVOKED: Said<PrisonEvents['ConditionalReleaseRevoked']['ground']> = {
  BREACH: words('syarat dilanggar', 'a condition was broken'),
  NEW_OFFENCE: words('ada tindak pidana baru', 'of a new offence'),
};

export const PRISON_CLOSED: Said<PrisonEvents['PrisonCaseClosed']['reason']> = {
  PROGRAMME_DONE: words('program selesai', 'the programme is done'),
  RELEASED_NO_CONTACT: words(
    'orangnya bebas dan tidak dapat dihubungi',
    'the person was released and cannot be reached',
  ),
  DEATH: words('orangnya meninggal', 'the person has died'),
  ESCAPE_LAPSED: words('orangnya melarikan diri dan tidak kembali', 'the person escaped and did not return'),
};

export const REFERRAL_PURPOSE: Said<ReferralPurpose> = {
  TRAINING: words('pelatihan', 'training'),
  APPRENTICESHIP: words('pemagangan', 'an apprenticeship'),
  PLACEMENT: words('penempatan kerja', 'placement in work'),
};

export const CONSENT: Said<ConsentPurpose> = {
  TRAINING_REFERRAL: words('rujukan ke pelatihan', 'referral to training'),
  MATCHING: words('pencocokan dengan lowongan', 'matching with vacancies'),
  DISCLOSE_DISABILITY: words('pemberitahuan kebutuhan disabilitas', 'the sharing of disability needs'),
  NOTIFICATION: words('pemberitahuan lewat pesan', 'being notified by message'),
  FOLLOW_UP: words('pemantauan sesudah bekerja', 'follow-up after placement'),
};

export const ACCOMMODATION: Said<AccommodationCode> = {
  SIGN_LANGUAGE_INTERPRETER: words('juru bahasa isyarat', 'a sign language interpreter'),
  SCREEN_READER: words('pembaca layar', 'a screen reader'),
  RAMP: words('jalur landai', 'a ramp'),
  ADAPTED_TOOLS: words('alat yang disesuaikan', 'adapted tools'),
  EXTRA_TIME: words('waktu tambahan', 'extra time'),
  COMPANION: words('pendamping', 'a companion'),
  LARGE_PRINT: words('cetakan huruf besar', 'large print'),
  QUIET_ROOM: words('ruang tenang', 'a quiet room'),
};

export const REFERRAL_CLOSED: Said<ReferralCommands['close-referral']['reason']> = {
  PLACED: words('orangnya sudah bekerja', 'the person has found work'),
  DECLINED: words('orangnya tidak melanjutkan', 'the person declined'),
  WITHDREW: words('orangnya menarik diri', 'the person withdrew'),
  DEATH: words('orangnya meninggal', 'the person has died'),
  MOVED: words('orangnya pindah', 'the person has moved'),
};
