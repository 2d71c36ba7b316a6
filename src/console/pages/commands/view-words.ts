/** What fields are called that no command asks: of certificates, permits, assessments, proposals, candidates, registers. */
import type { CertificateDetails, CertificateState } from '../../../domain/certificate/state.ts';
import type { Assessment, AssignedAssessor, Attempt } from '../../../domain/journey/assessment/state.ts';
import type { PermitState } from '../../../domain/permit/state.ts';
import type { CandidateRow, ProposalRow } from '../../../projections/candidate-list.ts';
import type { Words } from '../../words/words.ts';

type Shown =
  | keyof Omit<CertificateState, 'details'>
  | keyof Omit<CertificateDetails, 'holderAddress'>
  | keyof PermitState
  | keyof Assessment
  | keyof Attempt
  | keyof AssignedAssessor
  | keyof Assessment['hands']
  | keyof NonNullable<Assessment['appeal']>
  | keyof CandidateRow
  | keyof ProposalRow
  | ('candidate' | 'suspended' | 'retired' | 'revision' | 'withdrawn' | 'workforce' | 'licences' | 'met')
  | ('validUntil' | 'years' | 'since' | 'value' | 'openings' | 'closed' | 'filled');

const say = (id: string, en: string): Words => ({ id, en });

/** Complete by the compiler's word: a new field of a state that is shown here does not compile without a name. */
const VIEW_WORDS: { readonly [F in Shown]: Words } = {
  certificateId: say('Sertifikat', 'Certificate'),
  status: say('Status', 'Status'),
  statusSince: say('Berstatus ini sejak', 'In this status since'),
  periods: say('Masa berlaku', 'Periods of validity'),
  pendingReminders: say(
    'Pengingat yang masih akan dikirim (hari sebelumnya)',
    'Reminders still to come (days before)',
  ),
  blankNumber: say('Nomor blanko', 'Number of the form'),
  voidedBlanks: say('Blanko yang dibatalkan', 'Forms made void'),
  renewalRequestedOn: say('Perpanjangan diminta pada', 'Renewal asked for on'),
  frozenFrom: say('Status sebelum dibekukan', 'Status before it was frozen'),
  holderDiedOn: say('Pemegang meninggal pada', 'Holder died on'),
  reviews: say('Pemeriksaan setelah lisensi asesor dicabut', 'Reviews after a licence was withdrawn'),
  certificationBody: say('Lembaga sertifikasi profesi (LSP)', 'Certification body'),
  schemeId: say('Skema', 'Scheme'),
  schemeName: say('Nama skema', 'Name of the scheme'),
  units: say('Unit kompetensi', 'Units of competence'),
  number: say('Nomor', 'Number'),
  registrationNumber: say('Nomor registrasi', 'Registration number'),
  issuedOn: say('Terbit pada', 'Issued on'),
  zone: say('Zona waktu', 'Time zone'),
  assessmentId: say('Asesmen', 'Assessment'),
  assessorIds: say('Asesor', 'Assessors'),
  permitId: say('Izin', 'Permit'),
  employer: say('Pemberi kerja', 'Employer'),
  permitOffice: say('Kantor izin', 'Permit office'),
  application: say('Permohonan', 'Application'),
  companion: say('Tenaga pendamping', 'Companion'),
  feasibilityDueAt: say('Batas penilaian kelayakan', 'Feasibility to be assessed by'),
  validFrom: say('Berlaku mulai', 'Valid from'),
  validTo: say('Berlaku sampai', 'Valid to'),
  expiresAt: say('Berakhir pada', 'Expires'),
  extensionLastDay: say('Hari terakhir meminta perpanjangan', 'Last day to ask for an extension'),
  extensionLastDayEndsAt: say('Batas meminta perpanjangan', 'Time limit to ask for an extension'),
  extensionDecisionDueAt: say('Batas keputusan perpanjangan', 'Extension to be decided by'),
  annualReportDueAt: say('Batas laporan tahunan', 'Annual report due'),
  endReportDueAt: say('Batas laporan akhir', 'Final report due'),
  stayPermit: say('Izin tinggal', 'Stay permit'),
  handedOff: say('Sudah diteruskan ke imigrasi?', 'Handed to immigration?'),
  absorbed: say('Tenaga lokal yang diserap', 'Local workers taken on'),
  trainingEvidence: say('Bukti pelatihan pendamping', 'Evidence of the companion’s training'),
  reports: say('Laporan yang masuk', 'Reports filed'),
  stage: say('Tahap', 'Stage'),
  basis: say('Dasar permohonan', 'Basis of the request'),
  requestedOn: say('Diminta pada', 'Requested on'),
  needs: say('Penyesuaian yang diminta', 'Adjustments asked for'),
  adjustments: say('Penyesuaian yang disepakati', 'Adjustments agreed'),
  missing: say('Berkas yang kurang', 'Papers missing'),
  attempts: say('Uji', 'Tests'),
  hands: say('Siapa mengerjakan apa', 'Who did what'),
  retests: say('Uji ulang', 'Retests'),
  decidedOn: say('Diputus pada', 'Decided on'),
  appeal: say('Banding', 'Appeal'),
  reportDueAt: say('Batas laporan asesor', 'Assessor’s report due'),
  plenaryDueAt: say('Batas pleno', 'Plenary due'),
  appealDecisionDueAt: say('Batas keputusan banding', 'Appeal to be decided by'),
  retestOpenAt: say('Uji ulang dapat mulai', 'Retest possible from'),
  placeToConfirm: say('Tempat uji masih harus dipastikan?', 'Place of the test to be confirmed?'),
  kind: say('Jenis', 'Kind'),
  assessors: say('Asesor', 'Assessors'),
  test: say('Jadwal uji', 'Test'),
  notBefore: say('Paling cepat', 'Not before'),
  takenOn: say('Diikuti pada', 'Taken on'),
  recommended: say('Rekomendasi', 'Recommended'),
  results: say('Hasil', 'Results'),
  void: say('Batal karena', 'Void because of'),
  assessorId: say('Asesor', 'Assessor'),
  accountId: say('Akun', 'Account'),
  role: say('Peran', 'Role'),
  VERIFY: say('Memeriksa syarat', 'Verified requirements'),
  REVIEW: say('Menelaah', 'Reviewed'),
  DECIDE: say('Memutus', 'Decided'),
  ISSUE: say('Menerbitkan', 'Issued'),
  until: say('Sampai', 'Until'),
  ended: say('Waktunya sudah lewat?', 'Time over?'),
  used: say('Sudah dipakai?', 'Used?'),
  candidateId: say('Calon', 'Candidate'),
  candidate: say('Calon', 'Candidate'),
  schemes: say('Skema', 'Schemes'),
  certificates: say('Sertifikat', 'Certificates'),
  regencies: say('Kabupaten atau kota', 'Regencies'),
  sectors: say('Sektor', 'Sectors'),
  availableFrom: say('Dapat mulai', 'Available from'),
  wageFloorRupiah: say('Upah terendah', 'Lowest wage'),
  disability: say('Penyandang disabilitas?', 'With a disability?'),
  proposalId: say('Usulan', 'Proposal'),
  employerId: say('Pemberi kerja', 'Employer'),
  vacancyId: say('Lowongan', 'Vacancy'),
  available: say('Masih tersedia?', 'Still available?'),
  working: say('Masih bekerja?', 'Still working?'),
  suspended: say('Ditangguhkan', 'Suspended'),
  retired: say('Tidak dipakai lagi?', 'Retired?'),
  revision: say('Revisi', 'Revision'),
  withdrawn: say('Dicabut', 'Withdrawn'),
  workforce: say('Jumlah pekerja', 'Workforce'),
  licences: say('Lisensi', 'Licences'),
  met: say('Nomor MET', 'MET number'),
  validUntil: say('Berlaku sampai', 'Valid until'),
  years: say('Tahun', 'Years'),
  since: say('Sejak', 'Since'),
  value: say('Nilai', 'Value'),
  openings: say('Lowongan terbuka', 'Openings'),
  closed: say('Ditutup', 'Closed'),
  filled: say('Terisi', 'Filled'),
};

export const viewWords = (field: string): Words | undefined =>
  Object.hasOwn(VIEW_WORDS, field) ? VIEW_WORDS[field as Shown] : undefined;
