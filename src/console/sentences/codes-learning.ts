/** Codes of training, classes, assessments and certificates as they stand inside a sentence. */
import type {
  AppealGround,
  AssessorRole,
  AttemptKind,
  CancelReason,
  ConflictGround,
  HeldStatus,
  PostponeReason,
  RecuseReason,
} from '../../domain/journey/assessment/terms.ts';
import type { DropReason, SuspensionReason, TrainingBasis } from '../../domain/journey/training/commands.ts';
import type { CancelledBecause } from '../../domain/journey/training/events.ts';
import type { CancelReason as ClassCancelReason } from '../../domain/training-class/commands.ts';
import type { SeatEnd, SeatRefusal } from '../../domain/training-class/events.ts';
import type { DeliveryMode } from '../../domain/training-class/fact.ts';
import { type Said, words } from './template.ts';

export const BASIS: Said<TrainingBasis> = {
  VOLUNTARY: words('sukarela', 'voluntary'),
  COURT_MEASURE: words('atas putusan pengadilan', 'ordered by the court'),
  PLACE_OF_WORK: words('di tempat kerja sosialnya', 'at the place of the community service'),
};

/** After "karena", "because of". */
export const SUSPENSION: Said<SuspensionReason> = {
  TRANSFER: words('pemindahan', 'a transfer'),
  DISCIPLINE: words('tindakan disiplin', 'a disciplinary matter'),
  LOCKDOWN: words('penutupan sementara', 'a lockdown'),
  ILLNESS: words('sakit', 'illness'),
  ESCAPE: words('pelarian', 'an escape'),
  RELEASE: words('pembebasan', 'release'),
  IN_CUSTODY: words('penahanan', 'custody'),
  FAMILY: words('urusan keluarga', 'a family matter'),
  WORK: words('pekerjaan', 'work'),
  OTHER: words('hal lain', 'another matter'),
};

/** After "karena", "because". */
export const DROPPED: Said<DropReason> = {
  DID_NOT_COME: words('pesertanya tidak datang', 'the participant did not come'),
  CONDUCT: words('perilaku', 'of conduct'),
  OWN_WISH: words('kehendak sendiri', 'the person wished so'),
  NOT_ABLE: words('pesertanya tidak sanggup mengikuti', 'the participant was not able to follow'),
  OTHER: words('hal lain', 'of another matter'),
};

export const ENROLMENT_CANCELLED: Said<CancelledBecause> = {
  OWN_WISH: words('kehendak sendiri', 'the person wished so'),
  MISTAKE: words('keliru didaftarkan', 'it was a mistake'),
  OTHER_TRAINING: words('memilih pelatihan lain', 'another training was chosen'),
  OTHER: words('hal lain', 'of another matter'),
  DEATH: words('orangnya meninggal', 'the person has died'),
  SEAT_NOT_CONFIRMED: words('kursinya tidak dipastikan', 'the seat was not confirmed'),
  SEAT_TAKEN_BACK: words('kursinya ditarik', 'the seat was taken back'),
  CONSENT_WITHDRAWN: words('persetujuannya ditarik', 'the consent was withdrawn'),
  DOUBLE_SEAT: words('ada dua kursi untuk orang yang sama', 'one person had two seats'),
};

export const SEAT_REFUSED: Said<SeatRefusal> = {
  NO_SEAT: words('kelas sudah penuh', 'the class is full'),
  CLASS_NOT_OPEN: words('kelas tidak menerima pendaftaran', 'the class takes no applications'),
  CLASS_STARTED: words('kelas sudah dimulai', 'the class has begun'),
};

export const SEAT_END: Said<SeatEnd> = {
  NOT_ELIGIBLE: words('tidak memenuhi syarat', 'the requirements were not met'),
  PAPERS_MISSING: words('berkas tidak lengkap', 'papers are missing'),
  DID_NOT_COME: words('pesertanya tidak datang', 'the participant did not come'),
  ASKED_FOR: words('ada permintaan', 'it was asked for'),
  OTHER: words('hal lain', 'of another matter'),
  HOLD_EXPIRED: words('waktu untuk memastikannya habis', 'the time to confirm it ran out'),
  INTERRUPTED: words('pelatihannya terhenti', 'the training was interrupted'),
  WITHDRAWN: words('pesertanya mundur', 'the participant withdrew'),
  CLASS_FINISHED: words('kelas selesai', 'the class has finished'),
};

