/** Codes of placement and of keeping the record as they stand inside a sentence. */
import type {
  ApprenticeshipScheme,
  CheckResult,
  ContactChannel,
  CounsellingKind,
  DeclineReason,
  EndReason,
  PlacementKind,
  WithdrawReason,
} from '../../domain/journey/employment/codes.ts';
import type { EmploymentEvents, PlacementFlag } from '../../domain/journey/employment/events.ts';
import type {
  DataCategory,
  KeepingCommands,
  RightsRequestKind,
} from '../../domain/journey/keeping/commands.ts';
import type { KeepingEvents } from '../../domain/journey/keeping/events.ts';
import { type Said, words } from './template.ts';

export const TASK: Said<EmploymentEvents['PlacementTaskRaised']['task']> = {
  ISSUE_JOB_SEEKER_CARD: words('menerbitkan kartu pencari kerja', 'issue a job seeker card'),
  NEW_PLACEMENT_OFFICER: words('menunjuk pengantar kerja baru', 'name a new placement officer'),
};

export const COUNSELLING: Said<CounsellingKind> = {
  PENYULUHAN_JABATAN: words('penyuluhan jabatan', 'job information'),
  BIMBINGAN_JABATAN: words('bimbingan jabatan', 'individual guidance'),
  TES_MINAT_BAKAT: words('tes minat dan bakat', 'a test of interest and aptitude'),
};

/** After "karena", "because". */
export const DECLINED: Said<DeclineReason> = {
  SKILLS_DIFFER: words('keahliannya berbeda', 'the skills differ'),
  POSITION_FILLED: words('lowongannya sudah terisi', 'the position is filled'),
  NO_SHOW: words('pelamar tidak datang', 'the candidate did not come'),
  TERMS_NOT_AGREED: words('syarat kerja tidak disepakati', 'the terms were not agreed'),
  VACANCY_WITHDRAWN: words('lowongannya ditarik', 'the vacancy was withdrawn'),
  NO_ANSWER: words('tidak ada jawaban', 'there was no answer'),
};

export const PROPOSAL_WITHDRAWN: Said<WithdrawReason> = {
  PERSON_DECLINED: words('orangnya tidak berminat', 'the person declined'),
  FOUND_OTHER_WORK: words('orangnya mendapat pekerjaan lain', 'the person found other work'),
  CONSENT_WITHDRAWN: words('persetujuannya ditarik', 'the consent was withdrawn'),
  UNAVAILABLE: words('orangnya berhalangan', 'the person is not available'),
  VACANCY_ENDED: words('lowongannya berakhir', 'the vacancy ended'),
};

export const SCHEME: Said<ApprenticeshipScheme> = {
  PEMAGANGAN: words('pemagangan', 'an apprenticeship'),
  GRADUATE: words('pemagangan lulusan', 'an apprenticeship for graduates'),
};

export const PLACEMENT: Said<PlacementKind> = {
  EMPLOYED: words('bekerja pada pemberi kerja', 'employment'),
  SELF_EMPLOYED: words('usaha sendiri', 'an own business'),
  APPRENTICE: words('magang', 'an apprenticeship'),
};

export const CHECKED: Said<CheckResult> = {
  RETAINED: words('masih bekerja', 'still in work'),
  LOST: words('tidak bekerja lagi', 'no longer in work'),
  UNREACHABLE: words('tidak dapat dihubungi', 'could not be reached'),
};

export const CHANNEL: Said<ContactChannel> = {
  PHONE: words('lewat telepon', 'by telephone'),
  MESSAGE: words('lewat pesan', 'by message'),
  VISIT: words('dengan kunjungan', 'by a visit'),
  LETTER: words('lewat surat', 'by letter'),
  FAMILY: words('lewat keluarga', 'through the family'),
};

export const PLACEMENT_END: Said<EndReason> = {
  CONTRACT_ENDED: words('kontrak berakhir', 'the contract ended'),
  RESIGNED: words('orangnya mengundurkan diri', 'the person resigned'),
  DISMISSED: words('pemutusan hubungan kerja', 'of a dismissal'),
  BUSINESS_CLOSED: words('usahanya tutup', 'the business closed'),
  APPRENTICESHIP_COMPLETED: words('magang selesai', 'the apprenticeship is complete'),
  FURTHER_STUDY: words('melanjutkan belajar', 'of further study'),
  MOVED_AWAY: words('orangnya pindah', 'the person moved away'),
  ILLNESS: words('sakit', 'of illness'),
  BACK_IN_CUSTODY: words('orangnya kembali ditahan', 'the person is back in custody'),
  DIED: words('orangnya meninggal', 'the person has died'),
};

export const FLAG: Said<PlacementFlag> = {
  CERTIFICATE_LAPSED: words('masa berlaku sertifikatnya habis', 'the certificate has expired'),
  CERTIFICATE_WITHDRAWN: words('sertifikatnya dicabut', 'the certificate was withdrawn'),
};

export const RIGHT: Said<RightsRequestKind> = {
  ACCESS: words('akses', 'access'),
  CORRECTION: words('perbaikan', 'correction'),
  ERASURE: words('penghapusan', 'erasure'),
  OBJECTION: words('keberatan', 'objection'),
  COMPLAINT: words('pengaduan', 'complaint'),
};

export const RIGHT_OUTCOME: Said<KeepingCommands['answer-rights-request']['outcome']> = {
  GRANTED: words('dikabulkan', 'granted'),
  PARTLY_GRANTED: words('dikabulkan sebagian', 'granted in part'),
  REFUSED: words('ditolak', 'refused'),
};

export const DATA: Said<DataCategory> = {
  IDENTITY: words('identitas', 'identity'),
  CRIMINAL: words('data pidana', 'criminal data'),
  HEALTH: words('data kesehatan', 'health data'),
  FINANCIAL: words('data keuangan', 'financial data'),
  CONTACT: words('kontak', 'contact data'),
  TRAINING: words('data pelatihan', 'training data'),
};

export const TOLD: Said<KeepingEvents['DataBreachNotified']['told']> = {
  PERSON: words('orang yang bersangkutan', 'the person concerned'),
  AGENCY: words('lembaga pelindungan data', 'the data protection agency'),
};
