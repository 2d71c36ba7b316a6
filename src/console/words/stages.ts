/** What the stages of every part are called, and by which colour each is known: the colour never says more than the word. */
import type { CertificateStatus } from '../../domain/certificate/state.ts';
import type { FindingStatus } from '../../domain/finding/status-moves.ts';
import type { AssessmentStage } from '../../domain/journey/assessment/stage-moves.ts';
import type { ProposalStage } from '../../domain/journey/employment/events.ts';
import type { PrisonStage } from '../../domain/journey/prison/state.ts';
import type { ReferralStage } from '../../domain/journey/referral/stage-moves.ts';
import type { Session, Stage } from '../../domain/journey/state.ts';
import type { EnrolmentStage } from '../../domain/journey/training/state.ts';
import type { PermitStatus } from '../../domain/permit/status-moves.ts';
import type { ClassStatus } from '../../domain/training-class/fact.ts';
import type { SeatStatus } from '../../domain/training-class/state.ts';
import type { Meaning } from '../parts/text.tsx';
import { same, type Words } from './words.ts';

interface Stated extends Words {
  readonly meaning: Meaning;
}

const due = (id: string, en: string): Stated => ({ id, en, meaning: 'due' });
const hold = (id: string, en: string): Stated => ({ id, en, meaning: 'hold' });
const done = (id: string, en: string): Stated => ({ id, en, meaning: 'done' });
const waiting = (id: string, en: string): Stated => ({ id, en, meaning: 'waiting' });
const breach = (id: string, en: string): Stated => ({ id, en, meaning: 'breach' });
const overdue = (id: string, en: string): Stated => ({ id, en, meaning: 'overdue' });

type Table<Stages extends string> = { readonly [S in Stages]: Stated };

const SERVICE_CASE: Table<Stage> = {
  REGISTERED: due('Putusan dicatat', 'Ruling registered'),
  PROFILED: due('Profil dicatat', 'Profile recorded'),
  FINAL: due('Berkekuatan hukum tetap', 'Ruling final'),
  ORDERED: due('P-48 terbit', 'Execution ordered'),
  PLANNED: waiting('Jadwal siap', 'Schedule planned'),
  RUNNING: waiting('Sedang dijalani', 'Being served'),
  HELD: hold('Ditunda', 'On hold'),
  REVIEW: breach('Dugaan pelanggaran ditinjau', 'Alleged breach under review'),
  REPEAT: breach('Mengulangi pidana', 'Hours being repeated'),
  CONVERTED: breach('Diganti penjara atau denda', 'Replaced by prison or fine'),
  COMPLETED: done('Selesai dijalani', 'Served in full'),
  CLOSED: hold('Perkara ditutup', 'Case closed'),
  VOID: hold('Dibatalkan', 'Void'),
};

const PRISON: Table<PrisonStage> = {
  ADMITTED: due('Data SDP diterima', 'Admitted'),
  CANDIDATE: due('Calon peserta', 'Candidate'),
  PROPOSED: waiting('Diusulkan ke TPP', 'Proposed to the TPP'),
  APPROVED: due('Disetujui TPP', 'Approved by the TPP'),
  DECLINED: hold('Tidak disetujui TPP', 'Declined by the TPP'),
  IN_TRAINING: waiting('Mengikuti pelatihan', 'In training'),
  INTERRUPTED: hold('Terhenti sementara', 'Interrupted'),
  PRE_RELEASE: waiting('Menjelang bebas', 'Before release'),
  RELEASED: due('Bebas, menunggu serah terima', 'Released, hand-over awaited'),
  AFTERCARE: waiting('Dibimbing Bapas', 'Under aftercare'),
  RETURNED: breach('Kembali ditahan', 'Back in custody'),
  CLOSED: hold('Berkas Lapas ditutup', 'Prison case closed'),
};