export const CLASS_CANCELLED: Said<ClassCancelReason> = {
  TOO_FEW: words('pesertanya terlalu sedikit', 'there were too few participants'),
  NO_INSTRUCTOR: words('tidak ada instruktur', 'there is no instructor'),
  NO_ROOM: words('tidak ada ruang', 'there is no room'),
  NO_BUDGET: words('tidak ada anggaran', 'there is no budget'),
  HOST_CLOSED: words('tempatnya ditutup', 'the host is closed'),
  EMERGENCY: words('keadaan darurat', 'of an emergency'),
  OTHER: words('hal lain', 'of another matter'),
};

export const DELIVERY: Said<DeliveryMode> = {
  AT_BALAI: words('di balai pelatihan', 'at the training centre'),
  IN_LAPAS: words('di dalam Lapas', 'inside a prison'),
  MTU: words('dengan unit keliling', 'with a mobile unit'),
  ONLINE: words('secara daring', 'online'),
  HYBRID: words('tatap muka dan daring', 'partly online'),
};

export const ASSESSOR: Said<AssessorRole> = {
  LEAD: words('asesor utama', 'lead assessor'),
  MEMBER: words('asesor anggota', 'member of the assessors'),
};

export const RECUSED: Said<RecuseReason> = {
  CONFLICT: words('benturan kepentingan', 'of a conflict of interest'),
  ILLNESS: words('sakit', 'of illness'),
  UNAVAILABLE: words('berhalangan', 'of being unavailable'),
  OTHER: words('hal lain', 'of another matter'),
};

export const CONFLICT: Said<ConflictGround> = {
  TRAINED: words('asesor pernah melatih orang ini', 'the assessor had trained the person'),
  SAME_UNIT: words(
    'asesor bekerja di tempat pelatihannya',
    'the assessor works where the training was given',
  ),
  ASSESSED_BEFORE: words('asesor pernah mengujinya', 'the assessor had tested the person before'),
  FAMILY: words('ada hubungan keluarga', 'they are family'),
  OTHER: words('hal lain', 'of another matter'),
};

export const POSTPONED: Said<PostponeReason> = {
  ILLNESS: words('sakit', 'of illness'),
  TEST_PLACE_NOT_READY: words('tempat uji belum siap', 'the test place was not ready'),
  ASSESSOR_UNAVAILABLE: words('asesor berhalangan', 'the assessor was unavailable'),
  NOT_AVAILABLE: words('pesertanya berhalangan', 'the candidate cannot come'),
  OTHER: words('hal lain', 'of another matter'),
};

export const ASSESSMENT_CANCELLED: Said<CancelReason> = {
  WITHDRAWN_BY_PERSON: words('pesertanya mundur', 'the candidate withdrew'),
  NOT_ELIGIBLE: words('pesertanya tidak memenuhi syarat', 'the candidate does not meet the requirements'),
  NO_SHOW: words('pesertanya tidak datang', 'the candidate did not come'),
  OTHER: words('hal lain', 'of another matter'),
  DEATH: words('orangnya meninggal', 'the person has died'),
  NOT_AVAILABLE: words('pesertanya berhalangan', 'the candidate cannot come'),
};

export const APPEAL: Said<AppealGround> = {
  PROCEDURE: words('tata cara uji', 'the procedure'),
  PRINCIPLES: words('prinsip asesmen', 'the principles of assessment'),
  RESULT_ONLY: words('hasilnya saja', 'the result alone'),
};

export const ATTEMPT: Said<AttemptKind> = {
  FIRST: words('uji pertama', 'the first test'),
  RETEST: words('uji ulang', 'the retest'),
  APPEAL: words('uji sesudah banding', 'the test after an appeal'),
  REPLACEMENT: words('uji pengganti', 'the replacement test'),
};

export const CERTIFICATE_NOW: Said<HeldStatus> = {
  VALID: words('berlaku', 'valid'),
  EXPIRING: words('segera berakhir', 'about to expire'),
  EXPIRED: words('habis masa berlakunya', 'expired'),
  FROZEN: words('dibekukan', 'frozen'),
  WITHDRAWN: words('dicabut', 'withdrawn'),
};