const REFERRAL: Table<ReferralStage> = {
  REFERRED: due('Rujukan diterima', 'Referral received'),
  CONSENTED: due('Orangnya setuju', 'Person consented'),
  ASSESSED: due('Kebutuhan dinilai', 'Needs assessed'),
  WAITING: waiting('Daftar tunggu', 'On the waiting list'),
  ENROLLED: waiting('Mengikuti pelatihan', 'In training'),
  RETURNED_TO_REFERRER: hold('Dikembalikan ke perujuk', 'Returned to the referrer'),
  CLOSED: hold('Rujukan ditutup', 'Referral closed'),
};

const ENROLMENT: Table<EnrolmentStage> = {
  APPLIED: waiting('Kursi diminta', 'Seat asked for'),
  WAITING: waiting('Daftar tunggu', 'On the waiting list'),
  SEATED: due('Mendapat kursi', 'Has a seat'),
  ACTIVE: waiting('Sedang dilatih', 'In training'),
  SUSPENDED: hold('Terhenti sementara', 'Suspended'),
  FINISHED: done('Lulus pelatihan', 'Training finished'),
  INCOMPLETE: overdue('Kehadiran tidak cukup', 'Attendance not reached'),
  DROPPED: hold('Keluar dari pelatihan', 'Left the training'),
  CANCELLED: hold('Pelatihan dibatalkan', 'Training cancelled'),
  REFUSED: hold('Tidak mendapat kursi', 'No seat given'),
};

const ASSESSMENT: Table<AssessmentStage> = {
  REQUESTED: due('Uji dimohonkan', 'Assessment requested'),
  VERIFIED: due('Syarat diperiksa', 'Requirements verified'),
  SCHEDULED: waiting('Uji dijadwalkan', 'Test scheduled'),
  CONSENTED: waiting('Persetujuan AK.01 ada', 'Agreement AK.01 given'),
  TAKEN: due('Uji sudah diikuti', 'Test taken'),
  RECOMMENDED: due('Rekomendasi asesor masuk', 'Recommendation filed'),
  REVIEWED: due('Rekomendasi ditelaah', 'Recommendation reviewed'),
  COMPETENT: done('Kompeten', 'Competent'),
  NOT_YET_COMPETENT: overdue('Belum kompeten', 'Not yet competent'),
  REMEDIAL: due('Perbaikan sebelum uji ulang', 'Remedial before a retest'),
  APPEALED: waiting('Banding diajukan', 'Appeal filed'),
  RE_ASSESSMENT: waiting('Uji oleh asesor lain', 'Test by another assessor'),
  RE_ASSESSED: due('Uji banding selesai', 'Tested again'),
  FROZEN: hold('Hasil dibekukan', 'Result frozen'),
  CANCELLED: hold('Uji dibatalkan', 'Assessment cancelled'),
  VOID: hold('Salah catat', 'Entered in error'),
};

/** As its holder's journey knows it, and as it knows itself. */
const CERTIFICATE: Table<CertificateStatus | 'REQUESTED' | 'REFUSED'> = {
  NONE: due('Belum terbit', 'Not issued'),
  REQUESTED: waiting('Sedang diterbitkan', 'Being issued'),
  REFUSED: overdue('Nomor atau blanko terpakai', 'Number or form already used'),
  VALID: done('Berlaku', 'Valid'),
  EXPIRING: due('Hampir berakhir', 'Expiring'),
  EXPIRED: overdue('Kedaluwarsa', 'Expired'),
  FROZEN: hold('Dibekukan', 'Frozen'),
  WITHDRAWN: breach('Dicabut', 'Withdrawn'),
};

const PROPOSAL: Table<ProposalStage> = {
  PROPOSED: waiting('Diusulkan ke pemberi kerja', 'Proposed to the employer'),
  INVITED: waiting('Diundang wawancara', 'Invited to an interview'),
  INTERVIEWED: waiting('Sudah diwawancara', 'Interviewed'),
  OFFERED: due('Ditawari pekerjaan', 'Job offered'),
  ACCEPTED: done('Diterima', 'Accepted'),
  DECLINED: hold('Tidak diterima', 'Declined'),
  WITHDRAWN: hold('Usulan ditarik', 'Withdrawn'),
};

const TRAINING_CLASS: Table<ClassStatus | 'NONE'> = {
  NONE: due('Belum ada', 'Not yet planned'),
  PLANNED: waiting('Direncanakan', 'Planned'),
  OPEN: due('Pendaftaran dibuka', 'Open'),
  RUNNING: waiting('Sedang berjalan', 'Running'),
  FINISHED: done('Selesai', 'Finished'),
  CANCELLED: hold('Dibatalkan', 'Cancelled'),
};

const SEAT: Table<SeatStatus> = {
  HELD: due('Ditahan, belum dikonfirmasi', 'Held, not confirmed'),
  CONFIRMED: waiting('Dikonfirmasi', 'Confirmed'),
  ACTIVE: done('Diduduki', 'Taken'),
  INTERRUPTED: hold('Ditahan selama terhenti', 'Kept while interrupted'),
};

const PERMIT: Table<PermitStatus> = {
  NONE: due('Belum ada', 'None'),
  INCOMPLETE: due('Belum lengkap', 'Incomplete'),
  APPLIED: waiting('Diajukan', 'Applied for'),
  FEASIBLE: waiting('Dinilai layak (HPK)', 'Found feasible (HPK)'),
  CANDIDATES_SUBMITTED: waiting('Data calon masuk', 'Candidates submitted'),
  PAID: waiting('DKPTKA dibayar', 'DKPTKA paid'),
  APPROVED: done('Disahkan', 'Approved'),
  EXTENSION_REQUESTED: waiting('Perpanjangan diajukan', 'Extension applied for'),
  EXPIRED: overdue('Berakhir', 'Expired'),
  REJECTED: hold('Ditolak', 'Rejected'),
  WITHDRAWN: hold('Ditarik', 'Withdrawn'),
};

const FINDING: Table<FindingStatus> = {
  NONE: due('Belum ada', 'None'),
  OPEN: due('Menunggu jawaban', 'Waiting for an answer'),
  OVERDUE: overdue('Jawaban terlambat', 'Answer overdue'),
  ANSWERED: waiting('Sudah dijawab', 'Answered'),
  CLOSED: done('Ditutup', 'Closed'),
};

const SESSION: Table<Session['status']> = {
  OPEN: due('Sedang hadir', 'Checked in'),
  RECORDED: waiting('Menunggu konfirmasi', 'Waiting for confirmation'),
  CONFIRMED: done('Dikonfirmasi', 'Confirmed'),
  DISPUTED: breach('Disanggah', 'Disputed'),
  DECIDED: done('Diputus jaksa', 'Decided by the prosecutor'),
  VOID: hold('Salah catat', 'Entered in error'),
};

export const STAGE_TABLES = {
  /** A community-service case. */
  case: SERVICE_CASE,
  prison: PRISON,
  referral: REFERRAL,
  /** An enrolment in a class. */
  training: ENROLMENT,
  assessment: ASSESSMENT,
  certificate: CERTIFICATE,
  /** A candidate proposed to an employer. */
  proposal: PROPOSAL,
  class: TRAINING_CLASS,
  seat: SEAT,
  permit: PERMIT,
  finding: FINDING,
  /** A session of community service. */
  session: SESSION,
} as const;

export type StagePart = keyof typeof STAGE_TABLES;

function statedOf(part: StagePart, stage: string): Stated | undefined {
  const table: { readonly [stage: string]: Stated } = STAGE_TABLES[part];
  return Object.hasOwn(table, stage) ? table[stage] : undefined;
}

/** The code itself where it has no words: a page must not fail for a new stage. */
export function stageWords(part: StagePart, stage: string): Words {
  const stated = statedOf(part, stage);
  return stated === undefined ? same(stage) : { id: stated.id, en: stated.en };
}

export const stageMeaning = (part: StagePart, stage: string): Meaning =>
  statedOf(part, stage)?.meaning ?? 'hold';
